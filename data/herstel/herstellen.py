"""A database that is gone or damaged is made again: it is derived, so nothing is lost but a moment.

In a thread, one at a time: the leveringen may take minutes, and readers are told meanwhile.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from data import journaal
from data.bouw.bouwen import bouw
from data.fouten import LeveringGeweigerd, Weigering, in_een_zin
from data.instellingen import instellingen
from data.lake.volgen import volg_opnieuw

#: Seconds before what failed is tried again: the same leveringen would only be refused again.
PAUZE = 30.0


@dataclass
class Poging:
    """One try to make the databases of a folder again; `fout` is a Dutch sentence where it failed."""

    fout: str = ""
    einde: float = 0.0
    klaar: threading.Event = field(default_factory=threading.Event)

    @property
    def bezig(self) -> bool:
        """Whether it has not ended yet."""
        return not self.klaar.is_set()

    @property
    def telt(self) -> bool:
        """Whether it says how things are: it goes on, or failed only just now."""
        return self.bezig or (bool(self.fout) and time.monotonic() - self.einde < PAUZE)

    def doe(self) -> None:
        """Make what is current again: from the leveringen, or where a lake is shared from that."""
        try:
            if instellingen().opslag:
                volg_opnieuw()
            else:
                bouw()
        except LeveringGeweigerd as geweigerd:
            rest = len(geweigerd.fouten) - 1
            meer = f" En nog {rest} andere {'fout' if rest == 1 else 'fouten'}." if rest else ""
            self.fout = f"In de leveringen staat een fout: {geweigerd.fouten[0]}{meer}"
        except (Weigering, OSError) as fout:
            self.fout = in_een_zin(fout)
        except (duckdb.Error, RuntimeError) as fout:
            nummer = journaal.onverwacht("herstel_mislukt", fout)
            self.fout = f"Het bouwen is mislukt door een fout in dit product. Noem de beheerder foutnummer {nummer}."
        finally:
            self.einde = time.monotonic()
            self.klaar.set()


_slot = threading.Lock()
_pogingen: dict[Path, Poging] = {}


def herstel() -> Poging:
    """Begin to make the databases of the settings again, unless somebody is at it or it failed just now."""
    map_ = instellingen().map.resolve()
    with _slot:
        poging = _pogingen.get(map_)
        if poging is None or not poging.telt:
            journaal.waarschuw("herstel")
            poging = _pogingen[map_] = Poging()
            threading.Thread(target=poging.doe, name="herstel", daemon=True).start()
        return poging
