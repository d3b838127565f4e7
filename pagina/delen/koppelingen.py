"""Links between pages: the address of the page of a gemeente, an indicator, an onderwerp or a rapport.

Addresses are relative (`gemeente?gemeente=Alkmaar`), so that they hold behind a proxy path too; pages lie side by side.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from pagina.delen import keuzelijst
from pagina.delen.gegevens import Gegevens

#: The way to the first page, whose own name Streamlit does not serve.
BEGIN = "."


def adres(pagina: str, keuze: Mapping[str, str | list[str] | None]) -> str:
    """The address of a page with these choices, by the words that its widgets show; what is empty is left out."""
    gekozen = {sleutel: waarde for sleutel, waarde in keuze.items() if waarde}
    return pagina + (f"?{urlencode(gekozen, doseq=True)}" if gekozen else "")


class Koppelingen:
    """The addresses within one dataset. Each method takes a code and gives an address; None for an unknown code."""

    def __init__(self, feiten: Gegevens) -> None:
        """Take the names of everything that has a page."""
        self._gemeenten = keuzelijst.gemeenten(feiten)
        self._indicatoren = keuzelijst.indicatoren(feiten)
        self._onderwerpen = keuzelijst.onderwerpen(feiten)
        self._rapporten = keuzelijst.rapporten(feiten)
        lijst = feiten.vraag("indicatoren")
        self._begrip = dict(zip(lijst["indicator_id"], lijst["begrip_id"], strict=True))

    def gemeente(self, gemeente_code: str) -> str | None:
        """The page of a gemeente."""
        return self._adres("gemeente", "gemeente", self._gemeenten, gemeente_code)

    def indicator(self, indicator_id: str) -> str | None:
        """The course of an indicator over the country; an older edition's leads to that of today."""
        return self._adres("onderwerp", "indicator", self._indicatoren, self._begrip.get(indicator_id, ""))

    def onderwerp(self, onderwerp_id: str) -> str | None:
        """The page of an onderwerp."""
        return self._adres("onderwerp", "onderwerp", self._onderwerpen, onderwerp_id)

    def rapport(self, rapport_id: str) -> str | None:
        """The rapport among the bronnen."""
        return self._adres("bronnen", "rapport", self._rapporten, rapport_id)

    @staticmethod
    def _adres(pagina: str, sleutel: str, lijst: keuzelijst.Keuzelijst, code: str) -> str | None:
        return adres(pagina, {sleutel: lijst.woord(code)}) if code in lijst.codes else None
