"""Markdown and HTML in plain text: the words without their markup. Nothing is ever run or looked up."""

from __future__ import annotations

import html
import re

#: Tags that only say how text looks. Anything else between < and > is text, and stays as it stands.
_ATTRIBUTEN = r"(?:\s+[\w:-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>]+))*"
_TAG = re.compile(
    rf"</?(?P<naam>b|strong|i|em|u|s|strike|del|ins|p|br|hr|ul|ol|li|span|div|sup|sub|small|big|font|mark|center|h[1-6])"
    rf"{_ATTRIBUTEN}\s*/?>",
    re.IGNORECASE,
)
_BREEKT_AF = re.compile(r"p|br|hr|ul|ol|li|div|h[1-6]", re.IGNORECASE)
_ENTITEIT = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)
_KOP = re.compile(r"\s{0,3}#{1,6}\s+(\S.*?)(?:\s+#+)?\s*")
#: A line across the page.
_STREEP = re.compile(r"\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})")
#: Emphasis. One star or underscore counts only around whole words: "partijen*" and "* Denk aan" point to a note.
_NADRUK = tuple(
    re.compile(vorm)
    for vorm in (
        r"(?<!\*)\*{3}(?![\s*])([^*]+)(?<![\s\\])\*{3}(?!\*)",
        r"(?<![\w*\\])\*(?![\s*])([^*]+)(?<![\s\\])\*(?![\w*])",
        r"(?<![*\\])\*\*(?![\s*])([^*]+)(?<![\s\\])\*\*(?!\*)",
        r"(?<![\w_\\])__(?![\s_])([^_]+)(?<![\s\\])__(?![\w_])",
        r"(?<![\w_\\])_(?![\s_])([^_]+)(?<![\s\\])_(?![\w_])",
        r"(?<![`\\])`(?!`)([^`]+)`(?!`)",
    )
)
_ONTSNAPT = re.compile(r"\\([\\`*_#|<>~\[\]-])")
#: Control characters print nothing; tab and line break are handled before.
_STIL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff]")


def kaal(tekst: str) -> str:
    """The text without markup. A tag that starts a new line gives a line break, an item of a list starts with "- ".

    `<b>X</b>` and `**X**` are X, `&amp;` is &. A tag of another kind (`<script>`) is text, and so is a lone star.
    """
    if "<" in tekst:
        tekst = "\n".join(regel.strip() for regel in _TAG.sub(_vervang, tekst).split("\n")).strip("\n")
        tekst = re.sub(r"\n{2,}", "\n", tekst).replace("\n- - ", "\n- ")
    for nadruk in _NADRUK:
        tekst = nadruk.sub(r"\1", tekst)
    tekst = _ONTSNAPT.sub(r"\1", tekst)
    if "&" in tekst:
        tekst = _ENTITEIT.sub(lambda vondst: html.unescape(vondst.group()), tekst)
    return _STIL.sub("", tekst)


def kale_regel(regel: str) -> str:
    """A line of running text without markup: also without the # of a heading; empty for a line across the page."""
    if _STREEP.fullmatch(regel):
        return ""
    kop = _KOP.fullmatch(regel)
    return kaal(kop[1] if kop else regel)


def _vervang(tag: re.Match[str]) -> str:
    naam = tag["naam"]
    if not _BREEKT_AF.fullmatch(naam):
        return ""
    opent_item = naam.lower() == "li" and not tag.group().startswith("</")
    return "\n- " if opent_item else "\n"
