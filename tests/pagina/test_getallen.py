"""A number on a page leads to the points that it counts: as many in the list behind the link as the number says."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from tests.pagina.conftest import Open, kaarten, met_namen, vakken

_WEG = re.compile(r'<a href="([^"]+)">Toon (?:deze ([\d.]+) punten|dit ene punt)</a>')


def wegen(app: AppTest) -> list[tuple[str, int]]:
    """The ways behind the numbers of a page, in its order, with the number that each names."""
    html = "\n".join(deel.proto.body for deel in app.get("html"))
    return [(unescape(adres), int((aantal or "1").replace(".", ""))) for adres, aantal in _WEG.findall(html)]


def getoond(open_: Open, adres: str) -> int:
    """How many points the page of an address lists: rows of its table, or cells of its map."""
    delen = urlsplit(adres)
    app = open_(delen.path, **parse_qs(delen.query))
    assert not [zin.value for zin in app.warning if "telt niet mee" in str(zin.value)]
    lijsten = [met_namen(tabel.value) for tabel in app.dataframe]
    punten = [lijst for lijst in lijsten if {"Status", "Stand"} & set(lijst)]
    return len(punten[0]) if punten else len(vakken(kaarten(app)[0]))


# By hand from data/leveringen: see tests/queries/test_totalen.py. Of GGSR casus only Zwolle's 11 X and mixed cells are
# behind the number, not the 22 ✓ that wait for a test just as well.
@pytest.mark.parametrize(
    ("bladzijde", "link", "verwacht"),
    [
        ("overzicht", {}, [16, 6, 10, 11, 11]),
        ("opvolging", {}, [16, 10, 5, 1]),
        ("opvolging", {"kader": "GGSR casus"}, [11, 11]),
        ("opvolging", {"eenheid": "per gemeente", "thema": "Samenwerking"}, [5, 3, 2]),
        ("opvolging", {"gemeente": "Alkmaar", "status": "opgepakt", "weergave": "Per thema en gemeente"}, [6, 5, 1]),
        ("gemeente", {"gemeente": "Leeuwarden"}, [10]),
        ("gemeente", {"gemeente": "Zwolle"}, [11]),
    ],
)
def test_elk_getal_geeft_zo_veel_punten(
    bekijk_pagina: Open, bladzijde: str, link: dict[str, str], verwacht: list[int]
) -> None:
    gevonden = wegen(bekijk_pagina(bladzijde, **link))
    assert [aantal for _, aantal in gevonden] == verwacht
    assert [getoond(bekijk_pagina, adres) for adres, _ in gevonden] == verwacht


def test_wat_open_staat_in_een_gemeente_en_wat_er_komt(bekijk_pagina: Open) -> None:
    html = "\n".join(deel.proto.body for deel in bekijk_pagina("gemeente", gemeente="Zwolle").get("html"))
    gevonden = {woorden: unescape(adres) for adres, woorden in re.findall(r'<a href="(agenda[^"]+)">([^<]+)</a>', html)}
    assert getoond(bekijk_pagina, gevonden["elf verbeterpunten staan nu open, sinds 2013"]) == 11
    assert getoond(bekijk_pagina, gevonden["zeven aanbevelingen in woorden"]) == 7
    assert getoond(bekijk_pagina, gevonden["Alles wat open staat in Zwolle, in de agenda"]) == 18
