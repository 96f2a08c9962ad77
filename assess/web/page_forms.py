"""What the forms of the pages share: labels that are messages, fields, and checks that say what to do."""

import re
from collections.abc import Callable
from datetime import date as Date
from typing import Any

from flask_wtf import FlaskForm
from markupsafe import Markup
from wtforms import (
    DateField,
    Field,
    Form,
    HiddenField,
    IntegerField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import StopValidation
from wtforms.widgets import CheckboxInput

from assess.document.words import later
from assess.store.database import now
from assess.store.ids import new_id
from assess.web.frame import say

LONGEST_NAME = 100
ID = re.compile(r"[A-Za-z0-9_-]{22}")


def today() -> Date:
    """The day it is here."""
    return now().astimezone().date()


def tidy(text: str | None) -> str | None:
    """A text on one line, without spaces around it and without characters that cannot be seen."""
    return text and "".join(c for c in " ".join(text.split()) if c.isprintable())


class Filled:
    """A field that may not stay empty; says so with this message."""

    field_flags = {"required": True}  # noqa: RUF012 - WTForms reads it from the validator

    def __init__(self, problem: str) -> None:
        self.problem = problem

    def __call__(self, _: Form, field: Field) -> None:
        """Stops at what could not be read: that has its own message."""
        if field.process_errors:
            raise StopValidation
        if field.data is None or field.data in ("", []):
            raise StopValidation(say(self.problem))


class AtMost:
    """A text of at most so many characters."""

    def __init__(self, length: int) -> None:
        self.length = length
        self.field_flags = {"maxlength": length}

    def __call__(self, _: Form, field: Field) -> None:
        """Says how long it is and may be."""
        if len(field.data or "") > self.length:
            problem = later("This is {n} characters long; {most} is the most.")
            raise StopValidation(say(problem, n=len(field.data), most=self.length))


class PageForm(FlaskForm):
    """A form whose labels are messages: they are looked up when the page is made."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for field in self:
            field.label.text = say(str(field.label.text))


class OnceField(HiddenField):
    """The id of what this form makes: sent twice, it makes one thing."""

    def process(self, *args: Any, **more: Any) -> None:
        """An id of somebody's own making is not taken."""
        super().process(*args, **more)
        self.data: str | None
        if not ID.fullmatch(self.data or ""):
            self.data = new_id()


class DayField(DateField):
    """A day."""

    def process_formdata(self, values: list[str]) -> None:
        """Says how a day is written where a browser does not help."""
        try:
            super().process_formdata(values)
        except ValueError:
            raise ValueError(say(later("Write a day as year-month-day, such as 2026-05-31."))) from None


class WholeField(IntegerField):
    """A whole number."""

    def process_formdata(self, values: list[str]) -> None:
        """Says that a number is wanted."""
        try:
            super().process_formdata(values)
        except ValueError:
            raise ValueError(say(later("Write a whole number."))) from None


class ChecksField(SelectMultipleField):
    """Any number of choices, each with a box to tick."""

    option_widget = CheckboxInput()

    def pre_validate(self, _: Form) -> None:
        """Says that a choice does not exist."""
        known = {str(choice.value) for choice in self.choices or ()}
        if set(self.data or ()) - known:
            raise StopValidation(say(later("One of these choices no longer exists. Choose again.")))


def name_field(label: str, problem: str) -> StringField:
    """A name on one line."""
    return StringField(label, [Filled(problem), AtMost(LONGEST_NAME)], filters=[tidy])


def lines_field(label: str, *checks: Callable[[Form, Field], None]) -> TextAreaField:
    """A text in which each line is one thing."""
    return TextAreaField(label, list(checks))


MOST_TOLD = 10


def told(problems: list[Markup]) -> list[Markup]:
    """The first problems of a field with many lines, and how many more there are."""
    more = len(problems) - MOST_TOLD
    return problems if more <= 0 else [*problems[:MOST_TOLD], say(later("And {n} more."), n=more)]
