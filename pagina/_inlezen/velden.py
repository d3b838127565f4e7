"""Fields of a form that keep what is filled in at once. What stands in the voorstel is what a field shows, always."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import streamlit as st

from pagina._inlezen.werk import Werk

#: Takes the new value; raises OngeldigeWaarde when it cannot be.
Zet = Callable[[str], object]

_DATUM = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})")


def tekst(werk: Werk, label: str, waarde: str, zet: Zet, *, sleutel: str, hulp: str | None = None) -> None:
    """A line of text."""
    st.session_state[sleutel] = waarde
    st.text_input(label, key=sleutel, help=hulp, on_change=_neem, args=(werk, sleutel, zet))


def blok(werk: Werk, label: str, waarde: str, zet: Zet, *, sleutel: str) -> None:
    """A longer text; line ends in it become spaces, since a cell of a levering is one line."""
    st.session_state[sleutel] = waarde
    st.text_area(label, key=sleutel, height=120, on_change=_neem, args=(werk, sleutel, zet))


def datum(werk: Werk, label: str, waarde: str, zet: Zet, *, sleutel: str) -> None:
    """A date, month or year; 25-11-2014 is taken for 2014-11-25."""
    st.session_state[sleutel] = waarde
    st.text_input(
        label,
        key=sleutel,
        placeholder="JJJJ-MM-DD, JJJJ-MM of JJJJ",
        on_change=_neem,
        args=(werk, sleutel, lambda gevuld: zet(als_datum(gevuld))),
    )


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


def als_datum(gevuld: str) -> str:
    """A date as a levering writes it: 25-11-2014 becomes 2014-11-25; anything else stays as it is."""
    gevonden = _DATUM.fullmatch(gevuld.strip())
    return f"{gevonden[3]}-{int(gevonden[2]):02}-{int(gevonden[1]):02}" if gevonden else gevuld
