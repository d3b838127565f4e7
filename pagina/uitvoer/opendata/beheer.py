"""Who publishes the open data, and where: what only the operator of the dashboard can say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd

#: What stands where nothing was given: a name that nobody has, and addresses that cannot exist (RFC 2606, .invalid).
INVULLEN = "nog in te vullen"
INVULADRES = "https://nog-in-te-vullen.invalid/"


@dataclass(frozen=True)
class Beheer:
    """The publisher, where questions go (an e-mail address or a web page), and where the files will stand."""

    uitgever: str = INVULLEN
    uitgever_uri: str = f"{INVULADRES}uitgever"
    contact: str = f"{INVULADRES}contact"
    adres: str = INVULADRES

    @property
    def ontbreekt(self) -> list[str]:
        """The arguments that were not given, as they are written on the command line."""
        leeg = Beheer()
        namen = ("uitgever", "uitgever_uri", "contact", "adres")
        return [f"--{naam.replace('_', '-')}" for naam in namen if getattr(self, naam) == getattr(leeg, naam)]

    @property
    def contact_uri(self) -> str:
        """Where questions go, as an address that a program can follow."""
        return self.contact if _is_web(self.contact) else f"mailto:{self.contact}"

    def adres_van(self, bestand: str) -> str:
        """The address of a file once the folder is published."""
        return f"{self.adres.rstrip('/')}/{bestand}"


def beheer(uitgever: str | None, uitgever_uri: str | None, contact: str | None, adres: str | None) -> Beheer:
    """What was given, with placeholders for the rest. Raises UitvoerGeweigerd for what is no address."""
    uri, plek = f"{INVULADRES}uitgever", INVULADRES
    web = "is geen webadres; schrijf het voluit, als https://voorbeeld.nl/opendata"
    post = "is geen e-mailadres of webadres"
    return Beheer(
        uitgever=(uitgever or "").strip() or INVULLEN,
        uitgever_uri=_goed("--uitgever-uri", uitgever_uri, _is_web, web) or uri,
        contact=_goed("--contact", contact, lambda t: _is_web(t) or _is_post(t), post) or f"{INVULADRES}contact",
        adres=_goed("--adres", adres, _is_web, web) or plek,
    )


def _goed(optie: str, tekst: str | None, past: Callable[[str], bool], bezwaar: str) -> str:
    tekst = (tekst or "").strip()
    if tekst and not past(tekst):
        raise UitvoerGeweigerd(f"‘{tekst}’ bij {optie} {bezwaar}.")
    return tekst


def _is_web(tekst: str) -> bool:
    """Whether this is an address on the web that can stand between < and > in Turtle."""
    try:
        delen = urlsplit(tekst)
    except ValueError:
        return False
    return delen.scheme in {"http", "https"} and bool(delen.hostname) and not set(tekst) & set(' \t\n<>"{}|\\^`')


def _is_post(tekst: str) -> bool:
    naam, aap, huis = tekst.partition("@")
    return bool(naam and aap and "." in huis) and tekst.count("@") == 1 and not set(tekst) & set(' \t\n<>"{}|\\^`:/')
