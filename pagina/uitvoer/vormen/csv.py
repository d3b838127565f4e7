"""Tables as CSV in two dialects, the same bytes every time.

`excel-nl` opens with a double click in a Dutch Excel; `rfc4180` is for programs. The first line is the header,
nothing stands above it; where the numbers come from stands in columns at the end, so that it survives sorting,
filtering and pasting.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

import pandas as pd

from data.gebouwd.kopie import KopieVorm
from pagina.beeld.zinnen import slak
from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.inhoud.stuk import Stuk
from pagina.uitvoer.inhoud.tabel import Meld, Tabel, zwijg
from pagina.uitvoer.vormen import tekens
from pagina.uitvoer.vormen.herkomstkolommen import VOOR, herkomst_kolommen, uit_cellen


@dataclass(frozen=True)
class Dialect:
    """How one kind of reader wants its file."""

    scheiding: str
    decimaal: str
    codering: str


DIALECTEN: Mapping[str, Dialect] = {
    "excel-nl": Dialect(scheiding=";", decimaal=",", codering="utf-8-sig"),
    "rfc4180": Dialect(scheiding=",", decimaal=".", codering="utf-8"),
}
#: Rows that are written at a time; after each such part the writer says how far it is.
BROK = 1000
#: A cell as it is read back: None where it is empty.
Cel = str | None

# What a spreadsheet may run (OWASP, "CSV injection"): = + - @ at the start, their full-width forms too, also behind
# blanks, quotes or signs without width; and a cell that begins with a tab or a line break. Quotes before these last
# count too: otherwise a text that has such a quote of its own would read back as one that was given it.
_ZONDER_BREEDTE = r"\u200b\u200c\u200d\u2060\ufeff"
_LOZE = rf"\s\"'{_ZONDER_BREEDTE}"
_FORMULE = re.compile(rf"[{_LOZE}]*[=+\-@＝＋－＠]")
_BEGINT_VREEMD = re.compile(r"'*[\t\n]")
# A file opened in the other dialect breaks at the other separator, and what stands behind that becomes a cell of its
# own. A bare minus stays as it is there: "€ 100,-" and a line that opens with "- " are no formulas.
_SCHEIDT = rf"([;,\t\n][ \"'{_ZONDER_BREEDTE}]*)"
_BINNENIN = re.compile(rf"{_SCHEIDT}([=+@]|-(?=[\w(]))")
_BINNENIN_TERUG = re.compile(rf"{_SCHEIDT}'([=+@]|-(?=[\w(]))")


def csv_bytes(frame: pd.DataFrame, dialect: str, herkomst: Mapping[str, object]) -> bytes:
    """The table as a CSV file, with `herkomst` as constant columns at the end.

    Nothing known is an empty cell, true and false are ja and nee, dates are ISO, whole numbers have no decimals.
    Text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers.

    Args:
        frame: the table as it is on the screen; its index is not written.
        dialect: `excel-nl` or `rfc4180`.
        herkomst: what every row says of its origin (datasetversie, methodeversie, …).
    """
    vorm = _dialect(dialect)
    namen = [*(str(naam) for naam in frame.columns), *herkomst]
    kolommen = [_kolom(frame.iloc[:, nr], vorm) for nr in range(frame.shape[1])]
    vast = [_cel(waarde, vorm) for waarde in herkomst.values()]
    rijen: Iterable[tuple[str, ...]] = zip(*kolommen, strict=True) if kolommen else ((),) * len(frame)
    naar = io.BytesIO()
    _schrijf(naar, vorm, namen, ([*rij, *vast] for rij in rijen))
    return naar.getvalue()


def csv_naam(delen: Iterable[str], *, datasetversie: str, dialect: str) -> str:
    """A name that every file system takes: 'opvolging-ggsr-beleid-2013-2014_3f9a1c_excel-nl.csv'."""
    _dialect(dialect)
    kop = slak("-".join(delen))[:80].strip("-") or "tabel"
    return "_".join([kop, slak(datasetversie) or "onbekend", dialect]) + ".csv"


def schrijf_excel_nl(stuk: Stuk, naar: BinaryIO, meld: Meld = zwijg) -> None:
    """The table for a Dutch Excel, its provenance in the last columns. Raises UitvoerGeweigerd when it is empty."""
    _schrijf_los(stuk, "excel-nl", naar, meld)


def schrijf_rfc4180(stuk: Stuk, naar: BinaryIO, meld: Meld = zwijg) -> None:
    """The table for programs, its provenance in the last columns. Raises UitvoerGeweigerd when it is empty."""
    _schrijf_los(stuk, "rfc4180", naar, meld)


def schrijf_tabel(stuk: Stuk, dialect: str, naar: BinaryIO, meld: Meld = zwijg) -> None:
    """The table with its provenance as constant last columns; without rows only the heads are there.

    Raises ValueError where two columns have the same head.
    """
    vorm = _dialect(dialect)
    herkomst = herkomst_kolommen(stuk.herkomst)
    vast = [_cel(waarde, vorm) for _, waarde in herkomst]
    koppen = [*(kolom.kop for kolom in stuk.tabel.kolommen), *(kolom.kop for kolom, _ in herkomst)]
    if stuk.tabel.kopie is None:
        _schrijf(naar, vorm, koppen, ([*rij, *vast] for rij in _gedrukt(stuk.tabel, vorm)), meld=meld)
        return
    _weiger_dubbele(koppen)
    schoon = [veilig(kop) for kop in koppen]
    eigen = len(stuk.tabel.kolommen)
    begin = "".encode(vorm.codering).decode()
    stuk.tabel.kopie(schoon[:eigen], KopieVorm(vorm.scheiding, begin, [*zip(schoon[eigen:], vast, strict=True)]), naar)
    meld(stuk.tabel.aantal)


def lees_tabel(pad: Path) -> list[list[Cel]]:
    """Heads and rows of a file in either dialect, without its columns of provenance; every cell as text, None if empty.

    An apostrophe that was put before a formula is taken off again. Raises UitvoerGeweigerd where it is no such file.
    """
    return lees_tabel_uit(pad.read_bytes(), pad.name)


def lees_tabel_uit(inhoud: bytes, naam: str) -> list[list[Cel]]:
    """As `lees_tabel`, of the bytes of a file with this name."""
    gelezen = _lees(inhoud)
    if gelezen is None:
        raise UitvoerGeweigerd(f"{naam} is geen CSV-bestand van dit product: de kolommen met de herkomst ontbreken.")
    eigen = [nr for nr, kop in enumerate(gelezen[0]) if not (kop or "").startswith(VOOR)]
    return [[rij[nr] for nr in eigen] for rij in gelezen]


def lees_dialect(pad: Path) -> str | None:
    """In which dialect a file of ours is; None where it is none."""
    gevonden = _open(pad.read_bytes())
    return gevonden[0] if gevonden else None


def lees_herkomst(pad: Path) -> dict[str, Any] | None:
    """What the first row says of its origin, see herkomstkolommen.uit_cellen; None where nothing is readable."""
    gelezen = _lees(pad.read_bytes())
    return uit_cellen([kop or "" for kop in gelezen[0]], gelezen[1]) if gelezen and len(gelezen) > 1 else None


def _dialect(dialect: str) -> Dialect:
    if dialect not in DIALECTEN:
        raise ValueError(f"onbekend dialect: {dialect!r}; kies uit {', '.join(DIALECTEN)}")
    return DIALECTEN[dialect]


def _schrijf_los(stuk: Stuk, dialect: str, naar: BinaryIO, meld: Meld) -> None:
    if stuk.tabel.aantal == 0:
        # its provenance stands in the rows
        zin = "Deze tabel heeft geen rijen; een los CSV-bestand kan dan niet zeggen waar het vandaan komt."
        raise UitvoerGeweigerd(f"{zin} Kies CSV met uitleg van de kolommen (zip), ods of xlsx.")
    schrijf_tabel(stuk, dialect, naar, meld)


def _gedrukt(tabel: Tabel, vorm: Dialect) -> Iterator[list[str]]:
    return ([_cel(waarde, vorm) for waarde in rij] for rij in tabel.rijen())


def _schrijf(
    naar: BinaryIO, vorm: Dialect, koppen: Sequence[str], rijen: Iterable[Sequence[str]], *, meld: Meld = zwijg
) -> None:
    """Heads and rows of cells that are text already, a part at a time."""
    _weiger_dubbele(koppen)
    naar.write("".encode(vorm.codering))  # nothing but the byte order mark of a dialect that has one
    naar.write(_regels([[veilig(kop) for kop in koppen]], vorm))
    rest, gedaan = iter(rijen), 0
    while brok := list(islice(rest, BROK)):
        naar.write(_regels(brok, vorm))
        gedaan += len(brok)
        meld(gedaan)


def _weiger_dubbele(koppen: Sequence[str]) -> None:
    if dubbel := sorted({kop for kop in koppen if koppen.count(kop) > 1}):
        raise ValueError(f"kolommen die twee keer voorkomen: {', '.join(dubbel)}")


def _regels(rijen: Iterable[Sequence[str]], vorm: Dialect) -> bytes:
    """Lines as DuckDB writes them (data/gebouwd/kopie.py): csv would leave a cell with a # as it is."""
    moet = re.compile(rf'["\r\n#{vorm.scheiding}]')
    regels = (
        vorm.scheiding.join('"' + cel.replace('"', '""') + '"' if moet.search(cel) else cel for cel in rij)
        for rij in rijen
    )
    # a line with one empty cell would be no line
    return "".join(f"{regel or chr(34) * 2}\r\n" for regel in regels).encode("utf-8")


def _kolom(reeks: pd.Series[Any], vorm: Dialect) -> list[str]:
    """One column as text. A column of dates without any time of day is written as dates."""
    if pd.api.types.is_datetime64_any_dtype(reeks.dtype):
        momenten = reeks.dropna()
        als_dag = bool((momenten == momenten.dt.normalize()).all()) and momenten.dt.tz is None
        schrijf: Callable[[Any], str] = (lambda m: m.date().isoformat()) if als_dag else _moment
        return ["" if pd.isna(moment) else schrijf(moment) for moment in reeks]
    return [_cel(waarde, vorm) for waarde in reeks.tolist()]


def _moment(moment: dt.datetime) -> str:
    return moment.isoformat(sep="T", timespec="seconds")


def _cel(waarde: object, vorm: Dialect) -> str:
    """One cell as text; what kind it is decides, never what it looks like."""
    if isinstance(waarde, str):
        return veilig(waarde)
    if isinstance(waarde, list | tuple | set | frozenset):
        delen = sorted(waarde, key=str) if isinstance(waarde, set | frozenset) else waarde
        return veilig(" | ".join(str(deel) for deel in delen))
    # a whole number is always known, and asking is slow
    if waarde is None or (not isinstance(waarde, int) and bool(pd.isna(waarde))):  # type: ignore[call-overload]
        return ""
    if isinstance(waarde, dt.date):
        return _moment(waarde) if isinstance(waarde, dt.datetime) else waarde.isoformat()
    return _getal_of_naam(waarde.item() if hasattr(waarde, "item") else waarde, vorm)


def _getal_of_naam(waarde: object, vorm: Dialect) -> str:
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, int):
        return str(waarde)
    if isinstance(waarde, float | Decimal):
        return _breuk(Decimal(repr(waarde)) if isinstance(waarde, float) else waarde, vorm)
    return veilig(str(waarde))


def _breuk(getal: Decimal, vorm: Dialect) -> str:
    """A number in full, never 1e-07 and never 2013.0; infinite is not known."""
    if not getal.is_finite():
        return ""
    tekst = format(getal, "f")
    tekst = tekst.rstrip("0").rstrip(".") if "." in tekst else tekst
    return "0" if tekst == "-0" else tekst.replace(".", vorm.decimaal)


@lru_cache(maxsize=4096)  # names and words come back in thousands of rows
def veilig(tekst: str) -> str:
    """Text made harmless, with one kind of line break."""
    schoon = tekens.schoon(tekst)
    begin = _FORMULE.match(schoon) or _BEGINT_VREEMD.match(schoon)
    kop = "'" + begin.group() if begin else ""
    return kop + _BINNENIN.sub(r"\1'\2", schoon[begin.end() :] if begin else schoon)


@lru_cache(maxsize=4096)
def _terug(cel: str) -> Cel:
    """A cell as it was before it was made harmless; None where it is empty."""
    los = cel[1:] if cel.startswith("'") else ""
    begin = _FORMULE.match(los) or _BEGINT_VREEMD.match(los)
    kop, rest = (begin.group(), los[begin.end() :]) if begin else ("", cel)
    return kop + _BINNENIN_TERUG.sub(r"\1\2", rest) or None


def _open(inhoud: bytes) -> tuple[str, str] | None:
    """The dialect and the whole text of a file with our columns of provenance; None for any other."""
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    kop = tekst.split("\n", 1)[0]
    past = (naam for naam, vorm in DIALECTEN.items() if f"{vorm.scheiding}{VOOR}" in kop)
    dialect = next(past, None)
    return None if dialect is None else (dialect, tekst)


def _lees(inhoud: bytes) -> list[list[Cel]] | None:
    """Heads and rows of a file of ours; None for any other, or one in which rows have more or fewer cells."""
    gevonden = _open(inhoud)
    if gevonden is None:
        return None
    dialect, tekst = gevonden
    try:
        rijen = list(csv.reader(io.StringIO(tekst, newline=""), delimiter=DIALECTEN[dialect].scheiding, strict=True))
    except csv.Error:
        return None
    if any(len(rij) != len(rijen[0]) for rij in rijen):
        return None
    return [[_terug(cel) for cel in rij] for rij in rijen]
