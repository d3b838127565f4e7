"""Words for codes, where a word may stand for one code only: what lists show and links carry. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable


class Woordenlijst:
    """Labels for codes. Of a label that occurs twice, the code is added."""

    def __init__(self, codes: Iterable[str], woorden: Iterable[str]) -> None:
        """Pair codes with labels."""
        paren = list(zip(codes, woorden, strict=True))
        keren = Counter(woord for _, woord in paren)
        self._woord = {code: f"{woord} ({code})" if keren[woord] > 1 else woord for code, woord in paren}

    def __contains__(self, code: object) -> bool:
        """Whether a code is in the list."""
        return code in self._woord

    def __len__(self) -> int:
        """How many codes there are."""
        return len(self._woord)

    @property
    def codes(self) -> list[str]:
        """The codes in order."""
        return list(self._woord)

    @property
    def woorden(self) -> list[str]:
        """The labels in the same order."""
        return list(self._woord.values())

    def woord(self, code: str) -> str:
        """The label of a code. Raises KeyError."""
        return self._woord[code]

    def code(self, woord: str) -> str | None:
        """The code of a label, or the code itself; None for what is neither."""
        if woord in self._woord:
            return woord
        return next((code for code, eigen in self._woord.items() if eigen == woord), None)
