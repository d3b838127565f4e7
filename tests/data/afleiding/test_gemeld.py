"""data/afleiding/gemeld.sql: what a gemeente says it did, by hand, through a whole build, and against the oracle."""

from __future__ import annotations

from datetime import date
from functools import cache

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.sql import voer_uit
from tests.data.afleiding.afgeleid import Afgeleid, als_tupels, klaar
from tests.data.bouwdoos import Doos, Geval, plant
from tests.hoeveel import voorbeelden
from tests.orakel import Melding, Wereld, gemeld, opvolging, schets, stand, verloop
from tests.werelden import werelden

Gemeld = dict[tuple[str, str, str], str]


@cache
def _verbinding() -> duckdb.DuckDBPyConnection:
    """One database for all worlds: each is rolled back for the next."""
    return klaar()


def volgens_sql(wereld: Wereld, meldingen: list[Melding]) -> tuple[Afgeleid, Gemeld]:
    """What the SQL makes of a world with these reacties, each printed in a rapport of its own number."""
    afgeleid = Afgeleid(wereld, _verbinding())
    con = afgeleid.con
    con.execute("delete from opslag.bevinding")
    con.execute("delete from opslag.gemeld_indicator")
    for nr, melding in enumerate(meldingen, 5000):
        indicator = next(
            i.id for i in wereld.indicatoren if i.begrip == melding.begrip and i.editie.startswith(melding.kader)
        )
        con.execute(
            "insert into opslag.rapport (rapport_nr, rapport_id, gepubliceerd) values (?, ?, ?)",
            [nr, melding.rapport, melding.op.isoformat()],
        )
        con.execute("insert into opslag.bevinding (bevinding_nr, rapport_nr, soort) values (?, ?, 'reactie')", [nr, nr])
        con.execute(
            "insert into opslag.gemeld_indicator select ?, aanpak_nr, indicator_nr from opslag.aanpak, opslag.indicator"
            " where aanpak_id = ? and indicator_id = ?",
            [nr, melding.aanpak, indicator],
        )
    con.execute("drop table opslag.actiepunt_gemeld")
    con.execute("drop table opslag.stand_gemeld")
    voer_uit(con, "afleiding/gemeld")
    rijen = con.execute(
        "select kader_id, aanpak_id, begrip_nr, rapport_id from opslag.stand_gemeld join opslag.kader using (kader_nr)"
        " join opslag.aanpak using (aanpak_nr) join opslag.rapport using (rapport_nr)"
    ).fetchall()
    return afgeleid, {(kader, aanpak, afgeleid._begrip[nr]): rapport for kader, aanpak, nr, rapport in rijen}


def melding(aanpak: str, op: str, begrip: str = "b1") -> Melding:
    """A reactie in a rapport named for its date."""
    return Melding(aanpak, "K", begrip, date.fromisoformat(op), f"rapport {op}")


@pytest.mark.parametrize(
    ("metingen", "opvolging_", "gezegd", "verwacht"),
    [
        # told after the X; told twice, the latest; told on the very day; told before the X
        ("A 2013 X", "", "A=2015-01-01", {"A": "2015-01-01"}),
        ("A 2013 X", "", "A=2016-01-01 A=2015-01-01", {"A": "2016-01-01"}),
        ("A 2013-06-30 X", "", "A=2013-06-30", {"A": "2013-06-30"}),
        ("A 2013-06-30 X", "", "A=2013-06-29", {}),
        # told, then tested again and found wanting: the test outranks what was told; found good: no longer open
        ("A 2013 X\nA 2016 X", "", "A=2015-01-01", {}),
        ("A 2013 X\nA 2016 V", "", "A=2015-01-01", {}),
        # told, then looked at again without a verdict: nothing new is known
        ("A 2013 X\nA 2016 -", "", "A=2015-01-01", {"A": "2015-01-01"}),
        # what was told of the old approach goes with its verbeterpunt to the new one, and to both halves of a split
        ("A 2013 X", "A>B", "A=2015-01-01", {"B": "2015-01-01"}),
        ("A 2013 X", "A>B A>C", "A=2015-01-01", {"B": "2015-01-01", "C": "2015-01-01"}),
        ("A 2013 X\nB 2014 X", "A>B", "A=2015-01-01", {}),
        # two merged: what makes it open must be told of, all of it; a branch that voldoet needs no word
        ("A 2013 X\nB 2013 X", "A>C B>C", "A=2015-01-01", {}),
        ("A 2013 X\nB 2013 X", "A>C B>C", "A=2015-01-01 B=2016-01-01", {"C": "2016-01-01"}),
        ("A 2013 X\nB 2013 V", "A>C B>C", "A=2015-01-01", {"C": "2015-01-01"}),
        ("A 2013 X\nB 2013 V", "A>C B>C", "B=2015-01-01", {}),
        # gemengd is open too; voldoet is not
        ("A 2013 M", "", "A=2015-01-01", {"A": "2015-01-01"}),
        ("A 2013 V", "", "A=2015-01-01", {}),
    ],
)
def test_met_de_hand(metingen: str, opvolging_: str, gezegd: str, verwacht: dict[str, str]) -> None:
    wereld = schets(metingen, opvolging=opvolging_)
    meldingen = [melding(*deel.split("=")) for deel in gezegd.split()]
    rijen = {("K", aanpak, "b1"): f"rapport {op}" for aanpak, op in verwacht.items()}
    assert volgens_sql(wereld, meldingen)[1] == rijen
    assert gemeld(wereld, meldingen) == rijen


def test_een_andere_indicator_is_niet_gemeld() -> None:
    wereld = schets("A 2013 XX")
    assert set(volgens_sql(wereld, [melding("A", "2015-01-01", "b2")])[1]) == {("K", "A", "b2")}


@st.composite
def _met_meldingen(draw: st.DrawFn) -> tuple[Wereld, list[Melding]]:
    """A random world, and reacties on its indicatoren around the moments of its metingen."""
    wereld = draw(werelden())
    kader = {e.id: e.kader for e in wereld.edities}
    paren = sorted({(kader[i.editie], i.begrip) for i in wereld.indicatoren})
    jaren = sorted({m.moment.year for m in wereld.metingen})
    meldingen: list[Melding] = []
    if not paren:
        return wereld, meldingen
    for nummer in range(draw(st.integers(1, 8))):
        aanpak = draw(st.sampled_from(sorted({m.aanpak for m in wereld.metingen})))
        dag = date(draw(st.sampled_from(jaren)) + draw(st.sampled_from((0, 1, 9))), *draw(st.sampled_from(DAGEN)))
        meldingen.append(Melding(aanpak, *draw(st.sampled_from(paren)), dag, f"reactie {nummer}"))
    return wereld, meldingen


DAGEN = ((12, 31), (3, 1))


@settings(max_examples=voorbeelden(12), deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(_met_meldingen())
def test_gelijk_aan_het_orakel_en_geen_cijfer_verandert(geval: tuple[Wereld, list[Melding]]) -> None:
    wereld, meldingen = geval
    afgeleid, gevonden = volgens_sql(wereld, meldingen)
    assert gevonden == gemeld(wereld, meldingen)
    assert afgeleid.opvolging() == als_tupels(opvolging(wereld))
    assert afgeleid.verloop() == als_tupels(verloop(wereld))
    assert afgeleid.stand() == als_tupels(stand(wereld))


# --- through a whole build -------------------------------------------------------------------------------------------


def _open_i1(doos: Doos) -> None:
    """The later verdict on i1 is a verbeterpunt: it is open now, and the reactie of June 2015 speaks of it."""
    doos.zet("feiten/oordelen", 6, "teken_gedrukt", "X")
    doos.zet("feiten/oordelen", 6, "uitkomst", "verbeterpunt")


def _stand(doos: Doos) -> list[tuple[object, ...]]:
    with doos.bouw() as con:
        return con.execute("select indicator_id, open, gemeld, gemeld_in from stand order by 1").fetchall()


def _actiepunten(doos: Doos) -> list[tuple[object, ...]]:
    with doos.bouw() as con:
        return con.execute("select bevinding_id, stand, gemeld_in from actiepunten order by 1").fetchall()


def test_een_open_rij_blijft_open(doos: Doos) -> None:
    _open_i1(doos)
    assert _stand(doos) == [("i1", True, True, "rap-2"), ("i2", False, False, None)]


def test_wat_voldoet_is_niet_gemeld(doos: Doos) -> None:
    assert _stand(doos) == [("i1", False, False, None), ("i2", False, False, None)]


def test_zonder_reactie_blijft_alles_zoals_het_was(doos: Doos) -> None:
    _open_i1(doos)
    for tabel in ("gemeld_actiepunt", "gemeld_indicator"):
        doos.pad(f"feiten/{tabel}").unlink()
    assert _stand(doos) == [("i1", True, False, None), ("i2", False, False, None)]
    assert _actiepunten(doos) == [("b1", "open", None)]


@pytest.mark.parametrize(
    ("eigen", "stand_", "in_"),
    [("open", "gemeld", "rap-2"), ("gemeld", "gemeld", "rap-2"), ("opgepakt", "opgepakt", None),
     ("vervallen", "vervallen", None)],
)  # fmt: skip
def test_een_actiepunt_dat_dicht_is_blijft_dicht(doos: Doos, eigen: str, stand_: str, in_: str | None) -> None:
    doos.zet("feiten/bevindingen", 2, "stand", eigen)
    assert _actiepunten(doos) == [("b1", stand_, in_)]


def test_van_twee_reacties_telt_het_laatste_rapport(doos: Doos) -> None:
    """rap-2 is of June 2015; that of rap-3, of the year 2015, may be of its last day."""
    doos.erbij("feiten/rapporten", rapport_id="rap-3", gepubliceerd="2015")
    doos.erbij("feiten/bevindingen", bevinding_id="b4", rapport_id="rap-3")
    doos.erbij("feiten/gemeld_actiepunt", bevinding_id="b4")
    assert _actiepunten(doos) == [("b1", "gemeld", "rap-3")]


def _rapport_3(doos: Doos, gepubliceerd: str) -> None:
    """A reactie b4 in a rapport of this date."""
    doos.erbij("feiten/rapporten", rapport_id="rap-3", gepubliceerd=gepubliceerd)
    doos.erbij("feiten/bevindingen", bevinding_id="b4", rapport_id="rap-3")


def _te_vroeg_voor_actiepunt(doos: Doos) -> None:
    _rapport_3(doos, "2014-05")
    doos.erbij("feiten/gemeld_actiepunt", bevinding_id="b4")


def _te_vroeg_voor_oordeel(doos: Doos) -> None:
    _rapport_3(doos, "2015-05-31")
    doos.erbij("feiten/gemeld_indicator", bevinding_id="b4")


GEVALLEN: dict[str, Geval] = {
    "geen reactie bij een actiepunt": (
        lambda d: d.zet("feiten/gemeld_actiepunt", 2, "bevinding_id", "b2"),
        "feiten/gemeld_actiepunt", 2, "bevinding_id", 'bevinding "b2" is van soort sterk_punt',
    ),
    "geen reactie bij een indicator": (
        lambda d: d.zet("feiten/gemeld_indicator", 2, "bevinding_id", "b2"),
        "feiten/gemeld_indicator", 2, "bevinding_id", 'bevinding "b2" is van soort sterk_punt',
    ),
    "geen actiepunt": (
        lambda d: d.zet("feiten/gemeld_actiepunt", 2, "actiepunt_id", "b2"),
        "feiten/gemeld_actiepunt", 2, "actiepunt_id", 'bevinding "b2" is van soort sterk_punt',
    ),
    "reactie ouder dan het actiepunt": (
        _te_vroeg_voor_actiepunt, "feiten/gemeld_actiepunt", 3, "actiepunt_id",
        'rapport "rap-3" van de reactie is ouder dan rapport "rap-1" van het actiepunt',
    ),
    "geen oordeel": (
        lambda d: d.zet("feiten/gemeld_indicator", 2, "indicator_id", "j2"),
        "feiten/gemeld_indicator", 2, "indicator_id", 'over indicator "j2" is bij aanpak "nieuw" geen oordeel',
    ),
    "reactie ouder dan het oordeel": (
        _te_vroeg_voor_oordeel, "feiten/gemeld_indicator", 3, "indicator_id",
        'rapport "rap-3" van de reactie is ouder dan elk oordeel over indicator "i1" bij aanpak "nieuw"',
    ),
}  # fmt: skip


@pytest.mark.parametrize("geval", GEVALLEN.values(), ids=GEVALLEN)
def test_wat_niet_kan_wordt_geweigerd(doos: Doos, geval: Geval) -> None:
    plant(doos, geval)


def test_een_reactie_van_een_onbekende_dag_in_het_jaar_mag(doos: Doos) -> None:
    """rap-3 of "2014" may be of after June 2014, when the actiepunt came out: refused is only what cannot be."""
    _rapport_3(doos, "2014")
    doos.erbij("feiten/gemeld_actiepunt", bevinding_id="b4")
    assert doos.fouten() == []
