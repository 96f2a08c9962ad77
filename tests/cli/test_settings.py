"""Settings: read once, all bad ones told at once."""

from pathlib import Path

import pytest

from assess import paths
from assess.settings import InvalidSettings, Settings, read


def test_what_is_not_set_has_a_default():
    assert read({"HOME": "/root"}) == Settings(
        home=Path("instance"), questionnaires=paths.QUESTIONNAIRES, smallest_group=5, smallest_leaders=3
    )


def test_what_is_set_is_used(tmp_path):
    found = read(
        {
            "ASSESS_HOME": str(tmp_path / "new"),
            "ASSESS_QUESTIONNAIRES": str(tmp_path),
            "ASSESS_SMALLEST_GROUP": "10",
            "ASSESS_SMALLEST_LEADERS": "3",
        }
    )

    assert found == Settings(tmp_path / "new", tmp_path, 10, 3)


def test_it_answers_under_every_name_that_is_set_and_on_this_machine():
    settings = Settings(
        host="10.0.0.5", address="https://Assess.example.org:444/", other_names="Board.local, 10.0.0.6"
    )

    assert settings.names == {
        *("localhost", "127.0.0.1", "[::1]"),
        *("10.0.0.5", "assess.example.org", "board.local", "10.0.0.6"),
    }


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        pytest.param("SMALLEST_GROUP", "4", "cannot be used; write a whole number, 5 or higher", id="lower"),
        pytest.param(
            "SMALLEST_LEADERS", "2", "cannot be used; write a whole number, 3 or higher", id="lower too"
        ),
        pytest.param(
            "SMALLEST_GROUP", "many", "cannot be used; write a whole number, 5 or higher", id="a word"
        ),
        pytest.param(
            "SMALLEST_GROUP", "5.0", "cannot be used; write a whole number, 5 or higher", id="a decimal"
        ),
        pytest.param("SMALLEST_GROUP", "", "cannot be used; write a whole number, 5 or higher", id="nothing"),
        pytest.param(
            "QUESTIONNAIRES", "no-such", "is no folder; write the path of one that exists", id="no folder"
        ),
        pytest.param(
            "QUESTIONNAIRES", "x" * 9_000, "is no folder; write the path of one that exists", id="too long"
        ),
        pytest.param("QUESTIONNAIRES", "", "is no folder; write the path of one", id="no path"),
        pytest.param("HOME", "good.csv", "is a file; write the path of a folder", id="a file"),
        pytest.param(
            "HOST",
            "::1",
            "cannot be used; write the name or number of this machine, such as 127.0.0.1",
            id="IPv6",
        ),
        pytest.param("PORT", "0", "cannot be used; write a whole number, from 1 to 65535", id="no port"),
        pytest.param("THREADS", "1", "cannot be used; write a whole number, from 2 to 64", id="one thread"),
        pytest.param(
            "ADDRESS",
            "assess.example.org",
            "cannot be used; write where people reach it, such as https://assess.example.org",
            id="no scheme",
        ),
        pytest.param(
            "OTHER_NAMES",
            "http://assess.local",
            "cannot be used; write names with commas between, such as assess.local,192.168.1.20",
            id="no name",
        ),
    ],
)
def test_a_bad_value_is_told_with_what_is_allowed(name, value, problem):
    with pytest.raises(InvalidSettings) as refused:
        read({f"ASSESS_{name}": value})

    assert refused.value.problems == (f"ASSESS_{name}: {value!r} {problem}",)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        pytest.param("ASSESS_SMALEST_GROUP", "did you mean ASSESS_SMALLEST_GROUP?", id="near"),
        pytest.param("ASSESS_home", "did you mean ASSESS_HOME?", id="other case"),
        pytest.param(
            "ASSESS_XYZ",
            "there are ASSESS_HOME, ASSESS_QUESTIONNAIRES, ASSESS_SMALLEST_GROUP, ASSESS_SMALLEST_LEADERS, "
            "ASSESS_HOST, ASSESS_PORT, ASSESS_ADDRESS, ASSESS_OTHER_NAMES, ASSESS_THREADS",
            id="far",
        ),
    ],
)
def test_an_unknown_setting_is_told_without_its_value(name, hint):
    with pytest.raises(InvalidSettings) as refused:
        read({name: "a secret"})

    assert refused.value.problems == (f"{name}: no such setting; {hint}",)


def test_all_bad_settings_are_told_at_once():
    with pytest.raises(InvalidSettings) as refused:
        read({"ASSESS_SMALLEST_GROUP": "1", "ASSESS_SMALLEST_LEADERS": "1", "ASSESS_X": "1"})

    assert len(refused.value.problems) == 3
