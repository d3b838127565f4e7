"""The packages that the product takes: under which licence, pinned to which files, and what is known against them."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

#: Licences that go together with ours (EUPL-1.2), as packages write them.
TOEGESTAAN = {
    "0BSD",
    "3-Clause BSD License",
    "Apache License 2.0",
    "Apache Software License",
    "Apache-2.0",
    "BSD 3-Clause",
    "BSD License",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "CNRI-Python",
    "GNU Lesser General Public License v2 or later (LGPLv2+)",
    "LGPL-3.0-only",
    "MIT",
    "MIT License",
    "MIT-0",
    "MIT-CMU",
    "MPL-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)",
    "PSF-2.0",
    "Python Software Foundation License",
    "Zlib",
}
#: What a package says of its licence in words of its own, read by us; with another word it is to be read again.
GELEZEN = {
    "axe-playwright-python": "",  # MIT, says the LICENSE file that comes with it
    "pypdfium2": "BSD-3-Clause, Apache-2.0, dependency licenses",  # those of PDFium: BSD-3-Clause and the like
}
_PIN = re.compile(r"^([a-z0-9.-]+)==(\S+)", re.MULTILINE)
#: Seconds for all questions about vulnerabilities together.
GEDULD = 300


@dataclass(frozen=True)
class Nazicht:
    """What came of looking up vulnerabilities: what is known, and the packages of which nothing could be asked."""

    bekend: tuple[str, ...]
    niet_nagekeken: tuple[str, ...]
    nagekeken: int


def pinnen(bestand: Path) -> dict[str, str]:
    """Package to version, as a file of requirements has them."""
    return pinnen_in(bestand.read_text(encoding="utf-8"))


def pinnen_in(tekst: str) -> dict[str, str]:
    """The same of the text of such a file."""
    return dict(_PIN.findall(tekst))


def zonder_som(bestand: Path) -> list[str]:
    """Packages in a file of requirements that any file of that name would do for: no hash stands with them."""
    regels = bestand.read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    eisen = [regel for regel in regels if regel.strip() and not regel.lstrip().startswith("#")]
    return [regel.split()[0] for regel in eisen if not re.search(r"==\S+.* --hash=sha256:[0-9a-f]{64}\b", regel)]


def licentie(naam: str) -> str:
    """What an installed package says of its licence: as an expression, else in its classifiers, else in words."""
    over = metadata.metadata(naam)
    soorten = [regel.split(" :: ")[-1] for regel in over.get_all("Classifier", []) if regel.startswith("License ::")]
    uitdrukking, woorden = (over.get_all(veld, [""])[0] for veld in ("License-Expression", "License"))
    return uitdrukking or " AND ".join(soorten) or woorden.split("\n")[0]


def mag(naam: str, gezegd: str) -> bool:
    """Whether the house may take a package that says this of its licence."""
    if naam in GELEZEN:
        return gezegd == GELEZEN[naam]
    return all(any(keus in TOEGESTAAN for keus in deel.split(" OR ")) for deel in gezegd.split(" AND "))


def verkeerde_licenties(namen: Iterable[str]) -> list[str]:
    """Installed packages among these under a licence that is not allowed, with what they say of it."""
    fouten = []
    for naam in sorted(set(namen)):
        try:
            gezegd = licentie(naam)
        except metadata.PackageNotFoundError:
            continue  # for another system, or of the benchmark
        if not mag(naam, gezegd):
            fouten.append(f"{naam}: {gezegd or 'geen licentie genoemd'}")
    return fouten


def zoek_kwetsbaarheden(pip_audit: str, bestanden: Sequence[Path]) -> Nazicht:
    """Ask pip-audit about everything in these files. What cannot be asked is said to be so: it proves nothing."""
    opdracht = [pip_audit, "--format", "json", "--progress-spinner", "off", "--timeout", "10"]
    opdracht += ["--disable-pip", "--require-hashes", *(deel for pad in bestanden for deel in ("-r", str(pad)))]
    try:
        uit = subprocess.run(opdracht, capture_output=True, text=True, check=False, timeout=GEDULD).stdout
    except (OSError, subprocess.TimeoutExpired):
        uit = ""
    return nazicht(uit, [naam for pad in bestanden for naam in pinnen(pad)])


def nazicht(uit: str, gevraagd: Iterable[str]) -> Nazicht:
    """What pip-audit said (JSON) of the packages it was asked about; one that it does not mention was not looked at."""
    try:
        gevonden = {pakket["name"]: pakket for pakket in json.loads(uit)["dependencies"]}
    except (ValueError, KeyError, TypeError):
        gevonden = {}
    gezien = {naam: pakket["vulns"] for naam, pakket in gevonden.items() if "vulns" in pakket}
    bekend = [
        f"{naam} {gevonden[naam]['version']}: {lek['id']}, opgelost in {', '.join(lek['fix_versions']) or 'nog niets'}"
        for naam, lekken in sorted(gezien.items())
        for lek in lekken
    ]
    return Nazicht(tuple(bekend), tuple(sorted(set(gevraagd) - gezien.keys())), len(gezien))
