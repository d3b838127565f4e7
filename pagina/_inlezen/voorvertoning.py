"""Step 7: what accepting this voorstel changes in the figures. Built with and without it, and said in sentences."""

from __future__ import annotations

import streamlit as st

from data.aanvaarden import proefbouw
from data.fouten import LeveringGeweigerd, NietTeOpenen
from data.instellingen import instellingen
from data.openen import huidig_bestand
from data.rapporten.voorstel import OngeldigeWaarde, tabellen
from pagina._inlezen import melding
from pagina._inlezen.stap import Stap
from pagina._inlezen.verandering import Cijfers, Verandering, cijfers, veranderingen
from pagina._inlezen.werk import Werk
from pagina.delen import klok, web
from queries import Bron

#: The id of the levering in a preview; none that is accepted has this one.
VOORLOPIG = "voorvertoning"
_UITKOMST, _VAN, _FOUTEN = "voorvertoning", "voorvertoning-van", "voorvertoning-fouten"


def stap(werk: Werk) -> Stap:
    """Whether the figures were worked out, and for the voorstel as it stands now."""
    if _UITKOMST not in werk.los:
        return Stap("verandering", "7. Wat verandert er?", 0, 1, "nog niet berekend")
    actueel = werk.los[_VAN] == (werk.beurt, werk.bekend.datasetversie)
    return Stap(
        "verandering", "7. Wat verandert er?", int(actueel), 1, "berekend" if actueel else "verouderd, bereken opnieuw"
    )


def toon(werk: Werk) -> None:
    """The button, and what came of it."""
    st.button("Bereken wat er verandert", key="voorvertoning", on_click=_bereken, args=(werk,))
    for fout in werk.los.get(_FOUTEN, []):
        melding.fout(fout)
    if _UITKOMST not in werk.los:
        return
    if werk.los[_VAN] != (werk.beurt, werk.bekend.datasetversie):
        st.info("Het voorstel is hierna nog gewijzigd. Bereken opnieuw.", icon=":material/info:")
    uitkomst: list[Verandering] = werk.los[_UITKOMST]
    if not uitkomst:
        st.markdown("Aan de cijfers verandert niets.")
        return
    web.toon(
        web.lijst(
            web.regels(
                [
                    web.zin("<strong>{gemeente}, {wat}</strong>", gemeente=deel.gemeente, wat=deel.waaronder),
                    web.lijst(deel.zinnen),
                ]
            )
            for deel in uitkomst
        )
    )


def _bereken(werk: Werk) -> None:
    """Build the store with the voorstel in it, and compare."""
    werk.los.pop(_UITKOMST, None)
    werk.los[_FOUTEN] = []
    try:
        voor = _zonder()
        na = _met(werk)
    except LeveringGeweigerd as fout:
        werk.los[_FOUTEN] = [str(deel) for deel in fout.fouten] or [str(fout)]
    except (NietTeOpenen, OngeldigeWaarde) as fout:
        werk.los[_FOUTEN] = [str(fout)]
    else:
        werk.los[_UITKOMST] = veranderingen(voor, na)
        werk.los[_VAN] = (werk.beurt, werk.bekend.datasetversie)


def _zonder() -> Cijfers:
    """The figures of what is accepted now, concept leveringen too."""
    return cijfers(Bron(huidig_bestand(instellingen().map, alles=True)).vraag)


def _met(werk: Werk) -> Cijfers:
    """The figures with the voorstel in them; the database that tells them is thrown away again."""
    los = tabellen(werk.voorstel, werk.bekend, levering_id=VOORLOPIG, aanvaard_op=klok.vandaag().isoformat())
    with proefbouw(los) as bestand:
        return cijfers(Bron(bestand).vraag)
