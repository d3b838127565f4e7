"""Checking a file that was made earlier, for who has no command line: offered, checked in a process of its own."""

from __future__ import annotations

import tempfile
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from data.bestandsnaam import veilige_naam
from data.rapporten.fouten import Onleesbaar
from data.rapporten.proces.kind import Grenzen, vraag_kind
from pagina.delen import peil, web
from pagina.uitvoer.in_kind import LEZER, Uitslag
from pagina.uitvoer.vormen.formaten import FORMATEN

TITEL = "Een eerder bestand controleren"
SOORTEN = list(dict.fromkeys(vorm.uitgang.rpartition(".")[2] for vorm in FORMATEN.values()))
HOOGSTENS_MB = 10
SECONDEN, MEGABYTES = 60, 1536
#: Where the session keeps what was found of which file: a page is drawn again at every choice.
_GEVONDEN = "kamerbrief-controle"
NIET_GELUKT = (
    f"Dit bestand is niet gecontroleerd: dat duurde langer dan {SECONDEN} seconden, vroeg te veel geheugen of liep "
    "vast. Probeer het later opnieuw, of gebruik de opdracht onderaan deze pagina."
)


def controle(*, datasetversie: str) -> None:
    """A place to put a file, and whether its figures are still the same. Checked once per file and datasetversie."""
    with st.expander(TITEL):
        bestand = st.file_uploader(
            f"Kies een bestand dat u hier eerder bewaarde (hoogstens {HOOGSTENS_MB} MB)",
            type=SOORTEN,
            max_upload_size=HOOGSTENS_MB,
            key="kamerbrief-controleer",
        )
        if bestand is None:
            st.session_state.pop(_GEVONDEN, None)
            return
        sleutel = (bestand.file_id, datasetversie)
        gevonden = st.session_state.get(_GEVONDEN)
        if gevonden is None or gevonden[0] != sleutel:
            with st.spinner("Het bestand wordt gecontroleerd …"):
                gevonden = (sleutel, _uitslag(bestand))
            st.session_state[_GEVONDEN] = gevonden
        _toon(gevonden[1])


def _uitslag(bestand: UploadedFile) -> Uitslag:
    """What the command says of this file, in a folder of its own that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="verbeterpunten-") as map_:
        naam = veilige_naam(bestand.name)
        pad = Path(map_) / "in" / naam
        pad.parent.mkdir()
        pad.write_bytes(bestand.getbuffer())
        try:
            mee = {"ook_concept": peil.mag_alles_zien()}
            grenzen = Grenzen(SECONDEN, MEGABYTES, Path(map_))
            return vraag_kind(Uitslag, LEZER, pad, naam=naam, gegeven=mee, grenzen=grenzen)
        except Onleesbaar:  # its sentence is about a report to be read in; what went wrong is the child, not the file
            return Uitslag(gelukt=False, gelijk=False, tekst=NIET_GELUKT)


def _toon(uitslag: Uitslag) -> None:
    """The outcome in a sentence, and the report as it is: text, whatever stands in the file."""
    if not uitslag.gelukt:
        web.toon(web.melding("fout", uitslag.tekst))
        return
    if uitslag.gelijk:
        kern = web.melding("goed", "De cijfers in dit bestand kloppen en zijn nu nog hetzelfde.")
    else:
        kern = web.melding("waarschuwing", "Niet alles is gelijk. Hieronder staat wat er anders is.")
    web.toon(kern, web.vast(uitslag.tekst))
