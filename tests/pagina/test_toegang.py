"""Who may see and do what: roles from claims, how long a login lasts, pages, clicks, files; and when it may start."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard import BLADZIJDEN, ROLLEN
from data.instellingen import PRODUCT, Instellingen, instellingen
from data.logboek.logboek import lees
from pagina._inlezen import aanvaarding, voorvertoning
from pagina._inlezen import werk as werkmodule
from pagina._kamerbrief import controle
from pagina.delen import deur, tabellen, toegang
from pagina.delen.toegang import Gebruiker, NietToegestaan, Rol, Stand, beoordeel
from pagina.uitvoer.__main__ import main
from pagina.uitvoer.opdrachten import in_kind
from pagina.uitvoer.opdrachten._controle.controle import NIET_OPENBAAR
from pagina.venster.start import bezwaar, hier
from tests.leveringen import GEHEIM
from tests.pagina.conftest import alles, gezond, html_tekst, waarden
from tests.pagina.winkel import maak_winkel, zonder_bouwen

AUTH = {
    "redirect_uri": "https://cijfers.example/oauth2callback",
    "cookie_secret": "0123456789abcdef0123456789abcdef",
    "client_id": "verbeterpunten",
    "client_secret": "geheim",
    "server_metadata_url": "https://inloggen.example/.well-known/openid-configuration",
}
CONCEPT = f"U ziet ook wat nog niet openbaar is: ‘{GEHEIM}’."


@pytest.fixture
def login(monkeypatch: pytest.MonkeyPatch) -> None:
    """Readers have to log in."""
    monkeypatch.setattr(toegang, "aanmelding", lambda: AUTH)
    monkeypatch.setattr(toegang, "_uitgelogd", {})


def claims(*rollen: str, geleden: float = 60, **anders: object) -> dict[str, Any]:
    """What the login service says of someone with these roles who logged in so many seconds ago."""
    wie = {"is_logged_in": True, "name": "Lena de Vries", "email": "lena@example.org", "sub": "17", "nonce": "n"}
    wie |= {"iss": "https://inloggen.example", "aud": "verbeterpunten", "iat": int(time.time() - geleden)}
    return {**wie, "roles": list(rollen), **anders}


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


def bezoek(bladzijde: str, wie: dict[str, Any], map_: Path, omgeving: pytest.MonkeyPatch, **link: str) -> AppTest:
    omgeving.setenv("VERBETERPUNTEN_MAP", str(map_))
    app = AppTest.from_file(str(PRODUCT / "dashboard.py"), default_timeout=60)
    app.user = wie
    if bladzijde != "overzicht":
        app.switch_page(f"pagina/{bladzijde}.py")
    for sleutel, waarde in link.items():
        app.query_params[sleutel] = waarde
    return gezond(app.run())


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


# --- clicks ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def winkel(tmp_path: Path, geleverd_map: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return maak_winkel(tmp_path, geleverd_map, monkeypatch)


@pytest.mark.usefixtures("login")
def test_wie_beheerder_af_is_trekt_niets_meer_in(winkel: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    voor = sorted(pad.name for pad in (winkel / "leveringen").iterdir())
    app = bezoek("geschiedenis", claims("beheerder"), winkel / "map", monkeypatch, levering="alkmaar-2015")
    assert [veld.label for veld in app.text_input] == ["Reden"], "de naam is die van wie is ingelogd"
    app.text_input(key="geschiedenis-reden").set_value("te laat").run()
    app.button(key="intrekken").click().run()
    app.user = claims("redacteur")
    gezond(app.button(key="intrekken-ja").click().run())
    assert waarden(app.title) == ["Geen toegang"]
    assert deur.NIET_GEDAAN in alles(app)
    assert sorted(pad.name for pad in (winkel / "leveringen").iterdir()) == voor
    assert deur.NIET_GEDAAN not in alles(app.run()), "dat wordt één keer gezegd"


@pytest.mark.usefixtures("login")
def test_een_beheerder_trekt_in_onder_de_eigen_naam(winkel: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = bezoek("geschiedenis", claims("beheerder"), winkel / "map", monkeypatch, levering="alkmaar-2015")
    app.text_input(key="geschiedenis-reden").set_value("te laat").run()
    with zonder_bouwen():
        app.button(key="intrekken").click().run()
        gezond(app.button(key="intrekken-ja").click().run())
    nieuw = winkel / "leveringen" / "alkmaar-2015-ingetrokken"
    assert any("Lena de Vries" in pad.read_text(encoding="utf-8") for pad in nieuw.iterdir())
    wat = lees().regels[-1].wat
    assert (wat.soort, wat.waarover, wat.door, wat.rol) == (
        "ingetrokken", "alkmaar-2015", "lena@example.org", "beheerder",
    )  # fmt: skip
    assert (wat.gegevens["naam"], wat.gegevens["reden"]) == ("Lena de Vries", "te laat")


class _Werk:
    """Stands for a voorstel that may be accepted; says whether it was."""

    aanvaard = False


@pytest.mark.usefixtures("login")
@pytest.mark.parametrize(("rol", "gedaan"), [("lezer", False), ("redacteur", True)])
def test_wie_redacteur_af_is_aanvaardt_niets_meer(rol: str, gedaan: bool, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001
    werk = _Werk()
    monkeypatch.setattr(voorvertoning, "berekend", lambda _: True)
    monkeypatch.setattr(aanvaarding, "_aanvaard", lambda werk: setattr(werk, "aanvaard", True))

    def druk() -> None:
        import streamlit as st  # AppTest runs this as a program of its own

        from pagina._inlezen.aanvaarding import _druk

        st.button("Aanvaard", on_click=_druk, args=(st.session_state["werk"],))

    app = AppTest.from_function(druk)
    app.session_state["werk"] = werk
    app.user = claims("redacteur")
    gezond(app.run())
    app.user = claims(rol)
    gezond(app.button[0].click().run())
    assert werk.aanvaard is gedaan


@pytest.mark.usefixtures("login")
def test_wie_redacteur_af_is_wijzigt_geen_voorstel_meer(monkeypatch: pytest.MonkeyPatch) -> None:
    wie, gedaan = claims("lezer"), []
    monkeypatch.setattr(toegang, "_claims", lambda: wie)
    monkeypatch.setattr(toegang, "weiger", lambda: gedaan.append("geweigerd"))
    monkeypatch.setattr(werkmodule, "bewaar", lambda _: gedaan.append("bewaard"))
    voorstel = SimpleNamespace(**dict.fromkeys(werkmodule.BEWERKT))
    werk = werkmodule.Werk(voorstel, SimpleNamespace())  # type: ignore[arg-type]
    assert not werk.doe(lambda: gedaan.append("gewijzigd"))
    assert gedaan == ["geweigerd"]
    wie["roles"] = ["redacteur"]
    assert werk.doe(lambda: gedaan.append("gewijzigd"))
    assert gedaan == ["geweigerd", "gewijzigd", "bewaard"]


@pytest.mark.usefixtures("login")
def test_een_stuk_van_een_bladzijde_toont_niets_meer_na_afloop(monkeypatch: pytest.MonkeyPatch) -> None:
    gezien: list[str] = []
    wie: dict[str, Any] = {}
    monkeypatch.setattr(toegang, "_claims", lambda: wie)
    monkeypatch.setattr(st, "rerun", lambda: gezien.append("opnieuw"))
    monkeypatch.setattr(st, "fragment", lambda **_: lambda functie: functie)
    deel = toegang.deel(lambda: gezien.append("cijfers"))
    wie |= claims("lezer")
    deel()
    assert gezien == ["cijfers"]
    wie |= claims("lezer", geleden=9 * 3600)
    deel()
    assert gezien[1] == "opnieuw"


def test_alleen_toegang_maakt_stukken_van_bladzijden() -> None:
    zelf = {
        pad.relative_to(PRODUCT).as_posix()
        for pad in (PRODUCT / "pagina").rglob("*.py")
        if "st.fragment" in pad.read_text(encoding="utf-8")
    }
    # the other says that the database is being made, and nothing of what is in it
    assert zelf == {"pagina/delen/toegang.py", "pagina/delen/herstel.py"}


# --- files -----------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("login")
def test_bij_de_klik_wordt_opnieuw_gevraagd_wie_er_is(monkeypatch: pytest.MonkeyPatch) -> None:
    wie = claims("lezer")
    monkeypatch.setattr(toegang, "_claims", lambda: wie)
    maak = toegang.bij_klik(lambda: b"cijfers")
    assert maak() == b"cijfers"
    wie["iat"] -= 9 * 3600
    with pytest.raises(NietToegestaan):
        maak()


@pytest.mark.usefixtures("login")
def test_na_uitloggen_geldt_een_kopie_van_het_koekje_niet_meer(monkeypatch: pytest.MonkeyPatch) -> None:
    wie, ander = claims("lezer"), claims("lezer", nonce="ander")
    monkeypatch.setattr(toegang, "_claims", lambda: wie)
    monkeypatch.setattr(st, "logout", lambda: None)
    maak = toegang.bij_klik(lambda: b"cijfers")
    toegang.log_uit()
    assert beoordeel(wie)[0] is Stand.BUITEN
    assert beoordeel(ander)[0] is Stand.BINNEN
    with pytest.raises(NietToegestaan):
        maak()


def test_elke_knop_voor_een_bestand_vraagt_wie_er_is_en_laat_een_regel_achter() -> None:
    """Of what is given to download_button as data, each is asked again at the click, and stands in the logboek.

    Only an empty template leaves without a line: there are no figures in it.
    """
    zonder_regel = []
    for pad in (PRODUCT / "pagina").rglob("*.py"):
        tekst = pad.read_text(encoding="utf-8")
        met, zonder = tekst.count("data=met_regel("), tekst.count("data=bij_klik(")
        assert tekst.count("download_button(") == met + zonder, pad
        zonder_regel += [pad.parent.name + "/" + pad.name] * zonder
    assert zonder_regel == ["_inlezen/begin.py"]
    assert "data=met_regel(" in Path(tabellen.__file__).read_text(encoding="utf-8")


# --- starting --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("adres", "verwacht"),
    [("127.0.0.1", True), ("127.8.9.10", True), ("localhost", True), ("LOCALHOST", True), ("::1", True),
     ("[::1]", True),
     ("0.0.0.0", False), ("::", False), ("", False), ("10.0.0.3", False), ("fe80::1", False),
     ("cijfers.example", False),
     ("localhost.example", False), ("127.1", False), ("0x7f000001", False), ("::ffff:10.0.0.3", False)],
)  # fmt: skip
def test_welk_adres_deze_computer_is(adres: str, verwacht: bool) -> None:  # noqa: FBT001
    assert hier(adres) is verwacht


KEUS = Instellingen(Path(), Path(), Path(), Path(), "http://localhost:8501")


@pytest.mark.parametrize(
    ("auth", "keus", "adres", "zin"),
    [
        ({}, {}, "127.0.0.1", ""),
        ({}, {}, "::1", ""),
        ({}, {}, "0.0.0.0", "op server.address 0.0.0.0 kunnen ook anderen erbij, en inloggen staat uit."),
        ({}, {}, "::", "op server.address :: kunnen ook anderen erbij, en inloggen staat uit."),
        ({}, {}, "", "op server.address (leeg: elk adres van deze computer) kunnen ook anderen erbij, en inloggen"),
        ({}, {"iedereen_kan_alles": True}, "0.0.0.0", ""),
        (
            {},
            {"adres": "https://cijfers.example"},
            "127.0.0.1",
            "volgens VERBETERPUNTEN_ADRES (https://cijfers.example) komen lezers van buiten deze computer, en inloggen",
        ),
        ({}, {"adres": "http://[::1]:8501"}, "127.0.0.1", ""),
        (AUTH, {}, "0.0.0.0", ""),
        (AUTH, {"adres": "https://cijfers.example"}, "127.0.0.1", ""),
        (AUTH | {"redirect_uri": "http://localhost:8501/oauth2callback"}, {}, "127.0.0.1", ""),
        (AUTH | {"redirect_uri": "http://cijfers.example/oauth2callback"}, {}, "", "redirect_uri in secrets.toml moet"),
        (AUTH | {"redirect_uri": "https://cijfers.example/"}, {}, "", "redirect_uri in secrets.toml moet eindigen op"),
        (AUTH | {"cookie_secret": "kort"}, {}, "", "cookie_secret in secrets.toml moet minstens 32 tekens lang zijn."),
        ({"client_id": "x"}, {}, "", "in [auth] van secrets.toml ontbreekt redirect_uri, cookie_secret, client_secret"),
        (AUTH, {"inloguren": 0.0}, "", "VERBETERPUNTEN_INLOGUREN moet een aantal uren zijn, meer dan 0 en hoogstens"),
    ],
)
def test_wanneer_het_dashboard_niet_start(auth: dict[str, str], keus: dict[str, Any], adres: str, zin: str) -> None:
    gezegd = bezwaar(auth, Instellingen(**{**vars(KEUS), **keus}), adres)
    assert gezegd.startswith(zin)
    assert bool(gezegd) is bool(zin)


def test_een_kop_van_een_verzoek_gaat_niet_voor_het_inloggen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("streamlit.config.get_option", lambda _: {"X-Rol": "roles"})
    assert bezwaar(AUTH, KEUS, "127.0.0.1").startswith("server.trustedUserHeaders")


def _start(tmp_path: Path, *opties: str, **omgeving: str) -> tuple[int, str]:
    """Start the dashboard: its exit status, and what it says last on stderr."""
    eigen = {"VERBETERPUNTEN_MAP": str(tmp_path), "PYTHONUTF8": "1", **omgeving}
    opdracht = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.port", "0", *opties]
    proces = subprocess.run(
        opdracht, cwd=PRODUCT, env=os.environ | eigen, capture_output=True, text=True, timeout=120, check=False
    )
    return proces.returncode, proces.stderr.strip().splitlines()[-1]


def test_het_start_niet_op_een_openbaar_adres_zonder_login(tmp_path: Path) -> None:
    status, gezegd = _start(tmp_path, "--server.address", "0.0.0.0")
    assert status == 1
    assert gezegd.startswith(
        "Het dashboard start niet: op server.address 0.0.0.0 kunnen ook anderen erbij, en inloggen"
    )


@pytest.mark.duur
@pytest.mark.parametrize(
    ("opties", "omgeving"),
    [
        ((), {"STREAMLIT_SERVER_ADDRESS": "0.0.0.0"}),
        (("--server.address", "::"), {}),
        (("--server.address", ""), {}),
        ((), {"VERBETERPUNTEN_ADRES": "https://cijfers.example"}),
    ],
)
def test_het_start_niet_hoe_het_adres_ook_is_opgegeven(
    tmp_path: Path, opties: tuple[str, ...], omgeving: dict[str, str]
) -> None:
    status, gezegd = _start(tmp_path, *opties, **omgeving)
    assert status == 1
    assert gezegd.startswith("Het dashboard start niet: ")


def test_alleen_ja_is_ja(monkeypatch: pytest.MonkeyPatch) -> None:
    for waarde in ("1", "true", "nee", "JA", " ", ""):
        monkeypatch.setenv("VERBETERPUNTEN_IEDEREEN_KAN_ALLES", waarde)
        assert not instellingen().iedereen_kan_alles
    monkeypatch.setenv("VERBETERPUNTEN_IEDEREEN_KAN_ALLES", "ja")
    assert instellingen().iedereen_kan_alles


@pytest.mark.duur
def test_zonder_login_wordt_authlib_niet_geladen() -> None:
    code = "import dashboard, sys; print('authlib' in sys.modules)"
    uit = subprocess.run(
        [sys.executable, "-c", code], cwd=PRODUCT, capture_output=True, text=True, timeout=120, check=True
    )
    assert uit.stdout.strip() == "False"
