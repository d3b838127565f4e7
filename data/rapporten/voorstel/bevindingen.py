"""What an editor records by hand: bevindingen in words, and what a gemeente reports of its verbeterpunten (gemeld)."""

from __future__ import annotations

from data.rapporten.bekend import Bekend
from data.rapporten.gelezen import Soort
from data.rapporten.privacy import zoek_persoonsgegevens
from data.rapporten.voorstel import model
from data.rapporten.voorstel.gemeld import gepubliceerd_met_oordeel
from data.rapporten.voorstel.kennis import zonder_wat_wordt_verbeterd
from data.rapporten.voorstel.model import OngeldigeWaarde, Rij, Voorstel
from data.rapporten.voorstel.namen import schoon, slug, vrij
from data.rapporten.voorstel.vragen import twijfel, voeg_toe
from data.rapporten.voorstel.waarden import ACTIEPUNTEN, controleer_datum, controleer_geheel, controleer_lijst

WIJZIGBAAR = tuple(kolom for kolom in model.BEVINDING if kolom not in {"bevinding_id", "gemeente_code"})
NODIG = ("soort", "titel", "tekst", "vindplaats")


@zonder_wat_wordt_verbeterd
def voeg_bevinding_toe(voorstel: Voorstel, *, bekend: Bekend, **cellen: str) -> Rij:
    """Add a bevinding: it needs soort, titel, tekst and vindplaats; the other columns are those of WIJZIGBAAR.

    Its id is made of gemeente and titel, or soort where the titel seems to hold personal data. An actiepunt without
    stand is `open`. Raises OngeldigeWaarde.
    """
    gemeente_code = voorstel.kop["gemeente_code"]
    gemeente = next((g["gemeente"] for g in bekend.gemeenten() if g["gemeente_code"] == gemeente_code), "")
    if not gemeente:
        raise OngeldigeWaarde("Kies eerst over welke gemeente het rapport gaat.")
    gegeven = {kolom: schoon(waarde) for kolom, waarde in cellen.items()}
    for kolom, waarde in {**dict.fromkeys(NODIG, ""), **gegeven}.items():
        _controleer(voorstel, kolom, waarde, bekend)
    bezet = {b["bevinding_id"] for b in [*bekend.tabel("bevindingen"), *voorstel.bevindingen]}
    # the id stays when the titel is changed
    woord = gegeven["soort"] if zoek_persoonsgegevens(gegeven["titel"]) else gegeven["titel"]
    stam = "-".join(deel for deel in (slug(gemeente), slug(woord, 40)) if deel)
    bevinding = model.rij(model.BEVINDING, **gegeven, bevinding_id=vrij(stam, bezet), gemeente_code=gemeente_code)
    _zet_stand(bevinding)
    voorstel.bevindingen.append(bevinding)
    _kijk_naar_privacy(voorstel, bevinding)
    return bevinding


@zonder_wat_wordt_verbeterd
def wijzig_bevinding(voorstel: Voorstel, bevinding_id: str, kolom: str, waarde: str, *, bekend: Bekend) -> None:
    """Change one field of a bevinding; the id stays. Raises OngeldigeWaarde."""
    bevinding, waarde = _bevinding(voorstel, bevinding_id), schoon(waarde)
    _controleer(voorstel, kolom, waarde, bekend)
    if kolom == "soort" and waarde != "reactie" and any(g["bevinding_id"] == bevinding_id for g in voorstel.gemeld):
        raise OngeldigeWaarde("Aan deze reactie hangt nog wat de gemeente meldt; haal dat eerst weg.")
    bevinding[kolom] = waarde
    if kolom in {"soort", "stand"}:
        _zet_stand(bevinding)
    _kijk_naar_privacy(voorstel, bevinding)


def _kijk_naar_privacy(voorstel: Voorstel, bevinding: Rij) -> None:
    """A doubt for what in a bevinding may point to a person; settled when it is gone."""
    over = f"bevinding.{bevinding['bevinding_id']}"
    tekst = "\n".join(bevinding[kolom] for kolom in ("titel", "tekst", "opmerking"))
    zinnen = {f"{t.zin} Het staat in de bevinding “{bevinding['titel']}”." for t in zoek_persoonsgegevens(tekst)}
    for oud in voorstel.open_twijfels:
        if oud["over"] == over and oud["zin"] not in zinnen:
            oud.update(afgehandeld="ja", besluit="De tekst is gewijzigd en bevat dit niet meer.")
    bekende = {t["zin"] for t in voorstel.twijfels if t["over"] == over}
    for zin in sorted(zinnen - bekende):
        voeg_toe(voorstel, twijfel(Soort.PRIVACY, zin, over=over))


def _zet_stand(bevinding: Rij) -> None:
    """An actiepunt has a stand, open when none is given; another bevinding has none."""
    bevinding["stand"] = (bevinding["stand"] or "open") if bevinding["soort"] in ACTIEPUNTEN else ""


def _controleer(voorstel: Voorstel, kolom: str, waarde: str, bekend: Bekend) -> None:
    """Whether this value can stand in this column of a bevinding. Raises OngeldigeWaarde."""
    if kolom not in WIJZIGBAAR:
        raise OngeldigeWaarde(f"Het veld {kolom} van een bevinding is niet te wijzigen.")
    if kolom in NODIG and not waarde:
        raise OngeldigeWaarde(f"Een bevinding heeft een {kolom} nodig; vul dat in.")
    if kolom in {"soort", "stand"}:
        controleer_lijst("bevinding" if kolom == "soort" else "stand", waarde)
    if kolom.startswith("opvolging_verwacht"):
        controleer_datum(waarde)
    if kolom == "pagina":
        controleer_geheel(waarde)
    kan = {
        "onderwerp_id": {o["onderwerp_id"] for o in bekend.tabel("onderwerpen")},
        "aanpak_id": {a["aanpak_id"] for a in [*bekend.aanpakken(), *voorstel.aanpakken]},
        "indicatoren": {i.indicator_id for i in bekend.indicatoren()},
    }
    for deel in waarde.split() if kolom in kan else ():
        if deel not in kan[kolom]:
            raise OngeldigeWaarde(f"“{deel}” staat niet in de verzameling; kies een andere waarde.")


def _bevinding(voorstel: Voorstel, bevinding_id: str) -> Rij:
    for bevinding in voorstel.bevindingen:
        if bevinding["bevinding_id"] == bevinding_id:
            return bevinding
    raise OngeldigeWaarde(f"Dit voorstel heeft geen bevinding {bevinding_id}.")


def laat_bevinding_weg(voorstel: Voorstel, bevinding_id: str) -> None:
    """Take a bevinding out, with what it reports. Raises OngeldigeWaarde when it is not there."""
    voorstel.bevindingen.remove(_bevinding(voorstel, bevinding_id))
    voorstel.gemeld = [g for g in voorstel.gemeld if g["bevinding_id"] != bevinding_id]
    for oud in voorstel.open_twijfels:
        if oud["over"] == f"bevinding.{bevinding_id}":
            oud.update(afgehandeld="ja", besluit="De bevinding is weggehaald.")


def meld_actiepunt(voorstel: Voorstel, *, bevinding_id: str, actiepunt_id: str, bekend: Bekend) -> None:
    """Record that a reactie says something was done about an actiepunt in store. Raises OngeldigeWaarde."""
    actiepunten = {b["bevinding_id"] for b in bekend.zonder("").tabel("bevindingen") if b["soort"] in ACTIEPUNTEN}
    if actiepunt_id not in actiepunten:
        raise OngeldigeWaarde(f"Het actiepunt {actiepunt_id} staat niet in de verzameling; kies een ander.")
    _meld(voorstel, model.rij(model.GEMELD, bevinding_id=bevinding_id, actiepunt_id=actiepunt_id))


def meld_indicator(voorstel: Voorstel, *, bevinding_id: str, aanpak_id: str, indicator_id: str, bekend: Bekend) -> None:
    """Record that a reactie says something was done about a verbeterpunt (an indicator of an aanpak).

    Raises OngeldigeWaarde.
    """
    if aanpak_id not in {a["aanpak_id"] for a in [*bekend.aanpakken(), *voorstel.aanpakken]}:
        raise OngeldigeWaarde(f"De aanpak {aanpak_id} staat niet in de verzameling; kies een andere.")
    if indicator_id not in {i.indicator_id for i in bekend.indicatoren()}:
        raise OngeldigeWaarde(f"De indicator {indicator_id} staat niet in de verzameling; kies een andere.")
    if not gepubliceerd_met_oordeel(voorstel, aanpak_id, indicator_id, bekend):
        raise OngeldigeWaarde("Over deze indicator is bij deze aanpak geen oordeel; kies een andere.")
    _meld(voorstel, model.rij(model.GEMELD, bevinding_id=bevinding_id, aanpak_id=aanpak_id, indicator_id=indicator_id))


def _meld(voorstel: Voorstel, melding: Rij) -> None:
    """Add what a reactie reports, once."""
    if _bevinding(voorstel, melding["bevinding_id"])["soort"] != "reactie":
        raise OngeldigeWaarde("Alleen in een reactie meldt een gemeente wat zij heeft gedaan; kies een reactie.")
    if melding not in voorstel.gemeld:
        voorstel.gemeld.append(melding)


def trek_melding_in(voorstel: Voorstel, melding: Rij) -> None:
    """Take one row of `gemeld` out. Raises OngeldigeWaarde when it is not there."""
    if melding not in voorstel.gemeld:
        raise OngeldigeWaarde("Deze melding staat niet in dit voorstel.")
    voorstel.gemeld.remove(melding)
