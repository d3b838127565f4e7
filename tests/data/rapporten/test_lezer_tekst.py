"""Plain text: tables by tabs and pipes, paragraphs, markup out of the words, encodings told apart or refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.rapporten.document import Alinea, Tabel
from data.rapporten.lezers import tekst
from data.rapporten.lezers.opmaak import kaal, kale_regel
from data.rapporten.lezers.soort import LEEG
from data.rapporten.lezers.symbolen import als_gedrukt
from tests.data.rapporten.bestanden import alineas, lees, niets, tabellen, weigering

BRONNEN = Path(__file__).parents[4] / "shared" / "bronnen"


def test_alineas_gescheiden_door_lege_regels(tmp_path: Path) -> None:
    document = lees(tmp_path, " Samenwerkend Toezicht  \nWelzijn en Sport\n\n\n \nInleiding\n", "r.txt")
    assert document.blokken == (
        Alinea((" Samenwerkend Toezicht", "Welzijn en Sport")),
        Alinea(("Inleiding",)),
    )
    assert (document.vorm, document.opmerkingen) == ("tekstbestand", ())


def test_regels_met_tabs_zijn_een_tabel(tmp_path: Path) -> None:
    inhoud = "Uitkomsten\n\nToeleiding\t\t\nIndicator\t2013\t2014\n"
    inhoud += "Er is beleid\tX Geen beleid\t\n\tX Nog iets\t✓ Ja\n\nDaarna"
    document = lees(tmp_path, inhoud, "r.txt")
    assert document.blokken == (
        Alinea(("Uitkomsten",)),
        Tabel(
            (
                ("Toeleiding", "", ""),
                ("Indicator", "2013", "2014"),
                ("Er is beleid", "X Geen beleid", ""),
                ("", "X Nog iets", "✓ Ja"),
            )
        ),
        Alinea(("Daarna",)),
    )


def test_een_themaregel_zonder_tabs_staat_tussen_twee_tabellen(tmp_path: Path) -> None:
    document = lees(tmp_path, "Een\tX a\nSamenwerking\nTwee\t✓ b", "r.txt")
    assert [type(blok) for blok in document.blokken] == [Tabel, Alinea, Tabel]


def test_een_rij_met_te_weinig_cellen_blijft_in_de_tabel_en_wordt_gemeld(tmp_path: Path) -> None:
    document = lees(tmp_path, "Indicator\t2013\t2014\nEen\tX a\tX b\nTwee\tX c\nDrie\tX d\tX e", "r.txt")
    assert [rij[2] for rij in tabellen(document)[0]] == ["2014", "X b", "", "X e"]
    assert document.opmerkingen == (
        "Regel 3 van het bestand heeft 2 kolommen en de rest van de tabel 3; "
        "kijk of elke tekst in de goede kolom staat.",
    )


def test_een_tabel_met_een_andere_kop_eronder_begint_opnieuw(tmp_path: Path) -> None:
    inhoud = "Indicator\t2013\t2014\nEen\tX a\tX b\nSamenwerking\t\nIndicator\t2014\nTwee\tX c"
    document = lees(tmp_path, inhoud, "r.txt")
    assert [(len(rijen), len(rijen[0])) for rijen in tabellen(document)] == [(2, 3), (3, 2)]
    assert document.opmerkingen == ()


def test_een_overtollige_lege_kolom_valt_weg(tmp_path: Path) -> None:
    document = lees(tmp_path, "Indicator\t2013\nEen\tX a\t\nTwee\tX b", "r.txt")
    assert tabellen(document) == [(("Indicator", "2013"), ("Een", "X a"), ("Twee", "X b"))]


def test_pijpen_zonder_rand_zijn_een_tabel_onder_een_kop(tmp_path: Path) -> None:
    inhoud = "Vooraf\nIndicator | 2013\n--- | ---\nEr is beleid | X Nee\nLeeg |\nDaarna\n\n"
    inhoud += "2013 | blz. 3\n\nMenu | thuis\na | b"
    document = lees(tmp_path, inhoud, "r.md")
    assert document.blokken == (
        Alinea(("Vooraf",)),
        Tabel((("Indicator", "2013"), ("Er is beleid", "X Nee"), ("Leeg", ""))),
        Alinea(("Daarna",)),
        # a footer and a line of words are no table
        Alinea(("2013 | blz. 3",)),
        Alinea(("Menu | thuis", "a | b")),
    )


def test_pijpen_zijn_een_tabel(tmp_path: Path) -> None:
    inhoud = "| Indicator | 2013 |\n|:---|---:|\n| Er is **geen** \\| weinig beleid | **X** Nee |\n| Leeg |  |\n"
    document = lees(tmp_path, inhoud, "r.md")
    assert tabellen(document) == [(("Indicator", "2013"), ("Er is geen | weinig beleid", "X Nee"), ("Leeg", ""))]


def test_paginas_door_form_feeds(tmp_path: Path) -> None:
    document = lees(tmp_path, "Een\nIndicator\t2013\nA\tX\n\fB\t✓\n\f\fVier", "r.txt")
    assert [(type(blok).__name__, blok.pagina) for blok in document.blokken] == [
        ("Alinea", 1),
        ("Tabel", 1),
        ("Tabel", 2),
        ("Alinea", 4),
    ]


@pytest.mark.parametrize(
    ("gedrukt", "verwacht"),
    [
        ("<b>X</b> Nee", "X Nee"),
        ("**X** Nee **LET OP: dit**", "X Nee LET OP: dit"),
        ("***X***", "X"),
        ("**X**Nee", "XNee"),
        ("een *schuine* tekst en _nog een_", "een schuine tekst en nog een"),
        ("partijen* werken mee - andere*", "partijen* werken mee - andere*"),
        ("* Denk aan schuldhulp", "* Denk aan schuldhulp"),
        ("in_een_naam", "in_een_naam"),
        ("R&amp;D &lt;b&gt; &eacute;&#233; &onzin;", "R&D <b> éé &onzin;"),
        ('om: <ul style="list-style-type: none"> - Een analyse', "om:\n- Een analyse"),
        ("<ul><li>een</li><li>twee</li></ul>", "- een\n- twee"),
        ("<p>Een.</p> <p>Twee.</p>", "Een.\nTwee."),
        ("a<br>b<BR/>c", "a\nb\nc"),
        ("<i>cursief</i><sup>1</sup>", "cursief1"),
        ("2 < 3 en a <b c", "2 < 3 en a <b c"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ('<img src=x onerror="alert(1)">', '<img src=x onerror="alert(1)">'),
        ("letterlijk \\*ster\\*", "letterlijk *ster*"),
        ("stil\x07le \x1btekens", "stille tekens"),
    ],
)
def test_opmaak_gaat_uit_de_woorden(gedrukt: str, verwacht: str) -> None:
    assert kaal(gedrukt) == verwacht


def test_koppen_en_strepen_van_markdown() -> None:
    assert kale_regel("## Vervolg uitkomsten ##") == "Vervolg uitkomsten"
    assert kale_regel("#1 is geen kop") == "#1 is geen kop"
    assert [kale_regel(regel) for regel in ("---", "* * *", "___")] == ["", "", ""]


def test_opmaak_in_lopende_tekst_breekt_regels_en_houdt_opsommingen(tmp_path: Path) -> None:
    document = lees(tmp_path, "# Titel\n- **Toeleiding:** in beeld\n<ul><li>een</li><li>twee</li></ul>", "r.txt")
    assert alineas(document) == [("Titel", "- Toeleiding: in beeld", "- een", "- twee")]


def test_letters_van_symboolfonts_worden_tekens() -> None:
    assert als_gedrukt("\uf0fc\uf0fb\uf0fe\uf0fd") == "✓✗☑☒"
    assert als_gedrukt("PORQ", "Wingdings 2") == "✓✗☑☒"
    assert als_gedrukt("\uf050\uf04f\uf052\uf051", "Wingdings 2") == "✓✗☑☒"
    assert als_gedrukt("üû", "Wingdings") == "✓✗"
    assert als_gedrukt("\uf0d6", "Symbol") == "√"
    assert als_gedrukt("üû P", "Calibri") == "üû P"


INHOUD = "Coördinatie ✓ één\tX\n"


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "utf-16"])
def test_coderingen_met_een_eigen_merk(tmp_path: Path, codering: str) -> None:
    assert tabellen(lees(tmp_path, INHOUD.encode(codering), "r.txt")) == [(("Coördinatie ✓ één", "X"),)]


def test_windows_1252(tmp_path: Path) -> None:
    document = lees(tmp_path, "Coördinatie – één ‘gezin’".encode("cp1252"), "r.txt")
    assert alineas(document) == [("Coördinatie – één ‘gezin’",)]


def test_regeleinden_van_elk_systeem(tmp_path: Path) -> None:
    assert alineas(lees(tmp_path, b"a\r\nb\rc\nd", "r.txt")) == [("a", "b", "c", "d")]


def test_beschadigde_utf8_wordt_geweigerd_met_de_regel(tmp_path: Path) -> None:
    kapot = "eerste é\ntweede ✓ ja\n".encode().replace("✓".encode(), b"\xe2\x1c\x93")
    assert weigering(tmp_path, kapot, "r.txt") == tekst.BESCHADIGD.format(2)


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"een\0twee", tekst.GEEN_TEKST),
        (b"\xff\xfe\x00\xd8", tekst.BEWAAR_UTF8),
        (b"\x81\x8d is geen Windows", tekst.BEWAAR_UTF8),
        (bytes(range(1, 9)) * 50 + b"\x0e\x0f", tekst.GEEN_TEKST),
        ("één".encode("utf-32"), tekst.GEEN_TEKST),
        (b" \n\t\n\x0c ", LEEG),
        (b"\xef\xbb\xbf", LEEG),
    ],
)
def test_wat_geen_tekst_is_wordt_geweigerd(tmp_path: Path, inhoud: bytes, zin: str) -> None:
    assert weigering(tmp_path, inhoud, "r.txt") == zin


def test_een_te_groot_tekstbestand_wordt_niet_eens_gelezen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tekst, "MEEST_BYTES", 10)
    assert weigering(tmp_path, b"meer dan tien letters", "r.txt") == tekst.TE_GROOT


@pytest.mark.skipif(not BRONNEN.is_dir(), reason="the users' own reports are not here")
@pytest.mark.parametrize(
    ("begin", "kop", "rijen"),
    [
        # rows of the verdict tables by hand: heads and theme rows included
        ("000", ("Indicator", "2013", "2014"), [6, 4]),
        ("001", (), []),
        ("002", ("Criteria", "Indicatoren", "Bevindingen"), [5, 10, 9, 10, 6]),
        ("003", ("Criteria", "Indicator", "Operationalisering"), [6, 8, 9]),
        (
            "004",
            ("Indicator", "2013 Interventieteam Gezinnen", "2013 Voorwaardelijke Interventie Gezinnen", "2014"),
            [3, 4, 7],
        ),
    ],
)
def test_de_echte_rapporten(begin: str, kop: tuple[str, ...], rijen: list[int]) -> None:
    (pad,) = BRONNEN.glob(f"{begin}_*.txt")
    document = tekst.lees(pad, niets)
    assert [len(tabel) for tabel in tabellen(document) if kop in tabel] == rijen
    assert document.opmerkingen == ()
    assert not any("<" in cel or "**" in cel for tabel in tabellen(document) for rij in tabel for cel in rij)
