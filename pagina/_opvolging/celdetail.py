"""What was printed before and after, behind one cell of the heatmap; the choice lives in the URL as `cel`."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter

import streamlit as st
from markupsafe import Markup

from pagina._opvolging.filters import Filters
from pagina.beeld import zinnen
from pagina.beeld.figuren import Kaartwijzer
from pagina.beeld.status import STATUS, VAKBEELDEN, bewijswoord, uitkomstbeeld
from pagina.delen import web
from pagina.delen.gegevens import Gegevens, Rij
from pagina.delen.koppelingen import Koppelingen

#: Between indicator and kolom in the URL; ids hold no tilde.
SCHEIDING = "~"
#: Where on the page the detail begins.
ANKER = "gekozen-cel"


Plek = tuple[int, int]


def gekozen(wijzer: Kaartwijzer) -> Plek | None:
    """Where in the map the cell stands that the URL names; None when it names none, or one that is not in view."""
    indicator, _, kolom = st.query_params.get("cel", "").partition(SCHEIDING)
    return wijzer.plek(indicator, kolom)


def onthoud(cel: tuple[str, str]) -> None:
    """Put the chosen cell, (indicator_id, kolom_id), in the URL."""
    st.query_params["cel"] = SCHEIDING.join(cel)


def wijs(wijzer: Kaartwijzer, plek: Plek | None) -> None:
    """Say, where the map ends, that the chosen cell is opened below: its detail may lie out of view."""
    if plek is not None:
        weg = web.link(f"#{ANKER}", f"Zie hieronder: {_kop(wijzer, plek)}")
        web.toon(Markup('<p>{} <span aria-hidden="true">↓</span></p>').format(weg))


def _kop(wijzer: Kaartwijzer, plek: Plek) -> str:
    vak = wijzer.vak(*plek)
    merk = "" if vak is None else VAKBEELDEN[vak.code].merk
    return f"{wijzer.kolommen[plek[1]].gemeente} · {wijzer.rijen[plek[0]].naam}: {merk}"


def toon(feiten: Gegevens, keuze: Filters, wijzer: Kaartwijzer, plek: Plek | None) -> None:
    """Show the cell that the URL names: both verdicts with their texts, evidence and place."""
    if "cel" not in st.query_params:
        return
    cel = wijzer.op(*plek) if plek else None
    if plek is None or cel is None:
        gekozen_ = zinnen.letterlijk(st.query_params["cel"])
        st.warning(
            f"De cel ‘{gekozen_}’ in de link hoort niet bij deze selectie en wordt niet getoond.",
            icon=":material/warning:",
        )
        return
    rij, kolom = wijzer.rijen[plek[0]], wijzer.kolommen[plek[1]]
    with st.container(border=True, key="cel"):
        st.header(zinnen.letterlijk(_kop(wijzer, plek)), anchor=ANKER)
        naar = Koppelingen(feiten)
        web.toon(
            web.zin(
                "{gemeente} · {indicator}",
                gemeente=web.link(naar.gemeente(kolom.groep), kolom.gemeente),
                indicator=web.link(naar.indicator(cel[0]), rij.uitleg),
            )
        )
        regels = feiten.rijen(
            "cel",
            kader=keuze.kader,
            indicator=cel[0],
            kolom=cel[1],
            eenheid=keuze.eenheid,
            periode=keuze.periode,
            verloop=keuze.verloop,
            bewijzen=keuze.nauwer["bewijzen"],
        )
        stappen = [list(stap) for _, stap in groupby(regels, key=itemgetter("stap"))]
        for stap in stappen:
            if stap[0]["telt_mee"]:
                _stap(stap, naar)
        _telt_niet_mee([stap for stap in stappen if not stap[0]["telt_mee"]], keuze, naar)


def _telt_niet_mee(stappen: list[list[Rij]], keuze: Filters, naar: Koppelingen) -> None:
    """What else is known here, for which the cell does not stand since the reader chose other bewijs."""
    if not stappen:
        return
    gekozen_ = zinnen.opsomming(bewijswoord(bewijs) for bewijs in keuze.nauwer["bewijzen"] or ())
    st.subheader("Telt niet mee in deze cel")
    st.markdown(
        f"U koos als bewijs bij de hertoets: {zinnen.letterlijk(gekozen_)}. Wat hieronder staat, is ook bekend over "
        "deze indicator, maar met ander bewijs. In de cel, en in de cijfers hierboven, telt het nu niet mee."
    )
    for stap in stappen:
        _stap(stap, naar)


def _stap(stap: list[Rij], naar: Koppelingen) -> None:
    """One step: the verdict it starts from on the left, what came after on the right."""
    voor, na = st.columns(2)
    with voor:
        for oordeel in (regel for regel in stap if regel["kant"] == "van"):
            _oordeel(oordeel, naar)
        if stap[0]["overgenomen"]:
            st.markdown("Een latere meting beoordeelde deze indicator niet; deze uitkomst bleef daarom gelden.")
    with na:
        later = [regel for regel in stap if regel["kant"] == "naar"]
        if not later:
            st.markdown(f"**Daarna:** {STATUS[stap[0]['status']].woord}.")
        for oordeel in later:
            _oordeel(oordeel, naar)


def _oordeel(oordeel: Rij, naar: Koppelingen) -> None:
    """One printed verdict, or that none was printed, with all that it rests on. What a report says is shown as text."""
    beeld = uitkomstbeeld(oordeel["uitkomst"], oordeel["bewijs"])
    merk = beeld.merk if beeld else "? in dit rapport niet genoemd"
    st.markdown(f"**{oordeel['peiljaar']} · {merk}**")
    st.text(oordeel["aanpak"])
    if oordeel["toelichting"]:
        st.text(oordeel["toelichting"])
    if oordeel["opmerking"]:
        st.text(f"Let op: {oordeel['opmerking']}")
    bezoek = f", bezoek {zinnen.datum(oordeel['bezoek_op'])}" if oordeel["bezoek_op"] else ""
    st.text(f"Bewijs: {bewijswoord(oordeel['bewijs'])}{bezoek}.")
    st.text(f"Op basis van: {oordeel['basis']}")
    plaats = f", {oordeel['vindplaats']}" if oordeel["vindplaats"] else ""
    bladzijde = f", p. {oordeel['pagina']}" if oordeel["pagina"] else ""
    web.toon(
        web.zin(
            "Bron: {rapport} ({datum}){plaats}.",
            rapport=web.link(naar.rapport(oordeel["rapport_id"]), oordeel["rapport"]),
            datum=zinnen.deeldatum(oordeel["gepubliceerd"]),
            plaats=plaats + bladzijde,
        )
    )
    if anders := zinnen.thema_in_rapport(oordeel):
        st.text(anders)
