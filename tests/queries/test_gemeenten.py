"""Every gemeente of the lists, and whether anything is known of it here."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from queries import Bron
from tests.queries.hulp import ALKMAAR, DEN_HELDER, LEEUWARDEN, ZWOLLE, rijen
from tests.queries.schetsen import FUSIES, TWEE_VAN_ALLES


def test_alleen_de_vier_hebben_een_meting(bron: Bron) -> None:
    antwoord = bron.vraag("gemeenten")
    # Den Helder too: a meting without verdicts is still a meting
    assert set(antwoord.loc[antwoord["heeft_meting"], "gemeente_code"]) == {ALKMAAR, LEEUWARDEN, ZWOLLE, DEN_HELDER}
    assert antwoord["gemeente_code"].is_unique
    assert not antwoord["fictief"].any()
    # Graft-De Rijp, named by a boundary change, is in the list without a meting
    assert "Graft-De Rijp" in set(antwoord.loc[~antwoord["heeft_meting"], "gemeente"])


def test_fictieve_gemeenten(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    antwoord = verzonnen(FUSIES).vraag("gemeenten")
    fictief = antwoord[antwoord["fictief"]]
    # by name; each of the four has a meting of its own
    assert rijen(fictief, "gemeente", "gemeente_code", "provincie", "heeft_meting") == [
        ("Drie", "FG0003", "Nergensland", True),
        ("Een", "FG0001", "Nergensland", True),
        ("Twee", "FG0002", "Nergensland", True),
        ("Vier", "FG0004", "Nergensland", True),
    ]


def test_een_naam_komt_op_code(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    antwoord = verzonnen(TWEE_VAN_ALLES).vraag("gemeenten")
    assert list(antwoord[antwoord["fictief"]]["gemeente_code"]) == ["FG0003", "FG0001", "FG0002"]
