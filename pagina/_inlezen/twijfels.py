"""Steps 3 and 6: every doubt, one at a time, beside the words of the report; none can be accepted unseen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st

from data.rapporten.document import Plek
from data.rapporten.gelezen import Soort
from data.rapporten.privacy import WEGGEHAALD, zoek_persoonsgegevens
from data.rapporten.voorstel import Rij, handel_af, heropen, laat_weg
from pagina._inlezen import editie, oordeel, stap
from pagina._inlezen.passage import merk_woorden, passage
from pagina._inlezen.rapport import kies_kader_veld
from pagina._inlezen.werk import Werk
from pagina.delen import web
from pagina.delen.twijfelsoort import SOORT

PRIVACY = str(Soort.PRIVACY)
WAT_WEG_IS = f"Wat u hier weghaalt, wordt niet bewaard: in de geschiedenis staat dan ‘{WEGGEHAALD}’."
WAT_BLIJFT = (
    f"{WAT_WEG_IS} Alleen het bestand van het rapport zelf blijft bij de levering, zoals het is binnengekomen; "
    "het dashboard toont dat na het aanvaarden alleen nog aan wie de levering verbetert."
)
WAT_IS_GEZOCHT = (
    "Gezocht is naar burgerservicenummers, rekeningnummers, telefoonnummers, e-mailadressen en adressen, in wat u "
    "aanvaardt: de toelichting en opmerking bij elk oordeel, en de titel, tekst en opmerking van elke bevinding.\n\n"
    "**Namen worden niet herkend: kijk zelf of er een naam in staat.** Kijk ook zelf naar wat u bij stap 1 invult, "
    "zoals de titel en de basis. De rest van het rapport is niet doorzocht: die wordt niet overgenomen."
)
KLOPT = "klopt zoals het nu staat"


@dataclass(frozen=True)
class Reeks:
    """The doubts of one step, and the name under which the page remembers which is looked at."""

    naam: str
    rijen: Sequence[Rij]
    woord_klaar: str

    @property
    def sleutel(self) -> str:
        """Where the session keeps the number of the doubt that is looked at."""
        return f"twijfel-{self.naam}"

    @property
    def nummers(self) -> list[str]:
        """The numbers in order."""
        return [rij["nr"] for rij in self.rijen]

    @property
    def open(self) -> list[str]:
        """The numbers of those that nobody has settled."""
        return [rij["nr"] for rij in self.rijen if rij["afgehandeld"] != "ja"]

    def eerste_open(self, na: str = "") -> str:
        """The next doubt that is open, from a given one on and then from the start; the given one when none is."""
        begin = self.nummers.index(na) + 1 if na in self.nummers else 0
        rondje = [*self.nummers[begin:], *self.nummers[:begin]]
        return next((nummer for nummer in rondje if nummer in self.open), na if na in self.nummers else self.nummers[0])


def over_het_lezen(werk: Werk) -> Reeks:
    """The doubts about what was read and recognised."""
    return Reeks("lezen", stap.over_het_lezen(werk.voorstel), "Klopt zo")


def over_privacy(werk: Werk) -> Reeks:
    """What looks like personal data."""
    return Reeks("privacy", stap.over_privacy(werk.voorstel), "Dit mag blijven staan")


def toon(werk: Werk, reeks: Reeks) -> None:
    """The list to choose from, and the doubt that is looked at with what settles it."""
    if reeks.naam == "privacy":
        st.markdown(WAT_IS_GEZOCHT)
        st.markdown(WAT_BLIJFT if werk.voorstel.heeft_bron else WAT_WEG_IS)
    elif not reeks.rijen:
        st.markdown("Niets gevonden om na te kijken.")
    if not reeks.rijen:
        return
    _kies_open(reeks)
    keuze, vorige, volgende = st.columns([6, 1, 1], vertical_alignment="bottom")
    per_nummer = {rij["nr"]: rij for rij in reeks.rijen}
    with keuze:
        # set anew: a list keeps the words of what was chosen, also when that was settled meanwhile
        st.session_state[reeks.sleutel] = str(st.session_state[reeks.sleutel])
        nummer = st.selectbox(
            f"Kies uit {len(reeks.rijen)}",
            reeks.nummers,
            format_func=lambda nr: _regel(per_nummer[nr]),
            key=reeks.sleutel,
        )
    vorige.button("Vorige", key=f"{reeks.sleutel}-vorige", on_click=_verder, args=(reeks, -1), width="stretch")
    volgende.button("Volgende", key=f"{reeks.sleutel}-volgende", on_click=_verder, args=(reeks, 1), width="stretch")
    with st.container(border=True, key=f"{reeks.sleutel}-vak"):
        _een(werk, reeks, per_nummer[str(nummer)])


def _kies_open(reeks: Reeks) -> None:
    """Look at the doubt that was chosen; from one that was settled elsewhere on the page, go on to the next."""
    bekeken, was_open = st.session_state.get(reeks.sleutel, ""), st.session_state.get(f"{reeks.sleutel}-open")
    if bekeken not in reeks.nummers or (bekeken == was_open and bekeken not in reeks.open):
        bekeken = st.session_state[reeks.sleutel] = reeks.eerste_open(bekeken)
    st.session_state[f"{reeks.sleutel}-open"] = bekeken if bekeken in reeks.open else ""


def _een(werk: Werk, reeks: Reeks, twijfel: Rij) -> None:
    """One doubt: its sentence, the row it is on, the passage, and the ways to settle it."""
    web.toon(web.zin("<strong>{soort}.</strong> {zin}", soort=_hoofd(twijfel["soort"]), zin=twijfel["zin"]))
    rij = next((rij for rij in werk.voorstel.oordelen if rij["nr"] == twijfel["oordeel_nr"]), None)
    plek = plek_van(twijfel) or (plek_van(rij) if rij else None)
    zoek = gegevens_in(rij) if twijfel["soort"] == PRIVACY and rij is not None else []
    over_editie = twijfel["over"] == editie.OVER
    if over_editie:
        editie.toon(werk)
    links, rechts = st.columns(2)
    with links:
        if zoek and rij is not None:
            waar = merk_woorden(f"{rij['toelichting']} {rij['opmerking']}", zoek)
            web.toon(web.zin("Dit wordt aanvaard: {waar}", waar=waar))
        if rij is not None:
            oordeel.velden_van(werk, rij, sleutel=f"{reeks.sleutel}-rij")
        if over_editie:
            kies_kader_veld(werk, sleutel=f"{reeks.sleutel}-editie")
        _afhandelen(werk, reeks, twijfel, rij)
    with rechts:
        if plek is not None:
            web.toon(passage(werk.voorstel.document, plek, bij=f"twijfel {twijfel['nr']}", zoek=zoek))
        if rij is None and not over_editie:
            waar = web.link("#rapport", "1. Wat voor rapport is dit?")
            web.toon(web.zin("Deze twijfel gaat over het rapport als geheel; de velden staan bij {waar}", waar=waar))


def gegevens_in(rij: Rij) -> list[str]:
    """What looks like personal data in the texts of a row."""
    teksten = (rij["toelichting"], rij["opmerking"])
    return [tekst[t.begin : t.einde] for tekst in teksten for t in zoek_persoonsgegevens(tekst)]


def _afhandelen(werk: Werk, reeks: Reeks, twijfel: Rij, rij: Rij | None) -> None:
    nummer = twijfel["nr"]
    if twijfel["afgehandeld"] == "ja":
        web.toon(web.zin("✓ Afgehandeld: {besluit}.", besluit=twijfel["besluit"].rstrip(".")))
        st.button(
            "Opnieuw bekijken",
            key=f"{reeks.sleutel}-heropen",
            on_click=werk.klik,
            args=(partial(heropen, werk.voorstel, nummer),),
        )
        return
    besluit = st.text_input("Uw besluit, als u iets wilt vastleggen", key=f"{reeks.sleutel}-besluit-{nummer}")
    with st.container(horizontal=True):
        st.button(
            reeks.woord_klaar,
            type="primary",
            key=f"{reeks.sleutel}-klopt",
            on_click=_klaar,
            args=(werk, reeks, nummer, besluit.strip() or KLOPT),
        )
        if rij is not None and rij["gebruikt"] == "ja":
            st.button(
                "Laat deze rij weg",
                key=f"{reeks.sleutel}-weg",
                on_click=_weg,
                args=(werk, reeks, nummer, rij["nr"]),
            )


def _klaar(werk: Werk, reeks: Reeks, nummer: str, besluit: str) -> None:
    if werk.doe(lambda: handel_af(werk.voorstel, nummer, besluit)):
        st.session_state[reeks.sleutel] = reeks.eerste_open(nummer)


def _weg(werk: Werk, reeks: Reeks, nummer: str, oordeel_nr: str) -> None:
    if werk.doe(lambda: laat_weg(werk.voorstel, oordeel_nr, reden="weggelaten bij het nakijken")):
        st.session_state[reeks.sleutel] = reeks.eerste_open(nummer)


def _verder(reeks: Reeks, hoever: int) -> None:
    waar = reeks.nummers.index(st.session_state[reeks.sleutel])
    st.session_state[reeks.sleutel] = reeks.nummers[(waar + hoever) % len(reeks.nummers)]


def plek_van(rij: Rij) -> Plek | None:
    """Where a row of the voorstel stands in the report; None where it does not say."""
    if not rij["blok"].isdigit():
        return None
    rij_, kolom = (int(rij[naam]) if rij[naam].isdigit() else None for naam in ("rij", "kolom"))
    return Plek(int(rij["blok"]), rij_, kolom)


def _regel(twijfel: Rij) -> str:
    teken = "✓" if twijfel["afgehandeld"] == "ja" else "○"
    return f"{teken} {twijfel['nr']}. {SOORT.get(twijfel['soort'], twijfel['soort'])}: {twijfel['zin']}"


def _hoofd(soort: str) -> str:
    woord = SOORT.get(soort, soort)
    return woord[:1].upper() + woord[1:]
