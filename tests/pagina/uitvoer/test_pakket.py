"""Zips that are the same wherever they are made."""

from __future__ import annotations

import io
import os
import time
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

import pytest

from pagina.uitvoer.vormen.pakket import herpak, pakket, vast

DELEN = [("b.csv", b"een;twee\r\n"), ("map/é.json", b"{}"), ("a.txt", b"x" * 5000)]


class Pijp(io.RawIOBase):
    """Takes bytes and cannot go back, as a pipe."""

    def __init__(self) -> None:
        self.ontvangen = b""

    def writable(self) -> bool:
        return True

    def write(self, deel: object) -> int:
        self.ontvangen += bytes(deel)  # type: ignore[call-overload]
        return len(deel)  # type: ignore[arg-type]


def _pak_in(delen: Iterable[tuple[str, bytes]], naar: BinaryIO) -> None:
    with pakket(naar) as deel:
        for naam, inhoud in delen:
            with deel(naam) as bestand:
                bestand.write(inhoud)


def _ingepakt() -> bytes:
    naar = io.BytesIO()
    _pak_in(DELEN, naar)
    return naar.getvalue()


def test_delen_staan_erin_in_de_gegeven_volgorde() -> None:
    with zipfile.ZipFile(io.BytesIO(_ingepakt())) as zip_:
        assert zip_.testzip() is None
        assert [(deel.filename, zip_.read(deel)) for deel in zip_.infolist()] == DELEN


def test_geen_klok_geen_rechten_geen_machine() -> None:
    with zipfile.ZipFile(io.BytesIO(_ingepakt())) as zip_:
        for deel in zip_.infolist():
            assert deel.date_time == (1980, 1, 1, 0, 0, 0)
            assert (deel.create_system, deel.external_attr >> 16) == (3, 0o100644)
            # no room for more than 4 GB: Excel repairs a file that has it
            assert (deel.extract_version, deel.extra) == (20, b"")


def test_een_pijp_krijgt_dezelfde_bytes_als_een_bestand() -> None:
    pijp = Pijp()
    _pak_in(DELEN, pijp)  # type: ignore[arg-type]
    assert pijp.ontvangen == _ingepakt()


def test_delen_in_stukjes_geschreven() -> None:
    naar = io.BytesIO()
    with pakket(naar) as deel:
        for naam, inhoud in DELEN:
            with deel(naam) as bestand:
                for plek in range(0, len(inhoud), 7):
                    bestand.write(inhoud[plek : plek + 7])
    with zipfile.ZipFile(naar) as zip_:
        assert [zip_.read(naam) for naam, _ in DELEN] == [inhoud for _, inhoud in DELEN]


def test_twee_keer_dezelfde_naam_kan_niet() -> None:
    with pytest.raises(ValueError, match=r"‘a\.txt’ staat er al in"):
        _pak_in([("a.txt", b"1"), ("a.txt", b"2")], io.BytesIO())


def _los(map_: Path, namen: list[str], moment: float) -> bytes:
    """A zip as a library makes it: of files with their own times."""
    pad = map_ / "los.zip"
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as zip_:
        for naam in namen:
            bestand = map_ / naam.replace("/", "_")
            bestand.write_text(naam)
            os.utime(bestand, (moment, moment))
            zip_.write(bestand, naam)
        zip_.writestr("leeg/", b"")
    return pad.read_bytes()


def test_vast_maakt_gelijk_wat_op_een_andere_dag_is_gemaakt(tmp_path: Path) -> None:
    namen = ["xl/b.xml", "_rels/.rels", "mimetype", "xl/a.xml", "[Content_Types].xml"]
    vandaag, later = time.time(), time.time() + 400 * 86_400
    ene, andere = _los(tmp_path, namen, vandaag), _los(tmp_path, namen[::-1], later)
    assert ene != andere
    assert vast(ene) == vast(andere) == vast(vast(ene))
    with zipfile.ZipFile(io.BytesIO(vast(ene))) as zip_:
        assert zip_.namelist() == ["mimetype", "[Content_Types].xml", "_rels/.rels", "xl/a.xml", "xl/b.xml"]
        assert [zip_.read(naam).decode() for naam in zip_.namelist()] == zip_.namelist()
        soorten = {deel.filename: deel.compress_type for deel in zip_.infolist()}
    assert soorten["mimetype"] == zipfile.ZIP_STORED
    assert soorten["xl/a.xml"] == zipfile.ZIP_DEFLATED


def test_herpak_kan_een_deel_veranderen() -> None:
    naar = io.BytesIO()
    herpak(io.BytesIO(_ingepakt()), naar, {"b.csv": bytes.upper})
    with zipfile.ZipFile(naar) as zip_:
        assert zip_.read("b.csv") == b"EEN;TWEE\r\n"
        assert zip_.read("a.txt") == DELEN[2][1]
