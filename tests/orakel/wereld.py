"""What goes into the oracle (a Wereld) and what comes out of it (Stap, Stand)."""

from dataclasses import dataclass
from datetime import date

VOLDOET = "voldoet"
VERBETERPUNT = "verbeterpunt"
GEMENGD = "gemengd"
NIET_BEOORDEELD = "niet_beoordeeld"

OPGEPAKT = "opgepakt"
DEELS = "deels_opgepakt"
NIET = "niet_opgepakt"
BEHOUDEN = "behouden"
TERUGGEVALLEN = "teruggevallen"
NOG_NIET = "nog_niet_hertoetst"
VERVALLEN = "vervallen"

BEKEND = (VOLDOET, VERBETERPUNT, GEMENGD)
OPEN = (VERBETERPUNT, GEMENGD)

# weakest first
BEWIJZEN = (
    "mondelinge_rapportage",
    "hertoets_verbeterpunten",
    "casusonderzoek",
    "stelselonderzoek",
    "volledige_toets",
)


@dataclass(frozen=True)
class Aanpak:
    """An approach of a gemeente; `einde` is the end date as it was given, not yet outranked by a meting."""

    id: str
    gemeente: str
    naam: str
    einde: date | None


@dataclass(frozen=True)
class Editie:
    """An edition of a kader; of two, the greater `volgorde` is the newer."""

    id: str
    kader: str
    volgorde: int


@dataclass(frozen=True)
class Indicator:
    """A row of an edition. Tied together over editions they share a `begrip`, one per edition."""

    id: str
    editie: str
    begrip: str


@dataclass(frozen=True)
class Meting:
    """An aanpak looked at, under an edition of a kader, at a moment."""

    id: str
    aanpak: str
    kader: str
    editie: str
    peiljaar: int
    moment: date
    bewijs: str
    rapport: str


@dataclass(frozen=True)
class Oordeel:
    """One cell: a meting (by id) × an indicator (by id) of the meting's edition."""

    meting: str
    indicator: str
    uitkomst: str


@dataclass(frozen=True)
class Wereld:
    """Everything the method looks at. `opvolging` holds pairs (van, naar) of aanpak ids, without cycles."""

    aanpakken: tuple[Aanpak, ...]
    opvolging: tuple[tuple[str, str], ...]
    edities: tuple[Editie, ...]
    indicatoren: tuple[Indicator, ...]
    metingen: tuple[Meting, ...]
    oordelen: tuple[Oordeel, ...]


@dataclass(frozen=True)
class Stap:
    """A row of `opvolging` or `verloop`. What there is no test for is None."""

    kader: str
    aanpak_van: str
    aanpak_naar: str | None
    begrip: str
    indicator_van: str
    jaar_van: int
    jaar_naar: int | None
    moment_van: date
    uitkomst_van: str
    uitkomst_naar: str | None
    status: str
    was_verbeterpunt: bool
    overgenomen: bool
    bewijs_van: str
    bewijs_naar: str | None
    rapport_van: str
    rapport_naar: str | None
    niet_meer_in_kader: bool


@dataclass(frozen=True)
class Stand:
    """A row of `stand`. `open` is None when the predecessors together leave it unknown."""

    kader: str
    aanpak: str
    begrip: str
    uitkomst: str
    peiljaar: int
    moment: date
    bewijs: str
    rapport: str
    open: bool | None
    sinds: int | None
    niet_meer_in_kader: bool
