"""The four rapporten and what was taken from each, counted by hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from queries import Bron
from tests.queries.hulp import R_ALKMAAR, R_DEN_HELDER, R_LEEUWARDEN, R_ZWOLLE, rijen
from tests.queries.schetsen import TWEE_VAN_ALLES


def test_rapporten(bron: Bron) -> None:
    kolommen = (
        "rapport_id", "gepubliceerd", "gemeenten", "kaders", "weergaven", "metingen", "oordelen", "bevindingen",
        "actiepunten", "levering_id",
    )  # fmt: skip
    stelsel = "Stelseltoezicht jeugd / sociaal domein"
    assert rijen(bron.vraag("rapporten"), *kolommen) == [
        (R_ZWOLLE, "2014-09", "Zwolle", "GGSR casus", 1, 1, 33, 27, 7, "zwolle-2014"),
        (R_ALKMAAR, "2015-06", "Alkmaar", "GGSR beleid", 2, 2, 12, 2, 0, "alkmaar-2015"),
        (R_LEEUWARDEN, "2015-06", "Leeuwarden", "GGSR beleid", 1, 3, 18, 5, 0, "leeuwarden-2015"),
        (R_DEN_HELDER, "2017-03", "Den Helder", stelsel, 1, 1, 0, 29, 4, "den-helder-2017"),
    ]


def test_controlegetal_van_de_levering(bron: Bron) -> None:
    controlegetallen = list(bron.vraag("rapporten")["controlegetal"])
    assert len(set(controlegetallen)) == 4
    assert all(re.fullmatch("[0-9a-f]{64}", getal) for getal in controlegetallen)


def test_een_rapport_waaruit_niets_kwam_staat_er_met_nul(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """Of 8 metingen one printed nothing, and of 4 bevindingen 3 are actiepunten; both gemeenten Een are one name."""
    kolommen = (
        "rapport_id", "gemeenten", "kaders", "weergaven", "metingen", "oordelen", "bevindingen", "actiepunten",
    )  # fmt: skip
    kaders = "Kader zonder oordelen, Tweede kader, Verzonnen kader"
    assert rijen(verzonnen(TWEE_VAN_ALLES).vraag("rapporten"), *kolommen) == [
        ("r3", None, None, 0, 0, 0, 0, 0),
        ("r1", "Drie, Een", kaders, 2, 8, 12, 4, 3),
        ("r2", None, None, 0, 0, 0, 0, 0),
    ]
