"""A minimal set of leveringen, all fictional, of which a test changes one cell, row or line."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import duckdb

from data.bouw import bouwen, maken
from data.fouten import Fout, LeveringGeweigerd
from data.levering import controlegetallen
from data.levering.leveringen import zoek
from data.levering.vorm import tabellen

#: Per file its columns and rows; line 2 is the first row. Columns that are not named are empty.
SET = {
    "kader/levering": """
levering_id,formaat,aanvaard_op,concept,fictief
kader,1,2026-01-01,nee,ja""",
    "kader/gemeenten": """
gemeente_code,gemeente,provincie,geldig_van,geldig_tot
FG0001,Proefstad,Proefland,,
FG0002,Elders,Proefland,,
FG0003,Opgegaan,Proefland,1900-01-01,2015-01-01""",
    "kader/gebiedswijzigingen": """
van,naar,datum,soort
FG0003,FG0001,2015-01-01,opgegaan_in""",
    "kader/grenzen": """
gemeente_code,jaar,grens,bron
FG0002,2023,"{""type"":""Polygon"",""coordinates"":[[[4.5,52.1],[4.6,52.1],[4.6,52.2],[4.5,52.1]]]}",verzonnen""",
    "kader/kaders": """
kader_id,kader,niveau
proef,Proefkader,beleid
ander,Ander kader,casus""",
    "kader/edities": """
editie_id,kader_id,editie,volgorde,volledig
proef-1,proef,eerste,1,ja
proef-2,proef,tweede,2,ja
ander-1,ander,enige,1,ja""",
    "kader/themas": """
thema_id,editie_id,thema,volgorde
t1,proef-1,Thema een,1
t1b,proef-1,Thema een b,2
t2,proef-2,Thema twee,1
t3,ander-1,Thema drie,1""",
    "kader/criteria": """
criterium_id,thema_id,criterium,volgorde
c1,t1,Criterium een,1
c1b,t1b,Criterium een b,1""",
    "kader/indicatoren": """
indicator_id,editie_id,thema_id,criterium_id,indicator,kort,volgorde
i1,proef-1,t1,c1,Indicator een,Een,1
i2,proef-1,t1,c1,Indicator twee,Twee,2
j1,proef-2,t2,,Indicator een nieuw,Een,1
j2,proef-2,t2,,Indicator twee nieuw,Twee,2
k1,ander-1,t3,,Indicator ander,Ander,1""",
    "kader/indicator_gelijk": """
van,naar,reden
i1,j1,dezelfde tekst""",
    "kader/onderwerpen": """
onderwerp_id,onderwerp,volgorde,omschrijving
o1,Onderwerp,1,Alles""",
    "kader/indicator_onderwerp": """
indicator_id,onderwerp_id
i1,o1
i2,o1
j1,o1
j2,o1
k1,o1""",
    "kader/onderzoeksrondes": """
ronde_id,ronde,kader_id,jaar_van,jaar_tot,aantal_gemeenten,bron
r1,Ronde een,proef,2013,2014,2,rapport
r2,Ronde twee,ander,2013,2014,1,rapport""",
    "kader/ronde_deelname": """
ronde_id,gemeente_code,aanpak,bron
r1,FG0001,Oude aanpak,rapport
r1,FG0002,,rapport""",
    "feiten/levering": """
levering_id,formaat,aanvaard_op,concept,fictief
feiten,1,2026-01-02,nee,ja""",
    "feiten/rapporten": """
rapport_id,titel,uitgever,gepubliceerd,soort
rap-1,Rapport een,STJ,2014-06,rapport
rap-2,Rapport twee,STJ,2015-06,rapport""",
    "feiten/weergaven": f"""
weergave_id,rapport_id,bestand,sha256,vorm
w1,rap-1,een.txt,{"a" * 64},tekst
w2,rap-2,twee.txt,{"b" * 64},tekst""",
    "feiten/aanpakken": """
aanpak_id,gemeente_code,aanpak,begin,einde
nieuw,FG0001,Nieuwe aanpak,2014,
oud,FG0001,Oude aanpak,2010,2013-12""",
    "feiten/aanpak_opvolging": """
van,naar,bron
oud,nieuw,rapport""",
    "feiten/metingen": """
meting_id,aanpak_id,editie_id,ronde_id,peiljaar,bezoek_op,onderzoek_van,onderzoek_tot,bewijs,dekking,basis
m1,oud,proef-1,r1,2013,2013-05-01,,,volledige_toets,heel_kader,gesprekken
m2,nieuw,proef-1,r1,2014,,2014-03,2014-05,hertoets_verbeterpunten,selectie,gesprekken""",
    "feiten/meting_rapport": """
meting_id,rapport_id
m1,rap-1
m1,rap-2
m2,rap-2""",
    "feiten/oordelen": """
meting_id,indicator_id,rapport_id,uitkomst,teken_gedrukt,vindplaats,pagina
m1,i1,rap-1,verbeterpunt,X,tabel 1,3
m1,i2,rap-1,voldoet,✓,tabel 1,3
m1,i1,rap-2,verbeterpunt,✗,tabel 1,4
m1,i2,rap-2,gemengd,✓ en X,tabel 1,4
m2,i1,rap-2,voldoet,√,tabel 1,4
m2,i2,rap-2,niet_beoordeeld,,tabel 1,4""",
    "feiten/conflicten": """
meting_id,indicator_id,geldt,reden
m1,i2,rap-1,het eerste rapport gaat voor""",
    "feiten/bevindingen": """
bevinding_id,rapport_id,gemeente_code,aanpak_id,soort,titel,tekst,onderwerp_id,vindplaats,opvolging_verwacht_van,\
opvolging_verwacht_tot,stand
b1,rap-1,FG0001,oud,aanbeveling,Doe iets,Doe iets anders,o1,p. 5,2015-01,2015-06,open
b2,rap-2,FG0001,,sterk_punt,Goed,Dit gaat goed,,p. 6,,,
b3,rap-2,FG0001,,reactie,Gedaan,De gemeente zegt dat dit is gedaan,,p. 7,,,""",
    "feiten/bevinding_indicator": """
bevinding_id,indicator_id
b1,i1""",
    "kader/indicator_alias": """
indicator_id,alias
i1,Indicator nummer een""",
    "feiten/gemeld_actiepunt": """
bevinding_id,actiepunt_id
b3,b1""",
    "feiten/gemeld_indicator": """
bevinding_id,aanpak_id,indicator_id
b3,nieuw,i1""",
    "feiten/aanvaarding": """
levering_id,aanvaard_door,aanvaard_om
feiten,een tester,2026-01-02T10:00:00+01:00""",
    "feiten/bewerkingen": """
levering_id,meting_id,indicator_id,kolom,gelezen,aanvaard
feiten,m1,i1,toelichting,zoals gelezen,zoals aanvaard""",
}


class Doos:
    """The set in a folder. Every change writes its file again; `fouten` and `bouw` give what a build makes of it."""

    def __init__(self, map_: Path) -> None:
        """Write the untouched set."""
        self.map = map_ / "leveringen"
        self.database = map_ / "proef.duckdb"
        for naam, tekst in SET.items():
            kop, *rijen = csv.reader(io.StringIO(tekst.strip()))
            kolommen = tabellen()[naam.split("/")[1]]
            cellen = [dict(zip(kop, rij, strict=True)) for rij in rijen]
            self._schrijf(naam, [list(kolommen), *([cel.get(k, "") for k in kolommen] for cel in cellen)])
        controlegetallen.schrijf(self.map / "feiten")

    def pad(self, naam: str) -> Path:
        """The file of a table, named like feiten/oordelen."""
        return self.map / f"{naam}.csv"

    def zet(self, naam: str, regel: int, kolom: str, waarde: str) -> None:
        """Change one cell; the header is line 1."""
        rijen = self._lees(naam)
        rijen[regel - 1][rijen[0].index(kolom)] = waarde
        self._schrijf(naam, rijen)

    def erbij(self, naam: str, **cellen: str) -> int:
        """Add a row and return its line; what is not named is as in the row above it."""
        rijen = self._lees(naam)
        rij = dict(zip(rijen[0], rijen[-1], strict=True)) | cellen
        self._schrijf(naam, [*rijen, [rij[kolom] for kolom in rijen[0]]])
        return len(rijen) + 1

    def laatste(self, naam: str) -> dict[str, str]:
        """The cells of the last row, by column."""
        rijen = self._lees(naam)
        return dict(zip(rijen[0], rijen[-1], strict=True))

    def weg(self, naam: str, regel: int) -> None:
        """Take one line out."""
        rijen = self._lees(naam)
        del rijen[regel - 1]
        self._schrijf(naam, rijen)

    def zonder_kolom(self, naam: str, kolom: str) -> None:
        """Take one column out, header and cells."""
        rijen = self._lees(naam)
        plek = rijen[0].index(kolom)
        self._schrijf(naam, [rij[:plek] + rij[plek + 1 :] for rij in rijen])

    def levering(self, naam: str, levering_id: str, **cellen: str) -> None:
        """Add an empty levering in a folder of its own."""
        self._schrijf(f"{naam}/levering", self._lees("feiten/levering"))
        for kolom, waarde in {"levering_id": levering_id, **cellen}.items():
            self.zet(f"{naam}/levering", 2, kolom, waarde)

    def fouten(self) -> list[Fout]:
        """Every fault that a build tells. They are told before anything is derived: that far it goes, in memory."""
        keus = maken.kies(*zoek(bouwen.alle_mappen([self.map])), concept=False)
        with duckdb.connect(config={"threads": 1}) as con:
            try:
                maken.laad(con, keus, self.map.parent)
            except LeveringGeweigerd as geweigerd:
                return geweigerd.fouten
        return []

    def bouw(self) -> duckdb.DuckDBPyConnection:
        """Build, and open what was built."""
        bouwen.bouw([self.map], naar=self.database)
        return duckdb.connect(self.database, read_only=True)

    def _lees(self, naam: str) -> list[list[str]]:
        with self.pad(naam).open(encoding="utf-8", newline="") as bestand:
            return list(csv.reader(bestand))

    def _schrijf(self, naam: str, rijen: list[list[str]]) -> None:
        pad = self.pad(naam)
        pad.parent.mkdir(parents=True, exist_ok=True)
        with pad.open("w", encoding="utf-8", newline="") as bestand:
            csv.writer(bestand, lineterminator="\n").writerows(rijen)


#: A planted fault: what is done to the set, and where and how it is told (file, line, column, start of what is wrong).
Geval = tuple[Callable[[Doos], object], str, int, str, str]


def plant(doos: Doos, geval: Geval) -> None:
    """Plant the fault of a case and hold that it is told once, in its place, and that nothing else is."""
    doe, bestand, regel, kolom, mis = geval
    doe(doos)
    fouten = doos.fouten()
    assert [(f.bestand, f.regel, f.kolom) for f in fouten] == [(f"leveringen/{bestand}.csv", regel, kolom)], fouten
    assert fouten[0].mis.startswith(mis), fouten[0]
    assert fouten[0].verwacht
