"""What the page Inlezen says after acceptance: where the figures from before can still be seen."""

from __future__ import annotations

import datetime as dt

import pytest

from pagina._inlezen.aanvaarding import Ervoor

GISTEREN, VANDAAG = dt.date(2026, 3, 1), dt.date(2026, 3, 2)


@pytest.mark.parametrize(
    ("ervoor", "link"),
    [
        (
            Ervoor("0123456789ab", GISTEREN, met_concept=False, vervangen="oud-1"),
            '<a href="opvolging?bekend=2026-03-01">zoals bekend op 1 maart 2026</a>',
        ),
        (
            Ervoor("0123456789ab", GISTEREN, met_concept=True, vervangen=""),
            "opvolging?bekend=2026-03-01&amp;gegevens=alles",
        ),
        # today holds both states: what was replaced is in the history
        (Ervoor("0123456789ab", VANDAAG, met_concept=False, vervangen="oud-1"), "geschiedenis?levering=oud-1"),
        (Ervoor("0123456789ab", VANDAAG, met_concept=False, vervangen=""), ">alle leveringen</a>"),
        (Ervoor("0123456789ab", dt.date.min, met_concept=False, vervangen=""), ">alle leveringen</a>"),
    ],
)
def test_de_vorige_cijfers_blijven_te_zien(ervoor: Ervoor, link: str) -> None:
    zin = ervoor.zin(VANDAAG)
    assert zin.startswith("<p>De vorige cijfers (datasetversie 0123456789ab) blijven te zien: ")
    assert link in zin
