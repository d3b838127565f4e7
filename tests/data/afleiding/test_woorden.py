"""data/afleiding/woorden.sql: every indicator once, with the words of its kader and whether it still counts."""

import duckdb

Con = duckdb.DuckDBPyConnection


def test_elke_indicator_staat_er_een_keer_met_zijn_woorden(proef: Con) -> None:
    """i2 stands in the first edition of its kader only."""
    vraag = "select indicator_id, kader_id, niet_meer_in_kader from opslag.indicator_in_woorden order by all"
    assert proef.execute(vraag).fetchall() == [
        ("i1", "proef", False), ("i2", "proef", True), ("j1", "proef", False), ("j2", "proef", False),
        ("k1", "ander", False),
    ]  # fmt: skip


def test_een_begrip_van_nu_staat_in_de_nieuwste_editie(proef: Con) -> None:
    vraag = """
        select distinct i.indicator_id from opslag.begrip_nu as b inner join opslag.indicator as i using (begrip_nr)
        order by all
    """
    assert [indicator for (indicator,) in proef.execute(vraag).fetchall()] == ["i1", "j1", "j2", "k1"]
