"""A database that is made again, or could not be, and a lake that is away: each under its code in the journaal."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.fouten import LakeOnbereikbaar
from data.herstel import herstellen
from data.herstel.herstellen import Poging, herstel
from data.lake import volgen
from data.lake.volgen import Volger, gepubliceerde_versie, volg

WEG = "De catalogus van het lake antwoordt niet."


def _codes(caplog: pytest.LogCaptureFixture) -> list[tuple[str, dict[str, object]]]:
    return [(regel.msg, vars(regel)["velden"]) for regel in caplog.records]


def test_herstel_en_wat_niemand_voorzag(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def kapot() -> None:
        raise RuntimeError("de afleiding klopt niet")

    monkeypatch.setenv("VERBETERPUNTEN_MAP", str(tmp_path))
    monkeypatch.setattr(herstellen, "bouw", kapot)
    monkeypatch.setattr(herstellen, "_pogingen", {})
    poging: Poging = herstel()
    assert poging.klaar.wait(10)
    (begin, mislukt) = _codes(caplog)
    assert begin == ("herstel", {})
    assert (mislukt[0], set(mislukt[1])) == ("herstel_mislukt", {"foutnummer"})
    assert poging.fout.endswith(f"Noem de beheerder foutnummer {mislukt[1]['foutnummer']}.")


@pytest.fixture
def _zonder_lake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A lake is set up, and does not answer; what was fetched earlier is here."""

    def weg(*_: object) -> None:
        raise LakeOnbereikbaar(WEG)

    monkeypatch.setenv("VERBETERPUNTEN_MAP", str(tmp_path))
    monkeypatch.setenv("VERBETERPUNTEN_OPSLAG", "ducklake:postgres:dbname=x password=geheim")
    monkeypatch.setattr(volgen, "_volgers", {})
    monkeypatch.setattr(volgen, "huidig_bestand", lambda map_: map_)
    monkeypatch.setattr(volgen, "_open", weg)
    monkeypatch.setattr(Volger, "blijf_kijken", lambda _: None)


@pytest.mark.usefixtures("_zonder_lake")
def test_een_lake_dat_niet_antwoordt(caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]) -> None:
    """The journaal has the kind; a command says that what it shows is of earlier."""
    volg()
    assert _codes(caplog) == [("lake_weg", {"soort": "LakeOnbereikbaar"})]
    assert capsys.readouterr().err == f"U ziet wat hier het laatst is opgehaald. {WEG}\n"


@pytest.mark.usefixtures("_zonder_lake")
def test_een_versie_die_het_lake_niet_geeft(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without the versie: a reader may have typed it."""
    assert gepubliceerde_versie("Jansen", alles=False) is None
    assert _codes(caplog) == [("versie_niet_uit_lake", {"soort": "LakeOnbereikbaar"})]
    assert capsys.readouterr().err == (
        "Een eerdere versie wordt opnieuw gemaakt: het lake geeft haar niet (LakeOnbereikbaar).\n"
    )


@pytest.mark.usefixtures("_zonder_lake")
def test_dezelfde_reden_staat_er_een_keer(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """Until it is over: five looks, of which the fourth finds the lake."""
    beurten = iter([WEG, WEG, "Anders.", "", WEG])

    def kijk(_: Volger) -> None:
        if reden := next(beurten):
            raise LakeOnbereikbaar(reden)

    monkeypatch.setattr(volgen, "PAUZE", 0)
    monkeypatch.setattr(Volger, "kijk", kijk)
    with pytest.raises((StopIteration, RuntimeError)):
        Volger("ducklake:postgres:dbname=x", Path())._lus()
    assert [code for code, _ in _codes(caplog)] == ["lake_weg"] * 3
