"""Who this reader is and what they may do: asked on the server, in every run and at every click that changes something.

Without login (no [auth] in Streamlit's secrets) everyone is beheerder; pagina/venster/start.py sees to it that others
than the users of this computer then cannot come near. Who has the machine needs no role: the commands ask for none.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, IntEnum
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import streamlit as st
from streamlit.auth_util import get_secrets_auth_section

from data import journaal
from data.instellingen import Instellingen, instellingen

P = ParamSpec("P")
W = TypeVar("W")

#: In VERBETERPUNTEN_LEZERS: everyone who can log in.
IEDEREEN = "*"
#: Seconds that the clock of the login service may be ahead of ours.
SPELING = 120
#: Where the session keeps that a click was refused.
_GEWEIGERD = "toegang-geweigerd"


class Rol(IntEnum):
    """What one may do; each may do what those before it may."""

    LEZER = 1
    REDACTEUR = 2
    BEHEERDER = 3

    @property
    def woord(self) -> str:
        """Its Dutch name."""
        return self.name.lower()


class Stand(Enum):
    """How a reader stands before the door."""

    BUITEN = "niet ingelogd"
    VERLOPEN = "te lang geleden ingelogd"
    ZONDER_ROL = "ingelogd zonder rol"
    BINNEN = "binnen"


class NietToegestaan(PermissionError):
    """Who asks for this may not have it, or no longer."""


@dataclass(frozen=True)
class Gebruiker:
    """A reader who may be here. Without login: no name, and every right.

    naam: as people call them. kenmerk: as the login service knows them, for the logboek: e-mail, else user name, else
    number.
    """

    naam: str = ""
    kenmerk: str = ""
    rol: Rol = Rol.BEHEERDER


#: In the folder of the databases, which all processes of a machine have: an empty file for each login that was ended.
UITGELOGD = "uitgelogd"
#: The ended logins of which that file could not be made: these, this process alone knows.
_alleen_hier: set[str] = set()


def aanmelding() -> Mapping[str, Any]:
    """The section [auth] of Streamlit's secrets; empty where login is off."""
    return get_secrets_auth_section()


def login_aan() -> bool:
    """Whether readers have to log in."""
    return bool(aanmelding())


def beoordeel(claims: Mapping[str, Any]) -> tuple[Stand, Gebruiker | None]:
    """How someone with these claims stands before the door; who is inside has a role. No claims: not logged in."""
    keus = instellingen()
    if not claims.get("is_logged_in") or not _voor_ons(claims) or _is_uitgelogd(claims):
        return Stand.BUITEN, None
    if not _geldig(claims, keus):
        return Stand.VERLOPEN, None
    rol = _rol(claims, keus)
    if rol is None:
        return Stand.ZONDER_ROL, None
    return Stand.BINNEN, Gebruiker(naam(claims), _eerste(claims, "email", "preferred_username", "sub"), rol)


def stand() -> Stand:
    """How the reader of this run stands before the door."""
    return beoordeel(_claims())[0] if login_aan() else Stand.BINNEN


def gebruiker() -> Gebruiker | None:
    """The reader of this run; None for who may see nothing."""
    return beoordeel(_claims())[1] if login_aan() else Gebruiker()


def mag(rol: Rol) -> bool:
    """Whether the reader of this run has this role, or one above it."""
    wie = gebruiker()
    return wie is not None and wie.rol >= rol


def naam(claims: Mapping[str, Any] | None = None) -> str:
    """What to call a reader, with a role or without; empty without login."""
    if claims is None:
        claims = _claims() if login_aan() else {}
    return _eerste(claims, "name", "preferred_username", "email", "sub")


def alleen(rol: Rol) -> Callable[[Callable[P, None]], Callable[P, None]]:
    """For a callback that changes something: nothing is done for who may not, and the next page says so.

    Callbacks run before the page does, so before the page asks who is there.
    """

    def om(doe: Callable[P, None]) -> Callable[P, None]:
        @wraps(doe)
        def bewaakt(*args: P.args, **kwargs: P.kwargs) -> None:
            if mag(rol):
                doe(*args, **kwargs)
            else:
                weiger()

        return bewaakt

    return om


def weiger() -> None:
    """Keep for the page that comes that what was clicked is not done."""
    st.session_state[_GEWEIGERD] = True


def geweigerd() -> bool:
    """Whether what was clicked just now is not done; said once."""
    return bool(st.session_state.pop(_GEWEIGERD, False))


def deel(functie: Callable[P, None], *, elke: float | None = None) -> Callable[P, None]:
    """A part of a page that is drawn again by itself (`st.fragment`), for as long as its reader may be here.

    Streamlit then runs nothing but that part: without this, who is logged in too long would go on reading in it.
    """

    @st.fragment(run_every=elke)
    @wraps(functie)
    def bewaakt(*args: P.args, **kwargs: P.kwargs) -> None:
        if gebruiker() is None:
            st.rerun()
        functie(*args, **kwargs)

    return bewaakt


def bij_klik(maak: Callable[[], W]) -> Callable[[], W]:
    """What makes a file for a download button; at the click it is asked again whether this reader may have it.

    Streamlit makes the file outside any run, where it knows no reader: who asks is who the button was drawn for. Raises
    NietToegestaan at the click.
    """
    if not login_aan():
        return maak
    claims = _claims()

    def bewaakt() -> W:
        if beoordeel(claims)[1] is None:
            raise NietToegestaan("not logged in any more")
        return maak()

    return bewaakt


def log_uit() -> None:
    """End this login everywhere: in other tabs and processes, and for who has a copy of its cookie.

    Then leave the service. Where the disk does not take it, other processes do not know of it.
    """
    sleutel, map_ = _sleutel(_claims()), _map_uitgelogd()
    try:
        map_.mkdir(parents=True, exist_ok=True)
        (map_ / sleutel).touch()
    except OSError as fout:
        _alleen_hier.add(sleutel)
        journaal.waarschuw("uitloggen_niet_bewaard", soort=type(fout).__name__)
    _vergeet_verlopen(map_)
    st.logout()


def _map_uitgelogd() -> Path:
    return instellingen().map / UITGELOGD


def _is_uitgelogd(claims: Mapping[str, Any]) -> bool:
    sleutel = _sleutel(claims)
    return sleutel in _alleen_hier or (_map_uitgelogd() / sleutel).exists()


def _vergeet_verlopen(map_: Path) -> None:
    """Remove the files of logins that would have ended by now of themselves."""
    verlopen = time.time() - SPELING - instellingen().inloguren * 3600
    with contextlib.suppress(OSError):  # it is not there, or another process was first; the next one gets the rest
        for pad in map_.iterdir():
            if pad.stat().st_mtime < verlopen:
                pad.unlink()


def _claims() -> dict[str, Any]:
    return dict(st.user.to_dict())


def _voor_ons(claims: Mapping[str, Any]) -> bool:
    """Whether the token was meant for this dashboard: Authlib lets another audience pass where `azp` is ours."""
    publiek = claims.get("aud")
    return aanmelding().get("client_id") in (publiek if isinstance(publiek, list) else [publiek])


def _geldig(claims: Mapping[str, Any], keus: Instellingen) -> bool:
    """Whether the login is not too long ago. What does not say when it was, is."""
    gegeven = claims.get("iat")
    if isinstance(gegeven, bool) or not isinstance(gegeven, int | float):
        return False
    return -SPELING <= time.time() - gegeven < keus.inloguren * 3600


def _rol(claims: Mapping[str, Any], keus: Instellingen) -> Rol | None:
    """The highest role that the claim gives; None where it gives none."""
    waarden = _waarden(claims, keus.rol_claim)
    for rol, gevend in ((Rol.BEHEERDER, keus.beheerders), (Rol.REDACTEUR, keus.redacteurs)):
        if waarden & set(gevend):
            return rol
    return Rol.LEZER if IEDEREEN in keus.lezers or waarden & set(keus.lezers) else None


def _waarden(claims: Mapping[str, Any], pad: str) -> set[str]:
    """The values of a claim: by its very name, else step by step through what it stands in (realm_access.roles)."""
    waarde: Any = claims.get(pad)
    if waarde is None:
        waarde = claims
        for stap in pad.split("."):
            waarde = waarde.get(stap) if isinstance(waarde, Mapping) else None
    if isinstance(waarde, str):
        return {waarde}
    return {een for een in waarde if isinstance(een, str)} if isinstance(waarde, list) else set()


def _eerste(claims: Mapping[str, Any], *namen: str) -> str:
    gevonden = (claims.get(een) for een in namen)
    return next((waarde.strip() for waarde in gevonden if isinstance(waarde, str) and waarde.strip()), "")


def _sleutel(claims: Mapping[str, Any]) -> str:
    """Which login: who logged in where, and when; as the name of a file that tells nobody who."""
    login = [str(claims.get(naam)) for naam in ("iss", "sub", "iat", "nonce")]
    return hashlib.sha256(json.dumps(login).encode()).hexdigest()
