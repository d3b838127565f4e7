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
from tests.queries.hulp import ALKMAAR, DEN_HELDER, LEEUWARDEN, ZWOLLE

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
