"""The name of a file that somebody offers, made into one that every system takes."""

from __future__ import annotations

import re
import unicodedata

#: Bytes of a name: what the file system that takes the shortest does (143), with some to spare.
LANGSTE_NAAM = 140
#: What some system does not take in a name, beside what cannot be printed.
_NIET = frozenset('/\\:*?"<>|')
#: What Windows keeps for itself, whatever comes after it.
_BEZET = re.compile(r"(con|prn|aux|nul|(com|lpt)[0-9])(\..*)?", re.IGNORECASE)
_UITGANG = re.compile(r"\.[A-Za-z0-9]{1,10}$")


def veilige_naam(naam: str) -> str:
    """A name to recognise the offered one by, that stays in its folder, with its extension; of itself the same.

    Its length is counted in bytes, as file systems do: letters of other scripts take up to four.
    """
    laatste = re.split(r"[/\\]", unicodedata.normalize("NFC", naam))[-1]
    kaal = "".join(teken if teken.isprintable() and teken not in _NIET else "_" for teken in laatste)
    heel = re.sub(" +", " ", kaal).strip(" .")
    gevonden = _UITGANG.search(heel)
    uitgang = gevonden[0] if gevonden else ""
    stam = heel.removesuffix(uitgang).strip(" .")
    if _BEZET.fullmatch(stam):
        stam = f"_{stam}"
    kort = stam.encode()[: LANGSTE_NAAM - len(uitgang)].decode(errors="ignore").strip(" .")
    return f"{kort or 'bestand'}{uitgang}"
