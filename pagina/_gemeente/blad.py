"""The sheet to take along on a visit."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from data.instellingen import instellingen
from pagina._gemeente.dossier import Dossier
from pagina.beeld import zinnen
from pagina.delen import keuzelijst
from pagina.delen.gegevens import Gegevens
from pagina.delen.kop import peilzinnen
from pagina.delen.verantwoord import met_regel
from pagina.uitvoer.inhoud.herkomst import Herkomst
from pagina.uitvoer.vormen.bezoekblad import Blad, bezoekblad, bezoekblad_naam, metingen_onder


def herkomst_van(feiten: Gegevens, gemeente: Dossier) -> Herkomst:
    """Where the sheet of this gemeente comes from."""
    return Herkomst(
        vraag="bezoekblad",
        parameters={"gemeente": gemeente.code},
        selectie=(("Gemeente", gemeente.naam),),
        pad=f"gemeente?{urlencode({'gemeente': keuzelijst.gemeenten(feiten).woord(gemeente.code)})}",
        opdracht="",
        adres=instellingen().adres_voor_lezers,
        datasetversie=feiten.datasetversie,
        methodeversie=feiten.methodeversie,
        kennisdatum=feiten.laatst_aanvaard,
        niet_openbaar=feiten.bevat_concept,
    )


def blad_van(feiten: Gegevens, gemeente: Dossier) -> Blad:
    """What stands on the sheet of this gemeente."""
    herkomst = herkomst_van(feiten, gemeente)
    onder = metingen_onder(gemeente.stand)
    return Blad(
        gemeente=gemeente.naam,
        code=gemeente.code,
        vandaag=gemeente.vandaag,
        datasetversie=feiten.datasetversie,
        methodeversie=feiten.methodeversie,
        kennisdatum=feiten.kennisdatum.date(),
        fictief=zinnen.fictief(alles=feiten.alles_fictief) if feiten.bevat_fictief else "",
        gebied=gemeente.gebied,
        metingen=[m for m in gemeente.metingen if not m["elders"] or m["meting_id"] in onder],
        stand=gemeente.stand,
        bevindingen=gemeente.bevindingen,
        peil=peilzinnen(feiten),
        exportnummer=herkomst.exportnummer,
        link=herkomst.link,
    )


def bezoekblad_knop(feiten: Gegevens, gemeente: Dossier) -> None:
    """The sheet for the next visit, to download."""
    st.markdown(
        "Een blad om te printen en mee te nemen op bezoek: wat open staat en sinds wanneer, de laatste tekst, wat is "
        "toegezegd, waarop het rust en wie ernaar te vragen is, met ruimte om te schrijven."
    )
    blad, herkomst = blad_van(feiten, gemeente), herkomst_van(feiten, gemeente)
    st.download_button(
        "Bezoekblad (HTML, om te printen)",
        data=met_regel(lambda: (bezoekblad(blad), herkomst), "html"),
        file_name=bezoekblad_naam(blad),
        mime="text/html",
        on_click="ignore",
        icon=":material/print:",
        key="bezoekblad",
    )
