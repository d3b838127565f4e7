"""The parts of a letter, in their order: elements to put at the end of the document."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Mm

from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.inhoud.herkomst import FICTIEF, Herkomst, bewerkingsnoot, bronnoot
from pagina.uitvoer.inhoud.stuk import Figuur, Onderdeel, Stuk
from pagina.uitvoer.vormen import plaat
from pagina.uitvoer.vormen._docx import huis
from pagina.uitvoer.vormen._docx import tabel as cijfers
from pagina.uitvoer.vormen._docx.knoop import alinea, knoop, run
from pagina.uitvoer.vormen._docx.maat import STAAND
from pagina.uitvoer.vormen._docx.noten import Noten

#: A picture is at most so high that its caption fits under it on the page.
_HOOGSTENS_MM = 232
#: With more notes than this, the one at a paragraph says where they are.
_NOTEN_BIJ_ALINEA = 5
_HERKOMST_MM = (42.0, 118.0)
_LINKTEKST = "Deze cijfers in het dashboard Verbeterpunten"
_WEB = re.compile(r"https?://", re.IGNORECASE)


def begin(stuk: Stuk) -> Iterator[Any]:
    """The title, and what a reader must know first: that it is fictional, or not public."""
    yield alinea("Heading1", run(stuk.titel))
    for naam, woorden in stuk.herkomst.paren:
        if naam == "Let op":
            yield alinea("LetOp", run(f"Let op: {woorden}."))


def onderdeel(document: Document, deel: Onderdeel, stuk: Stuk, noten: Noten, *, nr: int) -> Iterator[Any]:
    """One kader in one pair of years. The sources hang on its first paragraph, which has the figures."""
    yield alinea("Heading2", run(deel.kop))
    for plek, tekst in enumerate(deel.alineas, 1):
        bron = noten.verwijs([_alineanoot(stuk)]) if plek == 1 else []
        yield alinea("Normal", run(tekst), *bron)
    if deel.figuur is not None:
        yield from _figuur(document, deel.figuur, stuk.herkomst, nr)


def voorbehoud(onderdelen: Iterable[Onderdeel]) -> Iterator[Any]:
    """What cannot be concluded: a list per kader, under its name where there are several."""
    met = [deel for deel in onderdelen if deel.voorbehoud]
    if met:
        yield alinea("Heading2", run("Wat u hieruit niet kunt concluderen"))
    for deel in met:
        if len(met) > 1:
            yield alinea("Heading3", run(deel.kop))
        yield from (alinea("ListBullet", run(punt)) for punt in deel.voorbehoud)


def bronnen(stuk: Stuk) -> Iterator[Any]:
    """The rapporten that no note names by themselves, as a list; nothing where the notes name all."""
    rest = [noot for noot in map(bronnoot, stuk.herkomst.rapporten) if noot not in stuk.noten]
    if rest:
        yield alinea("Heading2", run("Bronnen"))
        yield from (alinea("ListBullet", run(noot)) for noot in rest)


def herkomst(document: Document, bron: Herkomst) -> Iterator[Any]:
    """What was selected and of which versions: two columns, and a closing line.

    The command that makes it again is for technicians: the spreadsheets and the zip have it, a letter only inside.
    """
    yield alinea("Heading2", run("Herkomst"))
    uitleg = "Twee kolommen: wat het is, en wat het bij deze cijfers is."
    element = cijfers.kader("Herkomsttabel", _HERKOMST_MM, "Herkomst van de cijfers", uitleg)
    kop = [alinea("Tabelkop", run("Wat")), alinea("Tabelkop", run("Bij deze cijfers"))]
    element.append(cijfers.regel(kop, _HERKOMST_MM, kop=True))
    for naam, woorden in bron.paren:
        if naam == "Opdracht":
            continue
        inhoud = [alinea("Tabeltekst", run(woorden))]
        link = weblink(document, bron) if naam == "Link" else None
        if link is not None:
            inhoud.insert(0, alinea("Tabeltekst", link))
        element.append(cijfers.regel([alinea("Tabeltekst", run(naam)), inhoud], _HERKOMST_MM))
    yield element
    slot = (
        "Of deze cijfers nog gelden, zegt de pagina Kamerbrief van het dashboard, onder ‘Een eerder bestand "
        "controleren’."
    )
    yield alinea("Tabelnoot", run(slot))


def _alineanoot(stuk: Stuk) -> str:
    """The sources of a paragraph as one note; where they are many, where to find them."""
    if len(stuk.noten) <= _NOTEN_BIJ_ALINEA:
        return " ".join(stuk.noten) or bewerkingsnoot(stuk.herkomst)
    return f"De bronnen staan in de noten bij tabel 1. {bewerkingsnoot(stuk.herkomst)}"


def bijschrift(soort: str, nr: int, titel: str, bron: Herkomst) -> list[Any]:
    """A caption that Word numbers anew when it is pasted. What is fictional or not public says so here too."""
    merk = (f" ({FICTIEF})" if bron.fictief else "") + (" (niet openbaar)" if bron.niet_openbaar else "")
    return [run(f"{soort} "), huis.veld(f"SEQ {soort} \\* ARABIC", str(nr)), run(f". {titel.rstrip('.')}{merk}.")]


def _figuur(document: Document, figuur: Figuur, bron: Herkomst, nr: int) -> Iterator[Any]:
    """The picture as part of the text, with words for who cannot see it; those words alone where none can be made."""
    try:
        afdruk = plaat.png_van_figuur(figuur, bron, breedte_mm=STAAND, hoogte_mm=_HOOGSTENS_MM)
    except UitvoerGeweigerd as weigering:
        yield alinea("Normal", run(f"De figuur staat hier niet: {weigering} Wat zij toont: {figuur.tekst}"))
        return
    beeld = document.part.new_pic_inline(io.BytesIO(afdruk.png), Mm(afdruk.breed), Mm(afdruk.hoog))
    # a number of our own: python-docx counts the elements that are in the text by then
    for eigen in (beeld.docPr, *beeld.xpath(".//pic:cNvPr")):
        for sleutel, waarde in (("id", nr), ("name", f"Figuur {nr}"), ("descr", figuur.tekst), ("title", figuur.titel)):
            eigen.set(sleutel, str(waarde))
    yield alinea("Figuur", knoop("w:r", None, knoop("w:drawing", None, beeld)))
    yield alinea("Caption", *bijschrift("Figuur", nr, figuur.titel, bron))


def weblink(document: Document, bron: Herkomst) -> Any | None:  # noqa: ANN401 - lxml has no types
    """A link to the same figures, that says where it leads; None where they have no address on the web."""
    if not _WEB.match(bron.link):
        return None
    rid = document.part.relate_to(bron.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    return knoop("w:hyperlink", {"r:id": rid, "w:history": "1"}, run(_LINKTEKST, "Hyperlink"))
