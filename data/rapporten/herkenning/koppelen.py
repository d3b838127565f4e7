"""Printed wording to the kader's own: which indicator, thema or criterium a text is, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from data.rapporten.bekend import Bekend, Indicator, geheel
from data.rapporten.gelezen import Soort, Twijfel
from data.rapporten.herkenning.overeenkomst import Bewoording, bewoording, gewoon, score
from data.rapporten.woorden import in_het_kort

#: From this score a match needs no look, provided that it is VOORSPRONG ahead of the second.
ZEKER = 92.0
VOORSPRONG = 5.0
#: Below this score a text is no indicator of the kader.
ONBEKEND = 75.0
#: From this score a text is printed as an indicator is: good enough to recognise a table by.
INDICATOR = 88.0
#: Wordings whose letters are less alike than this are not compared further: far from ONBEKEND, whatever they say.
LETTERS = 60.0
#: From this score a text is one of the kader's criteria.
CRITERIUM = 88.0
#: How much of a text is compared, in characters; no kader has a wording as long.
LANGSTE = 2000
#: How much of one is shown in a doubt.
GETOOND = 90
#: Two edities whose shares of recognised indicators are less than this apart are both possible.
EDITIE_VERSCHIL = 0.1


@dataclass(frozen=True)
class Koppeling:
    """The indicator that a printed text is most like. `score` and `tweede` (the next best indicator) run 0 to 100."""

    indicator_id: str
    score: float
    tweede: float

    @property
    def zeker(self) -> bool:
        """Whether the match needs no look: like enough, and clearly ahead of the second."""
        ruim = self.score - self.tweede >= VOORSPRONG or (self.score == 100.0 and self.tweede < 100.0)
        return self.score >= ZEKER and ruim

    @property
    def bekend(self) -> bool:
        """Whether the text is an indicator of the kader at all."""
        return self.score >= ONBEKEND


@dataclass(frozen=True)
class EditieKeuze:
    """The editie that a report prints, by how many of its indicators match. `twijfel` where another is as likely.

    `editie_id` is None when no known editie fits; `ook` are the editie_ids that are as likely.
    """

    editie_id: str | None
    herkend: int
    totaal: int
    twijfel: Twijfel | None = None
    ook: tuple[str, ...] = ()


class Kaderkennis:
    """The wordings of the known kaders, or of one editie, ready to be matched. Answers are kept."""

    def __init__(self, indicatoren: Iterable[Indicator], themas: Iterable[str], criteria: Iterable[str]) -> None:
        """Prepare the wordings; `Kaderkennis.uit` gives them."""
        self._indicatoren = {indicator.indicator_id: indicator for indicator in indicatoren}
        bewoordingen = [(i.indicator_id, bewoording(t)) for i in self._indicatoren.values() for t in i.bewoordingen]
        self._ids = [indicator_id for indicator_id, _ in bewoordingen]
        self._bewoordingen = [woorden for _, woorden in bewoordingen]
        self._teksten = [woorden.tekst for woorden in self._bewoordingen]
        #: letters without spaces to indicators: wordings whole, short names only so
        self._precies: dict[str, set[str]] = {}
        for indicator_id, woorden in bewoordingen:
            self._precies.setdefault(woorden.aaneen, set()).add(indicator_id)
        for indicator in self._indicatoren.values():
            self._precies.setdefault(bewoording(indicator.kort).aaneen, set()).add(indicator.indicator_id)
        self._themas: dict[str, str] = {}
        for thema in themas:
            self._themas.setdefault(_thema_vorm(thema), thema)
        self._criteria = [(criterium, bewoording(criterium)) for criterium in dict.fromkeys(criteria)]
        self._koppelingen: dict[str, Koppeling | None] = {}
        self._gekozen_criteria: dict[str, str | None] = {}

    @classmethod
    def uit(cls, bekend: Bekend, *, editie_id: str | None = None) -> Kaderkennis:
        """The kaders in store; with `editie_id` only that editie, for when it is known which one is printed."""
        indicatoren = [i for i in bekend.indicatoren() if editie_id in {None, i.editie_id}]
        themas = [rij for rij in bekend.tabel("themas") if editie_id in {None, rij["editie_id"]}]
        van_thema = {rij["thema_id"] for rij in themas}
        criteria = [rij["criterium"] for rij in bekend.tabel("criteria") if rij["thema_id"] in van_thema]
        return cls(indicatoren, [rij["thema"] for rij in themas], criteria)

    @classmethod
    def leeg(cls) -> Kaderkennis:
        """A knowledge of no kader at all: every question is answered with None or False."""
        return cls((), (), ())

    def indicator(self, tekst: str) -> Koppeling | None:
        """The indicator that the text is most like, however little; None when no kader or no text is there."""
        vraag = gewoon(tekst[:LANGSTE])
        if vraag not in self._koppelingen:
            self._koppelingen[vraag] = self._zoek(bewoording(tekst[:LANGSTE]))
        return self._koppelingen[vraag]

    def is_indicator(self, tekst: str) -> bool:
        """Whether the text is printed as an indicator of a known kader is (score at least INDICATOR)."""
        koppeling = self.indicator(tekst)
        return koppeling is not None and koppeling.score >= INDICATOR

    def thema(self, tekst: str) -> str | None:
        """The name of the thema that a text is ("Aanpak" is "De aanpak", "Continue" is "Continu"), or None."""
        vorm = _thema_vorm(tekst[:LANGSTE])
        return self._themas.get(vorm) if vorm else None

    def criterium(self, tekst: str) -> str | None:
        """The criterium that the text is, near enough; None if it is none."""
        vraag = gewoon(tekst[:LANGSTE])
        if vraag not in self._gekozen_criteria:
            woorden = bewoording(tekst[:LANGSTE])
            beste = max(
                ((score(woorden, b), c) for c, b in self._criteria), key=lambda paar: paar[0], default=(0.0, "")
            )
            self._gekozen_criteria[vraag] = beste[1] if beste[0] >= CRITERIUM else None
        return self._gekozen_criteria[vraag]

    def thema_van(self, indicator_id: str) -> str:
        """The name of the thema that the kader gives an indicator. Raises KeyError for an unknown one."""
        return self._indicatoren[indicator_id].thema

    def indicator_tekst(self, indicator_id: str) -> str:
        """The kader's own wording of an indicator. Raises KeyError for an unknown one."""
        return self._indicatoren[indicator_id].indicator

    def twijfel(self, tekst: str) -> Twijfel | None:
        """The doubt about which indicator a printed text is, without its place; None when the match is sure."""
        koppeling = self.indicator(tekst)
        kort = in_het_kort(tekst, GETOOND)
        if koppeling is None or not koppeling.bekend:
            zin = f"De indicator “{kort}” staat niet in het kader: kies welke is bedoeld, of laat de rij weg."
            return Twijfel(Soort.INDICATOR_ONBEKEND, zin)
        if koppeling.zeker:
            return None
        eigen = in_het_kort(self.indicator_tekst(koppeling.indicator_id), GETOOND)
        zin = (
            f"De indicator “{kort}” lijkt op “{eigen}”, maar is niet zeker dezelfde "
            f"(overeenkomst {koppeling.score:.0f} van 100)."
        )
        if koppeling.score >= ZEKER:
            zin = f"De indicator “{kort}” lijkt op meer dan één indicator van het kader, het meest op “{eigen}”."
        return Twijfel(Soort.INDICATOR_ONZEKER, zin)

    def _zoek(self, woorden: Bewoording) -> Koppeling | None:
        """The best indicator for a wording, and the score of the second."""
        if not woorden.tekst or not self._indicatoren:
            return None
        beste: dict[str, float] = dict.fromkeys(self._precies.get(woorden.aaneen, ()), 100.0)
        lijkt = process.extract(woorden.tekst, self._teksten, scorer=fuzz.ratio, limit=None, score_cutoff=LETTERS)
        # by falling likeness of letters, which no score exceeds but the 100 of above
        for _, letters, plaats in lijkt or process.extract(woorden.tekst, self._teksten, scorer=fuzz.ratio, limit=2):
            if len(beste) > 1 and letters < sorted(beste.values())[-2]:
                break
            indicator_id = self._ids[plaats]
            beste[indicator_id] = max(beste.get(indicator_id, 0.0), score(woorden, self._bewoordingen[plaats]))
        volgorde = sorted(beste.items(), key=lambda paar: -paar[1])
        return Koppeling(volgorde[0][0], volgorde[0][1], volgorde[1][1] if len(volgorde) > 1 else 0.0)


def kies_editie(bekend: Bekend, indicatoren: Iterable[str]) -> EditieKeuze:
    """The editie of which a report prints most indicatoren, given as printed; a later one wins a tie, with a doubt.

    Each printed indicator counts once. An editie of which less than half of the printed indicators match is none.
    """
    gedrukt = [tekst for tekst in dict.fromkeys(indicatoren) if tekst.strip()]
    if not gedrukt:
        return EditieKeuze(None, 0, 0)
    stand = sorted(
        (
            (_herkend(Kaderkennis.uit(bekend, editie_id=rij["editie_id"]), gedrukt), rij)
            for rij in bekend.tabel("edities")
        ),
        key=lambda paar: (-paar[0], -geheel(paar[1]["volgorde"])),
    )
    if not stand or stand[0][0] < len(gedrukt) / 2:
        return EditieKeuze(None, round(stand[0][0]) if stand else 0, len(gedrukt))
    aantal, editie = stand[0]
    twijfel = None
    namen = bekend.edities()
    ook = tuple(rij["editie_id"] for som, rij in stand[1:] if aantal - som < EDITIE_VERSCHIL * len(gedrukt))
    if ook:
        zin = (
            f"De afgedrukte indicatoren passen bij ‘{namen[editie['editie_id']]}’ (gekozen), maar ook bij "
            f"{' en '.join(f'‘{namen[een]}’' for een in ook)}. Kies welke editie het rapport gebruikt."
        )
        twijfel = Twijfel(Soort.HERKENNING, zin)
    return EditieKeuze(editie["editie_id"], round(aantal), len(gedrukt), twijfel, ook)


def _herkend(kennis: Kaderkennis, gedrukt: Sequence[str]) -> float:
    """How many of the printed texts an editie knows; a match in doubt counts for its score."""
    som = 0.0
    for tekst in gedrukt:
        koppeling = kennis.indicator(tekst)
        if koppeling is not None and koppeling.bekend:
            som += koppeling.score / 100
    return som


def _thema_vorm(tekst: str) -> str:
    """A thema's name without what print varies: a leading article or "thema", "vervolg", a final e."""
    woorden = [woord for woord in gewoon(tekst).split() if woord not in {"thema", "vervolg"}]
    if len(woorden) > 1 and woorden[0] in {"de", "het", "een"}:
        woorden = woorden[1:]
    return " ".join(woorden).removesuffix("e")
