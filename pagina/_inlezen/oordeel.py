"""One oordeel of a voorstel: its fields, what was read where it was edited, and its words."""

from __future__ import annotations

import streamlit as st

from data.rapporten.voorstel import Rij, Voorstel, wijzig_oordeel
from data.rapporten.voorstel.tekens import TEKEN_VAN, uitkomst_van
from pagina._inlezen import velden
from pagina._inlezen.werk import Werk
from pagina.beeld import zinnen
from pagina.beeld.status import UITKOMST
from pagina.delen import web

#: The uitkomsten, by symbol and word.
UITKOMSTEN = {code: beeld.merk for code, beeld in UITKOMST.items()}
#: Columns that an editor may change, with their heads.
BEWERKBAAR = {
    "uitkomst": "Uitkomst",
    "indicator_id": "Indicator van het kader",
    "teken_gedrukt": "Teken zoals gedrukt",
    "toelichting": "Toelichting",
    "opmerking": "Opmerking",
    "thema_gedrukt": "Thema zoals gedrukt",
    "vindplaats": "Vindplaats",
    "aanpak": "Aanpak",
    "peiljaar": "Peiljaar",
    "indicator_gedrukt": "Indicator zoals gedrukt",
    "criterium_gedrukt": "Criterium zoals gedrukt",
    "pagina": "Bladzijde",
    "gebruikt": "Doet mee",
}
#: The store refuses an oordeel of which sign and uitkomst disagree.
TEGENSPRAAK = (
    "Teken en uitkomst spreken elkaar tegen; zo wordt deze rij niet aanvaard. Bij <strong>{teken}</strong> hoort "
    "{uitkomst}: kies die weer, of zeg hier dat het rapport iets anders drukt dan is gelezen."
)


def velden_van(werk: Werk, rij: Rij, *, sleutel: str) -> None:
    """What an editor most often sets right in a row: uitkomst, sign, indicator and the text."""
    web.toon(
        web.zin(
            "Rij {nr}: <strong>{indicator}</strong>{waar}",
            nr=rij["nr"],
            indicator=rij["indicator_gedrukt"] or "zonder indicator",
            waar=web.stil(f" ({rij['aanpak']}, {rij['peiljaar'] or 'jaar onbekend'})"),
        )
    )

    def zet(kolom: str) -> velden.Zet:
        return lambda waarde: wijzig_oordeel(werk.voorstel, rij["nr"], kolom, waarde, bekend=werk.bekend)

    velden.keuze(werk, "Uitkomst", rij["uitkomst"], zet("uitkomst"), sleutel=f"{sleutel}-uitkomst", opties=UITKOMSTEN)
    velden.keuze(
        werk,
        "Indicator van het kader",
        rij["indicator_id"],
        zet("indicator_id"),
        sleutel=f"{sleutel}-indicator",
        opties=indicatoren(werk),
        leeg="nog geen: kies een indicator",
    )
    velden.tekst(werk, "Teken zoals gedrukt", rij["teken_gedrukt"], zet("teken_gedrukt"), sleutel=f"{sleutel}-teken")
    _tegenspraak(werk, rij, zet("teken_gedrukt"), sleutel=f"{sleutel}-teken-mee")
    velden.blok(werk, "Toelichting", rij["toelichting"], zet("toelichting"), sleutel=f"{sleutel}-toelichting")
    anders = gewijzigd(werk.voorstel, rij)
    if anders:
        st.markdown(f"✎ Met de hand gewijzigd: {zinnen.opsomming(BEWERKBAAR[kolom].lower() for kolom in anders)}.")
        web.toon(web.lijst(f"{BEWERKBAAR[kolom]} was: {_woord(kolom, was)}" for kolom, was in anders.items()))


def _tegenspraak(werk: Werk, rij: Rij, zet: velden.Zet, *, sleutel: str) -> None:
    """Where the uitkomst is not that of the printed sign: what may be wrong, and a way to say that the sign was."""
    volgens, teken = uitkomst_van(rij["teken_gedrukt"]), TEKEN_VAN.get(rij["uitkomst"])
    if volgens in {None, rij["uitkomst"]} or teken is None:
        return
    gedrukt = rij["teken_gedrukt"] or "geen teken"
    web.toon(web.zin(TEGENSPRAAK, teken=gedrukt, uitkomst=UITKOMSTEN[str(volgens)]))
    st.button(
        f"In het rapport staat {teken or 'geen teken'}", key=sleutel, on_click=werk.klik, args=(lambda: zet(teken),)
    )


def indicatoren(werk: Werk) -> dict[str, str]:
    """The indicatoren of the chosen editie by their short name and thema; of all editions while none is chosen."""
    editie = werk.voorstel.kop["editie_id"]
    return {
        indicator.indicator_id: f"{indicator.kort} ({indicator.thema})"
        for indicator in werk.bekend.indicatoren()
        if editie in {"", indicator.editie_id}
    }


def gewijzigd(voorstel: Voorstel, rij: Rij) -> dict[str, str]:
    """The columns in which a row is no longer as it was read, with what was read; all of it empty for an added row."""
    gelezen = next((gelezen for gelezen in voorstel.gelezen if gelezen["nr"] == rij["nr"]), None)
    if gelezen is None:
        return {"indicator_gedrukt": "niet gelezen: met de hand toegevoegd"}
    return {kolom: gelezen[kolom] for kolom in BEWERKBAAR if gelezen[kolom] != rij[kolom]}


def merkwoord(voorstel: Voorstel, rij: Rij) -> str:
    """What the grid says of hand edits: 'gewijzigd: uitkomst (was ✗ verbeterpunt)'; empty where nothing was changed."""
    anders = gewijzigd(voorstel, rij)
    if not anders:
        return ""
    if "toegevoegd" in anders.get("indicator_gedrukt", ""):
        return "toegevoegd"
    delen = (f"{BEWERKBAAR[kolom].lower()} (was: {_woord(kolom, was)})" for kolom, was in anders.items())
    return f"gewijzigd: {', '.join(delen)}"


def _woord(kolom: str, waarde: str) -> str:
    """A value as a reader sees it."""
    if kolom == "uitkomst":
        return UITKOMSTEN.get(waarde, waarde)
    return waarde or "leeg"
