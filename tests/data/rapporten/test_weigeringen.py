"""What an editor cannot do to a voorstel: one Dutch sentence each, and nothing of the voorstel is another."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pytest

from data.rapporten.bekend import Bekend
from data.rapporten.voorstel import (
    OngeldigeWaarde,
    Voorstel,
    ander_rapport,
    handel_af,
    kies,
    kies_kader,
    laat_bevinding_weg,
    laat_meting_weg,
    laat_opvolging_weg,
    laat_weg,
    meld_actiepunt,
    meld_indicator,
    trek_melding_in,
    uit_levering,
    voeg_bevinding_toe,
    voeg_meting_toe,
    voeg_oordeel_toe,
    voeg_opvolging_toe,
    wijzig_aanpak,
    wijzig_bevinding,
    wijzig_kop,
    wijzig_meting,
    wijzig_oordeel,
    zelfde_rapport,
)
from data.rapporten.voorstel.indelen import VAST
from tests.data.bouwdoos import Doos
from tests.data.rapporten.voorstelhulp import kennis, vervolg, winkel

Doe = Callable[[Voorstel, Bekend], object]
Stand = tuple[Bekend, dict[str, Voorstel]]


@pytest.fixture(scope="module")
def stand(tmp_path_factory: pytest.TempPathFactory) -> Stand:
    """What the store knows, and a voorstel of each kind; no test may change them.

    In `vervolg` stand beside its own meting one of the store (m2), one of a new aanpak, a reactie that reports on b1
    and a risico.
    """
    map_ = tmp_path_factory.mktemp("weigeringen")
    weten = kennis(winkel(Doos(map_)))
    met = vervolg().maak(map_ / "vervolg", weten)
    voeg_meting_toe(met, aanpak="Nieuwe aanpak", peiljaar="2014", bekend=weten)
    voeg_meting_toe(met, aanpak="Buurtteam", peiljaar="2016", bekend=weten)
    for soort in ("reactie", "risico"):
        voeg_bevinding_toe(met, bekend=weten, soort=soort, titel=soort, tekst="Er is iets.", vindplaats="p. 7")
    meld_actiepunt(met, bevinding_id=REACTIE, actiepunt_id="b1", bekend=weten)
    staat_al = deepcopy(met)
    zelfde_rapport(staat_al, "rap-1", bekend=weten)
    staat_al.kop["zelfde_bestand"] = "ja"
    nergens = deepcopy(met)
    nergens.kop["gemeente_code"] = ""
    nergens.oordelen[0]["indicator_id"] = ""
    correctie = uit_levering("feiten", bekend=weten, naar=map_ / "correctie", rapport_id="rap-2")
    return weten, {"vervolg": met, "staat_al": staat_al, "nergens": nergens, "correctie": correctie}


REACTIE, RISICO = "proefstad-reactie", "proefstad-risico"


def kop(kolom: str, waarde: str) -> Doe:
    return lambda v, weten: wijzig_kop(v, kolom, waarde, bekend=weten)


def aanpak(naam: str, kolom: str, waarde: str) -> Doe:
    return lambda v, weten: wijzig_aanpak(v, naam, kolom, waarde, bekend=weten)


def meting(meting_id: str, kolom: str, waarde: str) -> Doe:
    return lambda v, weten: wijzig_meting(v, meting_id, kolom, waarde, bekend=weten)


def oordeel(kolom: str, waarde: str) -> Doe:
    return lambda v, weten: wijzig_oordeel(v, 1, kolom, waarde, bekend=weten)


def oordeel_erbij(**cellen: str) -> Doe:
    heel = {"aanpak": "Nieuwe aanpak", "peiljaar": "2016", "indicator_id": "i3", "vindplaats": "p. 4"}
    return lambda v, weten: voeg_oordeel_toe(v, bekend=weten, **heel | cellen)


def bevinding(kolom: str, waarde: str, bevinding_id: str = RISICO) -> Doe:
    return lambda v, weten: wijzig_bevinding(v, bevinding_id, kolom, waarde, bekend=weten)


def meldt(aanpak_id: str, indicator_id: str, bevinding_id: str = REACTIE) -> Doe:
    return lambda v, weten: meld_indicator(
        v, bevinding_id=bevinding_id, aanpak_id=aanpak_id, indicator_id=indicator_id, bekend=weten
    )


def erbij(naam: str, peiljaar: str) -> Doe:
    return lambda v, weten: voeg_meting_toe(v, aanpak=naam, peiljaar=peiljaar, bekend=weten)


def opvolging(van: str, naar: str, bron: str = "p. 3") -> Doe:
    return lambda v, weten: voeg_opvolging_toe(v, van=van, naar=naar, bron=bron, bekend=weten)


NIEUW = "nieuw-2016-proef"
JA_NEE = "kan hier niet; kies ja of nee."
DEEL = "is geen datum; vul in: een dag, maand of jaar, zoals 1 juli 2016, juli 2016 of 2016."
GEEN_ID = "is bezet of heeft niet de vorm van een id (kleine letters, cijfers en streepjes)."
EIGEN_RAPPORT = "Dit rapport staat al in de verzameling; zeg eerst dat het een ander rapport is."
TWEE = "Kies twee verschillende aanpakken: welke is overgenomen, en door welke."
LIGT_VAST = "Dit voorstel verbetert een levering; bij welk rapport het hoort, ligt vast."

GEVALLEN: list[tuple[str, Doe, str]] = [
    # the report as a whole
    ("vervolg", kop("sha256", "x"), "Het veld sha256 is hier niet te wijzigen."),
    ("vervolg", kop("gepubliceerd", "2017-13"), f"“2017-13” {DEEL}"),
    ("vervolg", kop("gepubliceerd", "２０１７"), f"“２０１７” {DEEL}"),
    ("vervolg", kop("gepubliceerd", "2017-1"), f"“2017-1” {DEEL}"),
    ("vervolg", kop("concept", ""), f"“” {JA_NEE}"),
    ("vervolg", kop("fictief", "misschien"), f"“misschien” {JA_NEE}"),
    ("vervolg", kop("toelichtingen", "alle"), "“alle” kan hier niet; kies eigen of gedrukt."),
    ("vervolg", kop("rapport_id", "rap-1"), f"“rap-1” {GEEN_ID}"),
    ("vervolg", kop("rapport_id", "Rap 9"), f"“Rap 9” {GEEN_ID}"),
    ("vervolg", kop("gemeente_code", "GM9999"), "De gemeente GM9999 staat niet in de verzameling; kies een andere."),
    ("staat_al", kop("rapport_id", "rap-9"), EIGEN_RAPPORT),
    ("staat_al", kop("gemeente_code", "FG0002"), EIGEN_RAPPORT),
    ("correctie", kop("rapport_id", "rap-9"), VAST),
    ("correctie", kop("gemeente_code", "FG0002"), VAST),
    ("correctie", lambda v, weten: kies_kader(v, "ander-1", bekend=weten), VAST),
    (
        "vervolg",
        lambda v, weten: kies_kader(v, "proef-9", bekend=weten),
        "De editie proef-9 staat niet in de verzameling; kies een andere.",
    ),
    # which rapport it is, and which of two printings counts
    (
        "vervolg",
        lambda v, weten: zelfde_rapport(v, "rap-9", bekend=weten),
        "Het rapport rap-9 staat niet in de verzameling; kies een ander.",
    ),
    ("correctie", lambda v, weten: zelfde_rapport(v, "rap-1", bekend=weten), LIGT_VAST),
    ("correctie", lambda v, weten: ander_rapport(v, bekend=weten), LIGT_VAST),
    (
        "staat_al",
        lambda v, weten: ander_rapport(v, bekend=weten),
        "Dit bestand staat al in de verzameling; het kan niet ook een ander rapport zijn.",
    ),
    (
        "vervolg",
        lambda v, _: kies(v, 1, geldt="beide", reden="zo is het"),
        "Kies welk oordeel telt: dat van dit rapport of dat in de verzameling.",
    ),
    (
        "vervolg",
        lambda v, _: kies(v, 1, geldt="voorstel", reden=" "),
        "Geef de reden waarom dit oordeel telt.",
    ),
    (
        "nergens",
        lambda v, _: kies(v, 1, geldt="voorstel", reden="zo is het"),
        "Oordeel 1 heeft nog geen meting of geen indicator; kies die eerst.",
    ),
    # aanpakken and their lineage
    ("vervolg", aanpak("Wijkteam", "naam", "Team"), "Dit voorstel heeft geen aanpak Wijkteam."),
    (
        "vervolg",
        aanpak("Buurtteam", "gemeente_code", "FG0002"),
        "Het veld gemeente_code van een aanpak is niet te wijzigen.",
    ),
    (
        "vervolg",
        aanpak("Nieuwe aanpak", "naam", "Beter"),
        "Deze aanpak staat al in de verzameling; hier is hij niet te wijzigen.",
    ),
    ("correctie", aanpak("Nieuwe aanpak", "aanpak_id", "oud"), VAST),
    (
        "vervolg",
        aanpak("Buurtteam", "aanpak_id", "nergens"),
        "De aanpak nergens staat niet in de verzameling; kies een andere.",
    ),
    ("vervolg", aanpak("Buurtteam", "begin", "gisteren"), f"“gisteren” {DEEL}"),
    ("vervolg", aanpak("Buurtteam", "naam", " "), "Een aanpak heeft een naam nodig; vul die in."),
    ("vervolg", opvolging("oud", "oud"), TWEE),
    ("vervolg", opvolging("oud", "nergens"), TWEE),
    ("vervolg", opvolging("nergens", "oud"), TWEE),
    ("vervolg", opvolging("oud", "nieuw"), "Deze opvolging is al vastgelegd."),
    (
        "vervolg",
        opvolging("nieuw", "proefstad-buurtteam", bron=" "),
        "Geef aan waar staat dat de ene aanpak de andere heeft overgenomen.",
    ),
    (
        "vervolg",
        lambda v, _: laat_opvolging_weg(v, van="oud", naar="nieuw"),
        "Deze opvolging staat niet in dit voorstel, of al in de verzameling.",
    ),
    # metingen
    ("vervolg", meting("m9", "basis", "gesprekken"), "Dit voorstel heeft geen meting m9."),
    ("vervolg", meting(NIEUW, "editie_id", "ander-1"), "Het veld editie_id van een meting is niet te wijzigen."),
    (
        "vervolg",
        meting("m2", "basis", "anders"),
        "Deze meting staat al in de verzameling; hier is zij niet te wijzigen.",
    ),
    ("vervolg", meting(NIEUW, "dekking", "alles"), "“alles” kan hier niet; kies heel_kader of selectie."),
    (
        "vervolg",
        meting(NIEUW, "bewijs", "gevoel"),
        "“gevoel” kan hier niet; kies volledige_toets, hertoets_verbeterpunten, mondelinge_rapportage, casusonderzoek "
        "of stelselonderzoek.",
    ),
    ("vervolg", meting(NIEUW, "bezoek_op", "2016-10"), "“2016-10” is geen datum; vul in: een dag, zoals 1 juli 2016."),
    ("vervolg", meting(NIEUW, "onderzoek_van", "2016-02-30"), f"“2016-02-30” {DEEL}"),
    (
        "vervolg",
        meting(NIEUW, "ronde_id", "r9"),
        "De onderzoeksronde r9 staat niet in de verzameling; kies een andere.",
    ),
    ("vervolg", meting(NIEUW, "peiljaar", "16"), "“16” is geen jaar; geef een peiljaar als 2014."),
    ("vervolg", meting(NIEUW, "peiljaar", "1899"), "“1899” is geen jaar; geef een peiljaar als 2014."),
    ("vervolg", meting(NIEUW, "peiljaar", "２０１５"), "“２０１５” is geen jaar; geef een peiljaar als 2014."),
    ("vervolg", meting(NIEUW, "peiljaar", "2014"), "Dit voorstel heeft al een meting van Nieuwe aanpak in 2014."),
    ("vervolg", erbij(" ", "2016"), "Een meting hoort bij een aanpak; vul de naam in."),
    ("vervolg", erbij("Steunteam", ""), "“” is geen jaar; geef een peiljaar als 2014."),
    (
        "vervolg",
        lambda v, _: laat_meting_weg(v, NIEUW),
        "Bij deze meting horen nog oordelen; laat die eerst weg.",
    ),
    # oordelen and doubts
    ("vervolg", oordeel("nr", "7"), "Het veld nr van een oordeel is niet te wijzigen."),
    (
        "vervolg",
        oordeel("uitkomst", "goed"),
        "“goed” is geen uitkomst; kies voldoet, verbeterpunt, gemengd of niet beoordeeld.",
    ),
    (
        "vervolg",
        oordeel("teken_gedrukt", "?"),
        "“?” is geen teken dat een oordeel geeft; gebruik bijvoorbeeld ✓ of X, of allebei.",
    ),
    ("vervolg", oordeel("peiljaar", "16"), "“16” is geen jaar; geef een peiljaar als 2014."),
    ("vervolg", oordeel("pagina", "ii"), "“ii” is geen paginanummer; geef een getal, of laat het leeg."),
    ("vervolg", oordeel("pagina", "４"), "“４” is geen paginanummer; geef een getal, of laat het leeg."),
    (
        "vervolg",
        oordeel("indicator_id", "k1"),
        "De indicator k1 hoort niet bij het gekozen kader; kies er een van dat kader.",
    ),
    ("vervolg", oordeel("vindplaats", ""), "Het veld vindplaats mag niet leeg zijn."),
    ("vervolg", oordeel_erbij(), "Een oordeel heeft een uitkomst nodig; kies er een."),
    (
        "vervolg",
        oordeel_erbij(uitkomst="voldoet", vindplaats=""),
        "Een oordeel heeft een vindplaats nodig; vul dat in.",
    ),
    ("vervolg", lambda v, _: laat_weg(v, 9, reden="dubbel"), "Dit voorstel heeft geen oordeel 9."),
    ("vervolg", lambda v, _: laat_weg(v, 1, reden=""), "Geef de reden waarom dit oordeel wordt weggelaten."),
    ("vervolg", lambda v, _: handel_af(v, 9, "gezien"), "Dit voorstel heeft geen twijfel 9."),
    ("vervolg", lambda v, _: handel_af(v, 1, " "), "Schrijf in een paar woorden wat u hebt besloten."),
    # bevindingen, and what a gemeente reports
    (
        "nergens",
        lambda v, weten: voeg_bevinding_toe(v, bekend=weten, soort="kans", titel="a", tekst="b", vindplaats="c"),
        "Kies eerst over welke gemeente het rapport gaat.",
    ),
    (
        "vervolg",
        lambda v, weten: voeg_bevinding_toe(v, bekend=weten, soort="kans", titel="a", tekst="b"),
        "Een bevinding heeft een vindplaats nodig; vul dat in.",
    ),
    ("vervolg", bevinding("bevinding_id", "b9"), "Het veld bevinding_id van een bevinding is niet te wijzigen."),
    ("vervolg", bevinding("titel", "b", "b9"), "Dit voorstel heeft geen bevinding b9."),
    (
        "vervolg",
        bevinding("soort", "mening"),
        "“mening” kan hier niet; kies sterk_punt, kan_beter, verbeterpunt, aanbeveling, risico, verklaring, kans, "
        "oordeel, toezegging of reactie.",
    ),
    ("vervolg", bevinding("stand", "af"), "“af” kan hier niet; kies open, gemeld, opgepakt of vervallen."),
    ("vervolg", bevinding("opvolging_verwacht_van", "ooit"), f"“ooit” {DEEL}"),
    ("vervolg", bevinding("pagina", "7a"), "“7a” is geen paginanummer; geef een getal, of laat het leeg."),
    ("vervolg", bevinding("onderwerp_id", "o9"), "“o9” staat niet in de verzameling; kies een andere waarde."),
    ("vervolg", bevinding("aanpak_id", "weg"), "“weg” staat niet in de verzameling; kies een andere waarde."),
    ("vervolg", bevinding("indicatoren", "i1 i9"), "“i9” staat niet in de verzameling; kies een andere waarde."),
    (
        "vervolg",
        bevinding("soort", "kans", REACTIE),
        "Aan deze reactie hangt nog wat de gemeente meldt; haal dat eerst weg.",
    ),
    ("vervolg", lambda v, _: laat_bevinding_weg(v, "b9"), "Dit voorstel heeft geen bevinding b9."),
    (
        "vervolg",
        lambda v, weten: meld_actiepunt(v, bevinding_id=REACTIE, actiepunt_id="b2", bekend=weten),
        "Het actiepunt b2 staat niet in de verzameling; kies een ander.",
    ),
    ("vervolg", meldt("weg", "i2"), "De aanpak weg staat niet in de verzameling; kies een andere."),
    ("vervolg", meldt("nieuw", "i9"), "De indicator i9 staat niet in de verzameling; kies een andere."),
    (
        "vervolg",
        meldt("nieuw", "i3"),
        "Over deze indicator is bij deze aanpak geen oordeel; kies een andere.",
    ),
    (
        "vervolg",
        meldt("nieuw", "i2", RISICO),
        "Alleen in een reactie meldt een gemeente wat zij heeft gedaan; kies een reactie.",
    ),
    (
        "vervolg",
        lambda v, _: trek_melding_in(v, {**v.gemeld[0], "actiepunt_id": "b9"}),
        "Deze melding staat niet in dit voorstel.",
    ),
]


@pytest.mark.parametrize(("welk", "doe", "zin"), GEVALLEN)
def test_wat_niet_kan_verandert_niets(stand: Stand, welk: str, doe: Doe, zin: str) -> None:
    weten, voorstellen = stand
    voorstel = deepcopy(voorstellen[welk])
    with pytest.raises(OngeldigeWaarde) as geweigerd:
        doe(voorstel, weten)
    assert str(geweigerd.value) == zin
    assert voorstel == voorstellen[welk]


def test_elke_weigering_heeft_een_geval(stand: Stand) -> None:
    """Every place of the room that refuses is met by a case above."""
    kamer = Path(laat_weg.__code__.co_filename).parent
    geraakt: set[tuple[str, int]] = set()
    weten, voorstellen = stand
    for welk, doe, _ in GEVALLEN:
        with pytest.raises(OngeldigeWaarde) as geweigerd:
            doe(deepcopy(voorstellen[welk]), weten)
        laatste = geweigerd.traceback[-1]
        geraakt.add((Path(laatste.path).name, laatste.lineno + 1))
    weigert = {
        (pad.name, nr)
        for pad in kamer.glob("*.py")
        for nr, regel in enumerate(pad.read_text(encoding="utf-8").splitlines(), start=1)
        if "raise OngeldigeWaarde" in regel
    }
    assert weigert == geraakt
