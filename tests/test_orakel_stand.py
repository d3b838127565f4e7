"""The oracle's course and stand against cases worked out by hand (sections 5 and 6 of docs/methode.md)."""

from datetime import date

import pytest

from tests.orakel import Stand, Wereld, opvolging, schets, stand, verloop


def loop(w: Wereld) -> list[tuple[str, int, int | None, str]]:
    """The course in short: aanpak, from, to, status."""
    return sorted((s.aanpak_van, s.jaar_van, s.jaar_naar, s.status) for s in verloop(w))


def staat(w: Wereld) -> list[tuple[str, str, bool | None, int | None]]:
    """The stand in short: aanpak, uitkomst, open, sinds."""
    return [(r.aanpak, r.uitkomst, r.open, r.sinds) for r in stand(w)]


# --- course ------------------------------------------------------------------------------------------------


def test_verloop_over_een_samengaan() -> None:
    # A X 2013 ──┬── C X 2015 ── V 2016     A and B are where it is first known; C only goes on
    # B X 2014 ──┘
    w = schets("A 2013 X\nB 2014 X\nC 2015 X\nC 2016 V", opvolging="A>C B>C")
    assert loop(w) == [("A", 2013, 2016, "opgepakt"), ("B", 2014, 2016, "opgepakt")]


def test_verloop_van_eerste_tot_laatste() -> None:
    # A ── X 2013 ── V 2014 ── X 2015 ── - 2016: to the last that is known, 2015
    w = schets("A 2013 X\nA 2014 V\nA 2015 X\nA 2016 -")
    assert loop(w) == [("A", 2013, 2015, "niet_opgepakt")]


def test_verloop_over_een_ruit() -> None:
    # A X 2013 ──┬── B X 2014 ──┬── D V 2015     last test 2015: both paths end in the V of D
    #            └── C          ──┘
    w = schets("A 2013 X\nB 2014 X\nD 2015 V", opvolging="A>B A>C B>D C>D")
    assert loop(w) == [("A", 2013, 2015, "opgepakt")]


def test_verloop_zonder_bekende_toets() -> None:
    # A ── X 2013 ── - 2014 ── - 2015: the last test, not assessed
    w = schets("A 2013 X\nA 2014 -\nA 2015 -")
    assert loop(w) == [("A", 2013, 2015, "niet_beoordeeld")]
    (rij,) = verloop(w)
    assert (rij.overgenomen, rij.moment_van, rij.uitkomst_naar) == (
        False,
        date(2013, 12, 31),
        "niet_beoordeeld",
    )


@pytest.mark.parametrize(("einde", "status"), [("", "nog_niet_hertoetst"), ("A=2014", "vervallen")])
def test_verloop_zonder_toets(einde: str, status: str) -> None:
    # A ── X 2013
    assert loop(schets("A 2013 X", einden=einde)) == [("A", 2013, None, status)]


def test_verloop_opvolger_eerder_bekend() -> None:
    # A ──────────── A X 2014     B was known first: not a going-on of A. Both begin a course, neither has a
    # └── B X 2013                later test
    w = schets("B 2013 X\nA 2014 X", opvolging="A>B")
    assert loop(w) == [("A", 2014, None, "nog_niet_hertoetst"), ("B", 2013, None, "nog_niet_hertoetst")]


def test_verloop_op_een_dag_bekend() -> None:
    # A X 2013 ── B X 2013: at or before, so B does not begin one
    w = schets("A 2013 X\nB 2013 X", opvolging="A>B")
    assert loop(w) == [("A", 2013, None, "nog_niet_hertoetst")]


def test_verloop_toets_die_zelf_niets_wist() -> None:
    # A X 2013 ──┬── B V June 2014 ── - 2015     June 2014: V and C unknown → unknown. 2015: C is dead and the
    #            └── C ✝31 Dec 2014              V of 2014 stands, so the step is opgepakt; B's cell is empty,
    #                                            but its verdict is new: the course says opgepakt too
    w = schets("A 2013 X\nB 2014-06-30 V\nB 2015 -", opvolging="A>B A>C", einden="C=2014")
    stappen = [(s.jaar_van, s.jaar_naar, s.status) for s in opvolging(w) if s.aanpak_van == "A"]
    assert sorted(stappen) == [(2013, 2014, "niet_beoordeeld"), (2014, 2015, "opgepakt")]
    assert loop(w) == [("A", 2013, 2015, "opgepakt")]


# --- stand: the aanpak's own -------------------------------------------------------------------------------


def test_stand_laatste_bekende() -> None:
    # A ── X 2013 ── - 2014: the empty cell changes nothing
    w = schets("A 2013 X bewijs=casusonderzoek rapport=r7\nA 2014 -")
    assert stand(w) == [
        Stand(
            kader="K",
            aanpak="A",
            begrip="b1",
            uitkomst="verbeterpunt",
            peiljaar=2013,
            moment=date(2013, 12, 31),
            bewijs="casusonderzoek",
            rapport="r7",
            open=True,
            sinds=2013,
            niet_meer_in_kader=False,
        )
    ]


def test_stand_niets_bekend_geen_rij() -> None:
    # A ── - 2013; and B that nobody looked at
    assert stand(schets("A 2013 -", opvolging="A>B")) == []


def test_stand_niet_meer_in_kader() -> None:
    # A ── X X 2013 (b1 b2) ── V 2014 (b1): b2 is still open, under an edition that is no more
    w = schets("A 2013 XX\nA 2014 V editie=K.2", edities={"K.1": "b1 b2", "K.2": "b1"})
    assert [(r.begrip, r.uitkomst, r.niet_meer_in_kader) for r in stand(w)] == [
        ("b1", "voldoet", False),
        ("b2", "verbeterpunt", True),
    ]


def test_stand_eigen_gaat_voor_voorgangers() -> None:
    # A X 2013 ✝── B V 2014: only B, the leaf, has a row, and A's X is no branch of it
    w = schets("A 2013 X\nB 2014 V", opvolging="A>B", einden="A=2013")
    assert staat(w) == [("B", "voldoet", False, None)]


# --- stand: predecessors combined --------------------------------------------------------------------------


def test_stand_voorgangers_samen() -> None:
    # A X 2013 ──┬── C (never measured): X and V → gemengd; the later one is B's; open since A's 2013
    # B V 2014 ──┘
    w = schets("A 2013 X\nB 2014 V rapport=rB", opvolging="A>C B>C")
    (rij,) = stand(w)
    assert (rij.aanpak, rij.uitkomst, rij.open, rij.sinds) == ("C", "gemengd", True, 2013)
    assert (rij.peiljaar, rij.rapport) == (2014, "rB")


def test_stand_voorgangers_op_een_dag() -> None:
    # A X 2014 ──┬── C: of two at one moment the greater meting_id, "B …" over "A …"
    # B X 2014 ──┘
    w = schets("A 2014 X rapport=rA\nB 2014 X rapport=rB", opvolging="A>C B>C")
    (rij,) = stand(w)
    assert (rij.uitkomst, rij.rapport) == ("verbeterpunt", "rB")


@pytest.mark.parametrize(
    ("teken", "uitkomst", "is_open", "sinds"),
    [
        ("V", "niet_beoordeeld", None, None),  # voldoet beside an unknown branch
        ("X", "verbeterpunt", True, 2013),
        ("M", "gemengd", True, 2013),
    ],
)
def test_stand_onbekende_voorganger(teken: str, uitkomst: str, *, is_open: bool | None, sinds: int | None) -> None:
    # A 2013 ──┬── C
    # B (never)┘
    w = schets(f"A 2013 {teken}", opvolging="A>C B>C")
    assert staat(w) == [("C", uitkomst, is_open, sinds)]
    assert stand(w)[0].peiljaar == 2013  # what did count, also where the answer is unknown


def test_stand_voorgangers_van_voorgangers_in_een_keer() -> None:
    # A V 2013 ──┬── C ──┬── E      branches of E: V (A), unknown (B), X (D) → gemengd.
    # B (never) ─┘       │          Combined at C first, the V would drown in the unknown, and E would be
    # D X 2013 ──────────┘          verbeterpunt
    w = schets("A 2013 V\nD 2013 X", opvolging="A>C B>C C>E D>E")
    assert staat(w) == [("E", "gemengd", True, 2013)]


def test_stand_voorganger_naast_telt_niet() -> None:
    # A V 2011 ────────── A X 2013 (beside) ✝2013     B knows nothing itself; of A only the V of 2011 stands
    #         └── B - 2012                            for it
    w = schets("A 2011 V\nB 2012 -\nA 2013 X", opvolging="A>B", einden="A=2013")
    assert staat(w) == [("B", "gemengd", True, 2013)]


# --- stand: which aanpakken are the last --------------------------------------------------------------------


def test_stand_tak_naast_is_een_eigen_laatste() -> None:
    # A ────────── A X 2013 (beside, lives)     two living ends, each its own
    # └── B V 2012
    w = schets("B 2012 V\nA 2013 X", opvolging="A>B")
    assert staat(w) == [("A", "verbeterpunt", True, 2013), ("B", "voldoet", False, None)]


def test_stand_gestorven_tak_naast_levende() -> None:
    # A ────────── A X 2013 (beside) ✝2013      its family lives on in B, and A's X, later than B's V,
    # └── B V 2012                              is a branch of B: V and X come to gemengd, open since 2013
    w = schets("B 2012 V\nA 2013 X", opvolging="A>B", einden="A=2013")
    assert staat(w) == [("B", "gemengd", True, 2013)]


@pytest.mark.parametrize(
    ("einden", "laatste"),
    [
        ("A=2014 B=2015", ["B"]),
        ("A=2016 B=2015", ["A"]),
        ("A=2015 B=2015", ["B"]),  # one day: the greater id
        ("A=2014", ["B"]),  # B lives
        ("", ["A", "B"]),
    ],
)
def test_stand_uitgestorven_familie(einden: str, laatste: list[str]) -> None:
    # O ──┬── A X 2013
    #     └── B X 2013
    w = schets("A 2013 X\nB 2013 X", opvolging="O>A O>B", einden=einden)
    assert [r.aanpak for r in stand(w)] == laatste


def test_stand_families_die_overlappen() -> None:
    # A ──┬── X ✝2014     the family of X is X, Y; that of Y is X, Y, Z; that of Z is Y, Z.
    #     ├── Y ✝2015     X is outlived by Y, Y by Z, Z by nobody: only Z is a last one
    # B ──┼── (Y)
    #     └── Z ✝2016
    w = schets("X 2013 X\nY 2013 X\nZ 2013 X", opvolging="A>X A>Y B>Y B>Z", einden="X=2014 Y=2015 Z=2016")
    assert [r.aanpak for r in stand(w)] == ["Z"]


def test_stand_meting_van_ander_kader_houdt_in_leven() -> None:
    # O ──┬── A X 2013 ──✝2014── measured under L in 2015: lives
    #     └── B X 2013 ──✝2016: dead, in a family that lives
    w = schets(
        "A 2013 X\nB 2013 X\nA 2015 V editie=L.1",
        opvolging="O>A O>B",
        einden="A=2014 B=2016",
        edities={"K.1": "b1", "L.1": "c1"},
    )
    assert [(r.kader, r.aanpak) for r in stand(w)] == [("K", "A"), ("L", "A")]


# --- sinds -------------------------------------------------------------------------------------------------


def test_sinds_na_een_voldoet() -> None:
    # A ── X 2011 ── V 2012 ── X 2013 ── M 2014: open since 2013
    assert staat(schets("A 2011 X\nA 2012 V\nA 2013 X\nA 2014 M")) == [("A", "gemengd", True, 2013)]


def test_sinds_na_het_laatste_voldoet() -> None:
    # A ── X 2010 ── V 2011 ── X 2012 ── V 2013 ── X 2014
    assert staat(schets("A 2010 X\nA 2011 V\nA 2012 X\nA 2013 V\nA 2014 X")) == [("A", "verbeterpunt", True, 2014)]


def test_sinds_een_voldoet_op_dezelfde_dag_is_niet_eerder() -> None:
    # A X 2011 ── V 2013 ✝      the V of A is of the day of B's X: not an earlier one, so it cuts nothing
    #         └── B X 2013
    w = schets("A 2011 X\nA 2013 V\nB 2013 X", opvolging="A>B", einden="A=2013")
    assert staat(w) == [("B", "verbeterpunt", True, 2011)]


def test_sinds_over_de_lijn() -> None:
    # A X 2011 ── - 2012 ── B M 2013 ── X 2014: open since A's 2011; an empty cell ends nothing
    w = schets("A 2011 X\nA 2012 -\nB 2013 M\nB 2014 X", opvolging="A>B")
    assert staat(w) == [("B", "verbeterpunt", True, 2011)]


@pytest.mark.parametrize(("b", "sinds"), [("V", 2013), ("X", 2010), ("-", 2010)])
def test_sinds_over_een_samengaan(b: str, sinds: int) -> None:
    # A X 2010 ──┬── C X 2013     a V on any aanpak from which C descends cuts, and so does that of B in 2012
    # B 2012 ────┘
    w = schets(f"A 2010 X\nB 2012 {b}\nC 2013 X", opvolging="A>C B>C")
    assert staat(w) == [("C", "verbeterpunt", True, sinds)]


def test_sinds_is_een_peiljaar() -> None:
    # A ── X March 2014 (peiljaar 2013) ── X Nov 2014
    assert staat(schets("A 2014-03-01 X peil=2013\nA 2014-11-25 X")) == [("A", "verbeterpunt", True, 2013)]
