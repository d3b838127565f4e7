"""This part of the benchmark: what a page asks, in turn with a bare scan of the columns that it needs."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable
from statistics import median

import duckdb

from data.gebouwd.openen import open_lezend
from queries import Bron
from tests.orakel import cel, eenheid
from tests.prestatie.gegevens import Maat
from tests.prestatie.meten import Verschil, belasting
from tests.prestatie.paginas.vragen import Vraag, gebouwd, kale_scans, sql, vragen
from tests.prestatie.uitslag import Doel, Uitslag

#: At most so many times as long as the bare scan, or so many seconds, whichever is more.
KEER, VLOER = 1.2, 0.015
STATUSSEN = (
    "opgepakt", "deels_opgepakt", "niet_opgepakt", "behouden", "teruggevallen", "niet_beoordeeld",
    "nog_niet_hertoetst", "vervallen",
)  # fmt: skip


def draai(maat: Maat, rondes: int) -> Uitslag:
    """Hold the cells against the oracle, then ask each question in turn with its bare scan. Raises Verschil."""
    bestand = gebouwd(maat)
    bron, con = Bron(bestand), open_lezend(bestand)
    alle = list(vragen(con))
    controleer(bron, con, alle)
    cijfers: dict[str, dict[str, float]] = {}
    for vraag in alle:
        cijfers[vraag.naam] = _meet(bron, con, vraag, rondes)
    grootte = bestand.stat().st_size
    per_vraag = [_doel(naam, gemeten) for naam, gemeten in cijfers.items()]
    binnen, alle_doelen = sum(bool(doel.gehaald) for doel in per_vraag), len(per_vraag)
    wens = f"paginavragen binnen {KEER} × de kale scan of {1000 * VLOER:.0f} ms"
    return Uitslag(
        [Doel(wens, f"alle {alle_doelen}", float(binnen), binnen == alle_doelen)],
        {"vragen": cijfers, "bytes": grootte, "rondes": rondes, "belasting": belasting()},
        per_vraag,
    )


def controleer(bron: Bron, con: duckdb.DuckDBPyConnection, alle: list[Vraag]) -> None:
    """The heatmap per gemeente by the oracle's rule, and all figures by each other. Raises Verschil."""
    for vraag in alle:
        if vraag.bestand != "heatmap" or "gefilterd" in vraag.naam:
            continue
        heatmap = bron.vraag("heatmap", **vraag.parameters)
        totaal = bron.vraag("totalen", **vraag.parameters).iloc[0]
        per_gemeente = bron.vraag("cijfers", **vraag.parameters)
        for veld in ("vastgesteld", "beoordeeld", "opgepakt", "vervallen"):
            if totaal[veld] != per_gemeente[veld].sum():
                raise Verschil(f"{vraag.naam}: {veld} van totalen is niet de som van cijfers")
        if vraag.parameters["eenheid"] == "gemeente":
            velden = ("kolom_nr", "begrip_nr", "status_nr", "was_verbeterpunt")
            gegeven = set(zip(*(heatmap[veld] for veld in velden), strict=True))
            if gegeven != _cellen(con, vraag) or len(heatmap) != totaal["cellen"]:
                raise Verschil(f"{vraag.naam}: de cellen zijn niet die van het orakel")


def _cellen(con: duckdb.DuckDBPyConnection, vraag: Vraag) -> set[tuple[int, int, int, bool]]:
    """The cells of the gemeenten, put together in Python from the steps."""
    rijen: dict[tuple[int, int], list[tuple[int, bool]]] = defaultdict(list)
    for gemeente, begrip, status, was in con.execute(sql("stappen"), vraag.getallen).fetchall():
        rijen[gemeente, begrip].append((status, was))
    uit = set()
    for (gemeente, begrip), stappen in rijen.items():
        punten = [STATUSSEN[status - 1] for status, was in stappen if was]
        woord = eenheid(punten) if punten else cel(STATUSSEN[status - 1] for status, _ in stappen)
        uit.add((gemeente, begrip, STATUSSEN.index(woord) + 1, bool(punten)))
    return uit


def _meet(bron: Bron, con: duckdb.DuckDBPyConnection, vraag: Vraag, rondes: int) -> dict[str, float]:
    """Medians of question and bare scan: seconds on the wall and of the processor; and the rows of the answer."""
    kaal = kale_scans()[vraag.kaal]
    getallen = {naam: waarde for naam, waarde in vraag.getallen.items() if f"${naam}" in kaal}
    antwoord = bron.vraag(vraag.bestand, **vraag.parameters)
    con.execute(kaal, getallen).df()
    tijden = defaultdict(list)
    for _ in range(rondes):
        for wie, doe in (
            ("vraag", lambda: bron.vraag(vraag.bestand, **vraag.parameters)),
            ("kaal", lambda: con.execute(kaal, getallen).df()),
        ):
            wand, processor = _duur(doe)
            tijden[wie].append(wand)
            tijden[f"{wie}_processor"].append(processor)
    return {wie: median(gemeten) for wie, gemeten in tijden.items()} | {"rijen": len(antwoord)}


def _duur(doe: Callable[[], object]) -> tuple[float, float]:
    wand, processor = time.perf_counter(), time.process_time()
    doe()
    return time.perf_counter() - wand, time.process_time() - processor


def _doel(naam: str, gemeten: dict[str, float]) -> Doel:
    """Whether a question takes no longer than it may; its figure is in milliseconds."""
    mag = max(KEER * gemeten["kaal"], VLOER)
    return Doel(f"pagina: {naam}", f"≤ {1000 * mag:.1f} ms", 1000 * gemeten["vraag"], gemeten["vraag"] <= mag)
