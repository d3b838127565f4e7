"""Who may see what: roles from claims, how long a login lasts, pages, and what is not public yet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import BLADZIJDEN, ROLLEN
from pagina._kamerbrief import controle
from pagina.delen import toegang
from pagina.delen.toegang import Gebruiker, Rol, Stand, beoordeel
from pagina.uitvoer import in_kind
from pagina.uitvoer.__main__ import main
from pagina.uitvoer.opdrachten._controle.controle import NIET_OPENBAAR
from tests.leveringen import GEHEIM
from tests.pagina.conftest import alles, gezond, html_tekst, waarden
from tests.pagina.inloggen import bezoek, claims

CONCEPT = f"U ziet ook wat nog niet openbaar is: ‘{GEHEIM}’."


# --- who someone is --------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("login")
@pytest.mark.parametrize(
    ("gegeven", "rol"),
    [
        (["lezer"], Rol.LEZER),
        (["redacteur", "lezer"], Rol.REDACTEUR),
        (["iets", "beheerder"], Rol.BEHEERDER),
        ("lezer", Rol.LEZER),
        ([], None),
        (["Lezer"], None),
        (["lezer beheerder"], None),
        ("*", None),
        (["*"], None),
        (None, None),
        ({"beheerder": True}, None),
        ([["beheerder"]], None),
        (True, None),
    ],
)
def test_de_rol_staat_in_de_claim(gegeven: object, rol: Rol | None) -> None:
    stand, wie = beoordeel(claims() | {"roles": gegeven})
    assert stand is (Stand.ZONDER_ROL if rol is None else Stand.BINNEN)
    assert wie == (None if rol is None else Gebruiker("Lena de Vries", "lena@example.org", rol))


@pytest.mark.usefixtures("login")
def test_welke_claim_en_welke_waarden_is_in_te_stellen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERBETERPUNTEN_ROL_CLAIM", "realm_access.roles")
    monkeypatch.setenv("VERBETERPUNTEN_BEHEERDERS", "CN=vp-beheer,OU=groepen; vp-admin")
    monkeypatch.setenv("VERBETERPUNTEN_REDACTEURS", "")
    for waarde in ("CN=vp-beheer,OU=groepen", "vp-admin"):
        assert _rol(realm_access={"roles": [waarde]}) is Rol.BEHEERDER
    for waarde in ("beheerder", "redacteur", "", "OU=groepen"):
        assert _rol(realm_access={"roles": [waarde]}) is None
    assert _rol(**{"realm_access.roles": ["lezer"]}) is Rol.LEZER, "een claim kan zo heten"
    assert _rol(realm_access="lezer") is None


@pytest.mark.usefixtures("login")
def test_iedereen_die_kan_inloggen_is_lezer_alleen_als_dat_is_ingesteld(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _rol() is None
    monkeypatch.setenv("VERBETERPUNTEN_LEZERS", "*")
    assert _rol() is Rol.LEZER
    assert beoordeel(claims("redacteur"))[1] == Gebruiker("Lena de Vries", "lena@example.org", Rol.REDACTEUR)
    monkeypatch.setenv("VERBETERPUNTEN_BEHEERDERS", "*")
    assert _rol() is Rol.LEZER


def _rol(**anders: object) -> Rol | None:
    wie = beoordeel(claims() | anders)[1]
    return wie.rol if wie else None


@pytest.mark.usefixtures("login")
@pytest.mark.parametrize(
    ("wie", "stand"),
    [
        # well within, since these were made when the run of the tests began
        (claims("lezer", geleden=7 * 3600), Stand.BINNEN),
        (claims("lezer", geleden=8 * 3600 + 30), Stand.VERLOPEN),
        (claims("lezer", geleden=-60), Stand.BINNEN),
        (claims("lezer", geleden=-600), Stand.VERLOPEN),
        (claims("lezer", iat=None), Stand.VERLOPEN),
        (claims("lezer", iat="1"), Stand.VERLOPEN),
        (claims("lezer", iat=True), Stand.VERLOPEN),
        (claims("lezer", aud=["ander", "verbeterpunten"]), Stand.BINNEN),
        (claims("lezer", aud="ander", azp="verbeterpunten"), Stand.BUITEN),
        (claims("lezer", aud=["ander"], azp="verbeterpunten"), Stand.BUITEN),
        (claims("lezer", aud=None), Stand.BUITEN),
        (claims("lezer", is_logged_in=False), Stand.BUITEN),
        ({}, Stand.BUITEN),
        ({"email": "test@example.com"}, Stand.BUITEN),
    ],
)
def test_voor_wie_en_hoe_lang_een_login_geldt(wie: dict[str, Any], stand: Stand) -> None:
    assert beoordeel(wie)[0] is stand


@pytest.mark.usefixtures("login")
@pytest.mark.parametrize(("uren", "binnen"), [("0,5", True), ("0.01", False), ("24", True), ("0", False), ("x", False)])
def test_hoe_lang_is_in_te_stellen(uren: str, binnen: bool, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001
    monkeypatch.setenv("VERBETERPUNTEN_INLOGUREN", uren)
    assert (beoordeel(claims("lezer", geleden=600))[1] is not None) is binnen


def test_zonder_login_mag_iedereen_alles_en_heeft_niemand_een_naam() -> None:
    assert toegang.gebruiker() == Gebruiker("", "", Rol.BEHEERDER)
    assert toegang.mag(Rol.BEHEERDER)
    assert toegang.naam() == ""


# --- pages -----------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("login")
@pytest.mark.parametrize(
    ("wie", "titel", "zin", "knop"),
    [
        ({}, "Inloggen", "Dit dashboard is alleen te zien voor wie is ingelogd.", "Inloggen"),
        (
            claims("lezer", geleden=9 * 3600),
            "Inloggen",
            "U bent te lang geleden ingelogd: log opnieuw in, dan komt u terug op deze pagina.",
            "Inloggen",
        ),
        (claims("iets"), "Geen toegang", "maar u hebt in dit dashboard geen rol.", "Uitloggen"),
    ],
)
def test_voor_de_deur_is_er_niets_te_zien(
    wie: dict[str, Any], titel: str, zin: str, knop: str, geleverd_map: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for bladzijde in ("overzicht", "geschiedenis"):
        app = bezoek(bladzijde, wie, geleverd_map, monkeypatch)
        assert waarden(app.title) == [titel]
        assert zin in alles(app)
        assert [een.label for een in app.button] == [knop]
        assert not app.dataframe


ROL_NAMEN = {rol.woord: rol for rol in Rol}


@pytest.mark.usefixtures("login")
@pytest.mark.parametrize("rol", list(ROL_NAMEN))
def test_wat_niet_mag_gaat_ook_niet_open_met_een_link(
    rol: str, geleverd_map: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert {"inlezen", "geschiedenis"} <= ROLLEN.keys() <= BLADZIJDEN.keys()
    for bladzijde, nodig in ROLLEN.items():
        app = bezoek(bladzijde, claims(rol), geleverd_map, monkeypatch)
        if ROL_NAMEN[rol] >= nodig:
            assert waarden(app.title) == [BLADZIJDEN[bladzijde]]
        else:
            assert waarden(app.title) == ["Geen toegang"]
            assert f"De pagina ‘{BLADZIJDEN[bladzijde]}’ is voor wie de rol {nodig.woord} heeft." in alles(app)
            assert not app.button
            assert not app.text_input
    assert waarden(bezoek("overzicht", claims(rol), geleverd_map, monkeypatch).title) == [
        "Welke verbeterpunten zijn opgepakt?"
    ]


# --- what is not public yet ------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("login")
@pytest.mark.parametrize("bladzijde", [naam for naam in BLADZIJDEN if naam not in ROLLEN])
def test_een_lezer_ziet_het_concept_op_geen_bladzijde(
    bladzijde: str, concept_map: Path, concept_leveringen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VERBETERPUNTEN_LEVERINGEN", str(concept_leveringen))
    app = bezoek(bladzijde, claims("lezer"), concept_map, monkeypatch, gegevens="alles")
    assert GEHEIM not in alles(app)
    assert "nog niet openbaar zijn: toon" not in " ".join(knop.label for knop in app.button)
    if bladzijde != "uitleg":
        assert "Wat nog niet openbaar is, mag u niet zien; u ziet de openbare gegevens." in waarden(app.warning)
        assert not [een for een in app.radio if een.label == "Gegevens"]


@pytest.mark.usefixtures("login")
def test_een_redacteur_ziet_het_concept(
    concept_map: Path, concept_leveringen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VERBETERPUNTEN_LEVERINGEN", str(concept_leveringen))
    app = bezoek("opvolging", claims("redacteur"), concept_map, monkeypatch, gegevens="alles")
    assert CONCEPT in waarden(app.warning)
    versie = _versie(app)
    weer = bezoek("opvolging", claims("redacteur"), concept_map, monkeypatch, gegevens="alles", versie=versie)
    assert CONCEPT in waarden(weer.warning)
    for gegevens in ("alles", ""):
        lezer = bezoek("opvolging", claims("lezer"), concept_map, monkeypatch, gegevens=gegevens, versie=versie)
        assert GEHEIM not in alles(lezer)
        assert versie != _versie(lezer)
        assert any(zin.startswith(f"De datasetversie ‘{versie}’ in de link") for zin in waarden(lezer.warning))


@pytest.mark.usefixtures("login")
@pytest.mark.parametrize(("rol", "gelukt"), [("lezer", False), ("redacteur", True)])
def test_een_bestand_met_concept_controleert_alleen_wie_dat_mag_zien(
    rol: str,
    gelukt: bool,  # noqa: FBT001
    concept_map: Path,
    concept_leveringen: Path,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("VERBETERPUNTEN_LEVERINGEN", str(concept_leveringen))
    monkeypatch.setenv("VERBETERPUNTEN_MAP", str(concept_map))
    pad = tmp_path / "concept.csv"
    assert main(["opvolging", "--met-concept", "--formaat", "csv-rfc4180", "--naar", str(pad)]) == 0
    gevraagd: list[in_kind.Uitslag] = []

    def in_dit_proces(_soort: object, _lezer: str, bestand: Path, **opties: Any) -> in_kind.Uitslag:  # noqa: ANN401
        gevraagd.append(in_kind.controleer(bestand, naam="", meld=lambda *_: None, **opties["gegeven"]))
        return gevraagd[0]

    monkeypatch.setattr(controle, "vraag_kind", in_dit_proces)
    app = bezoek("kamerbrief", claims(rol), concept_map, monkeypatch)
    app.file_uploader(key="kamerbrief-controleer").set_value(("concept.csv", pad.read_bytes(), "text/csv"))
    gezond(app.run())
    assert [uitslag.gelukt for uitslag in gevraagd] == [gelukt]
    assert (NIET_OPENBAAR in html_tekst(app)) is not gelukt


def _versie(app: AppTest) -> str:
    voet = next(tekst for tekst in waarden(app.markdown) if tekst.startswith("Datasetversie"))
    return voet.split("`")[1]
