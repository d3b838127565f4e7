"""The report's text beside a bevinding: all of it can be read and searched; it opens where the vindplaats points."""

from __future__ import annotations

import pytest

from data.rapporten.document import Alinea, Document, Tabel
from pagina._inlezen.naslezen import RIJEN, Leestekst, begin_bij, patroon
from pagina._inlezen.passage import LANGST, lees

RAPPORT = Leestekst.van(
    Document(
        "tekstbestand",
        (
            Alinea(("6.1 Algemeen ..... 30 6.2 Onderbouwing ..... 31",)),
            Alinea(("In paragraaf 6.1 staat meer, in 16.1 en 6.12 niet.",)),
            Alinea(("6.1 Algemeen",), 30),
            Alinea(("De <b>hulp</b> kan", "beter."), 30),
            Tabel((("Indicator", "2016"), ("een", "X Hulp te laat")), 31),
        ),
    )
)


def plekken(zoek: str) -> tuple[list[int], int]:
    """Where a text stands, and which of these places it opens with."""
    gevonden = RAPPORT.vind(patroon(zoek))
    return gevonden, RAPPORT.eerste(gevonden, patroon(zoek))


@pytest.mark.parametrize(
    ("zoek", "waar", "eerste"),
    [
        ("6.1", [0, 1, 2], 2),  # the heading, not the table of contents nor a sentence that names it
        ("16.1", [1], 0),
        ("HULP", [3, 4], 0),
        ("kan  beter", [3], 0),  # over a line end
        ("niets daarvan", [], 0),
        (" ", [], 0),
        ("x (", [], 0),  # signs have no meaning of their own
    ],
)
def test_zoeken(zoek: str, waar: list[int], eerste: int) -> None:
    assert plekken(zoek) == (waar, eerste)


def test_wat_is_gevonden_is_gemerkt_en_tekst_blijft_tekst() -> None:
    html = str(lees(RAPPORT.delen[3:], patroon("hulp"), bij="een nieuwe bevinding"))
    assert "Uit het rapport, bij een nieuwe bevinding, bladzijde 30" in html
    assert "De &lt;b&gt;<mark>hulp</mark>&lt;/b&gt; kan\nbeter." in html
    assert "<td>X <mark>Hulp</mark> te laat</td>" in html
    assert "<mark>" not in lees(RAPPORT.delen, None, bij="x")


def test_geen_tekst_is_te_lang_om_te_lezen() -> None:
    """A text file may be one paragraph, and a table hundreds of rows: in parts, and nothing is left out."""
    lang = "\n".join(["a" * LANGST, "b" * LANGST])
    rijen = tuple((str(nummer),) for nummer in range(2 * RIJEN + 1))
    tekst = Leestekst.van(Document("tekstbestand", (Alinea(tuple(lang.split("\n")), 1), Tabel(rijen, 2))))
    alineas = [deel for deel in tekst.delen if isinstance(deel, Alinea)]
    tabellen = [deel for deel in tekst.delen if isinstance(deel, Tabel)]
    assert "".join("".join(deel.regels) for deel in alineas) == "a" * LANGST + "b" * LANGST
    assert {len("\n".join(deel.regels)) <= LANGST for deel in alineas} == {True}
    assert [len(deel.rijen) for deel in tabellen] == [RIJEN, RIJEN, 1]
    assert tuple(rij for deel in tabellen for rij in deel.rijen) == rijen
    assert {deel.pagina for deel in alineas} == {1}


@pytest.mark.parametrize(
    ("vindplaats", "zoek"),
    [
        ("Paragraaf 6.2 (p. 30–31), Eén plan", "6.2"),
        ("Uitkomsten verbeterpunten, tabel Toeleiding, rij 3, kolom 2014", "Uitkomsten verbeterpunten"),
        ("Ontwikkeling 2014", "Ontwikkeling 2014"),
        ("", ""),
    ],
)
def test_waar_een_vindplaats_wijst(vindplaats: str, zoek: str) -> None:
    assert begin_bij(vindplaats) == zoek
