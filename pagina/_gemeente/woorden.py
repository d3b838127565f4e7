"""What the rapporten say of a gemeente in words, what somebody is to do, and what is due."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from itertools import groupby

import streamlit as st
from markupsafe import Markup

from pagina._gemeente.antwoord import termijnwoord
from pagina._gemeente.dossier import ACTIEPUNT, WACHT, Dossier, is_aangekondigd, verstreken
from pagina.beeld import zinnen
from pagina.beeld.status import BEVINDING, STAND_ACTIE
from pagina.delen import web
from pagina.delen.figuurbeeld import donker
from pagina.delen.gegevens import Rij
from pagina.delen.keuzelijst import Keuzelijst
from pagina.delen.koppelingen import adres

#: Beside each other: what is good, and what could be better. Under it, over the whole width, the rest.
STERK = ("sterk_punt", "kans")
ZWAK = ("kan_beter", "risico")
REST = ("verklaring", "toezegging", "reactie")


def bevindingen(gemeente: Dossier) -> None:
    """The findings in words of one rapport; of several rapporten the newest, unless the reader chose."""
    rapporten = {b["rapport_id"]: b["rapport"] for b in sorted(gemeente.bevindingen, key=_nieuwste_eerst)}
    lijst = Keuzelijst(rapporten, rapporten.values())
    rapport = lijst.codes[0]
    if len(lijst) > 1:
        rapport = str(lijst.een("rapport", "Rapport (het nieuwste eerst)"))
    else:
        lijst.noem("rapport", rapport, altijd=True)
    rijen = [b for b in gemeente.bevindingen if b["rapport_id"] == rapport and b["soort"] not in ACTIEPUNT]
    if not rijen:
        st.markdown("Dit rapport heeft, naast de actiepunten hieronder, geen bevindingen in woorden.")
        return
    _toon(_groep(gemeente, rijen, "oordeel"))
    links, rechts = st.columns(2, gap="large")
    with links:
        _kolom(gemeente, rijen, STERK, ("Sterke punten en kansen", "Staan niet in woorden in dit rapport."))
    with rechts:
        _kolom(gemeente, rijen, ZWAK, ("Risico’s", "Staan niet in woorden in dit rapport."))
    for soort in REST:
        _toon(_groep(gemeente, rijen, soort))


def _nieuwste_eerst(bevinding: Rij) -> tuple[int, ...]:
    """A key that sorts the newest rapport in front; of a year or month its digits."""
    return tuple(-int(deel) for deel in str(bevinding["gepubliceerd"]).split("-"))


def _kolom(gemeente: Dossier, rijen: list[Rij], soorten: Iterable[str], leeg: tuple[str, str]) -> None:
    if not any(rij["soort"] in soorten for rij in rijen):
        web.toon(Markup("<h3>{}</h3><p>{}</p>").format(*leeg))
    for soort in soorten:
        _toon(_groep(gemeente, rijen, soort))


def _toon(deel: Markup) -> None:
    """Put it on the page, if there is anything: Streamlit refuses empty HTML."""
    if deel:
        web.toon(deel)


def _groep(gemeente: Dossier, rijen: list[Rij], soort: str) -> Markup:
    """All of one kind under a heading; nothing where there are none."""
    eigen = [rij for rij in rijen if rij["soort"] == soort]
    if not eigen:
        return Markup("")
    naam = BEVINDING[soort].een if len(eigen) == 1 else f"{BEVINDING[soort].meer} ({zinnen.getal(len(eigen))})"
    return Markup("<h3>{}</h3>").format(zinnen.hoofd(naam)) + web.lijst(_bevinding(gemeente, rij) for rij in eigen)


def _bevinding(gemeente: Dossier, rij: Rij) -> Markup:
    elders = f" ({rij['gemeente']})" if rij["gemeente_code"] != gemeente.code else ""
    return web.regels(
        [
            Markup("<strong>{}{}</strong>").format(rij["titel"], elders),
            rij["tekst"],
            f"Let op: {rij['opmerking']}" if rij["opmerking"] else None,
            web.stil(_herkomst(gemeente, rij)),
        ]
    )


def _herkomst(gemeente: Dossier, rij: Rij) -> Markup:
    """Onderwerp and place, each a link."""
    plaats = ", p. ".join(str(deel) for deel in (rij["vindplaats"], rij["pagina"]) if deel)
    delen = [web.link(gemeente.koppelingen.rapport(rij["rapport_id"]), plaats)]
    if rij["onderwerp"]:
        delen.append(web.link(gemeente.koppelingen.onderwerp(rij["onderwerp_id"]), rij["onderwerp"]))
    return Markup(" · ").join(delen)


def actiepunten(gemeente: Dossier) -> None:
    """What somebody is to do: what waits first, what is done or dropped one switch away."""
    if not gemeente.actiepunten:
        st.markdown("In de rapporten die hier zijn staan geen aanbevelingen of verbeterpunten in woorden.")
        return
    st.markdown("Aanbevelingen en verbeterpunten die een rapport in woorden geeft, los van de oordelen per indicator.")
    wachtend = [b for b in gemeente.actiepunten if b["stand"] in WACHT]
    rest = [b for b in gemeente.actiepunten if b["stand"] not in WACHT]
    if wachtend:
        web.toon(_kaarten(gemeente, wachtend))
    if rest:
        with st.expander(f"Opgepakt of vervallen ({zinnen.getal(len(rest))})", expanded=not wachtend):
            web.toon(_kaarten(gemeente, rest))


def _kaarten(gemeente: Dossier, punten: list[Rij]) -> Markup:
    kaarten = Markup("").join(_kaart(gemeente, punt) for punt in punten)
    return Markup(
        '<div style="display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr))">{}</div>'
    ).format(kaarten)


def _kaart(gemeente: Dossier, punt: Rij) -> Markup:
    wegen = gemeente.koppelingen
    indicatoren = [web.link(wegen.indicator(code), gemeente.indicatornaam[code]) for code in punt["indicatoren"]]
    return Markup('<article class="vp-kaartje"><h3>{}</h3><p>{}</p><p>{}</p>{}</article>').format(
        punt["titel"],
        web.merk(STAND_ACTIE[punt["stand"]], donker=donker()),
        punt["tekst"],
        web.feitenlijst(
            {
                "Soort": BEVINDING[punt["soort"]].een,
                "Gemeld in": _gemeld_in(gemeente, punt),
                "Voor wie": punt["voor_wie"],
                "Indicatoren": web.regels(indicatoren),
                "Opvolging": termijn(gemeente, punt),
                "Let op": punt["opmerking"],
                "Bron": _herkomst(gemeente, punt),
            }
        ),
    )


def _gemeld_in(gemeente: Dossier, punt: Rij) -> Markup | None:
    """The rapport in which the gemeente last said that it was done."""
    weg = gemeente.koppelingen.rapport(punt["gemeld_in"] or "")
    return web.link(weg, punt["gemeld_rapport"]) if weg else None


def termijn(gemeente: Dossier, rij: Rij) -> str:
    """The announced follow-up, with what today makes of it."""
    if not is_aangekondigd(rij):
        return "geen opvolging aangekondigd"
    if rij["stand"] is not None and rij["stand"] not in WACHT:
        return f"aangekondigd voor {termijnwoord(rij)}"
    if rij["uiterste_dag"] is None:
        return f"aangekondigd voor {termijnwoord(rij)}; een einddatum is niet genoemd"
    voorbij = verstreken(rij, vandaag=gemeente.vandaag)
    return f"aangekondigd voor {termijnwoord(rij)}; " + ("termijn voorbij" if voorbij else "termijn loopt nog")


def _termijnstand(rij: Rij, *, voorbij: bool) -> str:
    """Until when the announced time runs or ran."""
    if rij["uiterste_dag"] is None:
        return "een einddatum is niet genoemd"
    return f"de termijn {'liep' if voorbij else 'loopt'} tot en met {zinnen.datum(rij['uiterste_dag'])}"


def termijnzin(punten: list[Rij], *, vandaag: dt.date) -> str:
    """For how many open verbeterpunten a date follows from what was announced about the same indicator.

    Takes rows of gemeente_stand.sql, which has its dates where the Agenda has them; empty text where nothing is open.
    """
    if not punten:
        return ""
    alle = len(punten)
    if not any(punt["via_soort"] for punt in punten):
        welke = "het open verbeterpunt" if alle == 1 else f"de {zinnen.getal(alle)} open verbeterpunten"
        return f"Voor {welke} is hier geen datum van een volgende toets bekend."
    groepen = Counter(_via(punt, vandaag=vandaag) for punt in punten if punt["via_soort"])
    delen = []
    for nr, ((soort, wanneer), aantal) in enumerate(groepen.items()):
        wie = f"nog {zinnen.getal(aantal)}" if nr else _deel_van(aantal, alle)
        delen.append(f"Voor {wie} geldt de datum van een {BEVINDING[soort].een} over dezelfde indicator: {wanneer}.")
    if zonder := alle - groepen.total():
        rest = "het andere" if zonder == 1 else f"de andere {zinnen.getal(zonder)}"
        delen.append(f"Voor {rest} is geen datum bekend.")
    return " ".join(delen)


def _deel_van(aantal: int, alle: int) -> str:
    """So many of all the open verbeterpunten: '9 van de 11 open verbeterpunten'."""
    if alle == 1:
        return "het enige open verbeterpunt"
    deel = "alle" if aantal == alle else f"{zinnen.getal(aantal)} van de"
    return f"{deel} {zinnen.getal(alle)} open verbeterpunten"


def _via(punt: Rij, *, vandaag: dt.date) -> tuple[str, str]:
    """Of what kind the bevinding is that announced it, and until when; without a last day, from when."""
    einde: dt.date | None = punt["uiterlijk"]
    if einde is None:
        van = zinnen.deeldatum(punt["opvolging_verwacht_van"])
        return punt["via_soort"], f"opvolging is aangekondigd vanaf {van}, zonder einddatum"
    return punt["via_soort"], _termijnstand({"uiterste_dag": einde}, voorbij=einde < vandaag)


def wat_komt(gemeente: Dossier) -> None:
    """Each announced follow-up once, with what it is about and whether its last day has passed."""
    regels = []
    for woord, groep in groupby(gemeente.aangekondigd, key=termijnwoord):
        rijen = list(groep)
        voorbij = verstreken(rijen[0], vandaag=gemeente.vandaag)
        stand = _termijnstand(rijen[0], voorbij=voorbij)
        later = any(rij["later_gemeten"] for rij in rijen)
        bekend = "" if not voorbij else (
            " Er is een latere meting; of die hierover gaat, staat niet vast."
            if later
            else " Een later rapport is niet in deze verzameling: wat ervan is geworden, is hier niet bekend."
        )  # fmt: skip
        titels = web.lijst(f"{zinnen.hoofd(BEVINDING[rij['soort']].een)}: {rij['titel']}" for rij in rijen)
        regels.append(Markup("<strong>{}</strong>: {}.{}{}").format(zinnen.hoofd(woord), stand, bekend, titels))
    if regels:
        web.toon(web.lijst(regels))
    else:
        st.markdown("In de rapporten die hier zijn is geen opvolging aangekondigd die nog open staat.")
    if zin := termijnzin(gemeente.open_punten, vandaag=gemeente.vandaag):
        st.markdown(zin)
    weg = adres("agenda", {"gemeente": [gemeente.naam]})
    web.toon(Markup("<p>{}</p>").format(web.link(weg, f"Alles wat open staat in {gemeente.naam}, in de agenda")))
