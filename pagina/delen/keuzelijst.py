"""Lists to choose from, by the words that a reader sees and a link carries."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from pagina.beeld import zinnen
from pagina.beeld.lijst import Woordenlijst
from pagina.delen import adresbalk
from pagina.delen.gegevens import Gegevens


class Keuzelijst(Woordenlijst):
    """Labels for codes, drawn as a list or as buttons. The label is what the URL carries.

    What is typed must stand in a label as it is: else a few letters out of any word would choose it, too.
    """

    def meld_onbekend(self, sleutel: str, naam: str) -> None:
        """Name the values in the URL that are not in this list: the widget drops them without a word.

        What this page showed until the reader chose something else, another kader, is no mistake in a link.
        """
        eerder = adresbalk.eerder(sleutel)
        # nothing chosen, where something is chosen at the start, stands in the URL as an empty value
        vreemd = [waarde for waarde in st.query_params.get_all(sleutel) if waarde and waarde not in self.woorden]
        _meld(" in de link", naam, [waarde for waarde in vreemd if waarde not in eerder.adres])
        _meld("", naam, [waarde for waarde in vreemd if waarde in eerder.gekozen])

    def _meld_eerdere(self, sleutel: str, naam: str) -> None:
        """Name the values in the URL before the last, where one thing is chosen: the widget takes the last."""
        *eerder, laatste = st.query_params.get_all(sleutel) or [""]
        if ook := [waarde for waarde in dict.fromkeys(eerder) if waarde in self.woorden and waarde != laatste]:
            lijst = zinnen.letterlijk(zinnen.genoemd(ook))
            st.warning(
                f"De link noemt bij ‘{naam}’ ook {lijst}; hier telt alleen de laatste keuze.", icon=":material/warning:"
            )

    def een(
        self, sleutel: str, naam: str, *, leeg: str | None = None, begin: str | None = None, hulp: str | None = None
    ) -> str | None:
        """Draw a list of which one thing is chosen: `begin`, else the first, until the reader or a link chooses.

        With `leeg` (what the empty box says) nothing may be chosen. `hulp` is what the question mark beside it says.
        """
        self.meld_onbekend(sleutel, naam)
        self._meld_eerdere(sleutel, naam)
        _vergeet_ander_soort(sleutel, str)
        keuze = st.selectbox(
            naam,
            self.codes,
            index=self.codes.index(begin or self.codes[0]) if leeg is None and self.codes else None,
            format_func=self.woord,
            key=sleutel,
            bind="query-params",
            placeholder=leeg or "kies",
            filter_mode="contains",
            help=hulp,
        )
        self.noem(sleutel, keuze, altijd=leeg is None)
        return keuze

    def noem(self, sleutel: str, code: str | None, *, altijd: bool) -> None:
        """Let the address name one thing; `altijd` where a first visit shows it too, as long as the facts stay so."""
        woorden = [self.woord(code)] if code is not None else []
        adresbalk.toon(sleutel, [] if altijd else woorden, adres=woorden, altijd=altijd)

    def meer(
        self,
        sleutel: str,
        naam: str,
        *,
        leeg: str = "alle",
        begin: list[str] | None = None,
        anders: Callable[[list[str]], list[str]] | None = None,
        hulp: str | None = None,
    ) -> list[str] | None:
        """Draw a list of which nothing (everything) or several things are chosen.

        `leeg` is what the empty box says; `begin` what is chosen until the reader or a link chooses. `anders` gives of
        what is chosen what that comes to, where an empty box is not everything; the address names it.
        """
        self.meld_onbekend(sleutel, naam)
        _vergeet_ander_soort(sleutel, list)
        keuze = st.multiselect(
            naam,
            self.codes,
            default=begin,
            format_func=self.woord,
            key=sleutel,
            bind="query-params",
            placeholder=leeg,
            filter_mode="contains",
            help=hulp,
        )
        woorden = [self.woord(code) for code in keuze]
        in_adres = [self.woord(code) for code in anders(keuze)] if anders else woorden or ([""] if begin else [])
        adresbalk.toon(sleutel, woorden, adres=in_adres, altijd=bool(anders or begin))
        return keuze or None

    def knoppen(self, sleutel: str, naam: str, *, uit_gegevens: bool = False) -> str:
        """Draw a choice between a few ways of looking; the first unless the reader chose.

        `uit_gegevens`: which is the first depends on the facts.
        """
        self.meld_onbekend(sleutel, naam)
        self._meld_eerdere(sleutel, naam)
        # no segmented control: its chosen word is too faint in the dark theme, in whatever primary colour
        keuze = st.radio(naam, self.codes, format_func=self.woord, key=sleutel, bind="query-params", horizontal=True)
        self.noem(sleutel, keuze if uit_gegevens or keuze != self.codes[0] else None, altijd=uit_gegevens)
        return keuze


def _meld(waar: str, naam: str, vreemd: list[str]) -> None:
    if vreemd:
        lijst = zinnen.letterlijk(zinnen.genoemd(vreemd))
        hoort = zinnen.meervoud(len(vreemd), "staat niet in de lijst en telt", "staan niet in de lijst en tellen")
        st.warning(f"De keuze {lijst}{waar} voor ‘{naam}’ {hoort} niet mee.", icon=":material/warning:")


def _vergeet_ander_soort(sleutel: str, soort: type) -> None:
    """Forget what the list of another page keeps by this name: after a quick change of pages it may still be there.

    There one thing is chosen and here several, or the other way round; Streamlit fails on it for the rest of the visit.
    """
    if sleutel in st.session_state and not isinstance(st.session_state[sleutel], soort):
        del st.session_state[sleutel]


def gemeenten(feiten: Gegevens) -> Keuzelijst:
    """Every gemeente that has a page: all that the lists name, with or without a rapport."""
    return _lijst(feiten, "gemeenten", "gemeente_code", "gemeente")


def indicatoren(feiten: Gegevens) -> Keuzelijst:
    """Every indicator, once however many editions it stands in, as 'Doorzettingsmacht (GGSR beleid)'."""
    return feiten.onthoud("keuzelijst indicatoren", lambda: _indicatoren(feiten))


def _indicatoren(feiten: Gegevens) -> Keuzelijst:
    lijst = feiten.vraag("indicatoren")
    lijst = lijst[lijst["indicator_id"] == lijst["begrip_id"]]
    return Keuzelijst(lijst["indicator_id"], lijst["kort"] + " (" + lijst["kader"] + ")")


def onderwerpen(feiten: Gegevens) -> Keuzelijst:
    """Every onderwerp, in the order of the list of onderwerpen."""
    return _lijst(feiten, "alle_onderwerpen", "onderwerp_id", "onderwerp")


def rapporten(feiten: Gegevens) -> Keuzelijst:
    """Every rapport by its title."""
    return _lijst(feiten, "rapporten", "rapport_id", "titel")


def _lijst(feiten: Gegevens, vraag: str, code: str, woord: str) -> Keuzelijst:
    def maak() -> Keuzelijst:
        rijen = feiten.vraag(vraag)
        return Keuzelijst(rijen[code], rijen[woord])

    return feiten.onthoud(f"keuzelijst {vraag}", maak)
