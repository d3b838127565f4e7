"""A levering that is put right: its own tables, in which only what the editor changed is another."""

from __future__ import annotations

from collections.abc import Iterable

from data.rapporten.voorstel.model import EIGEN, Rij, Voorstel
from data.rapporten.voorstel.namen import schoon
from data.rapporten.voorstel.onderdelen import Tabellen, als_rij
from data.rapporten.voorstel.tekens import voor_levering

#: What of a rapport the kop of a voorstel holds: the column there, the column in store.
RAPPORT = {
    **{kolom: kolom for kolom in ("titel", "uitgever", "gepubliceerd", "soort")},
    "rapport_opmerking": "opmerking",
}
#: The columns that an editor may change, per table; in an oordeel sign and uitkomst go together.
AANPAK = {"naam": "aanpak", "begin": "begin", "einde": "einde", "opmerking": "opmerking"}
METING = (
    *("peiljaar", "peiljaar_reden", "ronde_id", "bezoek_op", "onderzoek_van", "onderzoek_tot", "bewijs", "dekking"),
    *("basis", "opmerking"),
)
OORDEEL = ("indicator_id", "thema_gedrukt", "toelichting", "opmerking", "vindplaats", "pagina")
BEVINDING = (
    *("aanpak_id", "soort", "titel", "tekst", "onderwerp_id", "voor_wie", "vindplaats", "pagina"),
    *("opvolging_verwacht_van", "opvolging_verwacht_tot", "stand", "opmerking"),
)


def metingen_in(tabellen: Tabellen, rapport_id: str, editie_id: str) -> list[Rij]:
    """The metingen of a levering that a rapport prints and a voorstel can show: of one editie, one per aanpak and year.

    The others go along as they are.
    """
    gedrukt = {k["meting_id"] for k in tabellen.get("meting_rapport", []) if k["rapport_id"] == rapport_id}
    uit: dict[tuple[str, str], Rij] = {}
    for meting in tabellen.get("metingen", []):
        if meting["meting_id"] in gedrukt and meting["editie_id"] == editie_id:
            uit.setdefault((meting["aanpak_id"], meting["peiljaar"]), meting)
    return list(uit.values())


def verbeter(voorstel: Voorstel, uit: Tabellen) -> None:
    """Put what the editor changed into the tables of the levering; every other cell stays what it was.

    What is new altogether (aanpakken, metingen, bevindingen) is not put in here.
    """
    rapport_id = voorstel.kop["rapport_id"]
    for rapport in uit["rapporten"]:
        if rapport["rapport_id"] == rapport_id:
            _wijzig(rapport, voorstel.kop, RAPPORT)
    _metingen(voorstel, uit)
    _oordelen(voorstel, uit)
    _aanpakken(voorstel, uit)
    _bevindingen(voorstel, uit)
    over = {(o["meting_id"], o["indicator_id"]) for o in uit["oordelen"] if o["rapport_id"] == rapport_id}
    uit["conflicten"] = [
        c for c in uit["conflicten"] if c["geldt"] != rapport_id or (c["meting_id"], c["indicator_id"]) in over
    ]


def _wijzig(rij: Rij, nu: Rij, kolommen: dict[str, str] | Iterable[str]) -> None:
    """Take over what differs; `kolommen`: the columns, or where they have another name here the one by the other."""
    namen = kolommen if isinstance(kolommen, dict) else {kolom: kolom for kolom in kolommen}
    for hier, daar in namen.items():
        if nu[hier] != rij[daar]:
            rij[daar] = schoon(nu[hier])


def _metingen(voorstel: Voorstel, uit: Tabellen) -> None:
    """What is another in a meting; what was taken out goes, with that this rapport prints it."""
    kop = voorstel.kop
    nu = {meting["meting_id"]: meting for meting in voorstel.metingen}
    weg = {m["meting_id"] for m in metingen_in(uit, kop["rapport_id"], kop["editie_id"])} - nu.keys()
    for rij in uit["metingen"]:
        if rij["meting_id"] in nu and nu[rij["meting_id"]]["nieuw"] == EIGEN:
            _wijzig(rij, nu[rij["meting_id"]], METING)
    uit["meting_rapport"] = [
        k for k in uit["meting_rapport"] if k["rapport_id"] != kop["rapport_id"] or k["meting_id"] not in weg
    ]
    elders = {k["meting_id"] for k in uit["meting_rapport"]}
    uit["metingen"] = [m for m in uit["metingen"] if m["meting_id"] not in weg - elders]


def _oordelen(voorstel: Voorstel, uit: Tabellen) -> None:
    """What is another in an oordeel; one that was left out goes, one that was added comes after the others.

    The number of an oordeel is that of its row in store; only those in `gelezen` stood there.
    """
    nu = {oordeel["nr"]: oordeel for oordeel in voorstel.gebruikt}
    stond = {oordeel["nr"] for oordeel in voorstel.gelezen}
    rijen = []
    for nummer, rij in enumerate(uit["oordelen"], start=1):
        nr = str(nummer)
        if nr in stond and nr in nu:
            _wijzig_oordeel(voorstel, rij, nu[nr])
        if nr not in stond or nr in nu:
            rijen.append(rij)
    for oordeel in voorstel.gebruikt:
        if oordeel["nr"] not in stond:
            rij = als_rij("oordelen", **(oordeel | {"rapport_id": voorstel.kop["rapport_id"]}))
            rij["uitkomst"] = ""
            _wijzig_oordeel(voorstel, rij, oordeel)
            rijen.append(rij)
    uit["oordelen"] = rijen


def _wijzig_oordeel(voorstel: Voorstel, rij: Rij, nu: Rij) -> None:
    """Take over what differs in an oordeel; a word in place of a sign is kept as a remark."""
    meting = voorstel.meting_van(nu)
    rij["meting_id"] = meting["meting_id"] if meting else ""
    _wijzig(rij, nu, OORDEEL)
    if (nu["uitkomst"], nu["teken_gedrukt"]) != (rij["uitkomst"], rij["teken_gedrukt"]):
        teken, extra = voor_levering(nu["uitkomst"], schoon(nu["teken_gedrukt"]))
        rij.update(uitkomst=nu["uitkomst"], teken_gedrukt=teken)
        rij["opmerking"] = " ".join(deel for deel in (rij["opmerking"], extra) if deel)


def _aanpakken(voorstel: Voorstel, uit: Tabellen) -> None:
    """What is another in an aanpak or the lineage; one that was taken out goes, unless something still names it."""
    nu = {aanpak["aanpak_id"]: aanpak for aanpak in voorstel.aanpakken if aanpak["nieuw"] == EIGEN}
    for rij in uit["aanpakken"]:
        if rij["aanpak_id"] in nu:
            _wijzig(rij, nu[rij["aanpak_id"]], AANPAK)
    lijn = {(rij["van"], rij["naar"]) for rij in voorstel.opvolging}
    uit["aanpak_opvolging"] = [rij for rij in uit["aanpak_opvolging"] if (rij["van"], rij["naar"]) in lijn]
    genoemd = {rij["aanpak_id"] for rij in [*uit["metingen"], *voorstel.bevindingen, *uit["gemeld_indicator"]]}
    genoemd |= {rij["aanpak_id"] for rij in uit["bevindingen"]}
    genoemd |= {rij[kant] for rij in voorstel.opvolging for kant in ("van", "naar")}
    uit["aanpakken"] = [rij for rij in uit["aanpakken"] if rij["aanpak_id"] in nu.keys() | genoemd]


def _bevindingen(voorstel: Voorstel, uit: Tabellen) -> None:
    """What is another in a bevinding, its indicatoren and what it reports; one that was taken out goes with them."""
    eigen = {b["bevinding_id"] for b in uit["bevindingen"] if b["rapport_id"] == voorstel.kop["rapport_id"]}
    nu = {bevinding["bevinding_id"]: bevinding for bevinding in voorstel.bevindingen}
    for rij in uit["bevindingen"]:
        if rij["bevinding_id"] in eigen & nu.keys():
            _wijzig(rij, nu[rij["bevinding_id"]], BEVINDING)
    uit["bevindingen"] = [b for b in uit["bevindingen"] if b["bevinding_id"] not in eigen - nu.keys()]
    paren = {(nummer, deel) for nummer in eigen & nu.keys() for deel in nu[nummer]["indicatoren"].split()}
    stond = {(k["bevinding_id"], k["indicator_id"]) for k in uit["bevinding_indicator"]}
    uit["bevinding_indicator"] = [
        k
        for k in uit["bevinding_indicator"]
        if k["bevinding_id"] not in eigen or (k["bevinding_id"], k["indicator_id"]) in paren
    ]
    uit["bevinding_indicator"] += [
        als_rij("bevinding_indicator", bevinding_id=nummer, indicator_id=deel) for nummer, deel in sorted(paren - stond)
    ]
    for tabel in ("gemeld_actiepunt", "gemeld_indicator"):
        gemeld = [als_rij(tabel, **melding) for melding in voorstel.gemeld]
        uit[tabel] = [rij for rij in uit[tabel] if rij["bevinding_id"] not in eigen or rij in gemeld]
