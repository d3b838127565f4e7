"""Where a table comes from, as columns at its end: they survive sorting, filtering and pasting. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pagina.beeld import zinnen
from pagina.uitvoer.inhoud.herkomst import FICTIEF, Herkomst
from pagina.uitvoer.inhoud.tabel import Kolom, Waarde

#: What every head of such a column begins with, so that a reader and a program tell it from the table's own.
VOOR = "Herkomst: "

_NUMMER = "Nummer van deze uitvoer: dezelfde selectie op dezelfde versies heeft hetzelfde nummer."
_TELLING = "Waarin is geteld, en van welke meting naar welke; leeg als er niets is geteld."
_RAPPORTEN = "De rapporten waarop de cijfers rusten, met uitgever en datum; zijn het er veel, dan hun aantal."
_LINK = (
    "Adres waarop het dashboard dezelfde cijfers toont, van deze datasetversie; leeg als anderen er niet bij kunnen."
)
_LET_OP = "Onder deze gegevens zijn verzonnen gemeenten of oordelen; wat daarop rust, zegt niets over de werkelijkheid."
_CONCEPT = "Er tellen gegevens mee die nog niet openbaar zijn."
#: Rapporten that a cell names; of more it says how many there are, and where the list is.
NOEMT = 12
#: In the order of the file. The last two are there only when they are so.
KOLOMMEN: Mapping[str, Kolom] = {
    kolom.naam.removeprefix("herkomst_"): kolom
    for kolom in (
        Kolom("herkomst_exportnummer", f"{VOOR}exportnummer", _NUMMER, "tekst"),
        Kolom("herkomst_selectie", f"{VOOR}selectie", "Wat is gekozen, in woorden.", "tekst"),
        Kolom("herkomst_telling", f"{VOOR}telling", _TELLING, "tekst"),
        Kolom("herkomst_rapporten", f"{VOOR}rapporten", _RAPPORTEN, "tekst"),
        Kolom("herkomst_link", f"{VOOR}link", _LINK, "tekst"),
        Kolom("herkomst_opdracht", f"{VOOR}opdracht", "Opdracht die hetzelfde bestand opnieuw maakt.", "tekst"),
        Kolom("herkomst_datasetversie", f"{VOOR}datasetversie", "Versie van de feiten.", "tekst"),
        Kolom("herkomst_methodeversie", f"{VOOR}methodeversie", "Versie van de telmethode.", "tekst"),
        Kolom("herkomst_kennisdatum", f"{VOOR}kennisdatum", "Wat bekend was tot en met deze dag.", "datum"),
        Kolom("herkomst_fictief", f"{VOOR}{FICTIEF}", _LET_OP, "janee"),
        Kolom("herkomst_niet_openbaar", f"{VOOR}niet openbaar", _CONCEPT, "janee"),
    )
}
_MERKEN = ("fictief", "niet_openbaar")


def herkomst_kolommen(herkomst: Herkomst) -> list[tuple[Kolom, Waarde]]:
    """The columns of provenance with the one value that every row has."""
    waarden: dict[str, Waarde] = {
        "exportnummer": herkomst.exportnummer,
        "selectie": "; ".join(f"{naam}: {waarde}" for naam, waarde in herkomst.selectie) or None,
        "telling": herkomst.telling or None,
        "rapporten": _rapporten(herkomst) or None,
        "link": herkomst.link or None,
        "opdracht": herkomst.nadoen or None,
        "datasetversie": herkomst.datasetversie,
        "methodeversie": herkomst.methodeversie,
        "kennisdatum": herkomst.kennisdatum,
    }
    waarden |= {merk: True for merk in _MERKEN if getattr(herkomst, merk)}
    return [(KOLOMMEN[sleutel], waarde) for sleutel, waarde in waarden.items()]


def _rapporten(herkomst: Herkomst) -> str:
    """The rapporten behind the figures: 'Titel (uitgever, juni 2015); …'; of many their number."""
    rapporten = herkomst.rapporten
    if len(rapporten) > NOEMT:
        return f"{zinnen.getal(len(rapporten))} rapporten; de lijst staat in de zip, en in het rekenblad bij Bronnen"
    delen = ((een.titel.rstrip("."), (een.uitgever, zinnen.deeldatum(een.gepubliceerd))) for een in rapporten)
    return "; ".join(f"{titel} ({', '.join(filter(None, van))})" if any(van) else titel for titel, van in delen)


def uit_cellen(koppen: Sequence[str], rij: Sequence[str | None]) -> dict[str, Any] | None:
    """What the columns of provenance in a row say, under the names of `Herkomst.als_json`; None where there are none.

    Selectie and rapporten are the sentences that stand there; vraag and parameters do not fit in a column.
    """
    gelezen = dict(zip(koppen, rij, strict=True))
    sleutels = {sleutel: kolom.kop for sleutel, kolom in KOLOMMEN.items() if kolom.kop in gelezen}
    if not {"exportnummer", "opdracht", "datasetversie", "methodeversie"} <= sleutels.keys():
        return None
    feiten: dict[str, Any] = {sleutel: gelezen[kop] or "" for sleutel, kop in sleutels.items()}
    return feiten | {merk: feiten.get(merk) == "ja" for merk in _MERKEN}
