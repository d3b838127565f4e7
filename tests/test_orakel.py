"""The oracle's steps against cases worked out by hand (sections 1–4 of docs/methode.md).

The drawings: a line per aanpak, time to the right; V voldoet, X verbeterpunt, M gemengd, - an empty cell,
✝ an end. A moment that is a year is its 31 December. Course, stand and counting have files of their own.
"""

from datetime import date

import pytest

from tests.orakel import Stap, Telling, Wereld, opvolging, per_aanpak, per_gemeente, percentage, schets, stand

Kort = tuple[int, int | None, str, bool]  # jaar_van, jaar_naar, status, overgenomen


def rijen(w: Wereld, aanpak: str, begrip: str = "b1") -> list[Stap]:
    """The steps of one aanpak on one begrip, in the order of the moments they run from."""
    gevonden = [s for s in opvolging(w) if (s.aanpak_van, s.begrip) == (aanpak, begrip)]
    return sorted(gevonden, key=lambda s: s.moment_van)


def kort(w: Wereld, aanpak: str, begrip: str = "b1") -> list[Kort]:
    """The same, in short."""
    return [(s.jaar_van, s.jaar_naar, s.status, s.overgenomen) for s in rijen(w, aanpak, begrip)]


# --- the real reports (section 4 of the design) ------------------------------------------------------------

ZES = " ".join(f"b{i}" for i in range(1, 7))
DRIEENDERTIG = " ".join(f"c{i}" for i in range(1, 34))
# Leeuwarden   IG   2013 V X X X X X ──┐                                10 X and 2 V, on six indicatoren each
#              VIG  2013 X V X X X X ──┴── SW 2014 V V V V V V (told)   → 10 opgepakt, 2 behouden
# Alkmaar      HH   2013 X X X X X X  2014 X X X X X - (tested again)   → 5 niet, 1 niet beoordeeld
# Zwolle       BD   2013, kader casus: 22 V, 10 X, 1 M                  → 11 nog niet hertoetst
ECHT = schets(
    f"""
    IG  2013 VXXXXX editie=beleid.1
    VIG 2013 XVXXXX editie=beleid.1
    SW  2014-11-13 VVVVVV editie=beleid.1 bewijs=mondelinge_rapportage
    HH  2013 XXXXXX editie=beleid.1
    HH  2014-11-25 XXXXX- editie=beleid.1 bewijs=hertoets_verbeterpunten
    BD  2014-04-30 {"V" * 22}{"X" * 10}M editie=casus.1 peil=2013 bewijs=casusonderzoek
    """,
    opvolging="IG>SW VIG>SW",
    einden="IG=2014 VIG=2014",
    edities={"beleid.1": ZES, "casus.1": DRIEENDERTIG},
    gemeenten={"IG": "Leeuwarden", "VIG": "Leeuwarden", "SW": "Leeuwarden", "HH": "Alkmaar", "BD": "Zwolle"},
)


def test_echt_per_aanpak() -> None:
    # 16 = 10 (Leeuwarden) + 6 (Alkmaar); 10 told, none tested; 5 niet; the empty cell 1
    telling = per_aanpak(opvolging(ECHT))
    samen = telling["beleid", 2013, 2014]
    assert samen == Telling(opgepakt=10, niet_opgepakt=5, niet_beoordeeld=1, verteld=10, getoetst=0)
    assert (samen.beoordeeld, samen.vastgesteld) == (15, 16)
    # 10/15 = 66.67 → 67; 10/16 = 62.5 → 63
    assert (percentage(10, samen.beoordeeld), percentage(10, samen.vastgesteld)) == (67, 63)
    # Alkmaar after 2014: the five X again, and the sixth carried on
    assert telling["beleid", 2014, None] == Telling(nog_niet_hertoetst=6)
    # Zwolle: 10 X + 1 M
    assert telling["casus", 2013, None] == Telling(nog_niet_hertoetst=11)
    assert len(telling) == 3


def test_echt_behouden() -> None:
    # the two V of Leeuwarden in 2013; nothing else voldoet in 2013 with a later test
    assert sum(s.status == "behouden" for s in opvolging(ECHT)) == 2


def test_echt_per_gemeente() -> None:
    # Leeuwarden: each of six indicatoren has an X or two, all opgepakt, all told; Alkmaar 5 niet, 1 unknown
    telling = per_gemeente(ECHT, opvolging(ECHT))["beleid", 2013, 2014]
    assert telling == Telling(opgepakt=6, niet_opgepakt=5, niet_beoordeeld=1, verteld=6)


def test_echt_open() -> None:
    # Alkmaar 6 (five X of 2014, and the X of 2013 under the empty cell), Leeuwarden 0 of 6, Zwolle 11 of 33
    rijen_per_aanpak = {a: [r.open for r in stand(ECHT) if r.aanpak == a] for a in ("HH", "SW", "BD", "IG")}
    assert {a: (sum(o is True for o in os), len(os)) for a, os in rijen_per_aanpak.items()} == {
        "HH": (6, 6),
        "SW": (0, 6),
        "BD": (11, 33),
        "IG": (0, 0),
    }


# --- the table of section 4 --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("van", "naar", "status", "uitkomst_naar"),
    [
        ("X", "V", "opgepakt", "voldoet"),
        ("M", "V", "opgepakt", "voldoet"),
        ("X", "M", "deels_opgepakt", "gemengd"),
        ("X", "X", "niet_opgepakt", "verbeterpunt"),
        ("M", "M", "niet_opgepakt", "gemengd"),
        ("M", "X", "niet_opgepakt", "verbeterpunt"),
        ("V", "V", "behouden", "voldoet"),
        ("V", "M", "teruggevallen", "gemengd"),
        ("V", "X", "teruggevallen", "verbeterpunt"),
        ("X", "-", "niet_beoordeeld", "niet_beoordeeld"),
        ("X", ".", "niet_beoordeeld", "niet_beoordeeld"),
        ("M", "-", "niet_beoordeeld", "niet_beoordeeld"),
        ("V", ".", "niet_beoordeeld", "niet_beoordeeld"),
    ],
)
def test_status(van: str, naar: str, status: str, uitkomst_naar: str) -> None:
    # A ──van 2013──naar 2014
    eerste = rijen(schets(f"A 2013 {van}\nA 2014 {naar}"), "A")[0]
    assert (eerste.status, eerste.uitkomst_naar, eerste.jaar_naar) == (status, uitkomst_naar, 2014)
    assert eerste.was_verbeterpunt == (van in "XM")


@pytest.mark.parametrize("van", ["X", "M", "V"])
@pytest.mark.parametrize(("einde", "status"), [("", "nog_niet_hertoetst"), ("A=2014", "vervallen")])
def test_status_zonder_toets(van: str, einde: str, status: str) -> None:
    # A ──van 2013──        and      A ──van 2013──✝2014
    (rij,) = rijen(schets(f"A 2013 {van}", einden=einde), "A")
    assert (rij.status, rij.jaar_naar, rij.aanpak_naar, rij.uitkomst_naar) == (status, None, None, None)
    assert (rij.bewijs_naar, rij.rapport_naar) == (None, None)


def test_lege_cel_begint_geen_rij() -> None:
    # A ── - 2013 ── X 2014: one row, from 2014
    assert kort(schets("A 2013 -\nA 2014 X"), "A") == [(2014, None, "nog_niet_hertoetst", False)]


def test_twee_metingen_in_een_peiljaar() -> None:
    # A ── X March 2013 ── V Nov 2013: a step within one year
    w = schets("A 2013-03-01 X\nA 2013-11-25 V")
    assert kort(w, "A")[0] == (2013, 2013, "opgepakt", False)


def test_kaders_mengen_niet() -> None:
    # A ── X 2013 under K ── V 2014 under L: no test for K
    w = schets("A 2013 X\nA 2014 V editie=L.1", edities={"K.1": "b1", "L.1": "c1"})
    assert kort(w, "A") == [(2013, None, "nog_niet_hertoetst", False)]


# --- carried rows ------------------------------------------------------------------------------------------


def test_overgenomen_door_twee_die_oversloegen() -> None:
    # A ── X 2013 ── - 2014-11-25 ── (no row) 2015 ── V 2016
    w = schets("A 2013 X bewijs=casusonderzoek\nA 2014-11-25 -\nA 2015 .\nA 2016 V")
    assert kort(w, "A")[:3] == [
        (2013, 2014, "niet_beoordeeld", False),
        (2014, 2015, "niet_beoordeeld", True),
        (2015, 2016, "opgepakt", True),
    ]
    derde = rijen(w, "A")[2]
    # the origin's own, but from the moment of the test that skipped it
    assert (derde.moment_van, derde.bewijs_van, derde.rapport_van) == (
        date(2015, 12, 31),
        "casusonderzoek",
        "r2013",
    )


def test_overgenomen_tot_het_eind() -> None:
    # A ── V 2013 ── - 2014 ──✝2015: a voldoet is carried too, and may lapse
    w = schets("A 2013 V\nA 2014 -", einden="A=2015")
    assert kort(w, "A") == [(2013, 2014, "niet_beoordeeld", False), (2014, None, "vervallen", True)]


# --- merge, split, diamond ---------------------------------------------------------------------------------


def test_samengaan() -> None:
    # A X 2013 ──┬── C X 2015     each origin has its own row; nothing combines, for each has one branch: C
    # B V 2014 ──┘
    w = schets("A 2013 X\nB 2014 V\nC 2015 X", opvolging="A>C B>C")
    assert kort(w, "A") == [(2013, 2015, "niet_opgepakt", False)]
    assert kort(w, "B") == [(2014, 2015, "teruggevallen", False)]


@pytest.mark.parametrize(
    ("b", "c", "verwacht"),
    [
        ("V", "V", "opgepakt"),
        ("X", "X", "niet_opgepakt"),
        ("V", "X", "deels_opgepakt"),
        ("V", "M", "deels_opgepakt"),
        ("X", "-", "niet_opgepakt"),  # every known one verbeterpunt
        ("V", "-", "niet_beoordeeld"),  # voldoet beside a branch without verdict
        ("M", ".", "deels_opgepakt"),
        ("-", ".", "niet_beoordeeld"),
    ],
)
def test_splitsing(b: str, c: str, verwacht: str) -> None:
    # A X 2013 ──┬── B 2014
    #            └── C 2014
    w = schets(f"A 2013 X\nB 2014 {b}\nC 2014 {c}", opvolging="A>B A>C")
    eerste = rijen(w, "A")[0]
    assert (eerste.status, eerste.jaar_naar, eerste.aanpak_naar) == (verwacht, 2014, "B + C")


def test_tak_laat_zich_later_zien() -> None:
    # A X 2013 ──┬── B V 2014              2014: V and unknown → unknown
    #            └── C - 2014 ── V 2015    2015: the V of B is not lost → both V
    w = schets("A 2013 X\nB 2014 V\nC 2014 -\nC 2015 V", opvolging="A>B A>C")
    assert kort(w, "A") == [(2013, 2014, "niet_beoordeeld", False), (2014, 2015, "opgepakt", True)]
    # the second rests on the V of B as well
    assert [r.aanpak_naar for r in rijen(w, "A")] == ["B + C", "B + C"]


@pytest.mark.parametrize(
    ("einde", "status"),
    [("", "niet_beoordeeld"), ("C=2014-06-29", "opgepakt"), ("C=2014-06-30", "niet_beoordeeld")],
)
def test_tak_die_nog_leeft_telt_mee(einde: str, status: str) -> None:
    # A X 2013 ──┬── B V 30 June 2014
    #            └── C never measured: an unknown branch while it lives, its last day included
    w = schets("A 2013 X\nB 2014-06-30 V", opvolging="A>B A>C", einden=einde)
    assert rijen(w, "A")[0].status == status


def test_tak_leeft_op_het_begin_van_de_toets() -> None:
    # A X 2013 ──┬── B V March 2014 ── V Nov 2014     one test that begins in March, when C still lives
    #            └── C ✝30 June 2014
    w = schets("A 2013 X\nB 2014-03-01 V\nB 2014-11-25 V", opvolging="A>B A>C", einden="C=2014-06-30")
    assert rijen(w, "A")[0].status == "niet_beoordeeld"


def test_takken_in_een_peiljaar_horen_bij_elkaar() -> None:
    # A X 2013 ──┬── B V March 2014     one test of two metingen, the later of which is the last moment
    #            └── C - Nov 2014       so the carried row runs from November
    w = schets("A 2013 X\nB 2014-03-01 V\nC 2014-11-25 -", opvolging="A>B A>C")
    assert kort(w, "A") == [
        (2013, 2014, "niet_beoordeeld", False),
        (2014, None, "nog_niet_hertoetst", True),
    ]
    assert rijen(w, "A")[1].moment_van == date(2014, 11, 25)


def test_peiljaar_gaat_voor_kalenderjaar() -> None:
    # A X June 2013 ──┬── B V 15 Jan 2014 (peiljaar 2013)     P = 2013: C is another test
    #                 └── C V 1 June 2014 (peiljaar 2014)
    w = schets("A 2013-06-30 X\nB 2014-01-15 V peil=2013\nC 2014-06-01 V", opvolging="A>B A>C")
    assert kort(w, "A") == [(2013, 2013, "niet_beoordeeld", False), (2013, 2014, "opgepakt", True)]


def test_op_een_dag_telt_elk_peiljaar() -> None:
    # A X June 2013 ──┬── B V 15 Jan 2014 (peiljaar 2013)     both at T: one test, of the smallest peiljaar
    #                 └── C V 15 Jan 2014 (peiljaar 2014)
    w = schets("A 2013-06-30 X\nB 2014-01-15 V peil=2013\nC 2014-01-15 V", opvolging="A>B A>C")
    assert kort(w, "A") == [(2013, 2013, "opgepakt", False)]
    assert rijen(w, "A")[0].aanpak_naar == "B + C"


def test_tussenliggende_meting_telt_in_het_verdict_en_niet_in_de_toets() -> None:
    # A X June 2013 ──┬── B V 15 Jan (2013) ──────────── B V 1 March (2013)    test: both of B, to 1 March
    #                 └──────────── C V 1 Feb (2014), told                     known by then: V of C
    w = schets(
        """
        A 2013-06-30 X
        B 2014-01-15 V peil=2013
        C 2014-02-01 V bewijs=mondelinge_rapportage
        B 2014-03-01 V peil=2013
        """,
        opvolging="A>B A>C",
    )
    (rij,) = rijen(w, "A")
    assert (rij.status, rij.jaar_naar, rij.aanpak_naar, rij.bewijs_naar) == (
        "opgepakt",
        2013,
        "B + C",
        "mondelinge_rapportage",
    )


def test_ruit() -> None:
    # A X 2013 ──┬── B X 2014 ──┬── D V 2015     2014: paths A-B-D (X) and A-C-D (unknown) → verbeterpunt
    #            └── C          ──┘
    w = schets("A 2013 X\nB 2014 X\nD 2015 V", opvolging="A>B A>C B>D C>D")
    assert kort(w, "A") == [(2013, 2014, "niet_opgepakt", False)]
    assert kort(w, "B") == [(2014, 2015, "opgepakt", False)]


def test_ruit_met_twee_kanten() -> None:
    # A X 2013 ──┬── B V 2014 ──┬── D (never measured): two paths to one leaf, V and X → gemengd
    #            └── C X 2014 ──┘
    w = schets("A 2013 X\nB 2014 V\nC 2014 X", opvolging="A>B A>C B>D C>D")
    assert kort(w, "A") == [(2013, 2014, "deels_opgepakt", False)]


def test_ruit_met_korte_kant() -> None:
    # A X 2013 ──┬── B V 2014 ──┬── C (never measured): the path A-C passes B by, so it is unknown
    #            └──────────────┘
    w = schets("A 2013 X\nB 2014 V", opvolging="A>B B>C A>C")
    assert kort(w, "A")[0] == (2013, 2014, "niet_beoordeeld", False)


# --- an aanpak measured at or after its successors ---------------------------------------------------------


def test_eigen_meting_gaat_voor() -> None:
    # A X 2013 ── A X 2014      on one day: A's own verdict is the test
    #         └── B V 2014
    w = schets("A 2013 X\nA 2014 X\nB 2014 V", opvolging="A>B")
    eerste = rijen(w, "A")[0]
    assert (eerste.status, eerste.aanpak_naar) == ("niet_opgepakt", "A")


def test_naast_de_opvolger() -> None:
    # A X 2013 ─────────────── A X June 2014 (beside: B was there first)     branches: A-B (V), A beside (X)
    #         └── B V March 2014
    w = schets("A 2013 X\nB 2014-03-01 V\nA 2014-06-30 X", opvolging="A>B")
    eerste = rijen(w, "A")[0]
    assert (eerste.status, eerste.aanpak_naar, eerste.jaar_naar) == ("deels_opgepakt", "A + B", 2014)


def test_naast_op_dezelfde_dag() -> None:
    # Z X 2013 ── A X 2014      on one day: A is beside, a branch of its own; Z-A-B is V → gemengd
    #             └── B V 2014
    w = schets("Z 2013 X\nA 2014 X\nB 2014 V", opvolging="Z>A A>B")
    assert kort(w, "Z") == [(2013, 2014, "deels_opgepakt", False)]


def test_naast_nog_niet_gemeten() -> None:
    # A X 2013 ─────────────── A V 2016 (beside)     2014: A-B is V; A is a branch, for it has a meting to
    #         └── B V June 2014                      come, and nothing known of it yet → unknown. 2016: own.
    w = schets("A 2013 X\nB 2014-06-30 V\nA 2016 V", opvolging="A>B")
    assert kort(w, "A")[:2] == [(2013, 2014, "niet_beoordeeld", False), (2014, 2016, "opgepakt", True)]


def test_naast_als_geen_blad_meer_leeft() -> None:
    # Z X 2013 ── A V June 2014      B ended in 2013 without a meting, so A stands beside it and speaks for
    #             └── B ✝2013        itself; Z has one branch: A
    w = schets("Z 2013 X\nA 2014-06-30 V", opvolging="Z>A A>B", einden="B=2013")
    assert kort(w, "Z") == [(2013, 2014, "opgepakt", False)]


def test_uit_naast_loopt_de_hele_lijn() -> None:
    # A ──────────── A X June 2014 (beside)      from A's own X the next test on its line is B's, in 2015
    # └── B X March 2014 ─────────── B V 2015
    w = schets("B 2014-03-01 X\nA 2014-06-30 X\nB 2015 V", opvolging="A>B")
    assert kort(w, "A") == [(2014, 2015, "opgepakt", False)]


# --- ends --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("einden", "status"),
    [
        ("A=2013 B=2014 C=2014", "vervallen"),
        ("A=2013 B=2014", "nog_niet_hertoetst"),  # C lives
        ("B=2014 C=2014", "vervallen"),  # A is no leaf: its life counts for nothing
        ("A=2013", "nog_niet_hertoetst"),
    ],
)
def test_takken_die_eindigen(einden: str, status: str) -> None:
    # A X 2013 ──┬── B
    #            └── C
    w = schets("A 2013 X", opvolging="A>B A>C", einden=einden)
    assert kort(w, "A") == [(2013, None, status, False)]


def test_meting_gaat_voor_einde() -> None:
    # A X 2013 ──✝2014── a meting under another kader in 2015: it has no end
    edities = {"K.1": "b1", "L.1": "c1"}
    w = schets("A 2013 X\nA 2015 V editie=L.1", einden="A=2014", edities=edities)
    assert kort(w, "A") == [(2013, None, "nog_niet_hertoetst", False)]
    # on the very last day it is not after it
    w = schets("A 2013 X\nA 2014 V editie=L.1", einden="A=2014", edities=edities)
    assert kort(w, "A") == [(2013, None, "vervallen", False)]


@pytest.mark.parametrize(("einde_a", "status"), [("", "nog_niet_hertoetst"), (" A=2014", "vervallen")])
def test_tak_naast_houdt_de_lijn_in_leven(einde_a: str, status: str) -> None:
    # A ──────────── A X June 2013 (beside)      the leaf B has ended; A itself is a branch beside it
    # └── B V March 2013 ──✝2014
    w = schets("B 2013-03-01 V\nA 2013-06-30 X", opvolging="A>B", einden=f"B=2014{einde_a}")
    assert kort(w, "A") == [(2013, None, status, False)]


# --- editions ----------------------------------------------------------------------------------------------

TWEE_EDITIES = {"K.1": "b1 b2", "K.2": "b1 b3"}


def test_editie_laat_indicator_vallen() -> None:
    # A ── X X 2013 (b1 b2) ── V X 2014 (b1 b3): b2 stays as it was; b3 begins
    w = schets("A 2013 XX\nA 2014 VX editie=K.2", edities=TWEE_EDITIES)
    assert kort(w, "A", "b1")[0] == (2013, 2014, "opgepakt", False)
    assert kort(w, "A", "b2") == [(2013, None, "nog_niet_hertoetst", False)]
    assert kort(w, "A", "b3") == [(2014, None, "nog_niet_hertoetst", False)]
    vlag = {(s.begrip, s.niet_meer_in_kader) for s in opvolging(w)}
    assert vlag == {("b1", False), ("b2", True), ("b3", False)}
    # the step crosses editions; the indicator is the one of the origin's edition
    assert [s.indicator_van for s in rijen(w, "A", "b1")] == ["K.1:b1", "K.2:b1"]


def test_toets_die_indicator_niet_kent_wordt_overgeslagen() -> None:
    # A ── X X 2013 (b1 b2) ── V V 2014 (b1 b3) ── V V 2015 (b1 b2 again): b2 goes from 2013 to 2015
    w = schets("A 2013 XX\nA 2014 VV editie=K.2\nA 2015 VV", edities=TWEE_EDITIES)
    assert kort(w, "A", "b2")[0] == (2013, 2015, "opgepakt", False)


def test_een_editie_in_de_toets_is_genoeg() -> None:
    # A X X 2013 ──┬── B V V 2014 (b1 b2)      b2: B says V, C cannot say: an unknown branch
    #              └── C V V 2014 (b1 b3)
    w = schets("A 2013 XX\nB 2014 VV\nC 2014 VV editie=K.2", opvolging="A>B A>C", edities=TWEE_EDITIES)
    assert kort(w, "A", "b2")[0] == (2013, 2014, "niet_beoordeeld", False)


# --- names, rapporten, bewijs ------------------------------------------------------------------------------


def test_namen_rapporten_en_zwakste_bewijs() -> None:
    # the names in their own order, not that of the ids; what was told is never called tested
    w = schets(
        """
        A 2013 X
        B 2014-03-01 V rapport=r2 bewijs=mondelinge_rapportage
        C 2014-06-30 V rapport=r1 bewijs=volledige_toets
        B 2014-11-25 V rapport=r2 bewijs=hertoets_verbeterpunten
        """,
        opvolging="A>B A>C",
        namen={"B": "Zuid", "C": "Noord"},
    )
    (rij,) = rijen(w, "A")
    assert (rij.aanpak_naar, rij.rapport_naar, rij.bewijs_naar) == (
        "Noord + Zuid",
        "r1 + r2",
        "mondelinge_rapportage",
    )
