"""A backup holds everything that is not derived; what is put back is the same, or nothing is."""

from __future__ import annotations

import hashlib
import json
import shutil
import stat
import subprocess
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data.__main__ import main
from data.aanvaarding.wijzigen import schrijf_levering, trek_in
from data.fouten import Bezet, LogboekDicht, ReservekopieGeweigerd
from data.herstel import reservekopie, terugzetten
from data.herstel.reservekopie import INHOUD, maak
from data.herstel.terugzetten import VORIGE, zet_terug
from data.levering.leveringen import versies, zoek
from data.levering.winkelmap import TERUGZETTEN
from data.slot import alleen
from queries import bron
from tests.data.winkeldoos import Winkeldoos, vervolg

Bestanden = dict[str, bytes]


class Kluis(Winkeldoos):
    """The store of the tests of acceptance, with a voorstel, a logboek and a folder for backups."""

    def __init__(self, map_: Path, monkeypatch: pytest.MonkeyPatch, gebouwd: Path) -> None:
        super().__init__(map_, monkeypatch, gebouwd)
        self.delen = {"leveringen": self.map, "voorstellen": map_ / "voorstellen", "logboek": map_ / "logboek"}
        self.kopieen = map_ / "kopieen"
        monkeypatch.setenv("VERBETERPUNTEN_VOORSTELLEN", str(self.delen["voorstellen"]))
        monkeypatch.setenv("VERBETERPUNTEN_LOGBOEK", str(self.delen["logboek"]))
        voorstel = self.delen["voorstellen"] / "rapport-1"
        (voorstel / "bron").mkdir(parents=True)
        (voorstel / "voorstel.json").write_text("{}", encoding="utf-8")
        (voorstel / ".slot").touch()
        (voorstel / "bron" / "Mijn rapport (é).pdf").write_bytes(bytes(range(256)))
        self.delen["logboek"].mkdir(exist_ok=True)
        self.logboek.write_bytes(b"een\ntwee\n")

    @property
    def logboek(self) -> Path:
        return self.delen["logboek"] / "logboek.jsonl"

    def alles(self) -> Bestanden:
        """Every file of the three parts but locks and what is kept aside."""
        gevonden = {}
        for deel, map_ in self.delen.items():
            for pad in map_.rglob("*"):
                plek = pad.relative_to(map_)
                if pad.is_file() and not plek.parts[0].startswith(".") and pad.name != ".slot":
                    gevonden[f"{deel}/{plek.as_posix()}"] = pad.read_bytes()
        return gevonden | {"logboek/logboek.jsonl": self.oud_logboek()}

    def oud_logboek(self) -> bytes:
        """What stood in the logboek before this test: what the product adds is JSON."""
        regels = self.logboek.read_bytes().splitlines(keepends=True) if self.logboek.exists() else []
        return b"".join(regel for regel in regels if not regel.startswith(b"{"))

    def versie(self) -> str:
        """The datasetversie of the current database."""
        return bron(self.thuis).datasetversie

    def kopie(self) -> Path:
        return maak(self.kopieen).bestand


@pytest.fixture
def kluis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, proef_bestand: Path) -> Kluis:
    return Kluis(tmp_path, monkeypatch, proef_bestand)


@pytest.fixture
def snel(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without building: for what happens to files."""
    monkeypatch.setattr(terugzetten, "_proef", lambda *_: {})
    monkeypatch.setattr(terugzetten, "bouw", lambda **_: None)


@pytest.fixture(scope="module")
def kopieen() -> dict[str, bytes]:
    """The backup of the untouched store: the same for every test that only reads it."""
    return {}


@pytest.fixture
def kopie(kluis: Kluis, kopieen: dict[str, bytes]) -> Path:
    """A backup of the untouched store."""
    if not kopieen:
        gemaakt = kluis.kopie()
        kopieen[gemaakt.name] = gemaakt.read_bytes()
    ((naam, inhoud),) = kopieen.items()
    pad = kluis.kopieen / naam
    pad.parent.mkdir(exist_ok=True)
    pad.write_bytes(inhoud)
    return pad


def herschrijf(kopie: Path, doe: Callable[[Bestanden], object], *, sommen: bool = True) -> None:
    """Make a backup anew with other contents; with `sommen` its checksums fit them."""
    with zipfile.ZipFile(kopie) as zip_:
        inhoud = {naam: zip_.read(naam) for naam in zip_.namelist()}
    doe(inhoud)
    if sommen:
        regels = (
            f"{hashlib.sha256(bytes_).hexdigest()}  {naam}\n"
            for naam, bytes_ in sorted(inhoud.items())
            if naam != "controlegetallen.txt"
        )
        inhoud["controlegetallen.txt"] = "".join(regels).encode()
    with zipfile.ZipFile(kopie, "w") as zip_:
        for naam, bytes_ in inhoud.items():
            zip_.writestr(naam, bytes_)


# --- there and back ------------------------------------------------------------------------------------------------


def test_na_terugzetten_is_alles_en_de_datasetversie_hetzelfde(kluis: Kluis) -> None:
    with kluis.zonder_bouwen():
        schrijf_levering(vervolg(), door="Els")
        ervoor, gemaakt = kluis.alles(), maak(kluis.kopieen)
        trek_in("vervolg", reden="fout", door="Els")
    shutil.rmtree(kluis.delen["voorstellen"])
    assert versies(zoek([kluis.map])[0])["datasetversie"] != gemaakt.datasetversie
    klaar = zet_terug(gemaakt.bestand)
    assert kluis.alles() == ervoor
    # the readers' own database too
    assert kluis.versie() == gemaakt.datasetversie
    versie = dict.fromkeys(("datasetversie", "datasetversie_met_concept"), gemaakt.datasetversie)
    assert klaar.toen == klaar.nu == versie == versies(zoek([kluis.map])[0])
    (bewaard,) = klaar.bewaard
    assert bewaard.name.startswith(VORIGE)
    assert {pad.name for pad in bewaard.iterdir()} == {"kader", "feiten", "vervolg", "vervolg-ingetrokken"}


def test_op_een_lege_machine(kluis: Kluis) -> None:
    ervoor, gemaakt = kluis.alles(), maak(kluis.kopieen)
    for map_ in (*kluis.delen.values(), kluis.thuis):
        shutil.rmtree(map_)
    klaar = zet_terug(gemaakt.bestand)
    assert kluis.alles() == ervoor
    assert kluis.versie() == gemaakt.datasetversie
    assert klaar.bewaard == ()


def test_de_inhoud_is_met_gewoon_gereedschap_na_te_gaan(kluis: Kluis, tmp_path: Path) -> None:
    kopie = kluis.kopie()
    assert stat.S_IMODE(kopie.stat().st_mode) == 0o600
    assert [pad.name for pad in kluis.kopieen.iterdir()] == [kopie.name]
    with zipfile.ZipFile(kopie) as zip_:
        assert set(zip_.namelist()) == {*kluis.alles(), INHOUD, "controlegetallen.txt"}
        assert "voorstellen/rapport-1/bron/Mijn rapport (é).pdf" in zip_.namelist()
        zip_.extractall(tmp_path / "uit")
    if shutil.which("sha256sum"):
        subprocess.run(
            ["sha256sum", "--check", "--strict", "--quiet", "controlegetallen.txt"], cwd=tmp_path / "uit", check=True
        )


def test_wie_aanvaardt_gaat_voor_en_wie_bewaart_ziet_een_hele_levering(kluis: Kluis) -> None:
    """The backup waits for the lock of the store; putting back does not wait, and says who is at work."""
    gemaakt: list[Path] = []
    bezig = threading.Thread(target=lambda: gemaakt.append(kluis.kopie()))
    kopie = kluis.kopie()
    with alleen(kluis.map, wacht=False):
        (kluis.map / ".aanvaarden-x").mkdir()
        with pytest.raises(Bezet):
            zet_terug(kopie)
        kopie.unlink()
        bezig.start()
        bezig.join(0.3)
        assert not gemaakt
        (kluis.map / ".aanvaarden-x").rmdir()
    bezig.join(20)
    assert gemaakt


def test_een_beschadigde_levering_gaat_mee_en_wordt_genoemd(kluis: Kluis, capsys: pytest.CaptureFixture[str]) -> None:
    kluis.zet("feiten/oordelen", 2, "uitkomst", "prima")
    (kluis.map / "feiten" / "elders").symlink_to("/etc/hostname")
    assert main(["reservekopie", "--naar", str(kluis.kopieen)]) == 1
    fout = capsys.readouterr().err
    assert "leveringen/feiten/elders is een koppeling" in fout
    (kopie,) = kluis.kopieen.iterdir()
    ervoor = kluis.alles()
    with pytest.raises(ReservekopieGeweigerd, match=r"(?s)kolom uitkomst.*Er is niets veranderd"):
        zet_terug(kopie)
    assert kluis.alles() == ervoor


def test_een_voorstel_waaraan_wordt_gewerkt_is_van_een_moment(kluis: Kluis, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that changes while it is copied has the voorstel copied again, until it holds still."""
    echt, keren = shutil.copytree, []
    voorstel = kluis.delen["voorstellen"] / "rapport-1" / "voorstel.json"

    def kopieer(van: Path, *args: Any, **kwargs: Any) -> Path:  # noqa: ANN401
        uit: Path = echt(van, *args, **kwargs)
        if van == voorstel.parent:  # it calls itself for a folder within
            keren.append(1)
            if len(keren) < 3:
                voorstel.write_text("x" * len(keren), encoding="utf-8")
        return uit

    monkeypatch.setattr(shutil, "copytree", kopieer)
    with zipfile.ZipFile(kluis.kopie()) as zip_:
        assert zip_.read("voorstellen/rapport-1/voorstel.json") == b"xx"
    assert len(keren) == 3
    keren.clear()
    monkeypatch.setattr(reservekopie, "POGINGEN", 2)
    with pytest.raises(ReservekopieGeweigerd, match="verandert telkens"):
        kluis.kopie()
    assert len(list(kluis.kopieen.iterdir())) == 1, "nothing half is left"


# --- the logboek is only added to ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("nu", "daarna", "zin"),
    [
        (None, b"een\ntwee\n", "teruggezet"),
        (b"een\n", b"een\ntwee\n", "teruggezet"),
        (b"een\ntwee\n", b"een\ntwee\n", "al gelijk"),
        (b"een\ntwee\ndrie\n", b"een\ntwee\ndrie\n", "gaat verder"),
        (b"anders\n", b"anders\n", "ligt ernaast"),
    ],
)
def test_van_het_logboek_gaat_niets_af(
    snel: None, kluis: Kluis, kopie: Path, nu: bytes | None, daarna: bytes, *, zin: str
) -> None:
    kluis.logboek.unlink()
    if nu is not None:
        kluis.logboek.write_bytes(nu)
    klaar = zet_terug(kopie)
    assert zin in klaar.logboek
    assert kluis.oud_logboek() == daarna
    ernaast = [pad.read_bytes() for pad in kluis.delen["logboek"].glob("*.uit-reservekopie-*")]
    assert ernaast == ([b"een\ntwee\n"] if zin == "ligt ernaast" else [])


def test_een_dicht_logboek_houdt_het_terugzetten_niet_tegen(
    snel: None, kluis: Kluis, kopie: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everything is back, and whoever put it back reads that nothing says so."""

    def dicht(_: object) -> None:
        raise LogboekDicht("Het logboek is niet te schrijven.")

    monkeypatch.setattr(terugzetten, "schrijf", dicht)
    (kluis.map / "feiten" / "sinds.txt").write_text("x", encoding="utf-8")
    klaar = zet_terug(kopie)
    assert klaar.logboek == (
        "Het logboek was al gelijk. Dat dit is teruggezet, is er niet in te schrijven: zoek uit waarom."
    )
    assert not (kluis.map / "feiten" / "sinds.txt").exists()


# --- what is refused -------------------------------------------------------------------------------------------------


def _koppeling(kopie: Path) -> None:
    kop = zipfile.ZipInfo("leveringen/feiten/elders.csv")
    kop.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(kopie, "a") as zip_:
        zip_.writestr(kop, "/etc/passwd")


def _dubbel(kopie: Path) -> None:
    with zipfile.ZipFile(kopie, "a") as zip_:
        zip_.writestr("leveringen/feiten/OORDELEN.csv", b"")


def _half(kopie: Path) -> None:
    kopie.write_bytes(kopie.read_bytes()[: kopie.stat().st_size // 2])


def _omgevallen_byte(kopie: Path) -> None:
    inhoud = bytearray(kopie.read_bytes())
    with zipfile.ZipFile(kopie) as zip_:
        lid = zip_.getinfo("leveringen/feiten/oordelen.csv")
    # of its own head: the lengths of its name and of what is extra
    lengte = sum(int.from_bytes(inhoud[lid.header_offset + plek :][:2], "little") for plek in (26, 28))
    inhoud[lid.header_offset + 30 + lengte + 10] ^= 0x40
    kopie.write_bytes(inhoud)


def _met(naam: str) -> Callable[[Path], None]:
    return lambda kopie: herschrijf(kopie, lambda inhoud: inhoud.update({naam: b"x"}))


def _zegt(**velden: object) -> Callable[[Path], None]:
    def doe(inhoud: Bestanden) -> None:
        inhoud[INHOUD] = json.dumps({**json.loads(inhoud[INHOUD]), **velden}).encode()

    return lambda kopie: herschrijf(kopie, doe)


GEVALLEN: dict[str, Callable[[Path], object]] = {
    "omhoog": _met("leveringen/../../elders.csv"),
    "omhoog met schuine streep terug": _met("leveringen/..\\elders.csv"),
    "een vast pad": _met("/tmp/elders.csv"),
    "een schijf": _met("leveringen/C:elders.csv"),
    "een ander deel": _met("build/huidig.txt"),
    "los bovenin": _met("huidig.txt"),
    "een slot": _met("leveringen/.slot"),
    "een map onderweg": _met(f"leveringen/{TERUGZETTEN}x/levering.csv"),
    "een lege naam": _met("leveringen//levering.csv"),
    "een map als bestand": _met("leveringen/feiten"),
    "een map": _met("leveringen/map/"),
    "een stuurteken": _met("leveringen/a\x07b.csv"),
    "een koppeling": _koppeling,
    "twee namen op één schijf": _dubbel,
    "de helft": _half,
    "een omgevallen byte": _omgevallen_byte,
    "leeg": lambda kopie: kopie.write_bytes(b""),
    "geen zip": lambda kopie: kopie.write_bytes(b"%PDF-1.7"),
    "een andere zip": lambda kopie: herschrijf(kopie, lambda inhoud: inhoud.pop(INHOUD)),
    "zonder controlegetallen": lambda kopie: herschrijf(
        kopie, lambda inhoud: inhoud.pop("controlegetallen.txt"), sommen=False
    ),
    "een veranderd bestand": lambda kopie: herschrijf(
        kopie, lambda inhoud: inhoud.update({"leveringen/feiten/levering.csv": b"x"}), sommen=False
    ),
    # of a levering the build on trial would tell too
    "een veranderd voorstel": lambda kopie: herschrijf(
        kopie, lambda inhoud: inhoud.update({"voorstellen/rapport-1/voorstel.json": b"x"}), sommen=False
    ),
    "een bestand minder": lambda kopie: herschrijf(
        kopie, lambda inhoud: inhoud.pop("leveringen/feiten/oordelen.csv"), sommen=False
    ),
    "een bestand meer": lambda kopie: herschrijf(
        kopie, lambda inhoud: inhoud.update({"leveringen/feiten/nieuw.csv": b"x"}), sommen=False
    ),
    "van later": _zegt(vorm=2),
    "zegt niets": _zegt(vorm="x"),
    "bouwt niet": lambda kopie: herschrijf(kopie, lambda inhoud: inhoud.pop("leveringen/kader/kaders.csv")),
    "weg": lambda kopie: kopie.unlink(),
}


@pytest.mark.parametrize("geval", GEVALLEN)
def test_wat_geen_hele_reservekopie_is_verandert_niets(geval: str, kluis: Kluis, kopie: Path, tmp_path: Path) -> None:
    GEVALLEN[geval](kopie)
    (kluis.map / "feiten" / "sinds.txt").write_text("x", encoding="utf-8")
    ervoor = {pad: pad.read_bytes() for pad in tmp_path.rglob("*") if pad.is_file() and pad.name != ".slot"}
    with pytest.raises(ReservekopieGeweigerd, match="Er is niets veranderd"):
        zet_terug(kopie)
    assert {pad: pad.read_bytes() for pad in tmp_path.rglob("*") if pad.is_file() and pad.name != ".slot"} == ervoor
    assert not list(tmp_path.rglob(".uitpakken-*"))


def test_wat_niet_past_wordt_niet_uitgepakt(snel: None, kluis: Kluis, monkeypatch: pytest.MonkeyPatch) -> None:
    kopie, ervoor = kluis.kopie(), kluis.alles()
    vol = shutil.disk_usage("/")._replace(free=1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: vol)
    with pytest.raises(ReservekopieGeweigerd, match="0 MB vrij"):
        zet_terug(kopie)
    assert kluis.alles() == ervoor


@pytest.mark.parametrize("stap", range(1, 6))
def test_afgebroken_terugzetten_verliest_niets_en_bouwt_niet_half(
    stap: int, snel: None, kluis: Kluis, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cut off at each move: no build takes half a store for the whole, all is there, and once more completes it."""
    kopie, ervoor = kluis.kopie(), kluis.alles()
    kluis.levering("erbij", "erbij")
    echt, keren = Path.rename, []

    class Weg(BaseException):
        """In the place of kill -9."""

    def verplaats(van: Path, naar: Path) -> Path:
        keren.append(van)
        if len(keren) > stap:
            raise Weg
        return echt(van, naar)

    with monkeypatch.context() as half:
        half.setattr(Path, "rename", verplaats)
        with pytest.raises(Weg):
            zet_terug(kopie)
    assert any("niet helemaal teruggezet" in fout.mis for fout in zoek([kluis.map])[1])
    overal = {pad.parent.name for pad in kluis.map.rglob("levering.csv")}
    assert {"kader", "feiten", "erbij"} <= overal
    zet_terug(kopie)
    assert kluis.alles() == ervoor
    assert not zoek([kluis.map])[1]
    assert {"kader", "feiten"} == {pad.name for pad in kluis.map.iterdir() if not pad.name.startswith(".")}
    assert list(kluis.map.glob(f"{VORIGE}*/**/erbij/levering.csv"))


def test_de_opdrachten_zeggen_wat_er_is_gebeurd(snel: None, kluis: Kluis, capsys: pytest.CaptureFixture[str]) -> None:
    versie = versies(zoek([kluis.map])[0])["datasetversie"]
    assert main(["reservekopie", "--naar", str(kluis.kopieen)]) == 0
    (kopie,) = kluis.kopieen.iterdir()
    uit = capsys.readouterr().out
    aantal = len([naam for naam in kluis.alles() if naam.startswith("leveringen/")])
    assert f"Datasetversie: {versie}\nBestanden: leveringen {aantal}, voorstellen 2, logboek 1\n" in uit
    assert main(["terugzetten", str(kopie), "--door", "Els"]) == 0
    laatste = json.loads(kluis.logboek.read_bytes().splitlines()[-1])
    verteld = {naam: laatste[naam] for naam in ("soort", "waarover", "door", "rol")}
    assert verteld == {"soort": "teruggezet", "waarover": kopie.name, "door": "Els", "rol": "opdracht"}
    assert laatste["gegevens"]["datasetversie"] == versie
    uit = capsys.readouterr().out
    assert f"Datasetversie: {versie}\n" in uit
    assert "Het logboek was al gelijk.\nWat er was, staat in: " in uit
    assert main(["terugzetten", str(kluis.map)]) == 1
    assert "is een map" in capsys.readouterr().err
    kluis.map.rename(kluis.map.with_name("weg"))
    assert main(["reservekopie", "--naar", str(kluis.kopieen)]) == 1
    assert "De map met leveringen is er niet" in capsys.readouterr().err
