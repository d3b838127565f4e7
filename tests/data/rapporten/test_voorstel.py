"""A report as read becomes a voorstel: its rows, its doubts, its folder."""

from __future__ import annotations

import csv
import errno
import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from types import FrameType

import pytest

from data.instellingen import PRODUCT
from data.rapporten.bekend import Bekend
from data.rapporten.document import Alinea, Document, Plek
from data.rapporten.gelezen import Herkend, Vondst
from data.rapporten.voorstel import (
    Voorstel,
    VoorstelKapot,
    VoorstelVerouderd,
    alle,
    bewaar,
    bezwaren,
    handel_af,
    laat_weg,
    maak,
    namen,
    nieuwe_map,
    open_voorstel,
    verwijder,
    voeg_opvolging_toe,
    wijzig_aanpak,
    wijzig_kop,
    wijzig_meting,
    wijzig_oordeel,
)
from data.rapporten.voorstel import map as map_module
from data.slot import SLOT, alleen
from tests.data.rapporten.voorstelhulp import (
    INDICATOR,
    OVERLEG,
    SCHOLEN,
    WACHTTIJD,
    Rapport,
    herkend,
    lees,
    over,
    rond_af,
    vervolg,
    zonder_klok,
)
from tests.fouten.sterven import HANDELINGEN

# what is read


def test_een_rij_per_cel(voorstel: Voorstel) -> None:
    velden = (
        "nr",
        "aanpak",
        "aanpak_id",
        "peiljaar",
        "indicator_id",
        "uitkomst",
        "teken_gedrukt",
        "toelichting",
        "pagina",
    )
    assert [tuple(rij[veld] for veld in velden) for rij in lees(voorstel.map / "oordelen.csv")] == [
        ("1", "Nieuwe aanpak", "nieuw", "2016", "i1", "voldoet", "✓", "Elke school heeft een aanspreekpunt.", "2"),
        (
            "2",
            "Nieuwe aanpak",
            "nieuw",
            "2016",
            "i2",
            "verbeterpunt",
            "X",
            "Sommige gezinnen wachten een half jaar.",
            "2",
        ),
    ]


def test_de_kolommen_van_het_contract(voorstel: Voorstel) -> None:
    with (voorstel.map / "oordelen.csv").open(encoding="utf-8", newline="") as bestand:
        kop = next(csv.reader(bestand))
    beloofd = {
        "aanpak",
        "peiljaar",
        "indicator_gedrukt",
        "indicator_id",
        "uitkomst",
        "teken_gedrukt",
        "toelichting",
        "vindplaats",
    }
    assert beloofd <= set(kop)
    assert (voorstel.map / "gelezen.csv").read_bytes() == (voorstel.map / "oordelen.csv").read_bytes()
    assert voorstel.bron.read_bytes() == b"het rapport"


def test_de_meting_en_het_rapport(voorstel: Voorstel) -> None:
    (meting,) = voorstel.metingen
    assert (meting["meting_id"], meting["nieuw"], meting["bezoek_op"]) == ("nieuw-2016-proef", "ja", "2016-10-03")
    assert (meting["bewijs"], meting["dekking"], meting["editie_id"]) == (
        "hertoets_verbeterpunten",
        "selectie",
        "proef-1",
    )
    kop = voorstel.kop
    assert (kop["rapport_id"], kop["uitgever"]) == ("stj-proefstad-2017", "Samenwerkend Toezicht Jeugd (STJ)")
    assert (kop["fictief"], kop["concept"], kop["staat_in"], kop["vervangt"]) == ("ja", "nee", "", "")


def test_alle_rijen_van_het_hele_kader(weten: Bekend, tmp_path: Path) -> None:
    rijen = [("", INDICATOR[i], ("✓ Ja.",)) for i in ("i1", "i2", "i3")]
    v = Rapport(rijen=rijen, herkend=herkend()).maak(tmp_path / "v", weten)
    assert v.metingen[0]["dekking"] == "heel_kader"
    laat_weg(v, 3, reden="staat er niet")
    wijzig_oordeel(v, 2, "peiljaar", "2015", bekend=weten)
    assert [(m["peiljaar"], m["dekking"]) for m in v.metingen] == [("2016", "selectie"), ("2015", "selectie")]


def test_twee_keer_lezen_geeft_hetzelfde(weten: Bekend, tmp_path: Path) -> None:
    een, twee = (vervolg().maak(tmp_path / naam, weten).map for naam in ("een", "twee"))
    namen = sorted(pad.relative_to(een).as_posix() for pad in een.rglob("*") if pad.is_file())
    assert namen == [
        "bron/rapport.pdf",
        "document.json",
        "gelezen.csv",
        "gelezen.json",
        "oordelen.csv",
        "twijfels.csv",
        "voorstel.json",
    ]
    for naam in namen:
        assert zonder_klok((een / naam).read_text("utf-8")) == zonder_klok((twee / naam).read_text("utf-8"))


@pytest.mark.parametrize(
    ("kolommen", "genoemd", "gelezen"),
    [
        (((2016, "Nieuwe aanpak"),), ("Anders",), ["Nieuwe aanpak"]),
        # a column without a name is about the aanpak that stands over no other column
        (((2013, "Oude aanpak"), (2016, "")), ("Oude aanpak", "Buurtteam"), ["Oude aanpak", "Buurtteam"]),
        (((2016, ""),), (), [""]),
    ],
)
def test_de_aanpak_van_een_kolom(
    weten: Bekend, tmp_path: Path, kolommen: tuple[tuple[int, str], ...], genoemd: tuple[str, ...], gelezen: list[str]
) -> None:
    wie = herkend(aanpakken=tuple(Vondst(naam) for naam in genoemd))
    v = Rapport(kolommen, [("", SCHOLEN, ["X Nee."] * len(kolommen))], wie).maak(tmp_path / "v", weten)
    assert [oordeel["aanpak"] for oordeel in v.oordelen] == gelezen


def test_een_kop_die_de_hele_naam_bevat(weten: Bekend, tmp_path: Path) -> None:
    """The reader of the head lost a word of the name; the head itself still has it."""
    rapport = Rapport([(2016, "Steun in de buurt")], [("", SCHOLEN, ["X Nee."])], herkend(aanpak="Steun in de buurt"))
    gelezen = rapport.gelezen()
    (cel,) = gelezen.tabellen.cellen
    cel = replace(cel, kolom=replace(cel.kolom, aanpak="Steun de buurt"))
    bron = tmp_path / "bron"
    bron.write_bytes(b"x")
    gelezen = replace(gelezen, tabellen=replace(gelezen.tabellen, cellen=(cel,)))
    v = maak(gelezen, bron, naam="bron", bekend=weten, naar=tmp_path / "v")
    assert [oordeel["aanpak"] for oordeel in v.oordelen] == ["Steun in de buurt"]


def test_een_nieuwe_aanpak_krijgt_een_eigen_id_en_een_vraag(weten: Bekend, tmp_path: Path) -> None:
    v = vervolg(aanpak="Buurtteam Zuid").maak(tmp_path / "v", weten)
    assert [(a["aanpak_id"], a["nieuw"]) for a in v.aanpakken] == [("proefstad-buurtteam-zuid", "ja")]
    (zin,) = [zin for zin in over(v, "herkenning") if "Buurtteam" in zin and "nieuw" in zin]
    assert "Nieuwe aanpak en Oude aanpak" in zin
    voeg_opvolging_toe(v, van="nieuw", naar="proefstad-buurtteam-zuid", bron="p. 3", bekend=weten)
    assert [zin for zin in over(v, "herkenning") if "is nieuw" in zin] == []
    besluit = "Met de hand ingevuld: Nieuwe aanpak ging over in Buurtteam Zuid."
    assert [twijfel["besluit"] for twijfel in v.twijfels if "is nieuw" in twijfel["zin"]] == [besluit]


def test_een_aanpak_die_bijna_zo_heet(weten: Bekend, tmp_path: Path) -> None:
    v = vervolg(aanpak="Nieuwe aanpakk").maak(tmp_path / "v", weten)
    assert [(a["aanpak"], a["aanpak_id"], a["naam"]) for a in v.aanpakken] == [
        ("Nieuwe aanpakk", "nieuw", "Nieuwe aanpak")
    ]
    assert any("lijkt op “Nieuwe aanpak”" in zin for zin in over(v, "herkenning"))
    wijzig_aanpak(v, "Nieuwe aanpakk", "aanpak_id", "", bekend=weten)
    assert v.oordelen[0]["aanpak_id"] == v.metingen[0]["aanpak_id"] == "proefstad-nieuwe-aanpakk"
    assert v.metingen[0]["meting_id"] == "proefstad-nieuwe-aanpakk-2016-proef"
    assert not any("lijkt op" in zin for zin in over(v, "herkenning"))


def test_een_naam_die_alleen_boven_een_kolom_staat(weten: Bekend, tmp_path: Path) -> None:
    rijen = [("", SCHOLEN, ["X Nee.", "X Nee."])]
    kolommen = [(2015, "Bevinding"), (2016, "Buurtteam")]
    v = Rapport(kolommen, rijen, herkend(), tekst="Het Buurtteam helpt.").maak(tmp_path / "v", weten)
    assert [zin[:11] for zin in over(v, "herkenning") if "alleen boven een kolom" in zin] == ["“Bevinding”"]


def test_opvolging_uit_het_rapport_en_uit_de_verzameling(weten: Bekend, tmp_path: Path) -> None:
    v = vervolg(aanpak="Buurtteam", opvolging=(("Nieuwe aanpak", "Buurtteam"),)).maak(tmp_path / "v", weten)
    bekend_, nieuw = {"van": "oud", "naar": "nieuw", "nieuw": "nee"}, {"van": "nieuw", "naar": "proefstad-buurtteam"}
    assert len(v.opvolging) == 1
    assert nieuw.items() <= v.opvolging[0].items()
    assert v.opvolging[0]["bron"] == "Hertoets Proefstad (maart 2017)"
    assert not any("is nieuw" in zin for zin in over(v, "herkenning"))
    (rij,) = vervolg().maak(tmp_path / "w", weten).opvolging
    assert bekend_.items() <= rij.items()


# doubts


def test_wat_niet_is_gevonden(weten: Bekend, tmp_path: Path) -> None:
    v = Rapport([(None, "")], [("", "Iets heel anders dan wat ook", ["✓"])], Herkend(), tekst="Een brief.").maak(
        tmp_path / "v", weten
    )
    velden = {twijfel["over"] for twijfel in v.twijfels if twijfel["soort"] == "herkenning"}
    nodig = {"gemeente_code", "titel", "uitgever", "gepubliceerd", "editie_id"}
    assert velden == {f"kop.{naam}" for naam in nodig} | {"aanpakken", "oordelen.peiljaar"}
    assert v.oordelen[0]["indicator_id"] == ""
    assert len(over(v, "indicator_onbekend")) == 1
    assert v.metingen == []


@pytest.mark.parametrize(
    ("regels", "uitgever"),
    [
        (("Fictieve inspectie", "Uitkomsten"), "Fictieve inspectie"),
        (("", " Inspectie van het Onderwijs "), "Inspectie van het Onderwijs"),
        (("Inspectie Justitie en Veiligheid",), "Inspectie Justitie en Veiligheid"),
        (("Inspectierapport Proefstad",), ""),
        (("Inspectie bezoekt de gemeente",), ""),
        (("Rapport", "Fictieve inspectie"), ""),
        (("De inspectie heeft gekeken.",), ""),
    ],
)
def test_een_eerste_regel_die_een_inspectie_noemt_is_de_uitgever(regels: tuple[str, ...], uitgever: str) -> None:
    assert namen.uitgever(Document("tekstbestand", (Alinea(regels),))) == (uitgever, "rapport")


def test_een_uitgever_van_de_eerste_regel_wordt_nagevraagd(weten: Bekend, tmp_path: Path) -> None:
    zin = "De uitgever “Fictieve inspectie” is de eerste regel van het rapport; kijk of dat klopt."
    v = replace(vervolg(), tekst="Fictieve inspectie").maak(tmp_path / "v", weten)
    assert (v.kop["uitgever"], v.kop["rapport_id"]) == ("Fictieve inspectie", "rapport-proefstad-2017")
    assert zin in over(v, "herkenning")
    wijzig_kop(v, "uitgever", "Een andere inspectie", bekend=weten)
    assert zin not in over(v, "herkenning")
    assert not any("uitgever" in zin for zin in over(vervolg().maak(tmp_path / "w", weten), "herkenning"))


def test_wat_niet_zeker_is(weten: Bekend, tmp_path: Path) -> None:
    onzeker = Vondst("FG0001", zeker=False, zin="Het kan ook Elders zijn.")
    v = vervolg(gemeente_code=onzeker, gepubliceerd="2017").maak(tmp_path / "v", weten)
    assert "Het kan ook Elders zijn." in over(v, "herkenning")
    wijzig_kop(v, "gemeente_code", "FG0001", bekend=weten)
    assert "Het kan ook Elders zijn." not in over(v, "herkenning")
    (besluit,) = {twijfel["besluit"] for twijfel in v.twijfels if twijfel["over"] == "kop.gemeente_code"}
    assert besluit == "Met de hand ingevuld: Proefstad."


def test_een_twijfel_noemt_namen_en_woorden_en_komt_een_keer(weten: Bekend, tmp_path: Path) -> None:
    dezelfde = "De tekst noemt ook het niveau casus; kijk op welk niveau het onderzoek was."
    v = vervolg(
        gemeente_code=Vondst("FG0001", zeker=False),
        kader_id=Vondst("proef", Plek(0), zeker=False, zin=dezelfde),
        niveau=Vondst("beleid", Plek(0), zeker=False, zin=dezelfde),
        bezoek_op=Vondst("2016-10-03", zeker=False),
    ).maak(tmp_path / "v", weten)
    zinnen = over(v, "herkenning")
    assert "De gemeente is niet zeker: Proefstad." in zinnen
    assert "De datum van het bezoek is niet zeker: 3 oktober 2016." in zinnen
    assert zinnen.count(dezelfde) == 1


def test_basis_blijft_vraag_tot_zij_is_ingevuld(voorstel: Voorstel, weten: Bekend) -> None:
    (zin,) = over(voorstel, "herkenning")
    assert "Nieuwe aanpak 2016" in zin
    wijzig_meting(voorstel, "nieuw-2016-proef", "basis", "zes dossiers", bekend=weten)
    assert over(voorstel, "herkenning") == []
    assert bezwaren(voorstel, weten) == []


@pytest.mark.parametrize(
    ("gedrukt", "soort", "indicator_id"),
    [
        (SCHOLEN, None, "i1"),
        ("Scholen en huisartsen weten waar zij kinderen kunnen aanmelden", "indicator_onzeker", "i1"),
        ("De wethouder spreekt iedere maand met de raad", "indicator_onbekend", ""),
    ],
)
def test_de_indicator(weten: Bekend, tmp_path: Path, gedrukt: str, soort: str | None, indicator_id: str) -> None:
    rijen = [
        ("", gedrukt, ["✓ Ja.", "X Nee."]),
        ("", WACHTTIJD, ["✓ Ja.", "X Nee."]),
        ("", OVERLEG, ["✓ Ja.", "X Nee."]),
    ]
    v = Rapport([(2015, ""), (2016, "")], rijen, herkend()).maak(tmp_path / "v", weten)
    assert [oordeel["indicator_id"] for oordeel in v.oordelen[:2]] == [indicator_id] * 2
    gevonden = [t for t in v.twijfels if t["soort"].startswith("indicator_")]
    # one doubt for the row, on its first cell
    assert [(t["soort"], t["oordeel_nr"]) for t in gevonden] == ([(soort, "1")] if soort else [])


def test_een_ander_thema(weten: Bekend, tmp_path: Path) -> None:
    rijen = [("Samenspel", SCHOLEN, ["✓ Ja.", "X Nee."]), ("samenspel", OVERLEG, ["✓ Ja.", "X Nee."])]
    v = Rapport([(2015, ""), (2016, "")], rijen, herkend()).maak(tmp_path / "v", weten)
    (zin,) = over(v, "ander_thema")
    assert SCHOLEN in zin
    assert "“Samenspel”" in zin
    assert "“Vindplaatsen”" in zin


def test_twee_rijen_op_een_indicator(weten: Bekend, tmp_path: Path) -> None:
    rijen = [("Vindplaatsen", SCHOLEN, ["✓ Ja."]), ("Samenspel", SCHOLEN, ["X Nee."])]
    v = Rapport(rijen=rijen, herkend=herkend()).maak(tmp_path / "v", weten)
    assert [t["oordeel_nr"] for t in v.twijfels if t["soort"] == "dubbel"] == ["2"]
    for twijfel in list(v.open_twijfels):
        handel_af(v, twijfel["nr"], "gezien")
    assert any("dezelfde indicator" in zin for zin in bezwaren(v, weten))


def test_persoonsgegevens(weten: Bekend, tmp_path: Path) -> None:
    rijen = [
        ("", SCHOLEN, ["✓ Het gezin van 111222333 kreeg hulp."]),
        ("", WACHTTIJD, ["X Mail jan@voorbeeld.nl eerst."]),
    ]
    v = Rapport(rijen=rijen, herkend=herkend()).maak(tmp_path / "v", weten)
    zinnen = over(v, "privacy")
    assert [("BSN" in zin, "e-mailadres" in zin) for zin in zinnen] == [(True, False), (False, True)]
    # the sentence does not repeat what should not be there
    assert not any("111222333" in zin or "jan@" in zin for zin in zinnen)
    wijzig_oordeel(v, 1, "toelichting", "Het gezin kreeg hulp.", bekend=weten)
    assert len(over(v, "privacy")) == 1
    wijzig_oordeel(v, 1, "opmerking", "Bel 06-12345678.", bekend=weten)
    assert len(over(v, "privacy")) == 2


def test_een_van_twee_persoonsgegevens_weg(weten: Bekend, tmp_path: Path) -> None:
    """The doubt on what was taken out is settled; that on what still stands there is not, and comes once."""
    rijen = [("", SCHOLEN, ["✓ Bel 06-12345678 of mail jan@voorbeeld.nl."])]
    v = Rapport(rijen=rijen, herkend=herkend()).maak(tmp_path / "v", weten)
    assert ["e-mailadres" in zin for zin in sorted(over(v, "privacy"))] == [True, False]
    wijzig_oordeel(v, 1, "toelichting", "Mail jan@voorbeeld.nl.", bekend=weten)
    (over_mail,) = over(v, "privacy")
    assert "e-mailadres" in over_mail
    assert [t["besluit"] for t in v.twijfels if t["soort"] == "privacy" and t["afgehandeld"] == "ja"] == [
        "De tekst is gewijzigd en bevat dit niet meer."
    ]
    wijzig_oordeel(v, 1, "toelichting", "Bel 06-12345678 of mail jan@voorbeeld.nl.", bekend=weten)
    assert len(over(v, "privacy")) == 2


def test_zonder_oordelen(weten: Bekend, tmp_path: Path) -> None:
    v = Rapport(kaderregels=[*INDICATOR.values(), "Iets anders"], herkend=herkend()).maak(tmp_path / "v", weten)
    assert v.oordelen == []
    assert v.kop["melding"].startswith("Er is geen oordeel per indicator herkend.")
    assert v.kop["melding"].endswith("3 van de 4 indicatoren zijn herkend.")
    assert [(m["peiljaar"], m["editie_id"]) for m in v.metingen] == [("2016", "proef-1")]
    brief = Rapport(herkend=Herkend(gemeente_code=Vondst("FG0001"))).maak(tmp_path / "brief", weten)
    assert (brief.metingen, brief.aanpakken) == ([], [])
    assert any("niets om te aanvaarden" in zin for zin in bezwaren(brief, weten))


# the folder


def test_openen_geeft_wat_is_geschreven(voorstel: Voorstel) -> None:
    weer = open_voorstel(voorstel.map)
    assert weer == voorstel
    assert weer.document.vorm == "PDF"


def test_een_map_die_al_iets_bevat(weten: Bekend, tmp_path: Path) -> None:
    vol = tmp_path / "vol"
    vol.mkdir()
    (vol / "brief.txt").write_text("hallo")
    with pytest.raises(FileExistsError):
        vervolg().maak(vol, weten)
    assert sorted(pad.name for pad in vol.iterdir()) == ["brief.txt"]
    leeg = tmp_path / "leeg"
    leeg.mkdir()
    assert vervolg().maak(leeg, weten).map == leeg


def test_mislukt_schrijven_laat_niets_achter(weten: Bekend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    doel = tmp_path / "plek" / "voorstel"
    doel.parent.mkdir()
    (tmp_path / "plek" / "voorstel-rapport.pdf").write_bytes(b"")

    def vol(*_: object) -> None:
        raise OSError("vol")

    monkeypatch.setattr(shutil, "copyfile", vol)
    with pytest.raises(OSError, match="vol"):
        vervolg().maak(doel, weten)
    assert [pad.name for pad in doel.parent.iterdir()] == ["voorstel-rapport.pdf"]


def test_de_naam_van_het_bestand_wijst_nergens_heen(weten: Bekend, tmp_path: Path) -> None:
    bron = tmp_path / "x"
    bron.write_bytes(b"x")
    v = maak(vervolg().gelezen(), bron, naam="..\\../../etc/passwd\n.pdf", bekend=weten, naar=tmp_path / "v")
    assert v.bron.parent == tmp_path / "v" / "bron"
    assert v.bron.read_bytes() == b"x"


def test_bewaren_en_iemand_anders(voorstel: Voorstel, weten: Bekend) -> None:
    mijn, haar = open_voorstel(voorstel.map), open_voorstel(voorstel.map)
    wijzig_oordeel(mijn, 1, "uitkomst", "gemengd", bekend=weten)
    bewaar(mijn)
    wijzig_oordeel(haar, 1, "uitkomst", "verbeterpunt", bekend=weten)
    with pytest.raises(VoorstelVerouderd, match="Iemand anders"):
        bewaar(haar)
    assert open_voorstel(voorstel.map).oordelen[0]["uitkomst"] == "gemengd"
    # who kept last may go on
    wijzig_oordeel(mijn, 1, "teken_gedrukt", "X", bekend=weten)
    bewaar(mijn)
    assert lees(voorstel.map / "oordelen.csv")[0]["teken_gedrukt"] == "X"
    assert lees(voorstel.map / "gelezen.csv")[0]["teken_gedrukt"] == "✓"


def test_een_val_halverwege_bewaren(voorstel: Voorstel, weten: Bekend) -> None:
    """What stood ready when the machine stopped is finished by whoever comes next."""
    wijzig_oordeel(voorstel, 1, "uitkomst", "gemengd", bekend=weten)
    klaar = voorstel.map / ".klaar"
    oud = voorstel.map.with_name("oud")
    shutil.copytree(voorstel.map, oud)
    bewaar(voorstel)
    klaar = oud / ".klaar"
    klaar.mkdir()
    for naam in ("oordelen.csv", "twijfels.csv"):
        shutil.copy(voorstel.map / naam, klaar / naam)
    weer = open_voorstel(oud)
    assert weer.oordelen[0]["uitkomst"] == "gemengd"
    assert not klaar.exists()


def test_kapot_en_weg(voorstel: Voorstel, tmp_path: Path) -> None:
    lijst = alle(tmp_path)
    assert [(kopje.map, kopje.titel, kopje.aantal_oordelen) for kopje in lijst] == [
        (voorstel.map, "Hertoets Proefstad", 2)
    ]
    with pytest.raises(VoorstelKapot):
        open_voorstel(tmp_path / "nergens")
    (voorstel.map / "voorstel.json").write_text("{")
    with pytest.raises(VoorstelKapot):
        open_voorstel(voorstel.map)
    assert alle(tmp_path) == []
    verwijder(voorstel)
    assert not voorstel.map.exists()
    for doe in (verwijder, bewaar):
        with pytest.raises(VoorstelVerouderd):
            doe(voorstel)


def test_een_nieuwe_map_is_vrij(tmp_path: Path) -> None:
    een, twee = nieuwe_map(tmp_path, "Rapport Één.pdf"), nieuwe_map(tmp_path, "Rapport Één.pdf")
    assert een != twee
    assert een.parent == tmp_path
    assert not een.exists()


def test_een_slot_van_een_ander(voorstel: Voorstel, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever holds it keeps it, however long ago it was taken; another is told so and nothing is written."""
    monkeypatch.setattr("data.rapporten.voorstel.map.WACHT", 0.05)
    ervoor = _bestanden(voorstel.map)
    with alleen(voorstel.map, wacht=False):
        os.utime(voorstel.map / SLOT, (0, 0))
        for _ in range(2):  # nor does who waited in vain take it away for the next
            with pytest.raises(VoorstelVerouderd, match="op dit moment"):
                bewaar(voorstel)
        # what was cut off after it stood ready is not finished beside somebody who is at it
        (voorstel.map / ".klaar").mkdir()
        with pytest.raises(VoorstelKapot, match="op dit moment"):
            open_voorstel(voorstel.map)
        assert alle(voorstel.map.parent) == []
        (voorstel.map / ".klaar").rmdir()
    assert _bestanden(voorstel.map) == ervoor
    bewaar(voorstel)


def test_een_slot_van_een_ander_proces(voorstel: Voorstel, monkeypatch: pytest.MonkeyPatch) -> None:
    """It holds between processes, and goes with one that is killed."""
    monkeypatch.setattr("data.rapporten.voorstel.map.WACHT", 0.05)
    houder = (
        "import sys, time; from pathlib import Path; from data.slot import alleen\n"
        "with alleen(Path(sys.argv[1]), wacht=False): print(flush=True); time.sleep(60)"
    )
    opdracht = [sys.executable, "-c", houder, str(voorstel.map)]
    with subprocess.Popen(opdracht, stdout=subprocess.PIPE, cwd=PRODUCT) as ander:
        assert ander.stdout is not None
        ander.stdout.readline()
        with pytest.raises(VoorstelVerouderd, match="op dit moment"):
            bewaar(voorstel)
        ander.kill()
    bewaar(voorstel)


def test_een_die_lang_bezig_is_blijft_alleen(
    voorstel: Voorstel, weten: Bekend, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of three who keep the same voorstel at once one is at it at a time, and two are told that they were too late."""
    echt, tegelijk, meest = map_module.als_bestanden, 0, 0

    def traag(wat: Voorstel) -> dict[str, bytes]:
        nonlocal tegelijk, meest
        tegelijk += 1
        meest = max(meest, tegelijk)
        os.utime(voorstel.map / SLOT, (0, 0))
        time.sleep(0.1)
        tegelijk -= 1
        return echt(wat)

    drie = [open_voorstel(voorstel.map) for _ in range(3)]
    for een in drie:
        wijzig_oordeel(een, 1, "uitkomst", "gemengd", bekend=weten)
    monkeypatch.setattr(map_module, "als_bestanden", traag)
    with ThreadPoolExecutor(3) as draden:
        beurten = [draden.submit(bewaar, een) for een in drie]
        fouten = [beurt.exception() for beurt in beurten]
    assert (meest, sorted(type(fout).__name__ for fout in fouten)) == (
        1,
        ["NoneType", "VoorstelVerouderd", "VoorstelVerouderd"],
    )


def _bestanden(map_: Path) -> dict[str, bytes]:
    """What a folder holds, its lock aside."""
    gevonden = (pad for pad in map_.rglob("*") if pad.is_file() and pad.name != SLOT)
    return {pad.relative_to(map_).as_posix(): pad.read_bytes() for pad in gevonden}


def test_wat_niet_te_schrijven_is_laat_niets_achter(
    voorstel: Voorstel, weten: Bekend, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However often it is tried; and what a writer left that was killed goes with the next."""

    def vol(*_: object) -> None:
        raise OSError(errno.ENOSPC, "vol")

    ervoor = _bestanden(voorstel.map)
    wijzig_oordeel(voorstel, 1, "uitkomst", "gemengd", bekend=weten)
    with monkeypatch.context() as klem:
        klem.setattr(Path, "write_bytes", vol)
        for _ in range(3):
            with pytest.raises(OSError, match="vol"):
                bewaar(voorstel)
    assert _bestanden(voorstel.map) == ervoor
    assert not list(voorstel.map.glob(".nieuw-*"))
    rest = voorstel.map / ".nieuw-half"
    rest.mkdir()
    (rest / "voorstel.json").write_text("{", encoding="utf-8")
    bewaar(voorstel)
    assert not rest.exists()


def test_afgebroken_bij_elke_handeling(voorstel: Voorstel, weten: Bekend, tmp_path: Path) -> None:
    """Stopped just before each thing that keeping does to a file: as before or as after, and it can be kept again."""
    toestanden: list[Path] = []

    def tel(_: FrameType, gebeurtenis: str, wat: object) -> None:
        if gebeurtenis == "c_call" and getattr(wat, "__name__", "") in HANDELINGEN:
            toestanden.append(tmp_path / "gestopt" / str(len(toestanden)))
            shutil.copytree(voorstel.map, toestanden[-1])

    ervoor = voorstel.versie
    wijzig_oordeel(voorstel, 1, "uitkomst", "gemengd", bekend=weten)
    voorstel.kop["titel"] = "Anders"
    handel_af(voorstel, voorstel.twijfels[0]["nr"], "zo")
    sys.setprofile(tel)
    try:
        bewaar(voorstel)
    finally:
        sys.setprofile(None)
    gezien = []
    for map_ in toestanden:
        weer = open_voorstel(map_)
        gezien.append(weer.versie)
        weer.kop["titel"] = "Weer anders"
        bewaar(weer)
        assert open_voorstel(map_).versie == weer.versie
        assert {pad.name for pad in map_.iterdir()} == {pad.name for pad in voorstel.map.iterdir()}
    keer = gezien.index(voorstel.versie)
    assert gezien == [ervoor] * keer + [voorstel.versie] * (len(gezien) - keer)
    assert keer >= 5  # at least the folder, three files and the move
    assert len(gezien) - keer >= 4  # three moves and the folder that goes


def test_een_cel_zonder_einde(weten: Bekend, tmp_path: Path) -> None:
    """A hostile cell is kept in part, can be opened, and stands in the way of acceptance."""
    v = Rapport(rijen=[("", SCHOLEN, ["✓ " + "ja\x00 \ud800" * 60_000])], herkend=herkend()).maak(tmp_path / "v", weten)
    weer = open_voorstel(v.map)
    assert len(weer.oordelen[0]["toelichting"]) == 100_000
    rond_af(weer, weten)
    assert bezwaren(weer, weten) == ["De tekst van oordeel 1 is langer dan 20000 tekens: kort hem in."]
