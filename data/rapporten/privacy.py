"""Personal data that may stand in a toelichting: found before acceptance, on this machine, by form and check digit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from stdnum import iban
from stdnum.nl import bsn


class SoortGegeven(StrEnum):
    """What kind of personal data it looks like. The value stands in files; the Dutch for it in `Treffer.zin`."""

    BSN = "bsn"
    IBAN = "iban"
    EMAIL = "e-mail"
    TELEFOON = "telefoon"
    ADRES = "adres"


@dataclass(frozen=True, order=True)
class Treffer:
    """Where in a text personal data seems to stand: text[begin:einde]. The sentence does not repeat it."""

    begin: int
    einde: int
    soort: SoortGegeven
    zin: str


ZINNEN = {
    SoortGegeven.BSN: "Hier staat iets dat op een burgerservicenummer (BSN) lijkt.",
    SoortGegeven.IBAN: "Hier staat een rekeningnummer (IBAN).",
    SoortGegeven.EMAIL: "Hier staat een e-mailadres.",
    SoortGegeven.TELEFOON: "Hier staat iets dat op een telefoonnummer lijkt.",
    SoortGegeven.ADRES: "Hier staat een postcode met een huisnummer.",
}

#: What stands in a levering, its history and its database in place of a text that held personal data.
WEGGEHAALD = "(persoonsgegeven weggehaald)"

_BSN = re.compile(r"(?<![\w/-])(?<!\d[.,])(?:\d{8,9}|\d{3}([. ])\d{3}\1\d{3}|\d{4}([. ])\d{2}\2\d{3})(?![\w/-]|[.,]\d)")
_NOEMT_BSN = re.compile(r"\b(?:bsn|burgerservicenummer|sofinummer)\b\W*(?:\w+\W+){0,2}$", re.IGNORECASE)
#: What a number of eight or nine figures is when this stands before or behind it: an amount, a KvK or page number.
_GEEN_BSN_VOOR = re.compile(
    r"(?:€|eur|euro|kvk|k\.v\.k\.|versie|nummer van de kamer)\W*(?:nr\.?|nummer)?\W*$", re.IGNORECASE
)
_GEEN_BSN_NA = re.compile(r"\s*(?:euro|eur\b|miljoen|inwoners)", re.IGNORECASE)
_IBAN_BEGIN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?=[ ]?[A-Za-z0-9]{4})")
#: Lengths of an IBAN, the longest first.
_IBAN_LENGTES = range(34, 14, -1)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_SCHEIDING = r"[ .-]?"
_TELEFOON = re.compile(
    rf"(?<![\w/])(?<!\d[.,-])(?:(?:\+|00)31{_SCHEIDING}(?:\(0\){_SCHEIDING})?[1-9](?:{_SCHEIDING}\d){{8}}"
    rf"|\(0[1-9]\d{{1,2}}\){_SCHEIDING}\d(?:{_SCHEIDING}\d){{5,6}}"
    rf"|0[1-9](?:(?:{_SCHEIDING}|\s-\s)\d){{8}})(?![\w/]|[.,-]\d)"
)
_BEVAT_DATUM = re.compile(r"\d{1,2}[-. ]\d{1,2}[-. ](?:19|20)\d{2}")
_JAARTAL = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
#: Numbers of a service, not of a person.
_SERVICE = re.compile(r"0[89]00|14[ ]?0\d")
_POSTCODE = r"[1-9]\d{3}(?: ?(?!SA|SD|SS)[A-Z]{2}|[a-z]{2})"
_HUISNUMMER = r"\d{1,4}(?: ?[A-Za-z](?!\w)|[-/]\d{1,4})?"
_ADRES = re.compile(
    rf"(?<![\w€.,-])(?<!€ )(?:{_POSTCODE}\s+(?:(?:nr\.?|huisnummer)\s*)?{_HUISNUMMER}(?![\w%]|[.,]\d)"
    rf"|{_HUISNUMMER},?\s+{_POSTCODE}(?!\w))"
)
_JAAR_EN_WOORD = re.compile(r"(?:19|20)\d{2} (?:EN|DE|IN|OF|OP|TE|IS|AL|ER)\b")
_POSTBUS = re.compile(r"\b(?:postbus|antwoordnummer)\s*$", re.IGNORECASE)


def zoek_persoonsgegevens(tekst: str) -> list[Treffer]:
    """Where a text seems to hold personal data, in order; a place is named once, the surest kind first.

    A BSN must pass its check (or follow the word BSN) and an IBAN its own; years, dates, amounts, CBS and KvK numbers
    are no personal data.
    """
    gevonden: list[Treffer] = []
    for soort, plaatsen in (
        (SoortGegeven.IBAN, _ibans(tekst)),
        (SoortGegeven.EMAIL, ((vondst.start(), vondst.end()) for vondst in _EMAIL.finditer(tekst))),
        (SoortGegeven.TELEFOON, _telefoons(tekst)),
        (SoortGegeven.BSN, _bsns(tekst)),
        (SoortGegeven.ADRES, _adressen(tekst)),
    ):
        for begin, einde in plaatsen:
            if all(einde <= ander.begin or begin >= ander.einde for ander in gevonden):
                gevonden.append(Treffer(begin, einde, soort, ZINNEN[soort]))
    return sorted(gevonden)


def zonder_weggehaald(voor: str, na: str) -> str:
    """The text `voor`, or WEGGEHAALD in its place when it seems to hold personal data that is not in `na`.

    The whole text goes, not the number alone: a name that went with it is recognised by nothing.
    """
    weg = any(voor[treffer.begin : treffer.einde] not in na for treffer in zoek_persoonsgegevens(voor))
    return WEGGEHAALD if weg else voor


def _bsns(tekst: str) -> Iterator[tuple[int, int]]:
    """Numbers that pass the BSN check, or are called one."""
    for vondst in _BSN.finditer(tekst):
        voor, na = tekst[max(vondst.start() - 60, 0) : vondst.start()], tekst[vondst.end() : vondst.end() + 20]
        genoemd = _NOEMT_BSN.search(voor) is not None
        geen = _is_datum(vondst.group()) or _GEEN_BSN_VOOR.search(voor) or _GEEN_BSN_NA.match(na)
        if genoemd or (not geen and bsn.is_valid(vondst.group())):
            yield vondst.start(), vondst.end()


def _is_datum(cijfers: str) -> bool:
    """Whether eight figures are a date of this century or the last: 20150618 or 18062015."""
    if len(cijfers) != 8 or not cijfers.isdigit():
        return False
    for jaar, maand, dag in ((cijfers[:4], cijfers[4:6], cijfers[6:]), (cijfers[4:], cijfers[2:4], cijfers[:2])):
        try:
            if 1900 <= date(int(jaar), int(maand), int(dag)).year <= 2099:
                return True
        except ValueError:
            continue
    return False


def _ibans(tekst: str) -> Iterator[tuple[int, int]]:
    """Account numbers that pass the check of their country, with or without spaces."""
    for vondst in _IBAN_BEGIN.finditer(tekst):
        tekens = [
            plaats for plaats in range(vondst.start(), min(vondst.start() + 48, len(tekst))) if tekst[plaats].isalnum()
        ]
        for lengte in _IBAN_LENGTES:
            if lengte > len(tekens):
                continue
            einde = tekens[lengte - 1] + 1
            stuk = tekst[vondst.start() : einde]
            heel = einde == len(tekst) or not tekst[einde].isalnum()
            if heel and stuk.replace(" ", "").isalnum() and iban.is_valid(stuk):
                yield vondst.start(), einde
                break


def _telefoons(tekst: str) -> Iterator[tuple[int, int]]:
    """Dutch telephone numbers; not dates or years in a row, not service numbers."""
    for vondst in _TELEFOON.finditer(tekst):
        stuk = vondst.group()
        if not (_BEVAT_DATUM.search(stuk) or len(_JAARTAL.findall(stuk)) > 1 or _SERVICE.match(stuk)):
            yield vondst.start(), vondst.end()


def _adressen(tekst: str) -> Iterator[tuple[int, int]]:
    """A postcode with a house number behind or before it; not a post box, not a year before a word in capitals."""
    for vondst in _ADRES.finditer(tekst):
        if not _POSTBUS.search(tekst[: vondst.start()]) and not _JAAR_EN_WOORD.search(vondst.group()):
            yield vondst.start(), vondst.end()
