"""data/controles/rondes.sql: no more gemeenten in an onderzoeksronde than took part in it."""

from __future__ import annotations

from data.fouten import Fout
from tests.data.bouwdoos import Doos

# Of r1 two gemeenten are named (Proefstad and Elders); Proefstad is measured in it, and took over Opgegaan in 2015.


def houd(doos: Doos, *namen: str, aantal: int = 2) -> None:
    """Of r1 it is told, and nothing else is, that these are in it."""
    wie = f'ronde "r1" heeft aantal {aantal}, maar genoemd of gemeten zijn er {len(namen)} ({", ".join(namen)})'
    (fout,) = doos.fouten()
    assert fout == Fout(
        "leveringen/kader/onderzoeksrondes.csv", 2, "aantal_gemeenten", wie,
        f"een aantal van ten minste {len(namen)}, of minder gemeenten in ronde_deelname.csv en bij de metingen van "
        "deze ronde",
    )  # fmt: skip


def _eerst_opgegaan(doos: Doos, *, onderzoek: str) -> None:
    """The aanpak `oud` was that of Opgegaan; Proefstad, no longer named, is looked at for the first time then."""
    doos.weg("kader/ronde_deelname", 2)
    doos.zet("feiten/aanpakken", 3, "gemeente_code", "FG0003")
    for kolom in ("onderzoek_van", "onderzoek_tot"):
        doos.zet("feiten/metingen", 3, kolom, onderzoek)
    doos.zet("feiten/metingen", 3, "peiljaar", onderzoek[:4])


def test_meer_genoemd_dan_er_waren(doos: Doos) -> None:
    doos.zet("kader/onderzoeksrondes", 2, "aantal_gemeenten", "1")
    houd(doos, "Elders", "Proefstad", aantal=1)


def test_wie_is_gemeten_telt_ook(doos: Doos) -> None:
    """Opgegaan is named instead of Proefstad, which was measured in 2013, before it took Opgegaan over."""
    doos.zet("kader/ronde_deelname", 2, "gemeente_code", "FG0003")
    houd(doos, "Elders", "Opgegaan", "Proefstad")


def test_niet_meer_genoemd_dan_er_waren(doos: Doos) -> None:
    assert doos.fouten() == []


def test_na_een_fusie_is_het_dezelfde(doos: Doos) -> None:
    _eerst_opgegaan(doos, onderzoek="2015-02")
    assert doos.fouten() == []


def test_voor_een_fusie_zijn_het_er_twee(doos: Doos) -> None:
    _eerst_opgegaan(doos, onderzoek="2014-12")
    houd(doos, "Elders", "Opgegaan", "Proefstad")


def test_wie_zelf_genoemd_is_telt_ook_na_een_fusie(doos: Doos) -> None:
    _eerst_opgegaan(doos, onderzoek="2015-02")
    doos.erbij("kader/ronde_deelname", gemeente_code="FG0001")
    houd(doos, "Elders", "Opgegaan", "Proefstad")


def test_zonder_kolom_wordt_alleen_die_genoemd(doos: Doos) -> None:
    """Who took over whom is then not known."""
    _eerst_opgegaan(doos, onderzoek="2015-02")
    doos.zonder_kolom("kader/gebiedswijzigingen", "soort")
    assert {(f.bestand, f.kolom) for f in doos.fouten()} == {("leveringen/kader/gebiedswijzigingen.csv", "soort")}
