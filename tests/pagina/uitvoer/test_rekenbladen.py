"""ODS and XLSX: typed cells, four sheets, provenance that reads back, and nothing that runs."""

from __future__ import annotations

import datetime as dt
import gc
import io
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import pytest
from lxml import etree
from odfdo import Document
from openpyxl import load_workbook

from pagina.uitvoer.__main__ import main
from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.inhoud.herkomst import Rapportbron
from pagina.uitvoer.inhoud.stuk import Stuk
from pagina.uitvoer.inhoud.tabel import Kolom, Rij, Tabel, Waarde, tabel, zwijg
from pagina.uitvoer.vormen import ods, xlsx
from pagina.uitvoer.vormen._xlsx.cellen import AFGEKAPT
from pagina.uitvoer.vormen.bladen import herkomst_uit
from pagina.uitvoer.vormen.bladmaat import bladzijden, breedtes, regels
from pagina.uitvoer.vormen.formaten import FORMATEN, bestandsnaam
from tests.pagina.uitvoer.voorbeeld import KOLOMMEN, RIJEN, STUK

BEIDE = pytest.mark.parametrize("vorm", [ods, xlsx], ids=["ods", "xlsx"])
KAAL = replace(STUK, onderdelen=())


def _gemaakt(map_: Path, vorm: ModuleType, stuk: Stuk) -> Path:
    pad = map_ / f"blad.{vorm.__name__.rpartition('.')[2]}"
    with pad.open("wb") as naar:
        vorm.schrijf(stuk, naar, zwijg)
    return pad


def _delen(pad: Path) -> dict[str, str]:
    with zipfile.ZipFile(pad) as zip_:
        return {naam: zip_.read(naam).decode() for naam in zip_.namelist()}


def _wat_loopt(pad: Path) -> list[str]:
    """Names of elements and attributes with which a cell computes or links."""
    namen = []
    for naam, inhoud in _delen(pad).items():
        for element in etree.fromstring(inhoud.encode()).iter() if naam.endswith(".xml") else ():
            namen += [etree.QName(element).localname, *(etree.QName(kenmerk).localname for kenmerk in element.attrib)]
    return sorted({"f", "hyperlink", "a", "formula", "href"} & set(namen))


def _met(kolommen: tuple[Kolom, ...], *rijen: Rij) -> Stuk:
    return replace(KAAL, tabel=tabel("proef", "Proef", kolommen, rijen))


TEKST = (Kolom("tekst", "Tekst", "Wat er staat.", "tekst"),)
TEKSTBLAD = "xl/worksheets/sheet2.xml"
GETALLEN = (Kolom("n", "Aantal", "Hoeveel.", "getal"), Kolom("p", "Deel", "Welk deel.", "procent"))


# what stands in it


@BEIDE
def test_cijfers_en_herkomst_zijn_terug_te_lezen(tmp_path: Path, vorm: ModuleType) -> None:
    pad = _gemaakt(tmp_path, vorm, STUK)
    assert vorm.lees_tabel(pad) == [[kolom.kop for kolom in KOLOMMEN], *map(list, RIJEN)]
    assert vorm.lees_herkomst(pad) == STUK.herkomst.als_json()


@BEIDE
def test_een_lange_herkomst_komt_heel_terug(tmp_path: Path, vorm: ModuleType) -> None:
    rapporten = tuple(
        Rapportbron(f"r{nr}", f"Één & “ander”  _x0041_ <rapport> {nr} ", "Inspectie", "2015", ("p. 1",) * 9)
        for nr in range(60)
    )
    stuk = replace(KAAL, herkomst=replace(STUK.herkomst, rapporten=rapporten))
    gelezen = vorm.lees_herkomst(_gemaakt(tmp_path, vorm, stuk))
    assert gelezen == json.loads(json.dumps(stuk.herkomst.als_json()))
    assert len(gelezen["rapporten"]) == 60


def test_een_herkomst_in_delen_of_in_een_stuk() -> None:
    """LibreOffice that saves an XLSX as ODS leaves the names of the properties as they are, and the other way round."""
    assert herkomst_uit({"herkomst": '{"a": 1}', "herkomst-1": "oud"}) == {"a": 1}
    assert herkomst_uit({"herkomst-2": ": 1}", "herkomst-1": '{"a"', "iets": 3}) == {"a": 1}
    assert herkomst_uit({"herkomst": "[1]"}) is None
    with pytest.raises(KeyError):
        herkomst_uit({"herkomst-2": "{}"})


def test_ods_heeft_cellen_met_een_soort(tmp_path: Path) -> None:
    blad = Document(_gemaakt(tmp_path, ods, STUK)).body.get_table(name="Cijfers")
    assert blad is not None
    cellen = list(blad.rows[1].get_cells())
    assert [cel.type for cel in cellen] == ["string", "float", "float", "percentage", "date", "boolean", "string"]
    assert [cel.value for cel in cellen[:4]] == ["Súdhoek; 't Gat", Decimal(2013), Decimal(1234), Decimal("0.67")]
    assert (cellen[4].date, cellen[5].bool) == (dt.date(2014, 11, 25), True)
    leeg = list(blad.rows[3].get_cells())[1:]
    assert [(cel.type, cel.value) for cel in leeg] == [(None, None)] * 6


def test_xlsx_heeft_cellen_met_een_soort(tmp_path: Path) -> None:
    boek = load_workbook(_gemaakt(tmp_path, xlsx, STUK))
    blad = boek["Cijfers"]
    assert [cel.data_type for cel in blad[2]] == ["s", "n", "n", "n", "d", "b", "s"]
    assert [cel.number_format for cel in blad[2]][1:5] == ["0", "#,##0", "0%", "dd-mm-yyyy"]
    assert [cel.value for cel in blad[2]][1:4] == [2013, 1234, 0.67]
    assert [cel.value for cel in blad[4]][1:] == [None] * 6
    assert (blad.freeze_panes, blad.auto_filter.ref) == ("A2", "A1:G11")
    assert all(cel.font.bold for cel in blad[1])


def test_ods_heeft_een_vaste_kop_en_een_filter(tmp_path: Path) -> None:
    delen = _delen(_gemaakt(tmp_path, ods, STUK))
    assert 'config:name="VerticalSplitPosition" config:type="int">1<' in delen["settings.xml"]
    assert 'table:target-range-address="Cijfers.A1:Cijfers.G11"' in delen["content.xml"]
    assert delen["content.xml"].index("table-header-rows") < delen["content.xml"].index("Verbeterpunten")


@BEIDE
def test_een_tabel_zonder_brief_heeft_geen_blad_tekst(tmp_path: Path, vorm: ModuleType) -> None:
    namen = {}
    for stuk in (STUK, KAAL):
        pad = _gemaakt(tmp_path, vorm, stuk)
        body = Document(pad).body if vorm is ods else None
        namen[bool(stuk.onderdelen)] = [blad.name for blad in body.tables] if body else load_workbook(pad).sheetnames
    assert namen[True] == ["Cijfers", "Tekst", "Definities", "Bronnen"]
    assert namen[False] == ["Cijfers", "Definities", "Bronnen"]


def test_breuken_en_wat_geen_getal_is(tmp_path: Path) -> None:
    rijen: list[Rij] = [(Decimal("1234.5"), 0), (Decimal("7.0"), Decimal("62.5")), (Decimal("NaN"), None), (-1, 100)]
    for vorm in (ods, xlsx):
        gelezen: list[list[Waarde]] = vorm.lees_tabel(_gemaakt(tmp_path, vorm, _met(GETALLEN, *rijen)))
        assert gelezen[1:] == [[Decimal("1234.5"), 0], [7, Decimal("62.5")], [None, None], [-1, 100]]


@BEIDE
def test_zonder_rijen_blijft_de_kop(tmp_path: Path, vorm: ModuleType) -> None:
    assert vorm.lees_tabel(_gemaakt(tmp_path, vorm, _met(GETALLEN))) == [["Aantal", "Deel"]]


def test_taal_titel_en_datum_zonder_klok(tmp_path: Path) -> None:
    meta = Document(_gemaakt(tmp_path, ods, STUK)).meta
    assert (meta.title, meta.language, meta.generator) == ("Verbeterpunten in Súdhoek", "nl-NL", "Verbeterpunten")
    assert str(meta.creation_date).startswith("2026-01-02")
    eigen = load_workbook(_gemaakt(tmp_path, xlsx, STUK)).properties
    assert (eigen.title, eigen.language, eigen.creator) == ("Verbeterpunten in Súdhoek", "nl-NL", "Verbeterpunten")
    assert eigen.created == eigen.modified == dt.datetime(2026, 1, 2)  # noqa: DTZ001 - as openpyxl gives it


@BEIDE
def test_fictief_staat_op_elke_bladzijde(tmp_path: Path, vorm: ModuleType) -> None:
    echt = replace(STUK, herkomst=replace(STUK.herkomst, fictief=False))
    for stuk, verwacht in ((STUK, True), (echt, False)):
        delen = _delen(_gemaakt(tmp_path, vorm, stuk))
        randen = [delen["styles.xml"]] if vorm is ods else [delen[n] for n in delen if n.startswith("xl/worksheets/")]
        assert {"Let op: bevat fictieve gegevens" in rand for rand in randen} == {verwacht}


@BEIDE
def test_de_alineas_zijn_terug_te_lezen(tmp_path: Path, vorm: ModuleType) -> None:
    assert vorm.lees_alineas(_gemaakt(tmp_path, vorm, STUK)) == [
        "Verbeterpunten in Súdhoek",
        "Let op: bevat fictieve gegevens; wat daarop rust, zegt niets over de werkelijkheid",
        "GGSR beleid, 2013 naar 2014",
        "Zestien verbeterpunten, waarvan er tien zijn opgepakt (10 van 15 beoordeelde, 67%).",
        "Wat u hieruit niet kunt concluderen",
        "Dit zegt niets over gemeenten buiten deze verzameling.",
        "Bronnen",
        "Bron: Inspectie Jeugd, Hulp in Súdhoek, juni 2015.",
    ]
    assert vorm.lees_alineas(_gemaakt(tmp_path, vorm, KAAL)) == []


@BEIDE
def test_controleer_ziet_een_ander_woord_op_het_blad_tekst(
    geleverd_map: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    vorm: ModuleType,
) -> None:
    """Ten were picked up in Leeuwarden; a sheet that says eleven is not ours any more."""
    monkeypatch.setenv("VERBETERPUNTEN_MAP", str(geleverd_map))
    pad, anders = (tmp_path / f"{naam}.{vorm.__name__.rpartition('.')[2]}" for naam in ("brief", "anders"))
    assert main(["kamerbrief", "--kader", "ggsr-beleid", "--naar", str(pad)]) == 0
    with zipfile.ZipFile(anders, "w") as zip_:
        for naam, inhoud in _delen(pad).items():
            zip_.writestr(naam, inhoud.replace("tien opgepakt", "elf opgepakt"))
    capsys.readouterr()
    assert main(["controleer", str(anders)]) == 1
    gezegd = capsys.readouterr().out
    assert "is anders dan dit product bij deze cijfers schrijft" in gezegd
    assert "elf opgepakt" in gezegd


# how it looks, on the screen and on paper


def test_elke_csv_heeft_een_eigen_bestandsnaam() -> None:
    namen = {bestandsnaam(STUK, formaat) for formaat in FORMATEN}
    assert len(namen) == len(FORMATEN)
    begin = f"verbeterpunten-in-sudhoek_3f9a1c2b4d5e_{STUK.herkomst.exportnummer}"
    assert {f"{begin}_excel-nl.csv", f"{begin}_rfc4180.csv", f"{begin}.csv.zip"} <= namen


@pytest.mark.parametrize(
    ("tekst", "tekens", "verwacht"),
    [
        ("", 10, 1),
        ("Leeuwarden", 13, 1),
        # a line has 270 pixels: of words of 12 + 4 pixels 17, of words of 50 + 4 pixels (and 3% air) four
        ("illi " * 20, 40, 2),
        ("WWWW " * 20, 40, 5),
        ("een\ntwee\n\nvier", 40, 4),
        # 200 digits of 7.4 pixels are more than five columns of 40 characters (285 pixels) wide
        ("1" * 200, 40, 7),
    ],
)
def test_regels_van_een_tekst(tekst: str, tekens: int, verwacht: int) -> None:
    assert regels(tekst, tekens) == verwacht


def test_rijen_zijn_zo_hoog_als_hun_tekst(tmp_path: Path) -> None:
    lang = "Een lange toelichting die niet op een regel past. " * 4
    stuk = _met((*TEKST, GETALLEN[0]), ("kort", 1), (lang, 2), ("kort", 3))
    blad = load_workbook(_gemaakt(tmp_path, xlsx, stuk))["Cijfers"]
    # 200 characters in a column of 40: five lines of 13 points at least, and never as many as eight
    hoog = blad.row_dimensions[3].height
    assert 5 * 13 <= hoog < 8 * 13
    assert [blad.row_dimensions[nr].height for nr in (2, 4)] == [None, None]
    assert [blad[cel].alignment.wrap_text for cel in ("A1", "B1", "A3")] == [True, True, True]
    delen = _delen(_gemaakt(tmp_path, ods, stuk))
    assert f'table:style-name="hoog{hoog:.0f}"' in delen["content.xml"]
    assert f'style:name="hoog{hoog:.0f}"' in delen["content.xml"]


@BEIDE
def test_een_lange_alinea_heeft_een_hoge_rij(tmp_path: Path, vorm: ModuleType) -> None:
    inhoud = replace(STUK.onderdelen[0], alineas=("Er zijn zestien verbeterpunten vastgesteld. " * 20,))
    delen = _delen(_gemaakt(tmp_path, vorm, replace(STUK, onderdelen=(inhoud,))))
    if vorm is xlsx:
        hoogtes = [float(hoog) for hoog in re.findall(r' ht="([\d.]+)" customHeight="1"', delen[TEKSTBLAD])]
    else:
        hoogtes = [float(hoog) for hoog in re.findall(r'table-row table:style-name="hoog(\d+)"', delen["content.xml"])]
    # 880 characters at 110 in a line
    assert 8 * 13 <= max(hoogtes) < 11 * 13


def test_kolommen_zijn_zo_breed_als_nodig() -> None:
    kolommen = (TEKST[0], GETALLEN[0], replace(GETALLEN[0], kop="Verbeterpunten vastgesteld"), TEKST[0])
    breed, rijen = breedtes(tabel("t", "T", kolommen, [("kort", 1, 2, "x" * 500)] * 3))
    assert breed[:2] == (10, 10)
    assert 14 <= breed[2] <= 16
    assert breed[3] == 40
    assert len(list(rijen)) == 3


def test_een_tabel_die_niet_naast_elkaar_past_komt_op_meer_bladzijden(tmp_path: Path) -> None:
    assert (bladzijden([40]), bladzijden([13, *[10] * 10]), bladzijden([13, *[40] * 6])) == (1, 1, 2)
    kolommen = tuple(replace(TEKST[0], naam=f"k{nr}") for nr in range(7))
    stuk = _met(kolommen, tuple("een twee drie vier " * 20 for _ in kolommen))
    delen = _delen(_gemaakt(tmp_path, ods, stuk))
    # 29 cm in letters of 9 points: two columns of 40 characters (7.5 cm) beside the first one on each page
    assert 'style:scale-to-X="3"' in delen["styles.xml"]
    blad = load_workbook(_gemaakt(tmp_path, xlsx, stuk))["Cijfers"]
    assert (blad.page_setup.fitToWidth, blad.page_setup.fitToHeight) == (3, 0)
    assert (blad.print_title_rows, blad.print_title_cols) == ("$1:$1", "$A:$A")


def test_een_lange_titel_past_boven_de_bladzijde(tmp_path: Path) -> None:
    boek = load_workbook(_gemaakt(tmp_path, xlsx, replace(STUK, titel="Een & ander " * 60)))
    for blad in boek:
        assert len(str(blad.oddHeader)) <= 255
        assert "Let op: bevat fictieve gegevens" in str(blad.oddHeader.left.text)
        assert str(blad.oddHeader.left.text).startswith("Een && ander")


# nothing runs

#: Each as a whole cell.
GEVAARLIJK = (
    "=1+1",
    "+1",
    "-1",
    "@A1",
    "＝1",
    "＋1",
    "－1",
    "＠a",
    " =1",
    "\t=1",
    "'=1",
    "of:=1+1",
    "{=1+1}",
    "<r>a</r>",
    "<r><t>a</t></r>",
    "</text:p><table:table-cell table:formula='of:=1'/>",
    "_x003D_1+1",
    "http://voorbeeld.nl",
    "mailto:a@voorbeeld.nl",
    "internal:Cijfers!A1",
    '=HYPERLINK("http://voorbeeld.nl")',
    "  twee  blanco ",
    "regel\n=1+1",
    "1234",
    "2014-11-25",
    "TRUE",
    "#N/A",
)


@BEIDE
def test_tekst_is_tekst_en_blijft_gelijk(tmp_path: Path, vorm: ModuleType) -> None:
    pad = _gemaakt(tmp_path, vorm, _met(TEKST, *((tekst,) for tekst in GEVAARLIJK)))
    assert vorm.lees_tabel(pad)[1:] == [[tekst] for tekst in GEVAARLIJK]
    assert _wat_loopt(pad) == []


def test_een_ander_leest_dezelfde_tekst_in_de_ods(tmp_path: Path) -> None:
    pad = _gemaakt(tmp_path, ods, _met(TEKST, *((tekst,) for tekst in GEVAARLIJK)))
    blad = Document(pad).body.get_table(name="Cijfers")
    assert blad is not None
    cellen = [next(iter(rij.get_cells())) for rij in blad.rows[1:]]
    assert [cel.type for cel in cellen] == ["string"] * len(GEVAARLIJK)
    assert [cel.formula for cel in cellen] == [None] * len(GEVAARLIJK)
    assert [str(cel.value) for cel in cellen] == list(GEVAARLIJK)


def test_xlsx_merkt_wat_op_een_formule_lijkt_als_tekst(tmp_path: Path) -> None:
    boek = load_workbook(_gemaakt(tmp_path, xlsx, _met(TEKST, ("=1+1",), ("gewoon",), ("＠a",))))
    assert [cel.quotePrefix for cel in boek["Cijfers"]["A"]] == [False, True, False, True]


def test_ods_maakt_wat_op_een_formule_lijkt_een_tekstcel(tmp_path: Path) -> None:
    blad = Document(_gemaakt(tmp_path, ods, _met(TEKST, ("=1+1",), ("gewoon",), ("＠a",)))).body.get_table(0)
    assert blad is not None
    assert [next(iter(rij.get_cells())).style for rij in blad.rows] == ["tekstkop", "vast", None, "vast"]


@BEIDE
def test_ook_kop_en_woorden_zijn_tekst(tmp_path: Path, vorm: ModuleType) -> None:
    kolom = Kolom("k", "=1+1", "=2+2", "keuze", "@eenheid", {"+3": "<r><f>4+4</f></r>"})
    pad = _gemaakt(tmp_path, vorm, replace(STUK, titel="=5+5", tabel=tabel("t", "T", (kolom,), [("+3",)])))
    assert vorm.lees_tabel(pad) == [["=1+1"], ["+3"]]
    assert _wat_loopt(pad) == []
    assert "=2+2" in "".join(_delen(pad).values())


@BEIDE
def test_tekens_die_een_bestand_niet_kan_hebben_vallen_weg(tmp_path: Path, vorm: ModuleType) -> None:
    stuk = _met(TEKST, ("a\x00b\x0bc\x1fd\x7fe\ufffff\ud800g",), ("één\r\ntwee\rdrie",), ("\x07",))
    assert vorm.lees_tabel(_gemaakt(tmp_path, vorm, stuk))[1:] == [["abcdefg"], ["één\ntwee\ndrie"]]


def test_xlsx_kapt_een_te_lange_tekst_af_en_zegt_het(tmp_path: Path) -> None:
    net, te_lang, smal = "a" * 32_767, "b" * 32_768, "😀" * 16_384
    pad = _gemaakt(tmp_path, xlsx, _met(TEKST, (net,), (te_lang,), (smal,)))
    gelezen = [str(rij[0]) for rij in xlsx.lees_tabel(pad)[1:]]
    assert gelezen[0] == net
    assert gelezen[1] == "b" * (32_767 - len(AFGEKAPT)) + AFGEKAPT
    # a smiley counts for two, and none is cut in half
    assert gelezen[2] == "😀" * ((32_767 - len(AFGEKAPT)) // 2) + AFGEKAPT
    assert ods.lees_tabel(_gemaakt(tmp_path, ods, _met(TEKST, (te_lang,))))[1:] == [[te_lang]]


# how much, and how far


def _te_veel() -> Iterator[Rij]:
    raise AssertionError("er is al naar rijen gevraagd")


@BEIDE
@pytest.mark.parametrize(("rijen", "breed"), [(1_048_576, 1), (1, 16_385)])
def test_wat_niet_op_een_blad_past_wordt_vooraf_geweigerd(vorm: ModuleType, rijen: int, breed: int) -> None:
    naar = io.BytesIO()
    kolommen = tuple(Kolom(f"k{nr}", f"K{nr}", "", "tekst") for nr in range(breed))
    stuk = replace(KAAL, tabel=Tabel("t", "T", kolommen, rijen, _te_veel))
    with pytest.raises(UitvoerGeweigerd, match=r"hoogstens (1\.048\.575 rijen|16\.384 kolommen)"):
        vorm.schrijf(stuk, naar, zwijg)
    assert naar.getvalue() == b""


@BEIDE
def test_meldt_hoe_ver_het_is(vorm: ModuleType) -> None:
    gehoord: list[int] = []
    vorm.schrijf(_met(GETALLEN, *[(1, 2)] * 2500), io.BytesIO(), gehoord.append)
    assert gehoord == [1000, 2000, 2500]


@BEIDE
def test_een_fout_halverwege_laat_niets_achter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, vorm: ModuleType
) -> None:
    def rijen() -> Iterator[Rij]:
        yield (1, 2)
        raise UitvoerGeweigerd("De vraag is afgebroken.")

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(UitvoerGeweigerd, match="afgebroken"):
        vorm.schrijf(replace(KAAL, tabel=Tabel("t", "T", GETALLEN, 2, rijen)), io.BytesIO(), zwijg)
    gc.collect()
    assert list(tmp_path.iterdir()) == []


GROOT = """
import io, resource, sys
from dataclasses import replace
from pagina.uitvoer.inhoud.tabel import Kolom, Tabel, zwijg
from pagina.uitvoer.vormen import ods, xlsx
from tests.pagina.uitvoer.voorbeeld import STUK

KOLOMMEN = tuple(Kolom(f"k{nr}", f"K{nr}", "", "tekst") for nr in range(5))

def schrijf(vorm, aantal):
    rijen = lambda: ((f"gemeente {nr} " * 60, "tekst", "", None, nr) for nr in range(aantal))
    with open(sys.argv[1], "wb") as naar:
        vorm.schrijf(replace(STUK, tabel=Tabel("groot", "Groot", KOLOMMEN, aantal, rijen)), naar, zwijg)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024

for vorm in (ods, xlsx):
    print(-schrijf(vorm, 500) + schrijf(vorm, 20_000))
"""


@pytest.mark.duur
@pytest.mark.skipif(sys.platform == "win32", reason="Windows meet het geheugen anders")
def test_twintigduizend_rijen_in_begrensd_geheugen(tmp_path: Path) -> None:
    uit = subprocess.run(
        [sys.executable, "-c", GROOT, str(tmp_path / "groot")],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert uit.returncode == 0, uit.stderr
    # megabytes on top of what 500 rows took; held in memory they would be 20 of text alone
    assert [int(regel) <= 10 for regel in uit.stdout.split()] == [True, True], uit.stdout


# what is not ours


@BEIDE
def test_van_een_ander_of_beschadigd_bestand(tmp_path: Path, vorm: ModuleType) -> None:
    heel = _gemaakt(tmp_path, vorm, STUK).read_bytes()
    los = io.BytesIO()
    with zipfile.ZipFile(los, "w") as zip_:
        zip_.writestr("iets.xml", "<a/>")
    with zipfile.ZipFile(io.BytesIO(heel)) as zip_:
        midden = zip_.getinfo("content.xml" if vorm is ods else "xl/worksheets/sheet1.xml").header_offset + 200
    stuk = heel[:midden] + b"\0" * 40 + heel[midden + 40 :]
    for nr, inhoud in enumerate((b"", b"gewoon tekst", heel[: len(heel) // 2], los.getvalue(), stuk)):
        pad = tmp_path / f"vreemd{nr}"
        pad.write_bytes(inhoud)
        with pytest.raises(UitvoerGeweigerd, match=f"In vreemd{nr} zijn geen cijfers te lezen"):
            vorm.lees_tabel(pad)
        if inhoud is not stuk:
            assert vorm.lees_herkomst(pad) is None
    assert vorm.lees_herkomst(tmp_path / "is er niet") is None


def test_ods_zoals_een_ander_programma_hem_bewaart(tmp_path: Path) -> None:
    """Rows and cells that are the same stand there once, with a number; the sheet goes on to its end."""
    delen = _delen(_gemaakt(tmp_path, ods, _met(GETALLEN, (5, 5))))
    rij = re.search(r"<table:table-row xmlns.*?</table:table-row>", delen["content.xml"])
    assert rij is not None
    vijf = '<table:table-cell office:value-type="float" office:value="5" table:number-columns-repeated="2"/>'
    rest = '<table:table-cell table:number-columns-repeated="16382"/>'
    nieuw = (
        f'<table:table-row table:number-rows-repeated="2">{vijf}{rest}</table:table-row>'
        f'<table:table-row table:number-rows-repeated="3">{rest}</table:table-row>'
        f"<table:table-row>{vijf}</table:table-row>"
        f'<table:table-row table:number-rows-repeated="1048569">{rest}</table:table-row>'
    )
    pad = tmp_path / "bewaard.ods"
    with zipfile.ZipFile(pad, "w") as zip_:
        for naam, inhoud in delen.items():
            zip_.writestr(naam, inhoud.replace(rij.group(), nieuw))
    leeg: list[Waarde] = [None, None]
    assert ods.lees_tabel(pad) == [["Aantal", "Deel"], [5, 5], [5, 5], leeg, leeg, leeg, [5, 5]]
