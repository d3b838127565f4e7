"""Lines, tests and branches in polars: docs/methode.md sections 1 to 3, at the grain of metingen."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

#: Longer than any number of days in the data: a group and a day in one sortable number.
DAGEN = 1_000_000
A, L, K, M = pl.col("aanpak"), pl.col("lid"), pl.col("kader"), pl.col("moment")


@dataclass(frozen=True)
class Tabellen:
    """The tables that every engine starts from; bewijs and uitkomst are ranks."""

    oordelen: pl.DataFrame
    metingen: pl.DataFrame
    aanpakken: pl.DataFrame
    opvolgers: pl.DataFrame
    indicatoren: pl.DataFrame


@dataclass(frozen=True)
class Lijnen:
    """Per aanpak who is on its line, whether it is a leaf and when it ended; the metingen on each line."""

    lijn: pl.DataFrame
    leven: pl.DataFrame
    metingen: pl.DataFrame
    op_lijn: pl.DataFrame


def lijnen(t: Tabellen) -> Lijnen:
    """Flatten the lineage, and say which metingen stand beside their successors."""
    rand = t.aanpakken.select(A, A.alias("lid"))
    delen = []
    while rand.height:
        delen.append(rand)
        rand = rand.join(t.opvolgers, left_on="lid", right_on="van").select(A, pl.col("naar").alias("lid")).unique()
    lijn = pl.concat(delen).unique()
    laatste = t.metingen.group_by("aanpak").agg(M.max().alias("laatste"))
    einde = pl.when((pl.col("laatste") > pl.col("einde")).fill_null(value=False)).then(None).otherwise(pl.col("einde"))
    leven = t.aanpakken.join(laatste, on="aanpak", how="left").select(A, einde.alias("einde"))
    bladeren = t.aanpakken.join(t.opvolgers, left_on="aanpak", right_on="van", how="anti").select(A, blad=True)
    leven = leven.join(bladeren, on="aanpak", how="left").with_columns(pl.col("blad").fill_null(value=False))
    metingen = _met_naast(t, lijn, leven)
    return Lijnen(lijn, leven, metingen, lijn.join(metingen.rename({"aanpak": "lid"}), on="lid"))


def _met_naast(t: Tabellen, lijn: pl.DataFrame, leven: pl.DataFrame) -> pl.DataFrame:
    """The metingen, with whether its aanpak is no leaf, and a successor was measured by then or no leaf lives."""
    einde = pl.when(pl.col("einde").null_count() == 0).then(pl.col("einde").max())
    per_lijn = (
        lijn.join(leven.filter("blad"), left_on="lid", right_on="aanpak").group_by("aanpak").agg(einde.alias("dood"))
    )
    eerste = (
        lijn.filter(A != L)
        .join(t.metingen.select(A.alias("lid"), "kader", "moment"), on="lid")
        .group_by("aanpak", "kader")
        .agg(M.min().alias("eerste"))
    )
    return (
        t.metingen.join(leven.select("aanpak", "blad"), on="aanpak", how="left")
        .join(per_lijn, on="aanpak", how="left")
        .join(eerste, on=["aanpak", "kader"], how="left")
        .with_columns(
            naast=~pl.col("blad")
            & ((pl.col("eerste") <= M).fill_null(value=False) | (pl.col("dood") < M).fill_null(value=False))
        )
        .drop("blad", "dood", "eerste")
    )


@dataclass(frozen=True)
class Toetsen:
    """The tests, numbered by place; which editions each has; the branches of the joint ones.

    `toets`: aanpak, kader, moment, jaar, meting (of an own test), laatste, bewijs, volgende (-1: none), takken.
    `tak`: one row per branch of a joint test and meting that speaks for it.
    """

    toets: pl.DataFrame
    editie: pl.DataFrame
    tak: pl.DataFrame


def toetsen(t: Tabellen, lijnen_: Lijnen) -> Toetsen:
    """Every test that an aanpak can meet."""
    sleutel = ["aanpak", "kader", "moment"]
    eigen = t.metingen.select(*sleutel, "meting", pl.col("peiljaar").alias("eigen_jaar"), "bewijs", "editie")
    toets = (
        lijnen_.op_lijn.group_by(sleutel)
        .agg(pl.col("peiljaar").min().alias("eerste_jaar"))
        .join(eigen.drop("bewijs", "editie"), on=sleutel, how="left")
        .sort(sleutel)
        .with_row_index("toets")
        .with_columns(pl.coalesce("eigen_jaar", "eerste_jaar").alias("jaar"))
    )
    gezamenlijk = toets.filter(pl.col("meting").is_null()).select("toets", "aanpak", "kader", M.alias("begin"), "jaar")
    leden = gezamenlijk.join(lijnen_.op_lijn, on=["aanpak", "kader"])
    deel = leden.filter((pl.col("begin") == M) | ((pl.col("begin") < M) & (pl.col("peiljaar") == pl.col("jaar"))))
    velden = ["toets", "moment", "bewijs", "editie"]
    alle = pl.concat([
        toets.join(eigen.select("meting", "bewijs", "editie"), on="meting").select(velden),
        deel.select(velden),
    ])  # fmt: skip
    samen = alle.group_by("toets").agg(M.max().alias("laatste"), pl.col("bewijs").min())
    toets = _met_volgende(toets.join(samen, on="toets", how="left", maintain_order="left"))
    tak, aantal = _takken(t, lijnen_, toets.filter(pl.col("meting").is_null()), leden)
    toets = toets.join(aantal, on="toets", how="left", maintain_order="left")
    return Toetsen(toets, alle.select("toets", pl.col("editie").alias("editie_toets")).unique(), tak)


def _met_volgende(toets: pl.DataFrame) -> pl.DataFrame:
    """The tests, with the first one of the same aanpak and kader after the last moment of each; -1: none."""
    groep = pl.struct("aanpak", "kader").rle_id().cast(pl.Int64)
    dag, laatste = (pl.col(k).cast(pl.Int32).cast(pl.Int64) for k in ("moment", "laatste"))
    sleutels = toets.select(groep=groep, zelf=groep * DAGEN + dag, na=groep * DAGEN + laatste)
    plek = sleutels["zelf"].search_sorted(sleutels["na"], side="right").cast(pl.Int64)
    volgende = pl.DataFrame({"groep": sleutels["groep"], "plek": plek}).with_columns(
        naar=sleutels["groep"].gather(plek.clip(0, max(toets.height - 1, 0)))
    )
    wel = (pl.col("plek") < toets.height) & (pl.col("naar") == pl.col("groep"))
    return toets.with_columns(volgende.select(pl.when(wel).then("plek").otherwise(-1).alias("volgende")))


def _paden(t: Tabellen, leven: pl.DataFrame, begin: pl.DataFrame) -> pl.DataFrame:
    """Each path of successors from these aanpakken to a leaf: one row per member, with the end of its leaf."""
    bladeren = leven.filter("blad").select(A.alias("eind"), "einde")
    pad = begin.select(A, A.alias("eind"), pl.concat_list("aanpak").alias("leden"))
    klaar = []
    while pad.height:
        klaar.append(pad.join(bladeren, on="eind").drop("eind"))
        pad = pad.join(t.opvolgers, left_on="eind", right_on="van").select(
            "aanpak", pl.col("naar").alias("eind"), pl.concat_list("leden", "naar").alias("leden")
        )
    if not klaar:
        return begin.select(A, tak=0, lid=A, diepte=1, einde=None).clear()
    return (
        pl.concat(klaar)
        .with_row_index("tak")
        .with_columns(diepte=pl.int_ranges(1, pl.col("leden").list.len() + 1))
        .explode("leden", "diepte")
        .rename({"leden": "lid"})
    )


def _takken(
    t: Tabellen, lijnen_: Lijnen, gezamenlijk: pl.DataFrame, leden: pl.DataFrame
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The branches of joint tests with the metingen that speak for them, and how many branches each test has."""
    toets = gezamenlijk.select("toets", "aanpak", "kader", M.alias("begin"), "laatste")
    paden = _paden(t, lijnen_.leven, gezamenlijk.select("aanpak").unique())
    leeft = pl.col("einde").is_null() | (pl.col("einde") >= pl.col("begin"))
    op_pad = toets.join(paden, on="aanpak").filter(leeft)
    naast = leden.filter(pl.col("naast") & (pl.col("begin") <= M)).select("toets", "lid").unique()
    naast = naast.with_row_index("nr").select("toets", "lid", tak=-1 - pl.col("nr").cast(pl.Int64))
    velden = ["toets", "tak", "lid", "kader", "laatste", "diepte", "naast"]
    takken = pl.concat([
        op_pad.with_columns(pl.col("tak").cast(pl.Int64), pl.col("diepte").cast(pl.Int64), naast=False).select(velden),
        naast.join(toets, on="toets").with_columns(naast=True, diepte=pl.lit(1, pl.Int64)).select(velden),
    ])  # fmt: skip
    metingen = lijnen_.metingen.select(A.alias("lid"), "kader", "naast", "meting", "moment")
    tak = takken.join(metingen, on=["lid", "kader", "naast"]).filter(pl.col("laatste") >= M)
    aantal = takken.filter(pl.col("diepte") == 1).group_by("toets").agg(pl.len().cast(pl.Int64).alias("takken"))
    return tak.select("toets", "tak", "diepte", "meting", "moment"), aantal
