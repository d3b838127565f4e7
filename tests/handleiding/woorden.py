"""What the product can put on the screen, as its sources have it; and what the manual says stands there."""

from __future__ import annotations

import ast
import re
from functools import cache

from pagina._uitleg.hoofdstukken import DELEN
from tests.browser.conftest import WORTEL

HANDLEIDING = next(iter(DELEN.values()))
#: From so many words on a label may be a part of a sentence of the product, which a number or a name follows.
DEEL = 3


@cache
def van_het_product() -> frozenset[str]:
    """Every text in the sources: whole strings, the fixed parts of composed ones, and those of scripts and styles."""
    gevonden: set[str] = set()
    for pad in (WORTEL / "dashboard.py", *(WORTEL / "pagina").rglob("*.py")):
        boom = ast.parse(pad.read_text(encoding="utf-8"))
        gevonden |= {
            deel.value for deel in ast.walk(boom) if isinstance(deel, ast.Constant) and type(deel.value) is str
        }
    for pad in (pad for soort in ("js", "css", "json") for pad in (WORTEL / "pagina").rglob(f"*.{soort}")):
        gevonden |= set(re.findall(r'"([^"\n]+)"', pad.read_text(encoding="utf-8")))
    return frozenset(tekst.strip() for tekst in gevonden)


def bestaat(label: str) -> bool:
    """Whether the product has this text: a short one letter by letter, a long one as a part of another too."""
    teksten = van_het_product()
    return label in teksten or (len(label.split()) >= DEEL and any(label in tekst for tekst in teksten))


def labels() -> list[str]:
    """What the manual says that one reads on the screen: all that stands in bold."""
    vet = re.findall(r"\*\*(.+?)\*\*", HANDLEIDING.read_text(encoding="utf-8"), flags=re.DOTALL)
    return [" ".join(label.split()) for label in vet]
