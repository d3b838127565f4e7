"""data/levering/blik.py: a glance lets nothing through that a look at every line would refuse."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.levering import blik
from data.levering.blik import LANGSTE_REGEL, bekijk
from data.levering.vorm import lees_precies
from tests.hoeveel import voorbeelden

KOP = "van,naar,reden"
KOLOMMEN = tuple(KOP.split(","))


def pad(map_: Path, inhoud: bytes) -> Path:
    bestand = map_ / "indicator_gelijk.csv"
    bestand.write_bytes(inhoud)
    return bestand


@pytest.mark.parametrize("einde", ["\n", "\r\n"])
def test_een_goed_bestand_is_in_een_blik_gezien(tmp_path: Path, einde: str) -> None:
    """With the same checksum and number of lines as the strict look, over several blocks too."""
    regels = [KOP, *(f'{nr},"b, ""{nr}""",✓ {"x" * 900}' for nr in range(4000)), '"",,""']
    for laatste in ("", einde):
        bestand = pad(tmp_path, (einde.join(regels) + laatste).encode())
        gezien, precies = bekijk(bestand, KOLOMMEN), lees_precies(bestand, "proef")
        assert gezien is not None
        assert (gezien.regels - 1, gezien.controlegetal) == (precies.aantal, precies.controlegetal)
        assert precies.aantal == 4001
        assert precies.fouten == []


@pytest.mark.parametrize(
    "inhoud",
    [
        b"", b"\n", b"naar,van,reden\nb,a,c\n", b"\xef\xbb\xbfvan,naar,reden\na,b,c\n", f"{KOP}\na,b\n".encode(),
        f"{KOP}\na,b,c,d\n".encode(), f"{KOP}\na,b,c,d\na,b\n".encode(), f"{KOP}\n\na,b,c\n".encode(),
        f'{KOP}\na,b"b,c\n'.encode(), f'{KOP}\na,""b"",c\n'.encode(), f'{KOP}\na, "b",c\n'.encode(),
        f'{KOP}\na,"b\nb",c\n'.encode(), f'{KOP}\na,"b\r\nb",c\n'.encode(), f'{KOP}\na,"b,c\n'.encode(),
        f"{KOP}\na,b\x00,c\n".encode(), f'{KOP}\na,"b\x0bb",c\n'.encode(), f"{KOP}\na,b\rb,c\n".encode(),
        f"{KOP}\r\na,b,c\nd,e,f\r\n".encode(), f"{KOP}\na,b,\xe9\n".encode("latin-1"),
        f"{KOP}\na,b,{'c' * LANGSTE_REGEL}\n".encode(),
    ],
)  # fmt: skip
def test_waar_iets_mee_is_wordt_nagekeken(tmp_path: Path, inhoud: bytes) -> None:
    assert bekijk(pad(tmp_path, inhoud), KOLOMMEN) is None


@settings(max_examples=voorbeelden(150), deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(
    stukken=st.lists(
        st.sampled_from(
            [
                b"a",
                b"b c",
                b",",
                b",",
                b",",
                b'"',
                b'"',
                b'""',
                b"\n",
                b"\n",
                b"\r\n",
                b"\r",
                b"\t",
                b"\x01",
                b"\xc3\xa9",
                b"\xc3",
            ]
        ),
        max_size=24,
    ),
    blok=st.sampled_from([1, 7, 1 << 20]),
)
def test_wat_in_een_blik_goed_is_is_goed(
    tmp_path_factory: pytest.TempPathFactory, stukken: list[bytes], blok: int
) -> None:
    """Of any bytes below a good header; in blocks of any size."""
    bestand = pad(tmp_path_factory.mktemp("blik"), f"{KOP}\n".encode() + b"".join(stukken))
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(blik, "_BLOK", blok)
        gezien = bekijk(bestand, KOLOMMEN)
    precies = lees_precies(bestand, "proef")
    if gezien is not None:
        assert precies.fouten == []
        assert (gezien.regels - 1, gezien.controlegetal) == (precies.aantal, precies.controlegetal)
    elif b"\r" not in b"".join(stukken):
        assert precies.fouten != []
