"""A levering in store as a voorstel, so that it can be put right without its report being read again."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path

from data.bestandsnaam import veilige_naam
from data.fouten import LeveringOnbekend
from data.levering import controlegetallen
from data.rapporten.bekend import Bekend
from data.rapporten.document import Document
from data.rapporten.fouten import Gestopt, Onleesbaar
from data.rapporten.lezen import lees_rapport
from data.rapporten.voorstel import model
from data.rapporten.voorstel.aanpakken import zet_bekende_opvolging
from data.rapporten.voorstel.maken import maak
from data.rapporten.voorstel.map import schrijf_nieuw
from data.rapporten.voorstel.model import EIGEN, Rij, Voorstel
from data.rapporten.voorstel.onderdelen import Tabellen
from data.rapporten.voorstel.verbeteren import AANPAK, BEVINDING, RAPPORT, metingen_in
from data.rapporten.voorstel.verbeteren import METING as METING_IN_STORE

GEEN_BRON = "levering zonder origineel"


def uit_levering(levering_id: str, *, bekend: Bekend, naar: Path, rapport_id: str = "") -> Voorstel:
    """Write the folder of a voorstel that holds a levering in force as it stands, to be put right and replaced.

    What is not changed comes through acceptance as it is, also what a voorstel cannot show. Of a levering with several
    rapporten `rapport_id` says which one is shown. With its original, the passages are looked up in that.
    Raises LeveringOnbekend (Dutch) for a levering that is not in force or has no such rapport; FileExistsError when
    `naar` holds anything.
    """
    tabellen = bekend.tabellen_van(levering_id)
    rapport = _rapport(tabellen, levering_id, rapport_id)
    bron = _origineel(bekend.map_van(levering_id))
    voorstel = Voorstel(naar, "", _kop(levering_id, rapport, tabellen, bron), [], [], [], [], [], [])
    _aanpakken_en_metingen(voorstel, tabellen, bekend)
    # of a follow-up the aanpak, and with it the gemeente, may stand in another levering
    voorstel.kop["gemeente_code"] = voorstel.kop["gemeente_code"] or next(
        (aanpak["gemeente_code"] for aanpak in voorstel.aanpakken), ""
    )
    voorstel.oordelen = _oordelen(voorstel, tabellen, bekend)
    voorstel.bevindingen = [_bevinding(b, tabellen) for b in tabellen.get("bevindingen", []) if _van(b, rapport)]
    eigen = {bevinding["bevinding_id"] for bevinding in voorstel.bevindingen}
    voorstel.gemeld = [
        model.rij(model.GEMELD, **melding)
        for tabel in ("gemeld_actiepunt", "gemeld_indicator")
        for melding in tabellen.get(tabel, [])
        if melding["bevinding_id"] in eigen
    ]
    document = _zoek_passages(voorstel, bron, bekend) if bron is not None else Document(GEEN_BRON, ())
    rest = sum(_van(o, rapport) for o in tabellen.get("oordelen", [])) - len(voorstel.oordelen)
    if rest:
        voorstel.kop["melding"] = f"{rest} oordelen van een ander kader zijn hier niet te wijzigen; zij blijven zo."
    voorstel.gelezen = [dict(rij) for rij in voorstel.oordelen]
    schrijf_nieuw(voorstel, document.als_json(), bron)
    return voorstel


def _van(rij: Rij, rapport: Rij) -> bool:
    return rij["rapport_id"] == rapport["rapport_id"]


def _rapport(tabellen: Tabellen, levering_id: str, rapport_id: str) -> Rij:
    """The rapport of a levering that is shown. Raises LeveringOnbekend when there is no such one."""
    if not tabellen:
        raise LeveringOnbekend(f"De levering “{levering_id}” geldt niet (meer) en is dus niet te verbeteren.")
    rapporten = tabellen.get("rapporten", [])
    if not rapporten:
        raise LeveringOnbekend(f"In de levering “{levering_id}” staat geen rapport: zij is hier niet te verbeteren.")
    for rapport in rapporten:
        if rapport_id in {"", rapport["rapport_id"]}:
            return rapport
    raise LeveringOnbekend(f"In de levering “{levering_id}” staat geen rapport “{rapport_id}”; kies een ander.")


def _origineel(map_: Path | None) -> Path | None:
    """The file that was kept with a levering; None when there is none."""
    bron = map_ / controlegetallen.BRON if map_ is not None else None
    if bron is None or not bron.is_dir():
        return None
    return next((pad for pad in sorted(bron.iterdir()) if pad.is_file()), None)


def _kop(levering_id: str, rapport: Rij, tabellen: Tabellen, bron: Path | None) -> Rij:
    """The kop: what the levering says of itself and of its rapport. Why it is replaced is for the editor to say."""
    levering = tabellen["levering"][0]
    gedrukt = {k["meting_id"] for k in tabellen.get("meting_rapport", []) if _van(k, rapport)}
    metingen = [m for m in tabellen.get("metingen", []) if m["meting_id"] in gedrukt]
    gemeente = {a["aanpak_id"]: a["gemeente_code"] for a in tabellen.get("aanpakken", [])}
    plaatsen = [gemeente[m["aanpak_id"]] for m in metingen if m["aanpak_id"] in gemeente]
    plaatsen += [b["gemeente_code"] for b in tabellen.get("bevindingen", []) if _van(b, rapport)]
    return model.rij(
        model.KOP,
        naam=veilige_naam(bron.name) if bron is not None else levering_id,
        sha256=controlegetallen.som(bron) if bron is not None else "",
        vorm=GEEN_BRON,
        gemaakt=datetime.now(UTC).isoformat(timespec="seconds"),
        rapport_id=rapport["rapport_id"],
        **{hier: rapport[daar] for hier, daar in RAPPORT.items()},
        gemeente_code=next(iter([*plaatsen, *gemeente.values()]), ""),
        editie_id=metingen[0]["editie_id"] if metingen else "",
        zelfde_bestand="nee",
        eigen_rapport="ja",
        concept=levering["concept"],
        fictief=levering["fictief"],
        vervangt=levering_id,
        correctie=levering_id,
        toelichtingen="eigen",
        levering_toelichting=levering["toelichting"],
    )


def _aanpakken_en_metingen(voorstel: Voorstel, tabellen: Tabellen, bekend: Bekend) -> None:
    """The aanpakken and lineage of the levering, and the metingen that its rapport prints, also those of the store."""
    elders = bekend.zonder(voorstel.kop["correctie"])
    for rij in tabellen.get("aanpakken", []):
        _neem_aanpak(voorstel, rij, EIGEN)
    hier = metingen_in(tabellen, voorstel.kop["rapport_id"], voorstel.kop["editie_id"])
    daar = metingen_in(
        {"metingen": elders.metingen(), "meting_rapport": tabellen.get("meting_rapport", [])},
        voorstel.kop["rapport_id"],
        voorstel.kop["editie_id"],
    )
    bestaande = {rij["aanpak_id"]: rij for rij in elders.aanpakken()}
    for nieuw, metingen in ((EIGEN, hier), ("nee", daar)):
        for meting in metingen:
            namen = {a["aanpak_id"]: a["aanpak"] for a in voorstel.aanpakken}
            if meting["aanpak_id"] not in namen and meting["aanpak_id"] in bestaande:
                namen[meting["aanpak_id"]] = _neem_aanpak(voorstel, bestaande[meting["aanpak_id"]], "nee")
            aanpak = namen[meting["aanpak_id"]]
            if all((m["aanpak"], m["peiljaar"]) != (aanpak, meting["peiljaar"]) for m in voorstel.metingen):
                cellen = {kolom: meting[kolom] for kolom in ("meting_id", "aanpak_id", "editie_id", *METING_IN_STORE)}
                voorstel.metingen.append(model.rij(model.METING, **cellen, aanpak=aanpak, nieuw=nieuw))
    voorstel.opvolging = [
        model.rij(model.OPVOLGING, **rij, nieuw=EIGEN) for rij in tabellen.get("aanpak_opvolging", [])
    ]
    zet_bekende_opvolging(voorstel, elders)


def _neem_aanpak(voorstel: Voorstel, rij: Rij, nieuw: str) -> str:
    """Put an aanpak in the voorstel; the name by which its rows are known there, which no other one has."""
    bezet = {aanpak["aanpak"] for aanpak in voorstel.aanpakken}
    naam = rij["aanpak"] if rij["aanpak"] not in bezet else f"{rij['aanpak']} ({rij['aanpak_id']})"
    cellen = {hier: rij[daar] for hier, daar in AANPAK.items()}
    cellen |= {kolom: rij[kolom] for kolom in ("aanpak_id", "gemeente_code")}
    voorstel.aanpakken.append(model.rij(model.AANPAK, **cellen, aanpak=naam, nieuw=nieuw))
    return naam


def _oordelen(voorstel: Voorstel, tabellen: Tabellen, bekend: Bekend) -> list[Rij]:
    """The oordelen of the metingen that are shown; each has the number of its row in store."""
    metingen = {meting["meting_id"]: meting for meting in voorstel.metingen}
    namen = {indicator.indicator_id: indicator for indicator in bekend.indicatoren()}
    uit = []
    for nummer, rij in enumerate(tabellen.get("oordelen", []), start=1):
        if rij["rapport_id"] != voorstel.kop["rapport_id"] or rij["meting_id"] not in metingen:
            continue
        indicator, meting = namen.get(rij["indicator_id"]), metingen[rij["meting_id"]]
        cellen = {kolom: rij[kolom] for kolom in rij if kolom in model.OORDEEL}
        cellen |= {kolom: meting[kolom] for kolom in ("aanpak", "aanpak_id", "peiljaar")}
        cellen["indicator_gedrukt"] = indicator.indicator if indicator is not None else rij["indicator_id"]
        cellen["criterium_gedrukt"] = indicator.criterium if indicator is not None else ""
        uit.append(model.rij(model.OORDEEL, **cellen, nr=str(nummer), score="100", gebruikt="ja"))
    return uit


def _bevinding(rij: Rij, tabellen: Tabellen) -> Rij:
    """A bevinding of the levering, with its indicatoren."""
    cellen = {kolom: rij[kolom] for kolom in ("bevinding_id", "gemeente_code", *BEVINDING)}
    koppelingen = tabellen.get("bevinding_indicator", [])
    cellen["indicatoren"] = " ".join(k["indicator_id"] for k in koppelingen if k["bevinding_id"] == rij["bevinding_id"])
    return model.rij(model.BEVINDING, **cellen)


def _zoek_passages(voorstel: Voorstel, bron: Path, bekend: Bekend) -> Document:
    """Where in the original each oordeel stands, and its text; an empty one where it cannot be read any more."""
    try:
        gelezen = lees_rapport(bron, naam=bron.name, bekend=bekend)
    except (Onleesbaar, Gestopt):
        return Document(GEEN_BRON, ())
    sleutel = ("aanpak_id", "peiljaar", "indicator_id")
    with tempfile.TemporaryDirectory(prefix="verbeterpunten-") as tijdelijk:
        opnieuw = maak(gelezen, bron, naam=bron.name, bekend=bekend, naar=Path(tijdelijk) / "voorstel")
    plekken = {tuple(rij[kolom] for kolom in sleutel): rij for rij in reversed(opnieuw.oordelen)}
    for oordeel in voorstel.oordelen:
        gevonden = plekken.get(tuple(oordeel[kolom] for kolom in sleutel))
        if gevonden is not None:
            oordeel.update({kolom: gevonden[kolom] for kolom in ("blok", "rij", "kolom")})
    voorstel.kop["vorm"] = gelezen.document.vorm
    return gelezen.document
