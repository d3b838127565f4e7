"""Is this rapport in store already, and does it say the same: cell by cell."""

from __future__ import annotations

from collections.abc import Iterator

from data.rapporten.bekend import Bekend
from data.rapporten.gelezen import Soort
from data.rapporten.voorstel.kennis import zonder_wat_wordt_verbeterd
from data.rapporten.voorstel.model import (
    KEUZE,
    CelVergelijking,
    OngeldigeWaarde,
    Rij,
    Vergelijking,
    Voorstel,
    rij,
)
from data.rapporten.voorstel.namen import in_woorden, lijkt, schoon, slug, uitgever, vrij
from data.rapporten.voorstel.vragen import twijfel

#: From this share of equal cells a rapport with the same metingen is the same rapport.
ZELFDE = 0.8
#: From this likeness of titles a rapport without verdicts is the same rapport.
ZELFDE_TITEL = 90.0
UITKOMST = {
    "voldoet": "voldoet (✓)",
    "verbeterpunt": "verbeterpunt (X)",
    "gemengd": "gemengd (✓ en X)",
    "niet_beoordeeld": "niet beoordeeld (lege cel)",
    "": "geen oordeel",
}
#: The kop of a rapport that the store has is what the store says.
KOP_VAN_RAPPORT = {"titel": "titel", "uitgever": "uitgever", "gepubliceerd": "gepubliceerd", "soort": "soort"}


@zonder_wat_wordt_verbeterd
def vergelijk(voorstel: Voorstel, bekend: Bekend) -> Vergelijking:
    """What the store knows already of what this voorstel prints, as it stands now."""
    zelfde_bestand = next((w for w in bekend.weergaven() if w["sha256"] == voorstel.kop["sha256"]), None)
    gekozen = voorstel.kop["staat_in"] or (zelfde_bestand["rapport_id"] if zelfde_bestand else "")
    eigen = voorstel.kop["eigen_rapport"] == "ja"
    rapport_id = gekozen or ("" if eigen else _zoek_zelfde(voorstel, bekend))
    if rapport_id:
        cellen = tuple(_cellen(voorstel, bekend.oordelen(rapport_id), _metingen_in(bekend, rapport_id), rapport_id))
    else:
        cellen = tuple(_herdrukt(voorstel, bekend))
    return Vergelijking(
        rapport_id=rapport_id,
        levering_id=(bekend.levering_van(rapport_id) or "") if rapport_id else "",
        zelfde_bestand=zelfde_bestand is not None,
        cellen=cellen,
        zin=_zin(voorstel, rapport_id, cellen, bekend),
    )


def _zoek_zelfde(voorstel: Voorstel, bekend: Bekend) -> str:
    """The rapport in store of which this is another weergave, "" when it is none.

    The same metingen (aanpak of this gemeente, peiljaar, kader), and at least ZELFDE of all cells equal. Without
    verdicts on either side: (nearly) the same titel, published at the same time.
    """
    hier = {meting["meting_id"] for meting in voorstel.metingen}
    if not hier or any(meting["nieuw"] == "ja" for meting in voorstel.metingen):
        return ""
    daar: dict[str, set[str]] = {}
    for koppeling in bekend.tabel("meting_rapport"):
        daar.setdefault(koppeling["rapport_id"], set()).add(koppeling["meting_id"])
    beste, hoogste = "", 0.0
    for rapport in bekend.rapporten():
        zelfde_metingen = daar.get(rapport["rapport_id"]) == hier
        if zelfde_metingen and _zelfde_tijd(voorstel.kop["gepubliceerd"], rapport["gepubliceerd"]):
            aandeel = _aandeel_gelijk(voorstel, bekend, rapport)
            if aandeel >= ZELFDE and aandeel > hoogste:
                beste, hoogste = rapport["rapport_id"], aandeel
    return beste


def _aandeel_gelijk(voorstel: Voorstel, bekend: Bekend, rapport: Rij) -> float:
    """The share of cells of both that are equal; without cells 1 when the titel is (nearly) the same, else 0."""
    rapport_id = rapport["rapport_id"]
    cellen = list(_cellen(voorstel, bekend.oordelen(rapport_id), _metingen_in(bekend, rapport_id), rapport_id))
    if not cellen:
        zelfde_tijd = voorstel.kop["gepubliceerd"] == rapport["gepubliceerd"]
        return float(zelfde_tijd and lijkt(voorstel.kop["titel"], rapport["titel"]) >= ZELFDE_TITEL)
    return sum(cel.soort == "gelijk" for cel in cellen) / len(cellen)


def _zelfde_tijd(een: str, ander: str) -> bool:
    """Whether two dates, each of them perhaps partial or unknown, may be the same."""
    return een.startswith(ander) or ander.startswith(een)


def _metingen_in(bekend: Bekend, rapport_id: str) -> set[str]:
    """The metingen that a rapport in store prints."""
    return {r["meting_id"] for r in bekend.tabel("meting_rapport") if r["rapport_id"] == rapport_id}


def _herdrukt(voorstel: Voorstel, bekend: Bekend) -> Iterator[CelVergelijking]:
    """The cells of metingen that another rapport in store prints too, one comparison per such rapport."""
    hier = {meting["meting_id"] for meting in voorstel.metingen}
    per_rapport: dict[str, set[str]] = {}
    for koppeling in bekend.tabel("meting_rapport"):
        if koppeling["meting_id"] in hier:
            per_rapport.setdefault(koppeling["rapport_id"], set()).add(koppeling["meting_id"])
    for rapport_id, metingen in sorted(per_rapport.items()):
        yield from _cellen(voorstel, bekend.oordelen(rapport_id), metingen, rapport_id)


def _cellen(voorstel: Voorstel, oordelen: list[Rij], metingen: set[str], rapport_id: str) -> Iterator[CelVergelijking]:
    """Cell by cell, for the metingen that both have: in printed order, then what only the store has."""
    daar = {(o["meting_id"], o["indicator_id"]): o for o in oordelen if o["meting_id"] in metingen}
    gezien: set[tuple[str, str]] = set()
    plek: dict[str, Rij] = {}
    for oordeel in voorstel.gebruikt:
        meting = voorstel.meting_van(oordeel)
        if meting is None or meting["meting_id"] not in metingen:
            continue
        plek[meting["meting_id"]] = meting
        sleutel = (meting["meting_id"], oordeel["indicator_id"])
        if sleutel not in gezien:
            gezien.add(sleutel)
            yield _vergelijking(meting, oordeel, daar.get(sleutel), rapport_id)
    for sleutel, oordeel in daar.items():
        if sleutel not in gezien and sleutel[0] in plek:
            yield _vergelijking(plek[sleutel[0]], None, oordeel, rapport_id)


def _vergelijking(meting: Rij, hier: Rij | None, daar: Rij | None, rapport_id: str) -> CelVergelijking:
    """One cell on both sides."""
    leeg = dict.fromkeys(("nr", "indicator_id", "uitkomst", "teken_gedrukt", "toelichting"), "")
    h, d = hier or leeg, daar or leeg
    soort = "alleen_daar" if hier is None else "alleen_hier"
    if hier is not None and daar is not None:
        soort = "gelijk" if hier["uitkomst"] == daar["uitkomst"] else "anders"
    return CelVergelijking(
        soort=soort,
        meting_id=meting["meting_id"],
        aanpak=meting["aanpak"],
        peiljaar=meting["peiljaar"],
        indicator_id=h["indicator_id"] or d["indicator_id"],
        uitkomst_hier=h["uitkomst"],
        uitkomst_daar=d["uitkomst"],
        teken_hier=h["teken_gedrukt"],
        teken_daar=d["teken_gedrukt"],
        oordeel_nr=h["nr"],
        toelichting_hier=h["toelichting"],
        toelichting_daar=d["toelichting"],
        rapport_daar=rapport_id,
    )


def _zin(voorstel: Voorstel, rapport_id: str, cellen: tuple[CelVergelijking, ...], bekend: Bekend) -> str:
    """The comparison in one Dutch sentence."""
    gelijk = sum(cel.soort == "gelijk" for cel in cellen)
    telling = f"{gelijk} van de {len(cellen)} oordelen zijn gelijk" if cellen else "het drukt geen oordelen af"
    if rapport_id:
        rapport = next((r for r in bekend.rapporten() if r["rapport_id"] == rapport_id), None)
        naam = f"“{rapport['titel']}” ({in_woorden(rapport['gepubliceerd'])})" if rapport else rapport_id
        if any(w["sha256"] == voorstel.kop["sha256"] for w in bekend.weergaven()):
            return f"Dit bestand staat al in de verzameling, als weergave van {naam}: {telling}."
        if not voorstel.kop["staat_in"]:
            return f"Dit lijkt een rapport dat al in de verzameling staat, {naam}: {telling}. Kies of het dat is."
        return f"Dit is een andere weergave van een rapport dat al in de verzameling staat, {naam}: {telling}."
    if cellen:
        return f"Dit rapport is nieuw, maar drukt ook metingen af die al in de verzameling staan: {telling}."
    return ""


def verschillen(voorstel: Voorstel, bekend: Bekend) -> Iterator[Rij]:
    """The doubts VERSCHIL: cells that the store has otherwise, or that only one of the two has."""
    vergelijking = vergelijk(voorstel, bekend)
    for cel in vergelijking.cellen:
        oordeel = voorstel.oordeel(cel.oordeel_nr) if cel.oordeel_nr else None
        waar = f"{cel.aanpak} {cel.peiljaar}, indicator {_kort(cel.indicator_id, bekend)}"
        if cel.soort == "anders":
            zin = (
                f"{waar}: hier {UITKOMST[cel.uitkomst_hier]}, in de verzameling {UITKOMST[cel.uitkomst_daar]}. "
                "Kies welke van de twee telt."
            )
        elif cel.soort == "alleen_daar":
            zin = f"{waar}: de verzameling heeft {UITKOMST[cel.uitkomst_daar]}, hier is geen oordeel gelezen."
        elif cel.soort == "alleen_hier" and vergelijking.rapport_id and cel.indicator_id:
            zin = f"{waar}: hier {UITKOMST[cel.uitkomst_hier]}, in de verzameling staat dit oordeel niet."
        else:
            continue
        # another rapport may print fewer rows of a meting: that is no difference
        if cel.soort != "alleen_daar" or vergelijking.rapport_id:
            yield twijfel(Soort.VERSCHIL, zin, over="verschil", oordeel=oordeel)


def _kort(indicator_id: str, bekend: Bekend) -> str:
    """An indicator's short name."""
    return next((f"“{i.kort}”" for i in bekend.indicatoren() if i.indicator_id == indicator_id), "zonder naam")


def zelfde_rapport(voorstel: Voorstel, rapport_id: str, *, bekend: Bekend) -> None:
    """Take this as another weergave of a rapport in store: accepting it replaces the levering that holds that rapport.

    Raises OngeldigeWaarde for a rapport that the store does not have.
    """
    _geen_correctie(voorstel)
    rapport = next((r for r in bekend.rapporten() if r["rapport_id"] == rapport_id), None)
    levering_id = bekend.levering_van(rapport_id)
    if rapport is None or levering_id is None:
        raise OngeldigeWaarde(f"Het rapport {rapport_id} staat niet in de verzameling; kies een ander.")
    kop = next(levering for levering in bekend.leveringen if levering.id == levering_id).gegevens
    wat = (
        "dezelfde weergave is opnieuw gelezen"
        if voorstel.kop["zelfde_bestand"] == "ja"
        else "een weergave is toegevoegd"
    )
    voorstel.kop.update({naar: rapport[van] for naar, van in KOP_VAN_RAPPORT.items()})
    voorstel.kop.update(
        rapport_id=rapport_id,
        rapport_opmerking=rapport["opmerking"],
        staat_in=rapport_id,
        eigen_rapport="nee",
        vervangt=levering_id,
        reden=f"Van het rapport “{schoon(rapport['titel'])}”: {wat}.",
        concept=kop.get("concept") or "nee",
        fictief=kop.get("fictief") or "nee",
        levering_toelichting=kop.get("toelichting") or "",
    )


def ander_rapport(voorstel: Voorstel, *, bekend: Bekend) -> None:
    """Take this as a rapport of its own, although the store has one like it.

    Raises OngeldigeWaarde for a file that the store has already: it cannot be of two rapporten.
    """
    _geen_correctie(voorstel)
    if voorstel.kop["zelfde_bestand"] == "ja":
        raise OngeldigeWaarde("Dit bestand staat al in de verzameling; het kan niet ook een ander rapport zijn.")
    voorstel.kop["eigen_rapport"] = "ja"
    if not voorstel.kop["staat_in"]:
        return
    gemeente = next(
        (g["gemeente"] for g in bekend.gemeenten() if g["gemeente_code"] == voorstel.kop["gemeente_code"]), ""
    )
    begin = uitgever(voorstel.document)[1]
    stam = "-".join(deel for deel in (begin, slug(gemeente), voorstel.kop["gepubliceerd"][:4]) if deel)
    voorstel.kop.update(staat_in="", vervangt="", reden="", levering_toelichting="", rapport_opmerking="")
    voorstel.kop["rapport_id"] = vrij(stam, {r["rapport_id"] for r in bekend.rapporten()})


def _geen_correctie(voorstel: Voorstel) -> None:
    """Raise OngeldigeWaarde when the voorstel puts a levering right: of which rapport it is, is then known."""
    if voorstel.kop["correctie"]:
        raise OngeldigeWaarde("Dit voorstel verbetert een levering; bij welk rapport het hoort, ligt vast.")


def kies(voorstel: Voorstel, oordeel_nr: str | int, *, geldt: str, reden: str) -> None:
    """Where this printing and the one in store differ, say which counts ("voorstel" or "verzameling") and why.

    Settles the doubt VERSCHIL on that oordeel. Raises OngeldigeWaarde.
    """
    if geldt not in {"voorstel", "verzameling"}:
        raise OngeldigeWaarde("Kies welk oordeel telt: dat van dit rapport of dat in de verzameling.")
    if not schoon(reden):
        raise OngeldigeWaarde("Geef de reden waarom dit oordeel telt.")
    oordeel = voorstel.oordeel(oordeel_nr)
    meting = voorstel.meting_van(oordeel)
    if meting is None or not oordeel["indicator_id"]:
        raise OngeldigeWaarde(f"Oordeel {oordeel_nr} heeft nog geen meting of geen indicator; kies die eerst.")
    sleutel = {"meting_id": meting["meting_id"], "indicator_id": oordeel["indicator_id"]}
    voorstel.keuzes = [keuze for keuze in voorstel.keuzes if not sleutel.items() <= keuze.items()]
    voorstel.keuzes.append(rij(KEUZE, **sleutel, geldt=geldt, reden=schoon(reden)))
    wie = "dit rapport" if geldt == "voorstel" else "de verzameling"
    for gezien in voorstel.twijfels:
        if gezien["soort"] == Soort.VERSCHIL and gezien["oordeel_nr"] == str(oordeel["nr"]):
            gezien.update(afgehandeld="ja", besluit=f"Het oordeel van {wie} telt: {schoon(reden)}")
