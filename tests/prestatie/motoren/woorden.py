"""From the texts that some engines hold back to the numbers in which answers are compared."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from tests.prestatie.gegevens import Bron
from tests.prestatie.motor import BEWIJZEN, STATUSSEN, UITKOMSTEN

#: In which table each kind of key stands once per row.
THUIS = {
    "aanpak": "aanpakken", "gemeente": "aanpakken", "meting": "metingen", "kader": "metingen", "editie": "indicatoren",
    "indicator": "indicatoren", "begrip": "indicatoren",
}  # fmt: skip
CODES = {"status": STATUSSEN, "uitkomst": UITKOMSTEN, "bewijs": BEWIJZEN}


def soorten(bron: Bron) -> dict[str, list[str]]:
    """Per kind of key all its texts, in their own order."""
    return {soort: sorted(set(bron.woorden[tabel][soort].to_pylist())) for soort, tabel in THUIS.items()}


def naar_getallen(tabel: pa.Table, bron: Bron) -> pa.Table:
    """The same table with numbers for texts. Both sets of tables have their rows in one order."""
    for plek, kolom in enumerate(tabel.column_names):
        waarden = tabel.column(kolom)
        if pa.types.is_dictionary(waarden.type):
            waarden = waarden.cast(waarden.type.value_type)
        if not _is_tekst(waarden.type):
            continue
        soort = kolom.split("_")[0]
        if soort in CODES:
            plaats = pc.index_in(waarden, pa.array(CODES[soort], waarden.type))
            getallen = pc.add(plaats, 1)
        else:
            getallen = _vertaal(waarden, bron, soort)
        tabel = tabel.set_column(plek, kolom, getallen)
    return tabel


def _is_tekst(soort: pa.DataType) -> bool:
    return bool(pa.types.is_string(soort) or pa.types.is_large_string(soort) or pa.types.is_string_view(soort))


def _vertaal(waarden: pa.ChunkedArray, bron: Bron, soort: str) -> pa.ChunkedArray:
    """Keys as numbers."""
    woorden = bron.woorden[THUIS[soort]][soort].combine_chunks()
    getallen = bron.getallen[THUIS[soort]][soort].combine_chunks()
    plaats = pc.index_in(waarden.cast(pa.string()), woorden)
    return pa.chunked_array([getallen.take(plaats.combine_chunks())])
