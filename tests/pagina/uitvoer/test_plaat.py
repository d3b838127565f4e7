"""The status map as SVG and PNG: what is drawn equals the cells, fits, says where it comes from, and stays the same."""

import datetime as dt
import io
import re
import xml.etree.ElementTree as ET
from collections import Counter
from decimal import Decimal
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from PIL import Image

from pagina.beeld.figuren.status import kaartwijzer, statuskaart_tekst
from pagina.beeld.status import STATUS, statusbeeld
from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.vormen import plaat
from pagina.uitvoer.vormen._plaat.blad import blad
from pagina.uitvoer.vormen._plaat.merken import Letters, Vlak
from tests.pagina.figuurdata import alkmaar_leeuwarden, groot, zwolle
from tests.pagina.uitvoer.platen import RAPPORT, figuur, gedrukt, herkomst, kort, png, stuk, svg, vol


def vakken_van(bestand: str) -> Counter[tuple[str, str, int]]:
    """What an SVG shows: indicator, look and place of the column, as read from its shapes."""
    gevonden: list[tuple[str, str, float]] = []
    for naam, vorm in re.findall(r'<g id="kaart1~([^"]*)">\s*<path d="([^"]*)"', bestand):
        delen = naam.split("~")
        if len(delen) == 2:
            gevonden += [(delen[0], delen[1], float(x)) for x in re.findall(r"M ([\d.]+) ", vorm)]
    plekken = {x: nr for nr, x in enumerate(sorted({x for *_, x in gevonden}))}
    return Counter((rij, beeld, plekken[x]) for rij, beeld, x in gevonden)


def verwacht(cellen: pd.DataFrame) -> Counter[tuple[str, str, int]]:
    """The same from the rows: columns in the order of gemeente and name."""
    rijen = [{str(naam): str(waarde) for naam, waarde in rij.items()} for rij in cellen.to_dict("records")]
    beelden = [statusbeeld(rij["status"], verteld=rij["verteld"] == "True") for rij in rijen]
    woorden = [beeld.woord.replace(",", "").replace(" ", "-") for beeld in beelden]
    namen = sorted({(rij["gemeente"], rij["kolom"], rij["kolom_id"]) for rij in rijen})
    plek = {code: nr for nr, (*_, code) in enumerate(namen)}
    return Counter(
        (rij["indicator_id"], woord, plek[rij["kolom_id"]]) for rij, woord in zip(rijen, woorden, strict=True)
    )


@pytest.mark.parametrize(
    "cellen", [alkmaar_leeuwarden(), kort(groot(40, 9)), kort(groot(342, 3))], ids=["3", "40", "342"]
)
def test_wat_getekend_is_zijn_de_cellen(cellen: pd.DataFrame) -> None:
    bestand = svg(stuk(figuur(cellen)))

    assert vakken_van(bestand) == verwacht(cellen)
    wortel = ET.fromstring(bestand)
    assert wortel.get("role") == "img"
    assert wortel.get("lang") == "nl"
    ids = re.findall(r' id="([^"]*)"', bestand)
    assert len(ids) == len(set(ids))


def test_de_png_heeft_in_elk_vak_de_kleur_van_zijn_status() -> None:
    cellen = alkmaar_leeuwarden()
    vel = blad("t", [figuur(cellen)], herkomst())
    beeld = Image.open(io.BytesIO(png(stuk(figuur(cellen), titel="t"))))
    schaal = beeld.width / vel.breedte
    gezien: Counter[str] = Counter()
    for merk in vel.merken:
        if isinstance(merk, Vlak) and merk.naam.count("~") == 2 and "legenda" not in merk.naam:
            for x, y, _, hoog in merk.vakken:
                # of a hatched cell what is between its lines: the colour that is most in its corner
                hoek = [round(maat * schaal) for maat in (x + 1, y + 1, x + 7, y + hoog - 1)]
                punten = np.asarray(beeld.crop((hoek[0], hoek[1], hoek[2], hoek[3]))).reshape(-1, 3)
                ((punt, _),) = Counter(map(bytes, punten)).most_common(1)
                gezien[f"#{punt.hex()}"] += 1

    kleuren = cellen["status"].map(lambda status: STATUS[status].licht.vlak)
    assert gezien == Counter(kleuren)


def test_de_legenda_heeft_precies_wat_voorkomt() -> None:
    regels_ = gedrukt(svg(stuk(figuur(alkmaar_leeuwarden()))))

    woorden = [regel for regel in regels_ if re.search(r"\(\d+\)$", regel)]
    assert woorden == [
        "opgepakt, volgens de gemeente zelf (10)",
        "niet opgepakt (5)",
        "niet beoordeeld (1)",
        "behouden, volgens de gemeente zelf (2)",
    ]
    assert regels_.count("✓◇ verteld") == 10
    assert "geen oordeel in deze selectie" in regels_
    assert "Van de opgepakte: 0 opnieuw getoetst, 10 volgens de gemeente zelf." in regels_


def test_een_volle_kaart_zonder_hertoets() -> None:
    """Zwolle: 11 verbeterpunten and 22 that were fine, nothing re-tested, no empty cell, nothing picked up."""
    regels_ = gedrukt(svg(stuk(figuur(zwolle(), "GGSR casus, 2013 → nog geen hertoets"))))

    woorden = [regel for regel in regels_ if re.search(r"\(\d+\)$", regel)]
    assert woorden == ["nog niet hertoetst (11)", "voldeed, nog niet hertoetst (22)"]
    assert "geen oordeel in deze selectie" not in regels_
    assert not any(regel.startswith("Van de opgepakte") for regel in regels_)
    assert regels_.count("… nog niet") == 11
    assert regels_.count("· voldeed") == 22


def test_de_teksten_staan_in_het_beeld() -> None:
    wat = stuk(figuur(alkmaar_leeuwarden()))
    bestand = svg(wat)
    tekst = " ".join(gedrukt(bestand))

    for deel in (
        "Opvolging van verbeterpunten: GGSR beleid, 2013 → 2014",
        "per aanpak · 3 aanpakken in 2 gemeenten, 10 indicatoren en 16 vakken met een verbeterpunt",
        "Bron: STJ, Helpende Hand in de Wijk, juni 2015.",
        "Selectie. Kader: GGSR beleid; Gemeenten: Alkmaar en Leeuwarden.",
        "datasetversie 0123456789ab, methodeversie 7, bekend tot en met 1 maart 2026, exportnummer "
        + wat.herkomst.exportnummer,
        "De aanpak Doorzettingsmacht voor de regisseur",
    ):
        assert re.sub(r"\W+", "", deel) in re.sub(r"\W+", "", tekst), deel
    assert "FICTIEVE" not in tekst
    assert "openbaar" not in tekst
    assert f'<desc id="plaat-tekst">{wat.onderdelen[0].figuur.tekst}</desc>' in bestand  # type: ignore[union-attr]
    assert "http" not in re.sub(r' (?:xmlns(?::\w+)?|rdf:resource)="[^"]*"|<metadata id="herkomst">.*', "", bestand)


def test_de_periode_staat_erbij_waar_de_titel_haar_niet_noemt() -> None:
    tekst = " ".join(gedrukt(svg(stuk(figuur(alkmaar_leeuwarden(), "Twee gemeenten")))))

    assert "Twee gemeenten 2013 → 2014 · per aanpak · 3 aanpakken" in tekst


def test_fictief_en_niet_openbaar_staan_boven_de_titel() -> None:
    regels_ = gedrukt(svg(stuk(figuur(alkmaar_leeuwarden()), bron=herkomst(fictief=True, niet_openbaar=True))))

    assert regels_[:2] == [
        "Bevat FICTIEVE gegevens; wat daarop rust, zegt niets over de werkelijkheid.",
        "Telt ook gegevens mee die nog niet openbaar zijn.",
    ]


def test_veel_rapporten_worden_een_getal() -> None:
    bron = herkomst(rapporten=(RAPPORT,) * 40)
    assert any(
        regel.startswith("Bronnen: 40 rapporten van STJ;") for regel in gedrukt(svg(stuk(figuur(vol(2, 2)), bron=bron)))
    )


def test_meer_onderdelen_komen_onder_elkaar() -> None:
    een, twee = figuur(alkmaar_leeuwarden()), figuur(zwolle(), "GGSR casus, 2013")
    vel = blad("Twee kaders", [een, twee], herkomst())
    hoogte = {merk.naam: merk.plek[1] for merk in vel.merken if isinstance(merk, Letters) and merk.naam}

    volgorde = [
        "titel",
        "kaart1~titel",
        "kaart1~rij~visie",
        "kaart1~legenda~niet-opgepakt",
        "kaart2~titel",
        "kaart2~rij~i0",
    ]
    assert sorted(volgorde, key=hoogte.__getitem__) == volgorde
    bestand = svg(stuk(een, None, twee))
    assert f"{een.titel}: {een.tekst} {twee.titel}: {twee.tekst}" in bestand


def test_de_herkomst_en_de_cijfers_komen_terug(tmp_path: Path) -> None:
    wat = stuk(figuur(alkmaar_leeuwarden()), bron=herkomst(opdracht="python … --naar '<a>&\"]]>\u2028'"))
    (tmp_path / "a.svg").write_text(svg(wat), encoding="utf-8")
    (tmp_path / "a.png").write_bytes(png(wat))
    for naam in ("a.svg", "a.png"):
        assert plaat.lees_herkomst(tmp_path / naam) == wat.herkomst.als_json()
        teruggelezen = plaat.lees_tabel(tmp_path / naam)
        assert teruggelezen == [
            ["Gemeente", "Aantal", "Dag", "Deel", "Oud"],
            ["<b>&amp;", 6, dt.date(2014, 11, 25), Decimal("0.10"), True],
            [None, 0, None, None, False],
        ]
        assert [type(cel) for cel in teruggelezen[1]] == [str, int, dt.date, Decimal, bool]
    with Image.open(tmp_path / "a.png") as beeld:
        assert beeld.text["Title"] == wat.titel  # type: ignore[attr-defined]
        assert beeld.text["Description"] == statuskaart_tekst(kaartwijzer(alkmaar_leeuwarden()))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "inhoud",
    [
        b"",
        b"\x89PNG\r\n\x1a\n",
        b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffiTXtherkomst\0\0\0nl\0\0{",
        b"<svg/>",
        b'<metadata id="herkomst">[1]</metadata>',
        b"\xff\xfe",
    ],
)
def test_een_vreemd_bestand_zegt_niets(tmp_path: Path, inhoud: bytes) -> None:
    (tmp_path / "b").write_bytes(inhoud)
    assert plaat.lees_herkomst(tmp_path / "b") is None
    assert plaat.lees_tabel(tmp_path / "b") == []


@pytest.mark.parametrize(("kolommen", "rijen"), [(401, 1), (1, 201)])
def test_een_te_grote_kaart_wordt_geweigerd(kolommen: int, rijen: int) -> None:
    with pytest.raises(UitvoerGeweigerd, match=rf"{kolommen} kolom\w+ en {rijen} rij.*Kies minder gemeenten"):
        svg(stuk(figuur(vol(kolommen, rijen))))


@pytest.mark.parametrize("figuren", [(), (None,), ("leeg",)])
def test_zonder_cellen_geen_figuur(figuren: tuple[str | None, ...]) -> None:
    leeg = figuur(alkmaar_leeuwarden().iloc[:0])
    with pytest.raises(UitvoerGeweigerd, match="geen figuur te maken"):
        png(stuk(*(leeg if welke else None for welke in figuren)))


def test_namen_blijven_letter_voor_letter() -> None:
    """No markup, no mathtext, no comment that ends too early, no letter that matplotlib warns about."""
    cellen = alkmaar_leeuwarden()
    cellen.loc[cellen["indicator_id"] == "visie", "kort"] = "$x$"
    cellen.loc[cellen["indicator_id"] == "doelen", "kort"] = "<b>&amp; --> ]]> \\frac"
    cellen.loc[cellen["kolom_id"] == "HH", "kolom"] = "漢\u200bé\x07"
    bestand = svg(stuk(figuur(cellen), titel='"<svg>" & co'))

    regels_ = gedrukt(bestand)
    assert "$x$" in regels_
    assert "�é" in regels_
    label = re.search(r'<g id="kaart1~rij~visie">(.*?)<g id="', bestand, re.DOTALL)
    assert label is not None
    assert label.group(1).count("<use ") == 3
    wortel = ET.fromstring(bestand)
    assert wortel.findtext("{http://www.w3.org/2000/svg}title") == '"<svg>" & co'
    # two dashes would end the comment that matplotlib puts the text in: it takes them apart
    assert "<b>&amp; - -> ]]> \\frac" in regels_
