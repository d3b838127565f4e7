"""Tables of a text layer: blocks of short, hyphenated lines in which an empty cell is simply not there. Fictional."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.rapporten.document import Alinea, Document
from data.rapporten.gelezen import Soort, Tabellen
from data.rapporten.herkenning.koppelen import Kaderkennis
from data.rapporten.oordelen.tabellen import lees_tabellen
from tests.data.rapporten.indelingen import als_blokken, kaal, maak, uit_blokken, verwacht
from tests.hoeveel import voorbeelden

GOED, FOUT = "✓ Dit loopt goed.", "X Dit loopt\nstroef."


def lees(*delen: str, kader: Kaderkennis | None = None) -> Tabellen:
    return lees_tabellen(uit_blokken("\n\n".join(delen)), kader or Kaderkennis.leeg())


def kort(tabellen: Tabellen) -> list[tuple[str, str, str]]:
    return [(c.indicator_gedrukt, c.kolom.kop, c.lezing.uitkomst) for c in tabellen.cellen]


def twijfelt(tabellen: Tabellen) -> list[bool]:
    return [bool(c.lezing.twijfels) for c in tabellen.cellen]


@settings(max_examples=voorbeelden(40), deadline=None, derandomize=True, database=None)
@given(zaad=st.integers(0, 10_000), breedte=st.integers(24, 90), kent=st.booleans())
def test_elke_breedte(*, zaad: int, breedte: int, kent: bool) -> None:
    """Full rows read exactly and without any doubt, at any width, with or without a known kader."""
    waarheid = maak(zaad)
    document = uit_blokken(als_blokken(waarheid, breedte=breedte, zaad=zaad))
    tabellen = lees_tabellen(document, waarheid.kennis() if kent else Kaderkennis.leeg())
    gelezen = [
        (
            kaal(c.thema_gedrukt) if kent else "", kaal(c.criterium_gedrukt), kaal(c.indicator_gedrukt),
            c.kolom.peiljaar, kaal(c.kolom.aanpak), c.lezing.uitkomst, c.lezing.teken_gedrukt,
        )
        for c in tabellen.cellen
    ]  # fmt: skip
    assert gelezen == verwacht(waarheid, themas=kent)
    assert not any(twijfelt(tabellen))
    assert tabellen.twijfels == ()


@settings(max_examples=40, deadline=None, derandomize=True, database=None)
@given(zaad=st.integers(0, 10_000), kent=st.booleans())
def test_lege_cellen(*, zaad: int, kent: bool) -> None:
    """Full rows exactly; every cell of any other row with a doubt, whatever it reads."""
    waarheid = maak(zaad, leeg=0.25)
    vol = {kaal(rij.indicator) for _, rij in waarheid.regels() if all(rij.oordelen)}
    document = uit_blokken(als_blokken(waarheid, zaad=zaad))
    tabellen = lees_tabellen(document, waarheid.kennis() if kent else Kaderkennis.leeg())
    juist = {(i, jaar, naam): (uitkomst, teken) for _, _, i, jaar, naam, uitkomst, teken in verwacht(waarheid)}
    for cel in tabellen.cellen:
        sleutel = (kaal(cel.indicator_gedrukt), cel.kolom.peiljaar or 0, kaal(cel.kolom.aanpak))
        goed = juist.get(sleutel) == (cel.lezing.uitkomst, cel.lezing.teken_gedrukt) and sleutel[0] in vol
        assert goed or cel.lezing.twijfels
    aantal = sum(oordeel is not None for _, rij in waarheid.regels() for oordeel in rij.oordelen)
    assert sum(len(c.lezing.teken_gedrukt.split()) for c in tabellen.cellen) == aantal


def test_minder_cellen_dan_kolommen() -> None:
    tabellen = lees("Indicator 2013 2014", "Er is\noverleg", GOED, "Er is\neen plan", FOUT, GOED)
    assert kort(tabellen) == [
        ("Er is overleg", "2013", "voldoet"), ("Er is overleg", "2014", "niet_beoordeeld"),
        ("Er is een plan", "2013", "verbeterpunt"), ("Er is een plan", "2014", "voldoet"),
    ]  # fmt: skip
    soorten = [{t.soort for t in c.lezing.twijfels} for c in tabellen.cellen]
    assert soorten == [{Soort.KOLOM_ONZEKER}, {Soort.KOLOM_ONZEKER, Soort.LEGE_CEL}, set(), set()]


def test_meer_cellen_dan_kolommen() -> None:
    tabellen = lees("Indicator 2013 2014", "Er is overleg", GOED, FOUT, GOED, "Er is geld", GOED, GOED)
    assert twijfelt(tabellen) == [True, True, False, False]
    assert tabellen.cellen[1].lezing.uitkomst == "gemengd"


def test_blok_zonder_teken_is_nooit_stil() -> None:
    for los in ("vervolg van de tekst", "Een cel zonder teken."):
        tabellen = lees("Indicator 2013 2014", "Er is overleg", GOED, los, "Er is geld", GOED, GOED)
        assert all(twijfelt(tabellen)[:2])
        assert len([c for c in tabellen.cellen if c.lezing.teken_gedrukt]) == 3


def test_het_kader_wijst_de_indicator_aan() -> None:
    waarheid = maak(11, kolommen=2)
    eerste, tweede = [rij.indicator for _, rij in waarheid.regels()][:2]
    tabellen = lees("Indicator 2013 2014", eerste, f"{GOED}", f"{FOUT}\n{tweede}", GOED, GOED, kader=waarheid.kennis())
    assert kort(tabellen) == [
        (eerste, "2013", "voldoet"),
        (eerste, "2014", "verbeterpunt"),
        (tweede, "2013", "voldoet"),
        (tweede, "2014", "voldoet"),
    ]
    assert tabellen.cellen[1].lezing.toelichting == "Dit loopt stroef."


def test_cellen_zonder_witregel_ertussen() -> None:
    tabellen = lees("Indicator 2013 2014", "Er is overleg", f"{GOED}\n{FOUT}", "Er is geld", GOED, GOED)
    assert [c.lezing.uitkomst for c in tabellen.cellen] == ["voldoet", "verbeterpunt", "voldoet", "voldoet"]
    assert not any(twijfelt(tabellen))


@pytest.mark.parametrize(
    ("kop", "koppen"),
    [
        ("Indicator 2013 2014", [(2013, ""), (2014, "")]),
        ("Indicator\n2013\n2014", [(2013, ""), (2014, "")]),
        ("Indicator\n\n2013\n\n2014", [(2013, ""), (2014, "")]),
        ("Indicator 2013 Buurtploeg 2014 Wijkkring Zuid", [(2013, "Buurtploeg"), (2014, "Wijkkring Zuid")]),
        ("Indicator Buurtploeg 2013 Wijkkring Zuid 2014", [(2013, "Buurtploeg"), (2014, "Wijkkring Zuid")]),
        ("Indicatoren najaar 2013 voorjaar 2014", [(2013, ""), (2014, "")]),
        ("2013 2014", [(2013, ""), (2014, "")]),
    ],
)
def test_koppen(kop: str, koppen: list[tuple[int, str]]) -> None:
    tabellen = lees("Inleiding", kop, "Er is overleg", GOED, FOUT, "Er is geld", FOUT, GOED)
    assert [(c.kolom.peiljaar, c.kolom.aanpak) for c in tabellen.cellen] == koppen * 2
    assert [c.lezing.uitkomst for c in tabellen.cellen] == ["voldoet", "verbeterpunt", "verbeterpunt", "voldoet"]
    assert not any(twijfelt(tabellen))


def test_namen_verdeeld_over_regels_zijn_onzeker() -> None:
    tabellen = lees("Indicator 2013 2014\nBuurt- Wijk-\nploeg kring", "Er is overleg", GOED, FOUT)
    assert [c.kolom.peiljaar for c in tabellen.cellen] == [2013, 2014]
    assert all(Soort.KOLOM_ONZEKER in {t.soort for t in c.lezing.twijfels} for c in tabellen.cellen)


@pytest.mark.parametrize(
    "zin", ["Indicator 2013 en 2014 zijn bezien.", "In 2013 en 2014", "Criteria op niveau", "Oordeel en vervolg"]
)
def test_geen_kop(zin: str) -> None:
    assert lees("Inleiding", zin, "Er is overleg.", "Dit loopt.") == Tabellen((), ())


def test_teken_zonder_tabel_is_nooit_stil() -> None:
    tabellen = lees("Inleiding", "Er is overleg", GOED, FOUT)
    assert tabellen.cellen == ()
    assert [t.soort for t in tabellen.twijfels] == [Soort.HERKENNING] * 2


def test_voet_van_een_bladzijde_en_herhaalde_kop() -> None:
    tabellen = lees(
        "Indicator 2013",
        "Er is overleg",
        GOED,
        "pagina 3 van 9",
        "Indicator 2013",
        "Er is geld",
        FOUT,
        "4",
        "Er is hulp",
        GOED,
    )
    assert kort(tabellen) == [
        ("Er is overleg", "2013", "voldoet"),
        ("Er is geld", "2013", "verbeterpunt"),
        ("Er is hulp", "2013", "voldoet"),
    ]
    assert not any(twijfelt(tabellen))


def test_einde_van_de_tabel() -> None:
    tabellen = lees("Indicator 2013", "Er is overleg", FOUT, "Meer informatie", "Bel ons op maandag.")
    assert kort(tabellen) == [("Er is overleg", "2013", "verbeterpunt")]
    assert tabellen.cellen[0].lezing.toelichting == "Dit loopt stroef."
    assert not any(twijfelt(tabellen))


def test_elke_regel_een_alinea() -> None:
    """A reader that knows no blocks: with a kader the lines of an indicator are found again."""
    waarheid = maak(11, kolommen=2)
    document = uit_blokken(als_blokken(waarheid, zaad=1, breedte=200))
    regels = [regel for blok in document.blokken if isinstance(blok, Alinea) for regel in blok.regels]
    tabellen = lees_tabellen(Document("PDF", tuple(Alinea((regel,)) for regel in regels)), waarheid.kennis())
    juist = {(i, jaar): uitkomst for _, _, i, jaar, _, uitkomst, _ in verwacht(waarheid)}
    assert {(kaal(c.indicator_gedrukt), c.kolom.peiljaar): c.lezing.uitkomst for c in tabellen.cellen} == juist
