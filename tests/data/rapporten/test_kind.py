"""The process that reads: progress, stopping, and limits that hold whatever a reader does."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.rapporten import lezen, lezers
from data.rapporten.bekend import bekend, uit_mappen
from data.rapporten.document import Alinea, Document
from data.rapporten.fouten import Gestopt, Onleesbaar
from data.rapporten.proces import kind
from data.rapporten.proces.kind import Grenzen, vraag_kind
from tests.data.rapporten.bestanden import een_zin
from tests.data.rapporten.kindhulp import lees_in_kind
from tests.geleverd import NASLAG

NA = "tests.data.rapporten.lezers_na:"
#: Far more than a start takes on a busy machine, far less than the readers that never end would take.
RUIM = 25.0

#: Linux 5.13 or later on a processor that afsluiten.py knows: all that these tests are run on.
alleen_linux = pytest.mark.skipif(sys.platform != "linux", reason="the kernel's own limits are those of Linux")
alleen_posix = pytest.mark.skipif(sys.platform == "win32", reason="limits are those of POSIX")


@pytest.fixture
def rapport(tmp_path: Path) -> Path:
    pad = tmp_path / "rapport"
    pad.write_text("inhoud")
    return pad


@pytest.fixture(autouse=True)
def _niets_blijft_achter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """After every test: no child still there or not waited for, no thread, no file."""
    kinderen: list[subprocess.Popen[bytes]] = []
    wacht_af = subprocess.Popen.__init__

    def onthoud(proces: subprocess.Popen[bytes], *args: object, **opties: object) -> None:
        wacht_af(proces, *args, **opties)  # type: ignore[call-overload]
        kinderen.append(proces)

    monkeypatch.setattr(subprocess.Popen, "__init__", onthoud)
    draden = threading.active_count()
    yield
    assert threading.active_count() == draden
    for proces in kinderen:
        assert proces.returncode is not None
        assert proces.stdout is None or proces.stdout.closed
    assert {pad.name for pad in tmp_path.iterdir()} <= {"rapport"}


def fout_van(rapport: Path, lezer: str, *, seconden: float = RUIM, megabytes: int = kind.MEGABYTES) -> str:
    with pytest.raises(Onleesbaar) as fout:
        lees_in_kind(rapport, naam="r.txt", seconden=seconden, megabytes=megabytes, lezer=NA + lezer)
    return een_zin(str(fout.value))


def test_leest_een_rapport_en_zegt_hoe_ver_het_is(rapport: Path) -> None:
    stappen: list[tuple[int, int]] = []
    naam = "één ✓ rapport; $(rm -rf).txt"
    document = lees_in_kind(
        rapport, naam=naam, voortgang=lambda klaar, totaal: stappen.append((klaar, totaal)), lezer=f"{NA}in_stappen"
    )
    assert document == Document("proef", (Alinea((naam, "inhoud")), Alinea(("é ✓",), 7)), ("Let op.",))
    assert stappen == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_de_gewone_lezer_leest_ook_zo(rapport: Path) -> None:
    assert lees_in_kind(rapport, naam="r.txt") == Document("tekstbestand", (Alinea(("inhoud",)),))


def test_een_weigering_komt_over(rapport: Path) -> None:
    assert fout_van(rapport, "weigert") == "Dit wil ik niet lezen."


def test_wat_een_bibliotheek_afdrukt_is_geen_antwoord(rapport: Path) -> None:
    assert lees_in_kind(rapport, naam="r.txt", lezer=f"{NA}kletst") == Document("proef", ())


@alleen_posix
def test_te_veel_geheugen(rapport: Path) -> None:
    begin = time.monotonic()
    assert fout_van(rapport, "eet_geheugen", megabytes=200) == kind.TE_VEEL_GEHEUGEN
    assert time.monotonic() - begin < RUIM


@pytest.mark.parametrize("lezer", ["slaapt", "rekent"])
def test_te_lang(rapport: Path, lezer: str) -> None:
    begin = time.monotonic()
    assert fout_van(rapport, lezer, seconden=0.5) == kind.TE_LANG.format("0,5")
    assert time.monotonic() - begin < RUIM


def test_herkennen_dat_te_lang_duurt_is_afgebroken(rapport: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tables and recognition run in the child as well: what hangs there ends there."""
    monkeypatch.setattr(lezen, "LEZER", f"{NA}herkent_eindeloos")
    begin = time.monotonic()
    with pytest.raises(Onleesbaar) as fout:
        lezen.lees_rapport(rapport, naam="r.txt", bekend=uit_mappen(()), grenzen=Grenzen(seconden=4))
    assert str(fout.value) == kind.TE_LANG.format("4")
    assert time.monotonic() - begin < RUIM


def test_ook_herkennen_is_te_stoppen(rapport: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lezen, "LEZER", f"{NA}herkent_eindeloos")
    stop = threading.Event()
    begin = time.monotonic()
    with pytest.raises(Gestopt):
        lezen.lees_rapport(rapport, naam="r.txt", bekend=uit_mappen(()), voortgang=lambda *_: stop.set(), stop=stop)
    assert time.monotonic() - begin < RUIM


def test_het_kind_weet_wat_de_ouder_weet(rapport: Path) -> None:
    """The child reads the leveringen by itself and finds what this process would find."""
    rapport.write_text("Uitkomsten\n\nIndicator\t2014\nAls hulp stagneert\t✓ Er is een plan.\nx\tX Niets.\n")
    weten = bekend(NASLAG)
    gelezen = lezen.lees_rapport(rapport, naam="r.txt", bekend=weten)
    hier = lezen.lees_geheel(rapport, naam="r.txt", meld=lambda *_: None, mappen=[str(m) for m in weten.mappen])
    assert gelezen == hier
    assert [cel.lezing.uitkomst for cel in gelezen.tabellen.cellen] == ["voldoet", "verbeterpunt"]


@pytest.mark.parametrize("lezer", ["andere_vorm", "verkeerd_veld", "extra_veld"])
def test_een_antwoord_dat_niet_klopt_is_geen_antwoord(rapport: Path, lezer: str) -> None:
    assert fout_van(rapport, lezer) == kind.VASTGELOPEN


@pytest.mark.parametrize("lezer", ["sluit_af", "breekt_af", "struikelt", "zegt_onzin", "bestaat_niet"])
def test_een_kind_dat_omvalt(rapport: Path, lezer: str) -> None:
    assert fout_van(rapport, lezer) == kind.VASTGELOPEN


def test_een_antwoord_zonder_einde_wordt_niet_afgewacht(rapport: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kind, "MEEST_UIT", 1_000_000)
    assert fout_van(rapport, "praat_eindeloos") == kind.TE_VEEL_TEKST


def test_stoppen_terwijl_het_leest(rapport: Path) -> None:
    stop = threading.Event()
    begin = time.monotonic()
    with pytest.raises(Gestopt) as fout:
        lees_in_kind(rapport, naam="r.txt", voortgang=lambda *_: stop.set(), stop=stop, lezer=f"{NA}slaapt")
    assert een_zin(str(fout.value))
    assert time.monotonic() - begin < RUIM


def test_stoppen_voor_het_begint(rapport: Path) -> None:
    stop = threading.Event()
    stop.set()
    with pytest.raises(Gestopt):
        lees_in_kind(rapport, naam="r.txt", stop=stop, lezer=f"{NA}slaapt")


def test_ook_als_wie_toekijkt_struikelt_blijft_er_niets_achter(rapport: Path) -> None:
    def struikel(klaar: int, totaal: int) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        lees_in_kind(rapport, naam="r.txt", voortgang=struikel, lezer=f"{NA}slaapt")


def test_wie_geen_plaats_krijgt_wacht_en_mag_stoppen(rapport: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vol = threading.BoundedSemaphore(1)
    vol.acquire()
    monkeypatch.setattr(kind, "_plaatsen", vol)
    assert fout_van(rapport, "weigert", seconden=0.2) == kind.TE_LANG.format("0,2")
    stop = threading.Event()
    stop.set()
    with pytest.raises(Gestopt):
        lees_in_kind(rapport, naam="r.txt", stop=stop)
    vol.release()
    assert fout_van(rapport, "weigert") == "Dit wil ik niet lezen."
    assert vol.acquire(blocking=False), "the place is given back"


@alleen_posix
def test_het_kind_schrijft_niets_en_opent_weinig(rapport: Path) -> None:
    assert lees_in_kind(rapport, naam="r", lezer=f"{NA}schrijft").vorm in {"OSError", "PermissionError"}
    (rapport.parent / "gelekt").unlink(missing_ok=True)
    assert lees_in_kind(rapport, naam="r", lezer=f"{NA}opent_veel").vorm == "OSError"


def test_het_kind_kent_onze_omgeving_niet(rapport: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERBETERPUNTEN_GEHEIM", "wachtwoord")
    namen = lees_in_kind(rapport, naam="r", lezer=f"{NA}kijkt_rond").vorm.split(",")
    assert set(namen) <= {*kind._OMGEVING, "LC_ALL", "LC_CTYPE"}


def test_een_kind_dat_werkt_kent_geen_geheimen(rapport: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even the setting that may hold the password of the lake."""
    monkeypatch.setenv("VERBETERPUNTEN_OPSLAG", "ducklake:postgres:password=geheim")
    namen = uit_werkend_kind(rapport, tmp_path, monkeypatch, "kijkt_rond").vorm.split(",")
    assert set(namen) <= {*kind._OMGEVING, "LC_ALL", "LC_CTYPE", "TMPDIR", *kind._ZUINIG, *kind._WAAR}


def uit_werkend_kind(rapport: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lezer: str) -> Document:
    """What a child answers that may write in a folder of its own."""
    monkeypatch.setenv("VERBETERPUNTEN_MAP", str(tmp_path / "databases"))
    with tempfile.TemporaryDirectory() as map_:
        grenzen = Grenzen(RUIM, werkmap=Path(map_))
        antwoord = vraag_kind(Document, NA + lezer, rapport, naam="r", grenzen=grenzen)
    shutil.rmtree(tmp_path / "databases")
    return antwoord


@alleen_linux
@pytest.mark.parametrize("werkt", [False, True])
def test_een_kind_breekt_niet_uit(
    rapport: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, werkt: bool
) -> None:
    """No socket of any kind, not even past Python; no file of ours changed; nothing of the server seen."""
    if werkt:
        antwoord = uit_werkend_kind(rapport, tmp_path, monkeypatch, "breekt_uit")
    else:
        antwoord = lees_in_kind(rapport, naam="r", lezer=f"{NA}breekt_uit")
    assert antwoord.vorm == "-1,PermissionError,gaierror"
    wat = ["maakt", "overschrijft", "verwijdert", "hernoemt", "kijkt in het geheugen van de ouder"]
    mag = ["in zijn werkmap: gelukt"] if werkt else []
    assert antwoord.blokken == (Alinea((*(f"{daad}: PermissionError" for daad in wat), *mag)),)
    assert rapport.read_text() == "inhoud"


def test_waar_de_kern_het_niet_kan_weigert_python_sockets() -> None:
    """As on Windows and macOS; of files nothing is promised there."""
    proef = """
import socket, sys
from pathlib import Path
from data.rapporten.proces import afsluiten
sys.platform = "darwin"
assert not afsluiten.zonder_net()
assert not afsluiten.alleen_schrijven_in([Path(".")])
for doe in (socket.socket, lambda: socket.getaddrinfo("localhost", 80)):
    try:
        doe()
    except PermissionError as fout:
        print(fout)
"""
    uit = subprocess.run([sys.executable, "-c", proef], capture_output=True, text=True, check=True, cwd=kind._WORTEL)
    assert uit.stdout.splitlines() == ["Dit proces heeft geen netwerk."] * 2


def test_een_bestand_dat_er_niet_is(tmp_path: Path) -> None:
    with pytest.raises(Onleesbaar) as fout:
        lees_in_kind(tmp_path / "weg.pdf", naam="weg.pdf")
    assert str(fout.value) == lezers.WEG


def test_het_begin_laadt_geen_grote_bibliotheken() -> None:
    """A reader's library is loaded when its kind of file comes; the start of a child stays quick."""
    proef = "import sys; import data.rapporten.proces.kindproces, data.rapporten.lezen; print(*sys.modules)"
    uit = subprocess.run([sys.executable, "-c", proef], capture_output=True, text=True, check=True, cwd=kind._WORTEL)
    assert not {"pdfplumber", "docx", "odfdo", "openpyxl", "duckdb", "pandas", "streamlit"} & set(uit.stdout.split())
