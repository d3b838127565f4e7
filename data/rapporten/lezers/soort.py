"""What kind of file it is, by what is in it: a name says little, and a wrong one is no reason to fail."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from data.rapporten.fouten import Onleesbaar
from data.rapporten.lezers.pakket import BEVEILIGD, KAPOT, bekijk

#: The kinds that we read, in Dutch.
SOORTEN = {
    "pdf": "PDF",
    "docx": "Word-document",
    "odt": "OpenDocument-tekst",
    "xlsx": "Excel-werkmap",
    "ods": "OpenDocument-rekenblad",
    "csv": "CSV-bestand",
    "tekst": "tekstbestand",
}
#: The kind that the ending of a name promises.
UITGANGEN = {
    "pdf": "pdf",
    **dict.fromkeys(("docx", "docm", "dotx", "dotm"), "docx"),
    **dict.fromkeys(("odt", "ott"), "odt"),
    **dict.fromkeys(("xlsx", "xlsm", "xltx", "xltm"), "xlsx"),
    **dict.fromkeys(("ods", "ots"), "ods"),
    "csv": "csv",
    **dict.fromkeys(("txt", "text", "md", "markdown", "tsv", "tab"), "tekst"),
}
GELEZEN = "PDF, DOCX, ODT, XLSX, ODS, CSV of platte tekst"
LEEG = "Het bestand is leeg; kies het rapport zelf."

_AFBEELDING = "Dit is een afbeelding ({}); maak er met tekstherkenning (OCR) een PDF met tekst van en lever die aan."
_INGEPAKT = "Dit is een ingepakt bestand ({}); pak het uit en lever het rapport zelf aan."
_PROGRAMMA = f"Dit is een programma en geen rapport; lever het rapport aan als {GELEZEN}."
_ANDER_FORMAAT = "Dit is een bestand in {}; open het in Word of LibreOffice en bewaar het als DOCX of PDF."
_REKENBLAD = "Dit is een rekenblad in {}; open het in Excel of LibreOffice en bewaar het als XLSX of ODS."
_WEBPAGINA = "Dit is een webpagina (HTML); druk die af naar PDF en lever de PDF aan."
_ONBEKEND = f"Dit soort bestand kan niet gelezen worden; lever het rapport aan als {GELEZEN}."

#: First bytes of what we do not read, and what the user is told.
_WEIGER = tuple(
    (re.compile(begin, re.DOTALL | re.IGNORECASE), zin)
    for begin, zin in (
        (rb"\x89PNG\r\n", _AFBEELDING.format("PNG")),
        (rb"\xff\xd8\xff", _AFBEELDING.format("JPEG")),
        (rb"GIF8[79]a", _AFBEELDING.format("GIF")),
        (rb"II\*\0|MM\0\*", _AFBEELDING.format("TIFF")),
        (rb"BM.{4}\0{4}", _AFBEELDING.format("BMP")),
        (rb"RIFF.{4}WEBP", _AFBEELDING.format("WEBP")),
        (rb".{4}ftyp(?:hei|mif|avif)", _AFBEELDING.format("HEIC")),
        (rb"\x7fELF|MZ.{0,400}PE\0\0|MZ.{58}|\xcf\xfa\xed\xfe|\xca\xfe\xba\xbe|#!\s?/", _PROGRAMMA),
        (rb"\{\\rtf", _ANDER_FORMAAT.format("het oude RTF-formaat")),
        (rb"\x1f\x8b\x08", _INGEPAKT.format("GZIP")),
        (rb"7z\xbc\xaf\x27\x1c", _INGEPAKT.format("7Z")),
        (rb"Rar!\x1a\x07", _INGEPAKT.format("RAR")),
        (rb"BZh[1-9]1AY", _INGEPAKT.format("BZIP2")),
        (rb"\xfd7zXZ\0", _INGEPAKT.format("XZ")),
        (rb"PK\x05\x06", _INGEPAKT.format("een leeg ZIP-bestand")),
        (
            rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
            _WEBPAGINA,
        ),
        (rb"(?:\xef\xbb\xbf)?\s*<\?xml\b", f"Dit is een los XML-bestand; lever het rapport aan als {GELEZEN}."),
    )
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: Names in the table of contents of an old Office container (UTF-16), in the order in which they decide.
_IN_OLE = (
    ("EncryptedPackage", BEVEILIGD),
    ("WordDocument", "Dit is een oud Word-formaat (DOC); open het in Word of LibreOffice en bewaar het als DOCX."),
    ("Workbook", "Dit is een oud Excel-formaat (XLS); open het in Excel of LibreOffice en bewaar het als XLSX."),
    ("PowerPoint Document", _ANDER_FORMAAT.format("een oud PowerPoint-formaat")),
)
_ODF = {
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
}
#: A part that only this kind of package has.
_OOXML = (
    ("word/", "docx", ""),
    ("xl/workbook.bin", "", _REKENBLAD.format("het binaire formaat XLSB")),
    ("xl/", "xlsx", ""),
    ("ppt/", "", _ANDER_FORMAAT.format("PowerPoint-formaat")),
)
_HOOFD = 4096


def herken(pad: Path) -> str:
    """The kind of file as a key of SOORTEN; "tekst" for anything that may be text, CSV included.

    Raises Onleesbaar for an empty file, one with a password, and every kind that we do not read.
    """
    with pad.open("rb") as bestand:
        hoofd = bestand.read(_HOOFD)
    if not hoofd:
        raise Onleesbaar(LEEG)
    if b"%PDF-" in hoofd[:1024]:
        return "pdf"
    if hoofd.startswith(b"PK\x03\x04"):
        return _van_pakket(pad)
    if hoofd.startswith(_OLE):
        raise Onleesbaar(_van_ole(pad))
    for begin, zin in _WEIGER:
        if begin.match(hoofd):
            raise Onleesbaar(zin)
    return "tekst"


def _van_pakket(pad: Path) -> str:
    """The kind of a zip package, by its parts."""
    with bekijk(pad) as pakket:
        namen = pakket.namelist()
        if "mimetype" in namen:
            return _van_odf(pakket)
    for begin, soort, zin in _OOXML:
        if any(naam.startswith(begin) for naam in namen):
            if zin:
                raise Onleesbaar(zin)
            return soort
    raise Onleesbaar(_INGEPAKT.format("ZIP") if namen else _INGEPAKT.format("een leeg ZIP-bestand"))


def _van_odf(pakket: zipfile.ZipFile) -> str:
    """The kind of an OpenDocument package; a template is its kind too."""
    try:
        mimetype = pakket.read("mimetype")[:200].decode("ascii", "replace").strip()
        manifest = pakket.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in pakket.namelist() else b""
    except KAPOT as fout:
        raise Onleesbaar(_ONBEKEND) from fout
    if b"encryption-data" in manifest:
        raise Onleesbaar(BEVEILIGD)
    soort = _ODF.get(mimetype.removesuffix("-template"))
    if soort is None:
        raise Onleesbaar(_ONBEKEND)
    return soort


def _van_ole(pad: Path) -> str:
    """What to tell about an old Office container; new Office puts an encrypted file in one too."""
    inhoud = pad.read_bytes()
    for naam, zin in _IN_OLE:
        if naam.encode("utf-16-le") in inhoud:
            return zin
    return _ANDER_FORMAAT.format("een oud Office-formaat")
