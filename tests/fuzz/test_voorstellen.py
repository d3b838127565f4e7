"""The folder of a voorstel, spoiled: a voorstel that the pages can go on with, or one Dutch sentence."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example
from hypothesis import strategies as st

from data.rapporten.bekend import Bekend
from data.rapporten.voorstel import (
    OngeldigeWaarde,
    Voorstel,
    VoorstelKapot,
    bewerken,
    bezwaren,
    open_voorstel,
    tabellen,
    vergelijk,
)
from data.rapporten.voorstel.map import alle, als_bestanden
from data.rapporten.voorstel.verslag import verslag
from tests.data.bouwdoos import Doos
from tests.data.rapporten.bestanden import een_zin
from tests.data.rapporten.voorstelhulp import kennis, vervolg, winkel
from tests.fuzz.bestanden import verknoei_bytes
from tests.fuzz.test_leveringen import BYTES, CEL
from tests.hoeveel import eigenschap

BESTANDEN = ("voorstel.json", "oordelen.csv", "twijfels.csv", "gelezen.csv", "document.json")
#: What may stand in a JSON file in the place of anything.
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | CEL,
    lambda deel: st.lists(deel, max_size=2) | st.dictionaries(CEL, deel, max_size=2),
    max_leaves=4,
)


@pytest.fixture(scope="module")
def gaaf(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Bekend]:
    """A whole voorstel on the small store, and what that store knows."""
    map_ = tmp_path_factory.mktemp("voorstel")
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr("data.rapporten.bekend.NASLAG", ())
        bekend_ = kennis(winkel(Doos(map_)))
        return vervolg().maak(map_ / "gaaf", bekend_).map, bekend_


def _kopie(gaaf: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    map_ = tmp_path_factory.getbasetemp() / "fuzz-voorstellen" / "voorstel"
    shutil.rmtree(map_, ignore_errors=True)
    shutil.copytree(gaaf, map_)
    return map_


@eigenschap("voorstellen en bestanden", gewoon=15, lang=1500, bestand=st.sampled_from(BESTANDEN), daden=BYTES)
def test_verknoeide_bytes(
    gaaf: tuple[Path, Bekend],
    tmp_path_factory: pytest.TempPathFactory,
    bestand: str,
    daden: list[tuple[str, int, int, bytes]],
) -> None:
    map_ = _kopie(gaaf[0], tmp_path_factory)
    (map_ / bestand).write_bytes(verknoei_bytes((map_ / bestand).read_bytes(), daden))
    _open_of_weiger(map_, gaaf[1])


@eigenschap("voorstellen en bestanden", gewoon=15, lang=1500, plek=st.integers(0, 200), waarde=JSON)
@example(plek=0, waarde="\ud800")
@example(plek=1, waarde={"naam": "../../../etc/passwd", "sha256": "a"})
@example(plek=8, waarde="\ud800")
def test_een_andere_waarde(
    gaaf: tuple[Path, Bekend], tmp_path_factory: pytest.TempPathFactory, plek: int, waarde: object
) -> None:
    """One value of voorstel.json, or all of it, is something else."""
    map_ = _kopie(gaaf[0], tmp_path_factory)
    stand = json.loads((map_ / "voorstel.json").read_text(encoding="utf-8"))
    plekken = list(_plekken(stand))
    houder, sleutel = plekken[plek % len(plekken)]
    houder[sleutel] = waarde
    (map_ / "voorstel.json").write_text(json.dumps(stand), encoding="utf-8")
    _open_of_weiger(map_, gaaf[1])


def test_diep_genest(gaaf: tuple[Path, Bekend], tmp_path_factory: pytest.TempPathFactory) -> None:
    map_ = _kopie(gaaf[0], tmp_path_factory)
    (map_ / "voorstel.json").write_text("[" * 100_000, encoding="utf-8")
    with pytest.raises(VoorstelKapot):
        open_voorstel(map_)


def _plekken(deel: Any) -> list[tuple[Any, Any]]:  # noqa: ANN401 - whatever JSON holds
    """Every place in it: a dict with a key, or a list with a number."""
    sleutels = list(deel) if isinstance(deel, dict) else list(range(len(deel))) if isinstance(deel, list) else []
    gevonden = [(deel, sleutel) for sleutel in sleutels]
    for sleutel in sleutels:
        gevonden += _plekken(deel[sleutel])
    return gevonden


def _open_of_weiger(map_: Path, bekend_: Bekend) -> None:
    """A sentence; or a voorstel of which the list, the report, the objections and the tables can be asked."""
    assert [kopje.map for kopje in alle(map_.parent)] in ([], [map_])
    try:
        voorstel = open_voorstel(map_)
    except VoorstelKapot as fout:
        een_zin(str(fout))
        return
    als_bestanden(voorstel)
    assert not voorstel.heeft_bron or voorstel.bron.parent == map_ / "bron"
    try:
        assert isinstance(verslag(voorstel, bekend_), str)
        gevonden = bezwaren(voorstel, bekend_)
        vergelijk(voorstel, bekend_)
    except VoorstelKapot:
        return
    if not gevonden:
        tabellen(voorstel, bekend_, levering_id="nieuw", aanvaard_op="2026-03-01")
    _bewerk(voorstel, bekend_)


def _bewerk(voorstel: Voorstel, bekend_: Bekend) -> None:
    for twijfel in voorstel.twijfels[:1]:
        try:
            bewerken.handel_af(voorstel, twijfel["nr"], "zo")
        except OngeldigeWaarde as fout:
            een_zin(str(fout))
