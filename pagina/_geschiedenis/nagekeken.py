"""What an editor changed beside the oordelen before a levering was accepted, and which doubts were settled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pagina.beeld import zinnen
from pagina.beeld.status import bewijswoord
from pagina.delen import verschillen, web
from pagina.delen.twijfelsoort import SOORT

Rijen = Sequence[Mapping[str, str]]


def toon(rijen: Rijen) -> None:
    """The fields as read and as accepted, the bevindingen that were recorded, and the doubts; nothing for nothing."""
    velden = [rij for rij in rijen if rij["veld"]]
    if velden:
        web.toon(
            web.webtabel(
                ["Wat", "Welke", "Veld", "Gelezen", "Aanvaard"],
                [[rij["wat"], rij["welke"], verschillen.kolomwoord(rij["veld"]), *_cellen(rij)] for rij in velden],
                bijschrift="Wat er verder gelezen was, en wat er is aanvaard",
            )
        )
    titels = [rij["welke"] for rij in rijen if rij["wat"] == "bevinding"]
    if titels:
        hoeveel = f"{len(titels)} {zinnen.meervoud(len(titels), 'bevinding', 'bevindingen')}"
        web.toon(web.zin("Met de hand vastgelegd: {hoeveel}.", hoeveel=hoeveel), web.lijst(titels))
    twijfels = [f"{SOORT.get(r['welke'], r['welke'])} ({r['aanvaard']})" for r in rijen if r["wat"] == "twijfel"]
    if twijfels:
        web.toon(web.zin("Twijfels die zijn afgehandeld: {welke}.", welke=zinnen.opsomming(twijfels)))


def _cellen(rij: Mapping[str, str]) -> list[str]:
    """As read and as accepted; a code in the words that other pages have for it."""
    cellen = [rij["gelezen"], rij["aanvaard"]]
    if rij["veld"] == "bewijs":
        return [bewijswoord(cel) if cel else "" for cel in cellen]
    return [cel.replace("_", " ") for cel in cellen] if rij["veld"] == "dekking" else cellen
