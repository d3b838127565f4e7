"""Section 3: the test that follows a moment, the chain of tests, and the verdict of a test."""

from collections.abc import Iterable
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
    sprekers = _sprekers(w, kader, a, sinds, toets, begrip)
    return samen(None if m is None else bekend(w, m, begrip) for m in sprekers)


def rust_op(w: Wereld, kader: str, a: str, sinds: date, toets: Toets, begrip: str) -> set[Meting]:
    """What the verdict rests on: the metingen of the test, and if it is known those by which the branches say it."""
    if verdict(w, kader, a, sinds, toets, begrip) is None:
        return set(toets.metingen)
    return {*toets.metingen, *(m for m in _sprekers(w, kader, a, sinds, toets, begrip) if m is not None)}


def _sprekers(w: Wereld, kader: str, a: str, sinds: date, toets: Toets, begrip: str) -> list[Meting | None]:
    """The meting that speaks for each branch; None where nothing is known of it."""
    if toets.eigen:
        (eigen,) = toets.metingen
        return [eigen if bekend(w, eigen, begrip) is not None else None]
    return _paden(w, kader, a, sinds, toets, begrip) + _takken_naast(w, kader, a, sinds, toets, begrip)


def _paden(w: Wereld, kader: str, a: str, sinds: date, toets: Toets, begrip: str) -> list[Meting | None]:
    """One for each path to a leaf that lives when the test begins."""
    sprekers: list[Meting | None] = []
    for pad in paden(w, a):
        if not leeft_op(w, pad[-1], toets.begin):
            continue
        # along the path first, then by moment (a stable sort): of two at one moment the one further down
        # the path comes later, and so counts
        op_pad = [m for stap in pad for m in metingen_van(w, kader, [stap]) if not staat_naast(w, m)]
        op_pad.sort(key=lambda m: m.moment)
        sprekers.append(_laatste_bekende(w, op_pad, begrip, sinds, toets.laatste))
    return sprekers


def _takken_naast(w: Wereld, kader: str, a: str, sinds: date, toets: Toets, begrip: str) -> list[Meting | None]:
    """One for each aanpak on the line with a meting beside when the test begins, or later."""
    sprekers: list[Meting | None] = []
    for x in sorted(lijn(w, a)):
        naast = [m for m in metingen_van(w, kader, [x]) if staat_naast(w, m)]
        if is_blad(w, x) or not any(m.moment >= toets.begin for m in naast):
            continue
        sprekers.append(_laatste_bekende(w, naast, begrip, sinds, toets.laatste))
    return sprekers


def _laatste_bekende(w: Wereld, metingen: list[Meting], begrip: str, sinds: date, tot: date) -> Meting | None:
    """The last with a known uitkomst in a list of metingen that is in order, after `sinds` and not after `tot`."""
    bekende = [m for m in metingen if sinds < m.moment <= tot and bekend(w, m, begrip) is not None]
    return bekende[-1] if bekende else None


def namen(w: Wereld, metingen: Iterable[Meting]) -> str:
    """Their aanpakken by name, each once, alphabetical."""
    return " + ".join(sorted({aanpak(w, m.aanpak).naam for m in metingen}))


def rapporten(metingen: Iterable[Meting]) -> str:
    """Their rapporten by id, each once, alphabetical."""
    return " + ".join(sorted({m.rapport for m in metingen}))


def zwakste_bewijs(metingen: Iterable[Meting]) -> str:
    """The weakest bewijs among them: what was told is never called tested."""
    return min((m.bewijs for m in metingen), key=BEWIJZEN.index)
