"""`assess check` and `assess template`."""

import pytest

GOOD = (
    "id: climate\nversion: 1\ntitle: {en: Climate, nl: Klimaat}\n"
    "statements:\n  - id: CLI-E1\n    employees: {en: We laugh., nl: We lachen.}\n"
)


def test_what_is_shipped_is_good(assess):
    ending, out, err = assess("check")

    assert (ending, err) == (0, "")
    assert all(": ok (" in line for line in out.splitlines())
    assert len(out.splitlines()) >= 6


def test_a_good_file_goes_to_stdout_and_a_problem_to_stderr(assess, here):
    (here / "good.yaml").write_text(GOOD)
    (here / "bad.yaml").write_text(GOOD.replace("title", "titel"))
    ending, out, err = assess("check", "./good.yaml", "bad.yaml")

    assert ending == 1
    assert out == "./good.yaml: ok (0 topics, 1 statement, 0 actions)\n"
    assert any(line.startswith("bad.yaml:3:1: ") for line in err.splitlines())


def test_a_missing_path_is_a_problem(assess):
    ending, out, err = assess("check", "no-such.yaml")

    assert (ending, out) == (1, "")
    assert err.startswith("no-such.yaml:1:1: ")


@pytest.mark.parametrize("audience", ["leaders", "employees", "customers"])
def test_a_template_can_be_analysed_as_it_is(assess, here, audience):
    ending, out, err = assess("template", audience)
    (here / "empty.csv").write_text(out)

    assert (ending, err) == (0, "")
    assert out.splitlines()[1].startswith("#")
    assert assess("analyse", "empty.csv")[0] == 0


def test_a_template_of_other_questionnaires(assess, here):
    (here / "own").mkdir()
    (here / "own" / "climate.yaml").write_text(GOOD)
    ending, out, _ = assess("template", "--questionnaires", "own", "employees")

    assert ending == 0
    assert out.splitlines()[0].startswith("audience,team,CLI-E1")


def test_a_template_of_questionnaires_with_problems(assess):
    ending, out, err = assess("template", "--questionnaires", "no-such", "employees")

    assert (ending, out) == (1, "")
    assert err.startswith("no-such:1:1: ")
