"""Section 6, Gemeld: of which open rows of the stand the gemeente says that it was done."""

from dataclasses import dataclass
from datetime import date

from tests.orakel.lijn import bekend
from tests.orakel.standen import stand, takken_van
from tests.orakel.wereld import OPEN, Wereld


@dataclass(frozen=True)
class Melding:
    """What a reactie says of one indicator of one aanpak; `op` is the last day on which its rapport came out."""

    aanpak: str
    kader: str
    begrip: str
    op: date
    rapport: str


def gemeld(w: Wereld, meldingen: list[Melding]) -> dict[tuple[str, str, str], str]:
    """Per open row (kader, aanpak, begrip) that is gemeld the rapport that said so last."""
    gevonden = {}
    for rij in stand(w):
        if not rij.open:
            continue
        takken = [m for m in takken_van(w, rij.kader, rij.aanpak, rij.begrip) if m is not None]
        open_takken = {m.aanpak for m in takken if bekend(w, m, rij.begrip) in OPEN}
        tijdig = [m for m in meldingen if (m.kader, m.begrip) == (rij.kader, rij.begrip) and m.op >= rij.moment]
        if open_takken <= {m.aanpak for m in tijdig}:
            laatste = max((m for m in tijdig if m.aanpak in open_takken), key=lambda m: (m.op, m.rapport))
            gevonden[rij.kader, rij.aanpak, rij.begrip] = laatste.rapport
    return gevonden
