"""The audit trail: whole lines whoever writes, a chain that shows every change, and no line half written."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from data.__main__ import main
from data.fouten import LogboekDicht
from data.instellingen import PRODUCT
from data.logboek import logboek
from data.logboek.logboek import BEGIN, Gebeurtenis, lees, schrijf


@pytest.fixture
def pad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of an audit trail of three lines."""
    monkeypatch.setenv("VERBETERPUNTEN_LOGBOEK", str(tmp_path / "logboek"))
    monkeypatch.setenv("VERBETERPUNTEN_LEVERINGEN", str(tmp_path / "leveringen"))
    for nummer in range(3):
        schrijf(_export(nummer))
    return logboek.bestand()


def _export(nummer: int) -> Gebeurtenis:
    return Gebeurtenis("geëxporteerd", f"vraag {nummer}", "Piet Puk", "lezer", {"formaat": "ods", "rijen": nummer})


def _regels(pad: Path) -> list[bytes]:
    return pad.read_bytes().splitlines(keepends=True)


def test_een_regel_is_json_met_het_controlegetal_van_zichzelf_en_van_de_vorige(pad: Path) -> None:
    """Worked out anew: SHA-256 over the line as it is without its last field."""
    vorige = "0" * 64
    for nummer, regel in enumerate(_regels(pad)):
        veld = json.loads(regel)
        assert list(veld) == ["om", "soort", "waarover", "door", "rol", "gegevens", "vorige", "som"]
        assert (veld["waarover"], veld["door"], veld["rol"]) == (f"vraag {nummer}", "Piet Puk", "lezer")
        assert veld["gegevens"] == {"formaat": "ods", "rijen": nummer}
        assert veld["om"].endswith("+00:00")
        assert veld["vorige"] == vorige
        zonder, _, _ = regel.decode().rpartition(',"som":')
        vorige = hashlib.sha256(f"{zonder}}}".encode()).hexdigest()
        assert veld["som"] == vorige
    boek = lees()
    assert boek.bezwaren == ()
    assert boek.laatste_som == vorige
    assert [regel.wat for regel in boek.regels] == [_export(nummer) for nummer in range(3)]


def test_zonder_bestand_is_er_niets_en_is_alles_heel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERBETERPUNTEN_LOGBOEK", str(tmp_path / "nog-niet"))
    boek = lees()
    assert (boek.regels, boek.bezwaren, boek.breuk, boek.laatste_som) == ((), (), None, BEGIN)


def _vervang(nummer: int, oud: bytes, nieuw: bytes) -> Callable[[list[bytes]], list[bytes]]:
    def doe(regels: list[bytes]) -> list[bytes]:
        anders = regels[nummer].replace(oud, nieuw)
        assert anders != regels[nummer]
        return [*regels[:nummer], anders, *regels[nummer + 1 :]]

    return doe


def _met_nieuwe_som(regels: list[bytes]) -> list[bytes]:
    """The second line says another name, and has the checksum that goes with it."""
    lijf = regels[1].replace(b"Piet Puk", b"Jan Mug").rpartition(b',"som":')[0] + b"}"
    som = hashlib.sha256(lijf).hexdigest()
    return [regels[0], lijf[:-1] + f',"som":"{som}"}}\n'.encode(), regels[2]]


@pytest.mark.parametrize(
    ("doe", "breuk"),
    [
        (_vervang(0, b"Piet", b"Joop"), 1),
        (_vervang(1, b"Piet", b"Joop"), 2),
        (_vervang(2, b"Piet", b"Joop"), 3),
        (_vervang(1, b'"rijen":1', b'"rijen":7'), 2),
        (_vervang(2, b'"som":"', b'"som" :"'), 3),
        (_met_nieuwe_som, 3),
        (lambda regels: regels[1:], 1),
        (lambda regels: [regels[0], regels[2]], 2),
        (lambda regels: [regels[1], regels[0], regels[2]], 1),
        (lambda regels: [*regels[:2], regels[1], regels[2]], 3),
        (lambda regels: [*regels, b'{"soort":"aanvaard"}\n'], 4),
    ],
    ids=[
        "eerste",
        "tweede",
        "laatste",
        "getal",
        "vorm",
        "som",
        "begin weg",
        "midden weg",
        "volgorde",
        "dubbel",
        "erbij",
    ],
)
def test_een_verandering_wordt_gevonden_met_haar_regel(
    pad: Path, doe: Callable[[list[bytes]], list[bytes]], breuk: int, capsys: pytest.CaptureFixture[str]
) -> None:
    pad.write_bytes(b"".join(doe(_regels(pad))))
    assert lees().breuk == breuk
    assert main(["logboek", "--bestand", str(pad)]) == 1
    assert f"klopt niet vanaf regel {breuk}." in capsys.readouterr().err
    schrijf(_export(3))  # what comes after does not hide it
    assert lees().breuk == breuk
    assert lees().regels[-1].wat == _export(3)


@pytest.mark.parametrize("over", range(1, 250, 31))
def test_een_afgebroken_laatste_regel_wordt_genoemd_en_breekt_niets(pad: Path, over: int) -> None:
    """Cut off after so many bytes of the third line, as a power cut may; two more are written after."""
    regels = _regels(pad)
    assert len(regels[2]) > 250
    pad.write_bytes(b"".join(regels[:2]) + regels[2][:over])
    assert [(b.regel, b.breekt) for b in lees().bezwaren] == [(3, False)]
    schrijf(_export(3))
    schrijf(_export(4))
    boek = lees()
    assert [(b.regel, b.breekt) for b in boek.bezwaren] == [(3, False)]
    assert "halverwege afgebroken" in boek.bezwaren[0].zin
    assert [regel.wat.waarover for regel in boek.regels] == ["vraag 0", "vraag 1", "vraag 3", "vraag 4"]
    # the piece is held by the chain too
    pad.write_bytes(pad.read_bytes().replace(regels[2][:over] + b"\n", b"weg\n"))
    assert lees().breuk == 4


def test_een_regel_die_alleen_haar_einde_mist_telt_gewoon(pad: Path) -> None:
    pad.write_bytes(pad.read_bytes()[:-1])
    assert [(b.regel, b.breekt) for b in lees().bezwaren] == [(3, False)]
    schrijf(_export(3))
    assert lees().bezwaren == ()
    assert len(lees().regels) == 4


def test_een_lange_laatste_regel_wordt_heel_gelezen(pad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logboek, "_BLOK", 7)
    schrijf(_export(3))
    assert lees().bezwaren == ()


def test_wat_iemand_invult_kan_geen_regel_namaken_of_het_scherm_sturen(pad: Path) -> None:
    schrijf(
        Gebeurtenis(
            "aanvaard", "x\ny\x1b[2J", 'a","rol":"beheerder', "", {"reden": "één\u2028twee", "lang": "z" * 9000}
        )
    )
    boek = lees()
    assert boek.bezwaren == ()
    wat = boek.regels[-1].wat
    assert (wat.waarover, wat.door, wat.rol) == ("x y [2J", 'a","rol":"beheerder', "")
    assert wat.gegevens == {"reden": "één twee", "lang": "z" * 2000 + " …"}


SCHRIJVER = """
import sys
from data.logboek.logboek import Gebeurtenis, schrijf
print("klaar", flush=True)
sys.stdin.readline()
for nummer in range(40):
    schrijf(Gebeurtenis("geëxporteerd", str(nummer), sys.argv[1], "", {"veel": "w" * 3000}))
"""


def test_twee_servers_op_een_map_schrijven_hele_regels(pad: Path) -> None:
    """Two processes that begin at once, each forty lines of three kilobytes."""
    opdracht = [sys.executable, "-c", SCHRIJVER]
    pijp = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "cwd": PRODUCT, "text": True}
    servers = [subprocess.Popen([*opdracht, naam], **pijp) for naam in ("een", "twee")]  # type: ignore[call-overload]
    for server in servers:
        server.stdout.readline()
    for server in servers:
        server.stdin.write("\n")
        server.stdin.flush()
    for server in servers:
        server.communicate(timeout=60)
        assert server.returncode == 0
    boek = lees()
    assert boek.bezwaren == ()
    assert len(boek.regels) == 3 + 80
    for naam in ("een", "twee"):
        assert [regel.wat.waarover for regel in boek.regels if regel.wat.door == naam] == [str(n) for n in range(40)]


@pytest.mark.parametrize(
    ("nummer", "woord"),
    [(errno.ENOSPC, "De schijf is vol"), (errno.EROFS, "alleen te lezen"), (errno.EIO, "De schijf geeft een fout")],
)
def test_wat_niet_geschreven_kan_worden_laat_niets_achter(
    pad: Path, monkeypatch: pytest.MonkeyPatch, nummer: int, woord: str
) -> None:
    ervoor = pad.read_bytes()

    def fout(*_: object) -> None:
        raise OSError(nummer, os.strerror(nummer))

    with monkeypatch.context() as kapot:
        kapot.setattr(os, "fsync", fout)
        with pytest.raises(LogboekDicht, match=woord) as dicht:
            schrijf(_export(3))
    assert str(dicht.value).startswith("Er is niets gedaan, want het logboek in ")
    assert pad.read_bytes() == ervoor


def test_een_halve_regel_op_een_volle_schijf_gaat_weer_weg(pad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ervoor, echt = pad.read_bytes(), os.write
    with monkeypatch.context() as vol:
        vol.setattr(os, "write", lambda greep, inhoud: echt(greep, inhoud[:20]))
        with pytest.raises(LogboekDicht, match="De schijf is vol"):
            schrijf(_export(3))
    assert pad.read_bytes() == ervoor


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="dit systeem heeft geen volle schijf om te proberen")
def test_op_een_echt_volle_schijf(pad: Path) -> None:
    pad.unlink()
    pad.symlink_to("/dev/full")
    with pytest.raises(LogboekDicht, match="De schijf is vol"):
        schrijf(_export(3))


def test_een_map_die_er_niet_kan_komen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bestand").touch()
    monkeypatch.setenv("VERBETERPUNTEN_LOGBOEK", str(tmp_path / "bestand" / "logboek"))
    with pytest.raises(LogboekDicht, match="is niet te schrijven"):
        schrijf(_export(0))


def test_een_ander_mag_het_bestand_niet_lezen(pad: Path) -> None:
    assert pad.stat().st_mode & 0o007 == 0
    assert pad.parent.stat().st_mode & 0o007 == 0


def test_de_opdracht_toont_de_regels_en_het_oordeel(pad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    schrijf(Gebeurtenis("geëxporteerd", "stand"))
    assert main(["logboek", "--laatste", "2"]) == 0
    derde, vierde, oordeel, som = capsys.readouterr().out.splitlines()
    assert derde.startswith("3. 2")
    assert derde.endswith(" UTC geëxporteerd: vraag 2; Piet Puk (lezer); formaat ods")
    assert vierde.endswith(" UTC geëxporteerd: stand; niet aangemeld")
    assert oordeel == f"Het logboek {pad} is heel: 4 regels."
    assert som == f"Controlegetal van de laatste regel: {json.loads(_regels(pad)[-1])['som']}"


def test_een_apart_gezet_bestand_dat_er_niet_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["logboek", "--bestand", str(tmp_path / "weg.jsonl")]) == 1
    assert capsys.readouterr().err == f"Het bestand {tmp_path / 'weg.jsonl'} is er niet.\n"
