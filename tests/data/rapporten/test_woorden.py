"""data/rapporten/woorden.py: lines as printed, made one text as Dutch writes it."""

from __future__ import annotations

import pytest

from data.rapporten.woorden import in_het_kort, voeg_regels

ZACHT = "\u00ad"


@pytest.mark.parametrize(
    ("regels", "tekst"),
    [
        ([], ""),
        (["", "  "], ""),
        (["een  regel ", " en nog een"], "een regel en nog een"),
        (["samenwerkings-", "afspraken zijn"], "samenwerkingsafspraken zijn"),
        (["los-  ", "gelaten"], "losgelaten"),
        # a hyphen for a word left out
        (["in-", "en uitstroom"], "in- en uitstroom"),
        (["jeugd-", "of opvoedhulp"], "jeugd- of opvoedhulp"),
        (["in- en", "uitstroom"], "in- en uitstroom"),
        # nothing is left out
        (["voorzie-", "ningen"], "voorzieningen"),
        (["verzor-", "gend"], "verzorgend"),
        # a hyphen of the word itself
        (["GGSR-", "gezinnen"], "GGSR-gezinnen"),
        (["2013-", "2014"], "2013-2014"),
        (["Graft-", "De Rijp"], "Graft-De Rijp"),
        (["zee-", "eend"], "zee-eend"),
        (["auto-", "industrie"], "auto-industrie"),
        # a dash is no hyphen
        (["de hulp -", "als die er is - helpt"], "de hulp - als die er is - helpt"),
        (["de hulp –", "als die er is"], "de hulp – als die er is"),
        # a soft hyphen is never part of the word, whatever follows
        ([f"leef{ZACHT}gebied{ZACHT}", "en op"], "leefgebieden op"),
        ([f"gezins{ZACHT}", "Plan"], "gezinsPlan"),
        ([f"opvoed{ZACHT}hulp"], "opvoedhulp"),
    ],
)
def test_regels_worden_een_tekst(regels: list[str], tekst: str) -> None:
    assert voeg_regels(regels) == tekst


@pytest.mark.parametrize(
    ("tekst", "kort"),
    [
        ("", ""),
        (" een\n  regel\t", "een regel"),
        ("tien teken", "tien teken"),
        ("elf tekens.", "elf teken…"),
        # no blank before the sign
        ("negen tek ens", "negen tek…"),
        ("acht tek ens", "acht tek…"),
    ],
)
def test_in_het_kort(tekst: str, kort: str) -> None:
    assert in_het_kort(tekst, 10) == kort
