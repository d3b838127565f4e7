"""What was asked and made once, for all readers together: so many bytes of it, and what lay longest unused goes first.

Streamlit's own caches count entries, of which one may be a hundred times another, and copy what they give by pickling
it.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

W = TypeVar("W")


class Voorraad:
    """Values by key, shared by all threads: nobody may change one in place."""

    def __init__(self, hoogstens: int) -> None:
        """Keep at most so many bytes."""
        self._hoogstens = hoogstens
        self._slot = threading.Lock()
        self._waarden: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._bezet = 0

    def geef(self, sleutel: Hashable, maak: Callable[[], W], grootte: Callable[[W], int]) -> W:
        """The value under a key, made when it is not there. One that alone is too large is given and not kept."""
        with self._slot:
            if sleutel in self._waarden:
                self._waarden.move_to_end(sleutel)
                gevonden: W = self._waarden[sleutel][0]
                return gevonden
        # outside the lock: others need not wait for a question that takes long
        waarde = maak()
        self._bewaar(sleutel, waarde, grootte(waarde))
        return waarde

    def _bewaar(self, sleutel: Hashable, waarde: object, omvang: int) -> None:
        if omvang > self._hoogstens:
            return
        with self._slot:
            self._bezet += omvang - self._waarden.pop(sleutel, (None, 0))[1]
            self._waarden[sleutel] = waarde, omvang
            while self._bezet > self._hoogstens:
                _, (_, weg) = self._waarden.popitem(last=False)
                self._bezet -= weg

    @property
    def bezet(self) -> int:
        """How many bytes it holds."""
        return self._bezet

    def __len__(self) -> int:
        """How many values it holds."""
        return len(self._waarden)
