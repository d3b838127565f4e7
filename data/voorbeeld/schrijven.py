"""One levering as files, a row at a time, so that its size does not matter."""

from __future__ import annotations

import csv
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from random import Random
from types import TracebackType
from typing import TYPE_CHECKING, Self

from data.levering import formaten
from data.levering.vorm import tabellen

if TYPE_CHECKING:
    from _csv import Writer

#: The day on which all examples were accepted: that of the product's own lists, without which they say nothing.
AANVAARD_OP = "2026-11-22"


class Levering:
    """A folder of tables that is being written.

    levering.csv comes last: a folder that was left half written has none, and the build refuses it.
    """

    def __init__(self, map_: Path, toelichting: str) -> None:
        """Make the folder; its name is the levering_id."""
        self._map = map_
        self._toelichting = toelichting
        self._open = ExitStack()
        self._tabellen: dict[str, tuple[tuple[str, ...], Writer]] = {}
        map_.mkdir(parents=True)

    def __enter__(self) -> Self:
        """This levering."""
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        """Close the tables, and say what levering this is when all went well."""
        if fout is None:
            self.rij(
                "levering", levering_id=self._map.name, formaat=formaten.FORMAAT, aanvaard_op=AANVAARD_OP,
                concept="nee", fictief="ja", toelichting=self._toelichting,
            )  # fmt: skip
        self._open.close()

    def tabel(self, naam: str) -> tuple[tuple[str, ...], Writer]:
        """The columns of a table and what writes its rows; the file is begun when it is first asked for."""
        if naam not in self._tabellen:
            pad = self._map / f"{naam}.csv"
            bestand = self._open.enter_context(pad.open("w", encoding="utf-8", newline=""))
            schrijver = csv.writer(bestand, lineterminator="\n")
            schrijver.writerow(tabellen()[naam])
            self._tabellen[naam] = tabellen()[naam], schrijver
        return self._tabellen[naam]

    def rij(self, tabel: str, **cellen: str | int) -> None:
        """Add a row; columns that are not named stay empty."""
        kolommen, schrijver = self.tabel(tabel)
        if not cellen.keys() <= set(kolommen):
            raise KeyError(f"{tabel}: {sorted(cellen.keys() - set(kolommen))}")
        schrijver.writerow([cellen.get(kolom, "") for kolom in kolommen])


@dataclass(frozen=True)
class Pen:
    """What the facts of one gemeente are written with: the levering they go into, and a stream of chance."""

    levering: Levering
    stroom: Random
