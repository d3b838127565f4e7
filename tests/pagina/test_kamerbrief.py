"""The page Kamerbrief: what it says of known selections, where it leads, and that its files are those of uitvoer."""

from __future__ import annotations

import csv
import io
import re
import sys
import tempfile
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import parse_qs, urlsplit

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from pagina._kamerbrief import bestanden, controle, tekst, werkplaats
from pagina._kamerbrief.werkplaats import BEWAARD, Werkplaats
from pagina.uitvoer import in_kind
from pagina.uitvoer.brief.keuze import Keuze
from pagina.uitvoer.brief.samenstellen import stel_samen
from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.inhoud.stuk import Onderdeel, Stuk
from pagina.uitvoer.vormen import formaten
from queries import bron
from tests.pagina.conftest import Open, alles, gezond, html_tekst, kaarten, waarden

pytestmark = pytest.mark.usefixtures("onthouden")


def brief(app: AppTest) -> list[str]:
    """The paragraphs of the letter."""
    html = [str(deel.proto.body) for deel in app.get("html")]
    return [unescape(zin) for deel in html if "vp-brief" in deel for zin in re.findall(r"<p>(.*?)</p>", deel)]


def tabel(app: AppTest) -> list[list[str]]:
    """The rows of the table that is read as text, its heads first."""
    (deel,) = [str(deel.proto.body) for deel in app.get("html") if "vp-tabel" in str(deel.proto.body)]
    rijen = re.findall(r"<tr>(.*?)</tr>", deel)
    cellen = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", rij) for rij in rijen]
    return [[unescape(re.sub(r"<[^>]+>", "", cel)) for cel in rij] for rij in cellen]


def wegen(app: AppTest, woord: str) -> list[tuple[str, dict[str, list[str]]]]:
    """Page and choices of the links with these words."""
    ruw = [
        unescape(weg)
        for deel in app.get("html")
        for weg, tekst in re.findall(r'<a href="([^"]+)">(.*?)</a>', str(deel.proto.body))
        if tekst == woord
    ]
    return [(urlsplit(weg).path, parse_qs(urlsplit(weg).query)) for weg in ruw]


def link(app: AppTest) -> dict[str, list[str]]:
    """The choices in the link to these very figures."""
    ((_, keuze),) = wegen(app, "Deze cijfers, ook als er later iets verandert")
    return keuze


# --- what it says -----------------------------------------------------------------------------------------------------


def test_het_bekende_antwoord_van_ggsr_beleid(open_pagina: Open) -> None:
    app = open_pagina("kamerbrief")
    tekst = " ".join(brief(app))
    for deel in (
        "twee van de 21 gemeenten",
        "zestien verbeterpunten",
        "van één is de stand onbekend",
        "67%",
        "10 van 15",
        "63%",
        "10 van 16",
    ):
        assert deel in tekst
    koppen, *rijen = tabel(app)
    per_naam = {rij[0]: dict(zip(koppen, rij, strict=True)) for rij in rijen}
    wat = ("Verbeterpunten vastgesteld", "Later beoordeeld", "Opgepakt", "Niet opgepakt", "% van beoordeeld")
    assert [per_naam["Totaal"][kop] for kop in wat] == ["16", "15", "10", "5", "67%"]
    assert [per_naam["Alkmaar"][kop] for kop in wat] == ["6", "5", "0", "5", "0%"]
    assert [per_naam["Leeuwarden"][kop] for kop in wat] == ["10", "10", "10", "0", "100%"]
    eerste, *koppen = waarden(app.header)
    assert all(woord in eerste for woord in ("GGSR beleid", "2013", "2014"))
    assert koppen == [
        "Tabel",
        "Figuur",
        "Wat u hieruit niet kunt concluderen",
        "Bestanden",
        "Bronnen",
        "Herkomst",
    ]
    assert len(kaarten(app)) == 1
    # what the reader did not choose stands in the link too
    gedrukt = link(app)
    assert {naam: gedrukt[naam] for naam in ("kader", "periode", "eenheid", "telwijze", "tabel")} == {
        "kader": ["GGSR beleid"],
        "periode": ["2013 → 2014"],
        "eenheid": ["per aanpak"],
        "telwijze": ["stappen"],
        "tabel": ["per gemeente"],
    }


def test_niets_hertoetst_is_geen_nul_procent(open_pagina: Open) -> None:
    app = open_pagina("kamerbrief", kader="GGSR casus")
    tekst = " ".join(brief(app))
    assert "elf verbeterpunten" in tekst
    assert "geen van de elf punten" in tekst.lower()
    assert "onbekend" in tekst
    assert "%" not in tekst
    koppen, *rijen = tabel(app)
    assert {rij[koppen.index("% van beoordeeld")] for rij in rijen} == {""}
    assert {rij[koppen.index("% van vastgesteld")] for rij in rijen} == {""}


def test_twee_kaders_staan_naast_elkaar_zonder_som(open_pagina: Open) -> None:
    app = open_pagina("kamerbrief", kader=["GGSR beleid", "GGSR casus"])
    assert [kop.partition(",")[0] for kop in waarden(app.header)][:3] == ["GGSR beleid", "GGSR casus", "Tabel"]
    rijen = tabel(app)
    aantal = rijen[0].index("Verbeterpunten vastgesteld")
    # of one gemeente its row is the total
    per_kader = {kader: [rij for rij in rijen if rij[0] == kader] for kader in ("GGSR beleid", "GGSR casus")}
    assert {kader: eigen[-1][aantal] for kader, eigen in per_kader.items()} == {"GGSR beleid": "16", "GGSR casus": "11"}
    assert "27" not in {rij[aantal] for rij in rijen}
    assert "zevenentwintig" not in alles(app)
    assert len(kaarten(app)) == 2


def test_een_lege_keuze_zegt_dat_en_heeft_geen_figuur(open_pagina: Open) -> None:
    app = open_pagina("kamerbrief", gemeente="Leeuwarden", thema="Toeleiding")
    assert "geen oordeel" in brief(app)[0]
    assert "niet hetzelfde als nul" in brief(app)[0]
    assert "De tabel is leeg: bij deze keuze hoort geen enkele rij." in waarden(app.info)
    assert not kaarten(app)
    knoppen = [knop.proto.label for knop in app.get("download_button")]
    assert knoppen == [formaten.FORMATEN[naam].woord for naam in ("ods", "csv", "docx", "xlsx")]
    assert "Figuur als SVG is er niet: bij deze keuze hoort geen enkel oordeel." in html_tekst(app)


def test_zonder_kader_is_er_geen_brief(open_pagina: Open, lege_map: Path) -> None:
    app = open_pagina("kamerbrief")
    gezond(app.multiselect(key="kader").set_value([]).run())
    assert waarden(app.info) == ["Kies minstens één kader. Kaders worden nooit bij elkaar opgeteld."]
    assert not brief(app)
    leeg = open_pagina("kamerbrief", map_=lege_map)
    assert waarden(leeg.info) == ["Er zijn nog geen oordelen in deze verzameling, dus ook geen cijfers."]


def test_veel_rijen_komen_in_een_blad(open_pagina: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    # 16 verbeterpunten and two indicatoren that stayed voldoende
    monkeypatch.setattr("pagina._kamerbrief.tabel.LEESBAAR", 2)
    monkeypatch.setattr("pagina._kamerbrief.tabel.HOOGSTENS", 10)
    app = open_pagina("kamerbrief", tabel="elk oordeel apart")
    (blad,) = app.dataframe
    assert len(blad.value) == 10
    assert str(blad.value["Jaar van"].dtype) == "Int64"
    assert "Hier staan de eerste 10 van 18 rijen; de bestanden hieronder bevatten ze alle." in waarden(app.markdown)


# --- links ------------------------------------------------------------------------------------------------------------

#: Every choice that the page has, none of them the one it opens with.
KEUZE = {
    "kader": ["GGSR beleid"],
    "periode": ["2013 → 2014"],
    "thema": ["Samenwerking", "De aanpak"],
    "onderwerp": ["Doorzettingsmacht en opschaling"],
    "gemeente": ["Leeuwarden"],
    "provincie": ["Fryslân"],
    "bewijs": ["mondelinge rapportage door de gemeente"],
    "eenheid": ["per gemeente"],
    "telwijze": ["verloop"],
    "tabel": ["per indicator"],
}


def test_de_link_noemt_elke_keuze_en_geeft_dezelfde_brief(open_pagina: Open) -> None:
    app = open_pagina("kamerbrief", **KEUZE)
    gedrukt = link(app)
    versie, methode = gedrukt.pop("versie"), gedrukt.pop("methode")
    assert {naam: sorted(keuze) for naam, keuze in gedrukt.items()} == {
        naam: sorted(keuze) for naam, keuze in KEUZE.items()
    }
    opnieuw = open_pagina("kamerbrief", **gedrukt, versie=versie, methode=methode)
    assert brief(opnieuw) == brief(app)
    assert tabel(opnieuw) == tabel(app)
    assert link(opnieuw) == link(app)


def test_van_opvolging_naar_de_brief_en_terug(open_pagina: Open) -> None:
    keuze = {naam: woorden for naam, woorden in KEUZE.items() if naam != "tabel"}
    opvolging = open_pagina("opvolging", **(keuze | {"status": ["opgepakt"]}))
    ((pad, heen),) = wegen(opvolging, "Naar Kamerbrief")
    assert (pad, heen) == ("kamerbrief", keuze)
    app = open_pagina("kamerbrief", **heen)
    ((pad, terug),) = wegen(app, "Bekijk de oordelen achter deze cijfers bij Opvolging")
    assert (pad, terug) == ("opvolging", keuze)


def test_gemeente_en_onderwerp_leiden_naar_de_brief(open_pagina: Open) -> None:
    heen = wegen(open_pagina("gemeente", gemeente="Leeuwarden"), "Naar Kamerbrief")
    assert heen == [("kamerbrief", {"kader": ["GGSR beleid"], "gemeente": ["Leeuwarden"], "periode": ["2013 → 2014"]})]
    onderwerp = "Doorzettingsmacht en opschaling"
    assert (
        "kamerbrief",
        {"kader": ["GGSR beleid"], "periode": ["2013 → 2014"], "onderwerp": [onderwerp]},
    ) in wegen(open_pagina("onderwerp", onderwerp=onderwerp), "Kamerbrief over GGSR beleid")


def test_een_onbekende_waarde_wordt_genoemd(open_pagina: Open) -> None:
    app = open_pagina("kamerbrief", kader="Atlantis", tabel="Atlantis")
    for naam in ("Kader", "Tabel"):
        zin = f"De keuze ‘Atlantis’ in de link voor ‘{naam}’ staat niet in de lijst en telt niet mee."
        assert zin in waarden(app.warning)
    assert "zestien verbeterpunten" in brief(app)[0]


# --- files ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def knoppen(monkeypatch: pytest.MonkeyPatch) -> dict[str, tuple[str, Callable[[], bytes]]]:
    """What the download buttons of a page give: label to file name and what makes the bytes."""
    gezien: dict[str, tuple[str, Callable[[], bytes]]] = {}
    echt = st.delta_generator.DeltaGenerator.download_button

    def vang(plek: Any, label: str, data: Any, **rest: Any) -> Any:  # noqa: ANN401 - stands in for Streamlit's own
        gezien[label] = (rest["file_name"], data)
        return echt(plek, label, data, **rest)

    monkeypatch.setattr(st.delta_generator.DeltaGenerator, "download_button", vang)
    monkeypatch.setattr(st, "download_button", lambda *a, **k: vang(st._main, *a, **k))
    return gezien


@pytest.fixture(scope="module")
def beleid(geleverd_map: Path) -> Stuk:
    """The letter that the page opens with."""
    return stel_samen(bron(geleverd_map), Keuze(("ggsr-beleid",)), adres="")


def geschreven(stuk: Stuk, formaat: str) -> bytes:
    naar = io.BytesIO()
    formaten.schrijf(stuk, formaat, naar)
    return naar.getvalue()


def test_een_knop_geeft_het_bestand_van_uitvoer(
    open_pagina: Open, beleid: Stuk, knoppen: dict[str, tuple[str, Callable[[], bytes]]]
) -> None:
    open_pagina("kamerbrief")
    assert list(knoppen) == [vorm.woord for vorm in formaten.FORMATEN.values()]
    for naam in ("ods", "csv-rfc4180"):
        bestandsnaam, maak = knoppen[formaten.FORMATEN[naam].woord]
        assert bestandsnaam == formaten.bestandsnaam(beleid, naam)
        assert maak() == geschreven(beleid, naam)


def test_een_groot_bestand_wordt_eerst_gemaakt(
    open_pagina: Open,
    beleid: Stuk,
    knoppen: dict[str, tuple[str, Callable[[], bytes]]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bestanden, "METEEN", 2)
    app = open_pagina("kamerbrief")
    assert not knoppen
    woord = formaten.FORMATEN["csv-rfc4180"].woord
    gezond(app.button(key="maak-csv-rfc4180").click().run())
    ((label, (naam, haal)),) = knoppen.items()
    inhoud = geschreven(beleid, "csv-rfc4180")
    assert haal() == inhoud
    assert naam == formaten.bestandsnaam(beleid, "csv-rfc4180")
    assert label == f"{woord} · {bestanden.grootte(len(inhoud))}"
    # the next reader finds it ready
    knoppen.clear()
    open_pagina("kamerbrief")
    assert list(knoppen) == [label]
    # who clicks after so many others had theirs made gets it all the same; where it cannot be made, the click says so
    for nr in range(BEWAARD):
        werkplaats.maak((str(nr), "ods"), _ander)
    assert haal() == inhoud
    monkeypatch.setattr(bestanden, "schrijf", _weiger)
    with pytest.raises(UitvoerGeweigerd):
        haal()


def _ander(naar: BinaryIO) -> None:
    naar.write(b"ander")


def _weiger(*_: object, **__: object) -> None:
    raise UitvoerGeweigerd("Dat gaat niet.")


def test_een_weigering_is_een_zin(open_pagina: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bestanden, "METEEN", 0)
    app = open_pagina("kamerbrief", gemeente="Alkmaar")
    monkeypatch.setattr(bestanden, "schrijf", _weiger)
    gezond(app.button(key="maak-xlsx").click().run())
    assert waarden(app.error) == ["Dat gaat niet."]
    monkeypatch.setattr("pagina._kamerbrief.stuk.stel_samen", _weiger)
    st.cache_resource.clear()
    app = open_pagina("kamerbrief", gemeente="Alkmaar")
    assert "Dat gaat niet." in waarden(app.warning)
    assert not brief(app)


def test_een_formaat_dat_niet_kan_zegt_dat_vooraf(open_pagina: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    klein = {**formaten.FORMATEN, "docx": formaten.Formaat("DOCX (Word)", ".docx", "x", "docx:schrijf", hoogstens=2)}
    monkeypatch.setattr(formaten, "FORMATEN", klein)
    app = open_pagina("kamerbrief")
    assert "DOCX (Word)" not in [knop.proto.label for knop in app.get("download_button")]
    assert "DOCX (Word) kan hoogstens 2 rijen aan; dit zijn er 3. Kies csv of xlsx" in html_tekst(app)


@pytest.mark.parametrize(
    ("aantal", "woord"), [(1, "1 kB"), (1000, "1 kB"), (1001, "2 kB"), (999_000, "999 kB"), (3_450_000, "3,4 MB")]
)
def test_een_grootte_in_woorden(aantal: int, woord: str) -> None:
    assert bestanden.grootte(aantal) == woord


def test_de_werkplaats_bewaart_de_laatste_en_niets_halfs() -> None:
    plaats = Werkplaats()

    def half(naar: BinaryIO) -> None:
        naar.write(b"half")
        raise UitvoerGeweigerd("Dat gaat niet.")

    def heel(naar: BinaryIO) -> None:
        naar.write(b"heel")

    with pytest.raises(UitvoerGeweigerd):
        plaats.maak(("x", "ods"), half)
    assert (plaats.grootte(("x", "ods")), plaats.inhoud(("x", "ods"))) == (None, None)
    assert [plaats.maak((str(nr), "ods"), heel) for nr in range(BEWAARD + 2)] == [4] * (BEWAARD + 2)
    over = [(plaats.grootte((str(nr), "ods")), plaats.inhoud((str(nr), "ods"))) for nr in range(BEWAARD + 2)]
    assert over == [(None, None)] * 2 + [(4, b"heel")] * BEWAARD
    bestanden_ = list(plaats._map.iterdir())
    assert len(bestanden_) == BEWAARD
    # whatever took them away: it is no longer there, and can be made again
    for pad in bestanden_:
        pad.unlink()
    assert (plaats.grootte(("9", "ods")), plaats.inhoud(("9", "ods"))) == (None, None)
    assert plaats.maak(("9", "ods"), heel) == 4
    assert plaats.inhoud(("9", "ods")) == b"heel"


# --- a file of earlier ------------------------------------------------------------------------------------------------


def nagekeken(app: AppTest, naam: str, inhoud: bytes) -> tuple[str, str]:
    """Offer a file: the sentence that the page says of it, and the report under that."""
    app.file_uploader(key="kamerbrief-controleer").set_value((naam, inhoud, "application/octet-stream"))
    gezond(app.run())
    ruw = [str(deel.proto.body) for deel in app.get("html")]
    (zin,) = [re.sub(r"<[^>]+>", "", deel.split("<pre", 1)[0]) for deel in ruw if "vp-melding" in deel]
    verslag = [unescape(tekst) for deel in ruw for tekst in re.findall(r"<pre[^>]*>(.*?)</pre>", deel, flags=re.DOTALL)]
    return unescape(zin), "".join(verslag)


@pytest.mark.duur  # the way there is walked in the browser, what is found is held by test_controle.py
def test_een_eerder_bestand_controleren(
    open_pagina: Open, beleid: Stuk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    app = open_pagina("kamerbrief")
    inhoud = geschreven(beleid, "csv-rfc4180")
    naam = formaten.bestandsnaam(beleid, "csv-rfc4180")
    zin, verslag = nagekeken(app, naam, inhoud)
    assert zin == "Gelukt. De cijfers in dit bestand kloppen en zijn nu nog hetzelfde."
    assert f"Bestand: {naam}, CSV" in verslag
    assert "byte voor byte gelijk" in verslag

    # another choice on the page draws it again: what was found stays, and nothing is asked again
    with pytest.MonkeyPatch.context() as stil:
        stil.setattr(controle, "vraag_kind", None)
        app.selectbox(key="tabel").set_value("thema")
        gezond(app.run())
    assert "byte voor byte gelijk" in html_tekst(app)

    # what stands in a file is text, and so is its name
    veranderd = re.sub(rb"(?m)^Leeuwarden,10,", b"Leeuwarden,<b>99</b>,", inhoud)
    assert veranderd != inhoud
    zin, verslag = nagekeken(app, "a/b<i>" + "é" * 240 + ".csv", veranderd)
    assert zin == "Let op. Niet alles is gelijk. Hieronder staat wat er anders is."
    (cel,) = [regel for regel in verslag.splitlines() if "Leeuwarden" in regel]
    assert "Verbeterpunten vastgesteld" in cel
    assert "10" in cel
    assert "<b>99</b>" in cel
    html = "".join(str(deel.proto.body) for deel in app.get("html"))
    assert not re.search("<[bi]>", html)
    # nothing of what was offered stays behind
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("naam", "inhoud", "zin"),
    [
        (
            "eigen.csv",
            b"Gemeente,Aantal\nLeeuwarden,10\n",
            "eigen.csv is geen bestand van dit product, of de herkomst is eruit gehaald.",
        ),
        ("stuk.zip", b"PK\x03\x04 niet verder bewaard", "stuk.zip is beschadigd en niet te lezen."),
    ],
)
def test_wat_geen_bestand_van_ons_is_krijgt_een_zin(tmp_path: Path, naam: str, inhoud: bytes, zin: str) -> None:
    pad = tmp_path / naam
    pad.write_bytes(inhoud)
    uitslag = in_kind.controleer(pad, naam=naam, meld=lambda *_: None)
    assert uitslag == in_kind.Uitslag(gelukt=False, gelijk=False, tekst=zin)


def test_een_controle_die_te_lang_duurt_is_een_zin(open_pagina: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_pagina("kamerbrief")
    monkeypatch.setattr(controle, "SECONDEN", 0.05)
    zin, verslag = nagekeken(app, "brief.csv", b"Gemeente\n")
    assert zin == f"Let op. {controle.NIET_GELUKT}"
    assert verslag == ""


def test_een_lang_verslag_wordt_ingekort(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def praat(_: object) -> int:
        sys.stdout.write("x" * (in_kind.HOOGSTENS + 1))
        return 1

    monkeypatch.setattr(in_kind, "main", praat)
    uitslag = in_kind.controleer(tmp_path, naam="", meld=lambda *_: None)
    assert uitslag == in_kind.Uitslag(gelukt=True, gelijk=False, tekst="x" * in_kind.HOOGSTENS + in_kind.INGEKORT)


# --- what is copied, and where the link works -------------------------------------------------------------------------


def test_wie_de_tekst_kopieert_heeft_de_bronnen_erbij() -> None:
    deel = Onderdeel("Kop", ("Eerste alinea.", "Tweede."), None, ("Niet dit.", "Niet dat."))
    assert tekst.met_bronnen(deel, ("Rapport A.", "Rapport B.")) == (
        "Eerste alinea.\n\nTweede.\n\nBronnen:\n1. Rapport A.\n2. Rapport B."
    )
    assert tekst.met_bronnen(deel, ()) == "Eerste alinea.\n\nTweede."
    begin = "Wat u hieruit niet kunt concluderen:\n\n"
    assert tekst.niet_te_concluderen([deel]) == f"{begin}- Niet dit.\n- Niet dat."
    ander = Onderdeel("Ander", (), None, ("Niets.",))
    assert tekst.niet_te_concluderen([deel, ander]) == f"{begin}Kop\n- Niet dit.\n- Niet dat.\n\nAnder\n- Niets."


def test_zonder_adres_voor_lezers_staat_er_geen_link_in_de_bestanden(
    open_pagina: Open, knoppen: dict[str, tuple[str, Callable[[], bytes]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VERBETERPUNTEN_ADRES", raising=False)
    app = open_pagina("kamerbrief")
    assert bestanden.GEEN_LINK in html_tekst(app)
    assert "localhost" not in html_tekst(app)
    _, maak = knoppen[formaten.FORMATEN["csv-rfc4180"].woord]
    (rij, *_) = csv.DictReader(io.StringIO(maak().decode()))
    assert rij["Herkomst: link"] == ""
    # what the letter must name stands over the buttons
    assert f"Exportnummer\n{rij['Herkomst: exportnummer']}\n. Noem het in de brief" in html_tekst(app)
    assert rij["Herkomst: rapporten"].count("(Samenwerkend Toezicht Jeugd (STJ), juni 2015)") == 2


def test_een_adres_dat_anderen_openen_staat_op_de_pagina(open_pagina: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERBETERPUNTEN_ADRES", "https://cijfers.example")
    app = open_pagina("kamerbrief")
    assert "https://cijfers.example/kamerbrief?" in html_tekst(app)
    assert "VERBETERPUNTEN_ADRES" not in html_tekst(app)
