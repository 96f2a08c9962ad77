import math

import pytest

from assess.loading.scalars import scalar


@pytest.mark.parametrize(
    "word",
    [
        *("no", "No", "yes", "on", "off", "y", "n", "TRue", "nULL", "1:30", "12:30:45", "012", "-07", "00"),
        *("2020-01-01", "2020-01-01T10:00:00Z", "1_000", "0b101", "0o8", "0xG", "1e", "e5", "+", "-", "."),
        *("1.2.3", "1,5", "+.nan", "inf", "nan", "=", "<<", "90%", "9" * 50, "1" * 5_000),
    ],
)
def test_a_word_stays_a_word(word):
    assert scalar(word) == word


@pytest.mark.parametrize(
    ("word", "value"),
    [
        *[(word, None) for word in ("", "~", "null", "Null", "NULL")],
        *[(word, True) for word in ("true", "True", "TRUE")],
        *[(word, False) for word in ("false", "False", "FALSE")],
        *[
            ("0", 0),
            ("-1", -1),
            ("+12", 12),
            ("0o17", 15),
            ("0xFF", 255),
            ("123456789012345678", 123456789012345678),
        ],
        *[("1.5", 1.5), ("-.5", -0.5), ("1.", 1.0), ("1e3", 1000.0), ("6.02E+23", 6.02e23)],
        *[(".inf", math.inf), ("-.INF", -math.inf), ("+.Inf", math.inf)],
    ],
)
def test_a_word_of_the_core_schema_is_a_value(word, value):
    assert scalar(word) == value
    assert type(scalar(word)) is type(value)


@pytest.mark.parametrize("word", [".nan", ".NaN", ".NAN"])
def test_not_a_number(word):
    assert math.isnan(scalar(word))


def test_words_in_quotes_are_never_a_value(told):
    assert told('id: theme\nversion: 1\ntitle: {en: "no", nl: "1", "de": "null"}\n') == [
        "ok (0 topics, 0 statements, 0 actions)"
    ]
