"""Which facts a reader looks at: only what is public or also what is not yet, as known now, on a day or in a version.

The choice stands in the URL of every page (`gegevens=alles`, `bekend=2026-01-01`; in a link that stands in a file
`versie=8b7b5323d614` and `methode=2`) and goes along on every link. Its widgets are not bound to the URL: Streamlit
takes bound parameters out of the address when a reader changes page.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

import streamlit as st

from pagina.beeld import zinnen
from pagina.delen import adresbalk, klok, toegang
from pagina.delen.toegang import Rol

#: The names in the URL; pagina/venster/links.js takes the same four along to another page.
GEGEVENS, BEKEND, VERSIE, METHODE = "gegevens", "bekend", "versie", "methode"
ALLES = "alles"
#: The keys of the widgets: others than the names in the URL, which would make a change of page load everything again.
SLEUTEL_GEGEVENS, SLEUTEL_BEKEND = "peil-gegevens", "peil-bekend"
KEUZES = {"": "openbaar", ALLES: "ook nog niet openbaar"}
VROEGST = dt.date(2000, 1, 1)


@dataclass(frozen=True)
class Peil:
    """What the reader chose. `bekend` None: as known now. `meldingen`: Dutch sentences on what did not count.

    `versie`: the datasetversie that a link asks for, and `methode` the methodeversie it was made with; mostly empty.
    `tot`: the last day that this versie knows of, where it is not the one of now.
    """

    alles: bool = False
    bekend: dt.date | None = None
    meldingen: tuple[str, ...] = ()
    versie: str = ""
    methode: str = ""
    tot: dt.date | None = None

    @property
    def gewoon(self) -> bool:
        """Whether these are the public facts as known now."""
        return not self.alles and self.bekend is None and self.tot is None

    @property
    def mee(self) -> dict[str, str]:
        """What every address within the house carries of it."""
        bekend = self.bekend.isoformat() if self.bekend else ""
        keuze = {GEGEVENS: ALLES if self.alles else "", BEKEND: bekend, VERSIE: self.versie, METHODE: self.methode}
        return {naam: waarde for naam, waarde in keuze.items() if waarde}

    def met_melding(self, melding: str) -> Peil:
        """The same choice, with one sentence more."""
        return replace(self, meldingen=(*self.meldingen, melding))

    def zonder_alles(self, melding: str) -> Peil:
        """The public facts instead, with the reason."""
        return replace(self, alles=False).met_melding(melding)

    def zonder_bekend(self, melding: str) -> Peil:
        """What is known now instead, with the reason."""
        return replace(self, bekend=None).met_melding(melding)

    def zonder_versie(self) -> Peil:
        """What comes in the place of a datasetversie that cannot be had here, with what may be the matter."""
        telt = "telt niet mee" if self.bekend else "telt niet mee; u ziet wat nu bekend is"
        zin = f"De datasetversie ‘{self.versie}’ in de link is hier niet te maken en {telt}. "
        zin += "Kijk of de link heel is overgenomen."
        if mag_alles_zien() and not self.alles:
            zin += " Telt die versie ook gegevens mee die niet openbaar zijn, zet dan ‘gegevens=alles’ in de link."
        return replace(self, versie="").met_melding(zin)


def mag_alles_zien() -> bool:
    """Whether this reader may see what is not public yet."""
    return toegang.mag(Rol.REDACTEUR)


def lees(
    gegevens: Sequence[str],
    bekend: Sequence[str],
    versie: Sequence[str] = (),
    methode: Sequence[str] = (),
    *,
    vandaag: dt.date,
) -> Peil:
    """What the parameters of a link say; what cannot be is named and does not count. Today is simply now."""
    return _lees_bekend(_lees_gegevens(_lees_versie(versie, methode), gegevens), bekend, vandaag=vandaag)


def _lees_versie(versie: Sequence[str], methode: Sequence[str]) -> Peil:
    gelezen = {naam: {tekst.strip() for tekst in waarden} for naam, waarden in ((VERSIE, versie), (METHODE, methode))}
    een = {naam: waarden.pop() if len(waarden) == 1 else "" for naam, waarden in gelezen.items()}
    peil = Peil(versie=een[VERSIE], methode=een[METHODE])
    for naam, waarden in gelezen.items():
        if waarden:
            peil = peil.met_melding(
                f"De link noemt bij ‘{naam}’ {zinnen.genoemd(sorted(waarden))}; dat telt niet mee. Kies er één."
            )
    return peil


def _lees_gegevens(peil: Peil, gegevens: Sequence[str]) -> Peil:
    vreemd = [waarde for waarde in gegevens if waarde != ALLES]
    if vreemd:
        return peil.zonder_alles(
            f"De keuze {zinnen.genoemd(vreemd)} voor ‘gegevens’ in de link telt niet mee; u ziet de openbare gegevens."
        )
    if gegevens and not mag_alles_zien():
        return peil.zonder_alles("Wat nog niet openbaar is, mag u niet zien; u ziet de openbare gegevens.")
    return replace(peil, alles=bool(gegevens))


def _lees_bekend(peil: Peil, bekend: Sequence[str], *, vandaag: dt.date) -> Peil:
    dagen = [dag for tekst in bekend if (dag := klok.lees(tekst)) is not None and VROEGST <= dag <= vandaag]
    if len(bekend) > 1 or len(dagen) < len(bekend):
        return peil.zonder_bekend(
            f"De datum {zinnen.genoemd(bekend)} bij ‘bekend’ in de link telt niet mee; u ziet wat nu bekend is. Kies "
            f"één dag van {zinnen.datum(VROEGST)} tot en met vandaag, geschreven als 2026-01-01."
        )
    return replace(peil, bekend=dagen[0]) if dagen and dagen[0] < vandaag else peil


def gekozen() -> Peil:
    """What the address of this page says."""
    link = st.query_params
    return lees(*(link.get_all(naam) for naam in (GEGEVENS, BEKEND, VERSIE, METHODE)), vandaag=klok.vandaag())


def keuze_in_link() -> dict[str, list[str]]:
    """What the address of this page is to say beside which facts these are: name to values."""
    link = st.query_params
    eigen = {naam: link.get_all(naam) for naam in link if naam not in {GEGEVENS, BEKEND, VERSIE, METHODE}}
    return {naam: woorden for naam, woorden in sorted((eigen | adresbalk.in_adres()).items()) if woorden}


def pad_met(keuze: Mapping[str, list[str]]) -> str:
    """The address of this page with these choices, below that of the dashboard: 'opvolging?kader=GGSR+beleid'."""
    naam = adresbalk.bladzijde()
    return f"{naam}?{urlencode(keuze, doseq=True)}" if keuze else naam


def kies(peil: Peil, *, ook_concept: bool) -> None:
    """Draw the two choices as they stand in the address; with `ook_concept` there is something not public to choose.

    The address decides, also after Back and Forward: the state of the widgets follows it in every run. Who chooses here
    leaves the datasetversie of a link behind.
    """
    plekken = st.columns([2, 1, 3] if ook_concept else [1, 3], vertical_alignment="bottom")
    if ook_concept:
        st.session_state[SLEUTEL_GEGEVENS] = ALLES if peil.alles else ""
        plekken[0].radio(
            "Gegevens",
            list(KEUZES),
            format_func=lambda keuze: KEUZES[keuze],
            key=SLEUTEL_GEGEVENS,
            horizontal=True,
            on_change=_zet_gegevens,
        )
    st.session_state[SLEUTEL_BEKEND] = min(peil.tot or peil.bekend or klok.vandaag(), klok.vandaag())
    plekken[-2].date_input(
        "Bekend op",
        min_value=VROEGST,
        max_value=klok.vandaag(),
        format="DD-MM-YYYY",
        key=SLEUTEL_BEKEND,
        on_change=_zet_bekend,
    )


def _zet_gegevens() -> None:
    _zet(GEGEVENS, st.session_state[SLEUTEL_GEGEVENS])


def _zet_bekend() -> None:
    dag: dt.date | None = st.session_state[SLEUTEL_BEKEND]
    _zet(BEKEND, dag.isoformat() if dag is not None and dag < klok.vandaag() else "")


def _zet(naam: str, waarde: str) -> None:
    """Put a choice in the address, or take it out, and with it the versie that it comes in the place of."""
    for oud in (VERSIE, METHODE):
        st.query_params.pop(oud, None)
    if waarde:
        st.query_params[naam] = waarde
    else:
        st.query_params.pop(naam, None)


def zet_gewoon() -> None:
    """Back to the public facts as known now."""
    for naam in (GEGEVENS, BEKEND, VERSIE, METHODE):
        st.query_params.pop(naam, None)


def zet_alles() -> None:
    """Show what is not public yet too."""
    _zet(GEGEVENS, ALLES)
