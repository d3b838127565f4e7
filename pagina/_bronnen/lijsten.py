"""The parts of the page Bronnen en datakwaliteit."""

from __future__ import annotations

import streamlit as st

from pagina.beeld import zinnen
from pagina.beeld.dekking import dekking_zin
from pagina.beeld.status import BEWIJS
from pagina.delen.gegevens import Gegevens
from pagina.delen.koppelingen import Koppelingen
from pagina.delen.tabellen import tabel

#: The rapport that the link opens narrows none of these tables.
HEEL: dict[str, object] = {}
DEKKING = {"heel_kader": "heel kader", "selectie": "selectie"}


def rapporten(feiten: Gegevens) -> None:
    """Every rapport with what was taken from it and the checksum of its levering."""
    rijen = feiten.vraag("rapporten")
    tabel(
        rijen.assign(gepubliceerd=rijen["gepubliceerd"].map(zinnen.deeldatum)),
        {
            "titel": "Rapport",
            "gepubliceerd": "Gepubliceerd",
            "uitgever": "Uitgever",
            "soort": "Soort",
            "gemeenten": "Gemeente",
            "kaders": "Kader",
            "weergaven": "Weergaven",
            "metingen": "Metingen",
            "oordelen": "Oordelen",
            "bevindingen": "Bevindingen",
            "actiepunten": "Actiepunten",
            "rapport_id": "Rapport-id",
            "levering_id": "Levering",
            "aanvaard_op": "Aanvaard op",
            "controlegetal": "Controlegetal levering (SHA-256)",
        },
        naam="rapporten",
        feiten=feiten,
        keuze=HEEL,
        links={"Rapport": ("rapport_id", Koppelingen(feiten).rapport)},
    )


def weergaven(feiten: Gegevens) -> None:
    """Every rendition with its checksum; a rapport with two counts once."""
    tabel(
        feiten.vraag("weergaven"),
        {
            "rapport": "Rapport",
            "bestand": "Bestand",
            "vorm": "Vorm",
            "sha256": "Controlegetal (SHA-256)",
            "opmerking": "Opmerking",
            "rapport_id": "Rapport-id",
        },
        naam="weergaven",
        feiten=feiten,
        keuze=HEEL,
        links={"Rapport": ("rapport_id", Koppelingen(feiten).rapport)},
    )


def metingen(feiten: Gegevens) -> None:
    """Every meting: when, how established, on what basis, and its counts of uitkomsten."""
    rijen = feiten.vraag("metingen")
    koppelingen = Koppelingen(feiten)
    tabel(
        rijen.assign(
            bewijs=rijen["bewijs"].map(BEWIJS),
            dekking=rijen["dekking"].map(DEKKING),
            onderzoek_van=rijen["onderzoek_van"].map(zinnen.deeldatum),
            onderzoek_tot=rijen["onderzoek_tot"].map(zinnen.deeldatum),
        ),
        {
            "gemeente": "Gemeente",
            "aanpak": "Aanpak",
            "kader": "Kader",
            "peiljaar": "Peiljaar",
            "bezoek_op": "Bezoek op",
            "onderzoek_van": "Onderzoek van",
            "onderzoek_tot": "Onderzoek tot",
            "bewijs": "Bewijs",
            "dekking": "Dekking",
            "basis": "Basis",
            "oordelen": "Oordelen",
            "voldoet": "Voldoet",
            "verbeterpunt": "Verbeterpunt",
            "gemengd": "Gemengd",
            "niet_beoordeeld": "Niet beoordeeld",
            "ronde": "Onderzoeksronde",
            "rapport_id": "Rapport",
            "vindplaats": "Vindplaats",
            "meting_id": "Meting",
        },
        naam="metingen",
        feiten=feiten,
        keuze=HEEL,
        links={
            "Gemeente": ("gemeente_code", koppelingen.gemeente),
            "Rapport": ("rapport_id", koppelingen.rapport),
        },
    )


def bijzonderheden(feiten: Gegevens) -> None:
    """What is odd, by rule or as the data's own opmerking says."""
    rijen = feiten.vraag("bijzonderheden")
    aantal = f"{zinnen.telwoord(len(rijen))} {zinnen.meervoud(len(rijen), 'bijzonderheid', 'bijzonderheden')}"
    st.markdown(
        f"{zinnen.hoofd(aantal)}. Een regel vindt ze waar dat kan; de overige staan als opmerking in de gegevens."
    )
    tabel(
        rijen,
        {
            "soort": "Soort",
            "gemeente": "Gemeente",
            "onderwerp": "Waarover",
            "uitleg": "Uitleg",
            "rapport_id": "Rapport",
            "vindplaats": "Vindplaats",
        },
        naam="bijzonderheden",
        feiten=feiten,
        keuze=HEEL,
        links={"Rapport": ("rapport_id", Koppelingen(feiten).rapport)},
    )


def dekking(feiten: Gegevens) -> None:
    """How much of each known round of research is here, and who is known to have taken part."""
    for ronde in feiten.rijen("dekking"):
        st.markdown(
            f"- **{zinnen.letterlijk(ronde['kader'])}**: {zinnen.letterlijk(dekking_zin(ronde))} "
            f"{zinnen.getal(ronde['genoemd'])} bij naam bekend. Bron: {zinnen.letterlijk(ronde['bron'])}."
        )
    deelname = feiten.vraag("deelname")
    tabel(
        deelname.assign(hier=deelname["hier"].map({True: "ja", False: "nee"})),
        {
            "ronde": "Onderzoeksronde",
            "gemeente": "Gemeente",
            "aanpak": "Aanpak",
            "hier": "In deze verzameling",
            "bron": "Bron",
            "opmerking": "Opmerking",
            "gemeente_code": "CBS-code",
        },
        naam="deelname aan onderzoeksrondes",
        feiten=feiten,
        keuze=HEEL,
        links={"Gemeente": ("gemeente_code", Koppelingen(feiten).gemeente)},
    )
