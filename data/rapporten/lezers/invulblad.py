"""Our own template (`data/rapporten/sjabloon/`), filled in: recognised by its mark, and put as a report prints it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from data.rapporten.document import Alinea, Blok, Tabel
from data.rapporten.fouten import Onleesbaar

#: First cell of the sheet: by this a filled-in template is recognised.
MERK = "Sjabloon verbeterpunten"
VERSIE = "1"
GEMEENTE, TITEL, BEZOEK, GEPUBLICEERD = "Gemeente", "Titel van het rapport", "Datum van het bezoek", "Gepubliceerd op"
AANPAK, PEILJAAR, TEKEN, TOELICHTING = "Aanpak", "Peiljaar", "Teken", "Toelichting"
ID, THEMA, CRITERIUM, INDICATOR = "Id", "Thema", "Criterium", "Indicator"
#: Chosen for a row that the report prints with an empty cell. A row that the report does not print stays untouched.
LEEG = "leeg"

ANDERE_VERSIE = "Dit sjabloon is van een andere versie van dit programma; download het sjabloon opnieuw en vul dat in."
ZONDER_KOP = (
    f"In het sjabloon ontbreekt de rij met “{INDICATOR}” en “{TEKEN}”; download het sjabloon opnieuw en vul dat in."
)
NIET_INGEVULD = "Het sjabloon is nog niet ingevuld; kies bij minstens één indicator een teken en lever het dan aan."

_ZINNEN = {GEMEENTE: "Gemeente {}", TITEL: "{}", BEZOEK: "Het bezoek was op {}.", GEPUBLICEERD: "{}"}
_JAAR = re.compile(r"(?:19|20)\d\d")
_ZOEK_KOP = 40
_TEKENS = re.compile(r"[✓✔√☑✗✘☒xX]")
#: What people type between two signs, if anything.
_TUSSEN = re.compile(r"\s*(?:[/+&,]|\ben\b|\s)\s*|(?<=[✓✔√☑✗✘☒xX])(?=[✓✔√☑✗✘☒xX])")

Rij = Sequence[str]


@dataclass(frozen=True)
class _Meting:
    """The columns of one meting: its head as a report would print it, where its sign and its text stand."""

    nummer: int
    aanpak: str
    peiljaar: str
    teken: int
    toelichting: int | None

    @property
    def kop(self) -> str:
        return " ".join(deel for deel in (self.peiljaar, self.aanpak) if deel) or f"Meting {self.nummer}"


def is_invulblad(rijen: Sequence[Rij]) -> bool:
    """Whether these rows are our template."""
    eerste = next((rij for rij in rijen if any(rij)), ())
    return bool(eerste) and eerste[0].strip().startswith(MERK)


def van_invulblad(rijen: Sequence[Rij]) -> tuple[list[Blok], list[str]]:
    """What a filled-in template says, laid out as a report: lines about the report, a table per kader; and remarks.

    The table has a row per theme and a column per meting, each cell its sign and its toelichting. Rows in which nothing
    is chosen are not printed in the report, and left out. Raises Onleesbaar for an untouched or damaged template.
    """
    begin = next(nummer for nummer, rij in enumerate(rijen) if any(rij))
    if _op(rijen[begin], 0) != f"{MERK} {VERSIE}":
        raise Onleesbaar(ANDERE_VERSIE)
    koprij = _koprij(rijen)
    boven, kop, onder = rijen[begin:koprij], rijen[koprij], rijen[koprij + 1 :]
    metingen = [meting for meting in _metingen(boven, kop) if any(_lees(rij, meting) for rij in onder)]
    regels = [[_gekozen(cel) for cel in rij] for rij in onder if any(_lees(rij, meting) for meting in metingen)]
    if not any(_lees(rij, meting) for rij in regels for meting in metingen):
        raise Onleesbaar(NIET_INGEVULD)
    tabel = _tabel(regels, kop, metingen)
    alineas = [Alinea((zin,)) for zin in _over_het_rapport(boven)]
    return [*alineas, tabel], [zin for meting in metingen for zin in _bezwaren(meting)]


def voeg_samen(teken: str, toelichting: str) -> str:
    """A sign and a toelichting as one cell: the sign on a line of its own, so that no letter is taken for it.

    Two signs stay beside each other; an X among them is written ✗, as "✓ X" may also begin a sentence.
    """
    tekens = _TUSSEN.split(teken.strip())
    if len(tekens) > 1 and all(_TEKENS.fullmatch(deel) for deel in tekens):
        teken = " ".join("✗" if deel in "xX" else deel for deel in tekens)
    return "\n".join(deel for deel in (teken.strip(), toelichting.strip()) if deel)


def _koprij(rijen: Sequence[Rij]) -> int:
    for nummer, rij in enumerate(rijen[:_ZOEK_KOP]):
        if INDICATOR in rij and TEKEN in rij:
            return nummer
    raise Onleesbaar(ZONDER_KOP)


def _metingen(boven: Sequence[Rij], kop: Rij) -> list[_Meting]:
    """The metingen by their heads; aanpak and peiljaar stand above the sign."""
    metingen: list[_Meting] = []
    for kolom, tekst in enumerate(kop):
        if tekst == TEKEN:
            toelichting = kolom + 1 if _op(kop, kolom + 1) == TOELICHTING else None
            aanpak, jaar = (_boven(boven, wat, kolom) for wat in (AANPAK, PEILJAAR))
            metingen.append(_Meting(len(metingen) + 1, aanpak, jaar, kolom, toelichting))
    return metingen


def _boven(boven: Sequence[Rij], wat: str, kolom: int) -> str:
    """The cell of a column in the row that is headed `wat`; the column beside it, too, belongs to the meting."""
    rij = next((rij for rij in boven if wat in rij), ())
    return " ".join((_op(rij, kolom) or _op(rij, kolom + 1)).split())


def _gekozen(cel: str) -> str:
    return "" if cel.strip().lower() == LEEG else cel


def _tekst(rij: Rij, meting: _Meting) -> str:
    return "" if meting.toelichting is None else _op(rij, meting.toelichting)


def _lees(rij: Rij, meting: _Meting) -> str:
    return voeg_samen(_op(rij, meting.teken), _tekst(rij, meting))


def _tabel(regels: Sequence[Rij], kop: Rij, metingen: Sequence[_Meting]) -> Tabel:
    """The rows as a report prints them, under a row for each theme; criteria only where the kader has them."""
    plaats = {naam: list(kop).index(naam) for naam in (THEMA, CRITERIUM, INDICATOR) if naam in kop}
    criteria = any(_op(rij, plaats.get(CRITERIUM)) for rij in regels)
    voor = [CRITERIUM, INDICATOR] if criteria else [INDICATOR]
    uit = [[*("Criteria" if naam == CRITERIUM else naam for naam in voor), *(meting.kop for meting in metingen)]]
    thema = ""
    for rij in regels:
        eigen = _op(rij, plaats.get(THEMA))
        if eigen and eigen != thema:
            thema = eigen
            uit.append([thema] + [""] * (len(uit[0]) - 1))
        uit.append([*(_op(rij, plaats.get(naam)) for naam in voor), *(_lees(rij, meting) for meting in metingen)])
    return Tabel(tuple(map(tuple, uit)))


def _over_het_rapport(boven: Sequence[Rij]) -> list[str]:
    """What is filled in about the report, in sentences as a report has them; the kader's name from the first row."""
    zinnen = []
    for rij in boven:
        waarde = next((cel for cel in rij[1:] if cel), "")
        if waarde and _op(rij, 0) in _ZINNEN:
            zinnen.append(_ZINNEN[_op(rij, 0)].format(waarde))
    kader = _op(boven[0], 1)
    return [*zinnen, *([f"Toetsingskader {kader}"] if kader else [])]


def _bezwaren(meting: _Meting) -> list[str]:
    zinnen = []
    if not _JAAR.fullmatch(meting.peiljaar):
        zinnen.append(f"Bij meting {meting.nummer} in het sjabloon ontbreekt het peiljaar, of het is geen jaartal.")
    if not meting.aanpak:
        zinnen.append(f"Bij meting {meting.nummer} in het sjabloon ontbreekt de naam van de aanpak.")
    return zinnen


def _op(rij: Rij, kolom: int | None) -> str:
    return rij[kolom].strip() if kolom is not None and kolom < len(rij) else ""
