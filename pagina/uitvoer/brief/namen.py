"""The words behind the codes of a choice, for its link and for who reads it."""

from __future__ import annotations

from collections.abc import Sequence

from pagina.beeld import zinnen
from pagina.beeld.lijst import Woordenlijst
from pagina.beeld.status import BEWIJS
from pagina.uitvoer.brief.keuze import Keuze
from pagina.uitvoer.brief.uitslag import NAMEN
from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.inhoud.rijen import Rij, rijen
from pagina.uitvoer.inhoud.velden import NAUWER, VELDEN
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
        self._in_lijst(keuze.kaders, self.kaders, "kader")
        gebied = rijen(vrager, "gemeenten_met_meting", kader=None, met_opgegaan=True)
        self.gemeenten = Woordenlijst([rij["gemeente_code"] for rij in gebied], [rij["gemeente"] for rij in gebied])
        onderwerpen = rijen(vrager, "alle_onderwerpen")
        self.onderwerpen = Woordenlijst(
            [rij["onderwerp_id"] for rij in onderwerpen], [rij["onderwerp"] for rij in onderwerpen]
        )
        provincies = sorted({rij["provincie"] for rij in gebied})
        self.themas = {kader: rijen(vrager, "themas", kader=kader) for kader in keuze.kaders}
        bekend = list(dict.fromkeys(rij["thema"] for lijst in self.themas.values() for rij in lijst))
        self._lijsten = {
            "themas": Woordenlijst(bekend, bekend),
            "onderwerpen": self.onderwerpen,
            "gemeenten": self.gemeenten,
            "provincies": Woordenlijst(provincies, provincies),
            "bewijzen": Woordenlijst(BEWIJS, BEWIJS.values()),
        }
        for naam in NAUWER:
            self._in_lijst(getattr(keuze, naam), self._lijsten[naam], VELDEN[naam].optie)

    @staticmethod
    def _in_lijst(gekozen: Sequence[str], lijst: Woordenlijst, soort: str) -> None:
        vreemd = [code for code in gekozen if code not in lijst.codes]
        if vreemd:
            wat = zinnen.opsomming(f"‘{code}’" for code in vreemd)
            keuze = zinnen.namen(lijst.woorden, "andere", "andere", hoogstens=12) or "niets"
            raise UitvoerGeweigerd(f"Het {soort} {wat} staat niet in de lijst. Kies uit: {keuze}.")

    def woorden(self, naam: str) -> list[str]:
        """The words of what is chosen of one of NAUWER."""
        return [self._lijsten[naam].woord(code) for code in getattr(self.keuze, naam)]

    def waar(self) -> str:
        """What narrows the selection, as the part of a sentence: 'bij het thema De aanpak'."""
        keuze = self.keuze
        delen = []
        if keuze.themas:
            delen.append(_bij(keuze.themas, "bij het thema", "bij de thema’s"))
        if keuze.onderwerpen:
            namen = [f"‘{self.onderwerpen.woord(code)}’" for code in keuze.onderwerpen]
            delen.append(_bij(namen, "over het onderwerp", "over de onderwerpen"))
        if keuze.provincies:
            delen.append(_bij(keuze.provincies, "in de provincie", "in de provincies"))
        return " ".join(delen)

    def in_gemeenten(self) -> str:
        """The chosen gemeenten likewise: 'in de gemeente Ede'; empty where none is chosen."""
        namen = [self.gemeenten.woord(code) for code in self.keuze.gemeenten]
        if len(namen) > NAMEN:
            return f"in de {zinnen.telwoord(len(namen))} gekozen gemeenten"
        return _bij(namen, "in de gemeente", "in de gemeenten") if namen else ""


def _bij(namen: Sequence[str], een: str, meer: str) -> str:
    return f"{een if len(namen) == 1 else meer} {zinnen.opsomming(namen)}"
