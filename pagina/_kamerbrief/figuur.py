"""The figure of each part, and the way from it to the verdicts behind."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from pagina.beeld import figuren, zinnen
from pagina.beeld.telling import KNOP_EENHEID, KNOP_TELWIJZE
from pagina.delen import filters, web
from pagina.delen.celkeuze import celkeuze, legenda
from pagina.delen.figuurbeeld import donker
from pagina.delen.gegevens import Gegevens
from pagina.delen.keuzelijst import Keuzelijst
from pagina.delen.koppelingen import adres
from pagina.uitvoer.brief.keuze import Keuze
from pagina.uitvoer.inhoud.stuk import Figuur, Stuk
from pagina.uitvoer.inhoud.velden import NAUWER, VELDEN

#: Between indicator and kolom in a link to a cell of Opvolging.
SCHEIDING = "~"
#: Maps that a page draws; the files hold all.
HOOGSTENS = 4


def toon(feiten: Gegevens, keuze: Keuze, stuk: Stuk) -> None:
    """The status map of each part that has one, its text, and a link to Opvolging with the same selection."""
    beelden = [deel.figuur for deel in stuk.onderdelen if deel.figuur is not None and not deel.figuur.cellen.empty]
    if not beelden:
        return
    st.header("Figuur")
    for nr, beeld in enumerate(beelden[:HOOGSTENS]):
        if len(beelden) > 1:
            st.subheader(zinnen.letterlijk(beeld.titel))
        _kaart(feiten, keuze, beeld, sleutel=f"brieffiguur-{nr}")
    if len(beelden) > HOOGSTENS:
        st.markdown(f"Hier staan {HOOGSTENS} van de {len(beelden)} figuren; de bestanden bevatten ze alle.")


def _kaart(feiten: Gegevens, keuze: Keuze, beeld: Figuur, *, sleutel: str) -> None:
    """One map. A chosen cell gives the way to what was printed before and after."""
    wijzer = figuren.kaartwijzer(beeld.cellen)
    nu = celkeuze(
        wijzer,
        sleutel=sleutel,
        naam=beeld.titel,
        tekst=beeld.tekst,
        kleuren=figuren.statuskleuren(donker=donker()),
        legenda=legenda(wijzer, donker=donker()),
    )
    eerste = beeld.cellen.iloc[0]
    kader, periode = str(eerste["kader_id"]), str(eerste["periode"])
    if nu is not None and (cel := wijzer.op(*nu)) is not None:
        link = naar_opvolging(feiten, keuze, kader, periode, cel=SCHEIDING.join(cel))
        web.toon(web.zin("Gekozen: {cel}", cel=web.link(link, wijzer.zin(*nu))))
    link = naar_opvolging(feiten, keuze, kader, periode)
    tekst = Markup("<p>{}</p>").format(beeld.tekst)
    web.toon(tekst, web.zin("{link}", link=web.link(link, "Bekijk de oordelen achter deze cijfers bij Opvolging")))


def naar_opvolging(feiten: Gegevens, keuze: Keuze, kader: str, periode: str, *, cel: str = "") -> str:
    """The address of the same selection at Opvolging, of one kader in one pair of years."""
    perioden = filters.periodes(feiten, [kader], verloop=keuze.verloop)
    lijsten = filters.nauwer(feiten, [kader])
    return adres(
        "opvolging",
        {
            "kader": filters.kaders(feiten).woord(kader),
            "periode": perioden.woord(periode) if periode in perioden.codes else None,
            **{VELDEN[naam].optie: _woorden(lijsten[naam], keuze.van(naam)) for naam in NAUWER},
            "eenheid": KNOP_EENHEID[keuze.eenheid],
            "telwijze": KNOP_TELWIJZE[keuze.verloop],
            "cel": cel,
        },
    )


def _woorden(lijst: Keuzelijst, codes: tuple[str, ...]) -> list[str]:
    """The words of what is chosen and stands in this list."""
    return [lijst.woord(code) for code in codes if code in lijst.codes]
