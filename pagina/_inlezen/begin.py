"""The page without a voorstel: offer a report, paste a letter, take a template, or go on with what lies open."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import streamlit as st

from data.instellingen import instellingen
from data.levering.controlegetallen import BRON
from data.levering.leveringen import Levering
from data.rapporten.bekend import Bekend
from data.rapporten.sjabloon import Sjabloonregel, sjabloon, sjabloon_naam
from data.rapporten.voorstel import Kopje, alle
from pagina._inlezen import leesbeurt, melding
from pagina._inlezen.leesbeurt import Leesbeurt
from pagina._inlezen.werk import SLEUTEL, wat_bekend_is
from pagina.beeld import zinnen
from pagina.delen import web
from pagina.delen.koppelingen import adres
from pagina.delen.toegang import bij_klik, deel

#: What can be read, by how a name ends; what a file really is, the reader finds out.
SOORTEN = ["pdf", "docx", "odt", "txt", "tsv", "xlsx", "ods", "csv"]
HOOGSTENS_MB = 50
#: Seconds between two looks at a report that is being read.
KIJK = 0.5

#: The name in the link of a levering that is to be corrected.
VERBETER = "verbeter"
_BEURT = "inlezen-leesbeurt"
_KEER = "inlezen-keer"
_MIME = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "csv": "text/csv",
}


def bezig() -> bool:
    """Whether a report is being read in this session."""
    return isinstance(st.session_state.get(_BEURT), Leesbeurt)


def lezen() -> bool:
    """Show how far a report in this session is with being read; whether one is."""
    beurt = st.session_state.get(_BEURT)
    if not isinstance(beurt, Leesbeurt):
        return False
    if beurt.bezig:
        _voortgang()
        return True
    del st.session_state[_BEURT]
    if beurt.voorstel:
        st.query_params[SLEUTEL] = beurt.voorstel
        st.rerun()
    melding.fout(f"{beurt.naam}: {beurt.fout}")
    return False


@partial(deel, elke=KIJK)
def _voortgang() -> None:
    """A bar for the pages that are read, and a way to stop; the whole page is drawn again when it is done."""
    beurt = st.session_state.get(_BEURT)
    if not isinstance(beurt, Leesbeurt) or not beurt.bezig:
        st.rerun()
    st.header("Bezig met lezen", anchor=False)
    web.toon(web.zin("{naam}", naam=beurt.naam))
    waar = f"{beurt.gedaan} van {beurt.totaal} gelezen" if beurt.totaal else "het bestand wordt geopend"
    st.progress(min(1.0, beurt.gedaan / beurt.totaal) if beurt.totaal else 0.0, text=waar)
    st.button("Stop met lezen", on_click=beurt.stop, key="stop-lezen")


def aanbieden() -> None:
    """A place to put a report."""
    st.header("Een rapport inlezen")
    keer = st.session_state.setdefault(_KEER, 0)
    bestand = st.file_uploader(
        "Kies een rapport (PDF, Word, ODT, tekst of rekenblad; hoogstens 50 MB)",
        type=SOORTEN,
        max_upload_size=HOOGSTENS_MB,
        key=f"rapport-{keer}",
    )
    if bestand is not None:
        _begin(bestand.name, bestand.getvalue())


def verbeteren() -> None:
    """Read the original of an accepted levering again, when the link asks to correct it."""
    levering_id = st.query_params.get(VERBETER)
    if not levering_id:
        return
    st.header("Een levering verbeteren")
    levering = next((lev for lev in wat_bekend_is().leveringen if lev.id == levering_id), None)
    if levering is None:
        melding.waarschuwing(f"De levering ‘{levering_id}’ geldt niet (meer) en is dus niet te verbeteren.")
        return
    origineel = _origineel(levering)
    if origineel is None:
        web.toon(
            web.zin(
                "Van de levering <strong>{naam}</strong> is het originele rapport hier niet bewaard. Kies het "
                "hieronder; het wordt herkend als hetzelfde rapport.",
                naam=levering_id,
            )
        )
    elif st.button("Lees het bewaarde origineel opnieuw", type="primary", key="lees-origineel"):
        del st.query_params[VERBETER]
        _begin(origineel.name, origineel.read_bytes())
    else:
        web.toon(
            web.zin(
                "Het origineel van <strong>{naam}</strong> wordt opnieuw gelezen. Zet daarna recht wat niet klopt; wat "
                "u aanvaardt, vervangt deze levering.",
                naam=levering_id,
            )
        )


def _origineel(levering: Levering) -> Path | None:
    """The file that was kept with a levering; None when there is none."""
    if levering.map is None:
        return None
    bestanden = sorted((levering.map / BRON).iterdir()) if (levering.map / BRON).is_dir() else []
    return next((pad for pad in bestanden if pad.is_file()), None)


def _begin(naam: str, inhoud: bytes) -> None:
    st.session_state[_BEURT] = leesbeurt.begin(naam, inhoud, wat_bekend_is())
    st.session_state[_KEER] += 1  # an empty box for the next one
    st.rerun()


def met_de_hand() -> None:
    """A letter without a file, pasted: its text is read and kept as any other report."""
    st.header("Of leg met de hand vast")
    st.markdown(
        "Voor een reactie van een gemeente, of een rapport zonder oordelen dat u niet als bestand hebt. Plak de tekst: "
        "die blijft als bron bewaard. De bevindingen legt u daarna zelf vast."
    )
    with st.form("met-de-hand", border=True):
        naam = st.text_input("Naam van het stuk", placeholder="Reactie gemeente … van 1 maart 2016")
        tekst = st.text_area("Tekst van het stuk", height=200)
        if not st.form_submit_button("Leg vast"):
            return
    if not naam.strip() or not tekst.strip():
        st.error("Vul een naam en de tekst van het stuk in.", icon=":material/warning:")
        return
    _begin(f"{naam.strip()}.txt", tekst.encode())


def sjablonen(bekend: Bekend) -> None:
    """The spreadsheet of a kader: its indicatoren, with room for verdicts."""
    st.header("Een rekenblad als sjabloon")
    st.markdown("Staat het rapport alleen op papier? Vul het rekenblad van het kader in en lees dat in.")
    namen = bekend.edities()
    editie = st.selectbox("Kader", list(namen), format_func=lambda code: namen[code], key="sjabloon-kader")
    with st.container(horizontal=True):
        for vorm, mime in _MIME.items():
            st.download_button(
                f"Sjabloon als {vorm.upper()}",
                data=bij_klik(partial(_sjabloon, bekend, editie, vorm)),
                file_name=sjabloon_naam(editie, vorm),
                mime=mime,
                on_click="ignore",
                key=f"sjabloon-{vorm}",
            )


def _sjabloon(bekend: Bekend, editie: str, vorm: str) -> bytes:
    """The template of an editie; made only when it is asked for."""
    regels = [
        Sjabloonregel(indicator.indicator_id, indicator.thema, indicator.criterium, indicator.indicator)
        for indicator in bekend.indicatoren()
        if indicator.editie_id == editie
    ]
    return sjabloon(kader=bekend.edities()[editie], editie_id=editie, regels=regels, formaat=vorm)


def openstaand() -> None:
    """The voorstellen under review, each a link."""
    st.header("Voorstellen die nog open liggen")
    kopjes = alle(instellingen().voorstellen)
    if not kopjes:
        st.markdown("Er ligt geen voorstel open.")
        return
    web.toon(
        web.webtabel(
            ["Voorstel", "Bestand", "Gelezen op", "Oordelen", "Twijfels die open staan"],
            [_rij(kopje) for kopje in kopjes],
            bijschrift="Voorstellen, het nieuwste eerst. Iedereen ziet dezelfde lijst.",
        )
    )


def _rij(kopje: Kopje) -> list[object]:
    return [
        web.link(adres("inlezen", {SLEUTEL: kopje.map.name}), kopje.titel or kopje.naam),
        kopje.naam,
        zinnen.deeldatum(kopje.gemaakt[:10]),
        zinnen.getal(kopje.aantal_oordelen),
        zinnen.getal(kopje.aantal_open),
    ]
