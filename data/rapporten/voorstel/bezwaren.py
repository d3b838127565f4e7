"""What still stands in the way of acceptance."""

from __future__ import annotations

from collections.abc import Iterator

from data.rapporten.bekend import Bekend
from data.rapporten.gelezen import Soort
from data.rapporten.voorstel.gemeld import ouder_dan_waar_het_over_gaat
from data.rapporten.voorstel.kennis import zonder_wat_wordt_verbeterd
from data.rapporten.voorstel.model import Rij, Voorstel
from data.rapporten.voorstel.namen import opsomming
from data.rapporten.voorstel.tabellen import BEWERKBAAR, wijzigt
from data.rapporten.voorstel.tekens import TEKEN_VAN, uitkomst_van
from data.rapporten.voorstel.vergelijken import vergelijk

NODIG_IN_KOP = {
    "rapport_id": "Geef het rapport een id.",
    "titel": "Vul de titel van het rapport in.",
    "uitgever": "Vul in wie het rapport heeft uitgegeven.",
    "gepubliceerd": "Vul in wanneer het rapport is gepubliceerd.",
    "soort": "Vul in wat voor rapport het is.",
    "gemeente_code": "Kies over welke gemeente het rapport gaat.",
}
NODIG_IN_METING = {"bewijs": "het bewijs", "dekking": "de dekking", "basis": "de basis", "peiljaar": "het peiljaar"}
NODIG_IN_OORDEEL = {
    "indicator_id": "indicator: kies er een, of laat het oordeel weg",
    "aanpak": "aanpak: kies er een",
    "peiljaar": "peiljaar: vul het in",
    "vindplaats": "vindplaats: vul in waar het in het rapport staat",
}
#: Longest toelichting in characters: a line of a levering takes 100 000.
LANGSTE_TEKST = 20_000


@zonder_wat_wordt_verbeterd
def bezwaren(voorstel: Voorstel, bekend: Bekend) -> list[str]:
    """Dutch sentences, one per thing to do before this voorstel can be accepted; empty when it can."""
    return [
        *_twijfels(voorstel),
        *_kop(voorstel, bekend),
        *_oordelen(voorstel, bekend),
        *_metingen(voorstel),
        *_verschillen(voorstel, bekend),
        *ouder_dan_waar_het_over_gaat(voorstel, bekend),
        *(_niets_verbeterd(voorstel, bekend) if voorstel.kop["correctie"] else _niets(voorstel)),
    ]


def _twijfels(voorstel: Voorstel) -> Iterator[str]:
    nummers = [twijfel["nr"] for twijfel in voorstel.open_twijfels]
    privacy = sum(twijfel["soort"] == Soort.PRIVACY for twijfel in voorstel.open_twijfels)
    if len(nummers) == 1:
        yield f"Twijfel {nummers[0]} is nog niet afgehandeld."
    elif nummers:
        welke = opsomming(nummers) if len(nummers) <= 10 else f"{', '.join(nummers[:10])} en nog {len(nummers) - 10}"
        # they are settled in a step of their own, with a count of its own
        over = f", waarvan {privacy} over persoonsgegevens" if privacy else ""
        yield f"{len(nummers)} twijfels zijn nog niet afgehandeld{over}: {welke}."
    # the page asks for a besluit; who edits twijfels.csv can forget it
    for twijfel in voorstel.twijfels:
        if twijfel["afgehandeld"] == "ja" and not twijfel["besluit"].strip():
            yield f"Twijfel {twijfel['nr']} is afgehandeld zonder besluit: schrijf in een paar woorden wat u besloot."


def _kop(voorstel: Voorstel, bekend: Bekend) -> Iterator[str]:
    kop = voorstel.kop
    for kolom, zin in NODIG_IN_KOP.items():
        if not kop[kolom] and not (kop["correctie"] and kolom == "gemeente_code"):
            yield zin
    if (voorstel.metingen or voorstel.gebruikt) and not kop["editie_id"]:
        yield "Kies welk kader het rapport gebruikt."
    if kop["vervangt"] and not kop["reden"]:
        yield "Geef de reden waarom deze levering de vorige vervangt."
    yield from _tegen_de_verzameling(voorstel, bekend)


def _tegen_de_verzameling(voorstel: Voorstel, bekend: Bekend) -> Iterator[str]:
    """Ids that are taken, or are no longer there: the store may have changed since the report was read."""
    kop = voorstel.kop
    opnieuw = "De verzameling is intussen veranderd; lees dit bestand opnieuw."
    if kop["correctie"] and bekend.map_van(kop["correctie"]) is None:
        yield f"De levering {kop['correctie']} geldt niet meer: gooi dit voorstel weg en begin opnieuw."
        return
    rapporten = {rapport["rapport_id"] for rapport in bekend.rapporten()}
    if kop["rapport_id"] in rapporten and not kop["staat_in"]:
        yield f"Het id {kop['rapport_id']} is al van een ander rapport; geef dit rapport een ander id."
    if kop["staat_in"] and bekend.levering_van(kop["staat_in"]) != kop["vervangt"]:
        yield f"Het rapport {kop['staat_in']} staat niet meer in levering {kop['vervangt']}. {opnieuw}"
    bestand_bij = next((w["rapport_id"] for w in bekend.weergaven() if w["sha256"] == kop["sha256"]), "")
    if bestand_bij and bestand_bij != kop["staat_in"]:
        yield f"Dit bestand staat al in de verzameling, bij rapport {bestand_bij}."
    aanpakken = {rij["aanpak_id"] for rij in bekend.aanpakken()}
    metingen = {rij["meting_id"] for rij in bekend.metingen()}
    scheef = [a["aanpak_id"] for a in voorstel.aanpakken if (a["aanpak_id"] in aanpakken) != (a["nieuw"] == "nee")]
    scheef += [m["meting_id"] for m in voorstel.metingen if (m["meting_id"] in metingen) != (m["nieuw"] == "nee")]
    if scheef:
        yield f"Niet meer zoals het was: {opsomming(scheef)}. {opnieuw}"


def _oordelen(voorstel: Voorstel, bekend: Bekend) -> Iterator[str]:
    editie = {i.indicator_id: i.editie_id for i in bekend.indicatoren()}
    eerste: dict[tuple[str, str, str], str] = {}
    for oordeel in voorstel.gebruikt:
        nr, indicator_id = oordeel["nr"], oordeel["indicator_id"]
        if indicator_id and editie.get(indicator_id) != voorstel.kop["editie_id"]:
            yield f"De indicator van oordeel {nr} hoort niet bij het gekozen kader: kies een andere."
        for kolom, wat in NODIG_IN_OORDEEL.items():
            if not oordeel[kolom]:
                yield f"Oordeel {nr} heeft geen {wat}."
        if (
            oordeel["uitkomst"]
            not in {uitkomst_van(oordeel["teken_gedrukt"]) or oordeel["uitkomst"]} & TEKEN_VAN.keys()
        ):
            yield f"Teken en uitkomst van oordeel {nr} spreken elkaar tegen: verbeter een van beide."
        if max(len(oordeel[kolom]) for kolom in ("toelichting", "opmerking")) > LANGSTE_TEKST:
            yield f"De tekst van oordeel {nr} is langer dan {LANGSTE_TEKST} tekens: kort hem in."
        sleutel = (oordeel["aanpak"], oordeel["peiljaar"], indicator_id)
        if all(sleutel) and eerste.setdefault(sleutel, nr) != nr:
            yield f"Oordeel {eerste[sleutel]} en {nr} gaan over dezelfde indicator in dezelfde meting: laat er een weg."


def _metingen(voorstel: Voorstel) -> Iterator[str]:
    for meting in voorstel.metingen:
        naam = f"de meting {meting['aanpak']} {meting['peiljaar']}"
        if meting["nieuw"] == "nee":
            continue
        mist = [woord for kolom, woord in NODIG_IN_METING.items() if not meting[kolom]]
        if mist:
            yield f"Van {naam} ontbreekt {opsomming(mist)}."
        if meting["peiljaar"] and not meting["peiljaar_reden"] and not _in_periode(meting):
            yield f"Het peiljaar van {naam} valt niet in de onderzoeksperiode: leg uit waarom (reden van het peiljaar)."
        tot = meting["bezoek_op"] or meting["onderzoek_tot"]
        op = voorstel.kop["gepubliceerd"]
        if tot and op and tot[: len(op)] > op[: len(tot)]:
            yield f"Het onderzoek van {naam} ({tot}) is na de publicatie ({op}): verbeter een van beide."


def _in_periode(meting: Rij) -> bool:
    """Whether the peiljaar lies in the research period, as the build reads it."""
    van = meting["onderzoek_van"] or meting["bezoek_op"]
    tot = meting["onderzoek_tot"] or meting["bezoek_op"]
    return bool(van and tot) and van[:4] <= meting["peiljaar"] <= tot[:4]


def _verschillen(voorstel: Voorstel, bekend: Bekend) -> Iterator[str]:
    """Cells that the store has otherwise, while nobody said which counts."""
    gelijk = vergelijk(voorstel, bekend)
    if gelijk.rapport_id and not voorstel.kop["staat_in"]:
        yield f"Het rapport {gelijk.rapport_id} lijkt hetzelfde: kies of dit dat rapport is, of een ander."
    gekozen = {(keuze["meting_id"], keuze["indicator_id"]) for keuze in voorstel.keuzes}
    eigen = bekend.tabellen_van(voorstel.kop["correctie"]).get("conflicten", []) if voorstel.kop["correctie"] else []
    beslist = {(c["meting_id"], c["indicator_id"]) for c in [*bekend.tabel("conflicten"), *eigen]}
    if not voorstel.kop["staat_in"]:
        gekozen |= beslist
    for cel in gelijk.cellen:
        if (
            cel.soort == "anders"
            and (cel.meting_id, cel.indicator_id) not in gekozen
            and not _met_de_hand(voorstel, cel.oordeel_nr)
        ):
            yield f"Oordeel {cel.oordeel_nr} is anders dan in de verzameling: kies welk van de twee telt."


def _met_de_hand(voorstel: Voorstel, nr: str) -> bool:
    """Whether the uitkomst of an oordeel in another printing of the same rapport was set by hand: then that counts."""
    if not voorstel.kop["staat_in"]:
        return False
    gelezen = next((rij for rij in voorstel.gelezen if rij["nr"] == nr), None)
    return gelezen is None or gelezen["uitkomst"] != voorstel.oordeel(nr)["uitkomst"]


def _niets_verbeterd(voorstel: Voorstel, bekend: Bekend) -> Iterator[str]:
    """Nothing that a levering which is put right would have otherwise."""
    if not wijzigt(voorstel, bekend):
        yield "Er is nog niets gewijzigd: er valt niets te aanvaarden."


def _niets(voorstel: Voorstel) -> Iterator[str]:
    """Nothing that acceptance would add or change."""
    kop = voorstel.kop
    if not (voorstel.gebruikt or voorstel.metingen or voorstel.bevindingen):
        yield "Er is nog niets om te aanvaarden: voeg een oordeel, een meting of een bevinding toe."
    if kop["zelfde_bestand"] == "ja" and kop["toelichtingen"] != "gedrukt":
        bewerkt = any(
            oordeel[kolom] != gelezen[kolom]
            for oordeel, gelezen in zip(voorstel.oordelen, voorstel.gelezen, strict=False)
            for kolom in BEWERKBAAR
        )
        if not (bewerkt or voorstel.bevindingen or len(voorstel.oordelen) > len(voorstel.gelezen)):
            yield "Dit bestand staat al in de verzameling en er is niets gewijzigd: er valt niets te aanvaarden."
