"""The same content gives the same bytes: today here, and years later elsewhere."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from pagina.uitvoer.vormen.formaten import FORMATEN
from tests.pagina.uitvoer.elders import sommen

#: A figure of its own is needed for these; their own tests hold the same of them.
MET_FIGUUR = {"svg", "png"}


def test_dezelfde_bytes_op_een_andere_dag_en_plek(tmp_path: Path) -> None:
    formaten = sorted(set(FORMATEN) - MET_FIGUUR)
    elders = subprocess.run(
        [sys.executable, "-m", "tests.pagina.uitvoer.elders", *formaten],
        env={
            **os.environ,
            "TZ": "Pacific/Auckland",
            "PYTHONHASHSEED": "4711",
            "SOURCE_DATE_EPOCH": "1",
            "TMPDIR": str(tmp_path),
            "LC_ALL": "C",
        },
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert elders.returncode == 0, elders.stderr
    gemaakt = json.loads(elders.stdout)
    # the other day was another day indeed
    assert gemaakt.pop("dag") == "2033-05-18"
    assert gemaakt == sommen(formaten)
    assert len(set(gemaakt.values())) == len(formaten)
