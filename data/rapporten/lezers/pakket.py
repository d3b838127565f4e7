"""Office files are zip packages: what is looked at before anything is unpacked or parsed."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from xml.parsers import expat

from lxml import etree

from data.rapporten.fouten import Onleesbaar

MEEST_DELEN = 10_000
MEEST_BYTES = 300 * 1024**2
#: Deflate can do 1032 : 1; office XML, with all its repetition, stays well below this.
MEEST_VERHOUDING = 200
#: A part smaller than this does no harm, whatever its ratio.
KLEIN = 1024**2
_STUK = 64 * 1024

#: What zipfile and zlib raise on a package that is cut off, damaged or made to mislead.
KAPOT = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, KeyError)

BESCHADIGD = "Het bestand is beschadigd of niet compleet; open het in zijn eigen programma en bewaar het opnieuw."
BEVEILIGD = "Het bestand is beveiligd met een wachtwoord; haal de beveiliging eraf en bewaar het opnieuw."
TE_GROOT = "Het bestand wordt bij het uitpakken te groot om veilig te lezen; lever het rapport in delen aan."
ENTITEITEN = "Het bestand bevat XML-verwijzingen (entiteiten) die niet in een rapport horen, en is daarom niet gelezen."


def bekijk(pad: Path) -> zipfile.ZipFile:
    """The package, opened, after a look at its table of contents only.

    Raises Onleesbaar when it is damaged, has a password, or would unpack to too much (parts, bytes, ratio).
    """
    try:
        pakket = zipfile.ZipFile(pad)
    except KAPOT as fout:
        raise Onleesbaar(BESCHADIGD) from fout
    try:
        _binnen_grenzen(pakket.infolist())
    except Onleesbaar:
        pakket.close()
        raise
    return pakket


def _binnen_grenzen(delen: list[zipfile.ZipInfo]) -> None:
    """Raise when the declared sizes are too much. zipfile never unpacks more than a part declares."""
    if any(deel.flag_bits & 0x1 for deel in delen):
        raise Onleesbaar(BEVEILIGD)
    if len(delen) > MEEST_DELEN or sum(deel.file_size for deel in delen) > MEEST_BYTES:
        raise Onleesbaar(TE_GROOT)
    if any(deel.file_size > max(KLEIN, MEEST_VERHOUDING * deel.compress_size) for deel in delen):
        raise Onleesbaar(TE_GROOT)


def weiger_entiteiten(pakket: zipfile.ZipFile) -> None:
    """Raise Onleesbaar when an XML part declares a document type: there entities hide, and office files need none."""
    namen = [naam for naam in pakket.namelist() if naam.lower().endswith((".xml", ".rels"))]
    for naam in namen:
        # an old manifest names its DTD; nobody here parses it
        if naam.startswith("META-INF/"):
            continue
        try:
            with pakket.open(naam) as deel:
                _tot_wortel(iter(lambda: deel.read(_STUK), b""))
        except expat.ExpatError as fout:
            raise Onleesbaar(BESCHADIGD) from fout
        except KAPOT as fout:
            raise Onleesbaar(BESCHADIGD) from fout


def _tot_wortel(stukken: Iterable[bytes]) -> None:
    """Parse up to the root element: a document type stands before it or nowhere."""
    begonnen: list[str] = []
    lezer = expat.ParserCreate()
    lezer.StartDoctypeDeclHandler = _weiger
    lezer.StartElementHandler = lambda naam, _: begonnen.append(naam)
    for stuk in stukken:
        lezer.Parse(stuk, False)  # noqa: FBT003 - as expat has it: not the last piece
        if begonnen:
            return


def _weiger(*_: object) -> None:
    raise Onleesbaar(ENTITEITEN)


def ontleed(inhoud: bytes) -> Any:  # noqa: ANN401 - lxml ships no types
    """The root element of an XML part, parsed without entities, DTD and network. Raises Onleesbaar if damaged."""
    lezer = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(inhoud, lezer)
    except etree.XMLSyntaxError as fout:
        raise Onleesbaar(BESCHADIGD) from fout
