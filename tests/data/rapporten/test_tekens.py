"""What a cell says by its sign: every sign, every place, every doubt. Texts are made up."""

from __future__ import annotations

import pytest

from data.rapporten.gelezen import Soort
from data.rapporten.lezers import symbolen
from data.rapporten.lezers._pdf.tekens import tekentabel
from data.rapporten.oordelen.tekenplaats import begint_met_teken, bevat_teken, opent_cel
from data.rapporten.oordelen.tekens import lees_cel


def soorten(tekst: str, *, woorden: bool = False) -> list[str]:
    return [twijfel.soort.value for twijfel in lees_cel(tekst, woorden=woorden).twijfels]


@pytest.mark.parametrize("teken", list("✓✔√☑🗸"))
def test_voldoet(teken: str) -> None:
    lezing = lees_cel(f"{teken} Alle gezinnen worden bezocht.")
    assert (lezing.uitkomst, lezing.teken_gedrukt) == ("voldoet", teken)
    assert lezing.toelichting == "Alle gezinnen worden bezocht."
    assert lezing.twijfels == ()


@pytest.mark.parametrize("teken", list("Xx✗✘☒╳×"))
def test_verbeterpunt(teken: str) -> None:
    lezing = lees_cel(f"{teken} Een plan ontbreekt.")
    assert (lezing.uitkomst, lezing.teken_gedrukt) == ("verbeterpunt", teken)
    assert lezing.toelichting == "Een plan ontbreekt."
    assert lezing.twijfels == ()


@pytest.mark.parametrize(
    ("letter", "uitkomst", "gedrukt"),
    [
        ("\uf0fc", "voldoet", "✓"),
        ("\uf0fe", "voldoet", "☑"),
        ("\uf0fb", "verbeterpunt", "✗"),
        ("\uf0fd", "verbeterpunt", "☒"),
    ],
)
def test_wingdings_prive(letter: str, uitkomst: str, gedrukt: str) -> None:
    lezing = lees_cel(f"{letter} Dit is zo.")
    assert (lezing.uitkomst, lezing.teken_gedrukt, lezing.twijfels) == (uitkomst, gedrukt, ())


@pytest.mark.parametrize(
    ("letter", "uitkomst"), [("ü", "voldoet"), ("þ", "voldoet"), ("û", "verbeterpunt"), ("ý", "verbeterpunt")]
)
def test_wingdings_letter_is_onzeker(letter: str, uitkomst: str) -> None:
    for tekst in (letter, f"{letter} Dit is zo."):
        lezing = lees_cel(tekst)
        assert lezing.uitkomst == uitkomst
        assert soorten(tekst) == ["onzeker_teken"]
    assert lees_cel(f"{letter}ber Dit is zo.").uitkomst == "niet_beoordeeld"


@pytest.mark.parametrize(
    "opgemaakt",
    ["**X** {}", "*X* {}", "<b>X</b> {}", "<p><b>X</b></p><p>{}</p>", "&#88; {}", "<ul><li>X</li></ul> {}", "__X__ {}"],
)
def test_opmaak_is_weg(opgemaakt: str) -> None:
    lezing = lees_cel(opgemaakt.format("Een plan &amp; een doel ontbreken."))
    assert (lezing.uitkomst, lezing.teken_gedrukt, lezing.toelichting) == (
        "verbeterpunt",
        "X",
        "Een plan & een doel ontbreken.",
    )


def test_opmaak_als_tekst_blijft_tekst() -> None:
    assert lees_cel("X Er stond &lt;b&gt;niets&lt;/b&gt;.").toelichting == "Er stond <b>niets</b>."


@pytest.mark.parametrize(
    "tekst",
    [
        "Het gezin X is gesproken.",
        "Zij komt 3 x per week.",
        "De x-as toont het aantal.",
        "Zie bijlage X. Daarin staat meer.",
        "Dit gebeurt 3 × per jaar.",
        "Max en Alex",
    ],
)
def test_letter_in_een_zin_is_geen_teken(tekst: str) -> None:
    assert lees_cel(tekst).uitkomst == "niet_beoordeeld"
    assert soorten(tekst) == ["geen_teken"]
    assert not bevat_teken(tekst)
    lezing = lees_cel(f"✓ {tekst}")
    assert (lezing.uitkomst, lezing.toelichting) == ("voldoet", tekst)
    assert "twee_tekens" not in soorten(f"✓ {tekst}")


@pytest.mark.parametrize("tekst", ["x per week wordt gebeld", "X is een gezin", "x keer gezien"])
def test_letter_voor_kleine_letter_is_onzeker(tekst: str) -> None:
    assert lees_cel(tekst).uitkomst == "verbeterpunt"
    assert soorten(tekst) == ["onzeker_teken"]


def test_twee_tekens() -> None:
    tekst = "✓ Voor wat betreft de start. X Voor wat betreft de afronding."
    lezing = lees_cel(tekst)
    assert (lezing.uitkomst, lezing.teken_gedrukt) == ("gemengd", "✓ X")
    assert soorten(tekst) == ["twee_tekens"]
    assert "de start" in lezing.toelichting
    assert "de afronding" in lezing.toelichting


@pytest.mark.parametrize(
    "tekst",
    [
        "✓ X deels", "✓/X", "✓ / X", "✓-X", "✓ en X", "✓, X", "✓ (X)", "✓ deels X niet", "✓ maar X nog niet",
        "✓\nX later", "✓ Dit is geregeld.\nX later nog niet", "X / ✓ Voor de start wel.", "X/✓ en meer", "X en ✓",
        "✗/✓ deels", "✔ of x",
    ],
)  # fmt: skip
def test_tekens_die_bij_elkaar_staan(tekst: str) -> None:
    """A second sign right beside the first, or on a line of its own: both count, and the editor is told."""
    lezing = lees_cel(tekst)
    assert lezing.uitkomst == "gemengd"
    assert lezing.teken_gedrukt.split() == [teken for teken in tekst if teken in "✓✔✗Xx"]
    assert "twee_tekens" in soorten(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "✓ gezin X is geholpen",
        "√ Het gezin krijgt 3 x hulp",
        "✓ Mevrouw X en casus X zijn besproken",
        "✓ De hulp komt 2 X per week",
        "✓ Partij X en gemeente X werken samen",
        "✓ Een paar x per jaar",
    ],
)
def test_x_als_naam_of_aantal(tekst: str) -> None:
    lezing = lees_cel(tekst)
    assert (lezing.uitkomst, lezing.teken_gedrukt, lezing.twijfels) == ("voldoet", tekst[0], ())


@pytest.mark.parametrize(
    "tekst",
    [
        "✓ goed voor de start X slecht voor het vervolg",
        "✓ Dit is\nX nog niet",
        "✓ Dit loopt. X krijgt hulp.",
        "✓ Er is een plan (X).",
        "✓ voor de start x voor het vervolg",
        "✓ de stand van 2013 X is oud",
    ],
)
def test_losse_x_in_een_cel_die_voldoet_is_nooit_stil(tekst: str) -> None:
    assert lees_cel(tekst).uitkomst == "voldoet"
    assert soorten(tekst) == ["onzeker_teken"]


@pytest.mark.parametrize("vreemd", ["±", "+/-", "V", "o", "O", "●", "👍"])
def test_vreemd_teken_wordt_genoemd(vreemd: str) -> None:
    lezing = lees_cel(f"{vreemd} Er is een plan.")
    assert (lezing.uitkomst, lezing.teken_gedrukt, soorten(f"{vreemd} Er is een plan.")) == (
        "niet_beoordeeld",
        "",
        ["geen_teken"],
    )
    assert f"‘{vreemd}’" in lezing.twijfels[0].zin
    alleen = lees_cel(vreemd)
    assert alleen.uitkomst != "voldoet"
    assert any(f"‘{vreemd}’" in twijfel.zin for twijfel in alleen.twijfels)


@pytest.mark.parametrize("paar", ["✓ X ", "✓/X ", "X / ✓: ", "✓ en X ", "✓\nX\n"])
def test_een_paar_tekens_hoort_niet_bij_de_tekst(paar: str) -> None:
    lezing = lees_cel(f"{paar}Er is beleid, maar niet voor alle gezinnen.")
    assert (lezing.uitkomst, lezing.toelichting) == ("gemengd", "Er is beleid, maar niet voor alle gezinnen.")


@pytest.mark.parametrize("tekst", ["✓ Het begin. X Het einde.", "✓ X Het begin. X Het einde.", "✓\nX later"])
def test_een_teken_met_een_eigen_zin_blijft_daarbij(tekst: str) -> None:
    assert lees_cel(tekst).toelichting == " ".join(tekst.split())


@pytest.mark.parametrize("tekst", ["X Dit mist.\nX Dat ook.", "X Dit mist. X Dat ook."])
def test_twee_gelijke_tekens(tekst: str) -> None:
    lezing = lees_cel(tekst)
    assert (lezing.uitkomst, lezing.teken_gedrukt, lezing.toelichting) == ("verbeterpunt", "X X", "Dit mist. Dat ook.")
    assert soorten(tekst) == ["twee_tekens"]


@pytest.mark.parametrize("tekst", ["✓✗", "✓ X", "✗\n✓"])
def test_twee_tekens_zonder_tekst(tekst: str) -> None:
    assert lees_cel(tekst).uitkomst == "gemengd"
    assert "twee_tekens" in soorten(tekst)


def test_teken_op_eigen_regel() -> None:
    lezing = lees_cel("X\ner is nog geen\nsamenwerkings-\nafspraak.")
    assert (lezing.uitkomst, lezing.toelichting, lezing.twijfels) == (
        "verbeterpunt",
        "er is nog geen samenwerkingsafspraak.",
        (),
    )


@pytest.mark.parametrize("tekst", ["", "  ", "-", "–", "<p></p>", "\n"])
def test_lege_cel(tekst: str) -> None:
    lezing = lees_cel(tekst)
    assert (lezing.uitkomst, lezing.teken_gedrukt, lezing.toelichting) == ("niet_beoordeeld", "", "")
    assert soorten(tekst) == ["lege_cel"]


@pytest.mark.parametrize("tekst", ["n.v.t.", "N.v.t.", "niet beoordeeld", "nvt", "Niet van toepassing"])
def test_leeg_in_woorden(tekst: str) -> None:
    lezing = lees_cel(tekst)
    assert (lezing.uitkomst, lezing.teken_gedrukt, lezing.toelichting) == ("niet_beoordeeld", "", tekst)
    assert soorten(tekst) == ["lege_cel"]
    assert tekst in lezing.twijfels[0].zin


@pytest.mark.parametrize("tekst", ["Er is een plan.", "? Er is een plan.", "○ Er is een plan.", "O Er is een plan."])
def test_tekst_zonder_teken(tekst: str) -> None:
    lezing = lees_cel(tekst)
    assert (lezing.uitkomst, lezing.teken_gedrukt, lezing.toelichting) == ("niet_beoordeeld", "", tekst)
    assert soorten(tekst) == ["geen_teken"]


@pytest.mark.parametrize(
    "tekst",
    [
        "Er is beleid ✓",
        "✓ Er is beleid ✗ maar niet overal",
        "Er is beleid.IX De weg ontbreekt",
        "Het plan is erX Er is niets",
        "[x] Er is beleid",
    ],
)
def test_teken_op_vreemde_plaats_is_nooit_stil(tekst: str) -> None:
    assert "onzeker_teken" in soorten(tekst)


def test_let_op_staat_apart() -> None:
    lezing = lees_cel("✗ Partijen wachten op elkaar.  <b>LET OP: In de praktijk loopt dit uit.</b>")
    assert lezing.toelichting == "Partijen wachten op elkaar."
    assert lezing.opmerking == "LET OP: In de praktijk loopt dit uit."
    assert lezing.twijfels == ()


@pytest.mark.parametrize(
    "tekst",
    [
        "✓ De evaluatie vindt niet plaats.",
        "✓ Er is onvoldoende aandacht voor kinderen.",
        "✓ De hulp stopt te vroeg.",
        "✓ Het plan wordt niet gemaakt.",
        "X Dit is geregeld in het convenant.",
        "X De afspraken zijn schriftelijk vastgelegd.",
    ],
)
def test_teken_en_tekst(tekst: str) -> None:
    assert soorten(tekst) == [Soort.TEKEN_EN_TEKST.value]


@pytest.mark.parametrize(
    "tekst",
    [
        "✓ Er ontbreken geen partijen.",
        "✓ Er zijn geen wachtlijsten.",
        "✓ Dit hangt niet af van geld.",
        "X Dit is nog niet geregeld.",
        "X Er is wel een plan, maar het is oud.",
        "X Dit is alleen op papier geregeld.",
    ],
)
def test_teken_en_tekst_zijn_het_eens(tekst: str) -> None:
    assert soorten(tekst) == []


@pytest.mark.parametrize(
    ("woord", "uitkomst"),
    [
        ("voldoet", "voldoet"),
        ("Voldoet niet", "verbeterpunt"),
        ("verbeterpunt", "verbeterpunt"),
        ("Voldoende", "voldoet"),
        ("onvoldoende.", "verbeterpunt"),
        ("ja", "voldoet"),
        ("Nee", "verbeterpunt"),
        ("+", "voldoet"),
        ("+/-", "gemengd"),
    ],
)
def test_woorden_als_oordeel(woord: str, uitkomst: str) -> None:
    lezing = lees_cel(woord)
    assert lezing.uitkomst == uitkomst
    assert lezing.teken_gedrukt == woord.rstrip(".")
    assert soorten(woord)[0] == "onzeker_teken"


def test_woorden_in_een_kolom_van_woorden() -> None:
    lezing = lees_cel("Voldoet niet: het plan is oud.", woorden=True)
    assert (lezing.uitkomst, lezing.teken_gedrukt, lezing.toelichting) == (
        "verbeterpunt",
        "Voldoet niet",
        "het plan is oud.",
    )
    assert lees_cel("Voldoet niet: het plan is oud.").uitkomst == "niet_beoordeeld"
    assert lees_cel("-", woorden=True).uitkomst == "verbeterpunt"


def test_opent_cel_en_begint_met_teken() -> None:
    assert opent_cel("X Er is niets")
    assert opent_cel("✓ goed")
    assert opent_cel("X")
    assert not opent_cel("X heeft drie kinderen", na_wit=False)
    assert not opent_cel("Er is X")
    assert begint_met_teken("<b>✓</b> Goed")
    assert not begint_met_teken("Goed ✓")


def test_word_en_pdf_lezen_hetzelfde_oordeel() -> None:
    """A rapport prints the same verdict whichever file it is read from."""
    oneens = {
        (font, hex(code), in_word, in_pdf)
        for font, word in symbolen._FONTS
        for code in range(0x100)
        if (in_word := word.get(code)) != (in_pdf := (tekentabel(font) or {}).get(code))
        and _soort(in_word) != _soort(in_pdf)
    }
    # √ is a sign of arithmetic in Symbol, and reads as a tick in both
    assert oneens == set()


def _soort(teken: str | None) -> str:
    """What a sign says as a verdict; all that says nothing is alike."""
    if teken in set("✓✔√☑"):
        return "goed"
    return "fout" if teken in set("✗✘☒×") else ""
