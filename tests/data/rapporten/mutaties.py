"""Layouts spoiled at random, and a plain oracle that says what the spoiled text still says beyond doubt.

Each mutation ends in one of three ways: read as the text says, read with the doubt named, or refused. Anything else is
a fault: a verdict read otherwise without a doubt, or a verdict that vanished in silence.

    python -m tests.data.rapporten.mutaties --aantal 2000
"""

from __future__ import annotations

import argparse
import random
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from data.rapporten.bekend import bekend
from data.rapporten.document import Document, Tabel
from data.rapporten.fouten import Onleesbaar
from data.rapporten.gelezen import Tabellen
from data.rapporten.herkenning.koppelen import Kaderkennis
from data.rapporten.lezers.tekst import lees
from data.rapporten.oordelen.tabellen import lees_tabellen
from tests.data.rapporten.indelingen import als_blokken, als_tekst, kaal, maak

BRONNEN = Path(__file__).parents[4] / "shared" / "bronnen"
GELIJK, TWIJFEL, GEWEIGERD = "gelijk aan de tekst", "met twijfel", "geweigerd"

# the oracle: deliberately plain, and on its own

_CEL = re.compile(r"(?:<b>|\*\*)?([✓✔☑Xx✗✕✖☓√])(?:</b>|\*\*)? [^a-z\s](?s:.*)")
_LOS = re.compile(r"[✓✔☑✗√☒✘✕✖☓]|(?<![a-zA-Z])[Xx](?![a-zA-Z-])|X(?= [A-Z])|X$")
_JAARKOP = re.compile(r"(?:19|20)\d\d(?: \w[\w ]*)?")
_GOED = "✓✔☑√"


@dataclass
class Zeker:
    """What the text says beyond doubt: per (indicator, column) the sign; and every sign in its tables with its text."""

    oordelen: dict[tuple[str, str], str] = field(default_factory=dict)
    #: where an indicator may take in the block before it: the longer key to the shorter
    ook: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    tekens: list[str] = field(default_factory=list)

    def zet(self, indicator: str, kop: str, teken: str, *vooraf: str) -> None:
        sleutel = (_kern(indicator), kaal(kop))
        self.oordelen[sleutel] = teken
        for begin in range(len(vooraf)):
            self.ook[_kern("".join([*vooraf[begin:], indicator])), kaal(kop)] = sleutel


def _kern(tekst: str) -> str:
    return kaal(re.sub(r"<[^<>]*>", "", tekst))


def orakel(tekst: str) -> Zeker:
    """What a text says, tab-separated or in blocks."""
    zeker = Zeker()
    _orakel_tabs(tekst, zeker)
    _orakel_blokken(tekst, zeker)
    return zeker


def _teken(cel: str) -> str | None:
    """The sign of a cell that holds one at its start and none elsewhere; '' for an empty cell; None when not plain."""
    cel = cel.strip()
    if not cel:
        return ""
    vondst = _CEL.fullmatch(cel)
    if not vondst or _LOS.search(cel[vondst.end(1) :].replace("LET OP", "")):
        return None
    return vondst[1]


def _orakel_tabs(tekst: str, zeker: Zeker) -> None:
    kop: list[str] = []
    plek = 0
    for regel in tekst.split("\n"):
        if "\t" not in regel:
            continue
        velden = regel.split("\t")
        koppen = _tabkoppen(velden)
        if koppen:
            kop, plek = velden, koppen[0] - 1
            continue
        zeker.tekens += [veld.strip() for veld in velden if _CEL.fullmatch(veld.strip())]
        if not kop or len(velden) != len(kop) or plek < 0:
            continue
        indicator, cellen = velden[plek], velden[plek + 1 :]
        if not indicator.strip() or _LOS.search(indicator) or not any(map(_teken, cellen)):
            continue
        for naam, cel in zip(kop[plek + 1 :], cellen, strict=True):
            teken = _teken(cel)
            if teken is not None:
                zeker.zet(indicator, naam, teken)


def _tabkoppen(velden: list[str]) -> list[int]:
    """The columns of verdicts that a row names when it is a head: all to its right end."""
    if velden[0] in {"Indicator", "Criteria"}:
        return list(range(1 if velden[0] == "Indicator" else 2, len(velden)))
    koppen = [nr for nr, veld in enumerate(velden) if _JAARKOP.fullmatch(veld) or veld == "Bevindingen"]
    heel = koppen and koppen[-1] == len(velden) - 1 and len(koppen) == len(velden) - koppen[0]
    return koppen if heel else []


def _orakel_blokken(tekst: str, zeker: Zeker) -> None:
    kop: list[str] = []
    rij: list[str] = []
    vooraf: list[str] = []
    for regels in _delen(tekst):
        if any("\t" in regel for regel in regels):
            kop, rij, vooraf = [], [], []
            continue
        opent = [bool(re.match(r"[✓✔☑Xx✗✕✖☓√] +[^a-z\s]", regel)) for regel in regels]
        zeker.tekens += [" ".join(regels[nr:]) for nr, open_ in enumerate(opent) if open_ and kop]
        nieuwe_kop = _blokkop(regels)
        if opent and opent[0] and not any(opent[1:]) and rij:
            rij.append(" ".join(regels))
            continue
        _sluit(rij, kop, zeker, vooraf)
        if nieuwe_kop or any(opent) or len(rij) > 1:
            vooraf = []
        elif rij:
            vooraf.append(rij[0])
        kop = nieuwe_kop or kop
        rij = [] if any(opent) or not regels or nieuwe_kop else [" ".join(regels)]


def _delen(tekst: str) -> Iterator[list[str]]:
    """The blocks of a text as lines; a head stands on its own whatever it is glued to. At the end an empty one."""
    for deel in re.split(r"\n[ ]*\n", tekst):
        regels: list[str] = []
        for regel in deel.strip("\n").split("\n"):
            if _blokkop([regel.strip()]):
                yield from ([regels] if regels else [])
                yield [regel.strip()]
                regels = []
            elif regel.strip():
                regels.append(regel if "\t" in regel else regel.strip())
        yield from ([regels] if regels else [])
    yield []


def _blokkop(regels: list[str]) -> list[str]:
    if not regels or not re.match(r"Indicator (?:19|20)\d\d\b", regels[0]):
        return []
    return re.findall(r"(?:19|20)\d\d(?: [A-Z][A-Za-z ]*)?(?=$| )", regels[0])


def _sluit(rij: list[str], kop: list[str], zeker: Zeker, vooraf: list[str]) -> None:
    """A row is plain when an indicator is followed by as many cells as there are columns."""
    if not kop or len(rij) != len(kop) + 1:
        return
    for naam, cel in zip(kop, rij[1:], strict=True):
        teken = _teken(re.sub(r"^(\S) +", r"\1 ", cel))
        if teken:
            zeker.zet(rij[0], naam, teken, *vooraf)


# the judge


def beoordeel(document: Document, tabellen: Tabellen, zeker: Zeker, eerst: Zeker) -> tuple[str, list[str]]:
    """How a reading ends, and every fault in it.

    Where the oracle is not sure of a row, all of it may still be read as it was before it was spoiled (`eerst`): what
    the kader knows mends a lost line.
    """
    fouten = []
    heel = _hele_rijen(tabellen, eerst)
    uitslag = GELIJK
    gelezen = set()
    for cel in tabellen.cellen:
        sleutel = (kaal(cel.indicator_gedrukt), kaal(cel.kolom.kop))
        sleutel = zeker.ook.get(sleutel, sleutel)
        gelezen.add(sleutel)
        teken = zeker.oordelen.get(sleutel)
        if teken is not None and teken == cel.lezing.teken_gedrukt and cel.lezing.uitkomst == _uitkomst(teken):
            continue
        if teken is None and sleutel[0] in heel:
            continue
        uitslag = TWIJFEL
        if not cel.lezing.twijfels:
            fouten.append(f"zonder twijfel anders: {sleutel} {teken!r} {cel.lezing}")
    return uitslag if gelezen >= zeker.oordelen.keys() else TWIJFEL, fouten + _verdwenen(
        gelezen, zeker, tabellen, _genoemd(document, tabellen)
    )


def _verdwenen(gelezen: set[tuple[str, str]], zeker: Zeker, tabellen: Tabellen, genoemd: str) -> list[str]:
    """Verdicts and signs of the text that are in no cell and that no doubt points at."""
    fouten = [
        f"verdwenen: {sleutel}"
        for sleutel in zeker.oordelen.keys() - gelezen
        if zeker.oordelen[sleutel] and sleutel[0][:25] not in genoemd
    ]
    teksten = [c.lezing.toelichting + " " + c.lezing.opmerking for c in tabellen.cellen]
    overal = _zonder_x(" ".join(teksten)) + genoemd
    for teken in zeker.tekens:
        begin = _zonder_x(re.sub(r"<[^<>]*>|-\s+(?=[a-z])", "", teken))[:18]
        if begin not in overal:
            fouten.append(f"teken verdwenen: {teken}")
    return fouten


def _hele_rijen(tabellen: Tabellen, eerst: Zeker) -> set[str]:
    """The indicators of which every cell is read as it was first printed."""
    gelezen: dict[str, dict[str, str]] = {}
    for cel in tabellen.cellen:
        gelezen.setdefault(kaal(cel.indicator_gedrukt), {})[kaal(cel.kolom.kop)] = cel.lezing.teken_gedrukt
    was: dict[str, dict[str, str]] = {}
    for (indicator, kop), teken in eerst.oordelen.items():
        was.setdefault(indicator, {})[kop] = teken
    return {indicator for indicator, rij in gelezen.items() if was.get(indicator) == rij}


def _zonder_x(tekst: str) -> str:
    """Letters and figures without the signs that are letters."""
    return kaal(re.sub(r"(?<![a-zA-Z])[Xx](?![a-zA-Z])", "", tekst))


def _uitkomst(teken: str) -> str:
    if not teken:
        return "niet_beoordeeld"
    return "voldoet" if teken in _GOED else "verbeterpunt"


def _genoemd(document: Document, tabellen: Tabellen) -> str:
    """Every text of the report at which a doubt points, or that stands in a row with one."""
    delen = []
    for twijfel in [*tabellen.twijfels, *(t for c in tabellen.cellen for t in c.lezing.twijfels)]:
        delen.append(twijfel.zin)
        if twijfel.plek is None:
            continue
        blok = document.blokken[twijfel.plek.blok]
        if not isinstance(blok, Tabel):
            delen.append("".join(blok.regels))
        elif twijfel.plek.rij is not None:
            delen += blok.rijen[twijfel.plek.rij]
    delen += [c.indicator_gedrukt for c in tabellen.cellen if c.lezing.twijfels]
    return kaal("".join(delen)) + _zonder_x(" ".join(delen))


# the mutations: bytes in, bytes out

Mutatie = Callable[[bytes, random.Random], bytes]


def _regels(ruw: bytes, lot: random.Random) -> tuple[list[bytes], int]:
    """The lines, and the number of one near the tables (where there are signs)."""
    regels = ruw.split(b"\n")
    plekken = [nr for nr, regel in enumerate(regels) if re.search("\t|✓|✗|✔|☑|^[Xx] ".encode(), regel)]
    nummer = lot.choice(plekken) + lot.choice((0, 0, 0, -1, 1, -2, 2)) if plekken else 0
    return regels, min(max(nummer, 0), len(regels) - 1)


def _byte(ruw: bytes, lot: random.Random) -> bytes:
    regels, nummer = _regels(ruw, lot)
    begin = sum(len(regel) + 1 for regel in regels[:nummer])
    plek = begin + lot.randrange(max(1, len(regels[nummer]) + 1))
    plek = min(plek, len(ruw) - 1)
    return ruw[:plek] + bytes([ruw[plek] ^ (1 << lot.randrange(8))]) + ruw[plek + 1 :]


def _byte_bij_teken(ruw: bytes, lot: random.Random) -> bytes:
    plekken = [v.start() for v in re.finditer("\t|✓|✗|✔|☑|\n[Xx] |\tX |\n\n".encode(), ruw)]
    plek = min(lot.choice(plekken) + lot.randrange(4), len(ruw) - 1)
    return ruw[:plek] + bytes([ruw[plek] ^ (1 << lot.randrange(8))]) + ruw[plek + 1 :]


def _regel_weg(ruw: bytes, lot: random.Random) -> bytes:
    regels, nummer = _regels(ruw, lot)
    return b"\n".join(regels[:nummer] + regels[nummer + 1 :])


def _regel_dubbel(ruw: bytes, lot: random.Random) -> bytes:
    regels, nummer = _regels(ruw, lot)
    return b"\n".join([*regels[: nummer + 1], *regels[nummer:]])


def _wissel(ruw: bytes, lot: random.Random) -> bytes:
    regels, nummer = _regels(ruw, lot)
    ander = min(max(nummer + lot.choice((-3, -2, -1, 1, 2, 3)), 0), len(regels) - 1)
    regels[nummer], regels[ander] = regels[ander], regels[nummer]
    return b"\n".join(regels)


def _knip_regel(ruw: bytes, lot: random.Random) -> bytes:
    regels, nummer = _regels(ruw, lot)
    plek = lot.randrange(len(regels[nummer]) + 1)
    regels[nummer] = regels[nummer][:plek] + b"\n" + regels[nummer][plek:]
    return b"\n".join(regels)


def _plak_regels(ruw: bytes, lot: random.Random) -> bytes:
    regels, nummer = _regels(ruw, lot)
    if nummer + 1 < len(regels):
        regels[nummer : nummer + 2] = [regels[nummer] + lot.choice((b" ", b"")) + regels[nummer + 1]]
    return b"\n".join(regels)


def _wit_weg(ruw: bytes, lot: random.Random) -> bytes:
    plekken = [v.start() for v in re.finditer(rb"\n *\n", ruw)]
    plek = lot.choice(plekken) if plekken else 0
    return ruw[:plek] + re.sub(rb"^\n *\n", b"\n", ruw[plek:])


def _wit_erbij(ruw: bytes, lot: random.Random) -> bytes:
    regels, nummer = _regels(ruw, lot)
    return b"\n".join([*regels[:nummer], b"", *regels[nummer:]])


def _ander_teken(ruw: bytes, lot: random.Random) -> bytes:
    plekken = list(re.finditer("✓|✗|✔|☑|(?<=\n)[Xx](?= )|(?<=\t)X(?= )|(?<=<b>)X".encode(), ruw))
    vondst = lot.choice(plekken)
    return ruw[: vondst.start()] + lot.choice(("✓", "✗", "X", "?", "Q", "", "✓ X", "–")).encode() + ruw[vondst.end() :]


def _cel_leeg(ruw: bytes, lot: random.Random) -> bytes:
    regels, nummer = _met_tab(ruw, lot)
    velden = regels[nummer].split(b"\t")
    velden[lot.randrange(len(velden))] = b""
    return b"\n".join([*regels[:nummer], b"\t".join(velden), *regels[nummer + 1 :]])


def _cel_weg(ruw: bytes, lot: random.Random) -> bytes:
    """A cell lost with its border; in a text layer a block."""
    if b"\t" not in ruw:
        delen = re.split(rb"\n *\n", ruw)
        nummer = lot.choice([nr for nr, deel in enumerate(delen) if re.search("✓|✗|✔|☑|^[Xx] ".encode(), deel.strip())])
        nummer = max(0, nummer - lot.choice((0, 0, 1)))
        return b"\n\n".join(delen[:nummer] + delen[nummer + 1 :])
    regels, nummer = _met_tab(ruw, lot)
    velden = regels[nummer].split(b"\t")
    del velden[lot.randrange(len(velden))]
    return b"\n".join([*regels[:nummer], b"\t".join(velden), *regels[nummer + 1 :]])


def _schuif(ruw: bytes, lot: random.Random) -> bytes:
    """A row moved one column to the right; in a text layer two blocks in each other's place."""
    if b"\t" not in ruw:
        delen = re.split(rb"\n *\n", ruw)
        nummer = lot.randrange(len(delen) - 1)
        delen[nummer], delen[nummer + 1] = delen[nummer + 1], delen[nummer]
        return b"\n\n".join(delen)
    regels, nummer = _met_tab(ruw, lot)
    plek = lot.choice([0, *(v.start() for v in re.finditer(b"\t", regels[nummer]))])
    regels[nummer] = regels[nummer][:plek] + b"\t" + regels[nummer][plek:]
    return b"\n".join(regels)


def _kop_weg(ruw: bytes, lot: random.Random) -> bytes:
    koppen = list(re.finditer(rb"(?m)^(?:Indicator|Criteria)[\t ][^\n]*\n", ruw))
    vondst = lot.choice(koppen)
    return ruw[: vondst.start()] + ruw[vondst.end() :]


def _met_tab(ruw: bytes, lot: random.Random) -> tuple[list[bytes], int]:
    regels = ruw.split(b"\n")
    plekken = [nr for nr, regel in enumerate(regels) if regel.count(b"\t") > 1]
    return (regels, lot.choice(plekken)) if plekken else _regels(ruw, lot)


MUTATIES: tuple[Mutatie, ...] = (
    _byte, _byte_bij_teken, _regel_weg, _regel_dubbel, _wissel, _knip_regel, _plak_regels, _wit_weg, _wit_erbij,
    _ander_teken, _cel_leeg, _cel_weg, _schuif, _kop_weg,
)  # fmt: skip


@dataclass(frozen=True)
class Proef:
    """A text to spoil, and the kader that it is read with."""

    naam: str
    ruw: bytes
    kader: Kaderkennis

    @cached_property
    def eerst(self) -> Zeker:
        """What it says before it is spoiled."""
        return orakel(_tekst(self.ruw))


def eigen_proeven() -> list[Proef]:
    """Layouts of our own making, each with and without knowledge of the kader."""
    proeven = []
    for zaad in range(12):
        waarheid = maak(zaad, criteria=zaad % 3 == 0, leeg=0.15 if zaad % 4 == 1 else 0.0)
        kader = waarheid.kennis() if zaad % 2 else Kaderkennis.leeg()
        proeven.append(Proef(f"tabs-{zaad}", als_tekst(waarheid).encode(), kader))
        blokken = maak(zaad + 100, leeg=0.15 if zaad % 4 == 1 else 0.0)
        kader = blokken.kennis() if zaad % 2 else Kaderkennis.leeg()
        proeven.append(Proef(f"blokken-{zaad}", als_blokken(blokken, breedte=30 + zaad, zaad=zaad).encode(), kader))
    return proeven


def echte_proeven() -> list[Proef]:
    """The real reports, where they are at hand, with the kaders in store."""
    if not BRONNEN.is_dir():
        return []
    kader = Kaderkennis.uit(bekend())
    paden = [pad for pad in sorted(BRONNEN.glob("*.txt")) if not pad.name.startswith("003")]
    return [Proef(pad.stem, pad.read_bytes(), kader) for pad in paden]


def muteer(zaad: int, proeven: list[Proef]) -> tuple[str, list[str], bytes]:
    """One seeded mutation: how it ends, what is wrong, and the spoiled text."""
    lot = random.Random(zaad)
    proef = lot.choice(proeven)
    mutatie = lot.choice(MUTATIES)
    ruw = mutatie(proef.ruw, lot)
    naam = f"{proef.naam} {mutatie.__name__}"
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_) / "rapport.txt"
        pad.write_bytes(ruw)
        try:
            document = lees(pad, lambda _gedaan, _totaal: None)
        except Onleesbaar:
            return GEWEIGERD, [], ruw
    uitslag, fouten = beoordeel(document, lees_tabellen(document, proef.kader), orakel(_tekst(ruw)), proef.eerst)
    return uitslag, [f"{naam} (zaad {zaad}): {fout}" for fout in fouten], ruw


def _tekst(ruw: bytes) -> str:
    """The spoiled bytes as text: every end of line that there is, is one; what prints nothing is not there."""
    tekst = re.sub(r"\r\n|[\r\v\f\x85\u2028\u2029]", "\n", ruw.decode("utf-8-sig", errors="replace"))
    return re.sub(r"[\x00-\x08\x0e-\x1f\x7f]", "", tekst)


def draai(aantal: int, proeven: list[Proef], *, begin: int = 0) -> Iterator[tuple[str, list[str]]]:
    """So many seeded mutations, one after the other; `begin` is the first seed."""
    for zaad in range(begin, begin + aantal):
        uitslag, fouten, _ = muteer(zaad, proeven)
        yield uitslag, fouten


def main() -> int:
    """Run them and print how many end in each way."""
    lezer = argparse.ArgumentParser(description="Verknoei indelingen en tel hoe het lezen afloopt.")
    lezer.add_argument("--aantal", type=int, default=2000)
    lezer.add_argument("--zaad", type=int, default=0, help="het eerste zaad")
    lezer.add_argument("--bron", choices=("alle", "eigen", "echt"), default="alle")
    keuze = lezer.parse_args()
    proeven = (echte_proeven() if keuze.bron != "eigen" else []) + (eigen_proeven() if keuze.bron != "echt" else [])
    # as many mutations of real layouts as of our own
    if keuze.bron == "alle" and BRONNEN.is_dir():
        proeven += echte_proeven() * 5
    teller: Counter[str] = Counter()
    alles: list[str] = []
    for uitslag, fouten in draai(keuze.aantal, proeven, begin=keuze.zaad):
        teller["STIL FOUT" if fouten else uitslag] += 1
        alles += fouten
    print(*alles, sep="\n")  # noqa: T201
    print(*(f"{aantal:6} {uitslag}" for uitslag, aantal in teller.most_common()), sep="\n")  # noqa: T201
    return 1 if alles else 0


if __name__ == "__main__":
    raise SystemExit(main())
