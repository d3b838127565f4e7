"""Coverage, from the rapporten's own words: 2 of 21, 1 of 4, 1 of 6; and counted in fictional rounds."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from queries import Bron
from tests.queries.hulp import BELEID, CASUS, STELSEL, oordelen, rijen
from tests.queries.schetsen import FUSIES, KADER

Verzonnen = Callable[[Mapping[str, str]], Bron]


def ronde(aantal: int, *genoemd: str) -> dict[str, str]:
    """A round `r` of so many gemeenten, of which a rapport names these."""
    kop = "ronde_id|ronde|kader_id|jaar_van|jaar_tot|aantal_gemeenten|bron"
    namen = [f"r|{code}|verzonnen" for code in genoemd]
    return {
        "onderzoeksrondes": f"{kop}\nr|Ronde|fk|2013|2016|{aantal}|verzonnen",
        "ronde_deelname": "\n".join(["ronde_id|gemeente_code|bron", *namen]),
    }


def geteld(bron: Bron) -> list[tuple[object, ...]]:
    antwoord = bron.vraag("dekking")
    return rijen(antwoord[antwoord["ronde_id"] == "r"], "aantal_gemeenten", "hier", "gemeenten_hier", "genoemd")


def test_dekking(bron: Bron) -> None:
    kolommen = ("kader_id", "aantal_gemeenten", "hier", "gemeenten_hier", "genoemd", "jaar_van", "jaar_tot")
    assert rijen(bron.vraag("dekking"), *kolommen) == [
        # named: Alkmaar, Leeuwarden, Zwolle, and by inference Delft, Lelystad, Maastricht
        (BELEID, 21, 2, "Alkmaar, Leeuwarden", 6, 2013, 2014),
        (CASUS, 4, 1, "Zwolle", 4, 2013, 2014),
        (STELSEL, 6, 1, "Den Helder", 1, 2016, 2017),
    ]


def test_wie_hier_is_is_bekend_bij_naam(verzonnen: Verzonnen) -> None:
    """Een and Twee are measured, no list names them; Twee and Drie are named. Of 5 are 2 here and 3 known."""
    aanpakken = {"aanpakken": "aanpak_id|gemeente_code|aanpak\na|FG0001|Aanpak A\nb|FG0002|Aanpak B"}
    metingen = oordelen("a 2014-06-01 ed b1=X ronde_id=r", "b 2014-06-01 ed b1=X ronde_id=r")
    geen = verzonnen(KADER | ronde(3) | aanpakken | metingen)
    assert geteld(geen) == [(3, 2, "Een, Twee", 2)]
    deels = verzonnen(KADER | ronde(5, "FG0002", "FG0003") | aanpakken | metingen)
    assert geteld(deels) == [(5, 2, "Een, Twee", 3)]


def _fusie(aantal: int, *genoemd: str, gemeten: str) -> dict[str, str]:
    """FUSIES with a round: of these aanpakken the metingen belong to it."""
    metingen = {"a": "2013-06-01", "b": "2014-06-01", "c": "2016-06-01", "d": "2016-06-01"}
    return FUSIES | ronde(aantal, *genoemd) | oordelen(*(f"{a} {metingen[a]} ed b1=X ronde_id=r" for a in gemeten))


def test_na_een_fusie_is_het_dezelfde_gemeente(verzonnen: Verzonnen) -> None:
    """Een (measured in 2013) merged into Twee (2014), that into Drie (2015): all of it is the one that took part."""
    assert geteld(verzonnen(_fusie(1, gemeten="abc"))) == [(1, 1, "Een", 1)]
    assert geteld(verzonnen(_fusie(1, gemeten="ac"))) == [(1, 1, "Een", 1)]


def test_van_wie_opging_is_het_rapport_van_de_opvolger_hier(verzonnen: Verzonnen) -> None:
    """Named are Een and Twee, measured is Drie, that took over both: one rapport is here, two names are known."""
    assert geteld(verzonnen(_fusie(2, "FG0001", "FG0002", gemeten="cd"))) == [(2, 1, "Drie", 2)]


def test_wie_ook_zelf_meedeed_telt_apart(verzonnen: Verzonnen) -> None:
    """Drie is named itself; then it took part beside Een, that later merged into it."""
    assert geteld(verzonnen(_fusie(2, "FG0001", "FG0003", gemeten="ac"))) == [(2, 2, "Drie, Een", 2)]


def test_voor_de_fusie_is_het_een_andere_gemeente(verzonnen: Verzonnen) -> None:
    """Drie was measured itself in 2014, before it took over Twee."""
    metingen = oordelen(
        "b 2014-06-01 ed b1=X ronde_id=r", "d 2014-06-01 ed b1=X ronde_id=r", "d 2016-06-01 ed b1=V ronde_id=r"
    )
    assert geteld(verzonnen(FUSIES | ronde(2) | metingen)) == [(2, 2, "Drie, Twee", 2)]


def test_twee_gemeenten_van_een_naam(verzonnen: Verzonnen) -> None:
    namen = {"gemeenten": "gemeente_code|gemeente\nFG0001|Bergen\nFG0002|Bergen\nFG0003|Alom"}
    aanpakken = "\n".join(["aanpak_id|gemeente_code|aanpak", *(f"{a}|FG000{n}|A" for n, a in enumerate("abc", 1))])
    metingen = oordelen(*(f"{a} 2014-06-01 ed b1=X ronde_id=r" for a in "abc"))
    bron = verzonnen(KADER | namen | {"aanpakken": aanpakken} | ronde(3) | metingen)
    assert geteld(bron) == [(3, 3, "Alom, Bergen (FG0001), Bergen (FG0002)", 3)]


def _in_ronde(metingen: str, ronde: str) -> str:
    kop, *regels = metingen.splitlines()
    return "\n".join([f"{kop}|ronde_id", *(f"{regel}|{ronde}" for regel in regels)])


def test_geen_rapport_is_nul_en_een_gemeente_telt_een_keer(
    verzonnen: Callable[[Mapping[str, str]], Bron],
) -> None:
    # Twee was measured twice and by two aanpakken, Een once; of round q no rapport is here and nobody is named
    schets = KADER | {
        "aanpakken": "aanpak_id|gemeente_code|aanpak\na|FG0002|Aanpak A\nb|FG0002|Aanpak B\nc|FG0001|Aanpak C",
        "onderzoeksrondes": "ronde_id|ronde|kader_id|jaar_van|jaar_tot|aantal_gemeenten|bron\n"
        "r|Ronde|fk|2012|2012|9|x\nq|Lege ronde|fk|2012|2012|7|x\np|Latere lege ronde|fk|2014|2014|5|x",
        "ronde_deelname": "ronde_id|gemeente_code|aanpak|bron\n"
        "r|FG0001||x\nr|FG0002|Aanpak A|x\nr|FG0002|Aanpak B|x\nr|FG0003||x",
    }
    gemeten = oordelen("a 2012-02-01 ed b1=X", "a 2012-09-01 ed b1=X", "b 2012-02-01 ed b1=X", "c 2012-02-01 ed b1=V")
    gemeten["metingen"] = _in_ronde(gemeten["metingen"], "r")
    kolommen = ("ronde_id", "kader_id", "aantal_gemeenten", "hier", "gemeenten_hier", "genoemd")
    # the three shipped rounds stand between these, by year: none of their rapporten is here, all that took part is
    assert rijen(verzonnen(schets | gemeten).vraag("dekking"), *kolommen) == [
        ("q", "fk", 7, 0, None, 0),
        ("r", "fk", 9, 2, "Een, Twee", 3),
        ("ronde-ggsr-beleid", BELEID, 21, 0, None, 6),
        ("ronde-ggsr-casus", CASUS, 4, 0, None, 4),
        ("p", "fk", 5, 0, None, 0),
        ("ronde-wijkteams", STELSEL, 6, 0, None, 1),
    ]
