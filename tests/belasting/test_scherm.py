"""The client under load takes in messages as a browser does: worked out by hand, without a server."""

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.belasting.scherm import Mislukt, Scherm

KLAAR = ForwardMsg(script_finished=ForwardMsg.ScriptFinishedStatus.FINISHED_SUCCESSFULLY)


def _begin(run: str, *fragmenten: str) -> ForwardMsg:
    bericht = ForwardMsg()
    bericht.new_session.config.max_cached_message_age = 2
    bericht.metadata.run.script_run_id = run
    bericht.metadata.run.fragment_ids.extend(fragmenten)
    return bericht


def _lijst(plek: int, *, sleutel: str, opties: tuple[str, ...], fragment: str = "") -> ForwardMsg:
    bericht = ForwardMsg()
    bericht.metadata.delta_path.extend([0, plek])
    bericht.delta.fragment_id = fragment
    keuze = bericht.delta.new_element.selectbox
    keuze.id, keuze.query_param_key, keuze.default = f"$$ID-{sleutel}", sleutel, 0
    keuze.options.extend(opties)
    return bericht


def _tekst(plek: int, tekst: str, fragment: str = "") -> ForwardMsg:
    bericht = ForwardMsg()
    bericht.metadata.delta_path.extend([0, plek])
    bericht.delta.fragment_id = fragment
    bericht.delta.new_element.markdown.body = tekst
    return bericht


def _run(scherm: Scherm, *berichten: ForwardMsg) -> None:
    assert [scherm.verwerk(bericht) for bericht in (*berichten, KLAAR)] == [False] * len(berichten) + [True]


def test_wat_een_run_niet_meer_tekent_is_weg() -> None:
    scherm = Scherm()
    _run(scherm, _begin("a"), _tekst(0, "boven"), _lijst(1, sleutel="kader", opties=("een", "twee")))
    assert (scherm.tekst(), scherm.keuze()) == ("boven", {"kader": ("een",)})
    _run(scherm, _begin("b"), _tekst(0, "nieuw"))
    assert (scherm.tekst(), scherm.keuze(), scherm.waarden) == ("nieuw", {}, {})


def test_een_fragment_laat_de_rest_staan() -> None:
    scherm = Scherm()
    _run(scherm, _begin("a"), _tekst(0, "rest"), _tekst(1, "oud", "f"), _tekst(2, "ook oud", "f"))
    _run(scherm, _begin("b", "f"), _tekst(1, "nieuw", "f"))
    assert scherm.tekst() == "rest\nnieuw"


def test_in_de_link_staat_wat_anders_is_dan_het_begin() -> None:
    scherm = Scherm()
    _run(scherm, _begin("a"), _lijst(0, sleutel="kader", opties=("een", "a & b")))
    assert scherm.link() == ""
    scherm.waarden["$$ID-kader"] = ["a & b"]
    assert scherm.link() == "kader=a+%26+b"
    assert [toestand.string_value for toestand in scherm.toestand()] == ["a & b"]


def test_de_server_kan_een_waarde_zetten() -> None:
    scherm = Scherm()
    _run(scherm, _begin("a"), _lijst(0, sleutel="kader", opties=("een", "twee")))
    gezet = _lijst(0, sleutel="kader", opties=("twee", "drie"))
    gezet.delta.new_element.selectbox.set_value = True
    gezet.delta.new_element.selectbox.raw_value = "drie"
    _run(scherm, _begin("b"), gezet)
    assert scherm.keuze() == {"kader": ("drie",)}


def test_wat_bewaard_is_hoeft_niet_nog_eens_en_raakt_weer_kwijt() -> None:
    scherm = Scherm()
    groot = _tekst(0, "groot")
    groot.hash, groot.metadata.cacheable = "h", True
    _run(scherm, _begin("a"), groot)
    verwijzing = ForwardMsg(ref_hash="h")
    verwijzing.metadata.delta_path.extend([0, 3])
    _run(scherm, _begin("b"), verwijzing)
    assert (scherm.tekst(), scherm.bewaard) == ("groot", ["h"])
    for run in "cde":
        _run(scherm, _begin(run))
    assert scherm.bewaard == []
    with pytest.raises(Mislukt, match="verwijzing"):
        scherm.verwerk(verwijzing)


def test_een_fout_op_de_pagina_is_een_mislukte_run() -> None:
    scherm = Scherm()
    fout = ForwardMsg()
    fout.delta.new_element.exception.message = "er ging iets mis"
    with pytest.raises(Mislukt, match="er ging iets mis"):
        scherm.verwerk(fout)


def test_een_ingehaalde_run_is_geen_antwoord_en_een_onleesbare_een_mislukte() -> None:
    ingehaald = ForwardMsg(script_finished=ForwardMsg.ScriptFinishedStatus.FINISHED_EARLY_FOR_RERUN)
    assert not Scherm().verwerk(ingehaald)
    stuk = ForwardMsg(script_finished=ForwardMsg.ScriptFinishedStatus.FINISHED_WITH_COMPILE_ERROR)
    with pytest.raises(Mislukt, match="niet te lezen"):
        Scherm().verwerk(stuk)
