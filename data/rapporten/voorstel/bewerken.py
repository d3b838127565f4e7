"""What an editor does with the oordelen and the doubts of a voorstel. Nothing is kept until `bewaar`."""

from __future__ import annotations

from data.rapporten.bekend import Bekend
from data.rapporten.gelezen import Soort
from data.rapporten.voorstel import model
from data.rapporten.voorstel.aanpakken import laat_los, maak_aanpak
from data.rapporten.voorstel.kennis import zonder_wat_wordt_verbeterd
from data.rapporten.voorstel.metingen import dekking, zorg_voor_meting
from data.rapporten.voorstel.model import OngeldigeWaarde, Rij, Voorstel
from data.rapporten.voorstel.namen import schoon
from data.rapporten.voorstel.tekens import TEKEN_VAN, uitkomst_van
from data.rapporten.voorstel.twijfels import GEDRUKTE_RIJ, dubbel_zin, gedrukte_rij, privacy, themas
from data.rapporten.voorstel.vragen import twijfel, voeg_toe
from data.rapporten.voorstel.waarden import controleer_geheel, controleer_jaar

#: What an editor may change in an oordeel.
WIJZIGBAAR = (
    *("aanpak", "peiljaar", "thema_gedrukt", "criterium_gedrukt", "indicator_gedrukt", "indicator_id", "uitkomst"),
    *("teken_gedrukt", "toelichting", "opmerking", "vindplaats", "pagina"),
)
#: What one printed row has in common: changed for all its oordelen at once.
VAN_DE_RIJ = (*GEDRUKTE_RIJ, "indicator_id")
OVER_INDICATOR = {Soort.INDICATOR_ONBEKEND, Soort.INDICATOR_ONZEKER}
OVER_TEKEN = {
    *(Soort.LEGE_CEL, Soort.TWEE_TEKENS, Soort.GEEN_TEKEN, Soort.TEKEN_EN_TEKST, Soort.ONZEKER_TEKEN),
    *(Soort.KOLOM_ONZEKER, Soort.GESPLITST, Soort.VERSCHIL),
}


@zonder_wat_wordt_verbeterd
def wijzig_oordeel(voorstel: Voorstel, nr: str | int, kolom: str, waarde: str, *, bekend: Bekend) -> None:
    """Change one cell of one oordeel. Columns: those of WIJZIGBAAR.

    The columns VAN_DE_RIJ change for every oordeel of the same printed row. Another sign brings its uitkomst. Another
    uitkomst leaves the sign: that is what is printed, and `bezwaren` refuses the two until it is changed too. A chosen
    indicator settles the doubt which one it is, and raises ANDER_THEMA where the kader has it elsewhere. Another
    uitkomst or sign opens settled doubts on the cell again. Raises OngeldigeWaarde (Dutch); then nothing has changed.
    """
    oordeel, waarde = voorstel.oordeel(nr), schoon(waarde)
    _controleer(voorstel, kolom, waarde, bekend)
    if oordeel[kolom] == waarde:
        return
    vorige = (oordeel["aanpak"], oordeel["peiljaar"])
    geraakt = [oordeel]
    if kolom in VAN_DE_RIJ:
        geraakt = [o for o in voorstel.oordelen if gedrukte_rij(o) == gedrukte_rij(oordeel)]
    for een in geraakt:
        een[kolom] = waarde
    if kolom in {"uitkomst", "teken_gedrukt"}:
        _ander_oordeel(voorstel, oordeel, kolom)
    elif kolom in {"toelichting", "opmerking"}:
        _privacy_opnieuw(voorstel, oordeel)
    elif kolom in {"aanpak", "peiljaar"} and oordeel["aanpak"]:
        _verhuis(voorstel, oordeel, vorige, bekend)
    elif kolom == "indicator_id":
        _andere_indicator(voorstel, geraakt)
    _rij_opnieuw(voorstel, oordeel, kolom, bekend)


def _andere_indicator(voorstel: Voorstel, geraakt: list[Rij]) -> None:
    """An indicator that was chosen by hand is sure; one that was taken away leaves its doubt open."""
    for een in geraakt:
        een["score"] = "100" if een["indicator_id"] else ""
        if een["indicator_id"]:
            _handel_af_over(voorstel, een["nr"], OVER_INDICATOR, "De indicator is met de hand gekozen.")


def _rij_opnieuw(voorstel: Voorstel, oordeel: Rij, kolom: str, bekend: Bekend) -> None:
    """What follows from another indicator, thema or place: the doubts on the row, and what the meting covers."""
    if kolom in {"indicator_id", "thema_gedrukt"}:
        _thema_opnieuw(voorstel, oordeel, bekend)
    if kolom in {"indicator_id", "aanpak", "peiljaar"}:
        _dubbel_opnieuw(voorstel)
        _dekking_opnieuw(voorstel, bekend)


def _controleer(voorstel: Voorstel, kolom: str, waarde: str, bekend: Bekend) -> None:
    """Whether this value can stand in this column. Raises OngeldigeWaarde."""
    if kolom not in WIJZIGBAAR:
        raise OngeldigeWaarde(f"Het veld {kolom} van een oordeel is niet te wijzigen.")
    if kolom == "uitkomst" and waarde not in TEKEN_VAN:
        raise OngeldigeWaarde(f"“{waarde}” is geen uitkomst; kies voldoet, verbeterpunt, gemengd of niet beoordeeld.")
    if kolom == "teken_gedrukt" and uitkomst_van(waarde) is None:
        raise OngeldigeWaarde(
            f"“{waarde}” is geen teken dat een oordeel geeft; gebruik bijvoorbeeld ✓ of X, of allebei."
        )
    if kolom == "peiljaar" and waarde:
        controleer_jaar(waarde)
    if kolom == "pagina":
        controleer_geheel(waarde)
    if kolom in {"aanpak", "vindplaats", "indicator_gedrukt"} and not waarde:
        raise OngeldigeWaarde(f"Het veld {kolom} mag niet leeg zijn.")
    if kolom == "indicator_id" and waarde:
        _controleer_indicator(voorstel, waarde, bekend)


def _controleer_indicator(voorstel: Voorstel, indicator_id: str, bekend: Bekend) -> None:
    """Whether the indicator is one of the chosen kader. Raises OngeldigeWaarde."""
    editie_id = voorstel.kop["editie_id"]
    if not any(i.indicator_id == indicator_id and i.editie_id == editie_id for i in bekend.indicatoren()):
        raise OngeldigeWaarde(
            f"De indicator {indicator_id} hoort niet bij het gekozen kader; kies er een van dat kader."
        )


def _ander_oordeel(voorstel: Voorstel, oordeel: Rij, kolom: str) -> None:
    """Another sign brings its uitkomst; the doubts on the cell are open again."""
    if kolom == "teken_gedrukt":
        oordeel["uitkomst"] = uitkomst_van(oordeel["teken_gedrukt"]) or oordeel["uitkomst"]
    heropen_over(voorstel, oordeel["nr"], OVER_TEKEN)


def _verhuis(voorstel: Voorstel, oordeel: Rij, vorige: tuple[str, str], bekend: Bekend) -> None:
    """Give an oordeel its aanpak and meting; the ones that it leaves go when nothing is left of them."""
    aanpak = maak_aanpak(voorstel, oordeel["aanpak"], bekend=bekend)
    oordeel["aanpak_id"] = aanpak["aanpak_id"]
    if oordeel["peiljaar"]:
        zorg_voor_meting(voorstel, aanpak["aanpak"], oordeel["peiljaar"], bekend=bekend)
    if all((o["aanpak"], o["peiljaar"]) != vorige for o in voorstel.oordelen):
        voorstel.metingen = [m for m in voorstel.metingen if (m["aanpak"], m["peiljaar"]) != vorige]
    laat_los(voorstel, vorige[0])


def _dekking_opnieuw(voorstel: Voorstel, bekend: Bekend) -> None:
    """Whether a new meting covers its whole kader follows from its rows."""
    for meting in voorstel.metingen:
        if meting["nieuw"] == "ja":
            meting["dekking"] = dekking(voorstel, meting, bekend)


def _privacy_opnieuw(voorstel: Voorstel, oordeel: Rij) -> None:
    """Look at a changed text again: what is found is a doubt, also when an earlier one was settled.

    A doubt on what is not there any more is settled.
    """
    gevonden = list(privacy(voorstel, alleen=oordeel["nr"]))
    zinnen = {rij["zin"] for rij in gevonden}
    for oud in voorstel.open_twijfels:
        if oud["oordeel_nr"] == oordeel["nr"] and oud["soort"] == Soort.PRIVACY and oud["zin"] not in zinnen:
            oud.update(afgehandeld="ja", besluit="De tekst is gewijzigd en bevat dit niet meer.")
    bekende = {t["zin"] for t in voorstel.open_twijfels if t["oordeel_nr"] == oordeel["nr"]}
    for rij in gevonden:
        if rij["zin"] not in bekende:
            voeg_toe(voorstel, rij)


def _thema_opnieuw(voorstel: Voorstel, oordeel: Rij, bekend: Bekend) -> None:
    """The doubt ANDER_THEMA of a printed row, for the indicator and thema that it has now."""
    nummers = {o["nr"] for o in voorstel.oordelen if gedrukte_rij(o) == gedrukte_rij(oordeel)}
    nieuw = list(themas(voorstel, bekend, alleen=gedrukte_rij(oordeel)))
    zinnen = {rij["zin"] for rij in nieuw}
    for nr in nummers:
        for oud in voorstel.open_twijfels:
            if oud["oordeel_nr"] == nr and oud["soort"] == Soort.ANDER_THEMA and oud["zin"] not in zinnen:
                oud.update(afgehandeld="ja", besluit="De indicator of het thema is met de hand gewijzigd.")
    bekende = {t["zin"] for t in voorstel.twijfels if t["oordeel_nr"] in nummers}
    for rij in nieuw:
        if rij["zin"] not in bekende:
            voeg_toe(voorstel, rij)


def _dubbel_opnieuw(voorstel: Voorstel) -> None:
    """Two oordelen in use on one indicator of one meting, as they are now."""
    eerste: dict[tuple[str, str, str], Rij] = {}
    open_ = {(t["oordeel_nr"], t["zin"]) for t in voorstel.open_twijfels if t["soort"] == Soort.DUBBEL}
    for oordeel in voorstel.gebruikt:
        sleutel = (oordeel["aanpak"], oordeel["peiljaar"], oordeel["indicator_id"])
        eerder = eerste.setdefault(sleutel, oordeel)
        if all(sleutel) and eerder is not oordeel and (oordeel["nr"], dubbel_zin(eerder, oordeel)) not in open_:
            voeg_toe(voorstel, twijfel(Soort.DUBBEL, dubbel_zin(eerder, oordeel), oordeel=oordeel))


@zonder_wat_wordt_verbeterd
def voeg_oordeel_toe(voorstel: Voorstel, *, bekend: Bekend, **cellen: str) -> Rij:
    """Add an oordeel that was not read. Needs aanpak, peiljaar, indicator_id, vindplaats, and uitkomst or sign.

    Without indicator_gedrukt it has the kader's own words. Raises OngeldigeWaarde (Dutch); then nothing has changed.
    """
    gegeven = {kolom: schoon(waarde) for kolom, waarde in cellen.items()}
    for kolom in ("aanpak", "peiljaar", "indicator_id", "vindplaats"):
        if not gegeven.get(kolom):
            raise OngeldigeWaarde(f"Een oordeel heeft een {kolom} nodig; vul dat in.")
    if not {"uitkomst", "teken_gedrukt"} & gegeven.keys():
        raise OngeldigeWaarde("Een oordeel heeft een uitkomst nodig; kies er een.")
    for kolom, waarde in gegeven.items():
        _controleer(voorstel, kolom, waarde, bekend)
    nr = str(max((int(o["nr"]) for o in voorstel.oordelen), default=0) + 1)
    indicator = next(i for i in bekend.indicatoren() if i.indicator_id == gegeven["indicator_id"])
    oordeel = model.rij(
        model.OORDEEL, **{"indicator_gedrukt": indicator.indicator} | gegeven, nr=nr, score="100", gebruikt="ja"
    )
    if not gegeven.get("uitkomst"):
        oordeel["uitkomst"] = uitkomst_van(oordeel["teken_gedrukt"]) or ""
    elif uitkomst_van(oordeel["teken_gedrukt"]) != oordeel["uitkomst"]:
        oordeel["teken_gedrukt"] = TEKEN_VAN[oordeel["uitkomst"]]
    voorstel.oordelen.append(oordeel)
    aanpak = maak_aanpak(voorstel, oordeel["aanpak"], bekend=bekend)
    oordeel["aanpak_id"] = aanpak["aanpak_id"]
    zorg_voor_meting(voorstel, aanpak["aanpak"], oordeel["peiljaar"], bekend=bekend)
    for rij in privacy(voorstel, alleen=nr):
        voeg_toe(voorstel, rij)
    _dubbel_opnieuw(voorstel)
    _dekking_opnieuw(voorstel, bekend)
    return oordeel


def laat_weg(voorstel: Voorstel, nr: str | int, *, reden: str) -> None:
    """Leave an oordeel out (gebruikt = nee); the doubts on it are settled with the reason.

    A doubt on its whole printed row moves to the next oordeel of that row. Raises OngeldigeWaarde without a reason.
    """
    if not schoon(reden):
        raise OngeldigeWaarde("Geef de reden waarom dit oordeel wordt weggelaten.")
    oordeel = voorstel.oordeel(nr)
    oordeel["gebruikt"] = "nee"
    over = next((o for o in voorstel.gebruikt if gedrukte_rij(o) == gedrukte_rij(oordeel)), None)
    for gezien in voorstel.open_twijfels:
        if gezien["oordeel_nr"] != oordeel["nr"]:
            continue
        if over is not None and gezien["soort"] in OVER_INDICATOR | {Soort.ANDER_THEMA}:
            gezien.update({k: over[k] for k in ("blok", "rij", "kolom")}, oordeel_nr=over["nr"])
        else:
            gezien.update(afgehandeld="ja", besluit=f"Oordeel weggelaten: {schoon(reden)}")


def neem_op(voorstel: Voorstel, nr: str | int) -> None:
    """Take an oordeel in again that was left out; the doubts on it are open again."""
    oordeel = voorstel.oordeel(nr)
    oordeel["gebruikt"] = "ja"
    heropen_over(voorstel, oordeel["nr"], set(Soort))
    _dubbel_opnieuw(voorstel)


def handel_af(voorstel: Voorstel, twijfel_nr: str | int, besluit: str) -> None:
    """Settle a doubt with what the editor decided (a short Dutch text, never empty). Raises OngeldigeWaarde."""
    gezien = voorstel.twijfel(twijfel_nr)
    if not schoon(besluit):
        raise OngeldigeWaarde("Schrijf in een paar woorden wat u hebt besloten.")
    gezien.update(afgehandeld="ja", besluit=schoon(besluit))


def heropen(voorstel: Voorstel, twijfel_nr: str | int) -> None:
    """Open a settled doubt again. Raises OngeldigeWaarde for a number that is not there."""
    voorstel.twijfel(twijfel_nr).update(afgehandeld="nee", besluit="")


def heropen_over(voorstel: Voorstel, nr: str, soorten: set[Soort]) -> None:
    """Open the settled doubts of these kinds on an oordeel again."""
    for gezien in voorstel.twijfels:
        if gezien["oordeel_nr"] == nr and gezien["soort"] in soorten:
            gezien.update(afgehandeld="nee", besluit="")


def _handel_af_over(voorstel: Voorstel, nr: str, soorten: set[Soort], besluit: str) -> None:
    """Settle the open doubts of these kinds on an oordeel."""
    for gezien in voorstel.open_twijfels:
        if gezien["oordeel_nr"] == nr and gezien["soort"] in soorten:
            gezien.update(afgehandeld="ja", besluit=besluit)
