"""The question in pandas 3, on texts or on categories."""

from __future__ import annotations

from types import TracebackType
from typing import Self

import numpy as np
import pandas as pd
import pyarrow as pa

from tests.prestatie.gegevens import Bron
from tests.prestatie.motor import BEWIJZEN, MATRIX, OPVOLGING, STATUSSEN, UITKOMSTEN, Antwoord
from tests.prestatie.motoren.pandas_lijn import Lijnen, Tabellen, Toetsen, lijnen, toetsen
from tests.prestatie.motoren.woorden import naar_getallen, soorten

RANG = {woord: nr for nr, woord in enumerate(UITKOMSTEN, 1)}
BEKEND = 3
KOLOMMEN = [
    "oordeel_nr", "aanpak", "gemeente", "kader", "indicator", "begrip", "meting", "editie", "peiljaar", "moment",
    "bewijs", "uitkomst",
]  # fmt: skip


class Pandas:
    """pandas, keys and codes as str or as category."""

    def __init__(self, naam: str, *, categorie: bool) -> None:
        """Its name, and whether texts become categories."""
        self.naam = naam
        self._categorie = categorie
        self._frames: dict[str, pd.DataFrame] = {}

    def __enter__(self) -> Self:
        """Nothing to start."""
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        """Let the frames go: an engine outlives its turn."""
        self._frames = {}

    def laad(self, bron: Bron) -> None:
        """Frames of the tables with texts. A key has the same categories wherever it stands."""
        self._bron = bron
        frames = {naam: tabel.to_pandas(date_as_object=False) for naam, tabel in bron.woorden.items()}
        if self._categorie:
            typen = {soort: pd.CategoricalDtype(woorden) for soort, woorden in soorten(bron).items()}
            typen |= {"van": typen["aanpak"], "naar": typen["aanpak"]}
            typen |= {"uitkomst": pd.CategoricalDtype(list(UITKOMSTEN)), "bewijs": pd.CategoricalDtype(list(BEWIJZEN))}
            for frame in frames.values():
                for kolom in set(frame.columns) & set(typen):
                    frame[kolom] = frame[kolom].astype(typen[kolom])
        self._frames = frames

    def vraag(self) -> None:
        """Lines, tests, steps; then the matrix."""
        t = self._tabellen()
        lijnen_ = lijnen(t)
        toetsen_ = toetsen(t, lijnen_)
        oorsprong = _oorsprong(t)
        rijen = _stappen(t, oorsprong, toetsen_)
        self._opvolging = self._opvolging_van(oorsprong, rijen, toetsen_, lijnen_)
        telling = self._opvolging.groupby(["gemeente", "indicator", "status"], observed=True).size()
        per_status = telling.unstack("status", fill_value=0)  # noqa: PD010 (of a series; it has been counted)
        self._matrix = per_status.reindex(columns=list(STATUSSEN), fill_value=0).reset_index()

    def antwoord(self) -> Antwoord:
        """The frames, texts as numbers."""
        opvolging = pa.Table.from_pandas(self._opvolging[list(OPVOLGING)], preserve_index=False)
        matrix = pa.Table.from_pandas(self._matrix[list(MATRIX)], preserve_index=False)
        return Antwoord(naar_getallen(opvolging, self._bron), naar_getallen(matrix, self._bron))

    def ruim(self) -> None:
        """Let the frames go."""
        del self._opvolging, self._matrix

    def _tabellen(self) -> Tabellen:
        """The frames, with ranks where uitkomst and bewijs are compared."""
        f = self._frames
        return Tabellen(
            f["oordelen"].assign(uitkomst=self._rang(f["oordelen"]["uitkomst"], UITKOMSTEN)),
            f["metingen"].assign(bewijs=self._rang(f["metingen"]["bewijs"], BEWIJZEN)),
            f["aanpakken"], f["opvolgers"], f["indicatoren"],
        )  # fmt: skip

    def _rang(self, kolom: pd.Series, woorden: tuple[str, ...]) -> pd.Series:
        if self._categorie:
            return kolom.cat.codes + 1
        return kolom.map({woord: nr for nr, woord in enumerate(woorden, 1)}).astype("int8")

    def _woord(self, rang: np.ndarray, woorden: tuple[str, ...]) -> pd.Series:
        """Ranks (0: none) as words, in the type that this engine holds words in."""
        woord = pd.Series(pd.Categorical.from_codes(rang - 1, dtype=pd.CategoricalDtype(list(woorden))))
        return woord if self._categorie else woord.astype("str")

    def _opvolging_van(self, o: pd.DataFrame, rijen: pd.DataFrame, toetsen_: Toetsen, lijnen_: Lijnen) -> pd.DataFrame:
        """The rows of the follow-up, from places in the origins and in the tests."""
        rij = o.take(rijen["plek"].to_numpy()).reset_index(drop=True)
        met, over = (rijen["toets"] >= 0).to_numpy(), (rijen["vorige"] >= 0).to_numpy()
        naar, van = (_toetsen_op(toetsen_, rijen[kolom]) for kolom in ("toets", "vorige"))
        uitkomst = rijen["uitkomst"].to_numpy()
        status = _status(rij["uitkomst"].to_numpy(), uitkomst, met, _leeft(rij, lijnen_))
        rij["jaar_van"] = np.where(over, van["jaar"], rij["peiljaar"])
        rij["jaar_naar"] = naar["jaar"].astype("Int16").where(met)
        rij["moment_van"] = np.where(over, van["laatste"], rij["moment"])
        rij["moment_naar"] = naar["moment"].where(met)
        rij["uitkomst_van"] = self._woord(rij["uitkomst"].to_numpy(), UITKOMSTEN)
        rij["uitkomst_naar"] = self._woord(np.where(met, np.where(uitkomst > 0, uitkomst, 4), 0), UITKOMSTEN)
        rij["status"] = self._woord(status, STATUSSEN)
        rij["overgenomen"] = over
        rij["bewijs_van"] = self._woord(rij["bewijs"].to_numpy(), BEWIJZEN)
        rij["bewijs_naar"] = self._woord(np.where(met, naar["bewijs"], 0), BEWIJZEN)
        return rij[list(OPVOLGING)]


def _oorsprong(t: Tabellen) -> pd.DataFrame:
    """One row per known oordeel with what the rows that start from it carry."""
    o = t.oordelen[t.oordelen["uitkomst"] <= BEKEND]
    o = o.merge(t.metingen, on="meting").merge(t.indicatoren[["indicator", "begrip"]], on="indicator")
    return o.merge(t.aanpakken[["aanpak", "gemeente"]], on="aanpak")[KOLOMMEN]


def _stappen(t: Tabellen, o: pd.DataFrame, toetsen_: Toetsen) -> pd.DataFrame:
    """Place of the origin, test, test before it (-1: none) and uitkomst (0: unknown) of every step.

    From one test to the next, each time with only the origins of which nothing is known yet.
    """
    toets = toetsen_.toets
    eerste = toets.loc[toets["meting"].notna(), ["meting", "volgende"]]
    actief = pd.DataFrame({"plek": np.arange(len(o)), "meting": o["meting"].to_numpy()})
    actief = actief.merge(eerste, on="meting").rename(columns={"volgende": "toets"})[["plek", "toets"]]
    actief["vorige"] = -1
    volgende = toets["volgende"].to_numpy()
    delen = []
    while len(actief):
        zonder = actief["toets"] < 0
        delen.append(actief[zonder].assign(uitkomst=0))
        actief = actief[~zonder]
        kent = _kent(t, o, actief, toetsen_)
        gezien = actief[kent].reset_index(drop=True)
        gezien["uitkomst"] = _uitkomst(o, gezien, toetsen_)
        delen.append(gezien)
        verder = gezien[gezien["uitkomst"] == 0]
        verder = verder.assign(vorige=verder["toets"])[["plek", "toets", "vorige"]]
        actief = pd.concat([verder, actief[~kent]], ignore_index=True)
        actief["toets"] = volgende[actief["toets"].to_numpy()]
    return pd.concat(delen, ignore_index=True)


def _kent(t: Tabellen, o: pd.DataFrame, actief: pd.DataFrame, toetsen_: Toetsen) -> np.ndarray:
    """Whether an edition of the test holds the begrip."""
    k = pd.DataFrame({"nr": np.arange(len(actief)), "toets": actief["toets"].to_numpy()})
    for kolom in ("editie", "begrip"):
        k[kolom] = o[kolom].take(actief["plek"].to_numpy()).reset_index(drop=True)
    k = k.merge(toetsen_.editie, on="toets")
    zelfde = k["editie"] == k["editie_toets"]
    kent = np.zeros(len(actief), dtype=bool)
    kent[k.loc[zelfde, "nr"]] = True
    inhoud = t.indicatoren[["editie", "begrip"]].rename(columns={"editie": "editie_toets"})
    kent[k[~zelfde].merge(inhoud, on=["editie_toets", "begrip"])["nr"]] = True
    return kent


def _uitkomst(o: pd.DataFrame, gezien: pd.DataFrame, toetsen_: Toetsen) -> np.ndarray:
    """What each test says of each origin; 0 where that is unknown."""
    k = pd.DataFrame({"nr": np.arange(len(gezien)), "toets": gezien["toets"].to_numpy()})
    k["begrip"] = o["begrip"].take(gezien["plek"].to_numpy()).reset_index(drop=True)
    k["sinds"] = o["moment"].take(gezien["plek"].to_numpy()).reset_index(drop=True)
    k["meting"] = toetsen_.toets["meting"].take(k["toets"].to_numpy()).reset_index(drop=True)
    bekend = o[["meting", "begrip", "uitkomst"]]
    gevonden = np.zeros(len(gezien), dtype="int8")
    eigen = k["meting"].notna()
    zelf = k.loc[eigen, ["nr", "meting", "begrip"]].merge(bekend, on=["meting", "begrip"])
    gevonden[zelf["nr"]] = zelf["uitkomst"]
    takken = k.loc[~eigen, ["nr", "toets", "begrip", "sinds"]].merge(toetsen_.tak, on="toets")
    takken = takken[takken["moment"] > takken["sinds"]].merge(bekend, on=["meting", "begrip"])
    takken = takken.sort_values(["moment", "diepte"]).drop_duplicates(["nr", "tak"], keep="last")
    samen = takken.groupby("nr")["uitkomst"].agg(["min", "max", "size"])
    heel = samen["size"].to_numpy() == toetsen_.toets["takken"].to_numpy()[k["toets"].to_numpy()[samen.index]]
    kleinste, grootste = samen["min"], samen["max"]
    gevonden[samen.index] = np.select(
        [grootste == 1, (kleinste == 2) & (grootste == 2)], [np.where(heel, 1, 0), 2], default=3
    )
    return gevonden


def _toetsen_op(toetsen_: Toetsen, plekken: pd.Series) -> pd.DataFrame:
    """The tests at these places; any one where there is none. A world may have no tests at all."""
    kolommen = toetsen_.toets[["jaar", "moment", "laatste", "bewijs"]]
    return kolommen.take(plekken.clip(lower=0).to_numpy()).reset_index(drop=True)


def _leeft(rij: pd.DataFrame, lijnen_: Lijnen) -> np.ndarray:
    """Whether a branch still lives of the line that each row starts on."""
    leeft = lijnen_.leven[lijnen_.leven["einde"].isna()]
    blad = lijnen_.lijn[lijnen_.lijn["lid"].isin(leeft.loc[leeft["blad"], "aanpak"])]["aanpak"]
    naast = lijnen_.op_lijn[lijnen_.op_lijn["naast"] & lijnen_.op_lijn["lid"].isin(leeft["aanpak"])]
    paar = naast[["aanpak", "kader"]].drop_duplicates().assign(naast=True)
    ook = rij[["aanpak", "kader"]].merge(paar, on=["aanpak", "kader"], how="left")["naast"].notna()
    return (rij["aanpak"].isin(blad) | ook).to_numpy()


def _status(van: np.ndarray, naar: np.ndarray, met: np.ndarray, leeft: np.ndarray) -> np.ndarray:
    """The table of statuses, numbered as in STATUSSEN."""
    return np.select(
        [~met & leeft, ~met, naar == 0, (van == 1) & (naar == 1), van == 1, naar == 1, (van == 2) & (naar == 3)],
        [7, 8, 6, 4, 5, 1, 2],
        default=3,
    )
