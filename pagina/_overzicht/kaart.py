"""The map on the Overzicht page: per gemeente what is known, for one kader and one period."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from pagina._overzicht.kaders import Kaderstand
from pagina.beeld import zinnen
from pagina.beeld.dekking import dekking_zin
from pagina.beeld.status import TEKEN_VERTELD
from pagina.delen import web
from pagina.delen.figuurbeeld import donker
from pagina.delen.gegevens import Gegevens, Rij
from pagina.delen.keuzelijst import Keuzelijst
from pagina.delen.koppelingen import Koppelingen
from pagina.delen.landkaart import Kaartgemeente, landkaart
from pagina.delen.landkaart.paden import Kaartvorm, kaartvorm
from pagina.delen.landkaart.soorten import SOORTEN, aandeeltekst, kaarttekst, soortnummer, wat_bekend_is
from pagina.delen.tabellen import tabel
from pagina.delen.toegang import deel
from pagina.uitvoer.inhoud.velden import ALLES

#: With more names on it a map cannot be read.
MEESTE_LABELS = 12
LANDEN = {"echt": "Nederland", "fictief": "Fictief land"}
FICTIEF = "Deze kaart toont een land dat niet bestaat; de gemeenten en de cijfers zijn fictief."
ZONDER_KAART = "Van geen van deze gemeenten is de grens bekend, dus is er geen kaart; de tabel geeft dezelfde cijfers."


@deel
def kaart(feiten: Gegevens, standen: Sequence[Kaderstand]) -> None:
    """The map or its table, with the choice of kader and period, and what it shows in numbers.

    A fragment: a choice made here draws nothing else of the page again.
    """
    fictief = _fictief_land(feiten)
    keuze = st.columns([3, 2, 2], vertical_alignment="bottom")
    with keuze[0]:
        kader_id = str(
            Keuzelijst([s.kader_id for s in standen], [s.kader for s in standen]).een("kaart_kader", "Kader")
        )
    stand = next(stand for stand in standen if stand.kader_id == kader_id)
    with keuze[1]:
        periode = _periode(stand)
    with keuze[2]:
        weergave = Keuzelijst(("kaart", "tabel"), ("Kaart", "Tabel")).knoppen("kaart_weergave", "Weergave")
    vraag = ALLES | {"kader": kader_id, "periode": periode and periode["periode"]}
    alle = [rij for rij in feiten.rijen("kaart", **vraag) if rij["fictief"] == fictief]
    rijen = [rij for rij in alle if rij["op_kaart"]]
    if fictief:
        st.markdown(FICTIEF)
    tekst = _tekst(stand, periode, rijen)
    st.markdown(zinnen.letterlijk(f"{tekst} {_buiten_de_kaart(alle)}".strip()))
    if weergave == "tabel":
        _tabel(feiten, alle, periode)
    elif not rijen:
        st.info(ZONDER_KAART, icon=":material/info:")
    elif len(rijen) == 1:
        _in_een_zin(feiten, rijen[0], periode)
    else:
        _teken(feiten, rijen, periode, tekst, fictief=fictief)
        _ga_naar(feiten, rijen)


def _in_een_zin(feiten: Gegevens, rij: Rij, periode: Rij | None) -> None:
    """A map of one gemeente says less than a sentence."""
    weg = web.link(Koppelingen(feiten).gemeente(rij["gemeente_code"]), rij["gemeente"])
    jaar_van = periode["jaar_van"] if periode else None
    web.toon(web.zin("{gemeente}: {zin}", gemeente=weg, zin=wat_bekend_is(rij, jaar_van)))


def _fictief_land(feiten: Gegevens) -> bool:
    """Which country is shown: the one that metingen are about; where both are, the reader chooses."""
    gemeten = {bool(rij["fictief"]) for rij in feiten.rijen("gemeenten") if rij["heeft_meting"]}
    if gemeten == {True, False}:
        return Keuzelijst(LANDEN, LANDEN.values()).knoppen("kaart_land", "Land") == "fictief"
    return gemeten == {True}


def _periode(stand: Kaderstand) -> Rij | None:
    """The chosen pair of years, at first that of the sentence; None for a kader without verdicts."""
    paren = {rij["periode"]: rij for rij in stand.perioden}
    if not paren:
        return None
    woorden = [zinnen.periode(paar["jaar_van"], paar["jaar_naar"]) for paar in paren.values()]
    return paren[str(Keuzelijst(paren, woorden).een("kaart_periode", "Periode", begin=stand.periode))]


def _tekst(stand: Kaderstand, periode: Rij | None, rijen: Sequence[Rij]) -> str:
    """What the map shows in numbers, and how much of each round of those years is here."""
    jaren = zinnen.periode(periode["jaar_van"], periode["jaar_naar"]) if periode else None
    dekking = " ".join(dekking_zin(ronde) for ronde in stand.rondes if _in_de_jaren(ronde, periode))
    return f"{kaarttekst(rijen, kader=stand.kader, jaren=jaren)} {zinnen.hoofd(dekking)}".strip()


def _in_de_jaren(ronde: Rij, periode: Rij | None) -> bool:
    """Whether a round and the period have a year in common."""
    if periode is None:
        return True
    laatste = periode["jaar_naar"] or periode["jaar_van"]
    return bool(ronde["jaar_van"] <= laatste and ronde["jaar_tot"] >= periode["jaar_van"])


def _buiten_de_kaart(alle: Sequence[Rij]) -> str:
    """The gemeenten with a meting that are not on the map: told, so that nobody takes the map for all there is."""
    namen = [rij["gemeente"] for rij in alle if not rij["op_kaart"] and rij["peiljaren"]]
    if not namen:
        return ""
    heeft = zinnen.meervoud(len(namen), "gemeente met een meting staat", "gemeenten met een meting staan")
    noem = f" ({zinnen.opsomming(namen)})" if len(namen) <= MEESTE_LABELS else ""
    return f"{zinnen.hoofd(zinnen.telwoord(len(namen)))} {heeft} wel in de tabel maar niet op de kaart{noem}."


def _teken(feiten: Gegevens, rijen: Sequence[Rij], periode: Rij | None, tekst: str, *, fictief: bool) -> None:
    """The map itself."""
    grenzen = feiten.vraag("grenzen")
    grenzen = grenzen[grenzen["fictief"] == fictief]
    naar = Koppelingen(feiten)
    jaar_van = periode["jaar_van"] if periode else None
    met_eigen = [rij for rij in rijen if rij["peiljaren"]]
    landkaart(
        _vorm(feiten.datasetversie, fictief, grenzen),
        [
            Kaartgemeente(
                code=rij["gemeente_code"],
                naam=rij["gemeente"],
                soort=soortnummer(rij),
                zin=wat_bekend_is(rij, jaar_van),
                adres=naar.gemeente(rij["gemeente_code"]),
                label=_label(rij) if len(met_eigen) <= MEESTE_LABELS else "",
                verteld=bool(rij["verteld"]),
            )
            for rij in rijen
        ],
        sleutel="kaart",
        naam=tekst,
        bron=f"Grenzen: {'; '.join(sorted(set(grenzen['bron'])))}.",
        donker=donker(),
    )


@st.cache_data(max_entries=4, show_spinner=False)
def _vorm(datasetversie: str, fictief: bool, _grenzen: pd.DataFrame) -> Kaartvorm:  # noqa: FBT001 - part of the key
    """The outlines of a country, computed once per dataset."""
    del datasetversie, fictief
    return kaartvorm(dict(zip(_grenzen["gemeente_code"], _grenzen["grenzen"], strict=True)))


def _label(rij: Rij) -> str:
    """What stands on the map beside a gemeente that was measured."""
    if not rij["peiljaren"]:
        return ""
    verteld = f" {TEKEN_VERTELD}" if rij["verteld"] else ""
    wat = f"{rij['opgepakt']}/{rij['beoordeeld']}{verteld}" if rij["beoordeeld"] else SOORTEN[soortnummer(rij)].teken
    return f"{rij['gemeente']} {wat}"


def _ga_naar(feiten: Gegevens, rijen: Sequence[Rij]) -> None:
    """Another way to the same pages, for who cannot hit a small gemeente."""
    lijst = Keuzelijst([rij["gemeente_code"] for rij in rijen], [rij["gemeente"] for rij in rijen])
    smal, rest = st.columns([2, 3], vertical_alignment="bottom")
    with smal:
        code = st.selectbox(
            "Ga naar gemeente", lijst.codes, index=None, format_func=lijst.woord, placeholder="kies een gemeente",
            key="kaart_gemeente",
        )  # fmt: skip
    if code is not None:
        rest.markdown(
            f"[Open de pagina van {zinnen.letterlijk(lijst.woord(code))}]({Koppelingen(feiten).gemeente(code)})"
        )


def _tabel(feiten: Gegevens, rijen: Sequence[Rij], periode: Rij | None) -> None:
    """The same as a table: a figure only where there is one."""
    jaar_van = periode["jaar_van"] if periode else None
    frame = pd.DataFrame(rijen).assign(
        bekend=[SOORTEN[soortnummer(rij)].woord for rij in rijen],
        aandeel=[aandeeltekst(rij) for rij in rijen],
        uitleg=[wat_bekend_is(rij, jaar_van) for rij in rijen],
    )
    tabel(
        frame,
        {
            "gemeente": "Gemeente",
            "provincie": "Provincie",
            "bekend": "Wat bekend is",
            "aandeel": "Opgepakt van wat is beoordeeld",
            "opgepakt": "Opgepakt",
            "beoordeeld": "Later beoordeeld",
            "vastgesteld": "Verbeterpunten vastgesteld",
            "getoetst": "Opgepakt, opnieuw getoetst",
            "verteld": "Opgepakt, volgens de gemeente zelf",
            "uitleg": "Uitleg",
        },
        naam="opvolging per gemeente",
        feiten=feiten,
        links={"Gemeente": ("gemeente_code", Koppelingen(feiten).gemeente)},
    )
