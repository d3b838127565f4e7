"""Two servers on one folder: one waits or is told, and nothing of what either was told is done gets lost."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from data.aanvaarding.wijzigen import schrijf_levering
from data.bouw.bouwen import bouw
from data.bouw.maken import bouwwijze
from data.gebouwd import openen
from data.instellingen import PRODUCT
from data.levering.leveringen import zoek
from tests.data.winkeldoos import Winkeldoos, vervolg
from tests.fouten.conftest import Boek
from tests.fouten.test_kill import MET, ZONDER, i2

KEER = 10
SERVER = """
import sys
from datetime import UTC, datetime
from data.aanvaarding import vastleggen
from data.bouw import bouwen
from data.fouten import Bezet, LeveringGeweigerd, LeveringOnbekend, Verouderd
from data.aanvaarding.wijzigen import schrijf_levering, trek_in
from tests.data.winkeldoos import vervolg

bouwen.NASLAG = ()
for regel in sys.stdin:
    wat, naam = regel.split()
    try:
        if wat == "aanvaard":
            schrijf_levering(vervolg(naam, uitkomst="verbeterpunt"), door="i")
        elif wat == "trek-in":
            trek_in(naam, reden="vergissing", door="i")
        else:
            bouwen.bouw()
    except (Bezet, LeveringGeweigerd, LeveringOnbekend, Verouderd) as fout:
        print(type(fout).__name__, flush=True)
    else:
        print("gedaan", flush=True)
"""
#: What both do at one moment, and how they may come out; what is told is not done.
PAREN = {
    "aanvaarden en aanvaarden": (("aanvaard a", "aanvaard b"), "aanvaard"),
    "intrekken en bouwen": (("trek-in vervolg", "bouw -"), "trek-in"),
    "intrekken en intrekken": (("trek-in vervolg", "trek-in vervolg"), "trek-in"),
    "bouwen en bouwen": (("bouw -", "bouw -"), "bouw"),
}


def _server() -> subprocess.Popen[str]:
    pijp = subprocess.PIPE
    return subprocess.Popen(
        [sys.executable, "-c", SERVER], cwd=PRODUCT, env=os.environ.copy(), stdin=pijp, stdout=pijp, text=True
    )


@pytest.mark.duur
@pytest.mark.parametrize("paar", PAREN)
def test_tegelijk(winkel: Winkeldoos, boek: Boek, paar: str) -> None:
    """Both are done, or one is told; what was done is in store and in the figures, what was told is nowhere."""
    opdrachten, soort = PAREN[paar]
    gezegd: Counter[str] = Counter()
    verloren = 0
    servers = [_server(), _server()]
    for _ in range(KEER):
        if soort != "aanvaard":
            with winkel.zonder_bouwen():
                schrijf_levering(vervolg(uitkomst="verbeterpunt"), door="i")
        if soort == "trek-in":
            bouw()
        uitkomsten = _beide(servers, opdrachten)
        gezegd.update(uitkomsten)
        verloren += not _klopt(winkel, soort, uitkomsten)
        for naam in set(winkel.mappen()) - {"feiten", "kader"}:
            for pad in sorted((winkel.map / naam).iterdir()):
                pad.unlink()
            (winkel.map / naam).rmdir()
        bouw()
    for server in servers:
        server.communicate(timeout=60)
    boek(f"twee servers: {paar}", geprobeerd=KEER, binnen=KEER, verloren=verloren)
    assert gezegd["gedaan"] >= KEER
    assert set(gezegd) <= {"gedaan", "Bezet", "LeveringGeweigerd", "LeveringOnbekend"}


def _beide(servers: list[subprocess.Popen[str]], opdrachten: tuple[str, str]) -> list[str]:
    for server, opdracht in zip(servers, opdrachten, strict=True):
        assert server.stdin is not None
        print(opdracht, file=server.stdin, flush=True)
    antwoorden = []
    for server in servers:
        assert server.stdout is not None
        antwoorden.append(server.stdout.readline().strip())
    return antwoorden


def _klopt(winkel: Winkeldoos, soort: str, uitkomsten: list[str]) -> bool:
    """Whether store and figures are what they said."""
    erbij = set(winkel.mappen()) - {"feiten", "kader"}
    nu: Path = openen.houd_heel(winkel.thuis, bouwwijze())
    if soort == "aanvaard":
        goed = len(erbij) == uitkomsten.count("gedaan") == 1 and i2(nu) == MET
    elif soort == "trek-in":
        goed = erbij == {"vervolg", "vervolg-ingetrokken"} and i2(nu) == ZONDER
    else:
        goed = erbij == {"vervolg"} and i2(nu) == MET
    return goed and zoek([winkel.map])[1] == []
