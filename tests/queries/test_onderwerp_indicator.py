"""What an indicator says in each edition, newest first."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from queries import Bron
from tests.queries.hulp import rijen
from tests.queries.schetsen import EDITIES


def test_een_editie(bron: Bron) -> None:
    (rij,) = bron.vraag("onderwerp_indicator", indicator="beleid-beslisbevoegdheid").to_dict("records")
    assert rij["editie"] == "2013"
    assert rij["thema"] == "Samenwerking"
    assert rij["onderwerp"] == "Doorzettingsmacht en opschaling"
    assert rij["onderwerp_reden"].endswith("daarom hier en niet bij samenwerking.")
    assert rij["thema_reden"] == "Leeuwarden drukt deze rij af onder Samenwerking; Alkmaar drukt haar niet af."
    assert not rij["niet_meer_in_kader"]


@pytest.mark.parametrize(
    ("indicator", "verwacht"),
    [
        ("oud-1", [("tweede", "Nieuwe naam", "Nieuw thema"), ("eerste", "Oude naam", "Oud thema")]),
        ("nieuw-1", [("tweede", "Nieuwe naam", "Nieuw thema"), ("eerste", "Oude naam", "Oud thema")]),
        ("oud-2", [("eerste", "Geschrapt", "Oud thema")]),
        ("geen", []),
    ],
)
def test_edities(
    verzonnen: Callable[[Mapping[str, str]], Bron], indicator: str, verwacht: list[tuple[str, ...]]
) -> None:
    antwoord = verzonnen(EDITIES).vraag("onderwerp_indicator", indicator=indicator)
    assert rijen(antwoord, "editie", "indicator", "thema") == verwacht
    assert set(antwoord["niet_meer_in_kader"]) <= {indicator == "oud-2"}


def test_van_even_nieuwe_edities_beslist_het_id(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    schets = EDITIES | {"edities": "editie_id|kader_id|editie|volgorde\noud|fk|eerste|1\nnieuw|fk|tweede|1"}
    assert list(verzonnen(schets).vraag("onderwerp_indicator", indicator="oud-1")["editie"]) == ["eerste", "tweede"]
