"""Which pair of years Overzicht opens a kader with, without a proposal and with it, in sentences. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pagina._inlezen.verandering import Verandering, jaren
from pagina.beeld import zinnen
from pagina.beeld.telling import opent_met
from pagina.delen.gegevens import Rij

#: The rows of periodes.sql per kader, by its id and name.
Perioden = Mapping[tuple[str, str], list[Rij]]


def perioden(rijen: Callable[..., list[Rij]]) -> Perioden:
    """What the first page chooses from in one database; `rijen` answers a query by its name and parameters."""
    return {
        (kader["kader_id"], kader["kader"]): rijen("periodes", kader=kader["kader_id"], verloop=False)
        for kader in rijen("kaders")
    }


def begin_overzicht(voor: Perioden, na: Perioden) -> list[Verandering]:
    """What the first page shows otherwise: per kader, the pair of years that it opens with, or a new one beside it."""
    gezegd = ((kader, _begin(voor.get(kader, []), na.get(kader, []))) for kader in sorted(voor.keys() | na.keys()))
    return [Verandering("Overzicht", naam, (zin,)) for (_, naam), zin in gezegd if zin]


def _begin(oud: list[Rij], nieuw: list[Rij]) -> str:
    nu, straks = ((eerst := opent_met(paren)) and jaren(eerst) for paren in (oud, nieuw))
    if nu != straks:
        return f"begint nu met {_met_aantal(oud)}, straks met {_met_aantal(nieuw)}"
    bekend = {jaren(paar) for paar in oud}
    erbij = [jaren(paar) for paar in nieuw if paar["jaar_naar"] is not None and jaren(paar) not in bekend]
    komt = zinnen.meervoud(len(erbij), "komt", "komen")
    return f"blijft beginnen met {_met_aantal(nieuw)}; {zinnen.opsomming(erbij)} {komt} eronder" if erbij else ""


def _met_aantal(paren: list[Rij]) -> str:
    """The pair of years that the page opens with, and of how much it tells."""
    if (eerst := opent_met(paren)) is None:
        return "geen periode"
    punten, gemeenten = eerst["verbeterpunten"], eerst["gemeenten_met_verbeterpunt"]
    return (
        f"{jaren(eerst)} ({punten} {zinnen.meervoud(punten, 'verbeterpunt', 'verbeterpunten')} bij {gemeenten} "
        f"{zinnen.meervoud(gemeenten, 'gemeente', 'gemeenten')})"
    )
