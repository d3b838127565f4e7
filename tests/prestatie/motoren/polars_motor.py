"""The question in polars, scanning Parquet with texts or with numbers."""

from __future__ import annotations

import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

import polars as pl

from tests.prestatie.gegevens import Bron
from tests.prestatie.motor import BEWIJZEN, MATRIX, OPVOLGING, STATUSSEN, UITKOMSTEN, Antwoord
from tests.prestatie.motoren.polars_lijn import Lijnen, Tabellen, Toetsen, lijnen, toetsen
from tests.prestatie.motoren.woorden import THUIS, naar_getallen

BEKEND = 3
CODES = {"uitkomst": UITKOMSTEN, "bewijs": BEWIJZEN}
U = pl.col("uitkomst")


class Polars:
    """polars; of texts the keys become Categorical as they are read."""

    def __init__(self, naam: str, *, woorden: bool) -> None:
        """Its name, and whether the files hold texts."""
        self.naam = naam
        self._woorden = woorden

    def __enter__(self) -> Self:
        """Make a folder for the files."""
        self._tijdelijk = tempfile.TemporaryDirectory(prefix="prestatie-")
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        """Throw the files away."""
        self._tijdelijk.cleanup()

    def laad(self, bron: Bron) -> None:
        """Write the files."""
        self._bron = bron
        for naam, tabel in (bron.woorden if self._woorden else bron.getallen).items():
            pl.DataFrame(tabel).write_parquet(self._pad(naam))

    def vraag(self) -> None:
        """Lines, tests, steps; then the matrix."""
        t = Tabellen(*(self._lees(naam) for naam in ("oordelen", "metingen", "aanpakken", "opvolgers", "indicatoren")))
        lijnen_ = lijnen(t)
        toetsen_ = toetsen(t, lijnen_)
        oorsprong = _oorsprong(t)
        rijen = _stappen(t, oorsprong, toetsen_)
        self._opvolging = _opvolging(oorsprong, rijen, toetsen_, lijnen_)
        tellen = [(pl.col("status") == nr).sum().alias(woord) for nr, woord in enumerate(STATUSSEN, 1)]
        self._matrix = self._opvolging.group_by("gemeente", "indicator").agg(tellen)

    def antwoord(self) -> Antwoord:
        """The frames, texts as numbers."""
        opvolging, matrix = self._opvolging.select(OPVOLGING), self._matrix.select(MATRIX)
        tekst = pl.selectors.categorical().cast(pl.String)
        return Antwoord(
            naar_getallen(opvolging.with_columns(tekst).to_arrow(), self._bron),
            naar_getallen(matrix.with_columns(tekst).to_arrow(), self._bron),
        )

    def ruim(self) -> None:
        """Let the frames go."""
        del self._opvolging, self._matrix

    def _pad(self, naam: str) -> Path:
        return Path(self._tijdelijk.name) / f"{naam}.parquet"

    def _lees(self, naam: str) -> pl.DataFrame:
        """A table; codes as ranks and keys as Categorical where the file has texts."""
        scan = pl.scan_parquet(self._pad(naam))
        if not self._woorden:
            return scan.collect()
        kolommen = scan.collect_schema().names()
        typen = [pl.col(k).cast(pl.Categorical) for k in kolommen if k in {*THUIS, "van", "naar"}]
        rangen = [pl.col(k).cast(pl.Enum(CODES[k])).to_physical().cast(pl.Int16) + 1 for k in kolommen if k in CODES]
        return scan.with_columns(*typen, *rangen).collect()


def _oorsprong(t: Tabellen) -> pl.DataFrame:
    """One row per known oordeel with what the rows that start from it carry."""
    return (
        t.oordelen.lazy()
        .filter(U <= BEKEND)
        .join(t.metingen.lazy(), on="meting")
        .join(t.indicatoren.lazy().select("indicator", "begrip"), on="indicator")
        .join(t.aanpakken.lazy().select("aanpak", "gemeente"), on="aanpak")
        .with_row_index("plek")
        .collect()
    )


def _stappen(t: Tabellen, o: pl.DataFrame, toetsen_: Toetsen) -> pl.DataFrame:
    """Place of the origin, test, test before it (-1: none) and uitkomst (0: unknown) of every step.

    From one test to the next, each time with only the origins of which nothing is known yet.
    """
    volgende = toetsen_.toets["volgende"]
    eerste = toetsen_.toets.filter(pl.col("meting").is_not_null()).select("meting", toets="volgende")
    actief = o.select("plek", "meting", "editie", "begrip", sinds="moment").join(eerste, on="meting")
    actief = actief.drop("meting").with_columns(vorige=pl.lit(-1, pl.Int64))
    bekend = o.select("meting", "begrip", "uitkomst")
    velden = ["plek", "toets", "vorige", "uitkomst"]
    delen = []
    while actief.height:
        delen.append(actief.filter(pl.col("toets") < 0).with_columns(uitkomst=pl.lit(0, pl.Int16)).select(velden))
        actief = actief.filter(pl.col("toets") >= 0)
        kent = _kent(t, actief, toetsen_)
        gezien = actief.join(kent, on="plek", how="semi")
        niet = actief.join(kent, on="plek", how="anti")
        gezien = gezien.join(_uitkomst(bekend, gezien, toetsen_), on="plek", how="left")
        gezien = gezien.with_columns(U.fill_null(0))
        delen.append(gezien.select(velden))
        verder = gezien.filter(U == 0).with_columns(vorige=pl.col("toets")).drop("uitkomst")
        actief = pl.concat([verder, niet])
        actief = actief.with_columns(volgende.gather(actief["toets"]).alias("toets"))
    leeg = pl.DataFrame(schema=dict.fromkeys(velden, pl.Int64))
    return pl.concat(delen) if delen else leeg


def _kent(t: Tabellen, actief: pl.DataFrame, toetsen_: Toetsen) -> pl.DataFrame:
    """The origins whose begrip an edition of their test holds."""
    k = actief.select("plek", pl.col("toets").cast(pl.UInt32), "editie", "begrip").join(toetsen_.editie, on="toets")
    zelfde = k.filter(pl.col("editie") == pl.col("editie_toets")).select("plek")
    inhoud = t.indicatoren.select("begrip", pl.col("editie").alias("editie_toets"))
    ander = k.filter(pl.col("editie") != pl.col("editie_toets")).join(inhoud, on=["editie_toets", "begrip"], how="semi")
    return pl.concat([zelfde, ander.select("plek")])


def _uitkomst(bekend: pl.DataFrame, gezien: pl.DataFrame, toetsen_: Toetsen) -> pl.DataFrame:
    """What the test says of each origin, of those where that is known."""
    toets = toetsen_.toets.select(pl.col("toets").cast(pl.Int64), "meting", "takken")
    k = gezien.select("plek", "toets", "begrip", "sinds").join(toets, on="toets")
    eigen = k.filter(pl.col("meting").is_not_null()).join(bekend, on=["meting", "begrip"]).select("plek", "uitkomst")
    heel = pl.col("aantal") == pl.col("takken")
    samen = (
        k.filter(pl.col("meting").is_null())
        .drop("meting")
        .join(toetsen_.tak.with_columns(pl.col("toets").cast(pl.Int64)), on="toets")
        .filter(pl.col("moment") > pl.col("sinds"))
        # eager on purpose: as one lazy plan these joins take twenty times as long
        .join(bekend, on=["meting", "begrip"])
        .sort("moment", "diepte")
        .unique(["plek", "tak"], keep="last", maintain_order=True)
        .group_by("plek", "takken")
        .agg(U.min().alias("kleinste"), U.max().alias("grootste"), pl.len().alias("aantal"))
        .select(
            "plek",
            uitkomst=pl.when(pl.col("grootste") == 1)
            .then(pl.when(heel).then(1).otherwise(0))
            .when((pl.col("kleinste") == 2) & (pl.col("grootste") == 2))
            .then(2)
            .otherwise(3)
            .cast(pl.Int16),
        )
    )
    return pl.concat([eigen, samen])


def _opvolging(o: pl.DataFrame, rijen: pl.DataFrame, toetsen_: Toetsen, lijnen_: Lijnen) -> pl.DataFrame:
    """The rows of the follow-up."""
    t = toetsen_.toets.lazy().with_columns(pl.col("toets").cast(pl.Int64))
    naar = t.select("toets", jaar_naar="jaar", moment_naar="moment", bewijs_naar="bewijs")
    van = t.select(vorige="toets", jaar_toets="jaar", laatste_toets="laatste")
    blad, naast = _leeft(lijnen_)
    met = pl.col("toets") >= 0
    return (
        rijen.lazy()
        .with_columns(pl.col("plek").cast(pl.UInt32))
        .join(o.lazy().rename({"uitkomst": "uitkomst_van", "bewijs": "bewijs_van"}), on="plek")
        .join(naar, on="toets", how="left")
        .join(van, on="vorige", how="left")
        .join(blad.lazy(), on="aanpak", how="left")
        .join(naast.lazy(), on=["aanpak", "kader"], how="left")
        .with_columns(
            jaar_van=pl.coalesce("jaar_toets", "peiljaar"),
            moment_van=pl.coalesce("laatste_toets", "moment"),
            uitkomst_naar=pl.when(met).then(pl.when(U > 0).then(U).otherwise(4)),
            status=_status(met, pl.col("blad_leeft").is_not_null() | pl.col("naast_leeft").is_not_null()),
            overgenomen=pl.col("vorige") >= 0,
        )
        .select(OPVOLGING)
        .collect()
    )


def _leeft(lijnen_: Lijnen) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The aanpakken with a living leaf on their line, and those per kader with a living branch beside it."""
    leeft = lijnen_.leven.filter(pl.col("einde").is_null())
    blad = lijnen_.lijn.join(leeft.filter("blad"), left_on="lid", right_on="aanpak", how="semi")
    naast = lijnen_.op_lijn.filter("naast").join(leeft, left_on="lid", right_on="aanpak", how="semi")
    return (
        blad.select("aanpak", blad_leeft=True).unique(),
        naast.select("aanpak", "kader", naast_leeft=True).unique(),
    )


def _status(met: pl.Expr, leeft: pl.Expr) -> pl.Expr:
    """The table of statuses, numbered as in STATUSSEN."""
    van = pl.col("uitkomst_van")
    return (
        pl.when(~met & leeft).then(7)
        .when(~met).then(8)
        .when(U == 0).then(6)
        .when((van == 1) & (U == 1)).then(4)
        .when(van == 1).then(5)
        .when(U == 1).then(1)
        .when((van == 2) & (U == 3)).then(2)
        .otherwise(3)
        .cast(pl.UInt8)
    )  # fmt: skip
