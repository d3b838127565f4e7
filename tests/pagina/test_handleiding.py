"""The manual does not go stale: what it names is there, its pictures show what is, its PDF says what the page says.

Without a browser; tests/browser/test_handleiding.py takes the pictures again and compares all that can be read in them.
"""

from __future__ import annotations

import re

import pypdfium2
import pytest

from dashboard import BLADZIJDEN
from pagina._uitleg.hoofdstukken import DELEN, DOCUMENT, PLAAT, PLATEN, anker, hoofdstukken
from tests.browser.conftest import WORTEL
from tests.handleiding import lijst, woorden
from tests.pagina.conftest import Open

OPNIEUW = "maak de handleiding opnieuw met: make handleiding"
TEKST = woorden.HANDLEIDING.read_text(encoding="utf-8")
#: Megabytes of all pictures and the PDF together: a clone stays small.
HOOGSTENS_MB = 2


def test_wat_de_handleiding_vet_noemt_heeft_het_product() -> None:
    labels = woorden.labels()
    assert len(labels) > 50
    assert [label for label in labels if not woorden.bestaat(label)] == []


@pytest.mark.parametrize("label", ["Wis de filters", "Thema’s", "Dit is een landelijk beeld"])
def test_een_woord_dat_het_product_niet_heeft_valt_op(label: str) -> None:
    assert not woorden.bestaat(label)


def test_elke_verwijzing_in_de_teksten_komt_ergens_uit() -> None:
    ankers = {f"#{anker(kop)}" for deel in DELEN.values() for kop in hoofdstukken(deel)}
    naar = {
        doel
        for deel in DELEN.values()
        for doel in re.findall(r"(?<!!)\[.+?\]\((.+?)\)", PLAAT.sub("", deel.read_text(encoding="utf-8")))
    }
    assert naar <= ankers | {".", *BLADZIJDEN}
    assert set(BLADZIJDEN) - naar == {"overzicht", "uitleg", "logboek"}


def test_elke_afbeelding_heeft_woorden_een_bestand_en_een_plaats_op_de_lijst() -> None:
    op_pagina = {plaat["naam"]: plaat["alt"] for plaat in PLAAT.finditer(TEKST)}
    bestanden = {pad.stem: lijst.som(pad.read_bytes()) for pad in PLATEN.glob("*.png")}
    assert bestanden == {naam: plaat["som"] for naam, plaat in lijst.lees().items()}
    assert op_pagina.keys() == bestanden.keys()
    assert all(len(alt) > 40 for alt in op_pagina.values())
    assert f"({(PLATEN / 'opvolging.png').relative_to(WORTEL).as_posix()})" in (WORTEL / "README.md").read_text(
        encoding="utf-8"
    )


def test_elk_woord_van_het_product_in_een_afbeelding_is_er_nog() -> None:
    weg = {naam: [w for w in plaat["vast"] if not woorden.bestaat(w)] for naam, plaat in lijst.lees().items()}
    assert {naam: woorden_ for naam, woorden_ in weg.items() if woorden_} == {}, OPNIEUW
    assert sum(len(plaat["vast"]) for plaat in lijst.lees().values()) > 80


def test_de_afbeeldingen_tonen_de_cijfers_van_nu(open_pagina: Open) -> None:
    """The answer of the first page and the number of the export come from the facts; so they stand in the pictures."""
    app = open_pagina("overzicht")
    gezegd = " ".join(deel.value for deel in app.markdown).replace("*", "")
    van_feiten = [regel for regel in lijst.lees()["overzicht"]["tekst"] if not woorden.bestaat(regel)]
    assert len(van_feiten) > 8
    for regel in van_feiten[:8]:
        assert regel.strip(" .:,") in gezegd, OPNIEUW


def kaal(tekst: str) -> str:
    """Letters and figures only: a line may be broken anywhere, and a PDF has no word for a bullet."""
    return re.sub(r"[\W_]+", "", re.sub(r"\]\(.+?\)", "", tekst))


def stukken() -> list[str]:
    """Every paragraph, item and cell of both texts."""
    gevonden = []
    for deel in DELEN.values():
        zonder = PLAAT.sub("", deel.read_text(encoding="utf-8"))
        for alinea in re.split(r"\n\s*\n|\n(?=[-#|]|\d\. )", zonder):
            delen = alinea.split("|") if alinea.startswith("|") else [re.sub(r"^\d\. ", "", alinea)]
            gevonden += [kaal(stuk) for stuk in delen if kaal(stuk)]
    return gevonden


def test_de_pdf_zegt_wat_de_pagina_zegt() -> None:
    pdf = pypdfium2.PdfDocument(DOCUMENT)
    tekst = kaal("".join(blad.get_textpage().get_text_range() for blad in pdf))
    assert [stuk for stuk in stukken() if stuk not in tekst] == [], OPNIEUW
    assert len(list(pdf.get_toc())) > len(DELEN)


def test_de_pdf_is_voor_te_lezen() -> None:
    """Tagged, in Dutch, and each picture with its words."""
    inhoud = DOCUMENT.read_bytes()
    assert b"/StructTreeRoot" in inhoud
    assert b"/Lang (nl)" in inhoud
    assert inhoud.count(b"/Alt ") >= len(lijst.lees())
    assert b"127.0.0.1" not in inhoud


def test_alles_samen_blijft_klein() -> None:
    assert sum(pad.stat().st_size for pad in (*PLATEN.iterdir(), DOCUMENT)) < HOOGSTENS_MB * 1_000_000


@pytest.mark.parametrize("bladzijde", [naam for naam in BLADZIJDEN if naam != "uitleg"])
def test_elke_pagina_wijst_naar_haar_hoofdstuk(bladzijde: str) -> None:
    """Read from the source: to run every page for its one link takes seconds."""
    bron = (WORTEL / "pagina" / f"{bladzijde}.py").read_text(encoding="utf-8")
    (hulp,) = re.findall(r'hulp="(.+?)"', bron)
    assert hulp in {kop for deel in DELEN.values() for kop in hoofdstukken(deel)}


def test_de_verwijzing_staat_boven_de_pagina(open_pagina: Open) -> None:
    gezegd = [deel.proto.body for deel in open_pagina("kamerbrief").get("html")]
    assert '<a href="uitleg#een-kamerbrief-maken">Uitleg bij deze pagina</a>' in gezegd[0]
