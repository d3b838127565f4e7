"""What the page Inlezen says after acceptance: where the figures from before can still be seen."""

from __future__ import annotations

import pytest

from pagina._inlezen.aanvaarding import Ervoor


@pytest.mark.parametrize(
    ("ervoor", "link"),
    [
        (Ervoor("0123456789ab", met_concept=False), "opvolging?versie=0123456789ab"),
        (Ervoor("0123456789ab", met_concept=True), "opvolging?versie=0123456789ab&amp;gegevens=alles"),
    ],
)
def test_de_vorige_cijfers_blijven_te_zien(ervoor: Ervoor, link: str) -> None:
    """One form, whatever was accepted when and in place of what; with concept leveringen in it they are asked for."""
    assert ervoor.zin() == (
        f'<p><a href="{link}">De vorige cijfers (datasetversie 0123456789ab)</a> blijven te zien.</p>'
    )
