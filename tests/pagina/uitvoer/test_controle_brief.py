"""`controleer` on a letter: a word or cell changed in Word is found; what somebody wrote around it is fine."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import docx as python_docx
import pytest

from pagina.uitvoer.__main__ import main
from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.opdrachten._controle.alineas import Alinea, vergelijk_alineas
from pagina.uitvoer.vormen import plaat
from pagina.uitvoer.vormen.docx import lees_alineas

#: What a check came to: exit status and what it said.
Controleer = Callable[..., tuple[int, str]]


@pytest.fixture
def controleer(
    geleverd_map: Path,
    onthouden: None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Controleer:
    """Makes brief.docx, on both kaders per thema, and gives the check; without pictures, for drawing takes long."""

    def weiger(*_: object, **__: object) -> plaat.Afdruk:
        raise UitvoerGeweigerd("Te groot.")

    def roep(*woorden: str) -> tuple[int, str]:
        capsys.readouterr()
        status = main(["controleer", *woorden])
        gezegd = capsys.readouterr()
        return status, gezegd.out + gezegd.err

    monkeypatch.setattr(plaat, "png_van_figuur", weiger)
    monkeypatch.setenv("VERBETERPUNTEN_MAP", str(geleverd_map))
    monkeypatch.chdir(tmp_path)
    kaders = ("--kader", "ggsr-beleid", "--kader", "ggsr-casus")
    assert main(["kamerbrief", *kaders, "--per", "thema", "--naar", "brief.docx"]) == 0
    return roep


def _verander(van: str, naar: str, *, in_tabel: bool = False) -> None:
    """Change the first run of brief.docx that holds a text, as in Word."""
    document = python_docx.Document("brief.docx")
    alineas = document.paragraphs
    if in_tabel:
        alineas = [p for rij in document.tables[0].rows for cel in rij.cells for p in cel.paragraphs]
    run = next(run for alinea in alineas for run in alinea.runs if van in run.text)
    run.text = run.text.replace(van, naar, 1)
    document.save("brief.docx")


def test_een_ander_woord_in_een_alinea_wordt_genoemd(controleer: Controleer) -> None:
    """Ten were picked up in Leeuwarden; a letter that says eleven is not ours any more."""
    oud = next(alinea for alinea in lees_alineas(Path("brief.docx")) if "tien opgepakt" in alinea)
    _verander("tien opgepakt", "elf opgepakt")
    status, gezegd = controleer("brief.docx")
    assert status == 1
    nieuw = oud.replace("tien opgepakt", "elf opgepakt")
    assert (
        "   Nee. 1 alinea is anders dan dit product bij deze cijfers schrijft.\n"
        f"     - Hoort: {oud}\n       Staat er: {nieuw}\n" in gezegd
    )
    assert "Ja, elke cel. De opmaak" not in gezegd
    assert gezegd.endswith("Niet alles is gelijk.\n")
    uitkomst = json.loads(controleer("brief.docx", "--json")[1])
    assert uitkomst["toen"]["alineas"] == [{"hoort": oud, "staat_er": nieuw}]
    assert uitkomst["toen"]["cellen"] == []


def test_een_andere_cel_wordt_genoemd_met_kader_en_periode(controleer: Controleer) -> None:
    """De aanpak has four verbeterpunten, of which two were picked up: half."""
    _verander("50%", "55%", in_tabel=True)
    status, gezegd = controleer("brief.docx")
    assert status == 1
    assert "Nee. 1 cel is veranderd na de export in het bestand zelf" in gezegd
    assert "Thema De aanpak; % van beoordeeld: 50% → 55%" in gezegd
    assert "alinea" not in gezegd


def test_wat_iemand_eromheen_schrijft_mag(controleer: Controleer) -> None:
    """Also under another name, as it lies in somebody's folder."""
    document = python_docx.Document("brief.docx")
    document.paragraphs[0].insert_paragraph_before("Geachte voorzitter,")
    document.add_paragraph("Met vriendelijke groet, elf opgepakt.")
    eerste = next(alinea for alinea in document.paragraphs if "tien opgepakt" in alinea.text)
    eerste.add_run(" Dat vind ik mooi.")
    document.save("brief.docx")
    shutil.move("brief.docx", "aan de Kamer (versie 2).docx")
    status, gezegd = controleer("aan de Kamer (versie 2).docx")
    assert (status, "Ja, elke cel. De opmaak of de tekst eromheen is wel anders" in gezegd) == (0, True), gezegd


EEN, TWEE = "Er zijn 10 punten in twee gemeenten vastgesteld.", "Dit is geen landelijk beeld."


@pytest.mark.parametrize(
    ("staan", "verschil"),
    [
        ([EEN, TWEE], []),
        ([TWEE, "Ervoor.", EEN, "Erna."], []),
        ([f"Beste lezer. {EEN} {TWEE} Groet."], []),
        (["Er zijn 10 punten", "in  twee gemeenten vastgesteld.", TWEE], []),
        ([EEN], [Alinea(TWEE, "")]),
        ([EEN, "Dit is een landelijk beeld."], [Alinea(TWEE, "Dit is een landelijk beeld.")]),
        ([EEN.replace("10", "11"), TWEE], [Alinea(EEN, EEN.replace("10", "11"))]),
        ([f"1{EEN}", f"X{TWEE}"], [Alinea(EEN, f"1{EEN}"), Alinea(TWEE, f"X{TWEE}")]),
        ([], [Alinea(EEN, ""), Alinea(TWEE, "")]),
    ],
)
def test_alineas_naast_elkaar(staan: list[str], verschil: list[Alinea]) -> None:
    assert vergelijk_alineas([EEN, TWEE], staan) == verschil


def test_wat_twee_keer_hoort_moet_er_twee_keer_staan() -> None:
    assert vergelijk_alineas([TWEE, TWEE], [TWEE, "En."]) == [Alinea(TWEE, "")]
    assert vergelijk_alineas([TWEE, TWEE], [TWEE, "En.", TWEE]) == []
