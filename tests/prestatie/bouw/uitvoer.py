"""A large table as CSV beside a bare COPY of the same rows: in turn, each checked against the rows of the other."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median

import duckdb

from pagina.uitvoer.inhoud.stuk_van import stuk_van
from pagina.uitvoer.inhoud.velden import NAUWER
from pagina.uitvoer.vormen.csv import schrijf_tabel
from queries import Bron
from queries.loper import gebonden
from tests.prestatie.bouw.vragen import sql
from tests.prestatie.meten import hoe_vaak

#: What every parameter of opvolging_tabel is when nothing is chosen; `kader` comes on top.
ALLES: Mapping[str, object] = dict.fromkeys((*NAUWER, "periode", "statussen")) | {"verloop": False}


def meet(database: Path, map_: Path, rondes: int) -> dict[str, dict[str, list[float]]]:
    """Per table the seconds of the processor that the product and a bare COPY take, and on the clock; and its rows."""
    uit = {}
    with duckdb.connect() as con:
        con.execute(sql("open_kaal").format(pad=database))
        ((kader,),) = con.execute(sql("grootste_kader")).fetchall()
        vragen = {
            "opvolging_tabel": ("opvolging_tabel", {**ALLES, "kader": kader}),
            "oordelen": ("bekijk", {"view": "oordelen"}),
        }
        bron_ = Bron(database)
        for vraag, (naam, waarden) in vragen.items():
            stuk = stuk_van(bron_, vraag, waarden if vraag == naam else {})
            tekst, gebonden_waarden = gebonden(naam, waarden)
            kaal = sql("kale_kopie").format(vraag=tekst, pad=map_ / "kaal.csv")

            def product() -> None:
                with (map_ / "product.csv").open("wb") as naar:
                    schrijf_tabel(stuk, "rfc4180", naar)  # noqa: B023 - called before the next

            doen: dict[str, Callable[[], object]] = {
                "product": product,
                "kaal": lambda: con.execute(kaal, gebonden_waarden),  # noqa: B023
            }
            uit[vraag] = _in_beurten(doen, rondes) | {"rijen": [float(stuk.tabel.aantal)]}
            _controleer(stuk.tabel.aantal, map_)
    return uit


def _in_beurten(doen: Mapping[str, Callable[[], object]], rondes: int) -> dict[str, list[float]]:
    """So many rounds; where the first takes long, fewer."""
    tijden: dict[str, list[float]] = {f"{wie} {klok}": [] for wie in doen for klok in ("cpu", "wand")}
    ronde = 0
    while ronde < rondes:
        for wie, doe in doen.items():
            cpu, wand = time.process_time(), time.perf_counter()
            doe()
            tijden[f"{wie} cpu"].append(time.process_time() - cpu)
            tijden[f"{wie} wand"].append(time.perf_counter() - wand)
        ronde += 1
        rondes = hoe_vaak(max(tijden[f"{wie} wand"][0] for wie in doen), rondes)
    return tijden


def _controleer(aantal: int, map_: Path) -> None:
    """Both files have a head and every row, one per line: no fictional text has a line break."""
    for naam in ("product.csv", "kaal.csv"):
        with (map_ / naam).open("rb") as bestand:
            regels = sum(1 for _ in bestand)
        assert regels == aantal + 1, (naam, regels, aantal)
        (map_ / naam).unlink()


def keer(tijden: Mapping[str, list[float]], klok: str = "cpu") -> float:
    """How many times as long the product takes."""
    return median(tijden[f"product {klok}"]) / median(tijden[f"kaal {klok}"])
