"""Where a gemeente lies: the 342 boundaries of data/gebieden/grenzen.csv, and what a merger does to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from queries import Bron
from tests.queries.hulp import rijen
from tests.queries.schetsen import FUSIES, TWEE_VAN_ALLES

DRIEHOEK = '{{"type":"Polygon","coordinates":[[[{0},52.0],[{0}.5,52.0],[{0}.5,52.5],[{0},52.0]]]}}'
#: FG0001 merged into FG0002, that into FG0003; FG0002 has no boundary of its own, FG0004 has none at all.
GRENZEN = FUSIES | {
    "grenzen": "\n".join(
        [
            "gemeente_code|jaar|grens|bron",
            f"FG0003|2015|{DRIEHOEK.format(5)}|verzonnen",
            f"FG0001|2013|{DRIEHOEK.format(4)}|ouder",
        ]
    )
}


def test_alle_gemeenten_van_nu(bron: Bron) -> None:
    grenzen = bron.vraag("grenzen")
    assert len(grenzen) == 342
    assert list(grenzen["gemeente"][[0, 341]]) == ["'s-Gravenhage", "Zwolle"]
    assert {len(lijst) for lijst in grenzen["grenzen"]} == {1}
    assert set(rijen(grenzen, "jaar", "bron", "fictief")) == {
        (2023, "CBS/Kadaster, gebiedsindelingen 2023, gegeneraliseerd", False)
    }


def test_wie_een_ander_overnam_heeft_ook_diens_grens(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    grenzen = verzonnen(GRENZEN).vraag("grenzen")
    antwoord = grenzen[grenzen["fictief"]]
    assert rijen(antwoord, "gemeente_code", "jaar", "bron") == [
        ("FG0003", 2015, "ouder; verzonnen"), ("FG0001", 2013, "ouder"), ("FG0002", 2013, "ouder"),
    ]  # fmt: skip
    assert [list(lijst) for lijst in antwoord["grenzen"]] == [
        [DRIEHOEK.format(4), DRIEHOEK.format(5)], [DRIEHOEK.format(4)], [DRIEHOEK.format(4)],
    ]  # fmt: skip


def test_een_bron_staat_er_een_keer_en_een_naam_op_code(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    grenzen = verzonnen(GRENZEN | {"grenzen": GRENZEN["grenzen"].replace("ouder", "verzonnen")}).vraag("grenzen")
    assert rijen(grenzen[grenzen["gemeente_code"] == "FG0003"], "bron") == [("verzonnen",)]
    regels = (f"{code}|2015|{DRIEHOEK.format(4)}|verzonnen" for code in ("FG0002", "FG0001"))
    twee = {"grenzen": "\n".join(["gemeente_code|jaar|grens|bron", *regels])}
    grenzen = verzonnen(TWEE_VAN_ALLES | twee).vraag("grenzen")
    assert list(grenzen[grenzen["fictief"]]["gemeente_code"]) == ["FG0001", "FG0002"]
