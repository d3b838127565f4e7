"""Tables in every layout that reports use, to cells with the right sign under the right head. All fictional."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.rapporten.bekend import Indicator
from data.rapporten.document import Alinea, Document, Plek, Tabel
from data.rapporten.gelezen import Cel, Soort, Tabellen
from data.rapporten.herkenning.koppelen import Kaderkennis
from data.rapporten.oordelen.tabellen import lees_tabellen
from tests.data.rapporten.indelingen import Stijl, als_tabellen, kaal, maak, verwacht
from tests.hoeveel import eigenschap, voorbeelden

GOED, FOUT = "✓ Dit loopt goed.", "X Dit loopt stroef."


def tabel(*rijen: str, pagina: int | None = None) -> Tabel:
    """Rows with a bar between cells, made equally long."""
    cellen = [[cel.strip() for cel in rij.split("|")] for rij in rijen]
    breed = max(map(len, cellen))
    return Tabel(tuple(tuple(rij + [""] * (breed - len(rij))) for rij in cellen), pagina)


def lees(*blokken: Tabel | Alinea | str, kader: Kaderkennis | None = None, vorm: str = "PDF") -> Tabellen:
    heel = tuple(Alinea((blok,)) if isinstance(blok, str) else blok for blok in blokken)
    return lees_tabellen(Document(vorm, heel), kader or Kaderkennis.leeg())


def kort(tabellen: Tabellen) -> list[tuple[str, str, str]]:
    return [(cel.indicator_gedrukt, cel.kolom.kop, cel.lezing.uitkomst) for cel in tabellen.cellen]


def soorten(cel: Cel) -> set[Soort]:
    return {twijfel.soort for twijfel in cel.lezing.twijfels}


STIJLEN = st.builds(
    Stijl,
    thema=st.sampled_from(["rij", "samengevoegd", "regel", "kolom", "geen"]),
    kop=st.sampled_from(["een", "twee"]),
    teken_apart=st.booleans(),
    nummers=st.booleans(),
    breuk=st.sampled_from([0, 1, 2, 3]),
    herhaal_kop=st.booleans(),
    een_tabel=st.booleans(),
)


@settings(max_examples=voorbeelden(40), deadline=None, derandomize=True, database=None)
@given(
    zaad=st.integers(0, 10_000),
    stijl=STIJLEN,
    criteria=st.booleans(),
    leeg=st.sampled_from([0.0, 0.2]),
    kent=st.booleans(),
)
def test_elke_indeling(*, zaad: int, stijl: Stijl, criteria: bool, leeg: float, kent: bool) -> None:
    """Whatever the layout: every cell with its theme, criterium, indicator, year, name, uitkomst and sign."""
    waarheid = maak(zaad, criteria=criteria, leeg=leeg)
    if stijl.kop == "twee" and not all(naam for _, naam in waarheid.kolommen):
        return
    tabellen = lees_tabellen(als_tabellen(waarheid, stijl), waarheid.kennis() if kent else Kaderkennis.leeg())
    # without a kader a theme heading that is a plain line cannot be told from a heading of the report
    themas = stijl.thema != "geen" and (kent or stijl.thema != "regel")
    gelezen = [
        (
            kaal(c.thema_gedrukt) if themas else "", kaal(c.criterium_gedrukt), kaal(c.indicator_gedrukt),
            c.kolom.peiljaar, kaal(c.kolom.aanpak), c.lezing.uitkomst, c.lezing.teken_gedrukt,
        )
        for c in tabellen.cellen
    ]  # fmt: skip
    assert gelezen == verwacht(waarheid, themas=themas)
    assert all(Soort.LEGE_CEL in soorten(c) for c in tabellen.cellen if not c.lezing.teken_gedrukt)


def test_plek_en_vindplaats() -> None:
    tabellen = lees(
        "Uitkomsten",
        "Er is gekeken naar twee jaren.",
        tabel(
            "Samenspel||",
            "Indicator|2013|2014",
            f"Er is overleg|{GOED}|{FOUT}",
            f"Er is een plan|{FOUT}|{GOED}",
            pagina=4,
        ),
    )
    laatste = tabellen.cellen[-1]
    assert laatste.vindplaats == "Uitkomsten, tabel Samenspel, rij 2, kolom 2014"
    assert laatste.plek == Plek(2, 3, 2)
    assert laatste.pagina == 4
    assert laatste.kolom.peiljaar == 2014


@pytest.mark.parametrize(
    ("kop", "jaar", "aanpak"),
    [
        ("2013", 2013, ""),
        ("2013 Buurtploeg", 2013, "Buurtploeg"),
        ("Buurtploeg (2013)", 2013, "Buurtploeg"),
        ("najaar 2013", 2013, ""),
        ("Oordeel 2013", 2013, ""),
        ("Bevindingen", None, ""),
        ("Stand 1 juni 2013", 2013, ""),
        ("Uitkomst", None, ""),
        ("Helpende Hand in de Wijk 2013", 2013, "Helpende Hand in de Wijk"),
        ("2013 Helpende Hand in de Wijk", 2013, "Helpende Hand in de Wijk"),
        ("Hand van Oranje (najaar van 2013)", 2013, "Hand van Oranje"),
        ("Team per Wijk in 2013", 2013, "Team per Wijk"),
        ("Oordeel van Buurtploeg 2013", 2013, "Buurtploeg"),
        ("in 2013", 2013, ""),
        ("najaar van 2013", 2013, ""),
        ("Stand per 1 juni 2013", 2013, ""),
        ("voorjaar van het jaar 2013", 2013, ""),
    ],
)
def test_kolomkop(kop: str, jaar: int | None, aanpak: str) -> None:
    (cel,) = lees(tabel(f"Indicator|{kop}", f"Er is overleg|{GOED}")).cellen
    assert (cel.kolom.kop, cel.kolom.peiljaar, cel.kolom.aanpak) == (kop, jaar, aanpak)
    assert cel.lezing.twijfels == ()


@pytest.mark.parametrize(
    ("kop", "heel"),
    [
        ("Indica tor|Oordee l", "Oordeel"),
        ("Indicat oren|Bevin dingen", "Bevindingen"),
        ("Indicator|Oor deel 2013", "Oordeel 2013"),
    ],
)
def test_kopwoord_zonder_streepje_gebroken(kop: str, heel: str) -> None:
    """A narrow column breaks a word anywhere; without a hyphen it is still that word, and no name of an aanpak."""
    (cel,) = lees(tabel(kop, f"Er is overleg|{GOED}")).cellen
    assert (cel.kolom.kop, cel.kolom.aanpak, cel.lezing.uitkomst) == (heel, "", "voldoet")
    assert cel.lezing.twijfels == ()


def test_twee_jaren_in_een_kop() -> None:
    tabellen = lees(tabel("Indicator|2013/2014", f"Er is overleg|{GOED}"))
    assert tabellen.cellen[0].kolom.peiljaar == 2013
    assert [t.soort for t in tabellen.twijfels] == [Soort.KOLOM_ONZEKER]


def test_namen_als_kop_en_losse_kolom() -> None:
    tabellen = lees(tabel("Nr.|Indicator|Buurtploeg|Wijkkring|Bron", f"1|Er is overleg|{GOED}|{FOUT}|dossier"))
    assert kort(tabellen) == [
        ("Er is overleg", "Buurtploeg", "voldoet"),
        ("Er is overleg", "Wijkkring", "verbeterpunt"),
    ]
    assert [t.soort for t in tabellen.twijfels] == [Soort.HERKENNING]
    assert "Bron" in tabellen.twijfels[0].zin


def test_tekst_voor_het_teken_en_indicator_niet_vooraan() -> None:
    tabellen = lees(
        tabel("Oordeel|Toelichting|Indicator", "X|Dit loopt stroef.|Er is overleg", "✓|Dit loopt goed.|Er is een plan")
    )
    assert kort(tabellen) == [("Er is overleg", "Oordeel", "verbeterpunt"), ("Er is een plan", "Oordeel", "voldoet")]
    assert tabellen.cellen[0].lezing.toelichting == "Dit loopt stroef."


def test_kop_over_twee_kolommen() -> None:
    """A year printed once over a column of signs and one of text."""
    tabellen = lees(
        tabel("Indicator|2013||2014|", "Er is overleg|X|Stroef.|✓|Goed.", "Er is een plan|✓|Goed.|✓|Ook goed.")
    )
    assert [(c.kolom.peiljaar, c.lezing.uitkomst, c.lezing.toelichting) for c in tabellen.cellen[:2]] == [
        (2013, "verbeterpunt", "Stroef."), (2014, "voldoet", "Goed."),
    ]  # fmt: skip


def test_woorden_als_oordeel() -> None:
    tabellen = lees(
        tabel("Indicator|2013|2014", "Er is overleg|voldoet niet|voldoet", "Er is een plan|Voldoet: elk jaar.|-")
    )
    assert [c.lezing.uitkomst for c in tabellen.cellen] == ["verbeterpunt", "voldoet", "voldoet", "verbeterpunt"]
    assert all(Soort.ONZEKER_TEKEN in soorten(c) for c in tabellen.cellen)


def test_kruisje_onder_voldoet_is_geen_verbeterpunt() -> None:
    tabellen = lees(
        tabel(
            "Indicator|Voldoet|Voldoet niet",
            "Er is overleg|X|",
            "Er is een plan||X",
            "Er is geld voor alle gezinnen||",
            "Er is hulp|X|X",
        )
    )
    assert [c.lezing.uitkomst for c in tabellen.cellen] == ["voldoet", "verbeterpunt", "niet_beoordeeld", "gemengd"]
    assert all(soorten(c) & {Soort.ONZEKER_TEKEN, Soort.LEGE_CEL} for c in tabellen.cellen)


@pytest.mark.parametrize(
    "legenda",
    [
        "X = voldoet, ✓ = voldoet niet",
        "x = aanwezig",
        "Met een kruisje is aangegeven wat in orde is.",
        "Een kruis betekent dat de norm is behaald.",
    ],
)
def test_andere_legenda_geeft_overal_twijfel(legenda: str) -> None:
    tabellen = lees(legenda, tabel("Indicator|2013", f"Er is overleg|{FOUT}", f"Er is een plan|{GOED}"))
    assert len(tabellen.cellen) == 2
    assert all(Soort.HERKENNING in soorten(c) for c in tabellen.cellen)
    assert Soort.HERKENNING in {t.soort for t in tabellen.twijfels}


@pytest.mark.parametrize(
    "legenda", ["✓ = voldoet, X = verbeterpunt", "Legenda: ✓ voldoet; X voldoet niet", "X: verbeterpunt, ✓: voldoet"]
)
def test_gewone_legenda_is_stil_en_geen_cel(legenda: str) -> None:
    tabellen = lees(legenda, tabel("Indicator|2013", f"Er is overleg|{FOUT}", legenda), legenda)
    assert kort(tabellen) == [("Er is overleg", "2013", "verbeterpunt")]
    assert tabellen.twijfels == ()
    assert tabellen.cellen[0].lezing.twijfels == ()


def test_rij_over_twee_bladzijden() -> None:
    tabellen = lees(
        tabel("Indicator|2013|2014", "Er is overleg tussen alle|X Dit loopt|✓ Dit loopt", pagina=1),
        tabel("Indicator|2013|2014", "|stroef.|goed.", f"Er is een plan|{GOED}|{GOED}", pagina=2),
    )
    assert [c.lezing.toelichting for c in tabellen.cellen[:2]] == ["Dit loopt stroef.", "Dit loopt goed."]
    assert len(tabellen.cellen) == 4
    assert all(c.lezing.twijfels == () for c in tabellen.cellen)


def test_indicator_over_twee_rijen_wordt_heel_door_het_kader() -> None:
    waarheid = maak(11, kolommen=2)
    heel = next(waarheid.regels())[1].indicator
    voor, na = heel.rsplit(" ", 3)[0], " ".join(heel.rsplit(" ", 3)[1:])
    document = tabel("Indicator|2013|2014", f"{voor}|{GOED}|X Dit loopt", f"{na}||stroef.", f"Er is geld|{GOED}|{GOED}")
    tabellen = lees(document, kader=waarheid.kennis())
    assert [c.indicator_gedrukt for c in tabellen.cellen] == [heel, heel, "Er is geld", "Er is geld"]
    assert tabellen.cellen[1].lezing.toelichting == "Dit loopt stroef."


def test_lege_indicator_met_tekens_is_nooit_stil() -> None:
    tabellen = lees(tabel("Indicator|2013|2014", f"Er is overleg|{GOED}|", f"|{FOUT}|{FOUT}"))
    assert all(Soort.GESPLITST in soorten(c) for c in tabellen.cellen)
    assert [c.lezing.uitkomst for c in tabellen.cellen] == ["gemengd", "verbeterpunt"]


def test_verschoven_rij_is_nooit_stil() -> None:
    waarheid = maak(11, kolommen=2)
    eerste, tweede = [rij.indicator for _, rij in waarheid.regels()][:2]
    tabellen = lees(
        tabel("Indicator|2013|2014", f"{eerste}|{GOED}|{GOED}", f"|{tweede}|{FOUT}|{FOUT}"), kader=waarheid.kennis()
    )
    assert all(c.lezing.twijfels for c in tabellen.cellen)


def test_tabel_zonder_kop() -> None:
    tabellen = lees(tabel(f"Er is overleg|{GOED}|{FOUT}", f"Er is een plan|{FOUT}|{FOUT}"))
    assert [c.lezing.uitkomst for c in tabellen.cellen] == ["voldoet", "verbeterpunt", "verbeterpunt", "verbeterpunt"]
    assert all(Soort.KOP_ONTBREEKT in soorten(c) for c in tabellen.cellen)


def test_vervolg_zonder_kop_op_de_volgende_bladzijde() -> None:
    eerste = tabel("Indicator|2013|2014", f"Er is overleg|{GOED}|{FOUT}", pagina=1)
    tweede = f"Er is een plan|{FOUT}|{FOUT}"
    assert all(c.lezing.twijfels == () for c in lees(eerste, tabel(tweede, pagina=2)).cellen)
    ertussen = lees(eerste, "Hieronder volgt iets anders.", tabel(tweede, pagina=2)).cellen
    assert [bool(c.lezing.twijfels) for c in ertussen] == [False, False, True, True]


_KOP = "Criteria|Indicator|2013|2014"
_EERSTE, _REST = "Elke hulpverlener meet jaarlijks wat de begeleiding", "heeft opgeleverd"


def _over_de_rand(rij: str, vervolg: str, *, kop: bool = True, tussen: tuple[str, ...] = ()) -> Tabellen:
    """A row at the foot of page 1 and one at the top of page 2, then a plain one; the kader knows the indicator."""
    kader = Kaderkennis(
        [Indicator("i", "k", "k-1", "Duur", "Hulp werkt", f"{_EERSTE} {_REST}", "i", 1)], ["Duur"], ["Hulp werkt door"]
    )
    boven = tabel(_KOP, f"Hulp duurt|Er is overleg|{GOED}|{FOUT}", rij, pagina=1)
    onder = tabel(*[_KOP] * kop, vervolg, f"|Er is geld|{FOUT}|{FOUT}", pagina=2)
    return lees(boven, *tussen, onder, kader=kader)


@pytest.mark.parametrize("kop", [True, False])
@pytest.mark.parametrize(
    "tussen", [(), ("11/22/26, 9:20 AM", "file:///tmp/rapport.html", "2/3"), ("22 november 2026", "Pagina 2 van 3")]
)
def test_rij_breekt_over_een_bladzijde(*, kop: bool, tussen: tuple[str, ...]) -> None:
    """The rest of the indicator and of a text, no sign: one row again, without a doubt."""
    tabellen = _over_de_rand(
        f"Hulp werkt|{_EERSTE}|✓ Dit loopt|{FOUT}", f"door|{_REST}|goed bij samenwerkings-\nafspraken.|", kop=kop,
        tussen=tussen,
    )  # fmt: skip
    assert [c.indicator_gedrukt for c in tabellen.cellen[2:4]] == [f"{_EERSTE} {_REST}"] * 2
    assert [c.lezing.uitkomst for c in tabellen.cellen] == [
        "voldoet", "verbeterpunt", "voldoet", "verbeterpunt", "verbeterpunt", "verbeterpunt",
    ]  # fmt: skip
    assert tabellen.cellen[2].lezing.toelichting == "Dit loopt goed bij samenwerkingsafspraken."
    assert [c.criterium_gedrukt for c in tabellen.cellen[2:]] == ["Hulp werkt door"] * 4
    twijfels = {t.soort for c in tabellen.cellen for t in c.lezing.twijfels}
    assert twijfels == set()
    assert tabellen.twijfels == ()


def test_alleen_de_rest_van_de_indicator_op_de_volgende_bladzijde() -> None:
    tabellen = _over_de_rand(f"|{_EERSTE}|{GOED}|{FOUT}", f"|{_REST}||")
    assert [c.indicator_gedrukt for c in tabellen.cellen[2:4]] == [f"{_EERSTE} {_REST}"] * 2
    assert all(c.lezing.twijfels == () for c in tabellen.cellen)


def test_eerste_cellen_leeg_op_de_volgende_bladzijde() -> None:
    tabellen = _over_de_rand(f"Hulp werkt|{_EERSTE} {_REST}|✓ Dit loopt|{FOUT}", "||goed.|")
    assert len(tabellen.cellen) == 6
    assert tabellen.cellen[2].lezing.toelichting == "Dit loopt goed."
    assert all(c.lezing.twijfels == () for c in tabellen.cellen)


@pytest.mark.parametrize(
    ("rij", "vervolg"),
    [
        (f"|{_EERSTE}|{GOED}|{FOUT}", "|heeft meegebracht|goed.|"),  # joined it is not the kader's wording
        (f"|{_EERSTE}||{FOUT}", f"|{_REST}|de rest van een cel.|"),  # a text where no cell began
    ],
)
def test_rij_over_een_bladzijde_die_niet_zeker_is(rij: str, vervolg: str) -> None:
    tabellen = _over_de_rand(rij, vervolg)
    over = [c for c in tabellen.cellen if c.indicator_gedrukt.startswith(_EERSTE) or c.indicator_gedrukt == _REST]
    assert over
    assert any(Soort.GESPLITST in soorten(c) or Soort.GEEN_TEKEN in soorten(c) for c in over)


def test_met_een_teken_aan_beide_kanten_zijn_het_twee_rijen() -> None:
    tabellen = _over_de_rand(f"|{_EERSTE}|{GOED}|{FOUT}", f"|{_REST}|{GOED}|{FOUT}")
    assert [c.indicator_gedrukt for c in tabellen.cellen[2:6]] == [_EERSTE, _EERSTE, _REST, _REST]


def test_een_bladrand_is_geen_kop_van_het_rapport() -> None:
    rand = (
        "11/22/26, 9:20 AM",
        "file:///home/a/rapport.html",
        "https://voorbeeld.nl/a",
        "3/12",
        "12 juni 2015",
        "blz. 4",
    )
    for regel in (*rand, "A. B", "- 4 -"):
        (cel,) = lees("Uitkomsten", regel, tabel("Indicator|2013", f"Er is overleg|{GOED}")).cellen
        assert cel.vindplaats == "Uitkomsten, rij 1, kolom 2013", regel


def test_thema_zonder_kop_waar_andere_een_kop_hebben() -> None:
    tabellen = lees(
        tabel(
            "Thema: Duur||",
            "Indicator|2013|2014",
            f"Er is overleg|{GOED}|{FOUT}",
            "Thema: Samenspel||",
            f"Er is geld|{GOED}|{FOUT}",
        )
    )
    assert [c.thema_gedrukt for c in tabellen.cellen] == ["Duur", "Duur", "Samenspel", "Samenspel"]
    assert [Soort.KOP_ONTBREEKT in soorten(c) for c in tabellen.cellen] == [False, False, True, True]


def test_thema_lekt_niet_over_een_kop_van_het_rapport() -> None:
    rij = f"Er is overleg|{GOED}"
    tabellen = lees(tabel("Thema: Duur|", "Indicator|2013", rij), "4 Iets heel anders", tabel("Indicator|2014", rij))
    assert [c.thema_gedrukt for c in tabellen.cellen] == ["Duur", ""]


def test_dubbel_oordeel() -> None:
    kop, rij = "Indicator|2013", f"Er is overleg|{GOED}"
    tabellen = lees(tabel(kop, rij), "Samenvatting", tabel(kop, f"Er is overleg|{FOUT}", f"Er is geld|{GOED}"))
    assert [Soort.DUBBEL in soorten(c) for c in tabellen.cellen] == [True, True, False]


def test_teken_buiten_de_oordelen_is_nooit_stil() -> None:
    tabellen = lees(tabel("Nr.|Indicator|2013", f"✓|Er is overleg|{FOUT}"), "✗ Los in de tekst.", tabel("a|b", "c|d ✓"))
    assert Soort.KOLOM_ONZEKER in soorten(tabellen.cellen[0])
    assert sum(t.soort == Soort.HERKENNING for t in tabellen.twijfels) + sum(
        Soort.KOP_ONTBREEKT in soorten(c) for c in tabellen.cellen
    ) == 2  # fmt: skip


def test_een_teken_in_een_tabel_zonder_oordelen_is_nooit_stil() -> None:
    tabellen = lees(tabel("Indicator|2013|2014", "Aantal gezinnen|80|95", "✗ Wachttijd|12|14"))
    assert tabellen.cellen == ()
    assert "Hier staat een teken dat niet als oordeel is gelezen: ‘✗ Wachttijd’." in {t.zin for t in tabellen.twijfels}


def test_tabel_met_getallen_heeft_geen_oordelen() -> None:
    tabellen = lees(tabel("Indicator|2013|2014", "Aantal gezinnen|80|95", "Aandeel|12%|14,5%"))
    assert tabellen.cellen == ()
    assert {t.soort for t in tabellen.twijfels} == {Soort.HERKENNING}


def test_kader_zonder_oordelen() -> None:
    tabellen = lees(
        tabel(
            "Thema: Duur||",
            "Criteria|Indicator|Operationalisering",
            "Hulp duurt|Er is geld|Zichtbaar is dat.",
            "|Er is tijd|Dat is zo.",
            "||vervolg van de uitleg.",
        ),
    )
    assert tabellen.cellen == ()
    assert [(k.thema_gedrukt, k.criterium_gedrukt, k.indicator_gedrukt) for k in tabellen.kaderregels] == [
        ("Duur", "Hulp duurt", "Er is geld"), ("Duur", "Hulp duurt", "Er is tijd"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "andere",
    [
        tabel("Inhoud|3", "1 Inleiding|5", "Oordeel en vervolg|30"),
        tabel("Thema|Criteria casusniveau", "Duur|- Hulp duurt"),
    ],
)
def test_andere_tabellen_geven_niets(andere: Tabel) -> None:
    assert lees(andere) == Tabellen((), ())


def test_tekstbestand_met_lege_cel_twijfelt_over_de_hele_rij() -> None:
    """In tab-separated text a lost cell looks like an empty one at the end."""
    rijen = tabel("Indicator|2013|2014", f"Er is overleg|{GOED}|", f"Er is geld|{GOED}|{GOED}")
    assert [Soort.KOLOM_ONZEKER in soorten(c) for c in lees(rijen, vorm="tekstbestand").cellen] == [
        True,
        True,
        False,
        False,
    ]
    assert [Soort.KOLOM_ONZEKER in soorten(c) for c in lees(rijen, vorm="PDF").cellen] == [False] * 4


def test_kolom_zonder_jaar_naast_kolommen_met_jaar() -> None:
    tabellen = lees(tabel("Indicator|2p13|2014", f"Er is overleg|{GOED}|{FOUT}"))
    assert [Soort.KOLOM_ONZEKER in soorten(c) for c in tabellen.cellen] == [True, False]


_STUKJES = [
    "",
    "X",
    "✓",
    "✗",
    "Indicator",
    "Criteria",
    "2013",
    "2014 Buurtploeg",
    "Oordeel",
    "Toelichting",
    "Thema: Duur",
    FOUT,
    GOED,
    "Er is overleg",
    "voldoet",
    "Voldoet niet",
    "ja",
    "-",
    "n.v.t.",
    "Indicator 2013 2014",
    "X = voldoet",
    "Vervolg",
    "12",
    "x per week",
    "üb",
    "Nr.",
    "1",
    "\n",
    "X\nEr is",
    "<b>X</b> De",
    "tekst zonder teken die doorloopt",
]
_CEL = st.sampled_from(_STUKJES)
_TABEL = (
    st.integers(1, 4)
    .flatmap(lambda breed: st.lists(st.tuples(*[_CEL] * breed), max_size=5))
    .map(lambda rijen: Tabel(tuple(rijen), 1))
)
_ALINEA = st.lists(_CEL, min_size=1, max_size=4).map(lambda regels: Alinea(tuple(regels), 1))


@eigenschap(
    "lezers",
    gewoon=40,
    lang=1500,
    blokken=st.lists(_TABEL | _ALINEA, max_size=6),
    vorm=st.sampled_from(["PDF", "tekstbestand"]),
)
def test_onzin_valt_niet_om_en_verliest_geen_teken(blokken: list[Tabel | Alinea], vorm: str) -> None:
    """Whatever stands anywhere: no crash, and each row with a sign ends in a cell or has a doubt that points at it."""
    tabellen = lees(*blokken, vorm=vorm)
    twijfels = [*tabellen.twijfels, *(t for c in tabellen.cellen for t in c.lezing.twijfels)]
    rijen = {
        (plek.blok, plek.rij) for plek in [*(c.plek for c in tabellen.cellen), *(t.plek for t in twijfels)] if plek
    }
    for nummer, blok in enumerate(blokken):
        if isinstance(blok, Tabel):
            met = {rij for rij, cellen in enumerate(blok.rijen) if {"X", "✓", "✗", FOUT, GOED} & set(cellen)}
            assert {(nummer, rij) for rij in met} <= rijen
