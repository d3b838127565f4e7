"""What the page Inlezen says of the levering that a voorstel replaces: what stays, what changes, what comes along."""

from __future__ import annotations

import pytest

from data.aanvaarding.geschiedenis import Verschil
from pagina._inlezen.vervanging import Vervanging


def vervanging(*verschillen: Verschil, voor: str = "", na: str = "", gedrukt: bool = False) -> Vervanging:
    """With a bevinding for each letter before and after."""
    return Vervanging("oud-1", list(verschillen), frozenset(voor), frozenset(na), gedrukt=gedrukt)


def tekst(sleutel: str, voor: str, na: str) -> Verschil:
    return Verschil("oordelen", sleutel, "toelichting", voor, na)


@pytest.mark.parametrize(
    ("uitkomst", "zin", "mee"),
    [
        (
            vervanging(),
            "De levering oud-1 heeft geen bevindingen. Verder verandert er niets in deze levering.",
            "De levering oud-1 heeft geen bevindingen.",
        ),
        (
            vervanging(tekst("m + i", "", "a"), tekst("m + j", "b", ""), voor="a", na="ab"),
            "De bevinding van oud-1 blijft zoals zij is. 1 toelichting komt erbij; 1 toelichting valt weg.",
            "De bevinding van oud-1 komt mee.",
        ),
        (
            vervanging(tekst("m + i", "a", "b"), tekst("m + j", "c", "d"), voor="abc", na="abc", gedrukt=True),
            "De 3 bevindingen van oud-1 blijven zoals zij zijn. 2 toelichtingen worden vervangen door de gedrukte.",
            "De 3 bevindingen van oud-1 komen mee.",
        ),
        (
            # a has another title, b is gone, c has another indicator, d is new: of the four that were, e stays
            vervanging(
                Verschil("bevindingen", "a", "titel", "x", "y"),
                Verschil("bevindingen", "b", "", "titel: x", ""),
                Verschil("bevindingen", "d", "", "", "titel: z"),
                Verschil("bevinding_indicator", "c + i", "", "", "c + i"),
                Verschil("oordelen", "m + i", "uitkomst", "verbeterpunt", "voldoet"),
                voor="abce",
                na="acde",
            ),
            "Van de 4 bevindingen van oud-1 blijft er 1 zoals zij is. 1 oordeel krijgt een andere uitkomst; "
            "1 bevinding komt erbij; 1 andere rij komt erbij; 1 bevinding valt weg; 1 ander gegeven wordt gewijzigd.",
            "Van de 4 bevindingen van oud-1 komen er 3 mee.",
        ),
        (
            # a bevinding that goes takes its indicatoren along: it is counted once
            vervanging(
                Verschil("bevindingen", "a", "", "titel: x", ""),
                Verschil("bevinding_indicator", "a + i", "", "a + i", ""),
                voor="a",
            ),
            "Van de 1 bevinding van oud-1 blijft er geen zoals zij is. 1 bevinding valt weg; 1 andere rij valt weg.",
            "Van de 1 bevinding van oud-1 komt er geen mee.",
        ),
    ],
)
def test_wat_blijft_wat_verandert_en_wat_meekomt(uitkomst: Vervanging, zin: str, mee: str) -> None:
    assert uitkomst.zin == zin
    assert uitkomst.mee == mee
