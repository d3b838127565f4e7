"""Each page from door to footer, without a browser: what it says on the four reports, on nothing, on fiction."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from data.afleiding.methode import METHODEVERSIE
from data.herstel.herstellen import Poging
from data.instellingen import PRODUCT
from pagina.beeld import zinnen
from pagina.delen import herstel
from tests.pagina.conftest import (
    BLADZIJDEN,
    Open,
    alles,
    cijfers,
    gebouwd,
    html_tekst,
    kaarten,
    met_namen,
    vakken,
    waarden,
)
from tests.queries.hulp import schrijf_levering
from tests.queries.schetsen import VERTELD_EN_GETOETST

CEL = "beleid-doorzettingsmacht~alkmaar-helpende-hand"

#: What only an export, a report that is read, a picture or a login needs: seconds, on the way to a first page.
LATER = {
    *("authlib", "docx", "httpx", "lxml", "matplotlib", "odfdo", "openpyxl", "pypdfium2", "rapidfuzz", "rdflib"),
    *("stdnum", "xlsxwriter"),
}


def test_de_eerste_bladzijde_laadt_niets_dat_later_pas_nodig_is(
    geleverd_map: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a process of its own: here the other tests have loaded everything."""
    monkeypatch.setenv("VERBETERPUNTEN_MAP", str(geleverd_map))
    opdracht = (
        "import sys; from streamlit.testing.v1 import AppTest; "
        "app = AppTest.from_file(sys.argv[1], default_timeout=60).run(); "
        "print(len(app.metric), *{naam.partition('.')[0] for naam in sys.modules})"
    )
    uit = subprocess.run(
        [sys.executable, "-c", opdracht, str(PRODUCT / "dashboard.py")],
        cwd=PRODUCT,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    tegels, *geladen = uit.stdout.split()
    assert int(tegels) > 0
    assert "streamlit" in geladen
    assert LATER.isdisjoint(geladen), LATER.intersection(geladen)


# --- Overzicht: the known answers of the four reports -----------------------------------------------------------------


def test_overzicht_begint_met_het_antwoord(bekijk_pagina: Open) -> None:
    app = bekijk_pagina("overzicht")
    assert waarden(app.title) == ["Welke verbeterpunten zijn opgepakt?"]
    zinnen = waarden(app.markdown)
    assert zinnen[0].startswith(
        "Deze verzameling telt **[vier rapporten](bronnen)** over **[vier gemeenten](gemeente)**."
    )
    assert zinnen[1] == (
        "- **GGSR beleid**, 2013 → 2014: Zestien verbeterpunten, waarvan tien opgepakt (alle tien volgens de gemeente "
        "zelf; geen enkel opnieuw getoetst); vijf niet opgepakt; één is wel hertoetst maar niet beoordeeld. Samen gaan "
        "zij over tien verschillende indicatoren; een indicator telt bij elke aanpak apart.\n"
        "    - Ook: [2014 → nog geen hertoets](opvolging?kader=GGSR+beleid&periode=2014+%E2%86%92+nog+geen+hertoets), "
        "zes verbeterpunten bij één gemeente."
    )
    assert zinnen[2] == (
        "- **GGSR casus**, 2013 → nog geen hertoets: Elf verbeterpunten; alle elf zijn nog niet hertoetst. "
        "Daarom is hier geen aandeel opgepakt te geven."
    )
    assert zinnen[3].startswith("- **Stelseltoezicht jeugd / sociaal domein**: het rapport geeft geen oordeel")


def test_overzicht_telt_per_kader(bekijk_pagina: Open) -> None:
    app = bekijk_pagina("overzicht")
    assert [(tegel.label, tegel.value) for tegel in app.metric] == [
        ("Vastgesteld", "16"),
        ("Nu open", "6"),
        ("Opgepakt", "10"),
        ("Vastgesteld", "11"),
        ("Nu open", "11"),
        ("Opgepakt", "onbekend"),
    ]
    zinnen = waarden(app.markdown)
    assert (
        "- 10 van 15 beoordeelde (67%)\n- 10 van 16 vastgestelde (63%)\n"
        "- van de opgepakte: 0 opnieuw getoetst, 10 volgens de gemeente zelf"
    ) in zinnen
    for dekking in ("2 van de 21 gemeenten", "1 van de 4 gemeenten", "1 van de 6 gemeenten"):
        assert sum(zin.startswith(dekking) for zin in zinnen) == 1
    # nothing was tested again under the casuskader: no share at all, certainly not 0%
    assert [zin for zin in zinnen if re.search(r"\d%\W", zin) and "casus" in zin] == []


def test_zonder_iets_opgepakt_staat_er_niet_dat_niemand_hertoetste(bekijk_pagina: Open) -> None:
    # Alkmaar: 6 vastgesteld, 5 of them judged again and none picked up
    app = bekijk_pagina("opvolging", gemeente="Alkmaar")
    assert cijfers(app)["Opgepakt"] == "0"
    assert "0 van 5 beoordeelde (0%)  \n0 van 6 vastgestelde (0%)" in waarden(app.markdown)
    assert "opnieuw getoetst" not in alles(app)


def test_opvolging_zegt_wat_van_eerder_is(bekijk_pagina: Open) -> None:
    """Of Alkmaar's six from 2014 one is of 2013: its cell of 2014 is empty. From 2013 nothing is of before."""
    wacht = alles(bekijk_pagina("opvolging", periode="2014 → nog geen hertoets"))
    assert (
        "Zes verbeterpunten; alle zes zijn na 2014 nog niet hertoetst. Daarom is hier geen aandeel opgepakt te geven. "
        "Eén van de zes verbeterpunten is eerder vastgesteld en bij de meting in 2014 niet beoordeeld."
    ) in wacht
    assert "0 niet beoordeeld, 6 na 2014 nog niet hertoetst, 0 vervallen" in wacht
    assert "eerder vastgesteld" not in alles(bekijk_pagina("opvolging"))


def test_opvolging_noemt_bij_een_vak_niet_het_jaar_dat_het_oversloeg(bekijk_pagina: Open) -> None:
    doelen = alles(
        bekijk_pagina(
            "opvolging",
            weergave="Per indicator en periode",
            vak="Gezamenlijke doelen van netwerkpartners~2014 → nog geen hertoets",
        )
    )
    assert "Dit verbeterpunt is eerder vastgesteld en bij de meting in 2014 niet beoordeeld." in doelen
    assert "eerder (bij de meting in 2014 niet beoordeeld)" in doelen


def test_overzicht_tekent_een_staaf_per_thema(bekijk_pagina: Open) -> None:
    app = bekijk_pagina("overzicht")
    beleid, casus = (deel.proto.body for deel in app.get("html") if "vp-staven" in deel.proto.body)
    woorden = [re.findall(r'class="vp-merk[^>]*>(?:<span[^>]*>)?([^<]+)<', html) for html in (beleid, casus)]
    assert woorden == [
        ["✓◇ opgepakt, volgens de gemeente zelf", "✗ niet opgepakt", "? niet beoordeeld"],
        ["… nog niet hertoetst"],
    ]
    assert not app.get("plotly_chart")
    assert any(
        "Per thema: Toeleiding (2), De aanpak (4), Samenwerking (6) en Continu (4)." in z for z in waarden(app.markdown)
    )


def test_overzicht_zegt_wat_niet_bekend_is(bekijk_pagina: Open) -> None:
    app = bekijk_pagina("overzicht")
    zinnen = waarden(app.markdown)
    for zin in (
        "- **Geen rapport in deze verzameling** (GGSR beleid): 19 van de 21 gemeenten van de ronde "
        "‘GGSR op beleidsniveau’, van wie 15 niet bij naam bekend.",
        "- **Geen rapport in deze verzameling** (GGSR casus): 3 van de 4 gemeenten van de ronde ‘GGSR op casusniveau’.",
        "- **Wel hertoetst, niet beoordeeld** (GGSR beleid): 1 verbeterpunt (laatste meting: 2014), Alkmaar.",
        "- **Sinds de laatste meting niet opnieuw getoetst** (GGSR casus): 11 verbeterpunten (laatste "
        "meting: 2013), Zwolle.",
        "Elk verbeterpunt telt hier één keer, bij de laatste meting van zijn aanpak; zo staan punten uit verschillende "
        "periodes bij elkaar. Onbekend is iets anders dan 0% opgepakt; het telt nergens als nul.",
    ):
        assert zin in zinnen
    assert any(zin.startswith("- **Geen oordeel per indicator** (Stelseltoezicht") for zin in zinnen)


def test_overzicht_geeft_open_punten_en_actiepunten_als_tabel(bekijk_pagina: Open) -> None:
    open_nu, acties = (met_namen(tabel.value) for tabel in bekijk_pagina("overzicht").dataframe)
    gevonden = open_nu.set_index(["Kader", "Gemeente"])["Open verbeterpunten"].to_dict()
    assert gevonden == {("GGSR beleid", "Alkmaar"): 6, ("GGSR beleid", "Leeuwarden"): 0, ("GGSR casus", "Zwolle"): 11}
    assert acties.set_index("Gemeente")["Actiepunten"].to_dict() == {"Zwolle": 7, "Den Helder": 4}


# --- Opvolging: views, cells ------------------------------------------------------------------------------------------


def test_opvolging_zonder_keuze(bekijk_pagina: Open) -> None:
    app = bekijk_pagina("opvolging")
    assert cijfers(app) == {"Verbeterpunten": "16", "Opgepakt": "10", "Niet of deels opgepakt": "5", "Onbekend": "1"}
    gelezen = alles(app)
    assert "10 van 15 beoordeelde (67%)  \n10 van 16 vastgestelde (63%)" in gelezen
    assert "63%)  \nvan de opgepakte: 0 opnieuw getoetst, 10 volgens de gemeente zelf" in gelezen
    assert (
        "Van Alkmaar (2013 en 2014) en Leeuwarden (2013 en 2014) is niet het hele kader afgedrukt, maar een selectie"
        in gelezen
    )
    assert "2 van de 21 gemeenten van de ronde ‘GGSR op beleidsniveau’" in gelezen
    (kaart,) = kaarten(app)
    assert sorted(vak[1] for vak in vakken(kaart)) == (
        ["behouden, volgens de gemeente zelf"] * 2
        + ["niet beoordeeld"]
        + ["niet opgepakt"] * 5
        + ["opgepakt, volgens de gemeente zelf"] * 10
    )
    assert not app.dataframe


def test_niets_hertoetst_is_geen_nul(bekijk_pagina: Open) -> None:
    for weergave in ("Heatmap", "Tabel", "Per thema en gemeente", "Per indicator en periode"):
        app = bekijk_pagina("opvolging", kader="GGSR casus", weergave=weergave)
        assert cijfers(app) == {
            "Verbeterpunten": "11",
            "Opgepakt": "onbekend",
            "Niet of deels opgepakt": "onbekend",
            "Onbekend": "11",
        }
        assert "%" not in alles(app)
        assert "0 niet, 0 deels" not in alles(app)
        assert "0 niet beoordeeld, 11 nog niet hertoetst, 0 vervallen" in alles(app)


def test_opvolging_als_tabel(bekijk_pagina: Open) -> None:
    app = bekijk_pagina("opvolging", weergave="Tabel")
    (tabel,) = (met_namen(tabel.value) for tabel in app.dataframe)
    assert tabel.groupby(["Gemeente", "Status"]).size().to_dict() == {
        ("Alkmaar", "niet beoordeeld"): 1,
        ("Alkmaar", "niet opgepakt"): 5,
        ("Leeuwarden", "behouden, volgens de gemeente zelf"): 2,
        ("Leeuwarden", "opgepakt, volgens de gemeente zelf"): 10,
    }
    assert not kaarten(app)
    assert [knop.proto.label for knop in app.get("download_button")] == [
        "CSV voor Excel (Nederlands)",
        "CSV (internationale norm)",
    ]


def test_opvolging_per_thema_en_gemeente(bekijk_pagina: Open) -> None:
    app = bekijk_pagina("opvolging", weergave="Per thema en gemeente")
    (tabel,) = (met_namen(tabel.value) for tabel in app.dataframe)
    paren = tabel.set_index(["Thema", "Gemeente"])[["Opgepakt", "Later beoordeeld"]]
    assert {plek: tuple(rij) for plek, rij in zip(paren.index, paren.to_numpy().tolist(), strict=True)} == {
        ("Toeleiding", "Alkmaar"): (0, 1),
        ("De aanpak", "Alkmaar"): (0, 2),
        ("De aanpak", "Leeuwarden"): (2, 2),
        ("Samenwerking", "Alkmaar"): (0, 2),
        ("Samenwerking", "Leeuwarden"): (4, 4),
        ("Continu", "Leeuwarden"): (4, 4),
    }
    (kaart,) = kaarten(app)
    assert sorted(vak[2] for vak in vakken(kaart)) == ["0/1", "0/2", "0/2", "2/2 (◇ 2)", "4/4 (◇ 4)", "4/4 (◇ 4)"]


def test_opvolging_per_indicator_en_periode(bekijk_pagina: Open) -> None:
    app = bekijk_pagina("opvolging", weergave="Per indicator en periode", gemeente="Alkmaar")
    (tabel,) = (met_namen(tabel.value) for tabel in app.dataframe)
    visie = tabel[tabel["Indicator"] == "Beleid en visie voor GGSR"].set_index("Periode")
    assert visie["Niet opgepakt"].to_dict() == {"2013 → 2014": 1, "2014 → nog geen hertoets": 0}
    assert visie["Nog niet hertoetst"].to_dict() == {"2013 → 2014": 0, "2014 → nog geen hertoets": 1}


def test_een_cel_uit_de_link_gaat_open(bekijk_pagina: Open) -> None:
    app = bekijk_pagina("opvolging", cel=CEL)
    assert "Alkmaar · Doorzettingsmacht voor de regisseur: ✗ niet opgepakt" in waarden(app.header)
    jaren = [zin for zin in waarden(app.markdown) if zin.startswith("**201")]
    assert jaren == ["**2013 · ✗ verbeterpunt**", "**2014 · ✗ verbeterpunt**"]
    teksten = waarden(app.text)
    assert "De gezinscoach kan geen besluiten nemen waaraan netwerkpartners gebonden zijn." in teksten
    assert "Bewijs: volledige toets." in teksten
    assert "Bewijs: hertoets van de verbeterpunten, bezoek 25 november 2014." in teksten
    plek = "(juni 2015), Uitkomsten verbeterpunten, tabel Toeleiding, rij 3, kolom 2014."
    assert plek in html_tekst(app).splitlines()
    # the detail may lie below the fold: a link where the map ends says so, and leads to its heading
    (kop,) = app.header
    assert kop.proto.anchor == "gekozen-cel"
    link = '<a href="#gekozen-cel">Zie hieronder: Alkmaar · Doorzettingsmacht voor de regisseur: ✗ niet opgepakt</a>'
    assert sum(link in deel.proto.body for deel in app.get("html")) == 1


@pytest.fixture(scope="module")
def twee_bewijzen_map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the database of a gemeente with two aanpakken: one told to have picked it up, one tested."""
    levering = schrijf_levering(tmp_path_factory.mktemp("twee-bewijzen"), VERTELD_EN_GETOETST)
    return gebouwd(tmp_path_factory.mktemp("twee-bewijzen-db"), levering)


def test_wat_in_een_cel_niet_meetelt_staat_apart(open_pagina: Open, twee_bewijzen_map: Path) -> None:
    link = {"map_": twee_bewijzen_map, "eenheid": "per gemeente", "cel": "b1~FG0001"}
    app = open_pagina("opvolging", **link, bewijs="mondelinge rapportage door de gemeente")
    assert waarden(app.header) == ["Een · Een: ✓◇ opgepakt, volgens de gemeente zelf"]
    soorten = {"header", "subheader", "markdown", "text"}
    detail = waarden(deel for deel in app.main if deel.type in soorten)
    plek = detail.index("Telt niet mee in deze cel")
    telt, niet = detail[detail.index(app.header[0].value) : plek], detail[plek:]
    assert ("Aanpak A" in telt, "Aanpak B" in telt) == (True, False)
    assert ("Aanpak A" in niet, "Aanpak B" in niet) == (False, True)
    assert "**2014 · ✗ verbeterpunt**" in niet
    assert niet[1] == (
        "U koos als bewijs bij de hertoets: mondelinge rapportage door de gemeente. Wat hieronder staat, is ook bekend "
        "over deze indicator, maar met ander bewijs. In de cel, en in de cijfers hierboven, telt het nu niet mee."
    )
    zonder = open_pagina("opvolging", **link)
    assert "Telt niet mee" not in alles(zonder)
    assert waarden(zonder.text).count("Aanpak B") == 2


def test_een_leeg_vak_in_het_rapport_heet_niet_beoordeeld(bekijk_pagina: Open) -> None:
    app = bekijk_pagina("opvolging", cel="beleid-gezamenlijke-doelen~alkmaar-helpende-hand")
    jaren = [zin for zin in waarden(app.markdown) if zin.startswith("**201")]
    assert jaren == ["**2013 · ✗ verbeterpunt**", "**2014 · ? niet beoordeeld**"]


def test_een_cel_zonder_hertoets_zegt_dat(bekijk_pagina: Open) -> None:
    app = bekijk_pagina("opvolging", kader="GGSR casus", thema="De aanpak")
    (kaart,) = kaarten(app)
    assert "nog niet hertoetst" in kaart["tekst"]
    app = bekijk_pagina("opvolging", periode="2014 → nog geen hertoets", cel=CEL)
    assert "**Daarna:** nog niet hertoetst." in waarden(app.markdown)


@pytest.mark.parametrize("cel", ["onzin", "onzin~x", "beleid-doorzettingsmacht~", f"{CEL}~x"])
def test_een_verkeerde_cel_wordt_genoemd(bekijk_pagina: Open, cel: str) -> None:
    app = bekijk_pagina("opvolging", cel=cel)
    assert (
        f"De cel ‘{zinnen.letterlijk(cel)}’ in de link hoort niet bij deze selectie en wordt niet getoond."
        in waarden(app.warning)
    )
    assert not app.header
    assert "Zie hieronder" not in html_tekst(app)


def test_een_cel_die_door_een_filter_buiten_beeld_valt(bekijk_pagina: Open) -> None:
    app = bekijk_pagina("opvolging", cel=CEL, gemeente="Leeuwarden")
    assert any(zinnen.letterlijk(CEL) in zin for zin in waarden(app.warning))


# --- Bronnen ----------------------------------------------------------------------------------------------------------


def test_bronnen_telt_per_rapport(bekijk_pagina: Open) -> None:
    rapporten = bekijk_pagina("bronnen").dataframe[0].value.set_index("Gemeente")
    tellingen = rapporten[["Weergaven", "Metingen", "Oordelen", "Actiepunten"]]
    assert {str(g): tuple(rij) for g, rij in zip(tellingen.index, tellingen.to_numpy().tolist(), strict=True)} == {
        "Alkmaar": (2, 2, 12, 0),
        "Leeuwarden": (1, 3, 18, 0),
        "Zwolle": (1, 1, 33, 7),
        "Den Helder": (1, 1, 0, 4),
    }
    assert rapporten.loc["Alkmaar", "Gepubliceerd"] == "juni 2015"
    assert rapporten["Controlegetal levering (SHA-256)"].str.fullmatch("[0-9a-f]{64}").all()


def test_bronnen_toont_beide_weergaven_van_alkmaar(bekijk_pagina: Open) -> None:
    weergaven = bekijk_pagina("bronnen").dataframe[1].value
    assert sorted(weergaven[weergaven["Rapport-id"] == "stj-alkmaar-2015"]["Bestand"]) == [
        "000_380ac783e8fd5e25.txt",
        "001_f8eb0c1aeaa2846d.txt",
    ]
    assert len(weergaven) == 5


def test_bronnen_toont_de_metingen(bekijk_pagina: Open) -> None:
    metingen = bekijk_pagina("bronnen").dataframe[2].value
    uitkomsten = metingen[["Voldoet", "Verbeterpunt", "Gemengd", "Niet beoordeeld"]]
    geteld = {
        (str(aanpak), str(jaar)): tuple(rij)
        for aanpak, jaar, rij in zip(
            metingen["Aanpak"], metingen["Peiljaar"], uitkomsten.to_numpy().tolist(), strict=True
        )
    }
    assert geteld == {
        ("Helpende Hand in de Wijk", "2013"): (0, 6, 0, 0),
        ("Helpende Hand in de Wijk", "2014"): (0, 5, 0, 1),
        ("Interventieteam Gezinnen", "2013"): (1, 5, 0, 0),
        ("Voorwaardelijke Interventie Gezinnen", "2013"): (1, 5, 0, 0),
        ("Sociale Wijkteams", "2014"): (6, 0, 0, 0),
        ("Bijzondere Doelgroepen", "2013"): (22, 10, 1, 0),
        ("Sociaal Wijkteam", "2016"): (0, 0, 0, 0),
    }


@pytest.mark.parametrize(
    "stukje",
    [
        "dringend",  # Leeuwarden's ✓ on advice that its own text calls dwingend
        "Gezinscoaching",  # the Zwolle annex names another approach
        "Graft-De Rijp",  # boundary changes
        "Boarnsterhim",
    ],
)
def test_bronnen_noemt_de_bijzonderheden(bekijk_pagina: Open, stukje: str) -> None:
    bijzonder = bekijk_pagina("bronnen").dataframe[3].value
    assert bijzonder["Uitleg"].str.contains(stukje, regex=False).any()


def test_bronnen_vindt_bijzonderheden_met_een_regel(bekijk_pagina: Open) -> None:
    bijzonder = bekijk_pagina("bronnen").dataframe[3].value
    per_soort = bijzonder.groupby(["Soort", "Gemeente"]).size().to_dict()
    # Alkmaar prints doorzettingsmacht and niet loslaten under Toeleiding, in both years
    assert per_soort["ander thema gedrukt", "Alkmaar"] == 4
    assert per_soort["lege cel", "Alkmaar"] == 1
    assert per_soort["twee tekens in één cel", "Zwolle"] == 1
    assert ("verschillende tekens", "Zwolle") in per_soort
    assert ("verschillende tekens", "Leeuwarden") in per_soort


def test_bronnen_toont_de_dekking_per_ronde(bekijk_pagina: Open) -> None:
    app = bekijk_pagina("bronnen")
    zinnen = waarden(app.markdown)
    for begin in (
        "- **GGSR beleid**: 2 van de 21 gemeenten van de ronde ‘GGSR op beleidsniveau’ staan in deze verzameling. "
        "6 bij naam bekend.",
        "- **GGSR casus**: 1 van de 4 gemeenten van de ronde ‘GGSR op casusniveau’ staat in deze verzameling. "
        "4 bij naam bekend.",
        "- **Stelseltoezicht jeugd / sociaal domein**: 1 van de 6 gemeenten",
    ):
        assert sum(zin.startswith(begin) for zin in zinnen) == 1
    deelname = met_namen(app.dataframe[4].value)
    zwolle = deelname[deelname["Gemeente"] == "Zwolle"]
    hier = zip(zwolle["Onderzoeksronde"], zwolle["Aanpak"], zwolle["In deze verzameling"], strict=True)
    assert sorted(hier) == [
        ("GGSR op beleidsniveau", "", "nee"),
        ("GGSR op casusniveau", "Bemoeizorg Jeugd", "nee"),
        ("GGSR op casusniveau", "Bijzondere Doelgroepen", "ja"),
    ]


# --- every page: footer, nothing, fiction -----------------------------------------------------------------------------


@pytest.mark.parametrize("bladzijde", BLADZIJDEN)
def test_elke_pagina_noemt_datasetversie_methode_en_datum(bekijk_pagina: Open, bladzijde: str) -> None:
    app = bekijk_pagina(bladzijde)
    assert waarden(app.markdown)[-1].startswith("Datasetversie `")
    methode = f"methodeversie `{METHODEVERSIE}`"
    for deel in (methode, "Hier telt mee wat tot en met 22 november 2026", "; vandaag is het "):
        assert deel in waarden(app.markdown)[-1]
    assert "fictief" not in alles(app)


@pytest.mark.parametrize("bladzijde", BLADZIJDEN)
def test_zonder_database_een_zin_die_helpt(
    open_pagina: Open, tmp_path: Path, bladzijde: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is being made; tests/fouten has how that goes on."""
    poging = Poging()
    monkeypatch.setattr(herstel, "herstel", lambda: poging)
    assert alles(open_pagina(bladzijde, map_=tmp_path)) == f"Een ogenblik\n{herstel.BEZIG}"


def test_zonder_rapporten_zegt_het_overzicht_dat(bekijk_pagina: Open, lege_map: Path) -> None:
    app = bekijk_pagina("overzicht", map_=lege_map)
    assert waarden(app.info)[0] == (
        "Er zijn nog geen rapporten in deze verzameling. Er is dus ook niets over verbeterpunten te zeggen."
    )
    zinnen = waarden(app.markdown)
    assert zinnen.count("Van dit kader staat geen rapport in deze verzameling.") == 3
    assert (
        "- **Geen rapport in deze verzameling** (GGSR casus): 4 van de 4 gemeenten van de ronde ‘GGSR op casusniveau’."
        in zinnen
    )
    assert not app.metric


def test_zonder_rapporten_is_er_geen_opvolging(bekijk_pagina: Open, lege_map: Path) -> None:
    app = bekijk_pagina("opvolging", map_=lege_map, kader="GGSR beleid")
    assert waarden(app.info) == ["Er zijn nog geen oordelen in deze verzameling, dus ook geen opvolging."]
    assert not app.metric


def test_zonder_rapporten_zijn_de_bronnen_leeg(bekijk_pagina: Open, lege_map: Path) -> None:
    app = bekijk_pagina("bronnen", map_=lege_map)
    namen = ("rapporten", "weergaven", "metingen", "bijzonderheden")
    assert waarden(app.info) == [f"De tabel ‘{naam}’ is leeg." for naam in namen]
    assert sum("0 van de 21 gemeenten" in zin for zin in waarden(app.markdown)) == 1


@pytest.mark.parametrize("bladzijde", BLADZIJDEN)
def test_fictieve_cijfers_staan_onder_een_banier(bekijk_pagina: Open, fictieve_map: Path, bladzijde: str) -> None:
    app = bekijk_pagina(bladzijde, map_=fictieve_map)
    assert waarden(app.error) == ["Let op: deze cijfers zijn fictief. De gemeenten en oordelen bestaan niet."]


def test_fictief_naast_echt_heet_niet_allemaal_fictief(bekijk_pagina: Open, gemengde_map: Path) -> None:
    app = bekijk_pagina("opvolging", map_=gemengde_map, kader="GGSR beleid")
    assert waarden(app.error) == [
        "Let op: in deze gegevens staan ook verzonnen gemeenten of oordelen. Cijfers waarin die meetellen, zeggen "
        "niets over de werkelijkheid."
    ]


def test_meer_stappen_in_een_jaar_staan_naast_elkaar_in_de_kaart(bekijk_pagina: Open, fictieve_map: Path) -> None:
    # b1: X, X, V in one year: its two steps share one cell
    app = bekijk_pagina("opvolging", map_=fictieve_map, periode="2013 → 2013")
    (kaart,) = kaarten(app)
    assert [uitleg for _, _, uitleg in kaart["rijen"]][1] == "Indicator een"
    assert vakken(kaart)[0][-1] == "2013: ✗ verbeterpunt → 2013: ✗ verbeterpunt + ✓ voldoet"


# --- a share opens down to the verdicts behind it; a rapport has its own place ----------------------------------------


def test_achter_een_aandeel_staan_de_oordelen(bekijk_pagina: Open) -> None:
    app = bekijk_pagina("opvolging", weergave="Per thema en gemeente", vak="De aanpak~Leeuwarden")
    assert "Leeuwarden · De aanpak" in waarden(app.header)
    # of De aanpak only doorzettingsmacht was a verbeterpunt in both aanpakken: two of the ten
    assert "2 van 2 beoordeelde (100%), 2 van 2 vastgestelde (100%)" in waarden(app.markdown)
    regels = html_tekst(app).splitlines()
    assert regels.count("Interventieteam Gezinnen") == regels.count("Voorwaardelijke Interventie Gezinnen") == 1
    assert (
        regels.count("✓◇ opgepakt, volgens de gemeente zelf")
        == regels.count("mondelinge rapportage door de gemeente")
        == 2
    )


def test_achter_een_aandeel_per_periode_alleen_die_periode(bekijk_pagina: Open) -> None:
    vak = "Afspraken over informatie delen~2014 → nog geen hertoets"
    app = bekijk_pagina("opvolging", weergave="Per indicator en periode", vak=vak)
    regels = html_tekst(app).splitlines()
    assert regels.count("… nog niet hertoetst") == regels.count("Helpende Hand in de Wijk") == 1
    assert "2014" in regels


@pytest.mark.parametrize("vak", ["onzin", "De aanpak~Atlantis", "~"])
def test_een_verkeerd_vak_wordt_genoemd(bekijk_pagina: Open, vak: str) -> None:
    app = bekijk_pagina("opvolging", weergave="Per thema en gemeente", vak=vak)
    assert (
        f"Het vak ‘{zinnen.letterlijk(vak)}’ in de link hoort niet bij deze selectie en wordt niet getoond."
        in waarden(app.warning)
    )


def test_een_rapport_gaat_open(bekijk_pagina: Open) -> None:
    titel = "Toezicht Wijkteams. Zorg en ondersteuning aan kwetsbare gezinnen in Den Helder"
    app = bekijk_pagina("bronnen", rapport=titel)
    assert waarden(app.header)[0] == titel
    assert "Dit rapport geeft geen oordeel per indicator. Wij verzinnen er geen." in waarden(app.markdown)
    regels = html_tekst(app).splitlines()
    assert "maart 2017" in regels
    assert "Gemeente maakt een verbeter- en ontwikkelplan" in regels


def test_een_rapport_zonder_actiepunten_toont_zijn_oordelen(bekijk_pagina: Open) -> None:
    app = bekijk_pagina(
        "bronnen", rapport="Uitkomsten verbeterpunten toezichtonderzoek Alkmaar. Aanpak: Helpende Hand in de Wijk"
    )
    regels = html_tekst(app).splitlines()
    assert regels.count("✗ verbeterpunt") == 6 + 5
    assert regels.count("? niet beoordeeld") == 1
