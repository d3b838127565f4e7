"""data/controles/lijn.sql: a lineage without circles, that leaves a gemeente only where gemeenten were joined."""

from __future__ import annotations

import pytest

from tests.data.bouwdoos import Doos, Geval, plant


def _drie_in_een_kring(doos: Doos) -> None:
    doos.erbij("feiten/aanpakken", aanpak_id="derde", einde="")
    doos.erbij("feiten/aanpak_opvolging", van="nieuw", naar="derde")
    doos.erbij("feiten/aanpak_opvolging", van="derde", naar="oud")


def _over_een_grens(doos: Doos) -> None:
    doos.erbij("feiten/aanpakken", aanpak_id="buur", gemeente_code="FG0002", einde="")
    doos.erbij("feiten/aanpak_opvolging", van="buur", naar="nieuw")


GEVALLEN: dict[str, Geval] = {
    "kring van twee": (
        lambda d: d.erbij("feiten/aanpak_opvolging", van="nieuw", naar="oud"),
        "feiten/aanpak_opvolging", 3, "naar", "de opvolging loopt in een kring (nieuw, oud)",
    ),
    "kring van drie": (
        _drie_in_een_kring,
        "feiten/aanpak_opvolging", 4, "naar", "de opvolging loopt in een kring (derde, nieuw, oud)",
    ),
    "zichzelf": (
        lambda d: d.erbij("feiten/aanpak_opvolging", van="nieuw", naar="nieuw"),
        "feiten/aanpak_opvolging", 3, "naar", "de opvolging loopt in een kring (nieuw)",
    ),
    "over een grens": (
        _over_een_grens,
        "feiten/aanpak_opvolging", 3, "naar",
        "de opvolging gaat van FG0002 naar FG0001, maar die gemeenten zijn niet verbonden",
    ),
}  # fmt: skip


@pytest.mark.parametrize("geval", GEVALLEN.values(), ids=GEVALLEN)
def test_een_fout_in_de_lijn(doos: Doos, geval: Geval) -> None:
    plant(doos, geval)


def test_twee_kringen_zijn_twee_fouten(doos: Doos) -> None:
    doos.erbij("feiten/aanpakken", aanpak_id="p", einde="")
    doos.erbij("feiten/aanpakken", aanpak_id="q", einde="")
    for van, naar in ("pq", "qp", ("nieuw", "oud")):
        doos.erbij("feiten/aanpak_opvolging", van=van, naar=naar)
    assert [(f.regel, f.mis) for f in doos.fouten()] == [
        (4, "de opvolging loopt in een kring (p, q)"),
        (5, "de opvolging loopt in een kring (nieuw, oud)"),
    ]


def test_waar_gemeenten_zijn_samengegaan_mag_de_lijn_over_de_grens(doos: Doos) -> None:
    doos.erbij("feiten/aanpakken", aanpak_id="buur", gemeente_code="FG0003", einde="")
    doos.erbij("feiten/aanpak_opvolging", van="buur", naar="nieuw")
    assert doos.fouten() == []


def test_een_ruit_is_geen_kring(doos: Doos) -> None:
    for naam in ("links", "rechts"):
        doos.erbij("feiten/aanpakken", aanpak_id=naam, begin="", einde="")
        doos.erbij("feiten/aanpak_opvolging", van="oud", naar=naam)
        doos.erbij("feiten/aanpak_opvolging", van=naam, naar="nieuw")
    assert doos.fouten() == []
