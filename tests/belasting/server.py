"""The dashboard under load: started for it, and what it takes of the machine."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.browser.conftest import WORTEL, draai
from tests.nginx import nginx

TIK = os.sysconf("SC_CLK_TCK")
#: Seconds that a session without a reader is kept under load. By default it is two minutes, which one would wait for
#: each time to see what memory comes back.
TERUG = 10


@dataclass(frozen=True)
class Server:
    """A dashboard that runs: where readers come, and its processes by their own address."""

    adres: str
    processen: dict[str, int]

    @property
    def map(self) -> Path:
        """The folder of its databases."""
        een = next(iter(self.processen.values()))
        waarden = Path(f"/proc/{een}/environ").read_bytes().split(b"\0")
        (map_,) = (w.removeprefix(b"VERBETERPUNTEN_MAP=") for w in waarden if w.startswith(b"VERBETERPUNTEN_MAP="))
        return Path(map_.decode())

    def processor(self) -> float:
        """Seconds of processor time that its processes took so far."""
        return sum(_processor(nummer) for nummer in self.processen.values())

    def geheugen(self) -> float:
        """Megabytes of memory that its processes have now."""
        return sum(_geheugen(nummer) for nummer in self.processen.values())


def _processor(nummer: int) -> float:
    velden = Path(f"/proc/{nummer}/stat").read_text(encoding="utf-8").rsplit(") ", 1)[1].split()
    return (int(velden[11]) + int(velden[12])) / TIK


def _geheugen(nummer: int) -> float:
    regels = Path(f"/proc/{nummer}/status").read_text(encoding="utf-8").splitlines()
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
def dashboard(map_: Path, *, processen: int = 1) -> Iterator[Server]:
    """Run the dashboard on the databases of a folder, on free ports of this computer, while in use.

    Several processes stand behind nginx as on a server (docs/server/nginx.conf): a reader stays in one of them.
    """
    with ExitStack() as stapel:
        adressen = [
            stapel.enter_context(
                draai(programma="dashboard.py", omgeving=omgeving(map_), logboek=map_ / f"streamlit-{nummer}.log")
            )
            for nummer in range(processen)
        ]
        eigen = {adres: nummer_op(adres) for adres in adressen}
        if processen == 1:
            yield Server(adressen[0], eigen)
        else:
            werkmap = stapel.enter_context(TemporaryDirectory(prefix="belasting-nginx-"))
            voordeur = stapel.enter_context(nginx(Path(werkmap) / "nginx", adressen))
            # who reads there trusts its certificate
            os.environ["SSL_CERT_FILE"] = str(voordeur.certificaat)
            yield Server(voordeur.adres, eigen)


def nummer_op(adres: str) -> int:
    """The process of a dashboard that was started for an address of this computer."""
    poort = adres.rpartition(":")[2]
    for pad in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            woorden = pad.read_bytes().split(b"\0")
        except OSError:
            continue
        if b"--server.port" in woorden and poort.encode() in woorden:
            return int(pad.parent.name)
    raise RuntimeError("het dashboard draait niet")
