"""The themas of a kader that hold an indicator, in its own order."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from queries import Bron
from tests.queries.hulp import BELEID, CASUS, STELSEL, rijen
from tests.queries.schetsen import EDITIES, TWEE_VAN_ALLES


@pytest.mark.parametrize(
    ("kader", "verwacht"),
    [
        # of the beleid kader no indicator of Gezin centraal is printed in the rapporten here
        (BELEID, ["Toeleiding", "De aanpak", "Samenwerking", "Continu"]),
        (CASUS, ["Toeleiding", "Gezin centraal", "De aanpak", "Samenwerking", "Continu"]),
        (STELSEL, ["Toeleiding en toegang", "In Zorg", "Borgen van samenhang in het lokale stelsel"]),
        ("geen-kader", []),
    ],
)
def test_themas(bron: Bron, kader: str, verwacht: list[str]) -> None:
    assert list(bron.vraag("themas", kader=kader)["thema"]) == verwacht


def test_een_thema_in_twee_edities_staat_er_eenmaal(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    schets = dict(EDITIES)
    schets["themas"] = schets["themas"].replace("t-oud|oud|Oud thema|1", "t-oud|oud|Nieuw thema|3")
    antwoord = verzonnen(schets).vraag("themas", kader="fk")
    # the smallest volgorde of a name counts: 1 for Nieuw thema, 2 for Ander thema
    assert [(thema, list(ids)) for thema, ids in rijen(antwoord)] == [
        ("Nieuw thema", ["t-nieuw", "t-oud"]),
        ("Ander thema", ["t-elders"]),
    ]


def test_wat_op_een_plek_staat_komt_op_naam(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    assert list(verzonnen(TWEE_VAN_ALLES).vraag("themas", kader="fk")["thema"]) == ["Ander thema", "Thema"]
