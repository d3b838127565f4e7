"""The parts of the page Uitleg: its two texts with their pictures, and the tables that follow from how things look.

The texts and the pictures are those of the printed manual too, which is this page on paper (`make handleiding`).
"""

from __future__ import annotations

import re
from pathlib import Path

import streamlit as st
from PIL import Image

from pagina.beeld import zinnen
from pagina.beeld.status import BEWIJS, ONBEKEND, STATUS, UITKOMST
from pagina.delen import web
from pagina.delen.figuurbeeld import donker
from pagina.delen.toegang import bij_klik

_MAP = Path(__file__).parent
#: What the page is in two parts, and where the text of each stands.
DELEN = {"Aan het werk": _MAP / "handleiding.md", "Wat de cijfers betekenen": _MAP / "uitleg.md"}
PLATEN, DOCUMENT = _MAP / "platen", _MAP / "handleiding.pdf"
#: A picture: a line of its own with what it shows and the name of the file.
PLAAT = re.compile(r"^!\[(?P<alt>.+?)\]\((?P<naam>[a-z-]+)\)$", re.MULTILINE)

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


def hoofdstukken(deel: Path) -> dict[str, str]:
    """The text of one part: heading to Markdown, in order."""
    delen = re.split(r"^## (.+)\n", deel.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(delen[1::2], (tekst.strip() for tekst in delen[2::2]), strict=True))


def anker(kop: str) -> str:
    """The name of a heading in a link: 'wat-betekent-opgepakt'."""
    return zinnen.slak(kop)


def document_knop() -> None:
    """The whole page as a document to print or to pass on."""
    st.download_button(
        "Handleiding om te printen (PDF)",
        data=bij_klik(DOCUMENT.read_bytes),
        file_name="handleiding-verbeterpunten.pdf",
        mime="application/pdf",
        on_click="ignore",
        icon=":material/print:",
        key="handleiding",
    )


def inhoud() -> None:
    """The headings of each part as links."""
    for plek, (deel, pad) in zip(st.columns(len(DELEN)), DELEN.items(), strict=True):
        regels = (f"- [{kop}](#{anker(kop)})" for kop in hoofdstukken(pad))
        plek.markdown("\n".join([f"**{deel}**", "", *regels]))


def alles() -> None:
    """Every chapter of both parts, with what follows its text."""
    for pad in DELEN.values():
        for titel, tekst in hoofdstukken(pad).items():
            st.header(titel, anchor=anker(titel))
            _toon(tekst)
            if titel in DAARNA:
                DAARNA[titel]()


def _toon(tekst: str) -> None:
    """Markdown, with its pictures between."""
    begin = 0
    for plaat in PLAAT.finditer(tekst):
        st.markdown(tekst[begin : plaat.start()])
        _plaat(plaat["naam"], plaat["alt"])
        begin = plaat.end()
    if rest := tekst[begin:].strip():
        st.markdown(rest)


def _plaat(naam: str, alt: str) -> None:
    """A picture. Its room is there before it is: else a link to a heading below it shows the chapter before."""
    pad = PLATEN / f"{naam}.png"
    with Image.open(pad) as beeld:
        breed, hoog = beeld.size
    maat = f"max-width: {breed}px; aspect-ratio: {breed} / {hoog};"
    st.html(f"<style>@media screen {{ .st-key-plaat-{naam} {{ {maat} }} }}</style>")
    with st.container(key=f"plaat-{naam}"):
        st.image(pad, alt=alt, width=breed)


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


def verteld() -> None:
    """The same uitkomst tested and told, beside each other."""
    paren = (STATUS["opgepakt"], STATUS["niet_opgepakt"], STATUS["behouden"])
    web.toon(
        web.webtabel(
            ["Getoetst", "Volgens de gemeente zelf"],
            [[web.merk(beeld, donker=donker()), web.merk(beeld.verteld, donker=donker())] for beeld in paren],
            bijschrift="Hoe het eruitziet: getoetst, en alleen verteld",
        )
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
    "Verteld of getoetst?": verteld,
    "Onbekend is geen nul": soorten_onbekend,
    "Woorden": woorden,
}
