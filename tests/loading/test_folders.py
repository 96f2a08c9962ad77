import os

import pytest

from assess import paths
from assess.loading import InvalidQuestionnaires, check, load
from tests.loading.files import ACTION, BENCHMARK, FULL, GOOD, SHARED, spoiled

OTHER = GOOD.replace("theme", "other").replace("E1", "E2")


def lines(*typed):
    return [line for checked in check(typed) for line in checked.lines]


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_paths_are_printed_as_typed(here, a_set):
    a_set(theme=GOOD)
    (here / "sub").mkdir()
    (here / "sub" / "b.yaml").write_text(OTHER)

    assert [
        line.split(": ok")[0] for line in lines("./theme.yaml", ".", "sub/", "sub/../sub", "sub//b.yaml")
    ] == [*("./theme.yaml", "./theme.yaml", "sub/b.yaml", "sub/../sub/b.yaml", "sub//b.yaml")]


def test_nothing_typed_is_the_set_that_comes_along(here, monkeypatch):
    assert lines()[0].startswith(f"{paths.QUESTIONNAIRES}/benchmarks.yaml: ok (")
    monkeypatch.chdir(paths.QUESTIONNAIRES.parent)
    assert lines()[0].startswith(f"{paths.QUESTIONNAIRES.name}/benchmarks.yaml: ok (")


def test_every_file_of_a_folder_has_its_lines_in_alphabetical_order(here, a_set):
    a_set(theme=FULL, shared=SHARED, benchmarks=BENCHMARK, another=spoiled(OTHER, ("title", "titel")))

    assert lines("../" + here.name) == [
        f"../{here.name}/another.yaml:1:1: this questionnaire has no 'title'; "
        "add 'title:' with the words in every language, as in {en: …, nl: …}",
        f"../{here.name}/another.yaml:3:1: 'titel' is not a key of a questionnaire; did you mean 'title'? "
        "Allowed are actions, id, intro, order, statements, title, topics, version, weight",
        f"../{here.name}/benchmarks.yaml: ok (1 benchmark)",
        f"../{here.name}/shared.yaml: ok (3 scales, 0 levels, 1 owner, 1 standard question, 0 warning signs)",
        f"../{here.name}/theme.yaml: ok (1 topic, 0 statements, 1 action)",
    ]


def test_an_id_is_unique_over_all_files(here, a_set):
    a_set(a=GOOD, b=GOOD.replace("theme", "other"))

    assert lines(".") == [
        "./a.yaml: ok (0 topics, 1 statement, 0 actions)",
        "./b.yaml:5:9: the id 'E1' is used before, at ./a.yaml:5:9; give this statement an id of its own",
    ]


def test_a_file_alone_is_not_held_against_its_neighbours(here, a_set):
    a_set(a=GOOD, b=GOOD)

    assert lines("b.yaml") == ["b.yaml: ok (0 topics, 1 statement, 0 actions)"]


def test_a_file_alone_is_told_of_when_its_shared_file_is_broken(here, a_set):
    a_set(theme=GOOD, shared="scales:\n")

    assert lines("theme.yaml") == [
        "shared.yaml:1:1: 'scales' is empty; give scales by name, as in {agree: {from: 1, to: 5}}",
        "theme.yaml: ok (0 topics, 1 statement, 0 actions)",
    ]


def test_a_file_alone_may_require_actions_of_its_neighbours_only(here, a_set):
    a_set(
        theme=spoiled(FULL, ("days: 14", "days: 14\n    requires: [B1, C1]")),
        other=OTHER + ACTION.replace("A1", "B1"),
    )

    assert lines("theme.yaml") == ["theme.yaml:16:20: 'C1' is not a known action; name an action of this set"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("missing.yaml", "missing.yaml:1:1: there is no such file or folder; check the path"),
        ("", ":1:1: there is no such file or folder; check the path"),
        ("a\0b", "a\0b:1:1: there is no such file or folder; check the path"),
        ("empty", "empty:1:1: there is no questionnaire in this folder; name a folder with a .yaml file"),
        ("draft.yml", "draft.yml:1:1: files that end in .yml are not read; rename it to draft.yaml"),
        (
            "x" * 5_000,
            f"{'x' * 5_000}:1:1: cannot be read: File name too long; check the file's name and rights",
        ),
        ("loop.yaml", "loop.yaml:1:1: cannot be read: Too many levels of symbolic links; check the file's"),
        ("nowhere.yaml", "nowhere.yaml:1:1: this file does not exist; check its name"),
        ("pipe.yaml", "pipe.yaml:1:1: this is not an ordinary file; put a text file in its place"),
        ("/dev/zero", "/dev/zero:1:1: this is not an ordinary file; put a text file in its place"),
    ],
)
def test_a_path_that_leads_nowhere(here, typed, told):
    (here / "empty").mkdir()
    (here / "draft.yml").write_text(GOOD)
    (here / "loop.yaml").symlink_to("loop.yaml")
    (here / "nowhere.yaml").symlink_to("gone.yaml")
    os.mkfifo(here / "pipe.yaml")
    [line] = lines(typed)

    assert line.startswith(told)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_the_right_to_read_it(here, a_set):
    a_set(theme=GOOD)
    (here / "theme.yaml").chmod(0)

    assert lines("theme.yaml") == [
        "theme.yaml:1:1: cannot be read: Permission denied; check the file's name and rights"
    ]


def test_what_a_folder_holds_beside_questionnaires(here, a_set):
    a_set(theme=GOOD)
    (here / "draft.yml").write_text(GOOD)
    (here / "Old.YAML").write_text(GOOD)
    (here / "notes.txt").write_text("not read")
    (here / ".hidden.yaml").write_text("not read")
    (here / "folder.yaml").mkdir()

    assert lines(".") == [
        "./Old.YAML:1:1: files that end in .YAML are not read; rename it to Old.yaml",
        "./draft.yml:1:1: files that end in .yml are not read; rename it to draft.yaml",
        "./folder.yaml:1:1: this is a folder; put a text file in its place",
        "./theme.yaml: ok (0 topics, 1 statement, 0 actions)",
    ]


def test_a_set_with_problems_is_not_loaded_and_all_of_them_are_told(here, a_set):
    a_set(a=spoiled(GOOD, ("version: 1\n", "")), b=OTHER + "x: 1\n", benchmarks="- {}\n")

    with pytest.raises(InvalidQuestionnaires) as refused:
        load(here)
    assert [str(problem) for problem in refused.value.problems] == lines(str(here))
    assert str(refused.value) == "\n".join(lines(str(here)))
    assert {problem.place for problem in refused.value.problems} == {(1, 1), (7, 1), (1, 3)}


@pytest.mark.parametrize("folder", ["missing", "theme.yaml", "."])
def test_a_folder_without_questionnaires_is_not_loaded(here, a_set, folder):
    (here / "shared.yaml").write_text(SHARED)

    with pytest.raises(InvalidQuestionnaires):
        load(folder)
