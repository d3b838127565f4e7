"""Which gemeente a report is about: by its title, by "gemeente X", by how often; never by where it was published."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from data.rapporten.document import Plek
from data.rapporten.gelezen import Vondst
from data.rapporten.herkenning.datums import alleen_datum
from data.rapporten.herkenning.passages import Passage

#: What a mention weighs: in the title, elsewhere on the title page, after "gemeente", after "in" or "te", in running
#: text, in a list of several or as part of another name.
IN_TITEL = 30.0
VOORIN = 8.0
NA_GEMEENTE = 6.0
NA_IN = 2.0
ELDERS = 1.0
IN_RIJ = 0.25
#: What the best needs to be found at all, to be sure, to be sure as the only one; the share that no other may reach.
MINSTENS = 1.0
ZEKER = 6.0
ZEKER_ALLEEN = 3.0
TWEEDE_HOOGSTENS = 0.5

#: Other names in use for a gemeente of the list.
OOK_GENOEMD = {
    "'s-Gravenhage": ("Den Haag",),
    "'s-Hertogenbosch": ("Den Bosch",),
    "Nuenen, Gerwen en Nederwetten": ("Nuenen",),
    "Noardeast-Fryslân": ("Noordoost-Friesland",),
    "Súdwest-Fryslân": ("Súdwest Fryslân", "Sudwest-Fryslân", "Zuidwest-Friesland"),
}
#: Gemeenten whose name is a word, too: these count only where the sentence makes a place of them.
GEWONE_WOORDEN = frozenset(
    {"Best", "Beek", "Bergen", "Berg en Dal", "Borne", "Buren", "Echt", "Ede", "Epe", "Goes", "Houten", "Huizen"}
    | {"Hulst", "Laren", "Ommen", "Putten", "Sluis", "Stein", "Voorst", "Waterland", "Zuidplas"}
)

_TOEVOEGING = re.compile(r"\s*\((?P<wat>[A-Z][A-Za-z.]*)\)$")
_PROVINCIE = {"NH": "Noord-Holland", "ZH": "Zuid-Holland", "L": "Limburg", "O": "Overijssel", "Z": "Zeeland"}
_NA_GEMEENTE = re.compile(
    r"(?:gemeente|gemeenteraad van|gemeentebestuur van|college van(?: B&W van)?|wethouders van)\s+$", re.IGNORECASE
)
_NA_IN = re.compile(r"\b(?:in|te|binnen|uit)\s+$")
_NIEUWE_GEMEENTE = re.compile(r"\b[Gg]emeente\s+([A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?)")
_POSTCODE = re.compile(r"\b\d{4}\s?[A-Z]{2}\s+$")
#: A name that is part of another name: GGD IJsselland, Politie Utrecht, Universiteit Leiden.
_DEEL_VAN_NAAM = re.compile(r"(?<![.!?:;•–-]\s)(?<!^)\b[A-Z][\w&-]+\s+$")
_OPSOMMING = re.compile(r"\s*(?:,|en|,\s*en|of)\s*")
_ZINSBEGIN = re.compile(r"(?:^|[.!?:;•–-]\s+|\n)[\"'‘“(]*$")


@dataclass(frozen=True)
class _Namen:
    """The names to look for: the pattern of all, and the codes of each."""

    patroon: re.Pattern[str]
    codes: dict[str, tuple[str, ...]]
    provincies: dict[str, str]


def gemeente(tekst: tuple[Passage, ...], titel: Vondst | None, gemeenten: Iterable[dict[str, str]]) -> Vondst | None:
    """The code of the gemeente that the report is about; in doubt when another is likely, too; None without any."""
    rijen = tuple((rij["gemeente_code"], rij["gemeente"], rij["provincie"]) for rij in gemeenten)
    namen = _namen(rijen)
    gewichten: dict[tuple[str, ...], float] = defaultdict(float)
    plekken: dict[tuple[str, ...], tuple[float, Plek]] = {}
    for passage in tekst if rijen else ():
        for codes, gewicht in _vermeldingen(passage, namen, in_titel=titel is not None and titel.plek == passage.plek):
            gewichten[codes] += gewicht
            if gewicht > plekken.get(codes, (0.0, None))[0]:
                plekken[codes] = (gewicht, passage.plek)
    volgorde = sorted(gewichten, key=lambda codes: -gewichten[codes])
    if not volgorde or gewichten[volgorde[0]] < max(MINSTENS, _onbekende(tekst, namen)):
        return None
    code, zin = _een_code(volgorde[0], tekst, namen)
    zin = zin or _twijfel([(_naam(codes, rijen), gewichten[codes]) for codes in volgorde[:2]])
    return Vondst(code, plekken[volgorde[0]][1], not zin, zin)


def _twijfel(stand: list[tuple[str, float]]) -> str:
    """Why the first of the two gemeenten that weigh most may not be the one; empty when it clearly is."""
    (beste, top), rest = stand[0], stand[1:]
    if rest and rest[0][1] > TWEEDE_HOOGSTENS * top:
        return f"Het rapport noemt {beste} vaak, maar {rest[0][0]} ook; kies over welke gemeente het gaat."
    weinig = top < (ZEKER if rest else ZEKER_ALLEEN)
    return f"Het rapport noemt {beste} maar weinig; kijk of het over deze gemeente gaat." if weinig else ""


def _vermeldingen(passage: Passage, namen: _Namen, *, in_titel: bool) -> list[tuple[tuple[str, ...], float]]:
    """The gemeenten that a paragraph names, with the weight of each mention; a place of publication is none."""
    if passage.inhoudsregel:
        return []
    met_datum = any(map(alleen_datum, passage.regels))
    tekst = " ".join(r for r in passage.regels if not alleen_datum(r)) if met_datum else passage.tekst
    alle = list(namen.patroon.finditer(tekst))
    gevonden = []
    for nummer, vondst in enumerate(alle):
        gewicht = _gewicht(tekst, vondst, in_rij=_in_rij(tekst, nummer, alle), in_titel=in_titel)
        if gewicht > IN_RIJ and (in_titel or (passage.voorin and not passage.lopend)):
            gewicht = IN_TITEL if in_titel else max(gewicht, VOORIN)
        gevonden.append((namen.codes[_sleutel(vondst.group())], gewicht))
    return gevonden


def _gewicht(tekst: str, vondst: re.Match[str], *, in_rij: bool, in_titel: bool) -> float:
    """What one mention weighs by what stands before it."""
    voor = tekst[: vondst.start()]
    if _NA_GEMEENTE.search(voor):
        return NA_GEMEENTE if not in_rij else IN_RIJ
    in_of_te = bool(_NA_IN.search(voor))
    gewoon = vondst.group() in GEWONE_WOORDEN and (_ZINSBEGIN.search(voor) or not (in_of_te or in_titel))
    if _POSTCODE.search(voor) or gewoon:
        return 0.0
    if in_rij or (not in_titel and _DEEL_VAN_NAAM.search(voor)):
        return IN_RIJ
    return NA_IN if in_of_te else ELDERS


def _in_rij(tekst: str, nummer: int, alle: list[re.Match[str]]) -> bool:
    """Whether a mention stands in a list of gemeenten: next to another one, with only a comma or "en" between."""
    buren = pairwise(alle[max(nummer - 1, 0) : nummer + 2])
    return any(_OPSOMMING.fullmatch(tekst[een.end() : ander.start()]) for een, ander in buren)


def _onbekende(tekst: tuple[Passage, ...], namen: _Namen) -> float:
    """The weight of the gemeente that the text names most but the list does not have."""
    tel: dict[str, float] = defaultdict(float)
    for passage in tekst:
        for naam in _NIEUWE_GEMEENTE.findall(passage.tekst):
            if not namen.patroon.match(naam):
                tel[naam.split()[0]] += NA_GEMEENTE
    return max(tel.values(), default=0.0)


def _een_code(codes: tuple[str, ...], tekst: tuple[Passage, ...], namen: _Namen) -> tuple[str, str]:
    """The one code, and why it is in doubt where gemeenten share the name: the province in the text decides."""
    if len(codes) == 1:
        return codes[0], ""
    geheel = " ".join(passage.tekst for passage in tekst)
    volgorde = sorted(codes, key=lambda code: -geheel.count(namen.provincies[code]))
    eerste = namen.provincies[volgorde[0]]
    return volgorde[0], f"Er zijn {len(codes)} gemeenten met deze naam; gekozen is die in {eerste}. Kijk of dat klopt."


def _naam(codes: tuple[str, ...], rijen: tuple[tuple[str, str, str], ...]) -> str:
    """The name of a gemeente by its code."""
    return next(naam for code, naam, _ in rijen if code == codes[0])


def _sleutel(naam: str) -> str:
    """A name as key: one kind of apostrophe, single spaces."""
    return re.sub(r"\s+", " ", naam).replace("’", "'").replace("‘", "'")


@lru_cache(maxsize=4)
def _namen(rijen: tuple[tuple[str, str, str], ...]) -> _Namen:
    """The pattern of all names, the longest first; names with an addition are found with and without it."""
    codes: dict[str, set[str]] = defaultdict(set)
    provincies = {}
    for code, naam, provincie in rijen:
        kaal = _TOEVOEGING.sub("", naam)
        toevoeging = _TOEVOEGING.search(naam)
        afkorting = toevoeging["wat"].replace(".", "") if toevoeging else ""
        provincies[code] = provincie or _PROVINCIE.get(afkorting, "")
        for vorm in {naam, kaal, *OOK_GENOEMD.get(naam, ())}:
            codes[_sleutel(vorm)].add(code)
            codes[_sleutel(vorm).upper()].add(code)
        if afkorting:
            codes[f"{kaal} ({afkorting})"].add(code)
    alternatieven = [
        re.escape(naam).replace("'", "['’‘]").replace(r"\ ", r"\s+")
        for naam in sorted(codes, key=lambda n: (-len(n), n))
    ]
    patroon = re.compile(rf"(?<![\w-])(?=[A-Z'’‘])(?:{'|'.join(alternatieven)})(?![\w-])")
    return _Namen(patroon, {naam: tuple(sorted(deel)) for naam, deel in codes.items()}, provincies)
