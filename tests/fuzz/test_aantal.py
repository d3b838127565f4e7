"""How many random examples a long run tries in all; that each property saw its own, the property itself holds."""

from __future__ import annotations

from collections import Counter
from importlib import import_module

from tests.hoeveel import EIGENSCHAPPEN

#: Where properties stand.
MODULES = (
    *(f"tests.fuzz.test_{naam}" for naam in ("adres", "leveringen", "lezers", "opdrachten", "uitvoer", "voorstellen")),
    *("tests.data.rapporten.test_tabellen", "tests.pagina.test_csv", "tests.pagina.uitvoer.test_csv_stuk"),
)


def test_meer_dan_twintigduizend() -> None:
    for naam in MODULES:
        import_module(naam)
    per_deel: Counter[str] = Counter()
    for naam, eigenschap in EIGENSCHAPPEN.items():
        if naam.partition("::")[0] in MODULES:
            per_deel[eigenschap.deel] += eigenschap.lang
    assert per_deel.keys() == {"adres", "filters en uitvoer", "leveringen", "lezers", "voorstellen en bestanden"}
    assert per_deel.total() >= 20_000, per_deel
