"""One levering: what it holds, what it changed, what was edited by hand; correct it, make it public or take it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import streamlit as st

from data.aanvaarding import aanvaarden
from data.aanvaarding.geschiedenis import Stap, verschil
from data.fouten import LeveringOnbekend, Weigering, in_een_zin
from pagina._geschiedenis import correctie, lijst, nagekeken
from pagina.beeld import zinnen
from pagina.delen import verschillen, web
from pagina.delen.gegevens import Gegevens
from pagina.delen.koppelingen import adres
from pagina.delen.toegang import Rol, alleen
from pagina.delen.toegang import naam as eigen_naam
from pagina.delen.verantwoord import wie

#: The editor's name, as the page Inlezen keeps it in the session too.
NAAM = "redacteur"

#: What taking back does not do, and what to do about it.
NOG_TE_ZIEN = (
    "**Oude cijfers blijven te maken.** Wie een oude link heeft, of bij ‘Bekend op’ een dag van ervoor kiest, ziet "
    "haar nog, met een waarschuwing. In een bestand dat al is opgeslagen, staat zij zonder waarschuwing.\n\n"
    "- Is het rapport **nog niet** openbaar? Trek het in en lees het opnieuw in, met bij stap 1 ‘Concept: nog niet "
    "openbaar’. Met alleen ‘Corrigeer’ blijft wat nu openbaar is, voor iedereen te zien.\n"
    "- Had het **nooit** openbaar mogen zijn? Trek het in en vraag daarna wie de server beheert om de levering weg te "
    "halen: dat kan niet vanuit het dashboard."
)


def toon(feiten: Gegevens, stap: Stap, stappen: Sequence[Stap]) -> None:
    """Everything about one levering of these, in a frame of its own."""
    door = stap.vervangen_door if stap.stand == "ingetrokken" else ""
    with st.container(border=True, key="open-levering"):
        st.header("Levering", anchor=False)
        _kenmerken(stap, next((ander for ander in stappen if ander.levering_id == door), None))
        if stap.stand in {"intrekking", "ingetrokken"}:
            st.markdown("Alle feiten van de ingetrokken levering zijn uit de cijfers. Zij blijven bij haar bewaard.")
        if stap.vervangt and stap.stand != "intrekking":
            st.subheader("Wat er veranderde")
            _verschil(feiten, stap.vervangt, stap.levering_id)
        elif stap.vervangen_door and stap.stand != "ingetrokken":
            st.subheader("Wat er daarna veranderde")
            _verschil(feiten, stap.levering_id, stap.vervangen_door)
        nagezien = lijst.nagezien(stap.levering_id)
        if stap.bewerkt or nagezien:
            st.subheader("Met de hand gewijzigd voor aanvaarding")
            if stap.bewerkt:
                _bewerkingen(feiten, stap)
            nagekeken.toon(nagezien)
        if stap.stand in {"geldt", "concept"} and lijst.van_een_rapport(stap):
            st.subheader("Verbeteren of intrekken")
            _acties(stap)


def _kenmerken(stap: Stap, intrekking: Stap | None) -> None:
    """What a levering says of itself, and of one that was taken back when, by whom and why that was."""
    trekt_in = stap.stand == "intrekking"
    web.toon(
        web.zin("<strong>{naam}</strong>", naam=stap.levering_id),
        web.feitenlijst(
            {
                "Stand": lijst.STAND[stap.stand],
                "Ingetrokken" if trekt_in else "Aanvaard": lijst.moment(stap),
                "Door": stap.door or "meegeleverd met het product",
                "Rapport": web.regels(lijst.rapporten(stap)),
                "Origineel": stap.bestand.rpartition("/")[2],
                "Trekt in" if trekt_in else "In de plaats van": stap.vervangt and lijst.link(stap.vervangt),
                "Vervangen door": "" if intrekking else stap.vervangen_door and lijst.link(stap.vervangen_door),
                "Reden": stap.reden,
                **(_van_intrekking(intrekking) if intrekking else {}),
                "Toelichting": stap.toelichting,
                "Met de hand gewijzigd": stap.bewerkt
                and f"{zinnen.getal(stap.bewerkt)} {zinnen.meervoud(stap.bewerkt, 'cel', 'cellen')}",
            }
        ),
        web.link("geschiedenis", "Sluit deze levering"),
    )


def _van_intrekking(intrekking: Stap) -> dict[str, object]:
    return {
        "Ingetrokken": lijst.moment(intrekking),
        "Ingetrokken door": intrekking.door,
        "Waarom ingetrokken": intrekking.reden,
        "Intrekking": lijst.link(intrekking.levering_id),
    }


def _verschil(feiten: Gegevens, oud: str, nieuw: str) -> None:
    """Table, row, column, before and after."""
    try:
        gevonden = verschil(oud, nieuw)
    except LeveringOnbekend as fout:
        st.warning(zinnen.letterlijk(str(fout)), icon=":material/warning:")
        return
    if not gevonden:
        st.markdown("In de feiten is niets veranderd.")
        return
    telling = {soort: sum(deel.soort == soort for deel in gevonden) for soort in verschillen.SOORT}
    st.markdown(
        f"{zinnen.getal(telling['anders'])} cellen gewijzigd, {zinnen.getal(telling['erbij'])} rijen erbij, "
        f"{zinnen.getal(telling['weg'])} rijen weg."
    )
    web.toon(verschillen.tabel(gevonden, bijschrift=f"Van {oud} naar {nieuw}", namen=_namen(feiten)))
    if len(gevonden) > verschillen.HOOGSTENS:
        st.markdown(f"Hier staan de eerste {verschillen.HOOGSTENS} van {zinnen.getal(len(gevonden))} verschillen.")


def _namen(feiten: Gegevens) -> dict[str, str]:
    """What the ids in a table of differences are called, also where they no longer count."""
    vroeger = lijst.namen()
    return {
        **vroeger.rapporten,
        **vroeger.aanpakken,
        **{id_: verschillen.meting(*van) for id_, van in vroeger.metingen.items()},
        **{rij["indicator_id"]: rij["kort"] for rij in feiten.rijen("indicatoren")},
    }


def _bewerkingen(feiten: Gegevens, stap: Stap) -> None:
    """What was read, beside what was accepted."""
    namen = _namen(feiten)
    web.toon(
        web.webtabel(
            ["Indicator", "Meting", "Kolom", "Gelezen", "Aanvaard"],
            [
                [
                    namen.get(rij["indicator_id"], rij["indicator_id"]),
                    namen.get(rij["meting_id"], rij["meting_id"]),
                    verschillen.kolomwoord(rij["kolom"]),
                    rij["gelezen"],
                    rij["aanvaard"],
                ]
                for rij in lijst.bewerkingen(stap.levering_id)
            ],
            bijschrift="Wat er gelezen was, en wat er is aanvaard",
        )
    )


def _acties(stap: Stap) -> None:
    """The ways to go on: put right or read again (both replace it), public, or back."""
    if stap.rapporten:
        correctie.knop(stap)
    web.toon(
        web.zin(
            "Of lees het rapport opnieuw in op de pagina {inlezen}. Het wordt herkend als hetzelfde rapport; "
            "na aanvaarden vervangt het deze levering, met uw reden.",
            inlezen=web.link(adres("inlezen", {"verbeter": stap.levering_id}), "Inlezen"),
        )
    )
    naam = eigen_naam() or st.text_input(
        "Uw naam", st.session_state.get(NAAM, ""), key="geschiedenis-naam", autocomplete="name"
    )
    reden = st.text_input("Reden", key="geschiedenis-reden")
    with st.container(horizontal=True):
        compleet = bool(naam.strip() and reden.strip())
        if st.button("Trek deze levering in", key="intrekken", disabled=not compleet):
            _bevestig(stap, naam.strip(), reden.strip())
        if stap.stand == "concept":
            st.button(
                "Maak openbaar",
                type="primary",
                key="openbaar",
                disabled=not naam.strip(),
                on_click=_doe,
                args=(
                    lambda: aanvaarden.maak_openbaar(
                        stap.levering_id, door=naam.strip(), wie=wie(), reden=reden.strip()
                    ),
                    "Het concept is openbaar gemaakt.",
                ),
            )
    if not compleet:
        wat = "een reden" if eigen_naam() else "uw naam en een reden"
        st.markdown(f"Vul {wat} in om de levering in te trekken.")


@st.dialog("Deze levering intrekken?")
def _bevestig(stap: Stap, naam: str, reden: str) -> None:
    st.markdown(
        "De feiten van deze levering tellen dan niet meer mee. Zij blijft bewaard en in deze lijst te zien, met uw "
        "reden."
    )
    st.markdown(NOG_TE_ZIEN)
    if stap.vervangt and stap.stand != "concept":
        web.toon(web.zin("Ook {oud}, die zij verving, telt daarna niet mee: die komt niet terug.", oud=stap.vervangt))
    web.toon(web.zin("<strong>{naam}</strong>: {reden}", naam=stap.levering_id, reden=reden))
    with st.container(horizontal=True):
        ja = st.button(
            "Ja, trek in",
            type="primary",
            key="intrekken-ja",
            on_click=_doe,
            args=(
                lambda: aanvaarden.trek_in(stap.levering_id, reden=reden, door=naam, wie=wie()),
                "De levering is ingetrokken. Zij blijft bewaard.",
            ),
        )
        if ja:
            st.rerun()
        if st.button("Nee, laat staan", key="intrekken-nee"):
            st.rerun()


@alleen(Rol.BEHEERDER)
def _doe(wat: Callable[[], Path], gelukt: str) -> None:
    """Do it, and keep for the next run of the page what came of it."""
    try:
        wat()
    except (Weigering, OSError) as fout:
        st.session_state[lijst.FOUT] = in_een_zin(fout)
    else:
        st.session_state[lijst.NET] = gelukt
