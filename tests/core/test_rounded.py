"""While people answer their number is told in steps."""

import pytest

from assess.core.rounded import at_least, at_most


@pytest.mark.parametrize(
    ("count", "told", "most"),
    [(0, None, 4), (4, None, 4), (5, 5, 9), (9, 5, 9), (10, 10, 19), (19, 10, 19), (1234, 1230, 1239)],
)
def test_numbers_are_told_in_steps(count, told, most):
    assert at_least(count) == told
    assert at_most(told) == most
