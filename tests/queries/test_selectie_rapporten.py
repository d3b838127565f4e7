"""The rapporten behind a selection and the places in them, from the vindplaatsen of data/leveringen, by hand.

Alkmaar prints rows 1 to 4 of Toeleiding and, on the next page, 2 rows of Samenwerking; Leeuwarden 1 row of Aanpak, 2 of
Samenwerking and on the next page 1 more, and 2 of Continu. Zwolle's 11 stand in four tables of bijlage 1.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from queries import Bron
from tests.queries.hulp import (
    ALKMAAR,
    ALLES,
    CASUS,
    LEEUWARDEN,
    R_ALKMAAR,
    R_LEEUWARDEN,
    R_ZWOLLE,
    STELSEL,
    oordelen,
    rijen,
)
from tests.queries.schetsen import EDITIES, KADER, SPLITSING_VERTELD

IN_2014 = {"periode": "2013-2014"}
EERST, VERVOLG, BIJLAGE = "Uitkomsten verbeterpunten", "Vervolg uitkomsten verbeterpunten", "Bijlage 1 (vanaf p. 23)"
ALKMAAR_PLEKKEN = [f"{EERST}, tabel Toeleiding", f"{VERVOLG}, tabel Samenwerking"]
LEEUWARDEN_PLEKKEN = [
    f"{EERST}, tabel Aanpak",
    f"{EERST}, tabel Samenwerking",
    f"{VERVOLG}, tabel Samenwerking",
    f"{VERVOLG}, tabel Continu",
]
ZWOLLE_PLEKKEN = [f"{BIJLAGE}, tabel {thema}" for thema in ("Gezin Centraal", "Aanpak", "Samenwerking", "Continu")]


def plekken(bron: Bron, **keuze: object) -> list[tuple[str, list[str]]]:
    """Per rapport its places, in the order of the answer."""
    antwoord = bron.vraag("selectie_rapporten", **ALLES | keuze)
    return [(rapport, list(vindplaatsen)) for rapport, vindplaatsen in rijen(antwoord, "rapport_id", "vindplaatsen")]


@pytest.mark.parametrize(
    ("keuze", "verwacht"),
    [
        (IN_2014, [(R_ALKMAAR, ALKMAAR_PLEKKEN), (R_LEEUWARDEN, LEEUWARDEN_PLEKKEN)]),
        (IN_2014 | {"gemeenten": [ALKMAAR]}, [(R_ALKMAAR, ALKMAAR_PLEKKEN)]),
        # niet loslaten stands under De aanpak in the kader, and is printed under Toeleiding
        (IN_2014 | {"onderwerpen": ["niet-loslaten"]}, [(R_ALKMAAR, ALKMAAR_PLEKKEN[:1])]),
        (IN_2014 | {"themas": ["beleid-continu"]}, [(R_LEEUWARDEN, LEEUWARDEN_PLEKKEN[3:])]),
        ({"periode": "2014-"}, [(R_ALKMAAR, ALKMAAR_PLEKKEN)]),
        # 6 ✓ and no verbeterpunt: what was judged is then behind it
        ({"periode": "2014-", "gemeenten": [LEEUWARDEN]}, [(R_LEEUWARDEN, LEEUWARDEN_PLEKKEN)]),
        (IN_2014 | {"verloop": True, "gemeenten": [LEEUWARDEN]}, [(R_LEEUWARDEN, LEEUWARDEN_PLEKKEN)]),
        ({"kader": CASUS}, [(R_ZWOLLE, ZWOLLE_PLEKKEN)]),
        ({"kader": STELSEL}, []),
    ],
)
def test_vindplaatsen(bron: Bron, keuze: dict[str, Any], verwacht: list[tuple[str, list[str]]]) -> None:
    assert plekken(bron, **keuze) == verwacht


def test_wat_er_van_een_rapport_staat(bron: Bron) -> None:
    antwoord = bron.vraag("selectie_rapporten", **ALLES | {"kader": CASUS})
    assert rijen(antwoord, "rapport_id", "titel", "uitgever", "gepubliceerd") == [
        (
            R_ZWOLLE,
            "Nota van Bevindingen Zwolle. Aanpak Bijzondere Doelgroepen",
            "Samenwerkend Toezicht Jeugd (STJ)",
            "2014-09",
        )
    ]


#: One aanpak in three rapporten, the middle one without a row for b1 and b2, with pages and places of every kind.
BLADZIJDEN = KADER | {
    "rapporten": "rapport_id|titel|gepubliceerd\nr1|Eerste|2013-12\nr2|Tweede|2014-12\nr3|Derde|2015-12",
    "aanpakken": "aanpak_id|gemeente_code|aanpak\na|FG0001|Aanpak A",
    "metingen": """
        meting_id|aanpak_id|editie_id|peiljaar|bezoek_op|dekking|bewijs
        m1|a|ed|2013|2013-06-01|heel_kader|volledige_toets
        m2|a|ed|2014|2014-06-01|selectie|hertoets_verbeterpunten
        m3|a|ed|2015|2015-06-01|selectie|hertoets_verbeterpunten
    """,
    "meting_rapport": "meting_id|rapport_id\nm1|r1\nm2|r2\nm3|r3",
    "oordelen": """
        meting_id|indicator_id|rapport_id|uitkomst|teken_gedrukt|vindplaats|pagina
        m1|b1|r1|verbeterpunt|X|Bijlage 2, tabel Toezicht, rij 12, kolom 2013|31
        m1|b2|r1|verbeterpunt|X|Bijlage 2, tabel Toezicht, rij 13, kolom 2013|32
        m1|b3|r1|voldoet|✓|Bijlage 9, rij 1|40
        m2|b3|r2|voldoet|✓|Bijlage 9, rij 1|
        m3|b1|r3|voldoet|✓|rij 4, kolom 2015|7
        m3|b2|r3|voldoet|✓|Tabel op p. 7, rij 5|8
    """,
}


def test_bladzijden(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """A page is added where the place names none; of what is row and column only, the page remains."""
    assert plekken(verzonnen(BLADZIJDEN), kader="fk", verloop=True) == [
        ("r1", ["Bijlage 2, tabel Toezicht, p. 31", "Bijlage 2, tabel Toezicht, p. 32"]),
        ("r3", ["p. 7", "Tabel op p. 7"]),
    ]


def test_een_toets_zonder_de_regel_is_er_ook_een(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    # 2013 → 2014: r2 tested and printed neither row; both stay unknown by r2, at no place in it
    assert plekken(verzonnen(BLADZIJDEN), kader="fk", periode="2013-2014") == [
        ("r1", ["Bijlage 2, tabel Toezicht, p. 31", "Bijlage 2, tabel Toezicht, p. 32"]),
        ("r2", []),
    ]


def test_een_tak_van_voor_de_toets(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """2020 → 2021: found by a, told of b and tested at c; all three are where it comes from."""
    assert plekken(verzonnen(SPLITSING_VERTELD), kader="fk", periode="2020-2021") == [
        ("r1", ["Tabel A"]), ("r2", ["Tabel B"]), ("r3", ["Tabel C"]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("gedrukt", "verwacht"),
    [
        # by page, and a place on more than one by its first
        (("p. 3-5|3", "p. 4|4", "p. 3-5|5"), ["p. 3-5", "p. 4"]),
        # without pages by the first indicator that stands there, and else by name
        (("tabel A|", "tabel B|", "tabel A|"), ["tabel A", "tabel B"]),
        (("tabel B|", "tabel A|", "tabel B|"), ["tabel B", "tabel A"]),
    ],
)
@pytest.mark.parametrize("themas", [("t", "t", "t"), ("t", "u", "v")])
def test_een_plek_staat_waar_zij_begint(
    verzonnen: Callable[[Mapping[str, str]], Bron],
    themas: tuple[str, ...],
    gedrukt: tuple[str, ...],
    verwacht: list[str],
) -> None:
    """The same in one thema and over three: b1, b2 and b3 follow one another either way."""
    schets = (
        KADER
        | {
            "themas": "thema_id|editie_id|thema|volgorde\nt|ed|Een|1\nu|ed|Twee|2\nv|ed|Drie|3",
            "indicatoren": "indicator_id|editie_id|thema_id|indicator|kort|volgorde\n"
            + "\n".join(f"b{i}|ed|{thema}|Nummer {i}|{i}|{i}" for i, thema in enumerate(themas, start=1)),
            "aanpakken": "aanpak_id|gemeente_code|aanpak\na|FG0001|Aanpak A",
        }
        | oordelen("a 2013-06-01 ed b1=X b2=X b3=X")
    )
    kop, *regels = schets["oordelen"].splitlines()
    plek = [f"{regel}|{waar}" for regel, waar in zip(regels, gedrukt, strict=True)]
    schets["oordelen"] = "\n".join([f"{kop}|vindplaats|pagina", *plek])
    assert plekken(verzonnen(schets), kader="fk") == [("r1", verwacht)]


def test_een_tak_onder_een_editie_zonder_de_indicator(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """a became b and c, which were tested together: c under the edition that dropped oud-2, and printed in r2."""
    schets = (
        EDITIES
        | {
            "rapporten": "rapport_id|titel\nr1|Het eerste\nr2|Het tweede",
            "aanpakken": "aanpak_id|gemeente_code|aanpak\na|FG0001|Aanpak A\nb|FG0001|Aanpak B\nc|FG0001|Aanpak C",
            "aanpak_opvolging": "van|naar\na|b\na|c",
        }
        | oordelen("a 2015-06-01 oud oud-2=X", "b 2016-06-01 oud oud-2=V", "c 2016-06-01 nieuw nieuw-1=V")
    )
    for tabel in ("meting_rapport", "oordelen"):
        regels = schets[tabel].splitlines()
        schets[tabel] = "\n".join(r.replace("|r1", "|r2") if r.startswith("c-") else r for r in regels)
    assert plekken(verzonnen(schets), kader="fk", periode="2015-2016") == [("r1", ["verzonnen"]), ("r2", [])]
