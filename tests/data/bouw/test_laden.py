"""data/bouw/laden.sql: from raw cells to numbered tables, the same whatever the order of the files."""

from __future__ import annotations

from datetime import date
from typing import Any

import duckdb

from tests.data.bouwdoos import SET, Doos

Con = duckdb.DuckDBPyConnection


def rijen(con: Con, vraag: str) -> list[tuple[Any, ...]]:
    return con.execute(vraag).fetchall()


def test_nummers_volgen_de_ids(proef: Con) -> None:
    assert rijen(proef, "select aanpak_nr, aanpak_id from opslag.aanpak order by 1") == [(1, "nieuw"), (2, "oud")]
    assert rijen(proef, "select kader_nr, kader_id from opslag.kader order by 1") == [(1, "ander"), (2, "proef")]


def test_gelijke_indicatoren_zijn_een_begrip(proef: Con) -> None:
    vraag = "select indicator_id, begrip_nr from opslag.indicator order by 1"
    assert rijen(proef, vraag) == [("i1", 1), ("i2", 2), ("j1", 1), ("j2", 4), ("k1", 5)]


def test_een_reeks_van_gelijke_indicatoren_is_een_begrip(doos: Doos) -> None:
    """Over three editions, tied pair by pair, in whatever direction."""
    doos.erbij("kader/edities", editie_id="proef-3", kader_id="proef", volgorde="3")
    doos.erbij("kader/themas", thema_id="t4", editie_id="proef-3")
    doos.erbij("kader/indicatoren", indicator_id="a1", editie_id="proef-3", thema_id="t4")
    doos.erbij("kader/indicator_onderwerp", indicator_id="a1")
    doos.erbij("kader/indicator_gelijk", van="a1", naar="j1")
    with doos.bouw() as con:
        vraag = (
            "select indicator_id, begrip_nr from opslag.indicator where indicator_id in ('a1', 'i1', 'j1') order by 1"
        )
        assert rijen(con, vraag) == [("a1", 1), ("i1", 1), ("j1", 1)]


def test_een_gemeente_omvat_wat_erin_opging(proef: Con) -> None:
    vraag = (
        "select g.gemeente_code, o.gemeente_code from opslag.gemeente_omvat m"
        " join opslag.gemeente g using (gemeente_nr)"
        " join opslag.gemeente o on o.gemeente_nr = m.omvat_nr order by all"
    )
    assert rijen(proef, vraag) == [
        ("FG0001", "FG0001"), ("FG0001", "FG0003"), ("FG0002", "FG0002"), ("FG0003", "FG0003"),
    ]  # fmt: skip


def test_een_grens_is_die_van_haar_gemeente(proef: Con) -> None:
    vraag = "select gemeente_code, jaar, grens, bron from opslag.grens join opslag.gemeente using (gemeente_nr)"
    driehoek = '{"type":"Polygon","coordinates":[[[4.5,52.1],[4.6,52.1],[4.6,52.2],[4.5,52.1]]]}'
    assert rijen(proef, vraag) == [("FG0002", 2023, driehoek, "verzonnen")]


def test_een_deel_van_een_gemeente_gaat_niet_mee(doos: Doos) -> None:
    doos.zet("kader/gebiedswijzigingen", 2, "soort", "deel_naar")
    with doos.bouw() as con:
        assert rijen(con, "select count(*) from opslag.gemeente_omvat where gemeente_nr <> omvat_nr") == [(0,)]


def test_van_twee_afdrukken_telt_er_een(proef: Con) -> None:
    """m1 × i1 says the same in both: the earliest. m1 × i2 differs: the one that conflicten.csv names."""
    vraag = "select indicator_id, rapport_id, uitkomst from oordelen where meting_id = 'm1' order by 1"
    assert rijen(proef, vraag) == [("i1", "rap-1", "verbeterpunt"), ("i2", "rap-1", "voldoet")]


def test_de_keuze_gaat_voor_het_eerste_rapport(doos: Doos) -> None:
    doos.zet("feiten/conflicten", 2, "geldt", "rap-2")
    with doos.bouw() as con:
        vraag = "select indicator_id, rapport_id, uitkomst from oordelen where meting_id = 'm1' order by 1"
        assert rijen(con, vraag) == [("i1", "rap-1", "verbeterpunt"), ("i2", "rap-2", "gemengd")]


def test_een_meting_hoort_bij_het_eerste_rapport(doos: Doos) -> None:
    """The earliest published; of two on one day, the first by id."""
    with doos.bouw() as con:
        assert rijen(con, "select meting_id, rapport_id from metingen order by 1") == [("m1", "rap-1"), ("m2", "rap-2")]
    doos.zet("feiten/rapporten", 3, "gepubliceerd", "2014-06-29")
    with doos.bouw() as con:
        assert rijen(con, "select rapport_id from metingen where meting_id = 'm1'") == [("rap-2",)]
    doos.zet("feiten/rapporten", 3, "gepubliceerd", "2014-06-30")
    with doos.bouw() as con:
        assert rijen(con, "select rapport_id from metingen where meting_id = 'm1'") == [("rap-1",)]


def test_elk_rapport_kent_zijn_levering(doos: Doos) -> None:
    """Also where the leveringen before and after it have rapporten of their own."""
    for naam, rapport in (("aaa", "rap-9"), ("zzz", "rap-0")):
        doos.levering(naam, naam)
        pad = doos.pad(f"{naam}/rapporten")
        pad.write_text(
            f"rapport_id,titel,uitgever,gepubliceerd,soort,opmerking\n{rapport},T,U,2015,s,\n", encoding="utf-8"
        )
    with doos.bouw() as con:
        assert rijen(con, "select rapport_id, levering_id from opslag.rapport order by 1") == [
            ("rap-0", "zzz"), ("rap-1", "feiten"), ("rap-2", "feiten"), ("rap-9", "aaa"),
        ]  # fmt: skip


def test_een_einde_is_de_laatste_dag(proef: Con) -> None:
    vraag = 'select aanpak_id, "begin", einde_tekst, einde from opslag.aanpak order by 1'
    assert rijen(proef, vraag) == [("nieuw", "2014", None, None), ("oud", "2010", "2013-12", date(2013, 12, 31))]


def test_fictief_is_te_zien(proef: Con) -> None:
    assert rijen(proef, "select distinct fictief from opslag.gemeente") == [(True,)]
    assert rijen(proef, "select bevat_fictief from dataset") == [(True,)]


def test_de_volgorde_van_regels_doet_er_niet_toe(doos: Doos, proef: Con) -> None:
    """Every file upside down: every table of the database is the same."""
    for naam in SET:
        kop, *regels = doos.pad(naam).read_text(encoding="utf-8").splitlines()
        doos.pad(naam).write_text("\n".join([kop, *reversed(regels), ""]), encoding="utf-8")
    with doos.bouw() as con:
        tabellen = [naam for (naam,) in rijen(con, "select table_name from duckdb_tables()")]
        assert len(tabellen) > 26
        for tabel in set(tabellen) - {"dataset", "levering"}:
            vraag = f"select * from opslag.{tabel} order by all"
            assert rijen(con, vraag) == rijen(proef, vraag), tabel
