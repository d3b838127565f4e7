"""CSV: what divides the columns, and when a text is no CSV at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.rapporten.lezers.csv import scheiding
from tests.data.rapporten.bestanden import lees, tabellen


@pytest.mark.parametrize("teken", [";", ",", "\t"])
@pytest.mark.parametrize("codering", ["utf-8-sig", "cp1252"])
def test_csv_met_elk_teken_ertussen(tmp_path: Path, teken: str, codering: str) -> None:
    regels = [
        ["Indicator", "2013", "2014"],
        ["Coördinatie", f'"X een{teken} twee\nen drie"', "'=1+1"],
        ["Eén", "'- los", ""],
    ]
    inhoud = "\r\n".join(teken.join(regel) for regel in regels).encode(codering)
    document = lees(tmp_path, inhoud, "r.csv")
    assert tabellen(document) == [
        (("Indicator", "2013", "2014"), ("Coördinatie", f"X een{teken} twee\nen drie", "=1+1"), ("Eén", "- los", ""))
    ]


@pytest.mark.parametrize(
    ("tekst", "streng", "verwacht"),
    [
        ("a;b\nc;d\n", False, ";"),
        ("a;b\nc;d\n", True, None),
        ("Indicator;2013;2014\na;b;c\n", True, ";"),
        ("Indicator\t2013\t2014\na\tb\tc\n", True, None),
        ("Op 25 november 2014, en later, is gesproken.\nDaarna niet.\nEn toen, ja.\n", False, None),
        ("Sjabloon verbeterpunten 1;GGSR\nlosse regel\n", True, ";"),
        ("", False, None),
    ],
)
def test_wat_csv_is(tekst: str, streng: bool, verwacht: str | None) -> None:  # noqa: FBT001 - a parameter of pytest
    assert scheiding(tekst, streng=streng) == verwacht
