"""What reading a report gives: the cells of its verdict tables, what the running text tells, and every doubt."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from data.rapporten.document import Document, Plek


class Soort(StrEnum):
    """What a doubt is about. The value stands in files and links; the Dutch for it in `Twijfel.zin`."""

    LEGE_CEL = "lege_cel"
    TWEE_TEKENS = "twee_tekens"
    GEEN_TEKEN = "geen_teken"
    TEKEN_EN_TEKST = "teken_en_tekst"
    ONZEKER_TEKEN = "onzeker_teken"
    KOLOM_ONZEKER = "kolom_onzeker"
    KOP_ONTBREEKT = "kop_ontbreekt"
    GESPLITST = "gesplitst"
    INDICATOR_ONZEKER = "indicator_onzeker"
    INDICATOR_ONBEKEND = "indicator_onbekend"
    DUBBEL = "dubbel"
    ANDER_THEMA = "ander_thema"
    HERKENNING = "herkenning"
    VERSCHIL = "verschil"
    PRIVACY = "privacy"


@dataclass(frozen=True)
class Twijfel:
    """Something an editor has to look at before acceptance: one Dutch sentence, and where in the report."""

    soort: Soort
    zin: str
    plek: Plek | None = None


@dataclass(frozen=True)
class CelLezing:
    """What one cell says: uitkomst by its sign, the sign as printed, the text without it.

    `opmerking` is a remark that the report sets apart (LET OP: …). No sign gives niet_beoordeeld and an empty sign.
    """

    uitkomst: str
    teken_gedrukt: str
    toelichting: str
    opmerking: str = ""
    twijfels: tuple[Twijfel, ...] = ()


@dataclass(frozen=True)
class Kolom:
    """A column of verdicts by its printed head: the year in it, and what else it says (often an aanpak)."""

    kop: str
    peiljaar: int | None
    aanpak: str


@dataclass(frozen=True)
class Cel:
    """One verdict cell as printed: which row and column, what it says, where it stands."""

    indicator_gedrukt: str
    thema_gedrukt: str
    criterium_gedrukt: str
    kolom: Kolom
    lezing: CelLezing
    plek: Plek
    vindplaats: str
    pagina: int | None = None


@dataclass(frozen=True)
class Kaderregel:
    """A row of a kader that is printed without verdicts: theme, criterion and indicator."""

    thema_gedrukt: str
    criterium_gedrukt: str
    indicator_gedrukt: str
    plek: Plek


@dataclass(frozen=True)
class Tabellen:
    """What the tables of a report hold: verdict cells in printed order, and rows of a kader without verdicts."""

    cellen: tuple[Cel, ...]
    kaderregels: tuple[Kaderregel, ...]
    twijfels: tuple[Twijfel, ...] = ()

    @property
    def indicatoren(self) -> list[str]:
        """The indicatoren as printed, one per cell and one per row of a kader."""
        return [cel.indicator_gedrukt for cel in self.cellen] + [regel.indicator_gedrukt for regel in self.kaderregels]


@dataclass(frozen=True)
class Vondst:
    """Something that the running text tells, as a code or a text in the form of a levering, and where it says so.

    `zeker` is false when the text allows another reading; then `zin` says in Dutch what else it may be.
    """

    waarde: str
    plek: Plek | None = None
    zeker: bool = True
    zin: str = ""


@dataclass(frozen=True)
class Herkend:
    """What a report tells about itself in its running text. None or empty where it does not."""

    titel: Vondst | None = None
    gemeente_code: Vondst | None = None
    aanpakken: tuple[Vondst, ...] = ()
    gepubliceerd: Vondst | None = None
    bezoek_op: Vondst | None = None
    onderzoek_van: Vondst | None = None
    onderzoek_tot: Vondst | None = None
    peiljaren: tuple[Vondst, ...] = ()
    kader_id: Vondst | None = None
    niveau: Vondst | None = None
    #: (van, naar) by printed name: the report says that the one took over from the other
    opvolging: tuple[tuple[str, str], ...] = ()
    #: per peiljaar the code of `bewijs` that the text points to
    bewijs: dict[int, Vondst] = field(default_factory=dict)


@dataclass(frozen=True)
class Gelezen:
    """A report as read: the document, its tables, and what the running text tells."""

    document: Document
    tabellen: Tabellen
    herkend: Herkend
