"""Two dashboards behind one nginx, as docs/server/nginx.conf has it: readers move over, none fails, none mixes."""

from __future__ import annotations

import os
import re
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Self
from urllib.request import urlopen

import pytest

from tests.browser.conftest import draai
from tests.lake.boedel import publiceer, reeks
from tests.lake.lezer import bezoek
from tests.nginx import nginx

LEZERS = 4
#: How often a visitor looks before another comes in their place.
BEZOEKEN = 5
GEDULD = 90.0
TITEL = re.compile(rb"Rapport nummer (\d+);")


class Drukte:
    """Readers who look on and on; `gezien` has per visitor the versions they saw, `fouten` what went wrong."""

    def __init__(self, adres: str, nummers: dict[str, int]) -> None:
        self._adres, self._nummers = adres, nummers
        self._klaar = threading.Event()
        self._laatste = [-1] * LEZERS
        self.gezien: list[list[int]] = []
        self.fouten: list[BaseException | str] = []
        self._draden = [threading.Thread(target=self._lees, args=(plek,)) for plek in range(LEZERS)]

    def __enter__(self) -> Self:
        for draad in self._draden:
            draad.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._klaar.set()
        for draad in self._draden:
            draad.join()

    def wacht_op(self, nummer: int) -> None:
        """Wait until every reader saw this version."""
        einde = time.monotonic() + GEDULD
        while min(self._laatste) < nummer and not self.fouten:
            assert time.monotonic() < einde, f"niet iedereen zag versie {nummer}: {self._laatste}"
            time.sleep(0.05)

    def _lees(self, plek: int) -> None:
        try:
            while not self._klaar.is_set():
                with bezoek(self._adres) as lezer:
                    gezien: list[int] = []
                    self.gezien.append(gezien)
                    for _ in range(BEZOEKEN):
                        versie, alles = lezer.bekijk("bronnen")
                        nummer = self._nummers[versie]
                        titels = {int(titel) for titel in TITEL.findall(alles)}
                        if titels != set(range(nummer + 1)):
                            self.fouten.append(f"versie {nummer} toont {sorted(titels)}")
                        gezien.append(nummer)
                        self._laatste[plek] = nummer
                        self._klaar.wait(0.2)
        except Exception as fout:  # noqa: BLE001 - whatever it is, the test tells it
            self.fouten.append(fout)


@pytest.mark.duur
@pytest.mark.parametrize("keer", [8])
def test_lezers_stappen_over_terwijl_er_wordt_gepubliceerd(
    keer: int, nieuw_lake: Callable[[], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A session reads on while the version changes under it; every page is whole and of one version, which never goes
    back; a visitor stays with one replica, and when that stops, with the other."""
    monkeypatch.setattr("data.bouw.bouwen.NASLAG", ())
    stappen, waar = reeks(tmp_path, keer + 1), nieuw_lake()
    nummers = {gebouwd.datasetversie: nummer for nummer, gebouwd in enumerate(stappen)}
    publiceer(waar, stappen[0], bestanden=tmp_path / "parquet")
    with ExitStack() as blijft, ExitStack() as stopt:
        replicas = []
        for naam, stapel in (("een", blijft), ("twee", stopt)):
            eigen = {"VERBETERPUNTEN_MAP": str(tmp_path / naam), "VERBETERPUNTEN_OPSLAG": waar}
            eigen |= {"VERBETERPUNTEN_VOORSTELLEN": str(tmp_path / "voorstellen")}
            loopt = draai(programma="dashboard.py", omgeving=os.environ | eigen, logboek=tmp_path / f"{naam}.log")
            replicas.append(stapel.enter_context(loopt))
        voordeur = blijft.enter_context(nginx(tmp_path / "nginx", replicas))
        adres = voordeur.adres
        monkeypatch.setenv("SSL_CERT_FILE", str(voordeur.certificaat))
        with Drukte(adres, nummers) as drukte:
            drukte.wacht_op(0)
            for nummer in range(1, keer + 1):
                publiceer(waar, stappen[nummer])
                drukte.wacht_op(nummer)
        assert drukte.fouten == []
        assert all(gezien == sorted(gezien) for gezien in drukte.gezien)
        for _ in range(20):
            with urlopen(f"{adres}/_stcore/health", timeout=GEDULD) as antwoord:
                assert antwoord.status == 200
        _een_plek_per_bezoeker(voordeur.map / "bezoek.log", replicas)
        stopt.close()
        for _ in range(4):
            with bezoek(adres) as lezer:
                assert lezer.bekijk("bronnen")[0] == stappen[-1].datasetversie


def _een_plek_per_bezoeker(logboek: Path, replicas: list[str]) -> None:
    """From its first request on, a visitor was sent to one replica; and both had visitors."""
    plekken = defaultdict(set)
    for regel in logboek.read_text(encoding="utf-8").splitlines():
        koekje, *_, adres = regel.replace("replica=", "").replace(";", "").split()
        if koekje == "-":
            koekje = regel.split("replica=")[1].split(";")[0]
        plekken[koekje].add(adres)
    assert len(plekken) > LEZERS
    assert all(len(adressen) == 1 for adressen in plekken.values()), plekken
    assert set.union(*plekken.values()) == {adres.removeprefix("http://") for adres in replicas}
