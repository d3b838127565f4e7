"""`controleer` for a page: the same command, carried out in a process of its own (data/rapporten/proces/kind.py).

The file that a reader offers may be made to harm; the page starts this with limits and reads only the answer.
"""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pagina.uitvoer.__main__ import main

#: As "module:function", for `vraag_kind`.
LEZER = f"{__name__}:controleer"
#: Characters of a report that a page shows: a cell of a file may be as long as the file.
HOOGSTENS = 20_000
INGEKORT = "\n… De rest van dit verslag staat hier niet. De opdracht controleer met --json noemt alles."


@dataclass(frozen=True)
class Uitslag:
    """What the command said. `gelukt`: whether it could check; else `tekst` is the sentence why not.

    gelijk: whether everything is still the same.
    """

    gelukt: bool
    gelijk: bool
    tekst: str


def controleer(pad: Path, *, naam: str, meld: Callable[[int, int], None], ook_concept: bool = False) -> Uitslag:
    """Carry out `controleer` on a file. It is read as a whole: `meld` hears nothing, and the name is that of `pad`.

    Without `ook_concept` it is refused where it holds what is not public yet.
    """
    del naam, meld
    gezegd, bezwaar = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(gezegd), contextlib.redirect_stderr(bezwaar):
        status = main(["controleer", *([] if ook_concept else ["--alleen-openbaar"]), str(pad)])
    if verslag := gezegd.getvalue().strip():
        return Uitslag(gelukt=True, gelijk=status == 0, tekst=_ingekort(verslag))
    return Uitslag(gelukt=False, gelijk=False, tekst=_ingekort(bezwaar.getvalue().strip()))


def _ingekort(tekst: str) -> str:
    return tekst if len(tekst) <= HOOGSTENS else tekst[:HOOGSTENS] + INGEKORT
