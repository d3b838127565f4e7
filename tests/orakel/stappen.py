"""Sections 4 and 5: the step (`opvolging`) and the course (`verloop`)."""

from dataclasses import astuple
from datetime import date

from tests.orakel.lijn import (
    begrippen,
    bekend,
    bladeren,
    einde,
    heeft_naast,
    herkomst,
    indicator_van,
    kaders,
    lijn,
    metingen_van,
    niet_meer_in_kader,
)
from tests.orakel.toetsen import Toets, keten, namen, rapporten, rust_op, verdict, zwakste_bewijs
from tests.orakel.wereld import (
    BEHOUDEN,
    DEELS,
    GEMENGD,
    NIET,
    NIET_BEOORDEELD,
    NOG_NIET,
    OPEN,
    OPGEPAKT,
    TERUGGEVALLEN,
    VERBETERPUNT,
    VERVALLEN,
    VOLDOET,
    Meting,
    Stap,
    Wereld,
)

STATUS = {
    (VERBETERPUNT, VOLDOET): OPGEPAKT,
    (GEMENGD, VOLDOET): OPGEPAKT,
    (VERBETERPUNT, GEMENGD): DEELS,
    (VERBETERPUNT, VERBETERPUNT): NIET,
    (GEMENGD, GEMENGD): NIET,
    (GEMENGD, VERBETERPUNT): NIET,
    (VOLDOET, VOLDOET): BEHOUDEN,
    (VOLDOET, GEMENGD): TERUGGEVALLEN,
    (VOLDOET, VERBETERPUNT): TERUGGEVALLEN,
    (VERBETERPUNT, None): NIET_BEOORDEELD,
    (GEMENGD, None): NIET_BEOORDEELD,
    (VOLDOET, None): NIET_BEOORDEELD,
}


def opvolging(w: Wereld) -> list[Stap]:
    """Every step: from each known uitkomst to the next test, and on as long as it is not assessed.

    Sorted, and as a multiset: two origins of one aanpak may be carried from one test with one answer.
    """
    rijen: list[Stap] = []
    for kader in kaders(w):
        for m in [m for m in w.metingen if m.kader == kader]:
            for begrip in begrippen(w, kader):
                if bekend(w, m, begrip) is not None:
                    rijen += _stappen_uit(w, m, begrip)
    return _op_volgorde(rijen)


def _stappen_uit(w: Wereld, m: Meting, begrip: str) -> list[Stap]:
    """The rows of one known uitkomst: one, and a carried one for each test in turn that skipped it."""
    rijen: list[Stap] = []
    jaar, moment = m.peiljaar, m.moment
    for toets in keten(w, m.kader, m.aanpak, m.moment, begrip):
        uitkomst = verdict(w, m.kader, m.aanpak, m.moment, toets, begrip)
        rijen.append(_rij(w, m, begrip, toets, uitkomst, van=(jaar, moment, bool(rijen))))
        if uitkomst is not None:
            return rijen
        jaar, moment = toets.jaar, toets.laatste
    rijen.append(_rij(w, m, begrip, None, None, van=(jaar, moment, bool(rijen))))
    return rijen


def verloop(w: Wereld) -> list[Stap]:
    """The course: one row per aanpak and begrip where the begrip is first known."""
    rijen = [
        _loop(w, eerste, begrip)
        for kader in kaders(w)
        for begrip in begrippen(w, kader)
        for a in w.aanpakken
        if (eerste := _eerste_bekende(w, kader, a.id, begrip)) is not None
        and not any(
            (eerder := _eerste_bekende(w, kader, b, begrip)) is not None and eerder.moment <= eerste.moment
            for b in herkomst(w, a.id)
        )
    ]
    return _op_volgorde(rijen)


def _eerste_bekende(w: Wereld, kader: str, a: str, begrip: str) -> Meting | None:
    """The first meting of the aanpak itself with a known uitkomst."""
    bekende = [m for m in metingen_van(w, kader, [a]) if bekend(w, m, begrip) is not None]
    return bekende[0] if bekende else None


def _loop(w: Wereld, m: Meting, begrip: str) -> Stap:
    """From a first known uitkomst to the last test that has a known verdict and adds to what was known."""
    toetsen = keten(w, m.kader, m.aanpak, m.moment, begrip)
    uitkomsten = [verdict(w, m.kader, m.aanpak, m.moment, toets, begrip) for toets in toetsen]
    van = (m.peiljaar, m.moment, False)
    for i in reversed(range(len(toetsen))):
        weet_zelf = any(bekend(w, n, begrip) is not None for n in toetsen[i].metingen)
        anders_dan_vorige = i == 0 or uitkomsten[i] != uitkomsten[i - 1]
        if uitkomsten[i] is not None and (weet_zelf or anders_dan_vorige):
            return _rij(w, m, begrip, toetsen[i], uitkomsten[i], van=van)
    # the last test, said to be not assessed, even where earlier tests would have lent it a verdict
    return _rij(w, m, begrip, toetsen[-1] if toetsen else None, None, van=van)


def _rij(
    w: Wereld,
    m: Meting,
    begrip: str,
    toets: Toets | None,
    uitkomst: str | None,
    *,
    van: tuple[int, date, bool],
) -> Stap:
    """One row; `van` is the year and the moment it runs from, and whether it was carried there."""
    uitkomst_van = bekend(w, m, begrip)
    assert uitkomst_van is not None, "an unknown uitkomst starts no row"
    jaar, moment, overgenomen = van
    # the end of a row of a course may be called not assessed where its test would have lent it a verdict
    waarop = set(toets.metingen) if toets is not None and uitkomst is None else set()
    if toets is not None and uitkomst is not None:
        waarop = rust_op(w, m.kader, m.aanpak, m.moment, toets, begrip)
    if toets is not None:
        status = STATUS[uitkomst_van, uitkomst]
    else:
        status = VERVALLEN if _elke_tak_is_geeindigd(w, m.kader, m.aanpak) else NOG_NIET
    return Stap(
        kader=m.kader,
        aanpak_van=m.aanpak,
        aanpak_naar=namen(w, waarop) if waarop else None,
        begrip=begrip,
        indicator_van=indicator_van(w, m, begrip),
        jaar_van=jaar,
        jaar_naar=None if toets is None else toets.jaar,
        moment_van=moment,
        uitkomst_van=uitkomst_van,
        uitkomst_naar=None if toets is None else uitkomst or NIET_BEOORDEELD,
        status=status,
        was_verbeterpunt=uitkomst_van in OPEN,
        overgenomen=overgenomen,
        bewijs_van=m.bewijs,
        bewijs_naar=zwakste_bewijs(waarop) if waarop else None,
        rapport_van=m.rapport,
        rapport_naar=rapporten(waarop) if waarop else None,
        niet_meer_in_kader=niet_meer_in_kader(w, m.kader, begrip),
    )


def _elke_tak_is_geeindigd(w: Wereld, kader: str, a: str) -> bool:
    """Each leaf on the line has an end, and so has each aanpak on it with a meting beside its successors."""
    takken = bladeren(w, a) | {x for x in lijn(w, a) if heeft_naast(w, kader, x)}
    return all(einde(w, tak) is not None for tak in takken)


def _op_volgorde(rijen: list[Stap]) -> list[Stap]:
    """In an order of their own fields, the same however the rows were found."""
    return sorted(rijen, key=lambda rij: tuple(("" if veld is None else str(veld)) for veld in astuple(rij)))
