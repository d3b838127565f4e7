"""Step 7 of a voorstel that replaces a levering: what becomes of what that levering holds, counted and shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import streamlit as st

from data.aanvaarding.geschiedenis import Verschil, verschil_tussen
from data.rapporten.voorstel import tabellen, wijzig_kop
from pagina._inlezen import velden
from pagina._inlezen.rapport import gemeente_naam
from pagina._inlezen.werk import Werk
from pagina.beeld import zinnen
from pagina.delen import verschillen, web

#: So many differences stand on the page; more are folded away.
ZICHTBAAR = 10
#: What a levering says of itself and an editor can change; why it replaces another one is no change of it.
OVER_DE_LEVERING = ("concept", "fictief", "toelichting")
#: The field for why a levering is replaced.
REDEN = "Reden van de vervanging"
RIJEN = {
    "rapporten": ("rapport", "rapporten"),
    "weergaven": ("weergave", "weergaven"),
    "aanpakken": ("aanpak", "aanpakken"),
    "metingen": ("meting", "metingen"),
    "oordelen": ("oordeel", "oordelen"),
    "conflicten": ("conflict", "conflicten"),
    "bevindingen": ("bevinding", "bevindingen"),
}
ANDERE = ("andere rij", "andere rijen")
#: The tables whose key begins with a bevinding.
VAN_BEVINDING = ("bevindingen", "bevinding_indicator", "gemeld_actiepunt", "gemeld_indicator")


@dataclass(frozen=True)
class Vervanging:
    """What a voorstel makes of the levering `oud`: the differences, and the ids of the bevindingen before and after."""

    oud: str
    verschillen: list[Verschil]
    voor: frozenset[str]
    na: frozenset[str]
    gedrukt: bool

    @property
    def zin(self) -> str:
        """What stays and what changes, with counts."""
        anders = "; ".join(self._anders())
        return f"{self._bevindingen()} {anders or 'Verder verandert er niets in deze levering'}."

    @property
    def mee(self) -> str:
        """How many bevindingen of the replaced levering are in the new one."""
        aantal, blijft = len(self.voor), len(self.voor & self.na)
        if blijft == aantal == 1:
            return f"De bevinding van {self.oud} komt mee."
        if blijft == aantal:
            return f"De {aantal} bevindingen van {self.oud} komen mee." if aantal else self._bevindingen()
        return f"Van de {aantal} {_woord('bevindingen', aantal)} van {self.oud} {_komt(blijft)} mee."

    def _bevindingen(self) -> str:
        """How many bevindingen stay as they are."""
        aantal = len(self.voor)
        geraakt = {v.sleutel.split(" + ")[0] for v in self.verschillen if v.tabel in VAN_BEVINDING} & self.voor
        blijft = aantal - len(geraakt)
        if not aantal:
            return f"De levering {self.oud} heeft geen bevindingen."
        if not geraakt and aantal == 1:
            return f"De bevinding van {self.oud} blijft zoals zij is."
        if not geraakt:
            return f"De {aantal} bevindingen van {self.oud} blijven zoals zij zijn."
        hoe = f"blijven er {blijft} zoals zij zijn" if blijft > 1 else f"blijft er {blijft or 'geen'} zoals zij is"
        return f"Van de {aantal} {_woord('bevindingen', aantal)} van {self.oud} {hoe}."

    def _anders(self) -> Iterator[str]:
        """What changes: verdicts, texts, whole rows, and the rest."""
        cellen = [v for v in self.verschillen if v.soort == "anders"]
        uitkomsten = [v for v in cellen if (v.tabel, v.kolom) == ("oordelen", "uitkomst")]
        teksten = [v for v in cellen if (v.tabel, v.kolom) == ("oordelen", "toelichting")]
        yield from _zoveel(len(uitkomsten), ("oordeel krijgt", "oordelen krijgen"), "een andere uitkomst")
        hoe = "vervangen door de gedrukte" if self.gedrukt else "gewijzigd"
        vervangen, nieuw = (sum(bool(v.voor and v.na) for v in teksten), sum(not v.voor for v in teksten))
        yield from _zoveel(vervangen, ("toelichting wordt", "toelichtingen worden"), hoe)
        yield from _zoveel(nieuw, ("toelichting komt", "toelichtingen komen"), "erbij")
        yield from _zoveel(len(teksten) - vervangen - nieuw, ("toelichting valt", "toelichtingen vallen"), "weg")
        for soort, (een, meer) in {"erbij": ("komt", "komen"), "weg": ("valt", "vallen")}.items():
            rijen = Counter(RIJEN.get(v.tabel, ANDERE) for v in self.verschillen if v.soort == soort)
            for (enkel, veel), aantal in rijen.items():
                yield from _zoveel(aantal, (f"{enkel} {een}", f"{veel} {meer}"), soort)
        rest = len(cellen) - len(uitkomsten) - len(teksten)
        yield from _zoveel(rest, ("ander gegeven wordt", "andere gegevens worden"), "gewijzigd")


def gevonden(werk: Werk) -> Vervanging | None:
    """What becomes of the levering that is replaced, worked out again after each edit; None when none in force is."""
    van = (werk.beurt, werk.bekend.datasetversie)
    if werk.los.get("vervanging-van") != van:
        werk.los["vervanging"], werk.los["vervanging-van"] = _vervanging(werk), van
    uitkomst: Vervanging | None = werk.los["vervanging"]
    return uitkomst


def niets(werk: Werk) -> bool:
    """Whether the voorstel is a file that the store has, and makes nothing different in its levering."""
    vervanging = gevonden(werk)
    return werk.voorstel.kop["zelfde_bestand"] == "ja" and vervanging is not None and not vervanging.verschillen


def toon(werk: Werk) -> None:
    """The sentence, and the differences before and after; nothing when no levering is replaced."""
    vervanging = gevonden(werk)
    if vervanging is None:
        return
    web.toon(web.zin("{zin}", zin=vervanging.zin))
    aantal = len(vervanging.verschillen)
    if not aantal:
        return
    bijschrift = f"Wat er in {vervanging.oud} verandert"
    if aantal > verschillen.HOOGSTENS:
        bijschrift += f": de eerste {verschillen.HOOGSTENS} van {zinnen.getal(aantal)}"
    tabel = verschillen.tabel(vervanging.verschillen, bijschrift=bijschrift, namen=namen(werk))
    if aantal <= ZICHTBAAR:
        web.toon(tabel)
        return
    with st.expander(f"De {zinnen.getal(aantal)} verschillen, voor en na"):
        web.toon(tabel)


def namen(werk: Werk) -> dict[str, str]:
    """What the ids in the table are called."""
    voorstel = werk.voorstel
    gemeente = gemeente_naam(werk, voorstel.kop)
    return (
        {indicator.indicator_id: indicator.kort for indicator in werk.bekend.indicatoren()}
        | {voorstel.kop["rapport_id"]: voorstel.kop["titel"]}
        | {rij["aanpak_id"]: rij["naam"] or rij["aanpak"] for rij in voorstel.aanpakken}
        | {b["bevinding_id"]: b["titel"] for b in voorstel.bevindingen if b["titel"]}
        | {m["meting_id"]: verschillen.meting(gemeente, m["aanpak"], m["peiljaar"]) for m in voorstel.metingen}
    )


def _vervanging(werk: Werk) -> Vervanging | None:
    kop = werk.voorstel.kop
    oud = werk.bekend.tabellen_van(kop["vervangt"]) if kop["vervangt"] else {}
    if not oud:
        return None
    nieuw = tabellen(werk.voorstel, werk.bekend, levering_id="", aanvaard_op="")
    voor, na = oud["levering"][0], nieuw["levering"][0]
    over = [
        Verschil("levering", kop["vervangt"], kolom, voor[kolom], na[kolom])
        for kolom in OVER_DE_LEVERING
        if voor[kolom] != na[kolom]
    ]
    return Vervanging(
        oud=kop["vervangt"],
        verschillen=[*over, *verschil_tussen(oud, nieuw)],
        voor=frozenset(rij["bevinding_id"] for rij in oud.get("bevindingen", [])),
        na=frozenset(rij["bevinding_id"] for rij in nieuw.get("bevindingen", [])),
        gedrukt=kop["toelichtingen"] == "gedrukt",
    )


def _zoveel(aantal: int, woorden: tuple[str, str], wat: str) -> Iterator[str]:
    """'12 toelichtingen worden gewijzigd', or nothing for none."""
    if aantal:
        yield f"{zinnen.getal(aantal)} {zinnen.meervoud(aantal, *woorden)} {wat}"


def _woord(tabel: str, aantal: int) -> str:
    return zinnen.meervoud(aantal, *RIJEN[tabel])


def _komt(aantal: int) -> str:
    return f"komen er {aantal}" if aantal > 1 else f"komt er {aantal or 'geen'}"


def aankondiging(oud: str) -> None:
    """That acceptance replaces the levering `oud` whole, and where the old one stays."""
    web.toon(
        web.zin(
            "Aanvaarden maakt een nieuwe levering, die de levering <strong>{oud}</strong> in haar geheel vervangt. De "
            "oude blijft bewaard en staat op de pagina Geschiedenis.",
            oud=oud,
        )
    )


def reden(werk: Werk) -> None:
    """The field for why it is replaced."""
    velden.tekst(
        werk,
        REDEN,
        werk.voorstel.kop["reden"],
        lambda waarde: wijzig_kop(werk.voorstel, "reden", waarde, bekend=werk.bekend),
        sleutel="vergelijking-reden",
    )
