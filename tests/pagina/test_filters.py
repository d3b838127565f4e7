"""The filters: each by its name in the URL, and what is said of a value that is not there."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.instellingen import PRODUCT
from pagina.delen.keuzelijst import Keuzelijst
from tests.pagina.conftest import Open, alles, cijfers, gezond, kaarten, waarden


def test_een_woord_dat_twee_keer_voorkomt_krijgt_zijn_code() -> None:
    lijst = Keuzelijst(["a1", "b", "a2"], ["Samen", "Apart", "Samen"])
    assert lijst.codes == ["a1", "b", "a2"]
    assert [lijst.woord(code) for code in lijst.codes] == ["Samen (a1)", "Apart", "Samen (a2)"]


@pytest.mark.parametrize(
    ("link", "verbeterpunten", "opgepakt", "niet", "onbekend"),
    [
        ({"kader": "GGSR beleid"}, "16", "10", "5", "1"),
        ({"kader": "GGSR casus"}, "11", "onbekend", "onbekend", "11"),
        ({"thema": "Samenwerking"}, "6", "4", "2", "0"),
        ({"thema": ["Samenwerking", "Toeleiding"]}, "8", "4", "3", "1"),
        ({"gemeente": "Alkmaar"}, "6", "0", "5", "1"),
        ({"gemeente": "Leeuwarden"}, "10", "10", "0", "0"),
        ({"gemeente": "Leeuwarden", "eenheid": "per gemeente"}, "6", "6", "0", "0"),
        ({"eenheid": "per gemeente"}, "12", "6", "5", "1"),
        ({"telwijze": "verloop"}, "16", "10", "5", "1"),
        ({"periode": "2014 → nog geen hertoets"}, "6", "onbekend", "onbekend", "6"),
        ({"provincie": "Fryslân"}, "10", "10", "0", "0"),
        # doorzettingsmacht 3 (1 in Alkmaar), opschaling 1, beslisbevoegdheid 1
        ({"onderwerp": "Doorzettingsmacht en opschaling"}, "5", "4", "1", "0"),
        ({"bewijs": "mondelinge rapportage door de gemeente"}, "10", "10", "0", "0"),
        ({"bewijs": "hertoets van de verbeterpunten"}, "6", "0", "5", "1"),
        # narrows map and table; the figures keep all statuses
        ({"status": "niet opgepakt"}, "16", "10", "5", "1"),
    ],
)
def test_elk_filter_uit_de_link(
    bekijk_pagina: Open, link: dict[str, str], verbeterpunten: str, opgepakt: str, niet: str, onbekend: str
) -> None:
    app = bekijk_pagina("opvolging", **link)
    assert cijfers(app) == {
        "Verbeterpunten": verbeterpunten,
        "Opgepakt": opgepakt,
        "Niet of deels opgepakt": niet,
        "Onbekend": onbekend,
    }
    assert not [zin for zin in waarden(app.warning) if "in de link" in zin]


def test_zes_van_zes_in_leeuwarden_per_gemeente(bekijk_pagina: Open) -> None:
    gelezen = alles(bekijk_pagina("opvolging", gemeente="Leeuwarden", eenheid="per gemeente"))
    assert "6 van 6 beoordeelde (100%)" in gelezen
    assert "(alle zes volgens de gemeente zelf; geen enkel opnieuw getoetst)" in gelezen


def test_het_filter_op_status_geldt_voor_kaart_en_tabel(bekijk_pagina: Open) -> None:
    app = bekijk_pagina("opvolging", status="niet opgepakt", weergave="Tabel")
    (tabel,) = (tabel.value for tabel in app.dataframe)
    assert tabel["Status"].tolist() == ["niet opgepakt"] * 5
    assert "de cijfers hierboven tellen alle statussen" in alles(app)
    kaart = bekijk_pagina("opvolging", status=["niet opgepakt", "niet beoordeeld"])
    assert "6 verbeterpunten, waarvan 5 niet opgepakt en 1 niet beoordeeld" in waarden(kaart.markdown)[-2]


@pytest.mark.parametrize(
    ("sleutel", "wat"),
    [
        ("kader", "Kader"),
        ("thema", "Thema"),
        ("gemeente", "Gemeente"),
        ("periode", "Periode"),
        ("onderwerp", "Onderwerp"),
        ("provincie", "Provincie"),
        ("status", "Status"),
        ("bewijs", "Bewijs bij de hertoets"),
        ("eenheid", "Telt"),
        ("telwijze", "Kijkt naar"),
        ("weergave", "Weergave"),
    ],
)
def test_een_onbekende_waarde_wordt_genoemd_en_telt_niet_mee(open_pagina: Open, sleutel: str, wat: str) -> None:
    app = open_pagina("opvolging", **{sleutel: "Atlantis"})
    assert f"De keuze ‘Atlantis’ in de link voor ‘{wat}’ staat niet in de lijst en telt niet mee." in waarden(
        app.warning
    )
    assert cijfers(app)["Verbeterpunten"] == "16"
    assert not app.query_params


@pytest.mark.parametrize(
    ("bladzijde", "link", "gekozen", "melding"),
    [
        ("gemeente", {"gemeente": ["Alkmaar", "Zwolle", "Zwolle"]}, "GM0193", "bij ‘Gemeente’ ook ‘Alkmaar’;"),
        (
            "gemeente",
            {"gemeente": ["Alkmaar", "Zwolle", "Atlantis"]},
            None,
            "bij ‘Gemeente’ ook ‘Alkmaar’ en ‘Zwolle’;",
        ),
        ("opvolging", {"telwijze": ["verloop", "stappen"]}, "stappen", "bij ‘Kijkt naar’ ook ‘verloop’;"),
        ("gemeente", {"gemeente": ["Zwolle", "Zwolle"]}, "GM0193", None),
    ],
)
def test_waar_een_ding_te_kiezen_is_telt_het_laatste_van_een_link(
    bekijk_pagina: Open, bladzijde: str, link: dict[str, list[str]], gekozen: str | None, melding: str | None
) -> None:
    app = bekijk_pagina(bladzijde, **link)
    (sleutel,) = link
    (keuze,) = [veld for veld in (*app.selectbox, *app.radio) if veld.key == sleutel]
    assert keuze.value == gekozen
    ook = [zin for zin in waarden(app.warning) if zin.startswith("De link noemt")]
    assert ook == ([f"De link noemt {melding} hier telt alleen de laatste keuze."] if melding else [])


def test_naast_een_onbekende_waarde_telt_de_bekende_mee(bekijk_pagina: Open) -> None:
    app = bekijk_pagina("opvolging", gemeente=["Atlantis", "Alkmaar", "Zwolle"])
    assert (
        "De keuze ‘Atlantis’ en ‘Zwolle’ in de link voor ‘Gemeente’ staan niet in de lijst en tellen niet mee."
    ) in waarden(app.warning)
    assert cijfers(app)["Verbeterpunten"] == "6"


def test_een_leeg_resultaat_zegt_waarom_en_hoe_verder(bekijk_pagina: Open) -> None:
    app = bekijk_pagina("opvolging", gemeente="Leeuwarden", thema="Toeleiding")
    assert waarden(app.info)[-1] == (
        "Onder GGSR beleid is in deze periode niets gevonden voor de gekozen combinatie. Kies een andere periode, of "
        "wis een of meer filters (thema: Toeleiding en gemeente: Leeuwarden)."
    )
    assert "In deze selectie zijn geen verbeterpunten vastgesteld." in alles(app)
    assert cijfers(app)["Opgepakt"] == "n.v.t."
    assert "%" not in alles(app)
    assert not kaarten(app)
    assert "voldeed" not in alles(app)


def test_wat_de_gemeente_vertelde_heet_ook_hier_niet_getoetst(bekijk_pagina: Open) -> None:
    """Of 2014 Leeuwarden has six ✓, all told; Zwolle's two on Informatiedeling were tested."""
    app = bekijk_pagina("opvolging", gemeente="Leeuwarden", periode="2014 → nog geen hertoets")
    assert (
        "In deze selectie zijn geen verbeterpunten vastgesteld. Alles wat is beoordeeld, voldeed, volgens de gemeente "
        "zelf; dat is niet getoetst."
    ) in alles(app)
    app = bekijk_pagina("opvolging", kader="GGSR casus", onderwerp="Informatiedeling")
    assert "In deze selectie zijn geen verbeterpunten vastgesteld." in alles(app)
    assert "dat is niet getoetst" not in alles(app)


def test_geen_cel_met_de_gekozen_status(bekijk_pagina: Open) -> None:
    app = bekijk_pagina("opvolging", status="teruggevallen")
    assert (
        "Geen enkele cel heeft een van de gekozen statussen. Wis het filter op status of dat op ‘Was eerst’."
        in waarden(app.info)
    )


def test_een_keuze_komt_in_de_link_en_wissen_haalt_haar_eruit(open_pagina: Open) -> None:
    app = open_pagina("opvolging")
    assert [knop.disabled for knop in app.button if knop.label == "Wis filters"] == [True]
    gezond(app.multiselect(key="gemeente").set_value(["GM0361"]).run())
    assert cijfers(app)["Verbeterpunten"] == "6"
    (wis,) = [knop for knop in app.button if knop.label == "Wis filters"]
    assert not wis.disabled
    gezond(wis.click().run())
    assert cijfers(app)["Verbeterpunten"] == "16"
    assert app.multiselect(key="gemeente").value == []


def test_een_ander_kader_heeft_andere_themas_en_gemeenten(bekijk_pagina: Open) -> None:
    app = bekijk_pagina("opvolging", kader="GGSR casus")
    assert app.multiselect(key="gemeente").options == ["Zwolle"]
    assert app.multiselect(key="thema").options == [
        "Toeleiding",
        "Gezin centraal",
        "De aanpak",
        "Samenwerking",
        "Continu",
    ]
    assert app.selectbox(key="kader").options == ["GGSR beleid", "GGSR casus"]


@pytest.mark.parametrize(
    ("bladzijde", "vorig"), [("opvolging", None), ("opvolging", "Alkmaar"), ("gemeente", ["Alkmaar"])]
)
def test_wat_een_andere_pagina_onder_dezelfde_naam_bewaart_breekt_de_lijst_niet(
    bladzijde: str, vorig: object, geleverd_map: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reader who goes on to the next page quickly: one page chooses one gemeente, the other several."""
    monkeypatch.setenv("VERBETERPUNTEN_MAP", str(geleverd_map))
    app = AppTest.from_file(str(PRODUCT / "dashboard.py"), default_timeout=60)
    app.session_state["gemeente"] = vorig
    app.switch_page(f"pagina/{bladzijde}.py")
    assert app.run().title
    gezond(app)


def test_wat_achter_de_knop_is_gekozen_staat_er_ook_voor_wie_de_link_opent(bekijk_pagina: Open) -> None:
    onderwerp, status = "Doorzettingsmacht en opschaling", "niet opgepakt"
    zin = f"**Alleen** Onderwerp: {onderwerp}; Status: {status}."
    assert zin in waarden(bekijk_pagina("opvolging", onderwerp=onderwerp, status=status).markdown)
    # what stands in front of the reader is not said again
    assert "**Alleen**" not in alles(bekijk_pagina("opvolging", thema="Samenwerking"))
