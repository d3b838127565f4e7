"""Files spoiled at random: bits flipped in DOCX, ODT, XLSX and PDF, in the container and in the text within it.

Each ends in a refusal, in what the spoiled file still says, or in a doubt. Anything else is a fault: a crash, a verdict
read otherwise without a doubt, a verdict that vanished in silence.

    python -m tests.data.rapporten.bestandsmutaties --aantal 500
"""

from __future__ import annotations

import argparse
import html
import io
import random
import re
import signal
import tempfile
import zipfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

from data.rapporten.document import Document
from data.rapporten.fouten import Onleesbaar
from data.rapporten.gelezen import Cel, Tabellen
from data.rapporten.lezers import lees_document
from data.rapporten.oordelen.tabellen import lees_tabellen
from data.rapporten.proces.kind import SECONDEN
from tests.data.rapporten import vormen
from tests.data.rapporten.indelingen import Stijl, Waarheid, als_tabellen, kaal, maak, verwacht
from tests.data.rapporten.mutaties import GELIJK, GEWEIGERD, TWIJFEL

#: Where in a package the text of the report stands.
DELEN = {"docx": "word/document.xml", "odt": "content.xml", "xlsx": "xl/sharedStrings.xml"}
VORMEN = {"docx": vormen.als_docx, "odt": vormen.als_odt, "xlsx": vormen.als_xlsx, "pdf": vormen.als_pdf}


@dataclass(frozen=True)
class Bestand:
    """A file to spoil and what it says."""

    vorm: str
    inhoud: bytes
    waarheid: Waarheid


@cache
def bestanden() -> tuple[Bestand, ...]:
    """Each form three times."""
    gevonden = []
    for nummer, (vorm, schrijf) in enumerate(VORMEN.items()):
        for zaad in range(3):
            waarheid = maak(50 + 7 * nummer + zaad, kolommen=2 + zaad % 2)
            document = vormen.vervang(als_tabellen(waarheid, Stijl(thema="rij")), {"☑": "✔"})
            gevonden.append(Bestand(vorm, schrijf(document), waarheid))
    return tuple(gevonden)


def _keer_om(ruw: bytes, lot: random.Random, plekken: Sequence[int] = ()) -> bytes:
    """One to three bits flipped: anywhere, or at these places."""
    anders = bytearray(ruw)
    for _ in range(lot.choice((1, 1, 1, 2, 3))):
        anders[lot.choice(plekken) if plekken else lot.randrange(len(anders))] ^= 1 << lot.randrange(8)
    return bytes(anders)


def _tekstplekken(xml: bytes) -> list[int]:
    """Where in a part text stands that is no tag."""
    return [plek for vondst in re.finditer(rb">([^<]+)<", xml) for plek in range(vondst.start(1), vondst.end(1))]


def verknoei(bestand: Bestand, lot: random.Random) -> tuple[bytes, str]:
    """The spoiled file, and the text of the report in it as far as that can be told."""
    deel = DELEN.get(bestand.vorm)
    if deel is None or lot.random() < 0.3:
        return _keer_om(bestand.inhoud, lot), ""
    uit = io.BytesIO()
    tekst = ""
    with zipfile.ZipFile(io.BytesIO(bestand.inhoud)) as oud, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as nieuw:
        for info in oud.infolist():
            inhoud = oud.read(info)
            if info.filename == deel:
                inhoud = _keer_om(inhoud, lot, _tekstplekken(inhoud) if lot.random() < 0.8 else ())
                tekst = html.unescape(inhoud.decode("utf-8", errors="replace"))
            nieuw.writestr(info, inhoud)
    return uit.getvalue(), _plat(re.sub(r"<[^<>]*>", " ", tekst))


def _plat(tekst: str) -> str:
    return " ".join(tekst.split())


def muteer(zaad: int) -> tuple[str, str, list[str]]:
    """One seeded mutation: the form, how it ends, and what is wrong."""
    lot = random.Random(zaad)
    bestand = lot.choice(bestanden())
    ruw, tekst = verknoei(bestand, lot)
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_) / "rapport"
        pad.write_bytes(ruw)
        try:
            document = _binnen_de_tijd(pad)
        except (Onleesbaar, TimeoutError):
            return bestand.vorm, GEWEIGERD, []
    tabellen = lees_tabellen(document, bestand.waarheid.kennis())
    uitslag, fouten = beoordeel(document, tabellen, bestand.waarheid, tekst)
    return bestand.vorm, uitslag, [f"{bestand.vorm} (zaad {zaad}): {fout}" for fout in fouten]


def _binnen_de_tijd(pad: Path) -> Document:
    """The document; TimeoutError when the process that reads would have been ended."""

    def te_lang(*_: object) -> None:
        raise TimeoutError

    vorige = signal.signal(signal.SIGALRM, te_lang)
    signal.alarm(SECONDEN)
    try:
        return lees_document(pad, naam="rapport", meld=lambda _klaar, _totaal: None)
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, vorige)


Oordeel = tuple[int | None, str, str, str]


def beoordeel(document: Document, tabellen: Tabellen, waarheid: Waarheid, tekst: str) -> tuple[str, list[str]]:
    """How a reading ends, and every fault in it. `tekst`: what the spoiled file says, where that is known."""
    kennis = waarheid.kennis()
    juist: dict[str, list[Oordeel]] = {}
    for _, _, indicator, jaar, naam, uitkomst, teken in verwacht(waarheid):
        juist.setdefault(indicator, []).append((jaar, naam, uitkomst, teken.replace("☑", "✔")))
    rijen: dict[str, list[Cel]] = {}
    for cel in tabellen.cellen:
        rijen.setdefault(kaal(cel.indicator_gedrukt), []).append(cel)
    uitslag, fouten, gezien = GELIJK, [], set()
    for indicator, cellen in rijen.items():
        bron = _meest_gelijk(indicator, list(juist))
        gezien.add(bron)
        for cel, goed in zip(cellen, [*juist.get(bron, []), *[None] * len(cellen)], strict=False):
            gelezen = (cel.kolom.peiljaar, kaal(cel.kolom.aanpak), cel.lezing.uitkomst, cel.lezing.teken_gedrukt)
            if gelezen == goed:
                continue
            uitslag = TWIJFEL
            # an indicator that is not plainly the kader's gives a doubt when it is matched
            genoemd = cel.lezing.twijfels or kennis.twijfel(cel.indicator_gedrukt)
            if not genoemd and not _staat_er(cel, tekst):
                fouten.append(f"zonder twijfel anders: {indicator[:40]} {goed} {gelezen}")
    gemist = juist.keys() - gezien
    gezegd = bool(tabellen.twijfels or document.opmerkingen)
    if gemist and not gezegd:
        fouten.append(f"verdwenen: {len(gemist)} van {len(juist)} rijen")
    return (TWIJFEL if gemist else uitslag), fouten


def _meest_gelijk(indicator: str, keuze: Sequence[str]) -> str:
    """The printed indicator that a read one is, if any is near."""
    beste = max(keuze, key=lambda ander: SequenceMatcher(None, indicator, ander, autojunk=False).ratio())
    return beste if SequenceMatcher(None, indicator, beste, autojunk=False).ratio() > 0.9 else ""


def _staat_er(cel: Cel, tekst: str) -> bool:
    """Whether the spoiled file itself says what was read: its head, and its sign before its text."""
    oordeel = _plat(f"{cel.lezing.teken_gedrukt} {cel.lezing.toelichting}")
    return bool(tekst) and _plat(cel.kolom.kop) in tekst and oordeel in tekst


def main() -> int:
    """Run them and print how many end in each way, by form."""
    lezer = argparse.ArgumentParser(description="Verknoei bestanden en tel hoe het lezen afloopt.")
    lezer.add_argument("--aantal", type=int, default=500)
    lezer.add_argument("--zaad", type=int, default=0, help="het eerste zaad")
    keuze = lezer.parse_args()
    teller: Counter[tuple[str, str]] = Counter()
    alles: list[str] = []
    for zaad in range(keuze.zaad, keuze.zaad + keuze.aantal):
        vorm, uitslag, fouten = muteer(zaad)
        teller[vorm, "STIL FOUT" if fouten else uitslag] += 1
        alles += fouten
    print(*alles, sep="\n")  # noqa: T201
    print(*(f"{aantal:6} {vorm} {uitslag}" for (vorm, uitslag), aantal in sorted(teller.items())), sep="\n")  # noqa: T201
    return 1 if alles else 0


if __name__ == "__main__":
    raise SystemExit(main())
