"""Who may do what: asked again at each click and for each file, whoever looked at the page."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from data.instellingen import PRODUCT
from data.logboek.logboek import lees
from pagina._inlezen import aanvaarding, voorvertoning
from pagina._inlezen import werk as werkmodule
from pagina.delen import deur, tabellen, toegang
from pagina.delen.toegang import NietToegestaan, Stand, beoordeel
from tests.pagina.conftest import alles, gezond, waarden
from tests.pagina.inloggen import bezoek, claims
from tests.pagina.winkel import maak_winkel, zonder_bouwen


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


@pytest.fixture
def log_uit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[dict[str, Any]], None]:
    """Log this login out, with a folder of databases of one's own."""
    monkeypatch.setenv("VERBETERPUNTEN_MAP", str(tmp_path / "map"))
    monkeypatch.setattr(toegang, "_alleen_hier", set())
    monkeypatch.setattr(st, "logout", lambda: None)

    def doe(wie: dict[str, Any]) -> None:
        with monkeypatch.context() as even:
            even.setattr(toegang, "_claims", lambda: wie)
            toegang.log_uit()

    return doe


@pytest.mark.usefixtures("login")
def test_na_uitloggen_geldt_een_kopie_van_het_koekje_niet_meer(
    log_uit: Callable[[dict[str, Any]], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    wie, ander = claims("lezer"), claims("lezer", nonce="ander")
    monkeypatch.setattr(toegang, "_claims", lambda: wie)
    maak = toegang.bij_klik(lambda: b"cijfers")
    log_uit(wie)
    assert beoordeel(wie)[0] is Stand.BUITEN
    assert beoordeel(ander)[0] is Stand.BINNEN
    with pytest.raises(NietToegestaan):
        maak()


@pytest.mark.usefixtures("login")
def test_uitloggen_geldt_in_elk_proces_en_na_een_herstart(
    log_uit: Callable[[dict[str, Any]], None], tmp_path: Path
) -> None:
    """Nothing of it is in the memory of this process: all that another one has, is the folder."""
    wie = claims("lezer")
    log_uit(wie)
    assert toegang._alleen_hier == set()
    (bestand,) = (tmp_path / "map" / toegang.UITGELOGD).iterdir()
    assert re.fullmatch("[0-9a-f]{64}", bestand.name), "van wie de login was, zegt de naam niet"
    assert beoordeel(wie)[0] is Stand.BUITEN
    bestand.unlink()
    assert beoordeel(wie)[0] is Stand.BINNEN


@pytest.mark.usefixtures("login")
def test_wat_vanzelf_is_verlopen_wordt_vergeten(log_uit: Callable[[dict[str, Any]], None], tmp_path: Path) -> None:
    """The file of a login stays for as long as its cookie could count: 8 hours, and what clocks may differ."""
    oud, net, nieuw = claims("lezer", nonce="oud"), claims("lezer", nonce="net"), claims("lezer", nonce="nieuw")
    map_ = tmp_path / "map" / toegang.UITGELOGD
    for wie, uren in ((oud, 8.1), (net, 7.9)):
        log_uit(wie)
        om = time.time() - uren * 3600
        os.utime(map_ / toegang._sleutel(wie), (om, om))
    log_uit(nieuw)
    assert {pad.name for pad in map_.iterdir()} == {toegang._sleutel(net), toegang._sleutel(nieuw)}


@pytest.mark.usefixtures("login")
def test_een_schijf_die_het_niet_opneemt_houdt_uitloggen_niet_tegen(
    log_uit: Callable[[dict[str, Any]], None], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "map").write_text("geen map", encoding="utf-8")
    wie = claims("lezer")
    log_uit(wie)
    assert beoordeel(wie)[0] is Stand.BUITEN
    assert [regel.msg for regel in caplog.records] == ["uitloggen_niet_bewaard"]


def test_elke_knop_voor_een_bestand_vraagt_wie_er_is_en_laat_een_regel_achter() -> None:
    """Of what is given to download_button as data, each is asked again at the click, and stands in the logboek.

    Only an empty template and the manual leave without a line: they hold no figures of a selection.
    """
    zonder_regel = []
    for pad in (PRODUCT / "pagina").rglob("*.py"):
        tekst = pad.read_text(encoding="utf-8")
        met, zonder = tekst.count("data=met_regel("), tekst.count("data=bij_klik(")
        assert tekst.count("download_button(") == met + zonder, pad
        zonder_regel += [pad.parent.name + "/" + pad.name] * zonder
    assert sorted(zonder_regel) == ["_inlezen/begin.py", "_uitleg/hoofdstukken.py"]
    assert "data=met_regel(" in Path(tabellen.__file__).read_text(encoding="utf-8")
