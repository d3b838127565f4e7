"""The answer of the Onderwerp page for one onderwerp or one indicator."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup, escape

from pagina._onderwerp.overal import INDELING, Overal, dekking, indicatoren, opvolging_zin, punt, stand_zin
from pagina.beeld import zinnen
from pagina.delen import koppelingen, web
from pagina.delen.gegevens import Gegevens, Rij
from pagina.uitvoer.inhoud.velden import ALLES

#: Periods of an indicator that are told in a sentence; the rest is on Opvolging.
MEEST_PERIODEN = 3


# --- one onderwerp ---------------------------------------------------------------------------------------------------


def onderwerp_antwoord(overal_: Overal, code: str) -> None:
    """What an onderwerp is about, and how it stands in each kader that asks about it."""
    onderwerp = next(rij for rij in overal_.feiten.rijen("alle_onderwerpen") if rij["onderwerp_id"] == code)
    st.header(zinnen.letterlijk(onderwerp["onderwerp"]))
    st.text(onderwerp["omschrijving"])
    punten = [
        punt(
            f"{r['kader']}, {indicatoren(r['indicatoren'])}",
            f"{stand_zin(r, overal_.kaders[r['kader_id']])}.",
            _laatste_periode(overal_.feiten, r["kader_id"], code),
            web.stil(dekking(overal_, r["kader_id"])),
            _naar_opvolging(overal_, r, onderwerp["onderwerp"]),
        )
        for r in overal_.van("onderwerp", code)
    ]
    if punten:
        web.toon(web.lijst(punten))
    else:
        st.info("Geen enkel kader heeft een indicator onder dit onderwerp; bevindingen wel.", icon=":material/info:")
    _thema_met_die_naam(overal_, onderwerp["onderwerp"])


def _laatste_periode(feiten: Gegevens, kader_id: str, onderwerp: str) -> str:
    """What was picked up at the latest follow-up of the kader; periodes.sql gives the latest test first."""
    perioden = feiten.rijen("periodes", kader=kader_id, verloop=False)
    if not perioden:
        return ""
    laatste = perioden[0]
    keuze = ALLES | {"kader": kader_id, "onderwerpen": [onderwerp], "periode": laatste["periode"]}
    return opvolging_zin(feiten.rijen("totalen", **keuze)[0], laatste)


def _naar_opvolging(overal_: Overal, rij: Rij, onderwerp: str) -> Markup:
    wegen = (("opvolging", f"Opvolging onder {rij['kader']}"), ("kamerbrief", f"Kamerbrief over {rij['kader']}"))
    keuze = {"onderwerp": [onderwerp]}
    adressen = ((overal_.adres(pagina, rij["kader_id"], keuze), woord) for pagina, woord in wegen)
    return Markup(" · ").join(web.link(adres, woord) for adres, woord in adressen if adres)


def _thema_met_die_naam(overal_: Overal, onderwerp: str) -> None:
    """A thema whose name is in that of the onderwerp is something else, with other figures: say so."""
    zelfde = [r for r in overal_.van("thema") if r["naam"].lower() in onderwerp.lower()]
    if zelfde:
        delen = [f"{r['kader']} ({stand_zin(r, overal_.kaders[r['kader_id']])})" for r in zelfde]
        st.info(
            zinnen.letterlijk(
                f"Let op: ‘{zelfde[0]['naam']}’ is ook een thema van {zinnen.opsomming(delen)}. Een thema is de "
                "indeling van één kader en omvat andere indicatoren dan dit onderwerp."
            ),
            icon=":material/info:",
        )


def wat_gevraagd_wordt(overal_: Overal, onderwerp: str) -> None:
    """What each kader asks under the onderwerp, marked as our interpretation, with the reason."""
    lijst = overal_.feiten.vraag("indicatoren")
    onder = set(lijst.loc[lijst["onderwerp_id"] == onderwerp, "begrip_id"])
    with st.container(border=True, key="indeling"):
        st.subheader("Wat elk kader vraagt")
        st.markdown(f"**Onze indeling.** {INDELING} Waar geen reden staat, is er geen vastgelegd.")
        for kader_id, kader in overal_.kaders.items():
            punten = [
                _gevraagd(overal_, r)
                for r in overal_.feiten.rijen("indicatoren")
                if r["kader_id"] == kader_id and r["begrip_id"] in onder and r["indicator_id"] == r["begrip_id"]
            ]
            if punten:
                kop = Markup("<p><strong>{}</strong></p>").format(f"{kader['kader']}: {indicatoren(len(punten))}")
                web.toon(kop, web.lijst(punten))


def _gevraagd(overal_: Overal, rij: Rij) -> Markup:
    """One indicator: its thema, what it asks, and why it stands where it stands."""
    return web.regels(
        [
            web.link(overal_.naar.indicator(rij["indicator_id"]), rij["kort"]),
            web.stil(f"Thema {rij['thema']}"),
            rij["indicator"],
            f"Te zien aan: {rij['operationalisering']}" if rij["operationalisering"] else None,
            f"Waarom onder dit onderwerp: {rij['onderwerp_reden']}" if rij["onderwerp_reden"] else None,
            f"Waarom onder dit thema: {rij['thema_reden']}" if rij["thema_reden"] else None,
            "Staat niet meer in de nieuwste editie van het kader." if rij["niet_meer_in_kader"] else None,
        ]
    )


# --- one indicator ---------------------------------------------------------------------------------------------------


def indicator_antwoord(overal_: Overal, indicator: str) -> None:
    """How an indicator stands: assessed, open, picked up, unknown, each with its n; then what it asks."""
    edities = overal_.feiten.rijen("onderwerp_indicator", indicator=indicator)
    nieuwste = edities[0]
    st.header(zinnen.letterlijk(nieuwste["kort"]))
    st.text(nieuwste["indicator"])
    (stand,) = overal_.van("indicator", indicator)
    kader = overal_.kaders[nieuwste["kader_id"]]
    punten = [punt("Nu", f"{stand_zin(stand, kader)}.", web.stil(dekking(overal_, nieuwste["kader_id"])))]
    web.toon(web.lijst([*punten, *_perioden(overal_.feiten, nieuwste), *_naar_alles(overal_, nieuwste)]))
    if nieuwste["niet_meer_in_kader"]:
        st.info(
            "Deze indicator staat niet meer in de nieuwste editie van het kader. Wat bekend was, blijft staan.",
            icon=":material/info:",
        )
    _feiten(overal_, edities)


def _perioden(feiten: Gegevens, indicator: Rij) -> list[Markup]:
    """What was picked up in the latest periods, each by itself."""
    alle = feiten.rijen("aandeel_per_periode", kader=indicator["kader_id"], **ALLES)
    eigen = [rij for rij in alle if rij["indicator_id"] == indicator["indicator_id"]]
    eigen.sort(key=lambda rij: (rij["jaar_naar"] or 0, rij["jaar_van"]), reverse=True)
    return [escape(opvolging_zin(rij, rij)) for rij in eigen[:MEEST_PERIODEN]]


def _naar_alles(overal_: Overal, indicator: Rij) -> list[Markup]:
    keuze: koppelingen.Keuze = {"onderwerp": [indicator["onderwerp"]], "weergave": "Per indicator en periode"}
    weg = overal_.adres("opvolging", indicator["kader_id"], keuze)
    return [web.link(weg, "Alle perioden, op Opvolging")] if weg else []


def _feiten(overal_: Overal, edities: list[Rij]) -> None:
    """Where the indicator stands and what it asks; each earlier edition with what was different."""
    rij = edities[0]
    onderwerp = web.link(overal_.naar.onderwerp(rij["onderwerp_id"]), rij["onderwerp"])
    reden = f"Onze indeling. {rij['onderwerp_reden'] or 'Een aparte reden is niet vastgelegd.'}"
    eerder = [f"{e['editie']}: {e['indicator']} (thema {e['thema']})" for e in edities[1:]]
    web.toon(
        web.feitenlijst(
            {
                "Kader": f"{rij['kader']}, editie {rij['editie']}",
                "Thema": web.regels([rij["thema"], web.stil(rij["thema_reden"] or "")]),
                "Criterium": rij["criterium"],
                "Te zien aan": rij["operationalisering"],
                "Onderwerp": web.regels([onderwerp, web.stil(reden)]),
                "Opmerking": rij["opmerking"],
                "Eerdere edities": web.lijst(eerder) if eerder else None,
            }
        )
    )
