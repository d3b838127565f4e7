"""data/controles/grenzen.sql: what is no shape is told in its line, whatever the text; what is one goes through."""

from __future__ import annotations

import json

from tests.data.bouwdoos import Doos

#: A triangle: the smallest ring there is.
RING = [[4.5, 52.1], [4.6, 52.1], [4.6, 52.2], [4.5, 52.1]]
GAT = [[4.55, 52.11], [4.58, 52.11], [4.58, 52.12], [4.55, 52.11]]

GOED = {
    "een ring": {"type": "Polygon", "coordinates": [RING]},
    "een ring met een gat": {"type": "Polygon", "coordinates": [RING, GAT]},
    "twee vlakken": {"type": "MultiPolygon", "coordinates": [[RING, GAT], [GAT]]},
    "hele en negatieve getallen": {"type": "Polygon", "coordinates": [[[-1, 2], [3, 4], [5, -6.5], [-1, 2]]]},
    "een sleutel meer": {"bbox": [4, 52, 5, 53], "type": "Polygon", "coordinates": [RING]},
}

GEEN_JSON = "de tekst is geen JSON"
GEEN_VLAK = "dit is geen Polygon of MultiPolygon"
GEEN_PUNTEN = "de coördinaten zijn geen ringen van punten op aarde"
GEEN_RING = "een ring telt minder dan vier punten of is niet gesloten"


def vlak(*ringen: object) -> str:
    """A Polygon of whatever stands where its rings should."""
    return json.dumps({"type": "Polygon", "coordinates": list(ringen)})


FOUT = {
    "geen JSON": ("POLYGON((4 52, 5 52, 5 53, 4 52))", GEEN_JSON),
    "halverwege afgebroken": (vlak(RING)[:-2], GEEN_JSON),
    "alleen een haak": ("{", GEEN_JSON),
    "JSON zonder meer": ("null", GEEN_VLAK),
    "een lijst": (json.dumps(RING), GEEN_VLAK),
    "een tekst": ('"Polygon"', GEEN_VLAK),
    "een punt": ('{"type": "Point", "coordinates": [4.5, 52.1]}', GEEN_VLAK),
    "een heel bestand": ('{"type": "FeatureCollection", "features": []}', GEEN_VLAK),
    "zonder soort": ('{"coordinates": [[[4, 52]]]}', GEEN_VLAK),
    "soort is geen woord": ('{"type": 3, "coordinates": [[[4, 52]]]}', GEEN_VLAK),
    "zonder coördinaten": ('{"type": "Polygon"}', GEEN_PUNTEN),
    "coördinaten zijn geen lijst": ('{"type": "Polygon", "coordinates": {"a": 1}}', GEEN_PUNTEN),
    "geen ring": (vlak(), GEEN_PUNTEN),
    "een lege ring": (vlak([]), GEEN_PUNTEN),
    "een lege ring na een goede": (vlak(RING, []), GEEN_PUNTEN),
    "een ring die er niet is": (vlak(RING, None), GEEN_PUNTEN),
    "een punt dat er niet is": (vlak([*RING[:3], None, RING[0]]), GEEN_PUNTEN),
    "een getal als tekst": (vlak([RING[0], ["4.6", "52.1"], *RING[2:]]), GEEN_PUNTEN),
    "waar als getal": (vlak([RING[0], [True, 52.1], *RING[2:]]), GEEN_PUNTEN),
    "een half punt": (vlak([RING[0], [4.6, None], *RING[2:]]), GEEN_PUNTEN),
    "een punt van drie": (vlak([RING[0], [4.6, 52.1, 0], *RING[2:]]), GEEN_PUNTEN),
    "een ring te weinig diep": (vlak(*RING), GEEN_PUNTEN),
    "een ring te diep": (vlak([RING]), GEEN_PUNTEN),
    "geen getal": (vlak(RING).replace("4.6", "NaN"), GEEN_PUNTEN),
    "te veel voor een getal": (vlak(RING).replace("4.6", "1e999"), GEEN_PUNTEN),
    "meters in plaats van graden": (
        vlak([[121000, 487000], [122000, 487000], [122000, 488000], [121000, 487000]]), GEEN_PUNTEN,
    ),
    "vlakken met een leeg vlak": (json.dumps({"type": "MultiPolygon", "coordinates": [[RING], []]}), GEEN_PUNTEN),
    "een Polygon die MultiPolygon heet": (json.dumps({"type": "MultiPolygon", "coordinates": [RING]}), GEEN_PUNTEN),
    "drie punten": (vlak([RING[0], RING[1], RING[0]]), GEEN_RING),
    "niet gesloten": (vlak([*RING[:3], [4.5, 52.3]]), GEEN_RING),
    "het gat is niet gesloten": (vlak(RING, [*GAT[:3], [4.5, 52.3]]), GEEN_RING),
    "het tweede vlak is niet gesloten": (
        json.dumps({"type": "MultiPolygon", "coordinates": [[RING], [[*RING[:3], [4.5, 52.3]]]]}), GEEN_RING,
    ),
    "dieper dan een mens schrijft": (vlak("x").replace('"x"', "[" * 45_000 + "]" * 45_000), GEEN_PUNTEN),
}  # fmt: skip


def met_grens(doos: Doos, *grenzen: str) -> list[tuple[int, str, str]]:
    """Line, column and text of the faults of a set with these boundaries, each of a gemeente of its own."""
    doos.pad("kader/grenzen").write_text("gemeente_code,jaar,grens,bron\n", encoding="utf-8")
    for nummer, grens in enumerate(grenzen, start=1):
        if nummer > 3:  # the set has three
            doos.erbij("kader/gemeenten", gemeente_code=f"FG{nummer:04}")
        doos.erbij("kader/grenzen", gemeente_code=f"FG{nummer:04}", jaar="2023", grens=grens, bron="verzonnen")
    return [(f.regel, f.kolom, f.mis) for f in doos.fouten()]


def test_een_vlak_gaat_door(doos: Doos) -> None:
    assert met_grens(doos, *map(json.dumps, GOED.values())) == []


def test_wat_geen_vlak_is_valt_op(doos: Doos) -> None:
    """Each told in its own line, and in no other; the good one before them is not."""
    gevonden = met_grens(doos, vlak(RING), *(grens for grens, _ in FOUT.values()))
    per_regel = {regel: (kolom, mis) for regel, kolom, mis in gevonden}
    verwacht = {naam: ("grens", mis) for naam, (_, mis) in FOUT.items()}
    assert {naam: per_regel.get(regel) for regel, naam in enumerate(FOUT, start=3)} == verwacht
    assert len(gevonden) == len(FOUT)


def test_een_grens_die_ontbreekt_is_alleen_leeg(doos: Doos) -> None:
    assert met_grens(doos, vlak(RING), "") == [(3, "grens", "is leeg")]


def test_een_onbekende_gemeente_en_een_jaar_dat_er_geen_is(doos: Doos) -> None:
    assert met_grens(doos, vlak(RING)) == []
    doos.zet("kader/grenzen", 2, "gemeente_code", "FG0099")
    doos.zet("kader/grenzen", 2, "jaar", "nu")
    gevonden = [(f.regel, f.kolom, f.mis) for f in doos.fouten()]
    assert gevonden == [
        (2, "gemeente_code", '"FG0099" is onbekend'),
        (2, "jaar", '"nu" heeft niet de goede vorm'),
    ]


def test_de_fout_is_een_zin(doos: Doos) -> None:
    met_grens(doos, "{")
    (fout,) = doos.fouten()
    assert str(fout) == (
        "leveringen/kader/grenzen.csv, regel 2, kolom grens: de tekst is geen JSON; verwacht: GeoJSON van een Polygon"
        " of MultiPolygon, met gesloten ringen van punten [lengtegraad, breedtegraad]."
    )
