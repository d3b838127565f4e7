"""The databases behind the pages that are timed: the shipped reports, and a fictional country with a full map in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from itertools import combinations
from pathlib import Path
from random import Random
from urllib.parse import urlencode

from data.gebouwd.openen import huidig_bestand
from data.voorbeeld import maak
from data.voorbeeld.schrijven import Levering
from queries import Bron
from tests.prestatie.gegevens import MAP, WORTEL, ZAAD

HIER = Path(__file__).parent
GEMEENTEN, JAREN = 342, 8
#: The full map: a kader of so many indicatoren under so many themas, of which every gemeente has every verdict twice.
INDICATOREN, THEMAS = 60, 5
VAN, NAAR = 2023, 2024
KADER = "Volle kaart (fictief)"
_VOORAF = ("voldoet", "verbeterpunt", "verbeterpunt", "verbeterpunt", "gemengd")
_DAARNA = ("voldoet", "voldoet", "verbeterpunt", "gemengd", "niet_beoordeeld")
_TEKEN = {"voldoet": "✓", "verbeterpunt": "X", "gemengd": "✓X", "niet_beoordeeld": ""}


#: Choices of everything there is, which narrow nothing: each combination of them is another question, asked of the same
#: facts.
_ALLES: dict[str, dict[str, list[str]]] = {
    "echt": {
        "thema": ["Toeleiding", "De aanpak", "Samenwerking", "Continu"],
        "gemeente": ["Alkmaar", "Leeuwarden"],
        "provincie": ["Noord-Holland", "Fryslân"],
        "bewijs": ["hertoets van de verbeterpunten", "mondelinge rapportage door de gemeente"],
    },
    "groot": {
        "thema": [f"Thema nummer {nr + 1}" for nr in range(THEMAS)],
        "onderwerp": ["Beleid, visie en gezamenlijke doelen"],
        "bewijs": ["volledige toets"],
        "status": ["opgepakt", "deels opgepakt", "niet opgepakt", "niet beoordeeld", "behouden", "teruggevallen"],
    },
}
_VAST = {
    "echt": {"kader": "GGSR beleid", "periode": "2013 → 2014"},
    "groot": {"kader": KADER, "periode": f"{VAN} → {NAAR}"},
}


def adressen(plek: str, hoeveel: int) -> list[str]:
    """So many selections that show the whole map of `echt` or `groot`, as they stand in a link."""
    keuzes = _ALLES[plek]
    sets = [{naam: keuzes[naam] for naam in namen} for n in range(len(keuzes) + 1) for namen in combinations(keuzes, n)]
    if hoeveel > len(sets):
        raise ValueError(f"er zijn maar {len(sets)} keuzes, dus hoogstens {len(sets) - 1} rondes")
    return [urlencode(_VAST[plek] | keuze, doseq=True) for keuze in sets[:hoeveel]]


def echt() -> Path:
    """The folder with the database of the shipped leveringen."""
    return _gebouwd(MAP / "browser-echt", None)


def groot() -> Path:
    """The folder with that of 342 fictional gemeenten over eight years, and of the full map."""
    leveringen = MAP / f"browser-{GEMEENTEN}x{JAREN}-{ZAAD}"
    if not (leveringen / "volle-kaart" / "levering.csv").exists():
        shutil.rmtree(leveringen, ignore_errors=True)
        maak(leveringen, gemeenten=GEMEENTEN, jaren=JAREN, zaad=ZAAD)
        schrijf_volle_kaart(leveringen / "volle-kaart")
    return _gebouwd(MAP / "browser-groot", leveringen)


def een_gemeente() -> str:
    """The name of one gemeente of the full map."""
    rijen = Bron(huidig_bestand(groot())).vraag("gemeenten_met_meting", kader="vol", met_opgegaan=False)
    return str(rijen["gemeente"].iloc[0])


def _gebouwd(map_: Path, leveringen: Path | None) -> Path:
    """Build into a folder what is not there yet."""
    keuze = ["--leveringen", str(leveringen)] if leveringen else []
    omgeving = os.environ | {"VERBETERPUNTEN_MAP": str(map_)}
    subprocess.run([sys.executable, "-m", "data", "bouw", *keuze], cwd=WORTEL, env=omgeving, check=True)
    return map_


def schrijf_volle_kaart(map_: Path) -> None:
    """Write one kader, and of every gemeente one aanpak with two metingen that judge all of it."""
    dobbel = Random(ZAAD)
    with Levering(map_, "Verzonnen: één kader waarvan elke gemeente elk oordeel twee keer heeft.") as levering:
        _schrijf_kader(levering)
        for nr in range(1, GEMEENTEN + 1):
            levering.rij("aanpakken", aanpak_id=f"vol-{nr:04}", gemeente_code=f"FG{nr:04}", aanpak="Vaste Lijn")
            for jaar in (VAN, NAAR):
                _schrijf_meting(levering, dobbel, nr, jaar)


def _schrijf_kader(levering: Levering) -> None:
    levering.rij("kaders", kader_id="vol", kader=KADER, niveau="beleid")
    levering.rij("edities", editie_id="vol-1", kader_id="vol", editie="eerste editie", volgorde=1, volledig="ja")
    for nr in range(THEMAS):
        levering.rij(
            "themas", thema_id=f"vol-t{nr}", editie_id="vol-1", thema=f"Thema nummer {nr + 1}", volgorde=nr + 1
        )
    for nr in range(INDICATOREN):
        levering.rij(
            "indicatoren", indicator_id=f"vol-i{nr:02}", editie_id="vol-1", volgorde=nr + 1,
            thema_id=f"vol-t{nr * THEMAS // INDICATOREN}", kort=f"Afspraken over onderdeel {nr + 1}",
            indicator=f"De gemeente en haar partners hebben afspraken gemaakt over onderdeel {nr + 1}",
        )  # fmt: skip
        levering.rij("indicator_onderwerp", indicator_id=f"vol-i{nr:02}", onderwerp_id="beleid-en-visie")


def _schrijf_meting(levering: Levering, dobbel: Random, nr: int, jaar: int) -> None:
    """One meting with its rapport; what is found later depends on nothing, so that every status occurs."""
    meting, rapport = f"vol-{nr:04}-{jaar}", f"vol-{nr:04}-{jaar}-r"
    levering.rij(
        "rapporten", rapport_id=rapport, titel=f"Fictief rapport {nr} over {jaar}", uitgever="Fictieve inspectie",
        gepubliceerd=f"{jaar + 1}-01", soort="fictief rapport",
    )  # fmt: skip
    levering.rij(
        "metingen", meting_id=meting, aanpak_id=f"vol-{nr:04}", editie_id="vol-1", peiljaar=jaar,
        bezoek_op=f"{jaar}-06-01", bewijs="volledige_toets", dekking="heel_kader", basis="Gesprekken (fictief).",
    )  # fmt: skip
    levering.rij("meting_rapport", meting_id=meting, rapport_id=rapport)
    for indicator in range(INDICATOREN):
        uitkomst = dobbel.choice(_VOORAF if jaar == VAN else _DAARNA)
        levering.rij(
            "oordelen", meting_id=meting, indicator_id=f"vol-i{indicator:02}", rapport_id=rapport, uitkomst=uitkomst,
            teken_gedrukt=_TEKEN[uitkomst], toelichting="Verzonnen toelichting." if uitkomst != "voldoet" else "",
            vindplaats=f"Tabel, rij {indicator + 1}",
        )  # fmt: skip
