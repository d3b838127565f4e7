"""Which facts and which method: one row."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from data.afleiding.methode import METHODEVERSIE
from data.bouw.bouwen import bouw
from queries import Bron
from tests.geleverd import VIER
from tests.queries.hulp import schrijf_levering
from tests.queries.schetsen import FUSIES


def test_een_rij(bron: Bron) -> None:
    (rij,) = bron.vraag("dataset").to_dict("records")
    assert re.fullmatch(r"[0-9a-f]{12}", rij["datasetversie"])
    assert rij["methodeversie"] == METHODEVERSIE
    # four rapporten, their kaders and the lists were all accepted on that day
    assert rij["kennisdatum"].date() == bron.laatst_aanvaard == dt.date(2026, 11, 22)
    assert not rij["bevat_fictief"]
    assert not rij["alles_fictief"]


def test_fictief_staat_erbij(verzonnen: Callable[[Mapping[str, str]], Bron], bron: Bron) -> None:
    fictief = verzonnen(FUSIES)
    assert fictief.bevat_fictief
    assert fictief.alles_fictief
    assert bool(fictief.vraag("dataset").loc[0, "bevat_fictief"])
    assert fictief.datasetversie != bron.datasetversie


def test_fictief_naast_echt_is_niet_alles(tmp_path: Path) -> None:
    fictief = schrijf_levering(tmp_path, FUSIES)
    gemengd = Bron(bouw([*VIER, fictief], naar=tmp_path / "gemengd.duckdb").bestand)
    assert gemengd.bevat_fictief
    assert not gemengd.alles_fictief
