"""Random small worlds for hypothesis, and the way such a world goes into the tables of data/schema.sql."""

import random
from collections.abc import Collection, Iterable, Sequence
from dataclasses import fields, replace
from datetime import date
from itertools import chain
from pathlib import Path

import duckdb
from hypothesis import strategies as st

from tests.orakel import Aanpak, Editie, Indicator, Meting, Oordeel, Wereld
from tests.orakel.wereld import BEWIJZEN, GEMENGD, NIET_BEOORDEELD, VERBETERPUNT, VOLDOET

# the tables that `vul` fills
GEVULD = (
    "gemeente", "kader", "rapport", "editie", "indicator", "aanpak", "aanpak_opvolging", "meting", "oordeel",
)  # fmt: skip
SCHEMA = Path(__file__).parent.parent / "data" / "schema.sql"

# Lineages worth meeting often: (number of aanpakken, pairs van-naar). Random ones come beside them.
VORMEN: tuple[tuple[int, tuple[tuple[int, int], ...]], ...] = (
    (1, ()),
    (3, ((0, 2), (1, 2))),  # merge
    (2, ((0, 1),)),  # chain
    (3, ((0, 1), (0, 2))),  # split
    (5, ((0, 2), (0, 3), (1, 3), (1, 4))),  # two approaches become three teams
    (4, ((0, 1), (0, 2), (0, 3))),  # split in three
    (5, ((0, 1), (1, 2), (1, 3), (0, 4))),  # a split of a half
    (4, ((0, 1), (0, 2), (1, 3), (2, 3))),  # diamond
    (3, ((0, 1), (1, 2), (0, 2))),  # a diamond with a short side
    (3, ((0, 1), (1, 2))),  # longer chain
    (5, ((0, 2), (1, 2), (2, 3), (2, 4))),  # merge, then split
    (4, ((0, 1), (0, 2), (3, 2))),  # a split of which one half merges with a stranger
    (5, ((0, 2), (1, 2), (2, 4), (3, 4))),  # merge of a merge
    (5, ((0, 2), (1, 2), (1, 3), (4, 3))),  # families that overlap and are not one
)
# last days of periods beside days within them: ends and metingen then often fall on one day
DAGEN = ((12, 31), (6, 30), (3, 1), (11, 25))
TEKENS = (VOLDOET, VERBETERPUNT, GEMENGD, NIET_BEOORDEELD, None)  # None: no row


@st.composite
def werelden(draw: st.DrawFn) -> Wereld:
    """Worlds of 1–7 aanpakken, small enough to work out by hand and crowded enough to go wrong.

    A few years hold all metingen and ends, so that predecessor and successor, branch and branch, meting
    and end often meet in one year or on one day. Simplest first: a world shrinks to one aanpak, one meting.
    """
    n, pijlen = draw(st.sampled_from(VORMEN) | _willekeurige_vorm())
    jaren = draw(st.lists(st.integers(2010, 2018), min_size=1, max_size=3, unique=True))
    dagen = st.builds(_dag, st.sampled_from(jaren), st.sampled_from(DAGEN))
    edities, indicatoren = draw(_kaders())
    # ids and names in no order of descent, so that a tie broken by id is not one broken by lineage
    ids = draw(st.permutations([f"a{i + 1}" for i in range(n)]))
    namen = draw(st.permutations([f"Aanpak {letter}" for letter in "ABCDEFG"[:n]]))
    gemeenten = draw(st.lists(st.sampled_from(("G1", "G2", "G3")), min_size=n, max_size=n))
    einden = draw(st.lists(_einde(dagen), min_size=n, max_size=n))

    metingen: list[Meting] = []
    oordelen: list[Oordeel] = []
    for a in ids:
        # an aanpak nobody looked at is a case too: an untested leaf, a gap in a chain
        for editie, moment in draw(
            st.lists(
                st.tuples(st.sampled_from(edities), dagen),
                min_size=draw(st.sampled_from((0, 1, 2, 2))) if metingen else 1,
                max_size=6,
                unique_by=lambda paar: (paar[0].kader, paar[1]),
            )
        ):
            meting = Meting(
                id=f"m{draw(st.integers(0, 9))}-{len(metingen) + 1}",  # so that ids do not follow moments
                aanpak=a,
                kader=editie.kader,
                editie=editie.id,
                peiljaar=moment.year + draw(st.sampled_from((0, 0, 0, 0, -1, 1))),
                moment=moment,
                bewijs=draw(st.sampled_from(BEWIJZEN)),
                rapport=draw(st.sampled_from(("r1", "r2", "r3"))),
            )
            metingen.append(meting)
            for indicator in [i for i in indicatoren if i.editie == editie.id]:
                uitkomst = draw(st.sampled_from(TEKENS))
                if uitkomst is not None:
                    oordelen.append(Oordeel(meting.id, indicator.id, uitkomst))
    return Wereld(
        aanpakken=tuple(
            Aanpak(a, gemeente, naam, einde)
            for a, gemeente, naam, einde in zip(ids, gemeenten, namen, einden, strict=True)
        ),
        opvolging=tuple((ids[van], ids[naar]) for van, naar in pijlen),
        edities=edities,
        indicatoren=indicatoren,
        metingen=tuple(metingen),
        oordelen=tuple(oordelen),
    )


def bossen(aantal: int) -> st.SearchStrategy[list[Wereld]]:
    """So many worlds at a time, to go into one database: the SQL takes no longer over eight small worlds than over one.

    No id of one is an id of another, and within each the order of ids stays.
    """
    los = st.lists(werelden(), min_size=aantal, max_size=aantal)
    return los.map(lambda bos: [_genummerd(wereld, f"w{nr}-") for nr, wereld in enumerate(bos)])


def samen(bos: Sequence[Wereld]) -> Wereld:
    """The worlds of a `bossen` beside one another in one."""
    delen = (chain.from_iterable(getattr(wereld, veld.name) for wereld in bos) for veld in fields(Wereld))
    return Wereld(*(tuple(deel) for deel in delen))


def _genummerd(w: Wereld, nr: str) -> Wereld:
    """The same world, all its ids behind a number of its own."""
    return Wereld(
        aanpakken=tuple(replace(a, id=nr + a.id, gemeente=nr + a.gemeente) for a in w.aanpakken),
        opvolging=tuple((nr + van, nr + naar) for van, naar in w.opvolging),
        edities=tuple(replace(e, id=nr + e.id, kader=nr + e.kader) for e in w.edities),
        indicatoren=tuple(replace(i, id=nr + i.id, editie=nr + i.editie, begrip=nr + i.begrip) for i in w.indicatoren),
        metingen=tuple(
            replace(
                m, id=nr + m.id, aanpak=nr + m.aanpak, kader=nr + m.kader, editie=nr + m.editie, rapport=nr + m.rapport
            )
            for m in w.metingen
        ),
        oordelen=tuple(replace(o, meting=nr + o.meting, indicator=nr + o.indicator) for o in w.oordelen),
    )


def _dag(jaar: int, maand_en_dag: tuple[int, int]) -> date:
    return date(jaar, *maand_en_dag)


def _einde(dagen: st.SearchStrategy[date]) -> st.SearchStrategy[date | None]:
    """No end, an end on a day on which metingen fall, or one before or after all of them."""
    return st.none() | dagen | st.sampled_from((date(2019, 12, 31), date(2009, 12, 31)))


@st.composite
def _willekeurige_vorm(draw: st.DrawFn) -> tuple[int, tuple[tuple[int, int], ...]]:
    """A lineage of 1–7 aanpakken in which each takes over from up to three earlier ones."""
    n = draw(st.integers(1, 7))
    pijlen: list[tuple[int, int]] = []
    for naar in range(1, n):
        bronnen = draw(st.sets(st.integers(0, naar - 1), min_size=draw(st.integers(0, 1)), max_size=3))
        pijlen += [(van, naar) for van in sorted(bronnen)]
    return n, tuple(pijlen)


@st.composite
def _kaders(draw: st.DrawFn) -> tuple[tuple[Editie, ...], tuple[Indicator, ...]]:
    """One or two kaders; of the first perhaps two editions, that share, lose and gain begrippen."""
    aantal = draw(st.integers(1, 4))
    begrippen = [f"b{i + 1}" for i in range(aantal)]
    edities = [Editie("k1-oud", "k1", draw(st.sampled_from((1, 3))))]
    inhoud = {"k1-oud": begrippen}
    if draw(st.booleans()):
        # volgorde 2: whether "nieuw" is the newer of the two is left open by the 1 or 3 above
        edities.append(Editie("k1-nieuw", "k1", 2))
        # where a begrip is: in both, in the first only, in the second only
        waar = draw(st.lists(st.sampled_from(("beide", "oud", "nieuw")), min_size=aantal, max_size=aantal))
        inhoud["k1-oud"] = [b for b, plek in zip(begrippen, waar, strict=True) if plek != "nieuw"]
        inhoud["k1-nieuw"] = [b for b, plek in zip(begrippen, waar, strict=True) if plek != "oud"]
    if draw(st.sampled_from((False, False, True))):
        edities.append(Editie("k2", "k2", 1))
        inhoud["k2"] = ["c1"]
    indicatoren = [Indicator(f"{editie}:{b}", editie, b) for editie, bs in inhoud.items() for b in bs]
    return tuple(edities), tuple(indicatoren)


def vul(con: duckdb.DuckDBPyConnection, w: Wereld) -> dict[str, dict[str, int]]:
    """Put a world into the tables of data/schema.sql, made first where the connection does not have them.

    Only the columns that the method needs; the others stay null. The numbers and the order of the rows
    are shuffled (the same way each time for the same world), so that no SQL can lean on either. Returns
    the number that each id got, per kind: "aanpak", "gemeente", "kader", "editie", "begrip",
    "indicator", "rapport", "meting".
    """
    _leeg(con)
    dobbel = random.Random(repr(w))

    def nummer(ids: Collection[str]) -> dict[str, int]:
        gesorteerd = sorted(set(ids))
        getrokken = dobbel.sample(range(1, 3 * len(gesorteerd) + 5), len(gesorteerd))
        return dict(zip(gesorteerd, getrokken, strict=True))

    def voeg_toe(tabel: str, kolommen: str, rijen: Iterable[Sequence[object]]) -> None:
        geschud = list(rijen)
        dobbel.shuffle(geschud)
        if geschud:
            vragen = ", ".join([f"({', '.join('?' * len(geschud[0]))})"] * len(geschud))
            waarden = [waarde for rij in geschud for waarde in rij]
            con.execute(f"insert into opslag.{tabel} ({kolommen}) values {vragen}", waarden)

    kader_van = {e.id: e.kader for e in w.edities}
    meting_van = {m.id: m for m in w.metingen}
    nr = {
        "aanpak": nummer([a.id for a in w.aanpakken]),
        "gemeente": nummer([a.gemeente for a in w.aanpakken]),
        "kader": nummer([e.kader for e in w.edities]),
        "editie": nummer([e.id for e in w.edities]),
        "begrip": nummer([i.begrip for i in w.indicatoren]),
        "indicator": nummer([i.id for i in w.indicatoren]),
        "rapport": nummer([m.rapport for m in w.metingen]),
        "meting": nummer([m.id for m in w.metingen]),
        "oordeel": nummer([f"{o.meting} {o.indicator}" for o in w.oordelen]),
    }
    uitkomst_nr = _codes(con, "select uitkomst, uitkomst_nr from opslag.uitkomst")
    bewijs_nr = _codes(con, "select bewijs, bewijs_nr from opslag.bewijs")

    for soort, naam in (("gemeente", "gemeente_code, gemeente"), ("kader", "kader_id, kader")):
        voeg_toe(soort, f"{soort}_nr, {naam}", [(n, i, i) for i, n in nr[soort].items()])
    voeg_toe("rapport", "rapport_nr, rapport_id, titel", [(n, i, i) for i, n in nr["rapport"].items()])
    voeg_toe(
        "editie",
        "editie_nr, editie_id, kader_nr, editie, volgorde",
        [(nr["editie"][e.id], e.id, nr["kader"][e.kader], e.id, e.volgorde) for e in w.edities],
    )
    voeg_toe(
        "indicator",
        "indicator_nr, indicator_id, begrip_nr, editie_nr, kader_nr, indicator",
        [
            (nr["indicator"][i.id], i.id, nr["begrip"][i.begrip], nr["editie"][i.editie],
             nr["kader"][kader_van[i.editie]], i.id)
            for i in w.indicatoren
        ],
    )  # fmt: skip
    voeg_toe(
        "aanpak",
        "aanpak_nr, aanpak_id, gemeente_nr, aanpak, einde",
        [(nr["aanpak"][a.id], a.id, nr["gemeente"][a.gemeente], a.naam, a.einde) for a in w.aanpakken],
    )
    voeg_toe(
        "aanpak_opvolging",
        "van_nr, naar_nr",
        [(nr["aanpak"][van], nr["aanpak"][naar]) for van, naar in w.opvolging],
    )
    voeg_toe(
        "meting",
        "meting_nr, meting_id, aanpak_nr, editie_nr, kader_nr, rapport_nr, peiljaar, moment, bewijs_nr",
        [
            (nr["meting"][m.id], m.id, nr["aanpak"][m.aanpak], nr["editie"][m.editie], nr["kader"][m.kader],
             nr["rapport"][m.rapport], m.peiljaar, m.moment, bewijs_nr[m.bewijs])
            for m in w.metingen
        ],
    )  # fmt: skip
    voeg_toe(
        "oordeel",
        "oordeel_nr, meting_nr, indicator_nr, rapport_nr, uitkomst_nr",
        [
            (nr["oordeel"][f"{o.meting} {o.indicator}"], nr["meting"][o.meting], nr["indicator"][o.indicator],
             nr["rapport"][meting_van[o.meting].rapport], uitkomst_nr[o.uitkomst])
            for o in w.oordelen
        ],
    )  # fmt: skip
    return nr


def _leeg(con: duckdb.DuckDBPyConnection) -> None:
    """The tables of the schema, without rows of an earlier world; the lists of codes stay."""
    if not con.execute("select 1 from duckdb_tables() where schema_name = 'opslag' limit 1").fetchall():
        con.execute(SCHEMA.read_text(encoding="utf-8"))
        return
    for tabel in GEVULD:
        con.execute(f"delete from opslag.{tabel}")


def _codes(con: duckdb.DuckDBPyConnection, sql: str) -> dict[str, int]:
    """A list of codes, from the schema itself."""
    return {str(woord): int(nr) for woord, nr in con.execute(sql).fetchall()}
