"""A whole letter from the shipped leveringen: figures worked out by hand from the four reports (design, section 4)."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data.bouw.bouwen import bouw
from pagina.uitvoer.brief.keuze import Keuze
from pagina.uitvoer.brief.samenstellen import stel_samen
from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.inhoud.stuk import Stuk
from pagina.uitvoer.inhoud.tabel import Rij
from pagina.uitvoer.inhoud.velden import NAUWER
from pagina.uitvoer.vormen.formaten import bestandsnaam
from queries import Bron, bron
from tests.geleverd import VIER
from tests.queries.hulp import schrijf_levering
from tests.queries.test_eerder_vastgesteld import SCHETS

# of the shipped leveringen much the same is asked for each letter
pytestmark = pytest.mark.usefixtures("onthouden")

#: Makes the letter of a choice.
Brief = Callable[..., Stuk]
ADRES = "https://dashboard.voorbeeld"


@pytest.fixture(scope="module")
def bron_(geleverd_map: Path) -> Bron:
    return bron(geleverd_map)


@pytest.fixture(scope="module")
def brief(bron_: Bron) -> Brief:
    """Makes the letter of a choice."""
    return lambda *kaders, **anders: stel_samen(bron_, keuze_van(kaders, **anders), adres=ADRES)


def keuze_van(kaders: tuple[str, ...], **anders: Any) -> Keuze:  # noqa: ANN401 - whatever a choice takes
    """A choice, its filters by their own names."""
    nauwer = {naam: anders.pop(naam) for naam in NAUWER if naam in anders}
    return Keuze(kaders, nauwer=nauwer, **anders)


def rijen(stuk: Stuk) -> list[Rij]:
    return list(stuk.tabel.rijen())


def test_ggsr_beleid_says_what_the_two_reports_say(brief: Brief) -> None:
    stuk = brief("ggsr-beleid")
    (deel,) = stuk.onderdelen
    assert stuk.titel == "Opvolging van verbeterpunten: GGSR beleid, 2013–2014"
    assert deel.alineas == (
        "Van twee van de 21 gemeenten uit de onderzoeksronde ‘GGSR op beleidsniveau’ is een rapport verwerkt (Alkmaar "
        "en Leeuwarden); dit is geen landelijk beeld. Bij deze twee gemeenten samen heeft Samenwerkend Toezicht Jeugd "
        "(STJ) in 2013 zestien verbeterpunten vastgesteld (kader GGSR beleid, geteld per aanpak). Daarvan waren er in "
        "2014 tien opgepakt en vijf niet opgepakt; van één is de stand onbekend, omdat het in 2014 niet is beoordeeld. "
        "Opgepakt is dus 67% van de beoordeelde punten (10 van 15) en 63% van alle vastgestelde punten (10 van 16, "
        "waarvan één onbekend). In Leeuwarden zijn de aanpakken Interventieteam Gezinnen en Voorwaardelijke "
        "Interventie Gezinnen overgenomen door Sociale Wijkteams; de stand van 2014 gaat over die opvolger, die voor "
        "elk van beide telt. Dat deze tien punten zijn opgepakt, heeft de gemeente Leeuwarden zelf verteld; geen ervan "
        "is opnieuw getoetst. Van de vijf punten die wel opnieuw zijn getoetst, was er geen helemaal opgepakt.",
        "Van Alkmaar (2013 en 2014) en Leeuwarden (2013 en 2014) is niet het hele kader afgedrukt, maar een selectie. "
        "Een aandeel dat daarop rust, zegt niets over het kader als geheel.",
    )
    # vastgesteld, beoordeeld, opgepakt, tested, told, deels, niet, niet beoordeeld, nog niet hertoetst, vervallen, %, %
    assert rijen(stuk) == [
        ("Alkmaar", 6, 5, 0, 0, 0, 0, 5, 1, 0, 0, 0, 0),
        ("Leeuwarden", 10, 10, 10, 0, 10, 0, 0, 0, 0, 0, 100, 100),
        ("Totaal", 16, 15, 10, 0, 10, 0, 5, 1, 0, 0, 67, 63),
    ]
    assert deel.figuur is not None
    assert deel.figuur.titel == "Status van elke indicator per aanpak, GGSR beleid, 2013–2014"
    assert len(deel.figuur.cellen) == 18
    assert deel.voorbehoud[1:3] == (
        "Voor de tien punten die zijn opgepakt volgens de gemeente zelf, heeft geen inspectie vastgesteld dat ze "
        "werkelijk zijn opgepakt.",
        "Van één punt is de stand onbekend. Als klopt wat is verteld, ligt het aantal opgepakte punten daardoor tussen "
        "tien en elf van de zestien. Van de opgepakte punten is er geen opnieuw getoetst.",
    )
    assert bestandsnaam(stuk, "ods").startswith("opvolging-van-verbeterpunten-ggsr-beleid-2013-2014_")
    assert [bron.rapport_id for bron in stuk.herkomst.rapporten] == ["stj-alkmaar-2015", "stj-leeuwarden-2015"]
    assert stuk.noten[0] == (
        "Samenwerkend Toezicht Jeugd (STJ), Uitkomsten verbeterpunten toezichtonderzoek Alkmaar. Aanpak: Helpende Hand "
        "in de Wijk, juni 2015, Uitkomsten verbeterpunten, tabel Toeleiding; Vervolg uitkomsten verbeterpunten, tabel "
        "Samenwerking."
    )
    assert stuk.noten[-1].startswith("Bewerking: dashboard Verbeterpunten, datasetversie ")


def test_where_nothing_was_tested_again_there_is_no_zero(brief: Brief) -> None:
    stuk = brief("ggsr-casus", per="thema")
    (deel,) = stuk.onderdelen
    assert deel.alineas[0].endswith("is dus onbekend; dat is iets anders dan nul.")
    assert "%" not in deel.alineas[0]
    # Zwolle: 3 under Gezin centraal, 5 under De aanpak, 2 under Samenwerking, 1 under Continu
    leeg = (0, None, None, None, None, None, 0)
    assert rijen(stuk) == [
        ("Gezin centraal", 3, *leeg, 3, 0, None, None),
        ("De aanpak", 5, *leeg, 5, 0, None, None),
        ("Samenwerking", 2, *leeg, 2, 0, None, None),
        ("Continu", 1, *leeg, 1, 0, None, None),
        ("Totaal", 11, *leeg, 11, 0, None, None),
    ]
    assert deel.alineas[1].startswith("Het oordeel over Zwolle in 2013 rust op: 3 van circa 80 gezinnen")
    # ten ✗, and one cell with both signs
    assert "elf verbeterpunten vastgesteld" in deel.alineas[0]
    assert "Eén daarvan is gemengd: het rapport drukt er ✓ en X af." in deel.alineas[0]


def test_two_kaders_are_two_parts_and_never_a_sum(brief: Brief) -> None:
    stuk = brief("ggsr-casus", "ggsr-beleid")
    assert [deel.kop for deel in stuk.onderdelen] == [
        "GGSR beleid, 2013–2014",
        "GGSR casus, 2013, nog niet opnieuw getoetst",
    ]
    assert [rij[:4] for rij in rijen(stuk)] == [
        ("GGSR beleid", "2013–2014", "Alkmaar", 6),
        ("GGSR beleid", "2013–2014", "Leeuwarden", 10),
        ("GGSR beleid", "2013–2014", "Totaal", 16),
        # one gemeente is its own total
        ("GGSR casus", "2013, nog niet opnieuw getoetst", "Zwolle", 11),
    ]
    for deel in stuk.onderdelen:
        assert any("niet op te tellen" in zin for zin in deel.voorbehoud)


def test_two_pairs_of_years_of_one_kader(brief: Brief) -> None:
    stuk = brief("ggsr-beleid", periodes=("2013-2014", "2014-"), gemeenten=("GM0361",))
    # Alkmaar's six go on from 2014: five as found then, the one in the empty cell carried over
    assert [(rij[1], rij[2], rij[3]) for rij in rijen(stuk)] == [
        ("2013–2014", "Alkmaar", 6),
        ("2014, nog niet opnieuw getoetst", "Alkmaar", 6),
    ]


def test_what_a_meting_passed_over_is_not_called_of_its_year(brief: Brief) -> None:
    """Of Alkmaar's six of 2014 five X are printed; the sixth is of 2013, and its cell of 2014 is empty."""
    stuk = brief("ggsr-beleid", periodes=("2014-",), gemeenten=("GM0361",))
    assert stuk.onderdelen[0].alineas[0] == (
        "Bij de gemeente Alkmaar heeft Samenwerkend Toezicht Jeugd (STJ) in 2014 of eerder zes verbeterpunten "
        "vastgesteld (kader GGSR beleid, geteld per aanpak). Eén van de zes verbeterpunten is eerder vastgesteld en "
        "bij de meting in 2014 niet beoordeeld. Van geen van de zes punten staat in dit dashboard een nieuwe toets na "
        "2014. Hoeveel er zijn opgepakt, is dus onbekend; dat is iets anders dan nul."
    )
    figuur = stuk.onderdelen[0].figuur
    assert figuur is not None
    assert "Eén van de zes verbeterpunten is eerder vastgesteld" in figuur.tekst
    koppen = [kolom.kop for kolom in stuk.tabel.kolommen]
    assert koppen[1:3] == ["Verbeterpunten vastgesteld", "Waarvan eerder vastgesteld"]
    assert [rij[:3] for rij in rijen(stuk)] == [("Alkmaar", 6, 1)]
    # Toeleiding: one X of 2014, and the one of 2013. Without those of before nothing is said of them, nor a column
    assert (
        "Eén van de twee" in brief("ggsr-beleid", periodes=("2014-",), themas=("Toeleiding",)).onderdelen[0].alineas[0]
    )
    ander = brief("ggsr-beleid", periodes=("2014-",), themas=("De aanpak",))
    assert "eerder" not in ander.onderdelen[0].alineas[0]
    assert "Waarvan eerder vastgesteld" not in [kolom.kop for kolom in ander.tabel.kolommen]


def test_what_the_gemeente_told_is_not_called_tested_where_it_met_the_norm(brief: Brief) -> None:
    """Of 2014 Leeuwarden has six ✓, all told. Alkmaar's six wait."""
    alinea = brief("ggsr-beleid", periodes=("2014-",)).onderdelen[0].alineas[0]
    woord = "volgens de gemeente zelf; dat is niet getoetst."
    assert f" Bij Leeuwarden voldeed alles wat is beoordeeld, {woord} Van geen van de zes punten " in alinea
    alleen = brief("ggsr-beleid", periodes=("2014-",), gemeenten=("GM0080",)).onderdelen[0].alineas[0]
    assert alleen == (
        "Bij de gemeente Leeuwarden heeft Samenwerkend Toezicht Jeugd (STJ) in 2014 geen verbeterpunten vastgesteld "
        f"(kader GGSR beleid, geteld per aanpak): alle zes oordelen zijn ‘voldoet’, {woord}"
    )


def test_a_choice_of_bewijs_does_not_take_away_what_was_judged(brief: Brief) -> None:
    """In 2013 both gemeenten were judged; only Alkmaar was tested again, and Leeuwarden told."""
    alinea = brief("ggsr-beleid", bewijzen=("hertoets_verbeterpunten",)).onderdelen[0].alineas[0]
    assert "Wat in 2013 bij Leeuwarden is beoordeeld, valt buiten deze keuze." in alinea


#: A report that does not exist: Alkmaar a year later, one of its six points met the norm.
ALKMAAR_2015 = {
    "rapporten": "rapport_id|titel|uitgever|gepubliceerd\nr-later|Verzonnen|Samenwerkend Toezicht Jeugd (STJ)|2016-06",
    "metingen": (
        "meting_id|aanpak_id|editie_id|ronde_id|peiljaar|bezoek_op|dekking|bewijs\n"
        "m-later|alkmaar-helpende-hand|ggsr-beleid-2013|ronde-ggsr-beleid|2015|2015-11-25|selectie|volledige_toets"
    ),
    "meting_rapport": "meting_id|rapport_id\nm-later|r-later",
    "oordelen": """
        meting_id|indicator_id|rapport_id|uitkomst|teken_gedrukt
        m-later|beleid-beleid-en-visie|r-later|voldoet|✓
        m-later|beleid-gezamenlijke-doelen|r-later|verbeterpunt|X
        m-later|beleid-doorzettingsmacht|r-later|verbeterpunt|X
        m-later|beleid-niet-loslaten|r-later|verbeterpunt|X
    """,
}


def test_what_was_not_tested_again_in_these_years_is_not_said_to_be_absent(tmp_path: Path) -> None:
    """Of 2014 Leeuwarden has six oordelen, none tested again in 2015; the points that follow are Alkmaar's."""
    later = Bron(bouw([*VIER, schrijf_levering(tmp_path, ALKMAAR_2015)], naar=tmp_path / "later.duckdb").bestand)
    alinea = stel_samen(later, Keuze(("ggsr-beleid",), periodes=("2014-2015",)), adres=ADRES).onderdelen[0].alineas[0]
    assert (
        "Wat in 2014 bij Leeuwarden is beoordeeld, is in 2015 niet opnieuw getoetst. Van de zes verbeterpunten was er "
        "in 2015 één opgepakt en waren er drie niet opgepakt; van twee is de stand onbekend, omdat ze in 2015 niet "
        "zijn beoordeeld." in alinea
    )
    assert "geen oordeel" not in alinea


def test_a_voldoet_that_was_passed_over_is_not_called_of_its_year(tmp_path: Path) -> None:
    """Of the sketch from 2014 to 2016: b1 of aanpak a is an X of 2013, and its b3 a ✓ of 2013 that fell back."""
    levering = schrijf_levering(tmp_path, SCHETS)
    verzonnen = Bron(bouw([levering], naar=tmp_path / "verzonnen.duckdb").bestand)
    alinea = stel_samen(verzonnen, Keuze(("fk",), periodes=("2014-2016",)), adres=ADRES).onderdelen[0].alineas[0]
    assert "in 2014 of eerder drie verbeterpunten vastgesteld" in alinea
    assert "Eén van de drie verbeterpunten is eerder vastgesteld en bij de meting in 2014 niet beoordeeld." in alinea
    assert alinea.endswith("Van wat in 2014 of eerder voldeed, was er in 2016 één teruggevallen tot een verbeterpunt.")


def test_each_oordeel_apart_is_the_table_of_opvolging(brief: Brief) -> None:
    stuk = brief("ggsr-beleid", per="oordeel")
    koppen = [kolom.kop for kolom in stuk.tabel.kolommen]
    status = koppen.index("Status")
    assert stuk.tabel.aantal == len(rijen(stuk)) == 18
    assert sorted(str(rij[status]) for rij in rijen(stuk)) == sorted(
        ["opgepakt"] * 10 + ["niet opgepakt"] * 5 + ["niet beoordeeld"] + ["behouden"] * 2
    )


def test_per_indicator_names_the_thema_and_gives_the_indicator_in_full(brief: Brief) -> None:
    stuk = brief("ggsr-beleid", per="indicator", gemeenten=("GM0080",), eenheid="gemeente")
    assert [kolom.kop for kolom in stuk.tabel.kolommen][:3] == ["Thema", "Indicator", "Verbeterpunten vastgesteld"]
    *regels, totaal = rijen(stuk)
    # Leeuwarden per indicator: six of six
    assert [rij[2:6] for rij in regels] == [(1, 1, 1, 0)] * 6
    assert totaal[:5] == ("", "Totaal", 6, 6, 6)


def test_a_kader_without_oordelen_says_so(brief: Brief) -> None:
    stuk = brief("stelseltoezicht")
    (deel,) = stuk.onderdelen
    assert "geen oordeel per indicator" in deel.alineas[0]
    assert deel.figuur is None
    assert rijen(stuk) == []


def test_a_thema_without_oordelen_in_this_kader_is_not_zero(brief: Brief) -> None:
    stuk = brief("ggsr-beleid", "ggsr-casus", themas=("Gezin centraal",))
    beleid, casus = stuk.onderdelen
    assert beleid.alineas == (
        "In dit dashboard staat geen oordeel over 2013 bij het thema Gezin centraal (kader GGSR beleid). Dat is niet "
        "hetzelfde als nul verbeterpunten.",
    )
    assert "in 2013 bij het thema Gezin centraal drie verbeterpunten vastgesteld" in casus.alineas[0]


def test_where_nothing_was_a_verbeterpunt_it_says_of_whom_and_from_which_rapport(brief: Brief) -> None:
    """Zwolle's two indicators on Informatiedeling both have a ✓; nobody may read that as: nowhere anything wrong."""
    stuk = brief("ggsr-casus", onderwerpen=("informatiedeling",))
    (deel,) = stuk.onderdelen
    assert deel.alineas[0] == (
        "Van één van de vier gemeenten uit de onderzoeksronde ‘GGSR op casusniveau’ is een rapport verwerkt (Zwolle); "
        "dit is geen landelijk beeld. Bij deze gemeente heeft Samenwerkend Toezicht Jeugd (STJ) in 2013 over het "
        "onderwerp ‘Informatiedeling’ geen verbeterpunten vastgesteld (kader GGSR casus, geteld per aanpak): beide "
        "oordelen zijn ‘voldoet’."
    )
    assert deel.alineas[1].startswith("Het oordeel over Zwolle in 2013 rust op: 3 van circa 80 gezinnen")
    assert [bron.rapport_id for bron in stuk.herkomst.rapporten] == ["stj-zwolle-bijzondere-doelgroepen-2014"]
    assert rijen(stuk) == []


def test_one_of_the_two_gemeenten_has_no_oordeel_on_it(brief: Brief) -> None:
    """Alkmaar printed one ✗ on Informatiedeling; Leeuwarden printed no such row."""
    (deel,) = brief("ggsr-beleid", onderwerpen=("informatiedeling",)).onderdelen
    assert "Bij één daarvan (Alkmaar) heeft" in deel.alineas[0]
    assert "Over Leeuwarden staat hierover geen oordeel uit 2013 in dit dashboard." in deel.alineas[0]
    assert deel.alineas[0].endswith("Het ene verbeterpunt was in 2014 niet opgepakt. Dit is opnieuw getoetst.")


def test_an_empty_selection_names_its_gemeenten(brief: Brief) -> None:
    """Leeuwarden printed no row under Toeleiding."""
    leeg = brief("ggsr-beleid", themas=("Toeleiding",), gemeenten=("GM0080",))
    assert (
        leeg.onderdelen[0]
        .alineas[0]
        .startswith("In dit dashboard staat geen oordeel over 2013 bij het thema Toeleiding in de gemeente Leeuwarden")
    )


def test_the_exportnummer_depends_on_the_selection_and_not_on_its_order_or_the_address(
    brief: Brief, bron_: Bron
) -> None:
    een = brief("ggsr-beleid", "ggsr-casus", gemeenten=("GM0361", "GM0080")).herkomst
    ander = stel_samen(
        bron_, keuze_van(("ggsr-casus", "ggsr-beleid"), gemeenten=("GM0080", "GM0361")), adres="http://elders"
    ).herkomst
    assert een.exportnummer == ander.exportnummer
    assert een.exportnummer != brief("ggsr-beleid", "ggsr-casus", gemeenten=("GM0361",)).herkomst.exportnummer
    assert een.link.startswith(f"{ADRES}/kamerbrief?")


def test_the_latest_pair_of_years_is_fixed_in_what_is_printed(brief: Brief) -> None:
    """Later reports add pairs: the number, the link and the command must keep meaning this one."""
    vanzelf, genoemd = brief("ggsr-beleid").herkomst, brief("ggsr-beleid", periodes=("2013-2014",)).herkomst
    assert vanzelf.parameters["periodes"] == ["2013-2014"]
    assert vanzelf.exportnummer == genoemd.exportnummer
    assert "periode=2013+%E2%86%92+2014" in vanzelf.link
    assert "2013 → 2014" in vanzelf.opdracht
    samen = brief("ggsr-beleid", "ggsr-casus").herkomst
    assert samen.parameters["periodes"] == ["ggsr-beleid:2013-2014", "ggsr-casus:2013-"]


def test_what_is_printed_gives_the_same_letter_again(brief: Brief, bron_: Bron) -> None:
    stuk = brief("ggsr-beleid", "ggsr-casus", themas=("De aanpak",), eenheid="gemeente", per="indicator")
    weer = stel_samen(bron_, Keuze.uit_json(stuk.herkomst.als_json()["parameters"]), adres=ADRES)
    assert (weer.titel, rijen(weer), weer.noten, weer.herkomst) == (
        stuk.titel,
        rijen(stuk),
        stuk.noten,
        stuk.herkomst,
    )


@pytest.mark.parametrize(
    ("keuze", "zin"),
    [
        ({"kaders": ()}, "Kies een kader: cijfers van verschillende kaders gaan nooit samen."),
        (
            {"kaders": ("ggsr",)},
            "Kader ‘ggsr’ staat niet in de lijst. Kies uit: GGSR beleid, GGSR casus en Stelseltoezicht jeugd / "
            "sociaal domein.",
        ),
        (
            {"kaders": ("ggsr-beleid",), "periodes": ("2012-2013",)},
            "De periode ‘2012-2013’ komt bij deze kaders niet voor. Kies uit: 2013 → 2014 en 2014 → nog geen hertoets.",
        ),
        (
            {"kaders": ("ggsr-beleid",), "themas": ("Wonen",)},
            "Thema ‘Wonen’ staat niet in de lijst. Kies uit: Toeleiding, De aanpak, Samenwerking en Continu.",
        ),
        (
            {"kaders": ("ggsr-beleid",), "gemeenten": ("GM0363", "GM0361")},
            "Gemeente ‘Amsterdam’ staat niet in de lijst. Kies uit: Alkmaar, Den Helder, Leeuwarden en Zwolle.",
        ),
    ],
)
def test_a_choice_of_what_does_not_exist_is_refused_with_what_does(
    bron_: Bron, keuze: dict[str, Any], zin: str
) -> None:
    with pytest.raises(UitvoerGeweigerd) as geweigerd:
        stel_samen(bron_, keuze_van(**keuze), adres=ADRES)
    assert str(geweigerd.value) == zin


def test_a_paragraph_of_fictional_figures_says_so_itself(fictieve_map: Path) -> None:
    """It is pasted without the page around it."""
    fictief = bron(fictieve_map)
    kader = next(rij.kader_id for rij in fictief.vraag("kaders").itertuples() if rij.oordelen)
    alinea = stel_samen(fictief, Keuze((str(kader),)), adres=ADRES).onderdelen[0].alineas[0]
    assert alinea.startswith("Let op: deze cijfers zijn fictief. De gemeenten en oordelen bestaan niet. ")


def test_a_paragraph_of_real_figures_beside_fictional_ones_is_not_called_fictional(gemengde_map: Path) -> None:
    alinea = stel_samen(bron(gemengde_map), Keuze(("ggsr-beleid",)), adres=ADRES).onderdelen[0].alineas[0]
    assert alinea.startswith("Let op: in deze gegevens staan ook verzonnen gemeenten of oordelen. ")
    assert "bestaan niet" not in alinea
