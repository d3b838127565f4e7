"""Values reach the database bound, never as text of a question; where text is put together, it is of trusted names."""

from __future__ import annotations

import ast
import contextlib
import re
from collections import Counter

import duckdb

from data.instellingen import PRODUCT
from queries import Bron, vragen

KWAAD = "x'; drop table opslag.oordelen; -- \" ) or 1=1 $kader"
#: What the database says of a text where it wants a day, a number or a list. A fault in the question is none of these.
VERKEERDE_WAARDE = (duckdb.ConversionException, duckdb.BinderException, duckdb.InvalidInputException)
#: Where something else than a file of SQL, or one of its own few words, is handed to the database: what, and how often.
SAMENGESTELD = {
    # paths, of our own settings and folders, quoted (letterlijk); names of columns of our own questions, quoted
    "data/gebouwd/openen.py": ["begin", "sjabloon('gebouwd/open_schrijvend').substitute"],
    "data/gebouwd/kopie.py": ["vraag", "vraag"],
    # names of tables and columns from data/levering/vorm.csv, of files from their folder
    "data/bouw/ruw.py": ["sjabloon('bouw/ruw_tabel').substitute"] * 2
    + ["sjabloon('controles/verdacht').substitute", "sjabloon('controles/cellen').substitute"],
    # names of our own schemas; what the catalog itself wrote
    "data/lake/lake.py": ["opdrachten", "sql('lake/mist').format", "sql('lake/open').format"],
    # the text of queries/<name>.sql, as it stands
    "queries/loper.py": ["tekst", "tekst"],
}
#: Who may open a database, and how: readers get no other than through openen.py.
GEOPEND = {
    "data/gebouwd/openen.py": ["bestand, read_only=True, config=SLOT", "config={}"],
    "data/bouw/maken.py": ["bestand, config=INSTELLINGEN | draden"],
    "data/lake/lake.py": ["bestand", "config={}"],
    "data/lake/volgen.py": ["config=INSTELLINGEN | {}"],
}


def _aanroepen(*functies: str) -> list[tuple[str, ast.Call]]:
    """Every call of a method of one of these names in the product, by file."""
    gevonden = []
    for pad in (pad for kamer in ("data", "queries", "pagina") for pad in (PRODUCT / kamer).rglob("*.py")):
        tekst = pad.read_text(encoding="utf-8")
        # most files call none of them, and taking a file apart takes time
        for knoop in ast.walk(ast.parse(tekst)) if any(f".{functie}(" in tekst for functie in functies) else ():
            if isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Attribute) and knoop.func.attr in functies:
                gevonden += [(pad.relative_to(PRODUCT).as_posix(), knoop)]
    return gevonden


def _is_bestand(knoop: ast.expr) -> bool:
    """Whether it is a text that stands in the code (test_huis.py says which), or sql(…) as it stands in a file."""
    return isinstance(knoop, ast.Constant) or (isinstance(knoop, ast.Call) and ast.unparse(knoop.func) == "sql")


def test_sql_wordt_alleen_samengesteld_waar_het_is_nagezien() -> None:
    gevonden = Counter[tuple[str, str]]()
    for plek, knoop in _aanroepen("execute", "executemany", "sql", "query", "from_query"):
        wat = knoop.args[0]
        if not _is_bestand(wat):
            gevonden[plek, ast.unparse(wat.func if isinstance(wat, ast.Call) else wat)] += 1
    assert gevonden == Counter((plek, wat) for plek, delen in SAMENGESTELD.items() for wat in delen)


def test_een_database_wordt_alleen_geopend_waar_het_is_nagezien() -> None:
    gevonden = Counter[tuple[str, str]]()
    for plek, knoop in _aanroepen("connect"):
        if ast.unparse(knoop.func) == "duckdb.connect":
            delen = re.sub(r"\{.*?\}", "{}", ", ".join(ast.unparse(deel) for deel in [*knoop.args, *knoop.keywords]))
            gevonden[plek, delen] += 1
    assert gevonden == Counter((plek, hoe) for plek, wegen in GEOPEND.items() for hoe in wegen)


def test_elke_vraag_neemt_kwaad_voor_een_waarde(bron: Bron) -> None:
    """Every parameter is handed a text that would break out of any other: it is a value, or none of the right type."""
    for naam, parameters in vragen().items():
        # of bekijk the value is the name of a table, and the database says that this is none
        weigering = (
            *VERKEERDE_WAARDE,
            *((duckdb.ParserException, duckdb.CatalogException) if naam == "bekijk" else ()),
        )
        for waarde in (KWAAD, [KWAAD]):
            with contextlib.suppress(*weigering):
                bron.vraag(naam, **dict.fromkeys(parameters, waarde))
    assert len(bron._con.cursor().table("oordelen").df()) == 63


def test_een_vraag_die_zelf_plakt_zou_hier_opvallen() -> None:
    """The look at the code sees what it is meant to see."""
    boom = ast.parse("con.execute(f'select {x}')\ncon.execute('select ' + x)\ncon.execute(sql('a').format(x))")
    delen = [knoop.args[0] for knoop in ast.walk(boom) if isinstance(knoop, ast.Call) and knoop.args]
    assert [_is_bestand(deel) for deel in delen if isinstance(deel, ast.JoinedStr | ast.BinOp)] == [False, False]
