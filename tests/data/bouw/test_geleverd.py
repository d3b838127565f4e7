"""The shipped facts hold the known answers of the design (section 4): every number here is one of that page."""

from __future__ import annotations

import hashlib
from collections import Counter
from datetime import date
from pathlib import Path

import duckdb
import pytest

from data.bouw.bouwen import bouw
from tests.geleverd import ALLE_NASLAG, VIER

BRONNEN = Path(__file__).parents[4] / "shared" / "bronnen"
ALKMAAR, LEEUWARDEN = "stj-alkmaar-2015", "stj-leeuwarden-2015"
ZWOLLE, DEN_HELDER = "stj-zwolle-bijzondere-doelgroepen-2014", "stj-den-helder-2017"

Con = duckdb.DuckDBPyConnection


def een(con: Con, vraag: str) -> object:
    """The one value of the one row that a question gives."""
    ((waarde,),) = con.execute(vraag).fetchall()
    return waarde


def per(con: Con, vraag: str) -> dict[object, int]:
    """Counts by the first column."""
    return dict(con.execute(vraag).fetchall())


def test_rapporten_en_weergaven(geleverd: Con) -> None:
    vraag = "select r.rapport_id, count(*) from opslag.weergave join opslag.rapport r using (rapport_nr) group by all"
    assert per(geleverd, vraag) == {ALKMAAR: 2, LEEUWARDEN: 1, ZWOLLE: 1, DEN_HELDER: 1}


def test_oordelen_per_rapport(geleverd: Con) -> None:
    """6 × 2 Alkmaar (two weergaven, counted once), 6 × 3 Leeuwarden, 33 Zwolle; Den Helder prints none."""
    assert een(geleverd, "select count(*) from oordelen") == 63
    vraag = "select rapport_id, count(*) from oordelen group by all"
    assert per(geleverd, vraag) == {ALKMAAR: 12, LEEUWARDEN: 18, ZWOLLE: 33}


@pytest.mark.parametrize(
    ("rapport", "peiljaar", "uitkomsten"),
    [
        (ALKMAAR, 2013, {"verbeterpunt": 6}),
        (ALKMAAR, 2014, {"verbeterpunt": 5, "niet_beoordeeld": 1}),
        (LEEUWARDEN, 2013, {"verbeterpunt": 10, "voldoet": 2}),
        (LEEUWARDEN, 2014, {"voldoet": 6}),
        (ZWOLLE, 2013, {"voldoet": 22, "verbeterpunt": 10, "gemengd": 1}),
    ],
)
def test_uitkomsten(geleverd: Con, rapport: str, peiljaar: int, uitkomsten: dict[str, int]) -> None:
    rijen = geleverd.execute(
        "select uitkomst from oordelen where rapport_id = ? and peiljaar = ?", [rapport, peiljaar]
    ).fetchall()
    assert Counter(uitkomst for (uitkomst,) in rijen) == uitkomsten


def test_grenzen(geleverd: Con) -> None:
    """Of each of the 342 gemeenten of 2023 and of no other, in the Netherlands, with the attribution that CBS asks."""
    vraag = (
        "select g.geldig_tot is null, count(*) from opslag.grens join opslag.gemeente g using (gemeente_nr) group by 1"
    )
    assert per(geleverd, vraag) == {True: 342}
    vraag = "select distinct jaar, bron from opslag.grens"
    assert geleverd.execute(vraag).fetchall() == [(2023, "CBS/Kadaster, gebiedsindelingen 2023, gegeneraliseerd")]
    graden = r"regexp_extract_all(grens, '\[(\d+\.\d+),(\d+\.\d+)\]', {})"
    vraag = f"select unnest({graden})::double as graad from opslag.grens"
    for deel, laagste, hoogste in ((1, 3.3, 7.3), (2, 50.7, 53.6)):
        uiterste = f"select min(graad) >= {laagste} and max(graad) <= {hoogste} from ({vraag.format(deel)})"
        assert een(geleverd, uiterste) is True


def test_wat_er_verder_geleverd_is_bouwt_ook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.bouw.bouwen.NASLAG", ALLE_NASLAG)
    assert bouw(naar=tmp_path / "alles.duckdb").aantallen["rapporten"] >= len(VIER)


def test_kaders(geleverd: Con) -> None:
    """The three of the rapporten."""
    vraag = "select kader_id, count(*) from indicatoren group by all"
    assert per(geleverd, vraag) == {"ggsr-beleid": 10, "ggsr-casus": 33, "stelseltoezicht": 16}
    vraag = "select k.kader_id, count(*) from opslag.thema join opslag.editie e using (editie_nr)"
    assert per(geleverd, f"{vraag} join opslag.kader k using (kader_nr) group by all") == {
        "ggsr-beleid": 5, "ggsr-casus": 5, "stelseltoezicht": 3,
    }  # fmt: skip
    vraag = "select kader_id, count(distinct criterium) from indicatoren where criterium is not null group by all"
    assert per(geleverd, vraag) == {"ggsr-casus": 12, "stelseltoezicht": 6}
    assert een(geleverd, "select count(*) from indicatoren where onderwerp is null") == 0


def test_gemeenten(geleverd: Con) -> None:
    """342 of 2023 and the three of earlier years that the reports touch."""
    vraag = "select geldig_tot is null, count(*) from opslag.gemeente group by all"
    assert per(geleverd, vraag) == {True: 342, False: 3}
    opgeheven = geleverd.execute(
        "select v.gemeente, n.gemeente, w.datum, w.soort from opslag.gebiedswijziging w"
        " join opslag.gemeente v on v.gemeente_nr = w.van_nr"
        " join opslag.gemeente n on n.gemeente_nr = w.naar_nr order by 1"
    ).fetchall()
    assert opgeheven == [
        ("Boarnsterhim", "Leeuwarden", date(2014, 1, 1), "deel_naar"),
        ("Graft-De Rijp", "Alkmaar", date(2015, 1, 1), "opgegaan_in"),
        ("Schermer", "Alkmaar", date(2015, 1, 1), "opgegaan_in"),
    ]


def test_actiepunten(geleverd: Con) -> None:
    assert per(geleverd, "select gemeente, count(*) from actiepunten group by all") == {"Zwolle": 7, "Den Helder": 4}
    assert een(geleverd, "select count(*) from actiepunten where opvolging_verwacht_van is null") == 0
    assert per(geleverd, "select soort, count(*) from actiepunten group by all") == {
        "aanbeveling": 7,
        "verbeterpunt": 4,
    }


def test_rondes(geleverd: Con) -> None:
    """21 gemeenten under beleid, four under casus, Den Helder and five others; those here: 2, 1 and 1."""
    vraag = (
        "select k.niveau, r.aantal_gemeenten, count(distinct m.gemeente_code) from opslag.ronde r"
        " join opslag.kader k using (kader_nr) left join metingen m using (ronde_id) group by all order by 1"
    )
    assert geleverd.execute(vraag).fetchall() == [("beleid", 21, 2), ("casus", 4, 1), ("stelsel", 6, 1)]


def test_metingen(geleverd: Con) -> None:
    vraag = "select rapport_id, peiljaar, moment, bewijs, dekking, count(*) from metingen group by all order by all"
    assert geleverd.execute(vraag).fetchall() == [
        (ALKMAAR, 2013, date(2013, 12, 31), "volledige_toets", "selectie", 1),
        (ALKMAAR, 2014, date(2014, 11, 25), "hertoets_verbeterpunten", "selectie", 1),
        (DEN_HELDER, 2016, date(2016, 12, 31), "stelselonderzoek", "selectie", 1),
        (LEEUWARDEN, 2013, date(2013, 12, 31), "volledige_toets", "selectie", 2),
        (LEEUWARDEN, 2014, date(2014, 11, 13), "mondelinge_rapportage", "selectie", 1),
        (ZWOLLE, 2013, date(2014, 5, 31), "casusonderzoek", "heel_kader", 1),
    ]


def test_lijn_van_leeuwarden(geleverd: Con) -> None:
    vraag = (
        "select v.aanpak, n.aanpak, v.einde from opslag.aanpak_opvolging o join aanpakken v on v.aanpak_nr = o.van_nr"
        " join aanpakken n on n.aanpak_nr = o.naar_nr order by 1"
    )
    assert geleverd.execute(vraag).fetchall() == [
        ("Interventieteam Gezinnen", "Sociale Wijkteams", "2014"),
        ("Voorwaardelijke Interventie Gezinnen", "Sociale Wijkteams", "2014"),
    ]


def test_opvolging_per_gemeente(geleverd: Con) -> None:
    """Leeuwarden 10 of 10 and 2 behouden; Alkmaar 0, 5 niet, 1 niet beoordeeld; Zwolle nothing tested again."""
    vraag = "select gemeente || ' ' || status, count(*) from opvolging where {} group by all"
    assert per(geleverd, vraag.format("jaar_van = 2013 and jaar_naar = 2014")) == {
        "Leeuwarden opgepakt": 10, "Leeuwarden behouden": 2,
        "Alkmaar niet_opgepakt": 5, "Alkmaar niet_beoordeeld": 1,
    }  # fmt: skip
    assert per(geleverd, vraag.format("niveau = 'casus' and was_verbeterpunt")) == {"Zwolle nog_niet_hertoetst": 11}
    assert een(geleverd, "select count(*) from opvolging where niveau = 'stelsel'") == 0


TELLING = """
    select unnest(opslag.geteld(status_nr, was_verbeterpunt, verteld, overgenomen))
    from opslag.eenheden(
        opslag.selectie('ggsr-beleid', gemeenten := {gemeente}), '2013-2014', '{eenheid}', false
    )
"""


def geteld(con: Con, eenheid: str, gemeente: str = "null") -> dict[str, int]:
    """The counts of one pair of years, by name."""
    antwoord = con.execute(TELLING.format(eenheid=eenheid, gemeente=gemeente))
    namen = [kolom[0] for kolom in antwoord.description]
    return dict(zip(namen, antwoord.fetchall()[0], strict=True))


def test_de_som_van_de_twee_gemeenten(geleverd: Con) -> None:
    """10 of 15 beoordeeld (67%), 10 of 16 vastgesteld (63%), all ten told; of the five tested again none."""
    som = geteld(geleverd, "aanpak")
    assert (som["opgepakt"], som["beoordeeld"], som["vastgesteld"]) == (10, 15, 16)
    assert (som["verteld"], som["getoetst"], som["behouden"]) == (10, 0, 2)
    assert [int(100 * 10 / n + 0.5) for n in (som["beoordeeld"], som["vastgesteld"])] == [67, 63]
    hertoetst = "select count(*) from opvolging where bewijs_naar = 'hertoets_verbeterpunten' and status = '{}'"
    assert een(geleverd, hertoetst.format("niet_opgepakt")) == 5
    assert een(geleverd, hertoetst.format("opgepakt")) == 0


def test_per_indicator_in_een_gemeente(geleverd: Con) -> None:
    """Leeuwarden 6 of 6."""
    som = geteld(geleverd, "gemeente", "['GM0080']")
    assert (som["opgepakt"], som["beoordeeld"], som["vastgesteld"], som["verteld"]) == (6, 6, 6, 6)


def test_stand(geleverd: Con) -> None:
    vraag = "select gemeente, count(*) filter (where open) from stand group by all"
    assert per(geleverd, vraag) == {"Alkmaar": 6, "Leeuwarden": 0, "Zwolle": 11}


def test_het_lege_vakje_van_alkmaar_blijft_open(geleverd: Con) -> None:
    vraag = "select uitkomst, peiljaar, open, sinds from stand where gemeente = 'Alkmaar' and indicator_id = '{}'"
    assert geleverd.execute(vraag.format("beleid-gezamenlijke-doelen")).fetchall() == [
        ("verbeterpunt", 2013, True, 2013)
    ]
    assert geleverd.execute(vraag.format("beleid-doorzettingsmacht")).fetchall() == [("verbeterpunt", 2014, True, 2013)]


@pytest.mark.skipif(not BRONNEN.is_dir(), reason="de rapporten zelf staan niet naast deze map")
def test_de_weergaven_zijn_die_van_de_rapporten(geleverd: Con) -> None:
    """Each weergave is a file of that folder with that checksum, and none of the folder is left out."""
    weergaven = dict(geleverd.execute("select bestand, sha256 from opslag.weergave").fetchall())
    echt = {pad.name: hashlib.sha256(pad.read_bytes()).hexdigest() for pad in BRONNEN.iterdir()}
    assert weergaven == echt
