"""Files are written whole and together, or not at all."""

import pytest

from assess.cli import outputs


def content(folder):
    return {path.name: path.read_text() if path.is_file() else "folder" for path in folder.iterdir()}


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "outputs"
    folder.mkdir()
    (folder / "old").write_text("old")
    (folder / "taken").mkdir()
    return folder


def test_all_are_written(folder):
    outputs.write({str(folder / "old"): b"new", str(folder / "other"): b"other"})

    assert content(folder) == {"old": "new", "other": "other", "taken": "folder"}


@pytest.mark.parametrize("first", ["old", "new"])
def test_when_the_second_cannot_be_put_in_place_the_first_is_undone(folder, first):
    before = content(folder)

    with pytest.raises(OSError, match="taken"):
        outputs.write({str(folder / first): b"new", str(folder / "taken"): b"other"})

    assert content(folder) == before


def test_what_cannot_be_written_leaves_nothing_half(folder, monkeypatch):
    def full(_):
        raise OSError(28, "No space left on device")

    before = content(folder)
    monkeypatch.setattr(outputs.os, "fsync", full)

    with pytest.raises(OSError, match="No space left"):
        outputs.write({str(folder / "old"): b"new"})

    assert content(folder) == before


def test_where_no_second_name_is_possible_the_old_file_is_copied(folder, monkeypatch):
    def refuse(*_):
        raise OSError(1, "Operation not permitted")

    before = content(folder)
    monkeypatch.setattr(outputs.Path, "hardlink_to", refuse)

    with pytest.raises(OSError, match="taken"):
        outputs.write({str(folder / "old"): b"new", str(folder / "taken"): b"other"})

    assert content(folder) == before


def test_two_ways_to_the_same_place(folder):
    (folder / "link").symlink_to("old")

    assert outputs.same_place(str(folder / "old"), str(folder / "taken" / ".." / "old"))
    assert outputs.same_place(str(folder / "old"), str(folder / "link"))
    assert not outputs.same_place(str(folder / "old"), str(folder / "other"))
