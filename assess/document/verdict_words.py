"""The verdict on one statement in a few words, and the group it stands in."""

from typing import Literal

from markupsafe import Markup

from assess.core.mirror import Gap
from assess.core.questionnaire import CUSTOMERS, EMPLOYEES, LEADERS, Audience
from assess.document.mirror_words import side
from assess.document.words import Words, later

Kind = Literal["more", "less", "aligned", "unclear", "too_few"]

GROUPS: tuple[Kind, ...] = ("more", "less", "aligned", "unclear", "too_few")

HEADINGS = {
    ("more", (LEADERS, CUSTOMERS)): later("Leaders believe more than customers say"),
    ("less", (LEADERS, CUSTOMERS)): later("Customers say more than leaders believe"),
    ("aligned", (LEADERS, CUSTOMERS)): later("Leaders and customers see it alike"),
    ("more", (LEADERS, EMPLOYEES)): later("Leaders believe more than employees say"),
    ("less", (LEADERS, EMPLOYEES)): later("Employees say more than leaders believe"),
    ("aligned", (LEADERS, EMPLOYEES)): later("Leaders and employees see it alike"),
    ("more", (EMPLOYEES, CUSTOMERS)): later("Employees believe more than customers say"),
    ("less", (EMPLOYEES, CUSTOMERS)): later("Customers say more than employees believe"),
    ("aligned", (EMPLOYEES, CUSTOMERS)): later("Employees and customers see it alike"),
}
UNCLEAR = later("Too close, or too few answers, to tell")
TOO_FEW = later("Nothing to compare: too few answers on one side")
ONE_SIDE = later("Nothing to compare: there are no answers on the other side")

NAMES = {
    "clear_gap": later("Clear gap"),
    "small_gap": later("Small gap"),
    "reverse_gap": later("Reverse gap"),
    "aligned": later("Alike"),
    "unclear": later("No clear gap"),
}
NOT_COMPARED = later("Not compared")


def group_of(gap: Gap | None) -> Kind:
    """The group a statement stands in; small gaps stand with the larger ones of their direction."""
    if gap is None or gap.verdict == "too_few":
        return "too_few"
    if gap.verdict in ("aligned", "unclear"):
        return "aligned" if gap.verdict == "aligned" else "unclear"
    return "more" if side(gap) > 0 else "less"


def group_heading(
    words: Words, kind: Kind, pair: tuple[Audience, Audience], one_side: bool = False
) -> Markup:
    """The heading above a group; `one_side` when nobody of the other audiences answered."""
    if kind == "unclear":
        return words.say(UNCLEAR)
    if kind == "too_few":
        return words.say(ONE_SIDE if one_side else TOO_FEW)
    return words.say(HEADINGS[kind, pair])


def verdict_told(words: Words, gap: Gap | None, one_side: bool = False) -> tuple[Markup, Markup]:
    """The verdict and its size in points, as far as it can be known."""
    if gap is None or gap.gap_pp is None or gap.lo_pp is None or gap.hi_pp is None:
        why = words.say("answers of one side only") if one_side else words.say("too few answers")
        return words.say(NOT_COMPARED), why
    lowest, highest = sorted((abs(gap.lo_pp), abs(gap.hi_pp)))
    name, most = words.say(NAMES[gap.verdict]), words.whole(highest)
    if gap.verdict == "unclear":
        return name, words.say("up to {most} points not excluded", most=most)
    if gap.verdict == "aligned":
        return name, words.say("at most {most} points apart", most=most)
    points, least = words.bound(abs(gap.gap_pp)), words.bound(lowest)
    return name, words.say("{points} points, {least} to {most}", points=points, least=least, most=most)
