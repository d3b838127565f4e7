"""Visits to one gemeente: full tests, follow-up of the verbeterpunten, and what was never looked at again."""

from __future__ import annotations

from collections.abc import Sequence

from data.voorbeeld.drukken import druk_opnieuw, moment, schrijf_meting, schrijf_oordelen
from data.voorbeeld.kaders import Indicator, Kader, kaders
from data.voorbeeld.land import LAATSTE_JAAR, Gemeente
from data.voorbeeld.lijnen import Aanpak, Plaats
from data.voorbeeld.rapporten import Gezien, schrijf_bevindingen, schrijf_rapport, schrijf_verbeterpunten
from data.voorbeeld.rondes import ronde_id
from data.voorbeeld.schrijven import Pen
from data.voorbeeld.toeval import kies
from data.voorbeeld.uitkomsten import NIET_BEOORDEELD, OPEN, VERBETERPUNT, kansen, trek

#: Per level of a kader: how many years until the next full test (at least, and one of so many), how often the kader is
#: used at all, and what a full test is called as evidence.
RITME = {
    "beleid": (2, 3, 1.0, "volledige_toets"),
    "casus": (3, 4, 0.95, "casusonderzoek"),
    "stelsel": (4, 4, 0.8, "stelselonderzoek"),
}
#: Stories that are about one kader only, so that nothing else is known of the gemeente.
ENIG_NIVEAU = {"niet_hertoetst": "beleid", "niet_beoordeeld": "beleid", "alleen_woorden": "stelsel"}
NOOIT_HERTOETST = {"niet_hertoetst", "alleen_woorden"}
ALTIJD_HERTOETST = {"niet_beoordeeld", "alles_opgepakt", "niets_opgepakt"}


class Bezoeken:
    """The visits to one gemeente and to what merged into it, written as they happen.

    `deelname` holds every round, gemeente and name of an approach that was tested in it.
    """

    def __init__(self, pen: Pen, gemeente: Gemeente, jaren: int) -> None:
        """Nobody has been there yet."""
        self._pen = pen
        self._stroom = pen.stroom
        self._verhaal = gemeente.verhaal
        self._jaren = jaren
        self._kansen = kansen(pen.stroom, gemeente.provincie, gemeente.verhaal)
        self.deelname: set[tuple[str, str, str]] = set()

    def plan(self, plaats: Plaats, vanaf: int) -> None:
        """Decide when each kader is first tested in a gemeente."""
        enig = ENIG_NIVEAU.get(self._verhaal)
        for kader in kaders():
            rust, _, gebruikt, _ = RITME[kader.niveau]
            wel = kader.niveau == enig if enig else self._stroom.random() < gebruikt
            # a year is left for the follow-up, where there is one; what stops early is tested at once
            ruimte = 1 if self._verhaal == "gestopt" else min(rust + 1, max(1, LAATSTE_JAAR - vanaf))
            if wel and self._verhaal != "geen_rapport":
                plaats.toets[kader.id] = vanaf + int(self._stroom.random() * ruimte)

    def jaar(self, plaats: Plaats, jaar: int) -> None:
        """Every visit to a gemeente in a year."""
        for kader in kaders():
            if not plaats.levend:
                return
            if plaats.hertoets.pop(kader.id, None) == jaar:
                self._hertoets(kader, plaats, jaar)
            elif plaats.toets.get(kader.id, LAATSTE_JAAR + 1) <= jaar:
                self._toets(kader, plaats, jaar)

    def _toets(self, kader: Kader, plaats: Plaats, jaar: int) -> None:
        """A full test: every indicator, of all approaches or (in families) of one."""
        stroom, in_gezinnen = self._stroom, kader.niveau == "casus"
        plaats.ronde[kader.id] = ronde_id(kader, jaar, LAATSTE_JAAR - self._jaren + 1)
        maand, wanneer = moment(stroom, jaar, in_gezinnen=in_gezinnen)
        rapport = schrijf_rapport(self._pen, kader, plaats, (jaar, maand), opvolging=False)
        editie, indicatoren = kader.editie(jaar, self._jaren)
        in_woorden = self._verhaal == "alleen_woorden"
        gezien: list[Gezien] = []
        for aanpak in [kies(stroom, plaats.levend)] if in_gezinnen else plaats.levend:
            meting = schrijf_meting(
                self._pen.levering, rapport, aanpak, editie, ronde=self._ronde(kader, plaats, aanpak),
                bewijs=RITME[kader.niveau][3], dekking="selectie" if in_woorden else "heel_kader", wanneer=wanneer,
            )  # fmt: skip
            if in_woorden:
                gezien += [(indicator, VERBETERPUNT, aanpak.id) for indicator in indicatoren]
                continue
            bekend = aanpak.bekend.setdefault(kader.id, {})
            uitkomsten = [(i, trek(stroom, self._kansen[i.thema], bekend.get(i.begrip))) for i in indicatoren]
            gezien += schrijf_oordelen(self._pen, rapport, aanpak, meting=meting, uitkomsten=uitkomsten)
        (schrijf_verbeterpunten if in_woorden else schrijf_bevindingen)(self._pen, rapport, gezien)
        self._plan_verder(kader, plaats, jaar)

    def _plan_verder(self, kader: Kader, plaats: Plaats, jaar: int) -> None:
        """When the gemeente is looked at again, if ever."""
        rust, keuzen, _, _ = RITME[kader.niveau]
        plaats.toets[kader.id] = jaar + rust + int(self._stroom.random() * keuzen)
        if self._verhaal in ENIG_NIVEAU:
            del plaats.toets[kader.id]
        wel = self._stroom.random() < 0.75 and self._verhaal not in NOOIT_HERTOETST
        if wel or self._verhaal in ALTIJD_HERTOETST:
            plaats.hertoets[kader.id] = jaar + 1

    def _hertoets(self, kader: Kader, plaats: Plaats, jaar: int) -> None:
        """A year later: only what was a verbeterpunt, in at least one of the approaches."""
        stroom = self._stroom
        editie, indicatoren = kader.editie(jaar, self._jaren)
        staat_open = {
            aanpak.id: {begrip for begrip, uitkomst in aanpak.bekend.get(kader.id, {}).items() if uitkomst in OPEN}
            for aanpak in plaats.levend
        }
        rijen = [indicator for indicator in indicatoren if any(indicator.begrip in o for o in staat_open.values())]
        if not rijen:
            return
        bewijs = "mondelinge_rapportage" if stroom.random() < 0.3 else "hertoets_verbeterpunten"
        # by then the rapport of the test itself is out
        maand, wanneer = moment(stroom, jaar, vroegst=5)
        rapport = schrijf_rapport(self._pen, kader, plaats, (jaar, maand), opvolging=True)
        herdruk = stroom.random() < 0.1
        gezien: list[Gezien] = []
        for aanpak in plaats.levend:
            if not staat_open[aanpak.id]:
                continue
            eerder = aanpak.getoetst.get(kader.id)
            meting = schrijf_meting(
                self._pen.levering, rapport, aanpak, editie, ronde=self._ronde(kader, plaats, aanpak), bewijs=bewijs,
                dekking="selectie", wanneer=wanneer,
            )  # fmt: skip
            uitkomsten = self._opnieuw(aanpak.bekend[kader.id], rijen)
            gezien += schrijf_oordelen(self._pen, rapport, aanpak, meting=meting, uitkomsten=uitkomsten)
            if herdruk and eerder:
                druk_opnieuw(self._pen, rapport, eerder, staat_open[aanpak.id])
        schrijf_bevindingen(self._pen, rapport, gezien)

    def _opnieuw(self, bekend: dict[str, str], rijen: Sequence[Indicator]) -> list[tuple[Indicator, str]]:
        """What a follow-up shows of one approach: some rows are missing, some cells are empty."""
        uitkomsten = []
        for indicator in rijen:
            eerder = bekend.get(indicator.begrip)
            if self._verhaal == "niet_beoordeeld":
                uitkomsten.append((indicator, NIET_BEOORDEELD))
            elif self._verhaal == "alles_opgepakt" or self._stroom.random() < (0.97 if eerder in OPEN else 0.5):
                uitkomsten.append((indicator, trek(self._stroom, self._kansen[indicator.thema], eerder)))
        return uitkomsten

    def _ronde(self, kader: Kader, plaats: Plaats, aanpak: Aanpak) -> str:
        """The round of the test that a visit is part of, in which the approach now takes part."""
        ronde = plaats.ronde.get(kader.id, "")
        if ronde:
            self.deelname.add((ronde, plaats.code, aanpak.naam))
        return ronde
