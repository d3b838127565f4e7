"""Which reader gets a file is decided by what is in it; what no reader takes is refused in one Dutch sentence."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path

import docx
import odfdo
import openpyxl
import pytest

from data.rapporten import lezers
from data.rapporten.document import Document
from data.rapporten.fouten import Onleesbaar
from data.rapporten.lezers import lees_document, pakket, soort
from tests.data.rapporten import bestanden
from tests.data.rapporten.bestanden import OFFICE, OLE, alineas, deel_van, een_zin, lees, vervang_deel, weigering

BOM_VAN_XML = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a0 "aaaaaaaaaa">'
    + "".join(f'<!ENTITY a{nr} "{f"&a{nr - 1};" * 10}">' for nr in range(1, 9))
    + "]><w:document xmlns:w='w'><w:body><w:p><w:r><w:t>&a8;</w:t></w:r></w:p></w:body></w:document>"
)


@cache
def als_docx(tekst: str = "Rapport") -> bytes:
    document, uit = docx.Document(), io.BytesIO()
    document.add_paragraph(tekst)
    document.save(uit)
    return uit.getvalue()


@cache
def als_odt(tekst: str = "Rapport") -> bytes:
    document, uit = odfdo.Document("text"), io.BytesIO()
    document.body.clear()
    document.body.append(odfdo.Paragraph(tekst))
    document.save(uit)
    return uit.getvalue()


@cache
def als_xlsx(tekst: str = "Rapport") -> bytes:
    map_, uit = openpyxl.Workbook(), io.BytesIO()
    map_.active.append([tekst])
    map_.save(uit)
    return uit.getvalue()


MAKERS = {"docx": als_docx, "odt": als_odt, "xlsx": als_xlsx}


@pytest.mark.parametrize(
    ("inhoud", "naam", "vorm"),
    [
        (als_docx(), "r.docx", "Word-document"),
        (als_odt(), "r.odt", "OpenDocument-tekst"),
        (als_xlsx(), "r.xlsx", "Excel-werkmap"),
        (b"Rapport", "r.txt", "tekstbestand"),
        (b"Rapport", "rapport", "tekstbestand"),
        (b"Rapport", "r.md", "tekstbestand"),
        (b"Indicator;2013\nRapport;X\n", "r.csv", "CSV-bestand"),
    ],
)
def test_elke_vorm_heeft_een_lezer(tmp_path: Path, inhoud: bytes, naam: str, vorm: str) -> None:
    document = lees(tmp_path, inhoud, naam)
    assert (document.vorm, document.opmerkingen) == (vorm, ())
    assert "Rapport" in [tekst for _, tekst in document.teksten()]


@pytest.mark.parametrize(
    ("inhoud", "naam", "vorm"),
    [
        (als_docx(), "rapport.pdf", "Word-document"),
        (als_odt(), "rapport.DOCX", "OpenDocument-tekst"),
        (als_xlsx(), "rapport.csv", "Excel-werkmap"),
        (b"Rapport", "rapport.doc", "tekstbestand"),
        (b"Een verslag, met komma's.\nEn nog een regel.\n", "rapport.csv", "tekstbestand"),
        (b"Indicator;2013;2014\nEen;X;X\n", "rapport.txt", "CSV-bestand"),
    ],
)
def test_een_verkeerde_naam_wordt_gemeld_en_de_inhoud_gelezen(
    tmp_path: Path, inhoud: bytes, naam: str, vorm: str
) -> None:
    document = lees(tmp_path, inhoud, naam)
    assert document.vorm == vorm
    uitgang = naam.rpartition(".")[2].lower()
    zin = f"De naam van het bestand eindigt op .{uitgang}, maar de inhoud is een {vorm}; het is als {vorm} gelezen."
    assert document.opmerkingen == (een_zin(zin),)


@pytest.mark.parametrize("naam", ["Rapport Alkwaar v1.2", "rapport.definitief-2014", "rapport", ".pdf"])
def test_een_naam_zonder_uitgang_belooft_niets(tmp_path: Path, naam: str) -> None:
    assert lees(tmp_path, b"Rapport", naam).opmerkingen == ()


def _ole(naam: str) -> bytes:
    return OLE + b"\0" * 504 + naam.encode("utf-16-le") + b"\0" * 512


@pytest.mark.parametrize(
    ("inhoud", "woord"),
    [
        (b"", "leeg"),
        (_ole("EncryptedPackage"), "wachtwoord"),
        (_ole("WordDocument"), "oud Word-formaat"),
        (_ole("Workbook"), "oud Excel-formaat"),
        (_ole("iets anders"), "oud Office-formaat"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 20, "afbeelding (PNG)"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 20, "afbeelding (JPEG)"),
        (b"GIF89a" + b"\0" * 20, "afbeelding (GIF)"),
        (b"II*\0" + b"\0" * 20, "afbeelding (TIFF)"),
        (b"RIFF\1\2\3\4WEBP", "afbeelding (WEBP)"),
        (b"\0\0\0\x18ftypheic", "afbeelding (HEIC)"),
        (b"MZ" + b"\0" * 100, "programma"),
        (b"\x7fELF\2\1\1", "programma"),
        (b"#!/bin/sh\nrm -rf /\n", "programma"),
        (b"{\\rtf1 Rapport}", "RTF"),
        (b"<!DOCTYPE html><html><body>Rapport</body></html>", "webpagina"),
        (b"\xef\xbb\xbf <html>", "webpagina"),
        (b"<?xml version='1.0'?><a/>", "XML"),
        (BOM_VAN_XML.encode(), "XML"),
        (b"\x1f\x8b\x08\0", "ingepakt bestand (GZIP)"),
        (b"7z\xbc\xaf\x27\x1c", "ingepakt bestand (7Z)"),
        (bestanden.pakket({"rapport.txt": "Rapport"}), "ingepakt bestand (ZIP)"),
        (bestanden.pakket({}), "leeg ZIP-bestand"),
        (bestanden.pakket({"ppt/presentation.xml": "<a/>"}), "PowerPoint"),
        (bestanden.pakket({"xl/workbook.bin": "x"}), "XLSB"),
        (bestanden.pakket({"mimetype": "application/epub+zip"}), "kan niet gelezen worden"),
        (bytes(range(256)) * 8, "geen leesbare tekst"),
    ],
)
def test_wat_niemand_leest_wordt_geweigerd(tmp_path: Path, inhoud: bytes, woord: str) -> None:
    assert woord in weigering(tmp_path, inhoud, "rapport.docx")


def test_de_weigering_noemt_wat_wel_kan() -> None:
    for vorm in ("PDF", "DOCX", "ODT", "XLSX", "ODS", "CSV", "platte tekst"):
        assert vorm in soort.GELEZEN


def test_een_bestand_dat_er_niet_is(tmp_path: Path) -> None:
    with pytest.raises(Onleesbaar) as fout:
        lees_document(tmp_path / "weg", naam="weg.pdf", meld=bestanden.niets)
    assert een_zin(str(fout.value)) == lezers.WEG


@pytest.mark.parametrize("vorm", MAKERS)
@pytest.mark.parametrize("deel", [0.02, 0.5, 0.95])
def test_een_afgekapt_bestand(tmp_path: Path, vorm: str, deel: float) -> None:
    heel = MAKERS[vorm]()
    assert weigering(tmp_path, heel[: int(len(heel) * deel)], f"r.{vorm}") == pakket.BESCHADIGD


@pytest.mark.parametrize("vorm", MAKERS)
def test_een_versleuteld_pakket(tmp_path: Path, vorm: str) -> None:
    with zipfile.ZipFile(io.BytesIO(MAKERS[vorm]())) as zip_:
        delen: dict[str, bytes | str] = {info.filename: zip_.read(info) for info in zip_.filelist}
    assert weigering(tmp_path, bestanden.pakket(delen, vlag=1), f"r.{vorm}") == pakket.BEVEILIGD


def test_een_odt_met_wachtwoord(tmp_path: Path) -> None:
    manifest = deel_van(als_odt(), "META-INF/manifest.xml").replace(
        b"<manifest:file-entry ", b"<manifest:encryption-data/><manifest:file-entry ", 1
    )
    assert weigering(tmp_path, vervang_deel(als_odt(), "META-INF/manifest.xml", manifest), "r.odt") == pakket.BEVEILIGD


HOOFDDEEL = {"docx": "word/document.xml", "odt": "content.xml", "xlsx": "xl/worksheets/sheet1.xml"}


@pytest.mark.parametrize("vorm", MAKERS)
def test_een_zipbom_wordt_niet_uitgepakt(tmp_path: Path, vorm: str) -> None:
    bom = vervang_deel(MAKERS[vorm](), HOOFDDEEL[vorm], b" " * 20_000_000)
    assert len(bom) < 100_000
    assert weigering(tmp_path, bom, f"r.{vorm}") == pakket.TE_GROOT


def test_ook_te_veel_delen_of_te_veel_in_totaal_is_een_bom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pakket, "MEEST_DELEN", 3)
    assert weigering(tmp_path, als_docx(), "r.docx") == pakket.TE_GROOT
    monkeypatch.setattr(pakket, "MEEST_DELEN", 10_000)
    monkeypatch.setattr(pakket, "MEEST_BYTES", 1000)
    assert weigering(tmp_path, als_docx(), "r.docx") == pakket.TE_GROOT


@pytest.mark.parametrize("vorm", MAKERS)
@pytest.mark.parametrize("codering", ["utf-8", "utf-16"])
def test_een_bom_van_entiteiten(tmp_path: Path, vorm: str, codering: str) -> None:
    xml = BOM_VAN_XML.replace('"1.0"', f'"1.0" encoding="{codering}"')
    bom = vervang_deel(MAKERS[vorm](), HOOFDDEEL[vorm], xml.encode(codering))
    assert weigering(tmp_path, bom, f"r.{vorm}") == pakket.ENTITEITEN


@pytest.mark.parametrize("vorm", MAKERS)
def test_een_entiteit_die_een_bestand_leest(tmp_path: Path, vorm: str) -> None:
    geheim = tmp_path / "geheim.txt"
    geheim.write_text("geheim")
    xml = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY g SYSTEM "{geheim.as_uri()}">]><a>&g;</a>'
    assert weigering(tmp_path, vervang_deel(MAKERS[vorm](), HOOFDDEEL[vorm], xml), f"r.{vorm}") == pakket.ENTITEITEN


@pytest.mark.parametrize("vorm", MAKERS)
@pytest.mark.parametrize("xml", ["<a", "", "<a>&onbekend;</a>", "<a></b>"])
def test_kapotte_xml(tmp_path: Path, vorm: str, xml: str) -> None:
    assert weigering(tmp_path, vervang_deel(MAKERS[vorm](), HOOFDDEEL[vorm], xml), f"r.{vorm}")


def test_diep_geneste_xml(tmp_path: Path) -> None:
    namen = [f"a{nr * nr}" for nr in range(5000)]
    xml = "".join(f"<{naam}>" for naam in namen) + "".join(f"</{naam}>" for naam in reversed(namen))
    assert weigering(tmp_path, vervang_deel(als_odt(), "content.xml", xml), "r.odt") == pakket.BESCHADIGD


def test_een_document_zonder_tekst(tmp_path: Path) -> None:
    assert "geen tekst" in weigering(tmp_path, als_docx(""), "r.docx")
    assert "geen tekst" in weigering(tmp_path, als_odt(""), "r.odt")
    assert "leeg" in weigering(tmp_path, als_xlsx(""), "r.xlsx")


@pytest.mark.parametrize("fout", [MemoryError, RecursionError, IndexError, AttributeError, OSError])
def test_wat_een_lezer_ook_overkomt_de_gebruiker_krijgt_een_zin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fout: type[Exception]
) -> None:
    def stuk(*_: object) -> Document:
        raise fout

    monkeypatch.setattr("data.rapporten.lezers.tekst.lees", stuk)
    assert weigering(tmp_path, b"Rapport", "r.txt")


def test_opmaak_van_een_programma_blijft_tekst(tmp_path: Path) -> None:
    gevaar = "<script>alert(1)</script> =HYPERLINK(1) {{7*7}} ${x}"
    for vorm, maak in MAKERS.items():
        assert alineas(lees(tmp_path, maak(gevaar), f"r.{vorm}")) == [(gevaar,)]
    assert alineas(lees(tmp_path, gevaar, "r.txt")) == [(gevaar,)]


def test_macros_worden_niet_bekeken(tmp_path: Path) -> None:
    soorten = deel_van(als_docx(), "[Content_Types].xml").replace(
        f"{OFFICE}.wordprocessingml.document.main+xml".encode(),
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    docm = vervang_deel(vervang_deel(als_docx(), "[Content_Types].xml", soorten), "word/vbaProject.bin", OLE)
    document = lees(tmp_path, docm, "r.docm")
    assert (alineas(document), document.opmerkingen) == ([("Rapport",)], ())
