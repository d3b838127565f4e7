"""What an editor changed beside the oordelen: in the rapport, its aanpakken and metingen; bevindingen; and doubts."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from data.rapporten.voorstel.map import GELEZEN
from data.rapporten.voorstel.model import Rij, Voorstel, VoorstelKapot

#: What of each is a fact; of the first there is one, the others are told apart by their key.
VELDEN = {
    "rapport": ("titel", "uitgever", "gepubliceerd", "soort", "gemeente_code", "editie_id", "rapport_opmerking"),
    "aanpak": ("naam", "begin", "einde", "opmerking"),
    "meting": (
        *("peiljaar_reden", "ronde_id", "bezoek_op", "onderzoek_van", "onderzoek_tot", "bewijs", "dekking", "basis"),
        "opmerking",
    ),
}
#: Fields of free text. What was read there is not told, only that it was another text: a name that an editor took out
#: for privacy cannot be told from any other word. The original rapport has it.
VRIJ = frozenset({"titel", "uitgever", "rapport_opmerking", "naam", "opmerking", "peiljaar_reden", "basis"})
ANDERE_TEKST = "(een andere tekst)"
#: The columns of what is told: `welke` names it, `veld` is empty for what came or went whole.
KOLOMMEN = ("wat", "welke", "veld", "gelezen", "aanvaard")


def nagekeken(voorstel: Voorstel) -> list[Rij]:
    """Rows of KOLOMMEN: fields that are not as they were read, bevindingen recorded, and how many doubts were settled.

    Of a free text it is not told what was read, and of a doubt only its kind: its words may be those of the report.
    What a levering that is put right makes different, is told by its difference with the one that it replaces.
    Raises VoorstelKapot when what was read is not there to be compared.
    """
    bestand = voorstel.map / GELEZEN
    if voorstel.kop["correctie"] or not bestand.is_file():
        return []
    afgehandeld = Counter(twijfel["soort"] for twijfel in voorstel.twijfels if twijfel["afgehandeld"] == "ja")
    try:
        gelezen = json.loads(bestand.read_text(encoding="utf-8"))
        velden = [
            *_velden("rapport", "", gelezen["kop"], voorstel.kop),
            *_rijen("aanpak", gelezen["aanpakken"], voorstel.aanpakken),
            *_rijen("meting", gelezen["metingen"], voorstel.metingen),
        ]
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as fout:
        raise VoorstelKapot(f"Van {voorstel.map.name} is niet te lezen wat er gelezen was; lees het opnieuw.") from fout
    return [
        *velden,
        *(_rij("bevinding", bevinding["titel"] or bevinding["soort"]) for bevinding in voorstel.bevindingen),
        *(_rij("twijfel", soort, aanvaard=str(aantal)) for soort, aantal in afgehandeld.items()),
    ]


def _rijen(wat: str, gelezen: list[Rij], nu: list[Rij]) -> Iterator[Rij]:
    """The fields of new ones, beside the same one as read; one of the store has nothing to be changed here."""
    voor = {_welke(rij): rij for rij in gelezen}
    for rij in nu:
        if rij["nieuw"] == "ja":
            yield from _velden(wat, _welke(rij), voor.get(_welke(rij), {}), rij)


def _welke(rij: Rij) -> str:
    """An aanpak by its printed name, a meting by that and its year."""
    return " ".join(deel for deel in (rij["aanpak"], rij.get("peiljaar", "")) if deel)


def _velden(wat: str, welke: str, gelezen: Rij, nu: Rij) -> Iterator[Rij]:
    for veld in VELDEN[wat]:
        voor = gelezen.get(veld, "")
        if voor != nu[veld]:
            gelezen_als = ANDERE_TEKST if voor and veld in VRIJ else voor
            yield _rij(wat, welke, veld=veld, gelezen=gelezen_als, aanvaard=nu[veld])


def _rij(wat: str, welke: str, **cellen: str) -> Rij:
    return dict.fromkeys(KOLOMMEN, "") | {"wat": wat, "welke": welke} | cellen
