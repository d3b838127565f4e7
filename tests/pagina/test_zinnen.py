"""Numbers, dates and sentences, against sentences written by hand."""

import datetime as dt
import math

import pytest

from pagina.beeld.dekking import dekking_zin, ontbreekt_zin
from pagina.beeld.telling import Eenheid
from pagina.beeld.zinnen import (
    aandeel,
    aandelen,
    bewijsdeel,
    datum,
    deeldatum,
    genoemd,
    getal,
    hoofd,
    letterlijk,
    meervoud,
    namen,
    opgepakt_zin,
    opsomming,
    over_indicatoren,
    periode,
    procent,
    selectie_zin,
    slak,
    telwoord,
    thema_in_rapport,
)


@pytest.mark.parametrize(
    ("vastgesteld", "indicatoren", "eenheid", "zin"),
    [
        (0, 0, "aanpak", ""),
        (6, 6, "aanpak", ""),
        (
            10, 6, "aanpak",
            "Samen gaan zij over zes verschillende indicatoren; een indicator telt bij elke aanpak apart.",
        ),
        (
            12, 10, "gemeente",
            "Samen gaan zij over tien verschillende indicatoren; een indicator telt in elke gemeente apart.",
        ),
        (2, 1, "aanpak", "Samen gaan zij over één indicator; een indicator telt bij elke aanpak apart."),
    ],
)  # fmt: skip
def test_over_hoeveel_indicatoren(vastgesteld: int, indicatoren: int, eenheid: Eenheid, zin: str) -> None:
    assert over_indicatoren({"vastgesteld": vastgesteld, "indicatoren": indicatoren}, eenheid=eenheid) == zin


@pytest.mark.parametrize(
    ("ander", "zin"),
    [
        (None, ""),
        ("Toeleiding", "In het rapport staat dit onder ‘Toeleiding’, in dit dashboard onder ‘De aanpak’."),
    ],
)
def test_het_thema_zoals_het_rapport_het_noemt(ander: str | None, zin: str) -> None:
    assert thema_in_rapport({"thema": "De aanpak", "ander_thema": ander}) == zin


#: Every count of totalen.sql that a sentence is made of.
NIETS = {
    "vastgesteld": 0,
    "eerder_vastgesteld": 0,
    "beoordeeld": 0,
    "opgepakt": 0,
    "deels_opgepakt": 0,
    "niet_opgepakt": 0,
    "getoetst": 0,
    "verteld": 0,
    "niet_beoordeeld": 0,
    "nog_niet_hertoetst": 0,
    "vervallen": 0,
}


WACHT = "Daarom is hier geen aandeel opgepakt te geven."


@pytest.mark.parametrize(
    ("totaal", "zin"),
    [
        # Alkmaar from 2014: five X, and one of 2013 under an empty cell
        (
            {"vastgesteld": 6, "nog_niet_hertoetst": 6, "eerder_vastgesteld": 1},
            f"Zes verbeterpunten; alle zes zijn na 2014 nog niet hertoetst. {WACHT} Eén van de zes verbeterpunten is "
            "eerder vastgesteld en bij de meting in 2014 niet beoordeeld.",
        ),
        (
            {"vastgesteld": 1, "nog_niet_hertoetst": 1, "eerder_vastgesteld": 1},
            f"Eén verbeterpunt; dat is na 2014 nog niet hertoetst. {WACHT} Dit verbeterpunt is eerder vastgesteld en "
            "bij de meting in 2014 niet beoordeeld.",
        ),
        (
            {"vastgesteld": 2, "nog_niet_hertoetst": 1, "vervallen": 1, "eerder_vastgesteld": 2},
            "Twee verbeterpunten; één is na 2014 nog niet hertoetst en één is vervallen omdat de aanpak is gestopt. "
            f"{WACHT} Beide verbeterpunten zijn eerder vastgesteld en bij de meting in 2014 niet beoordeeld.",
        ),
        (
            {"vastgesteld": 3, "beoordeeld": 3, "opgepakt": 3, "getoetst": 1, "verteld": 2, "eerder_vastgesteld": 3},
            "Drie verbeterpunten, alle opgepakt (één opnieuw getoetst, twee volgens de gemeente zelf). Alle drie "
            "verbeterpunten zijn eerder vastgesteld en bij de meting in 2014 niet beoordeeld.",
        ),
        (
            {"vastgesteld": 5, "beoordeeld": 4, "niet_opgepakt": 4, "niet_beoordeeld": 1, "eerder_vastgesteld": 2},
            "Vijf verbeterpunten, waarvan geen enkel opgepakt; vier niet opgepakt; één is wel hertoetst maar niet "
            "beoordeeld. Twee van de vijf verbeterpunten zijn eerder vastgesteld en bij de meting in 2014 niet "
            "beoordeeld.",
        ),
    ],
)
def test_wat_eerder_is_gevonden_heet_niet_van_dit_jaar(totaal: dict[str, int], zin: str) -> None:
    assert opgepakt_zin(NIETS | totaal, 2014) == zin


@pytest.mark.parametrize(
    ("totaal", "zin"),
    [
        ({}, "In deze selectie zijn geen verbeterpunten vastgesteld."),
        (
            {"vastgesteld": 1, "beoordeeld": 1, "opgepakt": 1, "getoetst": 1},
            "Eén verbeterpunt: opgepakt (opnieuw getoetst).",
        ),
        (
            {"vastgesteld": 1, "beoordeeld": 1, "opgepakt": 1, "verteld": 1},
            "Eén verbeterpunt: opgepakt (volgens de gemeente zelf; niet opnieuw getoetst).",
        ),
        ({"vastgesteld": 1, "beoordeeld": 1, "niet_opgepakt": 1}, "Eén verbeterpunt: niet opgepakt."),
        ({"vastgesteld": 1, "beoordeeld": 1, "deels_opgepakt": 1}, "Eén verbeterpunt: deels opgepakt."),
        (
            {"vastgesteld": 1, "nog_niet_hertoetst": 1},
            "Eén verbeterpunt; dat is nog niet hertoetst. Daarom is hier geen aandeel opgepakt te geven.",
        ),
        (
            {"vastgesteld": 2, "beoordeeld": 2, "opgepakt": 1, "getoetst": 1, "niet_opgepakt": 1},
            "Twee verbeterpunten, waarvan één opgepakt (opnieuw getoetst); één niet opgepakt.",
        ),
        (
            {"vastgesteld": 2, "beoordeeld": 2, "opgepakt": 1, "verteld": 1, "deels_opgepakt": 1},
            "Twee verbeterpunten, waarvan één opgepakt (volgens de gemeente zelf; niet opnieuw getoetst); "
            "één deels opgepakt.",
        ),
        (
            {"vastgesteld": 2, "beoordeeld": 1, "niet_opgepakt": 1, "nog_niet_hertoetst": 1},
            "Twee verbeterpunten, waarvan geen enkel opgepakt; één niet opgepakt; één is nog niet hertoetst.",
        ),
        # the four reports together
        (
            {
                "vastgesteld": 16,
                "beoordeeld": 15,
                "opgepakt": 10,
                "verteld": 10,
                "niet_opgepakt": 5,
                "niet_beoordeeld": 1,
            },
            "Zestien verbeterpunten, waarvan tien opgepakt (alle tien volgens de gemeente zelf; geen enkel opnieuw "
            "getoetst); vijf niet opgepakt; één is wel hertoetst maar niet beoordeeld.",
        ),
        (
            {"vastgesteld": 20, "beoordeeld": 20, "opgepakt": 20, "getoetst": 20},
            "Twintig verbeterpunten, alle opgepakt (alle twintig opnieuw getoetst).",
        ),
        (
            {
                "vastgesteld": 21,
                "beoordeeld": 21,
                "opgepakt": 4,
                "getoetst": 3,
                "verteld": 1,
                "deels_opgepakt": 5,
                "niet_opgepakt": 12,
            },
            "21 verbeterpunten, waarvan vier opgepakt (drie opnieuw getoetst, één volgens de gemeente zelf); "
            "vijf deels opgepakt en twaalf niet opgepakt.",
        ),
        (
            {
                "vastgesteld": 1300,
                "beoordeeld": 1200,
                "opgepakt": 1200,
                "getoetst": 1199,
                "verteld": 1,
                "niet_beoordeeld": 60,
                "nog_niet_hertoetst": 39,
                "vervallen": 1,
            },
            "1.300 verbeterpunten, waarvan 1.200 opgepakt (1.199 opnieuw getoetst, één volgens de gemeente zelf); "
            "60 zijn wel hertoetst maar niet beoordeeld, 39 zijn nog niet hertoetst en "
            "één is vervallen omdat de aanpak is gestopt.",
        ),
        (
            {"vastgesteld": 3, "vervallen": 3},
            "Drie verbeterpunten; alle drie zijn vervallen omdat de aanpak is gestopt. "
            "Daarom is hier geen aandeel opgepakt te geven.",
        ),
        (
            {"vastgesteld": 3, "niet_beoordeeld": 2, "vervallen": 1},
            "Drie verbeterpunten; twee zijn wel hertoetst maar niet beoordeeld en "
            "één is vervallen omdat de aanpak is gestopt. Daarom is hier geen aandeel opgepakt te geven.",
        ),
    ],
)
def test_wat_er_is_opgepakt(totaal: dict[str, int], zin: str) -> None:
    assert opgepakt_zin(NIETS | totaal, 2013) == zin


@pytest.mark.parametrize("totaal", [{}, {"vastgesteld": 11, "nog_niet_hertoetst": 11}])
def test_zonder_hertoets_nooit_een_percentage(totaal: dict[str, int]) -> None:
    assert "%" not in opgepakt_zin(NIETS | totaal, 2013)
    assert aandeel(0, 0) == "0 van 0"


@pytest.mark.parametrize(
    ("deel", "geheel", "uit"),
    [
        (10, 15, 67),
        (10, 16, 63),  # 62.5: half up, where Python's own rounding gives 62
        (1, 8, 13),  # 12.5, the same
        (5, 8, 63),
        (3, 8, 38),  # 37.5
        (1, 200, 1),  # 0.5
        (1, 201, 0),
        (199, 200, 100),  # 99.5
        (0, 5, 0),
        (7, 7, 100),
        (0, 0, None),
    ],
)
def test_hele_procenten_half_omhoog(deel: int, geheel: int, uit: int | None) -> None:
    assert procent(deel, geheel) == uit


def test_een_aandeel_noemt_altijd_waarvan() -> None:
    assert aandeel(10, 15, "beoordeelde") == "10 van 15 beoordeelde (67%)"
    assert aandeel(0, 6) == "0 van 6 (0%)"
    assert aandeel(1000, 2000, "vastgestelde") == "1.000 van 2.000 vastgestelde (50%)"


@pytest.mark.parametrize(("n", "uit"), [(0, "0"), (999, "999"), (1234, "1.234"), (1234567, "1.234.567")])
def test_een_getal(n: int, uit: str) -> None:
    assert getal(n) == uit


@pytest.mark.parametrize(
    ("n", "uit"),
    [(0, "nul"), (1, "één"), (2, "twee"), (11, "elf"), (14, "veertien"), (20, "twintig"), (21, "21"), (1234, "1.234")],
)
def test_een_telwoord(n: int, uit: str) -> None:
    assert telwoord(n) == uit


@pytest.mark.parametrize(("woord", "uit"), [("één", "Eén"), ("twee", "Twee"), ("21 punten", "21 punten"), ("", "")])
def test_een_hoofdletter_heeft_geen_klemtoonteken(woord: str, uit: str) -> None:
    assert hoofd(woord) == uit


def test_enkelvoud_en_meervoud() -> None:
    woorden = [meervoud(n, "verbeterpunt", "verbeterpunten") for n in (0, 1, 2)]
    assert woorden == ["verbeterpunten", "verbeterpunt", "verbeterpunten"]


@pytest.mark.parametrize(
    ("delen", "uit"),
    [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")],
)
def test_een_opsomming(delen: list[str], uit: str) -> None:
    assert opsomming(delen) == uit


def test_wat_iemand_schreef_staat_tussen_aanhalingstekens() -> None:
    assert genoemd(waarde for waarde in ("a", "", "b")) == "‘a’, ‘’ en ‘b’"


def test_een_datum() -> None:
    assert datum(dt.date(2014, 11, 25)) == "25 november 2014"
    assert datum(dt.date(2015, 3, 1)) == "1 maart 2015"


@pytest.mark.parametrize(
    ("tekst", "uit"),
    [
        ("2015-06-03", "3 juni 2015"),
        ("2015-06", "juni 2015"),
        ("2013", "2013"),
        ("", ""),
        (None, ""),
        (math.nan, ""),
    ],
)
def test_een_deel_van_een_datum(tekst: object, uit: str) -> None:
    assert deeldatum(tekst) == uit


def test_een_periode() -> None:
    assert periode(2013, 2014) == "2013 → 2014"
    assert periode(2013, None) == "2013 → nog geen hertoets"


@pytest.mark.parametrize(
    ("hier", "van", "zin"),
    [
        (0, 6, "0 van de 6 gemeenten van de ronde ‘Toezicht’ staan in deze verzameling."),
        (1, 4, "1 van de 4 gemeenten van de ronde ‘Toezicht’ staat in deze verzameling."),
        (2, 21, "2 van de 21 gemeenten van de ronde ‘Toezicht’ staan in deze verzameling."),
        (1, 1, "De enige gemeente van de ronde ‘Toezicht’ staat in deze verzameling."),
        (0, 1, "De enige gemeente van de ronde ‘Toezicht’ staat niet in deze verzameling."),
    ],
)
def test_de_dekking_van_een_ronde(hier: int, van: int, zin: str) -> None:
    assert dekking_zin({"hier": hier, "aantal_gemeenten": van, "ronde": "Toezicht"}) == zin


@pytest.mark.parametrize(
    ("hier", "genoemd", "van", "zin"),
    [
        (2, 6, 21, "19 van de 21 gemeenten van de ronde ‘Toezicht’, van wie 15 niet bij naam bekend."),
        # of the one that is not here no name is known; of the other two there is a rapport
        (2, 2, 3, "1 van de 3 gemeenten van de ronde ‘Toezicht’, van wie 1 niet bij naam bekend."),
        (1, 4, 4, "3 van de 4 gemeenten van de ronde ‘Toezicht’."),
        (0, 0, 1, "de enige gemeente van de ronde ‘Toezicht’, niet bij naam bekend."),
        (0, 1, 1, "de enige gemeente van de ronde ‘Toezicht’."),
        (1, 1, 1, ""),
        (3, 3, 3, ""),
    ],
)
def test_wie_van_een_ronde_ontbreekt(hier: int, genoemd: int, van: int, zin: str) -> None:
    ronde = {"hier": hier, "genoemd": genoemd, "aantal_gemeenten": van, "ronde": "Toezicht"}
    assert ontbreekt_zin(ronde) == zin


@pytest.mark.parametrize(
    ("aantal", "verwacht"),
    [
        (0, ""),
        (1, "n1"),
        (8, "n1, n2, n3, n4, n5, n6, n7 en n8"),
        (9, "n1, n2, n3, n4 en nog 5 gemeenten"),
        (1238, "n1, n2, n3, n4 en nog 1.234 gemeenten"),
    ],
)
def test_namen(aantal: int, verwacht: str) -> None:
    assert namen([f"n{nr}" for nr in range(1, aantal + 1)], "gemeente", "gemeenten") == verwacht


def test_namen_noemt_er_een_in_het_enkelvoud() -> None:
    assert namen("abc", "gemeente", "gemeenten", hoogstens=2) == "a en nog 2 gemeenten"
    assert namen("ab", "gemeente", "gemeenten", hoogstens=1) == "nog 2 gemeenten"


def test_aandelen_met_beide_noemers() -> None:
    totaal = {"opgepakt": 10, "beoordeeld": 15, "vastgesteld": 16}
    assert aandelen(totaal) == "10 van 15 beoordeelde (67%), 10 van 16 vastgestelde (63%)"


@pytest.mark.parametrize(
    ("opgepakt", "getoetst", "verteld", "deel"),
    [
        (0, 0, 0, ""),
        (10, 0, 10, "van de opgepakte: 0 opnieuw getoetst, 10 volgens de gemeente zelf"),
        (1200, 1199, 1, "van de opgepakte: 1.199 opnieuw getoetst, 1 volgens de gemeente zelf"),
    ],
)
def test_bij_een_cijfer_staat_op_wiens_woord(opgepakt: int, getoetst: int, verteld: int, deel: str) -> None:
    assert bewijsdeel({"opgepakt": opgepakt, "getoetst": getoetst, "verteld": verteld}) == deel


def test_een_tekst_van_een_ander_blijft_tekst() -> None:
    assert letterlijk("Súdwest-Fryslân (GM1900), p. 3: 'ja'") == "Súdwest-Fryslân (GM1900), p. 3: 'ja'"
    assert letterlijk("![x](y) <b>*a*") == r"\!\[x\](y) \<b\>\*a\*"
    # neither an address nor a name between colons holds together, though all of it is to be read
    assert letterlijk("http://a :rood:") == "http:\u2060//a :\u2060rood:"
    assert letterlijk("www.a.nl a@b.nl") == "www\u2060.a.nl a@\u2060b.nl"
    assert letterlijk("a\n\n# b") == r"a  \# b"


def test_een_selectie_noemt_alleen_de_jaren_waarin_een_deel_is_afgedrukt() -> None:
    # of Aaldorp only the hertoets was a selection
    rijen = [("Beekum", 2014), ("Aaldorp", 2014), ("Beekum", 2013), ("Beekum", 2013)]
    assert selectie_zin({"gemeente": gemeente, "peiljaar": jaar} for gemeente, jaar in rijen) == (
        "Van Aaldorp (2014) en Beekum (2013 en 2014) is niet het hele kader afgedrukt, maar een selectie. Een aandeel "
        "dat daarop rust, zegt niets over het kader als geheel."
    )
    assert selectie_zin([]) == ""


@pytest.mark.parametrize(
    ("tekst", "naam"),
    [
        ("GGSR beleid, 2013–2014", "ggsr-beleid-2013-2014"),
        ("2013 — 2014‑2015 −1", "2013-2014-2015-1"),
        ("Súdwest-Fryslân", "sudwest-fryslan"),
        ("–", ""),
    ],
)
def test_a_dash_of_any_length_parts_a_file_name(tekst: str, naam: str) -> None:
    assert slak(tekst) == naam
