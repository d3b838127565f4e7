"""The sources of a letter: its rapporten, its notes, and what makes it again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from urllib.parse import urlencode

from pagina.beeld import zinnen
from pagina.beeld.telling import EENHEDEN, KNOP_EENHEID, KNOP_TELWIJZE, TELWIJZEN
from pagina.uitvoer.brief.deel import Deel
from pagina.uitvoer.brief.keuze import PER
from pagina.uitvoer.brief.namen import Namen
from pagina.uitvoer.inhoud.herkomst import Herkomst, Rapportbron, bewerkingsnoot, bronnoot
from pagina.uitvoer.inhoud.rijen import rijen
from pagina.uitvoer.inhoud.selectie import opdracht
from pagina.uitvoer.inhoud.velden import NAUWER, VELDEN
from pagina.uitvoer.inhoud.vrager import Vrager

#: What the command line and the herkomst call a letter.
VRAAG = "kamerbrief"
#: Rapporten that have a note each; more are named together, and each in the list of sources of the file.
NOTEN = 12


def _bronnen(vrager: Vrager, delen: Sequence[Deel]) -> tuple[Rapportbron, ...]:
    """Every rapport behind the figures once, with all its places."""
    per_id: dict[str, Rapportbron] = {}
    for rij in chain.from_iterable(rijen(vrager, "selectie_rapporten", **deel.parameters) for deel in delen):
        oud = per_id.get(rij["rapport_id"])
        plaatsen = dict.fromkeys([*(oud.vindplaatsen if oud else ()), *map(str, rij["vindplaatsen"])])
        per_id[rij["rapport_id"]] = Rapportbron(
            rij["rapport_id"], rij["titel"], rij["uitgever"] or "", rij["gepubliceerd"] or "", tuple(plaatsen)
        )
    return tuple(per_id.values())


def noten(vrager: Vrager, delen: Sequence[Deel], herkomst: Herkomst) -> list[str]:
    """The source notes: rapporten, what each kader is, how large each round was, and who made figures of them."""
    bronnen = herkomst.rapporten
    if len(bronnen) <= NOTEN:
        regels = [bronnoot(bron) for bron in bronnen]
    else:
        uitgevers = zinnen.opsomming(dict.fromkeys(bron.uitgever for bron in bronnen if bron.uitgever))
        regels = [f"{uitgevers}: {zinnen.getal(len(bronnen))} rapporten, elk genoemd in de lijst van bronnen."]
    kaders = {deel.kader for deel in delen}
    regels += [
        f"{rij['kader']}: {rij['opmerking'].rstrip('.')}."
        for rij in rijen(vrager, "kaders")
        if rij["kader_id"] in kaders and rij["opmerking"]
    ]
    rondes = [rij for rij in rijen(vrager, "dekking") if rij["kader_id"] in kaders and rij["hier"] and rij["bron"]]
    regels += [
        f"Aantal gemeenten in de ronde ‘{rij['ronde']}’: {str(rij['bron']).rstrip('.')}." for rij in rondes[:NOTEN]
    ]
    return [*regels, bewerkingsnoot(herkomst)]


def herkomst_van(vrager: Vrager, namen: Namen, delen: Sequence[Deel], *, adres: str) -> Herkomst:
    """What every file of this letter says of its origin."""
    keuze, woorden = namen.keuze, _woorden(namen, delen)
    namen_van = {VELDEN[naam].optie: VELDEN[naam].kop for naam in NAUWER}
    selectie = [
        (namen_van.get(naam, zinnen.hoofd(naam)), "; ".join(lijst) or "alle")
        for naam, lijst in woorden.items()
        if naam not in {"eenheid", "telwijze"}
    ]
    # the pairs of years that 'the latest' came to are fixed: later reports must not move them
    vast = {**keuze.als_json(), "periodes": sorted({deel.sleutel for deel in delen} - {""})}
    opties = [("per" if naam == "tabel" else naam, woord) for naam, lijst in woorden.items() for woord in lijst]
    return Herkomst(
        vraag=VRAAG,
        parameters=vast,
        selectie=tuple(selectie),
        pad=f"{VRAAG}?{urlencode({naam: lijst for naam, lijst in woorden.items() if lijst}, doseq=True)}",
        opdracht=opdracht(VRAAG, opties),
        adres=adres,
        datasetversie=vrager.datasetversie,
        methodeversie=vrager.methodeversie,
        kennisdatum=vrager.laatst_aanvaard,
        telling=f"{EENHEDEN[keuze.eenheid]}; {TELWIJZEN[keuze.verloop]}",
        fictief=vrager.bevat_fictief,
        niet_openbaar=vrager.bevat_concept,
        rapporten=_bronnen(vrager, delen),
    )


def _woorden(namen: Namen, delen: Sequence[Deel]) -> dict[str, list[str]]:
    """Every choice in the words that a page shows, under the names that its link carries; an empty list is all."""
    keuze = namen.keuze
    jaren = [deel.woord for deel in delen if deel.woord]
    kaders = [namen.kaders.woord(deel) for deel in dict.fromkeys(deel.kader for deel in delen)]
    return {
        "kader": kaders,
        "periode": jaren,
        **{VELDEN[naam].optie: namen.woorden(naam) for naam in keuze.filters},
        "eenheid": [KNOP_EENHEID[keuze.eenheid]],
        "telwijze": [KNOP_TELWIJZE[keuze.verloop]],
        "tabel": [PER[keuze.per]],
    }
