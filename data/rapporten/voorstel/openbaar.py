"""What readers see of a levering that a concept replaces: all of it, as it was."""

from __future__ import annotations

from data.rapporten.bekend import Bekend
from data.rapporten.voorstel.model import Voorstel
from data.rapporten.voorstel.namen import opsomming

#: What readers look for, by table.
GETELD = {"oordelen": ("oordeel", "oordelen"), "bevindingen": ("bevinding", "bevindingen")}


def blijft_openbaar(voorstel: Voorstel, bekend: Bekend, *, concept: bool) -> str:
    """That a public levering stays in sight, in a Dutch sentence with counts; "" unless a concept would replace one."""
    oud = next((levering for levering in bekend.leveringen if levering.id == voorstel.kop["vervangt"]), None)
    if not concept or oud is None or oud.is_concept:
        return ""
    tabellen = bekend.tabellen_van(oud.id)
    aantallen = {tabel: len(tabellen.get(tabel, [])) for tabel in GETELD}
    geteld = [f"{aantal} {GETELD[tabel][aantal != 1]}" for tabel, aantal in aantallen.items()]
    return (
        f"Een concept haalt niets weg: lezers blijven de levering {oud.id} zien zoals zij nu is, met "
        f"{opsomming(geteld)}, totdat u de nieuwe levering openbaar maakt."
    )
