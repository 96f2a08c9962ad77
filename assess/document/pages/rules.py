"""What a reader has to know: the names and the texts of the rules, by what the report holds."""

from assess.document.words import later

Told = tuple[tuple[str, str], ...]
"""The names and the texts of rules."""

ALWAYS: Told = (
    (
        later("Shares"),
        later(
            "The part of those with an opinion that agrees (4 or 5 of 5, 6 or 7 of 7, or as the scale says). "
            "Don’t know and not applicable are counted apart and never as a low score."
        ),
    ),
    (
        later("Intervals"),
        later(
            "A line shows how far off the figure may be by chance: of a hundred such lines, about 95 hold "
            "the true value. Few answers make long lines. Where two lines overlap widely, do not speak of a "
            "difference."
        ),
    ),
    (
        later("Gaps"),
        later(
            "A gap is clear when its interval excludes zero and it is at least 10 points; audiences are "
            "alike when more than 20 points can be excluded. In between we say that it is not clear."
        ),
    ),
    (
        later("Rounding"),
        later(
            "Figures are rounded only in print, so two shares may not subtract exactly to the gap beside "
            "them."
        ),
    ),
)
WITH_TOPICS: Told = (
    (
        later("Levels"),
        later(
            "The nearest description, never more than one above the weakest required topic. “Possibly” names "
            "a neighbour that the interval reaches."
        ),
    ),
    (
        later("How do we know?"),
        later(
            "The claimed score is what leaders chose; the evidenced one is what is left when only answers "
            "that are measured or can be shown count. It does not say that the rest is false."
        ),
    ),
)
PROVISIONAL: Told = (
    (
        later("Provisional"),
        later("A score that counts although at least one leader left a required topic open or did not know."),
    ),
)
WITH_ACTIONS: Told = (
    (
        later("Priority"),
        later(
            "Need × impact ÷ 3 × certainty × gap ÷ effort, as printed under each action. Need: how far the "
            "weakest topic it moves stands below the level under the top, with 100 for the whole scale (25 "
            "a level where there are five). Certainty falls by a quarter, twice at most, where leaders are "
            "few, disagree or do not know, or few employees answered. A clear gap adds at most half."
        ),
    ),
    (
        later("Thirty days"),
        later(
            "An action starts, by priority, where there is room first: nine actions in all; in thirty days "
            "two of a theme and five points of effort (light 1, some 2, heavy 4). It waits for what it "
            "needs, and where leaders disagree or do not know only light ones start in the first thirty "
            "days. So one with a lower priority may start earlier."
        ),
    ),
)
EMPLOYEES_TOLD: Told = (
    (
        later("Employees"),
        later(
            "What they answered is confidential. Do not look for who said what; thank them by doing "
            "something."
        ),
    ),
)
NEVER: Told = (
    (
        later("Teams and people"),
        later("No ranking, and not for pay: a figure that decides a bonus stops measuring what it should."),
    ),
    (
        later("Causes"),
        later("That two things go together does not make one the cause. Try an action, measure, and see."),
    ),
)
ACTIONS_TOLD: Told = (
    (
        later("Actions"),
        later(
            "They come from practice; no effect sizes are known. Impact and effort are judgements of the "
            "makers of the questionnaires, and you may know better."
        ),
    ),
)
