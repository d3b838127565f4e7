"""Which leveringen there are, and which of them count."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from data.fouten import Fout
from data.levering import controlegetallen
from data.levering.leveringen import Levering, datasetversie, ingetrokken, koppen, van_kracht, zoek


def levering(id_: str, dag: str = "2026-01-01", **gegevens: str) -> Levering:
    """A levering without files."""
    return Levering(id_, {"levering_id": id_, "aanvaard_op": dag, **gegevens}, [], f"controlegetal van {id_}")


def geldig(*leveringen: Levering, op: str | None = None, concept: bool = False) -> list[str]:
    """The ids of those that count, held to be without fault."""
    gevonden, fouten = van_kracht(list(leveringen), date.fromisoformat(op) if op else None, concept=concept)
    assert fouten == []
    return [levering.id for levering in gevonden]


def fouten(*leveringen: Levering) -> list[tuple[str, str, str]]:
    """Where and what."""
    return [(f.bestand, f.kolom, f.mis) for f in van_kracht(list(leveringen), None)[1]]


def herziet(id_: str, oud: str, dag: str = "2026-02-01") -> Levering:
    return levering(id_, dag, vervangt=oud, reden="typefout")


def test_een_reeks_vervangingen_laat_de_laatste_over() -> None:
    reeks = (levering("a"), herziet("b", "a"), herziet("c", "b", "2026-03-01"))
    assert geldig(*reeks) == ["c"]
    assert geldig(*reeks, op="2026-02-28") == ["b"]
    assert geldig(*reeks, op="2026-01-31") == ["a"]
    assert geldig(*reeks, op="2025-12-31") == []


def test_op_een_dag_mag_ook() -> None:
    assert geldig(levering("a"), herziet("b", "a", "2026-01-01"), herziet("c", "b", "2026-01-01")) == ["c"]


def test_een_concept_vervangt_alleen_waar_concepten_tellen() -> None:
    reeks = (levering("a"), levering("b", vervangt="a", reden="typefout", concept="ja"))
    assert geldig(*reeks) == ["a"]
    assert geldig(*reeks, concept=True) == ["b"]


def intrekking(id_: str, oud: str, **gegevens: str) -> Levering:
    """A levering that delivers nothing."""
    weg = levering(id_, "2026-04-01", vervangt=oud, reden="vergissing", **gegevens)
    weg.levert = False
    return weg


def concept(id_: str, oud: str = "") -> Levering:
    return levering(id_, "2026-02-01", concept="ja", **({"vervangt": oud, "reden": "typefout"} if oud else {}))


@pytest.mark.parametrize(
    ("reeks", "openbaar", "alles"),
    [
        ([concept("c")], [], ["c"]),
        # made public: the new one stands where the concept stood, and so in place of what that replaced
        ([concept("c"), herziet("n", "c", "2026-03-01")], ["n"], ["n"]),
        ([levering("a"), concept("c", "a"), herziet("n", "c", "2026-03-01")], ["n"], ["n"]),
        ([levering("a"), concept("c", "a"), concept("d", "c"), herziet("n", "d", "2026-03-01")], ["n"], ["n"]),
        # taken back: a concept leaves no trace, whatever it was to replace
        ([concept("c"), intrekking("x", "c", concept="ja")], [], []),
        ([levering("a"), concept("c", "a"), intrekking("x", "c", concept="ja")], ["a"], ["a"]),
        ([levering("a"), concept("c", "a"), intrekking("x", "c")], ["a"], ["a"]),
        ([levering("a"), concept("c", "a"), concept("d", "c"), intrekking("x", "d", concept="ja")], ["a"], ["c"]),
        ([levering("a"), concept("c", "a"), intrekking("x", "c", concept="ja"), concept("e", "a")], ["a"], ["e"]),
        # what was public stays gone
        ([levering("a"), intrekking("x", "a")], ["x"], ["x"]),
        ([levering("a"), herziet("b", "a"), intrekking("x", "b")], ["x"], ["x"]),
    ],
)
def test_openbaar_en_met_concept(reeks: list[Levering], openbaar: list[str], alles: list[str]) -> None:
    assert geldig(*reeks) == openbaar
    assert geldig(*reeks, concept=True) == alles


def test_wat_uiteindelijk_is_ingetrokken() -> None:
    """The last of a row of replacements is taken back: then all of the row is, and nothing else."""
    reeks = [levering("a"), herziet("b", "a"), intrekking("c", "b"), levering("d"), herziet("e", "d")]
    assert {naam: door.id for naam, door in ingetrokken(reeks).items()} == {"a": "c", "b": "c"}


def test_een_ingetrokken_concept_trekt_het_openbare_niet_mee() -> None:
    concept = levering("b", vervangt="a", reden="typefout", concept="ja")
    reeks = [levering("a"), concept, intrekking("c", "b", concept="ja")]
    assert {naam: door.id for naam, door in ingetrokken(reeks).items()} == {"b": "c"}
    # what replaces itself by a roundabout way, which a build refuses, has no end
    assert ingetrokken([herziet("a", "b"), herziet("b", "a")]) == {}


def test_een_concept_op_een_dag_dat_het_er_nog_niet_was() -> None:
    reeks = (levering("a"), concept("c", "a"), herziet("n", "c", "2026-03-01"))
    assert geldig(*reeks, op="2026-01-31", concept=True) == ["a"]
    assert geldig(*reeks, op="2026-02-28", concept=True) == ["c"]
    assert geldig(*reeks, op="2026-02-28") == ["a"]


def test_een_fout_in_wat_een_concept_vervangt_raakt_het_openbare_niet() -> None:
    """Two replace one: told where both count. A concept with the id of a public one likewise."""
    twee = [levering("a"), herziet("b", "a"), concept("c", "a")]
    dubbel = [levering("a"), concept("a")]
    for reeks, ids in ((twee, ["b"]), (dubbel, ["a"])):
        assert geldig(*reeks) == ids
        assert len(van_kracht(reeks, None, concept=True)[1]) == 1


def test_openbaar_maken_wat_intussen_vervangen_is() -> None:
    reeks = [levering("a"), herziet("b", "a"), concept("c", "a"), herziet("n", "c", "2026-03-01")]
    assert [(f.bestand, f.mis) for f in van_kracht(reeks, None)[1]] == [
        ("n/levering.csv", 'levering "a" is al vervangen door "b"')
    ]


@pytest.mark.parametrize(
    ("leveringen", "verwacht"),
    [
        ([herziet("b", "a")], [("b/levering.csv", "vervangt", 'levering "a" is onbekend')]),
        (
            [levering("a", "2026-03-01"), herziet("b", "a")],
            [("b/levering.csv", "vervangt", 'levering "a" is niet ouder')],
        ),
        ([herziet("a", "a")], [("a/levering.csv", "vervangt", 'levering "a" is niet ouder')]),
        (
            [herziet("a", "b"), herziet("b", "a")],
            [
                ("a/levering.csv", "vervangt", 'levering "b" is niet ouder'),
                ("b/levering.csv", "vervangt", 'levering "a" is niet ouder'),
            ],
        ),
        ([levering("a"), levering("b", vervangt="a")], [("b/levering.csv", "reden", "is leeg")]),
        (
            [levering("a"), herziet("b", "a"), herziet("c", "a")],
            [("c/levering.csv", "vervangt", 'levering "a" is al vervangen door "b"')],
        ),
        ([levering("a"), levering("a")], [("a/levering.csv", "levering_id", '"a" staat ook in a')]),
    ],
    ids=["onbekend", "jonger", "zichzelf", "elkaar", "zonder reden", "al vervangen", "zelfde id"],
)
def test_een_vervanging_die_niet_kan(leveringen: list[Levering], verwacht: list[tuple[str, str, str]]) -> None:
    assert fouten(*leveringen) == verwacht


def test_de_datasetversie_hangt_af_van_inhoud_en_niet_van_volgorde() -> None:
    a, b = levering("a"), levering("b")
    assert datasetversie([a, b]) == datasetversie([b, a])
    assert len({datasetversie(keus) for keus in ([], [a], [b], [a, b])}) == 4
    b.controlegetal = "anders"
    assert datasetversie([a, b]) != datasetversie([a, levering("b")])


KOP = "levering_id,formaat,aanvaard_op,vervangt,reden,concept,fictief,toelichting\n"


def test_zoeken_gaat_door_mappen_heen(tmp_path: Path) -> None:
    for naam in ("b/diep", "a"):
        (tmp_path / naam).mkdir(parents=True)
        (tmp_path / naam / "levering.csv").write_text(f"{KOP}x-{naam[0]},1,2026-01-01,,,nee,nee,\n", encoding="utf-8")
    gevonden, fouten_ = zoek([tmp_path])
    assert fouten_ == []
    assert [(lev.id, lev.naam) for lev in gevonden] == [
        ("x-a", f"{tmp_path.name}/a"),
        ("x-b", f"{tmp_path.name}/b/diep"),
    ]
    assert zoek([tmp_path / "a"])[0][0].naam == "a"


def test_een_map_met_een_punt_en_het_origineel_worden_niet_gelezen(tmp_path: Path) -> None:
    """A levering on its way in is not there yet, a report that came as CSV is no table. Elsewhere `bron` is a name."""
    for naam in (".aanvaarden-x/c", "a", "bron"):
        (tmp_path / naam).mkdir(parents=True)
        (tmp_path / naam / "levering.csv").write_text(f"{KOP}x-{naam[0]},1,2026-01-01,,,nee,nee,\n", encoding="utf-8")
    (tmp_path / "a" / "bron").mkdir()
    (tmp_path / "a" / "bron" / "Rapport.csv").write_text("onzin", encoding="utf-8")
    controlegetallen.schrijf(tmp_path / "a")
    gevonden, fouten_ = zoek([tmp_path])
    assert ([lev.id for lev in gevonden], fouten_) == (["x-a", "x-b"], [])


def test_koppen_zijn_dezelfde_leveringen(tmp_path: Path) -> None:
    """Quick, with what tells which count: id, what it replaces, whether it delivers anything."""
    rijen = {"a": "a,1,2026-01-01,,,nee,nee,", "b": "b,1,2026-02-01,a,fout,nee,nee,", ".c": "c,1,2026-01-01,,,nee,nee,"}
    for naam, rij in rijen.items():
        (tmp_path / naam).mkdir()
        (tmp_path / naam / "levering.csv").write_text(f"{KOP}{rij}\n", encoding="utf-8")
    (tmp_path / "a" / "kaders.csv").write_text("kader_id,kader,niveau,opmerking\n", encoding="utf-8")
    snel, heel = koppen([tmp_path, tmp_path / "nergens"]), zoek([tmp_path])[0]
    for gevonden in (snel, heel):
        assert [(lev.id, lev.vervangt, lev.is_intrekking) for lev in gevonden] == [("a", "", False), ("b", "a", True)]
    assert [lev.map for lev in snel] == [lev.map for lev in heel] == [tmp_path / "a", tmp_path / "b"]


def test_tabellen_zonder_levering_csv_gaan_niet_stil_verloren(tmp_path: Path) -> None:
    (tmp_path / "los").mkdir()
    (tmp_path / "los" / "kaders.csv").write_text("kader_id,kader,niveau,opmerking\n", encoding="utf-8")
    assert zoek([tmp_path]) == (
        [],
        [Fout(f"{tmp_path.name}/los", 0, "", "in deze map staan tabellen zonder levering.csv", "een levering.csv")],
    )


@pytest.mark.parametrize("rijen", [0, 2])
def test_een_levering_heeft_precies_een_rij(tmp_path: Path, rijen: int) -> None:
    (tmp_path / "levering.csv").write_text(KOP + "x,1,2026-01-01,,,nee,nee,\n" * rijen, encoding="utf-8")
    _, (fout,) = zoek([tmp_path])
    assert (fout.mis, fout.verwacht) == (f"er staan {rijen} rijen", "precies één rij")


def test_een_dag_die_geen_dag_is_telt_altijd_mee() -> None:
    """Then the checks name it, whatever the kennisdatum."""
    assert geldig(levering("a", "morgen"), op="1990-01-01") == ["a"]
