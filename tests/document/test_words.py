"""Numbers, dates and lists as each language writes them."""

from datetime import date

import pytest

from assess.document.words import Words, sentence

EN, NL = Words("en"), Words("nl")


@pytest.mark.parametrize(
    ("number", "en", "nl"),
    [
        (0, "zero", "nul"),
        (1, "one", "één"),
        (12, "twelve", "twaalf"),
        (13, "13", "13"),
        (1200, "1,200", "1.200"),
    ],
)
def test_a_number_in_a_sentence_is_a_word_up_to_twelve(number, en, nl):
    assert (EN.count(number), NL.count(number)) == (en, nl)


@pytest.mark.parametrize(
    ("number", "whole", "decimal"),
    [
        pytest.param(2.5, "3", "2,5", id="halves go up"),
        pytest.param(-2.5, "−3", "−2,5", id="away from zero below it"),
        pytest.param(39.49999999999999, "40", "39,5", id="the dust of binary fractions"),
        pytest.param(-0.01, "0", "0,0", id="nothing keeps no sign"),
    ],
)
def test_figures_are_rounded_as_a_reader_expects(number, whole, decimal):
    assert (NL.whole(number), NL.decimal(number)) == (whole, decimal)


def test_things_are_listed_with_a_word_before_the_last():
    assert EN.listing([]) == ""
    assert EN.listing(["one"]) == "one"
    assert NL.listing(["een", "twee", "drie"]) == "een, twee en drie"


def test_a_date_is_written_in_full():
    assert (EN.day(date(2026, 3, 1)), NL.day(date(2026, 3, 1))) == ("1 March 2026", "1 maart 2026")


@pytest.mark.parametrize(("text", "expected"), [("één stelling", "Eén stelling"), ("two", "Two"), ("", "")])
def test_a_sentence_opens_with_a_capital(text, expected):
    assert sentence(text) == expected


def test_what_is_filled_in_is_text_and_never_mark_up():
    assert EN.say("{points} points", points="<b>") == "&lt;b&gt; points"
    assert sentence("<b>") == "&lt;b&gt;"
    assert EN.listing(["<b>", "<i>"]) == "&lt;b&gt; and &lt;i&gt;"


def test_a_language_without_fixed_words_gets_english_around_its_own_texts():
    german = Words("de")

    assert german.say("Customers") == "Customers"
    assert german.of({"en": "Welcome", "de": "Willkommen"}) == "Willkommen"


def test_apostrophes_are_curved_whoever_wrote_them():
    assert Words("en").of({"en": "A customer's 'problem' isn't ours"}) == "A customer’s 'problem' isn’t ours"
    assert Words("nl").of({"nl": "'s Ochtends foto's"}) == "’s Ochtends foto’s"
