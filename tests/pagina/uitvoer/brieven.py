"""Letters for tests: the real one of GGSR beleid 2013–2014, and a fictional one with a long or a wide table."""

import datetime as dt
from collections.abc import Sequence

from pagina.uitvoer.inhoud.herkomst import Herkomst, Rapportbron, bewerkingsnoot, bronnoot
from pagina.uitvoer.inhoud.stuk import Figuur, Onderdeel, Stuk
from pagina.uitvoer.inhoud.tabel import Kolom, Rij, tabel
from tests.pagina.figuurdata import alkmaar_leeuwarden

STATUSWOORDEN = {
    "opgepakt": "Was een verbeterpunt en voldoet nu.",
    "niet_opgepakt": "Was een verbeterpunt en is dat nog.",
    "niet_beoordeeld": "Er is opnieuw getoetst, maar hierover staat geen oordeel in het rapport.",
}
RAPPORTEN = (
    Rapportbron(
        "alkmaar-2015",
        "Helpende Hand in de Wijk",
        "Samenwerkend Toezicht Jeugd",
        "2015-06",
        ("paragraaf 2.1, tabel", "bijlage 1"),
    ),
    Rapportbron(
        "leeuwarden-2015", "Sociale Wijkteams", "Samenwerkend Toezicht Jeugd", "2015-06", ("paragraaf 2.2, tabel",)
    ),
)
ALINEA = (
    "In twee van de 21 gemeenten van deze ronde zijn in 2013 zestien verbeterpunten vastgesteld bij het beleid voor "
    "gezinnen met geringe sociale redzaamheid. Daarvan zijn er tien opgepakt: alle tien volgens de gemeente Leeuwarden "
    "zelf, en geen enkel opnieuw getoetst. Vijf zijn niet opgepakt; van één is de stand onbekend. Dat is 10 van 15 "
    "beoordeelde (67%) en 10 van 16 vastgestelde verbeterpunten (63%)."
)
WAARSCHUWING = "Alleen verbeterpunten zijn hertoetst: dit zegt niets over indicatoren die al voldeden."
KOLOMMEN = (
    Kolom("gemeente", "Gemeente", "De gemeente waar het verbeterpunt is vastgesteld.", "tekst"),
    Kolom("vastgesteld", "Verbeterpunten", "Alle vastgestelde verbeterpunten.", "getal"),
    Kolom("beoordeeld", "Beoordeeld", "Opgepakt, deels of niet opgepakt.", "getal"),
    Kolom("opgepakt", "Opgepakt", "Voldoet nu.", "getal"),
    Kolom("niet", "Niet opgepakt", "Is nog een verbeterpunt.", "getal"),
    Kolom("onbekend", "Stand onbekend", "Niet beoordeeld of niet hertoetst.", "getal"),
    Kolom("deel", "Deel van beoordeeld", "Opgepakt van beoordeeld.", "procent", "%"),
)
RIJEN: tuple[Rij, ...] = (("Alkmaar", 6, 5, 0, 5, 1, 0), ("Leeuwarden", 10, 10, 10, 0, 0, 100))


def herkomst(*, adres: str = "https://verbeterpunten.voorbeeld.nl", fictief: bool = False) -> Herkomst:
    return Herkomst(
        vraag="kamerbrief",
        parameters={"kaders": ["ggsr-beleid"], "periodes": ["2013-2014"]},
        selectie=(("Kader", "GGSR beleid"), ("Periode", "2013 → 2014"), ("Gemeenten", "alle")),
        pad="kamerbrief?kader=ggsr-beleid&periode=2013-2014",
        opdracht="python -m pagina.uitvoer kamerbrief --kader ggsr-beleid --periode 2013-2014 --formaat docx",
        adres=adres,
        datasetversie="8b7b5323d614",
        methodeversie="3",
        kennisdatum=dt.date(2015, 6, 30),
        telling="per aanpak, elke stap van een meting naar de volgende",
        fictief=fictief,
        rapporten=RAPPORTEN,
    )


def noten(bron: Herkomst) -> tuple[str, ...]:
    return (*(bronnoot(rapport) for rapport in bron.rapporten), bewerkingsnoot(bron))


def brief() -> Stuk:
    """The known answer of GGSR beleid, 2013 → 2014, per gemeente."""
    bron = herkomst()
    figuur = Figuur(
        "Verbeterpunten GGSR beleid, 2013 → 2014",
        alkmaar_leeuwarden(),
        "Statuskaart van 3 aanpakken en 10 indicatoren. Leeuwarden: 10 opgepakt en 2 behouden. "
        "Alkmaar: 5 niet opgepakt, 1 niet beoordeeld.",
    )
    deel = Onderdeel(
        "GGSR beleid, 2013 → 2014",
        (ALINEA, WAARSCHUWING),
        figuur,
        (
            "Dit zegt niets over de negentien gemeenten van deze ronde die niet in deze verzameling staan.",
            "Dat in Leeuwarden tien verbeterpunten zijn opgepakt, heeft de gemeente zelf verteld; het is niet "
            "getoetst.",
        ),
    )
    cijfers = tabel("cijfers", "Verbeterpunten per gemeente, GGSR beleid, 2013 → 2014", KOLOMMEN, RIJEN)
    return Stuk("Verbeterpunten GGSR beleid, 2013 → 2014", cijfers, bron, noten(bron), (deel,))


def lang(aantal: int = 120, *, extra: int = 0, statussen: Sequence[str] = tuple(STATUSWOORDEN)) -> Stuk:
    """Fictional: one row per oordeel, so many of them, with `extra` columns of numbers."""
    kolommen = (
        Kolom("gemeente", "Gemeente", "De (fictieve) gemeente.", "tekst"),
        Kolom("indicator", "Indicator", "De indicator van het kader.", "tekst"),
        Kolom("jaar", "Jaar", "Peiljaar van de eerste toets.", "jaar"),
        Kolom("status", "Status", "Wat er van het verbeterpunt is geworden.", "keuze", woorden=STATUSWOORDEN),
        Kolom("gezinnen", "Gezinnen", "Aantal gezinnen in de gemeente.", "getal"),
        *(Kolom(f"extra{nr}", f"Telling {nr}", f"Verzonnen telling nummer {nr}.", "getal") for nr in range(extra)),
    )
    rijen = [
        (
            f"Verzonnen gemeente {nr:03}",
            "Doorzettingsmacht voor de regisseur bij stagnatie",
            2013 + nr % 3,
            statussen[nr % len(statussen)],
            1000 + 37 * nr if nr % 7 else None,
            *(nr * (plek + 2) for plek in range(extra)),
        )
        for nr in range(aantal)
    ]
    bron = herkomst(fictief=True)
    deel = Onderdeel("Fictief kader, 2013 → 2014", ("Dit is een verzonnen alinea.",), None, ("Alles is verzonnen.",))
    return Stuk("Een fictieve brief", tabel("lang", "Elk oordeel", kolommen, rijen), bron, noten(bron), (deel,))
