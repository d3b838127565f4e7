"""`make pakketten-nieuw`: the newest version of each package in pyproject.toml that goes together with the others."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

from tests.pakketten import pinnen_in

PYPROJECT = Path(__file__).parents[2] / "pyproject.toml"
#: What stays as it is: files of this very version are what was measured, and DuckDB's extensions go with it.
BLIJFT = re.compile(r"duckdb(-|$)")


def eisen(tekst: str) -> list[str]:
    """What pyproject.toml asks for, with versions only for what stays as it is."""
    huis = tomllib.loads(tekst)
    alle = [eis for groep in (huis["project"]["dependencies"], *huis["dependency-groups"].values()) for eis in groep]
    return [eis if BLIJFT.match(eis.partition("==")[0]) else eis.partition("==")[0] for eis in alle]


def met_versies(tekst: str, versies: Mapping[str, str]) -> str:
    """pyproject.toml with these versions; a package that has none here keeps its own."""

    def pin(gevonden: re.Match[str]) -> str:
        naam, extra, versie, waar = gevonden.groups()
        return f'"{naam}{extra}=={versies.get(naam.lower(), versie)}{waar}"'

    return re.sub(r'"([A-Za-z0-9._-]+)((?:\[[^]]*])?)==([^";]+)([^"]*)"', pin, tekst)


def main() -> int:
    """Ask uv and write it down; says in Dutch which versions changed. 1 where no answer came: all stays as it was."""
    tekst = PYPROJECT.read_text(encoding="utf-8")
    opdracht = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--universal", "--no-header", "--no-annotate"]
    opdracht += ["--python-version", "3.11", "-"]
    uit = subprocess.run(opdracht, input="\n".join(eisen(tekst)), capture_output=True, text=True, check=False)
    if uit.returncode:
        print(f"Er zijn geen nieuwe versies gevonden; alles blijft zoals het was.\n{uit.stderr}", file=sys.stderr)
        return 1
    nieuw = met_versies(tekst, pinnen_in(uit.stdout))
    PYPROJECT.write_text(nieuw, encoding="utf-8")
    veranderd = sorted(set(nieuw.splitlines()) - set(tekst.splitlines()))
    print("Nieuw:", *(regel.strip(' ",') for regel in veranderd) if veranderd else ("niets",), sep="\n- ")
    return 0


if __name__ == "__main__":
    sys.exit(main())
