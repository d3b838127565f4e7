"""The Onderwerp page: everything at a glance, one onderwerp over its kaders, one indicator over the country."""

from __future__ import annotations

import re
from pathlib import Path

from streamlit.testing.v1 import AppTest

from pagina._onderwerp import tekenrij
from tests.pagina.conftest import Open, alles, waarden

ONDERWERP = "Doorzettingsmacht en opschaling"
#: What a link names of the newest pair of years of GGSR beleid and of GGSR casus.
GETOETST, WACHT = "periode=2013+%E2%86%92+2014", "periode=2013+%E2%86%92+nog+geen+hertoets"
INDICATOR = "Doorzettingsmacht voor de regisseur (GGSR beleid)"


def _html(app: AppTest) -> str:
    return "\n".join(str(stuk.proto.body) for stuk in app.get("html"))


def _rijen(app: AppTest, bijschrift: str) -> list[str]:
    """The rows of the table with this caption, as plain text."""
    (tabel,) = re.findall(rf"<caption>{re.escape(bijschrift)}.*?</table>", _html(app), re.DOTALL)
    rijen = re.findall(r"<tr>(.*?)</tr>", tabel.split("<tbody>")[1], re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", rij).split()) for rij in rijen]


def _met(rijen: list[str], begin: str) -> list[str]:
    return [rij.removeprefix(begin).strip() for rij in rijen if rij.startswith(begin)]


# --- without a choice -------------------------------------------------------------------------------------------------


def test_zonder_keuze_staat_open_per_kader(bekijk_pagina: Open) -> None:
    app = bekijk_pagina("onderwerp")
    gelezen = _html(app)
    assert "<strong>GGSR beleid</strong>: 6 open van 12 bekend, in 1 van 2 gemeenten." in gelezen
    assert "<strong>GGSR casus</strong>: 11 open van 33 bekend, in 1 van 1 gemeente." in gelezen
    assert "<strong>Stelseltoezicht jeugd / sociaal domein</strong>: geen oordeel per indicator." in gelezen
    assert (
        "2 van de 21 gemeenten van de ronde ‘GGSR op beleidsniveau’ staan in deze verzameling. Dit is geen" in gelezen
    )
    # kaders are never added up
    assert "17 open" not in gelezen


def test_samenwerking_is_een_onderwerp_en_een_thema(bekijk_pagina: Open) -> None:
    app = bekijk_pagina("onderwerp")
    onderwerpen = _rijen(app, "Verbeterpunten die nu open zijn, per onderwerp en kader")
    assert len(onderwerpen) == 18
    assert _met(onderwerpen, "Samenwerking en afspraken tussen partijen") == [
        "3 indicatoren in 2 kaders 1 open van 2 bekend, in 1 van 2 gemeenten 0 open van 2 bekend, 1 gemeente – "
        "1 open van 1"
    ]
    # nobody asks about it with an indicator
    assert _met(onderwerpen, "Toerusting van professionals") == ["geen indicator – – – geen"]
    # asked by the stelselkader alone, whose rapport gives no verdicts: that is not zero
    assert _met(onderwerpen, "Veiligheid van de kinderen") == [
        "2 indicatoren in 1 kader – – geen oordeel per indicator 1 open van 1"
    ]
    assert _met(_rijen(app, "Verbeterpunten die nu open zijn, per thema van elk kader"), "Samenwerking") == [
        "GGSR beleid 2 open van 5 bekend, in 1 van 2 gemeenten 4 Opvolging Samenwerking (GGSR beleid)",
        "GGSR casus 2 open van 9 bekend, in 1 van 1 gemeente 9 Opvolging Samenwerking (GGSR casus)",
    ]
    assert 'href="opvolging?kader=GGSR+beleid&amp;periode=2013+%E2%86%92+2014&amp;thema=Samenwerking"' in _html(app)


def test_zoeken_geeft_alles_wat_het_kan_zijn(bekijk_pagina: Open) -> None:
    """By hand from data/kaders and data/onderwerpen; ‘gezamenlijk’ has a z."""
    app = bekijk_pagina("onderwerp", zoek="Samen")
    rijen = _rijen(app, "‘Samen’ kan 10 dingen zijn. Kies wat u bedoelt.")
    assert [rij for rij in rijen if " indicator " not in rij] == [
        "Samenwerking en afspraken tussen partijen onderwerp GGSR beleid en GGSR casus",
        "Samenwerking thema GGSR beleid",
        "Samenwerking thema GGSR casus",
        "Borgen van samenhang in het lokale stelsel thema Stelseltoezicht jeugd / sociaal domein",
    ]
    # three have it in the name, three only in the text
    kort = ("Samenwerkingsafspraken over", "Evaluatie samen", "Genoeg informatie voor samenhang", "Hulpvraag samen",
            "Resultaten", "Cliëntervaringen")  # fmt: skip
    assert [rij for rij in rijen if not any(rij.startswith(naam) for naam in kort)] == rijen[:4]
    assert len(rijen) == 4 + len(kort)
    assert 'href="onderwerp?onderwerp=Samenwerking+en+afspraken+tussen+partijen"' in _html(app)
    assert f'href="opvolging?kader=GGSR+casus&amp;{WACHT}&amp;thema=Samenwerking"' in _html(app)
    # nothing was chosen for the reader
    assert waarden(app.header)[0] == "Verbeterpunten die nu open zijn"


def test_zoeken_zonder_accent_en_zonder_vondst(bekijk_pagina: Open) -> None:
    app = bekijk_pagina("onderwerp", zoek="CLIENTERVARINGEN")
    assert len(_rijen(app, "‘CLIENTERVARINGEN’ is gevonden in één naam of tekst.")) == 1
    app = bekijk_pagina("onderwerp", zoek="*fiets*")
    assert waarden(app.info)[0] == "Geen onderwerp, thema of indicator heeft ‘\\*fiets\\*’ in de naam of de tekst."
    assert "dingen zijn" not in _html(bekijk_pagina("onderwerp", zoek="!"))


# --- one onderwerp ----------------------------------------------------------------------------------------------------


def test_een_onderwerp_over_de_kaders(bekijk_pagina: Open) -> None:
    app = bekijk_pagina("onderwerp", onderwerp=ONDERWERP)
    assert waarden(app.header)[0] == ONDERWERP
    gelezen = _html(app)
    # five verbeterpunten of 2013: doorzettingsmacht 3, opschaling 1, beslisbevoegdheid 1; Leeuwarden's four are told
    assert (
        "<strong>GGSR beleid, 3 indicatoren</strong>: 1 open van 4 bekend, in 1 van 2 gemeenten. "
        "Opvolging 2013 → 2014: Vijf verbeterpunten, waarvan vier opgepakt (alle vier volgens de gemeente zelf; geen "
        "enkel opnieuw getoetst); één niet opgepakt."
    ) in gelezen
    assert "<strong>GGSR casus, 1 indicator</strong>: 0 open van 1 bekend, 1 gemeente." in gelezen
    assert "%" not in re.sub(r"%[0-9A-F]{2}", "", re.sub(r'"[^"]*"', "", gelezen))
    assert f'href="opvolging?kader=GGSR+beleid&amp;{GETOETST}&amp;onderwerp={ONDERWERP.replace(" ", "+")}"' in gelezen
    assert _rijen(app, "Doorzettingsmacht voor de regisseur (GGSR beleid)") == [
        "Alkmaar Helpende Hand in de Wijk open, sinds 2013 ✗ verbeterpunt ✗ verbeterpunt ✗ niet opgepakt "
        "opnieuw getoetst",
        "Leeuwarden Interventieteam Gezinnen niet open ✗ verbeterpunt ✓◇ voldoet, volgens de gemeente zelf "
        "Sociale Wijkteams ✓◇ opgepakt, volgens de gemeente zelf niet opnieuw getoetst",
        "Leeuwarden Voorwaardelijke Interventie Gezinnen niet open ✗ verbeterpunt ✓◇ voldoet, volgens de gemeente zelf "
        "Sociale Wijkteams ✓◇ opgepakt, volgens de gemeente zelf niet opnieuw getoetst",
    ]
    assert _rijen(app, "Regisseur heft stagnatie op (opschalen) (GGSR casus)") == [
        "Zwolle Bijzondere Doelgroepen niet open ✓ voldoet · voldeed, nog niet hertoetst"
    ]


def test_de_indeling_is_gemerkt_en_heeft_redenen(bekijk_pagina: Open) -> None:
    app = bekijk_pagina("onderwerp", onderwerp=ONDERWERP)
    assert any(zin.startswith("**Onze indeling.**") and "interpretatie" in zin for zin in waarden(app.markdown))
    gelezen = _html(app)
    assert (
        "Waarom onder dit onderwerp: De bevoegdheid om te beslissen bepaalt of de hulp zonder omweg door kan" in gelezen
    )
    assert "Waarom onder dit thema: Leeuwarden drukt deze rij af onder Aanpak, Alkmaar onder Toeleiding." in gelezen
    assert 'href="onderwerp?indicator=Opschaling+bij+stagnatie+%28GGSR+beleid%29"' in gelezen


def test_een_thema_met_dezelfde_naam_wordt_genoemd(bekijk_pagina: Open) -> None:
    app = bekijk_pagina("onderwerp", onderwerp="Samenwerking en afspraken tussen partijen")
    assert (
        "Let op: ‘Samenwerking’ is ook een thema van GGSR beleid (2 open van 5 bekend, in 1 van 2 gemeenten) en GGSR "
        "casus (2 open van 9 bekend, in 1 van 1 gemeente)."
    ) in alles(app)
    assert "is ook een thema" not in alles(bekijk_pagina("onderwerp", onderwerp=ONDERWERP))


def test_wie_geen_oordelen_heeft_staat_er_met_bevindingen(bekijk_pagina: Open) -> None:
    app = bekijk_pagina("onderwerp", onderwerp="Veiligheid van de kinderen")
    assert "Geen enkel rapport in deze verzameling geeft hierover een oordeel." in alles(app)
    assert "Geen oordeel per indicator." in waarden(app.markdown)
    rijen = _rijen(app, "Bevindingen, naar soort")
    eerst, dan = _met(rijen, "Den Helder Risico")
    assert eerst.startswith("Bij evaluatie soms één kind bekeken")
    assert dan.startswith("Veiligheid niet voor alle kinderen ingeschat")
    assert "0 open" not in _html(app)


def test_een_onderwerp_zonder_indicator(bekijk_pagina: Open) -> None:
    app = bekijk_pagina("onderwerp", onderwerp="Toerusting van professionals")
    assert "Geen enkel kader heeft een indicator onder dit onderwerp; bevindingen wel." in alles(app)
    # nine of Den Helder: four explanations of working, five on instructions, people and forms
    assert len(_met(_rijen(app, "Bevindingen, naar soort"), "Den Helder")) == 9


# --- one indicator ----------------------------------------------------------------------------------------------------


def test_een_indicator(bekijk_pagina: Open) -> None:
    app = bekijk_pagina("onderwerp", indicator=INDICATOR)
    gelezen = _html(app)
    assert waarden(app.header)[0] == "Doorzettingsmacht voor de regisseur"
    assert "<strong>Nu</strong>: 1 open van 2 bekend, in 1 van 2 gemeenten." in gelezen
    assert (
        "Opvolging 2013 → 2014: Drie verbeterpunten, waarvan twee opgepakt (alle twee volgens de gemeente zelf; geen "
        "enkel opnieuw getoetst); één niet opgepakt."
    ) in gelezen
    alkmaar, *leeuwarden = _rijen(app, INDICATOR)
    assert "2014: Nog steeds niet geregeld, en volgens betrokkenen ook niet nodig" in alkmaar
    assert alkmaar.endswith("Uitkomsten verbeterpunten, tabel Toeleiding, rij 3, kolom 2014")
    assert len(leeuwarden) == 2
    assert 'href="bronnen?rapport=' in gelezen


def test_een_indicator_onder_het_gekozen_onderwerp_gaat_voor(bekijk_pagina: Open) -> None:
    app = bekijk_pagina("onderwerp", indicator=INDICATOR, onderwerp=ONDERWERP)
    assert waarden(app.header)[0] == "Doorzettingsmacht voor de regisseur"
    assert not app.warning


def test_een_indicator_van_elders_wordt_genoemd_en_telt_niet(bekijk_pagina: Open) -> None:
    app = bekijk_pagina("onderwerp", indicator=INDICATOR, onderwerp="Sociaal netwerk")
    assert waarden(app.header)[0] == "Sociaal netwerk"
    (waarschuwing,) = waarden(app.warning)
    assert waarschuwing.startswith(f"De indicator ‘{INDICATOR}’ hoort niet bij het onderwerp ‘Sociaal netwerk’")


def test_verouderde_waarden_worden_genoemd(bekijk_pagina: Open) -> None:
    app = bekijk_pagina("onderwerp", indicator="Bestaat niet", onderwerp="Weg", gemeente="Nergens")
    assert len(app.warning) == 2
    assert waarden(app.header)[0] == "Verbeterpunten die nu open zijn"
    app = bekijk_pagina("onderwerp", onderwerp=ONDERWERP, gemeente="Nergens", deel="101–150")
    assert ["‘Nergens’" in zin or "‘101–150’" in zin for zin in waarden(app.warning)] == [True, True]
    assert "Alkmaar" in _html(app)


# --- filters, little and nothing --------------------------------------------------------------------------------------


def test_filters_op_het_verloop(bekijk_pagina: Open) -> None:
    app = bekijk_pagina("onderwerp", indicator=INDICATOR, toon="alleen wat nu open is")
    assert [rij.split()[0] for rij in _rijen(app, INDICATOR)] == ["Alkmaar"]
    app = bekijk_pagina("onderwerp", indicator=INDICATOR, provincie="Fryslân", toon="alleen wat nu open is")
    assert "Van wat bekend is, is hier nu geen enkel verbeterpunt open." in alles(app)
    # the answer stays that of all: a filter narrows the rows below it
    assert "1 open van 2 bekend, in 1 van 2 gemeenten" in _html(app)
    app = bekijk_pagina("onderwerp", indicator=INDICATOR, gemeente="Zwolle")
    assert "Over deze gemeenten is hierover geen oordeel in deze verzameling." in alles(app)


def test_zonder_rapporten(bekijk_pagina: Open, lege_map: Path) -> None:
    app = bekijk_pagina("onderwerp", map_=lege_map)
    (zin,) = [regel for regel in alles(app).splitlines() if regel.startswith("Van ") and "is geen rapport" in regel]
    assert all(kader in zin for kader in ("GGSR beleid", "GGSR casus", "Stelseltoezicht jeugd / sociaal domein"))
    assert len(_rijen(app, "Verbeterpunten die nu open zijn, per onderwerp en kader")) == 18
    app = bekijk_pagina("onderwerp", map_=lege_map, onderwerp=ONDERWERP)
    assert "<strong>GGSR beleid, 3 indicatoren</strong>: geen rapport in deze verzameling." in _html(app)
    assert "0 open" not in _html(app)
    assert "<strong>Nu</strong>: geen rapport" in _html(bekijk_pagina("onderwerp", map_=lege_map, indicator=INDICATOR))


def test_fictieve_gegevens(bekijk_pagina: Open, fictieve_map: Path) -> None:
    # aanpak a: b1 ✗ ✗ ✓ within 2013, b2 ✓ ✗ ✓: both closed now
    app = bekijk_pagina("onderwerp", map_=fictieve_map, onderwerp="Verzonnen onderwerp")
    assert "3 indicatoren</strong>: 0 open van 2 bekend, 1 gemeente." in _html(app)
    assert _rijen(app, "Een (Verzonnen kader)") == [
        "Een Aanpak A niet open ✗ verbeterpunt ✗ verbeterpunt ✓ voldoet ✓ opgepakt opnieuw getoetst"
    ]


# --- the row of signs -------------------------------------------------------------------------------------------------

RIJ = {
    "aanpak": "Eerst",
    "status": "opgepakt",
    "was_verbeterpunt": True,
    "bewijs_naar": "mondelinge_rapportage",
    "metingen": [
        {"jaar": 2010, "aanpak": "Eerst", "uitkomst": "verbeterpunt", "bewijs": "volledige_toets"},
        {"jaar": 2012, "aanpak": "Eerst", "uitkomst": None, "bewijs": "volledige_toets"},
        {"jaar": 2014, "aanpak": "<Later>", "uitkomst": "niet_beoordeeld", "bewijs": "volledige_toets"},
        {"jaar": 2016, "aanpak": "<Later>", "uitkomst": "voldoet", "bewijs": "mondelinge_rapportage"},
    ],
}


def test_tekenrij_houdt_een_lege_cel_apart_van_niet_afgedrukt() -> None:
    rij = tekenrij.tekenrij(RIJ, donker=False)
    kaal = " ".join(re.sub(r"<[^>]+>", " ", rij).split())
    assert kaal == (
        "2010 ✗ verbeterpunt 2012 – niet afgedrukt → &lt;Later&gt;: 2014 ? niet beoordeeld "
        "2016 ✓◇ voldoet, volgens de gemeente zelf verteld"
    )
    assert tekenrij.als_tekst(RIJ) == (
        "2010 verbeterpunt → 2012 niet afgedrukt → 2014 niet beoordeeld (<Later>) → "
        "2016 voldoet (<Later>, volgens de gemeente)"
    )
    assert tekenrij.jaren([RIJ]) == [2010, 2012, 2014, 2016]
    assert [beeld.merk for beeld in tekenrij.gezien([RIJ])] == [
        "✓◇ voldoet, volgens de gemeente zelf", "✗ verbeterpunt", "? niet beoordeeld",
    ]  # fmt: skip


def test_jaarcellen_laten_een_jaar_zonder_meting_leeg() -> None:
    cellen = tekenrij.jaarcellen(RIJ, [2010, 2011, 2012], donker=True)
    assert [" ".join(re.sub(r"<[^>]+>", " ", cel).split()) for cel in cellen] == [
        "✗ verbeterpunt",
        "",
        "niet afgedrukt",
    ]


def test_de_stand_zegt_bij_hoeveel_aanpakken() -> None:
    stand = {"status": "opgepakt", "nu_open": 0, "nu_gemeld": 0, "nu_bekend": 1, "nu_standen": 1, "sinds": None}
    assert tekenrij.nu(stand) == "niet open"
    assert tekenrij.nu(stand | {"nu_open": 1, "sinds": 2013}) == "open, sinds 2013"
    splitst = stand | {"nu_open": 1, "nu_bekend": 2, "nu_standen": 2, "sinds": 2013}
    assert tekenrij.nu(splitst) == "open bij 1 van 2 aanpakken, sinds 2013"
    assert tekenrij.nu(stand | {"nu_bekend": 0}) == "niet bekend"
    assert tekenrij.nu(stand | {"nu_standen": 2}) == "niet bekend bij 1 van 2 aanpakken"
    assert tekenrij.nu(stand | {"nu_standen": 0, "nu_bekend": 0}) == "geen stand: de aanpak is gestopt"
