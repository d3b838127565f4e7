"""A small store with a kader that can be told apart, and reports made by hand, as the readers would give them."""

from __future__ import annotations

import csv
import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from data.bouw import maken
from data.bouw.ruw import laad_ruw
from data.levering.leveringen import zoek
from data.rapporten.bekend import Bekend, bekend
from data.rapporten.document import Alinea, Document, Plek, Tabel
from data.rapporten.gelezen import Cel, Gelezen, Herkend, Kaderregel, Kolom, Tabellen, Vondst
from data.rapporten.oordelen.tekens import lees_cel
from data.rapporten.voorstel import Rij, Voorstel, bezwaren, handel_af, tabellen, wijzig_kop, wijzig_meting
from data.rapporten.voorstel import maak as maak_voorstel
from data.sql import voer_uit
from tests.data.bouwdoos import Doos

#: The indicatoren of editie proef-1 (i1 and i2 under thema Vindplaatsen, i3 under Samenspel).
SCHOLEN = "Scholen en huisartsen weten waar zij een gezin kunnen aanmelden"
WACHTTIJD = "Geen gezin wacht langer dan een maand op de eerste hulpverlener"
OVERLEG = "De ketenpartners bespreken elk kwartaal de lastige gevallen"
INDICATOR = {"i1": SCHOLEN, "i2": WACHTTIJD, "i3": OVERLEG}


def winkel(doos: Doos) -> Doos:
    """The small set with the kader of this module; its first rapporten print m1 (2013) and m2 (2014) of FG0001."""
    for regel, naam in ((2, SCHOLEN), (3, WACHTTIJD)):
        doos.zet("kader/indicatoren", regel, "indicator", naam)
    doos.zet("kader/themas", 2, "thema", "Vindplaatsen")
    doos.zet("kader/themas", 3, "thema", "Samenspel")
    i3 = {"indicator_id": "i3", "editie_id": "proef-1", "thema_id": "t1b", "criterium_id": "c1b"}
    doos.erbij("kader/indicatoren", **i3, indicator=OVERLEG, kort="Overleg", volgorde="3")
    doos.erbij("kader/indicator_onderwerp", indicator_id="i3", onderwerp_id="o1")
    return doos


def kennis(doos: Doos) -> Bekend:
    """What the small store knows now."""
    return bekend([doos.map])


@dataclass
class Rapport:
    """A report made by hand: `rijen` are (thema, indicator, one text per column)."""

    kolommen: Sequence[tuple[int | None, str]] = ((2016, ""),)
    rijen: Sequence[tuple[str, str, Sequence[str]]] = ()
    herkend: Herkend = field(default_factory=Herkend)
    kaderregels: Sequence[str] = ()
    tekst: str = "Dit is een rapport van Samenwerkend Toezicht Jeugd (STJ) over Proefstad."
    inhoud: bytes = b"het rapport"

    def gelezen(self) -> Gelezen:
        """The report as the readers give it: a paragraph, and one table with a head."""
        koppen = [" ".join(str(deel) for deel in (jaar, naam) if deel) for jaar, naam in self.kolommen]
        tabel = Tabel((("Indicator", *koppen), *((indicator, *cellen) for _, indicator, cellen in self.rijen)), 2)
        cellen = tuple(
            Cel(
                indicator_gedrukt=indicator,
                thema_gedrukt=thema,
                criterium_gedrukt="",
                kolom=Kolom(koppen[k], self.kolommen[k][0], self.kolommen[k][1]),
                lezing=lees_cel(tekst),
                plek=Plek(1, r + 1, k + 1),
                vindplaats=f"tabel {thema}, rij {r + 1}, kolom {koppen[k]}",
                pagina=2,
            )
            for r, (thema, indicator, teksten) in enumerate(self.rijen)
            for k, tekst in enumerate(teksten)
        )
        regels = tuple(Kaderregel("Vindplaatsen", "", tekst, Plek(1, r, 0)) for r, tekst in enumerate(self.kaderregels))
        return Gelezen(Document("PDF", (Alinea((self.tekst,), 1), tabel)), Tabellen(cellen, regels), self.herkend)

    def maak(self, map_: Path, bekend_: Bekend, *, naam: str = "rapport.pdf") -> Voorstel:
        """The voorstel of this report, in a folder that is not there yet."""
        bron = map_.with_name(f"{map_.name}-{naam}")
        bron.write_bytes(self.inhoud)
        return maak_voorstel(self.gelezen(), bron, naam=naam, bekend=bekend_, naar=map_)


def herkend(
    *, aanpak: str = "Nieuwe aanpak", gepubliceerd: str = "2017-03", jaar: int = 2016, **anders: object
) -> Herkend:
    """What a complete report about FG0001 tells."""
    alles: dict[str, object] = {
        "titel": Vondst("Hertoets Proefstad"),
        "gemeente_code": Vondst("FG0001"),
        "aanpakken": (Vondst(aanpak),),
        "gepubliceerd": Vondst(gepubliceerd),
        "bezoek_op": Vondst(f"{jaar}-10-03"),
        "peiljaren": (Vondst(str(jaar)),),
        "kader_id": Vondst("proef"),
        "bewijs": {jaar: Vondst("hertoets_verbeterpunten")},
    }
    return Herkend(**(alles | anders))  # type: ignore[arg-type]


def vervolg(**anders: object) -> Rapport:
    """A follow-up of Nieuwe aanpak in 2016: two indicatoren, ✓ and X."""
    rijen = (("Vindplaatsen", SCHOLEN, ("✓ Elke school heeft een aanspreekpunt.",)),
             ("Vindplaatsen", WACHTTIJD, ("X Sommige gezinnen wachten een half jaar.",)))  # fmt: skip
    return Rapport(rijen=rijen, herkend=herkend(**anders))  # type: ignore[arg-type]


def rond_af(voorstel: Voorstel, bekend_: Bekend) -> None:
    """Do what an editor must: fill in what is missing, look at every doubt."""
    for kolom, waarde in (("titel", "Titel"), ("uitgever", "STJ"), ("gepubliceerd", "2017-03")):
        if not voorstel.kop[kolom]:
            wijzig_kop(voorstel, kolom, waarde, bekend=bekend_)
    for meting in voorstel.metingen:
        for kolom, waarde in (("basis", "gesprekken"), ("bewijs", "volledige_toets"), ("peiljaar_reden", "zo gedrukt")):
            if meting["nieuw"] == "ja" and not meting[kolom]:
                wijzig_meting(voorstel, meting["meting_id"], kolom, waarde, bekend=bekend_)
    for twijfel in list(voorstel.open_twijfels):
        handel_af(voorstel, twijfel["nr"], "gezien")


def als_levering(voorstel: Voorstel, bekend_: Bekend, map_: Path, *, levering_id: str = "proefstad-2017") -> Path:
    """Write the levering of a voorstel that nothing stands in the way of."""
    assert bezwaren(voorstel, bekend_) == []
    doel = map_ / levering_id
    doel.mkdir(parents=True)
    for naam, rijen in tabellen(voorstel, bekend_, levering_id=levering_id, aanvaard_op="2026-11-22").items():
        schrijf(doel / f"{naam}.csv", rijen)
    return doel


def schrijf(pad: Path, rijen: list[Rij]) -> None:
    """Write rows as a table of a levering."""
    with pad.open("w", encoding="utf-8", newline="") as bestand:
        schrijver = csv.DictWriter(bestand, list(rijen[0]), lineterminator="\n")
        schrijver.writeheader()
        schrijver.writerows(rijen)


def lees(pad: Path) -> list[Rij]:
    """The rows of a CSV file."""
    with pad.open(encoding="utf-8", newline="") as bestand:
        return list(csv.DictReader(bestand))


def bouwt(doos: Doos) -> None:
    """Hold that nothing stands in the way of building the store: every check of a build, without what follows."""
    keurt([doos.map])


def keurt(mappen: Sequence[Path]) -> None:
    """The same, for leveringen in these folders."""
    keus = maken.kies(*zoek(mappen), concept=True)
    with duckdb.connect() as con, tempfile.TemporaryDirectory() as tijdelijk:
        voer_uit(con, "schema", "afleiding/macros")
        plaats = laad_ruw(con, keus.geldig, Path(tijdelijk))
        fouten = [*keus.fouten, *maken._controleer(con, plaats, keus.fouten)]
    assert [str(fout) for fout in fouten] == []


def over(voorstel: Voorstel, soort: str) -> list[str]:
    """The sentences of the doubts of one kind that are open."""
    return [twijfel["zin"] for twijfel in voorstel.open_twijfels if twijfel["soort"] == soort]


def zonder_klok(tekst: str) -> str:
    """voorstel.json without the moment at which it was made."""
    return re.sub(r'"gemaakt": "[^"]*"', '"gemaakt": ""', tekst)
