"""Step 2: is this rapport in store already? Cell by cell, and what to do where the two differ."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from data.aanvaarding.geschiedenis import Stap as Intrekking
from data.aanvaarding.geschiedenis import eerder_ingetrokken
from data.rapporten.voorstel import (
    CelVergelijking,
    Vergelijking,
    ander_rapport,
    kies,
    vergelijk,
    wijzig_kop,
    zelfde_rapport,
)
from pagina._inlezen import velden, verbetering, vervanging
from pagina._inlezen.stap import Stap
from pagina._inlezen.werk import Werk
from pagina.beeld import zinnen
from pagina.beeld.status import UITKOMST
from pagina.delen import klok, toegang, web
from pagina.delen.koppelingen import adres
from pagina.delen.toegang import Rol

SOORT = {
    "anders": "anders",
    "alleen_hier": "alleen in dit rapport",
    "alleen_daar": "alleen in de verzameling",
    "gelijk": "gelijk",
}
TOELICHTINGEN = {
    "gedrukt": "de gedrukte, uit dit rapport",
    "eigen": "die er nu staan: alleen deze weergave komt erbij",
}
INGETROKKEN = "dit rapport is eerder ingetrokken: lees waarom voordat u aanvaardt"
NIEUW = "Dit rapport is nieuw: de verzameling heeft het nog niet, en geen van zijn metingen."
GELDT = {"voorstel": "dit rapport", "verzameling": "wat in de verzameling staat"}


def gevonden(werk: Werk) -> Vergelijking:
    """What the store has of this rapport; worked out again after each edit."""
    if werk.los.get("vergelijking-van") != (werk.beurt, werk.bekend.datasetversie):
        werk.los["vergelijking"] = vergelijk(werk.voorstel, werk.bekend)
        werk.los["vergelijking-van"] = (werk.beurt, werk.bekend.datasetversie)
    uitkomst: Vergelijking = werk.los["vergelijking"]
    return uitkomst


def stap(werk: Werk) -> Stap:
    """How many differences have been decided."""
    if werk.voorstel.kop["correctie"]:
        aantal = len(verbetering.verschillen(werk))
        return Stap("vergelijking", "2. Wat verbetert u?", int(aantal > 0), 1, verbetering.telling(aantal))
    anders = [cel for cel in gevonden(werk).cellen if cel.soort == "anders"]
    gekozen = sum(cel.oordeel_nr in _keuzes(werk) for cel in anders)
    if not anders and not gevonden(werk).rapport_id and _intrekking(werk) is not None:
        return Stap("vergelijking", "2. Staat dit rapport er al?", 0, 1, INGETROKKEN)
    woord = "" if anders else _bekend_of_nieuw(werk)
    return Stap("vergelijking", "2. Staat dit rapport er al?", gekozen, len(anders), woord)


def _bekend_of_nieuw(werk: Werk) -> str:
    """What step 2 comes to, where no difference waits for a choice."""
    uitkomst = gevonden(werk)
    if uitkomst.rapport_id and not werk.voorstel.kop["staat_in"]:
        return "kies of dit rapport er al is"
    woord = "dit rapport is al bekend" if uitkomst.rapport_id else "dit rapport is nieuw"
    gelijk = uitkomst.cellen and all(cel.soort == "gelijk" for cel in uitkomst.cellen)
    return f"{woord}, geen verschillen" if gelijk else woord


def toon(werk: Werk) -> None:
    """What the store has of it, cell by cell, and the choices that follow."""
    uitkomst = gevonden(werk)
    if werk.voorstel.kop["correctie"]:
        verbetering.toon(werk)
    else:
        _is_het_er_al(werk, uitkomst)
    if not uitkomst.cellen:
        return
    st.subheader("Wat verschilt er?")
    telling = ", ".join(f"{uitkomst.aantal(soort)} {woord}" for soort, woord in SOORT.items() if uitkomst.aantal(soort))
    st.markdown(f"Per oordeel vergeleken: {telling}.")
    for cel in uitkomst.cellen:
        if cel.soort == "anders":
            _verschil(werk, cel)
    with st.expander(f"Alle {len(uitkomst.cellen)} vergeleken oordelen"):
        web.toon(_tabel(werk, uitkomst))


def _is_het_er_al(werk: Werk, uitkomst: Vergelijking) -> None:
    """Whether the store has this rapport, and where it does, what can be done."""
    if werk.voorstel.kop["staat_in"]:
        web.toon(web.zin("<strong>Dit rapport is al bekend.</strong> {zin}", zin=uitkomst.zin))
        _wat_u_kunt_doen(werk)
    else:
        intrekking = None if uitkomst.rapport_id else _intrekking(werk)
        if intrekking is not None:
            web.toon(_eerder_ingetrokken(intrekking))
        if uitkomst.zin or intrekking is None:
            web.toon(web.zin("{zin}", zin=uitkomst.zin or NIEUW))
    if werk.voorstel.kop["zelfde_bestand"] != "ja":
        _welk_rapport(werk)
    if werk.voorstel.kop["vervangt"]:
        _vervangen(werk)


def _intrekking(werk: Werk) -> Intrekking | None:
    """The levering that took this rapport back before, if one did; looked up again after each edit."""
    if werk.los.get("intrekking-van") != (werk.beurt, werk.bekend.datasetversie):
        kop = werk.voorstel.kop
        werk.los["intrekking"] = eerder_ingetrokken(kop["sha256"], kop["titel"], kop["gepubliceerd"])
        werk.los["intrekking-van"] = (werk.beurt, werk.bekend.datasetversie)
    gevonden: Intrekking | None = werk.los["intrekking"]
    return gevonden


def _eerder_ingetrokken(door: Intrekking) -> Markup:
    """When it was taken back, by whom and why, and what accepting it now does."""
    adres_ = adres("geschiedenis", {"levering": door.vervangt}) if toegang.mag(Rol.BEHEERDER) else None
    return web.melding(
        "waarschuwing",
        web.regel(
            "Dit rapport stond in de verzameling en is ingetrokken: levering {levering}, op {wanneer}, door {wie}. "
            "Reden: ‘{reden}’. Als u aanvaardt, telt het weer mee en kan iedere lezer het zien. Is het nog niet "
            "openbaar? Zet dan bij stap 1 ‘Concept: nog niet openbaar’ aan, of gooi dit voorstel weg.",
            levering=web.link(adres_, door.vervangt),
            wanneer=klok.moment(door.aanvaard_om, door.aanvaard_op),
            wie=door.door,
            reden=door.reden,
        ),
    )


def _wat_u_kunt_doen(werk: Werk) -> None:
    """The three ways on with a rapport that is known: nothing, put a fault right, or replace it by this reading."""
    oud = werk.voorstel.kop["vervangt"]
    beheer = toegang.mag(Rol.BEHEERDER)
    waar = web.link(adres("geschiedenis", {"levering": oud}) if beheer else None, f"levering {oud}")
    web.toon(
        web.lijst(
            web.regel(tekst, levering=waar, einde=web.link("#aanvaarden", "8. Aanvaarden"))
            for tekst in (
                "<strong>Niets doen.</strong> Kies ‘Gooi dit voorstel weg’ bij {einde}. Alles blijft zoals het is.",
                "<strong>Een fout herstellen.</strong> Open {levering} bij Geschiedenis en kies ‘Corrigeer deze "
                "levering’. Alleen wat u wijzigt, verandert." + ("" if beheer else " Dat kan een beheerder."),
                "<strong>Vervangen.</strong> Ga hieronder verder. Wat u aanvaardt, komt in de plaats van {levering}. "
                "De oude levering blijft bewaard.",
            )
        )
    )


def _welk_rapport(werk: Werk) -> None:
    """Say that it is another rendition of a rapport in store, or that it is not."""
    titels = {rij["rapport_id"]: rij["titel"] for rij in werk.bekend.rapporten()}

    def zet(waarde: str) -> None:
        if waarde:
            zelfde_rapport(werk.voorstel, waarde, bekend=werk.bekend)
        else:
            ander_rapport(werk.voorstel, bekend=werk.bekend)

    velden.keuze(
        werk,
        "Is dit een andere weergave van een rapport dat er al is?",
        werk.voorstel.kop["staat_in"],
        zet,
        sleutel="vergelijking-rapport",
        opties=titels,
        leeg="nee, dit is een eigen rapport",
    )


def _vervangen(werk: Werk) -> None:
    """What is to be said where the levering that holds the rapport now is replaced."""
    kop = werk.voorstel.kop
    velden.keuze(
        werk,
        "Als u vervangt: welke toelichtingen gelden daarna?",
        kop["toelichtingen"],
        lambda waarde: wijzig_kop(werk.voorstel, "toelichtingen", waarde, bekend=werk.bekend),
        sleutel="vergelijking-toelichtingen",
        opties=TOELICHTINGEN,
    )
    vervanging.reden(werk)


def _verschil(werk: Werk, cel: CelVergelijking) -> None:
    """One verdict that the two print differently, and the choice which counts."""
    nu = _keuzes(werk).get(cel.oordeel_nr, {})
    with st.container(border=True, key=f"verschil-{cel.oordeel_nr}"):
        web.toon(
            web.zin(
                "<strong>{indicator}</strong>, {aanpak} {jaar}: dit rapport zegt {hier}, de verzameling zegt {daar} "
                "({rapport}).",
                indicator=_indicator(werk, cel.indicator_id),
                aanpak=cel.aanpak,
                jaar=cel.peiljaar,
                hier=_uitkomst(cel.uitkomst_hier),
                daar=_uitkomst(cel.uitkomst_daar),
                rapport=cel.rapport_daar,
            )
        )
        links, midden, rechts = st.columns([2, 3, 1], vertical_alignment="bottom")
        nummer = cel.oordeel_nr
        geldt = links.radio(
            "Wat geldt?",
            list(GELDT),
            format_func=lambda code: GELDT[code],
            index=list(GELDT).index(nu["geldt"]) if nu.get("geldt") in GELDT else None,
            key=f"verschil-{nummer}-geldt",
        )
        reden = midden.text_input("Waarom?", nu.get("reden", ""), key=f"verschil-{nummer}-reden")
        rechts.button(
            "Leg vast",
            key=f"verschil-{nummer}-klaar",
            on_click=werk.klik,
            args=(lambda: kies(werk.voorstel, nummer, geldt=geldt or "", reden=reden.strip()),),
        )
        if nu.get("geldt"):
            st.markdown(f"✓ Vastgelegd: {zinnen.letterlijk(GELDT.get(nu['geldt'], nu['geldt']))} geldt.")


def _keuzes(werk: Werk) -> dict[str, dict[str, str]]:
    """What was chosen already, by the number of the oordeel."""
    per_plek = {(k["meting_id"], k["indicator_id"]): k for k in werk.voorstel.keuzes if k["geldt"]}
    return {
        cel.oordeel_nr: per_plek[cel.meting_id, cel.indicator_id]
        for cel in gevonden(werk).cellen
        if (cel.meting_id, cel.indicator_id) in per_plek
    }


def _tabel(werk: Werk, uitkomst: Vergelijking) -> Markup:
    volgorde = list(SOORT)
    cellen = sorted(uitkomst.cellen, key=lambda cel: volgorde.index(cel.soort))
    return web.webtabel(
        ["Indicator", "Aanpak en jaar", "Vergelijking", "Dit rapport", "De verzameling"],
        [
            [
                _indicator(werk, cel.indicator_id),
                f"{cel.aanpak}, {cel.peiljaar}",
                SOORT[cel.soort],
                web.regels([_uitkomst(cel.uitkomst_hier), cel.toelichting_hier]),
                web.regels([_uitkomst(cel.uitkomst_daar), cel.toelichting_daar]),
            ]
            for cel in cellen
        ],
        bijschrift="Dit rapport naast de verzameling, verschillen eerst",
    )


def _uitkomst(code: str) -> str:
    return UITKOMST[code].merk if code in UITKOMST else ""


def _indicator(werk: Werk, indicator_id: str) -> str:
    return next((i.kort for i in werk.bekend.indicatoren() if i.indicator_id == indicator_id), indicator_id)
