"""Lines, tests and branches in pandas: docs/methode.md sections 1 to 3, at the grain of metingen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

#: Longer than any number of days in the data: a group and a day in one sortable number.
DAGEN = 1_000_000


#: So many rows are joined at a time where most of what a join gives is thrown away: ten million oordelen over sixty
#: years take more than 23 GB otherwise.
BLOK = 500_000


@dataclass(frozen=True)
class Tabellen:
    """The tables that every engine starts from. Keys are str or category; bewijs and uitkomst are ranks."""

    oordelen: pd.DataFrame
    metingen: pd.DataFrame
    aanpakken: pd.DataFrame
    opvolgers: pd.DataFrame
    indicatoren: pd.DataFrame


@dataclass(frozen=True)
class Lijnen:
    """Per aanpak who is on its line, whether it is a leaf and when it ended; the metingen on each line."""

    lijn: pd.DataFrame
    leven: pd.DataFrame
    metingen: pd.DataFrame
    op_lijn: pd.DataFrame


def lijnen(t: Tabellen) -> Lijnen:
    """Flatten the lineage, and say which metingen stand beside their successors."""
    rand = pd.DataFrame({"aanpak": t.aanpakken["aanpak"], "lid": t.aanpakken["aanpak"]})
    delen = []
    while len(rand):
        delen.append(rand)
        rand = rand.merge(t.opvolgers, left_on="lid", right_on="van")
        rand = rand[["aanpak", "naar"]].rename(columns={"naar": "lid"}).drop_duplicates()
    lijn = pd.concat(delen, ignore_index=True).drop_duplicates(ignore_index=True)
    laatste = t.metingen.groupby("aanpak", observed=True, as_index=False).agg(laatste=("moment", "max"))
    leven = t.aanpakken.merge(laatste, on="aanpak", how="left")
    leven["einde"] = leven["einde"].mask(leven["laatste"] > leven["einde"])
    leven["blad"] = ~leven["aanpak"].isin(t.opvolgers["van"])
    leven = leven[["aanpak", "einde", "blad"]]
    metingen = t.metingen.assign(naast=_naast(t, lijn, leven))
    op_lijn = lijn.merge(metingen.rename(columns={"aanpak": "lid"}), on="lid")
    return Lijnen(lijn, leven, metingen, op_lijn)


def _naast(t: Tabellen, lijn: pd.DataFrame, leven: pd.DataFrame) -> pd.Series[bool]:
    """Per meting: its aanpak is no leaf, and a successor was measured by then or no leaf of the line lives."""
    bladeren = lijn.merge(leven[leven["blad"]].rename(columns={"aanpak": "lid"}), on="lid")
    per_lijn = bladeren.groupby("aanpak", observed=True).agg(
        bladeren=("lid", "size"), dood=("einde", "count"), lijn_einde=("einde", "max")
    )
    per_lijn["lijn_einde"] = per_lijn["lijn_einde"].where(per_lijn["bladeren"] == per_lijn["dood"])
    later = lijn[lijn["lid"] != lijn["aanpak"]].merge(
        t.metingen[["aanpak", "kader", "moment"]].rename(columns={"aanpak": "lid"}), on="lid"
    )
    eerste = later.groupby(["aanpak", "kader"], observed=True, as_index=False).agg(eerste=("moment", "min"))
    m = t.metingen[["aanpak", "kader", "moment"]].merge(leven[["aanpak", "blad"]], on="aanpak", how="left")
    m = m.merge(per_lijn[["lijn_einde"]], left_on="aanpak", right_index=True, how="left")
    m = m.merge(eerste, on=["aanpak", "kader"], how="left")
    naast: pd.Series[bool] = ~m["blad"] & ((m["eerste"] <= m["moment"]) | (m["lijn_einde"] < m["moment"]))
    return naast.set_axis(t.metingen.index)


@dataclass(frozen=True)
class Toetsen:
    """The tests, numbered by place; which editions each has; the branches of the joint ones.

    `toets`: aanpak, kader, moment, jaar, meting (of an own test), laatste, bewijs, volgende (-1: none), takken.
    `tak`: one row per branch of a joint test and meting that speaks for it.
    """

    toets: pd.DataFrame
    editie: pd.DataFrame
    tak: pd.DataFrame


def toetsen(t: Tabellen, lijnen_: Lijnen) -> Toetsen:
    """Every test that an aanpak can meet."""
    sleutel = ["aanpak", "kader", "moment"]
    toets = lijnen_.op_lijn.groupby(sleutel, observed=True, as_index=False).agg(eerste_jaar=("peiljaar", "min"))
    toets = toets.merge(t.metingen[[*sleutel, "meting", "peiljaar"]], on=sleutel, how="left")
    toets = toets.sort_values(sleutel, ignore_index=True).rename_axis("toets").reset_index()
    toets["jaar"] = toets["peiljaar"].fillna(toets["eerste_jaar"]).astype("int16")
    gezamenlijk = toets[toets["meting"].isna()]
    eigen = toets.loc[toets["meting"].notna(), ["toets", "meting"]]
    eigen = eigen.merge(t.metingen[["meting", "moment", "bewijs", "editie"]], on="meting")
    begin = gezamenlijk[["toets", "aanpak", "kader", "moment", "jaar"]].rename(columns={"moment": "moment_toets"})
    leden = _voeg_samen(begin, lijnen_.op_lijn, ["aanpak", "kader"], lambda m: m["moment"] >= m["moment_toets"])
    deel = leden[(leden["moment"] == leden["moment_toets"]) | (leden["peiljaar"] == leden["jaar"])]
    alle = pd.concat([eigen, deel[["toets", "moment", "bewijs", "editie"]]], ignore_index=True)
    samen = alle.groupby("toets").agg(laatste=("moment", "max"), bewijs=("bewijs", "min"))
    toets["laatste"] = samen["laatste"]
    toets["bewijs"] = samen["bewijs"]
    toets["volgende"] = _volgende(toets)
    tak, aantal = _takken(t, lijnen_, toets[toets["meting"].isna()], leden)
    toets["takken"] = aantal.reindex(toets["toets"], fill_value=0).to_numpy()
    editie = alle[["toets", "editie"]].drop_duplicates().rename(columns={"editie": "editie_toets"})
    return Toetsen(toets, editie, tak)


def _voeg_samen(
    links: pd.DataFrame, rechts: pd.DataFrame, op: list[str], houd: Callable[[pd.DataFrame], pd.Series[bool]]
) -> pd.DataFrame:
    """The rows of the join that are kept."""
    blokken = (links.iloc[plek : plek + BLOK].merge(rechts, on=op) for plek in range(0, max(len(links), 1), BLOK))
    return pd.concat([blok[houd(blok)] for blok in blokken], ignore_index=True)


def _volgende(toets: pd.DataFrame) -> np.ndarray:
    """Per test the first one of the same aanpak and kader after its last moment; -1 where there is none."""
    groep = toets.groupby(["aanpak", "kader"], observed=True, sort=False).ngroup().to_numpy()
    dag, laatste = (toets[k].to_numpy().astype("datetime64[D]").astype("int64") for k in ("moment", "laatste"))
    plek = np.searchsorted(groep * DAGEN + dag, groep * DAGEN + laatste, side="right")
    binnen = plek < len(toets)
    zelfde = np.zeros(len(toets), dtype=bool)
    zelfde[binnen] = groep[plek[binnen]] == groep[binnen]
    return np.where(zelfde, plek, -1)


def _paden(t: Tabellen, leven: pd.DataFrame, begin: pd.Series) -> pd.DataFrame:
    """Each path of successors from these aanpakken to a leaf: one row per member, with the end of its leaf."""
    bladeren = leven[leven["blad"]]
    pad, stap, aantal = pd.DataFrame({"0": begin.drop_duplicates()}), 0, 0
    klaar = []
    while len(pad):
        af = pad.merge(bladeren.rename(columns={"aanpak": str(stap)}), on=str(stap))
        af["tak"] = np.arange(aantal, aantal + len(af))
        aantal += len(af)
        klaar += [
            af[["0", "tak", "einde"]].assign(lid=af[str(diepte)], diepte=diepte + 1) for diepte in range(stap + 1)
        ]
        pad = pad.merge(t.opvolgers, left_on=str(stap), right_on="van").drop(columns="van")
        stap += 1
        pad = pad.rename(columns={"naar": str(stap)})
    leeg = pd.DataFrame({"0": begin, "tak": 0, "einde": pd.NaT, "lid": begin, "diepte": 0}).iloc[:0]
    return (pd.concat(klaar, ignore_index=True) if klaar else leeg).rename(columns={"0": "aanpak"})


def _takken(
    t: Tabellen, lijnen_: Lijnen, gezamenlijk: pd.DataFrame, leden: pd.DataFrame
) -> tuple[pd.DataFrame, pd.Series[int]]:
    """The branches of joint tests with the metingen that speak for them, and how many branches each test has."""
    paden = _paden(t, lijnen_.leven, gezamenlijk["aanpak"])
    toets = gezamenlijk[["toets", "aanpak", "kader", "moment", "laatste"]].rename(columns={"moment": "begin"})
    op_pad = toets.merge(paden, on="aanpak")
    op_pad = op_pad[op_pad["einde"].isna() | (op_pad["einde"] >= op_pad["begin"])]
    eerste_lid = op_pad[op_pad["diepte"] == 1].groupby("toets").size()
    naast = leden[leden["naast"]][["toets", "lid"]].drop_duplicates()
    naast["tak"] = -1 - np.arange(len(naast))
    metingen = lijnen_.metingen.rename(columns={"aanpak": "lid"})[["lid", "kader", "meting", "moment", "naast"]]
    delen = [
        _voeg_samen(
            deel[["toets", "tak", "diepte", "laatste", "lid", "kader"]],
            metingen[metingen["naast"] == van_naast], ["lid", "kader"], lambda m: m["moment"] <= m["laatste"],
        )
        for deel, van_naast in ((op_pad, False), (naast.merge(toets, on="toets").assign(diepte=1), True))
    ]  # fmt: skip
    tak = pd.concat(delen, ignore_index=True)
    aantal = eerste_lid.add(naast.groupby("toets")["tak"].nunique(), fill_value=0).astype("int64")
    return tak[["toets", "tak", "diepte", "meting", "moment"]], aantal
