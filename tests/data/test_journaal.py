"""What the server says of itself is one line of JSON per event, and nothing in it is about a person."""

from __future__ import annotations

import io
import json
import logging
import re
import threading
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from data import journaal
from data.journaal import Regel, beschrijf

GEHEIM = "Jan de Vries, jan@voorbeeld.example, 192.0.2.7, 2001:db8::8a2e:370:7334"
#: A logger as a library has one.
VREEMD = logging.getLogger("vreemde.bibliotheek")


@pytest.fixture
def regels() -> Iterator[Callable[[], list[dict[str, Any]]]]:
    """The journaal as in a server, and then as it was: gives what was written since."""
    wortel = logging.getLogger()
    uit = io.StringIO()
    eigen = logging.StreamHandler(uit)
    oud = (logging.getLogRecordFactory(), wortel.handlers[:], threading.excepthook, logging.getLogger("verbeterpunten"))
    formaten = [(handler, handler.formatter) for handler in wortel.handlers]
    foutmelder = logging.getLogger("streamlit.error_util")
    filters, waarschuwing = foutmelder.filters[:], warnings.showwarning
    wortel.handlers = [eigen]
    try:
        journaal.begin()
        assert journaal._in_een_opdracht not in oud[3].handlers
        yield lambda: [json.loads(regel) for regel in uit.getvalue().splitlines()]
    finally:
        logging.setLogRecordFactory(oud[0])
        wortel.handlers = oud[1]
        threading.excepthook = oud[2]
        oud[3].setLevel(logging.NOTSET)
        oud[3].addHandler(journaal._in_een_opdracht)
        foutmelder.filters = filters
        warnings.showwarning = waarschuwing
        for handler, formaat in formaten:
            handler.setFormatter(formaat)


Regels = Callable[[], list[dict[str, Any]]]


def _breek(tekst: str) -> None:
    raise ValueError(tekst)


def _valt() -> ValueError:
    """An exception with a cause, both with a text that names somebody."""
    try:
        try:
            open(f"/bestaat-niet/{GEHEIM}", encoding="utf-8")  # noqa: PTH123, SIM115
        except OSError:
            _breek(GEHEIM)
    except ValueError as fout:
        return fout
    raise AssertionError


def test_een_opdracht_zegt_de_zin_en_een_server_de_regel(
    capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    """A command says of stale figures that they are; a server writes a code, and no text of what went wrong."""
    journaal.waarschuw("lake_weg", f"U ziet wat er was. {GEHEIM}", soort="LakeDicht")
    journaal.waarschuw("trage_vraag", vraag="heatmap")
    journaal.meld("start")
    assert capsys.readouterr().err == f"U ziet wat er was. {GEHEIM}\n"
    regels: Regels = request.getfixturevalue("regels")
    journaal.waarschuw("lake_weg", f"U ziet wat er was. {GEHEIM}", soort="LakeDicht")
    (regel,) = regels()
    assert regel.pop("tijd")
    assert regel == {"ernst": "let_op", "wat": "lake_weg", "soort": "LakeDicht"}
    assert capsys.readouterr().err == ""


def test_een_regel_zegt_wanneer_hoe_erg_en_wat(regels: Regels) -> None:
    journaal.meld("gebouwd", datasetversie="8b7b5323d614", duur_ms=12)
    journaal.waarschuw("trage_vraag", vraag="heatmap", duur_ms=3000)
    eerste, tweede = regels()
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", eerste.pop("tijd"))
    assert eerste == {"ernst": "info", "wat": "gebouwd", "datasetversie": "8b7b5323d614", "duur_ms": 12}
    assert (tweede["ernst"], tweede["wat"], tweede["vraag"]) == ("let_op", "trage_vraag", "heatmap")


def test_een_onverwachte_fout_staat_er_met_nummer_klasse_plaats_en_stapel(regels: Regels) -> None:
    nummer = journaal.onverwacht("fout_op_bladzijde", _valt())
    (regel,) = regels()
    assert re.fullmatch(r"[0-9A-F]{6}", nummer)
    assert (regel["foutnummer"], regel["ernst"], regel["fout"]) == (nummer, "fout", "ValueError")
    assert re.fullmatch(r"tests/data/test_journaal\.py:\d+ _breek", regel["plaats"])
    assert [plek.split(" ")[1] for plek in regel["stapel"]] == ["_valt", "_breek"]
    assert (regel["oorzaak"]["fout"], regel["oorzaak"]["errno"]) == ("FileNotFoundError", 2)


def test_er_staat_niets_persoonlijks_in(regels: Regels) -> None:
    """Not of an exception, of what a library fills in, of what it writes out itself, of a thread, of a warning."""
    journaal.onverwacht("fout_op_bladzijde", _valt())
    VREEMD.warning("bezoek van %s", GEHEIM)
    VREEMD.warning(f"bezoek van {GEHEIM}")
    VREEMD.warning("%s van jan@voorbeeld.example op 192.0.2.7, 2001:db8::8a2e:370:7334 naar '/gemeente?q=Jan'", "x")
    VREEMD.error("mislukt", exc_info=_valt())
    draad = threading.Thread(target=_breek, args=(GEHEIM,))
    draad.start()
    draad.join()
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn(GEHEIM, stacklevel=1)
    alles = regels()
    assert len(alles) == 7
    tekst = json.dumps(alles, ensure_ascii=False)
    for deel in ("Jan", "Vries", "jan@", "192.0.2", "2001:db8", "370"):
        assert deel not in tekst
    assert [regel["wat"] for regel in alles].count("fout_in_draad") == 1
    assert alles[1] | {"tijd": ""} == {
        "tijd": "", "ernst": "let_op", "wat": "bericht", "van": "vreemde.bibliotheek",
        "plaats": alles[1]["plaats"], "tekst": "bezoek van %s",
    }  # fmt: skip
    assert "tekst" not in alles[2]
    assert alles[3]["tekst"] == "%s van … op …, … naar …"
    assert (alles[6]["wat"], alles[6]["soort"]) == ("waarschuwing", "UserWarning")


def test_een_regel_blijft_een_regel(regels: Regels) -> None:
    VREEMD.warning("eerst\nen dan {%s: }", "x")
    VREEMD.warning("x" * 5000 + "%s", "x")
    eerste, tweede = regels()
    assert eerste["wat"] == "bericht"
    assert "\n" in eerste["tekst"]
    assert len(tweede["tekst"]) == journaal.LANGSTE_TEKST


def test_geen_uitgang_kan_toevoegen_wat_er_niet_in_hoort() -> None:
    """Whatever a handler of another would print of the record: the message is the line, and there is no exception."""
    regel = Regel("x", logging.ERROR, __file__, 1, "bij %s", (GEHEIM,), (ValueError, _valt(), None), sinfo=GEHEIM)
    gedrukt = logging.Formatter("%(asctime)s %(message)s").format(regel)
    assert "Vries" not in gedrukt
    assert "Traceback" not in gedrukt


def test_een_fout_zonder_stapel_en_een_diepe() -> None:
    assert beschrijf(KeyError(GEHEIM)) == {"fout": "KeyError", "plaats": "", "stapel": []}

    def dieper(nog: int) -> None:
        if nog:
            dieper(nog - 1)
        raise RuntimeError

    with pytest.raises(RuntimeError) as gevangen:
        dieper(100)
    assert len(beschrijf(gevangen.value)["stapel"]) == journaal.DIEPSTE  # type: ignore[arg-type]


def test_een_opdracht_zwijgt_erover(capsys: pytest.CaptureFixture[str]) -> None:
    journaal.waarschuw("bouw_geweigerd", aantal=3)
    journaal.onverwacht("fout_in_draad", ValueError())
    assert capsys.readouterr() == ("", "")
