"""`python -m pagina.uitvoer VRAAG`: a query, a view or the Kamerbrief as a file in any format."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from data.dag import lees_dag
from data.instellingen import instellingen
from data.opdrachten.nederlands import NederlandseHulp, door, opties, wie
from pagina.beeld import zinnen
from pagina.uitvoer.brief.samenstellen import stel_samen
from pagina.uitvoer.inhoud.selectie import PROGRAMMA
from pagina.uitvoer.inhoud.stuk import Stuk
from pagina.uitvoer.inhoud.stuk_van import stuk_van
from pagina.uitvoer.inhoud.velden import OPTIES
from pagina.uitvoer.inhoud.verantwoording import geexporteerd
from pagina.uitvoer.inhoud.vrager import Vrager
from pagina.uitvoer.opdrachten import bronnen, filters
from pagina.uitvoer.opdrachten.fouten import VerkeerdGebruik
from pagina.uitvoer.opdrachten.schrijven import in_een_keer
from pagina.uitvoer.opdrachten.vragen import KAMERBRIEF, nodig, vragen
from pagina.uitvoer.vormen import formaten
from pagina.uitvoer.vormen.formaten import FORMATEN

#: What csv gives in a file that is no zip by its name: the same table, by the international norm.
_KALE_CSV = "csv-rfc4180"
_UITLEG = (
    "Schrijft een tabel of een Kamerbrief naar een bestand: hetzelfde als de knop op de pagina. Een keuze kan als code "
    "of als woord. Wat u niet kiest, is zoals de pagina opent: het eerste kader, de laatste periode, verder alles."
)
_FORMAAT_HULP = (
    f"een van: {', '.join(FORMATEN)}. csv is een zip: de tabel in beide soorten csv, met uitleg van de kolommen; naar "
    f"een bestand dat op .csv eindigt, wordt het één csv ({_KALE_CSV}). Mag weg waar het einde van de naam maar één "
    "formaat kan zijn, zoals .ods"
)
#: The last part of a file's name, per format: the two kinds of plain csv share theirs.
_EINDEN = {naam: f".{vorm.uitgang.rpartition('.')[2]}" for naam, vorm in FORMATEN.items()}


def hulp() -> argparse.ArgumentParser:
    """The reader of the command line."""
    lezer = NederlandseHulp(
        prog=PROGRAMMA,
        usage=f"{PROGRAMMA} VRAAG [--formaat FORMAAT] [filters] [--naar BESTAND]\n"
        f"         {PROGRAMMA} controleer BESTAND\n         {PROGRAMMA} open-data --naar MAP",
        description=_UITLEG,
        epilog=f"VRAAG is een van: {', '.join([KAMERBRIEF, *sorted(vragen())])}.",
        add_help=False,
    )
    lezer.add_argument_group("wat").add_argument("vraag", metavar="VRAAG", help="wat u wilt weten; zie onderaan")
    groep = opties(lezer)
    groep.add_argument("--formaat", metavar="FORMAAT", help=_FORMAAT_HULP)
    groep.add_argument("--naar", metavar="BESTAND", type=Path, help="het bestand (anders: een vaste naam, hier)")
    door(groep)
    keuzes = lezer.add_argument_group("filters")
    for naam, uitleg in OPTIES.items():
        keuzes.add_argument(f"--{naam}", metavar=naam.upper(), action="append", help=uitleg)
    waarde = "een keuze zonder eigen filter, als indicator=… of peildatum=2026-01-01; mag vaker"
    keuzes.add_argument("--waarde", metavar="NAAM=WAARDE", action="append", default=[], help=waarde)
    welke = lezer.add_argument_group("welke gegevens (anders: wat nu bekend en openbaar is)")
    welke.add_argument("--versie", metavar="DATASETVERSIE", help="die van een eerder bestand")
    dag = "wat bekend was op deze dag, als 2026-11-22"
    welke.add_argument("--bekend", metavar="DATUM", type=lees_dag, help=dag)
    welke.add_argument("--met-concept", action="store_true", help="ook wat nog niet openbaar is")
    lezer.set_defaults(doe=lambda keuze: bronnen.voer_uit(lambda: doe(keuze)))
    return lezer


def doe(keuze: argparse.Namespace) -> int:
    """Write the file and print what it is; the exit status. Raises what `bronnen.voer_uit` tells."""
    if keuze.vraag != KAMERBRIEF:
        nodig(keuze.vraag)
    formaat = _formaat(keuze.formaat, keuze.naar)
    vrager = bronnen.kies(keuze.versie, keuze.bekend, concept=keuze.met_concept)
    stuk = maak(vrager, keuze)
    doel: Path = keuze.naar or Path(formaten.bestandsnaam(stuk, formaat))
    with in_een_keer(doel) as bestand:
        formaten.schrijf(stuk, formaat, bestand, _meld)
        geexporteerd(stuk.herkomst, formaat, wie(keuze.door))
    rijen = stuk.tabel.aantal
    print(f"Bestand: {doel} ({zinnen.getal(rijen)} {zinnen.meervoud(rijen, 'rij', 'rijen')})")
    if formaat == _KALE_CSV and keuze.formaat == "csv":
        print(f"Formaat: {_KALE_CSV}, omdat de naam op .csv eindigt. Met .zip krijgt u ook de uitleg van de kolommen.")
    print(f"Exportnummer: {stuk.herkomst.exportnummer}")
    print(f"Datasetversie: {stuk.herkomst.datasetversie}")
    return 0


def maak(vrager: Vrager, keuze: argparse.Namespace) -> Stuk:
    """The content that a command line asks for. Raises VerkeerdGebruik or UitvoerGeweigerd."""
    gegeven = {naam: woorden for naam in OPTIES if (woorden := getattr(keuze, naam))}
    los, adres = filters.waarden(keuze.waarde), instellingen().adres_voor_lezers
    if keuze.vraag == KAMERBRIEF:
        return stel_samen(vrager, filters.keuze(vrager, gegeven, los), adres=adres)
    return stuk_van(vrager, keuze.vraag, filters.parameters(vrager, keuze.vraag, gegeven, los), adres=adres)


def _formaat(gevraagd: str | None, naar: Path | None) -> str:
    """The format by its word, else by the end of the file's name; `csv` to a name that ends in .csv is a plain one.

    Raises VerkeerdGebruik, which names what there is, or which end of a name the format has.
    """
    if gevraagd is None:
        return _uit_naam(naar)
    if gevraagd not in FORMATEN:
        raise VerkeerdGebruik(f"Het formaat ‘{gevraagd}’ bestaat niet; kies uit {zinnen.opsomming(FORMATEN)}.")
    return _bij_naam(gevraagd, naar)


def _uit_naam(naar: Path | None) -> str:
    """The one format of which files end as this name does. Raises VerkeerdGebruik where there is none, or several."""
    naam = naar.name.lower() if naar is not None else ""
    past = [een for een, vorm in FORMATEN.items() if naam.endswith(vorm.uitgang)]
    past = past or [een for een, eind in _EINDEN.items() if naam.endswith(eind)]
    if len(past) == 1:
        return past[0]
    keus = (
        f"Op {_EINDEN[past[0]]} eindigen {zinnen.opsomming(past)}: kies er een."
        if past
        else f"Kies uit {zinnen.opsomming(FORMATEN)}."
    )
    raise VerkeerdGebruik(f"Dit ontbreekt: --formaat. {keus}")


def _bij_naam(formaat: str, naar: Path | None) -> str:
    """The format that suits the name. Raises VerkeerdGebruik where the name promises another kind of file."""
    eigen, eind = _EINDEN[formaat], naar.suffix.lower() if naar is not None else ""
    if formaat == "csv" and eind == ".csv":
        return _KALE_CSV
    if eind != eigen and eind in _EINDEN.values():
        raise VerkeerdGebruik(
            f"Het bestand ‘{naar}’ eindigt op {eind}, maar het formaat {formaat} hoort in een bestand dat eindigt op "
            f"{eigen}. Kies een andere naam of een ander formaat."
        )
    return formaat


def _meld(gedaan: int) -> None:
    """Say how far it is, to who sits at the screen."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{zinnen.getal(gedaan)} rijen …")
