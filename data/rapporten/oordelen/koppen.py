"""The heads of tables: which column holds the indicator and which a verdict, of what year and what aanpak."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Levenshtein

from data.rapporten.oordelen.rooster import Rij
from data.rapporten.oordelen.tekenplaats import bevat_teken
from data.rapporten.oordelen.woordoordelen import is_leeg, lees_woord


class Rol(StrEnum):
    """What a column is by its head."""

    NUMMER = "nummer"
    THEMA = "thema"
    ONDERWERP = "onderwerp"
    CRITERIUM = "criterium"
    NORM = "norm"
    INDICATOR = "indicator"
    OORDEEL = "oordeel"
    AANKRUIS = "aankruis"
    TOELICHTING = "toelichting"
    KADER = "kader"
    ONBEKEND = "onbekend"
    LEEG = "leeg"


#: The roles that tell what a row is about, the first that a table has being its indicator.
ANKERS = (Rol.INDICATOR, Rol.NORM, Rol.CRITERIUM, Rol.ONDERWERP, Rol.THEMA)
_EERSTE_WOORD = (
    (Rol.NUMMER, r"(?:nr|no|nummer|volgnr|#)\.?"),
    (Rol.INDICATOR, r"indicator(?:en)?|(?:aandachts|toets|beoordelings)punt(?:en)?|"
                    r"(?:toetsings|beoordelings)criteri(?:um|a)|"
                    r"(?:deel)?vra(?:ag|gen)"),
    (Rol.NORM, r"normen?|(?:kwaliteits)?eis(?:en)?|standaard(?:en)?|verwachting(?:en)?"),
    (Rol.CRITERIUM, r"criteri(?:um|a)"),
    (Rol.ONDERWERP, r"onderwerp(?:en)?"),
    (Rol.THEMA, r"thema(?:[’']?s)?|domein(?:en)?"),
    (Rol.KADER, r"operationalisering(?:en)?|uitwerking|omschrijving|definitie"),
    (Rol.TOELICHTING, r"toelichting(?:en)?|onderbouwing|motivering|opmerking(?:en)?|argumentatie|verantwoording"),
    (Rol.OORDEEL, r"bevinding(?:en)?|(?:eind)?oordeel|oordelen|beoordeling(?:en)?|uitkomst(?:en)?|resultaat|resultaten|"
                  r"stand|scores?|waardering|status|"
                  r"(?:her|eerste |tweede )?toets(?:ing)?|(?:nul|her|eerste |tweede )?meting"),
)  # fmt: skip
_ROLLEN = tuple((rol, re.compile(rf"(?:{patroon})(?![\w-])", re.IGNORECASE)) for rol, patroon in _EERSTE_WOORD)
#: Words for heads that are long enough to be known with one letter wrong.
_HEEL = {
    "indicator": Rol.INDICATOR,
    "indicatoren": Rol.INDICATOR,
    "criteria": Rol.CRITERIUM,
    "criterium": Rol.CRITERIUM,
    "bevindingen": Rol.OORDEEL,
}
_JAAR = re.compile(r"(?<![\d.,])(?:19|20)\d{2}(?![\d.,]\d|\d)")
_TWEEDE_JAAR = re.compile(r"(?<![\d.,])((?:19|20)\d{2})\s*[/–-]\s*(?:(?:19|20)\d{2}|[’']?\d{2})(?!\d)")
#: What a column head says beside a year or a name.
_BIJWERK = re.compile(
    r"(?i)(?<!\w)(?:begin|medio|eind(?:e)?|najaar|voorjaar|zomer|herfst|winter|lente|januari|februari|maart|april|mei|juni|"
    r"juli|augustus|september|oktober|november|december|[1-4]e kwartaal|"
    r"kwartaal [1-4]|jaar|peiljaar|peildatum|"
    r"bevindingen|bevinding|oordeel|eindoordeel|oordelen|beoordeling|uitkomsten|uitkomst|resultaten|resultaat|stand|score|scores|"
    r"waardering|status|hertoets|toets|toetsing|nulmeting|meting|hermeting|eerste|tweede|derde|toelichting|aanpak|"
    r"onderbouwing|motivering|opmerkingen|opmerking|"
    r"[1-3]?\d(?= (?:jan|feb|maa|apr|mei|jun|jul|aug|sep|okt|nov|dec)))(?!\w)"
)
#: Stands for a year or a word of its kind while a name is told apart from them.
_M = "\x1f"
#: Words that tie a year to what stands before it ("najaar van 2013", "in 2013", "2013 en 2014"); in a name they stay.
_BINDWOORD = re.compile(
    rf"(?i)(?<!\w)(?:in|van|per|op)(?:\s+(?:de|het))?\s*(?={_M})"
    rf"|(?<={_M})\s*(?:en|tot|t/m|tot en met)\s*(?={_M})"
    rf"|(?-i:(?<=^{_M})\s*(?:in|van|per|over|voor)\s(?:(?:de|het)\s)?)"
)
_MAX_TEKENS, _MAX_WOORDEN = 90, 12


@dataclass(frozen=True)
class KopCel:
    """One cell of a head: its text, its role, the year in it, and what else it says (often an aanpak)."""

    tekst: str
    rol: Rol
    peiljaar: int | None = None
    aanpak: str = ""
    #: the head names a span of years: which one counts is our reading
    twee_jaren: bool = False
    #: for AANKRUIS what a mark in the column says
    uitkomst: str = ""


def kop_cel(tekst: str) -> KopCel | None:
    """What a cell says as a head; None where it cannot be one (a sign, a sentence, too long)."""
    plat = _hele_woorden(" ".join(tekst.split()))
    if not plat:
        return KopCel("", Rol.LEEG)
    zin = plat.endswith((".", ";", "?")) and not re.fullmatch(r"(?i)(?:nr|no|volgnr)\.|indicatoren?\?", plat)
    if len(plat) > _MAX_TEKENS or len(plat.split()) > _MAX_WOORDEN or zin or bevat_teken(plat):
        return None
    jaren = [int(jaar) for jaar in _JAAR.findall(plat)]
    peiljaar = jaren[0] if jaren else None
    twee_jaren = len(set(jaren)) > 1 or bool(_TWEEDE_JAAR.search(plat))
    return _met_rol(plat, peiljaar, _naam_in(plat), twee_jaren=twee_jaren)


def _naam_in(plat: str) -> str:
    """What a column head says beside a year and the words that go with one: often the name of an aanpak."""
    rest = _BIJWERK.sub(_M, _JAAR.sub(_M, _TWEEDE_JAAR.sub(_M, plat)))
    rest = re.sub(rf"{_M}(?:[\s.,:;/()–—-]*{_M})*", _M, _BINDWOORD.sub("", re.sub(rf"^[\s(]*{_M}", _M, rest)))
    rest = _BINDWOORD.sub("", rest).replace(_M, " ")
    return " ".join(rest.split()).strip(" .,:;/()–—-") if re.search(r"[^\W\d_]{2}", rest) else ""


def _hele_woorden(plat: str) -> str:
    """A head with its first word made whole where a narrow column broke it without a hyphen ("Oordee l 2013")."""
    jaar = _JAAR.search(plat)
    woord, rest = (plat[: jaar.start()], plat[jaar.start() :]) if jaar else (plat, "")
    aaneen = woord.replace(" ", "")
    if " " not in woord.strip() or any(patroon.match(woord) for _, patroon in _ROLLEN):
        return plat
    heel = any(patroon.fullmatch(aaneen) for _, patroon in _ROLLEN)
    return f"{aaneen} {rest}".strip() if heel else plat


def _met_rol(plat: str, peiljaar: int | None, aanpak: str, *, twee_jaren: bool) -> KopCel:
    """The cell with its role: by its first word, else by the year or the verdict in it."""
    woord = lees_woord(" ".join(_JAAR.sub(" ", plat).split()), in_kolom=True) if len(plat) > 1 else None
    if woord and not woord[2]:
        return KopCel(plat, Rol.AANKRUIS, peiljaar, "", uitkomst=woord[0])
    for rol, patroon in _ROLLEN:
        vondst = patroon.match(plat)
        if vondst and (rol == Rol.OORDEEL or len(plat[vondst.end() :].split()) <= 3):
            if rol in {Rol.OORDEEL, Rol.TOELICHTING}:
                return KopCel(plat, rol, peiljaar, aanpak, twee_jaren)
            return KopCel(plat, rol)
    misdrukt = next((rol for woord, rol in _HEEL.items() if Levenshtein.distance(woord, plat.lower()) == 1), None)
    if misdrukt is not None:
        return KopCel(plat, misdrukt)
    if peiljaar is not None:
        rol = Rol.TOELICHTING if re.search(r"(?i)toelichting|onderbouwing|opmerking", plat) else Rol.OORDEEL
        return KopCel(plat, rol, peiljaar, aanpak, twee_jaren)
    return KopCel(plat, Rol.ONBEKEND, None, plat)


def lees_kop(rijen: Sequence[Rij], begin: int) -> tuple[list[KopCel], int] | None:
    """The head that starts at a row, and of how many rows it is (1 or 2); None where no head starts."""
    boven = _kopcellen(rijen[begin])
    if boven is None:
        return None
    # one text on a row is the heading of a theme, unless it says what the rows are about
    gevuld = [cel for cel in boven if cel.rol != Rol.LEEG]
    stapelbaar = len(gevuld) > 1 or (len(gevuld) == 1 and gevuld[0].rol in ANKERS)
    onder = _kopcellen(rijen[begin + 1]) if stapelbaar and begin + 1 < len(rijen) else None
    if onder is not None and len(onder) == len(boven) and _is_onderkop(boven, onder):
        samen = _stapel(boven, onder)
        if _is_kop(samen, rijen[begin + 2 :]):
            return samen, 2
    return (boven, 1) if _is_kop(boven, rijen[begin + 1 :]) else None


def _kopcellen(rij: Rij) -> list[KopCel] | None:
    """The cells of a row as heads; None when one of them cannot be."""
    cellen = [kop_cel(vak.plat) for vak in rij.vakken]
    return None if None in cellen else [cel for cel in cellen if cel is not None]


def _is_kop(cellen: Sequence[KopCel], eronder: Sequence[Rij]) -> bool:
    """Whether cells that can be heads are one: something to judge beside what is said of it."""
    rollen = [cel.rol for cel in cellen if cel.rol != Rol.LEEG]
    anders = [rol for rol in rollen if rol not in ANKERS and rol not in {Rol.ONBEKEND, Rol.NUMMER}]
    if any(rol in ANKERS for rol in rollen):
        if anders or len({rol for rol in rollen if rol in ANKERS}) > 1:
            return True
        # names of approaches for heads: only above columns that do hold signs
        onbekend = [kolom for kolom, cel in enumerate(cellen) if cel.rol == Rol.ONBEKEND]
        return any(bevat_teken(rij.tekst(kolom)) for rij in eronder for kolom in onbekend)
    naamloos = bool(cellen) and cellen[0].rol in {Rol.LEEG, Rol.NUMMER}
    return naamloos and bool(anders) and len(anders) == len([rol for rol in rollen if rol != Rol.NUMMER])


def _is_onderkop(boven: Sequence[KopCel], onder: Sequence[KopCel]) -> bool:
    """Whether a row is the second row of a head: under what the row is about it is empty or says the same."""
    if not any(cel.rol in ANKERS or cel.rol == Rol.LEEG for cel in boven):
        return False
    gevuld = 0
    for eerste, tweede in zip(boven, onder, strict=True):
        if tweede.rol == Rol.LEEG:
            continue
        if eerste.rol in ANKERS and tweede.tekst != eerste.tekst:
            return False
        if eerste.rol not in ANKERS:
            # a name only where the row above leaves it to be told: a bare year, or a merged head
            naam = not eerste.aanpak and tweede.tekst[0].isupper() and not is_leeg(tweede.tekst)
            if tweede.rol in {Rol.ONBEKEND, Rol.KADER} and not naam:
                return False
            if tweede.rol in ANKERS and eerste.rol != Rol.LEEG:
                return False
            gevuld += 1
    return gevuld > 0


def _stapel(boven: Sequence[KopCel], onder: Sequence[KopCel]) -> list[KopCel]:
    """Two rows of a head as one; a merged cell above holds for the columns to its right that have one below."""
    cellen: list[KopCel] = []
    vorige = KopCel("", Rol.LEEG)
    for eerste, tweede in zip(boven, onder, strict=True):
        if eerste.rol != Rol.LEEG:
            vorige = eerste
        elif tweede.rol == Rol.LEEG:
            cellen.append(tweede)
            continue
        bron = vorige if vorige.rol not in ANKERS or eerste.rol != Rol.LEEG else eerste
        delen = list(dict.fromkeys(tekst for tekst in (bron.tekst, tweede.tekst) if tekst))
        cellen.append(_samen(bron, tweede, kop_cel(" ".join(delen))))
    return cellen


def _samen(boven: KopCel, onder: KopCel, samen: KopCel | None) -> KopCel:
    """The head of one column from its two rows: the role of the lower one where it tells one."""
    if samen is None:
        return onder if onder.rol != Rol.LEEG else boven
    rol = onder.rol if onder.rol not in {Rol.LEEG, Rol.ONBEKEND} else boven.rol
    if onder.peiljaar is not None and rol == Rol.OORDEEL and boven.rol == Rol.TOELICHTING:
        rol = boven.rol
    if rol in {Rol.LEEG, Rol.ONBEKEND}:
        rol = samen.rol
    aanpak = "" if rol in {*ANKERS, Rol.AANKRUIS} else samen.aanpak
    return KopCel(samen.tekst, rol, samen.peiljaar, aanpak, samen.twee_jaren, onder.uitkomst or boven.uitkomst)
