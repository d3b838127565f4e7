"""waarop.sql on small lineages, worked out by hand from docs/methode.md section 3: what a verdict rests on."""

from __future__ import annotations

from tests.data.afleiding.afgeleid import Afgeleid, rijen
from tests.orakel import schets

TOLD, FULL = "mondelinge_rapportage", "volledige_toets"
#: Of the steps and courses of A that ended at a test: years, verdict, and what that rests on.
NAAR = """
    select s.verloop, s.jaar_van, s.jaar_naar, u.uitkomst, n.aanpak_naar, n.rapport_naar, b.bewijs
    from opslag.telling s join opslag.aanpak a using (aanpak_nr) join opslag.toets_samen n using (toets_nr)
    join opslag.uitkomst u on u.uitkomst_nr = s.uitkomst_naar_nr
    join opslag.bewijs b on b.bewijs_nr = s.bewijs_naar_nr
    where a.aanpak_id = 'A' order by all
"""
RUIM = "select count(distinct toets_nr), count(*) from rust_op where not verloop"


def naar(metingen: str, opvolging: str, einden: str = "") -> list[tuple[object, ...]]:
    """Those rows of such a world."""
    return rijen(Afgeleid(schets(metingen, opvolging=opvolging, einden=einden)), NAAR)


def test_een_tak_van_een_jaar_eerder_telt_mee() -> None:
    """Of B it was told in 2020, C was tested in 2021: together voldoet, and that is as weak as what was told."""
    gevonden = naar(f"A 2019 X\nB 2020 V bewijs={TOLD}\nC 2021 V", "A>B A>C")
    assert gevonden == [
        (False, 2019, 2020, "niet_beoordeeld", "B", "r2020", TOLD),
        (False, 2020, 2021, "voldoet", "B + C", "r2020 + r2021", TOLD),
        (True, 2019, 2021, "voldoet", "B + C", "r2020 + r2021", TOLD),
    ]


def test_wat_onbekend_blijft_rust_op_de_toets_alleen() -> None:
    """The cell of C is empty: voldoet beside an unknown branch says nothing, so only who looked is named."""
    assert naar(f"A 2019 X\nB 2020 V bewijs={TOLD}\nC 2021 -", "A>B A>C") == [
        (False, 2019, 2020, "niet_beoordeeld", "B", "r2020", TOLD),
        (False, 2020, 2021, "niet_beoordeeld", "C", "r2021", FULL),
        (True, 2019, 2021, "niet_beoordeeld", "C", "r2021", FULL),
    ]


def test_van_een_tak_telt_alleen_wie_het_laatst_sprak() -> None:
    """B was told good in 2020 and tested in 2021, with C: what was told has been overtaken."""
    gevonden = naar(f"A 2019 X\nB 2020 V bewijs={TOLD}\nB 2021 V\nC 2021 V", "A>B A>C")
    assert gevonden[1] == (False, 2020, 2021, "voldoet", "B + C", "r2021", FULL)


def test_een_meting_van_een_ander_peiljaar_tussen_die_van_de_toets() -> None:
    """B and D, both of peiljaar 2021, are the test; C, between them and of 2020, speaks and is no part of it."""
    gevonden = naar(
        "A 2019 X\nB 2021-01-31 V rapport=rb\nC 2021-03-31 V peil=2020 rapport=rc\nD 2021-06-30 V rapport=rd",
        "A>B A>C A>D",
    )
    assert gevonden[0] == (False, 2019, 2021, "voldoet", "B + C + D", "rb + rc + rd", FULL)


def test_een_eigen_toets_rust_op_zichzelf() -> None:
    """A itself was looked at again: what B says is no part of it."""
    afgeleid = Afgeleid(schets("A 2019 X\nA 2020 V\nB 2020 V", opvolging="A>B"))
    assert rijen(afgeleid, RUIM) == [(0, 0)]


def test_wat_op_hetzelfde_rust_is_een_toets() -> None:
    """Two indicators rest on B and C, the third (X at B in 2020) was known then: one test more, for two steps."""
    afgeleid = Afgeleid(schets("A 2019 XXX\nB 2020 VVX\nC 2021 VVV", opvolging="A>B A>C"))
    assert rijen(afgeleid, RUIM) == [(1, 2)]
    metingen = "select m.meting_id from opslag.toets_meting join opslag.meting m using (meting_nr) where toets_nr = ("
    metingen += "select distinct toets_nr from rust_op where not verloop) order by all"
    assert rijen(afgeleid, metingen) == [("B 2020-12-31 K.1",), ("C 2021-12-31 K.1",)]


def test_een_andere_tak_is_een_andere_toets() -> None:
    """Of the first indicator B speaks, of the second D, both of before the test of C."""
    afgeleid = Afgeleid(
        schets("A 2018 XX\nB 2019 V.\nD 2020 .V\nB 2021 .V\nD 2021 V.\nC 2022 VV", opvolging="A>B A>C A>D")
    )
    vraag = """
        select i.indicator_id, n.aanpak_naar, n.rapport_naar
        from opslag.telling s join opslag.toets_samen n using (toets_nr)
        join opslag.aanpak a using (aanpak_nr) join opslag.indicator i using (indicator_nr)
        where a.aanpak_id = 'A' and not s.verloop and s.jaar_naar = 2022 order by all
    """
    assert rijen(afgeleid, vraag) == [
        ("K.1:b1", "B + C + D", "r2019 + r2021 + r2022"),
        ("K.1:b2", "B + C + D", "r2020 + r2021 + r2022"),
    ]
