"""The guesses a leader makes: what share of an audience will agree."""

import re
from collections.abc import Mapping

from wtforms import Form, StringField
from wtforms.validators import Optional, Regexp

from assess.core.gathering import GUESS
from assess.core.questionnaire import Audience

SHARE = re.compile(r"100|[0-9]{1,2}")
WRITTEN = re.compile(r"0*([0-9]+)\s*%?", re.ASCII)


def with_guesses(form: type[Form], asked: Mapping[Audience, str], problem: str) -> type[Form]:
    """A form with a field more for each audience to guess about; `problem` tells what it takes."""
    fields = {GUESS + audience: _share(label, problem) for audience, label in asked.items()}
    return type("GuessesForm", (form,), fields)


def _share(label: str, problem: str) -> StringField:
    whole = Regexp(re.compile(rf"(?:{SHARE.pattern})\Z"), message=problem)
    return StringField(label, filters=[_number], validators=[Optional(), whole])


def _number(text: str | None) -> str | None:
    """A share without its sign and what else says nothing; other text stays as it was typed."""
    found = None if text is None else WRITTEN.fullmatch(text.strip())
    return found[1] if found else text
