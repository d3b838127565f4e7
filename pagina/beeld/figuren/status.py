"""The status map: indicators under their thema against aanpakken within their gemeente. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from pagina.beeld.figuren.raster import GEEN_VAK, Kaartwijzer, Kolom, Rij, Vak, met_koppen, unieke, vul
from pagina.beeld.status import STATUS, STATUS_VERTELD, UITKOMST, VAKBEELDEN, WOORD_VERTELD, Beeld, is_leeg, vakcode
from pagina.beeld.zinnen import aandeel, getal, meervoud, opsomming

#: Statuses and uitkomsten in the order of their numbers in heatmap.sql.
STATUSSEN = (
    "opgepakt", "deels_opgepakt", "niet_opgepakt", "behouden", "teruggevallen", "niet_beoordeeld",
    "nog_niet_hertoetst", "vervallen",
)  # fmt: skip
UITKOMSTEN = ("voldoet", "verbeterpunt", "gemengd", "niet_beoordeeld")
_BEOORDEELD = ("opgepakt", "deels_opgepakt", "niet_opgepakt")


#: What cells may differ in; those that do not, are written once.
_SOORT = ["status", "was_verbeterpunt", "verteld", "uitkomst_van", "uitkomst_naar", "jaar_van", "jaar_naar"]


def kaartwijzer(cellen: pd.DataFrame) -> Kaartwijzer:
    """Which row and column of the status map is what, and what its cells say.

    Takes one row per cell, with gemeente_code, gemeente, kolom_id, kolom, indicator_id, kort, indicator, thema,
    thema_volgorde, indicator_volgorde, status, was_verbeterpunt, verteld, uitkomst_van, uitkomst_naar, jaar_van and
    jaar_naar. A combination without a row gets no cell. The code of a cell is its place in VAKBEELDEN.
    Raises ValueError when a cell is there twice.
    """
    dubbel = cellen.duplicated(["indicator_id", "kolom_id"])
    if dubbel.any():
        eerste = cellen[dubbel].iloc[0]
        raise ValueError(f"twee regels voor één vak: {eerste['kolom_id']} × {eerste['indicator_id']}")
    rijen, kolommen = met_koppen(_rijen(cellen)), _kolommen(cellen)
    soorten, nummers = unieke(cellen[_SOORT])
    vakken = tuple(_vak(soort) for soort in soorten.to_dict("records"))
    return Kaartwijzer(
        rijen, kolommen, vul(rijen, kolommen, (cellen["indicator_id"], cellen["kolom_id"]), nummers), vakken
    )


def kaartwijzer_van_nummers(
    vakken: pd.DataFrame, rijen: pd.DataFrame, kolommen: pd.DataFrame, jaren: tuple[int, int | None]
) -> Kaartwijzer:
    """The same map of heatmap.sql: cells in numbers, and the words of heatmap_rijen.sql and heatmap_kolommen.sql.

    `jaren`: the years of its periode.
    """
    begrippen, op_rij = np.unique(vakken["begrip_nr"].to_numpy(), return_inverse=True)
    kolomnummers, op_kolom = np.unique(vakken["kolom_nr"].to_numpy(), return_inverse=True)
    velden = [vakken[veld].to_numpy().astype(np.int64) for veld in _NUMMERS]
    gepakt, nummers = np.unique(np.ravel_multi_index(velden, _RUIMTE), return_inverse=True)
    soorten = zip(*(deel.tolist() for deel in np.unravel_index(gepakt, _RUIMTE)), strict=True)
    per_rij = rijen.set_index("begrip_nr").loc[begrippen]
    per_kolom = kolommen.set_index("kolom_nr").loc[kolomnummers]
    rijen_, kolommen_ = met_koppen(_rijen(per_rij)), _kolommen(per_kolom)
    plek_rij = {rij.sleutel: nr for nr, rij in enumerate(rijen_)}
    plek_kolom = {kolom.sleutel: nr for nr, kolom in enumerate(kolommen_)}
    raster = np.full((len(rijen_), len(kolommen_)), GEEN_VAK, dtype=np.int16)
    raster[
        np.array([plek_rij[sleutel] for sleutel in per_rij["indicator_id"]], dtype=int)[op_rij],
        np.array([plek_kolom[sleutel] for sleutel in per_kolom["kolom_id"]], dtype=int)[op_kolom],
    ] = nummers
    return Kaartwijzer(rijen_, kolommen_, raster, tuple(_vak(_in_woorden(soort, jaren)) for soort in soorten))


#: The columns of heatmap.sql in which cells may differ, and how many values each has.
_NUMMERS = ["status_nr", "was_verbeterpunt", "verteld", "uitkomsten_van", "uitkomsten_naar"]
_RUIMTE = (len(STATUSSEN) + 1, 2, 2, 2 ** len(UITKOMSTEN), 2 ** len(UITKOMSTEN))


def _in_woorden(soort: tuple[int, ...], jaren: tuple[int, int | None]) -> dict[Hashable, Any]:
    """One kind of cell of heatmap.sql as cellen.sql writes it."""
    status_nr, was, verteld, van, naar = soort
    return {
        "status": STATUSSEN[status_nr - 1], "was_verbeterpunt": bool(was), "verteld": bool(verteld),
        "jaar_van": jaren[0], "jaar_naar": jaren[1], "uitkomst_van": _uitkomsten(van),
        "uitkomst_naar": _uitkomsten(naar),
    }  # fmt: skip


def _uitkomsten(verzameling: int) -> str | None:
    """The set of uitkomsten that a number stands for: 'verbeterpunt + voldoet'."""
    return " + ".join(sorted(naam for bit, naam in enumerate(UITKOMSTEN) if verzameling >> bit & 1)) or None


def _vak(soort: dict[Hashable, Any]) -> Vak:
    """What the cells of one kind say: before, after, and what became of it."""
    punt, verteld = bool(soort["was_verbeterpunt"]), bool(soort["verteld"])
    code = vakcode(str(soort["status"]), was_verbeterpunt=punt, verteld=verteld)
    beeld = VAKBEELDEN[code]
    van, naar = _moment(soort["jaar_van"], soort["uitkomst_van"]), _moment(soort["jaar_naar"], soort["uitkomst_naar"])
    slot = f"{van} → {naar}" if naar else van
    return Vak(code, beeld.woord, (beeld.merk_kort, beeld.teken), (beeld.merk, slot), arcering=beeld.arcering)


def getoonde_beelden(wijzer: Kaartwijzer) -> list[Beeld]:
    """What occurs in the map, in the order of legends: what was told stands behind the same that was tested."""
    aanwezig = sorted({vak.code for vak in wijzer.vakken})
    plek = {nr: _GETOETST.get(VAKBEELDEN[nr].sleutel, nr) if VAKBEELDEN[nr].arcering else nr for nr in aanwezig}
    return [VAKBEELDEN[nr] for nr in sorted(aanwezig, key=lambda nr: (plek[nr], nr))]


#: Where in VAKBEELDEN a status stands that was tested.
_GETOETST = {sleutel: nr for nr, sleutel in enumerate(STATUS)}


def statuskleuren(*, donker: bool) -> list[str]:
    """The fill of each code of the status map."""
    return [beeld.kleur(donker=donker).vlak for beeld in VAKBEELDEN]


def _rijen(cellen: pd.DataFrame) -> list[Rij]:
    volgorde = ["thema_volgorde", "indicator_volgorde", "indicator_id"]
    uniek = cellen.drop_duplicates("indicator_id").sort_values(volgorde)
    velden = (uniek["indicator_id"], uniek["kort"], uniek["thema"], uniek["indicator"])
    return [
        Rij(str(sleutel), str(kort), str(kort), str(thema), str(voluit))
        for sleutel, kort, thema, voluit in zip(*velden, strict=True)
    ]


def _kolommen(cellen: pd.DataFrame) -> tuple[Kolom, ...]:
    uniek = cellen.drop_duplicates("kolom_id")
    velden = (uniek["kolom_id"], uniek["kolom"], uniek["gemeente_code"], uniek["gemeente"])
    kolommen = [
        Kolom(str(sleutel), str(kolom), str(kolom), str(code))
        if kolom == gemeente
        else Kolom(str(sleutel), str(kolom), f"{gemeente}, {kolom}", str(code), str(gemeente))
        for sleutel, kolom, code, gemeente in zip(*velden, strict=True)
    ]
    return tuple(sorted(kolommen, key=lambda k: (k.gemeente, k.groep, k.label, k.sleutel)))


def _moment(jaar: object, uitkomst: str | None) -> str:
    """'2013: ✗ verbeterpunt'; empty where there is no such test."""
    if is_leeg(jaar):
        return ""
    # several verdicts in one cell stand beside each other: 'verbeterpunt + voldoet'
    uitkomsten = [] if uitkomst is None or is_leeg(uitkomst) else str(uitkomst).split(" + ")
    merken = " + ".join(UITKOMST[deel].merk for deel in uitkomsten)
    return f"{int(str(jaar).split('.', maxsplit=1)[0])}: {merken or '? geen oordeel'}"


def statuskaart_tekst(wijzer: Kaartwijzer) -> str:
    """What the status map shows, in words and exact numbers."""
    if not wijzer.aantal_vakken:
        return "De kaart is leeg: bij deze keuze hoort geen enkel oordeel."
    rijen, kolommen = sum(rij.sleutel is not None for rij in wijzer.rijen), len(wijzer.kolommen)
    gemeenten = len({kolom.groep for kolom in wijzer.kolommen})
    per_gemeente = not any(kolom.groep_naam for kolom in wijzer.kolommen)
    breedte = (
        f"{getal(gemeenten)} {meervoud(gemeenten, 'gemeente', 'gemeenten')}"
        if per_gemeente
        else f"{getal(kolommen)} {meervoud(kolommen, 'aanpak', 'aanpakken')} in "
        f"{getal(gemeenten)} {meervoud(gemeenten, 'gemeente', 'gemeenten')}"
    )
    per_status, verteld = Counter[str](), Counter[str]()
    for code, n in wijzer.per_code.items():
        if (beeld := VAKBEELDEN[code]) in _PUNTEN:
            per_status[beeld.sleutel] += n
            verteld[beeld.sleutel] += n * beeld.arcering
    punten = per_status.total()
    begin = f"Kaart van {getal(rijen)} {meervoud(rijen, 'indicator', 'indicatoren')} bij {breedte}: "
    leeg = rijen * kolommen - wijzer.aantal_vakken
    return begin + _puntenzin(per_status, verteld, wijzer.aantal_vakken - punten) + _leegzin(leeg)


def _leegzin(leeg: int) -> str:
    """What a cell without colour means, and how many there are."""
    if not leeg:
        return ""
    zijn = meervoud(leeg, "vak is leeg", "vakken zijn leeg")
    return f" {getal(leeg)} {zijn}: daar is in deze keuze geen oordeel over die indicator."


#: The looks of what was a verbeterpunt, tested and told.
_PUNTEN = [
    beeld
    for beeld in (*STATUS.values(), *STATUS_VERTELD.values())
    if beeld.sleutel not in {"behouden", "teruggevallen"}
]


def verdeling(per_status: Mapping[str, int], verteld: Mapping[str, int]) -> str:
    """Numbers per status, and of each how many were told: '10 opgepakt (10 volgens de gemeente zelf) en 5 niet …'."""
    return opsomming(
        f"{getal(per_status[sleutel])} {beeld.woord}"
        + (f" ({getal(verteld[sleutel])} {WOORD_VERTELD})" if verteld.get(sleutel) else "")
        for sleutel, beeld in STATUS.items()
        if per_status.get(sleutel)
    )


def _puntenzin(per_status: Counter[str], verteld: Counter[str], overig: int) -> str:
    punten = per_status.total()
    if not punten:
        return f"geen verbeterpunten, {getal(overig)} {meervoud(overig, 'oordeel dat voldeed', 'oordelen die voldeden')}."
    delen = verdeling(per_status, verteld)
    zin = f"{getal(punten)} {meervoud(punten, 'verbeterpunt', 'verbeterpunten')}, waarvan {delen}"
    beoordeeld = sum(per_status.get(status, 0) for status in _BEOORDEELD)
    if beoordeeld:
        zin += f"; opgepakt is {aandeel(per_status.get('opgepakt', 0), beoordeeld)} van wat is beoordeeld"
    rest = f" Daarnaast {getal(overig)} {meervoud(overig, 'vak', 'vakken')} zonder verbeterpunt." if overig else ""
    return f"{zin}.{rest}"
