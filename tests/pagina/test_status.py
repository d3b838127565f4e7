"""Words, symbols and colours: complete, told apart, legible, also for those who see colours otherwise."""

import itertools
import math

import pytest

from pagina.beeld.figuren import GEEN, TREDEN
from pagina.beeld.status import (
    BEWIJS,
    ONBEKEND,
    STATUS,
    STATUS_VERTELD,
    UITKOMST,
    VAKBEELDEN,
    VOLDEED,
    Beeld,
    bewijswoord,
    is_leeg,
    is_verteld,
    statusbeeld,
    uitkomstbeeld,
    vakcode,
)

# Machado, Oliveira and Fernandes (2009), full severity, on linear RGB
ZICHT = {
    "gewoon": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopie": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopie": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopie": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
# what a reader must never take for one another, by colour alone too
KERN = ["opgepakt", "deels_opgepakt", "niet_opgepakt", "niet_beoordeeld", "nog_niet_hertoetst"]


def lineair(kleur: str) -> list[float]:
    delen = [int(kleur[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [d / 12.92 if d <= 0.04045 else ((d + 0.055) / 1.055) ** 2.4 for d in delen]


def helderheid(kleur: str) -> float:
    rood, groen, blauw = lineair(kleur)
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def contrast(een: str, ander: str) -> float:
    licht, donker = sorted((helderheid(een), helderheid(ander)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


def lab(rgb: list[float]) -> tuple[float, float, float]:
    rijen = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    wit = (0.9505, 1.0, 1.089)
    delen = [sum(a * b for a, b in zip(rij, rgb, strict=True)) / w for rij, w in zip(rijen, wit, strict=True)]
    x, y, z = (d ** (1 / 3) if d > 0.008856 else 7.787 * d + 16 / 116 for d in delen)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def gezien(kleur: str, zicht: str) -> tuple[float, float, float]:
    rgb = lineair(kleur)
    return lab([min(1.0, max(0.0, sum(a * b for a, b in zip(r, rgb, strict=True)))) for r in ZICHT[zicht]])


def verschil(een: str, ander: str, zicht: str) -> float:
    return math.dist(gezien(een, zicht), gezien(ander, zicht))


def test_de_som_kan_het_mis_zien() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert verschil("#8c7000", "#b3440e", "deuteranopie") < 10 < verschil("#8c7000", "#b3440e", "gewoon")


def test_alle_statussen_en_uitkomsten_zijn_er() -> None:
    assert list(STATUS) == [
        "opgepakt",
        "deels_opgepakt",
        "niet_opgepakt",
        "niet_beoordeeld",
        "nog_niet_hertoetst",
        "vervallen",
        "behouden",
        "teruggevallen",
    ]
    assert set(UITKOMST) == {"voldoet", "verbeterpunt", "gemengd", "niet_beoordeeld"}
    assert set(BEWIJS) == {
        "volledige_toets",
        "hertoets_verbeterpunten",
        "mondelinge_rapportage",
        "casusonderzoek",
        "stelselonderzoek",
    }
    assert len(ONBEKEND) == 4


@pytest.mark.parametrize("groep", [VAKBEELDEN, tuple(UITKOMST.values()), tuple(ONBEKEND.values())])
def test_teken_en_woord_verschillen_altijd(groep: tuple[Beeld, ...]) -> None:
    assert len({beeld.teken for beeld in groep}) == len(groep)
    assert len({beeld.woord for beeld in groep}) == len(groep)
    assert all(beeld.teken[1:] == ("◇" if beeld.arcering else "") for beeld in groep)
    assert len({beeld.merk_kort for beeld in groep}) == len(groep)


@pytest.mark.parametrize("donker", [False, True])
def test_tekst_is_leesbaar_op_elk_vlak(donker: bool) -> None:  # noqa: FBT001 - a parameter of pytest
    for beeld in [*VAKBEELDEN, *UITKOMST.values(), *ONBEKEND.values()]:
        kleur = beeld.kleur(donker=donker)
        assert contrast(kleur.vlak, kleur.tekst) >= 4.5, beeld.sleutel
    for trede in [*TREDEN, GEEN]:
        assert contrast(trede.vlak(donker=donker), "#ffffff" if donker else "#000000") >= 4.5, trede.woord


@pytest.mark.parametrize("zicht", ZICHT)
@pytest.mark.parametrize("donker", [False, True])
def test_wat_telt_is_ook_in_kleur_uit_elkaar_te_houden(donker: bool, zicht: str) -> None:  # noqa: FBT001
    for een, ander in itertools.combinations(KERN, 2):
        kleuren = [STATUS[naam].kleur(donker=donker).vlak for naam in (een, ander)]
        assert verschil(kleuren[0], kleuren[1], zicht) >= 10, (een, ander)


@pytest.mark.parametrize("zicht", ZICHT)
@pytest.mark.parametrize("donker", [False, True])
def test_de_schaal_loopt_voor_iedereen_een_kant_op(donker: bool, zicht: str) -> None:  # noqa: FBT001
    licht = [gezien(trede.vlak(donker=donker), zicht)[0] for trede in TREDEN]
    stappen = [b - a if donker else a - b for a, b in itertools.pairwise(licht)]
    assert min(stappen) > 2
    for trede in TREDEN:
        assert verschil(trede.vlak(donker=donker), GEEN.vlak(donker=donker), zicht) >= 8, trede.woord


@pytest.mark.parametrize("donker", [False, True])
def test_geen_verbeterpunt_is_minder_nadrukkelijk(donker: bool) -> None:  # noqa: FBT001
    grond = "#000000" if donker else "#ffffff"

    def nadruk(beeld: Beeld) -> float:
        return contrast(beeld.kleur(donker=donker).vlak, grond)

    for sleutel, bleek in VOLDEED.items():
        assert nadruk(bleek) < nadruk(STATUS[sleutel])
    assert nadruk(STATUS["behouden"]) < nadruk(STATUS["opgepakt"])
    assert nadruk(STATUS["teruggevallen"]) < nadruk(STATUS["niet_opgepakt"])


def test_verteld_is_dezelfde_kleur_gearceerd_met_een_eigen_teken_en_eigen_woorden() -> None:
    for getoetst in [*STATUS.values(), *UITKOMST.values()]:
        verteld = getoetst.verteld
        assert (verteld.licht, verteld.donker) == (getoetst.licht, getoetst.donker)
        assert (getoetst.arcering, verteld.arcering) == (False, True)
    assert STATUS["opgepakt"].verteld.merk == "✓◇ opgepakt, volgens de gemeente zelf"
    assert STATUS["opgepakt"].verteld.merk_kort == "✓◇ verteld"
    assert STATUS["opgepakt"].verteld.uitleg == (
        "Was een verbeterpunt en voldoet nu. Dat zegt de gemeente zelf; niemand heeft het opnieuw getoetst."
    )
    # of what is not known there is nothing to tell
    assert {beeld.sleutel for beeld in VAKBEELDEN if beeld.arcering} == {
        "opgepakt",
        "deels_opgepakt",
        "niet_opgepakt",
        "behouden",
        "teruggevallen",
    }


def test_verteld_opzoeken() -> None:
    assert statusbeeld("opgepakt", verteld=True) is STATUS_VERTELD["opgepakt"]
    assert statusbeeld("behouden", was_verbeterpunt=False, verteld=True) is STATUS_VERTELD["behouden"]
    assert statusbeeld("niet_beoordeeld", verteld=True) is STATUS["niet_beoordeeld"]
    assert statusbeeld("niet_beoordeeld", was_verbeterpunt=False, verteld=True) is VOLDEED["niet_beoordeeld"]
    assert VAKBEELDEN[vakcode("opgepakt", was_verbeterpunt=True, verteld=True)] is STATUS_VERTELD["opgepakt"]
    assert uitkomstbeeld("voldoet", "mondelinge_rapportage") == UITKOMST["voldoet"].verteld
    assert uitkomstbeeld("voldoet", "hertoets_verbeterpunten") is UITKOMST["voldoet"]
    assert uitkomstbeeld("niet_beoordeeld", "mondelinge_rapportage") is UITKOMST["niet_beoordeeld"]
    assert uitkomstbeeld("niet_gedrukt", "mondelinge_rapportage") is None
    assert [is_verteld(b) for b in ("mondelinge_rapportage", "volledige_toets", None, math.nan)] == [
        True, False, False, False,
    ]  # fmt: skip


def test_opzoeken() -> None:
    assert statusbeeld("niet_opgepakt").merk == "✗ niet opgepakt"
    assert statusbeeld("behouden", was_verbeterpunt=False) is STATUS["behouden"]
    assert statusbeeld("vervallen", was_verbeterpunt=False) is VOLDEED["vervallen"]
    assert VAKBEELDEN[vakcode("opgepakt", was_verbeterpunt=True)] is STATUS["opgepakt"]
    with pytest.raises(ValueError, match="onbekende status"):
        statusbeeld("weg")
    assert uitkomstbeeld(None) is None
    assert uitkomstbeeld("gemengd") is UITKOMST["gemengd"]
    assert bewijswoord("mondelinge_rapportage") == "mondelinge rapportage door de gemeente"
    assert bewijswoord(None) == ""
    assert [is_leeg(w) for w in (None, math.nan, 0, "")] == [True, True, False, False]
