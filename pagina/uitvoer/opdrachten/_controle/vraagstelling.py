"""The question that a file answers, taken from the file: checked, and asked again of any dataset."""

from __future__ import annotations

import contextlib
import dataclasses
import io
import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from data.instellingen import instellingen
from pagina.uitvoer.brief.keuze import Keuze
from pagina.uitvoer.brief.samenstellen import stel_samen
from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.inhoud.selectie import PROGRAMMA
from pagina.uitvoer.inhoud.stuk import Stuk
from pagina.uitvoer.inhoud.stuk_van import stuk_van
from pagina.uitvoer.inhoud.velden import LANGST, MEESTE, VELDEN, dag, gezegd
from pagina.uitvoer.inhoud.vrager import Vrager
from pagina.uitvoer.opdrachten import export
from pagina.uitvoer.opdrachten.vragen import KAMERBRIEF, nodig


@dataclass(frozen=True)
class Vraagstelling:
    """What was asked, by codes."""

    vraag: str
    parameters: Mapping[str, Any]

    def stel(self, vrager: Vrager) -> Stuk:
        """The answer of this dataset. Raises UitvoerGeweigerd where it does not hold what was chosen."""
        adres = instellingen().adres_voor_lezers
        if self.vraag == KAMERBRIEF:
            return stel_samen(vrager, Keuze.uit_json(self.parameters), adres=adres)
        dagen = {naam for naam, veld in VELDEN.items() if veld.soort == "dag"}
        waarden = {n: dag(w) if n in dagen and w is not None else w for n, w in self.parameters.items()}
        return stuk_van(vrager, self.vraag, _niets(self.vraag) | waarden, adres=adres)

    def exportnummer(self, stuk: Stuk, datasetversie: str, methodeversie: str) -> str:
        """The number that a file with this question on these versions carries; `stuk` may be of any version."""
        eigen = dataclasses.replace(
            stuk.herkomst,
            vraag=self.vraag,
            parameters=self.parameters,
            datasetversie=datasetversie,
            methodeversie=methodeversie,
        )
        return eigen.exportnummer


def lees(herkomst: Mapping[str, Any], vrager: Vrager) -> Vraagstelling:
    """The question of a file. Raises UitvoerGeweigerd where it is none that this product asks.

    A plain CSV has it as a command, which is read as from the command line, by the words of this dataset; it is never
    carried out.
    """
    if "vraag" not in herkomst:
        stuk = export.maak(vrager, _aanroep(str(herkomst["opdracht"])))
        return Vraagstelling(stuk.herkomst.vraag, stuk.herkomst.parameters)
    vraag, parameters = herkomst["vraag"], herkomst.get("parameters")
    if not isinstance(vraag, str) or not isinstance(parameters, dict) or not all(map(_past, parameters.items())):
        raise UitvoerGeweigerd("Wat in dit bestand staat over de selectie, is niet te lezen.")
    if vraag != KAMERBRIEF and not set(gezegd(_niets(vraag))) <= parameters.keys() <= nodig(vraag):
        raise UitvoerGeweigerd(f"De selectie in dit bestand past niet bij de vraag ‘{vraag}’.")
    return Vraagstelling(vraag, parameters)


def _niets(vraag: str) -> dict[str, Any]:
    """Every parameter of a question, none of which restricts anything."""
    return dict.fromkeys(nodig(vraag))


def _past(parameter: tuple[str, Any]) -> bool:
    """Whether a value is of the kind that its parameter takes; of a Kamerbrief `Keuze.uit_json` says more."""
    naam, waarde = parameter
    if isinstance(waarde, list):
        return len(waarde) <= MEESTE and all(isinstance(een, str) and len(een) <= LANGST for een in waarde)
    veld = VELDEN.get(naam)
    if veld is not None and veld.soort in {"janee", "telwijze"}:
        return isinstance(waarde, bool)
    if veld is not None and veld.soort == "meer" and waarde is not None:
        return False
    return waarde is None or (isinstance(waarde, str) and len(waarde) <= LANGST)


def _aanroep(opdracht: str) -> Any:  # noqa: ANN401 - a Namespace of argparse, which names no fields
    """The command in a file, read. Raises UitvoerGeweigerd for what is no command of ours."""
    try:
        woorden = shlex.split(opdracht)
        begin = PROGRAMMA.split()
        eigen = woorden[len(begin) :] if woorden[: len(begin)] == begin else []
        stil = io.StringIO()
        with contextlib.redirect_stderr(stil), contextlib.redirect_stdout(stil):
            return export.hulp().parse_args(eigen)
    except (ValueError, SystemExit) as fout:
        raise UitvoerGeweigerd("De opdracht die in dit bestand staat, is niet te lezen.") from fout
