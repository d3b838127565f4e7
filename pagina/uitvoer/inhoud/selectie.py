"""What was asked, said in three ways: in words, as the page that shows it, and as the command that makes it. Pure."""

from __future__ import annotations

import datetime as dt
import re
import shlex
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

from pagina.beeld import telling, zinnen
from pagina.uitvoer.inhoud.velden import OPTIES, VELDEN, Veld, gezegd, lijst
from pagina.uitvoer.inhoud.vrager import Vrager

#: How the command line is called.
PROGRAMMA = "python -m pagina.uitvoer"
#: The page that shows the answer to a query, with the view on it where there are several.
OPVOLGING = {
    "opvolging_tabel": "Tabel",
    "cellen": "Heatmap",
    "totalen": "Heatmap",
    "cijfers": "Heatmap",
    "statussen_per_thema": "Heatmap",
    "aandeel_per_gemeente": "Per thema en gemeente",
    "aandeel_per_periode": "Per indicator en periode",
}
#: The same for pages whose choices are those of the query; those that show more than one query's answer are among them.
PAGINAS = {
    "agenda": "agenda",
    "agenda_toezeggingen": "agenda",
    **dict.fromkeys(("onderwerp_verloop", "onderwerp_bevindingen", "onderwerp_indicator"), "onderwerp"),
    **dict.fromkeys(("onderwerp_stand", "onderwerp_actiepunten", "alle_onderwerpen"), "onderwerp"),
    **dict.fromkeys(("rapport_oordelen", "rapport_metingen", "rapport_bevindingen"), "bronnen"),
    **dict.fromkeys(("rapporten", "weergaven", "metingen", "bijzonderheden", "deelname", "dekking"), "bronnen"),
}
#: Words that no shell takes for something else.
_GEWOON = re.compile(r"[\w@%+=:,./-]+", re.ASCII)
_TUSSEN_AANHALINGEN = re.compile(r'[^"$`\\!]+')


def genormaliseerd(parameters: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters as a file keeps them: in one order, each list sorted, days as text."""
    return {naam: _vast(parameters[naam]) for naam in sorted(parameters)}


def _vast(waarde: Any) -> Any:  # noqa: ANN401 - whatever a query takes
    if isinstance(waarde, list | tuple):
        return sorted(waarde)
    return waarde.isoformat() if isinstance(waarde, dt.date) else waarde


class Selectie:
    """What was asked of one query or view, for who reads it and for who wants it again."""

    def __init__(self, vrager: Vrager, vraag: str, parameters: Mapping[str, Any]) -> None:
        """Take the query (or view) and the codes it is given, and look up the words."""
        self.vraag = vraag
        self.parameters = genormaliseerd({naam: parameters[naam] for naam in gezegd(parameters)})
        self._gekozen = [(veld, self.parameters[naam]) for naam, veld in VELDEN.items() if naam in self.parameters]
        self._woorden = {veld.naam: _in_woorden(vrager, veld, waarde, parameters) for veld, waarde in self._gekozen}

    @property
    def in_woorden(self) -> tuple[tuple[str, str], ...]:
        """For a reader: what was chosen, and of what was not, that it is all."""
        return tuple(
            (veld.kop, zinnen.opsomming(self._woorden[veld.naam]) if waarde is not None else "alle")
            for veld, waarde in self._gekozen
        )

    @property
    def telling(self) -> str:
        """The counting unit in words; empty where nothing is counted."""
        if "verloop" not in self.parameters:
            return ""
        hoe = [telling.TELWIJZEN[bool(self.parameters["verloop"])]]
        eenheden = {str(code): woorden for code, woorden in telling.EENHEDEN.items()}
        return "; ".join([*filter(None, [eenheden.get(str(self.parameters.get("eenheid")))]), *hoe])

    @property
    def pad(self) -> str:
        """The page that shows it, with every choice named; empty where no page does."""
        keuze = {veld.optie: self._woorden[veld.naam] for veld, waarde in self._gekozen if waarde is not None}
        if self.vraag in OPVOLGING:
            keuze.pop("per", None)
            return f"opvolging?{urlencode({**keuze, 'weergave': OPVOLGING[self.vraag]}, doseq=True)}"
        if self.vraag in PAGINAS:
            keuze = {naam: woorden for naam, woorden in keuze.items() if naam not in {"alleen_open", "peildatum"}}
            keuze |= {"peildatum": [self.parameters["peildatum"]]} if self.parameters.get("peildatum") else {}
            return PAGINAS[self.vraag] + (f"?{urlencode(keuze, doseq=True)}" if keuze else "")
        if self.vraag.startswith("gemeente_") and "gemeente" in keuze:
            return f"gemeente?{urlencode({'gemeente': keuze['gemeente']}, doseq=True)}"
        return ""

    @property
    def opdracht(self) -> str:
        """The command that makes it, without the versions, the format and the name of the file."""
        delen: list[tuple[str, str]] = []
        for veld, waarde in self._gekozen:
            if waarde is not None:
                delen += [_optie(veld, woord) for woord in self._op_de_regel(veld, waarde)]
        return opdracht(self.vraag, delen)

    def _op_de_regel(self, veld: Veld, waarde: object) -> list[str]:
        """The values of one option: codes, and of a thema its name, which stands for those of every edition."""
        if veld.naam == "themas" or veld.soort in {"janee", "telwijze"}:
            return self._woorden[veld.naam]
        return [str(een) for een in waarde] if isinstance(waarde, list) else [str(waarde)]


def _optie(veld: Veld, woord: str) -> tuple[str, str]:
    return (veld.optie, woord) if veld.optie in OPTIES else ("waarde", f"{veld.naam}={woord}")


def opdracht(vraag: str, delen: Iterable[tuple[str, str]]) -> str:
    """A command of pairs of option and value, each value such that a shell takes it as one word."""
    return " ".join([PROGRAMMA, vraag, *(f"--{naam} {_aangehaald(waarde)}" for naam, waarde in delen)])


def _aangehaald(waarde: str) -> str:
    """A value for a shell: bare, between double quotes (Windows knows no others), or as this system quotes it."""
    if _GEWOON.fullmatch(waarde):
        return waarde
    return f'"{waarde}"' if _TUSSEN_AANHALINGEN.fullmatch(waarde) else shlex.quote(waarde)


def _in_woorden(vrager: Vrager, veld: Veld, waarde: object, parameters: Mapping[str, Any]) -> list[str]:
    """The words of one parameter; none where it restricts nothing."""
    if waarde is None:
        return []
    if veld.soort == "dag":
        return [zinnen.datum(dt.date.fromisoformat(str(waarde)))]
    if veld.soort in {"janee", "telwijze"}:
        return [telling.KNOP_TELWIJZE[bool(waarde)] if veld.soort == "telwijze" else ("ja" if waarde else "nee")]
    codes = waarde if isinstance(waarde, list) else [waarde]
    woorden = lijst(vrager, veld.naam, parameters)
    return woorden.in_woorden(map(str, codes)) if woorden is not None else [str(code) for code in codes]
