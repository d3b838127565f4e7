"""Someone who logged in: what the login service says of them, and a page as they get it."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data.instellingen import PRODUCT
from tests.pagina.conftest import gezond


def claims(*rollen: str, geleden: float = 60, **anders: object) -> dict[str, Any]:
    """What the login service says of someone with these roles who logged in so many seconds ago."""
    wie = {"is_logged_in": True, "name": "Lena de Vries", "email": "lena@example.org", "sub": "17", "nonce": "n"}
    wie |= {"iss": "https://inloggen.example", "aud": "verbeterpunten", "iat": int(time.time() - geleden)}
    return {**wie, "roles": list(rollen), **anders}


def bezoek(bladzijde: str, wie: dict[str, Any], map_: Path, omgeving: pytest.MonkeyPatch, **link: str) -> AppTest:
    """A page as this visitor gets it, by a link with these parameters."""
    omgeving.setenv("VERBETERPUNTEN_MAP", str(map_))
    app = AppTest.from_file(str(PRODUCT / "dashboard.py"), default_timeout=60)
    app.user = wie
    if bladzijde != "overzicht":
        app.switch_page(f"pagina/{bladzijde}.py")
    for sleutel, waarde in link.items():
        app.query_params[sleutel] = waarde
    return gezond(app.run())
