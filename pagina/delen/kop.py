"""What every page has above and below: its title, a warning where facts are fictional, and which facts these are."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from data.instellingen import instellingen
from data.levering.leveringen import ingetrokken, koppen
from pagina.beeld import zinnen
from pagina.delen import adresbalk, klok, peil, toegang, web
from pagina.delen.gegevens import Gegevens
from pagina.delen.koppelingen import adres
from pagina.delen.toegang import Rol
from queries import heeft_concept

#: What the lines on what is not public and on what was taken back name; more become a number.
NAMEN = 4
HULP = "Uitleg bij deze pagina"
#: What the choice below every page is about: three dates can be meant.
BEKEND_OP = (
    "Met **Bekend op** ziet u de cijfers van een eerdere dag: alleen wat toen al in deze verzameling was opgenomen. "
    "Het gaat niet om de dag waarop een rapport verscheen of een aanpak werd getoetst."
)


def kop(titel: str, feiten: Gegevens, uitleg: str = "", *, hulp: str = "") -> None:
    """The page's one title, with a line that says what it is for, and what is not ordinary about these facts.

    `hulp`: the chapter of the page Uitleg that tells how one works with this page.
    """
    adresbalk.begin()
    st.title(titel)
    if feiten.bevat_fictief:
        st.error(zinnen.fictief(alles=feiten.alles_fictief), icon=":material/warning:")
    _peil(feiten)
    if uitleg:
        st.markdown(uitleg)
    if hulp:
        weg = web.link(f"{adres('uitleg', {})}#{zinnen.slak(hulp)}", HULP)
        web.toon(Markup('<p class="vp-scherm">{}</p>').format(weg))


def _peil(feiten: Gegevens) -> None:
    """What of the link does not count, and that these are not the public facts as known now, with the way back."""
    for melding in feiten.peil.meldingen:
        st.warning(zinnen.letterlijk(melding), icon=":material/warning:")
    if klok.vandaag() < feiten.gebouwd_op:
        st.warning(klok_loopt_achter(feiten.gebouwd_op), icon=":material/warning:")
    if not feiten.peil.gewoon:
        st.warning(zinnen.letterlijk(" ".join(peilzinnen(feiten))), icon=":material/visibility:")
        _wat_daarna_is_ingetrokken(feiten)
        st.button("Toon de openbare gegevens van nu", on_click=peil.zet_gewoon, key="peil-gewoon")
    elif peil.mag_alles_zien() and heeft_concept():
        st.button("Er zijn ook gegevens die nog niet openbaar zijn: toon ze", on_click=peil.zet_alles, key="peil-alles")


def _wat_daarna_is_ingetrokken(feiten: Gegevens) -> None:
    """What counts in these earlier facts and was taken back since: they can be made again, and would not tell."""
    map_ = instellingen().leveringen
    weg = _ingetrokken(str(map_), tuple(sorted(pad.name for pad in map_.iterdir())) if map_.is_dir() else ())
    telt = [rij["levering_id"] for rij in feiten.rijen("leveringen") if rij["van_kracht"] and rij["levering_id"] in weg]
    if not telt:
        return
    namen = zinnen.namen(
        (f"‘{naam}’ (op {zinnen.datum(weg[naam])})" for naam in telt), "levering", "leveringen", hoogstens=NAMEN
    )
    beheer = toegang.mag(Rol.BEHEERDER)
    waar = web.link(adres("geschiedenis", {}) if beheer else None, "Geschiedenis")
    zin = "Hier telt nog mee wat daarna is ingetrokken: {namen}. Gebruik dat alleen om na te gaan wat er toen stond. "
    zin += "Bij {waar} staat waarom." if beheer else "Vraag een beheerder waarom."
    web.toon(web.melding("waarschuwing", web.regel(zin, namen=namen, waar=waar)))


@st.cache_data(max_entries=4, show_spinner=False)
def _ingetrokken(map_: str, namen: tuple[str, ...]) -> dict[str, dt.date]:
    """The day on which each levering was taken back. Kept per folder and the names in it: a levering never changes."""
    del namen
    return {naam: door.aanvaard_op for naam, door in ingetrokken(koppen([Path(map_)])).items()}


def klok_loopt_achter(gebouwd_op: dt.date) -> str:
    """The sentence for a server on which it is earlier than when it made what it shows."""
    return (
        f"De klok van de server staat op {zinnen.datum(klok.vandaag())}, maar deze gegevens zijn gemaakt op "
        f"{zinnen.datum(gebouwd_op)}. Alles telt gewoon mee. Laat de beheerder de klok nakijken."
    )


def peilzinnen(feiten: Gegevens) -> list[str]:
    """In which way these facts are not the public ones as known now; nothing where they are."""
    delen = []
    if feiten.bevat_concept:
        titels = [titel for rij in feiten.rijen("niet_openbaar") for titel in rij["rapporten"]]
        namen = zinnen.namen((f"‘{titel}’" for titel in titels), "rapport", "rapporten", hoogstens=NAMEN)
        delen.append(f"U ziet ook wat nog niet openbaar is{f': {namen}' if titels else ''}.")
    elif feiten.peil.alles:
        waar = "zit niet in deze datasetversie" if feiten.peil.versie else "is er niet"
        delen.append(f"U vroeg ook om wat nog niet openbaar is, maar dat {waar}.")
    if feiten.peil.bekend is not None:
        dag = zinnen.datum(feiten.peil.bekend)
        delen.append(f"U ziet wat bekend was op {dag}; wat later is aanvaard, telt niet mee.")
    if feiten.peil.tot is not None:
        dag = zinnen.datum(feiten.peil.tot)
        delen.append(
            f"U ziet datasetversie {feiten.datasetversie}, met wat bekend was tot en met {dag}. Inmiddels zijn er "
            "nieuwere gegevens; die tellen hier niet mee."
        )
    return delen


def voet(feiten: Gegevens) -> None:
    """Which dataset, by which method, with what is counted and when it is looked at; and the choice of other facts."""
    st.divider()
    bekend = zinnen.datum(feiten.kennisdatum.date())
    vandaag = zinnen.datum(klok.vandaag())
    st.markdown(
        f"Datasetversie `{feiten.datasetversie}` · methodeversie `{feiten.methodeversie}`. Hier telt mee wat tot en "
        f"met {bekend} in deze verzameling is opgenomen; vandaag is het {vandaag}.\n\n{BEKEND_OP}"
    )
    ook_concept = peil.mag_alles_zien() and (feiten.peil.alles or heeft_concept())
    peil.kies(feiten.peil, ook_concept=ook_concept)
