"""What holds for all tests."""

import pytest
from hypothesis import settings

# Machines are busy now and then: no example fails because it took long.
settings.register_profile("no clock", deadline=None)
settings.load_profile("no clock")

MEASURED = "measured"


@pytest.fixture
def measured(record_property):
    """Takes a line with a figure that was measured."""
    return lambda line: record_property(MEASURED, line)


def pytest_terminal_summary(terminalreporter):
    """Prints these lines, with how long each test took."""
    ended = [*terminalreporter.stats.get("passed", []), *terminalreporter.stats.get("failed", [])]
    told = [
        f"{value} ({report.duration:.1f} s)"
        for report in ended
        for name, value in report.user_properties
        if name == MEASURED and report.when == "call"
    ]
    if told:
        terminalreporter.section("measured")
        terminalreporter.write_line("\n".join(told))
