"""The ODS file but for the rows of figures, made with odfdo: its sheets of words, its properties, its list of parts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from odfdo import Cell, Column, Document, Element, Row, Style, Table

from pagina.uitvoer.inhoud.stuk import Stuk
from pagina.uitvoer.inhoud.tabel import Kolom
from pagina.uitvoer.vormen._ods.rijen import hoogtestijl
from pagina.uitvoer.vormen.bladen import CIJFERS, HERKOMST, Blad, Regel, Stijl, bladen, onderrand, voet, waarschuwing
from pagina.uitvoer.vormen.bladmaat import HOOGTES, WOORDEN, bladzijden, centimeters, hoogte, kop_hoogte, kopstijl
from pagina.uitvoer.vormen.tekens import schoon

#: The same in each file: who made it never says on which machine or with which version of a library.
MAKER = "Verbeterpunten"
MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
ODF = "1.3"

_HIER = Path(__file__).parent
_EIGEN = ("content.xml", "settings.xml", "styles.xml")
_XML = (*_EIGEN, "meta.xml")


def delen(stuk: Stuk, breed: Sequence[int]) -> dict[str, bytes]:
    """The parts of the file, in order; content.xml lacks only the rows of the table of figures, its first one.

    `breed`: of the columns of that table, in characters.
    """
    document = Document("spreadsheet")
    for naam in _EIGEN:
        document.set_part(naam, (_HIER / naam).read_bytes())
    _bladen(document, stuk, breed)
    _eigenschappen(document, stuk)
    _randen(document, stuk, bladzijden(breed))
    _inhoudsopgave(document)
    paden = (*_XML, "META-INF/manifest.xml")
    return {"mimetype": MIMETYPE.encode()} | {pad: document.get_part(pad).serialize() for pad in paden}  # type: ignore[union-attr]


def _bladen(document: Document, stuk: Stuk, breed: Sequence[int]) -> None:
    cijfers = Table(CIJFERS, style="cijfers")
    stijlen = ["tekst" if kolom.soort in WOORDEN else "Default" for kolom in stuk.tabel.kolommen]
    eerste, *rest = (_kolom(document, tekens, stijl) for tekens, stijl in zip(breed, stijlen, strict=True))
    for kolom in rest:
        cijfers.append(kolom)
    op_elke = Element.from_tag("table:table-header-columns")
    op_elke.append(eerste)
    cijfers.insert(op_elke, position=0)
    hoofd = Element.from_tag("table:table-header-rows")
    hoofd.append(_kop(document, stuk.tabel.kolommen, breed))
    cijfers.append(hoofd)
    for punten in HOOGTES:
        _hoogte(document, punten)
    document.body.append(cijfers)
    for blad in bladen(stuk):
        document.body.append(_blad(document, blad))


def _blad(document: Document, blad: Blad) -> Table:
    tabel = Table(blad.naam, style="blad")
    for tekens in blad.breedtes:
        tabel.append(_kolom(document, tekens, "Default"))
    for regel in blad.regels:
        tabel.append(_rij(document, regel, blad.breedtes))
    return tabel


def _kolom(document: Document, tekens: int, stijl: str) -> Column:
    naam = f"breed{tekens}"
    if document.get_style("table-column", naam) is None:
        document.insert_style(Style("table-column", name=naam, width=f"{centimeters(tekens):.2f}cm"), automatic=True)
    return Column(default_cell_style=stijl, style=naam)


def _hoogte(document: Document, punten: float) -> str:
    """The style of a row that is so high; LibreOffice reckons the height of wrapped text itself, and too low."""
    naam = hoogtestijl(punten)
    if document.get_style("table-row", naam) is None:
        stijl = Style("table-row", name=naam, height=f"{punten:.0f}pt")
        stijl.set_properties({"style:use-optimal-row-height": "false"}, area="table-row")
        document.insert_style(stijl, automatic=True)
    return naam


def _kop(document: Document, kolommen: Sequence[Kolom], breed: Sequence[int]) -> Row:
    rij = Row(style=_hoogte(document, kop_hoogte(kolommen, breed)))
    for kolom in kolommen:
        rij.append_cell(_cel(kolom.kop, kopstijl(kolom)), clone=False)
    return rij


def _rij(document: Document, regel: Regel, breed: Sequence[int]) -> Row:
    rij = Row(style=_hoogte(document, hoogte(zip(regel.cellen, breed, strict=False), regel.stijl)))
    for tekst in regel.cellen or ("",):
        rij.append_cell(_cel(tekst, regel.stijl), clone=False)
    return rij


def _cel(tekst: str, stijl: Stijl) -> Cell:
    schone = schoon(tekst)
    return Cell(schone, cell_type="string", style=stijl) if schone else Cell()


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


def _randen(document: Document, stuk: Stuk, naast: int) -> None:
    """What stands above and under each printed page; the figures take `naast` pages beside each other."""
    teksten = {"titel": stuk.titel, "let_op": waarschuwing(stuk), "onder": onderrand(stuk)}
    for stijl, tekst in teksten.items():
        for alinea in document.styles.get_elements(f"//text:p[@text:style-name='{stijl}']"):
            if tekst:
                alinea.text = schoon(tekst)
            else:
                alinea.delete()
    bladzijde = "//style:page-layout[@style:name='cijfers']/style:page-layout-properties"
    cast("Element", document.styles.get_element(bladzijde)).set_attribute("style:scale-to-X", str(naast))


def _inhoudsopgave(document: Document) -> None:
    lijst = document.manifest
    for pad in lijst.get_paths():
        if pad not in ("/", *_XML):
            lijst.del_full_path(pad)
    lijst.root.set_attribute("manifest:version", ODF)
    cast("Element", lijst.root.get_element("//manifest:file-entry[@manifest:full-path='/']")).set_attribute(
        "manifest:version", ODF
    )
