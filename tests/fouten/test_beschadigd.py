"""The database deleted, cut short or with flipped bytes under a running dashboard: one line, never a wrong number."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from data.bouw.bouwen import bouw
from data.bouw.maken import bouwwijze
from data.fouten import Beschadigd, NietTeOpenen
from data.gebouwd import openen
from data.herstel import herstellen
from data.instellingen import PRODUCT
from pagina.delen import herstel
from queries import Bron, bron
from tests.data.winkeldoos import Winkeldoos
from tests.fouten.conftest import Boek
from tests.pagina.conftest import alles, gezond

ZAAD = 20261122
DUUR = pytest.mark.duur
#: What a reader may read while the database is made again, and nothing else.
REGEL = f"Een ogenblik\n{herstel.BEZIG}"


def _weg(map_: Path) -> None:
    openen.huidig_bestand(map_).unlink()


def _alles_weg(map_: Path) -> None:
    shutil.rmtree(map_)


def _afgekapt(map_: Path) -> None:
    bestand = openen.huidig_bestand(map_)
    os.truncate(bestand, bestand.stat().st_size // 2)


def _omgevallen(map_: Path) -> None:
    val_om(openen.huidig_bestand(map_), random.Random(ZAAD), 200)


def val_om(bestand: Path, toeval: random.Random, aantal: int) -> None:
    """Flip a bit in so many bytes of a file, in place."""
    with bestand.open("r+b") as open_:
        for _ in range(aantal):
            plek = toeval.randrange(bestand.stat().st_size)
            open_.seek(plek)
            was = open_.read(1)[0]
            open_.seek(plek)
            open_.write(bytes([was ^ 1 << toeval.randrange(8)]))


def _wijzer(inhoud: bytes | None) -> Callable[[Path], None]:
    def doe(map_: Path) -> None:
        if inhoud is None:
            (map_ / openen.WIJZER).unlink()
        else:
            (map_ / openen.WIJZER).write_bytes(inhoud)

    return doe


def _vreemd(map_: Path) -> None:
    """A database that nobody of ours built, with our tables and other numbers."""
    vreemd = Path(shutil.copy(openen.huidig_bestand(map_), map_ / "verbeterpunten-vreemd-abcdefabcdef.duckdb"))
    with duckdb.connect(vreemd) as con:
        con.execute("update opslag.dataset set datasetversie = 'vreemd'")
    openen.wijs_aan(map_, vreemd)


def _ouder(map_: Path) -> None:
    """Whole, but built by another version of the product, in which the numbers may mean something else."""
    ouder = Path(shutil.copy(openen.huidig_bestand(map_), map_ / "ouder"))
    with duckdb.connect(ouder) as con:
        con.execute("update opslag.dataset set bouwwijze = 'ouder', datasetversie = 'ouder'")
    openen.wijs_aan(map_, openen.geef_naam(ouder, map_, "verbeterpunten-ouder"))


def _zonder_tabellen(map_: Path) -> None:
    duckdb.connect(map_ / "leeg").close()
    openen.wijs_aan(map_, openen.geef_naam(map_ / "leeg", map_, "verbeterpunten-leeg"))


SCHADE: dict[str, Callable[[Path], None]] = {
    "bestand weg": _weg,
    "map weg": _alles_weg,
    "bestand afgekapt": _afgekapt,
    "bytes omgevallen": _omgevallen,
    "wijzer weg": _wijzer(None),
    "wijzer leeg": _wijzer(b""),
    "wijzer is rommel": _wijzer(b"\xff\xfe\x00rommel"),
    "wijzer naar een vreemd bestand": _vreemd,
    "database van een andere versie": _ouder,
    "database zonder tabellen": _zonder_tabellen,
}
IN_CI = ("bytes omgevallen",)


def bezoek(**link: str) -> AppTest:
    """A visit to the page Opvolging."""
    app = AppTest.from_file(str(PRODUCT / "dashboard.py"), default_timeout=60)
    app.switch_page("pagina/opvolging.py")
    for naam, waarde in link.items():
        app.query_params[naam] = waarde
    return gezond(app.run())


def wacht() -> herstellen.Poging:
    """Wait until the database was made again."""
    poging = herstellen._pogingen[Path(os.environ["VERBETERPUNTEN_MAP"]).resolve()]
    assert poging.klaar.wait(120)
    return poging


@pytest.mark.parametrize("schade", [naam if naam in IN_CI else pytest.param(naam, marks=DUUR) for naam in SCHADE])
def test_onder_een_lopend_dashboard(winkel: Winkeldoos, boek: Boek, schade: str) -> None:
    """The reader sees what was there before, or that it is being made again; and then what was there before."""
    bouw()
    ervoor = alles(bezoek())
    assert "Datasetversie" in ervoor
    SCHADE[schade](winkel.thuis)
    meteen = alles(bezoek())
    assert meteen == REGEL
    assert wacht().fout == ""
    daarna = alles(bezoek())
    boek(f"database: {schade}", geprobeerd=1, binnen=1, verloren=int(daarna != ervoor))
    assert openen.is_gaaf(openen.houd_heel(winkel.thuis, bouwwijze()))


@DUUR
def test_als_opnieuw_maken_niet_gaat(winkel: Winkeldoos, boek: Boek) -> None:
    """The reason in one sentence; once that is put right the next visit has the figures, without a restart."""
    bouw()
    ervoor = alles(bezoek())
    winkel.zet("kader/kaders", 2, "niveau", "onzin")
    _weg(winkel.thuis)
    bezoek()
    assert wacht().fout
    gezien = alles(bezoek())
    assert gezien.startswith(
        "Nog geen gegevens\nDe database is niet te maken. In de leveringen staat een fout: "
        "leveringen/kader/kaders.csv, regel 2, kolom niveau"
    )
    winkel.zet("kader/kaders", 2, "niveau", "beleid")
    wacht().einde = 0.0  # some time later
    bezoek()
    assert wacht().fout == ""
    boek("database: weg, en een fout in de leveringen", geprobeerd=1, binnen=1, verloren=int(alles(bezoek()) != ervoor))


VRAGEN = ("oordelen", "opvolging", "verloop", "stand", "bevindingen", "actiepunten")


def _antwoorden(van: Bron) -> list[pd.DataFrame]:
    """Every row of every public view."""
    with van._leest():
        return [van._con.cursor().execute(f"from {view} order by all").df() for view in VRAGEN]


@pytest.mark.parametrize("keer", [3, pytest.param(100, marks=DUUR)])
@pytest.mark.parametrize("hoe", ["omgevallen", "afgekapt"])
def test_nooit_een_ander_getal(tmp_path: Path, proef_bestand: Path, boek: Boek, keer: int, hoe: str) -> None:
    """Damage at random places of an open file whose time does not change (a bad disk): the very answer, or none."""
    toeval, gemerkt, anders = random.Random(ZAAD), 0, 0
    goed = _antwoorden(Bron(proef_bestand))
    for nummer in range(keer):
        kopie = Path(shutil.copy(proef_bestand, tmp_path / f"kopie{nummer}"))
        bestand = openen.geef_naam(kopie, tmp_path, f"verbeterpunten-{nummer}")
        openen.wijs_aan(tmp_path, bestand)
        van, tijd = bron(tmp_path), bestand.stat()
        if hoe == "omgevallen":
            val_om(bestand, toeval, toeval.choice([1, 10, 1000]))
        else:
            os.truncate(bestand, toeval.randrange(tijd.st_size))
        os.utime(bestand, ns=(tijd.st_atime_ns, tijd.st_mtime_ns))
        assert not openen.is_gaaf(bestand)
        try:
            antwoorden = _antwoorden(van)
        except Beschadigd:
            gemerkt += 1
            with pytest.raises(NietTeOpenen):
                bron(tmp_path)
        else:
            anders += not all(a.equals(b) for a, b in zip(antwoorden, goed, strict=True))
        bestand.unlink()
    boek(f"database: {hoe} onder een open bestand", geprobeerd=keer, binnen=gemerkt, verloren=anders)
    assert gemerkt > 0
