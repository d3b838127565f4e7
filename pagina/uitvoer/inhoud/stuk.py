"""One file's whole content, whatever its format: a table with its origin, for a letter with words around it. Pure."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from pagina.uitvoer.inhoud.herkomst import Herkomst
from pagina.uitvoer.inhoud.tabel import Tabel

#: More columns or rows than this no picture holds legibly.
KOLOMMEN_TOT, RIJEN_TOT = 400, 200


@dataclass(frozen=True)
class Figuur:
    """A status map. `cellen`: rows of queries/cellen.sql; `tekst` says what it shows, for who cannot see it."""

    titel: str
    cellen: pd.DataFrame
    tekst: str

    @property
    def past(self) -> bool:
        """Whether it is small enough for a picture."""
        return self.cellen["kolom_id"].nunique() <= KOLOMMEN_TOT and self.cellen["indicator_id"].nunique() <= RIJEN_TOT


@dataclass(frozen=True)
class Onderdeel:
    """What a letter says of one kader in one pair of years: paragraphs, a figure, and what cannot be concluded."""

    kop: str
    alineas: tuple[str, ...]
    figuur: Figuur | None
    voorbehoud: tuple[str, ...]


@dataclass(frozen=True)
class Stuk:
    """What leaves the house. `onderdelen` is empty for a bare table; `noten` are the source notes under it."""

    titel: str
    tabel: Tabel
    herkomst: Herkomst
    noten: tuple[str, ...] = ()
    onderdelen: tuple[Onderdeel, ...] = ()
