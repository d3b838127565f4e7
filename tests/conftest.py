"""What holds for every test: none of them writes in the audit trail of the product itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def _eigen_logboek(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A folder for the audit trail of this run; the processes that a test starts get it too."""
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("VERBETERPUNTEN_LOGBOEK", str(tmp_path_factory.mktemp("logboek")))
        yield
