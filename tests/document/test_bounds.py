"""A figure of which the gate tells a bound only reads as one, in sentences and in tables."""

import pytest

from assess.core.figures import ItemFigures, ThemeFigures
from assess.core.questionnaire import EMPLOYEES
from assess.document.bounds import told_mean, told_score, told_share
from assess.document.shares import alone_agree, others_agree
from assess.document.words import Words

EN, NL = Words("en"), Words("nl")


def an_item(**more):
    return ItemFigures(8, None, None, None, 4.875, None, None, agreed=7, agree_share=7 / 8, **more)


def test_a_figure_that_is_no_bound_is_told_as_it_is():
    assert (told_share(EN, an_item()), told_mean(EN, an_item())) == ("88%", "4.9")


@pytest.mark.parametrize(("words", "told"), [(EN, "at least"), (NL, "minstens")])
def test_a_bound_is_told_as_one(words, told):
    item = an_item(capped="at_least", mean_capped="at_least")
    theme = ThemeFigures(8, 97.0, None, None, None, None, capped="at_least")

    figures = (told_share(words, item), told_mean(words, item), told_score(words, theme))
    assert all(figure.startswith(f"{told} ") for figure in figures)


def test_a_sentence_tells_a_bound_too():
    assert others_agree(EN, EMPLOYEES, 7, 8, "at_least") == "Of our employees, at least 88%."
    assert alone_agree(EN, EMPLOYEES, 1, 8, "at_most") == "Of our employees, at most 13% agree."
