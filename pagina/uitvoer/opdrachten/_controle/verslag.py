"""What a check found, for a reader and for a program."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from data.levering.leveringen import Levering
from pagina.beeld import zinnen
from pagina.uitvoer.opdrachten._controle.alineas import Alinea
from pagina.uitvoer.opdrachten._controle.controle import Controle
from pagina.uitvoer.opdrachten._controle.herleiden import Oorzaak
from pagina.uitvoer.opdrachten._controle.vergelijken import Verandering

#: So many differences are named under one heading; --json names them all.
GENOEMD = 40
_HERKOMST = {
    "selectie": "de selectie",
    "telling": "de manier van tellen",
    "kennisdatum": "de kennisdatum",
    "fictief": "of de gegevens fictief zijn",
    "niet_openbaar": "of er gegevens meetellen die niet openbaar zijn",
    "rapporten": "de rapporten",
}


def als_tekst(controle: Controle) -> str:
    """The report for a reader: what the file is, whether it is still what it was, and what would be different now."""
    return "\n".join([*_wat(controle), "", *_toen(controle), "", *_nu(controle), "", _slot(controle)])


def als_json(controle: Controle) -> dict[str, Any]:
    """The same for a program, with every difference."""
    eigen, nu, herkomst = controle.eigen, controle.nu, controle.gelezen.herkomst
    return {
        "bestand": controle.gelezen.pad.name,
        "formaat": controle.gelezen.formaat,
        "selectie": dict(controle.selectie),
        "exportnummer": herkomst["exportnummer"],
        "exportnummer_klopt": controle.nummer_klopt,
        "datasetversie": herkomst["datasetversie"],
        "methodeversie": herkomst["methodeversie"],
        "gelijk": controle.gelijk,
        "toen": {
            "reden": eigen.reden,
            "byte_gelijk": eigen.byte_gelijk,
            "herkomst": list(eigen.herkomst),
            "kolommen": list(eigen.kolommen),
            "cellen": [_als_json(een) for een in eigen.cellen],
            "alineas": [{"hoort": een.hoort, "staat_er": een.staat_er} for een in eigen.alineas],
        },
        "nu": {
            "datasetversie": nu.datasetversie,
            "methodeversie": nu.methodeversie,
            "reden": nu.reden,
            "cellen": [_als_json(een) for een in nu.cellen],
            "niet_herleid": nu.waarom,
            "oorzaken": [
                {
                    "datasetversie": oorzaak.versie,
                    "leveringen": [_levering_json(levering) for levering in oorzaak.leveringen],
                    "cellen": [_als_json(een) for een in oorzaak.veranderingen],
                }
                for oorzaak in nu.oorzaken
            ],
        },
    }


def _als_json(een: Verandering) -> dict[str, str]:
    return {"rij": een.rij, "kolom": een.kolom, "van": een.van, "naar": een.naar}


def _levering_json(levering: Levering) -> dict[str, str]:
    eigen = {"levering_id": levering.id, "aanvaard_op": levering.aanvaard_op.isoformat()}
    return eigen | {"vervangt": levering.vervangt, "reden": levering.gegevens.get("reden") or ""}


def _wat(controle: Controle) -> Iterator[str]:
    """What the file is."""
    herkomst = controle.gelezen.herkomst
    yield f"Bestand: {controle.gelezen.pad.name}, {controle.gelezen.soort}"
    yield from (f"  {naam}: {waarde}" for naam, waarde in controle.selectie)
    klopt = (
        "klopt bij de selectie en de versies" if controle.nummer_klopt else "klopt NIET bij de selectie en de versies"
    )
    yield f"Exportnummer: {herkomst['exportnummer']} ({klopt})"
    yield f"Datasetversie: {herkomst['datasetversie']}"
    yield f"Methodeversie: {herkomst['methodeversie']}"
    yield f"Bekend tot en met: {_dag(herkomst.get('kennisdatum'))}"


def _dag(tekst: object) -> str:
    try:
        return zinnen.datum(dt.date.fromisoformat(str(tekst)))
    except ValueError:
        return "onbekend"


def _toen(controle: Controle) -> Iterator[str]:
    """The file beside its own datasetversie."""
    yield "1. Zijn dit de cijfers van de datasetversie die in het bestand staat?"
    eigen = controle.eigen
    if eigen.reden:
        yield f"   Niet te controleren. {eigen.reden}"
        return
    if eigen.byte_gelijk:
        yield "   Ja. Het bestand is byte voor byte gelijk aan wat nu opnieuw is gemaakt."
        return
    if not controle.nummer_klopt:
        yield "   Nee: het exportnummer hoort bij een andere selectie of andere versies. De herkomst is veranderd."
    for naam in eigen.herkomst:
        yield f"   Nee: wat in het bestand staat over {_HERKOMST[naam]}, is na de export veranderd."
    if eigen.kolommen:
        yield f"   Nee: deze kolommen zijn weg, erbij of anders genoemd: {', '.join(eigen.kolommen)}."
    yield from _cellen(controle)
    yield from _alineas(eigen.alineas)
    if controle.nummer_klopt and not any((eigen.herkomst, eigen.kolommen, eigen.cellen, eigen.alineas)):
        yield "   Ja, elke cel. De opmaak of de tekst eromheen is wel anders dan wanneer het nu opnieuw wordt gemaakt."


def _cellen(controle: Controle) -> Iterator[str]:
    """The cells that are not those of its own datasetversie, and whether a method or a hand did that."""
    cellen, hand = controle.eigen.cellen, "na de export in het bestand zelf: feiten en methode zijn gelijk"
    if not cellen:
        return
    if controle.andere_methode:
        toen, nu = controle.gelezen.herkomst["methodeversie"], controle.nu.methodeversie
        yield f"   Nee. {_aantal(cellen)} veranderd door de methode (het bestand: versie {toen}, nu: versie {nu})."
        # from what the file has to what it is now; by hand: from what was made to what it has
        yield from _lijst([_andersom(een) for een in cellen])
    else:
        yield f"   Nee. {_aantal(cellen)} veranderd {hand}."
        yield from _lijst(cellen)


def _alineas(alineas: Sequence[Alinea]) -> Iterator[str]:
    """The paragraphs that are not as they are made from these figures."""
    if not alineas:
        return
    aantal = f"{zinnen.getal(len(alineas))} {zinnen.meervoud(len(alineas), 'alinea is', 'alinea’s zijn')}"
    yield f"   Nee. {aantal} anders dan dit product bij deze cijfers schrijft."
    for een in alineas:
        yield f"     - Hoort: {een.hoort}"
        yield f"       Staat er: {een.staat_er or '(niets dat erop lijkt)'}"


def _andersom(een: Verandering) -> Verandering:
    return Verandering(een.sleutel, een.rij, een.kolom, een.naar, een.van)


def _nu(controle: Controle) -> Iterator[str]:
    """What would be different now."""
    nu = controle.nu
    yield f"2. Zijn het nog dezelfde cijfers met wat nu bekend is (datasetversie {nu.datasetversie})?"
    if nu.reden:
        yield f"   Niet te zeggen: {nu.reden}"
    elif not nu.cellen:
        yield "   Ja, elke cel."
    else:
        yield f"   Nee. {_aantal(nu.cellen)} veranderd:"
        yield from _lijst(nu.cellen)
        for oorzaak in nu.oorzaken:
            yield f"   Door {_leveringen(oorzaak)}:"
            yield from _lijst(oorzaak.veranderingen)
        if nu.waarom:
            yield f"   Door welke levering is niet te zeggen: {nu.waarom.rstrip('.')}."


def _leveringen(oorzaak: Oorzaak) -> str:
    return zinnen.opsomming(map(_levering, oorzaak.leveringen))


def _levering(levering: Levering) -> str:
    reden = levering.gegevens.get("reden") or ""
    plaats = f", in plaats van {levering.vervangt}" if levering.vervangt else ""
    waarom = f", reden: {reden}" if reden else ""
    return f"levering {levering.id} (aanvaard op {zinnen.datum(levering.aanvaard_op)}{plaats}{waarom})"


def _aantal(cellen: Sequence[Verandering]) -> str:
    """How many cells and rows: '2 cellen en 1 rij zijn'."""
    los = sum(1 for een in cellen if een.kolom)
    rijen = len(cellen) - los
    delen = [f"{zinnen.getal(los)} {zinnen.meervoud(los, 'cel', 'cellen')}"] if los else []
    delen += [f"{zinnen.getal(rijen)} {zinnen.meervoud(rijen, 'rij', 'rijen')}"] if rijen else []
    return f"{zinnen.opsomming(delen)} {zinnen.meervoud(len(cellen), 'is', 'zijn')}"


def _lijst(cellen: Sequence[Verandering]) -> Iterator[str]:
    yield from (f"     - {een.zin}" for een in cellen[:GENOEMD])
    if len(cellen) > GENOEMD:
        yield f"     - en nog {zinnen.getal(len(cellen) - GENOEMD)}; --json noemt ze alle"


def _slot(controle: Controle) -> str:
    return "Alles is gelijk." if controle.gelijk else "Niet alles is gelijk."
