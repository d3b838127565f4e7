"""data/controles/datums.sql: dates that cannot be true together."""

from __future__ import annotations

import pytest

from tests.data.bouwdoos import Doos, Geval, plant


def _tegelijk(doos: Doos) -> None:
    """A third meting of the new aanpak, on the last day of the research of the second."""
    doos.erbij("feiten/metingen", meting_id="m3", bezoek_op="2014-05-31", onderzoek_van="", onderzoek_tot="")
    doos.erbij("feiten/meting_rapport", meting_id="m3")


def _zonder_reactie(doos: Doos) -> None:
    """Nothing is told: what is tested here says no more than itself."""
    doos.weg("feiten/gemeld_actiepunt", 2)
    doos.weg("feiten/gemeld_indicator", 2)


def _onderzoek_na_publicatie(doos: Doos) -> None:
    _zonder_reactie(doos)
    doos.zet("feiten/rapporten", 3, "gepubliceerd", "2014-04")


def _bezoek_na_beide_rapporten(doos: Doos) -> None:
    doos.zet("feiten/metingen", 2, "bezoek_op", "2015-07-01")
    doos.zet("feiten/metingen", 2, "peiljaar", "2015")


GEVALLEN: dict[str, Geval] = {
    "gemeente": (
        lambda d: d.zet("kader/gemeenten", 4, "geldig_tot", "1899-12-31"),
        "kader/gemeenten", 4, "geldig_tot", "het einde (1899-12-31) ligt vóór het begin (1900-01-01)",
    ),
    "aanpak": (
        lambda d: d.zet("feiten/aanpakken", 3, "einde", "2009-12"),
        "feiten/aanpakken", 3, "einde", "het einde (2009-12) ligt vóór het begin (2010)",
    ),
    "meting": (
        lambda d: d.zet("feiten/metingen", 3, "onderzoek_van", "2014-06"),
        "feiten/metingen", 3, "onderzoek_tot", "het einde (2014-05) ligt vóór het begin (2014-06)",
    ),
    "ronde": (
        lambda d: d.zet("kader/onderzoeksrondes", 2, "jaar_tot", "2012"),
        "kader/onderzoeksrondes", 2, "jaar_tot", "het einde (2012) ligt vóór het begin (2013)",
    ),
    "bevinding": (
        lambda d: d.zet("feiten/bevindingen", 2, "opvolging_verwacht_van", "2016"),
        "feiten/bevindingen", 2, "opvolging_verwacht_tot", "het einde (2015-06) ligt vóór het begin (2016)",
    ),
    "peiljaar buiten het bezoek": (
        lambda d: d.zet("feiten/metingen", 2, "peiljaar", "2012"),
        "feiten/metingen", 2, "peiljaar", "peiljaar 2012 valt buiten de onderzoeksperiode",
    ),
    "peiljaar buiten het onderzoek": (
        lambda d: d.zet("feiten/metingen", 3, "peiljaar", "2015"),
        "feiten/metingen", 3, "peiljaar", "peiljaar 2015 valt buiten de onderzoeksperiode",
    ),
    "peiljaar zonder periode": (
        lambda d: d.zet("feiten/metingen", 2, "bezoek_op", ""),
        "feiten/metingen", 2, "peiljaar", "peiljaar 2013 valt buiten de onderzoeksperiode of er is geen",
    ),
    "bezoek na publicatie": (
        _bezoek_na_beide_rapporten,
        "feiten/metingen", 2, "bezoek_op", "het onderzoek (2015-07-01) is na de publicatie (2015-06)",
    ),
    "onderzoek na publicatie": (
        _onderzoek_na_publicatie,
        "feiten/metingen", 3, "onderzoek_tot", "het onderzoek (2014-05) is na de publicatie (2014-04)",
    ),
    "twee metingen op een moment": (
        _tegelijk,
        "feiten/metingen", 4, "meting_id", "aanpak nieuw heeft onder kader proef al een meting op 2014-05-31",
    ),
}  # fmt: skip


@pytest.mark.parametrize("geval", GEVALLEN.values(), ids=GEVALLEN)
def test_datums_die_niet_samen_waar_zijn(doos: Doos, geval: Geval) -> None:
    plant(doos, geval)


@pytest.mark.parametrize(("einde", "goed"), [("2010", True), ("2010-01", True), ("2009", False)])
def test_een_deel_van_een_datum_is_de_hele_periode(doos: Doos, einde: str, goed: bool) -> None:  # noqa: FBT001
    """An approach that began in 2010 may end in 2010 or in January 2010."""
    doos.zet("feiten/aanpakken", 3, "einde", einde)
    assert (doos.fouten() == []) is goed


def test_een_reden_verklaart_een_ander_peiljaar(doos: Doos) -> None:
    doos.zet("feiten/metingen", 2, "peiljaar", "2012")
    doos.zet("feiten/metingen", 2, "peiljaar_reden", "het rapport noemt het de stand van 2012")
    assert doos.fouten() == []


def test_het_laatste_rapport_telt_voor_de_publicatie(doos: Doos) -> None:
    """Meting m1 is printed in both; a visit after the first and before the second is possible."""
    doos.zet("feiten/metingen", 2, "bezoek_op", "2014-07-01")
    doos.zet("feiten/metingen", 2, "peiljaar", "2014")
    doos.zet("feiten/rapporten", 2, "gepubliceerd", "2014-06")
    assert doos.fouten() == []


def test_een_ander_kader_mag_op_hetzelfde_moment(doos: Doos) -> None:
    _tegelijk(doos)
    doos.zet("feiten/metingen", 4, "editie_id", "ander-1")
    doos.zet("feiten/metingen", 4, "ronde_id", "r2")
    assert doos.fouten() == []


def test_uit_een_datum_die_niet_bestaat_volgt_geen_tweede_fout(doos: Doos) -> None:
    doos.zet("feiten/metingen", 2, "bezoek_op", "2013-13-01")
    assert [f.kolom for f in doos.fouten()] == ["bezoek_op"]


def test_zonder_aanpak_is_er_niets_om_mee_samen_te_vallen(doos: Doos) -> None:
    _zonder_reactie(doos)
    _tegelijk(doos)
    doos.zet("feiten/metingen", 3, "aanpak_id", "")
    doos.zet("feiten/metingen", 4, "aanpak_id", "")
    assert [(f.regel, f.mis) for f in doos.fouten()] == [(3, "is leeg"), (4, "is leeg")]
