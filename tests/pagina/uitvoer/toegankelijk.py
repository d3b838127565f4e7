"""What Word's accessibility check and a strict reader would say of a .docx: an independent walk over its XML.

Uses nothing of the writer: only the zip and lxml.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from lxml import etree

from tests.pagina.test_status import contrast

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
DC = "{http://purl.org/dc/elements/1.1/}"
CT = "{http://schemas.openxmlformats.org/package/2006/content-types}"


class Bestand:
    """The parts of a .docx as trees."""

    def __init__(self, inhoud: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
            self.delen = {naam: pakket.read(naam) for naam in pakket.namelist()}
        self.tekst = self.boom("word/document.xml")

    def boom(self, naam: str) -> Any:  # noqa: ANN401 - lxml has no types
        return etree.fromstring(self.delen[naam])

    def relaties(self, naam: str) -> dict[str, Any]:
        """The relationships of a part, by id."""
        map_, kort = posixpath.split(naam)
        pad = posixpath.join(map_, "_rels", f"{kort}.rels")
        return {rel.get("Id"): rel for rel in self.boom(pad)} if pad in self.delen else {}


def tekst_van(element: Any) -> str:  # noqa: ANN401
    return "".join(t.text or "" for t in element.iter(f"{W}t"))


def bezwaren(inhoud: bytes) -> list[str]:
    """Everything that is wrong with it; empty where nothing is."""
    bestand = Bestand(inhoud)
    controles = (beelden, tabellen, koppen, talen, alineas, koppelingen, kleuren, noten, pakket, stijlen)
    return [bezwaar for controle in controles for bezwaar in controle(bestand)]


def beelden(bestand: Bestand) -> Iterator[str]:
    for zwevend in (f"{WP}anchor", f"{W}pict", f"{W}object"):
        if next(bestand.tekst.iter(zwevend), None) is not None:
            yield "een beeld zweeft"
    nummers = [eigen.get("id") for eigen in bestand.tekst.iter(f"{WP}docPr")]
    if len(nummers) != len(set(nummers)):
        yield "twee beelden hebben hetzelfde nummer"
    for eigen in bestand.tekst.iter(f"{WP}docPr"):
        if not (eigen.get("descr") or "").strip() or not (eigen.get("title") or "").strip():
            yield "een beeld heeft geen tekst"


def tabellen(bestand: Bestand) -> Iterator[str]:
    for tabel in bestand.tekst.iter(f"{W}tbl"):
        if any(ouder.tag == f"{W}tc" for ouder in tabel.iterancestors()):
            yield "een tabel staat in een cel"
            continue
        opmaak, rijen = tabel.find(f"{W}tblPr"), tabel.findall(f"{W}tr")
        koppen = [rij.find(f"{W}trPr/{W}tblHeader") is not None for rij in rijen]
        if koppen != [True] + [False] * (len(rijen) - 1):
            yield "een tabel heeft geen kopregel, of meer dan een"
        look = opmaak.find(f"{W}tblLook")
        if look is None or look.get(f"{W}firstRow") != "1" or look.get(f"{W}firstColumn") != "1":
            yield "een tabel zegt niet dat de eerste rij en kolom koppen zijn"
        for naam in ("tblCaption", "tblDescription"):
            if opmaak.find(f"{W}{naam}") is None or not opmaak.find(f"{W}{naam}").get(f"{W}val").strip():
                yield f"een tabel heeft geen {naam}"
        yield from _cellen(tabel, rijen)


def _cellen(tabel: Any, rijen: list[Any]) -> Iterator[str]:  # noqa: ANN401
    if any(next(tabel.iter(f"{W}{naam}"), None) is not None for naam in ("gridSpan", "vMerge", "hMerge")):
        yield "een tabel heeft samengevoegde cellen"
    kolommen = len(tabel.findall(f"{W}tblGrid/{W}gridCol"))
    for rij in rijen:
        cellen = rij.findall(f"{W}tc")
        if len(cellen) != kolommen:
            yield "een rij heeft een ander aantal cellen"
        if any(not tekst_van(cel).strip() for cel in cellen):
            yield "een cel is leeg"
        if rij.find(f"{W}trPr/{W}cantSplit") is None:
            yield "een rij kan over twee bladzijden komen"


def koppen(bestand: Bestand) -> Iterator[str]:
    niveaus = {
        stijl.get(f"{W}styleId"): int(stijl.find(f"{W}pPr/{W}outlineLvl").get(f"{W}val")) + 1
        for stijl in bestand.boom("word/styles.xml").iter(f"{W}style")
        if stijl.find(f"{W}pPr/{W}outlineLvl") is not None
    }
    stijlen = [stijl.get(f"{W}val") for stijl in bestand.tekst.iter(f"{W}pStyle")]
    rij = [niveaus[stijl] for stijl in stijlen if stijl in niveaus]
    if rij[:1] != [1] or rij.count(1) != 1:
        yield "er is niet precies één titel, bovenaan"
    if any(volgend > vorig + 1 for vorig, volgend in pairwise(rij)):
        yield "een kopniveau is overgeslagen"


def talen(bestand: Bestand) -> Iterator[str]:
    stijlen = bestand.boom("word/styles.xml")
    standaard = stijlen.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    anders = [taal.get(f"{W}val") for naam in bestand.delen if naam.startswith("word/") and naam.endswith(".xml")
              for taal in bestand.boom(naam).iter(f"{W}lang")]  # fmt: skip
    if standaard is None or set(anders) != {"nl-NL"}:
        yield "de taal van de tekst is niet overal Nederlands"
    thema = bestand.boom("word/settings.xml").find(f"{W}themeFontLang")
    if thema is None or thema.get(f"{W}val") != "nl-NL":
        yield "de taal van de letters is niet Nederlands"
    kern = bestand.boom("docProps/core.xml")
    if kern.findtext(f"{DC}language") != "nl-NL":
        yield "de taal van het document is niet Nederlands"
    if not (kern.findtext(f"{DC}title") or "").strip():
        yield "het document heeft geen titel"


def alineas(bestand: Bestand) -> Iterator[str]:
    for naam in ("word/document.xml", "word/footnotes.xml", "word/footer1.xml"):
        for alinea in bestand.boom(naam).iter(f"{W}p"):
            iets = (f"{W}drawing", f"{W}separator", f"{W}continuationSeparator")
            if not tekst_van(alinea).strip() and not any(next(alinea.iter(tag), None) is not None for tag in iets):
                yield "een alinea is leeg"
            if "   " in tekst_van(alinea):
                yield "spaties maken ruimte"


def koppelingen(bestand: Bestand) -> Iterator[str]:
    relaties = bestand.relaties("word/document.xml")
    for koppeling in bestand.tekst.iter(f"{W}hyperlink"):
        tekst = tekst_van(koppeling)
        if len(tekst.split()) < 3 or "://" in tekst or tekst.lower().startswith("klik"):
            yield "een koppeling zegt niet waarheen zij gaat"
        doel = relaties.get(koppeling.get(f"{R}id"))
        if doel is None or not doel.get("Target").startswith("https://") or doel.get("TargetMode") != "External":
            yield "een koppeling leidt nergens heen"


def kleuren(bestand: Bestand) -> Iterator[str]:
    for naam in ("word/styles.xml", "word/document.xml", "word/footnotes.xml"):
        for kleur in bestand.boom(naam).iter(f"{W}color"):
            if contrast(f"#{kleur.get(f'{W}val')}", "#ffffff") < 4.5:
                yield "een letterkleur is te licht"


def noten(bestand: Bestand) -> Iterator[str]:
    verwezen = [noot.get(f"{W}id") for noot in bestand.tekst.iter(f"{W}footnoteReference")]
    alle = {noot.get(f"{W}id"): noot for noot in bestand.boom("word/footnotes.xml").iter(f"{W}footnote")}
    echt = [nr for nr, noot in alle.items() if noot.get(f"{W}type") is None]
    if verwezen != echt:
        yield "voetnoten en verwijzingen horen niet bij elkaar"
    if any(next(alle[nr].iter(f"{W}footnoteRef"), None) is None or not tekst_van(alle[nr]).strip() for nr in echt):
        yield "een voetnoot is leeg"
    soorten = {alle[nr].get(f"{W}type") for nr in alle if nr not in echt}
    genoemd = {noot.get(f"{W}id") for noot in bestand.boom("word/settings.xml").iter(f"{W}footnote")}
    if soorten != {"separator", "continuationSeparator"} or genoemd != set(alle) - set(echt):
        yield "de streep boven de voetnoten ontbreekt"


def pakket(bestand: Bestand) -> Iterator[str]:
    soorten = bestand.boom("[Content_Types].xml")
    eigen = {deel.get("PartName") for deel in soorten.iter(f"{CT}Override")}
    vast = {deel.get("Extension") for deel in soorten.iter(f"{CT}Default")}
    genoemd = {"[Content_Types].xml", *_genoemd(bestand)}
    for naam in bestand.delen:
        if naam.endswith(".rels") or naam == "[Content_Types].xml":
            continue
        if naam not in genoemd:
            yield f"niets verwijst naar {naam}"
        # a part of the text that is only "some xml" is not read as what it is
        los = naam.rpartition(".")[2] in vast and not re.fullmatch(r"word/\w+\.xml", naam)
        if f"/{naam}" not in eigen and not los:
            yield f"{naam} heeft geen soort"
    if mist := genoemd - set(bestand.delen):
        yield f"{sorted(mist)} ontbreekt"


def _genoemd(bestand: Bestand) -> Iterator[str]:
    """Every part that a relationship names."""
    paren = [("", rel) for rel in bestand.boom("_rels/.rels")]
    paren += [(naam, rel) for naam in bestand.delen for rel in bestand.relaties(naam).values()]
    for naam, rel in paren:
        if rel.get("TargetMode") != "External":
            yield posixpath.normpath(posixpath.join("/", posixpath.dirname(naam), rel.get("Target"))).lstrip("/")


def stijlen(bestand: Bestand) -> Iterator[str]:
    alle = {stijl.get(f"{W}styleId") for stijl in bestand.boom("word/styles.xml").iter(f"{W}style")}
    for naam in ("word/document.xml", "word/footnotes.xml", "word/footer1.xml", "word/styles.xml"):
        tags = [f"{W}{tag}" for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next")]
        gebruikt = {stijl.get(f"{W}val") for stijl in bestand.boom(naam).iter(*tags)}
        yield from (f"stijl {stijl} bestaat niet" for stijl in sorted(gebruikt - alle))
