"""Whether a page told the truth: a figure that stood on it, beside what the query of that choice answers.

Read at once, which is cheap, and held against the database when the readers are gone: the two cores are theirs.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pagina._agenda.zinnen import GESLOTEN, SOORTEN, STANDEN, TERMIJNEN
from pagina.beeld import zinnen
from pagina.beeld.lijst import Woordenlijst
from pagina.beeld.status import BEWIJS, STATUS
from pagina.beeld.telling import KNOP_EENHEID, KNOP_TELWIJZE
from pagina.uitvoer.brief.deel import perioden
from pagina.uitvoer.inhoud.rijen import Rij, rijen
from queries import Bron
from queries.loper import SELECTIE
from tests.belasting.scherm import Scherm

Keuze = Mapping[str, tuple[str, ...]]
_VERSIE = re.compile(r"Datasetversie `([0-9a-f]{12})`")
_KAART = re.compile(r"Van (geen|[\d.]+) van de ([\d.]+) gemeente")
_AGENDA = re.compile(r"Tabel ‘agenda’: ([\d.]+) rij")


@dataclass(frozen=True)
class Gezien:
    """What was chosen on a page, and the figures that stood on it."""

    pagina: str
    keuze: tuple[tuple[str, tuple[str, ...]], ...]
    versie: str
    cijfers: tuple[str, ...]


def lees(pagina: str, scherm: Scherm) -> Gezien:
    """The figures of a page in view."""
    tekst = scherm.tekst()
    versie = _VERSIE.search(tekst)
    cijfers = _LEES[pagina](scherm, tekst)
    return Gezien(pagina, tuple(sorted(scherm.keuze().items())), versie[1] if versie else "", cijfers)


def _tegels(scherm: Scherm, tekst: str) -> tuple[str, ...]:
    return tuple(f"{element.metric.label}: {element.metric.body}" for element in scherm.elementen("metric"))


def _kaartzin(scherm: Scherm, tekst: str) -> tuple[str, ...]:
    gevonden = _KAART.search(tekst)
    return (gevonden[1], gevonden[2]) if gevonden else ()


def _standzinnen(scherm: Scherm, tekst: str) -> tuple[str, ...]:
    """What is open, per kader or for one indicator: '12 open van 340 bekend'."""
    return tuple(re.findall(r"[\d.]+ open van [\d.]+ bekend", tekst.replace("<strong>", "").replace("</strong>", "")))


def _lijst(scherm: Scherm, tekst: str) -> tuple[str, ...]:
    alts = (element.dataframe.alt for element in scherm.elementen("dataframe"))
    return tuple(m[1] for alt in alts if (m := _AGENDA.match(alt)))


def _open_zinnen(scherm: Scherm, tekst: str) -> tuple[str, ...]:
    """The name of the gemeente, and per kader how many verbeterpunten are open."""
    kop = tuple(element.heading.body for element in scherm.elementen("heading") if element.heading.tag == "h2")[:1]
    return kop + tuple(sorted(re.findall(r"(?!geen)\b[\w.]+ verbeterpunt(?:en)? sta(?:at|an) nu open", tekst)))


_LEES: dict[str, Callable[[Scherm, str], tuple[str, ...]]] = {
    "opvolging": _tegels,
    "": _kaartzin,
    "onderwerp": _standzinnen,
    "agenda": _lijst,
    "gemeente": _open_zinnen,
}


@dataclass
class Nakijker:
    """Holds what was seen against the database."""

    bron: Bron
    _goed: dict[tuple[Any, ...], tuple[str, ...]] = field(default_factory=dict)
    _antwoorden: dict[tuple[Any, ...], list[Rij]] = field(default_factory=dict)

    def fout(self, gezien: Gezien) -> str | None:
        """What is wrong with what was seen; None where it is right."""
        if gezien.versie != self.bron.datasetversie:
            return f"datasetversie ‘{gezien.versie}’"
        sleutel = (gezien.pagina, gezien.keuze)
        if sleutel not in self._goed:
            self._goed[sleutel] = self._vraag[gezien.pagina](dict(gezien.keuze))
        goed = self._goed[sleutel]
        # Onderwerp goes on with the same figures of every part
        stond = gezien.cijfers[: len(goed)] if gezien.pagina == "onderwerp" else gezien.cijfers
        if goed == stond:
            return None
        return f"{gezien.pagina or 'overzicht'} {dict(gezien.keuze)}: er stond {stond}, het is {goed}"

    @cached_property
    def _vraag(self) -> dict[str, Callable[[Keuze], tuple[str, ...]]]:
        return {
            "opvolging": self._opvolging,
            "": self._overzicht,
            "onderwerp": self._onderwerp,
            "agenda": self._agenda,
            "gemeente": self._gemeente,
        }

    def _rijen(self, naam: str, **parameters: object) -> list[Rij]:
        """The answer to a question that is asked of many choices: asked once."""
        sleutel = (naam, *sorted(parameters.items()))
        if sleutel not in self._antwoorden:
            self._antwoorden[sleutel] = rijen(self.bron, naam, **parameters)
        return self._antwoorden[sleutel]

    def _codes(self, vraag: str, code: str, woord: str, keuze: Keuze, sleutel: str) -> list[str] | None:
        """The codes of chosen words; None where nothing is chosen."""
        return _codes(self._lijst(vraag, code, woord), keuze.get(sleutel, ()))

    def _lijst(self, vraag: str, code: str, woord: str, **parameters: object) -> Woordenlijst:
        lijst = self._rijen(vraag, **parameters)
        return Woordenlijst([str(rij[code]) for rij in lijst], [str(rij[woord]) for rij in lijst])

    def _opvolging(self, keuze: Keuze) -> tuple[str, ...]:
        (kader,) = self._codes("kaders", "kader_id", "kader", keuze, "kader") or [""]
        themas = [
            nummer
            for rij in self._rijen("themas", kader=kader)
            if rij["thema"] in keuze["thema"]
            for nummer in rij["thema_ids"]
        ]
        gebied = self._lijst("gemeenten_met_meting", "gemeente_code", "gemeente", kader=kader, met_opgegaan=True)
        onderwerpen = self._lijst("onderwerpen", "onderwerp_id", "onderwerp", kader=kader)
        verloop = keuze["telwijze"][0] == KNOP_TELWIJZE[True]
        (periode,) = _codes(perioden(self.bron, [kader], verloop=verloop), keuze["periode"]) or ("",)
        (totaal,) = rijen(
            self.bron,
            "totalen",
            **dict.fromkeys(SELECTIE)
            | {
                "kader": kader,
                "themas": themas or None,
                "onderwerpen": _codes(onderwerpen, keuze["onderwerp"]),
                "gemeenten": _codes(gebied, keuze["gemeente"]),
                "provincies": list(keuze["provincie"]) or None,
                "bewijzen": _codes(Woordenlijst(BEWIJS, BEWIJS.values()), keuze["bewijs"]),
            },
            periode=periode or None,
            statussen=_codes(Woordenlijst(STATUS, [vorm.woord for vorm in STATUS.values()]), keuze["status"]),
            eenheid=next(code for code, woord in KNOP_EENHEID.items() if woord == keuze["eenheid"][0]),
            verloop=verloop,
        )
        niet = totaal["niet_opgepakt"] + totaal["deels_opgepakt"]
        leeg = "onbekend" if totaal["vastgesteld"] else "n.v.t."
        opgepakt, niet_opgepakt = (
            zinnen.getal(n) if totaal["beoordeeld"] else leeg for n in (totaal["opgepakt"], niet)
        )
        return (
            f"Verbeterpunten: {zinnen.getal(totaal['vastgesteld'])}",
            f"Opgepakt: {opgepakt}",
            f"Niet of deels opgepakt: {niet_opgepakt}",
            f"Onbekend: {zinnen.getal(totaal['vastgesteld'] - totaal['beoordeeld'])}",
        )

    def _overzicht(self, keuze: Keuze) -> tuple[str, ...]:
        """Of how many gemeenten on the map a share is known."""
        (kader,) = self._codes("kaders", "kader_id", "kader", keuze, "kaart_kader") or [""]
        lijst = perioden(self.bron, [kader], verloop=False)
        (periode,) = _codes(lijst, keuze.get("kaart_periode", ())) or ("",)
        alle = self._rijen("kaart", kader=kader, periode=periode or None, eenheid="aanpak", verloop=False)
        op_kaart = [rij for rij in alle if rij["op_kaart"] and rij["fictief"] == self.bron.bevat_fictief]
        bekend = sum(rij["soort"] == "beoordeeld" for rij in op_kaart)
        return zinnen.getal(bekend) if bekend else "geen", zinnen.getal(len(op_kaart))

    def _onderwerp(self, keuze: Keuze) -> tuple[str, ...]:
        """What is open: of the indicator, else of the onderwerp in each kader, else of each kader."""
        lijst = [rij for rij in self._rijen("indicatoren") if rij["indicator_id"] == rij["begrip_id"]]
        woorden = [f"{rij['kort']} ({rij['kader']})" for rij in lijst]
        indicator = _codes(Woordenlijst([rij["indicator_id"] for rij in lijst], woorden), keuze["indicator"])
        onderwerp = self._codes("alle_onderwerpen", "onderwerp_id", "onderwerp", keuze, "onderwerp")
        soort, sleutels = ("indicator", indicator) if indicator else ("onderwerp", onderwerp)
        stand = [
            rij
            for rij in self._rijen("onderwerp_stand")
            if rij["bekend"] + rij["onbekend"]
            and (rij["soort"] == soort and rij["sleutel"] in sleutels if sleutels else rij["soort"] == "kader")
        ]
        volgorde = [rij["kader_id"] for rij in self._rijen("kaders")]
        stand.sort(key=lambda rij: volgorde.index(rij["kader_id"]))
        return tuple(f"{zinnen.getal(rij['open'])} open van {zinnen.getal(rij['bekend'])} bekend" for rij in stand)

    def _agenda(self, keuze: Keuze) -> tuple[str, ...]:
        """How many rows the list has; there is no list without any."""
        punten = self.bron.vraag(
            "agenda",
            peildatum=dt.date.fromisoformat(keuze["peildatum"][0].replace("/", "-")),
            soorten=_codes(Woordenlijst(SOORTEN, SOORTEN.values()), keuze["soort"]),
            gemeenten=self._codes("gemeenten", "gemeente_code", "gemeente", keuze, "gemeente"),
            kaders=self._codes("kaders", "kader_id", "kader", keuze, "kader"),
            themas=list(keuze["thema"]) or None,
            onderwerpen=self._codes("alle_onderwerpen", "onderwerp_id", "onderwerp", keuze, "onderwerp"),
        )
        standen = _codes(Woordenlijst(STANDEN, STANDEN.values()), keuze["stand"]) or set(STANDEN) - set(GESLOTEN)
        termijnen = _codes(Woordenlijst(TERMIJNEN, TERMIJNEN.values()), keuze["termijn"])
        stand = punten["stand"].isin(standen) | (punten["gemeld"] if "gemeld" in standen else False)
        # what is closed has no termijn, and is there where none was chosen
        termijn = punten["termijn"].isin(termijnen) if termijnen else True
        aantal = int((~punten["later"] & stand & termijn).sum())
        return (zinnen.getal(aantal),) if aantal else ()

    def _gemeente(self, keuze: Keuze) -> tuple[str, ...]:
        """The name, and what is open under each kader; nothing where no gemeente is chosen."""
        codes = self._codes("gemeenten", "gemeente_code", "gemeente", keuze, "gemeente")
        if codes is None:
            return ()
        (feit, *_) = self._rijen("gemeente_feiten", gemeente=codes[0])
        open_ = Counter(rij["kader"] for rij in self._rijen("gemeente_stand", gemeente=codes[0]) if rij["open"])
        woorden = (
            f"{zinnen.telwoord(n)} {'verbeterpunt staat' if n == 1 else 'verbeterpunten staan'} nu open"
            for n in open_.values()
        )
        return (feit["gemeente"], *sorted(woorden))


def _codes(lijst: Woordenlijst, woorden: tuple[str, ...]) -> list[str] | None:
    return [code for woord in woorden if (code := lijst.code(woord)) is not None] or None
