"""Parts of a levering that a voorstel adds to what is there: rows of one table after another."""

from __future__ import annotations

from data.levering import vorm
from data.rapporten.bekend import Bekend
from data.rapporten.voorstel.model import Rij, Voorstel
from data.rapporten.voorstel.namen import schoon

Tabellen = dict[str, list[Rij]]


def als_rij(tabel: str, **cellen: str) -> Rij:
    """A row with all columns of a table, each fit to be a cell."""
    kolommen = vorm.tabellen()[tabel]
    return dict.fromkeys(kolommen, "") | {kolom: schoon(cellen[kolom]) for kolom in kolommen if kolom in cellen}


def nieuwe_aanpakken(voorstel: Voorstel, uit: Tabellen) -> None:
    """New aanpakken that are used, and new lineage."""
    nodig = {rij["aanpak_id"] for rij in [*_metingen_in_gebruik(voorstel), *voorstel.bevindingen, *voorstel.gemeld]}
    nodig |= {rij[kant] for rij in voorstel.opvolging if rij["nieuw"] == "ja" for kant in ("van", "naar")}
    gezien = {rij["aanpak_id"] for rij in uit["aanpakken"]}
    for aanpak in voorstel.aanpakken:
        if aanpak["nieuw"] == "ja" and aanpak["aanpak_id"] in nodig - gezien:
            gezien.add(aanpak["aanpak_id"])
            uit["aanpakken"].append(als_rij("aanpakken", **(aanpak | {"aanpak": aanpak["naam"]})))
    for rij in voorstel.opvolging:
        if rij["nieuw"] == "ja":
            uit["aanpak_opvolging"].append(als_rij("aanpak_opvolging", **rij))


def _metingen_in_gebruik(voorstel: Voorstel) -> list[Rij]:
    """The metingen that the levering prints: those with oordelen in use, and those that never had any."""
    alle = {(o["aanpak"], o["peiljaar"]) for o in voorstel.oordelen}
    gebruikt = {(o["aanpak"], o["peiljaar"]) for o in voorstel.gebruikt}
    return [
        m
        for m in voorstel.metingen
        if (m["aanpak"], m["peiljaar"]) in gebruikt or (m["aanpak"], m["peiljaar"]) not in alle
    ]


def nieuwe_metingen(voorstel: Voorstel, uit: Tabellen, bekend: Bekend) -> None:
    """New metingen, and that this rapport prints its metingen, where nothing says so yet."""
    daar = {(k["meting_id"], k["rapport_id"]) for k in [*bekend.tabel("meting_rapport"), *uit["meting_rapport"]]}
    for meting in _metingen_in_gebruik(voorstel):
        if meting["nieuw"] == "ja":
            uit["metingen"].append(als_rij("metingen", **meting))
        koppeling = (meting["meting_id"], voorstel.kop["rapport_id"])
        if koppeling not in daar:
            daar.add(koppeling)
            uit["meting_rapport"].append(als_rij("meting_rapport", meting_id=koppeling[0], rapport_id=koppeling[1]))


def gekozen(voorstel: Voorstel, oordeel: Rij) -> str:
    """Which of two printings the editor chose: "voorstel", "verzameling" or "" (not chosen)."""
    for keuze in voorstel.keuzes:
        if (keuze["meting_id"], keuze["indicator_id"]) == (oordeel["meting_id"], oordeel["indicator_id"]):
            return keuze["geldt"]
    return ""


def conflicten(voorstel: Voorstel, uit: Tabellen, bekend: Bekend) -> None:
    """Where this rapport prints a meting otherwise than another one: which of the two counts."""
    if voorstel.kop["staat_in"]:
        return
    elders = {(c["meting_id"], c["indicator_id"]) for c in bekend.tabel("conflicten")}
    eigen = {(c["meting_id"], c["indicator_id"]): c for c in uit["conflicten"]}
    gedrukt = {(o["meting_id"], o["indicator_id"]): o for o in uit["oordelen"]}
    for keuze in voorstel.keuzes:
        sleutel = (keuze["meting_id"], keuze["indicator_id"])
        hier = gedrukt.get(sleutel)
        daar = _gedrukt_in_store(*sleutel, bekend=bekend)
        anders = [o for o in daar if hier is not None and o["uitkomst"] != hier["uitkomst"]]
        if not anders or sleutel in elders:
            continue
        geldt = voorstel.kop["rapport_id"] if keuze["geldt"] == "voorstel" else anders[0]["rapport_id"]
        rij = als_rij("conflicten", **(keuze | {"geldt": geldt}))
        if sleutel in eigen:
            eigen[sleutel].update(rij)
        else:
            uit["conflicten"].append(rij)


def _gedrukt_in_store(meting_id: str, indicator_id: str, *, bekend: Bekend) -> list[Rij]:
    """Every printing that the store has of one oordeel."""
    rapporten = {k["rapport_id"] for k in bekend.tabel("meting_rapport") if k["meting_id"] == meting_id}
    return [
        oordeel
        for rapport_id in sorted(rapporten)
        for oordeel in bekend.oordelen(rapport_id)
        if (oordeel["meting_id"], oordeel["indicator_id"]) == (meting_id, indicator_id)
    ]


def nieuwe_bevindingen(voorstel: Voorstel, uit: Tabellen) -> None:
    """What was recorded by hand, and what a reactie reports, as far as it is not there yet."""
    daar = {bevinding["bevinding_id"] for bevinding in uit["bevindingen"]}
    for bevinding in voorstel.bevindingen:
        if bevinding["bevinding_id"] in daar:
            continue
        rapport_id = voorstel.kop["rapport_id"]
        uit["bevindingen"].append(als_rij("bevindingen", **(bevinding | {"rapport_id": rapport_id})))
        for indicator_id in dict.fromkeys(bevinding["indicatoren"].split()):
            koppeling = {"bevinding_id": bevinding["bevinding_id"], "indicator_id": indicator_id}
            uit["bevinding_indicator"].append(als_rij("bevinding_indicator", **koppeling))
    for melding in voorstel.gemeld:
        tabel = "gemeld_actiepunt" if melding["actiepunt_id"] else "gemeld_indicator"
        rij = als_rij(tabel, **melding)
        if rij not in uit[tabel]:
            uit[tabel].append(rij)
