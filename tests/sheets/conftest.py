import pytest

from assess.sheets.problems import InvalidResponses
from assess.sheets.reading import read
from tests.sheets.sets import a_set


def silent(_rows):
    """Progress that nobody follows."""


@pytest.fixture
def responses(tmp_path):
    """Reads a text, or bytes, as a spreadsheet of the small set."""

    def responses(content):
        path = tmp_path / "r.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read(str(path), a_set(), silent)

    return responses


@pytest.fixture
def problems(responses, tmp_path):
    """The problems of a spreadsheet, without the path in front."""

    def problems(content):
        with pytest.raises(InvalidResponses) as refused:
            responses(content)
        return [line.removeprefix(f"{tmp_path / 'r.csv'}:") for line in refused.value.problems]

    return problems
