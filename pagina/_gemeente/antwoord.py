"""The first screen of the page Gemeente: choosing one, the answer in sentences, its facts, its time line."""

from __future__ import annotations

from itertools import groupby

import streamlit as st
from markupsafe import Markup

from pagina._gemeente.dossier import Dossier, verstreken
from pagina.beeld import zinnen
from pagina.beeld.status import BEVINDING
from pagina.delen import web
from pagina.delen.gegevens import Gegevens, Rij
from pagina.delen.koppelingen import Koppelingen, adres, open_punten
from pagina.uitvoer.inhoud.velden import ALLES

#: More gemeenten than this are found in the list to choose from, not as links.
HOOGSTENS = 20

#: More announced terms than this are counted, not named one by one.
HOOGSTENS_TERMIJNEN = 3


def begin(feiten: Gegevens) -> None:
    """What the page does, and the way to the gemeenten of which there is a rapport."""
    met = feiten.rijen("gemeenten_met_meting", kader=None, met_opgegaan=False)
    if not met:
        st.info(
            "Er zijn nog geen rapporten in deze verzameling, dus ook niet over een gemeente.", icon=":material/info:"
        )
        return
    aantal = f"{zinnen.telwoord(len(met))} {zinnen.meervoud(len(met), 'gemeente', 'gemeenten')}"
    st.markdown(
        "Kies een gemeente. Dan staat hier wat de inspecties er vonden, wat er bij de hertoets van elk verbeterpunt "
        "was geworden, wat nog open staat en wat is aangekondigd, met een blad om mee te nemen op bezoek."
    )
    if len(met) > HOOGSTENS:
        st.markdown(f"Van {aantal} is een rapport in deze verzameling.")
        return
    st.markdown(f"Van {aantal} is een rapport in deze verzameling:")
    wegen = Koppelingen(feiten)
    web.toon(web.lijst(web.link(wegen.gemeente(rij["gemeente_code"]), rij["gemeente"]) for rij in met))


def antwoord(feiten: Gegevens, gemeente: Dossier) -> None:
    """The question answered in sentences: per kader what is open and what was picked up; then what is due."""
    zinnen_ = [_kaderzin(feiten, gemeente, kader_id, kader) for kader_id, kader in gemeente.kaders.items()]
    if gemeente.aangekondigd or gemeente.actiepunten:
        zinnen_.append(_wat_komt(gemeente))
    if not gemeente.eigen_metingen and not gemeente.bevindingen:
        st.info(f"Van {zinnen.letterlijk(gemeente.naam)} is geen rapport in deze verzameling.", icon=":material/info:")
    if zinnen_:
        web.toon(web.lijst(zinnen_))
    if gemeente.deelname:
        web.toon(web.lijst(_deelname(rij) for rij in gemeente.deelname))
    grenzen = [_grens(gemeente, rij) for rij in gemeente.gebied if rij["richting"]]
    if grenzen:
        web.toon(web.lijst(grenzen))


def _kaderzin(feiten: Gegevens, gemeente: Dossier, kader_id: str, kader: str) -> Markup:
    """One kader: what is open now, then the latest follow-up, told and tested apart."""
    zin = Markup("<strong>{}</strong>: ").format(kader)
    stand = [rij for rij in gemeente.stand if rij["kader_id"] == kader_id]
    perioden = [rij for rij in gemeente.perioden if rij["kader_id"] == kader_id]
    if not stand and not perioden:
        metingen = [m for m in gemeente.eigen_metingen if m["kader_id"] == kader_id]
        wie = zinnen.meervoud(len({m["rapport_id"] for m in metingen}), "het rapport geeft", "de rapporten geven")
        return zin + f"{wie} geen oordeel per indicator, dus valt er per indicator niets te tellen."
    if stand:
        weg = open_punten(gemeente=[gemeente.naam], kader=[kader])
        zin += web.link(weg if any(rij["open"] for rij in stand) else None, _open(stand)) + _onbekend(stand)
    else:
        zin += "wat nu open staat, telt bij de gemeente die de aanpak heeft overgenomen."
    # a pair of years in which nothing was a verbeterpunt tells nothing of what was picked up
    met_punten = [rij for rij in perioden if rij["verbeterpunten"]]
    for rij in met_punten:
        if rij["jaar_naar"] == met_punten[0]["jaar_naar"]:
            zin += _hertoets(feiten, gemeente, rij)
    return zin


def _open(stand: list[Rij]) -> str:
    """How many are open, since when."""
    open_ = [rij for rij in stand if rij["open"]]
    bekend = sum(rij["open"] is not None for rij in stand)
    if not open_:
        return f"geen verbeterpunt staat nu open, van {zinnen.telwoord(bekend)} indicatoren met een bekende stand"
    jaren = sorted({int(rij["sinds"]) for rij in open_})
    sinds = f"sinds {jaren[0]}" if len(jaren) == 1 else f"het oudste sinds {jaren[0]}, het nieuwste sinds {jaren[-1]}"
    punten = zinnen.meervoud(len(open_), "verbeterpunt staat", "verbeterpunten staan")
    return f"{zinnen.telwoord(len(open_))} {punten} nu open, {sinds}{_gemeld(open_)}"


def _gemeld(open_: list[Rij]) -> str:
    """How many of what is open the gemeente says it took up."""
    aantal = sum(rij["gemeld"] for rij in open_)
    zijn = zinnen.meervoud(aantal, "is", "zijn")
    return f"; {zinnen.telwoord(aantal)} daarvan {zijn} gedaan volgens de gemeente, niet getoetst" if aantal else ""


def _onbekend(stand: list[Rij]) -> str:
    onbekend = sum(rij["open"] is None for rij in stand)
    if not onbekend:
        return ". "
    woord = zinnen.meervoud(onbekend, "indicator", "indicatoren")
    return f"; van {zinnen.telwoord(onbekend)} {woord} is dat onbekend. "


def _hertoets(feiten: Gegevens, gemeente: Dossier, rij: Rij) -> Markup:
    """What the follow-up of one pair of years came to."""
    hier = {"kader": rij["kader_id"], "gemeenten": [gemeente.code], "periode": rij["periode"]}
    totaal = feiten.rijen("totalen", **ALLES | hier)[0]
    jaren = zinnen.periode(rij["jaar_van"], rij["jaar_naar"])
    keuze = {"kader": rij["kader"], "gemeente": [gemeente.naam], "periode": jaren}
    brief = web.link(adres("kamerbrief", keuze), "Naar Kamerbrief")
    begin = "Laatste hertoets van verbeterpunten, " if rij["jaar_naar"] is not None else ""
    weg = web.link(adres("opvolging", keuze), jaren)
    punten = adres("opvolging", {**keuze, "was": ["verbeterpunt"], "weergave": "Tabel"})
    delen = (
        zinnen.opgepakt_zin(totaal, rij["jaar_van"]),
        zinnen.over_indicatoren(totaal),
        Markup("{} · {}.").format(web.naar_punten(totaal["vastgesteld"], punten), brief),
    )
    return Markup("{}{}: {} ").format(begin, weg, Markup(" ").join(deel for deel in delen if deel))


def _wat_komt(gemeente: Dossier) -> Markup:
    """The actiepunten that wait, and the follow-up that was announced for them."""
    delen = []
    for soort in ("aanbeveling", "verbeterpunt"):
        open_ = [b for b in gemeente.actiepunten if b["soort"] == soort and b["stand"] == "open"]
        if open_:
            naam = BEVINDING[soort].een if len(open_) == 1 else BEVINDING[soort].meer
            delen.append(f"{zinnen.telwoord(len(open_))} {naam} in woorden")
    zin = Markup("<strong>Wat nog komt</strong>: ")
    if delen:
        weg = adres("agenda", {"gemeente": [gemeente.naam], "soort": ["actiepunt"], "stand": ["open"]})
        staan = "staan" if len(delen) > 1 or not delen[0].startswith("één") else "staat"
        zin += web.link(weg, zinnen.opsomming(delen)) + f" {staan} open. "
    return zin + _termijnen(gemeente)


def _termijnen(gemeente: Dossier) -> str:
    """Each announced follow-up once, and whether its last day has passed."""
    if not gemeente.aangekondigd:
        return "Er is geen opvolging aangekondigd."
    groepen = [list(groep) for _, groep in groupby(gemeente.aangekondigd, key=termijnwoord)]
    if len(groepen) > HOOGSTENS_TERMIJNEN:
        return _termijnen_kort(gemeente)
    zin = ""
    for rijen in groepen:
        zin += f"Opvolging is aangekondigd voor {termijnwoord(rijen[0])}"
        if verstreken(rijen[0], vandaag=gemeente.vandaag):
            later = all(not rij["later_gemeten"] for rij in rijen)
            zin += "; die termijn is voorbij" + (", en een later rapport is hier niet" if later else "")
        zin += ". "
    return zin.strip()


def _termijnen_kort(gemeente: Dossier) -> str:
    """How many announced terms have passed, and which comes first."""
    komend = [rij for rij in gemeente.aangekondigd if not verstreken(rij, vandaag=gemeente.vandaag)]
    totaal, voorbij = len(gemeente.aangekondigd), len(gemeente.aangekondigd) - len(komend)
    punten = f"Bij {zinnen.getal(totaal)} punten is opvolging aangekondigd"
    zin = f"{punten}; van {zinnen.getal(voorbij)} is de termijn voorbij."
    return zin + (f" De eerstvolgende is {termijnwoord(komend[0])}." if komend else "")


def termijnwoord(bevinding: Rij) -> str:
    """The announced follow-up in words: 'juni 2015 tot en met augustus 2015'."""
    van, tot = (zinnen.deeldatum(bevinding[f"opvolging_verwacht_{kant}"]) for kant in ("van", "tot"))
    return f"{van} tot en met {tot}" if van and tot and van != tot else van or tot


def _deelname(rij: Rij) -> Markup:
    """A round in which the gemeente took part without its rapport being here."""
    aanpak = f" met de aanpak {rij['aanpak']}" if rij["aanpak"] else ""
    zin = (
        f"{rij['gemeente']} heeft volgens ‘{rij['bron']}’ deelgenomen aan de ronde ‘{rij['ronde']}’{aanpak}; "
        "dat rapport is niet in deze verzameling."
    )
    return Markup("{} {}").format(zin, rij["opmerking"] or "")


def _grens(gemeente: Dossier, rij: Rij) -> Markup:
    """A boundary change, seen from this gemeente."""
    wanneer = zinnen.datum(rij["datum"])
    ander = web.link(gemeente.koppelingen.gemeente(rij["ander_code"]), rij["ander"])
    wie, heel = gemeente.naam, rij["soort"] == "opgegaan_in"
    if rij["richting"] == "weg":
        zin = Markup("{} is op {} opgegaan in {}.") if heel else Markup("{} gaf op {} een deel van zijn gebied aan {}.")
        return zin.format(wie, wanneer, ander)
    if heel:
        zin = Markup("{} ging op {} op in {}; wat daar eerder is gevonden, telt hier mee. Het gebied groeide: ")
    else:
        zin = Markup("Een deel van {} kwam op {} bij {}. Het gebied groeide: ")
    return zin.format(ander, wanneer, wie) + "reeksen lopen over deze datum niet zuiver door."


def feiten_van(gemeente: Dossier) -> None:
    """Code, province and validity."""
    rij = gemeente.gebied[0]
    van, tot = rij["geldig_van"], rij["geldig_tot"]
    geldig = " ".join([f"{woord} {zinnen.datum(dag)}" for woord, dag in (("vanaf", van), ("tot en met", tot)) if dag])
    web.toon(
        web.feitenlijst(
            {
                "CBS-code" if not rij["fictief"] else "Code (fictief)": rij["gemeente_code"],
                "Provincie": rij["provincie"],
                "Geldig": geldig or "begin en einde niet bekend in deze verzameling",
                "Opmerking": rij["opmerking"],
            }
        )
    )
