"""Printed wording to indicators: the same text is sure, a near twin never is, an unknown one stays unknown."""

from __future__ import annotations

import random
import time

import pytest

from data.rapporten.bekend import Bekend, Indicator, bekend
from data.rapporten.gelezen import Soort
from data.rapporten.herkenning.koppelen import EditieKeuze, Kaderkennis, kies_editie
from tests.data.bouwdoos import Doos

#: A kader of our own: near twins, a denial, a number, a long one.
WOORDING = {
    "doelen": ("De doelen zijn met het huishouden vastgelegd", "Doelen vastgelegd"),
    "aanpak": ("De aanpak is met het huishouden vastgelegd", "Aanpak vastgelegd"),
    "blijven": ("Het huishouden wordt niet afgesloten", "Niet afsluiten"),
    "twee": ("Het overleg is binnen twee weken gevoerd", "Snel overleg"),
    "plan": ("Er is één plan voor het hele huishouden, met één coördinator (NB: regie)", "Eén plan"),
    "afspraken": ("Er zijn samenwerkingsafspraken gemaakt over in- en uitstroom", "Samenwerkingsafspraken"),
}


def indicator(naam: str, tekst: str, kort: str, *aliassen: str, editie: str = "proef-1") -> Indicator:
    return Indicator(naam, "proef", editie, "De aanpak", "", tekst, kort, 1, aliassen)


def kennis(*aliassen: str) -> Kaderkennis:
    """The kader above; the aliases are those of "plan"."""
    lijst = [
        indicator(naam, tekst, kort, *(aliassen if naam == "plan" else ())) for naam, (tekst, kort) in WOORDING.items()
    ]
    themas = ["Toeleiding", "De aanpak", "Continu"]
    return Kaderkennis(lijst, themas, ["Het plan is samenhangend", "Het plan is volhardend"])


@pytest.mark.parametrize("naam", WOORDING)
def test_de_eigen_tekst_is_zeker(naam: str) -> None:
    koppeling = kennis().indicator(WOORDING[naam][0])
    assert koppeling is not None
    assert (koppeling.indicator_id, koppeling.score, koppeling.zeker) == (naam, 100.0, True)
    assert kennis().twijfel(WOORDING[naam][0]) is None


@pytest.mark.parametrize(
    ("gedrukt", "naam"),
    [
        ("DE DOELEN ZIJN MET HET HUISHOUDEN VASTGELEGD.", "doelen"),
        ("De doelen zijn met\nhet huishou-\nden vastge-\nlegd", "doelen"),
        ("- De doelen zijn met het huishouden vastgelegd", "doelen"),
        ("2.1 De doelen zijn met het huishouden vastgelegd¹", "doelen"),
        ("<i>De doelen zijn met het huishouden vastgelegd</i>", "doelen"),
        ("De doelen zijn met het huis houden vastgelegd", "doelen"),
        ("Er is 1 plan voor het hele huishouden met 1 coordinator", "plan"),
        ("Er is een plan voor het hele huishouden, met een coördinator (NB: regievoerder)", "plan"),
        ("Er zijn samenwerkings-\nafspraken gemaakt over in- en uitstroom", "afspraken"),
        ("Er zijn samenwerkings afspraken gemaakt over in- en uitstroom", "afspraken"),
        ("Er zijn samenwerkingsafsraken gemaakt over in- en uitstroom", "afspraken"),
        ("Samenwerkingsafspraken", "afspraken"),
    ],
)
def test_wat_druk_verandert_verandert_de_indicator_niet(gedrukt: str, naam: str) -> None:
    koppeling = kennis().indicator(gedrukt)
    assert koppeling is not None
    assert (koppeling.indicator_id, koppeling.zeker) == (naam, True)
    assert kennis().is_indicator(gedrukt)


@pytest.mark.parametrize(
    "gedrukt",
    [
        "De plannen zijn met het huishouden vastgelegd",
        "De doelen zijn met de kinderen vastgelegd",
        "De doelen zijn met het huishouden besproken",
        "Er is één plan voor het hele gezin, met één coördinator",
        "Er zijn samenwerkingsafspraken gemaakt over in- en doorstroom",
    ],
)
def test_een_ander_inhoudswoord_is_nooit_zeker(gedrukt: str) -> None:
    koppeling = kennis().indicator(gedrukt)
    assert koppeling is not None
    assert not koppeling.zeker
    assert koppeling.score <= 90
    assert kennis().twijfel(gedrukt) is not None


@pytest.mark.parametrize(
    "gedrukt",
    [
        "Het huishouden wordt afgesloten",
        "Het overleg is binnen drie weken gevoerd",
        "Het overleg is niet binnen twee weken gevoerd",
        "Het weer was die dag opvallend zacht",
        "Er is een plan",
    ],
)
def test_wat_het_kader_niet_zegt_blijft_onbekend(gedrukt: str) -> None:
    koppeling = kennis().indicator(gedrukt)
    twijfel = kennis().twijfel(gedrukt)
    assert koppeling is not None
    assert twijfel is not None
    assert koppeling.score < 75
    assert (koppeling.bekend, twijfel.soort) == (False, Soort.INDICATOR_ONBEKEND)
    assert not kennis().is_indicator(gedrukt)


def test_een_alias_telt_als_de_tekst_zelf() -> None:
    anders = "Ieder huishouden heeft een eigen ondersteuningsplan"
    zonder, met = kennis().indicator(anders), kennis(anders).indicator(anders)
    assert zonder is not None
    assert met is not None
    assert not zonder.bekend
    assert (met.indicator_id, met.score, met.zeker) == ("plan", 100.0, True)


def test_dezelfde_tekst_bij_twee_indicatoren_is_twijfel() -> None:
    tekst = WOORDING["doelen"][0]
    twee = Kaderkennis([indicator("a", tekst, "A"), indicator("b", tekst, "B", editie="proef-2")], [], [])
    koppeling, twijfel = twee.indicator(tekst), twee.twijfel(tekst)
    assert koppeling is not None
    assert twijfel is not None
    assert (koppeling.score, koppeling.tweede, koppeling.zeker) == (100.0, 100.0, False)
    assert twijfel.soort is Soort.INDICATOR_ONZEKER


def test_themas_en_criteria() -> None:
    k = kennis()
    assert [
        k.thema(t) for t in ("Aanpak", "de aanpak:", "Continue", "CONTINU", " Toeleiding", "Thema: Toeleiding")
    ] == [*("De aanpak", "De aanpak", "Continu", "Continu", "Toeleiding", "Toeleiding")]
    assert [k.thema(t) for t in ("", "Aanpakken", "De aanpak is samenhangend", "2013")] == [None] * 4
    assert k.criterium("Het plan is samen-\nhangend") == "Het plan is samenhangend"
    assert k.criterium("Het plan is veranderend") is None


def test_zonder_kader_is_niets_bekend() -> None:
    leeg = Kaderkennis.leeg()
    assert leeg.indicator("De doelen zijn vastgelegd") is None
    assert leeg.thema("Aanpak") is None
    assert leeg.criterium("Het plan") is None
    assert not leeg.is_indicator("De doelen zijn vastgelegd")


def test_een_lege_tekst_is_geen_indicator() -> None:
    assert kennis().indicator(" \n– ") is None


@pytest.fixture
def klein(doos: Doos) -> Bekend:
    """Editie proef-1: Indicator een (alias: Indicator nummer een), Indicator twee; proef-2: the same with "nieuw"."""
    return bekend([doos.map])


def test_de_editie_is_die_waarvan_de_indicatoren_gedrukt_zijn(klein: Bekend) -> None:
    keuze = kies_editie(klein, ["Indicator een nieuw", "Indicator twee nieuw"])
    assert keuze == EditieKeuze("proef-2", 2, 2)
    assert kies_editie(klein, ["Indicator nummer een", "Indicator twee"]).editie_id == "proef-1"


def test_niets_gedrukt_of_niets_bekend_is_geen_editie(klein: Bekend) -> None:
    assert kies_editie(klein, []) == EditieKeuze(None, 0, 0)
    vreemd = kies_editie(klein, ["De brug is open", "Het veer vaart niet", "De trein rijdt op tijd"])
    assert (vreemd.editie_id, vreemd.totaal) == (None, 3)


def test_twee_even_goede_edities_geven_twijfel(doos: Doos) -> None:
    doos.zet("kader/indicatoren", 4, "indicator", "Indicator een")
    doos.zet("kader/indicatoren", 5, "indicator", "Indicator twee")
    keuze = kies_editie(bekend([doos.map]), ["Indicator een", "Indicator twee"])
    assert (keuze.editie_id, keuze.ook) == ("proef-2", ("proef-1",))
    assert keuze.twijfel is not None
    # by the names that the field shows, not by ids
    een, twee = (bekend([doos.map]).edities()[editie] for editie in ("proef-1", "proef-2"))
    assert f"passen bij ‘{twee}’ (gekozen), maar ook bij ‘{een}’. Kies welke" in keuze.twijfel.zin
    assert "proef-" not in keuze.twijfel.zin


def test_tien_kaders_en_honderd_rijen_in_ruim_een_seconde() -> None:
    kies = random.Random(7)
    woorden = ["".join(kies.choices("aeiourstlnmkdp", k=kies.randint(4, 11))) for _ in range(400)]
    zinnen = [" ".join(kies.choices(woorden, k=12)) for _ in range(600)]
    lijst = [indicator(f"i{n}", zin, f"kort {n}") for n, zin in enumerate(zinnen)]
    begin = time.process_time()
    k = Kaderkennis(lijst, [], [])
    gevonden = [k.indicator(zin) for zin in zinnen[::6]]
    duur = time.process_time() - begin
    assert [g.indicator_id for g in gevonden if g is not None and g.zeker] == [f"i{n}" for n in range(0, 600, 6)]
    assert duur < 1.0


def test_alle_geleverde_indicatoren_zijn_binnen_hun_editie_zeker() -> None:
    kader = bekend()
    per_editie = {
        rij["editie_id"]: Kaderkennis.uit(kader, editie_id=rij["editie_id"]) for rij in kader.tabel("edities")
    }
    for indicator_ in kader.indicatoren():
        koppeling = per_editie[indicator_.editie_id].indicator(indicator_.indicator)
        assert koppeling is not None
        assert (koppeling.indicator_id, koppeling.zeker) == (indicator_.indicator_id, True)
