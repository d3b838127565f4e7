"""Which aanpak a column is about, which aanpak in store that is, and what took over from what."""

from __future__ import annotations

from collections.abc import Iterable

from data.rapporten.bekend import Bekend
from data.rapporten.gelezen import Gelezen, Kolom
from data.rapporten.herkenning.overeenkomst import gewoon
from data.rapporten.voorstel import model
from data.rapporten.voorstel.model import Rij, Voorstel
from data.rapporten.voorstel.namen import ZELFDE_NAAM, beste, in_woorden, lijkt, schoon, slug, vrij


def eigen_aanpak(gelezen: Gelezen) -> str:
    """The aanpak of a column without a name: the first that the text names and no column head does.

    When every named aanpak stands over a column, the first of all; "" when the text names none.
    """
    genoemd = [naam for naam in (schoon(vondst.waarde) for vondst in gelezen.herkend.aanpakken) if naam]
    koppen = {schoon(cel.kolom.aanpak) for cel in gelezen.tabellen.cellen if cel.kolom.aanpak.strip()}
    vrije = [naam for naam in genoemd if beste(naam, sorted(koppen))[1] < ZELFDE_NAAM]
    return next(iter(vrije or genoemd), "")


def aanpak_van_kolom(kolom: Kolom, gelezen: Gelezen, bestaande: Iterable[str]) -> str:
    """The aanpak that a column head names, "" when it names none.

    Where the head holds, word for word, a name of the text or the store that is nearly the one read, that is it.
    """
    naam = schoon(kolom.aanpak)
    genoemd = (schoon(vondst.waarde) for vondst in gelezen.herkend.aanpakken)
    kop = f" {gewoon(kolom.kop)} "
    vol = [n for n in (*genoemd, *bestaande) if naam and lijkt(naam, n) >= ZELFDE_NAAM and f" {gewoon(n)} " in kop]
    return max(vol, key=len, default=naam)


def maak_aanpak(voorstel: Voorstel, naam: str, *, bekend: Bekend) -> Rij:
    """The aanpak with this printed name, made when there is none yet: one of the gemeente's in store, or a new one."""
    for aanpak in voorstel.aanpakken:
        if aanpak["aanpak"] == naam:
            return aanpak
    aanpak = model.rij(model.AANPAK, aanpak=naam)
    voorstel.aanpakken.append(aanpak)
    bestaand = zoek_bestaande(naam, voorstel.kop["gemeente_code"], bekend)
    if bestaand is None:
        word_nieuw(voorstel, aanpak, bekend=bekend)
    else:
        word_bestaand(aanpak, bestaand)
    return aanpak


def laat_los(voorstel: Voorstel, naam: str) -> None:
    """Take the aanpak with this printed name out, unless an oordeel, a meting or a fact beside them still names it.

    Those facts are a bevinding, what a reactie reports, and an opvolging that the store does not have.
    """
    gedrukt = {rij["aanpak"] for rij in [*voorstel.oordelen, *voorstel.metingen]}
    genoemd = {rij["aanpak_id"] for rij in [*voorstel.bevindingen, *voorstel.gemeld]}
    genoemd |= {rij[kant] for rij in voorstel.opvolging if rij["nieuw"] != "nee" for kant in ("van", "naar")}
    voorstel.aanpakken = [
        a for a in voorstel.aanpakken if a["aanpak"] != naam or naam in gedrukt or a["aanpak_id"] in genoemd
    ]


def zoek_bestaande(naam: str, gemeente_code: str, bekend: Bekend) -> Rij | None:
    """The aanpak in store of this gemeente with (nearly) this name."""
    van_gemeente = {rij["aanpak"]: rij for rij in bekend.aanpakken() if rij["gemeente_code"] == gemeente_code}
    gekozen, score = beste(naam, van_gemeente)
    return van_gemeente[gekozen] if score >= ZELFDE_NAAM else None


def word_bestaand(aanpak: Rij, bestaand: Rij) -> None:
    """Make this the aanpak that the store has."""
    aanpak.update({kolom: bestaand[kolom] for kolom in ("aanpak_id", "gemeente_code", "begin", "einde", "opmerking")})
    aanpak.update(naam=bestaand["aanpak"], nieuw="nee")


def word_nieuw(voorstel: Voorstel, aanpak: Rij, *, bekend: Bekend) -> None:
    """Make this an aanpak of its own, with a free id: alkmaar-helpende-hand-in-de-wijk."""
    code = voorstel.kop["gemeente_code"]
    gemeente = next((rij["gemeente"] for rij in bekend.gemeenten() if rij["gemeente_code"] == code), "")
    stam = "-".join(deel for deel in (slug(gemeente), slug(aanpak["naam"] or aanpak["aanpak"])) if deel) or "aanpak"
    bezet = {rij["aanpak_id"] for rij in [*bekend.aanpakken(), *voorstel.aanpakken] if rij is not aanpak}
    aanpak.update(aanpak_id=vrij(stam, bezet), naam=aanpak["naam"] or aanpak["aanpak"], gemeente_code=code, nieuw="ja")


def maak_opvolging(voorstel: Voorstel, gelezen: Gelezen, *, bekend: Bekend) -> None:
    """The lineage: what the report says of it, and what the store knows of these aanpakken."""
    for van, naar in gelezen.herkend.opvolging:
        ids = [_id_bij_naam(voorstel, schoon(naam), bekend) for naam in (van, naar)]
        bekende = {(rij["van"], rij["naar"]) for rij in [*bekend.tabel("aanpak_opvolging"), *voorstel.opvolging]}
        if all(ids) and ids[0] != ids[1] and (ids[0], ids[1]) not in bekende:
            bron = bron_van(voorstel)
            voorstel.opvolging.append(model.rij(model.OPVOLGING, van=ids[0], naar=ids[1], bron=bron, nieuw="ja"))
    zet_bekende_opvolging(voorstel, bekend)


def zet_bekende_opvolging(voorstel: Voorstel, bekend: Bekend) -> None:
    """Show the lineage that the store has of the aanpakken in this voorstel, and no other.

    What was new goes when its aanpakken turn out to be ones of which the store knows it, or to be the same.
    """
    ids = {aanpak["aanpak_id"] for aanpak in voorstel.aanpakken}
    daar = bekend.tabel("aanpak_opvolging")
    overbodig = {(rij["van"], rij["naar"]) for rij in daar} | {(aanpak_id, aanpak_id) for aanpak_id in ids}
    nieuw = [r for r in voorstel.opvolging if r["nieuw"] != "nee" and (r["van"], r["naar"]) not in overbodig]
    voorstel.opvolging = nieuw + [
        {**{kolom: rij[kolom] for kolom in ("van", "naar", "bron", "opmerking")}, "nieuw": "nee"}
        for rij in daar
        if ids & {rij["van"], rij["naar"]}
    ]


def bron_van(voorstel: Voorstel) -> str:
    """Where a fact comes from, in words: the titel and when it was published."""
    titel = voorstel.kop["titel"] or voorstel.kop["naam"]
    op = voorstel.kop["gepubliceerd"]
    return f"{titel} ({in_woorden(op)})" if op else titel


def _id_bij_naam(voorstel: Voorstel, naam: str, bekend: Bekend) -> str:
    """The id of the aanpak that the text names: of this voorstel, else of the gemeente in store; "" for neither."""
    hier = max(voorstel.aanpakken, key=lambda aanpak: lijkt(naam, aanpak["aanpak"]), default=None)
    if hier is not None and lijkt(naam, hier["aanpak"]) >= ZELFDE_NAAM:
        return hier["aanpak_id"]
    bestaand = zoek_bestaande(naam, voorstel.kop["gemeente_code"], bekend)
    return bestaand["aanpak_id"] if bestaand else ""
