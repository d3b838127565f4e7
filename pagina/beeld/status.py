"""How a status, an uitkomst, a bewijs and what is not known look and read: one place for all pages.

Colour is never alone: whatever is shown has a word, a symbol and a colour. In the light theme every fill carries
black text, in the dark theme white text; tests/pagina/test_status.py computes the contrast, and how far apart the
fills stay for readers who do not see red, green or blue. What the gemeente told and nobody tested keeps its colour and
is hatched, with a sign and words of its own (`Beeld.verteld`). Pure: no streamlit, no duckdb.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd

TEKST_LICHT = "#000000"
TEKST_DONKER = "#ffffff"
#: The sign and the words of what the gemeente told and nobody tested, beside those of what it told.
TEKEN_VERTELD, WOORD_VERTELD = "◇", "volgens de gemeente zelf"


@dataclass(frozen=True)
class Kleur:
    """A fill and the text that stands on it."""

    vlak: str
    tekst: str


@dataclass(frozen=True)
class Beeld:
    """How one thing looks and reads. `kort` is the word for in a cell, `uitleg` a full sentence.

    `arcering`: hatched, since it was told and not tested.
    """

    sleutel: str
    woord: str
    kort: str
    teken: str
    licht: Kleur
    donker: Kleur
    uitleg: str
    arcering: bool = False

    @property
    def verteld(self) -> Beeld:
        """The same as the gemeente told it: '✓◇ opgepakt, volgens de gemeente zelf', in a cell '✓◇ verteld'."""
        uitleg = f"{self.uitleg} Dat zegt de gemeente zelf; niemand heeft het opnieuw getoetst."
        woord, teken = f"{self.woord}, {WOORD_VERTELD}", f"{self.teken}{TEKEN_VERTELD}"
        return replace(self, woord=woord, kort="verteld", teken=teken, uitleg=uitleg, arcering=True)

    @property
    def merk(self) -> str:
        """Symbol and word: '✗ niet opgepakt'."""
        return f"{self.teken} {self.woord}"

    @property
    def merk_kort(self) -> str:
        """Symbol and short word, for in a cell: '✗ niet'."""
        return f"{self.teken} {self.kort}"

    def kleur(self, *, donker: bool) -> Kleur:
        """The colours under the theme."""
        return self.donker if donker else self.licht


def _beeld(  # noqa: PLR0917 - five things in a fixed order, as in a table
    sleutel: str, woorden: tuple[str, str], teken: str, vlak: tuple[str, str], uitleg: str
) -> Beeld:
    """`woorden`: word and short word; `vlak`: fill in the light and in the dark theme."""
    licht, donker = Kleur(vlak[0], TEKST_LICHT), Kleur(vlak[1], TEKST_DONKER)
    return Beeld(sleutel, woorden[0], woorden[1], teken, licht, donker, uitleg)


def _naar_sleutel(*beelden: Beeld) -> dict[str, Beeld]:
    return {beeld.sleutel: beeld for beeld in beelden}


#: The eight statuses of section 4 of the method, in the order of legends and stacked bars.
STATUS = _naar_sleutel(
    _beeld(
        "opgepakt",
        ("opgepakt", "opgepakt"),
        "✓",
        ("#62abe8", "#1f6fc4"),
        "Was een verbeterpunt en voldoet nu.",
    ),
    _beeld(
        "deels_opgepakt",
        ("deels opgepakt", "deels"),
        "◐",
        ("#f7e08a", "#8c7000"),
        "Was een verbeterpunt en is nu gemengd.",
    ),
    _beeld(
        "niet_opgepakt",
        ("niet opgepakt", "niet"),
        "✗",
        ("#f08c4f", "#97320b"),
        "Was een verbeterpunt en is dat nog.",
    ),
    _beeld(
        "niet_beoordeeld",
        ("niet beoordeeld", "niet beoord."),
        "?",
        ("#b4bac2", "#5d6773"),
        "Er is opnieuw getoetst, maar hierover staat geen oordeel in het rapport.",
    ),
    _beeld(
        "nog_niet_hertoetst",
        ("nog niet hertoetst", "nog niet"),
        "…",
        ("#d9caee", "#4b3a85"),
        "Er is na dit oordeel nog niet opnieuw getoetst.",
    ),
    _beeld(
        "vervallen",
        ("vervallen", "vervallen"),
        "†",
        ("#d9d3c3", "#4d4637"),
        "De aanpak is gestopt voordat er opnieuw is getoetst.",
    ),
    _beeld(
        "behouden",
        ("behouden", "behouden"),
        "=",
        ("#d6e8f8", "#17304c"),
        "Voldeed al en voldoet nog.",
    ),
    _beeld(
        "teruggevallen",
        ("teruggevallen", "terug"),
        "↓",
        ("#fbdcc8", "#452413"),
        "Voldeed en is nu een verbeterpunt of gemengd.",
    ),
)

#: An unknown status of what was no verbeterpunt: shown in the map, lighter and with its own symbol, never counted.
VOLDEED = _naar_sleutel(
    _beeld(
        "niet_beoordeeld",
        ("voldeed, niet opnieuw beoordeeld", "voldeed"),
        "¿",
        ("#e4e7ea", "#2a3138"),
        "Voldeed; er is opnieuw getoetst, maar hierover staat geen oordeel in het rapport.",
    ),
    _beeld(
        "nog_niet_hertoetst",
        ("voldeed, nog niet hertoetst", "voldeed"),
        "·",
        ("#eee8f7", "#231d38"),
        "Voldeed; er is na dit oordeel nog niet opnieuw getoetst.",
    ),
    _beeld(
        "vervallen",
        ("voldeed, vervallen", "voldeed"),
        "‡",
        ("#efece3", "#2b271f"),
        "Voldeed; de aanpak is gestopt voordat er opnieuw is getoetst.",
    ),
)

UITKOMST = _naar_sleutel(
    _beeld("voldoet", ("voldoet", "voldoet"), "✓", ("#62abe8", "#1f6fc4"), "Het rapport drukt een ✓ af."),
    _beeld(
        "verbeterpunt",
        ("verbeterpunt", "verbeterpunt"),
        "✗",
        ("#f08c4f", "#97320b"),
        "Het rapport drukt een X of ✗ af.",
    ),
    _beeld(
        "gemengd",
        ("gemengd", "gemengd"),
        "◐",
        ("#f7e08a", "#8c7000"),
        "Het rapport drukt ✓ en X in één vak af; dit telt als verbeterpunt.",
    ),
    _beeld(
        "niet_beoordeeld",
        ("niet beoordeeld", "niet beoord."),
        "?",
        ("#b4bac2", "#5d6773"),
        "De regel staat in het rapport, het vak is leeg.",
    ),
)

#: Four things that are not the same, and none of which is "we do not know".
ONBEKEND = _naar_sleutel(
    _beeld(
        "geen_rapport",
        ("geen rapport in deze verzameling", "geen rapport"),
        "∅",
        ("#f3f5f8", "#1b232c"),
        "Van deze gemeente zit geen rapport in deze verzameling.",
    ),
    STATUS["nog_niet_hertoetst"],
    STATUS["niet_beoordeeld"],
    _beeld(
        "nul_opgepakt",
        ("0% opgepakt", "0%"),
        "0",
        ("#fff6d6", "#2a2620"),
        "Er is beoordeeld, en geen enkel verbeterpunt is opgepakt.",
    ),
)

BEWIJS = {
    "volledige_toets": "volledige toets",
    "hertoets_verbeterpunten": "hertoets van de verbeterpunten",
    "mondelinge_rapportage": "mondelinge rapportage door de gemeente",
    "casusonderzoek": "onderzoek van gezinnen (casussen)",
    "stelselonderzoek": "onderzoek van het stelsel",
}
#: What the gemeente told and nobody tested.
VERTELD = frozenset({"mondelinge_rapportage"})

#: The stands of an actiepunt. `gemeld` is what the gemeente says and nobody tested: never the look of opgepakt.
STAND_ACTIE = _naar_sleutel(
    _beeld("open", ("open", "open"), "○", ("#f08c4f", "#97320b"), "Er is niet gebleken dat dit is gedaan."),
    _beeld(
        "gemeld",
        ("gedaan volgens de gemeente, niet getoetst", "gemeld"),
        TEKEN_VERTELD,
        ("#f7e08a", "#8c7000"),
        "De gemeente zegt dat dit is gedaan; niemand heeft het getoetst.",
    ),
    _beeld("opgepakt", ("opgepakt", "opgepakt"), "✓", ("#62abe8", "#1f6fc4"), "Is gedaan, en dat is getoetst."),
    _beeld("vervallen", ("vervallen", "vervallen"), "†", ("#d9d3c3", "#4d4637"), "Hoeft niet meer."),
)


@dataclass(frozen=True)
class Soortnaam:
    """The name of a kind of bevinding: of one of them, and of several."""

    een: str
    meer: str


#: The kinds of bevinding, in the order in which a page shows them.
BEVINDING = {
    "oordeel": Soortnaam("oordeel", "oordelen"),
    "sterk_punt": Soortnaam("sterk punt", "sterke punten"),
    "kans": Soortnaam("kans", "kansen"),
    "kan_beter": Soortnaam("punt dat beter kan", "punten die beter kunnen"),
    "verbeterpunt": Soortnaam("verbeterpunt", "verbeterpunten"),
    "aanbeveling": Soortnaam("aanbeveling", "aanbevelingen"),
    "risico": Soortnaam("risico", "risico’s"),
    "verklaring": Soortnaam("verklaring", "verklaringen"),
    "toezegging": Soortnaam("toezegging", "toezeggingen"),
    "reactie": Soortnaam("reactie", "reacties"),
}

#: What became known after all, as the gemeente told it: of what is not known there is nothing to tell.
STATUS_VERTELD = {
    naam: STATUS[naam].verteld for naam in ("opgepakt", "deels_opgepakt", "niet_opgepakt", "behouden", "teruggevallen")
}
#: Every look a cell of the status map can have; the place in this row is the number in the cell.
VAKBEELDEN: tuple[Beeld, ...] = (*STATUS.values(), *VOLDEED.values(), *STATUS_VERTELD.values())


def is_leeg(waarde: object) -> bool:
    """True for None, NaN and NaT, whatever column they came from."""
    return waarde is None or (not isinstance(waarde, list | tuple) and bool(pd.isna(waarde)))  # type: ignore[call-overload]


def statusbeeld(status: str, *, was_verbeterpunt: bool = True, verteld: bool = False) -> Beeld:
    """How a status looks and reads. Raises ValueError for a status that does not exist.

    behouden and teruggevallen never were a verbeterpunt; verteld: the gemeente told it, and nobody tested it.
    """
    if status not in STATUS:
        raise ValueError(f"onbekende status: {status!r}")
    beeld = STATUS[status] if was_verbeterpunt else VOLDEED.get(status, STATUS[status])
    return STATUS_VERTELD.get(status, beeld) if verteld else beeld


def vakcode(status: str, *, was_verbeterpunt: bool, verteld: bool = False) -> int:
    """The place of that look in VAKBEELDEN. Raises as `statusbeeld`."""
    return VAKBEELDEN.index(statusbeeld(status, was_verbeterpunt=was_verbeterpunt, verteld=verteld))


def uitkomstbeeld(uitkomst: str | None, bewijs: object = None) -> Beeld | None:
    """How an uitkomst looks and reads, by what it rests on; None where there is none (no later test, not printed)."""
    beeld = None if uitkomst is None or is_leeg(uitkomst) else UITKOMST.get(str(uitkomst))
    return beeld.verteld if beeld and is_verteld(bewijs) and uitkomst != "niet_beoordeeld" else beeld


def is_verteld(bewijs: object) -> bool:
    """Whether the gemeente told it and nobody tested it, by the code of its bewijs; not where there is none."""
    return bewijs in VERTELD


def bewijswoord(bewijs: str | None) -> str:
    """How a verdict was established, in words; empty where there is none."""
    return "" if bewijs is None or is_leeg(bewijs) else BEWIJS.get(str(bewijs), str(bewijs))
