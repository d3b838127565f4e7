"""The rows of printed tables, one after the other, to judged rows: what stays in force from row to row is kept here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from data.rapporten.gelezen import Kaderregel, Soort, Twijfel
from data.rapporten.oordelen.kolommen import Indeling, deel_in, raad
from data.rapporten.oordelen.koppen import KopCel
from data.rapporten.oordelen.legenda import is_legenda
from data.rapporten.oordelen.merken import Merker
from data.rapporten.oordelen.regels import Regel, sluit_aan, verlengd, voeg_bij
from data.rapporten.oordelen.rijdelen import VERVOLG, hoort_onder, los_van_kop, past, plat, stukken, thema_van
from data.rapporten.oordelen.rooster import Kader, Rij
from data.rapporten.oordelen.tekenplaats import begint_met_teken, bevat_teken


class Rijlezer(Merker):
    """Reads rows in printed order. What it found stands in `regels`, `kaderregels` and `twijfels`."""

    def __init__(self, kader: Kader) -> None:
        """Start with an empty table."""
        super().__init__()
        self.kader = kader
        self.kaderregels: list[Kaderregel] = []
        self.sectie = ""
        self.thema = ""
        self._thema_kolom = ""
        self._criterium = ""
        self._indeling: Indeling | None = None
        self._kop: list[KopCel] = []
        #: the last head as printed, when it is one row
        self._koprij: Rij | None = None
        self._hangende_kop: Sequence[Rij] = ()
        self._geen_kop: tuple[Twijfel, ...] = ()
        self._nieuw_hoofd = False
        self._thema_vers = False
        self._thema_met_kop = False
        self._los = True
        self._pagina: int | None = None
        self._nummers: Counter[tuple[str, str]] = Counter()

    # what running text between tables changes

    def kopregel(self, tekst: str) -> None:
        """A heading of the document stands here."""
        if not VERVOLG.match(tekst):
            self._nieuw_hoofd = True
        self.sectie = tekst
        self._los = True

    def lopende_tekst(self) -> None:
        """Running text stands here: the next table is another one."""
        self._los = True

    def zet_thema(self, thema: str) -> None:
        """A theme heading stands here."""
        self.thema = thema
        self._thema_kolom = self._criterium = ""
        self._nieuw_hoofd = False
        self._thema_vers = True
        self._los = True

    # tables

    def lees(self, rijen: Sequence[Rij]) -> None:
        """Read the rows of one printed table (or of the part of it that stands on one page)."""
        nummer = 0
        rijen = [deel for rij in self._met_hangende_kop(rijen) for deel in los_van_kop(rij, self._koprij)]
        gevonden = stukken(rijen, self.kader)
        for kop, lengte, begin, einde in gevonden:
            vooraf = rijen[nummer:begin]
            if vooraf:
                self._zonder_kop(vooraf, volgt_kop=kop is not None)
            if kop is None:
                break
            if begin + lengte == len(rijen):
                self._hangende_kop = rijen[begin:]
                break
            self._met_kop(kop, rijen[begin : begin + lengte], rijen[begin + lengte : einde])
            nummer = einde
        self._los = False
        self._pagina = rijen[-1].pagina if rijen else self._pagina

    def _met_hangende_kop(self, rijen: Sequence[Rij]) -> Sequence[Rij]:
        """The rows under the head that stood alone at the foot of the page before, if they lack their own."""
        kop, self._hangende_kop = self._hangende_kop, ()
        if not kop or self._los or not rijen or len(rijen[0].vakken) != len(kop[0].vakken):
            return rijen
        eigen = stukken(rijen, self.kader)[0]
        return rijen if eigen[0] is not None and eigen[2] <= 1 else [*kop, *rijen]

    def _met_kop(self, cellen: list[KopCel], kop: Sequence[Rij], rijen: Sequence[Rij]) -> None:
        """Read the rows beneath a head."""
        self._koprij = kop[0] if len(kop) == 1 else None
        if self._nieuw_hoofd and not self._thema_vers:
            self.thema = self._thema_kolom = ""
        self._thema_met_kop |= self._thema_vers
        nieuw = bool(self._thema_vers or self._nieuw_hoofd)
        self._thema_vers = self._nieuw_hoofd = False
        self._geen_kop = ()
        herhaald = [cel.tekst for cel in cellen] == [cel.tekst for cel in self._kop]
        if nieuw or not herhaald:
            self._criterium = ""
        if not (herhaald and self._indeling and past(self._indeling, rijen)):
            indeling = deel_in(cellen, rijen, kop[0])
            self._indeling = indeling or raad(rijen, len(cellen))
            self._kop = cellen if indeling else []
            if self._indeling:
                self.twijfels += self._indeling.twijfels
        if self._indeling is None or (not self._indeling.oordelen and not self._indeling.alleen_kader):
            self._overslaan(rijen, kop[0])
            return
        self._rijen(rijen, eerste=True, los=nieuw)

    def _overslaan(self, rijen: Sequence[Rij], kop: Rij) -> None:
        """A table that holds no verdicts: said when it could have (years over figures)."""
        self._indeling = None
        if any(cel.peiljaar for cel in self._kop) and rijen:
            zin = "Deze tabel heeft jaren in de kop, maar bevat geen oordelen; niet gelezen."
            self.twijfels.append(Twijfel(Soort.HERKENNING, zin, kop.plek))
        self._kop = []

    def _zonder_kop(self, rijen: Sequence[Rij], *, volgt_kop: bool) -> None:
        """Read rows above the first head of a table: a theme heading, or the continuation of the table before."""
        boven = all(hoort_onder(rij, self.kader) or is_legenda(plat(rij)) for rij in rijen)
        if volgt_kop and len(rijen) <= 3 and boven:
            for rij in rijen:
                tekst = rij.tekst(rij.gevuld[0])
                thema = thema_van(tekst, self.kader) or tekst
                # on a next page a theme heading may be repeated with the head: the table goes on
                herhaald = thema == self.thema and rij.pagina not in {None, self._pagina} and not self._los
                if not is_legenda(plat(rij)) and not herhaald:
                    self.zet_thema(thema)
            return
        if self._indeling is not None and self._gaat_door(rijen):
            self._rijen(rijen, eerste=False, los=False)
            return
        indeling = raad(rijen, max(len(rij.vakken) for rij in rijen))
        if indeling is None:
            return
        self._indeling, self._kop, self._criterium = indeling, [], ""
        if self._nieuw_hoofd:
            self.thema = ""
        self._rijen(rijen, eerste=True, los=True)

    def _gaat_door(self, rijen: Sequence[Rij]) -> bool:
        """Whether rows without a head go on with the table before; then says so where that is not plain."""
        indeling = self._indeling
        if indeling is None or max(len(rij.vakken) for rij in rijen) != indeling.breedte or not past(indeling, rijen):
            return False
        eigen = {kolom for oordeel in indeling.oordelen for kolom in oordeel.eigen}
        tekens = any(begint_met_teken(rij.tekst(kolom)) for rij in rijen for kolom in eigen)
        bekend = any(self.kader.is_indicator(rij.tekst(indeling.indicator)) for rij in rijen)
        if self._los and not tekens and not bekend:
            return False
        volgende = self._pagina is not None and rijen[0].pagina not in {None, self._pagina}
        if eigen and (self._los or not volgende):
            zin = "Deze rij staat in een tabel zonder eigen kop: de kolommen van de tabel ervoor zijn aangehouden."
            self._geen_kop = (Twijfel(Soort.KOP_ONTBREEKT, zin),)
        return True

    # rows

    def _rijen(self, rijen: Sequence[Rij], *, eerste: bool, los: bool) -> None:
        """Read rows of which the columns are known. `eerste`: they stand right under a head."""
        grens = los
        for plaats, rij in enumerate(rijen):
            if is_legenda(plat(rij)) and len(rij.gevuld) <= 2 and not (rij.tekst(0) and len(rij.gevuld) == 2):
                self.merk(rij)
                continue
            thema = self._themarij(rij, eerste=eerste and plaats == 0)
            if thema is not None:
                self._thema_in_tabel(thema)
                grens = True
                continue
            self._rij(rij, grens=grens)
            grens = False

    def _thema_in_tabel(self, thema: str) -> None:
        """A theme heading between the rows of a table; where others had a head of their own, this one lacks it."""
        self.zet_thema(thema)
        if self._thema_met_kop and self._indeling is not None and self._indeling.oordelen:
            zin = "Boven dit thema staat geen kop, boven andere wel: de kolommen van de tabel ervoor zijn aangehouden."
            self._geen_kop = (Twijfel(Soort.KOP_ONTBREEKT, zin),)
        self._thema_vers = False

    def _themarij(self, rij: Rij, *, eerste: bool) -> str | None:
        """The theme that a row is the heading of; None when it is a row of the table itself."""
        teksten = {rij.tekst(kolom) for kolom in rij.gevuld}
        if len(teksten) != 1 or bevat_teken(tekst := next(iter(teksten))):
            return None
        thema = thema_van(tekst, self.kader)
        if thema:
            self.merk(rij)
            return thema
        indicator = self._indeling.indicator if self._indeling else 0
        anders = self.kader.is_indicator(tekst) or self.kader.criterium(tekst) is not None or self._is_rest(rij)
        if rij.gevuld[0] not in {0, indicator} or anders or tekst[:1].islower() or tekst.endswith((".", ";", ",")):
            return None
        herhaald = len(rij.gevuld) > 1 and len(rij.gevuld) == len(rij.vakken)
        kort = len(tekst) <= 45 and len(tekst.split()) <= 4
        if not (herhaald or kort):
            return None
        self.merk(rij)
        if not herhaald and not (eerste and len(rij.vakken) > 1):
            zin = f"‘{tekst}’ staat alleen op een rij en is gelezen als thema: is het een indicator zonder oordeel?"
            self.twijfels.append(Twijfel(Soort.HERKENNING, zin, rij.plek))
        return tekst

    def _is_rest(self, rij: Rij) -> bool:
        """Whether a row is the rest of the indicator of the row above, on the page before."""
        boven = self.regels[-1] if self.regels else None
        zelfde = boven is not None and boven.indeling is self._indeling and boven.over_blad(rij)
        return boven is not None and zelfde and sluit_aan(boven, rij, self.kader) == "ja"

    def _rij(self, rij: Rij, *, grens: bool) -> None:
        """Read one row. `grens`: it stands under a heading, so it goes on with nothing above."""
        indeling = self._indeling
        if indeling is None:
            return
        self.merk(rij, indeling)
        if indeling.thema is not None and rij.tekst(indeling.thema):
            self._thema_kolom = rij.tekst(indeling.thema)
            self._criterium = ""
        boven = None if grens or not self.regels else self.regels[-1]
        if boven is not None and boven.indeling is indeling and self._vervolgt(boven, rij):
            self._criterium = boven.criterium or self._criterium
            self.meld_rest(rij, indeling)
            return
        criterium = rij.tekst(indeling.criterium)
        self._criterium = criterium or self._criterium
        if indeling.alleen_kader:
            if rij.tekst(indeling.indicator):
                self._kaderregel(rij, indeling)
            return
        if criterium and not rij.tekst(indeling.indicator) and not self._oordeelt(rij, indeling):
            return
        self._nieuwe_regel(rij, indeling, criterium)
        self.meld_rest(rij, indeling)

    def _vervolgt(self, boven: Regel, rij: Rij) -> bool:
        """Add a row to the one above when it goes on with it; a criterium alone is a heading of rows to come."""
        los = rij.tekst(boven.indeling.criterium) and not rij.tekst(boven.indeling.indicator)
        if los and not self._oordeelt(rij, boven.indeling) and not boven.over_blad(rij):
            return False
        return voeg_bij(boven, rij, self.kader)

    @staticmethod
    def _oordeelt(rij: Rij, indeling: Indeling) -> bool:
        """Whether anything stands in the columns of verdicts."""
        return any(rij.tekst(kolom) for oordeel in indeling.oordelen for kolom in oordeel.eigen)

    def _nieuwe_regel(self, rij: Rij, indeling: Indeling, criterium: str) -> None:
        """Start a judged row."""
        thema = self._thema_kolom or self.thema
        self._nummers[self.sectie, thema] += 1
        indicator = rij.tekst(indeling.indicator)
        twijfels = [*self._geen_kop]
        if not indicator:
            indicator = criterium
            zin = "Bij deze oordelen staat geen indicator: horen ze bij de rij erboven?"
            twijfels.append(Twijfel(Soort.GESPLITST, zin, rij.plek))
        nummer = self._nummers[self.sectie, thema]
        regel = Regel(
            indeling, indicator, self._criterium, thema, self.sectie, nummer, rij.plek, rij.pagina, rij.vast,
            twijfels=[replace(t, plek=t.plek or rij.plek) for t in twijfels],
        )  # fmt: skip
        regel.neem(rij)
        self.regels.append(regel)

    def _kaderregel(self, rij: Rij, indeling: Indeling) -> None:
        """Keep a row of a kader without verdicts; at the top of a page it may be the rest of the one before."""
        thema, indicator = self._thema_kolom or self.thema, rij.tekst(indeling.indicator)
        over_blad = self.kaderregels and None not in {rij.pagina, self._pagina} and rij.pagina != self._pagina
        rest = verlengd(self.kaderregels[-1], indicator, self.kader) if over_blad else None
        self._pagina = rij.pagina
        if rest is not None:
            self.kaderregels[-1] = rest
            return
        self.kaderregels.append(Kaderregel(thema, self._criterium, indicator, rij.plek))
