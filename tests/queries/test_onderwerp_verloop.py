"""The courses on an indicator or an onderwerp, with the signs that the rapporten print."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from queries import Bron
from tests.queries.hulp import ALKMAAR, LEEUWARDEN, oordelen, rijen
from tests.queries.schetsen import EDITIES, FUSIES, GEMELD, KADER, TWEE_VAN_ALLES

VRIJ: dict[str, Any] = {
    "onderwerp": None, "indicator": None, "gemeenten": None, "provincies": None, "alleen_open": False,
}  # fmt: skip
NU = ("nu_open", "nu_bekend", "nu_standen", "sinds")


def _tekens(antwoord: pd.DataFrame) -> list[str]:
    """Per course the printed uitkomsten, as '2013 verbeterpunt, 2014 voldoet (C)'."""
    return [
        ", ".join(
            f"{m['jaar']} {m['uitkomst']}" + (f" ({m['aanpak']})" if m["aanpak"] != rij["aanpak"] else "")
            for m in rij["metingen"]
        )
        for rij in antwoord.to_dict("records")
    ]


def test_doorzettingsmacht(bron: Bron) -> None:
    antwoord = bron.vraag("onderwerp_verloop", **VRIJ | {"indicator": "beleid-doorzettingsmacht"})
    assert rijen(antwoord, "gemeente", "aanpak", "status", "bewijs_naar", *NU) == [
        ("Alkmaar", "Helpende Hand in de Wijk", "niet_opgepakt", "hertoets_verbeterpunten", 1, 1, 1, 2013),
        ("Leeuwarden", "Interventieteam Gezinnen", "opgepakt", "mondelinge_rapportage", 0, 1, 1, None),
        ("Leeuwarden", "Voorwaardelijke Interventie Gezinnen", "opgepakt", "mondelinge_rapportage", 0, 1, 1, None),
    ]
    assert _tekens(antwoord) == [
        "2013 verbeterpunt, 2014 verbeterpunt",
        "2013 verbeterpunt, 2014 voldoet (Sociale Wijkteams)",
        "2013 verbeterpunt, 2014 voldoet (Sociale Wijkteams)",
    ]
    laatste = antwoord["metingen"][0][-1]
    assert laatste["vindplaats"] == "Uitkomsten verbeterpunten, tabel Toeleiding, rij 3, kolom 2014"
    assert laatste["rapport_id"] == "stj-alkmaar-2015"
    assert laatste["toelichting"].startswith("Nog steeds niet geregeld")


def test_een_onderwerp_over_drie_kaders(bron: Bron) -> None:
    antwoord = bron.vraag("onderwerp_verloop", **VRIJ | {"onderwerp": "doorzettingsmacht-en-opschaling"})
    # three indicatoren of beleid: 3 + 2 + 2 aanpakken; one of casus, Zwolle's ✓; the stelselkader has no such indicator
    assert rijen(antwoord, "indicator_id", "gemeente", "status") == [
        ("beleid-doorzettingsmacht", "Alkmaar", "niet_opgepakt"),
        ("beleid-doorzettingsmacht", "Leeuwarden", "opgepakt"),
        ("beleid-doorzettingsmacht", "Leeuwarden", "opgepakt"),
        ("beleid-opschaling", "Leeuwarden", "opgepakt"),
        ("beleid-opschaling", "Leeuwarden", "behouden"),
        ("beleid-beslisbevoegdheid", "Leeuwarden", "behouden"),
        ("beleid-beslisbevoegdheid", "Leeuwarden", "opgepakt"),
        ("casus-stagnatie-opheffen", "Zwolle", "nog_niet_hertoetst"),
    ]


def test_een_lege_cel_blijft_een_teken(bron: Bron) -> None:
    antwoord = bron.vraag("onderwerp_verloop", **VRIJ | {"indicator": "beleid-gezamenlijke-doelen"})
    assert _tekens(antwoord) == ["2013 verbeterpunt, 2014 niet_beoordeeld"]
    assert rijen(antwoord, "status", *NU) == [("niet_beoordeeld", 1, 1, 1, 2013)]


def test_alles_en_filters(bron: Bron) -> None:
    # 6 courses of Alkmaar, 12 of Leeuwarden's two aanpakken, 33 of Zwolle; open: 6 and 11
    assert len(bron.vraag("onderwerp_verloop", **VRIJ)) == 51
    open_ = bron.vraag("onderwerp_verloop", **VRIJ | {"alleen_open": True})
    assert open_["gemeente"].value_counts().to_dict() == {"Zwolle": 11, "Alkmaar": 6}
    assert len(bron.vraag("onderwerp_verloop", **VRIJ | {"gemeenten": [ALKMAAR, LEEUWARDEN]})) == 18
    assert set(bron.vraag("onderwerp_verloop", **VRIJ | {"provincies": ["Fryslân"]})["gemeente"]) == {"Leeuwarden"}
    assert bron.vraag("onderwerp_verloop", **VRIJ | {"onderwerp": "veiligheid-kinderen"}).empty


def test_een_gemeente_omvat_wat_erin_opging(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    antwoord = verzonnen(FUSIES).vraag("onderwerp_verloop", **VRIJ | {"indicator": "b1", "gemeenten": ["FG0003"]})
    # d is of FG0003 (Drie) itself; a (FG0001, Een) ran by b into c: b did not print b1, c did; e is of another gemeente
    assert rijen(antwoord, "aanpak", "status", *NU) == [
        ("Aanpak D", "nog_niet_hertoetst", 1, 1, 1, 2016),
        ("Aanpak A", "opgepakt", 0, 1, 1, None),
    ]
    assert _tekens(antwoord)[1] == "2013 verbeterpunt, 2014 None (Aanpak B), 2016 voldoet (Aanpak C)"


def test_een_indicator_over_edities(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    bron = verzonnen(EDITIES)
    for vraag in ("oud-1", "nieuw-1"):
        antwoord = bron.vraag("onderwerp_verloop", **VRIJ | {"indicator": vraag})
        assert rijen(antwoord, "indicator_id", "kort", "aanpak", "status") == [
            ("nieuw-1", "Nieuw een", "Aanpak A", "opgepakt"),
            ("nieuw-1", "Nieuw een", "Aanpak B", "niet_opgepakt"),
        ]
    # dropped by the new edition: its meting could not hold it, so it is no sign
    (geschrapt,) = _tekens(bron.vraag("onderwerp_verloop", **VRIJ | {"indicator": "oud-2"}))
    assert geschrapt == "2015 verbeterpunt"


def test_alleen_lege_cellen_is_ook_een_rij(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    # a never got more than an empty cell, then became b, which has a verdict: a speaks for itself alone
    schets = (
        KADER
        | {
            "aanpakken": "aanpak_id|gemeente_code|aanpak\na|FG0001|Aanpak A\nb|FG0001|Aanpak B\nc|FG0002|Aanpak C",
            "aanpak_opvolging": "van|naar\na|b\nb|c",
            "gebiedswijzigingen": "van|naar|datum|soort\nFG0001|FG0002|2016-01-01|opgegaan_in",
        }
        | oordelen("a 2013-06-01 ed b1=-", "b 2015-06-01 ed b1=X", "c 2017-06-01 ed b1=-")
    )
    antwoord = verzonnen(schets).vraag("onderwerp_verloop", **VRIJ | {"indicator": "b1"})
    assert rijen(antwoord, "aanpak", "status", "nu_open") == [
        ("Aanpak A", None, 1),
        ("Aanpak B", "niet_beoordeeld", 1),
    ]
    assert _tekens(antwoord) == ["2013 niet_beoordeeld", "2015 verbeterpunt, 2017 niet_beoordeeld (Aanpak C)"]


def test_een_gesplitste_lijn_heeft_meer_standen(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    schets = KADER | {
        "aanpakken": "aanpak_id|gemeente_code|aanpak\na|FG0001|Aanpak A\nb|FG0001|Aanpak B\nc|FG0001|Aanpak C",
        "aanpak_opvolging": "van|naar\na|b\na|c",
    }
    vanaf = ("a 2013-06-01 ed b1=X", "b 2015-06-01 ed b1=V", "c 2015-06-01 ed b1=X")
    antwoord = verzonnen(schets | oordelen(*vanaf)).vraag("onderwerp_verloop", **VRIJ | {"indicator": "b1"})
    # one branch ✓ and one ✗: gemengd; c is still open since 2013
    assert rijen(antwoord, "aanpak", "status", *NU) == [("Aanpak A", "deels_opgepakt", 1, 2, 2, 2013)]
    # two metingen of one day stand in the order of their ids
    assert _tekens(antwoord) == ["2013 verbeterpunt, 2015 voldoet (Aanpak B), 2015 verbeterpunt (Aanpak C)"]
    # b is found wanting again: open since that year, and the line as a whole since that of c
    later = verzonnen(schets | oordelen(*vanaf, "b 2016-06-01 ed b1=X"))
    assert rijen(later.vraag("onderwerp_verloop", **VRIJ | {"indicator": "b1"}), *NU) == [(2, 2, 2, 2013)]


def test_gemeld_is_geteld_naast_open(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    antwoord = verzonnen(GEMELD).vraag("onderwerp_verloop", **VRIJ | {"onderwerp": "o"})
    assert rijen(antwoord, "indicator_id", "aanpak", "nu_open", "nu_gemeld", "status") == [
        ("b1", "Aanpak A", 1, 1, "nog_niet_hertoetst"),
        ("b1", "Aanpak B", 1, 0, "nog_niet_hertoetst"),
        ("b2", "Aanpak A", 1, 0, "nog_niet_hertoetst"),
    ]


def test_nooit_iets_bekend_is_geen_stand(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """Of Aanpak A nothing but an empty cell was ever printed, and nobody took over: no stand, so none is open."""
    aanpak = {"aanpakken": "aanpak_id|gemeente_code|aanpak\na|FG0001|Aanpak A"}
    bron = verzonnen(KADER | aanpak | oordelen("a 2013-06-01 ed b1=-"))
    kolommen = ("aanpak", "status", "nu_gemeld", *NU)
    antwoord = bron.vraag("onderwerp_verloop", **VRIJ | {"indicator": "b1"})
    assert rijen(antwoord, *kolommen) == [("Aanpak A", None, 0, 0, 0, 0, None)]
    assert bron.vraag("onderwerp_verloop", **VRIJ | {"indicator": "b1", "alleen_open": True}).empty


def test_wat_gelijk_heet_staat_op_id(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """By kader, then by thema and place in it; indicatoren, gemeenten and aanpakken that share theirs by id."""
    antwoord = verzonnen(TWEE_VAN_ALLES).vraag("onderwerp_verloop", **VRIJ)
    assert rijen(antwoord, "indicator_id", "gemeente_code", "aanpak_id") == [
        ("b3", "FG0001", "a"),  # Ander thema
        ("b1", "FG0001", "a"),
        ("b1", "FG0001", "b"),
        ("b1", "FG0002", "c"),
        ("b2", "FG0001", "a"),
        ("b2", "FG0001", "b"),
        ("c1", "FG0001", "a"),
    ]
