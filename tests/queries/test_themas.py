"""The themas of a kader that hold an indicator, in its own order."""

from __future__ import annotations

import pytest

from queries import Bron
from tests.queries.hulp import BELEID, CASUS, STELSEL


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
