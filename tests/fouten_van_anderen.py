"""Three easy mistakes, each written out, with a small world on which it gives a verbeterpunt a wrong status.

They are what a reader of the tables would write first. A derivation that is right where they go wrong has
seen what they miss: lineage, the branches within a lineage, and years that do not follow one another.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from tests.orakel import Meting, Stap, Wereld, schets
from tests.orakel.lijn import (
    aanpak,
    begrippen,
    bekend,
    editie_kent,
    einde,
    indicator_van,
    kaders,
    lijn,
    niet_meer_in_kader,
)
from tests.orakel.stappen import STATUS
from tests.orakel.wereld import NIET_BEOORDEELD, NOG_NIET, OPEN, VERVALLEN

Volgende = Callable[[Wereld, Meting, str], Meting | None]


def zonder_lijn(w: Wereld) -> list[Stap]:
    """(a) The next meting of the same aanpak: lead over aanpak × indicator, lineage forgotten."""

    def volgende(w: Wereld, m: Meting, begrip: str) -> Meting | None:
        later = [n for n in _gemeten(w, m.kader, begrip) if n.aanpak == m.aanpak and n.moment > m.moment]
        return min(later, key=_moment_en_id, default=None)

    return _stappen(w, volgende)


def hele_familie(w: Wereld) -> list[Stap]:
    """(b) The next meting of the family: lead over connected component × indicator, branches forgotten."""

    def volgende(w: Wereld, m: Meting, begrip: str) -> Meting | None:
        familie = _familie(w, m.aanpak)
        later = [n for n in _gemeten(w, m.kader, begrip) if n.aanpak in familie and _moment_en_id(n) > _moment_en_id(m)]
        return min(later, key=_moment_en_id, default=None)

    return _stappen(w, volgende)


def jaar_erna(w: Wereld) -> list[Stap]:
    """(c) The meting on the line one peiljaar on: join on peiljaar + 1, other waits forgotten."""

    def volgende(w: Wereld, m: Meting, begrip: str) -> Meting | None:
        jaar_later = [
            n for n in _gemeten(w, m.kader, begrip) if n.aanpak in lijn(w, m.aanpak) and n.peiljaar == m.peiljaar + 1
        ]
        return max(jaar_later, key=_moment_en_id, default=None)

    return _stappen(w, volgende)


def _stappen(w: Wereld, volgende: Volgende) -> list[Stap]:
    """Steps as in section 4, carried rows too, but with one next meting found by a mistake."""
    rijen: list[Stap] = []
    for kader in kaders(w):
        for begrip in begrippen(w, kader):
            for m in _gemeten(w, kader, begrip):
                van, naar = m, volgende(w, m, begrip)
                if bekend(w, m, begrip) is None:
                    continue
                rijen.append(_rij(w, m, van, naar, begrip))
                while naar is not None and bekend(w, naar, begrip) is None:
                    van, naar = naar, volgende(w, naar, begrip)
                    rijen.append(_rij(w, m, van, naar, begrip))
    return rijen


def _rij(w: Wereld, m: Meting, van: Meting, naar: Meting | None, begrip: str) -> Stap:
    """One row from an origin m, carried to `van`, to the next meting."""
    uitkomst_van = bekend(w, m, begrip)
    assert uitkomst_van is not None, "an unknown uitkomst starts no row"
    uitkomst_naar = None if naar is None else bekend(w, naar, begrip)
    if naar is not None:
        status = STATUS[uitkomst_van, uitkomst_naar]
    else:
        status = NOG_NIET if einde(w, m.aanpak) is None else VERVALLEN
    return Stap(
        kader=m.kader,
        aanpak_van=m.aanpak,
        aanpak_naar=None if naar is None else aanpak(w, naar.aanpak).naam,
        begrip=begrip,
        indicator_van=indicator_van(w, m, begrip),
        jaar_van=van.peiljaar,
        jaar_naar=None if naar is None else naar.peiljaar,
        moment_van=van.moment,
        uitkomst_van=uitkomst_van,
        uitkomst_naar=None if naar is None else uitkomst_naar or NIET_BEOORDEELD,
        status=status,
        was_verbeterpunt=uitkomst_van in OPEN,
        overgenomen=van != m,
        bewijs_van=m.bewijs,
        bewijs_naar=None if naar is None else naar.bewijs,
        rapport_van=m.rapport,
        rapport_naar=None if naar is None else naar.rapport,
        niet_meer_in_kader=niet_meer_in_kader(w, m.kader, begrip),
    )


def _gemeten(w: Wereld, kader: str, begrip: str) -> list[Meting]:
    """The metingen of the kader under an edition that holds the begrip."""
    return [m for m in w.metingen if m.kader == kader and editie_kent(w, m.editie, begrip)]


def _familie(w: Wereld, a: str) -> set[str]:
    """All that hang together with a, over any number of arrows, either way."""
    familie = {a}
    while True:
        erbij = {b for pijl in w.opvolging if set(pijl) & familie for b in pijl} - familie
        if not erbij:
            return familie
        familie |= erbij


def _moment_en_id(m: Meting) -> tuple[date, str]:
    return m.moment, m.id


@dataclass(frozen=True)
class Fout:
    """A mistake, a world on which it goes wrong, and the verbeterpunt (b1) that it gets wrong."""

    naam: str
    fout: Callable[[Wereld], list[Stap]]
    wereld: Wereld
    aanpak: str
    jaar_van: int
    status: str
    jaar_naar: int | None
    fout_status: str
    fout_jaar_naar: int | None


# A (X 2013) ──> B (V 2014). Without the line nobody came back to A.
WERELD_ZONDER_LIJN = schets(
    """
    A 2013 X
    B 2014 V
    """,
    opvolging="A>B",
)
ZONDER_LIJN = Fout(
    naam="zonder_lijn",
    fout=zonder_lijn,
    wereld=WERELD_ZONDER_LIJN,
    aanpak="A",
    jaar_van=2013,
    status="opgepakt",
    jaar_naar=2014,
    fout_status="nog_niet_hertoetst",
    fout_jaar_naar=None,
)

# A (X in June 2013) ──┐
#                      ├──> C (X 2014).  As one family, the good mark of B reads as the follow-up of A.
# B (V in Nov 2013) ───┘
WERELD_HELE_FAMILIE = schets(
    """
    A 2013-06-30 X
    B 2013-11-30 V
    C 2014       X
    """,
    opvolging="A>C B>C",
)
HELE_FAMILIE = Fout(
    naam="hele_familie",
    fout=hele_familie,
    wereld=WERELD_HELE_FAMILIE,
    aanpak="A",
    jaar_van=2013,
    status="niet_opgepakt",
    jaar_naar=2014,
    fout_status="opgepakt",
    fout_jaar_naar=2013,
)

# A: X 2013, nothing in 2014, V 2015. The inspectorate came back after two years.
WERELD_JAAR_ERNA = schets(
    """
    A 2013 X
    A 2015 V
    """
)
JAAR_ERNA = Fout(
    naam="jaar_erna",
    fout=jaar_erna,
    wereld=WERELD_JAAR_ERNA,
    aanpak="A",
    jaar_van=2013,
    status="opgepakt",
    jaar_naar=2015,
    fout_status="nog_niet_hertoetst",
    fout_jaar_naar=None,
)

FOUTEN = (ZONDER_LIJN, HELE_FAMILIE, JAAR_ERNA)
