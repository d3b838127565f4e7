"""Section 3: the test that follows a moment, the chain of tests, and the verdict of a test."""

from dataclasses import dataclass
from datetime import date

from tests.orakel.lijn import (
    aanpak,
    bekend,
    editie_kent,
    is_blad,
    leeft_op,
    lijn,
    metingen_van,
    paden,
    samen,
    staat_naast,
)
from tests.orakel.wereld import BEWIJZEN, Meting, Wereld


@dataclass(frozen=True)
class Toets:
    """A test of an aanpak: `begin` is the method's T; `eigen`: one meting of the aanpak itself."""

    eigen: bool
    begin: date
    jaar: int
    laatste: date
    metingen: tuple[Meting, ...]


def toets_na(w: Wereld, kader: str, a: str, moment: date) -> Toets | None:
    """The test that follows the moment, whatever indicatoren it looked at."""
    later = [m for m in metingen_van(w, kader, lijn(w, a)) if m.moment > moment]
    if not later:
        return None
    begin = min(m.moment for m in later)
    for m in later:
        if m.aanpak == a and m.moment == begin:
            return Toets(eigen=True, begin=begin, jaar=m.peiljaar, laatste=begin, metingen=(m,))
    jaar = min(m.peiljaar for m in later if m.moment == begin)
    deel = tuple(m for m in later if m.moment == begin or m.peiljaar == jaar)
    return Toets(eigen=False, begin=begin, jaar=jaar, laatste=max(m.moment for m in deel), metingen=deel)


def keten(w: Wereld, kader: str, a: str, moment: date, begrip: str) -> list[Toets]:
    """The tests one after another, without those that the begrip is passed over in."""
    toets = toets_na(w, kader, a, moment)
    if toets is None:
        return []
    rest = keten(w, kader, a, toets.laatste, begrip)
    kent = any(editie_kent(w, m.editie, begrip) for m in toets.metingen)
    return [toets, *rest] if kent else rest


def verdict(w: Wereld, kader: str, a: str, sinds: date, toets: Toets, begrip: str) -> str | None:
    """What the test says of the begrip, for what was known at the moment `sinds`; None is unknown."""
    if toets.eigen:
        return bekend(w, toets.metingen[0], begrip)
    takken = _paden(w, kader, a, sinds, toets, begrip)
    return samen(takken + _takken_naast(w, kader, a, sinds, toets, begrip))


def _paden(w: Wereld, kader: str, a: str, sinds: date, toets: Toets, begrip: str) -> list[str | None]:
    """One verdict for each path to a leaf that lives when the test begins."""
    uitkomsten: list[str | None] = []
    for pad in paden(w, a):
        if not leeft_op(w, pad[-1], toets.begin):
            continue
        # along the path first, then by moment (a stable sort): of two at one moment the one further down
        # the path comes later, and so counts
        op_pad = [m for stap in pad for m in metingen_van(w, kader, [stap]) if not staat_naast(w, m)]
        op_pad.sort(key=lambda m: m.moment)
        uitkomsten.append(_laatste_bekende(w, op_pad, begrip, sinds, toets.laatste))
    return uitkomsten


def _takken_naast(w: Wereld, kader: str, a: str, sinds: date, toets: Toets, begrip: str) -> list[str | None]:
    """One verdict for each aanpak on the line with a meting beside when the test begins, or later."""
    uitkomsten: list[str | None] = []
    for x in sorted(lijn(w, a)):
        naast = [m for m in metingen_van(w, kader, [x]) if staat_naast(w, m)]
        if is_blad(w, x) or not any(m.moment >= toets.begin for m in naast):
            continue
        uitkomsten.append(_laatste_bekende(w, naast, begrip, sinds, toets.laatste))
    return uitkomsten


def _laatste_bekende(w: Wereld, metingen: list[Meting], begrip: str, sinds: date, tot: date) -> str | None:
    """The last known uitkomst in a list of metingen that is in order, after `sinds` and not after `tot`."""
    tussen = [bekend(w, m, begrip) for m in metingen if sinds < m.moment <= tot]
    bekende = [uitkomst for uitkomst in tussen if uitkomst is not None]
    return bekende[-1] if bekende else None


def namen(w: Wereld, toets: Toets) -> str:
    """The aanpakken of the test by name, each once, alphabetical."""
    return " + ".join(sorted(aanpak(w, a).naam for a in {m.aanpak for m in toets.metingen}))


def rapporten(toets: Toets) -> str:
    """The rapporten of the test by id, each once, alphabetical."""
    return " + ".join(sorted({m.rapport for m in toets.metingen}))


def zwakste_bewijs(toets: Toets) -> str:
    """The weakest bewijs among the metingen: what was told is never called tested."""
    return min((m.bewijs for m in toets.metingen), key=BEWIJZEN.index)
