"""The picture of the status map: it fits, it can be read, and it is the same bytes wherever it is made."""

import hashlib
import io
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pagina.beeld.status import VAKBEELDEN
from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.vormen import plaat
from pagina.uitvoer.vormen._plaat.blad import blad
from pagina.uitvoer.vormen._plaat.letters import breed, regels, tekenvorm, toonbaar
from pagina.uitvoer.vormen._plaat.maten import _KLEIN, _TEKENS, Maat
from pagina.uitvoer.vormen._plaat.merken import Arcering, Letters, Tekens, Vel, Vlak
from pagina.uitvoer.vormen._plaat.tekenen import als_png, schuine_lijnen
from tests.pagina.figuurdata import alkmaar_leeuwarden, groot
from tests.pagina.uitvoer.platen import figuur, gemeten, herkomst, kort, png, stuk, svg, vol

WORTEL = Path(__file__).parents[3]


@pytest.mark.parametrize("kolommen", [3, 12, 40, 342])
def test_geen_tekst_valt_buiten_het_beeld_of_over_een_andere(kolommen: int) -> None:
    cellen = alkmaar_leeuwarden() if kolommen == 3 else kort(groot(kolommen, 3))
    lang = "Samenwerkingsovereenkomstverantwoordingsrapportages van alle betrokken gemeenten en hun netwerkpartners"
    cellen.loc[cellen["indicator_id"].isin(["visie", "i2"]), "kort"] = lang
    cellen.loc[cellen["kolom_id"].isin(["VI", "g1"]), "kolom"] = lang
    cellen.loc[cellen["thema"].isin(["De aanpak", "Thema 1"]), "thema"] = f"{lang} {lang}"
    vel = blad(f"{lang}: {lang}", [figuur(cellen)], herkomst(fictief=True, selectie=(("Gemeenten", "Aa, " * 300),)))
    namen, kaders = gemeten(vel)

    breed_, hoog = vel.breedte * 2, vel.y * 2
    assert (kaders[:, 0] >= 0).all()
    assert (kaders[:, 1] >= 0).all()
    assert (kaders[:, 2] <= breed_).all()
    assert (kaders[:, 3] <= hoog).all()
    over = (
        (kaders[:, None, 0] < kaders[None, :, 2] - 0.5)
        & (kaders[None, :, 0] < kaders[:, None, 2] - 0.5)
        & (kaders[:, None, 1] < kaders[None, :, 3] - 0.5)
        & (kaders[None, :, 1] < kaders[:, None, 3] - 0.5)
    )
    np.fill_diagonal(over, val=False)
    assert [(namen[een], namen[ander]) for een, ander in np.argwhere(over)] == []
    if kolommen <= 12:
        _woorden_in_hun_vak(vel, namen, kaders)


def _woorden_in_hun_vak(vel: Vel, namen: list[str], kaders: np.ndarray) -> None:
    """The word of a cell stands inside one rectangle."""
    vakken = [vak for merk in vel.merken if isinstance(merk, Vlak) for vak in merk.vakken]
    randen = np.array([(2 * x, 2 * (vel.y - y - h), 2 * (x + b), 2 * (vel.y - y)) for x, y, b, h in vakken])
    merken = {beeld.merk_kort for beeld in VAKBEELDEN}
    woorden = [kader for naam, kader in zip(namen, kaders, strict=True) if naam in merken]
    assert len(woorden) > 5
    for kader in woorden:
        erin = (randen[:, :2] <= kader[:2]).all(axis=1) & (randen[:, 2:] >= kader[2:]).all(axis=1)
        assert erin.sum() == 1


@pytest.mark.parametrize("maat", [_TEKENS, _KLEIN])
def test_elk_teken_past_in_zijn_vak(maat: Maat) -> None:
    for beeld in (beeld for beeld in VAKBEELDEN if not beeld.arcering):
        kader = tekenvorm(beeld.teken, maat.cel).get_extents()
        assert max(kader.width, kader.height) > 0.5
        assert kader.width < maat.vak_breed - maat.wit, beeld.teken
        assert kader.height < maat.vak_hoog - maat.wit, beeld.teken


@pytest.mark.parametrize("kolommen", [12, 40, 100])
def test_wat_is_verteld_is_gearceerd_en_wat_is_getoetst_niet(kolommen: int) -> None:
    """Every third gemeente told what is known of it: those cells have lines, and so has what stands for them below."""
    cellen = kort(groot(kolommen, 4))
    bekend = cellen["uitkomst_naar"].isin(["voldoet", "verbeterpunt", "gemengd"])
    verteld = bekend & (cellen["kolom_id"].str[1:].astype(int) % 3 == 0)
    vel = blad("t", [figuur(cellen.assign(verteld=verteld))], herkomst())
    arcering = [merk for merk in vel.merken if isinstance(merk, Arcering)]
    in_kaart = [vak for merk in arcering if "legenda" not in merk.naam for vak in merk.vakken]
    assert len(in_kaart) == verteld.sum() > 5
    legenda = [merk.naam for merk in arcering if "legenda" in merk.naam]
    soorten = cellen[verteld]["status"].nunique()
    assert len(legenda) == len({merk.naam.split("~")[-2] for merk in arcering}) == soorten
    # two signs, no wider than the cell that they stand in
    breedte = min(vak[2] for vak in in_kaart)
    tekens = [merk for merk in vel.merken if isinstance(merk, Tekens) and merk.teken.endswith("◇") and merk.naam]
    assert bool(tekens) == (kolommen > 12)
    assert all(breed(merk.teken, merk.punt) <= breedte for merk in tekens)


def test_schuine_lijnen_blijven_in_hun_vak_en_uit_het_midden() -> None:
    """From 0,0 to 12,4 lie the lines x + y = 4, 8 and 12; of the second the middle, from x 4 to 8, is all."""
    alle = [((0, 4), (4, 0)), ((4, 4), (8, 0)), ((8, 4), (12, 0))]
    assert schuine_lijnen((0, 0, 12, 4), (0, 0)) == alle
    assert schuine_lijnen((0, 0, 12, 4), (4, 4)) == [alle[0], alle[2]]
    # a middle of 2 by 2 takes the piece from x 5 to 7 out of it
    assert schuine_lijnen((0, 0, 12, 4), (2, 2)) == [alle[0], ((4, 4), (5, 3)), ((7, 1), (8, 0)), alle[2]]
    # beside it the same lines go on
    assert schuine_lijnen((12, 0, 4, 4), (0, 0)) == [((12, 4), (16, 0))]


def test_ook_zonder_kleur_is_verteld_anders_dan_getoetst() -> None:
    """In greys, and without its words: the corner of a told cell has dark lines on the grey that a tested one has."""
    cellen = alkmaar_leeuwarden().assign(status="opgepakt", was_verbeterpunt=True, uitkomst_naar="voldoet")
    vel = blad("t", [figuur(cellen)], herkomst())
    with Image.open(io.BytesIO(als_png(vel, teksten={}))) as open_:
        grijs = np.asarray(open_.convert("L"))
    per_punt = grijs.shape[1] / vel.breedte

    def donker(deel: str) -> float:
        x, y, _, hoog = next(m for m in vel.merken if isinstance(m, Vlak) and m.naam.endswith(deel)).vakken[0]
        van, tot = (round(per_punt * waarde) for waarde in (y + 1, y + hoog - 1))
        hoek = grijs[van:tot, round(per_punt * (x + 1)) : round(per_punt * (x + 8))]
        return float((hoek < 80).mean())

    assert donker("visie~opgepakt") == 0
    assert donker("macht~opgepakt-volgens-de-gemeente-zelf") > 0.05


def test_de_tekens_zijn_verschillende_vormen_uit_het_lettertype() -> None:
    vormen = {beeld.teken: np.asarray(tekenvorm(beeld.teken, 10).vertices) for beeld in VAKBEELDEN}
    onbekend = np.asarray(tekenvorm("\ufffd", 10).vertices)
    for een, ander in combinations(vormen, 2):
        assert vormen[een].shape != vormen[ander].shape or not np.allclose(vormen[een], vormen[ander])
    assert all(vorm.shape != onbekend.shape for vorm in vormen.values())


def test_tekst_staat_leesbaar_op_haar_vlak() -> None:
    vel = blad("t", [figuur(groot(10, 10))], herkomst(fictief=True))
    vlakken = [(vak, merk.kleur) for merk in vel.merken if isinstance(merk, Vlak) for vak in merk.vakken]
    gezien = set()
    for merk in vel.merken:
        if not isinstance(merk, Letters):
            continue
        x, y = merk.plek
        onder = [kleur for (links, top, b, h), kleur in vlakken if links <= x <= links + b and top <= y <= top + h]
        gezien.add((merk.kleur, onder[0] if onder else "#ffffff"))
    assert len(gezien) > 8
    for inkt, vlak in gezien:
        assert _contrast(inkt, vlak) >= 4.5, (inkt, vlak)


def _contrast(een: str, ander: str) -> float:
    """WCAG 2.2, relative luminance."""

    def licht(kleur: str) -> float:
        delen = [int(kleur[plek : plek + 2], 16) / 255 for plek in (1, 3, 5)]
        lijn = [deel / 12.92 if deel <= 0.04045 else ((deel + 0.055) / 1.055) ** 2.4 for deel in delen]
        return 0.2126 * lijn[0] + 0.7152 * lijn[1] + 0.0722 * lijn[2]

    laag, hoog = sorted((licht(een), licht(ander)))
    return (hoog + 0.05) / (laag + 0.05)


def test_de_grootste_kaart_past() -> None:
    assert blad("t", [figuur(vol(400, 1))], herkomst()).breedte > 3_000
    assert blad("t", [figuur(vol(1, 200))], herkomst()).y > 3_000


def test_een_figuur_voor_op_een_bladzijde() -> None:
    een = figuur(alkmaar_leeuwarden())
    beeld = plaat.png_van_figuur(een, herkomst(), breedte_mm=160, hoogte_mm=225)
    with Image.open(io.BytesIO(beeld.png)) as open_:
        breed_, hoog = open_.size
        dpi = float(open_.info["dpi"][0])
    assert breed_ / dpi * 25.4 == pytest.approx(160, abs=0.2)
    assert dpi == pytest.approx(200 * 1.14, abs=0.5)
    assert beeld.breed == pytest.approx(160)
    assert beeld.hoog == pytest.approx(160 * hoog / breed_, rel=0.002)
    # the smallest letters are those of 8 points, drawn 1.14 times as wide
    assert beeld.letter == pytest.approx(8 / 1.14)


def test_een_hoge_smalle_figuur_past_en_blijft_leesbaar() -> None:
    """One column of 33 rows: as wide as the page it would be some 290 mm high; its rows move together."""
    beeld = plaat.png_van_figuur(figuur(vol(1, 33)), herkomst(), breedte_mm=160, hoogte_mm=232)
    assert beeld.hoog <= 232.01
    assert beeld.letter >= 7


def test_een_figuur_die_niemand_kan_lezen_komt_niet_op_een_bladzijde() -> None:
    with pytest.raises(UitvoerGeweigerd, match="te klein worden om te lezen"):
        plaat.png_van_figuur(figuur(vol(342, 1)), herkomst(), breedte_mm=160, hoogte_mm=225)


def test_op_een_bladzijde_staan_de_bronnen_niet_ook_in_de_figuur() -> None:
    een, teksten = figuur(alkmaar_leeuwarden()), {}
    for los in (True, False):
        vel = blad("t", [een], herkomst(), los=los)
        teksten[los] = [merk.tekst for merk in vel.merken if isinstance(merk, Letters)]
    weg = teksten[True][len(teksten[False]) :]
    assert teksten[True][: len(teksten[False])] == teksten[False]
    assert [regel.split(" ")[0] for regel in weg][:2] == ["Selectie.", "Bron:"]


def test_regels_passen_en_verliezen_geen_letter() -> None:
    tekst = "Samenwerkingsafspraken  over de\naanpak van multiprobleemgezinnen"
    uit = regels(tekst, 60, 8)
    assert all(breed(regel, 8) <= 60 for regel in uit)
    assert "".join(uit).replace("-", "").replace(" ", "") == "".join(tekst.split())
    assert toonbaar("a\u2028b\x00c✓漢") == "a bc✓\ufffd"
    assert regels("i", 0.1, 8) == ["i"]


@pytest.mark.duur
def test_dezelfde_bytes_in_een_ander_proces_thuis_en_dag(tmp_path: Path) -> None:
    """Another seed, time zone, home, working folder with settings of its own; silent, and nothing left behind."""
    (tmp_path / "matplotlibrc").write_text("font.size: 40\ntext.color: red\nsvg.fonttype: none\nsavefig.dpi: 10\n")
    opdracht = """
import sys, hashlib, datetime as dt, time
time.time = lambda: 86400.0
import pagina.uitvoer.vormen.formaten, pagina.uitvoer.inhoud.stuk
assert "matplotlib" not in sys.modules and "PIL" not in sys.modules
from tests.pagina.figuurdata import alkmaar_leeuwarden
from tests.pagina.uitvoer.platen import figuur, png, stuk, svg, vol
assert "matplotlib.pyplot" not in sys.modules
wat = stuk(figuur(alkmaar_leeuwarden()), figuur(vol(13, 2), "Twintig"))
print(hashlib.sha256(svg(wat).encode()).hexdigest(), hashlib.sha256(png(wat)).hexdigest())
"""
    omgeving = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path / "thuis"),
        "PYTHONHASHSEED": "4",
        "PYTHONPATH": str(WORTEL),
        "TZ": "Pacific/Auckland",
        "SOURCE_DATE_EPOCH": "1",
    }
    klaar = subprocess.run(
        [sys.executable, "-W", "error", "-c", opdracht],
        cwd=tmp_path,
        env=omgeving,
        capture_output=True,
        text=True,
        check=False,
    )

    assert klaar.stderr == ""
    wat = stuk(figuur(alkmaar_leeuwarden()), figuur(vol(13, 2), "Twintig"))
    assert klaar.stdout.split() == [
        hashlib.sha256(svg(wat).encode()).hexdigest(),
        hashlib.sha256(png(wat)).hexdigest(),
    ]
    assert [pad.name for pad in tmp_path.iterdir()] == ["matplotlibrc"]


def test_lezers_tegelijk_krijgen_elk_hun_eigen_figuur() -> None:
    stukken = [stuk(figuur(vol(3, 2))), stuk(figuur(vol(13, 3), "Dertien"))] * 2
    los = [svg(wat) for wat in stukken[:2]] * 2
    with ThreadPoolExecutor(4) as samen:
        assert list(samen.map(svg, stukken)) == los
