"""PDFs as office programs and browsers print them: columns that touch, broken words and rows, lines around the page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from data.rapporten.document import Alinea, Tabel
from data.rapporten.herkenning.koppelen import Kaderkennis
from data.rapporten.lezers._pdf.breuken import BREUK, maak_heel
from data.rapporten.lezers._pdf.tekens import ONBEKEND, teken
from data.rapporten.lezers._pdf.voegen import gaat_door, voeg_rijen
from data.rapporten.lezers._pdf.vorm import Woord
from data.rapporten.oordelen.tabellen import lees_tabellen
from tests.data.rapporten.pdfmaker import alineas, gelezen, tabellen

Rij = tuple[str, ...]


def _druk(blad: Canvas, links: float, hoogte: float, regels: Sequence[str]) -> None:
    for nummer, regel in enumerate(regels):
        blad.drawString(links, hoogte - 12 * nummer, regel)


def test_kolommen_die_elkaar_raken_worden_per_letter_gescheiden(tmp_path: Path) -> None:
    """Without rules or white: the last letter of a column ends where the first of the next begins."""
    blad = Canvas(str(tmp_path / "a.pdf"))
    rijen = [
        ("1", ["De gemeente heeft een", "visie en een plan"], ["X Er zijn doelen op papier", "gezet"]),
        ("2", ["Partners delen doelen"], ["X Er is nog geen afspraak", "over wie beslist"]),
        ("3", ["Er is een regisseur die", "mag beslissen"], ["X Dat is niet geregeld"]),
        ("4", ["Wie stopt zegt dat aan"], ["X Daar is niets over bekend"]),
    ]
    breed = max(stringWidth(regel, "Helvetica", 10) for _, regels, _ in rijen for regel in regels)
    blad.setFont("Helvetica", 10)
    links = (60, 90, 90 + breed)
    for x, kop in zip(links, ("Nr.", "Indicator", "2014"), strict=True):
        blad.drawString(x, 760, kop)
    hoogte = 748.0
    for nummer, indicator, oordeel in rijen:
        # each first line is drawn up to the very edge
        los = (breed - stringWidth(indicator[0], "Helvetica", 10)) / len(indicator[0])
        _druk(blad, links[0], hoogte, [nummer])
        blad.drawString(links[1], hoogte, indicator[0], charSpace=los)
        _druk(blad, links[1], hoogte - 12, indicator[1:])
        _druk(blad, links[2], hoogte, oordeel)
        hoogte -= 12 * max(len(indicator), len(oordeel))
    blad.save()
    verwacht = [(nummer, " ".join(indicator), " ".join(oordeel)) for nummer, indicator, oordeel in rijen]
    assert tabellen(gelezen(tmp_path / "a.pdf")) == [[("Nr.", "Indicator", "2014"), *verwacht]]


def test_twee_kolommen_met_tekens_worden_rij_voor_rij_gelezen(tmp_path: Path) -> None:
    """No rules, and heads that stand too far apart to tell columns: a verdict follows the indicator beside it.

    A row ends where a gap runs through both columns. In the first the left text is the longer one, in the second the
    right one; the blank line in the third cell ends no row, for the text beside it goes on.
    """
    rijen = [
        (["De partners hebben samen", "een visie op papier gezet", "en elk jaar herzien."], "X", ["Er is geen visie."]),
        (["Wie stopt, zegt dat aan."], "✓", ["Elke partner meldt dat", "binnen een week bij de", "regisseur."]),
        (["Er is een regisseur die bij", "verschil van mening", "mag beslissen."], "X", ["Nee.", "", "Wel een plan."]),
    ]
    blad = Canvas(str(tmp_path / "a.pdf"))
    blad.setFont("Helvetica", 10)
    _druk(blad, 60, 820, ["Indicator"])
    _druk(blad, 300, 800, ["2014"])
    for nummer, (indicator, oordeel, toelichting) in enumerate(rijen):
        hoogte = 760 - 48 * nummer
        blad.setFont("ZapfDingbats" if oordeel == "✓" else "Helvetica", 10)
        _druk(blad, 300, hoogte, [oordeel])
        blad.setFont("Helvetica", 10)
        _druk(blad, 60, hoogte, indicator)
        _druk(blad, 312, hoogte, toelichting)
    blad.save()
    document = gelezen(tmp_path / "a.pdf")
    assert tabellen(document) == []
    visie, aanzeggen, regisseur = (" ".join(indicator) for indicator, _, _ in rijen)
    assert alineas(document) == [
        *("Indicator", "2014"),
        *(visie, "X Er is geen visie."),
        *(aanzeggen, "✓ Elke partner meldt dat binnen een week bij de regisseur."),
        *(regisseur, "X Nee.", "Wel een plan."),
    ]
    gelezen_als = [(c.indicator_gedrukt, c.lezing.uitkomst) for c in lees_tabellen(document, Kaderkennis.leeg()).cellen]
    assert gelezen_als == [(visie, "verbeterpunt"), (aanzeggen, "voldoet"), (regisseur, "verbeterpunt")]


def test_een_woord_wordt_geknipt_waar_een_eigen_stuk_begint() -> None:
    woord = Woord("papierwerkt", 410.5, 469.6, 10, 20, 12, naden=((3, 425.0), (6, 442.2)))
    voor, na = woord.knip(441.3, 443.3)
    assert (voor.tekst, voor.x0, voor.x1, na.tekst, na.x0, na.x1) == ("papier", 410.5, 442.2, "werkt", 442.2, 469.6)
    assert na.uit is woord
    assert woord.knip(430, 440) == [woord]


def _heel(cel: str, *tekst: str) -> str:
    (blok, *_) = maak_heel([Tabel(((cel,),)), Alinea(tekst)])
    assert isinstance(blok, Tabel)
    return blok.rijen[0][0]


@pytest.mark.parametrize(
    ("cel", "heel"),
    [
        (f"Oordee{BREUK}\nl", "Oordeel"),
        (f"opschalingsmogelij{BREUK}\nkheden geregeld", "opschalingsmogelijkheden\ngeregeld"),
        (f"De\nnetwerkpa{BREUK}\nrtners{BREUK}\nwerken", "De\nnetwerkpartners\nwerken"),
        (f"ondersteu{BREUK}\nning", "ondersteuning"),
        (f"medewerk{BREUK}\ners elkaar", "medewerkers\nelkaar"),
        # whole words that fill their line by chance
        (f"betrokken{BREUK}\npartijen", "betrokken\npartijen"),
        (f"problemen{BREUK}\nvan alle", "problemen\nvan alle"),
        (f"informatie{BREUK}\nis", "informatie\nis"),
        (f"afspraken{BREUK}", "afspraken"),
    ],
)
def test_een_gebroken_woord_wordt_heel_en_twee_woorden_blijven_er_twee(cel: str, heel: str) -> None:
    assert _heel(cel) == heel


def test_de_woorden_van_het_rapport_zeggen_wat_heel_is() -> None:
    cel = f"samenwerkings{BREUK}\nafspraken"
    assert _heel(cel) == "samenwerkings\nafspraken"
    assert _heel(cel, "Er zijn samenwerkingsafspraken gemaakt.") == "samenwerkingsafspraken"


def test_een_smalle_kop_met_lijnen_komt_heel_terug(tmp_path: Path) -> None:
    """Heads that an office program broke at the edge of their cell; a short line is left alone."""
    blad = Canvas(str(tmp_path / "a.pdf"))
    blad.setFont("Helvetica", 10)
    # "Toelichtin" is as wide as the cell leaves room for
    breed = stringWidth("Toelichtin", "Helvetica", 10) + 10
    xs = (50, 200, 200 + breed)
    rijen = [(["Indicator"], ["Toelichtin", "g"]), (["Er is een visie"], ["X Nog", "niet"])]
    hoogte = 740
    for links, rechts in rijen:
        _druk(blad, xs[0] + 5, hoogte - 12, links)
        _druk(blad, xs[1] + 5, hoogte - 12, rechts)
        blad.line(xs[0], hoogte, xs[-1], hoogte)
        hoogte -= 30
    blad.line(xs[0], hoogte, xs[-1], hoogte)
    for x in xs:
        blad.line(x, 740, x, hoogte)
    blad.save()
    (blok,) = gelezen(tmp_path / "a.pdf").blokken
    assert blok == Tabel((("Indicator", "Toelichting"), ("Er is een visie", "X Nog\nniet")), 1)


@pytest.mark.parametrize(
    ("boven", "onder", "door"),
    [
        (("", "De aanpak start", "✔", "De gemeente"), ("", "zodra het kan", "", "werkt dit uit."), True),
        # one cell goes on, another begins a sentence
        (("Doelen zijn bepaald", "X Nee. Wel is er"), ("", "een plan. Dat volgt."), True),
        # a sign, a number of its own, a text under nothing: a row of its own
        (("Doelen zijn", "X Nee"), ("gedeeld met elkaar", "X ook niet"), False),
        (("1", "Doelen zijn"), ("2", "gedeeld"), False),
        (("Doelen zijn", ""), ("gedeeld", "tekst"), False),
        # both begin as a row does
        (("Doelen zijn bepaald", "X Nee."), ("De aanpak start", ""), False),
        (("Doelen zijn bepaald.", "X Nee."), ("de aanpak start", ""), False),
        # a table in which every text begins with a small letter
        (("doelen zijn bepaald", "X nee"), ("aanpak start", ""), False),
    ],
)
def test_wanneer_een_rij_over_de_bladzijde_doorgaat(boven: Rij, onder: Rij, *, door: bool) -> None:
    assert gaat_door(boven, onder) is door


def test_een_rij_over_drie_bladzijden_wordt_een_rij_en_een_lege_rest_verdwijnt() -> None:
    kop = ("Indicator", "2014")
    delen = [
        Tabel((kop, ("Er is een visie", "✓ Ja."), ("De aanpak", "X Hier ontbreekt")), 1),
        Tabel((kop, ("is bekend bij", "nog van alles en")), 2),
        Tabel((kop, ("de partners", "nog wat."), ("Er zijn doelen", "✓ Ja.")), 3),
    ]
    heel = ("De aanpak\nis bekend bij\nde partners", "X Hier ontbreekt\nnog van alles en\nnog wat.")
    # what is left of the table overleaf keeps its own page
    assert voeg_rijen(delen)[0] == Tabel((kop, ("Er is een visie", "✓ Ja."), heel), 1)
    assert voeg_rijen(delen)[1:] == [Tabel((kop, ("Er zijn doelen", "✓ Ja.")), 3)]


def test_de_regels_van_een_browser_vallen_weg_en_een_teken_blijft(tmp_path: Path) -> None:
    blad = Canvas(str(tmp_path / "a.pdf"))
    for nummer in range(1, 5):
        blad.setFont("Helvetica", 8)
        blad.drawString(30, 822, "11/22/26, 9:20 AM")
        blad.drawString(280, 822, "Rapport Voorbeeldstad")
        blad.drawString(30, 15, "file:///tmp/rapport.html")
        blad.drawString(540, 15, f"{nummer}/4")
        blad.setFont("Helvetica", 10)
        for x, kop, cel in ((35, "Indicator", f"Er is afspraak {nummer}"), (235, "2014", "X Nee.")):
            _druk(blad, x, 800, [kop])
            _druk(blad, x, 780, [cel])
        for y in (814, 794, 774):
            blad.line(30, y, 430, y)
        for x in (30, 230, 430):
            blad.line(x, 774, x, 814)
        blad.showPage()
    blad.save()
    document = gelezen(tmp_path / "a.pdf")
    assert alineas(document) == []
    assert [deel[1] for deel in tabellen(document)] == [(f"Er is afspraak {n}", "X Nee.") for n in range(1, 5)]


def test_een_titel_boven_elke_tabel_valt_weg_als_zij_ook_los_staat(tmp_path: Path) -> None:
    blad = Canvas(str(tmp_path / "a.pdf"))
    for nummer in range(4):
        blad.drawString(60, 790, "Toezicht in Voorbeeldstad, pagina " + str(nummer + 1) + " van 4")
        if nummer:
            blad.drawString(60, 770, "Indicator")
            blad.drawString(260, 770, "2014")
        blad.drawString(60, 750, f"Er is afspraak {nummer}")
        blad.drawString(260, 750, "X Nee." if nummer else "")
        blad.showPage()
    blad.save()
    document = gelezen(tmp_path / "a.pdf")
    assert alineas(document) == ["Er is afspraak 0"]
    assert len(tabellen(document)) == 3


def test_kolomlijnen_zonder_rijlijnen_scheiden_een_rij_zonder_oordeel(tmp_path: Path) -> None:
    """Two rows between the rules of one box: the second has nothing beside its first text."""
    blad = Canvas(str(tmp_path / "a.pdf"))
    blad.setFont("Helvetica", 10)
    for x, regels in ((35, ["Indicator"]), (235, ["2014"]), (435, ["2015"])):
        _druk(blad, x, 790, regels)
    _druk(blad, 35, 760, ["Over opschalen is niets", "vastgelegd."])
    _druk(blad, 235, 760, ["X Er is wel beleid."])
    _druk(blad, 435, 760, ["X Dat ontbreekt."])
    _druk(blad, 35, 720, ["Zorg en beleid zijn", "op elkaar afgestemd."])
    for y in (810, 780, 690):
        blad.line(30, y, 630, y)
    for x in (30, 230, 430, 630):
        blad.line(x, 690, x, 810)
    blad.save()
    assert tabellen(gelezen(tmp_path / "a.pdf")) == [
        [
            ("Indicator", "2014", "2015"),
            ("Over opschalen is niets vastgelegd.", "X Er is wel beleid.", "X Dat ontbreekt."),
            ("Zorg en beleid zijn op elkaar afgestemd.", "", ""),
        ]
    ]


@pytest.mark.parametrize(
    ("eerste", "rijen"), [("Er is een visie op zorg voor ieder gezin.", 1), ("Er is een visie.", 2)]
)
def test_een_zin_zonder_oordeel_ernaast_wordt_een_rij_of_genoemd(tmp_path: Path, eerste: str, rijen: int) -> None:
    """No white between rows: where the sentence fills its line, nobody can tell whether the next one is a row."""
    blad = Canvas(str(tmp_path / "a.pdf"))
    blad.setFont("Helvetica", 10)
    _druk(blad, 60, 760, ["Indicator", "Partners delen alle doelen met ons.", eerste, "Samen wordt besloten."])
    _druk(blad, 360, 760, ["2014", "X Dat is niet vastgelegd.", "X Die ontbreekt."])
    _druk(blad, 60, 690, ["Er is een regisseur."])
    _druk(blad, 360, 690, ["X Dat is niet geregeld."])
    blad.save()
    document = gelezen(tmp_path / "a.pdf")
    (gevonden,) = tabellen(document)
    midden = [(f"{eerste} Samen wordt besloten.", "X Die ontbreekt.")]
    if rijen == 2:
        midden = [(eerste, "X Die ontbreekt."), ("Samen wordt besloten.", "")]
    assert gevonden[2:-1] == midden
    genoemd = [zin for zin in document.opmerkingen if "‘Samen wordt besloten.’ een eigen rij is" in zin]
    assert len(genoemd) == 2 - rijen


def test_rijen_zonder_staande_lijnen_houden_hun_kolommen(tmp_path: Path) -> None:
    """A list style: rules stand between the columns of every other row only."""
    blad = Canvas(str(tmp_path / "a.pdf"))
    blad.setFont("Helvetica", 10)
    rijen = [("Indicator", "2014", "2015")] + [(f"Er is afspraak {n}", "X Nee.", "X Nog niet.") for n in range(5)]
    for nummer, rij in enumerate(rijen):
        hoogte = 790 - 25 * nummer
        for x, cel in zip((35, 235, 435), rij, strict=True):
            blad.drawString(x, hoogte, cel)
        blad.line(30, hoogte + 15, 630, hoogte + 15)
        for x in (30, 630) if nummer % 2 else (30, 230, 430, 630):
            blad.line(x, hoogte - 10, x, hoogte + 15)
    blad.line(30, 655, 630, 655)
    blad.save()
    assert tabellen(gelezen(tmp_path / "a.pdf")) == [rijen]


@pytest.mark.parametrize(
    ("code", "verwacht"),
    [
        (0xF0FC, "✓"), (0xF0FB, "✗"), (0xF0FE, "☑"), (0xF0FD, "☒"), (0xF050, "✓"), (0xF04F, "✗"), (0xF052, "☑"),
        (0xF034, "✔"), (0xE4C2, "✓"), (0xE4C1, "✘"), (0xE4C3, "☒"), (0xE4C4, "☑"), (0xE20B, "✗"), (0xE00C, "•"),
        (0xD6, "√"), (0xE503, ONBEKEND), (ord("+"), "+"),
    ],
)  # fmt: skip
def test_tekens_die_libreoffice_met_opensymbol_drukt(code: int, verwacht: str) -> None:
    assert teken(code, "BAAAAA+OpenSymbol") == verwacht
