"""What a gemeente says it did, on the pages: beside what is open, with its own word and sign, never as opgepakt."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from pagina._gemeente import dossier
from pagina._gemeente.blad import blad_van
from pagina.delen.gegevens import Gegevens
from pagina.uitvoer.vormen.bezoekblad import bezoekblad
from queries import bron
from tests.pagina.conftest import Open, alles, gebouwd, html_tekst, waarden
from tests.queries.hulp import schrijf_levering
from tests.queries.schetsen import GEMELD


@pytest.fixture(scope="module")
def map_(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the database of the sketch with a reactie."""
    return gebouwd(tmp_path_factory.mktemp("db"), schrijf_levering(tmp_path_factory.mktemp("gemeld"), GEMELD))


def test_agenda_noemt_het_en_telt_het_als_open(open_pagina: Open, map_: Path) -> None:
    app = open_pagina("agenda", map_=map_, peildatum="2022-01-01")
    kader, acties = next(tekst for tekst in waarden(app.markdown) if tekst.startswith("- **")).splitlines()
    assert kader.startswith(
        "- **Verzonnen kader**: drie open verbeterpunten (Een en Twee). Daarvan is één gemeld als opgepakt door de "
        "gemeente zelf, niet getoetst. Het langst open: sinds 2019 (Een en Twee)."
    )
    assert acties.startswith("- **Actiepunten**: één open en één gemeld als opgepakt door de gemeente zelf")
    (lijst,) = (tabel.value for tabel in app.dataframe)
    kolommen = ["Soort", "Stand", "Gemeld, niet getoetst", "Gemeld in"]
    assert sorted(lijst[kolommen].itertuples(index=False, name=None)) == [
        ("actiepunt", "gemeld door de gemeente", "◇ gemeld", "De reactie van Een"),
        ("actiepunt", "open", "", ""),
        ("verbeterpunt", "open", "", ""),
        ("verbeterpunt", "open", "", ""),
        ("verbeterpunt", "open", "◇ gemeld", "De reactie van Een"),
    ]
    assert "Een verbeterpunt dat is gemeld, staat ook bij ‘Open’: niemand heeft het getoetst." in html_tekst(app)


def test_agenda_alleen_wat_gemeld_is(open_pagina: Open, map_: Path) -> None:
    app = open_pagina("agenda", map_=map_, peildatum="2022-01-01", stand="gemeld door de gemeente")
    (lijst,) = (tabel.value for tabel in app.dataframe)
    assert sorted(lijst["Stand"]) == ["gemeld door de gemeente", "open"]
    assert set(lijst["Gemeld, niet getoetst"]) == {"◇ gemeld"}


def test_gemeente(open_pagina: Open, map_: Path) -> None:
    app = open_pagina("gemeente", map_=map_, gemeente="Een", beeld="Stand nu")
    tekst = html_tekst(app)
    assert "twee verbeterpunten staan nu open, sinds 2019; één daarvan is gedaan volgens de gemeente" in tekst
    # beside the one verbeterpunt and on the card of the one actiepunt
    assert tekst.count("◇ gedaan volgens de gemeente, niet getoetst") == 2
    assert tekst.count("De reactie van Een") >= 2
    assert "◇" not in html_tekst(open_pagina("gemeente", map_=map_, gemeente="Twee", beeld="Stand nu"))


def test_bezoekblad(map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERBETERPUNTEN_MAP", str(map_))
    feiten = Gegevens(bron())
    blad = blad_van(feiten, dossier.lees(feiten, "FG0001", vandaag=dt.date(2022, 1, 1)))
    tekst = bezoekblad(blad).decode()
    assert tekst.count("◇ Gedaan volgens de gemeente, niet getoetst (De reactie van Een, mei 2021).") == 1
    assert tekst.count("Aanbeveling: gedaan volgens de gemeente, niet getoetst (De reactie van Een, mei 2021)") == 1
    assert "2 verbeterpunten open" in tekst


def test_onderwerp(open_pagina: Open, map_: Path) -> None:
    tekst = alles(open_pagina("onderwerp", map_=map_, onderwerp="Verzonnen onderwerp"))
    assert "3 open van 3 bekend, in 2 van 2 gemeenten; 1 gemeld, niet getoetst" in tekst
    assert tekst.count("open, sinds 2019; ◇ gedaan volgens de gemeente, niet getoetst") == 1
