"""Every setting of the product: environment variables, read here and nowhere else, each with a safe default."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

PRODUCT = Path(__file__).resolve().parent.parent

#: Folders of leveringen that come with the product and always count: kaders, onderwerpen, gemeenten, rondes.
NASLAG = tuple(Path(__file__).parent / naam for naam in ("kaders", "onderwerpen", "gebieden", "rondes"))


@dataclass(frozen=True)
class Instellingen:
    """The settings in force.

    map: folder of the built databases and the pointer to the current one (VERBETERPUNTEN_MAP).
    leveringen: folder of accepted leveringen (VERBETERPUNTEN_LEVERINGEN).
    voorstellen: folder of reports under review (VERBETERPUNTEN_VOORSTELLEN).
    adres: the address under which readers open the dashboard, for the links in files (VERBETERPUNTEN_ADRES).
    opslag: the lake that several machines share, as ducklake:postgres:…; empty where one machine is enough
    (VERBETERPUNTEN_OPSLAG, docs/schaal.md). It may hold a password: it is never printed or logged.
    """

    map: Path
    leveringen: Path
    voorstellen: Path
    adres: str
    opslag: str = field(default="", repr=False)

    def als_omgeving(self) -> dict[str, str]:
        """The same settings as environment variables, for a process that may start in another folder."""
        paden = {"MAP": self.map, "LEVERINGEN": self.leveringen, "VOORSTELLEN": self.voorstellen}
        absoluut = {f"VERBETERPUNTEN_{naam}": str(pad.resolve()) for naam, pad in paden.items()}
        return absoluut | {"VERBETERPUNTEN_ADRES": self.adres, "VERBETERPUNTEN_OPSLAG": self.opslag}


def instellingen() -> Instellingen:
    """The settings as the environment gives them now."""
    return Instellingen(
        map=Path(os.environ.get("VERBETERPUNTEN_MAP", PRODUCT / "build")),
        leveringen=Path(os.environ.get("VERBETERPUNTEN_LEVERINGEN", Path(__file__).parent / "leveringen")),
        voorstellen=Path(os.environ.get("VERBETERPUNTEN_VOORSTELLEN", PRODUCT / "voorstellen")),
        adres=os.environ.get("VERBETERPUNTEN_ADRES", "http://localhost:8501"),
        opslag=os.environ.get("VERBETERPUNTEN_OPSLAG", "").strip(),
    )
