"""Every doubt that reading a report leaves, numbered, each tied to what it is on."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from data.rapporten.bekend import Bekend
from data.rapporten.gelezen import Gelezen, Soort
from data.rapporten.herkenning.koppelen import EditieKeuze, Kaderkennis
from data.rapporten.privacy import zoek_persoonsgegevens
from data.rapporten.voorstel.model import Rij, Voorstel
from data.rapporten.voorstel.namen import lijkt
from data.rapporten.voorstel.twijfel_herkenning import herkenning
from data.rapporten.voorstel.vergelijken import verschillen
from data.rapporten.voorstel.vragen import als_cellen, twijfel

#: The columns that tell which row was printed: oordelen that share them stand in one row.
GEDRUKTE_RIJ = ("thema_gedrukt", "criterium_gedrukt", "indicator_gedrukt")


def verzamel(voorstel: Voorstel, gelezen: Gelezen, *, keuze: EditieKeuze, bekend: Bekend) -> list[Rij]:
    """The doubts of a voorstel as it was read: on the report first, then cell by cell in printed order."""
    op_cellen = sorted(
        chain(
            _van_lezen(voorstel, gelezen),
            indicatoren(voorstel, bekend),
            themas(voorstel, bekend),
            _dubbel(voorstel, gelezen),
            privacy(voorstel),
            verschillen(voorstel, bekend),
        ),
        key=lambda rij: int(rij["oordeel_nr"] or 0),
    )
    rijen = [*herkenning(voorstel, gelezen, keuze=keuze, bekend=bekend), *op_cellen]
    for nummer, rij in enumerate(rijen, start=1):
        rij["nr"] = str(nummer)
    return rijen


def _van_lezen(voorstel: Voorstel, gelezen: Gelezen) -> Iterator[Rij]:
    """What the reader of the tables doubted: per cell, and about a table as a whole."""
    op_plek: dict[tuple[str, str, str], Rij] = {}
    for oordeel, cel in zip(voorstel.oordelen, gelezen.tabellen.cellen, strict=True):
        op_plek.setdefault(als_cellen(cel.plek), oordeel)
        for gezien in cel.lezing.twijfels:
            yield twijfel(gezien.soort, gezien.zin, oordeel=oordeel)
    for gezien in gelezen.tabellen.twijfels:
        eigen = op_plek.get(als_cellen(gezien.plek)) if gezien.plek is not None else None
        yield twijfel(gezien.soort, gezien.zin, oordeel=eigen, plek=gezien.plek)


def gedrukte_rij(oordeel: Rij) -> tuple[str, ...]:
    """What oordelen of one printed row have in common."""
    return tuple(oordeel[kolom] for kolom in GEDRUKTE_RIJ)


def _eerste_per_rij(voorstel: Voorstel) -> list[Rij]:
    """The first oordeel in use of every printed row: what holds for the row is asked once."""
    eerste: dict[tuple[str, ...], Rij] = {}
    for oordeel in voorstel.gebruikt:
        eerste.setdefault(gedrukte_rij(oordeel), oordeel)
    return list(eerste.values())


def indicatoren(voorstel: Voorstel, bekend: Bekend) -> Iterator[Rij]:
    """Rows whose indicator is not surely one of the kader; without a kader there is nothing to match with."""
    editie_id = voorstel.kop["editie_id"]
    kennis = Kaderkennis.uit(bekend, editie_id=editie_id) if editie_id else Kaderkennis.leeg()
    for oordeel in _eerste_per_rij(voorstel):
        gezien = kennis.twijfel(oordeel["indicator_gedrukt"])
        if gezien is not None:
            yield twijfel(gezien.soort, gezien.zin, oordeel=oordeel)


def themas(voorstel: Voorstel, bekend: Bekend, *, alleen: tuple[str, ...] | None = None) -> Iterator[Rij]:
    """Rows printed under another thema than the kader has them; with `alleen` only that printed row."""
    editie_id = voorstel.kop["editie_id"]
    if not editie_id:
        return
    kennis = Kaderkennis.uit(bekend, editie_id=editie_id)
    ids = {i.indicator_id for i in bekend.indicatoren() if i.editie_id == editie_id}
    for oordeel in _eerste_per_rij(voorstel):
        gedrukt = oordeel["thema_gedrukt"]
        if alleen not in {None, gedrukte_rij(oordeel)} or not gedrukt or oordeel["indicator_id"] not in ids:
            continue
        eigen, genoemd = kennis.thema_van(oordeel["indicator_id"]), kennis.thema(gedrukt)
        if genoemd != eigen and lijkt(gedrukt, eigen) < 90:
            zin = (
                f"De indicator “{oordeel['indicator_gedrukt']}” staat hier onder “{gedrukt}”; in het kader hoort hij "
                f"bij “{eigen}”."
            )
            yield twijfel(Soort.ANDER_THEMA, zin, oordeel=oordeel)


def _dubbel(voorstel: Voorstel, gelezen: Gelezen) -> Iterator[Rij]:
    """Cells that give a meting a second verdict on one indicator, where the reader did not say so already."""
    gezegd = {als_cellen(t.plek) for t in gelezen.tabellen.twijfels if t.soort is Soort.DUBBEL and t.plek is not None}
    gezegd |= {
        als_cellen(cel.plek)
        for cel in gelezen.tabellen.cellen
        if any(gezien.soort is Soort.DUBBEL for gezien in cel.lezing.twijfels)
    }
    eerste: dict[tuple[str, str, str], Rij] = {}
    for oordeel in voorstel.oordelen:
        sleutel = (oordeel["aanpak"], oordeel["peiljaar"], oordeel["indicator_id"])
        if not all(sleutel):
            continue
        eerder = eerste.setdefault(sleutel, oordeel)
        if eerder is not oordeel and (oordeel["blok"], oordeel["rij"], oordeel["kolom"]) not in gezegd:
            yield twijfel(Soort.DUBBEL, dubbel_zin(eerder, oordeel), oordeel=oordeel)


def dubbel_zin(eerder: Rij, oordeel: Rij) -> str:
    """Two oordelen that cannot both count."""
    return (
        f"Oordeel {oordeel['nr']} gaat over dezelfde indicator als oordeel {eerder['nr']} ({eerder['aanpak']}, "
        f"{eerder['peiljaar']}): laat er één weg, of kies een andere indicator."
    )


def privacy(voorstel: Voorstel, *, alleen: str = "") -> Iterator[Rij]:
    """Cells whose text may point to a person; with `alleen` only the oordeel of that number."""
    for oordeel in voorstel.oordelen:
        if alleen in {"", oordeel["nr"]}:
            for kolom in ("toelichting", "opmerking"):
                for zin in dict.fromkeys(treffer.zin for treffer in zoek_persoonsgegevens(oordeel[kolom])):
                    waar = f"de {kolom} van oordeel {oordeel['nr']}"
                    wat = f"{zin} Maak {waar} onherkenbaar, of zeg dat het geen kwaad kan."
                    yield twijfel(Soort.PRIVACY, wat, oordeel=oordeel)
