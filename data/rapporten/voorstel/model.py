"""A voorstel: a report as read, under review. What it holds, and the columns of its files."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from data.fouten import Weigering
from data.rapporten.document import Document

#: A row of a table: text by column, empty where there is nothing.
Rij = dict[str, str]

#: oordelen.csv, one row per cell. Public contract (ontwerp section 6).
OORDEEL = (
    *("nr", "aanpak", "aanpak_id", "peiljaar", "thema_gedrukt", "criterium_gedrukt", "indicator_gedrukt"),
    *("indicator_id", "score", "uitkomst", "teken_gedrukt", "toelichting", "opmerking", "vindplaats", "pagina"),
    *("blok", "rij", "kolom", "gebruikt"),
)
#: twijfels.csv. `over` names what the doubt is on: "oordeel", "kop.<kolom>", "metingen.<kolom>", "" (the whole report).
TWIJFEL = ("nr", "soort", "over", "oordeel_nr", "zin", "blok", "rij", "kolom", "afgehandeld", "besluit")
#: `kop` in voorstel.json: the file, the rapport it prints, and the levering that it will become.
KOP = (
    *("naam", "sha256", "vorm", "gemaakt", "melding"),
    *("rapport_id", "titel", "uitgever", "gepubliceerd", "soort", "rapport_opmerking", "gemeente_code", "editie_id"),
    # the rapport in store of which this is another weergave, whether this very file is there already, and whether an
    # editor said that it is a rapport of its own
    *("staat_in", "zelfde_bestand", "eigen_rapport"),
    *("concept", "fictief", "vervangt", "reden", "toelichtingen", "levering_toelichting"),
    # the levering in store that is put right, its rows carried whole; it is what `vervangt` names too
    "correctie",
)
#: What `nieuw` says of an aanpak, a meting or lineage: ja (made in this voorstel), nee (the store has it, in another
#: levering), eigen (of the levering that is put right: it keeps its id, and can be changed).
EIGEN = "eigen"
#: Per aanpak as printed: `aanpak` ties it to oordelen.csv, `naam` is the name it has in store.
AANPAK = ("aanpak", "aanpak_id", "naam", "gemeente_code", "begin", "einde", "opmerking", "nieuw")
OPVOLGING = ("van", "naar", "bron", "opmerking", "nieuw")
#: Per aanpak × peiljaar: `aanpak` and `peiljaar` tie it to oordelen.csv; `nieuw` is nee when the store has this meting.
METING = (
    *("meting_id", "aanpak", "aanpak_id", "peiljaar", "peiljaar_reden", "editie_id", "ronde_id", "bezoek_op"),
    *("onderzoek_van", "onderzoek_tot", "bewijs", "dekking", "basis", "opmerking", "nieuw"),
)
#: A bevinding recorded by hand; `indicatoren` holds indicator_ids with a space between.
BEVINDING = (
    *("bevinding_id", "gemeente_code", "aanpak_id", "soort", "titel", "tekst", "onderwerp_id", "voor_wie"),
    *("vindplaats", "pagina", "opvolging_verwacht_van", "opvolging_verwacht_tot", "stand", "opmerking", "indicatoren"),
)
#: What a reactie speaks of: an actiepunt, or an indicator of an aanpak.
GEMELD = ("bevinding_id", "actiepunt_id", "aanpak_id", "indicator_id")
#: Where this printing and one in store differ, which of the two counts: `geldt` is "voorstel" or "verzameling".
KEUZE = ("meting_id", "indicator_id", "geldt", "reden")

#: Version of the form of the folder.
VORM = "1"


class VoorstelKapot(Weigering):
    """The folder of a voorstel cannot be read."""


class VoorstelVerouderd(Weigering):
    """Somebody else changed the voorstel since it was opened; nothing was written."""


class OngeldigeWaarde(Weigering):
    """A value that an editor gave cannot be; the voorstel stays as it was."""


@dataclass
class Voorstel:
    """A voorstel as it stands in its folder.

    `versie` is a checksum over what can be edited, as it was when opened or last kept: `bewaar` compares it with the
    folder. `gelezen` is how the oordelen were read and never changes. Every row has all columns of its kind.
    """

    map: Path
    versie: str
    kop: Rij
    aanpakken: list[Rij]
    opvolging: list[Rij]
    metingen: list[Rij]
    oordelen: list[Rij]
    gelezen: list[Rij]
    twijfels: list[Rij]
    bevindingen: list[Rij] = field(default_factory=list)
    gemeld: list[Rij] = field(default_factory=list)
    keuzes: list[Rij] = field(default_factory=list)

    @property
    def bron(self) -> Path:
        """The original, as it was offered; there is none where `heeft_bron` says so."""
        return self.map / "bron" / self.kop["naam"]

    @property
    def heeft_bron(self) -> bool:
        """Whether there is an original: a levering that is put right may have none."""
        return bool(self.kop["sha256"])

    @cached_property
    def document(self) -> Document:
        """The report as it stands on paper; read when first asked for."""
        return Document.uit_json(json.loads((self.map / "document.json").read_text(encoding="utf-8")))

    @property
    def gebruikt(self) -> list[Rij]:
        """The oordelen that are to be accepted, in printed order."""
        return [oordeel for oordeel in self.oordelen if oordeel["gebruikt"] == "ja"]

    @property
    def open_twijfels(self) -> list[Rij]:
        """The doubts that nobody has settled yet."""
        return [twijfel for twijfel in self.twijfels if twijfel["afgehandeld"] != "ja"]

    def oordeel(self, nr: str | int) -> Rij:
        """The oordeel with this number. Raises OngeldigeWaarde when there is none."""
        return _met(self.oordelen, "nr", str(nr), "oordeel")

    def twijfel(self, nr: str | int) -> Rij:
        """The doubt with this number. Raises OngeldigeWaarde when there is none."""
        return _met(self.twijfels, "nr", str(nr), "twijfel")

    def aanpak(self, aanpak: str) -> Rij:
        """The aanpak with this printed name. Raises OngeldigeWaarde when there is none."""
        return _met(self.aanpakken, "aanpak", aanpak, "aanpak")

    def meting(self, meting_id: str) -> Rij:
        """The meting with this id. Raises OngeldigeWaarde when there is none."""
        return _met(self.metingen, "meting_id", meting_id, "meting")

    def meting_van(self, oordeel: Rij) -> Rij | None:
        """The meting to which an oordeel belongs, by aanpak and peiljaar; None while it has none."""
        for meting in self.metingen:
            if meting["aanpak"] == oordeel["aanpak"] and meting["peiljaar"] == oordeel["peiljaar"]:
                return meting
        return None


@dataclass(frozen=True)
class Kopje:
    """A voorstel in a list: enough to choose it by."""

    map: Path
    naam: str
    titel: str
    gemaakt: str
    aantal_oordelen: int
    aantal_open: int


@dataclass(frozen=True)
class CelVergelijking:
    """One verdict here beside the same one in store. `soort`: gelijk, anders, alleen_hier or alleen_daar."""

    soort: str
    meting_id: str
    aanpak: str
    peiljaar: str
    indicator_id: str
    uitkomst_hier: str
    uitkomst_daar: str
    teken_hier: str
    teken_daar: str
    oordeel_nr: str
    toelichting_hier: str
    toelichting_daar: str
    rapport_daar: str


@dataclass(frozen=True)
class Vergelijking:
    """What the store knows already of what a voorstel prints.

    `rapport_id` is the rapport in store of which this is another weergave ("" when it is none), `levering_id` the
    levering in force that holds it. `zelfde_bestand`: this very file is there. `cellen` compares every verdict of every
    meting that both have, also where the rapport is another one that reprints an earlier meting. `zin` says it in Dutch
    ("" when the store knows nothing of it).
    """

    rapport_id: str
    levering_id: str
    zelfde_bestand: bool
    cellen: tuple[CelVergelijking, ...]
    zin: str

    def aantal(self, soort: str) -> int:
        """How many cells are gelijk, anders, alleen_hier or alleen_daar."""
        return sum(cel.soort == soort for cel in self.cellen)


def rij(kolommen: tuple[str, ...], **cellen: str) -> Rij:
    """A row with all these columns, empty where no value is given. Raises KeyError for a column that is not there."""
    onbekend = cellen.keys() - set(kolommen)
    if onbekend:
        raise KeyError(", ".join(sorted(onbekend)))
    return dict.fromkeys(kolommen, "") | cellen


def _met(rijen: list[Rij], kolom: str, waarde: str, wat: str) -> Rij:
    for een in rijen:
        if een[kolom] == waarde:
            return een
    raise OngeldigeWaarde(f"Dit voorstel heeft geen {wat} {waarde}.")
