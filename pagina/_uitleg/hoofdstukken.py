"""The parts of the page Uitleg: the text of uitleg.md, and the tables that follow from how things look and count."""

from __future__ import annotations

import re
from pathlib import Path

import streamlit as st

from pagina.beeld.status import BEWIJS, ONBEKEND, STATUS, UITKOMST
from pagina.delen import web
from pagina.delen.figuurbeeld import donker

TEKST = Path(__file__).with_name("uitleg.md")

WOORDEN = {
    "aanpak": "De manier waarop een gemeente zorgt voor kwetsbare gezinnen, vaak met een eigen naam en team.",
    "actiepunt": "Een aanbeveling of verbeterpunt die een rapport in woorden geeft, los van de oordelen per indicator.",
    "bewijs": f"Hoe een oordeel is vastgesteld: {', '.join(BEWIJS.values())}.",
    "dekking": "Of van een kader alles is getoetst en afgedrukt (heel kader), of een deel (selectie).",
    "hertoets": "Een latere meting van wat eerder een verbeterpunt was.",
    "indicator": "Eén regel van een kader, waarover een rapport ✓ of X afdrukt.",
    "kader": "De lijst met indicatoren waaraan de inspectie toetst: op het niveau van beleid, casus of stelsel.",
    "levering": "Een pakket gegevens dat is nagekeken en aanvaard. Een correctie is een nieuwe levering.",
    "meting": "Eén toets van één aanpak aan één kader op één moment.",
    "onderwerp": "Een onderwerp dat over kaders heen loopt. Onze eigen indeling.",
    "oordeel": "Wat een meting over één indicator zegt.",
    "peiljaar": "Het jaar waarover een meting gaat.",
    "ronde": "Een onderzoek van de inspectie bij een aantal gemeenten, met één kader.",
    "thema": "Een hoofdstuk van een kader.",
    "verbeterpunt": "Een indicator die niet voldoet: X in het rapport, of ✓ en X in één vak.",
}


def hoofdstukken() -> dict[str, str]:
    """The text of the page: heading to Markdown, in order."""
    delen = re.split(r"^## (.+)\n", TEKST.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(delen[1::2], (deel.strip() for deel in delen[2::2]), strict=True))


def anker(kop: str) -> str:
    """The name of a heading in a link: 'wat-betekent-opgepakt'."""
    return re.sub(r"[^a-z]+", "-", kop.lower().replace("ó", "o")).strip("-")


def inhoud(koppen: list[str]) -> None:
    """The headings as links."""
    st.markdown("\n".join(f"- [{kop}](#{anker(kop)})" for kop in koppen))


def statussen() -> None:
    """From which uitkomst to which: every status with its sign, word and meaning."""
    web.toon(
        web.webtabel(
            ["Uitkomst van de vergelijking", "Betekenis"],
            [[web.merk(beeld, donker=donker()), beeld.uitleg] for beeld in STATUS.values()],
            bijschrift="Wat er van een oordeel kan worden",
        ),
        web.webtabel(
            ["Oordeel in het rapport", "Betekenis"],
            [[web.merk(beeld, donker=donker()), beeld.uitleg] for beeld in UITKOMST.values()],
            bijschrift="Wat een rapport per indicator kan zeggen",
        ),
    )


def soorten_onbekend() -> None:
    """The kinds of not knowing, and the zero that is known."""
    web.toon(
        web.webtabel(
            ["Wat er staat", "Betekenis"],
            [[web.merk(beeld, donker=donker()), beeld.uitleg] for beeld in ONBEKEND.values()],
            bijschrift="Vier dingen die niet hetzelfde zijn",
        )
    )


def woorden() -> None:
    """The glossary."""
    web.toon(web.feitenlijst(WOORDEN))


#: What follows the text under a heading.
DAARNA = {
    "Wat betekent ‘opgepakt’?": statussen,
    "Onbekend is geen nul": soorten_onbekend,
    "Woorden": woorden,
}
