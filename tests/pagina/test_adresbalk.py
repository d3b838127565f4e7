"""What the address holds: a link that was taken before a new levering shows the same years after it."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pagina.delen import peil
from tests.pagina.conftest import BLADZIJDEN, Open, alles, cijfers, gebouwd, waarden
from tests.queries.hulp import oordelen, schrijf_levering
from tests.queries.schetsen import KADER

EERST = (
    "a 2014-06-01 ed b1=X b2=X",
    "a 2015-06-01 ed b1=V b2=X",
    "b 2014-06-01 ed b1=X",
    "b 2015-06-01 ed b1=X",
)
#: Aanpak a alone is tested again: the newest pair of years is another one, in which b is not.
LATER = "a 2016-06-01 ed b1=V b2=V"
AANPAKKEN = {"aanpakken": "aanpak_id|gemeente_code|aanpak\na|FG0001|Aanpak A\nb|FG0002|Aanpak B"}
MERK = re.compile(
    r'<span class="vp-keuze" data-bladzijde="[^"]*" data-naam="([^"]*)" '
    r'data-altijd="([^"]*)" data-woorden="([^"]*)"'
)


def _map(map_: Path, *regels: str) -> Path:
    return gebouwd(map_ / "database", schrijf_levering(map_ / "levering", KADER | AANPAKKEN | oordelen(*regels)))


@pytest.fixture(scope="module")
def eerst(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _map(tmp_path_factory.mktemp("eerst"), *EERST)


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _map(tmp_path_factory.mktemp("later"), *EERST, LATER)


def adres(app: AppTest) -> dict[str, list[str]]:
    """What the lists on the page tell the address."""
    merken = (merk for deel in app.get("html") for merk in MERK.findall(str(deel.proto.body)))
    return {naam: json.loads(unescape(woorden)) for naam, _, woorden in merken}


def keuze(app: AppTest) -> dict[str, list[str]]:
    """The link of who chose something: what is empty is not in it."""
    return {naam: woorden for naam, woorden in adres(app).items() if woorden}


def test_een_link_van_voor_een_levering_toont_daarna_dezelfde_jaren(
    open_pagina: Open, eerst: Path, later: Path
) -> None:
    """By hand, 2014 → 2015: b1 of a picked up; b2 of a and b1 of b not."""
    toen = open_pagina("opvolging", map_=eerst, gemeente=["Een", "Twee"], weergave="Per thema en gemeente")
    link = keuze(toen)
    assert (link["kader"], link["periode"]) == (["Verzonnen kader"], ["2014 → 2015"])
    nu = open_pagina("opvolging", map_=later, **link)
    for app in (toen, nu):
        assert cijfers(app) == {"Verbeterpunten": "3", "Opgepakt": "1", "Niet of deels opgepakt": "2", "Onbekend": "0"}
    # without a word of it a page opens with the newest: b2 of a was picked up, b is not there
    assert cijfers(open_pagina("opvolging", map_=later))["Verbeterpunten"] == "1"


def test_de_link_van_een_brief_houdt_de_jaren_die_toen_de_nieuwste_waren(
    open_pagina: Open, eerst: Path, later: Path
) -> None:
    link = keuze(open_pagina("kamerbrief", map_=eerst))
    assert (link["kader"], link["periode"]) == (["Verzonnen kader"], ["2014 → 2015"])
    assert "drie verbeterpunten" in alles(open_pagina("kamerbrief", map_=later, **link)).lower()
    assert keuze(open_pagina("kamerbrief", map_=later))["periode"] == ["2015 → 2016"]


def test_de_pagina_van_een_gemeente_noemt_wat_zij_zelf_koos(open_pagina: Open, eerst: Path, later: Path) -> None:
    """Also where there is nothing to choose yet: with the next rapport there is."""
    toen = open_pagina("gemeente", map_=eerst, gemeente="Een")
    link = keuze(toen)
    assert (link["kader"], link["periode"]) == (["Verzonnen kader"], ["2014 → 2015"])
    (nu,) = (lijst for lijst in open_pagina("gemeente", map_=later, **link).selectbox if lijst.key == "periode")
    assert nu.value == "2014-2015"


def test_een_bestand_van_een_pagina_noemt_kader_en_periode(open_pagina: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    gevraagd: list[dict[str, list[str]]] = []
    echt = peil.keuze_in_link

    def luister() -> dict[str, list[str]]:
        gevraagd.append(echt())
        return gevraagd[-1]

    monkeypatch.setattr(peil, "keuze_in_link", luister)
    open_pagina("opvolging", weergave="Per thema en gemeente")
    assert gevraagd == [{"kader": ["GGSR beleid"], "periode": ["2013 → 2014"], "weergave": ["Per thema en gemeente"]}]


def test_een_eerste_bezoek_kiest_niets(bekijk_pagina: Open) -> None:
    """What is always chosen is marked as such: by itself it does not fill the address."""
    for bladzijde in ("overzicht", "opvolging", "kamerbrief", "gemeente", "agenda", "onderwerp"):
        app = bekijk_pagina(bladzijde)
        merken = [merk for deel in app.get("html") for merk in MERK.findall(str(deel.proto.body))]
        assert [naam for naam, altijd, woorden in merken if not altijd and unescape(woorden) != "[]"] == [], bladzijde


@pytest.mark.parametrize("bladzijde", BLADZIJDEN)
def test_wat_in_het_adres_staat_staat_altijd_op_de_pagina(bekijk_pagina: Open, bladzijde: str) -> None:
    """A closed popover is not on the page: what is cleared there from outside comes back with the next click."""
    link = {"gemeente": {"gemeente": "Leeuwarden"}, "onderwerp": {"onderwerp": "Informatiedeling"}}
    app = bekijk_pagina(bladzijde, **link.get(bladzijde, {}))
    verborgen = [
        veld.key for popover in app.get("popover") for soort in ("multiselect", "selectbox", "radio")
        for veld in popover.get(soort) if veld.key in adres(app)
    ]  # fmt: skip
    assert verborgen == []


def test_wie_een_ander_kader_kiest_hoort_alleen_wat_hij_kwijt_is(open_pagina: Open) -> None:
    app = open_pagina("opvolging", gemeente="Alkmaar", kader="GGSR beleid", periode="2013 → 2014")
    app.selectbox(key="kader").set_value("ggsr-casus").run()
    # as the browser sends it: the address of before the click
    assert adres(app)["gemeente"] == []
    assert adres(app)["periode"] == ["2013 → nog geen hertoets"]
    assert [zin for zin in waarden(app.warning) if "telt niet mee" in zin] in (
        [],
        ["De keuze ‘Alkmaar’ voor ‘Gemeente’ staat niet in de lijst en telt niet mee."],
    )


def test_bij_kader_en_gemeente_staat_waar_de_andere_zijn(bekijk_pagina: Open) -> None:
    app = bekijk_pagina("opvolging")
    assert "oordelen per indicator" in app.selectbox(key="kader").help
    assert "op de pagina Gemeente" in app.multiselect(key="gemeente").help
