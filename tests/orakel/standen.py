"""Section 6: what is known now, once per last aanpak and begrip."""

from datetime import date

from tests.orakel.lijn import (
    aanpak,
    begrippen,
    bekend,
    einde,
    heeft_naast,
    herkomst,
    is_blad,
    kaders,
    lijn,
    metingen_van,
    niet_meer_in_kader,
    samen,
    staat_naast,
    voorgangers,
)
from tests.orakel.toetsen import zwakste_bewijs
from tests.orakel.wereld import NIET_BEOORDEELD, OPEN, VOLDOET, Meting, Stand, Wereld


def stand(w: Wereld) -> list[Stand]:
    """What is known now, sorted by kader, aanpak and begrip."""
    rijen = [
        _stand_van(w, kader, a, begrip)
        for kader in kaders(w)
        for a in laatste_aanpakken(w, kader)
        for begrip in begrippen(w, kader)
    ]
    bestaand = [rij for rij in rijen if rij is not None]
    return sorted(bestaand, key=lambda rij: (rij.kader, rij.aanpak, rij.begrip))


def uiteinden(w: Wereld, kader: str) -> set[str]:
    """The ends of a kader: the leaves, and the aanpakken with a meting beside their successors."""
    return {a.id for a in w.aanpakken if is_blad(w, a.id) or heeft_naast(w, kader, a.id)}


def laatste_aanpakken(w: Wereld, kader: str) -> list[str]:
    """The living ends; and of a family that has died out whole, the end that ended last."""
    alle = uiteinden(w, kader)
    laatste = []
    for a in sorted(alle):
        familie = {b for bron in herkomst(w, a) | {a} for b in lijn(w, bron) if b in alle}
        familie_is_dood = all(einde(w, b) is not None for b in familie)
        if einde(w, a) is None or (familie_is_dood and a == max(familie, key=lambda b: _geeindigd(w, b))):
            laatste.append(a)
    return laatste


def _geeindigd(w: Wereld, a: str) -> tuple[date, str]:
    """When a dead end ended, and its id for two on one day."""
    eind = einde(w, a)
    assert eind is not None, "asked of dead ends only"
    return eind, aanpak(w, a).id


def _stand_van(w: Wereld, kader: str, a: str, begrip: str) -> Stand | None:
    """The row of one last aanpak; None when nothing at all is known."""
    takken = takken_van(w, kader, a, begrip)
    geteld = [m for m in takken if m is not None]
    if not geteld:
        return None
    uitkomst = samen(None if m is None else bekend(w, m, begrip) for m in takken)
    laatste = max(geteld, key=lambda m: (m.moment, m.id))
    is_open = None if uitkomst is None else uitkomst in OPEN
    sinds = [_open_sinds(w, m, begrip) for m in geteld if bekend(w, m, begrip) in OPEN]
    return Stand(
        kader=kader,
        aanpak=a,
        begrip=begrip,
        uitkomst=uitkomst or NIET_BEOORDEELD,
        peiljaar=laatste.peiljaar,
        moment=laatste.moment,
        bewijs=zwakste_bewijs(geteld),
        rapport=laatste.rapport,
        open=is_open,
        sinds=min(sinds) if is_open else None,
        niet_meer_in_kader=niet_meer_in_kader(w, kader, begrip),
    )


def takken_van(w: Wereld, kader: str, a: str, begrip: str) -> list[Meting | None]:
    """The metingen that count for one last aanpak, one per branch; None is an unknown branch."""
    eigen = [m for m in metingen_van(w, kader, [a]) if bekend(w, m, begrip) is not None]
    takken: list[Meting | None] = [eigen[-1]] if eigen else _takken(w, kader, a, begrip)
    return takken + _later_naast(w, kader, a, begrip, takken)


def _takken(w: Wereld, kader: str, a: str, begrip: str) -> list[Meting | None]:
    """What ran into an aanpak: the meting that counts of each predecessor, else of its predecessors in turn.

    One flat list: branches combine once, at the end. Combining at each merge on the way would lose what
    is known (voldoet beside an unknown branch, combined early, becomes an unknown branch itself).
    """
    takken: list[Meting | None] = []
    for p in sorted(voorgangers(w, a)):
        spreekt_mee = [
            m for m in metingen_van(w, kader, [p]) if bekend(w, m, begrip) is not None and not staat_naast(w, m)
        ]
        if spreekt_mee:
            takken.append(spreekt_mee[-1])
        elif voorgangers(w, p):
            takken += _takken(w, kader, p, begrip)
        else:
            takken.append(None)
    return takken


def _later_naast(w: Wereld, kader: str, a: str, begrip: str, takken: list[Meting | None]) -> list[Meting | None]:
    """What an ancestor that is no last aanpak was last known for: beside its successors, later than the branches."""
    laatst = max((m.moment for m in takken if m is not None), default=date.min)
    laatste = set(laatste_aanpakken(w, kader))
    erbij: list[Meting | None] = []
    for p in sorted(herkomst(w, a) - laatste):
        bekende = [m for m in metingen_van(w, kader, [p]) if bekend(w, m, begrip) is not None]
        if bekende and staat_naast(w, bekende[-1]) and bekende[-1].moment > laatst:
            erbij.append(bekende[-1])
    return erbij


def _open_sinds(w: Wereld, m: Meting, begrip: str) -> int:
    """The peiljaar since which an oordeel has been open, on its aanpak and all from which that descends."""
    tot_dan = [
        n
        for n in metingen_van(w, m.kader, {m.aanpak} | herkomst(w, m.aanpak))
        if n.moment <= m.moment and bekend(w, n, begrip) is not None
    ]
    eerder_goed = [n.moment for n in tot_dan if bekend(w, n, begrip) == VOLDOET and n.moment < m.moment]
    return min(
        n.peiljaar for n in tot_dan if bekend(w, n, begrip) in OPEN and (not eerder_goed or n.moment > max(eerder_goed))
    )
