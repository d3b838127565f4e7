"""For every test the facts it knows and an audit trail of its own; at the end in which order, on how many examples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from tests.geleverd import NASLAG
from tests.hoeveel import EIGENSCHAPPEN

#: Per part the examples of every process of this run.
_geteld: Counter[str] = Counter()


@pytest.fixture(scope="session", autouse=True)
def _eigen_logboek(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A folder for the audit trail of this run; the processes that a test starts get it too."""
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("VERBETERPUNTEN_LOGBOEK", str(tmp_path_factory.mktemp("logboek")))
        yield


@pytest.fixture(scope="session", autouse=True)
def _naslag_die_de_toetsen_kennen() -> Iterator[None]:
    """What this process builds or compares with: beside the lists the three kaders of the rapporten, and no other."""
    with pytest.MonkeyPatch.context() as product:
        product.setattr("data.bouw.bouwen.NASLAG", NASLAG)
        product.setattr("data.rapporten.bekend.NASLAG", NASLAG)
        yield


def _van_dit_proces() -> Counter[str]:
    samen: Counter[str] = Counter()
    for eigenschap in EIGENSCHAPPEN.values():
        samen[eigenschap.deel] += eigenschap.geteld
    return samen


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hand what was counted here to the process that started this one, if any did."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["voorbeelden"] = dict(_van_dit_proces())


class _Ploeg:
    """Hears the processes of pytest-xdist, where a run has them."""

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:  # noqa: ANN401 - of pytest-xdist, which ships no types
        """Add what a process counted."""
        _geteld.update(getattr(node, "workeroutput", {}).get("voorbeelden", {}))


def pytest_configure(config: pytest.Config) -> None:
    """Listen."""
    config.pluginmanager.register(_Ploeg())


def pytest_terminal_summary(
    terminalreporter: Any,  # noqa: ANN401 - pytest keeps its type to itself
    config: pytest.Config,
) -> None:
    """Print how to have the same order again, and the examples per part and in all."""
    zaad = config.getoption("randomly_seed", default=None)
    if zaad is not None:
        terminalreporter.write_line(f"Volgorde van de toetsen: weer zo met --randomly-seed={zaad}")
    samen = _geteld + _van_dit_proces()
    if samen:
        delen = ", ".join(f"{deel} {aantal}" for deel, aantal in sorted(samen.items()))
        terminalreporter.write_line(f"Willekeurige voorbeelden: {samen.total()} ({delen})")
