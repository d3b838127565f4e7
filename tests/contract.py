"""The public contract as docs/contract.md prints it, once for every test that holds it."""

from __future__ import annotations

import re
from pathlib import Path

BLAD = (Path(__file__).parents[1] / "docs" / "contract.md").read_text(encoding="utf-8")

#: Per view the columns that others rely on, with spaces between.
CONTRACT = {
    view: kolommen.replace(",", "") for view, kolommen in re.findall(r"^\| `(\w+)` \|[^|]+\| ([\w, ]+) \|$", BLAD, re.M)
}
#: Per command what it takes.
OPDRACHTEN = dict(re.findall(r"^\| `python -m ([\w. -]+)` \| ([^|]+) \|", BLAD, re.M))
