"""Sections 1 and 2: lines, ends, known uitkomsten, and metingen that stand beside their successors."""

from collections.abc import Iterable
from datetime import date

from tests.orakel.wereld import BEKEND, GEMENGD, VERBETERPUNT, VOLDOET, Aanpak, Meting, Wereld


def aanpak(w: Wereld, aanpak_id: str) -> Aanpak:
    """The aanpak with this id."""
    (gevonden,) = [a for a in w.aanpakken if a.id == aanpak_id]
    return gevonden


def opvolgers(w: Wereld, a: str) -> set[str]:
    """What took over from a, one step on."""
    return {naar for van, naar in w.opvolging if van == a}


def voorgangers(w: Wereld, a: str) -> set[str]:
    """What a took over from, one step back."""
    return {van for van, naar in w.opvolging if naar == a}


def lijn(w: Wereld, a: str) -> set[str]:
    """A and everything that took over from it, transitively."""
    geheel = {a}
    for b in opvolgers(w, a):
        geheel |= lijn(w, b)
    return geheel


def strikt_na(w: Wereld, a: str) -> set[str]:
    """The line of a, a itself left out."""
    return lijn(w, a) - {a}


def herkomst(w: Wereld, a: str) -> set[str]:
    """All from which a descends, a itself left out."""
    return {b.id for b in w.aanpakken if a in strikt_na(w, b.id)}


def is_blad(w: Wereld, a: str) -> bool:
    """Nothing took over from a."""
    return not opvolgers(w, a)


def bladeren(w: Wereld, a: str) -> set[str]:
    """The leaves on the line of a."""
    return {b for b in lijn(w, a) if is_blad(w, b)}


def paden(w: Wereld, a: str) -> list[list[str]]:
    """Each path of successors from a to a leaf, a and the leaf included, written out."""
    if is_blad(w, a):
        return [[a]]
    return [[a, *rest] for b in sorted(opvolgers(w, a)) for rest in paden(w, b)]


def einde(w: Wereld, a: str) -> date | None:
    """The end date that counts: none when any meting, of any kader, came after it."""
    gegeven = aanpak(w, a).einde
    if gegeven is None or any(m.aanpak == a and m.moment > gegeven for m in w.metingen):
        return None
    return gegeven


def leeft_op(w: Wereld, a: str, moment: date) -> bool:
    """No end, or an end at the moment or later."""
    eind = einde(w, a)
    return eind is None or eind >= moment


def metingen_van(w: Wereld, kader: str, aanpakken: Iterable[str]) -> list[Meting]:
    """The metingen of these aanpakken under the kader, earliest first."""
    welke = set(aanpakken)
    gevonden = [m for m in w.metingen if m.kader == kader and m.aanpak in welke]
    return sorted(gevonden, key=lambda m: (m.moment, m.id))


def staat_naast(w: Wereld, m: Meting) -> bool:
    """Section 2: the successors of the aanpak can no longer be spoken for by this meting."""
    if is_blad(w, m.aanpak):
        return False
    opvolger_was_gemeten = any(n.moment <= m.moment for n in metingen_van(w, m.kader, strikt_na(w, m.aanpak)))
    een_blad_leeft = any(leeft_op(w, blad, m.moment) for blad in bladeren(w, m.aanpak))
    return opvolger_was_gemeten or not een_blad_leeft


def heeft_naast(w: Wereld, kader: str, a: str) -> bool:
    """A is not a leaf and has, at any time, a meting beside its successors under the kader."""
    return any(staat_naast(w, m) for m in metingen_van(w, kader, [a]))


def editie_kent(w: Wereld, editie: str, begrip: str) -> bool:
    """The edition holds an indicator of the begrip."""
    return any(i.editie == editie and i.begrip == begrip for i in w.indicatoren)


def niet_meer_in_kader(w: Wereld, kader: str, begrip: str) -> bool:
    """The newest edition of the kader holds no indicator of the begrip."""
    nieuwste = max((e for e in w.edities if e.kader == kader), key=lambda e: e.volgorde)
    return not editie_kent(w, nieuwste.id, begrip)


def begrippen(w: Wereld, kader: str) -> list[str]:
    """Every begrip that some edition of the kader holds."""
    edities = {e.id for e in w.edities if e.kader == kader}
    return sorted({i.begrip for i in w.indicatoren if i.editie in edities})


def kaders(w: Wereld) -> list[str]:
    """Every kader."""
    return sorted({e.kader for e in w.edities})


def indicator_van(w: Wereld, m: Meting, begrip: str) -> str:
    """The id of the indicator that stands for the begrip in the edition of the meting."""
    (gevonden,) = [i.id for i in w.indicatoren if i.editie == m.editie and i.begrip == begrip]
    return gevonden


def bekend(w: Wereld, m: Meting, begrip: str) -> str | None:
    """The known uitkomst of the meting on the begrip; None for an empty cell as for a missing row."""
    welke = {i.id for i in w.indicatoren if i.editie == m.editie and i.begrip == begrip}
    gevonden = [o.uitkomst for o in w.oordelen if o.meting == m.id and o.indicator in welke]
    return gevonden[0] if gevonden and gevonden[0] in BEKEND else None


def samen(takken: Iterable[str | None]) -> str | None:
    """Branches combined (section 3); None is an unknown branch, and an unknown answer."""
    alle = list(takken)
    bekende = [tak for tak in alle if tak is not None]
    if not bekende:
        return None
    if all(tak == VOLDOET for tak in bekende):
        return VOLDOET if len(bekende) == len(alle) else None
    if all(tak == VERBETERPUNT for tak in bekende):
        return VERBETERPUNT
    return GEMENGD
