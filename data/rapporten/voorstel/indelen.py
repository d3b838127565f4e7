"""What an editor chooses for the report as a whole: kader, aanpakken, lineage, metingen; kept by `bewaar`."""

from __future__ import annotations

from data.rapporten.bekend import Bekend
from data.rapporten.gelezen import Soort
from data.rapporten.herkenning.koppelen import Kaderkennis
from data.rapporten.voorstel import model
from data.rapporten.voorstel.aanpakken import (
    laat_los,
    maak_aanpak,
    word_bestaand,
    word_nieuw,
    zet_bekende_opvolging,
)
from data.rapporten.voorstel.kennis import zonder_wat_wordt_verbeterd
from data.rapporten.voorstel.metingen import dekking, herken_in_store, zorg_voor_meting
from data.rapporten.voorstel.model import OngeldigeWaarde, Rij, Voorstel
from data.rapporten.voorstel.namen import schoon
from data.rapporten.voorstel.twijfels import indicatoren, themas
from data.rapporten.voorstel.vragen import voeg_toe
from data.rapporten.voorstel.waarden import controleer_datum, controleer_jaar, controleer_lijst, is_id

KOP_WIJZIGBAAR = (
    *("rapport_id", "titel", "uitgever", "gepubliceerd", "soort", "rapport_opmerking", "gemeente_code", "concept"),
    *("fictief", "reden", "toelichtingen", "levering_toelichting"),
)
METING_WIJZIGBAAR = (
    *("peiljaar", "peiljaar_reden", "ronde_id", "bezoek_op", "onderzoek_van", "onderzoek_tot", "bewijs", "dekking"),
    *("basis", "opmerking"),
)
INGEVULD = "Met de hand ingevuld: {}."
VAST = (
    "Wie een levering verbetert, houdt haar gemeente, kader en id’s. Trek haar in en lees het rapport opnieuw als die "
    "niet kloppen."
)


@zonder_wat_wordt_verbeterd
def wijzig_kop(voorstel: Voorstel, kolom: str, waarde: str, *, bekend: Bekend) -> None:
    """Change one field of the kop: those of KOP_WIJZIGBAAR (for the kader see `kies_kader`).

    Another gemeente_code moves the aanpakken with it. The doubts on that field are settled. Raises OngeldigeWaarde.
    """
    waarde = schoon(waarde)
    if kolom not in KOP_WIJZIGBAAR:
        raise OngeldigeWaarde(f"Het veld {kolom} is hier niet te wijzigen.")
    if voorstel.kop["correctie"] and kolom in {"rapport_id", "gemeente_code"}:
        raise OngeldigeWaarde(VAST)
    if voorstel.kop["staat_in"] and kolom in {"rapport_id", "gemeente_code"}:
        raise OngeldigeWaarde("Dit rapport staat al in de verzameling; zeg eerst dat het een ander rapport is.")
    _controleer_kop(kolom, waarde, bekend)
    voorstel.kop[kolom] = waarde
    if kolom == "gemeente_code":
        voorstel.kop["fictief"] = "ja" if waarde.startswith("FG") else voorstel.kop["fictief"]
        for aanpak in list(voorstel.aanpakken):
            _zoek_opnieuw(voorstel, aanpak, bekend)
        waarde = {g["gemeente_code"]: g["gemeente"] for g in bekend.gemeenten()}[waarde]
    _handel_af(voorstel, f"kop.{kolom}", waarde)


def _controleer_kop(kolom: str, waarde: str, bekend: Bekend) -> None:
    """Whether this value can stand in this field of the kop. Raises OngeldigeWaarde."""
    if kolom == "gepubliceerd":
        controleer_datum(waarde)
    elif kolom in {"concept", "fictief"}:
        controleer_lijst("janee", waarde, leeg=False)
    elif kolom == "toelichtingen":
        controleer_lijst("toelichtingen", waarde, leeg=False)
    elif kolom == "rapport_id":
        if not is_id(waarde) or waarde in {r["rapport_id"] for r in bekend.rapporten()}:
            vorm = "kleine letters, cijfers en streepjes"
            raise OngeldigeWaarde(f"“{waarde}” is bezet of heeft niet de vorm van een id ({vorm}).")
    elif kolom == "gemeente_code" and waarde not in {g["gemeente_code"] for g in bekend.gemeenten()}:
        raise OngeldigeWaarde(f"De gemeente {waarde} staat niet in de verzameling; kies een andere.")


def _handel_af(voorstel: Voorstel, over: str, waarde: str) -> None:
    """Settle the open doubts on a field that was filled in."""
    for gezien in voorstel.open_twijfels:
        if gezien["over"] == over and waarde:
            gezien.update(afgehandeld="ja", besluit=INGEVULD.format(waarde))


def _zoek_opnieuw(voorstel: Voorstel, aanpak: Rij, bekend: Bekend) -> None:
    """An aanpak under another gemeente: the one that the store has there, or a new one."""
    naam = aanpak["aanpak"]
    plek = voorstel.aanpakken.index(aanpak)
    oude_id = aanpak["aanpak_id"]
    voorstel.aanpakken.pop(plek)
    nieuw = maak_aanpak(voorstel, naam, bekend=bekend)
    voorstel.aanpakken.insert(plek, voorstel.aanpakken.pop())
    _verplaats(voorstel, nieuw, oude_id, bekend)


def _verplaats(voorstel: Voorstel, aanpak: Rij, oude_id: str, bekend: Bekend) -> None:
    """All that names an aanpak goes with it when it has another id."""
    for rij in [*voorstel.oordelen, *voorstel.metingen]:
        if rij["aanpak"] == aanpak["aanpak"]:
            rij["aanpak_id"] = aanpak["aanpak_id"]
    plekken = [(rij, "aanpak_id") for rij in [*voorstel.bevindingen, *voorstel.gemeld]]
    plekken += [(rij, kant) for rij in voorstel.opvolging if rij["nieuw"] == "ja" for kant in ("van", "naar")]
    for rij, kolom in plekken:
        if rij[kolom] == oude_id:
            rij[kolom] = aanpak["aanpak_id"]
    for meting in voorstel.metingen:
        if meting["aanpak"] == aanpak["aanpak"]:
            herken_in_store(voorstel, meting, bekend=bekend)
    zet_bekende_opvolging(voorstel, bekend)


@zonder_wat_wordt_verbeterd
def kies_kader(voorstel: Voorstel, editie_id: str, *, bekend: Bekend) -> None:
    """Choose the editie of the kader: every oordeel is matched to its indicatoren anew. Raises OngeldigeWaarde.

    The doubts about indicator and thema are those of the new kader; the doubt which kader it is, is settled.
    """
    if editie_id not in {rij["editie_id"] for rij in bekend.tabel("edities")}:
        raise OngeldigeWaarde(f"De editie {editie_id} staat niet in de verzameling; kies een andere.")
    if voorstel.kop["correctie"]:
        raise OngeldigeWaarde(VAST)
    voorstel.kop["editie_id"] = editie_id
    kennis = Kaderkennis.uit(bekend, editie_id=editie_id)
    for oordeel in voorstel.oordelen:
        koppeling = kennis.indicator(oordeel["indicator_gedrukt"])
        past = koppeling is not None and koppeling.bekend
        oordeel["indicator_id"] = koppeling.indicator_id if koppeling is not None and past else ""
        oordeel["score"] = f"{koppeling.score:.0f}" if koppeling is not None else ""
    for meting in voorstel.metingen:
        herken_in_store(voorstel, meting, bekend=bekend)
    over_indicator = {Soort.INDICATOR_ONBEKEND, Soort.INDICATOR_ONZEKER, Soort.ANDER_THEMA}
    for gezien in voorstel.open_twijfels:
        if gezien["soort"] in over_indicator:
            gezien.update(afgehandeld="ja", besluit="Er is een ander kader gekozen.")
    for rij in [*indicatoren(voorstel, bekend), *themas(voorstel, bekend)]:
        voeg_toe(voorstel, rij)
    _handel_af(voorstel, "kop.editie_id", bekend.edities()[editie_id])


@zonder_wat_wordt_verbeterd
def wijzig_aanpak(voorstel: Voorstel, aanpak: str, kolom: str, waarde: str, *, bekend: Bekend) -> None:
    """Change an aanpak, found by its printed name: aanpak_id, naam, begin, einde or opmerking.

    An aanpak_id of the store makes it that one; "" makes it new, with an id of its own. All that names it goes with it,
    the doubts on it are settled. Raises OngeldigeWaarde.
    """
    rij, waarde = voorstel.aanpak(aanpak), schoon(waarde)
    oude_id = rij["aanpak_id"]
    if kolom == "aanpak_id":
        _kies_aanpak(voorstel, rij, waarde, bekend=bekend)
    elif kolom not in {"naam", "begin", "einde", "opmerking"}:
        raise OngeldigeWaarde(f"Het veld {kolom} van een aanpak is niet te wijzigen.")
    elif rij["nieuw"] == "nee":
        raise OngeldigeWaarde("Deze aanpak staat al in de verzameling; hier is hij niet te wijzigen.")
    else:
        _wijzig_nieuwe_aanpak(voorstel, rij, kolom, waarde, bekend=bekend)
    if rij["aanpak_id"] != oude_id:
        _verplaats(voorstel, rij, oude_id, bekend)
    if kolom in {"aanpak_id", "naam"}:
        _handel_af(voorstel, f"aanpak.{oude_id}", rij["naam"])


def _kies_aanpak(voorstel: Voorstel, rij: Rij, aanpak_id: str, *, bekend: Bekend) -> None:
    """Make an aanpak the one of the store with this id, or with "" a new one. Raises OngeldigeWaarde."""
    if rij["nieuw"] == model.EIGEN:
        raise OngeldigeWaarde(VAST)
    daar = next((a for a in bekend.aanpakken() if a["aanpak_id"] == aanpak_id), None)
    if aanpak_id and daar is None:
        raise OngeldigeWaarde(f"De aanpak {aanpak_id} staat niet in de verzameling; kies een andere.")
    if daar is not None:
        word_bestaand(rij, daar)
    else:
        rij.update(naam=rij["aanpak"], begin="", einde="", opmerking="")
        word_nieuw(voorstel, rij, bekend=bekend)


def _wijzig_nieuwe_aanpak(voorstel: Voorstel, rij: Rij, kolom: str, waarde: str, *, bekend: Bekend) -> None:
    if kolom in {"begin", "einde"}:
        controleer_datum(waarde)
    if kolom == "naam" and not waarde:
        raise OngeldigeWaarde("Een aanpak heeft een naam nodig; vul die in.")
    rij[kolom] = waarde
    if kolom == "naam" and rij["nieuw"] == "ja":
        word_nieuw(voorstel, rij, bekend=bekend)


@zonder_wat_wordt_verbeterd
def wijzig_meting(voorstel: Voorstel, meting_id: str, kolom: str, waarde: str, *, bekend: Bekend) -> None:
    """Change a meting: the columns of METING_WIJZIGBAAR. One that the store has already cannot be changed here.

    Another peiljaar goes for its oordelen too. A doubt that all metingen now answer is settled. Raises OngeldigeWaarde.
    """
    meting, waarde = voorstel.meting(meting_id), schoon(waarde)
    if kolom not in METING_WIJZIGBAAR:
        raise OngeldigeWaarde(f"Het veld {kolom} van een meting is niet te wijzigen.")
    if meting["nieuw"] == "nee":
        raise OngeldigeWaarde("Deze meting staat al in de verzameling; hier is zij niet te wijzigen.")
    if kolom in {"bewijs", "dekking"}:
        controleer_lijst(kolom, waarde)
    if kolom in {"bezoek_op", "onderzoek_van", "onderzoek_tot"}:
        controleer_datum(waarde, heel=kolom == "bezoek_op")
    if kolom == "ronde_id" and waarde and waarde not in {r["ronde_id"] for r in bekend.tabel("onderzoeksrondes")}:
        raise OngeldigeWaarde(f"De onderzoeksronde {waarde} staat niet in de verzameling; kies een andere.")
    if kolom == "peiljaar":
        _ander_jaar(voorstel, meting, waarde, bekend)
    else:
        meting[kolom] = waarde
    if all(m[kolom] for m in voorstel.metingen if m["nieuw"] == "ja"):
        _handel_af(voorstel, f"metingen.{kolom}", waarde)


def _ander_jaar(voorstel: Voorstel, meting: Rij, waarde: str, bekend: Bekend) -> None:
    """Move a meting with its oordelen to another year."""
    controleer_jaar(waarde)
    if any(m["aanpak"] == meting["aanpak"] and m["peiljaar"] == waarde for m in voorstel.metingen):
        raise OngeldigeWaarde(f"Dit voorstel heeft al een meting van {meting['aanpak']} in {waarde}.")
    for oordeel in voorstel.oordelen:
        if voorstel.meting_van(oordeel) is meting:
            oordeel["peiljaar"] = waarde
    meting["peiljaar"] = waarde
    herken_in_store(voorstel, meting, bekend=bekend)


@zonder_wat_wordt_verbeterd
def voeg_meting_toe(voorstel: Voorstel, *, aanpak: str, peiljaar: str, bekend: Bekend) -> Rij:
    """A meting (without oordelen as yet) for an aanpak, which is added too when the voorstel has none of that name.

    Raises OngeldigeWaarde.
    """
    naam = schoon(aanpak)
    if not naam:
        raise OngeldigeWaarde("Een meting hoort bij een aanpak; vul de naam in.")
    controleer_jaar(peiljaar)
    maak_aanpak(voorstel, naam, bekend=bekend)
    meting = zorg_voor_meting(voorstel, naam, peiljaar, bekend=bekend)
    meting["dekking"] = meting["dekking"] or dekking(voorstel, meting, bekend)
    _handel_af(voorstel, "aanpakken", naam)
    _handel_af(voorstel, "oordelen.peiljaar", peiljaar)
    return meting


def laat_meting_weg(voorstel: Voorstel, meting_id: str) -> None:
    """Take a meting out, and its aanpak when nothing else names it.

    Raises OngeldigeWaarde while oordelen in use belong to it.
    """
    meting = voorstel.meting(meting_id)
    if any(voorstel.meting_van(oordeel) is meting for oordeel in voorstel.gebruikt):
        raise OngeldigeWaarde("Bij deze meting horen nog oordelen; laat die eerst weg.")
    voorstel.metingen.remove(meting)
    laat_los(voorstel, meting["aanpak"])


@zonder_wat_wordt_verbeterd
def voeg_opvolging_toe(voorstel: Voorstel, *, van: str, naar: str, bron: str, bekend: Bekend) -> None:
    """Record that aanpak `naar` took over from `van` (aanpak_ids, of this voorstel or of the store).

    The doubts on these two aanpakken are settled. Raises OngeldigeWaarde.
    """
    namen = {a["aanpak_id"]: a["aanpak"] for a in bekend.aanpakken()}
    namen |= {a["aanpak_id"]: a["naam"] for a in voorstel.aanpakken}
    if not {van, naar} <= namen.keys() or van == naar:
        raise OngeldigeWaarde("Kies twee verschillende aanpakken: welke is overgenomen, en door welke.")
    if any(
        (rij["van"], rij["naar"]) == (van, naar) for rij in [*voorstel.opvolging, *bekend.tabel("aanpak_opvolging")]
    ):
        raise OngeldigeWaarde("Deze opvolging is al vastgelegd.")
    if not schoon(bron):
        raise OngeldigeWaarde("Geef aan waar staat dat de ene aanpak de andere heeft overgenomen.")
    voorstel.opvolging.append(model.rij(model.OPVOLGING, van=van, naar=naar, bron=schoon(bron), nieuw="ja"))
    for aanpak_id in (van, naar):
        _handel_af(voorstel, f"aanpak.{aanpak_id}", f"{namen[van]} ging over in {namen[naar]}")


def laat_opvolging_weg(voorstel: Voorstel, *, van: str, naar: str) -> None:
    """Take a takeover out that is of this voorstel. Raises OngeldigeWaarde for one that the store has."""
    for rij in voorstel.opvolging:
        if (rij["van"], rij["naar"]) == (van, naar) and rij["nieuw"] != "nee":
            voorstel.opvolging.remove(rij)
            return
    raise OngeldigeWaarde("Deze opvolging staat niet in dit voorstel, of al in de verzameling.")
