"""Whether the dashboard may start: others than the users of this computer come in only by login."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from streamlit import config
from streamlit.auth_util import is_authlib_installed

from data.instellingen import HOOGSTENS_UREN, Instellingen, hier, instellingen
from pagina.delen.toegang import aanmelding

#: What [auth] must hold, of one login service.
NODIG = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
#: Characters of a secret that nobody guesses.
KORTSTE_GEHEIM = 32
TERUG = "/oauth2callback"


def eis() -> None:
    """End the program with a Dutch sentence, and a status that is not zero, where it may not start."""
    reden = bezwaar(aanmelding(), instellingen(), config.get_option("server.address") or "")
    if reden:
        sys.exit(f"Het dashboard start niet: {reden}")


def bezwaar(auth: Mapping[str, Any], keus: Instellingen, adres: str) -> str:
    """Why the dashboard may not start on this address (empty: all addresses of this computer); empty where it may."""
    return _inloggen(auth, keus) if auth else _zonder(keus, adres)


def _zonder(keus: Instellingen, adres: str) -> str:
    """Without login."""
    if keus.iedereen_kan_alles or (hier(adres) and hier(urlsplit(keus.adres).hostname or "")):
        return ""
    if hier(adres):
        waar = f"volgens VERBETERPUNTEN_ADRES ({keus.adres}) komen lezers van buiten deze computer"
    else:
        waar = f"op server.address {adres or '(leeg: elk adres van deze computer)'} kunnen ook anderen erbij"
    return (
        f"{waar}, en inloggen staat uit. Zet inloggen aan (docs/toegang.md) of maak het adres 127.0.0.1; alleen met "
        "VERBETERPUNTEN_IEDEREEN_KAN_ALLES=ja start het zonder, en dan kan iedereen die erbij kan alles."
    )


def _inloggen(auth: Mapping[str, Any], keus: Instellingen) -> str:
    """With login: all that it takes is there, and nothing goes around it."""
    terug, dienst = (urlsplit(str(auth.get(naam, ""))) for naam in ("redirect_uri", "server_metadata_url"))
    mist = [naam for naam in NODIG if not auth.get(naam)]
    bezwaren = {
        f"in [auth] van secrets.toml ontbreekt {', '.join(mist)}.": bool(mist),
        "het pakket authlib, dat inloggen mogelijk maakt, is niet geïnstalleerd.": not is_authlib_installed(),
        f"redirect_uri in secrets.toml moet eindigen op {TERUG}.": not terug.path.endswith(TERUG),
        "redirect_uri in secrets.toml moet met https:// beginnen: anders gaat het inloggen onversleuteld.": (
            terug.scheme != "https" and not hier(terug.hostname or "")
        ),
        # who can change that answer on its way, signs in as whom they like
        "server_metadata_url in secrets.toml moet met https:// beginnen: anders is niet zeker wie er inlogt.": (
            dienst.scheme != "https" and not hier(dienst.hostname or "")
        ),
        f"cookie_secret in secrets.toml moet minstens {KORTSTE_GEHEIM} tekens lang zijn.": (
            len(str(auth.get("cookie_secret", ""))) < KORTSTE_GEHEIM
        ),
        "server.trustedUserHeaders laat een kop van een verzoek vóór het inloggen gaan: haal die instelling weg.": bool(
            config.get_option("server.trustedUserHeaders")
        ),
        f"VERBETERPUNTEN_INLOGUREN moet een aantal uren zijn, meer dan 0 en hoogstens {HOOGSTENS_UREN}.": (
            not keus.inloguren
        ),
    }
    return next((zin for zin, geldt in bezwaren.items() if geldt), "")
