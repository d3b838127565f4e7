"""What a reactie may speak of: an actiepunt or a verbeterpunt that was printed before it."""

from __future__ import annotations

from collections.abc import Iterator

from data.rapporten.bekend import Bekend
from data.rapporten.voorstel.model import Rij, Voorstel


def gepubliceerd_met_oordeel(voorstel: Voorstel, aanpak_id: str, indicator_id: str, bekend: Bekend) -> list[str]:
    """When the rapporten were published that judge this indicator of this aanpak, the voorstel itself among them.

    A reactie may speak of the very levering that is put right.
    """
    bekend = bekend.zonder("")
    hier = [
        voorstel.kop["gepubliceerd"]
        for oordeel in voorstel.gebruikt
        if (oordeel["aanpak_id"], oordeel["indicator_id"]) == (aanpak_id, indicator_id)
    ]
    metingen = {m["meting_id"] for m in bekend.metingen() if m["aanpak_id"] == aanpak_id}
    rapporten = {k["rapport_id"] for k in bekend.tabel("meting_rapport") if k["meting_id"] in metingen}
    return hier + [
        rapport["gepubliceerd"]
        for rapport in bekend.rapporten()
        if rapport["rapport_id"] in rapporten
        and any(
            oordeel["meting_id"] in metingen and oordeel["indicator_id"] == indicator_id
            for oordeel in bekend.oordelen(rapport["rapport_id"])
        )
    ]


def ouder_dan_waar_het_over_gaat(voorstel: Voorstel, bekend: Bekend) -> Iterator[str]:
    """Reacties that are older than every rapport with what they speak of, as Dutch sentences."""
    titel = {b["bevinding_id"]: b["titel"] for b in voorstel.bevindingen}
    for melding in voorstel.gemeld:
        data = _data(voorstel, melding, bekend)
        if not any(_kan(voorstel.kop["gepubliceerd"], daar) for daar in data):
            yield (
                f"De reactie “{titel.get(melding['bevinding_id'], melding['bevinding_id'])}” is ouder dan waar zij "
                "over gaat: verbeter de datum van publicatie, of haal de melding weg."
            )


def _data(voorstel: Voorstel, melding: Rij, bekend: Bekend) -> list[str]:
    """When that of which a reactie speaks was published."""
    if not melding["actiepunt_id"]:
        return gepubliceerd_met_oordeel(voorstel, melding["aanpak_id"], melding["indicator_id"], bekend)
    bekend = bekend.zonder("")
    punten = {b["rapport_id"] for b in bekend.tabel("bevindingen") if b["bevinding_id"] == melding["actiepunt_id"]}
    return [rapport["gepubliceerd"] for rapport in bekend.rapporten() if rapport["rapport_id"] in punten]


def _kan(hier: str, daar: str) -> bool:
    """Whether what was published `daar` may be no later than `hier`; both dates may be partial."""
    lengte = min(len(hier), len(daar))
    return daar[:lengte] <= hier[:lengte]
