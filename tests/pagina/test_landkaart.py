"""The map: where things lie (worked out by hand), what each kind looks like and reads as, and what the page shows."""

from __future__ import annotations

import csv
import itertools
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data.bouw.bouwen import bouw
from data.voorbeeld.maken import maak
from pagina.beeld.status import is_leeg
from pagina.delen.landkaart import Kaartgemeente, _gegevens
from pagina.delen.landkaart.paden import Kaartvorm, Vlak, kaartvorm
from pagina.delen.landkaart.soorten import (
    AANDELEN,
    SOORTEN,
    ZONDER_AANDEEL,
    aandeeltekst,
    kaarttekst,
    soortnummer,
    tellingen,
    wat_bekend_is,
)
from tests.geleverd import VIER
from tests.pagina.conftest import Open, alles, html_tekst
from tests.pagina.test_status import ZICHT, contrast, gezien, verschil
from tests.queries.hulp import schrijf_levering
from tests.queries.test_kaart import SCHETS

# --- where things lie: at 60° north a degree of longitude is half one of latitude ---------------------------------

Ring = list[tuple[float, float]]
#: Two degrees each way around 5° east, 60° north: on the grid 500 wide and 1000 high, inside a rand of 8.
VIERKANT: Ring = [(4, 59), (6, 59), (6, 61), (4, 61), (4, 59)]


def polygon(*ringen: Ring) -> str:
    return json.dumps({"type": "Polygon", "coordinates": ringen})


def test_een_vierkant_van_graden_is_op_zestig_graden_half_zo_breed_als_hoog() -> None:
    vorm = kaartvorm({"a": [polygon(VIERKANT)]})
    assert (vorm.breedte, vorm.hoogte) == (516, 1016)
    assert vorm.vlakken["a"] == Vlak("M8 1008l500 0 0-1000-500 0z", (258, 508))


def test_noord_is_boven_en_oost_is_rechts() -> None:
    noordwest: Ring = [(4, 60), (5, 60), (5, 61), (4, 61), (4, 60)]
    zuidoost: Ring = [(5, 59), (6, 59), (6, 60), (5, 60), (5, 59)]
    vorm = kaartvorm({"nw": [polygon(noordwest)], "zo": [polygon(zuidoost)]})
    assert vorm.vlakken["nw"].midden == (8 + 125, 8 + 250)
    assert vorm.vlakken["zo"].midden == (8 + 375, 8 + 750)


def test_een_breed_land_vult_de_breedte() -> None:
    """Eight degrees by one: at the middle (60°) four units wide and one high."""
    breed: Ring = [(0, 59.5), (8, 59.5), (8, 60.5), (0, 60.5), (0, 59.5)]
    vorm = kaartvorm({"a": [polygon(breed)]})
    assert (vorm.breedte, vorm.hoogte) == (1016, 266)


def test_gaten_eilanden_en_wie_erin_opging_horen_bij_dezelfde_lijn() -> None:
    gat: Ring = [(4.8, 59.8), (5.2, 59.8), (5.2, 60.2), (4.8, 59.8)]
    eiland: Ring = [(4, 59), (4.4, 59), (4.4, 59.2), (4, 59)]
    los = {"type": "MultiPolygon", "coordinates": [[VIERKANT, gat], [eiland]]}
    vorm = kaartvorm({"a": [json.dumps(los), polygon(gat)]})
    assert vorm.vlakken["a"].pad == (
        "M8 1008l500 0 0-1000-500 0z"
        "M208 608l100 0 0-200z"  # the hole
        "M8 1008l100 0 0-100z"
        "M208 608l100 0 0-200z"  # the boundary of the one that merged into it
    )
    assert vorm.vlakken["a"].midden == (258, 508)  # of the largest ring


def test_wat_te_klein_is_voor_het_raster_verdwijnt_niet() -> None:
    """A ring that shrinks to a point goes; of a gemeente with nothing else left there remains a small diamond."""
    stip: Ring = [(5, 60), (5.0001, 60), (5.0001, 60.0001), (5, 60)]
    vorm = kaartvorm({"groot": [polygon(VIERKANT), polygon(stip)], "klein": [polygon(stip)]})
    assert vorm.vlakken["groot"].pad == "M8 1008l500 0 0-1000-500 0z"
    assert vorm.vlakken["klein"] == Vlak("M258 506l2 2-2 2-2-2z", (258, 508))


def test_punten_die_samenvallen_tellen_een_keer() -> None:
    dubbel: Ring = [(4, 59), (6, 59), (6.0002, 59.0001), (6, 61), (4, 61), (4, 59)]
    assert kaartvorm({"a": [polygon(dubbel)]}).vlakken["a"].pad == "M8 1008l500 0 0-1000-500 0z"


def test_zonder_grenzen_geen_kaart() -> None:
    assert kaartvorm({}) == Kaartvorm(0, 0, {})


# --- kinds --------------------------------------------------------------------------------------------------------

GETELD = (
    "vastgesteld", "beoordeeld", "opgepakt", "verteld", "getoetst", "deels_opgepakt", "niet_opgepakt",
    "niet_beoordeeld", "nog_niet_hertoetst", "vervallen", "eerder_vastgesteld",
)  # fmt: skip
NUL: dict[str, Any] = dict.fromkeys(GETELD, 0)
GEEN: dict[str, Any] = dict.fromkeys(
    (*NUL, "wacht", "wacht_niet_meer", "wacht_eerder_vastgesteld", "peiljaren", "rondes")
)


def rij(soort: str, **wat: object) -> dict[str, Any]:
    """A row of kaart.sql; without figures when none is named."""
    telt = any(naam in NUL for naam in wat)
    # every verbeterpunt is about an indicator of its own, unless the test says otherwise
    indicatoren = {"indicatoren": wat.get("vastgesteld")}
    return GEEN | (NUL if telt else {}) | indicatoren | {"soort": soort} | wat


def beoordeeld(opgepakt: int, van: int) -> dict[str, Any]:
    return rij("beoordeeld", vastgesteld=van, beoordeeld=van, opgepakt=opgepakt, getoetst=opgepakt,
               niet_opgepakt=van - opgepakt)  # fmt: skip


@pytest.mark.parametrize(
    ("opgepakt", "van", "woord"),
    [
        (0, 5, "0% opgepakt"), (1, 300, "1–24% opgepakt"), (24, 100, "1–24% opgepakt"), (1, 4, "25–49% opgepakt"),
        (1, 2, "50–74% opgepakt"), (3, 4, "75–99% opgepakt"), (299, 300, "75–99% opgepakt"),
        (10, 10, "100% opgepakt"),
    ],
)  # fmt: skip
def test_een_aandeel_is_een_trede_en_alleen_nul_is_nul(opgepakt: int, van: int, woord: str) -> None:
    assert SOORTEN[soortnummer(beoordeeld(opgepakt, van))].woord == woord


def test_elke_soort_van_niet_weten_heeft_een_eigen_beeld() -> None:
    namen = [
        "niet_beoordeeld", "nog_niet_hertoetst", "vervallen", "geen_verbeterpunt", "andere_periode", "zonder_oordelen",
        "deelgenomen", "geen_rapport",
    ]  # fmt: skip
    assert [SOORTEN[soortnummer(rij(naam))].sleutel for naam in namen] == namen
    assert len({soort.teken for soort in SOORTEN}) == len({soort.woord for soort in SOORTEN}) == len(SOORTEN) == 14
    patronen = [soort.patroon for soort in ZONDER_AANDEEL]
    assert len(set(patronen)) == len(patronen)
    assert patronen[-1] == ""  # only ‘geen rapport’ is plain, and shares
    assert {soort.patroon for soort in AANDELEN} == {""}


def test_elk_patroon_kan_het_script_tekenen() -> None:
    script = (Path(__file__).parents[2] / "pagina" / "delen" / "landkaart" / "landkaart.js").read_text(encoding="utf-8")
    for soort in ZONDER_AANDEEL:
        assert not soort.patroon or f"\n  {soort.patroon}: [" in script


@pytest.mark.parametrize("donker", [False, True])
def test_een_patroon_is_op_zijn_vlak_te_zien(donker: bool) -> None:  # noqa: FBT001 - a parameter of pytest
    for soort in ZONDER_AANDEEL:
        if soort.patroon:
            assert contrast(soort.vlak[donker], soort.lijn[donker]) >= 3, soort.sleutel


@pytest.mark.parametrize("zicht", ZICHT)
@pytest.mark.parametrize("donker", [False, True])
def test_effen_vlakken_zijn_voor_iedereen_uit_elkaar_te_houden(donker: bool, zicht: str) -> None:  # noqa: FBT001
    """Each step runs one way in lightness; ‘geen rapport’ is not any of them, 0% least of all."""
    vlakken = [soort.vlak[donker] for soort in AANDELEN]
    licht = [gezien(vlak, zicht)[0] for vlak in vlakken]
    assert min(b - a if donker else a - b for a, b in itertools.pairwise(licht)) > 2
    for vlak in vlakken:
        assert verschil(vlak, SOORTEN[soortnummer(rij("geen_rapport"))].vlak[donker], zicht) >= 8


# --- what is said -------------------------------------------------------------------------------------------------

ALKMAAR = rij("beoordeeld", vastgesteld=6, beoordeeld=5, niet_opgepakt=5, niet_beoordeeld=1)
LEEUWARDEN = rij("beoordeeld", vastgesteld=10, beoordeeld=10, opgepakt=10, verteld=10)


@pytest.mark.parametrize(
    ("gemeente", "zin"),
    [
        (
            ALKMAAR,
            "0 van 5 beoordeelde (0%), 0 van 6 vastgestelde (0%) opgepakt. Zes verbeterpunten, waarvan geen enkel "
            "opgepakt; vijf niet opgepakt; één is wel hertoetst maar niet beoordeeld.",
        ),
        (
            LEEUWARDEN | {"indicatoren": 6},
            "10 van 10 beoordeelde (100%), 10 van 10 vastgestelde (100%) opgepakt. Tien verbeterpunten, alle opgepakt "
            "(alle tien volgens de gemeente zelf; geen enkel opnieuw getoetst). Samen gaan zij over zes verschillende "
            "indicatoren; een indicator telt bij elke aanpak apart.",
        ),
        (
            ALKMAAR | {"wacht": 2},
            "0 van 5 beoordeelde (0%), 0 van 6 vastgestelde (0%) opgepakt. Zes verbeterpunten, waarvan geen enkel "
            "opgepakt; vijf niet opgepakt; één is wel hertoetst maar niet beoordeeld. Daarnaast 2 verbeterpunten uit "
            "2013 zijn nog niet hertoetst.",
        ),
        (
            rij("niet_beoordeeld", vastgesteld=2, niet_beoordeeld=2),
            "Twee verbeterpunten; beide zijn wel hertoetst maar niet beoordeeld. Daarom is hier geen aandeel opgepakt "
            "te geven.",
        ),
        (rij("nog_niet_hertoetst", wacht=1), "1 verbeterpunt uit 2013 is nog niet hertoetst."),
        (
            rij("nog_niet_hertoetst", wacht=3, wacht_niet_meer=1),
            "3 verbeterpunten uit 2013 zijn nog niet hertoetst en 1 verbeterpunt uit 2013 is vervallen omdat de aanpak "
            "is gestopt.",
        ),
        (
            rij("nog_niet_hertoetst", wacht=3, wacht_niet_meer=1, wacht_eerder_vastgesteld=2),
            "3 verbeterpunten uit 2013 of eerder zijn na 2013 nog niet hertoetst en 1 verbeterpunt uit 2013 of eerder "
            "is vervallen omdat de aanpak is gestopt.",
        ),
        (
            rij("nog_niet_hertoetst", vastgesteld=2, nog_niet_hertoetst=2, eerder_vastgesteld=1),
            "Twee verbeterpunten; beide zijn na 2013 nog niet hertoetst. Daarom is hier geen aandeel opgepakt te "
            "geven. Eén van de twee verbeterpunten is eerder vastgesteld en bij de meting in 2013 niet beoordeeld.",
        ),
        (rij("geen_verbeterpunt", vastgesteld=0), "Getoetst; er is in deze periode geen verbeterpunt."),
        (
            rij("andere_periode", peiljaren="2012, 2013"),
            "Wel gemeten (peiljaar 2012, 2013), maar niet in deze periode.",
        ),
        (
            rij("zonder_oordelen", peiljaren="2016"),
            "Wel onderzocht (peiljaar 2016), maar het rapport geeft geen oordeel per indicator.",
        ),
        (
            rij("deelgenomen", rondes="Ronde {peiljaren}"),  # words from the data are no template
            "Deed mee aan de ronde ‘Ronde {peiljaren}’; het rapport daarover is niet in deze verzameling.",
        ),
        (rij("geen_rapport"), "Van deze gemeente is geen rapport van dit kader in deze verzameling."),
    ],
)
def test_wat_van_een_gemeente_bekend_is(gemeente: dict[str, Any], zin: str) -> None:
    assert wat_bekend_is(gemeente, 2013) == zin


def test_een_aandeel_gaat_nooit_zonder_tellers() -> None:
    assert aandeeltekst(beoordeeld(10, 15)) == "10/15 (67%)"
    assert aandeeltekst(beoordeeld(10, 15) | {"verteld": 4, "getoetst": 6}) == "10/15 (67%), ◇ 4 verteld"
    assert aandeeltekst(rij("niet_beoordeeld", vastgesteld=2, niet_beoordeeld=2)) == ""
    assert aandeeltekst(rij("geen_rapport")) == ""


def test_de_tekst_bij_de_kaart_telt_elke_soort() -> None:
    rijen = [ALKMAAR, LEEUWARDEN, *[rij("deelgenomen", rondes="r")] * 4, *[rij("geen_rapport")] * 1336]
    assert kaarttekst(rijen, kader="GGSR beleid", jaren="2013 → 2014") == (
        "Het gaat om GGSR beleid, 2013 → 2014. Van 2 van de 1.342 gemeenten is bekend welk deel is opgepakt. "
        "Daarvan: 0% opgepakt (1); 100% opgepakt (1). Bij 1 gemeente is dat geheel of deels volgens de gemeente zelf, "
        "niet getoetst. De andere 1.340: deed mee, rapport niet hier (4); geen rapport "
        "in deze verzameling (1.336)."
    )
    assert [(deel.soort.sleutel, deel.aantal) for deel in tellingen(rijen)] == [
        ("aandeel_0", 1), ("aandeel_100", 1), ("deelgenomen", 4), ("geen_rapport", 1336),
    ]  # fmt: skip
    assert kaarttekst([rij("geen_rapport")] * 3, kader="K", jaren=None) == (
        "Het gaat om K. Van geen van de 3 gemeenten is bekend welk deel is opgepakt. De 3: geen rapport in deze "
        "verzameling (3)."
    )


def test_het_script_krijgt_elke_zin_en_elke_soort_een_keer() -> None:
    vorm = Kaartvorm(10, 20, {code: Vlak(f"M{code}", (nr, nr)) for nr, code in enumerate("abc")})
    kale = [("a", "Een", 13, "niets"), ("b", "Twee", 0, "iets"), ("c", "Drie", 13, "niets")]
    gemeenten = [Kaartgemeente(*gemeente, adres=f"gemeente?gemeente={gemeente[1]}") for gemeente in kale]
    gegevens = _gegevens(vorm, gemeenten, donker=False)
    assert gegevens["zinnen"] == ["niets", "iets"]
    assert gegevens["gemeenten"][2] == ["Drie", "Mc", 2, 2, "gemeente?gemeente=Drie", 13, 0, ""]
    assert {nr: (beeld["merk"], beeld["aantal"]) for nr, beeld in gegevens["soorten"].items()} == {
        "0": ("○ 0% opgepakt", 1), "13": ("∅ geen rapport in deze verzameling", 2),
    }  # fmt: skip


def test_het_script_krijgt_wie_het_zelf_vertelde() -> None:
    vorm = Kaartvorm(10, 20, {code: Vlak(f"M{code}", (1, 2)) for code in "abc"})
    gemeenten = [Kaartgemeente(code, code, 5, "zin", None, verteld=code == "b") for code in "abc"]
    assert _gegevens(vorm, gemeenten, donker=True)["verteld"] == {
        "merk": "◇ geheel of deels volgens de gemeente zelf, niet getoetst",
        "teken": "◇",
        "gemeenten": [1],
    }
    # hatching is of what was told alone, and so is its sign
    assert "schuin" not in {soort.patroon for soort in SOORTEN}
    assert "◇" not in {soort.teken for soort in SOORTEN}


# --- on the page --------------------------------------------------------------------------------------------------


def landkaarten(app: AppTest) -> list[dict[str, Any]]:
    """What each map on the page was given."""
    return [json.loads(deel.proto.json) for deel in app.get("bidi_component") if "breedte" in deel.proto.json]


def op_naam(app: AppTest) -> dict[str, tuple[str, str, str]]:
    """Of each gemeente on the map: kind, sentence, address."""
    (kaart,) = landkaarten(app)
    return {
        naam: (kaart["soorten"][str(soort)]["merk"], kaart["zinnen"][zin], adres)
        for naam, _, _, _, adres, soort, zin, _ in kaart["gemeenten"]
    }


def test_de_vier_rapporten_op_de_kaart(open_pagina: Open) -> None:
    app = open_pagina("overzicht")
    gemeenten = op_naam(app)
    assert len(gemeenten) == 342
    assert gemeenten["Leeuwarden"][0] == "● 100% opgepakt"
    assert gemeenten["Leeuwarden"][1].startswith(
        "10 van 10 beoordeelde (100%), 10 van 10 vastgestelde (100%) opgepakt."
    )
    assert "alle tien volgens de gemeente zelf" in gemeenten["Leeuwarden"][1]
    assert gemeenten["Leeuwarden"][2] == "gemeente?gemeente=Leeuwarden"
    assert gemeenten["Alkmaar"][0] == "○ 0% opgepakt"
    assert gemeenten["Zwolle"][0] == "□ deed mee, rapport niet hier"
    assert gemeenten["'s-Gravenhage"][2] == "gemeente?gemeente=%27s-Gravenhage"
    tekst = alles(app)
    assert "Van 2 van de 342 gemeenten is bekend welk deel is opgepakt." in tekst
    assert "2 van de 21 gemeenten van de ronde ‘GGSR op beleidsniveau’ staan in deze verzameling." in tekst
    (kaart,) = landkaarten(app)
    assert [gemeente[-1] for gemeente in kaart["gemeenten"] if gemeente[-1]] == ["Alkmaar 0/5", "Leeuwarden 10/10 ◇"]
    assert kaart["bron"] == "Grenzen: CBS/Kadaster, gebiedsindelingen 2023, gegeneraliseerd."
    assert len(json.dumps(kaart)) < 150_000


@pytest.mark.parametrize(
    ("link", "gemeente", "merk"),
    [
        ({"kaart_kader": "GGSR casus"}, "Zwolle", "… nog niet hertoetst"),
        ({"kaart_periode": "2014 → nog geen hertoets"}, "Leeuwarden", "= beoordeeld, geen verbeterpunten"),
        (
            {"kaart_kader": "Stelseltoezicht jeugd / sociaal domein"},
            "Den Helder",
            "¶ wel onderzocht, geen oordeel per indicator",
        ),
    ],
)
def test_kader_en_periode_staan_in_de_link(open_pagina: Open, link: dict[str, str], gemeente: str, merk: str) -> None:
    assert op_naam(open_pagina("overzicht", **link))[gemeente][0] == merk


def test_de_tabel_geeft_hetzelfde_en_geen_nul_voor_onbekend(open_pagina: Open) -> None:
    app = open_pagina("overzicht", kaart_weergave="Tabel")
    assert landkaarten(app) == []
    tabel = next(t.value for t in app.dataframe if "Wat bekend is" in t.value.columns)
    assert "gemeente?gemeente=Leeuwarden#Leeuwarden" in list(tabel["Gemeente"])
    rijen = {str(rij["Gemeente"]).partition("#")[2]: rij for rij in tabel.to_dict("records")}
    assert len(rijen) == 342
    kolommen = ("Wat bekend is", "Opgepakt van wat is beoordeeld", "Opgepakt", "Later beoordeeld")
    gelezen = {naam: [rijen[naam][kolom] for kolom in kolommen] for naam in ("Leeuwarden", "Alkmaar", "Zwolle")}
    assert gelezen["Leeuwarden"] == ["100% opgepakt", "10/10 (100%), ◇ 10 verteld", 10, 10]
    assert gelezen["Alkmaar"] == ["0% opgepakt", "0/5 (0%)", 0, 5]
    assert gelezen["Zwolle"][:2] == ["deed mee, rapport niet hier", ""]
    assert [is_leeg(waarde) for waarde in gelezen["Zwolle"][2:]] == [True, True]


def test_zonder_rapporten_is_alles_onbekend(open_pagina: Open, lege_map: Path) -> None:
    app = open_pagina("overzicht", map_=lege_map)
    merken = {merk for merk, _, _ in op_naam(app).values()}
    assert merken == {"∅ geen rapport in deze verzameling", "□ deed mee, rapport niet hier"}
    assert "Van geen van de 342 gemeenten is bekend welk deel is opgepakt." in alles(app)


def test_zonder_grenzen_geeft_de_tabel_het_antwoord(open_pagina: Open, fictieve_map: Path) -> None:
    app = open_pagina("overzicht", map_=fictieve_map)
    assert landkaarten(app) == []
    assert "Van geen van deze gemeenten is de grens bekend" in alles(app)
    assert "Eén gemeente met een meting staat wel in de tabel maar niet op de kaart (Een)." in alles(app)


@pytest.fixture(scope="session")
def twee_landen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the four rapporten and the sketch of test_kaart.py."""
    map_ = tmp_path_factory.mktemp("twee-landen")
    levering = schrijf_levering(tmp_path_factory.mktemp("fictief"), SCHETS)
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("VERBETERPUNTEN_MAP", str(map_))
        bouw([*VIER, levering])
    return map_


def namen(app: AppTest) -> Sequence[str]:
    return sorted(op_naam(app))


def test_waar_beide_landen_metingen_hebben_kiest_de_lezer(open_pagina: Open, twee_landen: Path) -> None:
    kader = "Verzonnen kader"
    assert len(namen(open_pagina("overzicht", map_=twee_landen))) == 342
    app = open_pagina("overzicht", map_=twee_landen, kaart_land="Fictief land", kaart_kader=kader,
                      kaart_periode="2013 → 2014")  # fmt: skip
    assert namen(app) == [
        "Blijft", "Deelnemer", "Eerder", "Gestopt", "Goed", "Leeg", "Twijfel", "Wacht", "Woorden",
    ]  # fmt: skip
    assert op_naam(app)["Blijft"][1].startswith("2 van 3 beoordeelde (67%), 2 van 3 vastgestelde (67%) opgepakt.")
    assert op_naam(app)["Wacht"][1] == "1 verbeterpunt uit 2013 is nog niet hertoetst."
    tekst = alles(app)
    assert "een land dat niet bestaat" in tekst
    assert "(Grenzeloos en Verdwenen)" in tekst


def test_een_kaart_van_een_gemeente_is_een_zin(open_pagina: Open, tmp_path_factory: pytest.TempPathFactory) -> None:
    map_, leveringen = tmp_path_factory.mktemp("een-gemeente"), tmp_path_factory.mktemp("voorbeeld") / "een"
    maak(leveringen, gemeenten=1, jaren=3, zaad=1)
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("VERBETERPUNTEN_MAP", str(map_))
        bouw([leveringen])
    with (leveringen / "voorbeeld-gebieden" / "gemeenten.csv").open(encoding="utf-8") as bestand:
        (naam,) = (rij["gemeente"] for rij in csv.DictReader(bestand))
    app = open_pagina("overzicht", map_=map_)
    assert landkaarten(app) == []
    assert naam in html_tekst(app).splitlines()
    kaart = open_pagina("overzicht", map_=map_, kaart_weergave="Tabel")
    assert list(kaart.dataframe[0].value["Gemeente"])
