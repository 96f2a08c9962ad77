import pytest

from assess.loading import Loaded, check, load
from tests.loading.files import BENCHMARK, FULL, GOOD, HEAD, SHARED, TWO_THEMES, spoiled


def test_two_themes_three_languages_and_a_scale_of_seven():
    loaded = load(TWO_THEMES)

    assert [theme.id for theme in loaded.set.questionnaires] == ["repair", "welcome"]
    assert loaded.set.languages == ("en", "nl", "de")
    assert loaded.set.scales["agree"].points == 7
    assert loaded.set.scales["agree"].agrees_from == 6
    assert [item.id for item in loaded.set.items()] == [
        "REP-M1",
        "REP-E1",
        "WEL-1",
        "WEL-2",
        "WEL-M1",
        "HEAD",
        "NPS",
    ]
    assert [action.requires for action in loaded.set.actions()] == [(), ("WEL-A1",)]
    assert loaded.benchmarks == ()


def test_every_key_arrives_in_its_place():
    theme = load(TWO_THEMES).set.questionnaires[1]
    topic, statement, action = theme.topics[1], theme.statements[0], theme.actions[1]

    assert (theme.id, theme.version, theme.order, theme.weight) == ("welcome", 1, 2, 1)
    assert (topic.title["de"], topic.weight, topic.required, topic.wording) == ("Abreise", 0.5, False, 1)
    assert [text["en"] for text in topic.descriptions][-1] == "Guests hear what became of it."
    assert topic.scale.id == "maturity"
    assert statement.texts["customers"]["de"] == "Bei {organisation} fühlte ich mich erwartet."
    assert statement.mirrored
    assert not statement.reverse
    assert statement.scale.id == "agree"
    assert action.moves == ("WEL-1", "WEL-2")
    assert (action.from_level, action.impact, action.effort, action.days, action.owner) == (
        2,
        3,
        2,
        60,
        "board",
    )
    assert action.first_step["nl"] == "Druk één lijst af."


def test_the_smallest_set(a_set):
    minimal = "scales: {agree: {from: -3, to: 3}}\n"
    loaded = load(a_set(theme=GOOD.replace("en:", "de-AT:"), shared=minimal))

    assert loaded.set.languages == ("de-AT",)
    assert (loaded.set.levels, loaded.set.owners, loaded.set.standard, loaded.set.warning_signs) == (
        (),
        {},
        (),
        (),
    )
    assert next(loaded.set.items()).scale.lowest == -3


def test_a_topic_may_stand_on_a_scale_of_any_length(a_set):
    shared = spoiled(SHARED, ("maturity: {from: 1, to: 5}", "maturity: {from: 0, to: 3}"))
    loaded = load(a_set(theme=spoiled(FULL, (", {en: Five.}", "")), shared=shared))

    assert next(loaded.set.topics()).scale.points == 4


def test_themes_stand_by_order_then_by_id(a_set):
    files = {
        "a": GOOD.replace("theme", "zebra").replace("E1", "E-A"),
        "b": GOOD.replace("theme", "apple").replace("E1", "E-B"),
        "c": GOOD.replace("theme", "second").replace("E1", "E-C") + "order: 2\n",
        "d": GOOD.replace("theme", "first").replace("E1", "E-D") + "order: 1\n",
        "e": GOOD.replace("theme", "also").replace("E1", "E-E") + "order: 2\n",
    }

    assert [theme.id for theme in load(a_set(**files)).set.questionnaires] == [
        *("first", "also", "second", "apple", "zebra")
    ]


def test_a_benchmark_arrives_with_its_provenance(a_set):
    more = (
        "  n: 362\n  year: 2005\n  interval95: [75.7, 83.9]\n  series: {2006: 68}\n  caveats: [{en: Old.}]\n"
    )
    [figure] = load(a_set(theme=GOOD, benchmarks=BENCHMARK + more)).benchmarks

    assert (figure.id, figure.value, figure.n, figure.year, figure.trust) == (
        "believers_2005",
        80,
        362,
        2005,
        "B",
    )
    assert (figure.interval95, figure.series, figure.caveats) == ((75.7, 83.9), {2006: 68}, ({"en": "Old."},))
    assert (figure.source.title, figure.source.verified, figure.source.url) == (
        "Closing the gap",
        "seen",
        None,
    )


def test_the_same_content_has_the_same_fingerprint_whatever_the_file_looks_like(a_set, tmp_path):
    first = load(a_set(theme=GOOD)).set.questionnaires[0].sha256()
    other = "# another look\nversion: 1\nid: theme\n" + GOOD.split("1\n", 1)[1].replace(
        "E1\n", "E1\n    weight: 1\n"
    )
    second = load(a_set(theme=other)).set.questionnaires[0].sha256()

    assert first == second


def test_actions_may_require_those_of_another_theme(a_set, tmp_path):
    other = FULL.replace("theme", "other").replace("T1", "T2").replace("A1", "A2")
    folder = a_set(theme=spoiled(FULL, ("days: 14", "days: 14\n    requires: [A2]")), other=other)

    assert isinstance(load(folder), Loaded)
    assert [checked.problems for checked in check([str(folder / "theme.yaml")])] == [()]


def test_the_set_that_comes_along_is_good():
    for checked in check([]):
        assert checked.problems == ()


def test_a_set_may_have_themes_without_anything_to_answer(a_set):
    assert list(load(a_set(theme=HEAD)).set.questionnaires[0].topics) == []


@pytest.mark.parametrize("folder", [str(TWO_THEMES), TWO_THEMES], ids=["typed", "path"])
def test_a_folder_may_be_typed(folder):
    assert len(load(folder).set.questionnaires) == 2
