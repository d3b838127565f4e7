"""Which characters a file can hold: one rule for every format. Pure."""

from __future__ import annotations

import re

#: What a spreadsheet may run, at the start of a cell: = + - @ and their full-width forms, also behind blanks, quotes or
#: signs without width (OWASP, "CSV injection").
LOZE = r"\s\"'\u200b\u200c\u200d\u2060\ufeff"
_FORMULE = re.compile(rf"[{LOZE}]*[=+\-@＝＋－＠]")
_BEGINT_VREEMD = re.compile(r"[\t\r\n]")
# What XML 1.0 cannot hold (halves of a character, non-characters) and what nobody can see: controls, DEL.
_ONGELDIG = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def schoon(tekst: str) -> str:
    """The text without what a file cannot hold, with one kind of line break."""
    return _ONGELDIG.sub("", tekst).replace("\r\n", "\n").replace("\r", "\n")


def lijkt_formule(tekst: str) -> bool:
    """Whether a spreadsheet might run this text, once somebody edits the cell."""
    return bool(_FORMULE.match(tekst) or _BEGINT_VREEMD.match(tekst))
