"""The words behind the codes of a choice, for its link and for who reads it."""

from __future__ import annotations

from collections.abc import Sequence

from pagina.beeld import zinnen
from pagina.beeld.lijst import Woordenlijst
from pagina.uitvoer.brief.keuze import Keuze
from pagina.uitvoer.brief.uitslag import NAMEN
from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.inhoud.rijen import Rij, rijen
from pagina.uitvoer.inhoud.velden import FILTERS, NAUWER, VELDEN, Lijst, lijst, onder
from pagina.uitvoer.inhoud.vrager import Vrager


def thema_ids(themas: Sequence[Rij], namen: Sequence[str] | None) -> list[str] | None:
    """The ids of the themas with these names, of the rows of themas.sql: one in two editions has two. None for all."""
    return [code for rij in themas if rij["thema"] in namen for code in rij["thema_ids"]] if namen else None


class Namen:
    """The lists of one dataset by which a reader chooses. Methods raise UitvoerGeweigerd for what is not in them."""

    def __init__(self, vrager: Vrager, keuze: Keuze) -> None:
        """Take the lists under the chosen kaders. Raises UitvoerGeweigerd for a kader that does not exist."""
        kaders = rijen(vrager, "kaders")
        self.kaders = Woordenlijst([rij["kader_id"] for rij in kaders], [rij["kader"] for rij in kaders])
        self.keuze = keuze
        _eis("Kader", keuze.kaders, self.kaders)
        self.themas = {kader: rijen(vrager, "themas", kader=kader) for kader in keuze.kaders}
        # a thema is of its kader; of anything else it can be said that there is nothing of it under this kader
        self._lijsten = {
            naam: onder(vrager, naam, keuze.kaders if naam == "themas" else self.kaders.codes) for naam in NAUWER
        }
        for naam in NAUWER:
            if not set(keuze.van(naam)) <= set(self._lijsten[naam].codes):
                _eis(VELDEN[naam].kop, keuze.van(naam), self._lijsten[naam], lijst(vrager, naam, {}))

    def woorden(self, naam: str) -> list[str]:
        """The words of what is chosen of one of NAUWER."""
        return [self._lijsten[naam].woord(code) for code in self.keuze.van(naam)]

    def waar(self) -> str:
        """What narrows the selection, as the part of a sentence: 'bij het thema De aanpak'."""
        delen = []
        for naam, filter_ in FILTERS.items():
            if filter_.bij is not None and (woorden := self.woorden(naam)):
                begin = filter_.bij.een if len(woorden) == 1 else filter_.bij.meer
                delen.append(f"{begin} {zinnen.opsomming(map(filter_.bij.woord.format, woorden))}")
        return " ".join(delen)

    def in_gemeenten(self) -> str:
        """The chosen gemeenten likewise: 'in de gemeente Ede'; empty where none is chosen."""
        namen = self.woorden("gemeenten")
        if len(namen) > NAMEN:
            return f"in de {zinnen.telwoord(len(namen))} gekozen gemeenten"
        begin = "in de gemeente" if len(namen) == 1 else "in de gemeenten"
        return f"{begin} {zinnen.opsomming(namen)}" if namen else ""


def _eis(kop: str, gekozen: Sequence[str], mag: Woordenlijst, overal: Lijst | None = None) -> None:
    """Raise UitvoerGeweigerd where a code is not in a list; `overal` has its word, where it is in one elsewhere."""
    vreemd = [code for code in gekozen if code not in mag]
    if vreemd:
        woorden = overal.in_woorden(vreemd) if overal is not None else vreemd
        wat = zinnen.genoemd(woorden)
        staat = zinnen.meervoud(len(woorden), "staat", "staan")
        keuze = zinnen.namen(mag.woorden, "andere", "andere", hoogstens=12) or "niets"
        raise UitvoerGeweigerd(f"{kop} {wat} {staat} niet in de lijst. Kies uit: {keuze}.")
