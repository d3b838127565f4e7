"""The ODS file but for the rows of figures, made with odfdo: its sheets of words, its properties, its list of parts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import cast

from odfdo import Cell, Column, Document, Element, Row, Style, Table

from pagina.uitvoer.inhoud.stuk import Stuk
from pagina.uitvoer.vormen.bladen import CIJFERS, HERKOMST, Blad, Regel, bladen, breedte, voet, waarschuwing
from pagina.uitvoer.vormen.tekens import schoon

#: The same in each file: who made it never says on which machine or with which version of a library.
MAKER = "Verbeterpunten"
MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
ODF = "1.3"

_HIER = Path(__file__).parent
_EIGEN = ("content.xml", "settings.xml", "styles.xml")
_XML = (*_EIGEN, "meta.xml")
#: So much of a centimetre is a character wide, in the letter of the sheets.
_TEKEN = 0.21


def delen(stuk: Stuk) -> dict[str, bytes]:
    """The parts of the file, in order; content.xml lacks only the rows of the table of figures, its first one."""
    document = Document("spreadsheet")
    for naam in _EIGEN:
        document.set_part(naam, (_HIER / naam).read_bytes())
    _bladen(document, stuk)
    _eigenschappen(document, stuk)
    _randen(document, stuk)
    _inhoudsopgave(document)
    paden = (*_XML, "META-INF/manifest.xml")
    return {"mimetype": MIMETYPE.encode()} | {pad: document.get_part(pad).serialize() for pad in paden}  # type: ignore[union-attr]


def _bladen(document: Document, stuk: Stuk) -> None:
    cijfers = Table(CIJFERS, style="blad")
    for kolom in stuk.tabel.kolommen:
        _kolom(document, cijfers, breedte(kolom.kop, kolom.soort))
    hoofd = Element.from_tag("table:table-header-rows")
    hoofd.append(_rij(Regel(tuple(kolom.kop for kolom in stuk.tabel.kolommen), "kop")))
    cijfers.append(hoofd)
    document.body.append(cijfers)
    for blad in bladen(stuk):
        document.body.append(_blad(document, blad))


def _blad(document: Document, blad: Blad) -> Table:
    tabel = Table(blad.naam, style="blad")
    for tekens in blad.breedtes:
        _kolom(document, tabel, tekens)
    for regel in blad.regels:
        tabel.append(_rij(regel))
    return tabel


def _kolom(document: Document, tabel: Table, tekens: int) -> None:
    naam = f"breed{tekens}"
    if document.get_style("table-column", naam) is None:
        document.insert_style(Style("table-column", name=naam, width=f"{tekens * _TEKEN:.2f}cm"), automatic=True)
    tabel.append(Column(default_cell_style="Default", style=naam))


def _rij(regel: Regel) -> Row:
    rij = Row(style="regel")
    for tekst in regel.cellen or ("",):
        schone = schoon(tekst)
        rij.append_cell(Cell(schone, cell_type="string", style=regel.stijl) if schone else Cell(), clone=False)
    return rij


def _eigenschappen(document: Document, stuk: Stuk) -> None:
    meta = document.meta
    meta.clear_user_defined_metadata()
    if statistiek := meta.get_element("//meta:document-statistic"):
        meta.delete_element(statistiek)
    meta.title = schoon(stuk.titel)
    meta.description = schoon(" · ".join(deel for deel in (waarschuwing(stuk), voet(stuk)) if deel))
    meta.language = "nl-NL"
    meta.generator = MAKER
    meta.creation_date = stuk.herkomst.kennisdatum
    meta.set_user_defined_metadata(HERKOMST, schoon(json.dumps(stuk.herkomst.als_json(), ensure_ascii=False)))
    meta.root.set_attribute("office:version", ODF)


def _randen(document: Document, stuk: Stuk) -> None:
    """What stands above and under each printed page."""
    for rand, tekst in (("header", waarschuwing(stuk) or stuk.titel), ("footer", voet(stuk))):
        alinea = cast("Element", document.styles.get_element(f"//style:{rand}/text:p"))
        alinea.text = schoon(tekst)


def _inhoudsopgave(document: Document) -> None:
    lijst = document.manifest
    for pad in lijst.get_paths():
        if pad not in ("/", *_XML):
            lijst.del_full_path(pad)
    lijst.root.set_attribute("manifest:version", ODF)
    cast("Element", lijst.root.get_element("//manifest:file-entry[@manifest:full-path='/']")).set_attribute(
        "manifest:version", ODF
    )
