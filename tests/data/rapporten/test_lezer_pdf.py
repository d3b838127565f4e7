"""A PDF as a Document: text in reading order, heads and feet left out, signs of picture fonts, clear refusals."""

from __future__ import annotations

import time
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from data.rapporten.document import Alinea, Document, Tabel
from data.rapporten.fouten import Onleesbaar
from data.rapporten.lezers import pdf as lezer
from data.rapporten.lezers._pdf.tekens import ONBEKEND, teken
from data.rapporten.lezers.pdf import lees
from tests.data.rapporten.pdfmaker import KOP, TITEL, alinea, alineas, gelezen, maak, tabel, tabellen, wit

ZIN = "De gemeente Voorbeeldstad heeft met haar partners besproken hoe gezinnen hulp krijgen als zij die nodig hebben. "


def test_alineas_staan_in_leesvolgorde_met_bladzijde(tmp_path: Path) -> None:
    from reportlab.platypus import PageBreak

    delen = [alinea("Uitkomsten", TITEL), alinea(ZIN * 3), wit(), alinea("- eerste punt"), alinea("- tweede punt")]
    delen += [PageBreak(), alinea("Vervolg", KOP), alinea(ZIN)]
    document = gelezen(maak(tmp_path / "a.pdf", delen))
    assert document.vorm == "PDF"
    assert alineas(document) == [
        "Uitkomsten", (ZIN * 3).strip(), "- eerste punt", "- tweede punt", "Vervolg", ZIN.strip()
    ]  # fmt: skip
    assert [blok.pagina for blok in document.blokken] == [1, 1, 1, 1, 2, 2]
    assert document.opmerkingen == ()


def test_regels_blijven_zoals_gedrukt_met_hun_streepje(tmp_path: Path) -> None:
    blad = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    for nummer, regel in enumerate(("Er zijn samenwerkings-", "afspraken over in- en", "uitstroom gemaakt.")):
        blad.drawString(70, 700 - 13 * nummer, regel)
    blad.save()
    (blok,) = gelezen(tmp_path / "a.pdf").blokken
    assert isinstance(blok, Alinea)
    assert blok.regels == ("Er zijn samenwerkings-", "afspraken over in- en", "uitstroom gemaakt.")
    assert blok.tekst == "Er zijn samenwerkingsafspraken over in- en uitstroom gemaakt."


def test_twee_kolommen_tekst_worden_na_elkaar_gelezen(tmp_path: Path) -> None:
    blad = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    blad.setFont("Helvetica", 10)
    blad.drawString(
        60, 760, "Een kop die over beide kolommen van de bladzijde heen loopt, van links tot ver naar rechts"
    )
    for nummer in range(20):
        blad.drawString(60, 720 - 12 * nummer, f"links staat hier de regel nummer {nummer} van")
        blad.drawString(320, 720 - 12 * nummer, f"rechts staat hier de regel nummer {nummer} van")
    blad.save()
    kop, links, rechts = alineas(gelezen(tmp_path / "a.pdf"))
    assert kop.startswith("Een kop")
    assert links == " ".join(f"links staat hier de regel nummer {n} van" for n in range(20))
    assert rechts == " ".join(f"rechts staat hier de regel nummer {n} van" for n in range(20))


def test_kop_en_voetregels_vallen_weg_maar_niet_het_thema_boven_een_tabel(tmp_path: Path) -> None:
    def rand(blad: Canvas, document: object) -> None:
        blad.setFont("Helvetica", 8)
        blad.drawString(60, 815, "Rapport Voorbeeldstad")
        blad.drawString(60, 25, f"Samen Toezicht | juni 2015 | bladzijde {blad.getPageNumber()}")
        blad.drawRightString(540, 25, str(blad.getPageNumber()))

    from reportlab.platypus import PageBreak

    delen = []
    for nummer in range(4):
        rijen = [("Indicator", "2014"), (f"Er is afspraak {nummer}", "✗ Nee.")]
        delen += [
            alinea("Samenspel", KOP),
            tabel(rijen, (150, 200), "kaal"),
            wit(20),
            alinea(f"Slot {nummer}. {ZIN}"),
            PageBreak(),
        ]
    document = gelezen(maak(tmp_path / "a.pdf", delen, rand=rand))
    verwacht = [tekst for nummer in range(4) for tekst in ("Samenspel", f"Slot {nummer}. {ZIN}".strip())]
    assert alineas(document) == verwacht
    assert [deel[1:] for deel in tabellen(document)] == [[(f"Er is afspraak {n}", "✗ Nee.")] for n in range(4)]


def test_een_voetregel_met_een_teken_blijft_staan(tmp_path: Path) -> None:
    def rand(blad: Canvas, document: object) -> None:
        blad.drawString(60, 25, "X betekent verbeterpunt")

    from reportlab.platypus import PageBreak

    document = gelezen(maak(tmp_path / "a.pdf", [alinea(ZIN), PageBreak()] * 3, rand=rand))
    assert alineas(document).count("X betekent verbeterpunt") == 3


def test_een_gedraaide_bladzijde_wordt_recht_gelezen(tmp_path: Path) -> None:
    blad = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    blad.setPageRotation(90)
    blad.rotate(90)
    blad.translate(0, -A4[0])
    for hoogte, woorden in (
        (500, ("Indicator", "2014", "2015")),
        (480, ("Er is een visie", "X Nee.", "")),
        (460, ("Er zijn doelen", "", "X Nee.")),
    ):
        for links, woord in zip((60, 260, 460), woorden, strict=True):
            blad.drawString(links, hoogte, woord)
    for hoogte in (515, 495, 475, 455):
        blad.line(50, hoogte, 660, hoogte)
    for links in (50, 250, 450, 660):
        blad.line(links, 455, links, 515)
    blad.save()
    (blok,) = gelezen(tmp_path / "a.pdf").blokken
    assert blok == Tabel(
        (("Indicator", "2014", "2015"), ("Er is een visie", "X Nee.", ""), ("Er zijn doelen", "", "X Nee.")), 1
    )


@pytest.mark.parametrize(
    ("code", "font", "verwacht"),
    [
        (0xFC, "Wingdings", "✓"), (0xFB, "ABCDEF+Wingdings", "✗"), (0xF0FC, "ABCDEF+Wingdings-Regular", "✓"),
        (0xFE, "Wingdings", "☑"), (0xFD, "Wingdings", "☒"), (0xF0FD, "", "☒"), (0xF0FB, "Calibri", "✗"),
        (ord("P"), "Wingdings2", "✓"), (ord("O"), "XYZABC+Wingdings 2", "✗"), (ord("R"), "Wingdings-2", "☑"),
        (ord("Q"), "Wingdings2", "☒"), (0xF050, "Wingdings 2", "✓"),
        (ord("3"), "ZapfDingbats", "✓"), (ord("4"), "ITCZapfDingbats", "✔"), (ord("7"), "ZapfDingbats", "✗"),
        (ord("8"), "ZapfDingbats", "✘"), (0x2713, "ZapfDingbats", "✓"), (0x2717, "Wingdings", "✗"),
        (ord("l"), "Wingdings", "•"), (0xA7, "Wingdings", "•"), (0xF0B7, "Symbol", "•"), (0xB7, "SymbolMT", "•"),
        (0xD6, "Symbol", "√"), (ord("%"), "Wingdings", ONBEKEND), (0xE123, "Calibri", ONBEKEND),
        (0, "Calibri", ONBEKEND),
        (ord("X"), "Calibri", "X"), (ord("ü"), "Calibri", "ü"), (ord("P"), "Arial", "P"),
    ],
)  # fmt: skip
def test_tekens_van_beeldfonts(code: int, font: str, verwacht: str) -> None:
    assert teken(code, font) == verwacht


def test_een_letter_die_het_bestand_niet_kent_blijft_als_onbekend_teken() -> None:
    assert teken(ord("A"), "ABCDEF+Calibri", fout=True) == ONBEKEND
    # in a picture font the code itself says what is drawn
    assert teken(0xFC, "ABCDEF+Wingdings", fout=True) == "✓"


def test_json_heen_en_terug_met_opmerkingen() -> None:
    document = Document("PDF", (Alinea(("a", "b"), 1), Tabel((("x", ""),), 2)), ("Bladzijde 3 is een afbeelding.",))
    assert Document.uit_json(document.als_json()) == document


def _afbeelding(blad: Canvas) -> None:
    blad.rect(100, 100, 200, 200, fill=1)
    blad.showPage()


def test_bladzijden_zonder_tekst_worden_genoemd(tmp_path: Path) -> None:
    blad = Canvas(str(tmp_path / "a.pdf"))
    for nummer in range(1, 9):
        if nummer in (3, 5, 6, 7):
            _afbeelding(blad)
        else:
            blad.drawString(70, 700, f"Bladzijde met tekst over gezinnen, deel {'abcdefgh'[nummer - 1]}")
            blad.showPage()
    blad.save()
    document = gelezen(tmp_path / "a.pdf")
    assert len(document.blokken) == 4
    (opmerking,) = document.opmerkingen
    assert opmerking.startswith("Op de bladzijden 3 en 5–7 staat geen tekst")


def test_voortgang_per_bladzijde(tmp_path: Path) -> None:
    blad = Canvas(str(tmp_path / "a.pdf"))
    for nummer in range(3):
        blad.drawString(70, 700, f"tekst {nummer}")
        blad.showPage()
    blad.save()
    gemeld: list[tuple[int, int]] = []
    lees(tmp_path / "a.pdf", lambda nummer, aantal: gemeld.append((nummer, aantal)))
    assert gemeld == [(1, 3), (2, 3), (3, 3)]


def _gewoon(pad: Path) -> bytes:
    return maak(pad, [alinea(ZIN * 40)]).read_bytes()


def _beveiligd(pad: Path) -> bytes:
    buffer = BytesIO()
    blad = Canvas(buffer, encrypt=StandardEncryption("geheim", "ook geheim"))
    blad.drawString(70, 700, "verborgen")
    blad.save()
    return buffer.getvalue()


def _alleen_beeld(pad: Path) -> bytes:
    buffer = BytesIO()
    blad = Canvas(buffer)
    _afbeelding(blad)
    blad.save()
    return buffer.getvalue()


def _omgevallen_bit(pad: Path) -> bytes:
    """A PDF of which one byte in the packed text is another: a mending reader would drop what follows."""
    stroom = zlib.compress(b"BT /F1 12 Tf 70 700 Td (X Er is geen visie, wel een plan voor later) Tj ET" * 30)
    kapot = stroom[: len(stroom) // 2] + bytes([stroom[len(stroom) // 2] ^ 0xFF]) + stroom[len(stroom) // 2 + 1 :]
    kop = f"4 0 obj\n<< /Length {len(kapot)} /Filter /FlateDecode >>\nstream\n".encode()
    return _gewoon(pad).replace(b"%%EOF", kop + kapot + b"\nendstream\nendobj\n%%EOF")


@pytest.mark.parametrize(
    ("inhoud", "zegt"),
    [
        (_beveiligd, "wachtwoord"),
        (_alleen_beeld, "tekstherkenning"),
        (lambda pad: _gewoon(pad)[:-400], "beschadigd of niet compleet"),
        (lambda pad: _gewoon(pad)[:1500], "beschadigd of niet compleet"),
        (_omgevallen_bit, "beschadigd of niet compleet"),
        (lambda _pad: b"", "beschadigd of niet compleet"),
        (lambda _pad: b"%PDF-1.7\nniets\n%%EOF\n", "beschadigd of niet compleet"),
        (lambda _pad: b"geen pdf %%EOF", "beschadigd of niet compleet"),
    ],
    ids=["beveiligd", "alleen beeld", "staart eraf", "half", "bit om", "leeg", "hol", "geen pdf"],
)
def test_wat_niet_te_lezen_is_krijgt_een_zin(tmp_path: Path, inhoud: object, zegt: str) -> None:
    assert callable(inhoud)
    pad = tmp_path / "a.pdf"
    pad.write_bytes(inhoud(tmp_path / "gewoon.pdf"))
    with pytest.raises(Onleesbaar) as fout:
        gelezen(pad)
    zin = str(fout.value)
    assert zegt in zin
    assert zin.endswith(".")
    assert "\n" not in zin


def test_te_veel_bladzijden_en_te_veel_letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blad = Canvas(str(tmp_path / "a.pdf"))
    for _ in range(3):
        blad.drawString(70, 700, "tekst")
        blad.showPage()
    blad.save()
    monkeypatch.setattr(lezer, "MEEST_BLADEN", 2)
    with pytest.raises(Onleesbaar, match="heeft 3 bladzijden; er gaan er hoogstens 2 in"):
        gelezen(tmp_path / "a.pdf")
    monkeypatch.setattr(lezer, "MEEST_BLADEN", 3)
    monkeypatch.setattr(lezer, "MEEST_TEKENS", 14)
    with pytest.raises(Onleesbaar, match="splits het"):
        gelezen(tmp_path / "a.pdf")
    monkeypatch.setattr(lezer, "MEEST_TEKENS", 15)
    assert len(gelezen(tmp_path / "a.pdf").blokken) == 3


def test_een_lang_rapport_leest_ruim_binnen_de_tijd(tmp_path: Path) -> None:
    """25 pages of some 5,000 letters in a fraction of what 500 may take, measured as work done by this process."""
    blad = Canvas(str(tmp_path / "a.pdf"))
    for pagina in range(25):
        blad.setFont("Helvetica", 9)
        for regel in range(55):
            blad.drawString(60, 780 - 13 * regel, f"{pagina} {regel} {ZIN[:90]}")
        blad.showPage()
    blad.save()
    begin = time.process_time()
    document = gelezen(tmp_path / "a.pdf")
    assert time.process_time() - begin < 2.0
    assert {blok.pagina for blok in document.blokken} == set(range(1, 26))
