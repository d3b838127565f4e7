"""A spreadsheet for Excel with typed cells: figures, words, definitions, sources. XlsxWriter makes it, row by row."""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from pathlib import Path
from typing import Any, BinaryIO

from lxml import etree
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.inhoud.stuk import Stuk
from pagina.uitvoer.inhoud.tabel import Meld, Waarde
from pagina.uitvoer.vormen._xlsx.cellen import Cellen
from pagina.uitvoer.vormen._xlsx.lezen import eigenschappen, lees_cijfers, lees_tekst
from pagina.uitvoer.vormen.bladen import (
    CIJFERS,
    HERKOMST,
    ONLEESBAAR,
    RIJEN,
    Blad,
    alineas_uit,
    bladen,
    herkomst_uit,
    onderrand,
    onleesbaar,
    past,
    voet,
    waarschuwing,
)
from pagina.uitvoer.vormen.bladmaat import (
    LETTER,
    PUNTEN,
    bladzijden,
    breedtes,
    hoogte,
    kop_hoogte,
    kopstijl,
    rij_hoogte,
)
from pagina.uitvoer.vormen.pakket import herpak
from pagina.uitvoer.vormen.tekens import schoon

#: Signs that a property of the file holds: the herkomst is cut into herkomst-1, herkomst-2, ….
_HAP = 255
_TAAL = "nl-NL"
_MAKER = "Verbeterpunten"
_A4 = 9
#: What Excel prints above or under a page.
_RAND = 255
_MELD_OM = 1000
#: Centimetres in an inch.
_DUIM = 2.54
#: Text is text, whatever it looks like.
_TEKST_BLIJFT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def schrijf(stuk: Stuk, naar: BinaryIO, meld: Meld) -> None:
    """Write the file; `meld` hears every thousand rows. Raises UitvoerGeweigerd where a sheet cannot hold the rows."""
    past(stuk)
    with tempfile.TemporaryDirectory() as map_:
        tussen = Path(map_) / "tussen.xlsx"
        # left by an error it closes as well, and with it its own files
        with Workbook(str(tussen), {"constant_memory": True, "tmpdir": map_, **_keuzes()}) as boek:
            cellen = Cellen(boek)
            _cijfers(boek, cellen, stuk, meld)
            for blad in bladen(stuk):
                _blad(boek, cellen, blad, stuk)
            _eigenschappen(boek, stuk)
        with tussen.open("rb") as van:
            herpak(van, naar, {"docProps/core.xml": _met_taal})


def lees_herkomst(pad: Path) -> dict[str, Any] | None:
    """The herkomst as the file was given it (Herkomst.als_json); None where there is nothing readable."""
    try:
        return herkomst_uit(eigenschappen(pad))
    except ONLEESBAAR:
        return None


def lees_tabel(pad: Path) -> list[list[Waarde]]:
    """The figures: first the heads, then the rows as typed values; a percentage is whole (67).

    Raises UitvoerGeweigerd where the file is no XLSX of this product.
    """
    try:
        rijen = lees_cijfers(pad)
    except ONLEESBAAR as fout:
        raise UitvoerGeweigerd(onleesbaar(pad, "XLSX")) from fout
    if not rijen:
        raise UitvoerGeweigerd(onleesbaar(pad, "XLSX"))
    return rijen


def lees_alineas(pad: Path) -> list[str]:
    """What the sheet of words says, cell by cell, with single blanks; empty where there is no such sheet.

    Raises UitvoerGeweigerd where the file is no XLSX.
    """
    try:
        return alineas_uit(lees_tekst(pad))
    except ONLEESBAAR as fout:
        raise UitvoerGeweigerd(onleesbaar(pad, "XLSX")) from fout


def _keuzes() -> dict[str, object]:
    """How XlsxWriter makes the file; it keeps what it is given, so that each file has its own."""
    return {"default_format_properties": {"font_name": LETTER, "font_size": PUNTEN}, **_TEKST_BLIJFT}


def _cijfers(boek: Workbook, cellen: Cellen, stuk: Stuk, meld: Meld) -> None:
    blad = boek.add_worksheet(CIJFERS)
    kolommen = stuk.tabel.kolommen
    breed, rijen = breedtes(stuk.tabel)
    blad.set_row(0, kop_hoogte(kolommen, breed))
    for nr, (kolom, tekens) in enumerate(zip(kolommen, breed, strict=True)):
        blad.set_column(nr, nr, tekens)
        cellen.woord(blad, (0, nr), kolom.kop, kopstijl(kolom))
    aantal = 0
    for aantal, rij in enumerate(rijen, 1):
        if aantal >= RIJEN:
            raise UitvoerGeweigerd("De tabel heeft meer rijen dan een rekenblad aankan. Kies csv.")
        _zet_hoogte(blad, aantal, rij_hoogte(rij, breed))
        for nr, (waarde, kolom) in enumerate(zip(rij, kolommen, strict=True)):
            cellen.waarde(blad, (aantal, nr), waarde, kolom.soort)
        if aantal % _MELD_OM == 0 or aantal == stuk.tabel.aantal:
            meld(aantal)
    blad.freeze_panes(1, 0)
    blad.autofilter(0, 0, aantal, len(kolommen) - 1)
    blad.repeat_rows(0)
    naast = bladzijden(breed)
    if naast > 1:
        blad.repeat_columns(0)
        blad.print_across()
    _bladzijde(blad, stuk, naast)


def _zet_hoogte(blad: Worksheet, rij: int, hoog: float | None) -> None:
    """Give a row its height. XlsxWriter keeps that of each row, also when it has written the row: too much to hold."""
    if hoog is None:
        return
    blad.set_row(rij, hoog)
    for geweest in [nr for nr in blad.row_info if nr < blad.previous_row]:
        del blad.row_info[geweest], blad.row_sizes[geweest]


def _blad(boek: Workbook, cellen: Cellen, inhoud: Blad, stuk: Stuk) -> None:
    blad = boek.add_worksheet(inhoud.naam)
    for nr, tekens in enumerate(inhoud.breedtes):
        blad.set_column(nr, nr, tekens)
    for rij, regel in enumerate(inhoud.regels):
        blad.set_row(rij, hoogte(zip(regel.cellen, inhoud.breedtes, strict=False), regel.stijl))
        for nr, tekst in enumerate(regel.cellen):
            cellen.woord(blad, (rij, nr), tekst, regel.stijl)
    _bladzijde(blad, stuk)


def _bladzijde(blad: Worksheet, stuk: Stuk, naast: int = 1) -> None:
    """How it is printed: lying down, over so many pages beside each other, with what it is on every page."""
    blad.set_landscape()
    blad.set_paper(_A4)
    blad.fit_to_pages(naast, 0)
    blad.set_margins(left=0.8 / _DUIM, right=0.8 / _DUIM, top=2.2 / _DUIM, bottom=1.8 / _DUIM)
    rand = {"scale_with_doc": False, "margin": 0.9 / _DUIM}
    vet, gewoon = f'&12&"{LETTER},Bold"', f'&10&"{LETTER},Regular"'
    let_op = f"\n{gewoon}{_veilig(waarschuwing(stuk), _RAND // 2)}" if waarschuwing(stuk) else ""
    titel = _veilig(stuk.titel, _RAND - len(f"&L{vet}{let_op}"))
    blad.set_header(f"&L{vet}{titel}{let_op}", rand)
    nummer = f"&R{gewoon}bladzijde &P van &N"
    blad.set_footer(f"&L{gewoon}{_veilig(onderrand(stuk), _RAND - len(f'&L{gewoon}{nummer}'))}{nummer}", rand)


def _veilig(tekst: str, hoogstens: int) -> str:
    """A text as Excel prints it in a margin, where & begins an instruction; cut where it is too long."""
    delen = ["&&" if teken == "&" else teken for teken in " ".join(schoon(tekst).split())]
    while sum(map(len, delen)) > hoogstens:
        delen.pop()
    return "".join(delen)


def _eigenschappen(boek: Workbook, stuk: Stuk) -> None:
    boek.set_properties(
        {
            "title": schoon(stuk.titel),
            "author": _MAKER,
            "comments": schoon(" · ".join(deel for deel in (waarschuwing(stuk), voet(stuk)) if deel)),
            "created": dt.datetime.combine(stuk.herkomst.kennisdatum, dt.time(), dt.UTC),
        }
    )
    # plain ASCII: a sign is a sign to each program that counts them. A part has no blank at its ends and nothing that
    # looks like Excel's escapes (_x0041_).
    tekst = json.dumps(stuk.herkomst.als_json(), separators=(",", ":"))
    tekst = tekst.replace(" ", "\\u0020").replace("_x", "\\u005fx")
    for nr, plek in enumerate(range(0, len(tekst), _HAP), 1):
        boek.set_custom_property(f"{HERKOMST}-{nr}", tekst[plek : plek + _HAP], "text")


def _met_taal(core: bytes) -> bytes:
    """The properties of the file with its language, which XlsxWriter cannot write."""
    boom = etree.fromstring(core)
    etree.SubElement(boom, f"{{{boom.nsmap['dc']}}}language").text = _TAAL
    return bytes(etree.tostring(boom, encoding="UTF-8", xml_declaration=True, standalone=True))
