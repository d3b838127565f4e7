"""What the tests of a voorstel share: what the store knows, and one voorstel."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.rapporten.bekend import Bekend
from data.rapporten.voorstel import Voorstel
from tests.data.bouwdoos import Doos
from tests.data.rapporten.voorstelhulp import kennis, vervolg, winkel


@pytest.fixture
def weten(doos: Doos) -> Bekend:
    """What the store of the small set knows."""
    return kennis(winkel(doos))


@pytest.fixture
def voorstel(weten: Bekend, tmp_path: Path) -> Voorstel:
    """The follow-up of 2016: oordeel 1 is ✓ on i1, oordeel 2 is X on i2."""
    return vervolg().maak(tmp_path / "voorstel", weten)
