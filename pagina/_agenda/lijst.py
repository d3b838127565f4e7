"""The parts of the Agenda: the answer, who should act, the whole list, and how to read it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

import pandas as pd
import streamlit as st

from pagina._agenda import zinnen as woorden
from pagina._agenda.keuze import Keuze, gekozen_woorden
from pagina.beeld import zinnen
from pagina.beeld.status import STAND_ACTIE, bewijswoord
from pagina.delen import web
from pagina.delen.gegevens import PER_WAARDE, Gegevens, Rij, als_rijen
from pagina.delen.koppelingen import Koppelingen
from pagina.delen.tabellen import tabel

#: Groups that are read as a table on the page; more of them are a table to sort and search in.
LEESBAAR = 12

#: Columns of groups that say nothing where all of them are zero.
ZELDEN = ("gemeld", "onbekend")

LIJST_KOLOMMEN = {
    "soortwoord": "Soort",
    "gemeente": "Gemeente",
    "wat": "Wat",
    "sinds": "Open sinds (jaar)",
    "jaren_open": "Jaren open",
    "termijnwoord": "Termijn",
    "herkomst": "Herkomst van de termijn",
    "uiterlijk": "Opvolging uiterlijk",
    "maanden_over": "Maanden over tijd",
    "aan_zet": "Wie is aan zet",
    "standwoord": "Stand",
    "gemeldwoord": "Gemeld, niet getoetst",
    "gemeld_rapport": "Gemeld in",
    "aangekondigd": "Opvolging aangekondigd voor",
    "via": "Aangekondigd bij actiepunt",
    "kader": "Kader",
    "thema": "Thema",
    "onderwerp": "Onderwerp",
    "aanpak": "Aanpak",
    "moment": "Laatst vastgesteld",
    "bewijswoord": "Bewijs",
    "rapport": "Rapport",
    "vindplaats": "Vindplaats",
    "vanaf": "Leeftijd telt vanaf",
    "niet_meer_in_kader": "Niet meer in kader",
    "provincie": "Provincie",
    "gemeente_code": "CBS-code",
    "rapport_id": "Rapport-id",
    "peildatum": "Peildatum",
}


#: What the sentences tell of a point; thousands of rows of forty columns take half a second.
ZIN_KOLOMMEN = (
    "soort", "kader", "gemeente", "gemeente_nu", "stand", "gemeld", "vanaf", "sinds_op", "termijn", "maanden_over",
    "opvolging_verwacht_van", "opvolging_verwacht_tot",
)  # fmt: skip
LATER_KOLOMMEN = ("soort", "kader")
#: What the words of a row in the list are made of.
WOORD_KOLOMMEN = (
    "soort", "gemeente", "gemeente_nu", "voor_wie", "aanpak", "leeft", "via_soort", "opvolging_verwacht_van",
    "opvolging_verwacht_tot",
)  # fmt: skip


@dataclass(frozen=True)
class Agenda:
    """What the list shows, in sentences and per gemeente too; what was found later; how many are closed."""

    punten: pd.DataFrame
    zinnen: list[str]
    groepen: pd.DataFrame
    later: list[Rij]
    gesloten: int
    keuze: Keuze

    @property
    def omvang(self) -> int:
        """Bytes of memory that it takes, the sentences aside."""
        frames = sum(int(frame.memory_usage(deep=True).sum()) for frame in (self.punten, self.groepen))
        return frames + PER_WAARDE * len(LATER_KOLOMMEN) * len(self.later)


def haal(feiten: Gegevens, keuze: Keuze) -> Agenda:
    """What the choice comes to, kept for who chooses the same again."""
    return feiten.onthoud(
        "agenda in beeld",
        lambda: _agenda(feiten.vraag("agenda", **keuze.parameters), keuze),
        keuze=asdict(keuze),
        grootte=lambda agenda: agenda.omvang,
    )


def _agenda(alles: pd.DataFrame, keuze: Keuze) -> Agenda:
    bekend = alles[~alles["later"]]
    termijn = bekend["termijn"].isin(keuze.termijnen) if keuze.termijnen else True
    stand = bekend["stand"].isin(keuze.getoonde_standen)
    if "gemeld" in keuze.getoonde_standen:
        stand |= bekend["gemeld"]  # a verbeterpunt that is gemeld is open all the same
    getoond = bekend[stand & termijn]
    later = als_rijen(alles.loc[alles["later"], [*LATER_KOLOMMEN]])
    verzwegen = 0 if keuze.standen else int(bekend["gesloten"].sum())
    zinnen_ = woorden.antwoord(als_rijen(getoond[[*ZIN_KOLOMMEN]]))
    return Agenda(getoond, zinnen_, per_gemeente(getoond), later, verzwegen, keuze)


def antwoord(feiten: Gegevens, agenda: Agenda) -> None:
    """The answer in a sentence per kader, and one for the actiepunten; kaders are never added up."""
    dag = zinnen.datum(agenda.keuze.peildatum)
    if agenda.zinnen:
        st.markdown(
            f"Gezien vanaf **{dag}**{' staat in deze selectie' if gekozen_woorden() else ' staat'} op de agenda:"
        )
        st.markdown("\n".join(f"- {zin}" for zin in agenda.zinnen))
    else:
        _niets(feiten, agenda)
    for zin in (woorden.later_zin(agenda.later, agenda.keuze.peildatum), woorden.gesloten_zin(agenda.gesloten)):
        if zin:
            st.markdown(zinnen.letterlijk(zin))
    if zonder := _zonder_rapport(feiten, agenda.keuze):
        st.info(
            f"Van {zinnen.letterlijk(zinnen.opsomming(zonder))} staat geen rapport in deze verzameling. "
            "Of daar iets open staat, is niet bekend.",
            icon=":material/info:",
        )


def _niets(feiten: Gegevens, agenda: Agenda) -> None:
    """Say why the list is empty; nothing known is not the same as nothing open."""
    gekozen = gekozen_woorden()
    dag = zinnen.datum(agenda.keuze.peildatum)
    if feiten.vraag("rapporten").empty:
        zin = "Er zijn nog geen rapporten in deze verzameling. Of er iets open staat, is dus niet bekend."
    elif gekozen:
        filters = zinnen.opsomming(f"{naam}: {zinnen.opsomming(w)}" for naam, w in gekozen.items())
        zin = f"Niets op de agenda voldoet aan de gekozen filters ({filters}). Wis een of meer filters om meer te zien."
    elif agenda.later:
        zin = f"Tot en met {dag} is hier niets vastgesteld dat nu nog open staat. Kies een latere peildatum."
    else:
        zin = "Volgens de rapporten in deze verzameling staat niets open."
    st.info(zinnen.letterlijk(zin), icon=":material/info:")


def _zonder_rapport(feiten: Gegevens, keuze: Keuze) -> list[str]:
    """The chosen gemeenten of which nothing is here: of them it is not known whether anything is open."""
    if not keuze.gemeenten:
        return []
    bekend = set(feiten.vraag("gemeenten_met_meting", kader=None, met_opgegaan=True)["gemeente_code"])
    namen = feiten.vraag("gemeenten").set_index("gemeente_code")["gemeente"]
    return [str(namen[code]) for code in keuze.gemeenten if code not in bekend]


def wie(feiten: Gegevens, agenda: Agenda) -> None:
    """Per gemeente and kader, and per gemeente for its actiepunten: how much, since when, and what is past."""
    koppelingen = Koppelingen(feiten)
    koppen = {
        "gemeente": "Gemeente",
        "onder": "Onder",
        "open": "Open",
        "gemeld": "Gemeld, niet getoetst",
        "onbekend": "Stand onbekend",
        "sinds": "Open sinds (jaar)",
        "over_tijd": "Over tijd",
        "zonder_datum": "Zonder aangekondigde datum",
        "uiterlijk": "Eerste uiterste datum",
    }
    koppen = {naam: kop for naam, kop in koppen.items() if naam not in ZELDEN or agenda.groepen[naam].any()}
    if len(agenda.groepen) > LEESBAAR:
        links = {"Gemeente": ("gemeente_code", koppelingen.gemeente)}
        tabel(
            agenda.groepen, koppen, naam="agenda per gemeente", feiten=feiten, links=links, keuze=asdict(agenda.keuze)
        )
        return
    rijen = [
        [
            web.link(koppelingen.gemeente(rij["gemeente_code"]), rij["gemeente"]),
            rij["onder"],
            *(zinnen.getal(rij[naam]) for naam in ("open", *ZELDEN) if naam in koppen),
            f"{rij['sinds']:.0f}" if rij["sinds"] is not None else "onbekend",
            zinnen.getal(rij["over_tijd"]) if rij["over_tijd"] is not None else "niet te zeggen",
            zinnen.getal(rij["zonder_datum"]),
            zinnen.datum(rij["uiterlijk"]) if rij["uiterlijk"] is not None else "geen datum aangekondigd",
        ]
        for rij in als_rijen(agenda.groepen)
    ]
    bijschrift = "Wat er per gemeente op de agenda staat, de langst open eerst."
    if (agenda.punten["gemeld"] & (agenda.punten["soort"] == "verbeterpunt")).any():
        bijschrift += " Een verbeterpunt dat is gemeld, staat ook bij ‘Open’: niemand heeft het getoetst."
    web.toon(web.webtabel(list(koppen.values()), rijen, bijschrift=bijschrift))


def per_gemeente(punten: pd.DataFrame) -> pd.DataFrame:
    """One row per gemeente × kader (verbeterpunten) and per gemeente (actiepunten), the longest open first."""
    punten = punten[~punten["gesloten"]]
    onder = punten["kader"].where(punten["soort"] == "verbeterpunt", "actiepunten")
    open_ = punten["stand"].isin(["open", "gestopt"])
    merk = punten.assign(
        onder=onder,
        open=open_,
        gemeld=punten["gemeld"],
        onbekend=punten["stand"] == "onbekend",
        over_tijd=punten["termijn"] == "over_tijd",
        zonder_datum=punten["termijn"].isin(["geen_datum", "geen_einddatum"]),
    )
    samen = merk.groupby(["gemeente_code", "gemeente", "onder"], as_index=False).agg(
        open=("open", "sum"),
        gemeld=("gemeld", "sum"),
        onbekend=("onbekend", "sum"),
        over_tijd=("over_tijd", "sum"),
        zonder_datum=("zonder_datum", "sum"),
        sinds=("sinds", "min"),
        vanaf=("vanaf", "min"),
        uiterlijk=("uiterlijk", "min"),
    )
    # without any date nothing can be overdue, which is not the same as none
    samen["over_tijd"] = samen["over_tijd"].where(samen["uiterlijk"].notna()).astype("Int64")
    return samen.sort_values(["vanaf", "open", "gemeente"], ascending=[True, False, True], na_position="last")


def lijst(feiten: Gegevens, agenda: Agenda) -> None:
    """Every point, sortable, with its file."""
    koppelingen = Koppelingen(feiten)
    tabel(
        lambda: _met_woorden(agenda.punten, koppelingen),
        LIJST_KOLOMMEN,
        naam="agenda",
        feiten=feiten,
        keuze=asdict(agenda.keuze),
        links={
            "Gemeente": ("gemeente_code", koppelingen.gemeente),
            "Wat": ("doel", str),
            "Rapport": ("rapport_id", koppelingen.rapport),
        },
    )


def _met_woorden(punten: pd.DataFrame, koppelingen: Koppelingen) -> pd.DataFrame:
    """The points with what the list says of them in words, and where the name of each leads."""
    rijen = als_rijen(punten[[*WOORD_KOLOMMEN]])
    doelen = punten["indicator_id"].map(_per_code(punten["indicator_id"], koppelingen.indicator))
    rapporten = punten["rapport_id"].map(_per_code(punten["rapport_id"], koppelingen.rapport))
    return punten.assign(
        soortwoord=punten["soort"].map(woorden.SOORTEN),
        standwoord=punten["stand"].map(woorden.STANDEN),
        gemeldwoord=punten["gemeld"].map({True: STAND_ACTIE["gemeld"].merk_kort, False: ""}),
        termijnwoord=punten["termijn"].map(woorden.TERMIJNEN),
        bewijswoord=punten["bewijs"].map(_per_code(punten["bewijs"], bewijswoord)),
        aan_zet=[woorden.aan_zet(rij) for rij in rijen],
        herkomst=[woorden.herkomst(rij) for rij in rijen],
        aangekondigd=[
            woorden.aangekondigd(rij["opvolging_verwacht_van"], rij["opvolging_verwacht_tot"]) for rij in rijen
        ],
        doel=doelen.where(punten["indicator_id"].notna(), rapporten).astype("str"),
    )


def _per_code(codes: pd.Series[Any], woord: Callable[[str], str | None]) -> dict[str, str | None]:
    """What a code comes to, made once however often it occurs."""
    return {code: woord(code) for code in codes.dropna().unique()}


def toezeggingen(feiten: Gegevens, keuze: Keuze) -> None:
    """What gemeenten promised by a date; whether it was done is not in the data."""
    rijen = feiten.rijen("agenda_toezeggingen", peildatum=keuze.peildatum, gemeenten=keuze.gemeenten)
    if not rijen:
        return
    st.header("Toezeggingen met een datum")
    st.markdown(
        "Een toezegging heeft in de rapporten geen stand: of zij is nagekomen, is hier niet bekend. Zij hoort bij geen "
        "kader of thema: van de filters geldt hier alleen dat op gemeente."
    )
    koppelingen = Koppelingen(feiten)
    web.toon(
        web.webtabel(
            ["Gemeente", "Toezegging", "Wie is aan zet", "Opvolging aangekondigd voor", "Op de peildatum", "Rapport"],
            [
                [
                    web.link(koppelingen.gemeente(rij["gemeente_code"]), rij["gemeente"]),
                    rij["titel"],
                    rij["voor_wie"] or "niet genoemd in het rapport",
                    woorden.aangekondigd(rij["opvolging_verwacht_van"], rij["opvolging_verwacht_tot"]),
                    "datum voorbij" if rij["voorbij"] else "datum nog niet voorbij",
                    web.link(koppelingen.rapport(rij["rapport_id"]), rij["rapport"]),
                ]
                for rij in rijen
            ],
            bijschrift="Toezeggingen waarbij een rapport een datum voor opvolging noemt, de vroegste eerst.",
        )
    )
