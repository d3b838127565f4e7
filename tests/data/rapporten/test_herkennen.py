"""What running text tells of a report: found where it stands, in doubt where it can be read otherwise, else nothing."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from data.rapporten.bekend import Bekend, bekend
from data.rapporten.document import Alinea, Blok, Document, Plek, Tabel
from data.rapporten.gelezen import Cel, CelLezing, Herkend, Kolom, Tabellen, Vondst
from data.rapporten.herkenning.datums import alleen_datum, datum, enkele_periode, getypte_datum, jaren, periode
from data.rapporten.herkenning.herkennen import herken
from data.rapporten.herkenning.kader import grond
from data.rapporten.herkenning.koppelen import Kaderkennis
from data.rapporten.herkenning.tijd import grond as grond_van_peiljaar
from data.rapporten.lezers import lees_document
from data.rapporten.oordelen.tabellen import lees_tabellen
from data.rapporten.voorstel.model import OngeldigeWaarde
from data.rapporten.voorstel.waarden import controleer_datum
from tests.data.bouwdoos import Doos

BRONNEN = Path(__file__).parents[4] / "shared" / "bronnen"
GEEN = Tabellen((), ())

FACTSHEET = """
Samenwerkend Toezicht Jeugd
Ministerie van Volksgezondheid,
Welzijn en Sport

Uitkomsten verbeterpunten toezichtonderzoek Proefstad

Aanpak: Samen Sterk op Weg
(2012: aanpak Gezinsbus en
aanpak Huis aan Huis)

Utrecht, mei 2015

Inleiding

In 2012 heeft STJ in Proefstad de aanpak Gezinsbus en de aanpak Huis aan Huis op beleidsniveau getoetst aan de hand \
van het toetsingskader PROEF. Dat deed STJ ook in Elders, Opgegaan en Proefstad.

Ontwikkeling 2014

Op 3 november 2014 heeft STJ met de gemeente Proefstad en haar netwerkpartners besproken hoe de verbeterpunten zijn \
opgepakt. De aanpak Gezinsbus en de aanpak Huis aan Huis zijn in 2014 opgeheven. De gezinnen worden voortaan geholpen \
vanuit samen sterk op weg.

STJ heeft in 2014 niet de volledige aanpak getoetst.
"""


def document(tekst: str) -> Document:
    """Paragraphs split at empty lines."""
    stukken = re.split(r"\n\s*\n", tekst.strip("\n"))
    return Document("tekstbestand", tuple(Alinea(tuple(stuk.split("\n"))) for stuk in stukken))


def cellen(
    *koppen: tuple[int | None, str], indicatoren: tuple[str, ...] = ("Indicator een", "Indicator twee")
) -> Tabellen:
    """Cells of a table: a row per indicator, a column per (year, aanpak)."""
    lezing = CelLezing("verbeterpunt", "X", "")
    return Tabellen(
        tuple(
            Cel(tekst, "", "", Kolom(f"{jaar} {naam}", jaar, naam), lezing, Plek(99, rij, kolom), "tabel 1")
            for rij, tekst in enumerate(indicatoren)
            for kolom, (jaar, naam) in enumerate(koppen)
        ),
        (),
    )


@pytest.fixture
def klein(doos: Doos) -> Bekend:
    """Gemeenten Proefstad (FG0001), Elders and Opgegaan; kaders Proefkader (beleid) and Ander kader (casus)."""
    return bekend([doos.map])


def lees(kennis: Bekend, tekst: str, tabellen: Tabellen = GEEN) -> Herkend:
    return herken(document(tekst), tabellen, kennis)


def zeker(vondst: Vondst | None) -> tuple[str, bool]:
    assert vondst is not None
    assert vondst.zeker == (vondst.zin == ""), "a doubt says why, what is sure says nothing"
    return vondst.waarde, vondst.zeker


def test_een_opvolgfactsheet(klein: Bekend) -> None:
    h = lees(klein, FACTSHEET, cellen((2012, "Gezinsbus"), (2012, "Huis aan Huis"), (2014, "")))
    assert zeker(h.titel) == ("Uitkomsten verbeterpunten toezichtonderzoek Proefstad. Aanpak: Samen Sterk op Weg", True)
    assert zeker(h.gemeente_code) == ("FG0001", True)
    assert [zeker(v) for v in h.aanpakken] == [
        ("Samen Sterk op Weg", True),
        ("Gezinsbus", True),
        ("Huis aan Huis", True),
    ]
    assert zeker(h.gepubliceerd) == ("2015-05", True)
    assert zeker(h.bezoek_op) == ("2014-11-03", True)
    assert (h.onderzoek_van, h.onderzoek_tot) == (None, None)
    assert [zeker(v) for v in h.peiljaren] == [("2012", True), ("2014", True)]
    assert zeker(h.kader_id) == ("proef", True)
    assert zeker(h.niveau) == ("beleid", True)
    assert h.opvolging == (("Gezinsbus", "Samen Sterk op Weg"), ("Huis aan Huis", "Samen Sterk op Weg"))
    assert {jaar: zeker(v) for jaar, v in h.bewijs.items()} == {
        2012: ("volledige_toets", True),
        2014: ("hertoets_verbeterpunten", True),
    }


def test_elke_vondst_wijst_de_plek(klein: Bekend) -> None:
    h = lees(klein, FACTSHEET, cellen((2012, ""), (2014, "")))
    blokken = document(FACTSHEET).blokken
    plekken = {"titel": 1, "gepubliceerd": 3, "bezoek_op": 7}
    for veld, blok in plekken.items():
        assert getattr(h, veld).plek == Plek(blok), veld
    bezoek = blokken[7]
    assert isinstance(bezoek, Alinea)
    assert "3 november 2014" in bezoek.tekst
    assert h.bewijs[2014].plek == Plek(8)
    assert h.peiljaren[1].plek == Plek(99, 0, 1)


def test_zonder_aanwijzing_wordt_niets_verzonnen(klein: Bekend) -> None:
    h = lees(klein, "Het was een rustige dag. Niemand schreef iets op.")
    assert h == Herkend()


def test_een_leeg_document(klein: Bekend) -> None:
    assert herken(Document("tekstbestand", ()), GEEN, klein) == Herkend()
    assert herken(Document("PDF", (Tabel((("a", "b"),)),)), GEEN, klein) == Herkend()


def test_tabeltekst_is_geen_lopende_tekst(klein: Bekend) -> None:
    blokken: tuple[Blok, ...] = (
        Tabel((("Op 3 mei 2014 heeft STJ de gemeente Elders bezocht.",),)),
        Alinea(("Niets.",)),
    )
    h = herken(Document("PDF", blokken), GEEN, klein)
    assert (h.bezoek_op, h.gemeente_code) == (None, None)


@pytest.mark.parametrize("stuk", ["in de aanpak Wel en ", "\t", "2013: aanpak (", "STJ heeft niet de ", "A b "])
def test_een_eindeloze_regel_kost_geen_tijd(klein: Bekend, stuk: str) -> None:
    lang = Document("PDF", (Alinea((stuk * 20_000,)),))
    begin = time.process_time()
    herken(lang, GEEN, klein)
    assert time.process_time() - begin < 2.0


# gemeente


@pytest.mark.parametrize(
    ("tekst", "code"),
    [
        ("De gemeente Den Helder heeft een plan. In Den Helder werkt een team.", "GM0400"),
        ("De gemeente ’s-Hertogenbosch en haar partners. In 's-Hertogenbosch is veel gedaan.", "GM0796"),
        ("Den Haag kreeg bezoek. De gemeente Den Haag vertelde wat er is gedaan.", "GM0518"),
        ("In Súdwest-Fryslân sprak STJ met de gemeente Súdwest-Fryslân.", "GM1900"),
        ("De gemeente Hengelo werkt samen. In Hengelo is één team.", "GM0164"),
        ("De gemeente Best heeft beleid. In Best zijn wijkteams.", "GM0753"),
        ("STJ bezocht Bergen op Zoom. De gemeente Bergen op Zoom was er.", "GM0748"),
        ("UITKOMSTEN TOEZICHTONDERZOEK LELYSTAD\n\nInleiding\n\nIn Lelystad is getoetst.", "GM0995"),
    ],
)
def test_gemeenten_met_lastige_namen(tekst: str, code: str) -> None:
    assert zeker(herken(document(tekst), GEEN, bekend()).gemeente_code) == (code, True)


@pytest.mark.parametrize(
    "tekst",
    [
        "Utrecht, maart 2017",
        "Postbus 12345, 3500 AA Utrecht",
        "Best wel vaak gaat het goed. Buren helpen elkaar. Huizen zijn schaars. Bergen werk bleven liggen.",
        "Een selectie uit Delft, Lelystad, Maastricht en Zwolle.",
        "De gemeente Duinrode sprak met Utrecht. De gemeente Duinrode heeft beleid. In Utrecht zat de inspectie.",
    ],
)
def test_wat_op_een_gemeente_lijkt_is_er_geen(tekst: str) -> None:
    assert herken(document(tekst), GEEN, bekend()).gemeente_code is None


def test_plaats_van_uitgave_wint_niet_van_de_gemeente() -> None:
    tekst = "Toezicht wijkteams in Zwolle\n\nUtrecht, maart 2017\n\nInleiding\n\nIn Zwolle is onderzocht wat goed gaat."
    assert zeker(herken(document(tekst), GEEN, bekend()).gemeente_code) == ("GM0193", True)


def test_een_rij_gemeenten_weegt_niet_op_tegen_de_titel() -> None:
    tekst = (
        "Nota van bevindingen Zwolle\n\nInleiding\n\n" + "Onderzocht zijn Delft, Lelystad, Maastricht en Zwolle. " * 20
    )
    assert zeker(herken(document(tekst), GEEN, bekend()).gemeente_code) == ("GM0193", True)


def test_twee_gemeenten_even_vaak_is_twijfel(klein: Bekend) -> None:
    h = lees(klein, "De gemeente Proefstad heeft beleid. De gemeente Elders heeft een plan.")
    assert h.gemeente_code is not None
    assert not h.gemeente_code.zeker
    assert "Proefstad" in h.gemeente_code.zin
    assert "Elders" in h.gemeente_code.zin


def test_een_naam_die_twee_gemeenten_delen_is_twijfel() -> None:
    tekst = "De gemeente Bergen heeft beleid. In Bergen, in de provincie Limburg, is dat getoetst."
    vondst = herken(document(tekst), GEEN, bekend()).gemeente_code
    assert vondst is not None
    assert (vondst.waarde, vondst.zeker) == ("GM0893", False)
    assert "Limburg" in vondst.zin


# aanpak en opvolging


@pytest.mark.parametrize(
    ("tekst", "namen"),
    [
        ("Nota van bevindingen Proefstad Aanpak Vroeg Erbij\n\nInleiding\n\nTekst.", [("Vroeg Erbij", True)]),
        ("In 2013 heeft STJ de aanpak ‘Hand in hand voor Elkaar’ getoetst.", [("Hand in hand voor Elkaar", True)]),
        (
            "In 2013 heeft STJ de aanpak Vroeg Erbij en de aanpak Laat Los getoetst.",
            [("Vroeg Erbij", False), ("Laat Los", False)],
        ),
        ("De aanpak GGSR is getoetst. De aanpak van de gemeente is goed. De aanpak Samenwerking is getoetst.", []),
        (
            "Rapport Proefstad Aanpak Vroeg Erbij\n\nInleiding\n\nSTJ heeft de aanpak ‘Laat Los’ getoetst.",
            [("Vroeg Erbij", False)],
        ),
        (
            "Het Sociaal Wijkteam werkt goed. Het wijkteam is nieuw. Het Sociaal Wijkteam groeit.",
            [("Sociaal Wijkteam", False)],
        ),
        ("Er is één wijkteam.", []),
    ],
)
def test_aanpakken(klein: Bekend, tekst: str, namen: list[tuple[str, bool]]) -> None:
    assert [zeker(v) for v in lees(klein, tekst).aanpakken] == namen


def test_een_kolomkop_die_de_tekst_niet_noemt_is_twijfel(klein: Bekend) -> None:
    h = lees(
        klein,
        "Rapport\n\nInleiding\n\nDe aanpak Vroeg Erbij is getoetst.",
        cellen((2013, "Vroeg Erbij"), (2013, "Laat Los")),
    )
    assert [zeker(v) for v in h.aanpakken] == [("Vroeg Erbij", True), ("Laat Los", False)]


def test_een_bekende_aanpak_zonder_het_woord_aanpak(klein: Bekend) -> None:
    tekst = "De gemeente Proefstad zet Nieuwe aanpak in. De gemeente Proefstad is tevreden over Nieuwe aanpak."
    assert [zeker(v) for v in lees(klein, tekst).aanpakken] == [("Nieuwe aanpak", False)]


@pytest.mark.parametrize(
    ("zin", "paren"),
    [
        ("De aanpak Oost is in 2014 overgenomen door de aanpak West.", (("Oost", "West"),)),
        ("De aanpak Oost is opgegaan in de aanpak West.", (("Oost", "West"),)),
        ("De aanpak West heeft in 2014 het werk van de aanpak Oost overgenomen.", (("Oost", "West"),)),
        ("De aanpak Oost is beëindigd. De gezinnen krijgen hulp vanuit West.", (("Oost", "West"),)),
        ("De aanpak Oost is beëindigd. De aanpak West bestaat al lang.", ()),
        ("De aanpak Oost werkt samen met de aanpak West.", ()),
    ],
)
def test_opvolging(klein: Bekend, zin: str, paren: tuple[tuple[str, str], ...]) -> None:
    kop = "Rapport\n\nAanpak: West\n(2013: aanpak Oost)\n\nInleiding\n\n"
    assert lees(klein, kop + zin).opvolging == paren


# wanneer


@pytest.mark.parametrize(
    ("regel", "verwacht"),
    [
        ("Juni 2015", "2015-06"),
        ("Utrecht, september 2014", "2014-09"),
        ("Den Haag, 3 maart 2016", "2016-03-03"),
        ("12-4-2016", "2016-04-12"),
        ("Datum: 1 juni 2015", "2015-06-01"),
        ("In juni 2015 verscheen dit rapport", None),
        ("31-2-2015", None),
        ("2015", None),
    ],
)
def test_een_regel_met_alleen_een_datum(regel: str, verwacht: str | None) -> None:
    assert alleen_datum(regel) == verwacht


def test_datums_en_jaren() -> None:
    assert datum("Het bezoek was op 25 november 2014.") == "2014-11-25"
    assert datum("Op 25-11-2014 en 26-11-2014") == "2014-11-25"
    assert datum("2014-11-25") == "2014-11-25"
    assert datum("30 februari 2014") is None
    assert jaren("in 2013 en 2014, niet 12014 of 2013-2015") == [2013, 2014]


@pytest.mark.parametrize(
    ("getypt", "datum_"),
    [
        ("1 juli 2016", "2016-07-01"), (" 1  Juli  2016 ", "2016-07-01"), ("1-7-2016", "2016-07-01"),
        ("01-07-2016", "2016-07-01"), ("1/7/2016", "2016-07-01"), ("1.7.2016", "2016-07-01"),
        ("1e juli 2016", "2016-07-01"),
        ("1 jul 2016", "2016-07-01"), ("3 mrt. 2016", "2016-03-03"), ("3 maart 2016", "2016-03-03"),
        ("4 mei 2016", "2016-05-04"), ("30 sept. 2014", "2014-09-30"), ("29 februari 2016", "2016-02-29"),
        ("juli 2016", "2016-07"), ("7-2016", "2016-07"), ("07/2016", "2016-07"), ("2016", "2016"),
        ("2016-07-01", "2016-07-01"), ("2016-07", "2016-07"), ("", ""),
    ],
)  # fmt: skip
def test_een_getypte_datum_wordt_gelezen(getypt: str, datum_: str) -> None:
    assert getypte_datum(getypt) == datum_


@pytest.mark.parametrize(
    "getypt",
    [
        # does not exist
        "31 april 2016", "29 februari 2015", "0 juli 2016", "1-13-2016", "13-2016", "32-1-2016", "00-2016",
        # may be something else
        "1-7-16", "1 juli", "juli", "zomer 2016", "eind 2016", "1-7/2016", "2016-7-1", "1 of 2 juli 2016", "7.2016",
        "1 juli 2016 en later", "ma 2016", "1 ju 2016", "١-٧-٢٠١٦", "1 juli 216",
    ],
)  # fmt: skip
def test_wat_geen_zekere_datum_is_blijft_zoals_het_is(getypt: str) -> None:
    assert getypte_datum(getypt) == getypt
    with pytest.raises(OngeldigeWaarde):
        controleer_datum(getypte_datum(getypt))


def test_perioden() -> None:
    seizoen = periode("van het najaar 2013 tot en met het voorjaar 2014 onderzoek gedaan")
    assert seizoen is not None
    assert (seizoen.van, seizoen.tot, seizoen.gelezen) == ("2013-09", "2014-05", True)
    maanden = periode("tussen maart en juni 2016")
    assert maanden is not None
    assert (maanden.van, maanden.tot, maanden.gelezen) == ("2016-03", "2016-06", False)
    assert periode("van mei 2014 tot maart 2014") is None
    assert periode("in maart 2014") is None
    enkel = enkele_periode("in het voorjaar van 2016")
    assert enkel is not None
    assert (enkel.van, enkel.tot) == ("2016-03", "2016-05")


@pytest.mark.parametrize(
    ("tekst", "van", "tot", "is_zeker"),
    [
        ("STJ deed van het najaar 2013 tot en met het voorjaar 2014 onderzoek.", "2013-09", "2014-05", False),
        ("De inspecties hebben van maart 2016 tot en met mei 2016 onderzoek gedaan.", "2016-03", "2016-05", True),
        ("De inspecties hebben in het najaar van 2016 onderzoek gedaan.", "2016-09", "2016-11", False),
    ],
)
def test_onderzoeksperiode(klein: Bekend, tekst: str, van: str, tot: str, is_zeker: bool) -> None:  # noqa: FBT001
    h = lees(klein, tekst)
    assert (zeker(h.onderzoek_van), zeker(h.onderzoek_tot)) == ((van, is_zeker), (tot, is_zeker))


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        (
            "De inspecties hebben in het najaar van 2016 onderzoek gedaan.",
            "September 2016 tot en met november 2016 is onze lezing van wanneer het onderzoek was: “De inspecties",
        ),
        (
            "De inspecties hebben in juni 2015 onderzoek gedaan.",
            "Juni 2015 is onze lezing van wanneer het onderzoek was: “De inspecties hebben in juni 2015",
        ),
    ],
)
def test_een_onzekere_periode_staat_in_woorden(klein: Bekend, tekst: str, zin: str) -> None:
    h = lees(klein, tekst)
    assert h.onderzoek_van is not None
    assert h.onderzoek_van.zin.startswith(zin)


@pytest.mark.parametrize(
    "tekst",
    [
        "In juni 2015 publiceerde STJ het onderzoek naar kwetsbare gezinnen.",
        "Het onderzoek van de inspecties is in juni 2015 gepubliceerd.",
        "Het onderzoek van de inspecties verscheen in juni 2015.",
        "STJ bracht het onderzoek in juni 2015 uit.",
        "Het onderzoek van STJ is in juni 2015 vastgesteld.",
        "De publicatie van het onderzoek van STJ was in juni 2015.",
    ],
)
def test_een_maand_van_uitgave_is_geen_onderzoek(klein: Bekend, tekst: str) -> None:
    h = lees(klein, tekst)
    assert h.onderzoek_van is not None
    assert (zeker(h.onderzoek_van), h.onderzoek_tot) == (("", False), None)
    assert h.onderzoek_van.zin.startswith("Wanneer het onderzoek was, is niet gevonden")
    assert "juni 2015" in h.onderzoek_van.zin
    assert h.peiljaren == ()


def test_een_maand_van_onderzoek_na_een_maand_van_uitgave(klein: Bekend) -> None:
    h = lees(klein, "In juni 2015 publiceerde STJ een onderzoek. STJ heeft in maart 2016 onderzoek gedaan.")
    assert (zeker(h.onderzoek_van), zeker(h.onderzoek_tot)) == (("2016-03", False), ("2016-03", False))


@pytest.mark.parametrize(
    "tekst",
    [
        "Tussen 1 juli 2014 en 1 november 2014 is een pilot onderzocht.",
        "De inspecties zullen van maart 2018 tot mei 2018 onderzoek doen.",
        "Van maart 2013 tot mei 2013 regende het veel.",
    ],
)
def test_een_andere_periode_is_geen_onderzoek(klein: Bekend, tekst: str) -> None:
    assert lees(klein, tekst).onderzoek_van is None


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Op 25 november 2014 heeft STJ met de gemeente besproken wat is gedaan.", ("2014-11-25", True)),
        ("Op 13 november 2014 heeft de gemeente mondeling aan STJ gerapporteerd.", ("2014-11-13", True)),
        ("De inspectie bezocht de gemeente op 2-10-2016.", ("2016-10-02", True)),
        (
            "Op 3 mei 2014 heeft STJ de gemeente bezocht. Op 9 juni 2015 heeft STJ de gemeente bezocht.",
            ("2015-06-09", False),
        ),
    ],
)
def test_bezoek(klein: Bekend, tekst: str, verwacht: tuple[str, bool]) -> None:
    assert zeker(lees(klein, tekst).bezoek_op) == verwacht


@pytest.mark.parametrize(
    "tekst",
    [
        "Op 3 juni 2014 heeft STJ in de gemeente een leerbijeenkomst gehouden; daar is gesproken over het vervolg.",
        "Op 1 januari 2015 zullen de inspecties de gemeente bezoeken.",
        "In november 2014 heeft STJ de gemeente bezocht.",
        "Het transitieplan is op 20 oktober 2014 door de gemeente vastgesteld en besproken.",
    ],
)
def test_geen_bezoek(klein: Bekend, tekst: str) -> None:
    assert lees(klein, tekst).bezoek_op is None


def test_peiljaar_uit_de_tekst(klein: Bekend) -> None:
    h = lees(klein, "Deze nota geeft de stand van zaken in 2013 weer.")
    assert [zeker(v) for v in h.peiljaren] == [("2013", True)]
    door = "STJ deed van september 2013 tot en met mei 2014 onderzoek. Deze nota geeft de stand van zaken in 2013 weer."
    assert [zeker(v) for v in lees(klein, door).peiljaren] == [("2013", False)]
    bezoek = "Op 25 november 2014 heeft STJ met de gemeente besproken wat is gedaan."
    assert [zeker(v) for v in lees(klein, bezoek).peiljaren] == [("2014", False)]
    assert lees(klein, "In 2013 was alles anders.").peiljaren == ()


@pytest.mark.parametrize(
    ("tekst", "blok", "begin"),
    [
        ("Juni 2013\n\nIn 2013 was het anders. Dit is de stand van zaken in 2013.", 1, "Dit is de stand"),
        ("Maart 2013\n\nOp 25 november 2013 heeft STJ met de gemeente besproken wat is gedaan.", 1, "Op 25 november"),
        ("STJ deed van september 2012 tot en met mei 2013 onderzoek.", 0, "STJ deed"),
        # not the year that the text gives, and no year at all
        ("Juni 2013\n\nDit is de stand van zaken in 2012.", None, ""),
        ("Juni 2013", None, ""),
    ],
)
def test_de_zin_waaruit_een_peiljaar_komt(tekst: str, blok: int | None, begin: str) -> None:
    """Not the first place that names the year: the sentence from which it was taken."""
    gevonden = grond_van_peiljaar(document(tekst), 2013)
    assert (gevonden and gevonden[0]) == (None if blok is None else Plek(blok))
    assert gevonden is None or gevonden[1].startswith(begin)


def test_drie_jaren_in_de_kolommen(klein: Bekend) -> None:
    h = lees(klein, "Tekst.", cellen((2016, ""), (2012, ""), (2014, "")))
    assert [v.waarde for v in h.peiljaren] == ["2012", "2014", "2016"]


def test_de_datum_van_uitgave_staat_voorin_of_achterin(klein: Bekend) -> None:
    midden = (
        "Titel van het rapport\n\nInleiding\n\n" + "Een alinea.\n\n" * 20 + "juni 2011\n\n" + "Een alinea.\n\n" * 20
    )
    assert lees(klein, midden).gepubliceerd is None
    assert zeker(lees(klein, midden + "Utrecht, mei 2012").gepubliceerd) == ("2012-05", True)
    twee = "Titel van het rapport\n\nJuni 2012\n\nmei 2012\n\nInleiding\n\nTekst."
    assert zeker(lees(klein, twee).gepubliceerd) == ("2012-06", False)


# kader, niveau en bewijs


def test_het_kader_volgt_uit_de_afgedrukte_indicatoren(klein: Bekend) -> None:
    h = lees(
        klein, "Onderzoek op casusniveau met het toetsingskader.", cellen((2013, ""), indicatoren=("Indicator ander",))
    )
    assert (zeker(h.kader_id), zeker(h.niveau)) == (("ander", True), ("casus", True))


def test_tekst_en_tabel_over_een_ander_niveau_is_twijfel(klein: Bekend) -> None:
    h = lees(klein, "Onderzoek op casusniveau met het toetsingskader.", cellen((2013, "")))
    assert (zeker(h.kader_id)[1], zeker(h.niveau)) == (False, ("beleid", False))


def test_zonder_tabel_is_het_kader_twijfel_of_niets() -> None:
    tekst = "In 2013 heeft STJ op beleidsniveau getoetst aan de hand van het toetsingskader GGSR."
    h = herken(document(tekst), GEEN, bekend())
    assert (zeker(h.kader_id), zeker(h.niveau)) == (("ggsr-beleid", False), ("beleid", True))
    assert herken(document("Het toetsingskader is nieuw."), GEEN, bekend()).kader_id is None


def test_mondeling_gaat_voor_en_is_met_hertoets_twijfel(klein: Bekend) -> None:
    mondeling = "Op 13 november 2014 heeft de gemeente mondeling aan STJ gerapporteerd."
    tabel = cellen((2012, ""), (2014, ""))
    assert zeker(lees(klein, mondeling, tabel).bewijs[2014]) == ("mondelinge_rapportage", True)
    beide = f"{mondeling} STJ heeft in 2014 niet de volledige aanpak getoetst."
    assert zeker(lees(klein, beide, tabel).bewijs[2014]) == ("mondelinge_rapportage", False)


ALLEEN_VERBETERPUNTEN = "In 2014 is alleen naar de verbeterpunten opnieuw gekeken."


@pytest.mark.parametrize(
    "verteld",
    [
        "Op 3 november 2014 heeft de inspectie met de gemeente besproken wat er sindsdien is gedaan.",
        "In 2014 is met de gemeente Alphen aan den Rijn gesproken over de verbeterpunten.",
        "De gemeente Proefstad heeft in 2014 gemeld welke verbeterpunten zijn opgepakt.",
        "De voortgang in 2014 is die volgens de gemeente.",
    ],
)
def test_een_hertoets_die_ook_verteld_kan_zijn_is_twijfel(klein: Bekend, verteld: str) -> None:
    """It decides between tested again and told: the doubt quotes what says otherwise, and stands where the rest is."""
    vondst = lees(klein, f"{verteld}\n\n{ALLEEN_VERBETERPUNTEN}", cellen((2012, ""), (2014, ""))).bewijs[2014]
    assert zeker(vondst) == ("hertoets_verbeterpunten", False)
    assert f"“{verteld}”" in vondst.zin
    assert vondst.plek == Plek(1)


@pytest.mark.parametrize(
    "anders",
    [
        "Op 3 november 2014 heeft STJ met de gemeente en haar netwerkpartners besproken wat er sindsdien is gedaan.",
        "De gemeente heeft de ouders in 2014 laten weten dat het team verhuist.",
        "In 2012 heeft de gemeente gemeld welke verbeterpunten zijn opgepakt.",
    ],
)
def test_een_hertoets_met_anderen_erbij_of_over_iets_anders_is_zeker(klein: Bekend, anders: str) -> None:
    vondst = lees(klein, f"{anders}\n\n{ALLEEN_VERBETERPUNTEN}", cellen((2012, ""), (2014, ""))).bewijs[2014]
    assert zeker(vondst) == ("hertoets_verbeterpunten", True)


def test_zonder_woorden_van_hertoets_of_mondeling_wordt_geen_bewijs_ingevuld(klein: Bekend) -> None:
    """What is only spoken of with the gemeente is neither: it is asked for, not filled in."""
    tekst = "Op 3 november 2014 heeft STJ met de gemeente besproken hoe de verbeterpunten zijn opgepakt."
    for woorden in (tekst, "Een mooie dag in 2014."):
        assert 2014 not in lees(klein, woorden, cellen((2012, ""), (2014, ""))).bewijs


GRONDEN = """
In 2012 is de hele aanpak getoetst met het toetsingskader.

In 2014 is alleen naar de verbeterpunten opnieuw gekeken.

In 2015 heeft de gemeente mondeling gerapporteerd.

In 2016 is met de gemeente besproken hoe de verbeterpunten zijn opgepakt.

Er was ook casusonderzoek. Het casusonderzoek volgt het toetsingskader.
"""


@pytest.mark.parametrize(
    ("code", "jaar", "blok", "begin"),
    [
        ("volledige_toets", 2012, 0, "In 2012"),
        ("hertoets_verbeterpunten", 2014, 1, "In 2014"),
        ("mondelinge_rapportage", 2015, 2, "In 2015"),
        ("mondelinge_rapportage", 2016, 3, "In 2016"),
        ("casusonderzoek", 2016, 4, "Het casusonderzoek volgt"),
        ("stelselonderzoek", 2016, None, ""),
        ("volledige_toets", 2014, None, ""),
        ("hertoets_verbeterpunten", 2015, None, ""),
    ],
)
def test_de_zin_waarop_een_bewijs_rust(code: str, jaar: int, blok: int | None, begin: str) -> None:
    gevonden = grond(document(GRONDEN), code, jaar, [2012, 2014, 2015, 2016])
    assert (gevonden and gevonden[0]) == (None if blok is None else Plek(blok))
    assert gevonden is None or gevonden[1].startswith(begin)


def test_bewijs_hoort_bij_het_jaar_dat_de_zin_noemt(klein: Bekend) -> None:
    tekst = "STJ heeft in 2016 niet de volledige aanpak getoetst, maar de verbeterpunten uit 2012."
    bewijs = lees(klein, tekst, cellen((2012, ""), (2014, ""), (2016, ""))).bewijs
    assert {jaar: zeker(v) for jaar, v in bewijs.items()} == {
        2012: ("volledige_toets", False),
        2016: ("hertoets_verbeterpunten", True),
    }


def test_casus_is_casusonderzoek(klein: Bekend) -> None:
    h = lees(klein, "Onderzoek op casusniveau.", cellen((2013, ""), indicatoren=("Indicator ander",)))
    assert {jaar: zeker(v) for jaar, v in h.bewijs.items()} == {2013: ("casusonderzoek", True)}


# de vijf echte bestanden


def echt(naam: str) -> Herkend:
    """A real report as read; its text is not in this repository."""
    gevonden = list(BRONNEN.glob(f"{naam}_*.txt"))
    if not gevonden:
        pytest.skip("the users' own reports are not beside this repository")
    kennis = bekend()
    gelezen = lees_document(gevonden[0], naam=gevonden[0].name, meld=lambda _klaar, _totaal: None)
    return herken(gelezen, lees_tabellen(gelezen, Kaderkennis.uit(kennis)), kennis)


def waarden(h: Herkend) -> dict[str, object]:
    """The codes found, by field."""
    enkel = ("gemeente_code", "gepubliceerd", "bezoek_op", "onderzoek_van", "onderzoek_tot", "kader_id", "niveau")
    losse = {veld: None if getattr(h, veld) is None else getattr(h, veld).waarde for veld in enkel}
    return losse | {
        "aanpakken": [v.waarde for v in h.aanpakken],
        "peiljaren": [v.waarde for v in h.peiljaren],
        "bewijs": {jaar: v.waarde for jaar, v in h.bewijs.items()},
    }


ALKMAAR: dict[str, object] = {
    "gemeente_code": "GM0361",
    "gepubliceerd": "2015-06",
    "bezoek_op": "2014-11-25",
    "onderzoek_van": None,
    "onderzoek_tot": None,
    "kader_id": "ggsr-beleid",
    "niveau": "beleid",
    "aanpakken": ["Helpende Hand in de Wijk"],
    "peiljaren": ["2013", "2014"],
    "bewijs": {2013: "volledige_toets", 2014: "hertoets_verbeterpunten"},
}


def test_alkmaar_en_zijn_tweede_weergave() -> None:
    eerste = echt("000")
    assert waarden(eerste) == ALKMAAR
    assert zeker(eerste.bewijs[2014]) == ("hertoets_verbeterpunten", True)
    tweede = echt("001")
    assert waarden(tweede) == ALKMAAR | {"gepubliceerd": None}
    assert tweede.titel is None


def test_zwolle() -> None:
    h = echt("002")
    assert waarden(h) == {
        "gemeente_code": "GM0193",
        "gepubliceerd": "2014-09",
        "bezoek_op": None,
        "onderzoek_van": "2013-09",
        "onderzoek_tot": "2014-05",
        "kader_id": "ggsr-casus",
        "niveau": "casus",
        "aanpakken": ["Bijzondere Doelgroepen"],
        "peiljaren": ["2013"],
        "bewijs": {2013: "casusonderzoek"},
    }
    assert "Gezinscoaching" in h.aanpakken[0].zin


def test_den_helder() -> None:
    h = echt("003")
    assert waarden(h) == {
        "gemeente_code": "GM0400",
        "gepubliceerd": "2017-03",
        "bezoek_op": None,
        "onderzoek_van": None,
        "onderzoek_tot": None,
        "kader_id": "stelseltoezicht",
        "niveau": "stelsel",
        "aanpakken": ["Sociaal Wijkteam"],
        "peiljaren": [],
        "bewijs": {},
    }
    assert not h.aanpakken[0].zeker


def test_leeuwarden() -> None:
    h = echt("004")
    oud = ["Interventieteam Gezinnen", "Voorwaardelijke Interventie Gezinnen"]
    assert waarden(h) == ALKMAAR | {
        "gemeente_code": "GM0080",
        "bezoek_op": "2014-11-13",
        "aanpakken": ["Sociale Wijkteams", *oud],
        "bewijs": {2013: "volledige_toets", 2014: "mondelinge_rapportage"},
    }
    assert h.opvolging == tuple((van, "Sociale Wijkteams") for van in oud)
