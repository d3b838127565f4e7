"""Step 8: accept, by name; or throw the voorstel away. And what was written, once it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from data.aanvaarding.aanvaarden import Aanvaard, Bezwaard, aanvaard
from data.fouten import LeveringGeweigerd, Verouderd, Weigering, in_een_zin
from data.rapporten.voorstel import VoorstelVerouderd, verwijder
from pagina._inlezen import melding, vergelijking, vervanging, voorvertoning
from pagina._inlezen.rapport import blijft_te_zien, gemeente_naam, kader_naam
from pagina._inlezen.stap import Stap
from pagina._inlezen.verandering import Plaats
from pagina._inlezen.werk import Werk, sluit
from pagina.beeld import zinnen
from pagina.delen import peil, toegang, web
from pagina.delen.koppelingen import adres
from pagina.delen.toegang import Rol
from pagina.delen.verantwoord import wie

#: Where the session keeps the name of the editor, and what was accepted last.
NAAM, KLAAR = "redacteur", "inlezen-aanvaard"
KIJK = "Kijk eerst bij stap 7 wat er verandert."
NIETS = (
    "Dit bestand staat al in de verzameling en er is niets gewijzigd: er valt niets te aanvaarden. U kunt dit voorstel "
    "weggooien."
)


@dataclass(frozen=True)
class Ervoor:
    """The state of the store before something was accepted: its datasetversie, and whether concept counts in it."""

    versie: str
    met_concept: bool

    @classmethod
    def van(cls, werk: Werk) -> Ervoor:
        """The state that this voorstel was looked at with."""
        return cls(werk.bekend.datasetversie, any(lev.is_concept for lev in werk.bekend.leveringen))

    def zin(self) -> Markup:
        """Where its figures can still be seen, today's too: by their datasetversie."""
        mee = {peil.VERSIE: self.versie} | ({peil.GEGEVENS: peil.ALLES} if self.met_concept else {})
        waar = web.link(f"opvolging?{urlencode(mee)}", f"De vorige cijfers (datasetversie {self.versie})")
        return web.zin("{waar} blijven te zien.", waar=waar)


def _geschiedenis(keuze: Mapping[str, str], woord: str) -> Markup:
    """The history, for who may open it."""
    return web.link(adres("geschiedenis", keuze) if toegang.mag(Rol.BEHEERDER) else None, woord)


def stap(werk: Werk) -> Stap:
    """How much still stands in the way."""
    if _niets(werk):
        return Stap("aanvaarden", "8. Aanvaarden", 0, 0, "er valt niets te aanvaarden")
    aantal = len(_te_doen(werk))
    woord = f"nog {aantal} te doen" if aantal else "kan worden aanvaard"
    return Stap("aanvaarden", "8. Aanvaarden", 0, aantal, woord)


def _te_doen(werk: Werk) -> list[str]:
    """What the store asks for, and what this page does: nobody accepts what they did not see the effect of."""
    return [*werk.bezwaren(), *([] if voorvertoning.berekend(werk) else [KIJK])]


def _niets(werk: Werk) -> bool:
    """Whether this is what is in store already, and no difference waits for a choice."""
    return vervanging.niets(werk) and vergelijking.stap(werk).af


def toon(werk: Werk) -> None:
    """What is still to do, the name, the button, and the way to throw it away."""
    if _niets(werk):
        st.markdown(NIETS)
        if st.button("Gooi dit voorstel weg", key="weggooien"):
            _weggooien(werk)
        return
    te_doen = _te_doen(werk)
    if te_doen:
        st.markdown("Dit moet nog voordat u kunt aanvaarden:")
        web.toon(web.lijst(te_doen))
    else:
        st.markdown("Alles is nagekeken. Aanvaarden schrijft één levering, die daarna nooit meer verandert.")
    _wijzigingen(werk)
    blijft_te_zien(werk)
    naam = _naam()
    with st.container(horizontal=True):
        st.button(
            "Aanvaard",
            type="primary",
            key="aanvaard",
            disabled=bool(te_doen) or not naam.strip(),
            on_click=_druk,
            args=(werk,),
        )
        if st.button("Gooi dit voorstel weg", key="weggooien"):
            _weggooien(werk)
    if not te_doen and not naam.strip():
        st.markdown("Vul uw naam in om te aanvaarden.")


def _wijzigingen(werk: Werk) -> None:
    """How much was edited by hand: that is kept with the levering."""
    per_nummer = {gelezen["nr"]: gelezen for gelezen in werk.voorstel.gelezen}
    anders = sum(rij != per_nummer.get(rij["nr"]) for rij in werk.voorstel.gebruikt)
    weg = len(werk.voorstel.oordelen) - len(werk.voorstel.gebruikt)
    over = vervanging.gevonden(werk)
    nieuw = len(over.na - over.voor) if over is not None else len(werk.voorstel.bevindingen)
    woord = ("" if over is None else "nieuwe ") + zinnen.meervoud(nieuw, "bevinding", "bevindingen")
    st.markdown(
        f"{len(werk.voorstel.gebruikt)} oordelen worden aanvaard, waarvan {anders} met de hand gewijzigd of "
        f"toegevoegd; {weg} weggelaten; {nieuw} {woord}."
    )
    if over is not None:
        web.toon(web.zin("{zin}", zin=over.mee))


def _naam() -> str:
    """Who accepts: who is logged in, and without login the name that is filled in."""
    if eigen := toegang.naam():
        web.toon(web.zin("U aanvaardt als <strong>{naam}</strong>.", naam=eigen))
        return eigen
    st.session_state.setdefault(f"{NAAM}-veld", st.session_state.get(NAAM, ""))
    return st.text_input("Uw naam", key=f"{NAAM}-veld", on_change=_onthoud, autocomplete="name")


def _onthoud() -> None:
    st.session_state[NAAM] = st.session_state[f"{NAAM}-veld"]


@toegang.alleen(Rol.REDACTEUR)
def _druk(werk: Werk) -> None:
    """Accept what was seen: an edit may have come in with the very same click."""
    if voorvertoning.berekend(werk):
        _aanvaard(werk)
    else:
        werk.fout, werk.gelukt = f"Niet aanvaard. {KIJK}", ""


def _aanvaard(werk: Werk) -> None:
    """Write the levering; what stops it is said, and the voorstel stays."""
    werk.fout = werk.gelukt = ""
    door = toegang.naam() or st.session_state[f"{NAAM}-veld"].strip()
    keuze = {"kader": kader_naam(werk), "gemeente": gemeente_naam(werk, werk.voorstel.kop)}
    ervoor, plaatsen = Ervoor.van(werk), voorvertoning.waar(werk)
    try:
        uitkomst = aanvaard(werk.voorstel, door=door, wie=wie(), verwacht=werk.bekend.datasetversie)
    except Bezwaard as fout:
        werk.fout = "Niet aanvaard: " + " ".join(fout.bezwaren)
    except LeveringGeweigerd as fout:
        werk.fout = "Niet aanvaard: " + " ".join(str(deel) for deel in fout.fouten)
    except Verouderd as fout:
        werk.ververs()
        werk.fout = f"Niet aanvaard. {fout} De gegevens zijn nu ververst: kijk stap 2 en 7 na en aanvaard dan opnieuw."
    except VoorstelVerouderd as fout:
        werk.laad_opnieuw(str(fout))
    except (Weigering, OSError) as fout:
        werk.fout = f"Niet aanvaard. {in_een_zin(fout)}"
    else:
        st.session_state[KLAAR] = (uitkomst, keuze, ervoor, plaatsen)
        sluit()


def aanvaard_zojuist() -> None:
    """What was written in this session just now, and where to go on."""
    if KLAAR not in st.session_state:
        return
    uitkomst, keuze, ervoor, plaatsen = st.session_state.pop(KLAAR)
    # the button was at the foot of a page that is gone: what came of it stays in sight wherever the reader is
    with st.container(key="inlezen-melding"):
        openbaar = _gedaan(uitkomst)
    mee = {} if openbaar else {peil.GEGEVENS: peil.ALLES}
    gemeente = keuze["gemeente"]
    web.toon(
        _waar(plaatsen, mee),
        web.zin(
            "Bekijk {opvolging}, {gemeente} of {geschiedenis}."
            if toegang.mag(Rol.BEHEERDER)
            else "Bekijk {opvolging} of {gemeente}.",
            opvolging=web.link(adres("opvolging", {**keuze, **_periode(plaatsen, keuze), **mee}), "de opvolging"),
            gemeente=web.link(adres("gemeente", {"gemeente": gemeente, **mee}), f"de gemeente {gemeente}".strip()),
            geschiedenis=_geschiedenis({"levering": uitkomst.levering_id}, "de geschiedenis"),
        ),
        ervoor.zin(),
    )


def _periode(plaatsen: Sequence[Plaats], keuze: Mapping[str, str]) -> dict[str, str]:
    """The pair of years that changes here, a new one above others: without it the page opens with its latest."""
    hier = [waar.periode for waar in plaatsen if (waar.kader, waar.gemeente) == (keuze["kader"], keuze["gemeente"])]
    return {"periode": hier[-1]} if hier else {}


def _waar(plaatsen: Sequence[Plaats], mee: Mapping[str, str]) -> Markup:
    """Where the new figures stand: a page that opens with another pair of years hardly shows them."""
    if not plaatsen:
        return Markup("")
    links = (
        web.link(
            adres("opvolging", {"kader": waar.kader, "gemeente": waar.gemeente, "periode": waar.periode, **mee}),
            f"{waar.gemeente}, {waar.kader}, {waar.periode}",
        )
        for waar in plaatsen
    )
    uitleg = web.zin(
        "De nieuwe cijfers staan hier. Overzicht begint per kader met één periode; dat kan een andere zijn."
    )
    return uitleg + web.lijst(links)


def _gedaan(uitkomst: Aanvaard) -> bool:
    """Say what was written; whether it is public."""
    if uitkomst.gebouwd is None:
        melding.fout(uitkomst.melding)
        return True
    alles = uitkomst.gebouwd.alles or uitkomst.gebouwd
    openbaar = alles.datasetversie == uitkomst.gebouwd.datasetversie
    waar = f"staat in de cijfers (datasetversie {alles.datasetversie})"
    if not openbaar:
        waar = "is een concept: zij telt alleen mee als u ook kijkt naar wat nog niet openbaar is"
    melding.goed(f"De levering ‘{uitkomst.levering_id}’ is aanvaard en {waar}.")
    return openbaar


@toegang.alleen(Rol.REDACTEUR)
def _gooi_weg(werk: Werk) -> None:
    try:
        verwijder(werk.voorstel)
    except VoorstelVerouderd as fout:
        werk.laad_opnieuw(str(fout))
    except OSError as fout:
        werk.fout = f"Niet weggegooid. {in_een_zin(fout)}"
    else:
        sluit()


@st.dialog("Dit voorstel weggooien?")
def _weggooien(werk: Werk) -> None:
    st.markdown("Het voorstel verdwijnt, met het bestand en alles wat u hebt nagekeken. De verzameling verandert niet.")
    with st.container(horizontal=True):
        if st.button("Ja, gooi weg", type="primary", key="weggooien-ja", on_click=_gooi_weg, args=(werk,)):
            st.rerun()
        if st.button("Nee, bewaar", key="weggooien-nee"):
            st.rerun()
