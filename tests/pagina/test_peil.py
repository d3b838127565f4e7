"""The switch between public and all, and the day as of which things are known: in the URL, on every page."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from data.afleiding.methode import METHODEVERSIE
from data.bouw.bouwen import alle_mappen
from data.levering.leveringen import datasetversie, zoek
from pagina._gemeente import dossier
from pagina._gemeente.blad import blad_van
from pagina.delen import peil
from pagina.delen.gegevens import Gegevens
from pagina.delen.koppelingen import Koppelingen
from pagina.delen.peil import Peil, lees
from pagina.uitvoer.vormen.bezoekblad import bezoekblad
from queries import bron, bron_op
from tests.leveringen import GEHEIM
from tests.pagina.conftest import BLADZIJDEN, Open, alles, gezond, waarden

VANDAAG = dt.date(2026, 11, 22)
OPEN_TWEE = "**Verzonnen kader**: twee open verbeterpunten (Een)"
OPEN_EEN = "**Verzonnen kader**: één open verbeterpunt (Een)"
NIETS_OPEN = "Volgens de rapporten in deze verzameling staat niets open."
NIET_OPENBAAR = f"U ziet ook wat nog niet openbaar is: ‘{GEHEIM}’."
WAS_BEKEND = "U ziet wat bekend was op 1 juni 2021; wat later is aanvaard, telt niet mee."


@pytest.fixture
def leveringen(concept_leveringen: Path) -> Path:
    """The folder of three leveringen, the last not public."""
    return concept_leveringen


@pytest.fixture
def databases(concept_map: Path) -> Path:
    """The folder of the databases of them."""
    return concept_map


@pytest.fixture
def open_(
    open_pagina: Open, databases: Path, leveringen: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., AppTest]:
    """Opens a page on them; on another day they are built again from the leveringen."""
    monkeypatch.setenv("VERBETERPUNTEN_LEVERINGEN", str(leveringen))
    monkeypatch.setenv("VERBETERPUNTEN_MAP", str(databases))
    return lambda bladzijde, **link: open_pagina(bladzijde, map_=databases, **link)


# --- the link --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("gegevens", "bekend", "verwacht"),
    [
        ([], [], Peil()),
        (["alles"], [], Peil(alles=True)),
        ([], ["2026-01-01"], Peil(bekend=dt.date(2026, 1, 1))),
        (["alles"], ["2000-01-01"], Peil(alles=True, bekend=dt.date(2000, 1, 1))),
        # today is now
        ([], ["2026-11-22"], Peil()),
    ],
)
def test_wat_de_link_zegt(gegevens: list[str], bekend: list[str], verwacht: Peil) -> None:
    assert lees(gegevens, bekend, vandaag=VANDAAG) == verwacht


@pytest.mark.parametrize(
    "bekend",
    [["2026-11-23"], ["1999-12-31"], ["onzin"], ["2026-02-30"], ["01-01-2026"], ["2026-1-1 "], ["2026-01-01", "x"],
     ["2026-1-1"], ["20260101"], ["2026-W01-1"], ["2026-01-01 "], ["2026-01-01T00:00"], ["٢٠٢٦-٠١-٠١"],
     ["2026-01-01", "2025-01-01"], [""]],
)  # fmt: skip
def test_een_dag_die_niet_kan_telt_niet(bekend: list[str]) -> None:
    gelezen = lees(["alles"], bekend, vandaag=VANDAAG)
    assert (gelezen.alles, gelezen.bekend) == (True, None)
    (melding,) = gelezen.meldingen
    assert melding.startswith(f"De datum ‘{bekend[0]}’")
    assert melding.endswith(
        "telt niet mee; u ziet wat nu bekend is. Kies één dag van 1 januari 2000 tot en met vandaag, geschreven als "
        "2026-01-01."
    )


def test_een_onbekende_keuze_telt_niet() -> None:
    gelezen = lees(["geheim"], ["2026-01-01"], vandaag=VANDAAG)
    assert (gelezen.alles, gelezen.bekend) == (False, dt.date(2026, 1, 1))
    assert gelezen.meldingen == (
        "De keuze ‘geheim’ voor ‘gegevens’ in de link telt niet mee; u ziet de openbare gegevens.",
    )


@pytest.mark.parametrize(
    ("versie", "methode", "verwacht"),
    [
        (["8b7b5323d614"], ["1"], Peil(versie="8b7b5323d614", methode="1")),
        (["8b7b5323d614 ", "8b7b5323d614"], [], Peil(versie="8b7b5323d614")),
        ([], ["1"], Peil(methode="1")),
        ([""], [""], Peil()),
    ],
)
def test_de_versie_van_een_link(versie: list[str], methode: list[str], verwacht: Peil) -> None:
    assert lees([], [], versie, methode, vandaag=VANDAAG) == verwacht


def test_twee_versies_tellen_niet() -> None:
    gelezen = lees(["alles"], ["2026-01-01"], ["b", "a"], ["1", "2"], vandaag=VANDAAG)
    assert gelezen == Peil(alles=True, bekend=dt.date(2026, 1, 1), meldingen=gelezen.meldingen)
    assert gelezen.meldingen == (
        "De link noemt bij ‘versie’ ‘a’ en ‘b’; dat telt niet mee. Kies er één.",
        "De link noemt bij ‘methode’ ‘1’ en ‘2’; dat telt niet mee. Kies er één.",
    )


def test_wat_mee_gaat_leidt_weer_hierheen() -> None:
    keuze = Peil(alles=True, bekend=dt.date(2026, 1, 1))
    assert keuze.mee == {"gegevens": "alles", "bekend": "2026-01-01"}
    assert lees([keuze.mee["gegevens"]], [keuze.mee["bekend"]], vandaag=VANDAAG) == keuze
    assert Peil().mee == {}
    keuze = Peil(versie="8b7b5323d614", methode="1")
    assert keuze.mee == {"versie": "8b7b5323d614", "methode": "1"}


# --- the page --------------------------------------------------------------------------------------------------------


def _waarschuwingen(app: AppTest) -> list[str]:
    return waarden(app.warning)


def test_gewoon_is_openbaar_en_van_nu(open_: Callable[..., AppTest]) -> None:
    app = open_("agenda")
    assert OPEN_EEN in alles(app)
    assert _waarschuwingen(app) == []
    assert GEHEIM not in alles(app)
    assert app.radio(key="peil-gegevens").value == ""
    assert app.date_input(key="peil-bekend").value == app.date_input(key="peil-bekend").max
    # the way to the rest, and back
    app = gezond(app.button(key="peil-alles").click().run())
    assert (_waarschuwingen(app), app.query_params["gegevens"]) == ([NIET_OPENBAAR], "alles")
    assert NIETS_OPEN in alles(app)
    app = gezond(app.button(key="peil-gewoon").click().run())
    assert "gegevens" not in app.query_params
    assert OPEN_EEN in alles(app)


def test_ook_wat_niet_openbaar_is_van_een_dag(open_: Callable[..., AppTest]) -> None:
    app = open_("agenda", bekend="2021-06-01", gegevens="alles")
    assert OPEN_TWEE in alles(app)
    # on that day the third levering was not there yet
    assert _waarschuwingen(app) == ["U vroeg ook om wat nog niet openbaar is, maar dat is er niet. " + WAS_BEKEND]
    assert "telt mee wat tot en met 1 juni 2021" in alles(app)
    app = gezond(app.date_input(key="peil-bekend").set_value(dt.date(2023, 12, 31)).run())
    assert app.query_params["bekend"] == "2023-12-31"
    assert NIETS_OPEN in alles(app)
    assert _waarschuwingen(app)[0].startswith(NIET_OPENBAAR + " U ziet wat bekend was op 31 december 2023")
    app = gezond(app.radio(key="peil-gegevens").set_value("").run())
    assert "gegevens" not in app.query_params
    assert OPEN_EEN in alles(app)


@pytest.mark.parametrize("bladzijde", BLADZIJDEN)
def test_elke_bladzijde_zegt_het_en_houdt_het_vast(open_: Callable[..., AppTest], bladzijde: str) -> None:
    app = open_(bladzijde, gegevens="alles", bekend="2023-12-31")
    assert _waarschuwingen(app)[0].startswith(NIET_OPENBAAR)
    for adres in adressen(app):
        vraag = parse_qs(urlsplit(adres).query)
        assert vraag["gegevens"] == ["alles"], adres
        # the link that makes a file again names the facts themselves, whatever day it is
        assert "versie" in vraag or vraag["bekend"] == ["2023-12-31"], adres
    assert adressen(app) or bladzijde not in {"gemeente", "onderwerp", "bronnen"}


def adressen(app: AppTest) -> list[str]:
    """Every address of a link on the page, in its HTML and in its tables."""
    in_html = [deel.split('"')[0] for html in app.get("html") for deel in unescape(html.proto.body).split('href="')[1:]]
    cellen = [str(cel) for tabel in app.dataframe for rij in tabel.value.itertuples(index=False) for cel in rij]
    return [*in_html, *(cel for cel in cellen if re.match(r"[a-z]+\?", cel))]


@pytest.mark.parametrize("bekend", ["2020-12-30", "2030-01-01"])
def test_van_een_dag_die_niet_kan_staat_er_wat_nu_bekend_is(open_: Callable[..., AppTest], bekend: str) -> None:
    app = open_("agenda", bekend=bekend)
    (melding,) = _waarschuwingen(app)
    assert "u ziet wat nu bekend is" in melding
    assert OPEN_EEN in alles(app)


def test_wie_het_niet_mag_ziet_niets_van_wat_geheim_is(
    open_: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(peil, "mag_alles_zien", lambda: False)
    app = open_("bronnen", gegevens="alles")
    assert _waarschuwingen(app) == ["Wat nog niet openbaar is, mag u niet zien; u ziet de openbare gegevens."]
    assert GEHEIM not in alles(app)
    assert not [keuze for keuze in app.radio if keuze.key == "peil-gegevens"]
    assert not [knop for knop in app.button if knop.key == "peil-alles"]


def test_zonder_concept_is_er_geen_schakelaar(open_pagina: Open) -> None:
    app = open_pagina("uitleg")
    assert not [keuze for keuze in app.radio if keuze.key == "peil-gegevens"]
    assert app.date_input(key="peil-bekend").label == "Bekend op"
    app = open_pagina("uitleg", gegevens="alles")
    assert _waarschuwingen(app) == ["U vroeg ook om wat nog niet openbaar is, maar dat is er niet."]


# --- the datasetversie of a link -------------------------------------------------------------------------------------


@pytest.fixture
def versies(leveringen: Path) -> dict[str, str]:
    """The datasetversie of each time, worked out from the leveringen that count."""
    alle = {lev.id: lev for lev in zoek(alle_mappen([leveringen]))[0]}
    openbaar = [lev for naam, lev in alle.items() if naam != "geheim"]
    return {
        "2021": datasetversie([alle["eerste"]]),
        "2023": datasetversie([alle["eerste"], alle["tweede"]]),
        "nu": datasetversie(openbaar),
        "alles": datasetversie(alle.values()),
    }


def test_de_versie_van_nu_is_gewoon_en_blijft_in_de_link(
    open_: Callable[..., AppTest], versies: dict[str, str]
) -> None:
    app = open_("gemeente", gemeente="Een", versie=versies["nu"], methode=METHODEVERSIE)
    assert _waarschuwingen(app) == []
    assert "één verbeterpunt staat nu open" in alles(app)
    assert f"Datasetversie `{versies['nu']}`" in alles(app)
    assert app.date_input(key="peil-bekend").value == app.date_input(key="peil-bekend").max
    assert adressen(app)
    for adres in adressen(app):
        zoekdeel = parse_qs(urlsplit(adres).query)
        assert (zoekdeel["versie"], zoekdeel["methode"]) == ([versies["nu"]], [METHODEVERSIE]), adres
    # who asks for what is not public, asks for other facts
    app = gezond(app.button(key="peil-alles").click().run())
    assert (app.query_params["gegevens"], "versie" in app.query_params) == ("alles", False)
    assert _waarschuwingen(app) == [NIET_OPENBAAR]


def test_een_oude_versie_toont_de_feiten_van_toen(open_: Callable[..., AppTest], versies: dict[str, str]) -> None:
    # by 2023 the second levering was known: another version, which does not count beside this one
    app = open_("agenda", versie=versies["2021"], methode="0", bekend="2023-12-31")
    assert OPEN_TWEE in alles(app)
    assert _waarschuwingen(app) == [
        f"De link noemt ook ‘bekend op 31 december 2023’, maar dat is een andere datasetversie. U ziet versie "
        f"{versies['2021']}; de datum telt niet mee.",
        f"Deze link hoort bij methodeversie ‘0’. Wat u ziet, is gemaakt met methodeversie {METHODEVERSIE}; de cijfers "
        "kunnen daardoor anders zijn.",
        f"U ziet datasetversie {versies['2021']}, met wat bekend was tot en met 31 december 2020. Inmiddels zijn er "
        "nieuwere gegevens; die tellen hier niet mee.",
    ]
    assert app.date_input(key="peil-bekend").value == dt.date(2020, 12, 31)
    # a day at the foot comes in the place of the version
    app = gezond(app.date_input(key="peil-bekend").set_value(dt.date(2022, 12, 31)).run())
    assert dict(app.query_params) == {"bekend": "2022-12-31"}
    assert OPEN_EEN in alles(app)


def test_de_weg_terug_naar_nu(open_: Callable[..., AppTest], versies: dict[str, str]) -> None:
    # the day of the version itself is no contradiction
    app = open_("agenda", versie=versies["2021"], bekend="2021-06-01")
    (melding,) = _waarschuwingen(app)
    assert melding.startswith(f"U ziet datasetversie {versies['2021']}, met wat bekend was")
    app = gezond(app.button(key="peil-gewoon").click().run())
    assert dict(app.query_params) == {}
    assert (_waarschuwingen(app), OPEN_EEN in alles(app)) == ([], True)


def test_een_versie_met_wat_niet_openbaar_is(open_: Callable[..., AppTest], versies: dict[str, str]) -> None:
    app = open_("agenda", versie=versies["alles"], gegevens="alles")
    assert (_waarschuwingen(app), NIETS_OPEN in alles(app)) == ([NIET_OPENBAAR], True)
    app = open_("agenda", versie=versies["nu"], gegevens="alles")
    assert _waarschuwingen(app) == ["U vroeg ook om wat nog niet openbaar is, maar dat zit niet in deze datasetversie."]
    app = open_("agenda", versie=versies["alles"])
    assert (_waarschuwingen(app), OPEN_EEN in alles(app)) == (
        [
            f"De datasetversie ‘{versies['alles']}’ in de link is hier niet te maken en telt niet mee; u ziet wat nu "
            "bekend is. Kijk of de link heel is overgenomen. Telt die versie ook gegevens mee die niet openbaar zijn, "
            "zet dan ‘gegevens=alles’ in de link."
        ],
        True,
    )
    assert GEHEIM not in alles(app)


@pytest.mark.parametrize("versie", ["0123456789ab", "../../etc", "8b7b"])
def test_een_onbekende_versie(open_: Callable[..., AppTest], versie: str) -> None:
    app = open_("agenda", versie=versie, gegevens="alles", bekend="2021-06-01")
    # what the link says beside it still counts
    assert _waarschuwingen(app) == [
        f"De datasetversie ‘{versie}’ in de link is hier niet te maken en telt niet mee. Kijk of de link heel is "
        "overgenomen.",
        "U vroeg ook om wat nog niet openbaar is, maar dat is er niet. " + WAS_BEKEND,
    ]
    assert OPEN_TWEE in alles(app)


# --- what leaves the house -------------------------------------------------------------------------------------------


def test_uitvoer_en_bezoekblad_zeggen_het(databases: Path, leveringen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERBETERPUNTEN_MAP", str(databases))
    monkeypatch.setenv("VERBETERPUNTEN_LEVERINGEN", str(leveringen))
    monkeypatch.setenv("VERBETERPUNTEN_ADRES", "https://verbeterpunten.example")
    gewoon = Gegevens(bron())
    feiten = Gegevens(bron_op(dt.date(2023, 12, 31), alles=True), Peil(alles=True, bekend=dt.date(2023, 12, 31)))
    assert feiten.datasetversie != gewoon.datasetversie
    for gegevens, staat_er in ((feiten, 1), (gewoon, 0)):
        blad = bezoekblad(blad_van(gegevens, dossier.lees(gegevens, "FG0001", vandaag=VANDAAG))).decode()
        # the link opens these facts again, also where they are not public
        assert f"versie={gegevens.datasetversie}&amp;methode={METHODEVERSIE}" in blad
        assert ("&amp;gegevens=alles" in blad) == bool(staat_er)
        assert blad.count(NIET_OPENBAAR) == blad.count("U ziet wat bekend was op 31 december 2023") == staat_er
    assert (
        "bekend tot en met 31 december 2023"
        in bezoekblad(blad_van(feiten, dossier.lees(feiten, "FG0001", vandaag=VANDAAG))).decode()
    )


def test_koppelingen_nemen_het_mee(databases: Path) -> None:
    naar = Koppelingen(Gegevens(bron(databases), Peil(alles=True, bekend=dt.date(2021, 6, 1))))
    assert naar.gemeente("FG0001") == "gemeente?gemeente=Een&gegevens=alles&bekend=2021-06-01"
    assert Koppelingen(Gegevens(bron(databases))).gemeente("FG0001") == "gemeente?gemeente=Een"
    naar = Koppelingen(Gegevens(bron(databases), Peil(versie="8b7b5323d614", methode=METHODEVERSIE)))
    assert naar.gemeente("FG0001") == f"gemeente?gemeente=Een&versie=8b7b5323d614&methode={METHODEVERSIE}"
