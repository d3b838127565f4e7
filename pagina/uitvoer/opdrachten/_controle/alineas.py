"""The paragraphs of a letter beside those that it should hold: its figures stand in words too. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from pagina.uitvoer.inhoud.stuk import Stuk

#: A paragraph with less than this part of the words in common is another one.
_LIJKT = 0.6


@dataclass(frozen=True)
class Alinea:
    """A paragraph that is not as it is made. `staat_er`: what stands there in its place; empty where it is gone."""

    hoort: str
    staat_er: str


def eigen_alineas(stuk: Stuk) -> list[str]:
    """What a letter says in words of its figures: each paragraph, and what cannot be concluded."""
    delen = stuk.onderdelen
    teksten = [tekst for deel in delen for tekst in deel.alineas]
    teksten += [tekst for deel in delen for tekst in deel.voorbehoud]
    return [_kaal(tekst) for tekst in teksten]


def vergelijk_alineas(horen: Sequence[str], staan: Sequence[str]) -> list[Alinea]:
    """Which of the paragraphs do not stand in the file word for word, in their order.

    Other text may stand between and around them, they may be joined or split, and stand in another order.
    """
    geheel = " ".join(map(_kaal, staan))
    mist = [tekst for tekst, keer in Counter(horen).items() if _keren(tekst, geheel) < keer]
    over = [tekst for tekst in map(_kaal, staan) if tekst not in horen]
    return [Alinea(tekst, _lijkend(tekst, over)) for tekst in mist]


def _kaal(tekst: str) -> str:
    return " ".join(tekst.split())


def _keren(tekst: str, geheel: str) -> int:
    """How often a text stands in another as whole words."""
    return len(re.findall(rf"(?<!\w){re.escape(tekst)}(?!\w)", geheel))


def _lijkend(tekst: str, over: Iterable[str]) -> str:
    """The paragraph that is most like a text; empty where none is."""
    woorden = tekst.split()
    delen = ((SequenceMatcher(None, woorden, ander.split(), autojunk=False).ratio(), ander) for ander in over)
    return max((deel for deel in delen if deel[0] >= _LIJKT), default=(0.0, ""), key=lambda deel: deel[0])[1]
