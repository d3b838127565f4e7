"""Step 5: what the report says in words, recorded by hand, and what a gemeente reports of its verbeterpunten."""

from __future__ import annotations

from functools import partial

import streamlit as st

from data.rapporten.voorstel import (
    Rij,
    laat_bevinding_weg,
    meld_actiepunt,
    meld_indicator,
    trek_melding_in,
    voeg_bevinding_toe,
    wijzig_bevinding,
)
from pagina._inlezen import naslezen, oordeel, velden
from pagina._inlezen.werk import Werk
from pagina.beeld import zinnen
from pagina.beeld.status import BEVINDING, STAND_ACTIE
from pagina.delen import web

SOORTEN = {code: naam.een for code, naam in BEVINDING.items()}
STANDEN = {code: beeld.woord for code, beeld in STAND_ACTIE.items()}
#: With more bevindingen than this each opens on its own.
HOOGSTENS_OPEN = 5
#: Kinds that are an actiepunt: they have a stand and may have an announced follow-up.
ACTIEPUNT = frozenset({"aanbeveling", "verbeterpunt"})


def toon(werk: Werk) -> None:
    """Every bevinding recorded so far, and a form for the next."""
    st.markdown(
        "Leg vast wat het rapport in woorden zegt: sterke punten, verbeterpunten, aanbevelingen, toezeggingen. "
        "Schrijft een gemeente wat zij heeft gedaan, leg dat dan vast als reactie en wijs aan over welke punten zij "
        "het heeft: die worden ‘gemeld’, niet ‘opgepakt’."
    )
    open_ = len(werk.voorstel.bevindingen) <= HOOGSTENS_OPEN
    for volgnummer, bevinding in enumerate(werk.voorstel.bevindingen, start=1):
        with st.expander(
            zinnen.letterlijk(SOORTEN.get(bevinding["soort"], bevinding["soort"])),
            icon=":material/notes:",
            expanded=open_,
        ):
            web.toon(web.zin("<strong>{titel}</strong>", titel=bevinding["titel"]))
            _een(werk, bevinding, volgnummer)
    _nieuw(werk)


def _een(werk: Werk, bevinding: Rij, volgnummer: int) -> None:
    """The fields of one bevinding; for a reactie also what it speaks of."""
    nummer = bevinding["bevinding_id"]

    def zet(kolom: str) -> velden.Zet:
        return lambda waarde: wijzig_bevinding(werk.voorstel, nummer, kolom, waarde, bekend=werk.bekend)

    def sleutel(kolom: str) -> str:
        return f"bevinding-{nummer}-{kolom}"

    links, rechts = st.columns(2)
    with links:
        velden.keuze(werk, "Soort", bevinding["soort"], zet("soort"), sleutel=sleutel("soort"), opties=SOORTEN)
        velden.tekst(werk, "Titel", bevinding["titel"], zet("titel"), sleutel=sleutel("titel"))
        velden.blok(werk, "Tekst", bevinding["tekst"], zet("tekst"), sleutel=sleutel("tekst"))
        velden.tekst(werk, "Vindplaats", bevinding["vindplaats"], zet("vindplaats"), sleutel=sleutel("vindplaats"))
    with rechts:
        naslezen.toon(werk, bij=f"bevinding {volgnummer}", sleutel=sleutel("lees"), vindplaats=bevinding["vindplaats"])
    _verbanden(werk, bevinding)
    if bevinding["soort"] == "reactie":
        _gemeld(werk, bevinding)
    st.button(
        "Verwijder deze bevinding",
        key=sleutel("weg"),
        on_click=werk.klik,
        args=(partial(laat_bevinding_weg, werk.voorstel, nummer),),
    )


def _verbanden(werk: Werk, bevinding: Rij) -> None:
    """What a bevinding is about, for whom it is, and what follows from it."""
    nummer = bevinding["bevinding_id"]

    def zet(kolom: str) -> velden.Zet:
        return lambda waarde: wijzig_bevinding(werk.voorstel, nummer, kolom, waarde, bekend=werk.bekend)

    def sleutel(kolom: str) -> str:
        return f"bevinding-{nummer}-{kolom}"

    onderwerpen = {rij["onderwerp_id"]: rij["onderwerp"] for rij in werk.bekend.tabel("onderwerpen")}
    links, rechts = st.columns(2)
    with links:
        velden.keuze(
            werk,
            "Onderwerp",
            bevinding["onderwerp_id"],
            zet("onderwerp_id"),
            sleutel=sleutel("onderwerp"),
            opties=onderwerpen,
            leeg="geen",
        )
        velden.meer(
            werk,
            "Gaat over deze indicatoren",
            bevinding["indicatoren"],
            zet("indicatoren"),
            sleutel=sleutel("indicatoren"),
            opties=oordeel.indicatoren(werk),
        )
    with rechts:
        velden.tekst(werk, "Voor wie", bevinding["voor_wie"], zet("voor_wie"), sleutel=sleutel("voor_wie"))
        if bevinding["soort"] in ACTIEPUNT:
            _actiepunt(werk, bevinding)


def _actiepunt(werk: Werk, bevinding: Rij) -> None:
    nummer = bevinding["bevinding_id"]

    def zet(kolom: str) -> velden.Zet:
        return lambda waarde: wijzig_bevinding(werk.voorstel, nummer, kolom, waarde, bekend=werk.bekend)

    velden.keuze(werk, "Stand", bevinding["stand"], zet("stand"), sleutel=f"bevinding-{nummer}-stand", opties=STANDEN)
    for kolom, label in (
        ("opvolging_verwacht_van", "Opvolging verwacht van"),
        ("opvolging_verwacht_tot", "Opvolging verwacht tot"),
    ):
        velden.datum(werk, label, bevinding[kolom], zet(kolom), sleutel=f"bevinding-{nummer}-{kolom}")


def _gemeld(werk: Werk, reactie: Rij) -> None:
    """Which actiepunten and verbeterpunten a reactie says something was done about."""
    nummer = reactie["bevinding_id"]
    actiepunten, verbeterpunten = te_melden(werk)
    st.markdown("**Over welke punten gaat deze reactie?** Die krijgen de stand ‘gemeld’.")
    meldingen = [rij for rij in werk.voorstel.gemeld if rij["bevinding_id"] == nummer]
    for plaats, rij in enumerate(meldingen):
        regel, knop = st.columns([5, 1], vertical_alignment="center")
        wat = actiepunten.get(rij["actiepunt_id"]) or verbeterpunten.get(
            f"{rij['aanpak_id']} {rij['indicator_id']}", ""
        )
        with regel:
            web.toon(web.zin("◇ {wat}", wat=wat or rij["actiepunt_id"] or rij["indicator_id"]))
        knop.button(
            "Haal weg",
            key=f"gemeld-{nummer}-{plaats}",
            on_click=werk.klik,
            args=(partial(trek_melding_in, werk.voorstel, rij),),
        )
    naam = f"melden-{nummer}"
    sleutel = werk.formulier(naam)
    with st.form(sleutel, border=False):
        punt, paar = (
            st.multiselect(
                label, list(keuzes), format_func=keuzes.__getitem__, placeholder="kies", key=f"{sleutel}-{label}"
            )
            for label, keuzes in (("Actiepunten", actiepunten), ("Verbeterpunten", verbeterpunten))
        )
        if st.form_submit_button("Voeg deze punten toe", key=f"{sleutel}-klaar"):
            werk.verstuur(naam, lambda: _meld(werk, nummer, punt, paar))


def _meld(werk: Werk, nummer: str, punten: list[str], paren: list[str]) -> None:
    for punt in punten:
        meld_actiepunt(werk.voorstel, bevinding_id=nummer, actiepunt_id=punt, bekend=werk.bekend)
    for paar in paren:
        aanpak_id, indicator_id = paar.split()
        meld_indicator(
            werk.voorstel, bevinding_id=nummer, aanpak_id=aanpak_id, indicator_id=indicator_id, bekend=werk.bekend
        )


def te_melden(werk: Werk) -> tuple[dict[str, str], dict[str, str]]:
    """What a reactie of this gemeente can speak of: actiepunten by id, verbeterpunten by aanpak_id and indicator_id."""
    gemeente, bekend = werk.voorstel.kop["gemeente_code"], werk.bekend.zonder("")
    actiepunten = {
        rij["bevinding_id"]: rij["titel"]
        for rij in bekend.tabel("bevindingen")
        if rij["gemeente_code"] == gemeente and rij["soort"] in ACTIEPUNT
    }
    aanpakken = {a["aanpak_id"]: a["aanpak"] for a in bekend.aanpakken() if a["gemeente_code"] == gemeente}
    metingen = {m["meting_id"]: m["aanpak_id"] for m in bekend.metingen() if m["aanpak_id"] in aanpakken}
    kort = {indicator.indicator_id: indicator.kort for indicator in bekend.indicatoren()}
    verbeterpunten = {
        f"{metingen[rij['meting_id']]} {rij['indicator_id']}": (
            f"{kort.get(rij['indicator_id'], rij['indicator_id'])} ({aanpakken[metingen[rij['meting_id']]]})"
        )
        for rij in bekend.tabel("oordelen")
        if rij["meting_id"] in metingen and rij["uitkomst"] in {"verbeterpunt", "gemengd"}
    }
    return actiepunten, verbeterpunten


def _nieuw(werk: Werk) -> None:
    """A form for the next bevinding, with the report beside it: a window over the page would hide that."""
    with st.expander("Bevinding toevoegen", icon=":material/add:"):
        links, rechts = st.columns(2)
        with links:
            _formulier(werk)
        with rechts:
            naslezen.toon(werk, bij="een nieuwe bevinding", sleutel="bevinding-nieuw-lees")


def _formulier(werk: Werk) -> None:
    naam = "bevinding-nieuw"
    sleutel = werk.formulier(naam)
    with st.form(sleutel, border=False):
        soort = st.selectbox(
            "Soort",
            list(SOORTEN),
            format_func=SOORTEN.__getitem__,
            index=None,
            placeholder="kies",
            key=f"{sleutel}-soort",
        )
        titel = st.text_input("Titel: waar gaat het over, in een paar woorden", key=f"{sleutel}-titel")
        tekst = st.text_area("Tekst: wat het rapport zegt", key=f"{sleutel}-tekst")
        vindplaats = st.text_input("Vindplaats", placeholder="paragraaf 6.2", key=f"{sleutel}-vindplaats")
        if st.form_submit_button("Voeg toe", key=f"{sleutel}-klaar"):
            nieuw = {
                "soort": soort or "",
                "titel": velden.als_tekst(titel),
                "tekst": velden.als_tekst(tekst),
                "vindplaats": velden.als_tekst(vindplaats),
            }
            werk.verstuur(naam, lambda: voeg_bevinding_toe(werk.voorstel, bekend=werk.bekend, **nieuw))
