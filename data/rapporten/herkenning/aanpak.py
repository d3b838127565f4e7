"""Which aanpakken a report is about, and which took over from which."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from data.rapporten.document import Plek
from data.rapporten.gelezen import Tabellen, Vondst
from data.rapporten.herkenning.overeenkomst import gewoon
from data.rapporten.herkenning.passages import Passage, kort, zinnen
from data.rapporten.herkenning.titel import AANPAK

#: From this likeness two names are one (Bijzonder Doelgroepen, Bijzondere Doelgroepen).
ZELFDE_NAAM = 92.0
#: How often a wijkteam must be named before it may be what the report is about.
VAAK = 3
#: How many sentences after the end of an aanpak may tell what took over.
NA_HET_EINDE = 2
#: Over how many paragraphs of a title page a remark in brackets may run.
REGELS_HAAKJES = 4

_VOEGWOORD = "in|de|het|van|voor|en|op|der|den|met|aan|bij|om|rond|ter|’t|'t"
_NAAM = rf"(?:[A-ZÉ0-9][\w’'-]*)(?:(?:\s+(?:{_VOEGWOORD}))*\s+[A-ZÉ][\w’'-]*)*"
_GENOEMD = re.compile(rf"\b[Aa]anpak(?:ken)?\s+(?:[‘'’\"“„](?P<citaat>[^‘’'\"”“]{{3,80}})[’'\"”]|(?P<naam>{_NAAM}))")
_TWEEDE = re.compile(rf"^\s+en\s+(?P<naam>{_NAAM})")
_GETOETST = re.compile(r"\b(?:getoetst|onderzocht|toetsing|beoordeeld)\b", re.IGNORECASE)
#: What stands after "aanpak" in capitals and is no name of one.
_GEEN_NAAM = re.compile(r"(?:GGS?R|STJ|TSD|VWS|Gezin Centraal|Samenwerking|Continue?|Toeleiding)", re.IGNORECASE)
_TUSSEN_HAAKJES = re.compile(r"\((?P<jaar>(?:19|20)\d{2}):\s*(?P<rest>[^)]*)\)")
_WIJKTEAM = re.compile(
    r"\b(?:[Ss]ocia(?:al|le) [Ww]ijkteams?|[Ww]ijkteams?|[Bb]uurtteams?|[Jj]eugdteams?|[Ss]ocia(?:al|le) [Tt]eams?)\b"
)
_NAAR = re.compile(
    r"overgenomen\s+door|opgegaan\s+in|opgaat\s+in|vervangen\s+door|voortgezet\s+(?:als|in|onder)|samengevoegd\s+tot"
    r"|overgegaan\s+in|ondergebracht\s+(?:bij|in)|overgedragen\s+aan|gaan\s+op\s+in|verder\s+als"
)
_NEEMT_OVER = re.compile(r"\b(?:heeft|hebben|neemt|nemen|nam|namen)\b.*\b(?:overgenomen|over)\b")
_EINDE = re.compile(r"\b(?:opgeheven|beëindigd|gestopt|opgehouden|niet meer bestaa\w*|afgebouwd)\b")
_OPVOLGER = re.compile(r"\b(?:vanuit|door|overgenomen|overgedragen|voortaan|in plaats daarvan)\b")


@dataclass
class _Naam:
    """A name of an aanpak with how it is told: on the title page, by a head of a column, as what was tested."""

    naam: str
    plek: Plek
    aantal: int = 0
    label: bool = False
    kolom: bool = False
    getoetst: str = ""


def aanpakken(
    tekst: tuple[Passage, ...], titel: Vondst | None, tabellen: Tabellen, bekende: Iterable[str]
) -> tuple[Vondst, ...]:
    """The aanpakken that the report is about, its own first: by title page and column heads, else by what was tested.

    A report that names none gives what it mentions of `bekende` (the aanpakken of its gemeente in store), else the
    wijkteam that it is about; both in doubt.
    """
    namen = _verzamel(tekst, titel, tabellen)
    gekozen = [naam for naam in namen if naam.label or naam.kolom]
    ander = [naam for naam in namen if naam.getoetst and naam not in gekozen]
    if not gekozen:
        gekozen = sorted(ander, key=lambda naam: -naam.aantal)
        return (
            tuple(_uit_tekst(naam, enig=len(gekozen) == 1) for naam in gekozen)
            or _bekende(tekst, list(bekende))
            or _wijkteam(tekst)
        )
    vondsten = [_vondst(naam) for naam in gekozen]
    if ander and vondsten[0].zeker:
        zin = f"Het rapport noemt ook de aanpak {ander[0].naam}: “{ander[0].getoetst}”"
        vondsten[0] = Vondst(vondsten[0].waarde, vondsten[0].plek, zeker=False, zin=zin)
    return tuple(vondsten)


def opvolging(tekst: tuple[Passage, ...], namen: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Which aanpak took over from which (van, naar), for the names given, in the order that the text tells."""
    bekend = list(namen)
    alle = [zin for _, zin in zinnen(tekst)]
    paren: dict[tuple[str, str], None] = {}
    for nummer, zin in enumerate(alle):
        van, naar = _overgang(zin, alle[nummer + 1 : nummer + 1 + NA_HET_EINDE], bekend)
        paren.update(dict.fromkeys((v, n) for v in van for n in naar if v != n))
    return tuple(paren)


def _overgang(zin: str, volgende: list[str], namen: list[str]) -> tuple[list[str], list[str]]:
    """The aanpakken that end in a sentence, and those that take over."""
    richting = _NAAR.search(zin)
    if richting:
        return _in(zin[: richting.start()], namen), _in(zin[richting.end() :], namen)
    eindigt = _EINDE.search(zin)
    if not (eindigt or _NEEMT_OVER.search(zin)):
        return [], []
    hier = _in(zin, namen)
    if eindigt:
        later = [naam for deel in volgende if _OPVOLGER.search(deel) for naam in _in(deel, namen) if naam not in hier]
        return hier, list(dict.fromkeys(later))
    return (hier[1:], hier[:1]) if len(hier) > 1 else ([], [])


def _in(tekst: str, namen: list[str]) -> list[str]:
    """The names that a text holds, in order of appearance, whatever their case."""
    if not namen:
        return []
    kaal = f" {gewoon(tekst)} "
    plaatsen = {naam: kaal.find(f" {gewoon(naam)} ") for naam in namen}
    return sorted((naam for naam in namen if plaatsen[naam] >= 0), key=lambda naam: plaatsen[naam])


def _verzamel(tekst: tuple[Passage, ...], titel: Vondst | None, tabellen: Tabellen) -> list[_Naam]:
    """Every name of an aanpak that the report gives, in order, each once."""
    namen: list[_Naam] = []
    for passage in tekst:
        for naam in _labels(passage):
            _voeg_toe(namen, naam, passage.plek).label = True
    for naam, plek in _tussen_haakjes([passage for passage in tekst if passage.voorin]):
        _voeg_toe(namen, naam, plek).label = True
    koppen = {cel.kolom.aanpak: cel.plek for cel in reversed(tabellen.cellen) if cel.kolom.aanpak}
    for kop, plek in reversed(koppen.items()):
        _voeg_toe(namen, kop, plek).kolom = True
    for passage, zin in zinnen(tekst):
        for naam in _genoemd(zin):
            deze = _voeg_toe(namen, naam, passage.plek)
            deze.aantal += 1
            deze.label |= titel is not None and titel.plek == passage.plek
            if _GETOETST.search(zin) and not passage.inhoudsregel:
                deze.getoetst = deze.getoetst or kort(zin)
    return namen


def _labels(passage: Passage) -> list[str]:
    """The names that a title page gives after "Aanpak:"."""
    if not passage.voorin:
        return []
    delen = [AANPAK.sub("", regel.strip()).split("(")[0] for regel in passage.regels if AANPAK.match(regel.strip())]
    return [naam for deel in delen for naam in _splits(deel)]


def _tussen_haakjes(voorin: list[Passage]) -> list[tuple[str, Plek]]:
    """The names that a title page gives for earlier years: (2013: aanpak A en aanpak B), over several lines or not."""
    gevonden = []
    for nummer, passage in enumerate(voorin):
        if "(" in passage.tekst:
            vondst = _TUSSEN_HAAKJES.search(" ".join(deel.tekst for deel in voorin[nummer : nummer + REGELS_HAAKJES]))
            if vondst and re.search(r"\baanpak", vondst["rest"], re.IGNORECASE):
                gevonden += [(naam, passage.plek) for naam in _splits(vondst["rest"])]
    return gevonden


def _splits(tekst: str) -> list[str]:
    """Names in one text: aanpak A en aanpak B, A; B."""
    delen = re.split(r"\s*(?:,|;|\ben)\s+(?:de\s+)?aanpak(?:ken)?\s+|;", f" {tekst}")
    kaal = [re.sub(r"^\s*(?:de\s+)?aanpak(?:ken)?\s+", "", deel).strip(" .,'’‘\"") for deel in delen]
    return [deel for deel in kaal if deel]


def _genoemd(zin: str) -> list[str]:
    """The names that follow the word aanpak in a sentence."""
    gevonden = []
    for vondst in _GENOEMD.finditer(zin):
        gevonden.append((vondst["citaat"] or vondst["naam"]).strip())
        tweede = _TWEEDE.match(zin[vondst.end() :]) if vondst.group().lower().startswith("aanpakken") else None
        if tweede:
            gevonden.append(tweede["naam"].strip())
    return [naam for naam in gevonden if not _GEEN_NAAM.fullmatch(naam) and len(naam) > 2 and not naam.isdigit()]


def _voeg_toe(namen: list[_Naam], naam: str, plek: Plek) -> _Naam:
    """The entry of a name, a new one when none is like it."""
    kaal = gewoon(naam)
    for bekend in namen:
        if fuzz.ratio(gewoon(bekend.naam), kaal) >= ZELFDE_NAAM:
            return bekend
    namen.append(_Naam(naam, plek))
    return namen[-1]


def _vondst(naam: _Naam) -> Vondst:
    """A name from the title page or a column head; a head that the text never calls an aanpak is in doubt."""
    zeker = naam.label or naam.aantal > 0
    zin = "" if zeker else f"“{naam.naam}” staat boven een kolom; de tekst noemt het nergens een aanpak."
    return Vondst(naam.naam, naam.plek, zeker, zin)


def _uit_tekst(naam: _Naam, *, enig: bool) -> Vondst:
    """A name that only the text gives: sure when it is the only one that was tested."""
    zin = "" if enig else f"Het rapport toetst meer dan één aanpak; deze in: “{naam.getoetst}”"
    return Vondst(naam.naam, naam.plek, enig, zin)


def _bekende(tekst: tuple[Passage, ...], namen: list[str]) -> tuple[Vondst, ...]:
    """The known aanpakken of the gemeente that the text mentions, in doubt; wijkteams are for `_wijkteam`."""
    # what a wijkteam is called is for `_wijkteam`, which looks at how often
    namen = [naam for naam in namen if not _WIJKTEAM.fullmatch(naam)]
    plekken: dict[str, Plek] = {}
    for passage in tekst:
        for naam in _in(passage.tekst, namen):
            plekken.setdefault(naam, passage.plek)
    return tuple(
        Vondst(naam, plek, zeker=False, zin=f"Het rapport noemt {naam}, maar niet met zoveel woorden als de aanpak.")
        for naam, plek in plekken.items()
    )


def _wijkteam(tekst: tuple[Passage, ...]) -> tuple[Vondst, ...]:
    """The wijkteam that a report without a named aanpak is about, in doubt; its most frequent name in capitals."""
    plekken: dict[str, Plek] = {}
    tel: dict[str, int] = {}
    for passage in tekst:
        for naam in _WIJKTEAM.findall(passage.tekst):
            tel[naam] = tel.get(naam, 0) + 1
            plekken.setdefault(naam, passage.plek)
    if sum(tel.values()) < VAAK:
        return ()
    naam = max(tel, key=lambda n: (n[0].isupper(), tel[n], -plekken[n].blok))
    zin = f"Het rapport noemt geen aanpak bij naam, maar gaat over {naam}. Kies of dit de aanpak is."
    return (Vondst(naam, plekken[naam], zeker=False, zin=zin),)
