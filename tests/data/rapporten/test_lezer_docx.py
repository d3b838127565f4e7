"""Word documents: what prints, in the order in which it prints; what was deleted or hidden is not there."""

from __future__ import annotations

import io
from pathlib import Path

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from data.rapporten.document import Alinea, Tabel
from data.rapporten.lezers import docx as lezer
from tests.data.rapporten.bestanden import alineas, een_zin, lees, tabellen, vervang_deel

W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
VAK = "<w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent>"


def maak(*stukken: str) -> bytes:
    """A document whose body is this XML."""
    document, uit = docx.Document(), io.BytesIO()
    for stuk in stukken:
        wortel = parse_xml(f"<w:body {nsdecls('w')} {W14} {MC}>{stuk}</w:body>")
        for knoop in list(wortel):
            document.element.body.insert(len(document.element.body) - 1, knoop)
    document.save(uit)
    return uit.getvalue()


def p(inhoud: str, eigenschappen: str = "") -> str:
    return f"<w:p><w:pPr>{eigenschappen}</w:pPr>{inhoud}</w:p>"


def r(tekst: str, stijl: str = "") -> str:
    return f'<w:r><w:rPr>{stijl}</w:rPr><w:t xml:space="preserve">{tekst}</w:t></w:r>'


def tc(tekst: str, eigenschappen: str = "") -> str:
    return f"<w:tc><w:tcPr>{eigenschappen}</w:tcPr>{p(r(tekst))}</w:tc>"


def test_alineas_en_tabellen_in_volgorde(tmp_path: Path) -> None:
    document, uit = docx.Document(), io.BytesIO()
    document.sections[0].header.paragraphs[0].text = "koptekst"
    document.sections[0].footer.paragraphs[0].text = "voettekst"
    document.add_heading("Uitkomsten", 1)
    tabel = document.add_table(2, 2)
    for cel, tekst in zip(tabel._cells, ("Indicator", "2013", "Er is beleid", "X Geen\nbeleid"), strict=True):
        cel.text = tekst
    document.add_paragraph("Daarna\nnog een regel")
    document.save(uit)
    assert lees(tmp_path, uit.getvalue(), "r.docx").blokken == (
        Alinea(("Uitkomsten",)),
        Tabel((("Indicator", "2013"), ("Er is beleid", "X Geen\nbeleid"))),
        Alinea(("Daarna", "nog een regel")),
    )


def test_samengevoegde_cellen_hebben_hun_tekst_een_keer(tmp_path: Path) -> None:
    """Theme over the whole row, criterium over two rows, and a row that starts a column later."""
    document, uit = docx.Document(), io.BytesIO()
    tabel = document.add_table(4, 3)
    tabel.cell(0, 0).merge(tabel.cell(0, 2)).text = "Toeleiding"
    tabel.cell(1, 0).merge(tabel.cell(2, 0)).text = "Criterium"
    for rij, kolom, tekst in ((1, 1, "Een"), (1, 2, "✓ a"), (2, 1, "Twee"), (2, 2, "X b"), (3, 2, "los")):
        tabel.cell(rij, kolom).text = tekst
    document.save(uit)
    verwacht = [("Toeleiding", "", ""), ("Criterium", "Een", "✓ a"), ("", "Twee", "X b"), ("", "", "los")]
    assert tabellen(lees(tmp_path, uit.getvalue(), "r.docx")) == [tuple(verwacht)]


def test_overgeslagen_kolommen_aan_begin_en_eind(tmp_path: Path) -> None:
    rij = '<w:tr><w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="1"/></w:trPr>' + tc("midden") + "</w:tr>"
    vol = f"<w:tr>{tc('a')}{tc('b')}{tc('c')}</w:tr>"
    inhoud = maak(f"<w:tbl>{vol}{rij}</w:tbl>")
    assert tabellen(lees(tmp_path, inhoud, "r.docx")) == [(("a", "b", "c"), ("", "midden", ""))]


def test_een_overdreven_brede_cel_vult_het_geheugen_niet(tmp_path: Path) -> None:
    breed = tc("a", '<w:gridSpan w:val="999999999"/>')
    inhoud = maak(f"<w:tbl><w:tr>{breed}</w:tr></w:tbl>")
    ((rij,),) = tabellen(lees(tmp_path, inhoud, "r.docx"))
    assert len(rij) == 63


def test_symbolen_van_wingdings(tmp_path: Path) -> None:
    def symbool(code: str, font: str) -> str:
        return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'

    eerste = "".join(symbool(code, "Wingdings") for code in ("F0FC", "F0FB", "F0FE", "F0FD"))
    tweede = "".join(symbool(code, "Wingdings 2") for code in ("F050", "F04F", "F052", "F051"))
    letters = r("ü", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>') + r(" über")
    inhoud = maak(p(eerste), p(tweede), p(letters), p(symbool("ONZIN", "Wingdings") + r("x")))
    assert alineas(lees(tmp_path, inhoud, "r.docx")) == [("✓✗☑☒",), ("✓✗☑☒",), ("✓ über",), ("x",)]


def test_bijgehouden_wijzigingen(tmp_path: Path) -> None:
    rij = f"<w:tr>{tc('blijft')}{tc('ook')}</w:tr>"
    weg = f"<w:tr><w:trPr><w:del w:id='3'/></w:trPr>{tc('rij')}{tc('weg')}</w:tr>"
    inhoud = maak(
        p(f"<w:ins w:id='1'>{r('✓ nieuw')}</w:ins><w:del w:id='2'><w:r><w:delText>X oud</w:delText></w:r></w:del>"),
        f"<w:tbl>{rij}{weg}</w:tbl>",
    )
    document = lees(tmp_path, inhoud, "r.docx")
    assert document.blokken == (Alinea(("✓ nieuw",)), Tabel((("blijft", "ook"),)))
    assert document.opmerkingen == (een_zin(lezer.WIJZIGINGEN),)


def test_verborgen_tekst_en_veldcodes_drukken_niet_af(tmp_path: Path) -> None:
    veld = "<w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple w:instr='DATE'>" + r("2014") + "</w:fldSimple>"
    inhoud = maak(p(r("een") + r(" geheim", "<w:vanish/>") + r(" twee", '<w:vanish w:val="0"/>') + veld))
    assert alineas(lees(tmp_path, inhoud, "r.docx")) == [("een twee2014",)]


def test_streepjes_en_regeleinden(tmp_path: Path) -> None:
    inhoud = maak(
        p("<w:r><w:t>samen</w:t><w:softHyphen/><w:t>werking</w:t><w:br/><w:t>in</w:t><w:noBreakHyphen/></w:r>")
    )
    assert alineas(lees(tmp_path, inhoud, "r.docx")) == [("samen\u00adwerking", "in-")]


def test_aankruisvakjes_worden_gelezen_en_gemeld(tmp_path: Path) -> None:
    def vakje(teken: str) -> str:
        stand = int(teken == "☒")
        knop = f'<w:sdtPr><w14:checkbox><w14:checked w14:val="{stand}"/></w14:checkbox></w:sdtPr>'
        return f"<w:sdt>{knop}<w:sdtContent>{r(teken)}</w:sdtContent></w:sdt>"

    oud = '<w:r><w:fldChar><w:ffData><w:checkBox><w:default w:val="{}"/></w:checkBox></w:ffData></w:fldChar></w:r>'
    document = lees(tmp_path, maak(p(vakje("☒") + vakje("☐")), p(oud.format(1) + oud.format(0))), "r.docx")
    assert alineas(document) == [("☒☐",), ("☒☐",)]
    assert document.opmerkingen == (een_zin(lezer.VAKJES.format(2)),)


def test_inhoud_van_besturingselementen_op_elk_niveau(tmp_path: Path) -> None:
    def sdt(inhoud: str) -> str:
        return f"<w:sdt><w:sdtContent>{inhoud}</w:sdtContent></w:sdt>"

    rij = sdt(f"<w:tr>{sdt(tc('a'))}{tc('b')}</w:tr>")
    document = lees(tmp_path, maak(sdt(p(sdt(r("x")))), sdt(f"<w:tbl>{rij}</w:tbl>")), "r.docx")
    assert document.blokken == (Alinea(("x",)), Tabel((("a", "b"),)))


def test_een_tekstvak_staat_er_een_keer(tmp_path: Path) -> None:
    vak = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{VAK.format('in het vak')}</mc:Choice>"
        f"<mc:Fallback>{VAK.format('in het vak')}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert alineas(lees(tmp_path, maak(p(r("ervoor") + vak), p(r("erna"))), "r.docx")) == [
        ("ervoor",),
        ("in het vak",),
        ("erna",),
    ]


def test_een_tabel_in_een_cel_komt_erna(tmp_path: Path) -> None:
    binnen = f"<w:tbl><w:tr>{tc('Indicator')}{tc('2013')}</w:tr></w:tbl>"
    inhoud = maak(f"<w:tbl><w:tr><w:tc>{p(r('buiten'))}{binnen}{p('')}</w:tc></w:tr></w:tbl>")
    assert tabellen(lees(tmp_path, inhoud, "r.docx")) == [(("buiten",),), (("Indicator", "2013"),)]


def test_voetnoten_staan_achteraan(tmp_path: Path) -> None:
    soort = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    document = docx.Document()
    document.add_paragraph("regisseur")
    uit = io.BytesIO()
    document.save(uit)
    relaties = (
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        f"<Relationship Id='rId1' Type='{soort}' Target='footnotes.xml'/></Relationships>"
    )
    noten = (
        f"<w:footnotes {nsdecls('w')}><w:footnote w:type='separator' w:id='0'>{p(r('streep'))}</w:footnote>"
        f"<w:footnote w:id='1'>{p(r('Een noot.'))}</w:footnote></w:footnotes>"
    )
    inhoud = vervang_deel(
        vervang_deel(uit.getvalue(), "word/_rels/document.xml.rels", relaties), "word/footnotes.xml", noten
    )
    assert alineas(lees(tmp_path, inhoud, "r.docx")) == [("regisseur",), ("Een noot.",)]


def test_opsommingen_krijgen_hun_streep(tmp_path: Path) -> None:
    document, uit = docx.Document(), io.BytesIO()
    document.add_paragraph("een", style="List Bullet")
    document.add_paragraph("✓ twee", style="List Bullet")
    document.add_paragraph("drie", style="List Number")
    document.save(uit)
    assert alineas(lees(tmp_path, uit.getvalue(), "r.docx")) == [("- een",), ("✓ twee",), ("drie",)]


def test_regels_met_tabs_zijn_een_tabel_vanaf_twee(tmp_path: Path) -> None:
    def regel(*cellen: str) -> str:
        return p("<w:r><w:tab/></w:r>".join(r(cel) for cel in cellen))

    inhoud = maak(
        regel("Aanpak:", "Wijkteams"), p(r("tekst")), regel("Indicator", "2013"), regel("Een", "X nee"), p(r("einde"))
    )
    assert lees(tmp_path, inhoud, "r.docx").blokken == (
        Alinea(("Aanpak: Wijkteams",)),
        Alinea(("tekst",)),
        Tabel((("Indicator", "2013"), ("Een", "X nee"))),
        Alinea(("einde",)),
    )


def test_paginas_waar_word_ze_bewaarde(tmp_path: Path) -> None:
    einde = "<w:r><w:lastRenderedPageBreak/></w:r>"
    tabel = f"<w:tbl><w:tr>{tc('a')}{tc('b')}</w:tr></w:tbl>"
    lang = f"<w:tbl><w:tr><w:tc>{p(r('c'))}</w:tc></w:tr><w:tr><w:tc>{p(einde + r('d'))}</w:tc></w:tr></w:tbl>"
    inhoud = maak(p(r("1")), p(einde + r("2")), tabel, p(r("2 en") + einde + r(" 3")), p(r("3")), lang, p(r("4")))
    blokken = lees(tmp_path, inhoud, "r.docx").blokken
    assert [blok.pagina for blok in blokken] == [1, 2, 2, 2, 3, None, 4]


def test_zonder_bewaarde_paginas_is_er_geen_pagina(tmp_path: Path) -> None:
    inhoud = maak(p(r("een") + '<w:r><w:br w:type="page"/></w:r>'), p(r("twee")))
    assert [blok.pagina for blok in lees(tmp_path, inhoud, "r.docx").blokken] == [None, None]


def test_voortgang_loopt_op_tot_het_einde(tmp_path: Path) -> None:
    pad = tmp_path / "r.docx"
    pad.write_bytes(maak(*(p(r(str(nummer))) for nummer in range(120))))
    stappen: list[tuple[int, int]] = []
    lezer.lees(pad, lambda klaar, totaal: stappen.append((klaar, totaal)))
    # 120 paragraphs and the properties of the section
    assert stappen == [(0, 121), (50, 121), (100, 121), (121, 121)]
