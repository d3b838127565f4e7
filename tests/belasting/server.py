"""The dashboard under load: started for it, and what it takes of the machine."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.browser.conftest import WORTEL, draai

TIK = os.sysconf("SC_CLK_TCK")
#: Seconds that a session without a reader is kept under load. By default it is two minutes, which one would wait for
#: each time to see what memory comes back.
TERUG = 10


@dataclass(frozen=True)
class Server:
    """A dashboard that runs, and its process."""

    adres: str
    nummer: int

    @property
    def map(self) -> Path:
        """The folder of its databases."""
        waarden = Path(f"/proc/{self.nummer}/environ").read_bytes().split(b"\0")
        (map_,) = (w.removeprefix(b"VERBETERPUNTEN_MAP=") for w in waarden if w.startswith(b"VERBETERPUNTEN_MAP="))
        return Path(map_.decode())

    def processor(self) -> float:
        """Seconds of processor time that it took so far."""
        velden = Path(f"/proc/{self.nummer}/stat").read_text(encoding="utf-8").rsplit(") ", 1)[1].split()
        return (int(velden[11]) + int(velden[12])) / TIK

    def geheugen(self) -> float:
        """Megabytes of memory that it has now."""
        regels = Path(f"/proc/{self.nummer}/status").read_text(encoding="utf-8").splitlines()
        return int(next(regel for regel in regels if regel.startswith("VmRSS")).split()[1]) / 1024


def omgeving(map_: Path) -> dict[str, str]:
    """The settings of a dashboard on the databases of a folder."""
    eigen = {"VERBETERPUNTEN_MAP": str(map_), "VERBETERPUNTEN_VOORSTELLEN": str(map_ / "voorstellen")}
    return os.environ | eigen | {"PYTHONUTF8": "1", "STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": str(TERUG)}


def bouw(map_: Path, *, gemeenten: int, jaren: int) -> None:
    """Make fictional leveringen of so many gemeenten, and the database of them."""
    leveringen = map_ / "leveringen"
    maat = ["--gemeenten", str(gemeenten), "--jaren", str(jaren), "--naar", str(leveringen)]
    for opdracht in (["voorbeeld", *maat], ["bouw", "--leveringen", str(leveringen)]):
        klaar = subprocess.run(
            [sys.executable, "-m", "data", *opdracht],
            cwd=WORTEL, env=omgeving(map_), check=False, capture_output=True, text=True,
        )  # fmt: skip
        if klaar.returncode:
            raise RuntimeError(f"python -m data {opdracht[0]}: {klaar.stderr}")


@contextmanager
def dashboard(map_: Path) -> Iterator[Server]:
    """Run the dashboard on the databases of a folder, on a free port of this computer, while in use."""
    with draai(programma="dashboard.py", omgeving=omgeving(map_), logboek=map_ / "streamlit.log") as adres:
        yield server_op(adres)


def server_op(adres: str) -> Server:
    """The dashboard that was started for an address of this computer."""
    poort = adres.rpartition(":")[2]
    for pad in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            woorden = pad.read_bytes().split(b"\0")
        except OSError:
            continue
        if b"--server.port" in woorden and poort.encode() in woorden:
            return Server(adres, int(pad.parent.name))
    raise RuntimeError("het dashboard draait niet")
