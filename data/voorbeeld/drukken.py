"""What a fictional rapport prints of a meting: when it was, on what it rests, and a row per indicator."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from random import Random

from data.voorbeeld.kaders import Indicator
from data.voorbeeld.lijnen import Aanpak, Gedrukt
from data.voorbeeld.rapporten import Gezien, Rapport
from data.voorbeeld.schrijven import Levering, Pen
from data.voorbeeld.teksten import BASIS, toelichting
from data.voorbeeld.uitkomsten import GEMENGD, NIET_BEOORDEELD, OPEN, VERBETERPUNT, VOLDOET

#: The days on which something happens: every month has them.
DAGEN = 28


def moment(stroom: Random, jaar: int, *, vroegst: int = 2, in_gezinnen: bool = False) -> tuple[int, Mapping[str, str]]:
    """When a visit is: the month in which it ends, and the columns of a meting: mostly a day, in families a period."""
    maand = vroegst + int(stroom.random() * (12 - vroegst))
    if stroom.random() < 0.06:
        return 12, {"peiljaar_reden": "Het fictieve rapport noemt alleen het jaar van het onderzoek."}
    if not in_gezinnen:
        return maand, {"bezoek_op": f"{jaar}-{maand:02}-{1 + int(stroom.random() * DAGEN):02}"}
    begin = f"{jaar - 1}-11" if maand < 5 else f"{jaar}-{maand - 3:02}"
    return maand, {"onderzoek_van": begin, "onderzoek_tot": f"{jaar}-{maand:02}"}


def schrijf_meting(
    levering: Levering, rapport: Rapport, aanpak: Aanpak, editie: str, *,
    ronde: str, bewijs: str, dekking: str, wanneer: Mapping[str, str],
) -> str:  # fmt: skip
    """Write a meting that a rapport prints; its id."""
    id_ = f"{aanpak.id}-{rapport.jaar}-{rapport.kader.kort}"
    # some number of families or files, always the same for the same meting
    aantal = 3 + sum(map(ord, id_)) % 12
    levering.rij(
        "metingen", meting_id=id_, aanpak_id=aanpak.id, editie_id=editie, ronde_id=ronde, peiljaar=rapport.jaar,
        bewijs=bewijs, dekking=dekking, basis=BASIS[bewijs].format(n=aantal), **wanneer,
    )  # fmt: skip
    levering.rij("meting_rapport", meting_id=id_, rapport_id=rapport.id)
    return id_


def schrijf_oordelen(
    pen: Pen, rapport: Rapport, aanpak: Aanpak, *, meting: str, uitkomsten: Sequence[tuple[Indicator, str]]
) -> list[Gezien]:
    """Write the oordelen of a meting and remember at the approach what is known now; what was seen."""
    tekens = {VOLDOET: "✓", VERBETERPUNT: rapport.kruis, GEMENGD: f"✓ {rapport.kruis}", NIET_BEOORDEELD: ""}
    bekend = aanpak.bekend.setdefault(rapport.kader.id, {})
    for plek, (indicator, uitkomst) in enumerate(uitkomsten):
        pen.levering.rij(
            "oordelen", meting_id=meting, indicator_id=indicator.id, rapport_id=rapport.id, uitkomst=uitkomst,
            teken_gedrukt=tekens[uitkomst], thema_gedrukt=indicator.thema,
            toelichting=toelichting(pen.stroom, uitkomst, indicator.kort),
            vindplaats=f"Tabel {indicator.thema}, rij {indicator.rij}, kolom {rapport.jaar}", pagina=5 + plek // 6,
        )  # fmt: skip
        if uitkomst != NIET_BEOORDEELD:
            bekend[indicator.begrip] = uitkomst
    gedrukt = tuple((indicator, uitkomst) for indicator, uitkomst in uitkomsten if uitkomst in OPEN)
    aanpak.getoetst[rapport.kader.id] = Gedrukt(meting, rapport.id, rapport.jaar, gedrukt)
    return [(indicator, uitkomst, aanpak.id) for indicator, uitkomst in uitkomsten]


def druk_opnieuw(pen: Pen, rapport: Rapport, eerder: Gedrukt, welke: Collection[str]) -> None:
    """Print the verbeterpunten of an earlier meting beside the new ones; where a cell differs, say which counts."""
    levering, stroom = pen.levering, pen.stroom
    rijen = [(indicator, uitkomst) for indicator, uitkomst in eerder.open if indicator.begrip in welke]
    if not rijen:
        return
    levering.rij("meting_rapport", meting_id=eerder.meting, rapport_id=rapport.id)
    anders = stroom.random() < 0.3
    for plek, (indicator, uitkomst) in enumerate(rijen):
        gedrukt = uitkomst
        if anders and plek == 0:
            gedrukt = VERBETERPUNT if uitkomst == GEMENGD else GEMENGD
            levering.rij(
                "conflicten", meting_id=eerder.meting, indicator_id=indicator.id, geldt=eerder.rapport,
                reden="Het rapport van de toets zelf gaat voor (fictief).",
            )  # fmt: skip
        levering.rij(
            "oordelen", meting_id=eerder.meting, indicator_id=indicator.id, rapport_id=rapport.id, uitkomst=gedrukt,
            teken_gedrukt=rapport.kruis if gedrukt == VERBETERPUNT else f"✓ {rapport.kruis}",
            thema_gedrukt=indicator.thema, toelichting=toelichting(stroom, gedrukt, indicator.kort),
            vindplaats=f"Tabel {indicator.thema}, rij {plek + 1}, kolom {eerder.jaar}", pagina=5,
        )  # fmt: skip
