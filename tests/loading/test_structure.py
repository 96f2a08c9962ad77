import pytest

from tests.loading.files import BENCHMARK, FULL, GOOD, HEAD, SHARED, spoiled

LANGUAGE = "is not a language code; use small letters, as in 'en' or 'nl', or 'pt-BR'"
ON_ONE_LINE = "give words on one line, at most 2,000 characters"


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        # a whole number where there is something else
        (("version: 1", "version: one"), "2:10: 'version' is 'one'; give a whole number from 1"),
        (("version: 1", "version: 0"), "2:10: 'version' is 0; give a whole number from 1"),
        (("version: 1", "version: 1.0"), "2:10: 'version' is 1.0; give a whole number from 1"),
        (("version: 1", "version: true"), "2:10: 'version' is true; give a whole number from 1"),
        (("version: 1", "version:"), "2:1: 'version' is empty; give a whole number from 1"),
        (("impact: 2", "impact: 4"), "13:13: 'impact' is 4; give a whole number from 1 to 3"),
        (("effort: 1", 'effort: "1"'), "14:13: 'effort' is '1'; give a whole number from 1 to 3"),
        (("days: 14", "days: 366"), "15:11: 'days' is 366; give a whole number from 1 to 365"),
        (
            ("from_level: 1", "from_level: 0"),
            "12:17: 'from_level' is 0; give a level, as a whole number from 1",
        ),
        # other plain values
        (("- id: T1", "- id: T1\n    required: yes"), "6:15: 'required' is 'yes'; give true or false"),
        (
            ("- id: T1", "- id: T1\n    weight: 0"),
            "6:13: 'weight' is 0; give a number above 0, at most 1,000",
        ),
        (("- id: T1", "- id: T1\n    weight: .nan"), "6:13: 'weight' is nan; give a number above 0"),
        (("- id: T1", "- id: T1\n    weight: 012"), "6:13: 'weight' is '012'; give a number above 0"),
        (("- id: T1", "- id: 1"), "5:9: 'id' is 1; give a letter followed by letters, digits, '-' and '_'"),
        (
            ("- id: T1", "- id: T 1"),
            "5:9: 'id' is 'T 1'; give a letter followed by letters, digits, '-' and '_'",
        ),
        (("- id: T1", "- id: T:1"), "5:9: 'id' is 'T:1'; give a letter"),
        (("- id: T1", "- id: " + "T" * 41), "5:9: 'id' has 41 characters; give a letter"),
        # texts
        (("en: Topic", "en: 5"), f"6:17: 'en' is 5; {ON_ONE_LINE} (as words it needs quotes)"),
        (("en: Topic", "en: no, nl"), f"6:21: 'nl' is empty; {ON_ONE_LINE}"),
        (("en: Topic", 'en: " "'), f"6:17: 'en' is empty; {ON_ONE_LINE}"),
        (("en: Topic", "en: " + "x" * 2_001), f"6:17: 'en' has 2,001 characters; {ON_ONE_LINE}"),
        (("en: Topic", 'en: "a\\nb"'), f"6:17: 'en' runs over several lines; {ON_ONE_LINE} ('>-' folds"),
        (
            ("en: Topic", "en: {organisation}"),
            f"6:17: 'en' is a group of keys; {ON_ONE_LINE} (words that begin",
        ),
        (("en: Topic", "EN: Topic"), f"6:13: 'EN' {LANGUAGE}"),
        (("en: Topic", "english: Topic"), f"6:13: 'english' {LANGUAGE}"),
        (
            ("{en: Topic}", "Topic"),
            "6:12: 'title' is 'Topic'; give the words in every language, as in {en: …",
        ),
        (("{en: Topic}", "{}"), "6:12: 'title' is empty; give the words in every language"),
        (("{en: One.}", "One."), "8:20: number 1 of 'descriptions' is 'One.'; give the words in every"),
        # lists and groups
        (("moves: [T1]", "moves: T1"), "11:12: 'moves' is 'T1'; give a list of topics of this file"),
        (("moves: [T1]", "moves: []"), "11:12: 'moves' is empty; give a list of topics of this file"),
        (("moves: [T1]", "moves: [[T1]]"), "11:13: number 1 of 'moves' is a list; give a letter followed by"),
        (("topics:\n", "topics: {}\nx:\n"), "4:9: 'topics' is a group of keys; give a list of topics"),
        (
            ("- id: T1", "- T0\n  - id: T1"),
            "5:5: number 1 of 'topics' is 'T0'; give the keys of a topic: id, title",
        ),
    ],
)
def test_a_value_of_the_wrong_kind_is_told_with_what_is_expected(told, change, problem):
    assert any(line.startswith(problem) for line in told(spoiled(FULL, change)))


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (
            ("version: 1\n", ""),
            "1:1: this questionnaire has no 'version'; add 'version:' with a whole number",
        ),
        (
            ("    days: 14\n", ""),
            "10:5: action 'A1' has no 'days'; add 'days:' with a whole number from 1 to 365",
        ),
        (("id: T1\n    ", ""), "5:5: this topic has no 'id'; add 'id:' with a letter followed by"),
    ],
)
def test_a_missing_key_is_named(told, change, problem):
    assert any(line.startswith(problem) for line in told(spoiled(FULL, change)))


@pytest.mark.parametrize(
    ("key", "meant", "owner"),
    [
        ("revers", "reverse", "a statement"),
        ("Reverse", "reverse", "a statement"),
        ("wieght", "weight", "a statement"),
        ("employee", "employees", "a statement"),
        ("costumers", "customers", "a statement"),
    ],
)
def test_an_unknown_key_gets_the_near_one_and_all_that_are_allowed(told, key, meant, owner):
    [line] = told(f"{GOOD}    {key}: {{en: x}}\n")

    assert line == (
        f"7:5: {key!r} is not a key of {owner}; did you mean {meant!r}? "
        "Allowed are customers, employees, id, leaders, reverse, scale, weight, wording"
    )


def test_a_key_that_resembles_nothing_gets_only_what_is_allowed(told):
    [line] = told(f"{GOOD}    zzz: 1\n")

    assert line.startswith("7:5: 'zzz' is not a key of a statement; allowed are customers, employees,")


def test_a_long_list_is_refused_as_a_whole(told):
    [line] = told(HEAD + "statements:\n" + "- {}\n" * 301)

    assert line == "5:1: 'statements' has more than 300 entries; leave some out"


def test_the_shared_file_has_its_own_keys(told):
    lines = told(
        spoiled(
            SHARED, ("to: 5}", "till: 5}"), ("role: headline", "role: headlin"), ("board:", "the board:")
        ),
        name="shared.yaml",
    )

    assert lines == [
        "2:13: this scale has no 'to'; add 'to:' with a whole number from -100 to 100",
        "2:23: 'till' is not a key of a scale; allowed are agree_from, from, labels, to",
        "6:3: 'the board' cannot be a name; begin with a letter and use letters, digits, '-' and '_'",
        "9:11: 'role' is 'headlin'; did you mean 'headline'?",
    ]


def test_a_benchmark_carries_its_source(told):
    without = spoiled(BENCHMARK, ("  source: {title: Closing the gap, verified: seen}\n", ""))
    untitled = spoiled(BENCHMARK, ("title: Closing the gap, ", ""))

    assert told(without, name="benchmarks.yaml") == [
        "1:3: benchmark 'believers_2005' has no 'source'; "
        "add 'source:' with the keys of a source: title, verified, url"
    ]
    assert told(untitled, name="benchmarks.yaml") == [
        "5:11: this source has no 'title'; add 'title:' with words on one line, at most 2,000 characters"
    ]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (
            ("value: 80", "value: {1: 2}"),
            "3:10: 'value' is a group of keys; give a number, words, or numbers by",
        ),
        (("value: 80", "interval95: [1]"), "3:15: 'interval95' is empty; give two numbers, lowest first"),
        (("value: 80", "series: {a: 1}"), "3:12: 'a' is not a year; use whole numbers, as in 2006: 68"),
        (("value: 80", "n: many"), "3:6: 'n' is 'many'; give a whole number from 1"),
        (("compare: context", "compare: contxt"), "7:12: 'compare' is 'contxt'; did you mean 'context'?"),
        (("trust: B", "trust: D"), "8:10: 'trust' is 'D'; give A, B or C"),
    ],
)
def test_a_figure_of_the_wrong_kind(told, change, problem):
    [line] = told(spoiled(BENCHMARK, change), name="benchmarks.yaml")

    assert line.startswith(problem)


def test_a_year_may_be_missing_and_a_series_has_whole_years_for_keys(told):
    text = BENCHMARK + "  year: null\n  series: {2006: 68, 2007: 80.5}\n"

    assert told(text, name="benchmarks.yaml") == ["ok (1 benchmark)"]


def test_words_may_be_folded_into_one_line(told):
    assert told(GOOD + "intro:\n  en: >\n    folded\n    words\n") == [
        "ok (0 topics, 1 statement, 0 actions)"
    ]
