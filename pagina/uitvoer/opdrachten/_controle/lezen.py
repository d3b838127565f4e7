"""Reading a file back: its format, where it says that it comes from, and its cells. Its content is not trusted."""

from __future__ import annotations

import contextlib
import importlib
import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.inhoud.tabel import Waarde
from pagina.uitvoer.opdrachten._controle.vergelijken import Blad, als_tekst
from pagina.uitvoer.vormen.formaten import FORMATEN

_ZIP = b"PK\x03\x04"
#: Bytes in which the first element of an SVG must stand.
_KOP = 2000
#: What every file says of itself, in whatever format, and of what kind it is.
VERPLICHT: Sequence[tuple[str, type]] = (
    ("exportnummer", str),
    ("datasetversie", str),
    ("methodeversie", str),
    ("opdracht", str),
)


@dataclass(frozen=True)
class Gelezen:
    """A file as it stands there. `herkomst`: as Herkomst.als_json wrote it, or of a plain CSV its columns.

    alineas: the paragraphs around the table, of a format whose words may be altered by who keeps the file.
    """

    pad: Path
    formaat: str
    herkomst: dict[str, Any]
    blad: Blad
    alineas: tuple[str, ...] = ()

    @property
    def soort(self) -> str:
        """The format for a reader."""
        return FORMATEN[self.formaat].woord


def lees(pad: Path) -> Gelezen:
    """Read a file of ours. Raises UitvoerGeweigerd where it is none, or damaged; OSError where it cannot be opened."""
    formaat = formaat_van(pad)
    try:
        with _onder_eigen_uitgang(pad, formaat) as eigen:
            lezer = _module(formaat)
            herkomst = lezer.lees_herkomst(eigen)
            rijen = lezer.lees_tabel(eigen) if herkomst is not None else []
            # only some formats hold the words of a letter where somebody may alter them
            alineas = lezer.lees_alineas(eigen) if rijen and hasattr(lezer, "lees_alineas") else []
    except UitvoerGeweigerd:
        raise
    except Exception as fout:  # a damaged file can go wrong in any way in any library
        raise UitvoerGeweigerd(f"{pad.name} is beschadigd en niet te lezen.") from fout
    if not isinstance(herkomst, dict) or not all(isinstance(herkomst.get(naam), soort) for naam, soort in VERPLICHT):
        raise UitvoerGeweigerd(
            f"In {pad.name} staat niet waar de cijfers vandaan komen; het is niet door dit product gemaakt, of dat is "
            "eruit gehaald."
        )
    if not rijen:
        raise UitvoerGeweigerd(f"In {pad.name} staat geen tabel die te lezen is.")
    return Gelezen(pad, formaat, herkomst, blad(rijen), tuple(alineas))


def blad(rijen: Sequence[Sequence[Waarde]]) -> Blad:
    """Heads and rows as text, as they are compared."""
    koppen, *rest = ([als_tekst(cel) for cel in rij] for rij in rijen)
    breedte = len(koppen)
    return Blad(tuple(koppen), [tuple([*rij, *([""] * breedte)][:breedte]) for rij in rest])


def formaat_van(pad: Path) -> str:
    """The word of a file's format, by what is in it. Raises UitvoerGeweigerd for anything else."""
    begin = _begin(pad)
    if begin.startswith(_ZIP):
        return _formaat_van_zip(pad)
    plekken = {naam: begin.index(vorm.begin) for naam, vorm in FORMATEN.items() if vorm.begin and vorm.begin in begin}
    if plekken:
        return min(plekken, key=plekken.__getitem__)
    dialect = importlib.import_module("pagina.uitvoer.vormen.csv").lees_dialect(pad)
    if dialect is None:
        raise UitvoerGeweigerd(f"{pad.name} is geen bestand van dit product, of de herkomst is eruit gehaald.")
    return f"csv-{dialect}"


@contextlib.contextmanager
def _onder_eigen_uitgang(pad: Path, formaat: str) -> Iterator[Path]:
    """The file under a name that ends as its format does: some libraries refuse any other."""
    uitgang = Path(FORMATEN[formaat].uitgang).suffix or FORMATEN[formaat].uitgang
    if pad.suffix.lower() == uitgang:
        yield pad
        return
    with tempfile.TemporaryDirectory(prefix="verbeterpunten-") as map_:
        yield Path(shutil.copyfile(pad, Path(map_) / f"bestand{uitgang}"))


def _begin(pad: Path) -> bytes:
    with pad.open("rb") as bestand:
        return bestand.read(_KOP)


def _formaat_van_zip(pad: Path) -> str:
    try:
        with zipfile.ZipFile(pad) as zip_:
            namen = set(zip_.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as fout:
        raise UitvoerGeweigerd(f"{pad.name} is beschadigd en niet te lezen.") from fout
    formaat = next((naam for naam, vorm in FORMATEN.items() if vorm.deel and vorm.deel in namen), None)
    if formaat is None:
        raise UitvoerGeweigerd(f"{pad.name} is geen bestand van dit product.")
    return formaat


def _module(formaat: str) -> ModuleType:
    """The module that writes and reads a format."""
    return importlib.import_module(f"pagina.uitvoer.vormen.{FORMATEN[formaat].maker.partition(':')[0]}")
