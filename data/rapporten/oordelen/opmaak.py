"""Markup in the text of a cell: taken off, so that only what is printed remains."""

from __future__ import annotations

import html
import re
from functools import lru_cache

#: Tags that end a line on paper.
_REGEL_EINDE = re.compile(r"(?i)<\s*(?:br\s*/?|/?p|/?ul|/?ol|/?li|/?div)(?:\s[^<>]{0,200})?>")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]{0,200})?/?>")
_VET = re.compile(r"(\*\*|__)(?=\S)(.*?\S)\1", re.DOTALL)
#: A star on either side of a text; one star alone is a footnote (partijen*).
_CURSIEF = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![\w*])")
#: What takes no room on paper: zero width characters, marks of direction, variation selectors.
_ONZICHTBAAR = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe0e\ufe0f]")
_SPATIE = re.compile(r"[^\S\n]+")


@lru_cache(maxsize=4096)
def zonder_opmaak(tekst: str) -> str:
    """The text as printed, line breaks kept: without tags, stars for bold and italic, entities and invisible marks.

    An entity becomes its character after the tags are gone, so what was printed as "&lt;b&gt;" stays text.
    """
    tekst = _REGEL_EINDE.sub("\n", tekst.replace("\r\n", "\n").replace("\r", "\n"))
    tekst = _TAG.sub("", tekst)
    tekst = _ONZICHTBAAR.sub("", html.unescape(tekst))
    tekst = _CURSIEF.sub(r"\1", _VET.sub(r"\2", tekst))
    regels = (_SPATIE.sub(" ", regel).strip() for regel in tekst.split("\n"))
    return "\n".join(regel for regel in regels if regel)
