"""Three fictional leveringen one after another: known since 2020, since 2022, and one that is not public yet."""

from __future__ import annotations

from pathlib import Path

from tests.queries.hulp import oordelen, schrijf_levering
from tests.queries.schetsen import KADER

#: The rapport that is not public yet.
GEHEIM = "Het geheime rapport"
_KOP = "levering_id|formaat|aanvaard_op|concept|fictief"


def _rapport(nummer: int, titel: str, jaar: int, meting: str) -> dict[str, str]:
    """A levering of one rapport with one meting of aanpak a."""
    tabellen = {naam: tekst.replace("|r1", f"|r{nummer}") for naam, tekst in oordelen(meting).items()}
    return tabellen | {"rapporten": f"rapport_id|titel|gepubliceerd\nr{nummer}|{titel}|{jaar}"}


LEVERINGEN = {
    # b1 and b2 open
    "eerste": KADER
    | {"aanpakken": "aanpak_id|gemeente_code|aanpak\na|FG0001|Aanpak A"}
    | _rapport(1, "Het eerste rapport", 2019, "a 2019-06-01 ed b1=X b2=X")
    | {"levering": f"{_KOP}\neerste|1|2020-12-31|nee|ja"},
    # b1 picked up
    "tweede": _rapport(2, "Het tweede rapport", 2021, "a 2021-06-01 ed b1=V")
    | {"levering": f"{_KOP}\ntweede|1|2022-03-01|nee|ja"},
    # b2 picked up, which nobody outside may know
    "geheim": _rapport(3, GEHEIM, 2023, "a 2023-06-01 ed b2=V") | {"levering": f"{_KOP}\ngeheim|1|2023-09-01|ja|ja"},
}


def schrijf(map_: Path) -> Path:
    """Write the three below a folder, and return that folder."""
    doel = map_ / "leveringen"
    doel.mkdir(parents=True)
    for naam, schets in LEVERINGEN.items():
        schrijf_levering(map_ / naam, schets).rename(doel / naam)
    return doel
