"""Step 7: what accepting this voorstel changes in the figures. Built with and without it, and said in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from data.aanvaarding.aanvaarden import proefbouw
from data.fouten import LeveringGeweigerd, Weigering, in_een_zin
from data.gebouwd.openen import huidig_bestand
from data.instellingen import instellingen
from data.rapporten.voorstel import tabellen
from pagina._inlezen import melding, vervanging
from pagina._inlezen.opening import Perioden, begin_overzicht, perioden
from pagina._inlezen.stap import Stap, compleet, ontbreekt
from pagina._inlezen.verandering import Cijfers, Plaats, Verandering, cijfers, plaatsen, veranderingen
from pagina._inlezen.werk import Werk
from pagina.beeld import zinnen
from pagina.delen import klok, web
from pagina.delen.toegang import Rol, alleen
from queries import Bron

#: The id of the levering in a preview; none that is accepted has this one.
VOORLOPIG = "voorvertoning"
UITLEG = (
    "‘Nu’ is zonder dit voorstel, ‘straks’ is als u aanvaardt. Wordt een getal kleiner, dan staat erbij waar de rest "
    "gaat tellen, als dat een andere periode is."
)
_FOUTEN = "voorvertoning-fouten"
#: Where the session keeps what was worked out, by the folder of the voorstel: it is there again when that is reopened.
_BEREKEND = "inlezen-voorvertoning"


@dataclass(frozen=True)
class Berekend:
    """What was worked out, and for which state of the voorstel and of the store."""

    van: tuple[str, str]
    uitkomst: list[Verandering]
    plaatsen: list[Plaats]


def stap(werk: Werk) -> Stap:
    """Whether the figures were worked out, and for the voorstel as it stands now."""
    actueel = berekend(werk)
    woord = "berekend" if actueel else "nog niet berekend" if _laatst(werk) is None else "verouderd, bereken opnieuw"
    return Stap("verandering", "7. Wat verandert er?", int(actueel), 1, woord)


def berekend(werk: Werk) -> bool:
    """Whether the editor can see what this voorstel, as it stands now, changes in the store as it stands now."""
    laatst = _laatst(werk)
    return laatst is not None and laatst.van == _stand(werk)


def waar(werk: Werk) -> list[Plaats]:
    """Where the figures change, as worked out last."""
    laatst = _laatst(werk)
    return laatst.plaatsen if laatst is not None else []


def _laatst(werk: Werk) -> Berekend | None:
    """What was worked out last in this session, maybe before an edit."""
    alles: dict[str, Berekend] = st.session_state.get(_BEREKEND, {})
    return alles.get(str(werk.voorstel.map))


def _stand(werk: Werk) -> tuple[str, str]:
    """The voorstel as it was kept last, and the store: an edit that is undone makes it the same again."""
    return werk.voorstel.versie, werk.bekend.datasetversie


def toon(werk: Werk) -> None:
    """What becomes of the levering that is replaced, the button, and what came of it."""
    vervanging.toon(werk)
    st.button("Bereken wat er verandert", key="voorvertoning", on_click=_bereken, args=(werk,))
    for fout in werk.los.get(_FOUTEN, []):
        melding.fout(fout)
    laatst = _laatst(werk)
    if laatst is None:
        return
    if not berekend(werk):
        st.info("Het voorstel is hierna nog gewijzigd. Bereken opnieuw.", icon=":material/info:")
    if not laatst.uitkomst:
        st.markdown("Aan de cijfers verandert niets.")
        return
    st.markdown(UITLEG)
    web.toon(lijst(laatst.uitkomst))


def lijst(uitkomst: Sequence[Verandering]) -> Markup:
    """What changes per gemeente and heading, each with its sentences below it."""
    return web.lijst(
        web.regel("<strong>{gemeente}, {wat}</strong>", gemeente=deel.gemeente, wat=deel.waaronder)
        + web.lijst(deel.zinnen)
        for deel in uitkomst
    )


@alleen(Rol.REDACTEUR)
def _bereken(werk: Werk) -> None:
    """Build the store with the voorstel in it, and compare."""
    alles: dict[str, Berekend] = st.session_state.setdefault(_BEREKEND, {})
    alles.pop(str(werk.voorstel.map), None)
    werk.los[_FOUTEN] = [f"Vul eerst in: {wat}." for wat in _eerst(werk)]
    if werk.los[_FOUTEN]:
        return
    try:
        voor, begin_voor = _zonder()
        na, begin_na = _met(werk)
    except LeveringGeweigerd as fout:
        werk.los[_FOUTEN] = [str(deel) for deel in fout.fouten] or [str(fout)]
    except Weigering as fout:
        werk.los[_FOUTEN] = [str(fout)]
    except OSError as fout:
        werk.los[_FOUTEN] = [f"Dit is nu niet te berekenen. {in_een_zin(fout)}"]
    else:
        uitkomst = [*begin_overzicht(begin_voor, begin_na), *veranderingen(voor, na)]
        alles[str(werk.voorstel.map)] = Berekend(_stand(werk), uitkomst, plaatsen(voor, na))


def _eerst(werk: Werk) -> Iterator[str]:
    """What is empty and no levering goes without, in the words of the page and with the step where it is filled in."""
    if leeg := ontbreekt(werk.voorstel):
        yield f"{zinnen.opsomming(leeg)} (bij stap 1)"
    kop = werk.voorstel.kop
    if kop["vervangt"] and not kop["reden"]:
        yield f"‘{vervanging.REDEN}’ (bij stap 2)"
    aantal = sum(not compleet(rij) for rij in werk.voorstel.gebruikt)
    if aantal:
        waarvan = zinnen.meervoud(aantal, "oordeel", "oordelen")
        yield f"indicator, aanpak, uitkomst en peiljaar van {aantal} {waarvan} waarbij er een leeg is (bij stap 4)"


def _zonder() -> tuple[Cijfers, Perioden]:
    """The figures of what is accepted now, concept leveringen too."""
    return _uit(huidig_bestand(instellingen().map, alles=True))


def _met(werk: Werk) -> tuple[Cijfers, Perioden]:
    """The figures with the voorstel in them; the database that tells them is thrown away again."""
    los = tabellen(werk.voorstel, werk.bekend, levering_id=VOORLOPIG, aanvaard_op=klok.vandaag().isoformat())
    with proefbouw(los) as bestand:
        return _uit(bestand)


def _uit(bestand: Path) -> tuple[Cijfers, Perioden]:
    bron = Bron(bestand)
    return cijfers(bron.rijen), perioden(bron.rijen)
