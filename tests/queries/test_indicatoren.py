"""Every indicator of every edition, with the id by which the newest edition knows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from queries import Bron
from tests.queries.hulp import BELEID, CASUS, STELSEL, rijen
from tests.queries.schetsen import EDITIES, TWEE_VAN_ALLES


def test_aantallen_en_volgorde(bron: Bron) -> None:
    antwoord = bron.vraag("indicatoren")
    antwoord = antwoord[antwoord["kader_id"].isin([BELEID, CASUS, STELSEL])]
    assert antwoord["kader_id"].value_counts().to_dict() == {BELEID: 10, CASUS: 33, STELSEL: 16}
    assert list(antwoord["indicator_id"]) == list(antwoord["begrip_id"])
    # Toeleiding, then De aanpak, then Samenwerking: the order of the kader, not of the file
    assert list(antwoord["indicator_id"][:5]) == [
        "beleid-beleid-en-visie", "beleid-gezamenlijke-doelen", "beleid-doorzettingsmacht", "beleid-niet-loslaten",
        "beleid-opschaling",
    ]  # fmt: skip


def test_begrip_is_de_nieuwste_editie(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    antwoord = verzonnen(EDITIES).vraag("indicatoren")
    eigen = antwoord[antwoord["kader_id"] == "fk"]
    assert sorted(rijen(eigen, "indicator_id", "begrip_id", "kort", "niet_meer_in_kader")) == [
        ("nieuw-1", "nieuw-1", "Nieuw een", False),
        ("nieuw-3", "nieuw-3", "Nieuw drie", False),
        ("oud-1", "nieuw-1", "Oud een", False),
        ("oud-2", "oud-2", "Oud twee", True),
    ]


def test_wat_op_een_plek_staat_komt_op_id(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    antwoord = verzonnen(TWEE_VAN_ALLES).vraag("indicatoren")
    assert list(antwoord[antwoord["kader_id"].isin(["fk", "gk"])]["indicator_id"]) == ["b3", "b1", "b2", "c1"]
