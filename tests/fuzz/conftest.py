"""What is shared with the tests of the pages: the database of the shipped leveringen, and quick AppTests."""

from tests.pagina.conftest import _een_keer_gezocht, geleverd_map

__all__ = ["_een_keer_gezocht", "geleverd_map"]
