"""The list of leveringen, newest first, and the choice of one of them by a link."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from data.aanvaarding import nagekeken, vroeger
from data.aanvaarding.geschiedenis import Stap, geschiedenis
from data.aanvaarding.vroeger import Namen
from data.instellingen import instellingen
from data.levering.leveringen import zoek
from data.levering.vorm import tabellen
from data.rapporten.privacy import zonder_weggehaald
from data.rapporten.voorstel.namen import in_woorden
from pagina.beeld import zinnen
from pagina.delen import klok, web
from pagina.delen.koppelingen import adres

#: The name in the link of the levering that is opened.
SLEUTEL = "levering"
#: Where the session keeps what was done just now, and why something was not.
NET, FOUT = "geschiedenis-net", "geschiedenis-fout"

#: Tables that a levering about a rapport has.
OVER_RAPPORTEN = frozenset({"rapporten", "metingen", "oordelen", "bevindingen"})

STAND = {
    "geldt": "✓ geldt",
    "concept": "◇ concept, nog niet openbaar",
    "vervangen": "→ vervangen",
    "ingetrokken": "† ingetrokken",
    "intrekking": "† trekt een levering in",
}


def alle() -> list[Stap]:
    """Every levering ever, the latest first; read again when one was added."""
    map_ = instellingen().leveringen
    return _alle(str(map_), tuple(sorted(pad.name for pad in map_.iterdir())) if map_.is_dir() else ())


@st.cache_data(max_entries=4, show_spinner=False)
def _alle(map_: str, namen: tuple[str, ...]) -> list[Stap]:
    """Kept per folder and the names in it: a levering never changes after acceptance."""
    del map_, namen
    return geschiedenis()


def namen() -> Namen:
    """What ids are or were called, also those of a levering that was taken back; read again when one was added."""
    map_ = instellingen().leveringen
    return _namen(str(map_), tuple(sorted(pad.name for pad in map_.iterdir())) if map_.is_dir() else ())


@st.cache_data(max_entries=4, show_spinner=False)
def _namen(map_: str, mappen: tuple[str, ...]) -> Namen:
    """Kept likewise."""
    del map_, mappen
    return vroeger.namen()


def bewerkingen(levering_id: str) -> list[dict[str, str]]:
    """What was edited by hand in a levering: rows of its table bewerkingen.

    Acceptance writes no personal data that was taken out; a levering from before it did so is shown without it too.
    """
    rijen = [
        dict(zip(tabellen()["bewerkingen"], cellen, strict=True))
        for levering in zoek([instellingen().leveringen])[0]
        if levering.id == levering_id
        for gelezen in levering.bestanden
        if gelezen.tabel == "bewerkingen"
        for cellen in gelezen.rijen()
    ]
    return [{**rij, "gelezen": zonder_weggehaald(rij["gelezen"], rij["aanvaard"])} for rij in rijen]


def nagezien(levering_id: str) -> list[dict[str, str]]:
    """What was edited by hand in a levering beside its oordelen, and how many doubts were settled."""
    return nagekeken.lees(instellingen().leveringen / levering_id)


def melding_van_net() -> None:
    """What was done in this session just now."""
    if NET in st.session_state:
        st.success(zinnen.letterlijk(st.session_state.pop(NET)), icon=":material/check:")
    if FOUT in st.session_state:
        web.toon(web.melding("fout", st.session_state.pop(FOUT)))


def kies(stappen: Sequence[Stap]) -> Stap | None:
    """The levering that the link opens; None when it opens none, or one that is not there."""
    naam = st.query_params.get(SLEUTEL)
    if not naam:
        return None
    gekozen = next((stap for stap in stappen if stap.levering_id == naam), None)
    if gekozen is None:
        st.warning("De levering in de link staat niet in de lijst.", icon=":material/warning:")
    return gekozen


def toon(stappen: Sequence[Stap]) -> None:
    """The leveringen with rapporten, and apart from them the lists of the product itself."""
    feiten = [stap for stap in stappen if van_een_rapport(stap)]
    lijsten = [stap for stap in stappen if not van_een_rapport(stap)]
    st.header("Leveringen")
    if feiten:
        web.toon(tabel(feiten, f"{zinnen.getal(len(feiten))} leveringen, de nieuwste eerst"))
    else:
        st.markdown("Er is nog niets aanvaard.")
    if lijsten:
        with st.expander("Kaders, onderwerpen, gemeenten en onderzoeksrondes"):
            web.toon(tabel(lijsten, "Leveringen die bij het product horen"))


def van_een_rapport(stap: Stap) -> bool:
    """Whether a levering is about rapporten, and not one of the product's own lists (kaders, gemeenten, rondes)."""
    return bool(stap.door) or stap.stand == "intrekking" or bool(OVER_RAPPORTEN & stap.aantallen.keys())


def tabel(stappen: Sequence[Stap], bijschrift: str) -> Markup:
    """One row per levering: when, by whom, what, and what became of it."""
    return web.webtabel(
        ["Levering", "Wanneer", "Door", "Wat", "Stand", "Waarom"],
        [
            [
                link(stap.levering_id),
                moment(stap),
                stap.door or web.stil("meegeleverd"),
                web.regels([*rapporten(stap), _aantallen(stap)]),
                web.regels([STAND[stap.stand], _keten(stap)]),
                stap.reden,
            ]
            for stap in stappen
        ],
        bijschrift=bijschrift,
    )


def rapporten(stap: Stap) -> list[str]:
    """The titel of each rapport with when it was published: two of one gemeente may have the same titel."""
    return [
        f"{titel} ({in_woorden(dag)})" if dag else titel
        for titel, dag in zip(stap.rapporten, stap.gepubliceerd, strict=True)
    ]


def link(levering_id: str) -> Markup:
    """The way to one levering on this page."""
    return web.link(adres("geschiedenis", {SLEUTEL: levering_id}), levering_id)


def moment(stap: Stap) -> str:
    """When it was accepted, to the minute where that is known, in Dutch time."""
    return klok.moment(stap.aanvaard_om, stap.aanvaard_op)


def _keten(stap: Stap) -> Markup:
    """What it replaced or took back, and what did that to it."""
    delen = []
    if stap.stand == "intrekking":
        return link(stap.vervangt)
    if stap.vervangt:
        delen.append(Markup("in de plaats van {}").format(link(stap.vervangt)))
    if stap.vervangen_door:
        woord = "met {}" if stap.stand == "ingetrokken" else "door {}"
        delen.append(Markup(woord).format(link(stap.vervangen_door)))  # noqa: S704 - one of our two words
    return web.regels(delen)


def _aantallen(stap: Stap) -> Markup:
    """How much is in it."""
    woorden = {
        "metingen": ("meting", "metingen"),
        # as printed: an oordeel that a later rapport prints again is a row of its own
        "oordelen": ("rij met een oordeel", "rijen met een oordeel"),
        "bevindingen": ("bevinding", "bevindingen"),
        "indicatoren": ("indicator", "indicatoren"),
        "gemeenten": ("gemeente", "gemeenten"),
        "onderwerpen": ("onderwerp", "onderwerpen"),
        "onderzoeksrondes": ("onderzoeksronde", "onderzoeksrondes"),
    }
    delen = [
        f"{zinnen.getal(aantal)} {zinnen.meervoud(aantal, *woord)}"
        for tabel_, woord in woorden.items()
        if (aantal := stap.aantallen.get(tabel_, 0))
    ]
    return web.stil(zinnen.opsomming(delen) if delen else "")
