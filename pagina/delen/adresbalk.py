"""What the lists on a page show, in the words of the address.

Streamlit leaves out of the address what is as at the start, and leaves in it what a list no longer holds. But what a
list starts with may depend on the facts, and then a link would mean something else after the next levering. So each
list says on the page, unseen, what the address must hold; pagina/venster/adres.js puts that there when a run has ended.
No run of the page is needed for it, and no step for Back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

import streamlit as st
from markupsafe import Markup

from pagina.delen import web

#: In the session: the lists of this run and of the run before, each with the page that they are of.
_NU, _EERDER = "lijsten-nu", "lijsten-eerder"


@dataclass(frozen=True)
class Getoond:
    """One list: the words that narrow the view, and those of the address, which names also what is always chosen."""

    gekozen: tuple[str, ...] = ()
    adres: tuple[str, ...] = ()


def bladzijde() -> str:
    """The name of this page in the address; empty for the first page."""
    return urlsplit(st.context.url or "").path.rpartition("/")[2]


def begin() -> None:
    """A run of a page begins: no list is drawn yet. A fragment adds to the run that it is part of."""
    st.session_state[_EERDER] = st.session_state.get(_NU, ("", {}))
    st.session_state[_NU] = (bladzijde(), {})


def _lijsten(wanneer: str) -> dict[str, Getoond]:
    pagina, lijsten = st.session_state.get(wanneer, ("", {}))
    return lijsten if pagina == bladzijde() else {}


def toon(sleutel: str, gekozen: Sequence[str], *, adres: Sequence[str] | None = None, altijd: bool = False) -> None:
    """Say on the page what a list shows; `adres` where the address is to name something else than what is `gekozen`.

    With `altijd` that is no choice of the reader by itself: it stands in the address as soon as anything does.
    """
    if _NU not in st.session_state:
        begin()
    getoond = Getoond(tuple(gekozen), tuple(gekozen if adres is None else adres))
    st.session_state[_NU][1][sleutel] = getoond
    woorden = json.dumps(getoond.adres, ensure_ascii=False)
    merk = Markup(
        '<span class="vp-keuze" data-bladzijde="{}" data-naam="{}" data-altijd="{}" data-woorden="{}"></span>'
    )
    web.toon(merk.format(bladzijde(), sleutel, "ja" if altijd else "", woorden))


def gekozen(sleutels: Iterable[str]) -> dict[str, list[str]]:
    """What is chosen in these lists as they stand on the page; a list in which nothing is, is left out."""
    lijsten = _lijsten(_NU)
    return {naam: list(lijsten[naam].gekozen) for naam in sleutels if naam in lijsten and lijsten[naam].gekozen}


def in_adres() -> dict[str, list[str]]:
    """What the address is to hold of every list on the page."""
    return {naam: list(lijst.adres) for naam, lijst in _lijsten(_NU).items()}


def eerder(sleutel: str) -> Getoond:
    """What a list of this name showed in the run before on this page."""
    return _lijsten(_EERDER).get(sleutel, Getoond())
