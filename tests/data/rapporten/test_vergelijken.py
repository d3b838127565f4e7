"""A second weergave of a rapport in store: recognised, compared cell by cell, accepted in place of the old levering."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from data.rapporten.bekend import Bekend
from data.rapporten.gelezen import Herkend, Vondst
from data.rapporten.voorstel import (
    OngeldigeWaarde,
    Voorstel,
    ander_rapport,
    bezwaren,
    kies,
    laat_weg,
    tabellen,
    vergelijk,
    wijzig_kop,
    wijzig_meting,
    wijzig_oordeel,
    zelfde_rapport,
)
from tests.data.bouwdoos import Doos
from tests.data.rapporten.voorstelhulp import (
    OVERLEG,
    SCHOLEN,
    WACHTTIJD,
    Rapport,
    als_levering,
    bouwt,
    herkend,
    kennis,
    lees,
    over,
    rond_af,
    schrijf,
    winkel,
)

JAREN = ((2015, ""), (2016, ""))
#: Six cells: ✓ X, X X, ✓ and one empty.
CELLEN = (("✓ Ja.", "X Nee."), ("X Nee.", "X Nee."), ("✓ Ja.", ""))


def rapport(
    cellen: tuple[tuple[str, ...], ...] = CELLEN, *, inhoud: bytes = b"een", wie: Herkend | None = None
) -> Rapport:
    rijen = list(zip(("Vindplaatsen", "Vindplaatsen", "Samenspel"), (SCHOLEN, WACHTTIJD, OVERLEG), cellen, strict=True))
    return Rapport(JAREN[: len(cellen[0])], rijen, wie or herkend(), inhoud=inhoud)


def met(rij: int, kolom: int, tekst: str) -> tuple[tuple[str, ...], ...]:
    """The six cells with another text in one of them."""
    nieuw = [list(cellen) for cellen in CELLEN]
    nieuw[rij][kolom] = tekst
    return tuple(tuple(cellen) for cellen in nieuw)


@pytest.fixture
def vol(doos: Doos, tmp_path: Path) -> Doos:
    """The small store with the six cells accepted as levering proefstad-2017, in words of our own."""
    weten = kennis(winkel(doos))
    v = rapport().maak(tmp_path / "eerste", weten)
    rond_af(v, weten)
    levering = als_levering(v, weten, doos.map)
    eigen = {"toelichting": "Onze woorden.", "opmerking": "Onze opmerking."}
    rijen = [rij | eigen if rij["toelichting"] == "Ja." else rij for rij in lees(levering / "oordelen.csv")]
    schrijf(levering / "oordelen.csv", rijen)
    return doos


def tweede(vol: Doos, tmp_path: Path, een: Rapport) -> tuple[Voorstel, Bekend]:
    weten = kennis(vol)
    return een.maak(tmp_path / "tweede", weten), weten


def test_een_tweede_weergave_wordt_herkend(vol: Doos, tmp_path: Path) -> None:
    """Without titel or date, as a text layer has none: by its cells."""
    wie = replace(herkend(), titel=None, gepubliceerd=None)
    v, weten = tweede(vol, tmp_path, rapport(inhoud=b"twee", wie=wie))
    gelijk = vergelijk(v, weten)
    assert (gelijk.rapport_id, gelijk.levering_id, gelijk.zelfde_bestand) == (
        "stj-proefstad-2017",
        "proefstad-2017",
        False,
    )
    assert [gelijk.aantal(soort) for soort in ("gelijk", "anders", "alleen_hier", "alleen_daar")] == [6, 0, 0, 0]
    assert "andere weergave" in gelijk.zin
    assert "6 van de 6" in gelijk.zin
    assert (v.kop["staat_in"], v.kop["vervangt"]) == ("stj-proefstad-2017", "proefstad-2017")
    assert (v.kop["titel"], v.kop["gepubliceerd"]) == ("Hertoets Proefstad", "2017-03")
    assert over(v, "verschil") == over(v, "herkenning") == []


@pytest.mark.parametrize(
    ("cellen", "wie", "rapport_id"),
    [
        (met(0, 0, "X Nee."), herkend(), "stj-proefstad-2017"),  # 5 of 6 equal: 83%
        (tuple(reversed(CELLEN)), herkend(), ""),  # the rows in another order: 3 of 6 equal
        (CELLEN, herkend(gepubliceerd="2018-01"), ""),  # printed again a year later
        (CELLEN, herkend(gepubliceerd="2017"), "stj-proefstad-2017"),
        (CELLEN, herkend(aanpak="Buurtteam"), ""),
        (CELLEN, herkend(gemeente_code=Vondst("FG0002")), ""),
        (tuple(cellen[:1] for cellen in CELLEN), herkend(), ""),  # one year only
    ],
)
def test_wat_hetzelfde_rapport_is(
    vol: Doos, tmp_path: Path, cellen: tuple[tuple[str, ...], ...], wie: Herkend, rapport_id: str
) -> None:
    v, weten = tweede(vol, tmp_path, rapport(cellen, inhoud=b"twee", wie=wie))
    assert vergelijk(v, weten).rapport_id == rapport_id


def test_een_tweede_weergave_vervangt_de_levering(vol: Doos, tmp_path: Path) -> None:
    v, weten = tweede(vol, tmp_path, rapport(inhoud=b"twee"))
    rond_af(v, weten)
    oud = vol.map / "proefstad-2017"
    nieuw = als_levering(v, weten, vol.map, levering_id="proefstad-2017-2")
    (kop,) = lees(nieuw / "levering.csv")
    assert (kop["vervangt"], bool(kop["reden"])) == ("proefstad-2017", True)
    for naam in ("rapporten", "metingen", "meting_rapport", "oordelen"):
        assert lees(nieuw / f"{naam}.csv") == lees(oud / f"{naam}.csv")
    assert [w["weergave_id"] for w in lees(nieuw / "weergaven.csv")] == [
        "stj-proefstad-2017-weergave",
        "stj-proefstad-2017-weergave-2",
    ]
    bouwt(vol)


def test_de_gedrukte_toelichtingen_nemen_de_plaats_in(vol: Doos, tmp_path: Path) -> None:
    v, weten = tweede(vol, tmp_path, rapport(met(0, 0, "✓ Zoals gedrukt. LET OP: nog één jaar."), inhoud=b"twee"))
    wijzig_kop(v, "toelichtingen", "gedrukt", bekend=weten)
    rijen = {
        (r["meting_id"], r["indicator_id"]): r
        for r in tabellen(v, weten, levering_id="l", aanvaard_op="2026-11-22")["oordelen"]
    }
    eerste = rijen["nieuw-2015-proef", "i1"]
    assert eerste["toelichting"] == "Zoals gedrukt."
    assert eerste["opmerking"].startswith("Onze opmerking. ")
    assert "nog één jaar" in eerste["opmerking"]
    assert (rijen["nieuw-2015-proef", "i3"]["toelichting"], len(rijen)) == ("Ja.", 6)


def test_hetzelfde_bestand(vol: Doos, tmp_path: Path) -> None:
    """The original of a rapport in store: nothing to accept, unless its printed words are wanted."""
    v, weten = tweede(vol, tmp_path, rapport())
    assert v.kop["zelfde_bestand"] == "ja"
    assert vergelijk(v, weten).zin.startswith("Dit bestand staat al in de verzameling")
    rond_af(v, weten)
    assert bezwaren(v, weten) == [
        "Dit bestand staat al in de verzameling en er is niets gewijzigd: er valt niets te aanvaarden."
    ]
    with pytest.raises(OngeldigeWaarde):
        ander_rapport(v, bekend=weten)
    wijzig_kop(v, "toelichtingen", "gedrukt", bekend=weten)
    nieuw = als_levering(v, weten, vol.map, levering_id="proefstad-2017-2")
    assert len(lees(nieuw / "weergaven.csv")) == 1
    assert [r["toelichting"] for r in lees(nieuw / "oordelen.csv")] == ["Ja.", "Nee.", "Nee.", "Nee.", "Ja.", ""]


@pytest.mark.parametrize(
    ("geldt", "uitkomst", "teken"), [("voorstel", "verbeterpunt", "X"), ("verzameling", "voldoet", "✓")]
)
def test_een_verschil_is_een_keuze(vol: Doos, tmp_path: Path, geldt: str, uitkomst: str, teken: str) -> None:
    v, weten = tweede(vol, tmp_path, rapport(met(0, 0, "X Nee."), inhoud=b"twee"))
    assert [t["oordeel_nr"] for t in v.twijfels if t["soort"] == "verschil"] == ["1"]
    rond_af(v, weten)
    assert any("kies welk van de twee telt" in zin for zin in bezwaren(v, weten))
    kies(v, 1, geldt=geldt, reden="nagekeken in het papier")
    assert bezwaren(v, weten) == []
    eerste = tabellen(v, weten, levering_id="l", aanvaard_op="2026-11-22")["oordelen"][0]
    assert (eerste["uitkomst"], eerste["teken_gedrukt"]) == (uitkomst, teken)


def test_een_verbetering_met_de_hand_telt(vol: Doos, tmp_path: Path) -> None:
    """A correction: the same file again, one cell set right by hand."""
    v, weten = tweede(vol, tmp_path, rapport())
    wijzig_oordeel(v, 1, "teken_gedrukt", "✓ X", bekend=weten)
    wijzig_oordeel(v, 1, "toelichting", "Deels.", bekend=weten)
    wijzig_kop(v, "reden", "Bij het overnemen is een teken vergeten.", bekend=weten)
    rond_af(v, weten)
    nieuw = als_levering(v, weten, vol.map, levering_id="proefstad-2017-2")
    eerste, *rest = lees(nieuw / "oordelen.csv")
    assert (eerste["uitkomst"], eerste["teken_gedrukt"], eerste["toelichting"]) == ("gemengd", "✓ X", "Deels.")
    assert rest == lees(vol.map / "proefstad-2017" / "oordelen.csv")[1:]
    assert {r["kolom"] for r in lees(nieuw / "bewerkingen.csv")} == {"uitkomst", "teken_gedrukt", "toelichting"}


def test_meer_en_minder_rijen(vol: Doos, tmp_path: Path) -> None:
    """What only one of the two has is a question; what the store has stays."""
    v, weten = tweede(vol, tmp_path, rapport(inhoud=b"twee"))
    laat_weg(v, 6, reden="niet leesbaar")
    assert vergelijk(v, weten).aantal("alleen_daar") == 1
    assert len(tabellen(v, weten, levering_id="l", aanvaard_op="2026-11-22")["oordelen"]) == 6
    een = Rapport(JAREN, rapport().rijen[:2], herkend(), inhoud=b"drie")
    w = een.maak(tmp_path / "derde", weten)
    # 4 of 6 cells: not surely the same, so the editor says so
    assert (w.kop["staat_in"], vergelijk(w, weten).rapport_id) == ("", "")
    zelfde_rapport(w, "stj-proefstad-2017", bekend=weten)
    assert [vergelijk(w, weten).aantal(soort) for soort in ("gelijk", "alleen_daar")] == [4, 2]
    with pytest.raises(OngeldigeWaarde):
        zelfde_rapport(w, "bestaat-niet", bekend=weten)


def test_toch_een_ander_rapport(vol: Doos, tmp_path: Path) -> None:
    v, weten = tweede(vol, tmp_path, rapport(inhoud=b"twee"))
    ander_rapport(v, bekend=weten)
    assert (v.kop["rapport_id"], v.kop["vervangt"], v.kop["staat_in"]) == ("stj-proefstad-2017-2", "", "")
    assert "drukt ook metingen af" in vergelijk(v, weten).zin
    rond_af(v, weten)
    nieuw = als_levering(v, weten, vol.map, levering_id="nog-een")
    assert len(lees(nieuw / "oordelen.csv")) == 6
    assert not (nieuw / "metingen.csv").exists()
    bouwt(vol)


def test_pas_gelijk_na_een_wijziging(vol: Doos, tmp_path: Path) -> None:
    """The year was read wrong: set right, the rapport turns out to be in store, and that is a question."""
    een = Rapport(((2011, ""), (2016, "")), rapport().rijen, herkend(), inhoud=b"twee")
    v, weten = tweede(vol, tmp_path, een)
    assert vergelijk(v, weten).rapport_id == ""
    wijzig_meting(v, "nieuw-2011-proef", "peiljaar", "2015", bekend=weten)
    rond_af(v, weten)
    assert [zin for zin in bezwaren(v, weten) if "lijkt hetzelfde" in zin]


def test_zonder_oordelen_telt_de_titel(doos: Doos, tmp_path: Path) -> None:
    weten = kennis(winkel(doos))
    een = Rapport(kaderregels=[SCHOLEN, WACHTTIJD], herkend=herkend(), inhoud=b"een")
    v = een.maak(tmp_path / "eerste", weten)
    rond_af(v, weten)
    als_levering(v, weten, doos.map)
    weten = kennis(doos)
    for naam, wie, gelijke in (
        ("a", herkend(titel=Vondst("Hertoets  proefstad.")), True),
        ("b", herkend(titel=Vondst("Heel wat anders")), False),
    ):
        twee = Rapport(kaderregels=[SCHOLEN, WACHTTIJD], herkend=wie, inhoud=naam.encode()).maak(tmp_path / naam, weten)
        assert bool(vergelijk(twee, weten).rapport_id) is gelijke
