"""Fields of a form that keep what is filled in at once. A field shows what stands in the voorstel."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from data.rapporten.herkenning.datums import getypte_datum
from pagina._inlezen.werk import Werk
from pagina.delen import web

#: Takes the new value; raises OngeldigeWaarde when it cannot be.
Zet = Callable[[str], object]


def tekst(werk: Werk, label: str, waarde: str, zet: Zet, *, sleutel: str, hulp: str | None = None) -> None:
    """A line of text."""
    st.session_state[sleutel] = waarde
    st.text_input(label, key=sleutel, help=hulp, on_change=_neem, args=(werk, sleutel, zet))


def blok(werk: Werk, label: str, waarde: str, zet: Zet, *, sleutel: str) -> None:
    """A longer text; line ends in it become spaces, since a cell of a levering is one line."""
    st.session_state[sleutel] = waarde
    st.text_area(label, key=sleutel, height=120, on_change=_neem, args=(werk, sleutel, zet))


def datum(werk: Werk, label: str, waarde: str, zet: Zet, *, sleutel: str) -> None:
    """A date, month or year, as people write it; what is refused stays in the field, with why below it."""
    getypt, stond, waarom = werk.los.get(f"{sleutel}-getypt", ("", None, ""))
    geweigerd = stond == waarde
    st.session_state[sleutel] = getypt if geweigerd else waarde
    st.text_input(
        label,
        key=sleutel,
        placeholder="bijvoorbeeld 1 juli 2016, juli 2016 of 2016",
        on_change=_neem_datum,
        args=(werk, sleutel, waarde, zet),
    )
    if geweigerd:
        web.toon(web.stil(f"Niet bewaard. {waarom}"))


def _neem_datum(werk: Werk, sleutel: str, stond: str, zet: Zet) -> None:
    """Hand a date to the voorstel; keep what was typed where it is refused."""
    gevuld = als_tekst(st.session_state[sleutel])
    werk.los.pop(f"{sleutel}-getypt", None)
    if not werk.doe(lambda: zet(getypte_datum(gevuld))) and werk.fout:
        werk.los[f"{sleutel}-getypt"] = (gevuld, stond, werk.fout)


def keuze(
    werk: Werk,
    label: str,
    waarde: str,
    zet: Zet,
    *,
    sleutel: str,
    opties: Mapping[str, str],
    leeg: str = "kies",
) -> None:
    """One of several codes, by their words; an unknown code that the voorstel holds stays to be seen."""
    woorden = dict(opties)
    if waarde and waarde not in woorden:
        woorden[waarde] = f"{waarde} (onbekend)"
    st.session_state[sleutel] = waarde or None
    st.selectbox(
        label,
        list(woorden),
        index=None,
        format_func=lambda code: woorden.get(code, code),
        key=sleutel,
        placeholder=leeg,
        on_change=_neem,
        args=(werk, sleutel, zet),
    )


def meer(werk: Werk, label: str, waarde: str, zet: Zet, *, sleutel: str, opties: Mapping[str, str]) -> None:
    """Several codes, kept with a space between."""
    gekozen = [code for code in waarde.split() if code in opties]
    st.session_state[sleutel] = gekozen
    st.multiselect(
        label,
        list(opties),
        format_func=lambda code: opties.get(code, code),
        key=sleutel,
        placeholder="geen",
        on_change=_neem,
        args=(werk, sleutel, zet),
    )


def vink(werk: Werk, label: str, waarde: str, zet: Zet, *, sleutel: str, hulp: str | None = None) -> None:
    """Ja or nee."""
    st.session_state[sleutel] = waarde == "ja"
    st.checkbox(label, key=sleutel, help=hulp, on_change=_neem, args=(werk, sleutel, zet))


def _neem(werk: Werk, sleutel: str, zet: Zet) -> None:
    """Hand what was filled in to the voorstel; runs before the page is drawn again."""
    gevuld = st.session_state[sleutel]
    werk.doe(lambda: zet(als_tekst(gevuld)))


def als_tekst(gevuld: object) -> str:
    """What a field holds, as a cell of a levering: one line, single spaces; ja or nee; codes with a space between."""
    if isinstance(gevuld, bool):
        return "ja" if gevuld else "nee"
    if isinstance(gevuld, list):
        return " ".join(str(deel) for deel in gevuld)
    return " ".join(str(gevuld).split()) if gevuld is not None else ""
