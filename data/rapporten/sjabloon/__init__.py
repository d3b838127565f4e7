"""The template that an editor fills in by hand: the kader's indicators, with a sign and a toelichting per meting."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

from data.rapporten.lezers.invulblad import (
    AANPAK,
    BEZOEK,
    CRITERIUM,
    GEMEENTE,
    GEPUBLICEERD,
    ID,
    INDICATOR,
    LEEG,
    MERK,
    PEILJAAR,
    TEKEN,
    THEMA,
    TITEL,
    TOELICHTING,
    VERSIE,
)

FORMATEN = ("xlsx", "ods", "csv")
#: What can be chosen as a sign.
TEKENS = ("✓", "X", LEEG)
MEESTE_METINGEN = 8
BLAD, UITLEGBLAD = "Oordelen", "Uitleg"
UITLEG = (
    "Zo vult u dit sjabloon in",
    "1. Vul bovenaan de gemeente in, en wat u van het rapport weet: titel, datum van het bezoek en van publicatie.",
    "2. Een meting is één aanpak in één jaar. Vul per meting de naam van de aanpak en het peiljaar in.",
    "3. Kies bij elke indicator die het rapport afdrukt een teken: ✓ = voldoet, X = verbeterpunt.",
    f"4. Drukt het rapport de indicator af met een lege cel? Kies dan “{LEEG}”.",
    "5. Staat een indicator niet in het rapport? Laat de hele rij dan zoals die is.",
    "6. Staan er twee tekens in één cel van het rapport? Typ ze allebei, met een spatie ertussen.",
    "7. Zet de toelichting van het rapport in de kolom ernaast. Regels mogen in één cel onder elkaar.",
    "8. Verander niets aan de eerste rij, de koppen en de kolom Id: daaraan wordt het sjabloon herkend.",
    "9. Bewaar het bestand en lever het aan op de pagina Inlezen. Daar kijkt u alles nog eens na.",
)
#: Columns left of the metingen.
VASTE_KOLOMMEN = (ID, THEMA, CRITERIUM, INDICATOR)
_MERKRIJ = 0
_FORMULE = re.compile(r"\s*[=+\-@]")
_STIL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
#: The first moment that a zip file can hold: no clock in our bytes.
_BEGIN = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Sjabloonregel:
    """An indicator as the template shows it; `criterium` is empty where the kader has none."""

    indicator_id: str
    thema: str
    criterium: str
    indicator: str


@dataclass(frozen=True)
class Rooster:
    """The template as rows of text: `kop` is the number (from 0) of the row with the heads."""

    rijen: tuple[tuple[str, ...], ...]
    kop: int
    tekenkolommen: tuple[int, ...]


def sjabloon(*, kader: str, editie_id: str, regels: Sequence[Sjabloonregel], formaat: str, metingen: int = 3) -> bytes:
    """The template as a file: the same arguments give the same bytes.

    Args:
        kader: the name of the kader, as people know it.
        editie_id: the editie whose indicators these are.
        regels: the indicators in the order of the kader.
        formaat: "xlsx", "ods" or "csv".
        metingen: for how many metingen there are columns, 1 to 8.

    Raises:
        ValueError: an unknown formaat, or another number of metingen.
    """
    if formaat not in FORMATEN:
        raise ValueError(f"onbekend formaat: {formaat!r}; kies uit {', '.join(FORMATEN)}")
    if not 1 <= metingen <= MEESTE_METINGEN:
        raise ValueError(f"een sjabloon heeft 1 tot {MEESTE_METINGEN} metingen, niet {metingen}")
    rooster = _rooster(kader, editie_id, regels, metingen)
    if formaat == "csv":
        return _csv(rooster)
    if formaat == "xlsx":
        from data.rapporten.sjabloon import xlsx as schrijver  # noqa: PLC0415 - only what is asked for is loaded
    else:
        from data.rapporten.sjabloon import ods as schrijver  # type: ignore[no-redef]  # noqa: PLC0415
    return zonder_klok(schrijver.schrijf(rooster))


def sjabloon_naam(editie_id: str, formaat: str) -> str:
    """The name under which the template is downloaded."""
    return f"sjabloon-{editie_id}.{formaat}"


def zonder_klok(inhoud: bytes) -> bytes:
    """A zip package with the same parts in the same order, without the moment at which it was made."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as oud, zipfile.ZipFile(uit, "w") as nieuw:
        for deel in oud.infolist():
            schoon = zipfile.ZipInfo(deel.filename, _BEGIN)
            schoon.compress_type = deel.compress_type
            nieuw.writestr(schoon, oud.read(deel))
    return uit.getvalue()


def _rooster(kader: str, editie_id: str, regels: Sequence[Sjabloonregel], metingen: int) -> Rooster:
    leeg = [""] * (len(VASTE_KOLOMMEN) - 1)
    tekenkolommen = tuple(len(VASTE_KOLOMMEN) + 2 * nummer for nummer in range(metingen))
    boven = [
        [f"{MERK} {VERSIE}", kader, editie_id],
        *([naam] for naam in (GEMEENTE, TITEL, BEZOEK, GEPUBLICEERD)),
        [*leeg, AANPAK],
        [*leeg, PEILJAAR],
    ]
    kop = [*VASTE_KOLOMMEN, *[TEKEN, TOELICHTING] * metingen]
    onder = [[regel.indicator_id, regel.thema, regel.criterium, regel.indicator] for regel in regels]
    rijen = (_rij(rij, len(kop)) for rij in (*boven, kop, *onder))
    return Rooster(tuple(rijen), len(boven), tekenkolommen)


def _rij(cellen: Sequence[str], breed: int) -> tuple[str, ...]:
    """Cells of one line, without what cannot be printed, filled up to the breadth of the sheet."""
    schoon = [" ".join(_STIL.sub("", cel).split()) for cel in cellen]
    return tuple(schoon + [""] * (breed - len(schoon)))


def _csv(rooster: Rooster) -> bytes:
    """As a Dutch Excel opens it. Text that it would run gets an apostrophe in front; reading takes that off again."""
    uit = io.StringIO(newline="")
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    uitleg = " ".join((*UITLEG[1:3], *UITLEG[3:8]))
    rijen = [rooster.rijen[_MERKRIJ], _rij([UITLEGBLAD, uitleg], len(rooster.rijen[0])), *rooster.rijen[1:]]
    schrijver.writerows([f"'{cel}" if _FORMULE.match(cel) else cel for cel in rij] for rij in rijen)
    return uit.getvalue().encode("utf-8-sig")
