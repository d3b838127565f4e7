"""Links between pages: the address of the page of a gemeente, an indicator, an onderwerp or a rapport.

Addresses are relative (`gemeente?gemeente=Alkmaar`), so that they hold behind a proxy path too; pages lie side by side.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from pagina.delen import keuzelijst, peil
from pagina.delen.gegevens import Gegevens

#: The way to the first page, whose own name Streamlit does not serve.
BEGIN = "."


Keuze = Mapping[str, str | list[str] | None]


def adres(pagina: str, keuze: Keuze) -> str:
    """The address of a page with these choices, by the words that its widgets show; what is empty is left out.

    Which facts the reader looks at goes along.
    """
    return _adres(pagina, {**keuze, **peil.gekozen().mee})


def _adres(pagina: str, keuze: Keuze) -> str:
    gekozen = {sleutel: waarde for sleutel, waarde in keuze.items() if waarde}
    return pagina + (f"?{urlencode(gekozen, doseq=True)}" if gekozen else "")


def open_punten(**waar: list[str]) -> str:
    """The Agenda with the open verbeterpunten alone, of the kaders and gemeenten that are named: all that is open."""
    return adres("agenda", {**waar, "soort": ["verbeterpunt"], "stand": ["open", "open, aanpak gestopt"]})


class Koppelingen:
    """The addresses within one dataset. Each method takes a code and gives an address; None for an unknown code."""

    def __init__(self, feiten: Gegevens) -> None:
        """Take the names of everything that has a page."""
        self._gemeenten = keuzelijst.gemeenten(feiten)
        self._indicatoren = keuzelijst.indicatoren(feiten)
        self._onderwerpen = keuzelijst.onderwerpen(feiten)
        self._rapporten = keuzelijst.rapporten(feiten)
        self._mee = feiten.peil.mee
        self._begrip = feiten.onthoud("begrip van indicator", lambda: _begrippen(feiten))

    def gemeente(self, gemeente_code: str) -> str | None:
        """The page of a gemeente."""
        return self._naar("gemeente", "gemeente", self._gemeenten, gemeente_code)

    def indicator(self, indicator_id: str) -> str | None:
        """The course of an indicator over the country; an older edition's leads to that of today."""
        return self._naar("onderwerp", "indicator", self._indicatoren, self._begrip.get(indicator_id, ""))

    def onderwerp(self, onderwerp_id: str) -> str | None:
        """The page of an onderwerp."""
        return self._naar("onderwerp", "onderwerp", self._onderwerpen, onderwerp_id)

    def rapport(self, rapport_id: str) -> str | None:
        """The rapport among the bronnen."""
        return self._naar("bronnen", "rapport", self._rapporten, rapport_id)

    def _naar(self, pagina: str, sleutel: str, lijst: keuzelijst.Keuzelijst, code: str) -> str | None:
        return _adres(pagina, {sleutel: lijst.woord(code), **self._mee}) if code in lijst else None


def _begrippen(feiten: Gegevens) -> dict[str, str]:
    lijst = feiten.vraag("indicatoren")
    return dict(zip(lijst["indicator_id"], lijst["begrip_id"], strict=True))
