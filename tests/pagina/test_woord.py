"""On whose word it rests that something met the norm, against sentences written by hand."""

import pytest

from pagina.beeld.woord import op_woord


@pytest.mark.parametrize(
    ("tellingen", "zin"),
    [
        ([], ""),
        ([(3, 0), (2, 0)], ""),
        ([(6, 6)], ", volgens de gemeente zelf; dat is niet getoetst"),
        ([(6, 6), (1, 1)], ", volgens de gemeenten zelf; dat is niet getoetst"),
        ([(6, 5)], ", een deel alleen volgens de gemeente zelf; dat deel is niet getoetst"),
        ([(6, 6), (2, 0)], ", een deel alleen volgens de gemeente zelf; dat deel is niet getoetst"),
        ([(6, 6), (2, 1)], ", een deel alleen volgens de gemeenten zelf; dat deel is niet getoetst"),
        # a gemeente of which nothing counts here says nothing
        ([(6, 6), (0, 0)], ", volgens de gemeente zelf; dat is niet getoetst"),
    ],
)
def test_what_met_the_norm_by_word_is_never_called_tested(tellingen: list[tuple[int, int]], zin: str) -> None:
    assert op_woord({"oordelen": oordelen, "verteld": verteld} for oordelen, verteld in tellingen) == zin
