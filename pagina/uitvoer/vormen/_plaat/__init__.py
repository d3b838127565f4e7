"""The parts of `plaat`: letters, what stands where, and drawing it.

Importing it imports matplotlib, without a trace in the home folder, before any part can do so in another way.
"""

from __future__ import annotations

import importlib
import os
import tempfile


def _stil_laden() -> None:
    """Import matplotlib; the list of fonts that it then makes and never needs here goes with a temporary folder."""
    if "MPLCONFIGDIR" in os.environ:
        importlib.import_module("matplotlib.font_manager")
        return
    with tempfile.TemporaryDirectory() as map_:
        os.environ["MPLCONFIGDIR"] = map_
        try:
            importlib.import_module("matplotlib.font_manager")
        finally:
            del os.environ["MPLCONFIGDIR"]


_stil_laden()
