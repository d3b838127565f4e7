"""Letters of symbol fonts as the sign that they print."""

from __future__ import annotations

import re

#: Per font (first letters of its name, lower case), by code without the F000 of the private area.
#: Longest name first: "wingdings 2" is no "wingdings".
_FONTS: tuple[tuple[str, dict[int, str]], ...] = (
    (
        "wingdings 2",
        {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x55: "✗", 0xA3: "☐"},
    ),
    ("wingdings 3", {}),
    (
        "wingdings",
        {
            **dict(zip(b"\xfb\xfc\xfd\xfe\x6f\xa8\x78", "✗✓☒☑☐☐☒", strict=True)),
            **dict(zip(b"\x6c\x6e\xa7\xb7\xd8\xe0\xe8", "●■▪•➢→→", strict=True)),
        },
    ),
    ("webdings", {0x61: "✓", 0x72: "✗"}),
    ("symbol", {0xD6: "√", 0xB7: "•", 0xD0: "\u2013", 0xAE: "→", 0xB4: "×"}),
)
#: What opens an item by itself: a verdict, or a bullet that was typed.
_EIGEN_BEGIN = re.compile(r"[✓✔√✗✘☑☒☐•\u2013-]|[xX](?!\w)")
STREEP = "- "
_PRIVE = range(0xF000, 0xF100)
_PRIVELETTER = re.compile("[\uf000-\uf0ff]")


def is_symboolfont(font: str) -> bool:
    """Whether ordinary letters in this font print as signs."""
    return _codes(font) is not None


def als_gedrukt(tekst: str, font: str = "") -> str:
    """The text with the letters of a symbol font as the signs that they print.

    A code of the private area (U+F0FC) is read as Wingdings where the font says nothing else. A letter of which the
    sign is not known stays as it is.
    """
    codes = _codes(font)
    if codes is None and not _PRIVELETTER.search(tekst):
        return tekst
    return "".join(_letter(letter, codes) for letter in tekst)


def met_bolletje(tekst: str, teken: str = STREEP) -> str:
    """The text of an item of a list with what prints before it; "- " only where it has no sign of its own."""
    begin = tekst.lstrip()
    if not begin or not teken or (teken == STREEP and _EIGEN_BEGIN.match(begin)):
        return tekst
    # a page end may stand before the first letter
    return tekst[: len(tekst) - len(begin)] + teken + begin


def _letter(letter: str, codes: dict[int, str] | None) -> str:
    code = ord(letter)
    if code in _PRIVE:
        return (_FONTS[2][1] if codes is None else codes).get(code - _PRIVE.start, letter)
    return letter if codes is None else codes.get(code, letter)


def _codes(font: str) -> dict[int, str] | None:
    """The signs of a symbol font; None for a font of letters."""
    naam = font.strip("'\" ").casefold()
    return next((codes for begin, codes in _FONTS if naam.startswith(begin)), None)
