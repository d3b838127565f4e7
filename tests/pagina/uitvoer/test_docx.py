"""The letter as a Word file: what stands in it, that anyone can read it, and that it is the same bytes every time."""

from __future__ import annotations

import io
import re
import time
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import docx as python_docx
import pytest

from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.inhoud.stuk import Stuk
from pagina.uitvoer.inhoud.tabel import Kolom, Rij, tabel
from pagina.uitvoer.vormen import docx, plaat
from tests.pagina.uitvoer.brieven import ALINEA, KOLOMMEN, RAPPORTEN, WAARSCHUWING, brief, herkomst, lang
from tests.pagina.uitvoer.lastig import lastig_stuk
from tests.pagina.uitvoer.toegankelijk import WP, Bestand, R, W, bezwaren, tekst_van


def _schrijf(stuk: Stuk) -> bytes:
    naar = io.BytesIO()
    docx.schrijf(stuk, naar, lambda _: None)
    return naar.getvalue()


def _zonder_figuur(stuk: Stuk) -> Stuk:
    return replace(stuk, onderdelen=tuple(replace(deel, figuur=None) for deel in stuk.onderdelen))


def _anders(inhoud: bytes, nieuw: Mapping[str, bytes]) -> bytes:
    """The same file with other parts in it."""
    naar = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as oud, zipfile.ZipFile(naar, "w") as pakket:
        for naam in {**dict.fromkeys(oud.namelist()), **dict.fromkeys(nieuw)}:
            pakket.writestr(naam, nieuw[naam] if naam in nieuw else oud.read(naam))
    return naar.getvalue()


def _teksten(inhoud: bytes, stijl: str) -> list[str]:
    """The paragraphs of the body in this style."""
    alineas = Bestand(inhoud).tekst.iter(f"{W}p")
    return [tekst_van(p) for p in alineas if p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == stijl]


@pytest.fixture(scope="module")
def echt() -> bytes:
    return _schrijf(brief())


@pytest.fixture(scope="module")
def verzonnen() -> bytes:
    return _schrijf(lang(20))


@pytest.fixture
def pad(tmp_path: Path, echt: bytes) -> Path:
    pad = tmp_path / "brief.docx"
    pad.write_bytes(echt)
    return pad


# What stands in it


def test_de_brief_staat_er_in_zijn_volgorde(echt: bytes) -> None:
    lichaam = Bestand(echt).tekst[0]
    volgorde = [(p.find(f"{W}pPr/{W}pStyle").get(f"{W}val"), tekst_van(p)) for p in lichaam.findall(f"{W}p")]
    titel = "Verbeterpunten GGSR beleid, 2013 → 2014"
    assert volgorde[:6] == [
        ("Heading1", titel),
        ("Heading2", "GGSR beleid, 2013 → 2014"),
        ("Normal", ALINEA),
        ("Normal", WAARSCHUWING),
        ("Figuur", ""),
        ("Caption", f"Figuur 1. {titel}."),
    ]
    assert [stijl for stijl, _ in volgorde[6:]] == [
        *("Tabelbijschrift", "Tabelnoot", "Heading2", "ListBullet", "ListBullet", "Heading2", "Tabelnoot")
    ]
    assert volgorde[6][1] == "Tabel 1. Verbeterpunten per gemeente, GGSR beleid, 2013 → 2014.2, 3, 4".replace(
        "2, 3, 4", ", , "
    )
    assert volgorde[8][1] == "Wat u hieruit niet kunt concluderen"


def test_de_tabel_heeft_de_cijfers(pad: Path) -> None:
    assert docx.lees_tabel(pad) == [
        [kolom.kop for kolom in KOLOMMEN],
        ["Alkmaar", "6", "5", "0", "5", "1", "0%"],
        ["Leeuwarden", "10", "10", "10", "0", "0", "100%"],
    ]


def test_word_voor_word_is_wat_erin_ging_na_openen_en_bewaren_nog_te_lezen(pad: Path, tmp_path: Path) -> None:
    opnieuw = tmp_path / "opnieuw.docx"
    python_docx.Document(str(pad)).save(str(opnieuw))
    assert docx.lees_tabel(opnieuw) == docx.lees_tabel(pad)
    assert docx.lees_herkomst(opnieuw) == brief().herkomst.als_json()


def test_lastige_cellen_blijven_wat_ze_zijn(tmp_path: Path) -> None:
    pad = tmp_path / "lastig.docx"
    pad.write_bytes(_schrijf(lastig_stuk()))
    assert docx.lees_tabel(pad)[1:] == [
        ["Súdhoek; 't Gat", 'Zei: "ja", soms', "2013", "16", "63%", "25-11-2014", "ja", "✓ opgepakt"],
        ["=1+1", "Twee\nregels; =SOM(A1)", "2014", "-3", None, None, "nee", "niet opgepakt (nog)"],
        ["-2+3", "  @x\t+y", None, "-1.234,5", "0%", "29-02-2000", None, None],
        [None, None, "1999", None, "100%", None, None, "n.v.t."],
        [
            "'\tmet een eigen apostrof",
            "’s-Gravendam, €\u00a05 — één",
            "2016",
            "0",
            "50%",
            "31-12-1999",
            "ja",
            "✓ opgepakt",
        ],
    ]


@pytest.mark.parametrize(
    ("soort", "waarde", "tekst"),
    [
        ("getal", 1234567, "1.234.567"),
        ("getal", 0, "0"),
        ("jaar", 2013, "2013"),
        ("getal", Decimal("0.12345"), "0,12345"),
        ("procent", Decimal("12.5"), "12,5%"),
        ("keuze", "niet_opgepakt", "✗ niet opgepakt"),
        ("keuze", "niet opgepakt", "✗ niet opgepakt"),
        ("keuze", "gemengd", "◐ gemengd"),
        ("keuze", "mondelinge_rapportage", "mondelinge rapportage door de gemeente"),
        ("tekst", "opgepakt", "opgepakt"),
        ("tekst", "a\x00b\r\nc\ufffe", "ab\nc"),
        ("tekst", " \x01 ", None),
        ("tekst", None, None),
        ("janee", False, "nee"),
    ],
)
def test_een_cel_is_gedrukt_in_het_nederlands(soort: str, waarde: object, tekst: str | None) -> None:
    kolom = Kolom("k", "K", "Een kolom.", soort)  # type: ignore[arg-type]
    assert docx.gedrukt(kolom, waarde) == tekst  # type: ignore[arg-type]


def test_een_status_heeft_een_teken_en_getallen_staan_rechts(verzonnen: bytes) -> None:
    rij = next(Bestand(verzonnen).tekst.iter(f"{W}tbl")).findall(f"{W}tr")[1]
    cellen = rij.findall(f"{W}tc")
    tekens = [(run.find(f"{W}rPr/{W}rStyle") is not None, tekst_van(run)) for run in cellen[3].iter(f"{W}r")]
    assert tekens == [(True, "✓"), (False, " opgepakt")]
    stijlen = [cel.find(f"{W}p/{W}pPr/{W}pStyle").get(f"{W}val") for cel in cellen]
    assert stijlen == ["Tabeltekst", "Tabeltekst", "Tabeltekst", "Tabeltekst", "Tabelgetal"]


def test_onder_de_tabel_staat_wat_een_streep_is_alleen_als_er_een_is(echt: bytes, verzonnen: bytes) -> None:
    nummer = brief().herkomst.exportnummer
    assert _teksten(echt, "Tabelnoot")[0] == f"Deze cijfers in het dashboard Verbeterpunten, exportnummer {nummer}."
    assert _teksten(verzonnen, "Tabelnoot")[0].startswith("– = niet bekend of niet van toepassing. ")


def test_een_figuur_die_niet_te_tekenen_is_staat_er_in_woorden(monkeypatch: pytest.MonkeyPatch) -> None:
    def weiger(*_: object, **__: object) -> bytes:
        raise UitvoerGeweigerd("De kaart is te groot.")

    monkeypatch.setattr(plaat, "png_van_figuur", weiger)
    woorden = _teksten(_schrijf(brief()), "Normal")[-1]
    assert woorden.startswith(
        "De figuur staat hier niet: De kaart is te groot. Wat zij toont: Statuskaart van 3 aanpakken"
    )


def test_wat_fictief_is_zegt_dat_bovenaan_bij_de_tabel_en_op_elke_bladzijde(verzonnen: bytes) -> None:
    assert _teksten(verzonnen, "LetOp") == [
        "Let op: bevat fictieve gegevens; wat daarop rust, zegt niets over de werkelijkheid."
    ]
    assert _teksten(verzonnen, "Tabelbijschrift")[0].startswith(
        "Tabel 1. Elk oordeel, Fictief kader, 2013 → 2014 (bevat fictieve gegevens)."
    )
    assert "Verbeterpunten · bevat fictieve gegevens · exportnummer" in tekst_van(
        Bestand(verzonnen).boom("word/footer1.xml")
    )


def test_zonder_onderdelen_is_er_een_tabel_met_herkomst() -> None:
    inhoud = _schrijf(replace(brief(), onderdelen=()))
    assert bezwaren(inhoud) == []
    assert _teksten(inhoud, "Heading2") == ["De cijfers in een tabel", "Herkomst"]


def test_meer_kaders_hebben_elk_hun_voorbehoud() -> None:
    stuk = _zonder_figuur(brief())
    twee = replace(stuk, onderdelen=(*stuk.onderdelen, replace(stuk.onderdelen[0], kop="GGSR casus, 2013")))
    inhoud = _schrijf(twee)
    assert bezwaren(inhoud) == []
    assert _teksten(inhoud, "Heading3") == ["GGSR beleid, 2013 → 2014", "GGSR casus, 2013"]


def test_de_voortgang_eindigt_bij_de_laatste_rij() -> None:
    gemeld: list[int] = []
    docx.schrijf(lang(210), io.BytesIO(), gemeld.append)
    assert gemeld == [100, 200, 210]


# Sources and origin


def test_elke_bron_is_een_voetnoot_bij_alinea_en_tabel(echt: bytes) -> None:
    boom = Bestand(echt).boom("word/footnotes.xml")
    noten = [tekst_van(noot).strip() for noot in boom.iter(f"{W}footnote") if noot.get(f"{W}type") is None]
    alkmaar = "Samenwerkend Toezicht Jeugd, Helpende Hand in de Wijk, juni 2015, paragraaf 2.1, tabel; bijlage 1."
    leeuwarden = "Samenwerkend Toezicht Jeugd, Sociale Wijkteams, juni 2015, paragraaf 2.2, tabel."
    bewerking = (
        "Bewerking: dashboard Verbeterpunten, datasetversie 8b7b5323d614, methodeversie 3, bekend tot en met 30 juni "
        f"2015, exportnummer {brief().herkomst.exportnummer}."
    )
    assert noten == [f"{alkmaar} {leeuwarden} {bewerking}", alkmaar, leeuwarden, bewerking]
    plekken = [
        noot.getparent().getparent().find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        for noot in Bestand(echt).tekst.iter(f"{W}footnoteReference")
    ]
    assert plekken == ["Normal", "Tabelbijschrift", "Tabelbijschrift", "Tabelbijschrift"]


def test_met_veel_bronnen_wijst_de_alinea_naar_de_tabel_en_staan_ze_in_een_lijst() -> None:
    rapporten = tuple(replace(RAPPORTEN[0], rapport_id=f"r{nr}", titel=f"Rapport {nr}") for nr in range(1, 8))
    stuk = _zonder_figuur(brief())
    stuk = replace(stuk, herkomst=replace(stuk.herkomst, rapporten=rapporten), noten=tuple("abcdef"))
    inhoud = _schrijf(stuk)
    boom = Bestand(inhoud).boom("word/footnotes.xml")
    noten = [tekst_van(noot).strip() for noot in boom.iter(f"{W}footnote") if noot.get(f"{W}type") is None]
    assert noten[0].startswith("De bronnen staan in de noten bij tabel 1. Bewerking: dashboard Verbeterpunten")
    assert noten[1:] == list("abcdef")
    assert "Bronnen" in _teksten(inhoud, "Heading2")
    punten = _teksten(inhoud, "ListBullet")[-7:]
    assert [punt.split(", ")[1] for punt in punten] == [f"Rapport {nr}" for nr in range(1, 8)]


def test_de_herkomst_staat_er_voor_lezer_en_programma(pad: Path, echt: bytes) -> None:
    bron = brief().herkomst
    assert docx.lees_herkomst(pad) == bron.als_json()
    tabellen = list(Bestand(echt).tekst.iter(f"{W}tbl"))
    paren = [[tekst_van(cel) for cel in rij.findall(f"{W}tc")] for rij in tabellen[1].findall(f"{W}tr")]
    adres = (
        "https://verbeterpunten.voorbeeld.nl/kamerbrief?kader=ggsr-beleid&periode=2013-2014&versie=8b7b5323d614"
        "&methode=3"
    )
    assert paren[:3] == [["Wat", "Bij deze cijfers"], ["Exportnummer", bron.exportnummer], ["Kader", "GGSR beleid"]]
    assert "python" not in tekst_van(Bestand(echt).tekst)  # no command in what goes to parliament
    assert ["Link", f"Deze cijfers in het dashboard Verbeterpunten{adres}"] in paren
    koppeling = next(tabellen[1].iter(f"{W}hyperlink")).get(f"{R}id")
    assert Bestand(echt).relaties("word/document.xml")[koppeling].get("Target") == adres


def test_een_link_zonder_web_is_alleen_tekst() -> None:
    for adres in ("", "javascript:alert(1)//"):
        inhoud = _schrijf(replace(_zonder_figuur(brief()), herkomst=herkomst(adres=adres)))
        assert bezwaren(inhoud) == []
        assert next(Bestand(inhoud).tekst.iter(f"{W}hyperlink"), None) is None


def test_de_eigenschappen_noemen_product_taal_en_kennisdatum(echt: bytes) -> None:
    wat = python_docx.Document(io.BytesIO(echt)).core_properties
    assert (wat.author, wat.language, wat.revision) == ("Verbeterpunten", "nl-NL", 1)
    assert wat.title == "Verbeterpunten GGSR beleid, 2013 → 2014"
    assert wat.created is not None
    assert wat.modified is not None
    assert wat.created.isoformat() == wat.modified.isoformat() == "2015-06-30T00:00:00+00:00"
    assert b"lastModifiedBy" not in Bestand(echt).delen["docProps/core.xml"]
    assert not any(b"python-docx" in deel for deel in Bestand(echt).delen.values())


@pytest.mark.parametrize("inhoud", [b"", b"geen zip", b"PK\x03\x04rommel"])
def test_wat_niet_te_lezen_is_geeft_niets_of_een_zin(tmp_path: Path, inhoud: bytes) -> None:
    pad = tmp_path / "x.docx"
    pad.write_bytes(inhoud)
    assert docx.lees_herkomst(pad) is None
    with pytest.raises(UitvoerGeweigerd, match=r"‘x\.docx’ is niet te lezen als Word-bestand"):
        docx.lees_tabel(pad)


@pytest.mark.parametrize(
    "deel",
    [
        b'<andere xmlns="urn:iets"/>',
        b'<herkomst xmlns="urn:verbeterpunten:herkomst:1">geen json</herkomst>',
        b'<herkomst xmlns="urn:verbeterpunten:herkomst:1">[1]</herkomst>',
        b'<!DOCTYPE x [<!ENTITY e "{}">]><herkomst xmlns="urn:verbeterpunten:herkomst:1">&e;</herkomst>',
        b"<kapot",
    ],
)
def test_een_vreemde_herkomst_is_geen_herkomst(pad: Path, deel: bytes) -> None:
    pad.write_bytes(_anders(pad.read_bytes(), {"customXml/item1.xml": deel}))
    assert docx.lees_herkomst(pad) is None


def test_een_brief_zonder_tabel_wordt_geweigerd(pad: Path) -> None:
    leeg = re.sub(rb"<w:tbl>.*</w:tbl>", b"", Bestand(pad.read_bytes()).delen["word/document.xml"], flags=re.DOTALL)
    pad.write_bytes(_anders(pad.read_bytes(), {"word/document.xml": leeg}))
    with pytest.raises(UitvoerGeweigerd, match="staat geen tabel"):
        docx.lees_tabel(pad)


# Pages and widths


def _bladen(inhoud: bytes) -> list[str | None]:
    return [maat.get(f"{W}orient") for maat in Bestand(inhoud).tekst.iter(f"{W}pgSz")]


def test_een_brede_tabel_ligt_op_zijn_kant_en_de_rest_staat(echt: bytes) -> None:
    breed = _schrijf(lang(10, extra=10))
    assert _bladen(echt) == [None]
    assert _bladen(breed) == [None, "landscape", None]
    assert bezwaren(breed) == []
    maten = [(maat.get(f"{W}w"), maat.get(f"{W}h")) for maat in Bestand(breed).tekst.iter(f"{W}pgSz")]
    # A4 in twentieths of a point: 210 mm = 11906, 297 mm = 16838
    assert maten == [("11906", "16838"), ("16838", "11906"), ("11906", "16838")]


def test_van_een_te_brede_tabel_staan_de_eerste_kolommen_er_en_dat_staat_eronder(tmp_path: Path) -> None:
    pad = tmp_path / "breed.docx"
    pad.write_bytes(_schrijf(lang(3, extra=35)))
    kop, *rijen = docx.lees_tabel(pad)
    hier = len(kop)
    assert kop[:6] == ["Gemeente", "Indicator", "Jaar", "Status", "Gezinnen", "Telling 0"]
    assert 10 <= hier < 40
    assert [len(rij) for rij in rijen] == [hier] * 3
    noot = _teksten(pad.read_bytes(), "Tabelnoot")[0]
    weg = [f"Telling {nr}" for nr in range(hier - 5, 35)]
    assert re.findall(r"‘(.*?)’", noot) == weg
    assert "Alleen in de ODS, XLSX en CSV van dezelfde keuze staan de kolommen ‘" in noot


def test_de_kolommen_vullen_de_bladzijde(echt: bytes, verzonnen: bytes) -> None:
    # 160 mm is 9071 twentieths of a point; each column is rounded
    for inhoud in (echt, verzonnen):
        rooster = next(Bestand(inhoud).tekst.iter(f"{W}tblGrid"))
        assert sum(int(kolom.get(f"{W}w")) for kolom in rooster) == pytest.approx(9071, abs=4)


def test_een_figuur_past_op_de_bladzijde(echt: bytes) -> None:
    maat = next(Bestand(echt).tekst.iter(f"{WP}extent"))
    breed, hoog = (int(maat.get(kant)) / 36_000 for kant in ("cx", "cy"))
    assert breed == pytest.approx(160, abs=0.1)
    assert 60 < hoog <= 205


# Accessible


def test_de_brief_is_toegankelijk(echt: bytes, verzonnen: bytes) -> None:
    assert bezwaren(echt) == []
    assert bezwaren(verzonnen) == []


_DOCUMENT, _STIJLEN = "word/document.xml", "word/styles.xml"


@pytest.mark.parametrize(
    ("deel", "oud", "nieuw", "bezwaar"),
    [
        (_DOCUMENT, rb' descr="[^"]*"', b"", "een beeld heeft geen tekst"),
        (_DOCUMENT, rb"wp:inline", b"wp:anchor", "een beeld zweeft"),
        (_DOCUMENT, rb"<w:tblHeader/>", b"", "een tabel heeft geen kopregel"),
        (_DOCUMENT, rb"<w:cantSplit/>", b"<w:cantSplit/><w:tblHeader/>", "een tabel heeft geen kopregel"),
        (_DOCUMENT, rb'w:firstColumn="1"', b'w:firstColumn="0"', "de eerste rij en kolom koppen zijn"),
        (_DOCUMENT, rb"<w:tblCaption [^>]*/>", b"", "geen tblCaption"),
        (_DOCUMENT, rb"<w:tblDescription [^>]*/>", b"", "geen tblDescription"),
        (_DOCUMENT, rb"<w:cantSplit/>", b"", "over twee bladzijden"),
        (_DOCUMENT, rb'type="dxa"/></w:tcPr>', b'type="dxa"/><w:vMerge/></w:tcPr>', "samengevoegde cellen"),
        (_DOCUMENT, rb"<w:tc>(?:(?!</w:tc>).)*Alkmaar.*?</w:tc>", b"", "een ander aantal cellen"),
        (_DOCUMENT, rb">Alkmaar<", b"><", "een cel is leeg"),
        (_DOCUMENT, rb"(<w:tc>.*?)(<w:p>)", rb"\1<w:tbl/>\2", "een tabel staat in een cel"),
        (_DOCUMENT, rb"Heading1", b"Heading2", "precies één titel"),
        (_DOCUMENT, rb"Heading2", b"Heading3", "een kopniveau is overgeslagen"),
        (_DOCUMENT, rb"<w:t [^>]*>Alleen[^<]*</w:t>", b"", "een alinea is leeg"),
        (_DOCUMENT, rb"Alleen ", b"Alleen      ", "spaties maken ruimte"),
        (_DOCUMENT, rb"Deze cijfers in het dashboard", b"https://x", "zegt niet waarheen"),
        ("word/_rels/document.xml.rels", rb"https://", b"file://", "leidt nergens heen"),
        (_STIJLEN, rb'w:lang w:val="nl-NL"', b'w:lang w:val="en-US"', "taal van de tekst"),
        ("word/settings.xml", rb'themeFontLang w:val="nl-NL"', b'themeFontLang w:val="en-US"', "taal van de letters"),
        ("docProps/core.xml", rb"nl-NL", b"en-US", "taal van het document"),
        ("docProps/core.xml", rb"<dc:title>.*?</dc:title>", b"", "heeft geen titel"),
        (_STIJLEN, rb"4A4F57", b"9A9FA7", "letterkleur is te licht"),
        ("word/footnotes.xml", rb'w:id="2"', b'w:id="9"', "horen niet bij elkaar"),
        ("word/footnotes.xml", rb"<w:footnoteRef/>", b"", "een voetnoot is leeg"),
        ("word/settings.xml", rb"<w:footnotePr>.*?</w:footnotePr>", b"", "streep boven de voetnoten"),
        (
            "[Content_Types].xml",
            rb'<Override PartName="/word/footnotes.xml"[^>]*/>',
            b"",
            "footnotes.xml heeft geen soort",
        ),
        ("word/_rels/document.xml.rels", rb'Target="footnotes.xml"', b'Target="noten.xml"', "ontbreekt"),
        (_DOCUMENT, rb'"Tabelnoot"', b'"Voetnoot"', "stijl Voetnoot bestaat niet"),
    ],
)
def test_elke_controle_ziet_een_fout(echt: bytes, deel: str, oud: bytes, nieuw: bytes, bezwaar: str) -> None:
    stuk, aantal = re.subn(oud, nieuw, Bestand(echt).delen[deel], flags=re.DOTALL)
    assert aantal > 0
    assert any(bezwaar in gevonden for gevonden in bezwaren(_anders(echt, {deel: stuk})))


# The same bytes


def _morgen(monkeypatch: pytest.MonkeyPatch) -> None:
    nu, straks = time.time(), time.gmtime(time.time() + 40 * 86_400)
    monkeypatch.setattr(time, "time", lambda: nu + 40 * 86_400)
    monkeypatch.setattr(time, "localtime", lambda *_: straks)


def test_dezelfde_brief_is_op_een_andere_dag_hetzelfde_bestand(monkeypatch: pytest.MonkeyPatch, echt: bytes) -> None:
    _morgen(monkeypatch)
    assert _schrijf(brief()) == echt


def test_zonder_vaste_tijden_zou_de_dag_het_bestand_veranderen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx, "vast", lambda inhoud: inhoud)
    stuk = _zonder_figuur(brief())
    vandaag = _schrijf(stuk)
    _morgen(monkeypatch)
    assert _schrijf(stuk) != vandaag


def test_andere_cijfers_zijn_een_ander_bestand() -> None:
    rijen: tuple[Rij, ...] = (("Alkmaar", 6, 5, 1, 4, 1, 20), ("Leeuwarden", 10, 10, 10, 0, 0, 100))
    stuk = _zonder_figuur(brief())
    ander = replace(stuk, tabel=tabel(stuk.tabel.naam, stuk.tabel.titel, KOLOMMEN, rijen))
    assert _schrijf(ander) != _schrijf(stuk)
