"""When: publication, visit, period of research, and the years that a report speaks of."""

from __future__ import annotations

import re

from data.rapporten.document import Document, Plek
from data.rapporten.gelezen import Tabellen, Vondst
from data.rapporten.herkenning.datums import (
    Periode,
    alleen_datum,
    datum,
    enkele_periode,
    jaren,
    maand_in_woorden,
    periode,
)
from data.rapporten.herkenning.passages import Passage, kort, passages, zinnen

#: What the doubt says when the text gives no period of research.
GEEN_PERIODE = "Wanneer het onderzoek was, is niet gevonden: vul het in als u het weet"
_WIE = r"(?:STJ|TSD|inspecties?|toezicht|gemeente|inspecteurs)"
_BEZOEK = re.compile(
    rf"(?:heeft|hebben|is|zijn|bracht(?:en)?|sprak(?:en)?)\b.*\b{_WIE}\b.*"
    r"(?:besproken|bezocht|gesproken|gerapporteerd|getoetst|bezoek|gesprek)"
    r"|\b(?:bezoek|gesprek|toezichtbezoek|hertoets)\b.*\b(?:vond|plaatsgevonden|was|op)\b"
    rf"|\b{_WIE}\b.*\b(?:bezocht(?:en)?|bezoek|sprak(?:en)?)\b",
    re.IGNORECASE,
)
_GEEN_BEZOEK = re.compile(
    r"bijeenkomst|concept|pilot|vastgesteld|gepubliceerd|zullen|\bzal\b|met ingang van|\bsinds\b|memo\b", re.IGNORECASE
)
_ONDERZOEK = re.compile(r"onderzo(?:ek|cht)|getoetst|toetsing|toezicht|interviews|inspecties", re.IGNORECASE)
_WIE_ONDERZOEKT = re.compile(r"\b(?:STJ|TSD|inspecties?|inspecteurs)\b", re.IGNORECASE)
_GEEN_ONDERZOEK = re.compile(r"\bpilot|\bzullen\b|\bzal\b|zomer \d{4}, te laten|nagaan|over een jaar", re.IGNORECASE)
#: A month that stands with such a word may be that of a report coming out.
_UITGAVE = re.compile(
    r"public(?:eer|er|atie)|verschijn|verscheen|verschenen|uitgebracht|uitgegeven|\bbracht(?:en)?\b.*\buit\b|vastgesteld",
    re.IGNORECASE,
)
_STAND = re.compile(r"stand van zaken\b|\bsituatie in\b|\bpeiljaar\b|\btoestand\b", re.IGNORECASE)


def gepubliceerd(tekst: tuple[Passage, ...]) -> Vondst | None:
    """The date of publication: a line that is only a date, on the title page or else at the end."""
    for deel in ([p for p in tekst if p.voorin], [p for p in tekst if p.achterin]):
        gevonden = [(p, d) for p in deel for d in map(alleen_datum, (*p.regels, p.tekst)) if d]
        if gevonden:
            passage, waarde = gevonden[0]
            ander = sorted({d for _, d in gevonden} - {waarde})
            zin = f"Het rapport noemt als datum {waarde}, maar ook {', '.join(ander)}." if ander else ""
            return Vondst(waarde, passage.plek, not ander, zin)
    return None


def bezoek_op(tekst: tuple[Passage, ...]) -> Vondst | None:
    """The day of the visit or talk; of several the latest, in doubt."""
    gevonden: dict[str, Passage] = {}
    for passage, zin in zinnen(tekst):
        dag = datum(zin)
        if dag and len(dag) == 10 and _BEZOEK.search(zin) and not _GEEN_BEZOEK.search(zin):
            gevonden.setdefault(dag, passage)
    if not gevonden:
        return None
    laatste = max(gevonden)
    ander = sorted(set(gevonden) - {laatste})
    zin = f"Het rapport noemt meer dan één bezoek of gesprek: ook op {', '.join(ander)}." if ander else ""
    return Vondst(laatste, gevonden[laatste].plek, not ander, zin)


def onderzoek(tekst: tuple[Passage, ...]) -> tuple[Vondst | None, Vondst | None]:
    """First and last month of the research; in doubt where they are our reading of a season or of one month.

    A month by itself in which a report may have come out is not taken: the first is then empty, and in doubt.
    """
    kandidaten = [
        (passage, zin)
        for passage, zin in zinnen(tekst)
        if not passage.inhoudsregel and _ONDERZOEK.search(zin) and not _GEEN_ONDERZOEK.search(zin)
    ]
    for passage, zin in kandidaten:
        gevonden = periode(zin)
        if gevonden is not None:
            return _als_vondsten(gevonden, passage, zin, zeker=not gevonden.gelezen)
    los = [(passage, zin, gevonden) for passage, zin in kandidaten if (gevonden := _los(zin)) is not None]
    for passage, zin, gevonden in los:
        if not _UITGAVE.search(zin):
            return _als_vondsten(gevonden, passage, zin, zeker=False)
    if los:
        passage, zin, gevonden = los[0]
        leeg = f"{GEEN_PERIODE}; {_in_woorden(gevonden)} kan de maand van uitgave zijn: “{kort(zin)}”"
        return Vondst("", passage.plek, zeker=False, zin=leeg), None
    return None, None


def _los(zin: str) -> Periode | None:
    """The month or season by itself in a sentence that also says who researched."""
    return enkele_periode(zin) if _WIE_ONDERZOEKT.search(zin) else None


def _als_vondsten(gevonden: Periode, passage: Passage, zin: str, *, zeker: bool) -> tuple[Vondst, Vondst]:
    """A period as two finds."""
    woorden = _in_woorden(gevonden)
    zin_ = f"{woorden[:1].upper()}{woorden[1:]} is onze lezing van wanneer het onderzoek was: “{kort(zin)}”"
    uitleg = "" if zeker else zin_
    return (
        Vondst(gevonden.van, passage.plek, zeker, uitleg),
        Vondst(gevonden.tot, passage.plek, zeker, uitleg),
    )


def _in_woorden(gevonden: Periode) -> str:
    """A period in Dutch words: juni 2015, or maart 2015 tot en met mei 2015."""
    van, tot = maand_in_woorden(gevonden.van), maand_in_woorden(gevonden.tot)
    return van if van == tot else f"{van} tot en met {tot}"


def peiljaren(
    tekst: tuple[Passage, ...], tabellen: Tabellen, *, bezoek: Vondst | None, onderzocht: Vondst | None
) -> tuple[Vondst, ...]:
    """The years that the verdicts speak of: by the heads of the columns, else by what the text says.

    `onderzocht` is the last month of the research. A year that only follows from a visit or a period is in doubt.
    """
    koppen = {cel.kolom.peiljaar: cel.plek for cel in reversed(tabellen.cellen) if cel.kolom.peiljaar}
    if koppen:
        return tuple(Vondst(str(jaar), koppen[jaar]) for jaar in sorted(koppen))
    if (stand := _stand(tekst)) is not None:
        passage, zin, jaar_ = stand
        door = onderzocht is not None and int(onderzocht.waarde[:4]) != jaar_
        uitleg = f"Het onderzoek liep door in een ander jaar, maar het rapport zegt: “{kort(zin)}”" if door else ""
        return (Vondst(str(jaar_), passage.plek, not door, uitleg),)
    bron = bezoek or onderzocht
    if bron is None:
        return ()
    jaar = bron.waarde[:4]
    zin = f"Het rapport noemt geen peiljaar; {jaar} volgt uit de datum van het bezoek of het onderzoek."
    return (Vondst(jaar, bron.plek, zeker=False, zin=zin),)


def _stand(tekst: tuple[Passage, ...]) -> tuple[Passage, str, int] | None:
    """The first sentence that says of which year the report tells the state, where it stands, and that year."""
    for passage, zin in zinnen(tekst):
        genoemd = jaren(zin) if _STAND.search(zin) else []
        if genoemd:
            return passage, zin, genoemd[0]
    return None


def grond(document: Document, jaar: int) -> tuple[Plek, str] | None:
    """The sentence that gives its year to a column whose head has none, and where it stands.

    None where the running text gives another year or none: what an editor chose otherwise has no proof here.
    """
    tekst = passages(document)
    if (stand := _stand(tekst)) is not None:
        return (stand[0].plek, stand[1]) if stand[2] == jaar else None
    bron = bezoek_op(tekst) or onderzoek(tekst)[1]
    if bron is None or int(bron.waarde[:4]) != jaar:
        return None
    return next(((p.plek, zin) for p, zin in zinnen(tekst) if p.plek == bron.plek and jaar in jaren(zin)), None)
