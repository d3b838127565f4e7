"""Files to spoil, one or more of every kind that is read, and ways to spoil any file."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from functools import cache
from typing import Any

import odfdo
from hypothesis import strategies as st
from lxml import etree
from reportlab import rl_config

from data.rapporten.document import Alinea, Document, Tabel
from data.rapporten.sjabloon import Sjabloonregel, sjabloon
from tests.data.rapporten import vormen
from tests.data.rapporten.indelingen import Stijl, als_blokken, als_tabellen, als_tekst, maak

#: Numbers, names and pieces of text that programs stumble over, put where a number or a name stood.
LASTIG = (
    *("", "0", "-1", "1", "2", "65537", "2147483648", "99999999999999999999", "1e999999", "-1e-999999", "NaN", "inf"),
    *(
        "0x10",
        "1,5",
        " ",
        "\t",
        "%s%n",
        "../../../etc/passwd",
        "A1:XFD1048576",
        "é",
        "\u202e",
        "🙂",
        "\ufeff",
        "a" * 3000,
    ),
)
#: Parts of packages that say what is in the others, or hold the text.
_DELEN = re.compile(r"\.(?:xml|rels)$|mimetype$")


@cache
def bestanden() -> tuple[tuple[str, bytes], ...]:
    """Name and content of small whole reports: every kind, our own form filled in among them."""
    gevonden: list[tuple[str, bytes]] = []
    for zaad in (1, 2):
        waarheid = maak(200 + zaad, kolommen=zaad)
        document = _klein(vormen.vervang(als_tabellen(waarheid, Stijl(thema="rij")), {"☑": "✔"}))
        gevonden += [
            ("rapport.docx", vormen.als_docx(document)),
            ("rapport.odt", vormen.als_odt(document)),
            ("rapport.xlsx", vormen.als_xlsx(document)),
            ("rapport.ods", als_ods(document)),
            ("rapport.csv", als_csv(document)),
            ("rapport.pdf", _pdf(document)),
            ("rapport.txt", als_tekst(waarheid).encode()),
            ("blokken.txt", als_blokken(waarheid, zaad=zaad).encode()),
        ]
    blad = _invulblad()
    return (
        *gevonden,
        ("blad.xlsx", vormen.als_xlsx(blad)),
        ("blad.ods", als_ods(blad)),
        ("blad.csv", als_csv(blad)),
        ("sjabloon.xlsx", sjabloon(kader="Proef", editie_id="proef-1", regels=_REGELS, formaat="xlsx")),
    )


_REGELS = [Sjabloonregel(f"i{nr}", "Thema", "", f"Indicator nummer {nr}") for nr in range(3)]


def _invulblad() -> Document:
    """Our own form, filled in for two metingen."""
    tekst = sjabloon(kader="Proef", editie_id="proef-1", regels=_REGELS, formaat="csv", metingen=2).decode("utf-8-sig")
    rijen = [list(rij) for rij in csv.reader(io.StringIO(tekst, newline=""), delimiter=";")]
    breed = max(map(len, rijen))
    rijen = [rij + [""] * (breed - len(rij)) for rij in rijen]
    for rij in rijen:
        if rij[0].startswith("i") and rij[0][1:].isdecimal():
            rij[4:8] = ["✓", "Dit gaat goed.", "X", "Dit nog niet."]
        if "Peiljaar" in "".join(rij):
            rij[4:8] = ["2013", "", "2014", ""]
    return Document("rekenblad", (Tabel(tuple(map(tuple, rijen))),))


def _pdf(document: Document) -> bytes:
    """The report as a PDF in which everything can be seen, and so spoiled."""
    rl_config.pageCompression = 0
    try:
        return vormen.als_pdf(document)
    finally:
        rl_config.pageCompression = 1


def _klein(document: Document) -> Document:
    """The first paragraph and table."""
    blokken = [*[b for b in document.blokken if isinstance(b, Alinea)][:2]]
    tabel = next(b for b in document.blokken if isinstance(b, Tabel))
    return Document(document.vorm, (*blokken, tabel))


def als_ods(document: Document) -> bytes:
    """The report as one sheet of OpenDocument."""
    boek = odfdo.Document("spreadsheet")
    boek.body.clear()
    blad = odfdo.Table("Blad")
    for rij in rijen_van(document):
        blad.append_row(odfdo.Row())
        blad.set_row_values(blad.height - 1, list(rij))
    boek.body.append(blad)
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def als_csv(document: Document) -> bytes:
    """The report as CSV, as Dutch programs write it."""
    rijen = [rij for blok in document.blokken if isinstance(blok, Tabel) for rij in blok.rijen]
    regels = [";".join('"' + cel.replace('"', '""') + '"' for cel in rij) for rij in rijen]
    return "\r\n".join(regels).encode()


def rijen_van(document: Document) -> list[tuple[str, ...]]:
    """Everything below each other, cell by cell."""
    rijen: list[tuple[str, ...]] = []
    for blok in document.blokken:
        rijen += [(" ".join(blok.regels),)] if isinstance(blok, Alinea) else blok.rijen
    return rijen


# --- spoiling: what is drawn is small (kinds, places, values), so that a finding shrinks to one change ---------------

PLEK = st.integers(0, 2**20)
_BYTES = st.binary(max_size=8) | st.sampled_from(
    [
        b"\x00" * 64,
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"<",
        b"&",
        b"\r",
        b"PK\x03\x04",
        "✓".encode(),
        "✗".encode(),
        b"]]>",
        b"\x1b",
    ]
)
_DAAD = st.sampled_from(("keer om", "zet", "weg", "erbij", "dubbel", "kap af"))
BYTEDADEN = st.lists(st.tuples(_DAAD, PLEK, st.integers(1, 400), _BYTES), min_size=1, max_size=4)
XMLDADEN = st.lists(
    st.tuples(
        st.sampled_from(("waarde", "waarde", "naam", "tekst", "weg", "dubbel", "nest", "wissel", "leeg")),
        PLEK,
        PLEK,
        st.sampled_from(LASTIG) | st.sampled_from(["✓", "X", "✓ X", "voldoet"]),
    ),
    min_size=1,
    max_size=4,
)


@st.composite
def verknoeide(draw: st.DrawFn) -> tuple[str, bytes]:
    """A name and a file that was whole before: bytes, parts, elements, values or numbers of it spoiled."""
    naam, inhoud = draw(st.sampled_from(bestanden()))
    manier = draw(st.sampled_from(("bytes", "binnen", "binnen", "binnen")))
    if manier == "bytes":
        return naam, verknoei_bytes(inhoud, draw(BYTEDADEN))
    if naam.endswith(".pdf"):
        return naam, _verknoei_getallen(inhoud, draw(XMLDADEN))
    if not inhoud.startswith(b"PK"):
        return naam, verknoei_bytes(inhoud, draw(BYTEDADEN))
    return naam, verknoei_pakket(inhoud, draw(PLEK), draw(st.booleans()), draw(XMLDADEN), draw(BYTEDADEN))


def verknoei_bytes(inhoud: bytes, daden: list[tuple[str, int, int, bytes]]) -> bytes:
    """The bytes after these deeds, each at its place."""
    uit = bytearray(inhoud)
    for daad, plek, lengte, nieuw in daden:
        waar = plek % (len(uit) + 1)
        if daad == "keer om" and waar < len(uit):
            uit[waar] ^= 1 << (lengte % 8)
        elif daad == "zet":
            uit[waar : waar + len(nieuw)] = nieuw
        elif daad == "weg":
            del uit[waar : waar + lengte]
        elif daad == "erbij":
            uit[waar:waar] = nieuw
        elif daad == "dubbel":
            uit[waar:waar] = uit[waar : waar + lengte]
        elif daad == "kap af":
            del uit[max(waar, 1) :]
    return bytes(uit)


def verknoei_pakket(
    inhoud: bytes,
    welk: int,
    heel: bool,  # noqa: FBT001 - drawn
    xmldaden: list[tuple[str, int, int, str]],
    bytedaden: list[tuple[str, int, int, bytes]],
) -> bytes:
    """A zip of which one part is spoiled, mostly that of the text: as well formed XML (`heel`), or as bytes."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as oud, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as nieuw:
        alle = [info.filename for info in oud.infolist()]
        namen = [naam for naam in alle if _DELEN.search(naam)] or alle
        tekst = [n for n in namen if re.search(r"document\.xml$|content\.xml$|sheet1\.xml$|sharedStrings", n)]
        keuze = [*namen, *tekst * (len(namen) // max(1, len(tekst)))]
        deel = keuze[welk % len(keuze)]
        for info in oud.infolist():
            bytes_ = oud.read(info)
            if info.filename == deel:
                bytes_ = (_verknoei_xml(bytes_, xmldaden) if heel else None) or verknoei_bytes(bytes_, bytedaden)
            nieuw.writestr(info, bytes_)
    return uit.getvalue()


def _verknoei_xml(xml: bytes, daden: list[tuple[str, int, int, str]]) -> bytes | None:
    """XML after these deeds, well formed still; None where it is no XML."""
    try:
        wortel = etree.fromstring(xml)
    except etree.XMLSyntaxError:
        return None
    for daad, plek, ander, nieuw in daden:
        alle = list(wortel.iter("*"))
        element = alle[plek % len(alle)]
        if not _doe(daad, element, nieuw) and element.getparent() is not None:
            _verplaats(daad, element, alle[ander % len(alle)])
    return bytes(etree.tostring(wortel, xml_declaration=True, encoding="UTF-8"))


def _doe(daad: str, element: Any, nieuw: str) -> bool:  # noqa: ANN401 - lxml ships no types
    """One deed within an element; False where this is none."""
    if daad == "waarde" and element.attrib:
        element.attrib[sorted(element.attrib)[len(nieuw) % len(element.attrib)]] = nieuw
    elif daad == "tekst":
        element.text = nieuw
    elif daad == "leeg":
        for kind in list(element):
            element.remove(kind)
    else:
        return False
    return True


def _verplaats(daad: str, element: Any, ander: Any) -> None:  # noqa: ANN401 - as above
    """One deed with an element that is not the root, and another one."""
    boven = element.getparent()
    if daad == "naam":
        element.tag = ander.tag
    elif daad == "weg":
        boven.remove(element)
    elif daad == "dubbel":
        boven.append(etree.fromstring(etree.tostring(element, with_tail=False)))
    elif daad == "nest":
        element.append(etree.fromstring(etree.tostring(element, with_tail=False)))
    elif daad == "wissel" and ander is not element and element not in list(ander.iterancestors()):
        ander.append(element)


def _verknoei_getallen(inhoud: bytes, daden: list[tuple[str, int, int, str]]) -> bytes:
    """A PDF in which numbers, names and operators are others, or gone."""
    for daad, plek, _, nieuw in daden:
        patroon = (
            rb"-?\d+\.?\d*" if daad in {"waarde", "leeg", "tekst"} else rb"/\w+|\b(?:Tj|Tm|Td|Tf|BT|ET|re|cm|obj|R)\b"
        )
        vondsten = list(re.finditer(patroon, inhoud))
        if not vondsten:
            break
        vondst = vondsten[plek % len(vondsten)]
        erin = b"" if daad in {"weg", "leeg"} else nieuw.encode()[:40]
        if daad in {"dubbel", "nest"}:
            erin = vondst[0] + b" " + vondst[0]
        inhoud = inhoud[: vondst.start()] + erin + inhoud[vondst.end() :]
    return inhoud
