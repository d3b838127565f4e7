"""One judged row of a table in the making, over as many printed rows as it takes, and the cells that it gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from data.rapporten.document import Plek
from data.rapporten.gelezen import Cel, CelLezing, Kaderregel, Soort, Twijfel
from data.rapporten.oordelen.kolommen import Indeling, Oordeelkolom
from data.rapporten.oordelen.opmaak import zonder_opmaak
from data.rapporten.oordelen.rooster import Kader, Rij, Vak
from data.rapporten.oordelen.tekenplaats import GEMENGD, NIET_BEOORDEELD, begint_met_teken, bevat_teken, opent_cel
from data.rapporten.oordelen.tekens import lees_cel
from data.rapporten.oordelen.woordoordelen import is_leeg
from data.rapporten.woorden import voeg_regels

_GEVULD_TOT = 10
#: From this score joined parts are the indicator itself: joining them needs no look.
_PRECIES = 97.0
#: From this score a text is an indicator of the kader.
INDICATOR = 88.0


@dataclass
class Regel:
    """A judged row: what it is about, the printed cells per column, the doubts that hold for all of it."""

    indeling: Indeling
    indicator: str
    criterium: str
    thema: str
    sectie: str
    nummer: int
    plek: Plek
    pagina: int | None
    vast: bool
    #: the page of the last printed row that was taken in
    laatste_pagina: int | None = None
    vakken: dict[int, list[Vak]] = field(default_factory=dict)
    twijfels: list[Twijfel] = field(default_factory=list)

    def neem(self, rij: Rij) -> None:
        """Take the verdict cells of a printed row."""
        for oordeel in self.indeling.oordelen:
            for kolom in oordeel.eigen:
                if kolom < len(rij.vakken) and not rij.vakken[kolom].leeg:
                    self.vakken.setdefault(kolom, []).append(rij.vakken[kolom])
        self.twijfels += rij.twijfels
        self.laatste_pagina = rij.pagina

    def over_blad(self, rij: Rij) -> bool:
        """Whether a printed row stands on a next page and holds no verdict: it may be the rest of this one."""
        kolommen = [kolom for oordeel in self.indeling.oordelen for kolom in oordeel.eigen]
        ander = None not in {rij.pagina, self.laatste_pagina} and rij.pagina != self.laatste_pagina
        return ander and not any(bevat_teken(rij.tekst(kolom)) for kolom in kolommen)

    def heeft_teken(self, kolom: int) -> bool:
        """Whether a verdict was printed in this column already."""
        return any(bevat_teken(vak.tekst) for vak in self.vakken.get(kolom, ()))

    def vervolg(self, rij: Rij, *, onzeker: bool) -> None:
        """Take a printed row that goes on with this one; a doubt when that is not plain or a sign comes with it."""
        kolommen = [kolom for oordeel in self.indeling.oordelen for kolom in oordeel.eigen]
        tekens = any(bevat_teken(rij.tekst(kolom)) for kolom in kolommen)
        in_leeg = any(rij.tekst(kolom) and kolom not in self.vakken for kolom in kolommen)
        if tekens or onzeker or in_leeg:
            zin = "Deze rij lijkt verder te gaan op een volgende rij of bladzijde: hoort wat daar staat hierbij?"
            self.twijfels.append(Twijfel(Soort.GESPLITST, zin, rij.plek))
        self.neem(rij)

    def cellen(self, kader: Kader) -> list[Cel]:
        """The verdict cells of this row, each with every doubt that touches it."""
        samen = [*self.twijfels, *self._over_rij(kader)]
        return [
            self._cel(oordeel, samen)
            for oordeel in self.indeling.oordelen
            if not oordeel.zonder_kop or any(kolom in self.vakken for kolom in oordeel.eigen)
        ]

    def _over_rij(self, kader: Kader) -> list[Twijfel]:
        """The doubts that the row as a whole gives."""
        twijfels = []
        if bevat_teken(self.indicator):
            zin = "In de tekst van de indicator staat een teken: hoort dat bij een oordeel?"
            twijfels.append(Twijfel(Soort.KOLOM_ONZEKER, zin, self.plek))
        for vakken in self.vakken.values():
            if any(not begint_met_teken(vak.tekst) and kader.is_indicator(vak.plat) for vak in vakken):
                zin = "In een kolom met oordelen staat een indicator: de rij lijkt verschoven."
                twijfels.append(Twijfel(Soort.KOLOM_ONZEKER, zin, vakken[0].plek))
        if any(oordeel.zonder_kop for oordeel in self.indeling.oordelen):
            zin = (
                "Deze tabel heeft meer kolommen met oordelen dan de kop noemt: staat elk oordeel onder het goede jaar?"
            )
            twijfels.append(Twijfel(Soort.KOP_ONTBREEKT, zin, self.plek))
        if not self.vast and self._deels_leeg():
            zin = "Een cel van deze rij is leeg of ontbreekt: staat elk oordeel wel onder het goede jaar?"
            twijfels.append(Twijfel(Soort.KOLOM_ONZEKER, zin, self.plek))
        return twijfels

    def _deels_leeg(self) -> bool:
        """Whether a column of verdicts is empty while another is not: a lost cell would look the same."""
        kolommen = [oordeel.kolom for oordeel in self.indeling.oordelen if not oordeel.zonder_kop]
        return len({kolom in self.vakken for kolom in kolommen}) > 1

    def _cel(self, oordeel: Oordeelkolom, samen: Sequence[Twijfel]) -> Cel:
        """The cell of one column."""
        vakken = self.vakken.get(oordeel.kolom, [])
        plek = vakken[0].plek if vakken else self._lege_plek(oordeel.kolom)
        lezing = self._aangekruist(oordeel) if oordeel.aankruis else self._gelezen(oordeel)
        eigen = [replace(t, plek=t.plek or plek) for t in (*lezing.twijfels, *oordeel.twijfels)]
        lezing = replace(lezing, twijfels=tuple(dict.fromkeys([*eigen, *samen])))
        delen = [self.sectie, f"tabel {self.thema}" if self.thema else "", f"rij {self.nummer}"]
        kop = oordeel.kop.kop or str(oordeel.kolom + 1)
        vindplaats = ", ".join(deel for deel in (*delen, f"kolom {kop}") if deel)
        return Cel(
            self.indicator, self.thema, self.criterium, oordeel.kop, lezing, plek, vindplaats, self.pagina
        )  # fmt: skip

    def _lege_plek(self, kolom: int) -> Plek:
        """The place of a cell in which nothing is printed."""
        return replace(self.plek, kolom=kolom) if self.plek.kolom is not None else self.plek

    def _gelezen(self, oordeel: Oordeelkolom) -> CelLezing:
        """What the sign and the texts beside it say."""
        delen = [vak.tekst for vak in self.vakken.get(oordeel.kolom, ())]
        teksten = [vak.tekst for kolom in oordeel.teksten for vak in self.vakken.get(kolom, ())]
        if delen and is_leeg(zonder_opmaak("\n".join(delen))) and not oordeel.woorden:
            # nothing but a dash in the column of signs: the text beside it does not make it a verdict
            return self._zonder_oordeel(delen, teksten)
        return lees_cel("\n".join([*delen, *teksten]), woorden=oordeel.woorden)

    @staticmethod
    def _zonder_oordeel(delen: list[str], teksten: list[str]) -> CelLezing:
        """An empty verdict with a text beside it."""
        leeg = lees_cel("\n".join(delen))
        if not teksten:
            return leeg
        ernaast = lees_cel("\n".join(teksten))
        return replace(ernaast, twijfels=(*leeg.twijfels, *ernaast.twijfels))

    def _aangekruist(self, oordeel: Oordeelkolom) -> CelLezing:
        """What is said by the column in which a mark stands."""
        teksten = [vak.plat for kolom in oordeel.teksten for vak in self.vakken.get(kolom, ())]
        toelichting = voeg_regels(teksten)
        merken = [
            (self.vakken[kolom][0].plat, uitkomst) for kolom, uitkomst in oordeel.aankruis if kolom in self.vakken
        ]
        merken = [(merk, uitkomst) for merk, uitkomst in merken if not is_leeg(merk)]
        if not merken:
            zin = "In geen van de kolommen is iets aangekruist: niet beoordeeld."
            return CelLezing(NIET_BEOORDEELD, "", toelichting, "", (Twijfel(Soort.LEGE_CEL, zin),))
        uitkomst = merken[0][1] if len({u for _, u in merken}) == 1 else GEMENGD
        zin = f"Het oordeel staat in de kolom waarin iets is aangekruist; gelezen als {uitkomst}."
        twijfels = [Twijfel(Soort.ONZEKER_TEKEN, zin)]
        if len(merken) > 1:
            twijfels.append(Twijfel(Soort.TWEE_TEKENS, "In meer dan één kolom van deze rij is iets aangekruist."))
        gedrukt = " ".join(merk[:_GEVULD_TOT] for merk, _ in merken)
        langer = [merk for merk, _ in merken if len(merk) > _GEVULD_TOT]
        return CelLezing(uitkomst, gedrukt, voeg_regels([*langer, toelichting]), "", tuple(twijfels))


def voeg_bij(boven: Regel, rij: Rij, kader: Kader) -> bool:
    """Add a printed row to the judged row above when it goes on with it: in indicator, criterium or texts."""
    eigen, criterium = rij.tekst(boven.indeling.indicator), rij.tekst(boven.indeling.criterium)
    aansluiting = sluit_aan(boven, rij, kader) if eigen else "ja"
    if aansluiting == "nee":
        return False
    if criterium and criterium != boven.criterium:
        heel = voeg_regels([boven.criterium, criterium])
        rest = kader.criterium(criterium) is None and (bool(eigen) or kader.criterium(heel) is not None)
        if not (boven.criterium and boven.over_blad(rij) and aansluiting == "ja" and rest):
            return False
        boven.criterium = heel
    boven.vervolg(rij, onzeker=aansluiting == "misschien")
    boven.indicator = voeg_regels([boven.indicator, eigen])
    return True


def sluit_aan(boven: Regel, rij: Rij, kader: Kader) -> str:
    """Whether a row's indicator goes on where that of the row above stopped: `ja`, `misschien` or `nee`.

    The joined text must be more like the kader than either part; without a kader only a small letter at the start
    counts. A row with signs of its own is never plainly a continuation.
    """
    kolom = boven.indeling.indicator
    eigen = rij.tekst(kolom)
    tekens = [k for o in boven.indeling.oordelen for k in o.eigen if opent_cel(rij.tekst(k))]
    if any(boven.heeft_teken(k) for k in tekens):
        return "nee"
    samen = gelijkenis(kader, voeg_regels([boven.indicator, eigen]))
    eerste, tweede = gelijkenis(kader, boven.indicator), gelijkenis(kader, eigen)
    los = max(eerste, tweede)
    rest = boven.over_blad(rij) and samen >= _PRECIES and samen > eerste and tweede < INDICATOR
    if samen >= INDICATOR and (samen > los + 2 or rest):
        return "misschien" if tekens or samen < _PRECIES else "ja"
    if tekens or los >= INDICATOR:
        return "nee"
    klein = eigen[:1].islower()
    return "misschien" if (samen > los + 5 and samen >= 60) or klein else "nee"


def verlengd(vorige: Kaderregel, eigen: str, kader: Kader) -> Kaderregel | None:
    """A row of a kader with what a next page adds to its indicator; None where that is an indicator of its own."""
    geheel = voeg_regels([vorige.indicator_gedrukt, eigen])
    samen, tweede = gelijkenis(kader, geheel), gelijkenis(kader, eigen)
    past = samen >= INDICATOR and samen > max(tweede, gelijkenis(kader, vorige.indicator_gedrukt))
    return replace(vorige, indicator_gedrukt=geheel) if past and tweede < INDICATOR else None


def gelijkenis(kader: Kader, tekst: str) -> float:
    """How much a text is like the best indicator of the kader."""
    beste = kader.indicator(tekst) if tekst else None
    return beste.score if beste is not None else 0.0
