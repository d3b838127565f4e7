"""OpenDocument text: what prints, in the order in which it prints."""

from __future__ import annotations

import io
from pathlib import Path

import odfdo
import pytest

from data.rapporten.document import Alinea, Tabel
from data.rapporten.lezers import odt as lezer
from data.rapporten.lezers.pakket import TE_GROOT
from tests.data.rapporten.bestanden import alineas, een_zin, lees, tabellen, vervang_deel, weigering

NAMEN = " ".join(
    f'xmlns:{kort}="urn:oasis:names:tc:opendocument:xmlns:{lang}:1.0"'
    for kort, lang in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("style", "style"),
        ("fo", "xsl-fo-compatible"),
    )
)


def maak(inhoud: str, stijlen: str = "") -> bytes:
    """A document whose text is this XML."""
    uit = io.BytesIO()
    odfdo.Document("text").save(uit)
    xml = (
        f"<office:document-content {NAMEN}><office:automatic-styles>{stijlen}</office:automatic-styles>"
        f"<office:body><office:text>{inhoud}</office:text></office:body></office:document-content>"
    )
    return vervang_deel(uit.getvalue(), "content.xml", xml)


def p(inhoud: str) -> str:
    return f"<text:p>{inhoud}</text:p>"


def cel(tekst: str, eigenschappen: str = "") -> str:
    return f"<table:table-cell {eigenschappen}>{p(tekst)}</table:table-cell>"


def rij(*cellen: str, eigenschappen: str = "") -> str:
    return f"<table:table-row {eigenschappen}>{''.join(cellen)}</table:table-row>"


def tabel(*rijen: str) -> str:
    return f"<table:table>{''.join(rijen)}</table:table>"


def test_alineas_en_tabellen_in_volgorde(tmp_path: Path) -> None:
    inhoud = maak(
        "<text:h>Uitkomsten</text:h>"
        + tabel(
            f"<table:table-header-rows>{rij(cel('Indicator'), cel('2013'))}</table:table-header-rows>",
            rij(cel("Er is beleid"), f"<table:table-cell>{p('X Geen')}{p('beleid')}</table:table-cell>"),
        )
        + f"<text:section>{p('Daarna<text:line-break/>nog een regel')}</text:section>"
    )
    assert lees(tmp_path, inhoud, "r.odt").blokken == (
        Alinea(("Uitkomsten",)),
        Tabel((("Indicator", "2013"), ("Er is beleid", "X Geen\nbeleid"))),
        Alinea(("Daarna", "nog een regel")),
    )


def test_samengevoegde_en_herhaalde_cellen(tmp_path: Path) -> None:
    bedekt = "<table:covered-table-cell>" + p("onder een ander") + "</table:covered-table-cell>"
    inhoud = maak(
        tabel(
            rij(cel("Toeleiding", 'table:number-columns-spanned="3"'), bedekt, "<table:covered-table-cell/>"),
            rij(cel("Criterium", 'table:number-rows-spanned="2"'), cel("Een"), cel("✓ a")),
            rij(bedekt, cel("Twee"), cel("X b")),
            rij(
                cel("Drie"),
                cel("✓", 'table:number-columns-repeated="2"'),
                eigenschappen='table:number-rows-repeated="2"',
            ),
            rij(
                '<table:table-cell table:number-columns-repeated="3"/>',
                eigenschappen='table:number-rows-repeated="900000"',
            ),
        )
    )
    assert tabellen(lees(tmp_path, inhoud, "r.odt")) == [
        (
            ("Toeleiding", "", ""),
            ("Criterium", "Een", "✓ a"),
            ("", "Twee", "X b"),
            ("Drie", "✓", "✓"),
            ("Drie", "✓", "✓"),
        )
    ]


@pytest.mark.parametrize(
    "gevuld",
    [
        rij(cel("a", 'table:number-columns-repeated="999999999"')),
        rij(cel("a"), eigenschappen='table:number-rows-repeated="999999999"'),
    ],
)
def test_eindeloos_herhaald_wordt_geweigerd_en_niet_afgekapt(tmp_path: Path, gevuld: str) -> None:
    assert weigering(tmp_path, maak(tabel(gevuld)), "r.odt") == TE_GROOT


def test_spaties_tabs_en_tekens(tmp_path: Path) -> None:
    letters = '<style:text-properties style:font-name="Wingdings"/>'
    stijl = f'<style:style style:name="T1" style:family="text">{letters}</style:style>'
    inhoud = maak(
        p("een  <text:s text:c='2'/>twee\n   drie")
        + p("<text:span text:style-name='T1'>ü</text:span> über")
        + p("\uf0fb nee"),
        stijl,
    )
    assert alineas(lees(tmp_path, inhoud, "r.odt")) == [("een   twee drie",), ("✓ über",), ("✗ nee",)]


def test_opsommingen_krijgen_hun_streep(tmp_path: Path) -> None:
    lijst = (
        "<text:list>"
        + "".join(f"<text:list-item>{p(t)}</text:list-item>" for t in ("een", "✓ twee", "- drie", "X"))
        + "</text:list>"
    )
    inhoud = maak(lijst + tabel(rij(f"<table:table-cell>{p('om:')}{lijst}</table:table-cell>", cel("b"))))
    document = lees(tmp_path, inhoud, "r.odt")
    assert alineas(document) == [("- een",), ("✓ twee",), ("- drie",), ("X",)]
    assert tabellen(document) == [(("om:\n- een\n✓ twee\n- drie\nX", "b"),)]


def test_wat_niet_in_de_lopende_tekst_hoort(tmp_path: Path) -> None:
    inhoud = f"<text:note-body>{p('Een noot.')}</text:note-body>"
    noot = f"<text:note><text:note-citation>1</text:note-citation>{inhoud}</text:note>"
    opmerking = f"<office:annotation>{p('commentaar')}</office:annotation>"
    vak = f"<draw:frame><draw:text-box>{p('in het vak')}</draw:text-box></draw:frame>"
    gebied = f"<text:changed-region><text:deletion>{p('X weg')}</text:deletion></text:changed-region>"
    weg = f"<text:tracked-changes>{gebied}</text:tracked-changes>"
    document = lees(tmp_path, maak(weg + p(f"regis{noot}seur{opmerking}{vak}") + p("erna")), "r.odt")
    assert alineas(document) == [("regisseur",), ("in het vak",), ("erna",), ("Een noot.",)]
    assert document.opmerkingen == (een_zin(lezer.WIJZIGINGEN),)


def test_een_tabel_in_een_cel_komt_erna(tmp_path: Path) -> None:
    binnen = tabel(rij(cel("Indicator"), cel("2013")))
    inhoud = maak(tabel(rij(f"<table:table-cell>{p('buiten')}{binnen}</table:table-cell>")))
    assert tabellen(lees(tmp_path, inhoud, "r.odt")) == [(("buiten",),), (("Indicator", "2013"),)]


def test_paginas_waar_het_programma_ze_bewaarde(tmp_path: Path) -> None:
    einde = "<text:soft-page-break/>"
    lang = tabel(rij(cel("c")), einde, rij(cel("d")))
    inhoud = maak(p("1") + einde + p("2") + p(f"2 en{einde} 3") + lang + p("4"))
    assert [blok.pagina for blok in lees(tmp_path, inhoud, "r.odt").blokken] == [1, 2, 2, None, 4]
    assert [blok.pagina for blok in lees(tmp_path, maak(p("1")), "r.odt").blokken] == [None]
