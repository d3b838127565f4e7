"""Which values a column takes: the code lists and dates of a levering, checked when an editor gives them."""

from __future__ import annotations

import re
from datetime import date

from data.rapporten.voorstel.model import OngeldigeWaarde

LIJSTEN = {
    "bewijs": (
        *("volledige_toets", "hertoets_verbeterpunten", "mondelinge_rapportage", "casusonderzoek"),
        "stelselonderzoek",
    ),
    "dekking": ("heel_kader", "selectie"),
    "bevinding": (
        *("sterk_punt", "kan_beter", "verbeterpunt", "aanbeveling", "risico", "verklaring", "kans", "oordeel"),
        *("toezegging", "reactie"),
    ),
    "stand": ("open", "gemeld", "opgepakt", "vervallen"),
    "janee": ("ja", "nee"),
    "toelichtingen": ("eigen", "gedrukt"),
}
#: Kinds of bevinding on which somebody is to act: they have a stand.
ACTIEPUNTEN = ("aanbeveling", "verbeterpunt")
#: Digits are 0 to 9: `\d` takes those of every script, and what the store has in other digits would be another year.
_DEELDATUM = re.compile(r"[12][0-9]{3}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def controleer_lijst(naam: str, waarde: str, *, leeg: bool = True) -> None:
    """Raise OngeldigeWaarde when the value is none of the list; "" passes where `leeg`."""
    if waarde not in LIJSTEN[naam] and not (leeg and not waarde):
        raise OngeldigeWaarde(f"“{waarde}” kan hier niet; kies {', '.join(LIJSTEN[naam][:-1])} of {LIJSTEN[naam][-1]}.")


def controleer_datum(waarde: str, *, heel: bool = False) -> None:
    """Raise OngeldigeWaarde when the value is no date; a year or a month passes unless `heel`, and so does ""."""
    if not waarde:
        return
    vol = waarde + {4: "-01-01", 7: "-01"}.get(len(waarde), "")
    try:
        goed = _DEELDATUM.fullmatch(waarde) is not None and 1000 <= date.fromisoformat(vol).year <= 2099
    except ValueError:
        goed = False
    if not goed or (heel and len(waarde) != 10):
        vorm = "een dag, zoals 1 juli 2016" if heel else "een dag, maand of jaar, zoals 1 juli 2016, juli 2016 of 2016"
        raise OngeldigeWaarde(f"“{waarde}” is geen datum; vul in: {vorm}.")


def controleer_jaar(waarde: str) -> None:
    """Raise OngeldigeWaarde when the value is no peiljaar (1900 to 2099)."""
    if not (re.fullmatch(r"[0-9]{4}", waarde) and 1900 <= int(waarde) <= 2099):
        raise OngeldigeWaarde(f"“{waarde}” is geen jaar; geef een peiljaar als 2014.")


def controleer_geheel(waarde: str) -> None:
    """Raise OngeldigeWaarde when the value is no page number; "" passes."""
    if waarde and not re.fullmatch(r"[0-9]{1,6}", waarde):
        raise OngeldigeWaarde(f"“{waarde}” is geen paginanummer; geef een getal, of laat het leeg.")


def is_id(waarde: str) -> bool:
    """Whether this can be an id: lower case letters, digits and hyphens."""
    return _ID.fullmatch(waarde) is not None
