"""The files of the letter: a button per format, its number, and what a reader needs to account for them later."""

from __future__ import annotations

import io

import streamlit as st

from data.fouten import in_een_zin
from pagina._kamerbrief import werkplaats
from pagina.beeld import zinnen
from pagina.delen import web
from pagina.delen.kopieer import kopieer
from pagina.delen.verantwoord import met_regel
from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.inhoud.stuk import Stuk
from pagina.uitvoer.vormen.formaten import FORMATEN, bestandsnaam, bezwaar, schrijf

#: Rows of which a file is made at the click itself; of more it is made first, with a bar that says how far it is.
METEEN = 5_000
#: Buttons beside each other.
NAAST = 4
GEEN_LINK = (
    "In de bestanden staat geen link: van dit dashboard is geen adres bekend dat anderen kunnen openen. Een beheerder "
    "stelt dat in met VERBETERPUNTEN_ADRES."
)


def knoppen(stuk: Stuk) -> None:
    """One button per format that can hold this; of the others a sentence that says why, and which one can."""
    bezwaren = {naam: bezwaar(stuk, naam) for naam in FORMATEN}
    mogelijk = [naam for naam, reden in bezwaren.items() if reden is None]
    knop = _meteen if stuk.tabel.aantal <= METEEN else _eerst
    for begin in range(0, len(mogelijk), NAAST):
        plekken = st.columns(NAAST)
        for plek, naam in zip(plekken, mogelijk[begin : begin + NAAST], strict=False):
            with plek:
                knop(stuk, naam)
    if redenen := [reden for reden in bezwaren.values() if reden is not None]:
        web.toon(web.lijst(redenen))


def _meteen(stuk: Stuk, naam: str) -> None:
    """A file that is made when the reader asks for it."""
    st.download_button(
        FORMATEN[naam].woord,
        data=met_regel(lambda: (_bytes(stuk, naam), stuk.herkomst), naam),
        file_name=bestandsnaam(stuk, naam),
        mime=FORMATEN[naam].mime,
        on_click="ignore",
        key=f"bestand-{naam}",
        width="stretch",
        wrap=True,
    )


def _bytes(stuk: Stuk, naam: str) -> bytes:
    """The file as it is, in memory."""
    naar = io.BytesIO()
    schrijf(stuk, naam, naar)
    return naar.getvalue()


def _eerst(stuk: Stuk, naam: str) -> None:
    """A file that is made on disk first, while a bar says how far it is; then it can be fetched."""
    sleutel = (stuk.herkomst.exportnummer, naam)
    aantal_bytes = werkplaats.grootte(sleutel)
    plek = st.empty()
    if aantal_bytes is None and plek.button(f"Maak {FORMATEN[naam].woord}", key=f"maak-{naam}", width="stretch"):
        aantal_bytes = _maak(stuk, naam, sleutel)
    if aantal_bytes is not None:
        plek.download_button(
            f"{FORMATEN[naam].woord} · {grootte(aantal_bytes)}",
            # a page may stand open for hours: what others pushed out by then is made again, with the same bytes
            data=met_regel(lambda: (werkplaats.inhoud(sleutel) or _bytes(stuk, naam), stuk.herkomst), naam),
            file_name=bestandsnaam(stuk, naam),
            mime=FORMATEN[naam].mime,
            on_click="ignore",
            key=f"bestand-{naam}",
            width="stretch",
            wrap=True,
        )


def _maak(stuk: Stuk, naam: str, sleutel: tuple[str, str]) -> int | None:
    """Write the file; its size. A reader who does something else meanwhile stops it, and nothing half stays behind."""
    aantal = stuk.tabel.aantal
    balk = st.progress(0.0, text="Het bestand wordt gemaakt …")

    def meld(gedaan: int) -> None:
        tekst = f"{zinnen.getal(gedaan)} van {zinnen.getal(aantal)} rijen"
        balk.progress(min(gedaan / max(aantal, 1), 1.0), text=tekst)

    try:
        return werkplaats.maak(sleutel, lambda naar: schrijf(stuk, naam, naar, meld))
    except (UitvoerGeweigerd, OSError) as fout:
        st.error(zinnen.letterlijk(in_een_zin(fout)), icon=":material/warning:")
        return None
    finally:
        balk.empty()


def grootte(aantal_bytes: int) -> str:
    """A size in words: '12 kB', '3,4 MB'."""
    kilo = -(-aantal_bytes // 1000)
    return f"{zinnen.getal(kilo)} kB" if kilo < 1000 else f"{kilo // 100 / 10:.1f} MB".replace(".", ",")


def nummer(stuk: Stuk) -> None:
    """The number of this export: it belongs in the letter."""
    web.toon(
        web.zin(
            "Exportnummer {nummer}. Noem het in de brief: dezelfde keuze geeft altijd dit nummer en deze cijfers.",
            nummer=web.code(stuk.herkomst.exportnummer),
        )
    )


def herkomst(stuk: Stuk) -> None:
    """Of which facts the figures are and the link that shows them again; last what a technician needs."""
    van = stuk.herkomst
    st.header("Herkomst")
    gegevens = f"datasetversie {van.datasetversie}, methodeversie {van.methodeversie}"
    hier = web.link(van.weg, "Deze cijfers, ook als er later iets verandert")
    web.toon(
        web.feitenlijst(
            {
                "Gegevens": f"{gegevens}; bekend tot en met {zinnen.datum(van.kennisdatum)}",
                "Link naar deze cijfers": web.regels([web.code(van.link)] if van.link else [hier, GEEN_LINK]),
            }
        )
    )
    if van.link:
        kopieer(van.link, knop="Kopieer de link", sleutel="kopieer-link")


def opnieuw(stuk: Stuk) -> None:
    """For who keeps the dashboard: the commands that make a file again and check one, and all that a file says."""
    van = stuk.herkomst
    with st.expander("Opnieuw maken of controleren met een opdracht"):
        opdracht = f"python -m pagina.uitvoer controleer {bestandsnaam(stuk, next(iter(FORMATEN)))}"
        st.markdown("Voor wie bij de map van het dashboard kan. De opdrachten geven dezelfde bestanden als de knoppen.")
        web.toon(web.feitenlijst({"Opnieuw maken": web.code(van.nadoen), "Controleren": web.code(opdracht)}))
    with st.expander("Alles wat over de herkomst bekend is"):
        web.toon(web.feitenlijst(dict(van.paren)))
