"""What stands in a folder of leveringen: folders with tables, and what would otherwise be passed over in silence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from data.fouten import Fout
from data.levering import controlegetallen

#: Begin of the name of a folder from which leveringen are being put back; when that is cut off, it stays.
TERUGZETTEN = ".terugzetten-"


def met_tabellen(map_: Path) -> Iterator[Path]:
    """A folder, if it holds tables, and those under it; the original beside the tables of a levering is no table."""
    inhoud = sorted(map_.iterdir())
    if any(is_tabel(pad) for pad in inhoud):
        yield map_
    over = {controlegetallen.BRON} if (map_ / "levering.csv").is_file() else set()
    for pad in inhoud:
        if pad.is_dir() and not pad.is_symlink() and not pad.name.startswith(".") and pad.name not in over:
            yield from met_tabellen(pad)


def is_tabel(pad: Path) -> bool:
    """Whether a file means to be a table: on some machines Oordelen.CSV is oordelen.csv, so case is no escape."""
    return pad.suffix.lower() == ".csv" and pad.is_file()


def wat_er_niet_hoort(map_: Path) -> Iterator[Fout]:
    """What was put or left in a folder by something else than the product, and a backup that was put back by half."""
    yield from _wat_er_niet_hoort(map_, map_.parent)
    if any(map_.glob(f"{TERUGZETTEN}*")):
        mis = "een reservekopie is niet helemaal teruggezet"
        yield Fout(str(map_), 0, "", mis, "dat u haar nog eens terugzet (python -m data terugzetten)")


def _wat_er_niet_hoort(map_: Path, boven: Path) -> Iterator[Fout]:
    for pad in sorted(map_.iterdir()):
        naam = pad.relative_to(boven).as_posix()
        if pad.name.startswith("."):
            continue
        if pad.is_symlink():
            yield Fout(naam, 0, "", "dit is een verwijzing naar elders", "het bestand of de map zelf")
        elif pad.suffix.lower() == ".csv" and not pad.is_file():
            yield Fout(naam, 0, "", "dit is geen bestand", "een tabel")
        elif pad.is_dir():
            yield from _wat_er_mist(pad, naam) if _is_half(pad) else _wat_er_niet_hoort(pad, boven)


def _is_half(map_: Path) -> bool:
    """Whether a folder is empty, or holds what only stands beside a levering.csv."""
    inhoud = {pad.name for pad in map_.iterdir()}
    return not inhoud or (
        "levering.csv" not in inhoud and bool(inhoud & {controlegetallen.BRON, controlegetallen.BESTAND})
    )


def _wat_er_mist(map_: Path, naam: str) -> Iterator[Fout]:
    mis = "in deze map staat een halve levering" if any(map_.iterdir()) else "deze map is leeg"
    yield Fout(naam, 0, "", mis, "een hele levering, of geen map")
