"""The part "in the browser": checks what the pages show, times them in turn, and holds them beside the goals."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import SCHAKELAARS
from tests.browser.conftest import draai as server
from tests.prestatie.browser.bezoek import Bezoek, Klik, bezoek
from tests.prestatie.browser.gegevens import GEMEENTEN, HIER, INDICATOREN, THEMAS, adressen, echt, een_gemeente, groot
from tests.prestatie.gegevens import Maat
from tests.prestatie.uitslag import Doel, Uitslag

LEEG, FIGUUR = "lege pagina", "pagina met één kleine Plotly-figuur"
#: The places of the product, with how many rows (headings too) and columns of cells their map must have.
KAARTEN = {
    "Opvolging, vier rapporten": (14, 3),
    f"aandelen, {GEMEENTEN} × {THEMAS}": (THEMAS, GEMEENTEN),
    f"statussen, {GEMEENTEN} × {INDICATOREN}": (INDICATOREN + THEMAS, GEMEENTEN),
}
#: A selection that nobody asked before, or one of which the server still has the answers.
NIEUW, BEKEND = "nieuwe keuze", "bekende keuze"
#: How many times as long as the empty page a click may take, and a first visit as the page with a figure.
DOELEN = dict(zip(KAARTEN, (2.0, 2.5, 4.0), strict=True))
EERSTE = 1.3
#: Bytes over the socket for the full map, beyond those for the same page with one gemeente.
BYTES = 60_000


class AnderePagina(AssertionError):
    """A page does not show what is to be timed."""


def draai(maat: Maat | None = None, rondes: int = 7) -> Uitslag:
    """Time the pages; the size of a benchmark says nothing here: the map is as large as the country.

    Raises AnderePagina when a map has not the rows and columns that it must have.
    """
    del maat
    with ExitStack() as stapel:
        plekken = stapel.enter_context(_servers())
        chromium = stapel.enter_context(_chromium())
        klikken = _klikken(chromium, plekken, rondes)
        bezoeken = _eerste_bezoeken(chromium, plekken, rondes)
        los = _bytes_van_een(chromium, plekken)
    vol = list(KAARTEN)[-1]
    extra = median(klik.bytes for klik in klikken[vol, NIEUW]) - los
    basis = median(klik.ms for klik in klikken[LEEG, BEKEND])
    doelen = [
        _doel(f"{naam}, {soort} / {LEEG}", hoogstens, median(k.ms for k in klikken[naam, soort]) / basis)
        for naam, hoogstens in DOELEN.items()
        for soort in (NIEUW, BEKEND)
    ]
    figuur = median(bezoeken[FIGUUR])
    doelen += [
        _doel(f"eerste bezoek {naam} / {FIGUUR}", EERSTE, median(gemeten) / figuur)
        for naam, gemeten in bezoeken.items()
        if naam != FIGUUR
    ]
    doelen.append(Doel(f"kB voor {vol}, buiten het vaste deel", "≤ 60", extra / 1000, extra <= BYTES))
    return Uitslag(doelen, _cijfers(klikken, bezoeken, extra))


def _doel(naam: str, hoogstens: float, keer: float) -> Doel:
    return Doel(naam, f"≤ {hoogstens}", keer, keer <= hoogstens)


def _cijfers(
    klikken: dict[tuple[str, str], list[Klik]], bezoeken: dict[str, list[float]], extra: float
) -> dict[str, Any]:
    per_klik = {
        f"{naam}, {soort}": {
            "ms": [round(klik.ms) for klik in gemeten],
            "server_ms": [round(klik.server) for klik in gemeten],
            "kB": median(klik.bytes for klik in gemeten) / 1000,
            "berichten": gemeten[0].berichten,
        }
        for (naam, soort), gemeten in klikken.items()
    }
    eerste = {naam: [round(ms) for ms in gemeten] for naam, gemeten in bezoeken.items()}
    return {"klik": per_klik, "eerste_bezoek_ms": eerste, "kB_buiten_vast": extra / 1000, "belasting": os.getloadavg()}


@contextmanager
def _servers() -> Iterator[dict[str, str]]:
    """The product on both databases and the two pages beside it, each on a loopback port while in use."""
    with ExitStack() as stapel, tempfile.TemporaryDirectory() as tijdelijk:
        uit = {}
        programmas = {
            "echt": ("dashboard.py", echt()), "groot": ("dashboard.py", groot()),
            LEEG: (str(HIER / "leeg.py"), Path(tijdelijk)), FIGUUR: (str(HIER / "figuur.py"), Path(tijdelijk)),
        }  # fmt: skip
        for nr, (naam, (programma, map_)) in enumerate(programmas.items()):
            eigen = {"VERBETERPUNTEN_MAP": str(map_), "VERBETERPUNTEN_VOORSTELLEN": tijdelijk, "PYTHONUTF8": "1"}
            logboek = Path(tijdelijk) / f"{nr}.log"
            uit[naam] = stapel.enter_context(server(programma=programma, omgeving=os.environ | eigen, logboek=logboek))
        yield uit


@contextmanager
def _chromium() -> Iterator[Browser]:
    """Headless Chromium, as Debian ships it."""
    pad = shutil.which(os.environ.get("VERBETERPUNTEN_BROWSER", "chromium"))
    if pad is None:
        raise FileNotFoundError("geen Chromium gevonden: installeer chromium, of wijs er een aan")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=pad, args=SCHAKELAARS)
        yield chromium
        chromium.close()


def _adressen(plekken: dict[str, str], rondes: int) -> dict[str, Sequence[str]]:
    """Per map the addresses of as many selections that show the same; in no two are the questions alike."""
    opvolging = {plek: f"{plekken[plek]}/opvolging" for plek in ("echt", "groot")}
    per_plek = {plek: adressen(plek, rondes + 1) for plek in opvolging}
    kort, aandelen, vol = KAARTEN
    return {
        kort: [f"{opvolging['echt']}?{keuze}" for keuze in per_plek["echt"]],
        aandelen: [f"{opvolging['groot']}?{keuze}&weergave=Per+thema+en+gemeente" for keuze in per_plek["groot"]],
        vol: [f"{opvolging['groot']}?{keuze}" for keuze in per_plek["groot"]],
    }


def _klikken(chromium: Browser, plekken: dict[str, str], rondes: int) -> dict[tuple[str, str], list[Klik]]:
    """A click on ‘per gemeente’ on every page, one on the empty page before each; the first round does not count."""
    uit: dict[tuple[str, str], list[Klik]] = {(LEEG, BEKEND): []}
    uit |= {(naam, soort): [] for naam in KAARTEN for soort in (NIEUW, BEKEND)}
    per_kaart, woorden = _adressen(plekken, rondes), cycle(("twee", "een"))
    with bezoek(chromium, plekken[LEEG]) as leeg:
        for ronde in range(rondes + 1):
            for naam, vorm in KAARTEN.items():
                with bezoek(chromium, per_kaart[naam][ronde]) as blad:
                    _controleer(blad, naam, vorm)
                    gezien = {(LEEG, BEKEND): leeg.klik(next(woorden)), (naam, NIEUW): blad.klik("per gemeente")}
                # another visitor: the browser has nothing of it, the server has the answers
                with bezoek(chromium, per_kaart[naam][ronde]) as blad:
                    gezien[naam, BEKEND] = blad.klik("per gemeente")
                for wat, klik in gezien.items() if ronde else ():
                    uit[wat].append(klik)
    return uit


def _controleer(blad: Bezoek, naam: str, vorm: tuple[int, int]) -> None:
    rijen, kolommen = blad.vorm()
    if (rijen, kolommen) != vorm:
        raise AnderePagina(f"{naam}: {rijen} rijen en {kolommen} kolommen, verwacht {vorm[0]} en {vorm[1]}")


def _eerste_bezoeken(chromium: Browser, plekken: dict[str, str], rondes: int) -> dict[str, list[float]]:
    """From the address to quiet, with nothing in the browser's cache, on a server that has had visitors before."""
    paden = {FIGUUR: plekken[FIGUUR], "Overzicht": plekken["echt"], "Opvolging": f"{plekken['echt']}/opvolging"}
    uit: dict[str, list[float]] = {naam: [] for naam in paden}
    for ronde in range(rondes + 1):
        for naam, adres in paden.items():
            with bezoek(chromium, adres) as blad:
                if ronde:
                    uit[naam].append(blad.geopend)
    return uit


def _bytes_van_een(chromium: Browser, plekken: dict[str, str]) -> float:
    """Bytes over the socket for the same click where one gemeente is chosen: what does not grow with the map."""
    (keuze,) = adressen("groot", 1)
    een = urlencode({"gemeente": een_gemeente()})
    with bezoek(chromium, f"{plekken['groot']}/opvolging?{keuze}&{een}") as blad:
        _controleer(blad, "één gemeente", (INDICATOREN + THEMAS, 1))
        return blad.klik("per gemeente").bytes
