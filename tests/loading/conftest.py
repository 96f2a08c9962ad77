from pathlib import Path

import pytest

from assess.loading import check


@pytest.fixture
def told(tmp_path):
    """What `check` tells of a file with this content, each line without the path in front."""

    def told(content, name="theme.yaml", **beside):
        for stem, text in beside.items():
            (tmp_path / f"{stem}.yaml").write_text(text, encoding="utf-8")
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        lines = [line for checked in check([str(path)]) for line in checked.lines]
        return [line.removeprefix(f"{path}:").strip() for line in lines]

    return told


@pytest.fixture
def a_set(tmp_path):
    """A folder with these files, each by its name without `.yaml`."""

    def a_set(**files) -> Path:
        for stem, text in files.items():
            (tmp_path / f"{stem}.yaml").write_text(text, encoding="utf-8")
        return tmp_path

    return a_set
