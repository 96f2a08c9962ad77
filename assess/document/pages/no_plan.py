"""Why nothing starts in the ninety days, and what would change that."""

from collections.abc import Mapping

from markupsafe import Markup

from assess.core.no_plan import Cause, why_nothing_starts
from assess.core.questionnaire import LEADERS
from assess.document.reading import Reading
from assess.document.words import later

NO_PLAN: Mapping[Cause, str] = {
    "few leaders": later("There is no plan yet: it needs the answers of at least {fewest} leaders."),
    "unknown": later("There is no plan yet: on none of the topics did enough leaders know where we stand."),
    "at target": later("Nothing has to start now: every topic that is known stands at {target} or higher."),
    "no action": later("No action of these questionnaires starts where we stand."),
}
ASKS_NOTHING = later("There is no plan: it follows from what leaders answer, and they are asked nothing.")


def no_plan(reading: Reading) -> Markup:
    """Why there is no plan, and what would give one; empty where there is."""
    say, cause = reading.words.say, why_nothing_starts(reading.report)
    if cause is None:
        return Markup()
    if not reading.asked(LEADERS):
        return say(ASKS_NOTHING)
    topic = next(reading.set.topics(), None)
    target = reading.level_name(topic.scale.highest - 1) if topic else ""
    fewest = reading.words.count(reading.report.smallest.leaders)
    return say(NO_PLAN[cause], fewest=fewest, target=target)
