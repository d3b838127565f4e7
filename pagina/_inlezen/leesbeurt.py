"""One report being read in the background: how far it is, how to stop it, and what came of it. No streamlit inside.

The page polls it; other sessions do not notice, since the reading itself runs in a process of its own.
"""

from __future__ import annotations

import shutil
import tempfile
import threading
from dataclasses import dataclass, field
from pathlib import Path

from data import journaal
from data.bestandsnaam import veilige_naam
from data.fouten import in_een_zin
from data.instellingen import instellingen
from data.rapporten.bekend import Bekend
from data.rapporten.fouten import Gestopt, Onleesbaar
from data.rapporten.lezen import lees_rapport
from data.rapporten.voorstel import maak, nieuwe_map

GESTOPT = "Het lezen is gestopt. Er is niets bewaard."


@dataclass
class Leesbeurt:
    """A report that is being read. `voorstel` is the name of what came of it, `fout` why nothing did."""

    naam: str
    gedaan: int = 0
    totaal: int = 0
    voorstel: str = ""
    fout: str = ""
    _stop: threading.Event = field(default_factory=threading.Event)
    _draad: threading.Thread | None = None

    @property
    def bezig(self) -> bool:
        """Whether reading goes on."""
        return self._draad is not None and self._draad.is_alive()

    def stop(self) -> None:
        """Stop reading; nothing is stored."""
        self._stop.set()

    def wacht(self, seconden: float | None = None) -> None:
        """Wait until reading is done."""
        if self._draad is not None:
            self._draad.join(seconden)

    def begin(self, inhoud: bytes, bekend: Bekend) -> None:
        """Start reading the bytes of a file, in a thread that ends with the server."""
        self._draad = threading.Thread(target=self._lees, args=(inhoud, bekend), name="inlezen", daemon=True)
        self._draad.start()

    def _voortgang(self, gedaan: int, totaal: int) -> None:
        self.gedaan, self.totaal = gedaan, totaal

    def _lees(self, inhoud: bytes, bekend: Bekend) -> None:
        tijdelijk = Path(tempfile.mkdtemp(prefix="inlezen-"))
        try:
            bron = tijdelijk / "bron"
            bron.write_bytes(inhoud)
            gelezen = lees_rapport(bron, naam=self.naam, bekend=bekend, voortgang=self._voortgang, stop=self._stop)
            if self._stop.is_set():
                self.fout = GESTOPT
                return
            map_ = nieuwe_map(instellingen().voorstellen, self.naam)
            self.voorstel = maak(gelezen, bron, naam=self.naam, bekend=bekend, naar=map_).map.name
        except (Onleesbaar, Gestopt) as fout:
            self.fout = str(fout)
        except OSError as fout:
            self.fout = f"Dit rapport is niet gelezen en er is niets bewaard. {in_een_zin(fout)}"
        except Exception as fout:  # noqa: BLE001 - said to the reader and written to the log, never passed over
            # nobody else sees what happens in this thread: without a sentence the page would wait for ever
            nummer = journaal.onverwacht("lezen_mislukt", fout)
            self.fout = (
                "Dit rapport is door een fout in het dashboard niet gelezen. Er is niets bewaard; probeer het opnieuw "
                f"of noem de beheerder foutnummer {nummer}."
            )
        finally:
            shutil.rmtree(tijdelijk, ignore_errors=True)


def begin(naam: str, inhoud: bytes, bekend: Bekend) -> Leesbeurt:
    """Start reading a file that was offered under this name."""
    beurt = Leesbeurt(veilige_naam(naam))
    beurt.begin(inhoud, bekend)
    return beurt
