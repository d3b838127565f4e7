"""Tables in PDFs: every cell in its own row and column, whatever is drawn around them."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle

from data.rapporten.document import Alinea, Tabel
from tests.data.rapporten.pdfmaker import (
    GEWOON,
    KOP,
    OPMAAK,
    TITEL,
    alinea,
    alineas,
    gelezen,
    glad,
    maak,
    tabel,
    tabellen,
    wit,
)

TWEE_AANPAKKEN = [
    ("Indicator", "2013 Buurtploeg\nGezinnen", "2013 Steunteam", "2014"),
    (
        "De gemeente heeft een visie op gezinnen met zorgen. De visie is met de partners gemaakt.",
        "✗ Er is geen visie, wel een plan met het oog op de overgang naar het nieuwe stelsel.",
        "✓ De visie is vastgesteld.",
        "✓ Alle partners hebben de visie ondertekend.",
    ),
    ("De partners delen doelen.", "✗ De doelen overlappen deels.", "", "✓ Er zijn doelen."),
    (
        "De casusvoerder mag beslissen",
        "X Dit is niet geregeld. Wie gesproken is, vindt dat ook niet nodig. Niet iedereen kan opschalen.",
        "X Ook hier niet.",
        "",
    ),
    ("Er zijn afspraken gemaakt", "✓ Ja.", "✓ Ja.\n\nLET OP: De afspraken zijn oud.", "✗ Nee, niet meer."),
]
BREED = (110, 130, 120, 120)
#: Rows under two heads; the criterion stands only beside its first indicator.
CRITERIA = [
    ("Criteria", "Indicatoren", "Bevindingen"),
    ("De hulp start op tijd", "Het gezin wordt aangemeld", "✓ De gezinnen zijn aangemeld."),
    ("", "De hulp start meteen na de aanmelding van het gezin", "✗ Er was een wachttijd.\n✓ Later niet meer."),
    ("De hulp houdt vol", "Het gezin wordt niet losgelaten", "✓ Er is steeds contact."),
    ("", "De hulp komt terug als het nodig is", ""),
]
LOPEND = (
    "Deze regels lopen over de hele breedte van de bladzijde en horen dus niet bij de tabel die erboven staat. " * 3
)


def plat(rijen: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [tuple(glad(cel) for cel in rij) for rij in rijen]


@pytest.mark.parametrize("hoogte", ["TOP", "MIDDLE"])
@pytest.mark.parametrize("opmaak", OPMAAK)
@pytest.mark.parametrize("rijen", [TWEE_AANPAKKEN, CRITERIA], ids=["aanpakken", "criteria"])
def test_elke_cel_staat_op_haar_plaats(tmp_path: Path, rijen: list[tuple[str, ...]], opmaak: str, hoogte: str) -> None:
    extra = [("VALIGN", (0, 0), (-1, -1), hoogte)]
    breed = BREED if rijen is TWEE_AANPAKKEN else (100, 150, 220)
    delen = [alinea("Samenspel", KOP), tabel(rijen, breed, opmaak, extra=extra), wit(), alinea("Vervolg", TITEL)]
    document = gelezen(maak(tmp_path / "a.pdf", [alinea(LOPEND), wit(), *delen, alinea(LOPEND)]))
    assert tabellen(document) == [plat(rijen)]
    # the theme stays before its table, and no text of a cell stands twice
    assert [type(blok) for blok in document.blokken] == [Alinea, Alinea, Tabel, Alinea, Alinea]
    assert alineas(document) == [glad(LOPEND), "Samenspel", "Vervolg", glad(LOPEND)]


def test_regels_van_een_cel_blijven_regels(tmp_path: Path) -> None:
    rijen = [("Indicator", "2015"), ("Er is een visie", "✓ Ja.\nLET OP: De visie is oud.")]
    document = gelezen(maak(tmp_path / "a.pdf", [tabel(rijen, (150, 200))]))
    assert [blok.rijen[1][1] for blok in document.blokken if isinstance(blok, Tabel)] == [
        "✓ Ja.\nLET OP: De visie is oud."
    ]


def test_samengevoegde_cellen_hebben_hun_tekst_in_de_eerste_plaats(tmp_path: Path) -> None:
    rijen = [
        ("Samenspel", "", ""),
        ("Indicator", "2013", "2014"),
        ("Er is een visie", "✗ Nee.", "✓ Ja."),
        ("", "✗ Dat geldt ook hier.", "✓ Ja, vastgelegd."),
        ("Er zijn doelen", "✓ Over beide jaren.", ""),
    ]
    spans = [("SPAN", (0, 0), (-1, 0)), ("SPAN", (0, 2), (0, 3)), ("SPAN", (1, 4), (2, 4))]
    document = gelezen(maak(tmp_path / "a.pdf", [tabel(rijen, (150, 150, 150), extra=spans)]))
    assert tabellen(document) == [rijen]


def test_twee_tabellen_die_elkaar_raken_zijn_twee_tabellen(tmp_path: Path) -> None:
    een = [("Indicator", "2013", "2014"), ("Er is een visie", "✗ Nee.", "✓ Ja.")]
    twee = [("Indicator", "2013", "2014"), ("Er zijn doelen", "X Nee.", "")]
    document = gelezen(maak(tmp_path / "a.pdf", [tabel(een, (150, 150, 150)), tabel(twee, (180, 110, 160))]))
    assert tabellen(document) == [een, twee]


@pytest.mark.parametrize("opmaak", OPMAAK)
def test_een_tabel_over_bladzijden_heeft_per_bladzijde_een_deel_met_kop(tmp_path: Path, opmaak: str) -> None:
    rijen = [("Indicator", "2014", "2015")]
    for nummer in range(1, 41):
        tekens = ("✗", "✓") if nummer % 2 else ("X", "✗")
        rijen.append(
            (f"Regel {nummer} is nagekomen", f"{tekens[0]} Nummer {nummer} in het begin.", f"{tekens[1]} Later.")
        )
    rijen[17] = (rijen[17][0], "", rijen[17][2])
    document = gelezen(maak(tmp_path / "a.pdf", [tabel(rijen, (150, 160, 160), opmaak)]))
    delen = tabellen(document)
    assert [deel[0] for deel in delen] == [rijen[0]] * 2
    assert [rij for deel in delen for rij in deel[1:]] == rijen[1:]
    assert [blok.pagina for blok in document.blokken] == [1, 2]


@pytest.mark.parametrize("opmaak", OPMAAK)
def test_een_rij_die_over_de_bladzijde_breekt_gaat_verder_zonder_teken(tmp_path: Path, opmaak: str) -> None:
    lang = " ".join(f"woord{nummer}" for nummer in range(400))
    rijen = [
        ("Indicator", "2014", "2015"),
        ("Er is een visie", f"✗ {lang}", "✓ Ja."),
        ("Er zijn doelen", "✓ Ja.", "X Nee."),
    ]
    document = gelezen(
        maak(tmp_path / "a.pdf", [alinea(LOPEND), wit(300), tabel(rijen, (150, 160, 160), opmaak, breekt=True)])
    )
    delen = [rij for deel in tabellen(document) for rij in deel if rij[0] != "Indicator"]
    voor, *vervolg, laatste = delen
    assert (voor[0], voor[2]) == ("Er is een visie", "✓ Ja.")
    assert [(rij[0], rij[2]) for rij in vervolg] == [("", "")] * len(vervolg)
    assert vervolg
    assert " ".join([voor[1], *(rij[1] for rij in vervolg)]) == f"✗ {lang}"
    assert laatste == rijen[2]


def test_zonder_herhaalde_kop_gaan_de_kolommen_door(tmp_path: Path) -> None:
    rijen = [("Indicator", "2014", "2015")]
    rijen += [(f"Afspraak {nummer} is gemaakt", f"✗ Nee, nummer {nummer}.", "✓ Ja.") for nummer in range(1, 61)]
    rijen[50] = (rijen[50][0], "", "✓ Ja.")
    kop = [alinea(cel, KOP) for cel in rijen[0]]
    from reportlab.platypus import Table

    inhoud = Table([kop, *[[alinea(cel) for cel in rij] for rij in rijen[1:]]], colWidths=[150, 160, 160])
    delen = tabellen(gelezen(maak(tmp_path / "a.pdf", [inhoud])))
    assert len(delen) == 2
    assert [rij for deel in delen for rij in deel] == rijen


def test_gewone_kolommen_met_bedragen_worden_geen_oordelen(tmp_path: Path) -> None:
    """No head that says so: the words stay, in reading order, but no table is made of them."""
    document = gelezen(maak(tmp_path / "a.pdf", [alinea("De uitgaven waren hoger dan begroot."), alinea(LOPEND)]))
    assert tabellen(document) == []
    assert alineas(document) == [glad(f"De uitgaven waren hoger dan begroot. {LOPEND}")]


_WOORDEN = [
    *("gemeente", "afspraken", "partners", "over", "regie", "doelen", "gezin", "aanpak", "informatie", "delen", "en"),
    *("beleid", "visie", "voor", "wie", "dat", "wordt", "niet", "losgelaten", "bij", "stagnatie", "opschalen", "in"),
    *("samenwerkingsafspraken", "2013", "netwerk", "X-factor"),
]


def _zin(toeval: random.Random, lengte: int) -> str:
    return " ".join(toeval.choice(_WOORDEN) for _ in range(lengte)).capitalize() + "."


@settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    zaad=st.integers(0, 10**6),
    opmaak=st.sampled_from(sorted(OPMAAK)),
    koppen=st.sampled_from([("2013",), ("2013", "2014"), ("2013 Buurtploeg Voorbeeldstad", "2013 Steunteam", "2014")]),
    letter=st.sampled_from([8, 9, 10, 11]),
    regel=st.sampled_from([1.15, 1.3, 1.5]),
    wit_=st.sampled_from([1.5, 3, 6]),
    maat=st.sampled_from([A4, landscape(A4)]),
)
def test_gevarieerde_tabellen_komen_er_precies_uit(
    tmp_path: Path,
    zaad: int,
    opmaak: str,
    koppen: tuple[str, ...],
    letter: int,
    regel: float,
    wit_: float,
    maat: tuple[float, float],
) -> None:
    toeval = random.Random(zaad)
    rijen: list[tuple[str, ...]] = [("Indicator", *koppen)]
    for _ in range(toeval.randint(3, 12)):
        cellen = [f"{toeval.choice('✓✗X')} {_zin(toeval, toeval.choice([2, 6, 20]))}" for _ in koppen]
        # one cell at least is filled, any other may be empty
        leeg = [nummer for nummer in range(1, len(koppen)) if toeval.random() < 0.25]
        rijen.append((_zin(toeval, toeval.randint(4, 14)), *("" if n in leeg else cel for n, cel in enumerate(cellen))))
    stijl = ParagraphStyle("s", parent=GEWOON, fontSize=letter, leading=letter * regel)
    extra = [(f"{kant}PADDING", (0, 0), (-1, -1), wit_) for kant in ("TOP", "BOTTOM")]
    inhoud = tabel(rijen, [120] + [340 / len(koppen)] * len(koppen), opmaak, extra=extra, stijl=stijl)
    delen = [
        alinea(_zin(toeval, 40), stijl),
        wit(),
        alinea("Samenspel", stijl),
        inhoud,
        wit(),
        alinea(_zin(toeval, 60), stijl),
    ]
    document = gelezen(maak(tmp_path / "a.pdf", delen, maat=maat))
    kaal = [tuple(re.sub(r"\s", "", cel) for cel in rij) for deel in tabellen(document) for rij in deel]
    verwacht = [tuple(re.sub(r"\s", "", cel) for cel in rij) for rij in rijen]
    assert kaal[0] == verwacht[0]
    assert [rij for rij in kaal if rij != verwacht[0]] == verwacht[1:]
