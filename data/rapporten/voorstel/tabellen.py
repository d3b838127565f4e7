"""From a voorstel to the tables of the levering that it becomes."""

from __future__ import annotations

from data.levering import formaten, vorm
from data.rapporten import privacy
from data.rapporten.bekend import Bekend
from data.rapporten.voorstel.kennis import zonder_wat_wordt_verbeterd
from data.rapporten.voorstel.model import OORDEEL, Rij, Voorstel
from data.rapporten.voorstel.namen import schoon, vrij
from data.rapporten.voorstel.onderdelen import (
    Tabellen,
    als_rij,
    conflicten,
    gekozen,
    nieuwe_aanpakken,
    nieuwe_bevindingen,
    nieuwe_metingen,
)
from data.rapporten.voorstel.tekens import voor_levering
from data.rapporten.voorstel.verbeteren import verbeter

#: What of an oordeel is a fact, and is recorded when it was edited by hand.
BEWERKBAAR = tuple(kolom for kolom in OORDEEL if kolom not in {"nr", "aanpak_id", "score", "blok", "rij", "kolom"})


@zonder_wat_wordt_verbeterd
def tabellen(voorstel: Voorstel, bekend: Bekend, *, levering_id: str, aanvaard_op: str) -> Tabellen:
    """The tables of the levering in the form of vorm.csv, `levering` and `bewerkingen` too; empty ones are left out.

    `aanvaard_op` is a date (JJJJ-MM-DD). The table `aanvaarding` is not here: who and when is for acceptance to say.
    A voorstel that replaces a levering gives that levering's tables whole, with what this rapport changes in them.
    """
    kop = voorstel.kop
    basis = bekend.tabellen_van(kop["vervangt"]) if kop["vervangt"] else {}
    uit: Tabellen = {naam: [dict(rij) for rij in basis.get(naam, [])] for naam in vorm.tabellen()}
    # who accepted the replaced levering, and what was edited then, is told there
    uit["aanvaarding"] = []
    uit["bewerkingen"] = []
    uit["levering"] = [
        als_rij(
            "levering",
            levering_id=levering_id,
            formaat=str(formaten.FORMAAT),
            aanvaard_op=aanvaard_op,
            vervangt=kop["vervangt"],
            reden=kop["reden"] if kop["vervangt"] else "",
            concept=kop["concept"] or "nee",
            fictief=kop["fictief"] or "nee",
            toelichting=kop["levering_toelichting"],
        )
    ]
    if kop["correctie"]:
        verbeter(voorstel, uit)
    else:
        _rapport(voorstel, uit, bekend)
    nieuwe_aanpakken(voorstel, uit)
    nieuwe_metingen(voorstel, uit, bekend)
    if not kop["correctie"]:
        _oordelen(voorstel, uit)
    conflicten(voorstel, uit, bekend)
    nieuwe_bevindingen(voorstel, uit)
    uit["bewerkingen"] = bewerkingen(voorstel, levering_id=levering_id)
    return {naam: rijen for naam, rijen in uit.items() if rijen}


def wijzigt(voorstel: Voorstel, bekend: Bekend) -> bool:
    """Whether a voorstel that replaces a levering gives it other facts, or says something else of it."""
    basis = bekend.tabellen_van(voorstel.kop["vervangt"])
    nieuw = tabellen(voorstel, bekend, levering_id="", aanvaard_op="")
    feiten = set(vorm.tabellen()) - {"levering", "aanvaarding", "bewerkingen"}
    kop = ("concept", "fictief", "toelichting")
    return any(basis.get(naam, []) != nieuw.get(naam, []) for naam in feiten) or any(
        basis["levering"][0][kolom] != nieuw["levering"][0][kolom] for kolom in kop
    )


def _rapport(voorstel: Voorstel, uit: Tabellen, bekend: Bekend) -> None:
    """The rapport, unless the store has it, and this weergave of it, unless this very file is there."""
    kop = voorstel.kop
    eigen = {kolom: kop[kolom] for kolom in ("rapport_id", "titel", "uitgever", "gepubliceerd", "soort")}
    eigen["opmerking"] = kop["rapport_opmerking"]
    if not kop["staat_in"]:
        uit["rapporten"].append(als_rij("rapporten", **eigen))
    for rapport in uit["rapporten"]:
        if kop["staat_in"] and rapport["rapport_id"] == kop["rapport_id"]:
            rapport.update({kolom: schoon(waarde) for kolom, waarde in eigen.items()})
    if kop["zelfde_bestand"] != "ja":
        bezet = {w["weergave_id"] for w in bekend.weergaven()}
        uit["weergaven"].append(
            als_rij(
                "weergaven",
                weergave_id=vrij(f"{kop['rapport_id']}-weergave", bezet),
                rapport_id=kop["rapport_id"],
                bestand=kop["naam"],
                sha256=kop["sha256"],
                vorm=kop["vorm"],
            )
        )


def _oordelen(voorstel: Voorstel, uit: Tabellen) -> None:
    """The oordelen in use: beside what the replaced levering has of this rapport, or in its place."""
    rapport_id = voorstel.kop["rapport_id"]
    daar = {(o["meting_id"], o["indicator_id"]): o for o in uit["oordelen"] if o["rapport_id"] == rapport_id}
    for oordeel in voorstel.gebruikt:
        meting = voorstel.meting_van(oordeel)
        meting_id = meting["meting_id"] if meting else ""
        nieuw = als_rij("oordelen", **(oordeel | {"meting_id": meting_id, "rapport_id": rapport_id}))
        nieuw["teken_gedrukt"], extra = voor_levering(nieuw["uitkomst"], nieuw["teken_gedrukt"])
        nieuw["opmerking"] = " ".join(deel for deel in (nieuw["opmerking"], extra) if deel)
        bestaand = daar.get((meting_id, oordeel["indicator_id"]))
        if bestaand is None:
            uit["oordelen"].append(nieuw)
        else:
            bestaand.update(_samen(voorstel, bestaand, nieuw, bewerkt=_bewerkt(voorstel, oordeel)))


def _samen(voorstel: Voorstel, bestaand: Rij, nieuw: Rij, *, bewerkt: set[str]) -> Rij:
    """What an oordeel in store becomes: the editor's choice where they differ, the printed toelichting where asked for.

    What was edited by hand here always counts; our own opmerking stays, with the printed one after it.
    """
    uit = dict(bestaand)
    telt = gekozen(voorstel, bestaand) == "voorstel" or bool({"uitkomst", "teken_gedrukt"} & bewerkt)
    if telt:
        uit.update({kolom: nieuw[kolom] for kolom in ("uitkomst", "teken_gedrukt")})
    gedrukt = voorstel.kop["toelichtingen"] == "gedrukt"
    if (gedrukt and nieuw["toelichting"]) or "toelichting" in bewerkt:
        uit["toelichting"] = nieuw["toelichting"]
    if "opmerking" in bewerkt:
        uit["opmerking"] = nieuw["opmerking"]
    elif gedrukt and nieuw["opmerking"] and nieuw["opmerking"] not in bestaand["opmerking"]:
        uit["opmerking"] = " ".join(deel for deel in (bestaand["opmerking"], nieuw["opmerking"]) if deel)
    for kolom in ("vindplaats", "pagina", "thema_gedrukt"):
        if kolom in bewerkt or not bestaand[kolom]:
            uit[kolom] = nieuw[kolom]
    return uit


def _bewerkt(voorstel: Voorstel, oordeel: Rij) -> set[str]:
    """The columns in which an oordeel is not as it was read; all of them when it was added by hand."""
    gelezen = next((rij for rij in voorstel.gelezen if rij["nr"] == oordeel["nr"]), None)
    return {kolom for kolom in BEWERKBAAR if gelezen is None or gelezen[kolom] != oordeel[kolom]}


def bewerkingen(voorstel: Voorstel, *, levering_id: str) -> list[Rij]:
    """What was edited by hand, as rows of the levering table bewerkingen: the difference between gelezen and oordelen.

    An oordeel that was left out has a row with kolom `gebruikt`; personal data in its texts, which nobody accepted, is
    not told. One without meting or indicator has no place there.
    """
    uit: dict[tuple[str, str, str], Rij] = {}
    gelezen = {rij["nr"]: rij for rij in voorstel.gelezen}
    for oordeel in sorted(voorstel.oordelen, key=lambda o: o["gebruikt"] != "ja"):
        meting = voorstel.meting_van(oordeel)
        if meting is None or not oordeel["indicator_id"]:
            continue
        was = gelezen.get(oordeel["nr"], {})
        for kolom in BEWERKBAAR:
            if was.get(kolom, "") == oordeel[kolom]:
                continue
            uit.setdefault(
                (meting["meting_id"], oordeel["indicator_id"], kolom),
                als_rij(
                    "bewerkingen",
                    levering_id=levering_id,
                    meting_id=meting["meting_id"],
                    indicator_id=oordeel["indicator_id"],
                    kolom=kolom,
                    gelezen=was.get(kolom, ""),
                    aanvaard=_aanvaard(oordeel, kolom),
                ),
            )
    return list(uit.values())


def _aanvaard(oordeel: Rij, kolom: str) -> str:
    """What of an edited cell is told as accepted."""
    return oordeel[kolom] if oordeel["gebruikt"] == "ja" else privacy.zonder_weggehaald(oordeel[kolom], "")
