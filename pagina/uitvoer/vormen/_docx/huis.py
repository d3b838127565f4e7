"""The bare document: our styles, page and language, nothing of the template's own, and where it comes from."""

from __future__ import annotations

import copy
import datetime as dt
import json
import uuid
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Mm

from pagina.uitvoer.inhoud.herkomst import FICTIEF, Herkomst
from pagina.uitvoer.inhoud.stuk import Stuk
from pagina.uitvoer.vormen._docx.knoop import alinea, knoop, run
from pagina.uitvoer.vormen.tekens import schoon

#: The namespace of the part that holds the herkomst as JSON.
HERKOMST = "urn:verbeterpunten:herkomst:1"
#: Who made the figures, by name of the product.
MAKER = "Verbeterpunten"

_HIER = Path(__file__).parent
#: Parts of python-docx's template that are not ours: a picture of an empty page, another's fonts and effects.
_VREEMD = frozenset({
    RELATIONSHIP_TYPE.CUSTOM_XML,
    RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
    RELATIONSHIP_TYPE.FONT_TABLE,
    RELATIONSHIP_TYPE.THUMBNAIL,
    RELATIONSHIP_TYPE.WEB_SETTINGS,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
})  # fmt: skip
#: A4; the margins at the sides, and above and below; a page on its side has more room for its table.
_LANG, _KORT = Mm(297), Mm(210)
_OPZIJ, _OPZIJ_LIGGEND, _BOVEN = Mm(25), Mm(15), Mm(21)


def document(stuk: Stuk, tabellen: Sequence[Mapping[str, Any]]) -> Document:
    """An empty A4 document with styles, footer, properties, and for a program the herkomst and what `tabellen` says."""
    nieuw = docx.Document()
    for rels in (nieuw.part.rels, nieuw.part.package.rels):
        for rid in [rid for rid, rel in rels.items() if rel.reltype in _VREEMD]:
            del rels[rid]
    for element, naam in (
        (nieuw.styles.element, "stijlen"),
        (nieuw.settings.element, "instellingen"),
        (nieuw.part.numbering_part.element, "nummering"),
    ):
        element[:] = list(parse_xml((_HIER / f"{naam}.xml").read_bytes()))
    letters = Part(PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, (_HIER / "letters.xml").read_bytes())
    nieuw.part.relate_to(letters, RELATIONSHIP_TYPE.FONT_TABLE)
    _bladzijde(nieuw)
    _voet(nieuw, stuk.herkomst)
    _eigenschappen(nieuw, stuk)
    _herkomst(nieuw, stuk.herkomst, tabellen)
    return nieuw


def erbij(document: Document, *elementen: Any) -> None:  # noqa: ANN401 - lxml has no types
    """Put elements at the end of the text."""
    for element in elementen:
        document.element.body[-1].addprevious(element)


def sluit_sectie(document: Document, *, liggend: bool) -> None:
    """End the section at the last paragraph: the pages before it are upright or on their side, what follows upright.

    Nothing where it was ended there already.
    """
    slot = document.element.body[-2].find(qn("w:pPr"))
    if slot.find(qn("w:sectPr")) is not None:
        return
    sectie = copy.deepcopy(document.element.body[-1])
    if liggend:
        maat = sectie.find(qn("w:pgSz"))
        maat.set(qn("w:w"), str(round(_LANG.twips)))
        maat.set(qn("w:h"), str(round(_KORT.twips)))
        maat.set(qn("w:orient"), "landscape")
        for kant in ("left", "right"):
            sectie.find(qn("w:pgMar")).set(qn(f"w:{kant}"), str(round(_OPZIJ_LIGGEND.twips)))
    slot.append(sectie)


def _bladzijde(document: Document) -> None:
    blad = document.sections[0]
    blad.page_width, blad.page_height = _KORT, _LANG
    blad.left_margin = blad.right_margin = _OPZIJ
    blad.top_margin = blad.bottom_margin = _BOVEN
    blad.header_distance = blad.footer_distance = Mm(12)


def _voet(document: Document, herkomst: Herkomst) -> None:
    """The same line on every page: what this is of, and which page."""
    merk = (f" · {FICTIEF}" if herkomst.fictief else "") + (" · niet openbaar" if herkomst.niet_openbaar else "")
    tekst = f"{MAKER}{merk} · exportnummer {herkomst.exportnummer} · datasetversie {herkomst.datasetversie} · pagina "
    regel = alinea("Footer", run(tekst), veld("PAGE"), run(" van "), veld("NUMPAGES"))
    uri, soort = PackURI("/word/footer1.xml"), CONTENT_TYPE.WML_FOOTER
    deel = Part(uri, soort, serialize_part_xml(knoop("w:ftr", None, regel)), document.part.package)
    rid = document.part.relate_to(deel, RELATIONSHIP_TYPE.FOOTER)
    document.element.body[-1].insert(0, knoop("w:footerReference", {"w:type": "default", "r:id": rid}))


def veld(opdracht: str, nu: str = "1") -> Any:  # noqa: ANN401 - lxml has no types
    """A field that Word counts itself; `nu` is what it reads until then."""
    return knoop("w:fldSimple", {"w:instr": f" {opdracht} "}, run(nu))


def _eigenschappen(document: Document, stuk: Stuk) -> None:
    """What the file says of itself; its day is the kennisdatum, so that no clock is in it."""
    document.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES).element.clear()
    wat = document.core_properties
    wat.title = schoon(stuk.titel)[:255]
    wat.subject = f"Cijfers over verbeterpunten, exportnummer {stuk.herkomst.exportnummer}"
    wat.author, wat.language, wat.revision = MAKER, "nl-NL", 1
    wat.created = wat.modified = dt.datetime.combine(stuk.herkomst.kennisdatum, dt.time())


def _herkomst(document: Document, herkomst: Herkomst, tabellen: Sequence[Mapping[str, Any]]) -> None:
    """The herkomst and the shape of the tables for a program, in a part that Word keeps and does not show."""
    tekst = json.dumps(herkomst.als_json(), sort_keys=True)
    wortel = parse_xml(f'<herkomst xmlns="{HERKOMST}"/>')
    wortel.text = tekst
    wortel.set("tabellen", json.dumps(list(tabellen), sort_keys=True))
    pakket = document.part.package
    deel = Part(PackURI("/customXml/item1.xml"), CONTENT_TYPE.XML, serialize_part_xml(wortel), pakket)
    document.part.relate_to(deel, RELATIONSHIP_TYPE.CUSTOM_XML)
    nummer = str(uuid.uuid5(uuid.NAMESPACE_URL, tekst)).upper()
    eigen = parse_xml(
        '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
        f'ds:itemID="{{{nummer}}}"><ds:schemaRefs><ds:schemaRef ds:uri="{HERKOMST}"/></ds:schemaRefs>'
        "</ds:datastoreItem>"
    )
    soort = CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES
    bijlage = Part(PackURI("/customXml/itemProps1.xml"), soort, serialize_part_xml(eigen), pakket)
    deel.relate_to(bijlage, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
