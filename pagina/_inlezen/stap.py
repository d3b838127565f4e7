"""The steps of reviewing a voorstel: their headings with how far each is, and the list of them above the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup

from data.rapporten.voorstel import Rij, Voorstel
from pagina._inlezen import melding
from pagina._inlezen.werk import Werk
from pagina.delen import web

GEMEENTE = "gemeente_code"
#: What must be known of a rapport and of a meting, by its word.
KOP_NODIG = {
    "titel": "titel",
    "uitgever": "uitgever",
    "gepubliceerd": "datum van publicatie",
    "soort": "soort",
    GEMEENTE: "gemeente",
}
METING_NODIG = {"bewijs": "bewijs", "dekking": "dekking", "basis": "basis"}


@dataclass(frozen=True)
class Stap:
    """One step: its anchor, its heading, and how much of it is done. A step without a number has `geheel` 0."""

    anker: str
    kop: str
    klaar: int
    geheel: int
    woord: str = ""

    @property
    def stand(self) -> str:
        """How far it is: '3 van 5 klaar'."""
        return self.woord or (f"{self.klaar} van {self.geheel} klaar" if self.geheel else "niets te doen")

    @property
    def af(self) -> bool:
        """Whether nothing is left to do."""
        return self.klaar >= self.geheel


def kop(stap: Stap) -> None:
    """The heading of a step, and below it how far it is."""
    st.header(stap.kop, anchor=stap.anker)
    st.markdown(f"{'✓' if stap.af else '○'} {stap.stand}")


def alle(werk: Werk, vergelijking: Stap, verandering: Stap, aanvaarding: Stap) -> dict[str, Stap]:
    """Every step by its anchor, in the order of the page."""
    stappen = [
        rapport(werk),
        vergelijking,
        twijfels(werk),
        oordelen(werk),
        bevindingen(werk),
        privacy(werk),
        verandering,
        aanvaarding,
    ]
    return {stap.anker: stap for stap in stappen}


def meldingen(werk: Werk) -> None:
    """What the last edit came to, in a place that stays in sight wherever on the page the edit was made."""
    with st.container(key="inlezen-melding"):
        if werk.fout:
            melding.fout(werk.fout)
        if werk.gelukt:
            melding.goed(werk.gelukt)


def overzicht(werk: Werk, stappen: Mapping[str, Stap]) -> None:
    """What is under review, and all steps with how far each is."""
    kop_ = werk.voorstel.kop
    st.header("Voorstel", anchor=False)
    web.toon(
        web.zin("<strong>{titel}</strong>", titel=kop_["titel"] or kop_["naam"]),
        web.stil(f"{kop_['naam']} ({kop_['vorm']}). "),
        web.link("inlezen", "Terug naar alle voorstellen"),
    )
    if kop_["correctie"]:
        st.markdown("Dit voorstel verbetert een levering. Wat u niet wijzigt, blijft letterlijk zoals het is.")
    if kop_["melding"]:
        melding.waarschuwing(kop_["melding"])
    regels = (
        Markup('<a href="#{}">{}</a>: {} {}').format(s.anker, s.kop, "✓" if s.af else "○", s.stand)
        for s in stappen.values()
    )
    web.toon(web.lijst(regels))


def rapport(werk: Werk) -> Stap:
    """What kind of rapport this is: the fields that must be filled, of the rapport and of each meting."""
    leeg = ontbreekt(werk.voorstel)
    geheel = len(kop_nodig(werk.voorstel)) + len(METING_NODIG) * len(nieuwe_metingen(werk.voorstel))
    return Stap("rapport", "1. Wat voor rapport is dit?", geheel - len(leeg), geheel)


def nieuwe_metingen(voorstel: Voorstel) -> list[Rij]:
    """The metingen that the store does not have yet: only those are filled in here."""
    return [meting for meting in voorstel.metingen if meting["nieuw"] != "nee"]


def kop_nodig(voorstel: Voorstel) -> dict[str, str]:
    """What must be known of the rapport; what is fixed in a levering that is put right is not asked again.

    A rapport with verdicts or metingen has a kader.
    """
    if voorstel.kop["correctie"]:
        return {kolom: woord for kolom, woord in KOP_NODIG.items() if kolom != GEMEENTE}
    return KOP_NODIG | ({"editie_id": "kader"} if voorstel.gebruikt or voorstel.metingen else {})


def ontbreekt(voorstel: Voorstel) -> list[str]:
    """The words of the fields that are still empty."""
    leeg = [woord for kolom, woord in kop_nodig(voorstel).items() if not voorstel.kop[kolom]]
    return leeg + [
        f"{woord} van {meting['aanpak']} {meting['peiljaar']}"
        for meting in nieuwe_metingen(voorstel)
        for kolom, woord in METING_NODIG.items()
        if not meting[kolom]
    ]


def twijfels(werk: Werk) -> Stap:
    """The doubts other than those about privacy."""
    lijst = over_het_lezen(werk.voorstel)
    return Stap("twijfels", "3. Twijfels", _afgehandeld(lijst), len(lijst))


def oordelen(werk: Werk) -> Stap:
    """The rows in use, and how many of them are complete."""
    rijen = werk.voorstel.gebruikt
    woord = "" if rijen else "dit rapport geeft geen gedrukte oordelen"
    return Stap("oordelen", "4. Oordelen", sum(map(compleet, rijen)), len(rijen), woord)


def compleet(rij: Rij) -> bool:
    """Whether an oordeel says of what it is, of whom and of when, and what."""
    return all(rij[kolom] for kolom in ("indicator_id", "aanpak", "uitkomst", "peiljaar"))


def bevindingen(werk: Werk) -> Stap:
    """What is recorded by hand; nothing must be."""
    aantal = len(werk.voorstel.bevindingen)
    return Stap(
        "bevindingen", "5. Bevindingen", 0, 0, f"{aantal} vastgelegd" if aantal else "nog niets vastgelegd; dat mag"
    )


def privacy(werk: Werk) -> Stap:
    """What looks like personal data."""
    lijst = over_privacy(werk.voorstel)
    woord = "" if lijst else "niets herkend; kijk zelf of er namen in staan"
    return Stap("persoonsgegevens", "6. Persoonsgegevens", _afgehandeld(lijst), len(lijst), woord)


def over_privacy(voorstel: Voorstel) -> list[Rij]:
    """The doubts about personal data."""
    return [twijfel for twijfel in voorstel.twijfels if twijfel["soort"] == "privacy"]


def over_het_lezen(voorstel: Voorstel) -> list[Rij]:
    """All other doubts."""
    return [twijfel for twijfel in voorstel.twijfels if twijfel["soort"] != "privacy"]


def _afgehandeld(rijen: Sequence[Rij]) -> int:
    return sum(rij["afgehandeld"] == "ja" for rij in rijen)
