import pytest

from tests.loading.files import ACTION, BENCHMARK, FULL, GOOD, HEAD, SHARED, STATEMENT, TOPIC, spoiled

CIRCLE = "actions wait for each other in a circle"
SECOND = ACTION.replace("A1", "A2").removeprefix("actions:\n")


def test_what_the_cases_below_spoil_is_good(told):
    assert told(FULL, shared=SHARED) == ["ok (1 topic, 0 statements, 1 action)"]
    assert told(SHARED, name="shared.yaml") == [
        "ok (3 scales, 0 levels, 1 owner, 1 standard question, 0 warning signs)"
    ]
    assert told(BENCHMARK, name="benchmarks.yaml") == ["ok (1 benchmark)"]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        pytest.param(
            spoiled(FULL, ("moves: [T1]", "moves: [T1, T9, T1]")),
            [
                "11:17: 'T9' is not a topic of this file; name a topic of this file",
                "11:21: 'T1' is named twice; leave one out",
            ],
            id="topics that are not there or there twice",
        ),
        pytest.param(
            spoiled(FULL, ("owner: board", "owner: bord")),
            ["16:12: there is no owner 'bord'; did you mean 'board'?"],
            id="an owner that is not there",
        ),
        pytest.param(
            spoiled(FULL, ("days: 14", "days: 14\n    requires: [A1]")),
            [f"16:16: {CIRCLE}: A1 requires A1; leave one of these out"],
            id="an action that requires itself",
        ),
        pytest.param(
            spoiled(FULL, ("days: 14", "days: 14\n    requires: [A2]"))
            + spoiled(SECOND, ("days: 14", "days: 14\n    requires: [A1]")),
            [f"28:16: {CIRCLE}: A1 requires A2 requires A1; leave one of these out"],
            id="a circle",
        ),
        pytest.param(
            spoiled(FULL, ("days: 14", "days: 14\n    requires: [ACTION-7]")),
            ["16:16: 'ACTION-7' is not a known action; name an action of this set"],
            id="an action that is not there",
        ),
        pytest.param(
            spoiled(FULL, ("from_level: 1", "from_level: 6")),
            [
                "12:17: there is no level 6: the scale 'maturity' runs from 1 to 5; "
                "give a whole number from 1 to 5"
            ],
            id="a level beyond the scale",
        ),
        pytest.param(
            spoiled(FULL, (", {en: Five.}", "")),
            ["8:5: there are 4 descriptions for 5 points of the scale; give 5, lowest first"],
            id="a description too few",
        ),
        pytest.param(
            GOOD + "    scale: agre\n",
            ["7:12: there is no scale 'agre'; did you mean 'agree'?"],
            id="a scale that is not there",
        ),
        pytest.param(
            HEAD + "statements:\n  - id: E1\n",
            ["5:5: 'E1' is put to nobody; add 'leaders:', 'employees:' or 'customers:' with the words"],
            id="a statement for nobody",
        ),
        pytest.param(
            spoiled(FULL, ("id: A1", "id: T1")),
            ["10:9: the id 'T1' is used before, at PATH:5:9; give this action an id of its own"],
            id="an id used twice in a file",
        ),
        pytest.param(
            spoiled(GOOD, ("E1", "HEAD")),
            ["5:9: the id 'HEAD' is used before, at SHARED:8:9; give this statement an id of its own"],
            id="an id that the shared file uses",
        ),
        pytest.param(
            spoiled(GOOD, ("E1", "Guess-Customers")),
            ["5:9: 'Guess-Customers' is the name of a column in spreadsheets of answers; choose another id"],
            id="an id that is a column",
        ),
    ],
)
def test_a_questionnaire(told, tmp_path, text, problems):
    lines = told(text, shared=SHARED)

    assert [
        line.replace(str(tmp_path / "theme.yaml"), "PATH").replace(str(tmp_path / "shared.yaml"), "SHARED")
        for line in lines
    ] == problems


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (
            ("from: 0, to: 10", "from: 10, to: 0"),
            "4:29: the scale 'recommend' runs from 10 to 0; let 'to' be",
        ),
        (
            ("from: 0, to: 10", "from: 1, to: 10"),
            "recommend is asked from 0 to 10, and 'recommend' runs from 1",
        ),
        (
            ("from: 1, to: 5}", "from: 0, to: 21}"),
            "2:27: the scale 'maturity' has 22 points; give it at most 21",
        ),
        (
            ("from: 1, to: 5}", "from: -101, to: 5}"),
            "2:20: 'from' is -101; give a whole number from -100 to 100",
        ),
        (
            ("agree_from: 4", "agree_from: 6"),
            "3:39: 6 is not on the scale 'agree'; give a whole number from 1 to 5",
        ),
        (("agree_from: 4", "labels: [{en: x}]"), "3:27: there is 1 label for 5 points of the scale; give 5"),
        (("agree:", "text:"), "3:3: the name 'text' is kept for open questions; choose another"),
        (("    customers: {en: They are good.}\n", ""), "8:5: the headline is put to one audience only"),
        (("    scale: agree\n", ""), "8:5: the headline question has no scale; add 'scale:' with a name"),
        (("scale: agree", "scale: text"), "10:12: the headline question takes a number; name a scale"),
        (("scale: agree", "scale: agre"), "10:12: there is no scale 'agre'; did you mean 'agree'?"),
        (
            ("role: headline", "role: open"),
            "10:12: an open question takes words and no scale; leave 'scale' out",
        ),
    ],
)
def test_a_shared_file(told, change, problem):
    recommend = "  - {id: NPS, role: recommend, scale: recommend, customers: {en: Would you?}}\n"
    lines = told(spoiled(SHARED + recommend, change), name="shared.yaml")

    assert any(problem in line for line in lines), lines


def test_every_role_is_played_once(told):
    second = "  - {id: HEAD2, role: headline, scale: agree, leaders: {en: x}, employees: {en: x}}\n"

    assert told(SHARED + second, name="shared.yaml") == [
        "13:23: a second question has the role 'headline'; keep one of them"
    ]


def test_levels_fit_the_scale_of_topics(told):
    level = "levels: [{title: {en: Low}, description: {en: Low.}}]\n"

    assert told(SHARED + level, name="shared.yaml") == [
        "13:1: there is 1 level for 5 points of the scale; give 5, lowest first"
    ]
    assert told(spoiled(SHARED, ("  maturity: {from: 1, to: 5}\n", "")) + level, name="shared.yaml") == [
        "12:1: levels need a scale 'maturity'; add it under 'scales' or leave the levels out"
    ]


def test_topics_need_the_scale_maturity(told, tmp_path):
    shared = spoiled(SHARED, ("  maturity: {from: 1, to: 5}\n", ""))

    assert told(HEAD + TOPIC, shared=shared) == [
        f"4:1: {tmp_path / 'shared.yaml'} has no scale 'maturity', on which topics are answered; add it there"
    ]


def test_actions_need_owners(told, tmp_path):
    shared = spoiled(SHARED, ("owners:\n  board: {en: Board}\n", ""))

    assert told(FULL, shared=shared) == [
        f"16:12: there is no owner 'board'; add it under 'owners' in {tmp_path / 'shared.yaml'}"
    ]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (
            ("  trust: B\n", ""),
            "1:3: benchmark 'believers_2005' has a value and no 'trust'; add 'trust:' with A, B or C",
        ),
        (
            ("value: 80", "interval95: [84, 76]"),
            "3:15: the interval runs from high to low; give the lowest first",
        ),
    ],
)
def test_a_benchmark(told, change, problem):
    assert told(spoiled(BENCHMARK, change), name="benchmarks.yaml") == [problem]


def test_without_a_value_a_benchmark_needs_no_grade(told):
    assert told(spoiled(BENCHMARK, ("  value: 80\n", ""), ("  trust: B\n", "")), name="benchmarks.yaml") == [
        "ok (1 benchmark)"
    ]


def test_a_benchmark_has_an_id_of_its_own(told, tmp_path):
    [line] = told(BENCHMARK + BENCHMARK, name="benchmarks.yaml")

    assert line.startswith("9:7: the id 'believers_2005' is used before, at ")


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(("employees: {en: We laugh.}", "employees: {en: 5}"), id="its only words"),
        pytest.param(("employees:", "employes:"), id="the name of its only audience"),
        pytest.param(("employees: {en: We laugh.}", "<<: {}"), id="a merge that may have brought them"),
        pytest.param(
            ("  - id: E1\n    employees", "  - id: E1\n    scale: 5\n    employees"), id="its scale"
        ),
    ],
)
def test_what_was_refused_is_not_called_missing_as_well(told, change):
    assert len(told(spoiled(GOOD, change))) == 1


def test_references_are_not_judged_by_a_file_that_cannot_be_read(told):
    lines = told(FULL + STATEMENT, shared="scales: [")

    assert [line.split("; ")[0].rsplit("/", 1)[-1] for line in lines] == [
        "shared.yaml:1:10: a value was expected here",
        "ok (1 topic, 1 statement, 1 action)",
    ]
