"""The page Agenda: what is open, since when, who should act, and what is overdue on a chosen day."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pandas as pd
import pytest

from pagina._agenda import zinnen as woorden
from pagina._agenda.lijst import per_gemeente
from pagina.delen import klok
from tests.pagina.conftest import Open, alles, gebouwd, html_tekst, met_namen, waarden
from tests.queries.hulp import schrijf_levering
from tests.queries.test_agenda import SCHETS
from tests.queries.test_open_nu import SAMENGEGAAN

VANDAAG = "2026-11-22"


@pytest.fixture(scope="module")
def schets_map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the database of the sketch with every stand of an actiepunt."""
    levering = schrijf_levering(tmp_path_factory.mktemp("agenda"), SCHETS)
    return gebouwd(tmp_path_factory.mktemp("agenda-database"), levering)


def _lijst(bekijk_pagina: Open, peildatum: str = VANDAAG, **link: str) -> pd.DataFrame:
    return met_namen(bekijk_pagina("agenda", peildatum=peildatum, **link).dataframe[-1].value)


def test_het_antwoord_op_22_november_2026(bekijk_pagina: Open) -> None:
    zinnen = waarden(bekijk_pagina("agenda", peildatum=VANDAAG).markdown)
    assert zinnen[0] == "Wat staat nog open, sinds wanneer, wie is aan zet, en wat is over tijd?"
    assert zinnen[1] == "Gezien vanaf **22 november 2026** staat op de agenda:"
    beleid, casus, acties = zinnen[2].splitlines()
    assert beleid == (
        "- **GGSR beleid**: zes open verbeterpunten (Alkmaar). Het langst open: sinds 2013. "
        "Opvolging: zes zonder aangekondigde datum."
    )
    assert casus == (
        "- **GGSR casus**: elf open verbeterpunten (Zwolle). Het langst open: sinds 2013. Opvolging: negen over tijd "
        "en twee zonder aangekondigde datum; het langst 11 jaar en 2 maanden (aangekondigd: juni tot en met augustus "
        "2015)."
    )
    assert acties == (
        "- **Actiepunten**: elf open (Den Helder en Zwolle). Door de gemeente gemeld als opgepakt: geen. Het langst "
        "open: sinds september 2014 (Zwolle). Opvolging: elf over tijd; het langst 11 jaar en 2 maanden (aangekondigd: "
        "juni tot en met augustus 2015)."
    )


def test_de_lijst_zegt_waaruit_een_termijn_volgt(bekijk_pagina: Open) -> None:
    lijst = _lijst(bekijk_pagina, soort="verbeterpunt", gemeente="Zwolle")
    gevonden = lijst.groupby(["Termijn", "Herkomst van de termijn"]).size().to_dict()
    assert gevonden == {
        ("over tijd", "volgt uit een aanbeveling over dezelfde indicator"): 9,
        ("geen datum aangekondigd", ""): 2,
    }
    # an actiepunt has a time of its own
    assert set(_lijst(bekijk_pagina, soort="actiepunt")["Herkomst van de termijn"]) == {""}


def test_in_maart_2018_is_den_helder_nog_niet_over_tijd(bekijk_pagina: Open) -> None:
    acties = waarden(bekijk_pagina("agenda", peildatum="2018-03-01").markdown)[2].splitlines()[-1]
    assert "Opvolging: zeven over tijd en vier nog niet over tijd; het langst 2 jaar en 6 maanden" in acties
    over = _lijst(bekijk_pagina, peildatum="2018-03-01", termijn="over tijd", soort="actiepunt")
    assert set(over["Gemeente"]) == {"Zwolle"}
    assert len(over) == 7


def test_een_peildatum_voor_alle_rapporten(bekijk_pagina: Open) -> None:
    app = bekijk_pagina("agenda", peildatum="2013-01-01")
    assert waarden(app.info) == [
        "Tot en met 1 januari 2013 is hier niets vastgesteld dat nu nog open staat. Kies een latere peildatum."
    ]
    assert (
        "Pas na 1 januari 2013 vastgesteld, en daarom weggelaten, zijn: zes verbeterpunten van GGSR beleid, elf "
        "verbeterpunten van GGSR casus en elf actiepunten."
    ) in waarden(app.markdown)
    assert not app.dataframe


def test_de_lijst_zegt_wie_aan_zet_is_en_loopt_van_lang_naar_kort(bekijk_pagina: Open) -> None:
    lijst = _lijst(bekijk_pagina)
    assert lijst["Leeftijd telt vanaf"].is_monotonic_increasing
    assert lijst.groupby(["Soort", "Gemeente"], sort=False).size().to_dict() == {
        ("verbeterpunt", "Alkmaar"): 6,
        ("verbeterpunt", "Zwolle"): 11,
        ("actiepunt", "Zwolle"): 7,
        ("actiepunt", "Den Helder"): 4,
    }
    assert set(lijst[lijst["Gemeente"] == "Alkmaar"]["Wie is aan zet"]) == {
        "gemeente Alkmaar, aanpak Helpende Hand in de Wijk"
    }
    helder = lijst[lijst["Gemeente"] == "Den Helder"]
    assert "gemeente Den Helder en netwerkpartners" in set(helder["Wie is aan zet"])
    assert set(helder["Opvolging aangekondigd voor"]) == {"januari tot en met juni 2018"}
    assert set(helder["Opvolging uiterlijk"].dt.date) == {dt.date(2018, 6, 30)}


def test_wie_is_aan_zet_per_gemeente(bekijk_pagina: Open) -> None:
    gelezen = html_tekst(bekijk_pagina("agenda", peildatum=VANDAAG)).splitlines()
    begin = gelezen.index("Alkmaar")
    # no date was announced for Alkmaar: not 0 overdue, but nothing to say
    assert gelezen[begin : begin + 7] == [
        "Alkmaar", "GGSR beleid", "6", "2013", "niet te zeggen", "6", "geen datum aangekondigd",
    ]  # fmt: skip
    begin = gelezen.index("Den Helder")
    assert gelezen[begin : begin + 7] == ["Den Helder", "actiepunten", "4", "2017", "4", "0", "30 juni 2018"]


def test_gemeld_staat_apart_en_gesloten_alleen_op_verzoek(bekijk_pagina: Open, schets_map: Path) -> None:
    app = bekijk_pagina("agenda", map_=schets_map, peildatum="2021-04-01")
    kader, acties = waarden(app.markdown)[2].splitlines()
    assert kader == (
        "- **Verzonnen kader**: twee open verbeterpunten en één open verbeterpunt van een aanpak die is gestopt (Een). "
        "Het langst open: sinds 2013. Opvolging: één over tijd en twee zonder aangekondigde datum; het langst minder "
        "dan een maand (aangekondigd: januari tot en met maart 2021)."
    )
    assert acties == (
        "- **Actiepunten**: twee open en één gemeld als opgepakt door de gemeente zelf, niet getoetst (Een). Het "
        "langst open: sinds 2020. Opvolging: één over tijd, één aangekondigd zonder einddatum en één zonder "
        "aangekondigde datum; het langst minder dan een maand (aangekondigd: januari tot en met maart 2021)."
    )
    assert (
        "Twee actiepunten zijn opgepakt of vervallen en staan hier niet bij; kies bij ‘Stand’ om ze te zien."
        in waarden(app.markdown)
    )
    (lijst,) = (tabel.value for tabel in app.dataframe)
    assert set(lijst["Stand"]) == {"open", "open, aanpak gestopt", "gemeld door de gemeente"}
    gesloten = bekijk_pagina("agenda", map_=schets_map, peildatum="2021-04-01", stand=["opgepakt", "vervallen"])
    assert sorted(gesloten.dataframe[0].value["Stand"]) == ["opgepakt", "vervallen"]
    assert "staan hier niet bij" not in alles(gesloten)


def test_een_onbekende_stand_telt_niet_als_open(open_pagina: Open, tmp_path: Path) -> None:
    map_ = gebouwd(tmp_path / "db", schrijf_levering(tmp_path, SAMENGEGAAN))
    app = open_pagina("agenda", map_=map_, peildatum="2020-01-01")
    (kader,) = waarden(app.markdown)[2].splitlines()
    assert kader.startswith(
        "- **Verzonnen kader**: twee open verbeterpunten en één indicator waarvan de stand onbekend is (Een)."
    )
    (lijst,) = (tabel.value for tabel in app.dataframe)
    assert lijst["Stand"].tolist() == ["open", "open", "stand onbekend"]
    assert lijst["Jaren open"].isna().tolist() == [False, False, True]


@pytest.mark.parametrize(
    "waarde", ["onzin", "1500-01-01", "2018-02-30", "01-03-2018", "2018", "20180301", "2018-W09-4"]
)
def test_een_verkeerde_peildatum_wordt_genoemd_en_telt_niet(bekijk_pagina: Open, waarde: str) -> None:
    app = bekijk_pagina("agenda", peildatum=waarde)
    assert waarden(app.warning) == [GEEN_DAG.format(f"‘{waarde}’")]
    assert app.date_input(key="peildatum").value == klok.vandaag()


@pytest.mark.parametrize(
    ("link", "telt", "telt_niet"),
    [
        (["2018-03-01", "2018-03-01", ""], dt.date(2018, 3, 1), None),
        (["2018-03-01", "2019-03-01"], dt.date(2018, 3, 1), "‘2019-03-01’"),
        (["onzin", "2018-03-01"], None, "‘onzin’ en ‘2018-03-01’"),
        (["2018-03-01", "onzin"], None, "‘2018-03-01’ en ‘onzin’"),
        # the widget takes these: to say that they do not count would not be so
        (["2018/03/01"], dt.date(2018, 3, 1), None),
        (["2018-3-1"], dt.date(2018, 3, 1), None),
    ],
)
def test_van_meer_dagen_in_een_link_wordt_genoemd_wat_niet_telt(
    bekijk_pagina: Open, link: list[str], telt: dt.date | None, telt_niet: str | None
) -> None:
    app = bekijk_pagina("agenda", peildatum=link)
    assert app.date_input(key="peildatum").value == (telt or klok.vandaag())
    assert waarden(app.warning) == ([GEEN_DAG.format(telt_niet)] if telt_niet else [])


GEEN_DAG = (
    "De keuze {} in de link voor ‘Peildatum’ telt niet mee. Kies één dag van 1900 tot en met 2099, geschreven als "
    "2018-03-01."
)


def test_zonder_rapporten_is_er_niets_bekend(bekijk_pagina: Open, lege_map: Path) -> None:
    app = bekijk_pagina("agenda", map_=lege_map)
    assert waarden(app.info) == [
        "Er zijn nog geen rapporten in deze verzameling. Of er iets open staat, is dus niet bekend."
    ]


def test_een_leeg_antwoord_noemt_het_filter_en_wat_niet_bekend_is(bekijk_pagina: Open) -> None:
    assert waarden(bekijk_pagina("agenda", gemeente="Leeuwarden").info) == [
        "Niets op de agenda voldoet aan de gekozen filters (gemeente: Leeuwarden). Wis een of meer filters om meer te "
        "zien."
    ]
    onbekend = "Van Groningen staat geen rapport in deze verzameling. Of daar iets open staat, is niet bekend."
    assert onbekend in waarden(bekijk_pagina("agenda", gemeente="Groningen").info)
    assert onbekend in waarden(bekijk_pagina("agenda", gemeente=["Alkmaar", "Groningen"]).info)


def test_toezegging_met_een_datum(bekijk_pagina: Open) -> None:
    gelezen = html_tekst(bekijk_pagina("agenda", peildatum="2018-03-01"))
    assert "Gemeente maakt een verbeter- en ontwikkelplan" in gelezen
    assert "datum nog niet voorbij" in gelezen


@pytest.mark.parametrize(
    ("van", "tot", "verwacht"),
    [
        ("2015-06", "2015-08", "juni tot en met augustus 2015"),
        ("2010-10", "2011-10", "oktober 2010 tot en met oktober 2011"),
        ("2018", "2018", "2018"),
        (None, "2018-06", "tot en met juni 2018"),
        ("2018-01", None, "vanaf januari 2018"),
        (None, None, ""),
    ],
)
def test_aankondiging_in_woorden(van: str | None, tot: str | None, verwacht: str) -> None:
    assert woorden.aangekondigd(van, tot) == verwacht


def test_aan_zet_na_een_herindeling() -> None:
    basis = {"gemeente": "Een", "gemeente_nu": "Drie", "aanpak": "A", "leeft": True, "voor_wie": None}
    assert woorden.aan_zet({**basis, "soort": "verbeterpunt"}) == "gemeente Een (nu Drie), aanpak A"
    gestopt = {**basis, "soort": "verbeterpunt", "gemeente_nu": None, "leeft": False}
    assert woorden.aan_zet(gestopt) == "gemeente Een, aanpak A; deze aanpak is gestopt"
    assert woorden.aan_zet({**basis, "soort": "actiepunt"}) == "niet genoemd in het rapport (nu Drie)"


@pytest.mark.parametrize(
    ("maanden", "tekst"), [(0, "minder dan een maand"), (1, "1 maand"), (24, "2 jaar"), (30, "2 jaar en 6 maanden")]
)
def test_duur(maanden: int, tekst: str) -> None:
    assert woorden.duur(maanden) == tekst


def test_per_gemeente_van_niets() -> None:
    kolommen = [
        "gemeente_code",
        "gemeente",
        "soort",
        "kader",
        "stand",
        "termijn",
        "gesloten",
        "gemeld",
        "sinds",
        "vanaf",
    ]
    leeg = pd.DataFrame({naam: pd.Series(dtype="object") for naam in [*kolommen, "uiterlijk"]})
    assert per_gemeente(leeg.astype({"gesloten": bool, "gemeld": bool})).empty
