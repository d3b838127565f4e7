"""Step 1, continued: which aanpakken the rapport judges, which took over from which, and each meting."""

from __future__ import annotations

import streamlit as st

from data.rapporten.voorstel import (
    Rij,
    laat_meting_weg,
    laat_opvolging_weg,
    voeg_meting_toe,
    voeg_opvolging_toe,
    wijzig_aanpak,
    wijzig_meting,
)
from data.rapporten.voorstel.model import EIGEN
from pagina._inlezen import velden
from pagina._inlezen.werk import Werk
from pagina.beeld import zinnen
from pagina.beeld.status import BEWIJS
from pagina.delen import web

DEKKING = {"heel_kader": "heel kader", "selectie": "selectie: alleen de afgedrukte rijen"}
#: What stands in the list of aanpakken for one that the store does not have; no code is empty.
NIEUW = "nieuw"
ZONDER_METING = (
    "Van deze aanpak is hier geen meting. Hij komt alleen in de verzameling als een bevinding, een melding of een "
    "opvolging in dit voorstel hem noemt."
)


def toon(werk: Werk) -> None:
    """Every aanpak with its metingen, the lineage, and a way to add to them."""
    st.subheader("Aanpakken en metingen")
    if not werk.voorstel.aanpakken:
        st.markdown("In dit rapport is geen aanpak herkend. Voeg hieronder een aanpak met zijn peiljaar toe.")
    for nummer, aanpak in enumerate(werk.voorstel.aanpakken):
        with st.container(border=True, key=f"aanpak-{nummer}"):
            _aanpak(werk, aanpak, nummer)
            metingen = [m for m in werk.voorstel.metingen if m["aanpak"] == aanpak["aanpak"]]
            for meting in metingen:
                _meting(werk, meting)
            if not metingen and aanpak["nieuw"] == "ja":
                st.markdown(ZONDER_METING)
    _nieuwe_meting(werk)
    _opvolging(werk)


def _aanpak(werk: Werk, aanpak: Rij, nummer: int) -> None:
    gedrukt = aanpak["aanpak"]

    def zet(kolom: str) -> velden.Zet:
        return lambda waarde: wijzig_aanpak(
            werk.voorstel, gedrukt, kolom, "" if waarde == NIEUW else waarde, bekend=werk.bekend
        )

    eigen = aanpak["nieuw"] == EIGEN
    woord = "Aanpak" if eigen else "Aanpak zoals gedrukt"
    web.toon(web.zin("<strong>{woord}:</strong> {naam}", woord=woord, naam=gedrukt))
    links, midden, rechts = st.columns([2, 2, 1])
    with links:
        if eigen:
            st.markdown("Deze aanpak houdt zijn id; alles wat ernaar verwijst, blijft kloppen.")
        else:
            _welke(werk, aanpak, nummer, zet("aanpak_id"))
    if aanpak["nieuw"] == "nee":
        return
    with midden:
        velden.tekst(werk, "Naam", aanpak["naam"], zet("naam"), sleutel=f"aanpak-{nummer}-naam")
    with rechts:
        velden.datum(werk, "Begin", aanpak["begin"], zet("begin"), sleutel=f"aanpak-{nummer}-begin")
        velden.datum(werk, "Einde", aanpak["einde"], zet("einde"), sleutel=f"aanpak-{nummer}-einde")


def _welke(werk: Werk, aanpak: Rij, nummer: int, zet: velden.Zet) -> None:
    """Which aanpak of the store it is, or a new one."""
    bestaand = {
        rij["aanpak_id"]: rij["aanpak"]
        for rij in werk.bekend.aanpakken()
        if rij["gemeente_code"] == werk.voorstel.kop["gemeente_code"]
    }
    velden.keuze(
        werk,
        "Is dit een aanpak die er al is?",
        NIEUW if aanpak["nieuw"] == "ja" else aanpak["aanpak_id"],
        zet,
        sleutel=f"aanpak-{nummer}-id",
        opties={NIEUW: "nee, een nieuwe aanpak", **bestaand},
    )


def _meting(werk: Werk, meting: Rij) -> None:
    meting_id = meting["meting_id"]
    st.markdown(f"**Meting met peiljaar {zinnen.letterlijk(meting['peiljaar'])}**")
    if meting["nieuw"] == "nee":
        st.markdown("Deze meting staat al in de verzameling. Dit rapport drukt haar opnieuw af; zij telt één keer.")
        return

    def veld(kolom: str) -> tuple[str, velden.Zet, str]:
        zet: velden.Zet = lambda waarde: wijzig_meting(werk.voorstel, meting_id, kolom, waarde, bekend=werk.bekend)  # noqa: E731
        return meting[kolom], zet, f"meting-{meting_id}-{kolom}"

    links, rechts = st.columns(2)
    with links:
        waarde, zet, sleutel = veld("bewijs")
        velden.keuze(werk, "Bewijs: hoe is het vastgesteld?", waarde, zet, sleutel=sleutel, opties=BEWIJS)
        waarde, zet, sleutel = veld("dekking")
        velden.keuze(werk, "Dekking", waarde, zet, sleutel=sleutel, opties=DEKKING)
        waarde, zet, sleutel = veld("basis")
        velden.blok(werk, "Basis: waarop rust het oordeel?", waarde, zet, sleutel=sleutel)
    with rechts:
        for kolom, label in (
            ("bezoek_op", "Bezoek op"),
            ("onderzoek_van", "Onderzoek van"),
            ("onderzoek_tot", "Onderzoek tot"),
        ):
            waarde, zet, sleutel = veld(kolom)
            velden.datum(werk, label, waarde, zet, sleutel=sleutel)
        waarde, zet, sleutel = veld("peiljaar_reden")
        velden.tekst(
            werk, "Reden van het peiljaar, als het onderzoek in een ander jaar was", waarde, zet, sleutel=sleutel
        )
    _onder_meting(werk, meting)


def _onder_meting(werk: Werk, meting: Rij) -> None:
    """The round of research that a meting belongs to, a remark, and a way to take the meting out."""
    meting_id = meting["meting_id"]
    kader = {r["editie_id"]: r["kader_id"] for r in werk.bekend.tabel("edities")}.get(werk.voorstel.kop["editie_id"])
    rondes = {r["ronde_id"]: r["ronde"] for r in werk.bekend.tabel("onderzoeksrondes") if r["kader_id"] == kader}
    links, rechts = st.columns(2, vertical_alignment="bottom")
    with links:
        velden.keuze(
            werk,
            "Onderzoeksronde",
            meting["ronde_id"],
            lambda waarde: wijzig_meting(werk.voorstel, meting_id, "ronde_id", waarde, bekend=werk.bekend),
            sleutel=f"meting-{meting_id}-ronde",
            opties=rondes,
            leeg="geen",
        )
    with rechts:
        velden.tekst(
            werk,
            "Opmerking",
            meting["opmerking"],
            lambda waarde: wijzig_meting(werk.voorstel, meting_id, "opmerking", waarde, bekend=werk.bekend),
            sleutel=f"meting-{meting_id}-opmerking",
        )
    st.button(
        f"Meting {meting['peiljaar']} weglaten",
        key=f"meting-{meting_id}-weg",
        on_click=werk.klik,
        args=(lambda: laat_meting_weg(werk.voorstel, meting_id),),
    )


def _nieuwe_meting(werk: Werk) -> None:
    sleutel = werk.formulier("meting-nieuw")
    with st.popover("Aanpak of meting toevoegen"), st.form(sleutel, border=False):
        bekend = [aanpak["aanpak"] for aanpak in werk.voorstel.aanpakken]
        aanpak = st.selectbox(
            "Aanpak",
            bekend,
            index=None,
            accept_new_options=True,
            placeholder="kies, of typ een naam",
            key=f"{sleutel}-aanpak",
        )
        peiljaar = st.text_input("Peiljaar", placeholder="2014", key=f"{sleutel}-peiljaar")
        if st.form_submit_button("Voeg toe", key=f"{sleutel}-klaar"):
            werk.verstuur(
                "meting-nieuw",
                lambda: voeg_meting_toe(
                    werk.voorstel, aanpak=aanpak or "", peiljaar=peiljaar.strip(), bekend=werk.bekend
                ),
            )


def _opvolging(werk: Werk) -> None:
    st.subheader("Welke aanpak kwam voor welke in de plaats?")
    namen = _namen(werk)
    for nummer, rij in enumerate(werk.voorstel.opvolging):
        van, naar = rij["van"], rij["naar"]
        regel, knop = st.columns([4, 1], vertical_alignment="center")
        with regel:
            zin = "{naar} kwam in de plaats van {van} (bron: {bron})."
            web.toon(web.zin(zin, naar=namen.get(naar, naar), van=namen.get(van, van), bron=rij["bron"]))
        if rij["nieuw"] != "nee":
            knop.button(
                "Haal weg",
                key=f"opvolging-{nummer}-weg",
                on_click=werk.klik,
                args=(lambda van=van, naar=naar: laat_opvolging_weg(werk.voorstel, van=van, naar=naar),),
            )
    if not werk.voorstel.opvolging:
        st.markdown("Niets vastgelegd.")
    sleutel = werk.formulier("opvolging-nieuw")
    with st.popover("Opvolging toevoegen"), st.form(sleutel, border=False):
        oud, nieuw = (
            st.selectbox(
                label,
                list(namen),
                format_func=namen.__getitem__,
                index=None,
                placeholder="kies",
                key=f"{sleutel}-{label}",
            )
            for label in ("Deze aanpak", "is overgenomen door")
        )
        bron = st.text_input("Waar staat dat?", placeholder="Inleiding, alinea 2", key=f"{sleutel}-bron")
        if st.form_submit_button("Voeg toe", key=f"{sleutel}-klaar"):
            werk.verstuur(
                "opvolging-nieuw",
                lambda: voeg_opvolging_toe(
                    werk.voorstel, van=oud or "", naar=nieuw or "", bron=bron.strip(), bekend=werk.bekend
                ),
            )


def _namen(werk: Werk) -> dict[str, str]:
    """The aanpakken that may stand in a lineage: those of the voorstel, and those of the store in this gemeente."""
    gemeente = werk.voorstel.kop["gemeente_code"]
    namen = {rij["aanpak_id"]: rij["aanpak"] for rij in werk.bekend.aanpakken() if rij["gemeente_code"] == gemeente}
    return namen | {
        aanpak["aanpak_id"]: aanpak["naam"] or aanpak["aanpak"]
        for aanpak in werk.voorstel.aanpakken
        if aanpak["aanpak_id"]
    }
