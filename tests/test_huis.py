"""The house holds: which room may reach into which, where SQL stands, how large things may grow.

Each rule is a function from a root folder to the list of what breaks it, so that it is shown to fail on a
small house with a planted fault before it is trusted on the real one.
"""

import ast
import re
import subprocess
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

WORTEL = Path(__file__).parents[1]

# from the door down: a room reaches only into rooms after it
KAMERS = ("dashboard", "pagina", "queries", "data")
MAX_REGELS_BESTAND = 300
MAX_REGELS_FUNCTIE = 40

Functie = ast.FunctionDef | ast.AsyncFunctionDef


def _bestanden(wortel: Path, *soorten: str) -> list[Path]:
    """Files of the product itself (not tests, not what a build leaves behind)."""
    deur = wortel / "dashboard.py"
    kamers = [pad for kamer in KAMERS[1:] for pad in (wortel / kamer).rglob("*") if "__pycache__" not in pad.parts]
    return sorted(pad for pad in [deur, *kamers] if pad.is_file() and pad.suffix in soorten)


def _boom(pad: Path) -> ast.Module:
    return ast.parse(pad.read_text(encoding="utf-8"), filename=str(pad))


def _naam(wortel: Path, pad: Path) -> str:
    return pad.relative_to(wortel).as_posix()


def _docstrings(boom: ast.AST) -> set[int]:
    """Identities of the nodes that are docstrings."""
    gevonden = set()
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.Module | ast.ClassDef | Functie) and ast.get_docstring(knoop, clean=False) is not None:
            gevonden.add(id(knoop.body[0].value))  # type: ignore[attr-defined]
    return gevonden


# (a) imports run one way


def _geimporteerd(pad: Path, kamer: str) -> Iterator[tuple[int, str]]:
    """Full names of the modules that a file imports, with relative ones and literal import_module calls."""
    for knoop in ast.walk(_boom(pad)):
        if isinstance(knoop, ast.Import):
            yield from ((knoop.lineno, alias.name) for alias in knoop.names)
        elif isinstance(knoop, ast.ImportFrom) and knoop.level == 0:
            yield from ((knoop.lineno, f"{knoop.module}.{alias.name}") for alias in knoop.names)
        elif isinstance(knoop, ast.ImportFrom):
            yield (
                knoop.lineno,
                kamer,
            )  # relative: never leaves its room (a house rule of ruff bans them anyway)
        elif isinstance(knoop, ast.Call) and ast.unparse(knoop.func).endswith(("import_module", "__import__")):
            eerste = knoop.args[0] if knoop.args else None
            if isinstance(eerste, ast.Constant) and isinstance(eerste.value, str):
                yield knoop.lineno, eerste.value


def _verboden(plek: str, kamer: str) -> set[str]:
    """Top-level modules that a file in this place may not import."""
    niet = set(KAMERS[: KAMERS.index(kamer)]) | {"tests"}
    if kamer in {"queries", "data"}:
        niet |= {"streamlit"}
    if plek.startswith(("pagina/beeld/", "pagina/uitvoer/")):
        niet |= {"streamlit", "duckdb"}
    return niet


# the rooms of data, from the ground up: each reaches only into those before it, and into the modules beside schema.sql
KAMERS_VAN_DATA = (
    "levering",
    "controles",
    "afleiding",
    "gebouwd",
    "bouw",
    "lake",
    "logboek",
    "rapporten",
    "aanvaarding",
    "herstel",
    "voorbeeld",
    "opdrachten",
)
# likewise of what leaves the house, and of the pages, which stand on all of these
KAMERS_VAN_UITVOER = ("inhoud", "brief", "vormen", "opendata", "opdrachten")
KAMERS_VAN_PAGINA = ("beeld", "uitvoer", "delen", "venster")


def _hogere(huis: str, kamers: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Per room of an ordered tuple the rooms after it."""
    return {
        f"{huis}/{kamer}/": tuple(f"{huis.replace('/', '.')}.{hoger}" for hoger in kamers[nr:])
        for nr, kamer in enumerate(kamers, 1)
    }


# what a part of pagina or data does not reach, the inner rooms first; of the pages themselves see _vreemd_onderdeel
BOVEN: dict[str, tuple[str, ...]] = {
    **{
        kamer: (*hogere, "pagina.uitvoer.__main__", "pagina.delen", "pagina.venster")
        for kamer, hogere in _hogere("pagina/uitvoer", KAMERS_VAN_UITVOER).items()
    },
    **_hogere("pagina", KAMERS_VAN_PAGINA),
    "pagina/beeld/": (*_hogere("pagina", KAMERS_VAN_PAGINA)["pagina/beeld/"], "queries", "data"),
    "pagina/": ("pagina.venster",),
    "data/__main__.py": (),
    **_hogere("data", KAMERS_VAN_DATA),
    "data/": tuple(f"data.{kamer}" for kamer in KAMERS_VAN_DATA),
}


def _reikt_omhoog(plek: str, module: str) -> bool:
    """Whether a part of pagina or data takes from one above it; a room of data that is not named may take nothing."""
    boven = next((delen for deel, delen in BOVEN.items() if plek.startswith(deel)), ())
    return any(module == deel or module.startswith(f"{deel}.") for deel in boven)


def _vreemd_onderdeel(plek: str, module: str) -> bool:
    """Whether a file takes a page, or parts of one that is not its own: what two pages need stands in pagina/delen."""
    deel = re.match(r"pagina\.(_?)(\w+)", module)
    if deel is None or deel[2] in KAMERS_VAN_PAGINA:
        return False
    if deel[1]:
        return not plek.startswith((f"pagina/{deel[2]}.py", f"pagina/_{deel[2]}/"))
    return plek.startswith("pagina/")  # a page is reached by the door alone


def verkeerde_imports(wortel: Path) -> list[str]:
    """Imports against the direction of the house, or of what a room does without."""
    fouten = []
    for pad in _bestanden(wortel, ".py"):
        plek = _naam(wortel, pad)
        kamer = plek.removesuffix(".py").split("/", maxsplit=1)[0]
        niet = _verboden(plek, kamer)
        for regel, module in _geimporteerd(pad, kamer):
            if module.split(".")[0] in niet or _vreemd_onderdeel(plek, module) or _reikt_omhoog(plek, module):
                fouten.append(f"{plek}:{regel} importeert {module}")
    return fouten


# (b) SQL stands in .sql files

# What opens a transaction, closes one, or names the file at hand is no question and no derivation.
KLEINE_OPDRACHT = re.compile(r"(begin|commit|rollback|checkpoint|attach \$\w+ as \w+|detach \w+)", re.IGNORECASE)
# The start of a statement, with enough of its shape that no sentence is taken for one ("begin" is a column).
OPDRACHT = re.compile(
    r"""\s*(?:--[^\n]*\n\s*)*(?:
        select\s+(?:distinct\b|\*|[\w."$?{(']+\s*(?:,|\bas\b|\bfrom\b|\(|::|$|\n))
      | with\s+(?:recursive\s+)?\w+\s*(?:\([^)]*\)\s*)?as\s*(?:materialized\s*)?\(
      | with\s+recursive\b
      | from\s+[\w."{}$]+\s+(?:select|where|join|as)\b
      | insert\s+(?:or\s+\w+\s+)?into\b
      | update\s+[\w."{}]+\s+set\b
      | delete\s+from\b
      | create\s+(?:or\s+replace\s+)?(?:temp(?:orary)?\s+)?(?:table|view|schema|macro|index|sequence|type)\b
      | drop\s+(?:table|view|schema|macro|index|sequence|type)\b
      | alter\s+table\b
      | truncate\s+\w+\s*$
      | copy\s+(?:\(|[\w."{}]+\s+(?:to|from)\b)
      | (?:attach|detach|install|load|pragma|summarize|describe)\s+[\w'"${}]+\s*(?:;|\(|as\b|$)
      | set\s+(?:global\s+|session\s+|variable\s+)?\w+\s*=
      | (?:pivot|unpivot)\s+\w+\s+on\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
UITVOEREND = {"execute", "executemany", "sql"}


def _tekst(knoop: ast.AST) -> str | None:
    """The text of a string or f-string, with {} for what is filled in."""
    if isinstance(knoop, ast.Constant):
        return knoop.value if isinstance(knoop.value, str) else None
    if isinstance(knoop, ast.JoinedStr):
        return "".join(_tekst(deel) or "{}" for deel in knoop.values)
    if isinstance(knoop, ast.BinOp) and isinstance(knoop.op, ast.Add | ast.Mod):
        links = _tekst(knoop.left)
        return None if links is None else links + (_tekst(knoop.right) or "{}")
    return None


def sql_buiten_sql(wortel: Path) -> list[str]:
    """Text that reads as a statement, and any text handed straight to the database, in Python files."""
    gevonden = set()
    for pad in _bestanden(wortel, ".py"):
        boom = _boom(pad)
        overslaan = _docstrings(boom)
        for knoop in ast.walk(boom):
            if isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Attribute) and knoop.args:
                tekst = _tekst(knoop.args[0]) if knoop.func.attr in UITVOEREND else None
                regel = knoop.args[0].lineno
            elif isinstance(knoop, ast.expr) and id(knoop) not in overslaan:
                tekst = _tekst(knoop)
                regel = knoop.lineno
                tekst = tekst if tekst is not None and OPDRACHT.match(tekst) else None
            else:
                continue
            if tekst is not None and not KLEINE_OPDRACHT.fullmatch(tekst.strip().rstrip(";")):
                gevonden.add((_naam(wortel, pad), regel))
    return [f"{plek}:{regel} bevat SQL" for plek, regel in sorted(gevonden)]


# (c) every .sql has its test, (d) every query says what it asks


def _toetst(pad: Path) -> bool:
    return any(functie.name.startswith("test_") for functie in _functies(_boom(pad)))


def sql_zonder_toets(wortel: Path) -> list[str]:
    """SQL files without a test file of their name, with a test in it, under tests/; two of one name have two."""
    toetsen = Counter(pad.stem for pad in (wortel / "tests").rglob("test_*.py") if _toetst(pad))
    gevraagd = Counter(f"test_{pad.stem}" for pad in _bestanden(wortel, ".sql"))
    te_weinig = gevraagd - toetsen
    return [_naam(wortel, pad) for pad in _bestanden(wortel, ".sql") if f"test_{pad.stem}" in te_weinig]


def query_zonder_kop(wortel: Path) -> list[str]:
    """Queries whose opening comment lacks the question, the grain or the parameters."""
    fouten = []
    for pad in sorted((wortel / "queries").rglob("*.sql")):
        kop = []
        for regel in pad.read_text(encoding="utf-8").splitlines():
            if not regel.startswith("--"):
                break
            kop.append(regel)
        ontbreekt = [w for w in ("vraag", "korrel", "parameters") if not any(re.match(rf"-- {w}: \S", r) for r in kop)]
        fouten += [f"{_naam(wortel, pad)} mist '-- {woord}:'" for woord in ontbreekt]
    return fouten


# (e) nothing grows too large, (f) what is public is explained


def _functies(boom: ast.Module) -> Iterator[Functie]:
    return (knoop for knoop in ast.walk(boom) if isinstance(knoop, Functie))


def _lengte(functie: Functie) -> int:
    """Lines of a function from `def` on, its own docstring left out."""
    regels = (functie.end_lineno or functie.lineno) - functie.lineno + 1
    if ast.get_docstring(functie, clean=False) is not None:
        uitleg = functie.body[0]
        regels -= (uitleg.end_lineno or uitleg.lineno) - uitleg.lineno + 1
    return regels


def te_groot(wortel: Path) -> list[str]:
    """Files and functions that outgrew the house."""
    fouten = []
    for pad in _bestanden(wortel, ".py", ".sql", ".js", ".css"):
        regels = len(pad.read_text(encoding="utf-8").splitlines())
        if regels > MAX_REGELS_BESTAND:
            fouten.append(f"{_naam(wortel, pad)} heeft {regels} regels")
    functies = [(pad, f, _lengte(f)) for pad in _bestanden(wortel, ".py") for f in _functies(_boom(pad))]
    fouten += [
        f"{_naam(wortel, pad)}:{functie.lineno} {functie.name} heeft {regels} regels"
        for pad, functie, regels in functies
        if regels > MAX_REGELS_FUNCTIE
    ]
    return fouten


def _openbaar(knoop: ast.Module | ast.ClassDef) -> Iterator[Functie | ast.ClassDef]:
    """Public functions and classes of a module, with the public methods of those classes."""
    for deel in knoop.body:
        if isinstance(deel, Functie | ast.ClassDef) and not deel.name.startswith("_"):
            yield deel
            if isinstance(deel, ast.ClassDef):
                yield from _openbaar(deel)


def zonder_uitleg(wortel: Path) -> list[str]:
    """Public functions, classes and methods without a docstring."""
    return [
        f"{_naam(wortel, pad)}:{deel.lineno} {deel.name}"
        for pad in _bestanden(wortel, ".py")
        for deel in _openbaar(_boom(pad))
        if not (ast.get_docstring(deel) or "").strip()
    ]


# (g) nothing of the place where it was made

# split, so that this file does not find itself
WERKPLEK = re.compile(
    r"(?<![\w.])/" + r"work/\w|/tmp/" + r"bash_jobs"
    r"|--(?:extra-)?" + r"index-url|--find-" + r"links|/pypi/" + r"simple|\w/sim" + r"ple/"
    r"|files\.python" + r"hosted\.org|registry\.npm" + r"js\.org|\bpypi" + r"\.org\b",
)


GEMAAKT = {
    ".git",
    ".venv",
    "build",
    "__pycache__",
    ".hypothesis",
    ".pytest_cache",
    ".mypy_cache",
    ".ruff_cache",
}


def _onder_beheer(wortel: Path) -> list[Path]:
    """Files under version control and new ones not ignored; without git, all but what is made here."""
    opdracht = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        uit = subprocess.run(opdracht, cwd=wortel, capture_output=True, text=True, check=True).stdout
    except (FileNotFoundError, subprocess.CalledProcessError):
        alles = (pad for pad in wortel.rglob("*") if not GEMAAKT & set(pad.relative_to(wortel).parts))
        return [pad for pad in alles if pad.is_file()]
    return [pad for naam in uit.split("\0") if naam and (pad := wortel / naam).is_file()]


def sporen_van_de_werkplek(wortel: Path) -> list[str]:
    """Lines of text that name a path of the workplace or a package registry."""
    fouten = []
    for pad in _onder_beheer(wortel):
        try:
            regels = pad.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        fouten += [f"{_naam(wortel, pad)}:{nr}" for nr, regel in enumerate(regels, 1) if WERKPLEK.search(regel)]
    return fouten


# (h) the two themes can be read

LEESBAAR = 4.5
ZICHTBAAR = 3.0
WIT = "#ffffff"
VAAG = 0.6  # st.caption is the text colour at this strength


def _rgb(kleur: str) -> list[float]:
    return [int(kleur[i : i + 2], 16) / 255 for i in (1, 3, 5)]


def _helderheid(rgb: list[float]) -> float:
    rood, groen, blauw = ((k / 12.92 if k <= 0.04045 else ((k + 0.055) / 1.055) ** 2.4) for k in rgb)
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def _contrast(kleur: str, grond: str, sterkte: float = 1.0) -> float:
    """WCAG contrast of a colour, laid over its ground at a given strength."""
    gemengd = [k * sterkte + g * (1 - sterkte) for k, g in zip(_rgb(kleur), _rgb(grond), strict=True)]
    licht, donker = sorted((_helderheid(gemengd), _helderheid(_rgb(grond))), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


def _kleurparen(thema: dict[str, str]) -> Iterator[tuple[str, str, float, float]]:
    """Text (or border), ground, strength, and the contrast that WCAG 2.2 AA asks."""
    teksten = [naam for naam in thema if naam.endswith("TextColor")]
    for grond in (thema["backgroundColor"], thema["secondaryBackgroundColor"]):
        yield from ((thema[tekst], grond, 1.0, LEESBAAR) for tekst in ("textColor", "linkColor", *teksten))
        yield thema["textColor"], grond, VAAG, LEESBAAR
        yield thema["borderColor"], grond, 1.0, ZICHTBAAR
    yield (
        thema["primaryColor"],
        thema["backgroundColor"],
        1.0,
        LEESBAAR,
    )  # the value of a slider, a chosen tab
    yield WIT, thema["primaryColor"], 1.0, LEESBAAR  # a button, a tag
    yield thema["dataframeBorderColor"], thema["backgroundColor"], 1.0, ZICHTBAAR
    for tekst in teksten:
        vlak = tekst.replace("TextColor", "BackgroundColor")
        if vlak in thema:
            yield thema[tekst], thema[vlak], 1.0, LEESBAAR


def slecht_leesbaar(wortel: Path) -> list[str]:
    """Pairs of colours in the themes of .streamlit/config.toml with too little contrast."""
    themas = tomllib.loads((wortel / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
    return [
        f"{naam}: {tekst} op {grond} heeft {_contrast(tekst, grond, sterkte):.2f}"
        for naam, thema in themas.items()
        if naam in {"light", "dark"}
        for tekst, grond, sterkte, nodig in _kleurparen(thema)
        if _contrast(tekst, grond, sterkte) < nodig
    ]


REGELS = [
    verkeerde_imports,
    sql_buiten_sql,
    sql_zonder_toets,
    query_zonder_kop,
    te_groot,
    zonder_uitleg,
    sporen_van_de_werkplek,
    slecht_leesbaar,
]


@pytest.mark.parametrize("regel", REGELS, ids=lambda regel: regel.__name__)
def test_het_huis_houdt_zich_aan(regel: Callable[[Path], list[str]]) -> None:
    fouten = regel(WORTEL)
    assert not fouten, "\n" + "\n".join(fouten)


# A small house in which all is well, and one planted fault at a time.

GOED = {
    "dashboard.py": 'import streamlit as st\nfrom pagina import overzicht\n\nst.title("Opgepakt?")\n',
    "pagina/overzicht.py": "import streamlit as st\nfrom queries import vraag\nfrom pagina._overzicht import kaart\n",
    "pagina/_overzicht/kaart.py": "from pagina._overzicht import kaders\n",
    "pagina/beeld/figuren/__init__.py": "import plotly\n",
    "pagina/uitvoer/csv.py": "import pandas\n",
    "queries/__init__.py": 'import duckdb\nfrom data.gebouwd import openen\n\ndef vraag() -> None:\n    """Ask."""\n',
    "queries/open.sql": "-- vraag: wat staat open?\n-- korrel: één rij\n-- parameters: geen\nselect 1 as x\n",
    "data/gebouwd/openen.py": '"""Select * from the file."""\nimport duckdb\n\nBEGIN = ["begin", "select"]\n',
    "data/__main__.py": "from data.opdrachten import bouw\n",
    "data/opdrachten/bouw.py": "from data import fouten\nfrom data.bouw import maken\n",
    "data/schema.sql": "create table t (a integer);\n",
    "tests/queries/test_open.py": "def test_open(): ...\n",
    "tests/test_schema.py": "class TestSchema:\n    def test_schema(self): ...\n",
    "README.md": "Everything works in /home/work/too.\n",
    ".streamlit/config.toml": (WORTEL / ".streamlit" / "config.toml").read_text(encoding="utf-8"),
}
LANG = "".join(f"    x = {nr}\n" for nr in range(MAX_REGELS_FUNCTIE))
UITLEG = '    """Explain.\n' + "\n" * 50 + '    """\n'

Vondst = tuple[Callable[[Path], list[str]], str, str, str]

FOUT: list[Vondst] = [
    (verkeerde_imports, "data/x.py", "from queries import vraag", "data/x.py:1"),
    (verkeerde_imports, "data/x.py", "def f():\n    import pagina.overzicht", "data/x.py:2"),
    (
        verkeerde_imports,
        "queries/x.py",
        "import importlib\nimportlib.import_module('pagina')",
        "queries/x.py:2",
    ),
    (verkeerde_imports, "pagina/x.py", "import dashboard", "pagina/x.py:1"),
    (verkeerde_imports, "pagina/x.py", "from tests.werelden import x", "pagina/x.py:1"),
    (verkeerde_imports, "queries/x.py", "import streamlit as st", "queries/x.py:1"),
    (verkeerde_imports, "data/diep/x.py", "from streamlit.testing import v1", "data/diep/x.py:1"),
    (verkeerde_imports, "pagina/beeld/figuren/balk.py", "import streamlit", "pagina/beeld/figuren/balk.py:1"),
    (verkeerde_imports, "pagina/beeld/woord.py", "from queries import bron", "pagina/beeld/woord.py:1"),
    (verkeerde_imports, "pagina/uitvoer/pdf.py", "from pagina.delen import web", "pagina/uitvoer/pdf.py:1"),
    (verkeerde_imports, "pagina/uitvoer/x.py", "import duckdb", "pagina/uitvoer/x.py:1"),
    (verkeerde_imports, "pagina/_agenda/x.py", "from pagina._gemeente import kader", "pagina/_agenda/x.py:1"),
    (verkeerde_imports, "pagina/agenda.py", "from pagina import _gemeente", "pagina/agenda.py:1"),
    (verkeerde_imports, "pagina/delen/x.py", "from pagina._gemeente.kader import toon", "pagina/delen/x.py:1"),
    *(
        (verkeerde_imports, bestand, f"import {module}", f"{bestand}:1")
        for bestand, module in (
            ("pagina/beeld/x.py", "pagina.overzicht"),
            ("pagina/beeld/x.py", "pagina.uitvoer.inhoud"),
            ("pagina/uitvoer/x.py", "pagina.overzicht"),
            ("pagina/delen/x.py", "pagina.overzicht"),
            ("pagina/delen/x.py", "pagina.venster.poort"),
            ("pagina/venster/x.py", "pagina.opvolging"),
            ("pagina/agenda.py", "pagina.gemeente"),
            ("pagina/agenda.py", "pagina.venster.poort"),
            ("pagina/_agenda/x.py", "pagina.agenda"),
            ("pagina/nieuw/x.py", "pagina.nieuw.y"),
            ("pagina/uitvoer/inhoud/x.py", "pagina.uitvoer.vormen.csv"),
            ("pagina/uitvoer/inhoud/x.py", "pagina.uitvoer.opdrachten"),
            ("pagina/uitvoer/brief/x.py", "pagina.delen.web"),
            ("pagina/uitvoer/vormen/x.py", "pagina.uitvoer.opendata"),
            ("pagina/uitvoer/vormen/x.py", "pagina.uitvoer.__main__"),
        )
    ),
    (verkeerde_imports, "data/x.py", "from data.bouw import bouwen", "data/x.py:1"),
    (verkeerde_imports, "data/bouw/x.py", "from data.lake.volgen import volg", "data/bouw/x.py:1"),
    (verkeerde_imports, "data/nieuw/x.py", "from data import levering", "data/nieuw/x.py:1"),
    (sql_buiten_sql, "pagina/x.py", 'X = "select a, b from t"', "pagina/x.py:1"),
    (sql_buiten_sql, "pagina/x.py", 'X = """\n  SELECT *\n  FROM t"""', "pagina/x.py:1"),
    (sql_buiten_sql, "pagina/x.py", 'def f(t):\n    return f"select x from {t}"', "pagina/x.py:2"),
    (sql_buiten_sql, "data/x.py", 'X = ["-- all\\nwith a as (select 1) from a"]', "data/x.py:1"),
    (sql_buiten_sql, "data/x.py", 'X = "insert into t values (?)"', "data/x.py:1"),
    (sql_buiten_sql, "data/x.py", 'X = "create or replace temp table t as"', "data/x.py:1"),
    (sql_buiten_sql, "data/x.py", 'X = "set lock_configuration = true"', "data/x.py:1"),
    (sql_buiten_sql, "data/x.py", "X = \"copy t to 'x.csv'\"", "data/x.py:1"),
    (sql_buiten_sql, "data/x.py", 'def f(con):\n    con.execute("vacuum")', "data/x.py:2"),
    (sql_buiten_sql, "data/x.py", 'def f(con, t):\n    con.execute("summarize " + t)', "data/x.py:2"),
    (sql_buiten_sql, "queries/x.py", "def f(con, t):\n    con.sql(f'from {t}')", "queries/x.py:2"),
    (sql_zonder_toets, "data/extra.sql", "select 1;", "data/extra.sql"),
    (sql_zonder_toets, "data/lake/open.sql", "select 1;", "data/lake/open.sql"),
    (sql_zonder_toets, "queries/diep/extra.sql", "select 1;", "queries/diep/extra.sql"),
    (sql_zonder_toets, "tests/test_schema.py", "", "data/schema.sql"),
    (sql_zonder_toets, "tests/queries/test_open.py", "def hulp(): ...", "queries/open.sql"),
    (
        query_zonder_kop,
        "queries/open.sql",
        "-- vraag: wat?\n-- korrel: rij\nselect 1",
        "open.sql mist '-- parameters:'",
    ),
    (query_zonder_kop, "queries/open.sql", "select 1\n-- vraag: te laat", "open.sql mist '-- vraag:'"),
    (
        query_zonder_kop,
        "queries/open.sql",
        "-- vraag: wat?\n-- korrel:\n-- parameters: geen",
        "mist '-- korrel:'",
    ),
    (te_groot, "data/x.py", "x = 1\n" * (MAX_REGELS_BESTAND + 1), "data/x.py heeft 301"),
    (te_groot, "data/x.sql", "select 1;\n" * (MAX_REGELS_BESTAND + 1), "data/x.sql heeft 301"),
    (te_groot, "data/x.py", f"def f():\n{UITLEG}{LANG}", "data/x.py:1 f heeft 41"),
    (te_groot, "data/x.py", f"class A:\n  async def f():\n{LANG}", "data/x.py:2 f heeft 41"),
    (zonder_uitleg, "data/x.py", "def f():\n    pass", "data/x.py:1 f"),
    (zonder_uitleg, "data/x.py", 'class A:\n    """A."""\n    def f(self):\n        pass', "data/x.py:3 f"),
    (sporen_van_de_werkplek, "README.md", "see /" + "work/main/x", "README.md:1"),
    (
        sporen_van_de_werkplek,
        "requirements.txt",
        "--" + "index-url https://mirror.example/simple",
        "requirements.txt:1",
    ),
    (sporen_van_de_werkplek, "docs/x.md", "at https://mirror.example/root/" + "simple/pandas", "docs/x.md:1"),
    (slecht_leesbaar, ".streamlit/config.toml", "grijs", "light: #999999 op #ffffff"),
]


@pytest.fixture
def huis(tmp_path: Path) -> Path:
    for naam, tekst in GOED.items():
        _schrijf(tmp_path / naam, tekst)
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    return tmp_path


def _schrijf(pad: Path, tekst: str) -> None:
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_text(tekst, encoding="utf-8")


@pytest.mark.parametrize("regel", REGELS, ids=lambda regel: regel.__name__)
def test_een_goed_huis_komt_erdoor(huis: Path, regel: Callable[[Path], list[str]]) -> None:
    assert regel(huis) == []


@pytest.mark.parametrize(("regel", "bestand", "tekst", "gevonden"), FOUT)
def test_een_fout_wordt_gevonden(
    huis: Path, regel: Callable[[Path], list[str]], bestand: str, tekst: str, gevonden: str
) -> None:
    if tekst == "grijs":
        tekst = GOED[bestand].replace('textColor = "#000000"', 'textColor = "#999999"')
    _schrijf(huis / bestand, tekst)
    assert any(gevonden in fout for fout in regel(huis)), regel(huis)


@pytest.mark.parametrize(
    "tekst",
    [
        "Selecteer een gemeente",
        "select",
        "begin",
        "Met deze filters is er niets gevonden",
        "from 2013",
        "set",
        "Load the file",
        "update",
        "Describe what was found.",
        "with",
    ],
)
def test_een_zin_is_geen_sql(huis: Path, tekst: str) -> None:
    _schrijf(huis / "pagina" / "x.py", f"X = {tekst!r}\n")
    assert sql_buiten_sql(huis) == []


@pytest.mark.parametrize("tekst", ["begin", "commit;", "checkpoint", "attach $pad as ruw", "detach ruw"])
def test_een_kleine_opdracht_mag(huis: Path, tekst: str) -> None:
    _schrijf(huis / "data" / "x.py", f"def f(con):\n    con.execute({tekst!r})\n")
    assert sql_buiten_sql(huis) == []


def test_een_functie_van_precies_de_grens_mag(huis: Path) -> None:
    _schrijf(huis / "data" / "x.py", f"def f():\n{UITLEG}{''.join(LANG.splitlines(keepends=True)[1:])}")
    assert te_groot(huis) == []
