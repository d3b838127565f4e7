"""What tells edities of a kader apart, and which rapporten used them."""

from __future__ import annotations

import pytest

from data.rapporten.bekend import Bekend, bekend
from data.rapporten.edities import (
    Gebruik,
    Overgang,
    afgedrukt,
    gebruik,
    mogelijk,
    naast_elkaar,
    overgangen,
    verschillend,
)
from tests.data.bouwdoos import Doos

EDITIES = ["proef-1", "proef-2"]


@pytest.fixture
def weten(doos: Doos) -> Bekend:
    """i1 is tied to j1 and worded otherwise there; i2 has the words of j2 but for the dot; j3 comes and i3 goes."""
    doos.zet("kader/indicatoren", 5, "indicator", "Indicator twee.")
    for id_, editie, thema, woorden in (("i3", "proef-1", "t1", "Dat gaat weg"), ("j3", "proef-2", "t2", "Dit komt")):
        doos.erbij(
            "kader/indicatoren",
            indicator_id=id_,
            editie_id=editie,
            thema_id=thema,
            criterium_id="",
            indicator=woorden,
            kort=woorden,
            volgorde="3",
        )
    return bekend([doos.map])


def test_erbij_weg_anders_en_gelijk(weten: Bekend) -> None:
    rijen = naast_elkaar(weten, EDITIES)
    assert overgangen(rijen, EDITIES) == [Overgang("proef-1", "proef-2", gelijk=1, anders=1, erbij=1, weg=1)]
    anders = [[(e, i.indicator_id) for e, i in rij.items()] for rij in verschillend(rijen, EDITIES)]
    assert anders == [[("proef-1", "i1"), ("proef-2", "j1")], [("proef-1", "i3")], [("proef-2", "j3")]]


def test_gelijk_gaat_ook_over_een_editie_heen(doos: Doos) -> None:
    """i2 is tied to j2, and j2 to m2 of a third editie: of first and third they are one."""
    doos.erbij("kader/edities", editie_id="proef-3", kader_id="proef", editie="derde", volgorde="3")
    doos.erbij("kader/themas", thema_id="t4", editie_id="proef-3", thema="Thema vier", volgorde="1")
    derde = {"indicator_id": "m2", "editie_id": "proef-3", "thema_id": "t4", "criterium_id": ""}
    doos.erbij("kader/indicatoren", **derde, indicator="Heel andere woorden", kort="Twee", volgorde="1")
    doos.erbij("kader/indicator_gelijk", van="j2", naar="m2")
    doos.erbij("kader/indicator_gelijk", van="i2", naar="j2")
    weten = bekend([doos.map])
    rijen = naast_elkaar(weten, ["proef-1", "proef-3"])
    assert overgangen(rijen, ["proef-1", "proef-3"]) == [
        Overgang("proef-1", "proef-3", gelijk=0, anders=1, erbij=0, weg=1)
    ]
    alle = ["proef-1", "proef-2", "proef-3"]
    assert [(deel.anders, deel.weg) for deel in overgangen(naast_elkaar(weten, alle), alle)] == [(2, 0), (1, 1)]


def test_welke_edities_mogelijk_zijn(doos: Doos) -> None:
    weten = bekend([doos.map])
    # the words of the first alone, of none, and of no kader that was chosen: every editie of the chosen one
    assert mogelijk(weten, ["Indicator een", "Indicator twee"], "proef-1") == EDITIES
    assert mogelijk(weten, [], "ander-1") == ["ander-1"]
    assert mogelijk(weten, [], "") == []
    # another kader with the same words is as likely as the one chosen
    doos.zet("kader/indicatoren", 6, "indicator", "Indicator een")
    assert mogelijk(bekend([doos.map]), ["Indicator een"], "proef-1") == ["ander-1", "proef-1"]


def test_wat_een_rapport_drukt_bij_de_indicator_waar_het_op_lijkt(weten: Bekend) -> None:
    """What both edities have is found in both; what is like no indicator is nowhere."""
    gedrukt = ["Indicator een nieuw", "Indicator twee", "Dit komt", "De brug is open"]
    assert afgedrukt(weten, EDITIES, gedrukt) == {
        "i2": ["Indicator twee"],
        "j1": ["Indicator een nieuw"],
        "j2": ["Indicator twee"],
        "j3": ["Dit komt"],
    }


def test_welk_rapport_welke_editie_gebruikte(doos: Doos) -> None:
    """rap-2 reprints m1 of 2013 beside m2 of 2014: its editie is that of m2. Without a meting there is no editie."""
    doos.zet("feiten/metingen", 3, "editie_id", "proef-2")
    doos.erbij("feiten/rapporten", rapport_id="rap-3", titel="Brief", gepubliceerd="2012")
    assert gebruik(bekend([doos.map])) == [
        Gebruik("proef-1", ("Proefstad",), "STJ", "2014-06"),
        Gebruik("proef-2", ("Proefstad",), "STJ", "2015-06"),
    ]
