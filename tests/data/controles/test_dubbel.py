"""data/controles/dubbel.sql: every key once, every weergave once."""

from __future__ import annotations

import pytest

from tests.data.bouwdoos import SET, Doos, Geval, plant


def test_in_elke_tabel_valt_een_rij_die_er_twee_keer_staat_op(doos: Doos) -> None:
    """A copy of the last row of each table is told at its own line."""
    verwacht = {(f"leveringen/{naam}.csv", doos.erbij(naam)) for naam in SET if not naam.endswith("/levering")}
    gevonden = [(f.bestand, f.regel) for f in doos.fouten() if f.mis.endswith(" staat er al")]
    assert sorted(gevonden) == sorted(verwacht)


GEVALLEN: dict[str, Geval] = {
    "oordeel": (
        lambda d: d.erbij("feiten/oordelen"),
        "feiten/oordelen", 8, "indicator_id + meting_id + rapport_id", '"i2 + m2 + rap-2" staat er al',
    ),
    "oordeel met een andere uitkomst": (
        lambda d: d.erbij("feiten/oordelen", uitkomst="voldoet", teken_gedrukt="✓"),
        "feiten/oordelen", 8, "indicator_id + meting_id + rapport_id", '"i2 + m2 + rap-2" staat er al',
    ),
    "meting": (lambda d: d.erbij("feiten/metingen"), "feiten/metingen", 4, "meting_id", '"m2" staat er al'),
    "deelname zonder aanpak": (
        lambda d: d.erbij("kader/ronde_deelname"),
        "kader/ronde_deelname", 4, "aanpak + gemeente_code + ronde_id", '" + FG0002 + r1" staat er al',
    ),
    "weergave": (
        lambda d: d.erbij("feiten/weergaven", weergave_id="w3", rapport_id="rap-1"),
        "feiten/weergaven", 4, "sha256", "dit bestand is al als weergave opgenomen",
    ),
}  # fmt: skip


@pytest.mark.parametrize("geval", GEVALLEN.values(), ids=GEVALLEN)
def test_de_ene_dubbele_rij_is_de_ene_fout(doos: Doos, geval: Geval) -> None:
    plant(doos, geval)


def test_een_sleutel_zonder_een_deel_is_leeg_en_niet_dubbel(doos: Doos) -> None:
    doos.erbij("feiten/aanpakken", aanpak_id="")
    doos.erbij("feiten/aanpakken", aanpak_id="")
    assert [(f.regel, f.kolom, f.mis) for f in doos.fouten()] == [
        (4, "aanpak_id", "is leeg"),
        (5, "aanpak_id", "is leeg"),
    ]
