"""The Bezoekblad as bytes: what stands on it, that it stands alone, and that nothing of the data becomes HTML."""

from __future__ import annotations

import datetime as dt
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from pagina._gemeente import dossier
from pagina._gemeente.blad import blad_van
from pagina.delen.gegevens import Gegevens
from pagina.uitvoer.vormen.bezoekblad import Blad, bezoekblad, bezoekblad_naam
from queries import bron
from tests.pagina.conftest import gebouwd
from tests.queries.hulp import ALKMAAR, DEN_HELDER, LEEUWARDEN, ZWOLLE, schrijf_levering
from tests.queries.schetsen import KADER

VANDAAG = dt.date(2026, 11, 22)


def maak(map_: Path, code: str) -> Blad:
    feiten = Gegevens(bron(map_))
    return blad_van(feiten, dossier.lees(feiten, code, vandaag=VANDAAG))


def gelezen(inhoud: bytes) -> str:
    zonder_stijl = re.sub(r"<style>.*?</style>", "", inhoud.decode("utf-8"), flags=re.DOTALL)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", zonder_stijl)))


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.waarden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.waarden += [waarde or "" for naam, waarde in attrs if naam in {"href", "src", "action"}]


def test_alkmaar_zes_open(geleverd_map: Path) -> None:
    tekst = gelezen(bezoekblad(maak(geleverd_map, ALKMAAR)))
    assert "GGSR beleid: 6 verbeterpunten open" in tekst
    assert tekst.count("Open sinds 2013.") == 6
    assert tekst.count("bezoek 25 november 2014)") == 5
    assert "Laatst gezien in 2013: verbeterpunt (volledige toets). Daarna wel hertoetst, maar niet beoordeeld." in tekst
    assert "Nog steeds niet geregeld, en volgens betrokkenen ook niet nodig" in tekst
    assert "tabel Toeleiding, rij 3, kolom 2014" in tekst
    assert tekst.count("Aanpak: Helpende Hand in de Wijk (juni 2015).") == 1  # one rapport: named once, in the head
    assert "Graft-De Rijp kwam op 1 januari 2015 bij Alkmaar" in tekst
    assert "gesprek met de gemeente en netwerkpartners" in tekst
    assert "gedrukt op 22 november 2026" in tekst
    risico = "Volgens signalen uit de gesprekken kan niet elke professional opschalen."
    assert f"Kans dat opschalen te laat of te snel gebeurt (risico). {risico}" in tekst
    # doorzettingsmacht and niet loslaten, each as it was last seen
    assert tekst.count("In het rapport staat dit onder ‘Toeleiding’, in dit dashboard onder ‘De aanpak’.") == 2


@pytest.mark.parametrize(
    ("code", "zin"),
    [
        ("GM0365", "Graft-De Rijp ging op 1 januari 2015 op in Alkmaar."),
        ("GM0055", "Boarnsterhim gaf op 1 januari 2014 een deel van zijn gebied aan Leeuwarden."),
        (LEEUWARDEN, "Een deel van Boarnsterhim kwam op 1 januari 2014 bij Leeuwarden"),
    ],
)
def test_grenzen_die_veranderden(geleverd_map: Path, code: str, zin: str) -> None:
    assert zin in gelezen(bezoekblad(maak(geleverd_map, code)))


def test_leeuwarden_niets_open(geleverd_map: Path) -> None:
    tekst = gelezen(bezoekblad(maak(geleverd_map, LEEUWARDEN)))
    assert "GGSR beleid: geen verbeterpunt open" in tekst
    assert "2014, Sociale Wijkteams (mondelinge rapportage door de gemeente): De gemeente vertelde" in tekst
    assert "Acht wijkteams met ruim honderd medewerkers (toezegging)." in tekst


def test_zwolle_en_den_helder(geleverd_map: Path) -> None:
    zwolle = gelezen(bezoekblad(maak(geleverd_map, ZWOLLE)))
    assert "GGSR casus: 11 verbeterpunten open" in zwolle
    assert "Actiepunten die niet zijn afgerond: zeven" in zwolle
    voorbij = "Opvolging aangekondigd voor juni 2015 tot en met augustus 2015 (termijn voorbij)."
    assert zwolle.count(f"Voor: gemeente Zwolle en netwerkpartners. {voorbij}") == 7
    helder = gelezen(bezoekblad(maak(geleverd_map, DEN_HELDER)))
    assert "Het rapport drukt geen oordeel per indicator af; zie de actiepunten." in helder
    assert "Actiepunten die niet zijn afgerond: vier" in helder
    assert "Gemeente maakt een verbeter- en ontwikkelplan (toezegging)." in helder
    assert "4 cliënten en 11 mensen van netwerkpartners" in helder


#: Oud (2019) has two verbeterpunten; its successor Nieuw (2020) shows the second. Samen took over from both others, and
#: shows nothing itself; Elders, of another gemeente, took over part of them.
ERFENIS = KADER | {
    "gebiedswijzigingen": "van|naar|datum|soort\nFG0002|FG0003|2021-01-01|deel_naar",
    "aanpakken": """
        aanpak_id|gemeente_code|aanpak
        oud|FG0001|Oud
        nieuw|FG0001|Nieuw
        noord|FG0002|Noord
        zuid|FG0002|Zuid
        samen|FG0002|Samen
        elders|FG0003|Elders
    """,
    "aanpak_opvolging": "van|naar\noud|nieuw\nnoord|samen\nzuid|samen\nsamen|elders",
    "metingen": """
        meting_id|aanpak_id|editie_id|peiljaar|bezoek_op|dekking|bewijs|basis
        m-oud|oud|ed|2019|2019-06-01|heel_kader|casusonderzoek|DRIE GEZINNEN
        m-nieuw|nieuw|ed|2020|2020-06-01|heel_kader|hertoets_verbeterpunten|TWINTIG DOSSIERS
        m-noord|noord|ed|2018|2018-06-01|heel_kader|volledige_toets|GESPREKKEN IN NOORD
        m-zuid|zuid|ed|2019|2019-06-01|heel_kader|volledige_toets|GESPREKKEN IN ZUID
    """,
    "meting_rapport": "meting_id|rapport_id\nm-oud|r1\nm-nieuw|r1\nm-noord|r1\nm-zuid|r1",
    "oordelen": """
        meting_id|indicator_id|rapport_id|uitkomst|teken_gedrukt
        m-oud|b1|r1|verbeterpunt|X
        m-oud|b2|r1|verbeterpunt|X
        m-nieuw|b2|r1|verbeterpunt|X
        m-noord|b1|r1|verbeterpunt|X
        m-zuid|b1|r1|voldoet|✓
    """,
}


@pytest.fixture(scope="module")
def erfenis_map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the database of aanpakken that inherit what is open."""
    return gebouwd(tmp_path_factory.mktemp("db"), schrijf_levering(tmp_path_factory.mktemp("erfenis"), ERFENIS))


def rust_op(map_: Path, code: str) -> list[str]:
    """The list under ‘Waarop dit rust’."""
    (deel,) = re.findall(r"<h3>Waarop dit rust</h3><ul>(.*?)</ul>", bezoekblad(maak(map_, code)).decode())
    return [unescape(regel) for regel in re.findall("<li>(.*?)</li>", deel)]


def test_waarop_een_geerfd_punt_rust(erfenis_map: Path) -> None:
    """The first verbeterpunt of Nieuw was seen at Oud only."""
    assert rust_op(erfenis_map, "FG0001") == [
        "2019, Oud (onderzoek van gezinnen (casussen)): DRIE GEZINNEN",
        "2020, Nieuw (hertoets van de verbeterpunten): TWINTIG DOSSIERS",
    ]


def test_waarop_rust_wat_twee_voorgangers_samen_zeggen(erfenis_map: Path) -> None:
    """X of Noord and ✓ of Zuid are gemengd at Elders; both are in another gemeente."""
    tekst = gelezen(bezoekblad(maak(erfenis_map, "FG0003")))
    assert "1 verbeterpunt open" in tekst
    assert rust_op(erfenis_map, "FG0003") == [
        "2018, Noord (Twee) (volledige toets): GESPREKKEN IN NOORD",
        "2019, Zuid (Twee) (volledige toets): GESPREKKEN IN ZUID",
    ]


@pytest.mark.parametrize("code", [ALKMAAR, LEEUWARDEN, ZWOLLE, DEN_HELDER])
def test_elke_bevinding_staat_met_haar_tekst_op_het_blad(geleverd_map: Path, code: str) -> None:
    blad = maak(geleverd_map, code)
    tekst = gelezen(bezoekblad(blad))
    assert blad.bevindingen
    assert [b["titel"] for b in blad.bevindingen if f"{b['titel']} " not in tekst or b["tekst"] not in tekst] == []


def test_het_bestand_staat_op_zichzelf(geleverd_map: Path) -> None:
    inhoud = bezoekblad(maak(geleverd_map, ZWOLLE))
    assert inhoud == bezoekblad(maak(geleverd_map, ZWOLLE))
    lezer = _Tags()
    lezer.feed(inhoud.decode("utf-8"))
    assert not {"script", "link", "img", "iframe", "form", "object"} & set(lezer.tags)
    assert not lezer.waarden
    assert b"url(" not in inhoud
    assert b"@import" not in inhoud
    assert inhoud.startswith(b'<!doctype html>\n<html lang="nl">')
    assert b"<title>Bezoekblad Zwolle</title>" in inhoud
    assert bezoekblad_naam(maak(geleverd_map, DEN_HELDER)).startswith("bezoekblad-den-helder-gm0400_")


def test_tekst_blijft_tekst_en_fictief_staat_erop(fictieve_map: Path) -> None:
    blad = maak(fictieve_map, "FG0001")
    eng = "</p><script>alert(1)</script> <b>vet</b> **ster**"
    regel = {**blad.stand[0], "open": True, "sinds": 2013, "toelichting": eng, "kort": eng, "aanpak": eng}
    punt = {
        "soort": "aanbeveling", "stand": "gemeld", "titel": eng, "tekst": eng, "voor_wie": eng, "rapport": eng,
        "vindplaats": eng, "pagina": 3, "gepubliceerd": "2020",
        "opvolging_verwacht_van": None, "opvolging_verwacht_tot": None,
        "uiterste_dag": None, "gemeld_in": "r2", "gemeld_rapport": eng, "gemeld_op": "2021-05",
    }  # fmt: skip
    inhoud = bezoekblad(Blad(**{**vars(blad), "gemeente": eng, "stand": [regel], "bevindingen": [punt]}))
    lezer = _Tags()
    lezer.feed(inhoud.decode("utf-8"))
    assert not {"script", "b"} & set(lezer.tags)
    assert "<script>alert(1)</script> <b>vet</b> **ster**" in unescape(inhoud.decode("utf-8"))
    assert "Let op: deze cijfers zijn fictief." in gelezen(inhoud)
    assert "gedaan volgens de gemeente, niet getoetst" in gelezen(inhoud)


@pytest.mark.parametrize("code", [ALKMAAR, LEEUWARDEN, ZWOLLE, DEN_HELDER])
def test_niets_engels_of_leegs(geleverd_map: Path, code: str) -> None:
    tekst = gelezen(bezoekblad(maak(geleverd_map, code)))
    assert not re.search(r"\b(None|nan|NaT|null|True|False)\b", tekst)
