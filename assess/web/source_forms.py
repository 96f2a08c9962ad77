"""How customers were asked, and a file of the organisation's own research."""

from flask_wtf.file import FileField
from wtforms import Field, Form, StringField
from wtforms.validators import Optional, StopValidation

from assess.document.words import later
from assess.sheets.problems import Problem
from assess.store.sources import Asking
from assess.web.frame import say, words
from assess.web.page_forms import AtMost, OnceField, PageForm, WholeField, tidy

LONGEST_HOW, LONGEST_PERIOD, LONGEST_FILE_NAME = 300, 100, 200
LARGEST_FILE = 20_000_000
"""Bytes of an import."""
MOST_ASKED = 1_000_000_000
PREFIX = "source-"
"""Begins the names of the fields: there is a form for each source on one page."""


class Asked:
    """A number of customers who were asked: at least one, and as many as answered."""

    def __call__(self, form: Form, field: Field) -> None:
        """Says what is wrong with the number."""
        if field.data is None:
            return
        answered = getattr(form, "answered", 0)
        if not 1 <= field.data <= MOST_ASKED:
            raise StopValidation(say(later("Write a whole number from 1, or leave it open.")))
        if field.data < answered:
            problem = later("{n} customers stand in the file, so at least as many were asked.")
            raise StopValidation(say(problem, n=words().whole(answered)))


class AskingForm(PageForm):
    """How customers were asked, when, and how many."""

    how = StringField(later("How were they asked?"), [AtMost(LONGEST_HOW)], filters=[tidy])
    period = StringField(later("When?"), [AtMost(LONGEST_PERIOD)], filters=[tidy])
    asked = WholeField(later("How many were asked?"), [Optional(), Asked()])
    answered = 0
    """How many answered, where that is known for good."""

    @property
    def asking(self) -> Asking:
        """What was told."""
        return Asking(self.how.data or "", self.period.data or "", self.asked.data)


class ImportForm(AskingForm):
    """A file, and how the customers in it were asked."""

    file = FileField(later("The file, as CSV"))
    once = OnceField()
    found: tuple[Problem, ...] = ()
    """What is wrong with the file, as far as it is told."""
    more = 0
    """How many problems are not told."""

    @property
    def id(self) -> str:
        """The id of the import, made with the form."""
        return str(self.once.data)

    @property
    def file_name(self) -> str:
        """What the file is called where it comes from."""
        name = (tidy(self.file.data.filename) if self.file.data else "") or ""
        return name.replace("\\", "/").rpartition("/")[2][-LONGEST_FILE_NAME:]

    def validate_file(self, field: Field) -> None:
        """A file has to be chosen."""
        if not field.data:
            raise StopValidation(say(later("Choose a file.")))
