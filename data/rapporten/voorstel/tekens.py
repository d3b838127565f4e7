"""Sign and uitkomst stay together: which goes with which, by the rule that the build holds."""

from __future__ import annotations

import re

#: The sign that stands for an uitkomst when no printed one is known.
TEKEN_VAN = {"voldoet": "✓", "verbeterpunt": "X", "gemengd": "✓ X", "niet_beoordeeld": ""}
_GOED = re.compile("[✓✔√☑]")
_FOUT = re.compile("[Xx✗✘☒]")


def uitkomst_van(teken: str) -> str | None:
    """The uitkomst of a printed sign as the build reads it; None for a sign that it does not know."""
    if not teken:
        return "niet_beoordeeld"
    goed, fout = _GOED.search(teken) is not None, _FOUT.search(teken) is not None
    if goed and fout:
        return "gemengd"
    if goed or fout:
        return "voldoet" if goed else "verbeterpunt"
    return None


def voor_levering(uitkomst: str, teken: str) -> tuple[str, str]:
    """The sign as a levering holds it, and a remark where that is not what is printed (a word, a sign of a font)."""
    if uitkomst_van(teken) == uitkomst:
        return teken, ""
    return TEKEN_VAN[uitkomst], f"In het rapport staat als oordeel: {teken}." if teken else ""
