"""A spreadsheet in the open standard OpenDocument, with typed cells: figures, words, definitions, sources.

odfdo makes the file; the rows of figures are written through lxml as they come, in bounded memory.
"""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any, BinaryIO

from odfdo import Document

from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.inhoud.stuk import Stuk
from pagina.uitvoer.inhoud.tabel import Meld, Waarde
from pagina.uitvoer.vormen._ods.document import delen
from pagina.uitvoer.vormen._ods.lezen import lees_cijfers, lees_tekst
from pagina.uitvoer.vormen._ods.rijen import schrijf_content
from pagina.uitvoer.vormen.bladen import ONLEESBAAR, alineas_uit, herkomst_uit, onleesbaar, past
from pagina.uitvoer.vormen.bladmaat import breedtes
from pagina.uitvoer.vormen.pakket import pakket

_MELD_OM = 1000


def schrijf(stuk: Stuk, naar: BinaryIO, meld: Meld) -> None:
    """Write the file; `meld` hears every thousand rows. Raises UitvoerGeweigerd where a sheet cannot hold the rows."""
    past(stuk)

    def gedaan(aantal: int) -> None:
        if aantal % _MELD_OM == 0 or aantal == stuk.tabel.aantal:
            meld(aantal)

    breed, rijen = breedtes(stuk.tabel)
    with pakket(naar) as deel:
        for naam, inhoud in delen(stuk, breed).items():
            with deel(naam) as bestand:
                if naam == "content.xml":
                    schrijf_content(inhoud, stuk.tabel, bestand, gedaan, breed=breed, rijen=rijen)
                else:
                    bestand.write(inhoud)


def lees_herkomst(pad: Path) -> dict[str, Any] | None:
    """The herkomst as the file was given it (Herkomst.als_json); None where there is nothing readable."""
    try:
        return herkomst_uit(Document(pad).meta.user_defined_metadata)
    except ONLEESBAAR:
        return None


def lees_tabel(pad: Path) -> list[list[Waarde]]:
    """The figures: first the heads, then the rows as typed values; a percentage is whole (67).

    Raises UitvoerGeweigerd where the file is no ODS of this product.
    """
    try:
        with zipfile.ZipFile(pad) as zip_:
            rijen = lees_cijfers(zip_)
    except ONLEESBAAR as fout:
        raise UitvoerGeweigerd(onleesbaar(pad, "ODS")) from fout
    if not rijen:
        raise UitvoerGeweigerd(onleesbaar(pad, "ODS"))
    return rijen


def lees_alineas(pad: Path) -> list[str]:
    """What the sheet of words says, cell by cell, with single blanks; empty where there is no such sheet.

    Raises UitvoerGeweigerd where the file is no ODS.
    """
    try:
        with zipfile.ZipFile(pad) as zip_:
            return alineas_uit(lees_tekst(zip_))
    except ONLEESBAAR as fout:
        raise UitvoerGeweigerd(onleesbaar(pad, "ODS")) from fout
