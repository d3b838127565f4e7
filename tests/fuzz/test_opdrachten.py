"""The commands: any arguments end in 0, 1 or 2 with Dutch on the screen; any file for `controleer` in an answer."""

from __future__ import annotations

import contextlib
import io
import json
import re
import time
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import example
from hypothesis import strategies as st

from data.__main__ import main as data_main
from pagina.uitvoer.__main__ import main as uitvoer_main
from pagina.uitvoer.opdrachten.vragen import KAMERBRIEF, vragen
from pagina.uitvoer.vormen.formaten import FORMATEN
from tests.fuzz.bestanden import BYTEDADEN, LASTIG, PLEK, XMLDADEN, verknoei_bytes, verknoei_pakket
from tests.hoeveel import KEER, eigenschap

WOORD = st.sampled_from(
    [
        *("ggsr-beleid", "GGSR casus", "2013-2014", "2013 → 2014"),
        *("Alkmaar", "GM0361", "Atlantis", "Samenwerking", "ja", "verloop"),
        *("-1", "--", "-", "=", "@x", "%s", "é", "\u202e", "🙂"),
        *("\udcff", "x" * 2000, "../x", "/dev/null/x", "*", "", " ", "0"),
        *("2026-01-01", "2026-02-30", "0001-01-01", "9999-12-31"),
        *("8b7b5323d614", "peildatum=2026-01-01", "indicator=x", "=x", "rapport="),
    ]
) | st.text(st.characters(exclude_characters="\0"), max_size=6)  # fmt: skip
OPTIES = st.sampled_from(
    [f"--{naam}" for naam in ("kader", "periode", "thema", "onderwerp", "gemeente", "provincie", "bewijs", "status")]
    + [
        "--eenheid",
        "--telwijze",
        "--per",
        "--waarde",
        "--versie",
        "--bekend",
        "--met-concept",
        "--formaat",
        "--help",
        "-h",
        "--f",
        "--json",
    ]
)
VRAGEN = st.sampled_from([KAMERBRIEF, *sorted(vragen()), "controleer", "open-dat", "bestaat_niet", "--help", ""])
AANROEP = st.builds(
    lambda vraag, formaat, paren: [vraag, *formaat, *(deel for paar in paren for deel in paar)],
    VRAGEN,
    st.sampled_from([[], ["--formaat", "csv-rfc4180"], ["--formaat", "csv"], ["--formaat=ods"], ["--formaat", "pdf"]]),
    st.lists(st.tuples(OPTIES, WOORD) | st.tuples(WOORD) | st.tuples(OPTIES), max_size=4),
)
#: Every command of `python -m data` with arguments that cannot do more than read: nothing exists that they name.
DATA = st.tuples(
    st.sampled_from(["bouw", "lees", "aanvaard", "trek-in", "maak-openbaar", "voorbeeld", "bou", "--help", ""]),
    st.lists(
        st.sampled_from(
            [
                "--leveringen",
                "--naar",
                "--kennisdatum",
                "--door",
                "--reden",
                "--concept",
                "--gemeenten",
                "--jaren",
                "--zaad",
            ]
        )
        | WOORD,
        max_size=6,
    ),
)
ENGELS = re.compile(
    r"\b(?:error|exception|traceback|usage|invalid|argument|required|expected|unrecognized|choose|not found|none)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def map_(tmp_path_factory: pytest.TempPathFactory, geleverd_map: Path) -> Iterator[Path]:
    """An empty folder to work in, with the shipped database."""
    plek = tmp_path_factory.mktemp("opdrachten")
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("VERBETERPUNTEN_MAP", str(geleverd_map))
        omgeving.setenv("VERBETERPUNTEN_LEVERINGEN", str(tmp_path_factory.mktemp("geen")))
        omgeving.setenv("COLUMNS", "100")
        omgeving.chdir(plek)
        yield plek


def _roep(main: object, woorden: Sequence[str]) -> tuple[int, str]:
    """The exit status and what was said, to a screen that takes UTF-8 as ours do."""
    uit = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    fout = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="backslashreplace")
    begin = time.process_time()
    with contextlib.redirect_stdout(uit), contextlib.redirect_stderr(fout):
        try:
            status = main(list(woorden))  # type: ignore[operator]
        except SystemExit as einde:
            status = einde.code
    assert time.process_time() - begin < 20
    gezegd = []
    for stroom in (uit, fout):
        stroom.flush()
        gezegd.append(stroom.buffer.getvalue().decode())
    return int(status or 0), "\n".join(gezegd)


def _is_nederlands(gezegd: str, woorden: Sequence[str]) -> None:
    for woord in sorted(woorden, key=len, reverse=True):
        gezegd = gezegd.replace(woord, "") if len(woord) > 3 else gezegd
    assert not ENGELS.search(gezegd), gezegd[-600:]


@eigenschap("voorstellen en bestanden", gewoon=15, lang=1500, woorden=AANROEP)
@example(woorden=["opvolging", "--naar", "\udcff.csv", "--formaat", "csv-rfc4180"])
@example(woorden=["opvolging_tabel", "--gemeente", "\udcff"])
def test_elke_aanroep_van_uitvoer(map_: Path, woorden: list[str]) -> None:
    status, gezegd = _roep(uitvoer_main, woorden)
    assert status in {0, 1, 2}
    assert gezegd.strip()
    _is_nederlands(gezegd, woorden)
    for pad in map_.iterdir():
        pad.unlink()


@eigenschap("voorstellen en bestanden", gewoon=10, lang=600, aanroep=DATA)
def test_elke_aanroep_van_data(map_: Path, aanroep: tuple[str, list[str]]) -> None:
    opdracht, rest = aanroep
    # what would be built or written, other tests build and write; here only what stops before that
    woorden = [opdracht, *(woord for woord in rest if woord not in {"--naar", "--leveringen"} or opdracht == "lees")]
    if opdracht == "bouw" and "--kennisdatum" not in rest:
        woorden.append("--kennisdatum=gisteren")
    status, gezegd = _roep(data_main, woorden)
    assert status in {0, 1, 2}
    _is_nederlands(gezegd, woorden)


#: An ordinary run makes those that are made at once.
BESTANDEN = ("csv-rfc4180", "csv", "ods", *(("csv-excel-nl", "xlsx", "docx", "svg", "png") if KEER > 1 else ()))


@pytest.fixture(scope="module")
def uitvoer(map_: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """One file in each format, as the command makes it."""
    gemaakt = {}
    for formaat in BESTANDEN:
        pad = tmp_path_factory.mktemp("heel") / f"bestand{FORMATEN[formaat].uitgang}"
        vraag = KAMERBRIEF if FORMATEN[formaat].van_brief else "opvolging_tabel"
        status, gezegd = _roep(uitvoer_main, [vraag, "--formaat", formaat, "--gemeente", "Alkmaar", "--naar", str(pad)])
        assert status == 0, gezegd
        gemaakt[formaat] = pad.read_bytes()
    return gemaakt


@eigenschap(
    "voorstellen en bestanden",
    gewoon=8,
    lang=800,
    formaat=st.sampled_from(BESTANDEN),
    binnen=st.booleans(),
    heel=st.booleans(),
    welk=PLEK,
    daden=BYTEDADEN,
    xmldaden=XMLDADEN,
)
def test_een_verknoeid_bestand_controleren(
    map_: Path,
    uitvoer: dict[str, bytes],
    formaat: str,
    binnen: bool,  # noqa: FBT001 - drawn
    heel: bool,  # noqa: FBT001 - drawn
    welk: int,
    daden: list[tuple[str, int, int, bytes]],
    xmldaden: list[tuple[str, int, int, str]],
) -> None:
    inhoud = uitvoer[formaat]
    if inhoud.startswith(b"PK") and binnen:
        inhoud = verknoei_pakket(inhoud, welk, heel, xmldaden, daden)
    else:
        inhoud = verknoei_bytes(inhoud, daden)
    _controleer(map_ / f"bestand{FORMATEN[formaat].uitgang}", inhoud)


@eigenschap(
    "voorstellen en bestanden",
    gewoon=5,
    lang=600,
    veld=st.sampled_from(
        ["vraag", "parameters", "selectie", "link", "opdracht", "exportnummer", "datasetversie", "rapporten", "fictief"]
    ),
    waarde=st.recursive(
        st.none() | st.booleans() | st.integers() | st.sampled_from(LASTIG) | WOORD,
        lambda deel: (
            st.lists(deel, max_size=3)
            | st.dictionaries(st.sampled_from(["kader", "periode", "themas", "x"]), deel, max_size=3)
        ),
        max_leaves=5,
    ),
)
def test_een_andere_herkomst_controleren(map_: Path, uitvoer: dict[str, bytes], veld: str, waarde: object) -> None:
    """What a file says of itself is somebody else's word: any value of it."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(uitvoer["csv"])) as oud, zipfile.ZipFile(uit, "w") as nieuw:
        for info in oud.infolist():
            deel = oud.read(info)
            if info.filename == "herkomst.json":
                deel = json.dumps(json.loads(deel) | {veld: waarde}).encode()
            nieuw.writestr(info, deel)
    _controleer(map_ / "bestand.csv.zip", uit.getvalue())


@pytest.mark.parametrize(
    ("was", "wordt"),
    [
        (b"<table:table-row ", b'<table:table-row table:number-rows-repeated="2000000000" '),
        (b'office:value="2013"', b'office:value="1E999999999"'),
        (b"</text:p>", b'<text:s text:c="2000000000"/></text:p>'),
    ],
)
def test_een_klein_bestand_dat_groot_wil_worden(
    map_: Path, uitvoer: dict[str, bytes], was: bytes, wordt: bytes
) -> None:
    """What a few bytes say is repeated a thousand million times, is not: the answer comes at once."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(uitvoer["ods"])) as oud, zipfile.ZipFile(uit, "w") as nieuw:
        for info in oud.infolist():
            deel = oud.read(info)
            if info.filename == "content.xml":
                assert was in deel
                deel = deel.replace(was, wordt)
            nieuw.writestr(info, deel)
    _controleer(map_ / "bestand.ods", uit.getvalue())


def _controleer(pad: Path, inhoud: bytes) -> None:
    pad.write_bytes(inhoud)
    status, gezegd = _roep(uitvoer_main, ["controleer", str(pad)])
    assert status in {0, 1}
    assert gezegd.strip()
    assert not re.search(r"Traceback|Error\b", gezegd)
    pad.unlink()
