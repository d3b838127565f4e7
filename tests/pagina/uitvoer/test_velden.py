"""What a filter is declared to be: its words, what there is to choose, and what an earlier file says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from pagina.uitvoer.brief.keuze import Keuze
from pagina.uitvoer.inhoud import velden
from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.inhoud.stuk_van import stuk_van
from pagina.uitvoer.inhoud.velden import FILTERS, NAUWER, gezegd, onder
from pagina.uitvoer.opdrachten._controle.vraagstelling import lees
from queries import bron, vragen
from queries.loper import SELECTIE
from tests.pagina.uitvoer.test_kolommen import Vast
from tests.queries.hulp import ALLES

#: What a letter says in a sentence of its own: in which gemeenten, and by what bewijs.
EIGEN_ZIN = {"gemeenten", "bewijzen"}


def test_wat_een_bladzijde_kan_kiezen_is_wat_een_vraag_bindt() -> None:
    """Files are made without a database at hand, so they name the filters themselves."""
    assert {"kader", *NAUWER} == set(SELECTIE)


@pytest.mark.parametrize("naam", NAUWER)
def test_elk_filter_heeft_woorden_keuzen_en_een_zin(naam: str) -> None:
    """Else a letter would give the figures of a part and not say so."""
    filter_ = FILTERS[naam]
    assert all((filter_.naam == naam, filter_.optie, filter_.kop, filter_.hulp, filter_.keuzen))
    assert filter_.soort == "meer"
    assert (filter_.bij is None) == (naam in EIGEN_ZIN)


class PerKader(Vast):
    """Gives the rows of a kader, whatever the query."""

    def __init__(self, per_kader: Mapping[str, list[dict[str, Any]]]) -> None:
        super().__init__(pd.DataFrame())
        self.per_kader = per_kader

    def vraag(self, naam: str, **parameters: object) -> pd.DataFrame:  # noqa: ARG002
        return pd.DataFrame(self.per_kader[str(parameters["kader"])])


def test_onder_meer_kaders_staat_elke_gemeente_een_keer_op_naam() -> None:
    lijst = onder(
        PerKader(
            {
                "a": [{"gemeente_code": "G2", "gemeente": "Berg"}, {"gemeente_code": "G1", "gemeente": "Dal"}],
                "b": [{"gemeente_code": "G3", "gemeente": "Alm"}, {"gemeente_code": "G1", "gemeente": "Dal"}],
            }
        ),
        "gemeenten",
        ["a", "b"],
    )
    assert (lijst.codes, lijst.woorden) == (["G3", "G2", "G1"], ["Alm", "Berg", "Dal"])


def test_themas_blijven_in_de_volgorde_van_hun_kader() -> None:
    themas = {"a": ["Toeleiding", "De aanpak"], "b": ["De aanpak", "Continu"]}
    feiten = PerKader({kader: [{"thema": naam} for naam in namen] for kader, namen in themas.items()})
    assert onder(feiten, "themas", ["a", "b"]).codes == ["Toeleiding", "De aanpak", "Continu"]
    assert onder(feiten, "themas", ["b"]).codes == ["De aanpak", "Continu"]


def test_een_provincie_van_meer_gemeenten_staat_er_een_keer_en_zonder_naam_niet() -> None:
    rijen = [{"provincie": naam} for naam in ("Zeeland", "Drenthe", None, "Zeeland")]
    assert onder(PerKader({"a": rijen}), "provincies", ["a"]).woorden == ["Drenthe", "Zeeland"]


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> str:
    """A filter that came after files had been handed out."""
    naam = "bewijzen"
    for lijst in (velden.VELDEN, FILTERS):
        assert isinstance(lijst, dict)
        monkeypatch.setitem(lijst, naam, replace(FILTERS[naam], later=True))
    return naam


def test_van_een_later_filter_zegt_een_bestand_alleen_iets_waar_het_is_gekozen(later: str) -> None:
    assert gezegd({"kader": "a", "themas": None, later: None}) == ["kader", "themas"]
    assert gezegd({"kader": "a", "themas": None, later: ["x"]}) == ["kader", "themas", later]
    vroeger = [naam for naam in NAUWER if not FILTERS[naam].later]
    tekst: dict[str, Any] = {"kaders": ["a"], "periodes": [], **{naam: [] for naam in vroeger}}
    tekst |= {"eenheid": "aanpak", "verloop": False, "per": "gemeente"}
    assert Keuze(("a",)).als_json() == tekst
    assert Keuze.uit_json(tekst) == Keuze(("a",), nauwer=dict.fromkeys(vroeger, ()))
    assert Keuze(("a",), nauwer={later: ("x",)}).als_json() == {**tekst, later: ["x"]}


def test_een_bestand_van_voor_een_filter_is_nog_te_controleren(geleverd_map: Path, later: str) -> None:
    feiten = bron(geleverd_map)
    alles = {naam: ALLES[naam] for naam in vragen()["totalen"]}
    toen = stuk_van(feiten, "totalen", alles)
    herkomst = toen.herkomst.als_json()
    assert later not in herkomst["parameters"]
    assert FILTERS[later].kop not in herkomst["selectie"]
    nu = lees(herkomst, feiten).stel(feiten)
    assert (nu.herkomst, nu.noten, list(nu.tabel.rijen())) == (toen.herkomst, toen.noten, list(toen.tabel.rijen()))
    gekozen = stuk_van(feiten, "totalen", {**alles, later: ["hertoets_verbeterpunten"]}).herkomst
    assert gekozen.parameters[later] == ["hertoets_verbeterpunten"]
    assert dict(gekozen.selectie)[FILTERS[later].kop] == "hertoets van de verbeterpunten"
    del herkomst["parameters"]["themas"]  # this one every file names
    with pytest.raises(UitvoerGeweigerd, match="past niet bij de vraag"):
        lees(herkomst, feiten)
