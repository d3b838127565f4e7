"""The courses of gemeenten on an onderwerp or an indicator, and what the rapporten say in words."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from operator import itemgetter

import pandas as pd
import streamlit as st
from markupsafe import Markup, escape

from pagina._onderwerp import tekenrij
from pagina._onderwerp.keuze import PER_DEEL, Keuze, Verfijning, deel
from pagina._onderwerp.overal import Overal, stand_zin
from pagina.beeld import zinnen
from pagina.beeld.status import BEVINDING, STAND_ACTIE, STATUS, UITKOMST, bewijswoord
from pagina.delen import web
from pagina.delen.figuurbeeld import donker
from pagina.delen.gegevens import Rij
from pagina.delen.tabellen import leesbaar, uitvoer

LOOP_KOLOMMEN = {
    "gemeente": "Gemeente",
    "aanpak": "Aanpak",
    "kader": "Kader",
    "thema": "Thema",
    "onderwerp": "Onderwerp",
    "indicator": "Indicator",
    "verloop": "Verloop",
    "jaar_van": "Eerst bekend in",
    "uitkomst_van": "Eerste uitkomst",
    "bewijs_van": "Bewijs eerste uitkomst",
    "jaar_naar": "Laatst bekend in",
    "uitkomst_naar": "Laatste uitkomst",
    "aanpak_naar": "Aanpak bij de laatste uitkomst",
    "bewijs_naar": "Bewijs laatste uitkomst",
    "status": "Status",
    "nu": "Nu",
    "rapport_van": "Rapport eerste uitkomst",
    "rapport_naar": "Rapport laatste uitkomst",
    "gemeente_code": "CBS-code",
    "provincie": "Provincie",
    "niet_meer_in_kader": "Niet meer in kader",
}
BEVINDING_KOLOMMEN = {
    "gemeente": "Gemeente",
    "aanpak": "Aanpak",
    "soort": "Soort",
    "titel": "Titel",
    "tekst": "Bevinding",
    "onderwerp": "Onderwerp",
    "voor_wie": "Voor wie",
    "stand": "Stand",
    "rapport": "Rapport",
    "vindplaats": "Vindplaats",
    "gemeente_code": "CBS-code",
    "provincie": "Provincie",
}


def lopen(overal: Overal, keuze: Keuze, fijn: Verfijning) -> list[Rij]:
    """Every course that the reader selected. Takes the choice of page and filters."""
    return overal.feiten.rijen(
        "onderwerp_verloop",
        onderwerp=None if keuze.indicator else keuze.onderwerp,
        indicator=keuze.indicator,
        alleen_open=fijn.alleen_open,
        **fijn.gebied,
    )


def lees(rijen: list[Rij]) -> None:
    """How to read the rows of signs."""
    tekens = [web.merk(beeld, donker=donker()) for beeld in tekenrij.gezien(rijen)]
    uitleg = (
        "Elke rij is een aanpak van een gemeente, met wat daarover, of over de aanpak die haar overnam, in de "
        "rapporten staat. Nu: de laatste stand. Sindsdien: wat er van de eerste uitkomst is geworden."
    )
    if any(_op_jaar(list(groep)) for _, groep in groupby(rijen, key=itemgetter("kader_id"))):
        uitleg += " Een leeg vak: dat jaar geen meting."
    else:
        tekens += [web.stil("– niet afgedrukt"), web.stil("verteld: volgens de gemeente, niet getoetst")]
    web.toon(Markup('<p>{}</p><div class="vp-rij">{}</div>').format(uitleg, Markup(" ").join(tekens)))


def _op_jaar(rijen: list[Rij]) -> bool:
    """Whether the years fit as columns."""
    return len(tekenrij.jaren(rijen)) <= tekenrij.MEEST_KOLOMMEN


def per_indicator(overal: Overal, rijen: list[Rij], *, met_tekst: bool) -> None:
    """A table per indicator, under its kader: rows are aanpakken, signs run with the years."""
    for kader_id, van_kader in groupby(rijen, key=itemgetter("kader_id")):
        groep = list(van_kader)
        if not met_tekst:
            st.subheader(zinnen.letterlijk(overal.kaders[kader_id]["kader"]))
        jaren = tekenrij.jaren(groep)
        for _, van_indicator in groupby(groep, key=itemgetter("indicator_id")):
            web.toon(_tabel(overal, list(van_indicator), jaren, met_tekst=met_tekst))


def _tabel(overal: Overal, rijen: list[Rij], jaren: list[int], *, met_tekst: bool) -> Markup:
    """The courses on one indicator; with many years they stand within the row."""
    op_jaar = len(jaren) <= tekenrij.MEEST_KOLOMMEN
    koppen = ["Gemeente en aanpak", "Nu", *(map(str, jaren) if op_jaar else ["Verloop"]), "Sindsdien"]
    lijf: list[list[object]] = []
    for rij in rijen:
        tekens = (
            tekenrij.jaarcellen(rij, jaren, donker=donker()) if op_jaar else [tekenrij.tekenrij(rij, donker=donker())]
        )
        gemeente = web.link(overal.naar.gemeente(rij["gemeente_code"]), rij["gemeente"])
        cellen: list[object] = [
            web.regels([gemeente, web.stil(rij["aanpak"])]),
            tekenrij.nu(rij),
            *tekens,
            tekenrij.sindsdien(rij, donker=donker()),
        ]
        lijf.append([*cellen, _toelichting(overal, rij)] if met_tekst else cellen)
    return web.webtabel(
        [*koppen, "Laatste toelichting"] if met_tekst else koppen,
        lijf,
        bijschrift=f"{rijen[0]['kort']} ({rijen[0]['kader']})",
    )


def _toelichting(overal: Overal, rij: Rij) -> Markup:
    """The last printed text on the line, with where it stands."""
    gedrukt = [meting for meting in rij["metingen"] if meting["toelichting"]]
    if not gedrukt:
        return Markup("")
    laatste = gedrukt[-1]
    return web.regels([f"{laatste['jaar']}: {laatste['toelichting']}", _bron(overal, laatste)])


def _bron(overal: Overal, iets: Rij) -> Markup:
    """The rapport and the place in it."""
    bladzijde = f", p. {int(iets['pagina'])}" if iets["pagina"] else ""
    naar = web.link(overal.naar.rapport(iets["rapport_id"]), iets["rapport"])
    return web.regels([naar, web.stil(f"{iets['vindplaats']}{bladzijde}")])


def zonder_loop(overal: Overal, onderwerp: str, rijen: list[Rij]) -> None:
    """The kaders that ask about the onderwerp but of which no verdict is known: say why."""
    met = {rij["kader_id"] for rij in rijen}
    for r in overal.van("onderwerp", onderwerp):
        if r["kader_id"] not in met:
            st.subheader(zinnen.letterlijk(r["kader"]))
            st.markdown(zinnen.letterlijk(f"{zinnen.hoofd(stand_zin(r, overal.kaders[r['kader_id']]))}."))


def verloop(overal: Overal, rijen: list[Rij], keuze: Keuze, fijn: Verfijning) -> None:
    """The courses of the selection, as many as one can read; `uitvoer_verloop` gives all of them."""
    if not rijen:
        _geen_loop(fijn)
    else:
        te_zien = rijen[deel(len(rijen), "rijen")]
        lees(te_zien)
        per_indicator(overal, te_zien, met_tekst=keuze.indicator is not None)
    if keuze.indicator is None and keuze.onderwerp is not None and not _beperkt(fijn):
        zonder_loop(overal, keuze.onderwerp, rijen)


def uitvoer_verloop(overal: Overal, rijen: list[Rij]) -> None:
    """The files with every course of the selection."""
    if rijen:
        uitvoer(partial(_bestand, rijen), naam="verloop", feiten=overal.feiten)


def _beperkt(fijn: Verfijning) -> bool:
    return bool(fijn.gemeenten or fijn.provincies or fijn.alleen_open)


def _geen_loop(fijn: Verfijning) -> None:
    """Say why there is no row: nothing known is another thing than nothing open."""
    if fijn.alleen_open:
        st.info("Van wat bekend is, is hier nu geen enkel verbeterpunt open.", icon=":material/info:")
    elif _beperkt(fijn):
        st.info("Over deze gemeenten is hierover geen oordeel in deze verzameling.", icon=":material/info:")
    else:
        st.info("Geen enkel rapport in deze verzameling geeft hierover een oordeel.", icon=":material/info:")


def _bestand(rijen: list[Rij]) -> pd.DataFrame:
    """The courses in words, under Dutch heads."""
    woorden = [
        rij
        | {
            "verloop": tekenrij.als_tekst(rij),
            "nu": tekenrij.nu(rij),
            "status": STATUS[rij["status"]].woord if rij["status"] else "nooit beoordeeld",
            "uitkomst_van": _uitkomst(rij["uitkomst_van"]),
            "uitkomst_naar": _uitkomst(rij["uitkomst_naar"]),
            "bewijs_van": bewijswoord(rij["bewijs_van"]),
            "bewijs_naar": bewijswoord(rij["bewijs_naar"]),
        }
        for rij in rijen
    ]
    return leesbaar(pd.DataFrame(woorden)[list(LOOP_KOLOMMEN)].rename(columns=LOOP_KOLOMMEN))


def _uitkomst(code: str | None) -> str:
    return UITKOMST[code].woord if code else ""


def bevindingen(overal: Overal, keuze: Keuze, fijn: Verfijning) -> None:
    """What the rapporten say in words: strengths and explanations too, also of who has no verdicts."""
    st.header("Wat de rapporten in woorden zeggen")
    rijen = overal.feiten.rijen(
        "onderwerp_bevindingen",
        onderwerp=None if keuze.indicator else keuze.onderwerp,
        indicator=keuze.indicator,
        **fijn.gebied,
    )
    if not rijen:
        waar = "deze indicator" if keuze.indicator else "dit onderwerp"
        st.markdown(f"Geen bevindingen over {waar} in de gekozen rapporten.")
        return
    rijen.sort(key=lambda rij: list(BEVINDING).index(rij["soort"]))
    if len(rijen) > PER_DEEL:
        st.markdown(
            f"De eerste {PER_DEEL} van de {zinnen.getal(len(rijen))} bevindingen staan op het scherm; het CSV-bestand "
            "bevat ze alle."
        )
    web.toon(
        web.webtabel(
            ["Gemeente", "Soort", "Bevinding", "Bron"],
            [_bevinding(overal, rij) for rij in rijen[:PER_DEEL]],
            bijschrift="Bevindingen, naar soort. Sterke punten en verklaringen staan naast wat beter moet.",
        )
    )
    uitvoer(partial(_bevindingenbestand, rijen), naam="bevindingen", feiten=overal.feiten)


def _bevindingenbestand(rijen: list[Rij]) -> pd.DataFrame:
    """The bevindingen in words, under Dutch heads."""
    woorden = [
        rij
        | {
            "soort": BEVINDING[rij["soort"]].een,
            "stand": STAND_ACTIE[rij["stand"]].woord if rij["stand"] else "",
        }
        for rij in rijen
    ]
    return leesbaar(pd.DataFrame(woorden)[list(BEVINDING_KOLOMMEN)].rename(columns=BEVINDING_KOLOMMEN))


def _bevinding(overal: Overal, rij: Rij) -> list[object]:
    stand = web.merk(STAND_ACTIE[rij["stand"]], donker=donker()) if rij["stand"] else None
    return [
        web.link(overal.naar.gemeente(rij["gemeente_code"]), rij["gemeente"]),
        web.regels([escape(zinnen.hoofd(BEVINDING[rij["soort"]].een)), stand]),
        web.regels([Markup("<strong>{}</strong>").format(rij["titel"]), rij["tekst"]]),
        _bron(overal, rij),
    ]
