"""From a report as read to a voorstel, with every doubt."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path

from data.bestandsnaam import veilige_naam
from data.rapporten.bekend import Bekend
from data.rapporten.gelezen import Cel, Gelezen, Vondst
from data.rapporten.herkenning.koppelen import EditieKeuze, Kaderkennis, kies_editie
from data.rapporten.voorstel import model
from data.rapporten.voorstel.aanpakken import aanpak_van_kolom, eigen_aanpak, maak_aanpak, maak_opvolging
from data.rapporten.voorstel.map import schrijf_nieuw
from data.rapporten.voorstel.metingen import zorg_voor_meting
from data.rapporten.voorstel.model import Rij, Voorstel
from data.rapporten.voorstel.namen import schoon, slug, uitgever, vrij
from data.rapporten.voorstel.twijfels import verzamel
from data.rapporten.voorstel.vergelijken import vergelijk, zelfde_rapport

GEEN_OORDELEN = (
    "Er is geen oordeel per indicator herkend. Drukt het rapport die wel af, lever het dan aan als PDF, Word of "
    "OpenDocument, of gebruik het rekenblad van dit product. Drukt het er geen af, leg bevindingen en actiepunten dan "
    "met de hand vast."
)


def maak(gelezen: Gelezen, bron: Path, *, naam: str, bekend: Bekend, naar: Path) -> Voorstel:
    """Write the folder of a voorstel for a report as read; `naam` is the name under which the file was offered.

    `naar` does not exist yet or is an empty folder; the folder appears whole or not at all. The same file and the same
    store give the same voorstel, but for `gemaakt`. Raises FileExistsError when `naar` holds anything.
    """
    keuze = editie_keuze(gelezen, bekend)
    voorstel = Voorstel(
        map=naar,
        versie="",
        kop=_kop(gelezen, bron, naam=naam, editie_id=keuze.editie_id or "", bekend=bekend),
        aanpakken=[],
        opvolging=[],
        metingen=[],
        oordelen=[],
        gelezen=[],
        twijfels=[],
    )
    kennis = Kaderkennis.uit(bekend, editie_id=keuze.editie_id) if keuze.editie_id else Kaderkennis.leeg()
    gemeente_code = voorstel.kop["gemeente_code"]
    bestaande = [rij["aanpak"] for rij in bekend.aanpakken() if rij["gemeente_code"] == gemeente_code]
    voorstel.oordelen = [
        _oordeel(nummer, cel, gelezen, kennis)
        | {"aanpak": aanpak_van_kolom(cel.kolom, gelezen, bestaande) or eigen_aanpak(gelezen)}
        for nummer, cel in enumerate(gelezen.tabellen.cellen, start=1)
    ]
    _deel_in(voorstel, gelezen, bekend)
    voorstel.kop["rapport_id"] = rapport_id(voorstel, gelezen, bekend)
    if not voorstel.oordelen:
        voorstel.kop["melding"] = _melding(gelezen, kennis)
    gelijk = vergelijk(voorstel, bekend)
    if gelijk.rapport_id:
        zelfde_rapport(voorstel, gelijk.rapport_id, bekend=bekend)
    voorstel.gelezen = [dict(rij) for rij in voorstel.oordelen]
    voorstel.twijfels = verzamel(voorstel, gelezen, keuze=keuze, bekend=bekend)
    schrijf_nieuw(voorstel, gelezen.document.als_json(), bron)
    return voorstel


def editie_keuze(gelezen: Gelezen, bekend: Bekend) -> EditieKeuze:
    """The editie whose indicators are printed; without any, the latest editie of the kader that the text names."""
    keuze = kies_editie(bekend, gelezen.tabellen.indicatoren)
    genoemd = gelezen.herkend.kader_id
    if keuze.editie_id is not None or genoemd is None:
        return keuze
    edities = [rij for rij in bekend.tabel("edities") if rij["kader_id"] == genoemd.waarde]
    laatste = max(edities, key=lambda rij: (rij["volgorde"].zfill(9), rij["editie_id"]), default=None)
    return EditieKeuze(laatste["editie_id"] if laatste else None, keuze.herkend, keuze.totaal, keuze.twijfel)


def _kop(gelezen: Gelezen, bron: Path, *, naam: str, editie_id: str, bekend: Bekend) -> Rij:
    """The kop, as far as the report tells."""
    herkend = gelezen.herkend
    gemeente = waarde(herkend.gemeente_code)
    controlegetal = hashlib.sha256(bron.read_bytes()).hexdigest()
    return model.rij(
        model.KOP,
        naam=veilige_naam(naam),
        sha256=controlegetal,
        vorm=gelezen.document.vorm,
        gemaakt=datetime.now(UTC).isoformat(timespec="seconds"),
        titel=waarde(herkend.titel),
        uitgever=uitgever(gelezen.document)[0],
        gepubliceerd=waarde(herkend.gepubliceerd),
        soort=_soort(gelezen),
        gemeente_code=gemeente,
        editie_id=editie_id,
        concept="nee",
        # facts about a gemeente that does not exist are fictional
        fictief="ja" if gemeente.startswith("FG") else "nee",
        toelichtingen="eigen",
        zelfde_bestand="ja" if any(rij["sha256"] == controlegetal for rij in bekend.weergaven()) else "nee",
    )


def waarde(vondst: Vondst | None) -> str:
    """What was found, as a cell; "" when nothing was."""
    return schoon(vondst.waarde) if vondst is not None else ""


def _soort(gelezen: Gelezen) -> str:
    """What kind of rapport: what the title says, else a follow-up when it prints more than one year."""
    titel = waarde(gelezen.herkend.titel).lower()
    for soort in ("nota van bevindingen", "opvolgfactsheet"):
        if soort in titel:
            return soort
    jaren = {cel.kolom.peiljaar for cel in gelezen.tabellen.cellen if cel.kolom.peiljaar}
    return "opvolgfactsheet" if len(jaren) > 1 else "rapport"


def rapport_id(voorstel: Voorstel, gelezen: Gelezen, bekend: Bekend) -> str:
    """An id that is free in the store: stj-alkmaar-2015."""
    gemeenten = {rij["gemeente_code"]: rij["gemeente"] for rij in bekend.gemeenten()}
    gemeente = gemeenten.get(voorstel.kop["gemeente_code"], "")
    jaar = voorstel.kop["gepubliceerd"][:4] or max((rij["peiljaar"] for rij in voorstel.metingen), default="")
    stam = "-".join(deel for deel in (uitgever(gelezen.document)[1], slug(gemeente), jaar) if deel)
    return vrij(stam, {rij["rapport_id"] for rij in bekend.rapporten()})


def _oordeel(nummer: int, cel: Cel, gelezen: Gelezen, kennis: Kaderkennis) -> Rij:
    """One cell as a row of oordelen.csv, but for the aanpak."""
    koppeling = kennis.indicator(cel.indicator_gedrukt)
    gevonden = koppeling if koppeling is not None and koppeling.bekend else None
    jaar = cel.kolom.peiljaar or peiljaar_uit_tekst(gelezen)
    return model.rij(
        model.OORDEEL,
        nr=str(nummer),
        peiljaar=str(jaar or ""),
        thema_gedrukt=schoon(cel.thema_gedrukt),
        criterium_gedrukt=schoon(cel.criterium_gedrukt),
        indicator_gedrukt=schoon(cel.indicator_gedrukt),
        indicator_id=gevonden.indicator_id if gevonden else "",
        score=f"{koppeling.score:.0f}" if koppeling else "",
        uitkomst=cel.lezing.uitkomst,
        teken_gedrukt=schoon(cel.lezing.teken_gedrukt),
        toelichting=schoon(cel.lezing.toelichting),
        opmerking=schoon(cel.lezing.opmerking),
        vindplaats=schoon(cel.vindplaats),
        pagina="" if cel.pagina is None else str(cel.pagina),
        blok=str(cel.plek.blok),
        rij="" if cel.plek.rij is None else str(cel.plek.rij),
        kolom="" if cel.plek.kolom is None else str(cel.plek.kolom),
        gebruikt="ja",
    )


def peiljaar_uit_tekst(gelezen: Gelezen) -> int | None:
    """The peiljaar of a column that prints none: the one that the running text gives, a sure one before another."""
    jaren = sorted(gelezen.herkend.peiljaren, key=lambda vondst: not vondst.zeker)
    return next((int(vondst.waarde) for vondst in jaren if vondst.waarde.isdecimal()), None)


def _deel_in(voorstel: Voorstel, gelezen: Gelezen, bekend: Bekend) -> None:
    """The aanpakken, their lineage and the metingen that the cells ask for."""
    for oordeel in voorstel.oordelen:
        if not oordeel["aanpak"]:
            continue
        aanpak = maak_aanpak(voorstel, oordeel["aanpak"], bekend=bekend)
        oordeel["aanpak_id"] = aanpak["aanpak_id"]
        if oordeel["peiljaar"]:
            zorg_voor_meting(voorstel, aanpak["aanpak"], oordeel["peiljaar"], bekend=bekend, herkend=gelezen.herkend)
    if not voorstel.oordelen and gelezen.tabellen.kaderregels:
        # a kader is printed, so the report measured by it, although it prints no verdicts
        eigen = eigen_aanpak(gelezen)
        if eigen:
            maak_aanpak(voorstel, eigen, bekend=bekend)
            jaar = peiljaar_uit_tekst(gelezen)
            if jaar is not None:
                zorg_voor_meting(voorstel, eigen, str(jaar), bekend=bekend, herkend=gelezen.herkend)
    maak_opvolging(voorstel, gelezen, bekend=bekend)


def _melding(gelezen: Gelezen, kennis: Kaderkennis) -> str:
    """What an editor must know of a report without verdicts."""
    regels = gelezen.tabellen.kaderregels
    if not regels:
        return GEEN_OORDELEN
    gedrukt = dict.fromkeys(regel.indicator_gedrukt for regel in regels)
    herkend = sum(k is not None and k.bekend for k in map(kennis.indicator, gedrukt))
    return f"{GEEN_OORDELEN} Wel drukt het een kader af: {herkend} van de {len(gedrukt)} indicatoren zijn herkend."
