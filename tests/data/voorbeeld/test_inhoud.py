"""What stands in the fictional leveringen: counted from the CSV files in plain Python, and as built."""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import duckdb
import pytest

from data.bouw.bouwen import bouw
from data.voorbeeld import maak
from data.voorbeeld.toeval import dobbel
from data.voorbeeld.uitkomsten import kansen, trek
from tests.data.voorbeeld.voorbeelden import Rij, begrippen, families, laatste_dag, lees

BELEID = "fictief-beleid"
VANDAAG = date(2026, 11, 22)


@pytest.fixture(scope="module")
def land(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty gemeenten over eight years."""
    map_ = tmp_path_factory.mktemp("land") / "leveringen"
    maak(map_, gemeenten=40, jaren=8, zaad=1)
    return map_


@pytest.fixture(scope="module")
def con(land: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The database of these forty."""
    with duckdb.connect(bouw([land], naar=land.parent / "x.duckdb").bestand, read_only=True) as verbinding:
        yield verbinding


# what happens to approaches and gemeenten


def test_aanpakken_gaan_samen_splitsen_en_verhuizen(land: Path) -> None:
    stappen = lees(land, "aanpak_opvolging")
    code = {rij["aanpak_id"]: rij["gemeente_code"] for rij in lees(land, "aanpakken")}
    naar, van = Counter(stap["naar"] for stap in stappen), Counter(stap["van"] for stap in stappen)
    assert sum(aantal > 1 for aantal in naar.values()) >= 3
    assert sum(aantal > 1 for aantal in van.values()) >= 3
    assert sum(van[stap["van"]] == naar[stap["naar"]] == 1 for stap in stappen) >= 10  # renamed
    opgegaan = {(rij["van"], rij["naar"]) for rij in lees(land, "gebiedswijzigingen")}
    verhuisd = {(code[stap["van"]], code[stap["naar"]]) for stap in stappen} - {(c, c) for c in code.values()}
    assert verhuisd == opgegaan
    assert len(opgegaan) >= 4


def test_een_gemeente_die_opging_bestaat_niet_meer(land: Path) -> None:
    """N is what exists at the end; what merged away comes on top, has an end, and no place on the map."""
    gemeenten = lees(land, "gemeenten")
    weg = {rij["gemeente_code"]: rij["geldig_tot"] for rij in gemeenten if rij["geldig_tot"]}
    wijzigingen = lees(land, "gebiedswijzigingen")
    assert {rij["van"] for rij in wijzigingen} == set(weg)
    assert all(int(rij["datum"][:4]) - 1 == int(weg[rij["van"]][:4]) for rij in wijzigingen)
    assert len(gemeenten) - len(weg) == 40
    assert {rij["gemeente_code"] for rij in lees(land, "grenzen")} == {
        rij["gemeente_code"] for rij in gemeenten if not rij["geldig_tot"]
    }
    aanpak = {rij["aanpak_id"]: rij["gemeente_code"] for rij in lees(land, "aanpakken")}
    na_het_einde = [m for m in lees(land, "metingen") if m["peiljaar"] > weg.get(aanpak[m["aanpak_id"]], "9999")[:4]]
    assert na_het_einde == []


def test_een_lijn_loopt_over_edities(land: Path) -> None:
    familie = families(land)
    per_familie: dict[str, set[str]] = defaultdict(set)
    for meting in lees(land, "metingen"):
        per_familie[familie[meting["aanpak_id"]]].add(meting["editie_id"])
    assert sum({f"{BELEID}-1", f"{BELEID}-2"} <= edities for edities in per_familie.values()) >= 10
    ids = {rij["indicator_id"]: rij["editie_id"] for rij in lees(land, "indicatoren")}
    begrip = begrippen(land)
    oud, nieuw = ({begrip[i] for i, editie in ids.items() if editie == f"{BELEID}-{n}"} for n in (1, 2))
    assert (len(oud & nieuw), len(oud - nieuw), len(nieuw - oud)) == (18, 1, 1)


def test_onderzoek_dat_hier_niet_is(land: Path) -> None:
    """Some gemeenten took part without a meting here, some have no rapport at all; rounds are larger than is known."""
    aanpak = {rij["aanpak_id"]: rij["gemeente_code"] for rij in lees(land, "aanpakken")}
    gemeten = {(rij["ronde_id"], aanpak[rij["aanpak_id"]]) for rij in lees(land, "metingen")}
    genoemd = {(rij["ronde_id"], rij["gemeente_code"]) for rij in lees(land, "ronde_deelname")}
    assert gemeten < genoemd
    met_rapport = {code for _, code in gemeten}
    assert len({rij["gemeente_code"] for rij in lees(land, "gemeenten")} - met_rapport) >= 4
    per_ronde = Counter(ronde for ronde, _ in genoemd)
    meer = {
        r["ronde_id"]: int(r["aantal_gemeenten"]) - per_ronde[r["ronde_id"]] for r in lees(land, "onderzoeksrondes")
    }
    assert min(meer.values()) >= 0
    assert max(meer.values()) > 0


# what is found


def _beleid(land: Path) -> dict[str, list[Rij]]:
    """The metingen of beleid per gemeente in which their line ends up."""
    familie = families(land)
    per_familie: dict[str, list[Rij]] = defaultdict(list)
    for meting in lees(land, "metingen"):
        if meting["editie_id"].startswith(BELEID):
            per_familie[familie[meting["aanpak_id"]]].append(meting)
    return per_familie


def test_hertoetsen_zien_alleen_de_verbeterpunten_en_ontbreken_soms(land: Path) -> None:
    rijen, open_ = Counter[str](), Counter[str]()
    for oordeel in {(o["meting_id"], o["indicator_id"]): o for o in lees(land, "oordelen")}.values():
        rijen[oordeel["meting_id"]] += 1
        open_[oordeel["meting_id"]] += oordeel["uitkomst"] in {"verbeterpunt", "gemengd"}
    metingen = lees(land, "metingen")
    hertoetsen = [m for m in metingen if m["bewijs"] in {"hertoets_verbeterpunten", "mondelinge_rapportage"}]
    assert {m["bewijs"] for m in hertoetsen} == {"hertoets_verbeterpunten", "mondelinge_rapportage"}
    assert {m["dekking"] for m in hertoetsen} == {"selectie"}
    assert sum(rijen[m["meting_id"]] for m in hertoetsen) / len(hertoetsen) < 12
    nooit = [
        code
        for code, beleid in _beleid(land).items()
        if sum(open_[m["meting_id"]] for m in beleid) > 0 and len({m["peiljaar"] for m in beleid}) == 1
    ]
    assert len(nooit) >= 3
    # a meting in words only: no oordelen
    assert any(rijen[m["meting_id"]] == 0 for m in metingen if m["bewijs"] == "stelselonderzoek")


def test_alle_statussen_van_de_opvolging(con: duckdb.DuckDBPyConnection) -> None:
    gevonden = {str(status) for (status,) in con.execute("select distinct status from opvolging").fetchall()}
    assert gevonden == {
        "opgepakt", "deels_opgepakt", "niet_opgepakt", "behouden", "teruggevallen", "niet_beoordeeld",
        "nog_niet_hertoetst", "vervallen",
    }  # fmt: skip
    assert con.execute("select count(*) from opvolging where overgenomen and status = 'opgepakt'").fetchall() > [(0,)]
    assert con.execute("select count(*) from stand where niet_meer_in_kader").fetchall() > [(0,)]


def test_gemeenten_verschillen(con: duckdb.DuckDBPyConnection) -> None:
    """Of the verbeterpunten of beleid: all picked up, none, some, not assessed and not re-tested are all there."""
    rijen = con.execute(
        """select gemeente_code, list(distinct status) from opvolging
        where was_verbeterpunt and kader_id = 'fictief-beleid' and gemeente_code <= 'FG0040' group by gemeente_code"""
    ).fetchall()
    per_gemeente = {code: set(statussen) for code, statussen in rijen}
    soorten = Counter(_soort(statussen) for statussen in per_gemeente.values())
    assert set(soorten) == {"0%", "100%", "ertussen", "niet beoordeeld", "niet hertoetst"}
    assert soorten["ertussen"] >= 15


def _soort(statussen: set[str]) -> str:
    beoordeeld = statussen & {"opgepakt", "deels_opgepakt", "niet_opgepakt"}
    if not beoordeeld:
        return "niet beoordeeld" if "niet_beoordeeld" in statussen else "niet hertoetst"
    return "100%" if beoordeeld == {"opgepakt"} else "ertussen" if "opgepakt" in beoordeeld else "0%"


def test_kansen_zijn_zoals_bedoeld() -> None:
    """First some 35% verbeterpunt and 4% gemengd; of verbeterpunten most are picked up; some 6% falls back."""
    stroom = dobbel("kansen")
    eerst, later, na_goed = Counter[str](), Counter[str](), Counter[str]()
    opgepakt = []
    for nummer in range(600):
        alle = list(kansen(stroom, nummer % 12, "gewoon").values())[:5]
        for deel in alle:
            eerst[trek(stroom, deel, None)] += 1
            later[trek(stroom, deel, "verbeterpunt")] += 1
            na_goed[trek(stroom, deel, "voldoet")] += 1
        opgepakt.append(dict(alle[0].na_verbeterpunt)["voldoet"])
    assert 0.30 < eerst["verbeterpunt"] / eerst.total() < 0.40
    assert 0.03 < eerst["gemengd"] / eerst.total() < 0.05
    assert 0.55 < later["voldoet"] / later.total() < 0.70
    assert 0.05 < later["gemengd"] / later.total() < 0.15
    assert 0.04 < (na_goed["verbeterpunt"] + na_goed["gemengd"]) / na_goed.total() < 0.08
    assert min(opgepakt) < 0.4
    assert max(opgepakt) > 0.9


# what is said in words


def test_bevindingen_van_elke_soort(land: Path) -> None:
    bevindingen = lees(land, "bevindingen")
    assert {rij["soort"] for rij in bevindingen} == {
        "sterk_punt", "kan_beter", "verbeterpunt", "aanbeveling", "risico", "verklaring", "kans", "oordeel",
        "toezegging", "reactie",
    }  # fmt: skip
    punten = [rij for rij in bevindingen if rij["soort"] in {"verbeterpunt", "aanbeveling"}]
    assert {rij["stand"] for rij in punten} == {"open", "gemeld", "opgepakt", "vervallen"}
    assert len({bool(rij["voor_wie"]) for rij in punten}) == 2
    gekoppeld = {rij["bevinding_id"] for rij in lees(land, "bevinding_indicator")}
    assert len({rij["bevinding_id"] in gekoppeld for rij in punten}) == 2
    verwacht = [rij["opvolging_verwacht_tot"] for rij in punten if rij["opvolging_verwacht_tot"]]
    assert {len(tekst) for tekst in verwacht} == {4, 7, 10}
    assert min(map(laatste_dag, verwacht)) < VANDAAG < max(map(laatste_dag, verwacht))


def test_toelichtingen_zijn_kort_en_staan_bij_elke_uitkomst(land: Path) -> None:
    lengtes = Counter[bool]()
    for oordeel in lees(land, "oordelen"):
        assert (oordeel["uitkomst"] == "niet_beoordeeld") == (not oordeel["toelichting"])
        if oordeel["toelichting"]:
            lengtes[60 <= len(oordeel["toelichting"]) <= 240] += 1
    assert lengtes[True] > 5000
    assert lengtes[False] == 0


def test_een_tweede_druk_telt_niet_dubbel(land: Path, con: duckdb.DuckDBPyConnection) -> None:
    drukken = Counter((rij["meting_id"], rij["indicator_id"]) for rij in lees(land, "oordelen"))
    assert max(drukken.values()) == 2
    assert lees(land, "conflicten")
    assert con.execute("select count(*) from oordelen").fetchall() == [(len(drukken),)]


# the map


def test_de_kaart_is_van_gelijke_zeshoeken_in_provincies_die_aaneenliggen(land: Path) -> None:
    provincie = {rij["gemeente_code"]: rij["provincie"] for rij in lees(land, "gemeenten")}
    van_zijde: dict[frozenset[tuple[float, float]], set[str]] = defaultdict(set)
    for rij in lees(land, "grenzen"):
        assert rij["bron"] == "fictief"
        grens = json.loads(rij["grens"])
        assert grens["type"] == "Polygon"
        (ring,) = grens["coordinates"]
        hoeken = [(lon, lat) for lon, lat in ring]
        assert hoeken[0] == hoeken[-1]
        assert len(set(hoeken)) == 6
        zijden = list(pairwise(hoeken))
        # east to west a degree is shorter, by the cosine of the latitude in the middle of the map
        lengtes = [math.hypot((x2 - x1) * math.cos(math.radians(53)), y2 - y1) for (x1, y1), (x2, y2) in zijden]
        assert max(lengtes) - min(lengtes) < 0.001 * max(lengtes)
        assert all(2 <= lon <= 5 and 52 <= lat <= 54 for lon, lat in hoeken)
        for zijde in zijden:
            van_zijde[frozenset(zijde)].add(rij["gemeente_code"])
    buren: dict[str, set[str]] = defaultdict(set)
    for codes in van_zijde.values():
        for code in codes:
            buren[code] |= {ander for ander in codes if provincie[ander] == provincie[code]}
    assert len(_gebieden(buren)) == len({provincie[code] for code in buren}) == 12


def _gebieden(buren: dict[str, set[str]]) -> list[set[str]]:
    """Groups of gemeenten that hang together."""
    rest, gebieden = set(buren), []
    while rest:
        gebied, rand = set[str](), {rest.pop()}
        while rand:
            gebied |= rand
            rand = set[str]().union(*(buren[code] for code in rand)) - gebied
        rest -= gebied
        gebieden.append(gebied)
    return gebieden
