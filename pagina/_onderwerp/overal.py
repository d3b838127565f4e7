"""The Onderwerp page without a choice: what is open under every onderwerp and thema, and the sentences for that."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import streamlit as st
from markupsafe import Markup, escape

from pagina.beeld import zinnen
from pagina.beeld.dekking import dekking_zin
from pagina.delen import filters, koppelingen, web
from pagina.delen.gegevens import Gegevens, Rij
from pagina.delen.koppelingen import Koppelingen
from pagina.delen.tabellen import leesbaar, uitvoer

INDELING = (
    "De onderwerpen en wat eronder valt zijn onze eigen indeling: een interpretatie van de makers, geen oordeel en "
    "geen indeling van de inspecties."
)

ZOEKHULP = (
    "Een onderwerp loopt door de kaders heen; een thema hoort bij één kader, en kan net zo heten. Met **Zoek een "
    "woord** ziet u alles wat zo heet. Cijfers staan per kader en worden niet opgeteld."
)


@dataclass(frozen=True)
class Overal:
    """What every part needs: the facts, the ways to other pages, the kaders by id, and what is open now."""

    feiten: Gegevens
    naar: Koppelingen
    kaders: dict[str, Rij]
    stand: list[Rij]

    def van(self, soort: str, sleutel: str | None = None) -> list[Rij]:
        """The rows of onderwerp_stand.sql of one kind, in the order of the kaders; of one thing when it is named."""
        rijen = [r for r in self.stand if r["soort"] == soort and sleutel in {None, r["sleutel"]}]
        volgorde = list(self.kaders)
        return sorted(rijen, key=lambda rij: volgorde.index(rij["kader_id"]))

    def adres(self, pagina: str, kader_id: str, keuze: koppelingen.Keuze) -> str | None:
        """A page with a choice under a kader, at its newest pair of years; None where the kader has no verdicts."""
        kader = self.kaders[kader_id]
        waar = {"kader": kader["kader"], "periode": filters.nieuwste(self.feiten, kader_id)}
        return koppelingen.adres(pagina, {**waar, **keuze}) if kader["oordelen"] else None


def overal(feiten: Gegevens) -> Overal:
    """Ask what every part needs."""
    kaders = {str(kader["kader_id"]): kader for kader in feiten.rijen("kaders")}
    return Overal(feiten, Koppelingen(feiten), kaders, feiten.rijen("onderwerp_stand"))


# --- sentences -------------------------------------------------------------------------------------------------------


def stand_zin(rij: Rij, kader: Rij) -> str:
    """What is open now, never without of how many; where nothing is known, why not."""
    if not rij["bekend"] + rij["onbekend"]:
        if not kader["gemeenten"]:
            return "geen rapport in deze verzameling"
        return "nog geen oordeel bekend" if kader["oordelen"] else "geen oordeel per indicator"
    zin = f"{zinnen.getal(rij['open'])} open van {zinnen.getal(rij['bekend'])} bekend"
    gemeenten = f"{zinnen.getal(rij['gemeenten'])} {zinnen.meervoud(rij['gemeenten'], 'gemeente', 'gemeenten')}"
    zin += f", in {zinnen.getal(rij['gemeenten_open'])} van {gemeenten}" if rij["open"] else f", {gemeenten}"
    zin += f"; {zinnen.getal(rij['gemeld'])} gemeld, niet getoetst" if rij["gemeld"] else ""
    return zin + (f"; {zinnen.getal(rij['onbekend'])} onbekend" if rij["onbekend"] else "")


def stand_cel(rij: Rij, kader: Rij) -> Markup:
    """The same for in a table, where what is open stands out."""
    zin, kop = stand_zin(rij, kader), f"{zinnen.getal(rij['open'])} open"
    return Markup("<strong>{}</strong>{}").format(kop, zin.removeprefix(kop)) if rij["open"] else escape(zin)


def opvolging_zin(totaal: Rij, periode: Rij) -> str:
    """What was picked up in one period, told and tested apart.

    Takes a row with the counts of totalen.sql, and one with the pair of years: jaar_van, jaar_naar.
    """
    jaren = zinnen.periode(periode["jaar_van"], periode["jaar_naar"])
    if not totaal["vastgesteld"]:
        return f"Opvolging {jaren}: geen verbeterpunten."
    return f"Opvolging {jaren}: {zinnen.opgepakt_zin(totaal, periode['jaar_van'])}"


def dekking(overal_: Overal, kader_id: str) -> str:
    """How much of the latest round of a kader is here; empty where nothing is missing, or no round is known."""
    rondes = [ronde for ronde in overal_.feiten.rijen("dekking") if ronde["kader_id"] == kader_id]
    if all(ronde["hier"] >= ronde["aantal_gemeenten"] for ronde in rondes):
        return ""
    # queries/dekking.sql gives the latest round last
    meer = f" Dat is de laatste van {zinnen.telwoord(len(rondes))} rondes; zie Bronnen." if len(rondes) > 1 else ""
    return f"{dekking_zin(rondes[-1])}{meer} Dit is geen landelijk beeld."


def indicatoren(aantal: int) -> str:
    """A number of indicatoren: '1 indicator'."""
    return f"{zinnen.getal(aantal)} {zinnen.meervoud(aantal, 'indicator', 'indicatoren')}"


def punt(kop: str, *delen: object) -> Markup:
    """One item of an answer: what it is about, and then its sentences."""
    return Markup("<strong>{}</strong>: {}").format(kop, Markup(" ").join(escape(deel) for deel in delen if deel))


# --- without a choice ------------------------------------------------------------------------------------------------


def alles(overal_: Overal) -> None:
    """What is open per kader, per onderwerp and per thema; every name leads on."""
    punten = [
        punt(r["kader"], f"{stand_zin(r, overal_.kaders[r['kader_id']])}.", web.stil(dekking(overal_, r["kader_id"])))
        for r in overal_.van("kader")
        if overal_.kaders[r["kader_id"]]["gemeenten"]
    ]
    st.header("Verbeterpunten die nu open zijn")
    if punten:
        web.toon(web.lijst(punten))
        st.markdown(ZOEKHULP)
    _zonder_rapport(overal_)
    st.header("Per onderwerp")
    st.markdown(INDELING)
    _onderwerpen_tabel(overal_)
    st.header("Per thema")
    st.markdown("Thema’s zijn van het kader zelf. Hetzelfde woord in twee kaders is niet hetzelfde thema.")
    _themas_tabel(overal_)
    _uitvoer(overal_)


def _zonder_rapport(overal_: Overal) -> None:
    """The kaders of which nothing is here, which have no column below."""
    leeg = [kader["kader"] for kader in overal_.kaders.values() if not kader["gemeenten"]]
    if leeg:
        st.info(
            f"Van {zinnen.letterlijk(zinnen.opsomming(leeg))} is geen rapport in deze verzameling.",
            icon=":material/info:",
        )


def _met_rapport(overal_: Overal) -> dict[str, Rij]:
    return {kader_id: kader for kader_id, kader in overal_.kaders.items() if kader["gemeenten"]}


def _onderwerpen_tabel(overal_: Overal) -> None:
    """One row per onderwerp, a cell per kader."""
    met = _met_rapport(overal_)
    gevonden = {(r["sleutel"], r["kader_id"]): r for r in overal_.van("onderwerp")}
    acties = {rij["onderwerp_id"]: rij for rij in overal_.feiten.rijen("onderwerp_actiepunten")}
    rijen = []
    for onderwerp in overal_.feiten.rijen("alle_onderwerpen"):
        code = onderwerp["onderwerp_id"]
        cellen = [
            stand_cel(gevonden[code, kader_id], kader) if (code, kader_id) in gevonden else "–"
            for kader_id, kader in met.items()
        ]
        naam = web.link(overal_.naar.onderwerp(code), onderwerp["onderwerp"])
        rijen.append([naam, _gevraagd(onderwerp), *cellen, _actiepunten(acties.get(code))])
    web.toon(
        web.webtabel(
            ["Onderwerp", "Gevraagd", *(kader["kader"] for kader in met.values()), "Actiepunten"],
            rijen,
            bijschrift="Verbeterpunten die nu open zijn, per onderwerp en kader. Bekend: elke indicator bij elke "
            "aanpak die er nu is, waarvan een uitkomst bekend is; gingen aanpakken samen, dan telt de nieuwe één keer. "
            "Een streepje: het kader vraagt hier niet naar.",
        )
    )
    if None in acties:
        st.markdown(f"Zonder onderwerp: {_actiepunten(acties[None])}.")


def _gevraagd(onderwerp: Rij) -> str:
    """How much the kaders ask about it."""
    if not onderwerp["indicatoren"]:
        return "geen indicator"
    kaders = f"{zinnen.getal(onderwerp['kaders'])} {zinnen.meervoud(onderwerp['kaders'], 'kader', 'kaders')}"
    return f"{indicatoren(onderwerp['indicatoren'])} in {kaders}"


def _actiepunten(rij: Rij | None) -> str:
    """What rapporten ask for in words, apart from the verdicts."""
    if rij is None:
        return "geen"
    return f"{zinnen.getal(rij['open'])} open van {zinnen.getal(rij['actiepunten'])}"


def _themas_tabel(overal_: Overal) -> None:
    """One row per thema of a kader, with the way to its follow-up."""
    rijen = [
        [
            r["naam"],
            r["kader"],
            stand_cel(r, overal_.kaders[r["kader_id"]]),
            zinnen.getal(r["indicatoren"]),
            web.link(weg, f"Opvolging {r['naam']} ({r['kader']})")
            if (weg := overal_.adres("opvolging", r["kader_id"], {"thema": [r["naam"]]}))
            else None,
        ]
        for r in overal_.van("thema")
        if overal_.kaders[r["kader_id"]]["gemeenten"]
    ]
    if not rijen:
        st.markdown("Er is nog geen rapport, dus ook geen cijfer per thema.")
        return
    web.toon(
        web.webtabel(
            ["Thema", "Kader", "Nu open", "Indicatoren", "Verder"],
            rijen,
            bijschrift="Verbeterpunten die nu open zijn, per thema van elk kader",
        )
    )


def _uitvoer(overal_: Overal) -> None:
    """The numbers of both tables and of every indicator as a file."""
    uitvoer(lambda: _bestand(overal_.feiten.vraag("onderwerp_stand")), naam="nu open", feiten=overal_.feiten)


def _bestand(stand: pd.DataFrame) -> pd.DataFrame:
    """The numbers under Dutch heads."""
    kolommen = {
        "soort": "Soort", "naam": "Naam", "kader": "Kader", "indicatoren": "Indicatoren", "open": "Nu open",
        "gemeld": "Open en gemeld, niet getoetst", "bekend": "Bekend", "onbekend": "Onbekend",
        "gemeenten_open": "Gemeenten met iets open", "gemeenten": "Gemeenten met iets bekend",
        "sinds": "Open sinds (peiljaar)",
    }  # fmt: skip
    return leesbaar(stand[list(kolommen)].rename(columns=kolommen))
