"""The set of questionnaires that a command works with."""

from pathlib import Path

from assess import loading
from assess.cli.endings import Refused, first_of
from assess.settings import Settings


def load(typed: str | None, settings: Settings, *, every: bool = False) -> loading.Loaded:
    """The set in the folder as typed, else in that of the settings; Refused with its problems."""
    folder = str(settings.questionnaires) if typed is None else typed
    try:
        return loading.load(Path(folder))
    except loading.InvalidQuestionnaires as error:
        # Told once more from the path as it was typed, which a Path does not keep.
        problems = [problem for checked in loading.check([folder]) for problem in checked.problems]
        raise Refused(first_of(problems or error.problems, every=every)) from None
