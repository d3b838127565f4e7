"""Every setting of the product: environment variables, read here and nowhere else, each with a safe default."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

PRODUCT = Path(__file__).resolve().parent.parent

#: Folders of leveringen that come with the product and always count: kaders, onderwerpen, gemeenten, rondes.
NASLAG = tuple(Path(__file__).parent / naam for naam in ("kaders", "onderwerpen", "gebieden", "rondes"))

#: What one writes to say yes.
JA = "ja"
#: Hours that Streamlit's cookie of a login lasts.
HOOGSTENS_UREN = 30 * 24


@dataclass(frozen=True)
class Instellingen:
    """The settings in force.

    map: folder of the built databases, the pointer to the current one, and which logins ended (VERBETERPUNTEN_MAP).
    leveringen: folder of accepted leveringen (VERBETERPUNTEN_LEVERINGEN).
    voorstellen: folder of reports under review (VERBETERPUNTEN_VOORSTELLEN).
    logboek: folder of the audit trail, which is not derived from anything (VERBETERPUNTEN_LOGBOEK, data/logboek/).
    adres: the address under which readers open the dashboard (VERBETERPUNTEN_ADRES).
    opslag: the lake that several machines share, as ducklake:postgres:…; empty where one machine is enough
    (VERBETERPUNTEN_OPSLAG, docs/schaal.md). It may hold a password: it is never printed or logged.

    With login on (docs/toegang.md):
    rol_claim: which claim of the login service names the roles (VERBETERPUNTEN_ROL_CLAIM).
    lezers, redacteurs, beheerders: the values of that claim that give a role (VERBETERPUNTEN_LEZERS and so on).
    inloguren: hours that a login lasts (VERBETERPUNTEN_INLOGUREN); 0, so none lasts, where that is no such number.
    iedereen_kan_alles: whether the dashboard may be within reach of others without login
    (VERBETERPUNTEN_IEDEREEN_KAN_ALLES).
    """

    map: Path
    leveringen: Path
    voorstellen: Path
    logboek: Path
    adres: str
    opslag: str = field(default="", repr=False)
    rol_claim: str = "roles"
    lezers: tuple[str, ...] = ("lezer",)
    redacteurs: tuple[str, ...] = ("redacteur",)
    beheerders: tuple[str, ...] = ("beheerder",)
    inloguren: float = 8.0
    iedereen_kan_alles: bool = False

    @property
    def adres_voor_lezers(self) -> str:
        """The address for the links in files; empty where it leads to this very computer only."""
        return "" if hier(urlsplit(self.adres).hostname or "") else self.adres

    def als_omgeving(self) -> dict[str, str]:
        """The same settings as environment variables, for a process that may start in another folder."""
        paden = {"MAP": self.map, "LEVERINGEN": self.leveringen}
        paden |= {"VOORSTELLEN": self.voorstellen, "LOGBOEK": self.logboek}
        absoluut = {f"VERBETERPUNTEN_{naam}": str(pad.resolve()) for naam, pad in paden.items()}
        eigen = {"ADRES": self.adres, "OPSLAG": self.opslag, "ROL_CLAIM": self.rol_claim}
        eigen |= {naam.upper(): ";".join(getattr(self, naam)) for naam in ("lezers", "redacteurs", "beheerders")}
        eigen |= {"INLOGUREN": str(self.inloguren), "IEDEREEN_KAN_ALLES": JA if self.iedereen_kan_alles else ""}
        return absoluut | {f"VERBETERPUNTEN_{naam}": waarde for naam, waarde in eigen.items()}


def instellingen() -> Instellingen:
    """The settings as the environment gives them now."""
    return Instellingen(
        map=Path(_gezet("VERBETERPUNTEN_MAP", PRODUCT / "build")),
        leveringen=Path(_gezet("VERBETERPUNTEN_LEVERINGEN", Path(__file__).parent / "leveringen")),
        voorstellen=Path(_gezet("VERBETERPUNTEN_VOORSTELLEN", PRODUCT / "voorstellen")),
        logboek=Path(_gezet("VERBETERPUNTEN_LOGBOEK", PRODUCT / "logboek")),
        adres=_gezet("VERBETERPUNTEN_ADRES", "http://localhost:8501"),
        opslag=os.environ.get("VERBETERPUNTEN_OPSLAG", "").strip(),
        rol_claim=_gezet("VERBETERPUNTEN_ROL_CLAIM", "roles").strip(),
        lezers=_waarden("VERBETERPUNTEN_LEZERS", "lezer"),
        redacteurs=_waarden("VERBETERPUNTEN_REDACTEURS", "redacteur"),
        beheerders=_waarden("VERBETERPUNTEN_BEHEERDERS", "beheerder"),
        inloguren=_uren(_gezet("VERBETERPUNTEN_INLOGUREN", "8")),
        iedereen_kan_alles=os.environ.get("VERBETERPUNTEN_IEDEREEN_KAN_ALLES", "") == JA,
    )


def hier(adres: str) -> bool:
    """Whether an address leads to this very computer only. A name that we do not know may lead anywhere."""
    kaal = adres.strip().strip("[]")
    try:
        return ip_address(kaal).is_loopback
    except ValueError:
        return kaal.lower() == "localhost"


def _gezet(naam: str, anders: str | Path) -> str:
    """What a setting holds; `anders` where it is not there, or there is nothing in it: "" would be the folder at hand.

    Not for a setting that says something by being empty.
    """
    waarde = os.environ.get(naam, "")
    return waarde if waarde.strip() else str(anders)


def _waarden(naam: str, anders: str) -> tuple[str, ...]:
    """The values of a list with a semicolon between: the name of a group may hold a comma. An empty list is nobody."""
    delen = (deel.strip() for deel in os.environ.get(naam, anders).split(";"))
    return tuple(deel for deel in delen if deel)


def _uren(tekst: str) -> float:
    """A number of hours, up to the 30 days that Streamlit keeps a login; 0 for anything else."""
    try:
        uren = float(tekst.replace(",", "."))
    except ValueError:
        return 0.0
    return uren if 0 < uren <= HOOGSTENS_UREN else 0.0
