"""What a report tells about itself: title, gemeente, aanpakken, dates, kader and bewijs, each with where it says so."""

from __future__ import annotations

from data.rapporten.bekend import Bekend
from data.rapporten.document import Document
from data.rapporten.gelezen import Herkend, Tabellen
from data.rapporten.herkenning.aanpak import aanpakken, opvolging
from data.rapporten.herkenning.kader import bewijs, kader_id, niveau
from data.rapporten.herkenning.koppelen import kies_editie
from data.rapporten.herkenning.passages import passages
from data.rapporten.herkenning.plaats import gemeente
from data.rapporten.herkenning.tijd import bezoek_op, gepubliceerd, onderzoek, peiljaren
from data.rapporten.herkenning.titel import titel


def herken(document: Document, tabellen: Tabellen, bekend: Bekend) -> Herkend:
    """What the running text and the column heads tell; None or empty where they do not: nothing is invented.

    What allows another reading has `zeker` False and says in Dutch why.
    """
    tekst = passages(document)
    kop = titel(tekst)
    keuze = kies_editie(bekend, tabellen.indicatoren)
    op_niveau = niveau(tekst, _niveau_van(bekend, keuze.editie_id))
    bezoek = bezoek_op(tekst)
    onderzoek_van, onderzoek_tot = onderzoek(tekst)
    jaren = peiljaren(tekst, tabellen, bezoek=bezoek, onderzocht=onderzoek_tot)
    waar = gemeente(tekst, kop, bekend.gemeenten())
    hier = [rij["aanpak"] for rij in bekend.aanpakken() if waar is not None and rij["gemeente_code"] == waar.waarde]
    namen = aanpakken(tekst, kop, tabellen, hier)
    return Herkend(
        titel=kop,
        gemeente_code=waar,
        aanpakken=namen,
        gepubliceerd=gepubliceerd(tekst),
        bezoek_op=bezoek,
        onderzoek_van=onderzoek_van,
        onderzoek_tot=onderzoek_tot,
        peiljaren=jaren,
        kader_id=kader_id(tekst, keuze, op_niveau, bekend),
        niveau=op_niveau,
        opvolging=opvolging(tekst, [naam.waarde for naam in namen]),
        bewijs=bewijs(tekst, jaren, op_niveau, tabellen),
    )


def _niveau_van(bekend: Bekend, editie_id: str | None) -> str:
    """The level of the kader of an editie; empty for None."""
    kader = next((rij["kader_id"] for rij in bekend.tabel("edities") if rij["editie_id"] == editie_id), None)
    return next((rij["niveau"] for rij in bekend.tabel("kaders") if rij["kader_id"] == kader), "")
