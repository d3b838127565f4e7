"""Step 4: every row that was read, editable in place, and beside it what the report says of the chosen row."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from copy import deepcopy
from functools import partial

import pandas as pd
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from data.rapporten.voorstel import (
    Rij,
    laat_weg,
    neem_op,
    voeg_oordeel_toe,
    wijzig_oordeel,
)
from pagina._inlezen import oordeel, velden
from pagina._inlezen.passage import passage
from pagina._inlezen.twijfels import plek_van
from pagina._inlezen.werk import Werk
from pagina.delen import web

#: Where the session keeps the number of the row that is looked at.
GEKOZEN = "oordelen-rij"
#: The columns of the grid, in order.
KOLOMMEN = {
    "gebruikt": "Mee",
    "nr": "Rij",
    "indicator_gedrukt": "Indicator zoals gedrukt",
    "aanpak": "Aanpak",
    "peiljaar": "Peiljaar",
    "uitkomst": "Uitkomst",
    "teken_gedrukt": "Teken",
    "indicator_id": "Indicator van het kader",
    "score": "Herkend",
    "toelichting": "Toelichting",
    "opmerking": "Opmerking",
    "thema_gedrukt": "Thema zoals gedrukt",
    "vindplaats": "Vindplaats",
    "bewerkt": "Met de hand",
}
VAST = ("nr", "indicator_gedrukt", "score", "bewerkt")


def toon(werk: Werk) -> None:
    """The grid, the row that is looked at beside the report's text, and a way to add a row."""
    if not werk.voorstel.oordelen:
        st.markdown(
            "In dit rapport zijn geen gedrukte oordelen per indicator gevonden. Wij verzinnen er geen. Leg de "
            "verbeterpunten en aanbevelingen hieronder vast bij ‘Bevindingen’, of voeg een rij toe als het rapport "
            "toch een oordeel afdrukt."
        )
    else:
        _raster(werk)
        _een(werk)
    _toevoegen(werk)


def frame(werk: Werk) -> pd.DataFrame:
    """The rows as the grid shows them."""
    rijen = [
        {**rij, "score": herkend(rij), "bewerkt": oordeel.merkwoord(werk.voorstel, rij)}
        for rij in werk.voorstel.oordelen
    ]
    tabel = pd.DataFrame(rijen, columns=list(KOLOMMEN))
    return tabel.assign(gebruikt=tabel["gebruikt"] == "ja", indicator_id=tabel["indicator_id"].replace("", None))


def herkend(rij: Rij) -> str:
    """How like the kader's the printed words are, where they are not the same or chosen by hand."""
    if not rij["indicator_id"]:
        return "niet herkend"
    return f"lijkt voor {rij['score']}% op het kader" if rij["score"] not in {"", "100"} else ""


def _raster(werk: Werk) -> None:
    """All rows; what is changed in a cell is kept at once."""
    sleutel = f"oordelen-raster-{werk.raster}"
    st.data_editor(
        frame(werk),
        hide_index=True,
        num_rows="fixed",
        disabled=list(VAST),
        column_config=_kolommen(werk),
        key=sleutel,
        on_change=_neem,
        args=(werk, sleutel),
        placeholder="",
        alt=f"Alle {len(werk.voorstel.oordelen)} gelezen rijen. Elke cel is ook hieronder te wijzigen, rij voor rij.",
    )
    if neem(werk, st.session_state[sleutel]["edited_rows"]):
        st.rerun()  # edits that came without a call of on_change: from a session that was restored


def _kolommen(werk: Werk) -> dict[str, ColumnConfig]:
    soort = st.column_config
    indicatoren = oordeel.indicatoren(werk)
    bijzonder: dict[str, ColumnConfig] = {
        "gebruikt": soort.CheckboxColumn(KOLOMMEN["gebruikt"], width="small"),
        "nr": soort.TextColumn(KOLOMMEN["nr"], width="small"),
        "uitkomst": soort.SelectboxColumn(
            KOLOMMEN["uitkomst"],
            options=list(oordeel.UITKOMSTEN),
            format_func=lambda code: oordeel.UITKOMSTEN[str(code)],
            required=True,
        ),
        "indicator_id": soort.SelectboxColumn(
            KOLOMMEN["indicator_id"],
            options=list(indicatoren),
            format_func=lambda code: indicatoren.get(str(code), str(code)),
        ),
    }
    lang = {"indicator_gedrukt", "toelichting", "bewerkt"}
    gewoon = {
        naam: soort.TextColumn(kop, width="medium" if naam in lang else None)
        for naam, kop in KOLOMMEN.items()
        if naam not in bijzonder
    }
    return gewoon | bijzonder


def _neem(werk: Werk, sleutel: str) -> None:
    """Keep what was changed in the grid; runs before the page is drawn again."""
    neem(werk, st.session_state[sleutel]["edited_rows"])


def neem(werk: Werk, anders: Mapping[int, Mapping[str, object]]) -> bool:
    """Keep what is new among the edits of the grid, and look at the row in which it is; whether there was anything.

    The grid hands over all its edits each time, those that were kept before too.
    """
    nieuw = False
    for plaats, cellen in anders.items():
        rij = werk.voorstel.oordelen[int(plaats)]
        for kolom, waarde in cellen.items():
            if velden.als_tekst(waarde) == rij[kolom]:
                continue
            nieuw = True
            voor = deepcopy(werk.voorstel.oordelen)
            st.session_state[GEKOZEN] = rij["nr"]
            if not werk.doe(partial(zet_cel, werk, rij["nr"], kolom, waarde), in_raster=True):
                return True
            if _overschreven(voor, werk.voorstel.oordelen, anders) - {(int(plaats), kolom)}:
                werk.raster += 1
                return True
    return nieuw


def _overschreven(voor: list[Rij], na: list[Rij], anders: Mapping[int, Mapping[str, object]]) -> set[tuple[int, str]]:
    """The cells that changed with another one (a sign its uitkomst) and of which the grid holds an edit of its own."""
    return {
        (plaats, kolom)
        for plaats, (oud, nieuw) in enumerate(zip(voor, na, strict=True))
        for kolom in nieuw
        if oud[kolom] != nieuw[kolom] and kolom in anders.get(plaats, {})
    }


def zet_cel(werk: Werk, nr: str, kolom: str, waarde: object) -> None:
    """Change one cell of one row, by the grid's columns. Raises OngeldigeWaarde."""
    if kolom != "gebruikt":
        wijzig_oordeel(werk.voorstel, nr, kolom, velden.als_tekst(waarde), bekend=werk.bekend)
    elif waarde:
        neem_op(werk.voorstel, nr)
    else:
        laat_weg(werk.voorstel, nr, reden="weggelaten in de tabel")


def _een(werk: Werk) -> None:
    """The row that is looked at: its fields, and the passage of the report."""
    st.subheader("Eén rij naast de tekst van het rapport")
    nummers = [rij["nr"] for rij in werk.voorstel.oordelen]
    if st.session_state.get(GEKOZEN) not in nummers:
        st.session_state[GEKOZEN] = nummers[0]
    per_nummer = {rij["nr"]: rij for rij in werk.voorstel.oordelen}
    keuze, vorige, volgende = st.columns([6, 1, 1], vertical_alignment="bottom")
    with keuze:
        # set anew: a list keeps the words of what was chosen, also when an edit changed them
        st.session_state[GEKOZEN] = str(st.session_state[GEKOZEN])
        st.selectbox("Rij", nummers, format_func=lambda nr: _regel(per_nummer[nr]), key=GEKOZEN)
    vorige.button("Vorige rij", on_click=_stap, args=(nummers, -1), width="stretch")
    volgende.button("Volgende rij", on_click=_stap, args=(nummers, 1), width="stretch")
    rij = per_nummer[str(st.session_state[GEKOZEN])]
    with st.container(border=True, key="oordelen-vak"):
        links, rechts = st.columns(2)
        with links:
            oordeel.velden_van(werk, rij, sleutel="oordelen-rij-veld")
            _doet_mee(werk, rij)
        with rechts:
            plek = plek_van(rij)
            web.toon(
                passage(werk.voorstel.document, plek, bij=f"rij {rij['nr']}")
                if plek is not None
                else web.zin("{zin}", zin=_zonder_plaats(werk, rij))
            )


def _zonder_plaats(werk: Werk, rij: Rij) -> str:
    """Why there is no passage of the report beside a row."""
    if all(gelezen["nr"] != rij["nr"] for gelezen in werk.voorstel.gelezen):
        return "Deze rij is met de hand toegevoegd; er is geen plaats in het rapport bij."
    if werk.voorstel.document.blokken:
        return f"De plaats is in het bewaarde origineel niet teruggevonden. Vindplaats: {rij['vindplaats']}."
    return f"Het rapport is bij deze levering niet bewaard: er staat geen tekst naast. Vindplaats: {rij['vindplaats']}."


def _doet_mee(werk: Werk, rij: Rij) -> None:
    """Leave the row out, or take it in again."""
    if rij["gebruikt"] == "ja":
        wat = partial(laat_weg, werk.voorstel, rij["nr"], reden="weggelaten bij het nakijken")
        st.button("Laat deze rij weg", key="oordelen-weg", on_click=werk.klik, args=(wat,))
    else:
        st.markdown("Deze rij is weggelaten en wordt niet aanvaard.")
        st.button(
            "Neem deze rij weer op",
            key="oordelen-op",
            on_click=werk.klik,
            args=(partial(neem_op, werk.voorstel, rij["nr"]),),
        )


def _toevoegen(werk: Werk) -> None:
    """A row that the report prints and that was not read."""
    sleutel = werk.formulier("oordeel-nieuw")
    with st.popover("Rij toevoegen"), st.form(sleutel, border=False):
        keuzes = {
            "aanpak": ("Aanpak", {rij["aanpak"]: rij["aanpak"] for rij in werk.voorstel.aanpakken}),
            "indicator_id": ("Indicator", oordeel.indicatoren(werk)),
            "uitkomst": ("Uitkomst", oordeel.UITKOMSTEN),
        }
        gevuld: dict[str, object] = {
            kolom: st.selectbox(
                label,
                list(woorden),
                format_func=woorden.__getitem__,
                index=None,
                placeholder="kies",
                key=f"{sleutel}-{kolom}",
            )
            for kolom, (label, woorden) in keuzes.items()
        }
        gevuld["peiljaar"] = st.text_input("Peiljaar", placeholder="2014", key=f"{sleutel}-peiljaar")
        gevuld["toelichting"] = st.text_area("Toelichting", key=f"{sleutel}-toelichting")
        gevuld["vindplaats"] = st.text_input(
            "Vindplaats", placeholder="tabel Toeleiding, rij 3", key=f"{sleutel}-vindplaats"
        )
        cellen = {kolom: velden.als_tekst(waarde) for kolom, waarde in gevuld.items()}
        if st.form_submit_button("Voeg toe", key=f"{sleutel}-klaar"):
            werk.verstuur("oordeel-nieuw", lambda: voeg_oordeel_toe(werk.voorstel, bekend=werk.bekend, **cellen))


def _stap(nummers: list[str], hoever: int) -> None:
    with contextlib.suppress(ValueError):
        waar = nummers.index(st.session_state[GEKOZEN])
        st.session_state[GEKOZEN] = nummers[(waar + hoever) % len(nummers)]


def _regel(rij: Rij) -> str:
    weg = "" if rij["gebruikt"] == "ja" else " (weggelaten)"
    uitkomst = oordeel.UITKOMSTEN.get(rij["uitkomst"], "zonder uitkomst")
    return f"{rij['nr']}. {rij['indicator_gedrukt']} · {rij['aanpak']} {rij['peiljaar']} · {uitkomst}{weg}"
