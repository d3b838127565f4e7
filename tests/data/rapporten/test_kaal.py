"""Dataclasses to plain values and back: the same again, and nothing that is not of the right form."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from data.rapporten.document import Alinea, Document, Plek, Tabel
from data.rapporten.gelezen import (
    Cel,
    CelLezing,
    Gelezen,
    Herkend,
    Kaderregel,
    Kolom,
    Soort,
    Tabellen,
    Twijfel,
    Vondst,
)
from data.rapporten.proces.kaal import OnjuisteVorm, naar_kaal, uit_kaal

_PLEK = Plek(1, 2, None)
_TWIJFEL = Twijfel(Soort.LEGE_CEL, "De cel is leeg.", _PLEK)
_CEL = Cel(
    "Er is hulp",
    "Duur",
    "",
    Kolom("2014", 2014, ""),
    CelLezing("voldoet", "✓", "Goed.", "", (_TWIJFEL,)),
    _PLEK,
    "rij 1",
    3,
)
GELEZEN = Gelezen(
    Document("PDF", (Alinea(("a", "b"), 1), Tabel((("x", ""), ("y", "é ✓")), None)), ("Let op.",)),
    Tabellen((_CEL,), (Kaderregel("Duur", "", "Er is hulp", _PLEK),), (Twijfel(Soort.PRIVACY, "Kijk."),)),
    Herkend(
        titel=Vondst("Titel", _PLEK, zeker=False, zin="Of niet."),
        aanpakken=(Vondst("A"), Vondst("B")),
        opvolging=(("A", "B"),),
        bewijs={2014: Vondst("volledige_toets")},
    ),
)  # fmt: skip


def test_heen_en_terug() -> None:
    assert uit_kaal(Gelezen, json.loads(json.dumps(naar_kaal(GELEZEN)))) == GELEZEN


def _anders(pad: list[str | int], waarde: object) -> object:
    """The plain form with one value replaced."""
    kaal = json.loads(json.dumps(naar_kaal(GELEZEN)))
    deel = kaal
    for stap in pad[:-1]:
        deel = deel[stap]
    deel[pad[-1]] = waarde
    return kaal


@pytest.mark.parametrize(
    ("pad", "waarde"),
    [
        (["document", "vorm"], 3),
        (["document", "blokken", 0, "pagina"], True),
        (["document", "blokken", 0, "pagina"], 1.0),
        (["document", "blokken", 0, "regels"], "ab"),
        (["document", "blokken", 1, "rijen", 0, 1], None),
        (["document", "blokken", 1], {"rijen": [], "pagina": None, "regels": []}),
        (["document", "blokken"], {"0": 1}),
        (["tabellen", "cellen", 0, "lezing", "twijfels", 0, "soort"], "onbekend"),
        (["tabellen", "cellen", 0, "lezing", "twijfels", 0, "soort"], ["lege_cel"]),
        (["tabellen", "cellen", 0, "plek"], None),
        (["herkend", "titel", "zeker"], 1),
        (["herkend", "opvolging", 0], ["A", "B", "C"]),
        (["herkend", "bewijs", 0, 0], "2014"),
        (["herkend", "bewijs"], {"2014": None}),
        (["herkend", "nieuw"], None),
    ],
)
def test_wat_niet_klopt(pad: list[str | int], waarde: object) -> None:
    with pytest.raises(OnjuisteVorm):
        uit_kaal(Gelezen, _anders(pad, waarde))


def test_wat_wel_klopt() -> None:
    anders = uit_kaal(Gelezen, _anders(["document", "blokken", 0, "pagina"], None))
    assert anders == replace(
        GELEZEN, document=replace(GELEZEN.document, blokken=(Alinea(("a", "b")), GELEZEN.document.blokken[1]))
    )


@pytest.mark.parametrize("inhoud", [None, [], "", 3, {}])
def test_helemaal_niets(inhoud: object) -> None:
    with pytest.raises(OnjuisteVorm):
        uit_kaal(Gelezen, inhoud)
