"""Acceptance: whole or not at all, one at a time, never over another; and what is then in the databases."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pytest

from data.aanvaarding import vastleggen, wijzigen
from data.aanvaarding.vastleggen import alles_versie
from data.aanvaarding.wijzigen import maak_openbaar, proefbouw, schrijf_levering, trek_in
from data.bouw.bouwen import bouw
from data.fouten import Bezet, LeveringGeweigerd, LeveringOnbekend, NietHerbouwd, NogInGebruik, Verouderd
from data.gebouwd import openen
from data.levering import controlegetallen
from data.levering.leveringen import van_kracht, zoek
from data.levering.vorm import tabellen as vorm
from data.logboek import logboek
from data.slot import alleen
from tests.data.winkeldoos import Winkeldoos, vervolg

WORTEL = Path(__file__).parents[3]


@pytest.fixture
def rapport(tmp_path: Path) -> Path:
    """A report as it came in."""
    pad = tmp_path / "upload.bin"
    pad.write_bytes(b"%PDF-1.7 verzonnen rapport")
    return pad


def stand(bestand: Path) -> dict[str, tuple[str, int]]:
    """What is known now of each indicator: uitkomst and peiljaar."""
    with duckdb.connect(bestand, read_only=True) as con:
        rijen = con.execute("select indicator_id, uitkomst, peiljaar from stand").fetchall()
    return {indicator: (uitkomst, jaar) for indicator, uitkomst, jaar in rijen}


def huidige_stand(winkel: Winkeldoos, *, alles: bool = False) -> dict[str, tuple[str, int]]:
    return stand(openen.huidig_bestand(winkel.thuis, alles=alles))


def wat_gold(winkel: Winkeldoos, dag: date) -> set[str]:
    """The leveringen that were in force on a day: of these a database as known then is built."""
    return {lev.id for lev in van_kracht(zoek([winkel.map])[0], dag)[0]}


#: By hand: i1 was verbeterpunt in 2013 and voldoet in 2014; i2 voldoet in 2013, and in 2014 nobody assessed it.
EERST = {"i1": ("voldoet", 2014), "i2": ("voldoet", 2013)}
NA_VERVOLG = {**EERST, "i2": ("verbeterpunt", 2016)}
NA_CORRECTIE = {**EERST, "i2": ("voldoet", 2016)}


# what is written


def test_een_levering_is_er_met_alles_erbij(winkel: Winkeldoos, rapport: Path) -> None:
    """Facts, original, who, when, what was edited, checksums; and the database has it."""
    bewerking = {"meting_id": "m3", "indicator_id": "i2", "kolom": "uitkomst", "gelezen": "voldoet", "aanvaard": "x"}
    map_ = schrijf_levering(
        vervolg(uitkomst="verbeterpunt"), door=" Inge Specteur ", bron=rapport, bron_naam="Rapport drie.pdf",
        bewerkingen=[bewerking],
    )  # fmt: skip
    assert map_ == winkel.map / "vervolg"
    assert sorted(pad.relative_to(map_).as_posix() for pad in map_.rglob("*")) == [
        "aanvaarding.csv", "bewerkingen.csv", "bron", "bron/Rapport drie.pdf", "controlegetallen.txt", "levering.csv",
        "meting_rapport.csv", "metingen.csv", "oordelen.csv", "rapporten.csv",
    ]  # fmt: skip
    assert (map_ / "bron" / "Rapport drie.pdf").read_bytes() == rapport.read_bytes()
    assert winkel.laatste("vervolg/levering") == {
        "levering_id": "vervolg", "formaat": "1", "aanvaard_op": "2026-03-01", "vervangt": "", "reden": "",
        "concept": "nee", "fictief": "ja", "toelichting": "",
    }  # fmt: skip
    assert winkel.laatste("vervolg/aanvaarding") == {
        "levering_id": "vervolg", "aanvaard_door": "Inge Specteur", "aanvaard_om": "2026-03-01T10:00:00+00:00",
        "bestand": "bron/Rapport drie.pdf", "sha256": controlegetallen.som(rapport),
    }  # fmt: skip
    assert winkel.laatste("vervolg/bewerkingen") == {"levering_id": "vervolg", **bewerking}
    assert winkel.laatste("vervolg/oordelen")["toelichting"] == "Dit gaat nu goed"
    assert controlegetallen.controleer(map_, "x") == []
    assert huidige_stand(winkel) == NA_VERVOLG
    assert winkel.mappen() == ["feiten", "kader", "vervolg"]


def test_een_klok_die_achterloopt(winkel: Winkeldoos, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is accepted before what it builds on, not by the day and not by the second."""
    monkeypatch.setattr(vastleggen, "nu", lambda: datetime(2025, 12, 31, 9, tzinfo=UTC))
    with winkel.zonder_bouwen():
        schrijf_levering(vervolg(), door="i")
    assert winkel.laatste("vervolg/levering")["aanvaard_op"] == "2026-01-02"
    assert winkel.laatste("vervolg/aanvaarding")["aanvaard_om"] == "2026-01-02T10:00:01+01:00"


# what is refused leaves no trace


def test_wat_niet_bouwt_wordt_niet_bewaard(winkel: Winkeldoos, rapport: Path) -> None:
    """Every fault is told, by file and line."""
    ervoor = winkel.bestanden()
    tabellen = vervolg()
    tabellen["oordelen"][0] |= {"indicator_id": "nergens", "vindplaats": ""}
    tabellen["metingen"][0]["bewijs"] = ""
    with pytest.raises(LeveringGeweigerd) as geweigerd:
        schrijf_levering(tabellen, door="i", bron=rapport)
    assert [(f.bestand, f.regel, f.kolom) for f in geweigerd.value.fouten] == [
        ("vervolg/metingen.csv", 2, "bewijs"),
        ("vervolg/oordelen.csv", 2, "indicator_id"),
        ("vervolg/oordelen.csv", 2, "vindplaats"),
    ]
    assert winkel.bestanden() == ervoor
    assert huidige_stand(winkel) == EERST


def test_wie_moet_erbij_staan(winkel: Winkeldoos) -> None:
    with pytest.raises(LeveringGeweigerd) as geweigerd:
        schrijf_levering(vervolg(), door="  ")
    assert [(f.bestand, f.kolom) for f in geweigerd.value.fouten] == [("vervolg/aanvaarding.csv", "aanvaard_door")]


@pytest.mark.parametrize("bezet", ["feiten", "map"])
def test_er_wordt_nooit_iets_overschreven(winkel: Winkeldoos, bezet: str) -> None:
    """Neither a levering nor a folder that only has the name."""
    (winkel.map / "map").mkdir()
    ervoor = winkel.bestanden()
    with pytest.raises(LeveringGeweigerd, match="is er al"):
        schrijf_levering(vervolg(bezet), door="i")
    assert winkel.bestanden() == ervoor


def test_een_correctie_zonder_reden(winkel: Winkeldoos) -> None:
    with pytest.raises(LeveringGeweigerd) as geweigerd:
        schrijf_levering(vervolg(vervangt="feiten"), door="i")
    assert ("vervolg/levering.csv", "reden") in {(f.bestand, f.kolom) for f in geweigerd.value.fouten}


@pytest.mark.parametrize("tabellen", [{"kleuren": [{"rood": "ja"}]}, {"kaders": [{"kleur": "rood"}]}])
def test_een_tabel_die_niet_bestaat(winkel: Winkeldoos, tabellen: dict[str, list[dict[str, str]]]) -> None:
    ervoor = winkel.bestanden()
    with pytest.raises(ValueError, match="een levering heeft geen"):
        schrijf_levering({**vervolg(), **tabellen}, door="i")
    assert winkel.bestanden() == ervoor


def test_een_map_met_leveringen_die_er_niet_is(winkel: Winkeldoos, monkeypatch: pytest.MonkeyPatch) -> None:
    """A setting with a typing error makes no new store."""
    monkeypatch.setenv("VERBETERPUNTEN_LEVERINGEN", str(winkel.map / "tikfout"))
    with pytest.raises(LeveringGeweigerd, match="de map bestaat niet"):
        schrijf_levering(vervolg(), door="i")


def test_als_de_database_niet_gebouwd_kan_worden(winkel: Winkeldoos, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk after the one step: the levering is there, and that is what is said."""

    def vol(*_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(wijzigen, "maak_huidig", vol)
    with pytest.raises(NietHerbouwd, match=r'"vervolg" is vastgelegd, maar .* Bouw haar met: python -m data bouw'):
        schrijf_levering(vervolg(), door="i")
    assert winkel.mappen() == ["feiten", "kader", "vervolg"]


# two at once


def test_twee_tegelijk_de_tweede_wordt_het_gezegd(winkel: Winkeldoos) -> None:
    ervoor = winkel.bestanden()
    with alleen(winkel.map, wacht=False), pytest.raises(Bezet, match=r"Iemand anders is .* \(sinds \d\d:\d\d uur\)"):
        schrijf_levering(vervolg(), door="i")
    assert winkel.bestanden() == ervoor
    with winkel.zonder_bouwen():
        schrijf_levering(vervolg(), door="i")
    assert winkel.mappen() == ["feiten", "kader", "vervolg"]


def test_wie_naar_een_oudere_stand_keek(winkel: Winkeldoos) -> None:
    """Also when what came in between is a concept, which changes nothing for the public."""
    gezien = alles_versie()
    with winkel.zonder_bouwen():
        schrijf_levering(vervolg(concept="ja"), door="een", verwacht=gezien)
    ervoor = winkel.bestanden()
    with pytest.raises(Verouderd, match="Iemand anders heeft intussen"):
        schrijf_levering(vervolg("tweede"), door="twee", verwacht=gezien)
    assert winkel.bestanden() == ervoor
    assert alles_versie() != gezien


IN_PROCES = """
import os, signal, sys, time
from datetime import UTC, datetime
from pathlib import Path
from data.aanvaarding import vastleggen
from data.bouw import bouwen
from data.fouten import Bezet, LeveringGeweigerd
from data.aanvaarding.wijzigen import schrijf_levering
from tests.data.winkeldoos import vervolg

bouwen.NASLAG = ()
vastleggen.nu = lambda: datetime(2026, 3, 1, 10, tzinfo=UTC)
"""

EDITOR = """
print("klaar", flush=True)
sys.stdin.readline()
try:
    schrijf_levering(vervolg(f"editor-{sys.argv[1]}"), door="i")
except (Bezet, LeveringGeweigerd) as fout:
    print(type(fout).__name__)
else:
    print("aanvaard")
"""


def test_twee_processen_tegelijk(winkel: Winkeldoos) -> None:
    """One is accepted; the other is told that somebody is at work, or that these facts are there already."""
    pijp = subprocess.PIPE
    opdrachten = [[sys.executable, "-c", IN_PROCES + EDITOR, nummer] for nummer in ("1", "2")]
    processen = [subprocess.Popen(opdracht, cwd=WORTEL, stdin=pijp, stdout=pijp, text=True) for opdracht in opdrachten]
    for proces in processen:
        assert proces.stdout is not None
        assert proces.stdout.readline() == "klaar\n"
    for proces in processen:
        assert proces.stdin is not None
        print(file=proces.stdin, flush=True)
    antwoorden = sorted(proces.communicate(timeout=120)[0].strip() for proces in processen)
    assert antwoorden in (["Bezet", "aanvaard"], ["LeveringGeweigerd", "aanvaard"])
    assert len(winkel.mappen()) == 3
    assert zoek([winkel.map])[1] == []
    assert winkel.mappen()[0].startswith("editor-")
    assert huidige_stand(winkel)["i2"] == ("voldoet", 2016)


# a crash at any moment

# Dies as by a power cut at the so-manieth time that it asks the system to open, make, move or remove something.
STERVELING = """
vastleggen._houdt = lambda *_: None
wacht = [0]

def tel(gebeurtenis, argumenten):
    if gebeurtenis in {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "shutil.copyfile"}:
        wacht[0] -= 1
        if wacht[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

for regel in sys.stdin:
    if os.fork() == 0:
        wacht[0] = moment = int(regel)
        sys.addaudithook(tel)
        schrijf_levering(vervolg(uitkomst="verbeterpunt"), door="i", bron=Path(sys.argv[1]))
        print(moment - wacht[0], flush=True)
        os._exit(0)
    if os.wait()[1]:
        print("dood", flush=True)
"""


@contextmanager
def stervelingen(rapport: Path) -> Iterator[Callable[[int], str]]:
    """Accepts in a process of its own that dies at the moment asked for; says "dood", or how many moments there were.

    The processes are forks of one: to start Python and DuckDB anew each time takes longer than all the rest.
    """
    opdracht = [sys.executable, "-c", IN_PROCES + STERVELING, str(rapport)]
    with subprocess.Popen(opdracht, cwd=WORTEL, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as proces:
        naar, van = proces.stdin, proces.stdout
        assert naar is not None
        assert van is not None

        def sterf(moment: int) -> str:
            print(moment, file=naar, flush=True)
            return van.readline().strip()

        yield sterf


@pytest.mark.skipif(not hasattr(os, "fork"), reason="dit systeem kent fork en SIGKILL niet")
def test_een_afgebroken_aanvaarding_is_er_heel_of_niet(winkel: Winkeldoos, rapport: Path) -> None:
    """Killed at seeded random moments: each time the store is as it was, or the levering is there whole."""
    ervoor = winkel.bestanden()
    rapport.write_bytes(bytes(200_000))
    uitkomsten = []
    with stervelingen(rapport) as sterf:
        sterf(10**9)  # the first of all makes the lock too, which stays
        shutil.rmtree(winkel.map / "vervolg")
        stappen = int(sterf(10**9))
        erna = winkel.bestanden()
        assert ervoor.items() < erna.items()
        for moment in [*random.Random(4).sample(range(1, stappen), 8), stappen - 1]:
            shutil.rmtree(winkel.map / "vervolg", ignore_errors=True)
            assert sterf(moment) == "dood"
            assert zoek([winkel.map])[1] == []
            uitkomsten.append("vervolg" in winkel.mappen())
            over = {naam: inhoud for naam, inhoud in winkel.bestanden().items() if not naam.startswith(".aanvaarden-")}
            assert over == (erna if uitkomsten[-1] else ervoor)
    assert huidige_stand(winkel) in (EERST, NA_VERVOLG)
    assert set(uitkomsten) == {True, False}


@pytest.mark.parametrize("stap", ["_bewaar_bron", "schrijf_tabellen", "_houdt"])
def test_een_afgebroken_stap_laat_niets_na(
    winkel: Winkeldoos, rapport: Path, monkeypatch: pytest.MonkeyPatch, stap: str
) -> None:
    """The same at each step by name; what a kill leaves behind goes when the next one is accepted."""
    ervoor = winkel.bestanden()
    (winkel.map / ".aanvaarden-eerder").mkdir()
    (winkel.map / ".aanvaarden-eerder" / "levering.csv").write_text("half", encoding="utf-8")

    def breek(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(vastleggen, stap, breek)
    with pytest.raises(KeyboardInterrupt):
        schrijf_levering(vervolg(), door="i", bron=rapport)
    assert winkel.bestanden() == ervoor


# correction, and what was known when


def test_een_correctie_telt_in_plaats_van_de_oude(winkel: Winkeldoos) -> None:
    """On 1 March the follow-up says verbeterpunt, on 5 March it is put right. Each day can be had as it was known."""
    with winkel.zonder_bouwen():
        schrijf_levering(vervolg(uitkomst="verbeterpunt"), door="i")
    eerst = winkel.bestanden()
    winkel.op(5)
    schrijf_levering(vervolg("vervolg-2", vervangt="vervolg", reden="verkeerd gelezen"), door="i")
    with duckdb.connect(openen.huidig_bestand(winkel.thuis), read_only=True) as con:
        gebouwd = con.execute("select datasetversie from dataset").fetchone()
    assert (logboek.lees().regels[-1].wat.gegevens["datasetversie"],) == gebouwd
    assert eerst.items() <= winkel.bestanden().items()
    assert huidige_stand(winkel) == NA_CORRECTIE
    assert wat_gold(winkel, date(2026, 3, 4)) == {"kader", "feiten", "vervolg"}
    assert wat_gold(winkel, date(2026, 3, 5)) == {"kader", "feiten", "vervolg-2"}


def test_de_oude_datasetversie_is_opnieuw_te_bouwen(winkel: Winkeldoos) -> None:
    """Without the new levering, or as known the day before: the same datasetversie, and the figures of then."""
    oud = alles_versie()
    with winkel.zonder_bouwen():
        schrijf_levering(vervolg(uitkomst="verbeterpunt"), door="i")
    assert alles_versie() != oud
    nu = openen.huidig_bestand(winkel.thuis)
    zonder = bouw([winkel.map / "feiten", winkel.map / "kader"], naar=winkel.thuis / "zonder.duckdb")
    toen = bouw(kennisdatum=date(2026, 2, 28))
    for gebouwd in (zonder, toen):
        assert gebouwd.datasetversie == oud
        assert stand(gebouwd.bestand) == EERST
    assert openen.huidig_bestand(winkel.thuis) == nu


# concept


def test_een_concept_wordt_openbaar(winkel: Winkeldoos, rapport: Path) -> None:
    """First in the second database only; then the same facts, edits and original in a levering that takes its place."""
    bewerking = {"meting_id": "m3", "indicator_id": "i2", "kolom": "uitkomst", "gelezen": "voldoet"}
    concept = vervolg(uitkomst="verbeterpunt", concept="ja", toelichting="Feiten uit rapport drie.")
    schrijf_levering(concept, door="i", bron=rapport, bewerkingen=[bewerking])
    assert huidige_stand(winkel) == EERST
    assert huidige_stand(winkel, alles=True) == NA_VERVOLG
    map_ = maak_openbaar("vervolg", door="Baas")
    assert map_.name == "vervolg-openbaar"
    assert huidige_stand(winkel) == huidige_stand(winkel, alles=True) == NA_VERVOLG
    rij = winkel.laatste("vervolg-openbaar/levering")
    assert (rij["vervangt"], rij["concept"], rij["toelichting"]) == ("vervolg", "nee", "Feiten uit rapport drie.")
    assert winkel.laatste("vervolg-openbaar/bewerkingen")["levering_id"] == "vervolg-openbaar"
    assert winkel.laatste("vervolg-openbaar/aanvaarding")["aanvaard_door"] == "Baas"
    assert (map_ / "bron" / "upload.bin").read_bytes() == rapport.read_bytes()
    assert openen.huidig_bestand(winkel.thuis) == openen.huidig_bestand(winkel.thuis, alles=True)
    with pytest.raises(LeveringOnbekend, match="is geen concept"):
        maak_openbaar("vervolg-openbaar", door="i")


def test_een_concept_dat_wordt_ingetrokken_laat_geen_spoor_in_de_cijfers(winkel: Winkeldoos) -> None:
    """What it was to replace counts again, and there is one database again."""
    ervoor = alles_versie()
    (feiten,) = (lev for lev in zoek([winkel.map])[0] if lev.id == "feiten")
    beter = {gelezen.tabel: [dict(zip(vorm()[gelezen.tabel], rij, strict=True)) for rij in gelezen.rijen()]
             for gelezen in feiten.bestanden if gelezen.tabel not in {"aanvaarding", "bewerkingen"}}  # fmt: skip
    beter["levering"][0] |= {"levering_id": "beter", "vervangt": "feiten", "reden": "typefout", "concept": "ja"}
    beter["levering"][0]["aanvaard_op"] = ""
    beter["oordelen"][-1] |= {"uitkomst": "verbeterpunt", "teken_gedrukt": "X"}
    schrijf_levering(beter, door="i")
    # the row of i2 that was not assessed in 2014 is a verbeterpunt now
    assert huidige_stand(winkel, alles=True) == {**EERST, "i2": ("verbeterpunt", 2014)}
    trek_in("beter", reden="toch niet", door="i")
    assert huidige_stand(winkel, alles=True) == EERST
    assert openen.huidig_bestand(winkel.thuis) == openen.huidig_bestand(winkel.thuis, alles=True)
    assert alles_versie() == ervoor


# withdrawal


def test_intrekken(winkel: Winkeldoos) -> None:
    """The facts are gone from the figures, not from the store."""
    with winkel.zonder_bouwen():
        schrijf_levering(vervolg(uitkomst="verbeterpunt"), door="i")
    eerst = winkel.bestanden()
    winkel.op(3)
    map_ = trek_in("vervolg", reden="het rapport is ingetrokken", door="Inge")
    assert map_.name == "vervolg-ingetrokken"
    assert sorted(pad.name for pad in map_.iterdir()) == ["aanvaarding.csv", "controlegetallen.txt", "levering.csv"]
    rij = winkel.laatste("vervolg-ingetrokken/levering")
    assert (rij["vervangt"], rij["reden"], rij["aanvaard_op"]) == (
        "vervolg",
        "het rapport is ingetrokken",
        "2026-03-03",
    )
    assert huidige_stand(winkel) == EERST
    assert wat_gold(winkel, date(2026, 3, 2)) == {"kader", "feiten", "vervolg"}
    assert wat_gold(winkel, date(2026, 3, 3)) == {"kader", "feiten", "vervolg-ingetrokken"}
    assert eerst.items() <= winkel.bestanden().items()


def test_wat_nog_gebruikt_wordt_is_niet_in_te_trekken(winkel: Winkeldoos) -> None:
    """The refusal names who refers to it: the follow-up is of an aanpak that `feiten` holds."""
    with winkel.zonder_bouwen():
        schrijf_levering(vervolg(), door="i")
    ervoor = winkel.bestanden()
    with pytest.raises(NogInGebruik) as geweigerd:
        trek_in("feiten", reden="vergissing", door="i")
    assert str(geweigerd.value) == (
        'Levering "feiten" kan niet worden ingetrokken: "vervolg" verwijst naar wat erin staat. '
        "Trek dat eerst in, of vervang het."
    )
    assert winkel.bestanden() == ervoor
    with pytest.raises(NogInGebruik, match='"feiten" en "vervolg" verwijzen'):
        trek_in("kader", reden="vergissing", door="i")


def test_wat_niet_in_te_trekken_is(winkel: Winkeldoos) -> None:
    """What is not there, what does not count any more, a withdrawal itself; and nothing without a reason."""
    with winkel.zonder_bouwen():
        schrijf_levering(vervolg(), door="i")
        trek_in("vervolg", reden="x", door="i")
    ervoor = winkel.bestanden()
    for levering, zin in (
        ("nergens", 'Er is geen levering "nergens".'),
        ("vervolg", 'Levering "vervolg" geldt niet meer en kan dus niet worden ingetrokken.'),
        ("vervolg-ingetrokken", "is zelf een intrekking"),
    ):
        with pytest.raises(LeveringOnbekend, match=zin):
            trek_in(levering, reden="x", door="i")
    with pytest.raises(LeveringGeweigerd, match="kolom reden: is leeg"):
        trek_in("feiten", reden=" ", door="i")
    assert winkel.bestanden() == ervoor


def test_na_intrekken_kan_hetzelfde_opnieuw(winkel: Winkeldoos) -> None:
    """Under another id, for the first stays what it was."""
    with winkel.zonder_bouwen():
        schrijf_levering(vervolg(), door="i")
        trek_in("vervolg", reden="x", door="i")
        schrijf_levering(vervolg("vervolg-2", uitkomst="verbeterpunt"), door="i")
    winkel.bouw().close()
    assert stand(winkel.database) == NA_VERVOLG


# the preview


def test_een_proefbouw_is_alles_met_het_nieuwe_en_dan_weg(winkel: Winkeldoos) -> None:
    ervoor = winkel.bestanden()
    with proefbouw(vervolg(uitkomst="verbeterpunt", aanvaard_op="2026-03-01", formaat="1", concept="nee")) as bestand:
        assert stand(bestand) == NA_VERVOLG
    assert not bestand.exists()
    assert winkel.bestanden() == ervoor
    assert huidige_stand(winkel, alles=True) == EERST


def test_een_proefbouw_met_fouten(winkel: Winkeldoos) -> None:
    with pytest.raises(LeveringGeweigerd), proefbouw(vervolg(concept="misschien")):
        pass
