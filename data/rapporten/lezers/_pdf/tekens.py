"""Signs that a PDF draws with letters of a picture font (Wingdings ü = ✓), as the signs they show."""

from __future__ import annotations

import re
from functools import lru_cache

#: What stands where the PDF does not say which letter it draws.
ONBEKEND = "\ufffd"
#: Every sign that may be a verdict by itself.
VINKJES = frozenset("✓✔√🗸☑🗹✅✗✘☒☐╳✕✖☓❌×\ufffd")
BOLLEN = frozenset("•●■▪◦○□❑❖◆▶➢–-·*‣⁃")

_BOL = "•"


def _tabel(tekens: dict[str, str], bollen: str) -> dict[int, str]:
    """By code: signs that are named, and letters that are all a bullet."""
    return {ord(code): teken for code, teken in (*tekens.items(), *((code, _BOL) for code in bollen))}


_WINGDINGS = _tabel(
    {
        "\xfc": "✓", "\xfb": "✗", "\xfe": "☑", "\xfd": "☒", "\xa8": "☐", "o": "☐", "x": "☒",
        "\xe0": "→", "\xe8": "→", "\xf0": "→", "J": "☺", "L": "☹", "C": "👍", "D": "👎",
    },
    "lmnpqrstuvwz\xa1\xa7\xd8\x9f\x9e\xb7",
)  # fmt: skip
_WINGDINGS2 = _tabel(
    {"P": "✓", "O": "✗", "R": "☑", "Q": "☒", "S": "☒", "T": "☒", "U": "✗", "\xa3": "☐"},
    "\x95\x96\x97\x98\x99\x9a\x9b\x9c\x9d\x9e\x9f\xa0\xa1\xa2",
)
_WINGDINGS3 = _tabel({"p": "▲", "q": "▼"}, "}uv\x84")
_WEBDINGS = _tabel({"a": "✔", "r": "✗", "c": "☐"}, "g=n4")
_DINGBATS = _tabel({"3": "✓", "4": "✔", "5": "✕", "6": "✖", "7": "✗", "8": "✘"}, "lmnopqrstuvwxy")
_SYMBOL = _tabel({"\xd6": "√", "\xb4": "×", "\xae": "→", "-": "−"}, "\xb7\xa8")
_AWESOME = {0x0C: "✓", 0x0D: "✗", 0x46: "☑", 0x57: "✗", 0x58: "✓"}
#: LibreOffice prints with OpenSymbol what was set in any of the fonts above, by the code of that font; where two of
#: them differ the sign of a verdict goes first. Its own codes are of two bytes.
_OPEN = {
    **_SYMBOL, **_WINGDINGS,
    **{code: teken for code, teken in _WINGDINGS2.items() if teken in VINKJES},
    **{code: teken for code, teken in _DINGBATS.items() if teken in VINKJES},
    ord("a"): "✔", 0xD6: "√",
    0xE007: "✓", 0xE209: "✓", 0xE330: "✓", 0xE4C2: "✓", 0xE52F: "✓", 0xE20A: "✔", 0xE20B: "✗", 0xE52E: "✗",
    0xE20C: "✘", 0xE4C1: "✘", 0xE4C4: "☑", 0xE531: "☑", 0xE4C3: "☒", 0xE530: "☒", 0xE532: "☒", 0xE533: "☒",
    0xE08D: "√", 0xE08E: "√", 0xE08F: "√", 0xE145: "√", 0xE129: "×", 0xE43A: "☐", 0xE43B: "☐", 0xE470: "☐",
    **dict.fromkeys((*range(0xE001, 0xE006), *range(0xE008, 0xE00F), 0xE01E, 0xE12C), _BOL),
    **dict.fromkeys((0xE437, 0xE439, *range(0xE43E, 0xE443), *range(0xE466, 0xE46F), 0xE46F), _BOL),
    **dict.fromkeys((0xE006, 0xE02B, 0xE259, 0xE25A, 0xE25B, 0xE4A6, 0xE4AE), "→"),
}  # fmt: skip

_FONTS: tuple[tuple[re.Pattern[str], dict[int, str]], ...] = tuple(
    (re.compile(patroon, re.IGNORECASE), tabel)
    for patroon, tabel in (
        (r"wingdings[ _-]*2", _WINGDINGS2),
        (r"wingdings[ _-]*3", _WINGDINGS3),
        (r"wingdings", _WINGDINGS),
        (r"webdings", _WEBDINGS),
        (r"dingbats|monotype ?sorts", _DINGBATS),
        (r"awesome", _AWESOME),
        (r"open ?symbol|star ?symbol", _OPEN),
        (r"symbol", _SYMBOL),
    )
)


@lru_cache(maxsize=4096)
def tekentabel(font: str) -> dict[int, str] | None:
    """The table of a picture font by its name, also that of a subset (ABCDEF+Wingdings); None for letters."""
    return next((tabel for patroon, tabel in _FONTS if patroon.search(font)), None)


@lru_cache(maxsize=65536)
def teken(code: int, font: str, *, fout: bool = False) -> str:
    """The sign that a PDF draws: `code` as the PDF gives it, in `font`.

    `fout` says that the PDF does not tell which letter it is. What cannot be known is U+FFFD, never nothing.
    """
    tabel = tekentabel(font)
    prive = 0xE000 <= code <= 0xF8FF
    laag = _laag(code)
    if tabel is _OPEN and code in _OPEN:
        return _OPEN[code]
    if tabel is not None and laag is not None:
        return _uit_beeldfont(laag, tabel, prive=prive or fout)
    if prive:
        # Word names no font for these; the low byte is a code of Wingdings or Symbol, which agree on the bullets
        return _WINGDINGS.get(code & 0xFF, ONBEKEND) if 0xF000 <= code <= 0xF0FF else ONBEKEND
    if fout or code in (0, 0xFFFE, 0xFFFF) or 0xD800 <= code <= 0xDFFF:
        return ONBEKEND
    return chr(code)


def _laag(code: int) -> int | None:
    """The one-byte code that a picture font was asked for, None when `code` is a true Unicode sign."""
    if code < 0x100:
        return code
    if 0xF000 <= code <= 0xF0FF:
        return code & 0xFF
    byte = chr(code).encode("cp1252", "ignore") if code < 0x200 else b""
    return byte[0] if byte else None


def _uit_beeldfont(code: int, tabel: dict[int, str], *, prive: bool) -> str:
    if chr(code).isspace():
        return " "
    bekend = tabel.get(code)
    if bekend is not None:
        return bekend
    # the Symbol font has Greek letters and figures, which a PDF names by themselves
    return chr(code) if tabel in (_SYMBOL, _OPEN) and not prive else ONBEKEND
