"""The history of the store: every levering, what became of it, and what a correction changed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from data.aanvaarding.geschiedenis import (
    Stap,
    Verschil,
    eerder_ingetrokken,
    geschiedenis,
    verschil,
    verschil_tussen,
)
from data.aanvaarding.vroeger import namen
from data.aanvaarding.wijzigen import maak_openbaar, schrijf_levering, trek_in
from data.fouten import LeveringOnbekend
from tests.data.winkeldoos import Tabellen, Winkeldoos, vervolg


@pytest.fixture(autouse=True)
def _zonder_bouwen(winkel: Winkeldoos) -> Iterator[None]:
    """History looks at leveringen; what they build is for other tests."""
    with winkel.zonder_bouwen():
        yield


def per_id() -> dict[str, Stap]:
    return {stap.levering_id: stap for stap in geschiedenis()}


def test_de_laatste_staat_vooraan(winkel: Winkeldoos) -> None:
    schrijf_levering(vervolg(uitkomst="verbeterpunt"), door="Een")
    winkel.op(5)
    schrijf_levering(vervolg("beter", vervangt="vervolg", reden="verkeerd gelezen"), door="Twee")
    winkel.op(7)
    trek_in("beter", reden="rapport ingetrokken", door="Drie")
    stappen = geschiedenis()
    assert [(s.levering_id, s.aanvaard_op, s.door, s.stand, s.vervangen_door) for s in stappen] == [
        ("beter-ingetrokken", "2026-03-07", "Drie", "intrekking", ""),
        ("beter", "2026-03-05", "Twee", "ingetrokken", "beter-ingetrokken"),
        ("vervolg", "2026-03-01", "Een", "vervangen", "beter"),
        ("feiten", "2026-01-02", "een tester", "geldt", ""),
        ("kader", "2026-01-01", "", "geldt", ""),
    ]
    assert (stappen[1].vervangt, stappen[1].reden) == ("vervolg", "verkeerd gelezen")
    assert (stappen[2].rapporten, stappen[2].aantallen["oordelen"], stappen[2].bewerkt) == (("Rapport drie",), 1, 0)
    assert (stappen[3].rapporten, stappen[3].bewerkt) == (("Rapport een", "Rapport twee"), 1)
    assert stappen[0].aantallen == {"levering": 1, "aanvaarding": 1}


def test_namen_blijven_bekend_ook_van_wat_is_ingetrokken(winkel: Winkeldoos) -> None:
    schrijf_levering(vervolg(), door="Een")
    voor = namen()
    winkel.op(5)
    trek_in("vervolg", reden="rapport ingetrokken", door="Twee")
    na = namen()
    assert "Rapport drie" in na.rapporten.values()
    assert na == voor


def test_een_concept_en_wat_het_gaat_vervangen(winkel: Winkeldoos) -> None:
    schrijf_levering(vervolg(), door="i")
    schrijf_levering(vervolg("beter", vervangt="vervolg", reden="typefout", concept="ja"), door="i")
    stappen = per_id()
    assert (stappen["beter"].stand, stappen["beter"].concept) == ("concept", True)
    assert (stappen["vervolg"].stand, stappen["vervolg"].vervangen_door) == ("geldt", "beter")
    maak_openbaar("beter", door="i")
    stappen = per_id()
    assert [stappen[naam].stand for naam in ("vervolg", "beter", "beter-openbaar")] == [
        "vervangen",
        "vervangen",
        "geldt",
    ]


def test_een_ingetrokken_concept_verving_niets(winkel: Winkeldoos) -> None:
    schrijf_levering(vervolg(), door="i")
    schrijf_levering(vervolg("beter", vervangt="vervolg", reden="typefout", concept="ja"), door="i")
    trek_in("beter", reden="toch niet", door="i")
    stappen = per_id()
    assert (stappen["beter"].stand, stappen["vervolg"].stand, stappen["vervolg"].vervangen_door) == (
        "ingetrokken", "geldt", "",
    )  # fmt: skip


def test_een_fout_staat_de_geschiedenis_niet_in_de_weg(winkel: Winkeldoos) -> None:
    winkel.zet("feiten/levering", 2, "aanvaard_op", "ooit")
    assert {stap.levering_id for stap in geschiedenis()} == {"feiten", "kader"}


def test_verschil_cel_voor_cel(winkel: Winkeldoos) -> None:
    """A cell that changed, a row that came, one that went, one of which only the key is filled; the rest is alike."""
    schrijf_levering(vervolg(uitkomst="verbeterpunt"), door="i")
    beter = vervolg("beter", vervangt="vervolg", reden="typefout")
    beter["oordelen"].append({**beter["oordelen"][0], "indicator_id": "i1", "toelichting": "", "pagina": "3"})
    beter["metingen"][0]["basis"] = "drie gesprekken"
    beter["meting_rapport"].append({"meting_id": "m2", "rapport_id": "rap-3"})
    for indicator in ("i1", "i2"):
        beter["oordelen"].append({**beter["oordelen"][0], "meting_id": "m2", "indicator_id": indicator})
    beter["oordelen"][3] |= {"uitkomst": "niet_beoordeeld", "teken_gedrukt": ""}
    schrijf_levering(beter, door="i")
    assert verschil("vervolg", "beter") == [
        Verschil("metingen", "m3", "basis", "gesprek", "drie gesprekken"),
        Verschil("meting_rapport", "m2 + rap-3", "", "", "m2 + rap-3"),
        Verschil("oordelen", "m3 + i2 + rap-3", "uitkomst", "verbeterpunt", "voldoet"),
        Verschil("oordelen", "m3 + i2 + rap-3", "teken_gedrukt", "X", "✓"),
        Verschil(
            "oordelen", "m3 + i1 + rap-3", "", "",
            "uitkomst: voldoet; teken_gedrukt: ✓; vindplaats: tabel 1; pagina: 3",
        ),
        Verschil(
            "oordelen", "m2 + i1 + rap-3", "", "",
            "uitkomst: voldoet; teken_gedrukt: ✓; toelichting: Dit gaat nu goed; vindplaats: tabel 1",
        ),
        Verschil(
            "oordelen", "m2 + i2 + rap-3", "", "",
            "uitkomst: niet_beoordeeld; toelichting: Dit gaat nu goed; vindplaats: tabel 1",
        ),
    ]  # fmt: skip
    terug = verschil("beter", "vervolg")
    assert [(v.soort, v.voor, v.na) for v in terug if v.tabel == "meting_rapport"] == [("weg", "m2 + rap-3", "")]
    assert {v.soort for v in verschil("vervolg", "beter")} == {"anders", "erbij"}
    assert verschil("beter", "beter") == []


@pytest.mark.parametrize("paar", [("feiten", "nergens"), ("nergens", "feiten")])
def test_een_levering_die_er_niet_is(winkel: Winkeldoos, paar: tuple[str, str]) -> None:
    with pytest.raises(LeveringOnbekend, match='Er is geen levering "nergens"'):
        verschil(*paar)


def test_een_verschil_vertelt_niet_wat_voor_de_privacy_is_weggehaald() -> None:
    """A number in a cell that changed, and one in a row that went; what an editor let stand is told."""
    sleutel = {"meting_id": "m1", "rapport_id": "rap-1"}
    oud = [
        {**sleutel, "indicator_id": "i1", "toelichting": "Bel Jan op 06-12345678."},
        {**sleutel, "indicator_id": "i2", "toelichting": "Bel de gemeente op 06-87654321."},
        {**sleutel, "indicator_id": "i3", "toelichting": "Bel Jan op 06-12345678."},
    ]
    nieuw = [{**oud[0], "toelichting": "Bel ons."}, {**oud[1], "toelichting": "Bel 06-87654321."}]
    assert [(deel.voor, deel.na) for deel in verschil_tussen({"oordelen": oud}, {"oordelen": nieuw})] == [
        ("(persoonsgegeven weggehaald)", "Bel ons."),
        ("Bel de gemeente op 06-87654321.", "Bel 06-87654321."),
        ("(persoonsgegeven weggehaald)", ""),
    ]


def test_of_een_rapport_eerder_is_ingetrokken(winkel: Winkeldoos) -> None:
    """By the file, or by titel and date together; the last time counts; what only was replaced does not."""
    schrijf_levering(met_weergave("vervolg", "ab" * 32), door="Een")
    assert eerder_ingetrokken("ab" * 32, "Rapport drie", "2017") is None
    winkel.op(2)
    trek_in("vervolg", reden="te vroeg", door="Twee")
    winkel.op(3)
    schrijf_levering(met_weergave("weer", "cd" * 32), door="Een")
    winkel.op(4)
    schrijf_levering({**vervolg("beter"), "levering": [BETER]}, door="Een")
    assert (
        wie_introk("ab" * 32) == wie_introk("", "Rapport drie", "2017") == ("vervolg", "2026-03-02", "Twee", "te vroeg")
    )
    # the second was replaced, by what has no file of its own
    assert wie_introk("cd" * 32) is wie_introk("", "Rapport drie", "2018") is wie_introk("", "", "") is None
    winkel.op(5)
    trek_in("beter", reden="nooit openbaar", door="Drie")
    laatste = ("beter", "2026-03-05", "Drie", "nooit openbaar")
    assert wie_introk("cd" * 32) == wie_introk("", "Rapport drie", "2017") == laatste
    assert wie_introk("ab" * 32, "Rapport drie", "") == ("vervolg", "2026-03-02", "Twee", "te vroeg")


BETER = {"levering_id": "beter", "vervangt": "weer", "reden": "leesfout", "fictief": "ja"}


def met_weergave(levering_id: str, sha256: str) -> Tabellen:
    """The follow-up with the file that it was read from."""
    weergave = {"weergave_id": "w3", "rapport_id": "rap-3", "bestand": "drie.pdf", "sha256": sha256, "vorm": "pdf"}
    return {**vervolg(levering_id), "weergaven": [weergave]}


def wie_introk(sha256: str, titel: str = "", gepubliceerd: str = "") -> tuple[str, str, str, str] | None:
    """Which levering was taken back, on which day, by whom and why."""
    stap = eerder_ingetrokken(sha256, titel, gepubliceerd)
    return None if stap is None else (stap.vervangt, stap.aanvaard_op, stap.door, stap.reden)
