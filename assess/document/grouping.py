"""What groups of employees are called: a team, a choice, or two of these at once."""

from markupsafe import Markup

from assess.core.cells import TEAM, Choice, Group
from assess.document.words import Words


def group_name(words: Words, group: Group) -> Markup:
    """A group in words; everybody together where nothing was chosen."""
    if not group:
        return words.say("All employees")
    return Markup(" × ").join(choice_name(words, choice) for choice in group)


def choice_name(words: Words, choice: Choice) -> Markup:
    """A team or a choice in the words of who set it up; who would rather not say is told with what."""
    name, chosen = choice
    if chosen:
        return Markup.escape(chosen)
    return words.say("no team") if name == TEAM else words.say("{attribute}: not said", attribute=name)
