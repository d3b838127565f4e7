"""Step 1: what kind of rapport this is. What was recognised, where the report says so, and every field to change."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st
from markupsafe import Markup

from data.rapporten.document import Document, Plek
from data.rapporten.herkenning.kader import grond as grond_van_bewijs
from data.rapporten.herkenning.passages import kort
from data.rapporten.herkenning.tijd import grond as grond_van_peiljaar
from data.rapporten.voorstel import Rij, Voorstel, blijft_openbaar, kies_kader, wijzig_kop
from pagina._inlezen import melding, stap, velden
from pagina._inlezen.passage import merk_woorden
from pagina._inlezen.werk import Werk
from pagina.beeld import zinnen
from pagina.beeld.status import bewijswoord
from pagina.delen import toegang, web
from pagina.delen.koppelingen import adres
from pagina.delen.toegang import Rol

#: What cannot be changed in a levering that is put right.
VAST = (
    "Gemeente, kader en editie liggen vast: de oordelen horen bij de indicatoren van deze editie, en andere leveringen "
    "kunnen ernaar verwijzen. Klopt er een niet? Trek de levering {oud} dan in bij {waar} en lees het rapport opnieuw "
    "in. Bevindingen legt u daarbij opnieuw vast.{wie}"
)
#: Letters of the report shown before and after a fact, and of the sentence on which a bewijs rests.
OMGEVING, LANGSTE_ZIN = 90, 300


def toon(werk: Werk) -> None:
    """The facts as recognised with where they stand, the fields of the rapport, and what is still empty."""
    if werk.voorstel.document.blokken:
        _herkend(werk)
    links, rechts = st.columns(2)
    with links:
        _veld(werk, "titel", "Titel")
        _veld(werk, "uitgever", "Uitgever")
        _veld(werk, "soort", "Soort (bijvoorbeeld: opvolgfactsheet)")
        _veld(werk, "rapport_opmerking", "Opmerking bij het rapport")
        velden.datum(
            werk,
            "Gepubliceerd",
            werk.voorstel.kop["gepubliceerd"],
            _zet(werk, "gepubliceerd"),
            sleutel="kop-gepubliceerd",
        )
    with rechts:
        _plaats_en_kader(werk)
    leeg = stap.ontbreekt(werk.voorstel)
    if leeg:
        st.info(f"Nog in te vullen: {zinnen.opsomming(leeg)}.", icon=":material/info:")


def _plaats_en_kader(werk: Werk) -> None:
    """Over which gemeente, by which kader, and whether it is public."""
    if werk.voorstel.kop["correctie"]:
        _vast(werk)
    else:
        _kies_plaats(werk)
        kies_kader_veld(werk, sleutel="kop-editie")
    _veld(werk, "levering_toelichting", "Toelichting bij deze levering")
    velden.vink(
        werk,
        "Concept: nog niet openbaar",
        werk.voorstel.kop["concept"],
        _zet(werk, "concept"),
        sleutel="kop-concept",
        hulp="Een concept telt niet mee in de openbare cijfers, totdat een volgende levering het vervangt.",
    )
    blijft_te_zien(werk)


def blijft_te_zien(werk: Werk) -> None:
    """The message that a concept takes nothing away of the public levering that it replaces; nothing for any other."""
    blijft = blijft_openbaar(werk.voorstel, werk.bekend, concept=werk.voorstel.kop["concept"] == "ja")
    if blijft:
        melding.waarschuwing(f"{blijft} Moet zij weg? Dan kan een beheerder haar intrekken bij Geschiedenis.")


def _vast(werk: Werk) -> None:
    """What a levering that is put right keeps, why, and what to do where it is wrong."""
    kop = werk.voorstel.kop
    editie = werk.bekend.edities().get(kop["editie_id"], kop["editie_id"])
    beheer = toegang.mag(Rol.BEHEERDER)
    waar = web.link(adres("geschiedenis", {"levering": kop["correctie"]}) if beheer else None, "Geschiedenis")
    web.toon(
        web.feitenlijst({"Gemeente": gemeente_naam(werk, kop), "Kader en editie": editie or "geen"}),
        web.zin(VAST, oud=kop["correctie"], waar=waar, wie="" if beheer else " Dat kan een beheerder."),
    )


def _kies_plaats(werk: Werk) -> None:
    """The choice of gemeente."""
    gemeenten = {rij["gemeente_code"]: rij["gemeente"] for rij in werk.bekend.gemeenten()}
    velden.keuze(
        werk,
        "Gemeente",
        werk.voorstel.kop["gemeente_code"],
        _zet(werk, "gemeente_code"),
        sleutel="kop-gemeente",
        opties=gemeenten,
        leeg="kies een gemeente",
    )


def kies_kader_veld(werk: Werk, *, sleutel: str) -> None:
    """The choice of kader and editie."""
    nodig = "editie_id" in stap.kop_nodig(werk.voorstel)
    velden.keuze(
        werk,
        "Kader en editie",
        werk.voorstel.kop["editie_id"],
        lambda waarde: kies_kader(werk.voorstel, waarde, bekend=werk.bekend),
        sleutel=sleutel,
        opties=werk.bekend.edities(),
        leeg="kies een kader" if nodig else "geen kader: een rapport zonder oordelen",
    )


def _veld(werk: Werk, kolom: str, label: str) -> None:
    velden.tekst(werk, label, werk.voorstel.kop[kolom], _zet(werk, kolom), sleutel=f"kop-{kolom}")


def _zet(werk: Werk, kolom: str) -> velden.Zet:
    return lambda waarde: wijzig_kop(werk.voorstel, kolom, waarde, bekend=werk.bekend)


def _herkend(werk: Werk) -> None:
    """A table of what was recognised, each beside the words of the report in which it stands."""
    if werk.los.get("herkend-van") != werk.beurt:
        werk.los["herkend"], werk.los["herkend-van"] = _tabel(werk), werk.beurt
    web.toon(werk.los["herkend"])


def _tabel(werk: Werk) -> Markup:
    """What was recognised; a report of hundreds of pages is searched once per edit, not once per look."""
    rijen = [
        [wat, waarde, waar or web.stil("staat niet met zoveel woorden in de tekst")]
        for wat, waarde, waar in _feiten(werk)
    ]
    return web.webtabel(["Herkend", "Wat", "Waar het rapport dit zegt"], rijen, bijschrift="Wat er is herkend")


def _feiten(werk: Werk) -> Iterator[tuple[str, str, Markup | None]]:
    """What was recognised: its name, the fact, and where the report says so."""
    kop, document = werk.voorstel.kop, werk.voorstel.document
    if kop["titel"]:
        yield "Titel", kop["titel"], _fragment(document, [kop["titel"], *kop["titel"].split(". ")])
    namen = {rij["gemeente_code"]: rij["gemeente"] for rij in werk.bekend.gemeenten()}
    if kop["gemeente_code"]:
        naam = namen.get(kop["gemeente_code"], kop["gemeente_code"])
        yield "Gemeente", naam, _fragment(document, [naam])
    if kop["gepubliceerd"]:
        yield "Gepubliceerd", _dag(kop["gepubliceerd"]), _fragment(document, [_dag(kop["gepubliceerd"])])
    if kop["editie_id"]:
        kader = kader_naam(werk)
        editie = werk.bekend.edities().get(kop["editie_id"], kop["editie_id"])
        yield "Kader en editie", editie, _fragment(document, [kader])
    for aanpak in werk.voorstel.aanpakken:
        zoek = [aanpak["aanpak"], aanpak["naam"]]
        yield "Aanpak", aanpak["naam"] or aanpak["aanpak"], _fragment(document, zoek)
    for meting in stap.nieuwe_metingen(werk.voorstel):
        yield from _van_meting(werk.voorstel, meting)


def _van_meting(voorstel: Voorstel, meting: Rij) -> Iterator[tuple[str, str, Markup | None]]:
    """The same of a new meting."""
    document, aanpak = voorstel.document, meting["aanpak"]
    yield f"Peiljaar, {aanpak}", meting["peiljaar"], _waar_het_jaar_staat(voorstel, meting)
    if meting["bewijs"]:
        yield f"Bewijs, {aanpak}", f"{bewijswoord(meting['bewijs'])}; kijk of dat klopt", _grond(voorstel, meting)
    if meting["bezoek_op"]:
        yield f"Bezoek, {aanpak}", _dag(meting["bezoek_op"]), _fragment(document, [_dag(meting["bezoek_op"])])


def _waar_het_jaar_staat(voorstel: Voorstel, meting: Rij) -> Markup | None:
    """The head of the column from which a peiljaar was read; without a year in it, the sentence that gives it."""
    jaar = meting["peiljaar"]
    for oordeel in voorstel.oordelen:
        # of what was read, the place ends in the head of its column
        waar, _, kop = oordeel["vindplaats"].rpartition(", kolom ")
        if waar and jaar in kop and voorstel.meting_van(oordeel) is meting:
            stuk = web.regel("kolomkop ‘{kop}’ in {waar}", kop=merk_woorden(kop, [jaar]), waar=waar)
            pagina = oordeel["pagina"]
            return web.regels([stuk, web.stil(pagina and f"p. {pagina}")])
    if not jaar.isdecimal():
        return None
    gevonden = grond_van_peiljaar(voorstel.document, int(jaar))
    return gevonden and _op_pagina(voorstel.document, gevonden[0], merk_woorden(kort(gevonden[1], LANGSTE_ZIN), [jaar]))


def _grond(voorstel: Voorstel, meting: Rij) -> Markup | None:
    """The sentence on which its bewijs rests: on that hangs whether something counts as tested or as told."""
    jaren = [int(een["peiljaar"]) for een in voorstel.metingen if een["peiljaar"].isdecimal()]
    if not meting["peiljaar"].isdecimal():
        return None
    gevonden = grond_van_bewijs(voorstel.document, meting["bewijs"], int(meting["peiljaar"]), jaren)
    return gevonden and _op_pagina(voorstel.document, gevonden[0], Markup.escape(kort(gevonden[1], LANGSTE_ZIN)))


def _dag(tekst: str) -> str:
    """A date in full; what is no date stays as it is."""
    try:
        return zinnen.deeldatum(tekst)
    except (KeyError, ValueError):
        return tekst


def _fragment(document: Document, zoek: list[str]) -> Markup | None:
    """The first place in the report with one of these texts, some words around it, and on which page."""
    for woord in zoek:
        gevonden = vind(document, woord)
        if gevonden is not None:
            plek, tekst, waar = gevonden
            van, tot = max(0, waar - OMGEVING), waar + len(woord) + OMGEVING
            stuk = f"{'… ' if van else ''}{tekst[van:tot]}{' …' if tot < len(tekst) else ''}"
            return _op_pagina(document, plek, merk_woorden(stuk, [tekst[waar : waar + len(woord)]]))
    return None


def _op_pagina(document: Document, plek: Plek, stuk: Markup) -> Markup:
    """Words of the report, and below them on which page they stand where that is known."""
    pagina = document.blokken[plek.blok].pagina
    return web.regels([stuk, web.stil(pagina and f"p. {pagina}")])


def vind(document: Document, woord: str) -> tuple[Plek, str, int] | None:
    """The first text of the report that holds a word, whatever its capitals, and where in it; None when none does."""
    gezocht = " ".join(woord.split()).lower()
    if not gezocht:
        return None
    for plek, tekst in document.teksten():
        regel = " ".join(tekst.split())
        waar = regel.lower().find(gezocht)
        if waar >= 0:
            return plek, regel, waar
    return None


def gemeente_naam(werk: Werk, kop: Rij) -> str:
    """The name of the gemeente of a rapport; empty while it is unknown."""
    return next((r["gemeente"] for r in werk.bekend.gemeenten() if r["gemeente_code"] == kop["gemeente_code"]), "")


def kader_naam(werk: Werk) -> str:
    """The name of the kader of a rapport, as the filters of other pages carry it; empty while there is none."""
    editie_id = werk.voorstel.kop["editie_id"]
    kader = next((r["kader_id"] for r in werk.bekend.tabel("edities") if r["editie_id"] == editie_id), "")
    return next((r["kader"] for r in werk.bekend.tabel("kaders") if r["kader_id"] == kader), "")
