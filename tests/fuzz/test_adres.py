"""The address of every page: whatever its parameters say, the page answers in Dutch, with the figures of what counts.

What does not count is told as text: nothing in a link becomes a link, a picture, a formula or a script on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from data.instellingen import PRODUCT
from tests.hoeveel import eigenschap
from tests.pagina.conftest import BLADZIJDEN, alles, gezond, html_tekst, kaarten, waarden

#: Per page the parameters that it reads with a value that counts; every page takes those of PEIL too.
GELDIG: Mapping[str, Mapping[str, list[str]]] = {
    "overzicht": {"kaart_weergave": ["Tabel"], "kaart_kader": ["GGSR beleid"]},
    "opvolging": {
        "kader": ["GGSR beleid", "GGSR casus"],
        "thema": ["Samenwerking", "Toeleiding"],
        "gemeente": ["Alkmaar", "Leeuwarden"],
        "provincie": ["Fryslân"],
        "status": ["niet opgepakt"],
        "bewijs": ["mondelinge rapportage door de gemeente"],
        "onderwerp": ["Doorzettingsmacht en opschaling"],
        "periode": ["2014 → nog geen hertoets"],
        "eenheid": ["per gemeente"],
        "telwijze": ["verloop"],
        "weergave": ["Tabel", "Per thema en gemeente", "Per indicator en periode"],
        "cel": ["beleid-doorzettingsmacht~alkmaar-helpende-hand"],
        "vak": ["De aanpak~Leeuwarden"],
    },
    "gemeente": {"gemeente": ["Alkmaar", "Zwolle", "Den Helder"], "beeld": ["Tabel"], "tijdlijn": ["Tekst"]},
    "onderwerp": {
        "onderwerp": ["Doorzettingsmacht en opschaling"],
        "indicator": ["Doorzettingsmacht (GGSR beleid)"],
        "gemeente": ["Alkmaar"],
        "provincie": ["Fryslân"],
        "toon": ["alleen wat nu open is"],
        "deel": ["1–50"],
    },
    "agenda": {
        "peildatum": ["2018-03-01"],
        "soort": ["verbeterpunten"],
        "gemeente": ["Alkmaar"],
        "termijn": ["over tijd"],
        "kader": ["GGSR beleid"],
        "thema": ["Samenwerking"],
        "stand": ["open"],
    },
    "kamerbrief": {
        "kader": ["GGSR beleid", "GGSR casus"],
        "thema": ["Samenwerking"],
        "gemeente": ["Alkmaar"],
        "tabel": ["per thema", "elk oordeel apart"],
        "eenheid": ["per gemeente"],
        "periode": ["2013 → 2014"],
    },
    "bronnen": {"rapport": ["Toezicht Wijkteams. Zorg en ondersteuning aan kwetsbare gezinnen in Den Helder"]},
    "inlezen": {"verbeter": ["stj-alkmaar-2015"], "rapport": ["x"]},
    "geschiedenis": {"levering": ["stj-alkmaar-2015", "ggsr-beleid"]},
    # what it lists is what happened since, so any choice counts
    "logboek": {},
    "uitleg": {},
}
PEIL = {"gegevens": ["alles"], "bekend": ["2026-11-01"], "versie": [], "methode": [], "voorstel": [], "onbekend": []}
NAMEN = sorted({*PEIL, *(naam for velden in GELDIG.values() for naam in velden)})

#: What must be shown as it is: would Markdown or HTML take it for more than text, it is told by the same letters.
VIJANDIG = (
    "![boos](http://boos.example/p.png)",
    "[klik hier](http://boos.example)",
    "[x](javascript:alert(1))",
    "<script>boos()</script>",
    "<img src=x onerror=boos()>",
    "http://boos.example/pad",
    "www.boos.example",
    "boos@boos.example",
    "**boos**",
    "_boos_",
    "~boos~",
    "`boos`",
    "$\\boos$",
    ":red[boos]",
    ":material/warning:",
    ":boos:",
    "&lt;boos&gt;",
    "\n\n# boos\n\n- een\n\n---\n",
    "\n\n    boos",
    "| boos | x |\n|---|---|\n| 1 | 2 |",
    "[^1]: boos",
    "\\",
    "\\*boos\\*",
    "'; drop table oordelen; --",
    "{boos}",
    "%s %n {0}",
)  # fmt: skip
VREEMD = (
    st.sampled_from(VIJANDIG)
    | st.sampled_from(
        [
            "",
            " ",
            "0",
            "-1",
            "1e999",
            "NaN",
            "null",
            "\x00",
            "a\x00b",
            "�",
            "\u202eboos",
            "\ufeff",
            "🙂" * 50,
            "é" * 5000,
            "2026-02-30",
            "0000-00-00",
            "9999-12-31",
            "99999-01-01",
            "2026-11-01T00:00",
            "x" * 20000,
            "../../etc/passwd",
            "~",
            "~~~",
        ]
    )
    | st.text(max_size=20)
)
WAARDEN = [waarde for velden in GELDIG.values() for lijst in velden.values() for waarde in lijst]
NIET_NEDERLANDS = re.compile(
    r"\b(?:error|exception|traceback|invalid|not found|none|nan|nat|null|true|false|undefined|unknown|warning)\b",
    re.IGNORECASE,
)
Link = Mapping[str, list[str]]
assert GELDIG.keys() == set(BLADZIJDEN), "a page of which nothing is tried"


@pytest.fixture(scope="module", autouse=True)
def _omgeving(tmp_path_factory: pytest.TempPathFactory, geleverd_map: Path) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("VERBETERPUNTEN_MAP", str(geleverd_map))
        omgeving.setenv("VERBETERPUNTEN_VOORSTELLEN", str(tmp_path_factory.mktemp("voorstellen")))
        yield


def _open(bladzijde: str, link: Link) -> AppTest:
    app = AppTest.from_file(str(PRODUCT / "dashboard.py"), default_timeout=60)
    if bladzijde != "overzicht":
        app.switch_page(f"pagina/{bladzijde}.py")
    for naam, lijst in link.items():
        app.query_params[naam] = lijst
    return gezond(app.run())


def _cijfers(app: AppTest) -> tuple[object, ...]:
    """Every figure on a page: tiles, tables, maps, drawings, and the tables that are HTML."""
    return (
        [(str(tegel.label), str(tegel.value)) for tegel in app.metric],
        [_zonder_peil(tabel.value.to_csv()) for tabel in app.dataframe],
        [kaart["nummers"] for kaart in kaarten(app)],
        [_zonder_peil(beeld.proto.spec) for beeld in app.get("plotly_chart")],
        [_zonder_peil(body) for body in _html(app) if "<table" in body or "vp-staven" in body],
    )


def _zonder_peil(tekst: str) -> str:
    """Without what links take along of the address, whether it counts or not: it is encoded, and it is no figure."""
    return re.sub(r"(?:[?&]|&amp;)(?:versie|methode|gegevens|bekend)=[^&\"'#,)\s]*", "", tekst)


def _html(app: AppTest) -> list[str]:
    return [str(deel.proto.body) for deel in app.get("html")]


_BEWAARD: dict[tuple[str, str], tuple[object, ...]] = {}


def _cijfers_van(bladzijde: str, geldig: Link) -> tuple[object, ...]:
    sleutel = (bladzijde, repr(sorted(geldig.items())))
    if sleutel not in _BEWAARD:
        _BEWAARD[sleutel] = _cijfers(_open(bladzijde, geldig))
    return _BEWAARD[sleutel]


@st.composite
def links(draw: st.DrawFn) -> tuple[str, Link, Link]:
    """A page, parameters of which all count, and the same with what does not among it."""
    bladzijde = draw(st.sampled_from(BLADZIJDEN))
    velden = GELDIG[bladzijde]
    # few of them, so that the same valid link comes back and its figures are at hand
    geldig = (
        {naam: [velden[naam][0]] for naam in draw(st.lists(st.sampled_from(sorted(velden)), max_size=1))}
        if velden
        else {}
    )
    met = {naam: list(lijst) for naam, lijst in geldig.items()}
    # what counts, with something strange beside it, as often as anything else
    namen = st.sampled_from(sorted(geldig) or NAMEN) | st.sampled_from(NAMEN) | st.text(min_size=1, max_size=8)
    for naam in draw(st.lists(namen, min_size=1, max_size=4)):
        vreemd = draw(st.lists(VREEMD, min_size=1, max_size=3))
        met[naam] = draw(st.permutations([*met.get(naam, []), *vreemd]))
    telt = {naam: lijst for naam, lijst in geldig.items() if _telt(bladzijde, naam, met[naam], lijst)}
    if bladzijde == "kamerbrief" and "kader" in met and not any(met["kader"]):
        telt["kader"] = [""]  # none: without a word of it the page begins with the first
    return bladzijde, telt, met


def _telt(bladzijde: str, naam: str, in_link: list[str], geldig: list[str]) -> bool:
    """Whether what is known of a parameter counts beside what is not."""
    if naam == "peildatum":
        return all(waarde in geldig for waarde in in_link if waarde)
    return (bladzijde, naam) in _MEER or in_link[-1] in geldig


#: What may be chosen more than once on a page: of several values in a link those that are known count.
_MEER = {
    *(("opvolging", naam) for naam in ("thema", "gemeente", "provincie", "status", "bewijs", "onderwerp")),
    *(("onderwerp", naam) for naam in ("gemeente", "provincie")),
    *(("agenda", naam) for naam in ("soort", "gemeente", "termijn", "kader", "thema", "stand")),
    *(("kamerbrief", naam) for naam in ("kader", "thema", "gemeente", "periode")),
}


@cache
def _woorden_van_ons() -> frozenset[str]:
    return frozenset(WAARDEN)


@eigenschap("adres", gewoon=5, lang=1000, link=links())
@example(link=("opvolging", {}, {"gemeente": ["![boos](http://boos.example/p.png)"]}))
@example(link=("onderwerp", {}, {"versie": ["www.boos.example"]}))
def test_elke_link(link: tuple[str, Link, Link]) -> None:
    bladzijde, geldig, met = link
    app = _open(bladzijde, met)
    assert app.title, "de pagina geeft antwoord"
    _is_tekst(app)
    _is_nederlands(app, met)
    assert _cijfers(app) == _cijfers_van(bladzijde, geldig), "alleen wat geldig is, telt"


@eigenschap(
    "adres",
    gewoon=2,
    lang=250,
    bladzijde=st.sampled_from(BLADZIJDEN),
    link=st.dictionaries(
        st.sampled_from(NAMEN), st.lists(st.sampled_from(WAARDEN) | VREEMD, min_size=1, max_size=3), max_size=6
    ),
)
def test_waarden_van_elkaar(bladzijde: str, link: Link) -> None:
    """What counts on one page, on another: any of it may or may not count, and nothing falls over."""
    app = _open(bladzijde, link)
    assert app.title
    _is_tekst(app)
    _is_nederlands(app, link)


def _is_tekst(app: AppTest) -> None:
    """Nothing of what a stranger wrote works as Markdown or HTML."""
    opgemaakt = "\n".join(
        tekst
        for soort in (app.title, app.header, app.subheader, app.markdown, app.info, app.warning, app.error, app.success)
        for tekst in waarden(soort)
    )
    # the address of a link of our own: a page and what is encoded behind it
    opgemaakt = re.sub(r"\]\((?:\.|[a-z]+)?(?:\?[^)\s]*)?\)", "]", opgemaakt)
    for vijandig in VIJANDIG:
        if vijandig not in {"\\", "\\*boos\\*", "'; drop table oordelen; --", "{boos}", "%s %n {0}"}:
            assert vijandig not in opgemaakt
    # one that looks as what is made harmless does: of two stars that are, the second is no such thing
    assert not re.search(r"(?<![\\*])\\\*boos\\\*", opgemaakt)
    assert not re.search(r"<(?:script|img)\b", "".join(_html(app)))


def _is_nederlands(app: AppTest, link: Link) -> None:
    tekst = "\n".join((alles(app), html_tekst(app)))
    for lijst in link.values():
        for waarde in sorted(lijst, key=len, reverse=True):
            tekst = tekst.replace(waarde, "") if waarde else tekst
    assert not NIET_NEDERLANDS.search(re.sub(r"‘[^’]*’", "", tekst))
