"""data/gebouwd/kopie_vraag.sql: what an answer is like, without fetching it."""

from __future__ import annotations

from pathlib import Path

from queries import bron


def test_kolommen_en_aantal_zijn_die_van_het_antwoord(geleverd_map: Path) -> None:
    """With values bound; a comment in the text of a question does not swallow what follows."""
    feiten = bron(geleverd_map)
    for view in ("oordelen", "stand", "bevindingen"):
        antwoord, kopie = feiten.vraag("bekijk", view=view), feiten.kopie("bekijk", view=view)
        assert (list(kopie.soorten()), kopie.aantal()) == (list(antwoord.columns), len(antwoord))
        assert len(antwoord) > 20
    assert feiten.kopie("bekijk", view="oordelen").soorten()["peiljaar"] == "SMALLINT"
