"""The pages without a browser: the dashboard on the shipped leveringen, on none, on fictional ones, on no database."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote_plus
from weakref import WeakKeyDictionary

import numpy as np
import pandas as pd
import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

import dashboard
from data.bouw.bouwen import bouw
from data.instellingen import PRODUCT
from pagina.delen import toegang
from queries import Bron
from tests.geleverd import VIER
from tests.leveringen import schrijf
from tests.queries.hulp import schrijf_levering
from tests.queries.schetsen import DRIE_KEER_IN_EEN_JAAR, KLEINE_HERTOETS

#: Every page, by its address.
BLADZIJDEN = tuple(dashboard.BLADZIJDEN)
#: Opens a page on a database with the query parameters of a link.
Open = Callable[..., AppTest]


@pytest.fixture(scope="session", autouse=True)
def _een_keer_gezocht() -> Iterator[None]:
    """Each AppTest reads the metadata of all that is installed, in search of components: here the first one only."""
    with pytest.MonkeyPatch.context() as streamlit:
        streamlit.setattr(
            manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests)
        )
        yield


def gebouwd(map_: Path, *leveringen: Path) -> Path:
    """The folder `map_` with the database of these leveringen in it."""
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("VERBETERPUNTEN_MAP", str(map_))
        bouw(leveringen)
    return map_


@pytest.fixture(scope="session")
def geleverd_map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the database of the four shipped rapporten."""
    return gebouwd(tmp_path_factory.mktemp("geleverd"), *VIER)


@pytest.fixture(scope="session")
def lege_map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of a database with the kaders and lists, without any rapport."""
    leveringen = tmp_path_factory.mktemp("geen-leveringen")
    return gebouwd(tmp_path_factory.mktemp("leeg"), leveringen)


@pytest.fixture(scope="session")
def fictieve_map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of a database with one fictional levering."""
    levering = schrijf_levering(tmp_path_factory.mktemp("fictief"), DRIE_KEER_IN_EEN_JAAR)
    return gebouwd(tmp_path_factory.mktemp("fictieve-database"), levering)


@pytest.fixture(scope="session")
def kleine_hertoets_map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of a database in which the latest test is of one gemeente alone."""
    levering = schrijf_levering(tmp_path_factory.mktemp("kleine-hertoets"), KLEINE_HERTOETS)
    return gebouwd(tmp_path_factory.mktemp("kleine-hertoets-database"), levering)


@pytest.fixture(scope="session")
def gemengde_map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of a database with the shipped rapporten and one fictional levering beside them."""
    fictief = schrijf_levering(tmp_path_factory.mktemp("gemengd"), DRIE_KEER_IN_EEN_JAAR)
    return gebouwd(tmp_path_factory.mktemp("gemengde-database"), *VIER, fictief)


@pytest.fixture(scope="session")
def concept_leveringen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of three fictional leveringen, the last not public."""
    return schrijf(tmp_path_factory.mktemp("concept"))


@pytest.fixture(scope="session")
def concept_map(concept_leveringen: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the databases of them."""
    return gebouwd(tmp_path_factory.mktemp("concept-databases"), concept_leveringen)


@pytest.fixture
def open_pagina(monkeypatch: pytest.MonkeyPatch, geleverd_map: Path) -> Open:
    """Opens a page: `open_pagina("opvolging", gemeente="Alkmaar")`, on another database with `map_=`."""

    def open_(bladzijde: str, *, map_: Path = geleverd_map, **link: str | list[str]) -> AppTest:
        monkeypatch.setenv("VERBETERPUNTEN_MAP", str(map_))
        app = AppTest.from_file(str(PRODUCT / "dashboard.py"), default_timeout=60)
        if bladzijde != "overzicht":
            app.switch_page(f"pagina/{bladzijde}.py")
        for sleutel, waarde in link.items():
            app.query_params[sleutel] = waarde
        return gezond(app.run())

    return open_


_antwoorden: WeakKeyDictionary[Bron, dict[str, pd.DataFrame]] = WeakKeyDictionary()


@pytest.fixture
def onthouden(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same question is put to an opened database once in this process: for a test that makes a file many times.

    What is open does not change, so neither does its answer; each who asks gets a copy.
    """
    vraag_echt = Bron.vraag

    def vraag(bron: Bron, naam: str, **parameters: object) -> pd.DataFrame:
        antwoorden = _antwoorden.setdefault(bron, {})
        sleutel = repr((naam, sorted(parameters.items())))
        if sleutel not in antwoorden:
            antwoorden[sleutel] = vraag_echt(bron, naam, **parameters)
        return antwoorden[sleutel].copy()

    monkeypatch.setattr(Bron, "vraag", vraag)


@pytest.fixture(scope="session")
def bekeken() -> dict[tuple[object, ...], AppTest]:
    """The pages that tests of this process looked at, by what they were opened with."""
    return {}


@pytest.fixture
def bekijk_pagina(open_pagina: Open, geleverd_map: Path, bekeken: dict[tuple[object, ...], AppTest]) -> Open:
    """A page to look at: as `open_pagina`, but opened once for all tests that ask the same of the same database.

    For a test that patches nothing, on a database that stays as it is; who presses a button opens a page of its own.
    """

    def bekijk(bladzijde: str, *, map_: Path = geleverd_map, **link: str | list[str]) -> AppTest:
        sleutel = (bladzijde, map_, repr(sorted(link.items())))
        if sleutel not in bekeken:
            app = open_pagina(bladzijde, map_=map_, **link)
            app._run = _alleen_kijken  # type: ignore[method-assign]
            bekeken[sleutel] = app
        return bekeken[sleutel]

    return bekijk


def _alleen_kijken(*_: object, **__: object) -> AppTest:
    """What one test did to a shared page, the next would see."""
    raise RuntimeError("this page is shared: open one with `open_pagina` to go on with it")


def gezond(app: AppTest) -> AppTest:
    """The same app; no page may end in an exception."""
    assert [fout.value for fout in app.exception] == []
    return app


def waarden(elementen: Iterable[object]) -> list[str]:
    """The texts of elements of one kind, in the order of the page."""
    return [str(element.value) for element in elementen]  # type: ignore[attr-defined]


def cijfers(app: AppTest) -> dict[str, str]:
    """The tiles of Opvolging: name to number."""
    return {str(tegel.label): str(tegel.value) for tegel in app.metric}


def kaarten(app: AppTest) -> list[dict[str, Any]]:
    """What the maps to choose from are drawn of, see pagina/delen/celkeuze."""
    return [
        json.loads(deel.proto.json) for deel in app.get("bidi_component") if deel.proto.component_name == "celkeuze"
    ]


def vakken(kaart: dict[str, Any]) -> list[list[Any]]:
    """What each cell of such a map says, one by one: code, word, what stands in it, and what the mouse finds."""
    nummers = np.frombuffer(base64.b64decode(kaart["nummers"]), dtype=f"int{8 * kaart['bytes']}")
    return [kaart["vakken"][nummer] for nummer in nummers.tolist() if nummer >= 0]


def met_namen(tabel: pd.DataFrame) -> pd.DataFrame:
    """The table as a reader sees it: a cell that is a link shows its name, which stands behind the # of its address."""
    links = [str(kop) for kop in tabel if tabel[kop].astype(str).str.fullmatch(r"(?:[a-z]+\?\S*)?#\S+").all()]
    return tabel.assign(**{kop: [unquote_plus(str(cel).split("#", 1)[1]) for cel in tabel[kop]] for kop in links})


def alles(app: AppTest) -> str:
    """Every text that a reader of the page sees outside figures, tables and filters."""
    soorten = (app.title, app.header, app.subheader, app.markdown, app.text, app.info, app.warning, app.error)
    getallen = [f"{tegel.label} {tegel.value}" for tegel in app.metric]
    delen = [waarde for soort in soorten for waarde in waarden(soort)] + getallen + [html_tekst(app)]
    return "\n".join(deel for deel in delen if deel)


def html_tekst(app: AppTest) -> str:
    """The text of what the page shows as HTML, a line per cell or paragraph."""
    kaal = (re.sub(r"<[^>]+>", "\n", str(deel.proto.body)) for deel in app.get("html"))
    return "\n".join(regel.strip() for tekst in kaal for regel in unescape(tekst).splitlines() if regel.strip())


#: Settings of a login service.
AUTH = {
    "redirect_uri": "https://cijfers.example/oauth2callback",
    "cookie_secret": "0123456789abcdef0123456789abcdef",
    "client_id": "verbeterpunten",
    "client_secret": "geheim",
    "server_metadata_url": "https://inloggen.example/.well-known/openid-configuration",
}


@pytest.fixture
def login(monkeypatch: pytest.MonkeyPatch) -> None:
    """Readers have to log in."""
    monkeypatch.setattr(toegang, "aanmelding", lambda: AUTH)
