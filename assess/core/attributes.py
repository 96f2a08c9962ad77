"""What an employee may tell besides a team: at most two attributes, each with a few broad choices."""

from dataclasses import dataclass

MOST_ATTRIBUTES = 2
MOST_CHOICES = 6
NO_CHOICE = -1
"""Who would rather not say."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute, such as how long somebody works here; in the words of who set up the assessment."""

    name: str
    choices: tuple[str, ...]
