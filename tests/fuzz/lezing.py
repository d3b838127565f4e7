"""Reading a file as the child process does, and what holds of every reading whatever the file was."""

from __future__ import annotations

import json
import tempfile
import time
import warnings
from functools import cache
from pathlib import Path

from data.rapporten.bekend import Bekend, bekend
from data.rapporten.fouten import Onleesbaar
from data.rapporten.gelezen import Gelezen, Soort
from data.rapporten.herkenning.herkennen import herken
from data.rapporten.herkenning.koppelen import Kaderkennis
from data.rapporten.lezers import lees_document
from data.rapporten.oordelen.tabellen import lees_tabellen
from data.rapporten.proces.kaal import naar_kaal, uit_kaal
from data.rapporten.voorstel.verslag import verslag
from tests.data.rapporten.bestanden import een_zin, niets

#: Seconds of this process's own time that a file of some kilobytes may take; the child has more.
HOOGSTENS = 10.0
GOED, FOUT = set("✓✔☑√"), set("Xx✗✘✕✖☒☓")
_LETTERS = set("ûüýþ")
UITKOMSTEN = {"voldoet", "verbeterpunt", "gemengd", "niet_beoordeeld"}

__all__ = ["lees", "toets_lezing", "verslag"]


@cache
def kennis() -> tuple[Bekend, Kaderkennis]:
    """What the shipped leveringen know."""
    gevonden = bekend()
    return gevonden, Kaderkennis.uit(gevonden)


def lees(inhoud: bytes, naam: str, kader: Kaderkennis | None = None) -> Gelezen | None:
    """The report in these bytes; None where it is refused, which takes one Dutch sentence, and never long."""
    bekend_, eigen = kennis()
    begin = time.process_time()
    with tempfile.TemporaryDirectory() as map_, warnings.catch_warnings():
        # what a library warns of goes nowhere: the child has no screen
        warnings.simplefilter("ignore")
        pad = Path(map_) / "rapport"
        pad.write_bytes(inhoud)
        try:
            document = lees_document(pad, naam=naam, meld=niets)
        except Onleesbaar as fout:
            een_zin(str(fout))
            return None
        finally:
            _niet_lang(begin)
        tabellen = lees_tabellen(document, kader or eigen)
        gelezen = Gelezen(document, tabellen, herken(document, tabellen, bekend_))
    _niet_lang(begin)
    return gelezen


def _niet_lang(begin: float) -> None:
    duur = time.process_time() - begin
    assert duur < HOOGSTENS, f"{duur:.1f} seconden"


def toets_lezing(gelezen: Gelezen, bron: str | None = None) -> None:
    """No verdict without its sign: in or after the cell that it is said to stand in, and in what went in (`bron`).

    Every place exists, every sentence is one, and the whole crosses from one process to another unchanged.
    """
    assert uit_kaal(Gelezen, json.loads(json.dumps(naar_kaal(gelezen)))) == gelezen
    teksten = dict(gelezen.document.teksten())
    for cel in gelezen.tabellen.cellen:
        lezing = cel.lezing
        assert lezing.uitkomst in UITKOMSTEN
        assert (lezing.uitkomst == "niet_beoordeeld") == (not lezing.teken_gedrukt), cel
        assert _past(lezing.uitkomst, lezing.teken_gedrukt), cel
        # a cell may run on in the rows below it, also in the table on the next page
        erin = " ".join(tekst for plek, tekst in teksten.items() if plek.blok >= cel.plek.blok)
        # a letter that a font of signs shows as one is told to be doubtful
        letter = any(twijfel.soort is Soort.ONZEKER_TEKEN for twijfel in lezing.twijfels) and bool(_LETTERS & set(erin))
        for teken in lezing.teken_gedrukt.split():
            assert teken in erin or letter, cel
            assert bron is None or teken in bron or letter, (cel, bron)
    twijfels = [*gelezen.tabellen.twijfels, *(t for cel in gelezen.tabellen.cellen for t in cel.lezing.twijfels)]
    for twijfel in twijfels:
        assert twijfel.zin.strip()
        assert twijfel.plek is None or 0 <= twijfel.plek.blok < len(gelezen.document.blokken)


def _past(uitkomst: str, tekens: str) -> bool:
    """Whether signs that we know, say this."""
    soorten = {teken in GOED for teken in tekens.split() if teken in GOED | FOUT}
    if len(soorten) == 2:
        return uitkomst == "gemengd"
    return uitkomst in ({"voldoet", "gemengd"} if True in soorten else {"verbeterpunt", "gemengd"}) or not soorten
