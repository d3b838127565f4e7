"""The verdicts of one gemeente under one kader: on what they rest, before and after, and what is known now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter

import streamlit as st
from markupsafe import Markup

from pagina._gemeente.dossier import Dossier
from pagina.beeld import zinnen
from pagina.beeld.status import STAND_ACTIE, bewijswoord, is_verteld, statusbeeld, uitkomstbeeld
from pagina.delen import web
from pagina.delen.figuurbeeld import donker
from pagina.delen.gegevens import Gegevens, Rij
from pagina.delen.keuzelijst import Keuzelijst

BEELDEN = ("Voor en na", "Stand nu")
DEKKING = {"heel_kader": "het hele kader is afgedrukt", "selectie": "een selectie van het kader is afgedrukt"}
#: A row of a table of texts: as many cells side by side as fit.
RIJ = (
    "display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,14rem),1fr));gap:0.375rem 1.5rem;"
    "padding:0.75rem 0;border-top:1px solid var(--vp-lijn)"
)
#: What stands in the place of an uitkomst where the rapport has no such row.
NIET_GEDRUKT = "? in dit rapport niet genoemd"


def kies(gemeente: Dossier) -> str | None:
    """The kader that the page tells of: the reader's choice where there are several, None where there is none."""
    lijst = Keuzelijst(gemeente.kaders, gemeente.kaders.values())
    if len(lijst) > 1:
        return lijst.knoppen("kader", "Kader", uit_gegevens=True)
    enige = next(iter(lijst.codes), None)
    # with the next rapport it may be one of two
    lijst.noem("kader", enige, altijd=True)
    return enige


def voor_en_na(feiten: Gegevens, gemeente: Dossier, kader_id: str) -> None:
    """The verdicts under one kader."""
    st.subheader(zinnen.letterlijk(gemeente.kaders[kader_id]))
    metingen = [meting for meting in gemeente.metingen if meting["kader_id"] == kader_id]
    perioden = [rij for rij in gemeente.perioden if rij["kader_id"] == kader_id]
    stand = [rij for rij in gemeente.stand if rij["kader_id"] == kader_id]
    if not perioden and not stand:
        _zonder_oordelen(gemeente, metingen)
        return
    if selectie := zinnen.selectie_zin(meting for meting in metingen if meting["dekking"] == "selectie"):
        st.warning(zinnen.letterlijk(selectie), icon=":material/warning:")
    beelden = BEELDEN if perioden and stand else BEELDEN[:1] if perioden else BEELDEN[1:]
    beeld = Keuzelijst(beelden, beelden).knoppen("beeld", "Toon") if len(beelden) > 1 else beelden[0]
    if beeld == "Voor en na":
        _voor_en_na(feiten, gemeente, perioden, metingen)
    else:
        _stand_nu(gemeente, stand)


def _zonder_oordelen(gemeente: Dossier, metingen: list[Rij]) -> None:
    st.markdown(
        "Dit kader is hier wel onderzocht, maar het rapport drukt geen oordeel per indicator af. Er is dus geen voor "
        "en na per indicator. Wat het rapport in woorden zegt, staat hieronder."
    )
    _basis(gemeente, metingen)


def _basis(gemeente: Dossier, metingen: list[Rij]) -> None:
    """On what each meting rests, the newest first."""
    web.toon(web.lijst(_meting(gemeente, meting) for meting in reversed(metingen)))


def _meting(gemeente: Dossier, meting: Rij) -> Markup:
    bezoek, van, tot = meting["bezoek_op"], meting["onderzoek_van"], meting["onderzoek_tot"]
    wanneer = f", bezoek {zinnen.datum(bezoek)}" if bezoek else ""
    if not bezoek and (van or tot):
        wanneer = f", onderzoek {zinnen.deeldatum(van)} tot en met {zinnen.deeldatum(tot)}"
    elders = f" ({meting['gemeente']})" if meting["gemeente_code"] != gemeente.code else ""
    rapport = web.link(gemeente.koppelingen.rapport(meting["rapport_id"]), meting["rapport"])
    return Markup("<strong>{} · {}{}</strong>: {}{}; {}.<br>Op basis van: {}{}<br>Rapport: {} ({})").format(
        meting["peiljaar"],
        meting["aanpak"],
        elders,
        bewijswoord(meting["bewijs"]),
        wanneer,
        DEKKING[meting["dekking"]],
        meting["basis"],
        Markup("<br>Let op: {}").format(meting["opmerking"]) if meting["opmerking"] else "",
        rapport,
        zinnen.deeldatum(meting["gepubliceerd"]),
    )


def _voor_en_na(feiten: Gegevens, gemeente: Dossier, perioden: list[Rij], metingen: list[Rij]) -> None:
    """The steps of one pair of years: what was a verbeterpunt first, what already met the norm after it."""
    keuzes = Keuzelijst(
        [rij["periode"] for rij in perioden],
        [zinnen.periode(rij["jaar_van"], rij["jaar_naar"]) for rij in perioden],
    )
    periode = perioden[0]["periode"]
    if len(perioden) > 1:
        periode = str(keuzes.een("periode", "Van en naar (de laatste hertoets eerst)"))
    else:
        keuzes.noem("periode", periode, altijd=True)
    gekozen = next(rij for rij in perioden if rij["periode"] == periode)
    rijen = feiten.rijen("gemeente_stappen", gemeente=gemeente.code, kader=gekozen["kader_id"], periode=periode)
    stappen = [list(groep) for _, groep in groupby(rijen, key=itemgetter("stap"))]
    genoemd = {regel["meting_id"] for regel in rijen}
    _basis(gemeente, [meting for meting in metingen if meting["meting_id"] in genoemd])
    rest = [meting for meting in metingen if meting["meting_id"] not in genoemd]
    if rest:
        with st.expander(f"Andere metingen onder dit kader ({zinnen.getal(len(rest))})"):
            _basis(gemeente, rest)
    punten = [stap for stap in stappen if stap[0]["was_verbeterpunt"]]
    voldeden = [stap for stap in stappen if not stap[0]["was_verbeterpunt"]]
    jaren = keuzes.woord(periode)
    if punten:
        _tabel(gemeente, punten, gekozen, f"Wat een verbeterpunt was, {jaren} ({zinnen.getal(len(punten))})")
    if voldeden:
        naam = f"Wat al voldeed, {jaren} ({zinnen.getal(len(voldeden))})"
        with st.expander(naam, expanded=not punten):
            _tabel(gemeente, voldeden, gekozen, naam)


def _tabel(gemeente: Dossier, stappen: list[list[Rij]], gekozen: Rij, bijschrift: str) -> None:
    """One row per step: both verdicts with their texts, and what that makes of it."""
    met_naar = gekozen["jaar_naar"] is not None
    koppen = ["Indicator", str(gekozen["jaar_van"]), *([str(gekozen["jaar_naar"])] if met_naar else []), "Opvolging"]
    meer_aanpakken = len({stap[0]["aanpak_van"] for stap in stappen}) > 1
    rijen = [_stap(gemeente, stap, met_naar=met_naar, met_aanpak=meer_aanpakken) for stap in stappen]
    web.toon(_raster(koppen, rijen, bijschrift=bijschrift))


def _raster(koppen: Sequence[str], rijen: Iterable[Sequence[object]], *, bijschrift: str) -> Markup:
    """A table of long texts: cells side by side where there is room, under each other on a phone.

    A screen reader reads it as a table. The heads are read and not shown, so every cell says itself what it is.
    """
    kop = Markup("").join(Markup('<span role="columnheader">{}</span>').format(woord) for woord in koppen)
    lijf = Markup("").join(_rasterrij(rij) for rij in rijen)
    return Markup(
        '<p class="vp-stil" aria-hidden="true">{0}</p><div role="table" aria-label="{0}">'
        '<div role="row" class="vp-gelezen">{1}</div>{2}</div>'
    ).format(bijschrift, kop, lijf)


def _rasterrij(cellen: Sequence[object]) -> Markup:
    eerste, *rest = cellen
    return Markup('<div role="row" style="{}"><div role="rowheader">{}</div>{}</div>').format(
        RIJ, eerste, Markup("").join(Markup('<div role="cell">{}</div>').format(cel) for cel in rest)
    )


def _stap(gemeente: Dossier, stap: list[Rij], *, met_naar: bool, met_aanpak: bool) -> list[object]:
    eerste = stap[0]
    voor = [_oordeel(gemeente, regel) for regel in stap if regel["kant"] == "van"]
    na = [_oordeel(gemeente, regel, met_aanpak=True) for regel in stap if regel["kant"] == "naar"]
    if eerste["overgenomen"]:
        voor.append(web.stil("Een latere meting beoordeelde dit niet; deze uitkomst bleef gelden."))
    punt, verteld = bool(eerste["was_verbeterpunt"]), is_verteld(eerste["bewijs_naar"])
    beeld = statusbeeld(eerste["status"], was_verbeterpunt=punt, verteld=verteld)
    weg = gemeente.koppelingen.indicator(eerste["indicator_id"])
    wat: list[object] = [_sterk(web.link(weg, eerste["kort"])), web.stil(eerste["thema"])]
    if met_aanpak:
        wat.append(web.stil(eerste["aanpak_van"]))
    if eerste["niet_meer_in_kader"]:
        wat.append(web.stil("Niet meer in het kader."))
    cellen: list[object] = [web.regels(wat), web.regels(voor)]
    return [*cellen, *([web.regels(na)] if met_naar else []), web.merk(beeld, donker=donker())]


def _sterk(tekst: object) -> Markup:
    return Markup("<strong>{}</strong>").format(tekst)


def _oordeel(gemeente: Dossier, regel: Rij, *, met_aanpak: bool = False) -> Markup:
    """One printed verdict with its text and place."""
    beeld = uitkomstbeeld(regel["uitkomst"], regel["bewijs"])
    elders = f" ({regel['gemeente']})" if regel["gemeente_code"] != gemeente.code else ""
    merk = web.merk(beeld, donker=donker()) if beeld else NIET_GEDRUKT
    delen: list[object] = [Markup("<strong>{}</strong> {}").format(regel["peiljaar"], merk)]
    if met_aanpak and (regel["aanpak"] != regel["aanpak_van"] or elders):
        delen.append(web.stil(f"{regel['aanpak']}{elders}"))
    return web.regels([*delen, *tekst_en_plaats(gemeente, regel)])


def tekst_en_plaats(gemeente: Dossier, regel: Rij) -> list[object]:
    """The text of a verdict, what to heed, and where it stands, as a link to the rapport."""
    plaats = ", p. ".join(str(deel) for deel in (regel["vindplaats"], regel["pagina"]) if deel)
    return [
        regel["toelichting"],
        f"Let op: {regel['opmerking']}" if regel["opmerking"] else None,
        web.stil(web.link(gemeente.koppelingen.rapport(regel["rapport_id"]), plaats)) if plaats else None,
        web.stil(zinnen.thema_in_rapport(regel)),
    ]


def _stand_nu(gemeente: Dossier, stand: list[Rij]) -> None:
    """What is known now of every indicator: what is open first, then what is unknown, then the rest."""
    groepen = (
        ("Nu open", [rij for rij in stand if rij["open"]]),
        ("Onbekend of dit open staat", [rij for rij in stand if rij["open"] is None]),
        ("Voldoet, voor zover bekend", [rij for rij in stand if rij["open"] is False]),
    )
    for naam, rijen in groepen:
        if not rijen:
            continue
        bijschrift = f"{naam} ({zinnen.getal(len(rijen))})"
        if naam == groepen[-1][0]:
            with st.expander(bijschrift, expanded=len(rijen) == len(stand)):
                _standtabel(gemeente, rijen, bijschrift)
        else:
            _standtabel(gemeente, rijen, bijschrift)


def _standtabel(gemeente: Dossier, rijen: list[Rij], bijschrift: str) -> None:
    web.toon(
        _raster(
            ("Indicator", "Stand", "Laatst bekend", "Toelichting en vindplaats"),
            [_standregel(gemeente, rij) for rij in rijen],
            bijschrift=bijschrift,
        )
    )


def gemeld(gemeente: Dossier, rij: Rij) -> Markup | None:
    """That the gemeente says it was done, and in which rapport; None where it says no such thing."""
    if not rij["gemeld_in"]:
        return None
    waar = web.link(gemeente.koppelingen.rapport(rij["gemeld_in"]), rij["gemeld_rapport"])
    return web.regels(
        [web.merk(STAND_ACTIE["gemeld"], donker=donker()), web.stil(Markup("gemeld in: {}").format(waar))]
    )


def _standregel(gemeente: Dossier, rij: Rij) -> list[object]:
    elders = f" ({rij['gemeente']})" if rij["gemeente_code"] != gemeente.code else ""
    bezoek, stand = rij["bezoek_op"], uitkomstbeeld(rij["uitkomst"], rij["bewijs"])
    wat = [
        _sterk(web.link(gemeente.koppelingen.indicator(rij["indicator_id"]), rij["kort"])),
        web.stil(rij["thema"]),
        web.stil(f"{rij['aanpak']}{elders}"),
        web.stil("Niet meer in het kader.") if rij["niet_meer_in_kader"] else None,
    ]
    laatst = [
        f"Laatst bekend: {rij['peiljaar']}",
        bewijswoord(rij["bewijs"]),
        f"bezoek {zinnen.datum(bezoek)}" if bezoek else None,
        "Daarna wel hertoetst, niet beoordeeld." if rij["later_niet_beoordeeld"] else None,
    ]
    return [
        web.regels(wat),
        web.regels(
            [
                stand and web.merk(stand, donker=donker()),
                f"open sinds {rij['sinds']}" if rij["open"] else None,
                gemeld(gemeente, rij),
            ]
        ),
        web.regels(laatst),
        web.regels(tekst_en_plaats(gemeente, rij)),
    ]
