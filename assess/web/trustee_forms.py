"""The forms around trustees: naming one, setting a passphrase, opening the box with it."""

from collections.abc import Collection
from typing import Any

from wtforms import Field, PasswordField
from wtforms.validators import ValidationError

from assess.ballots.trust import same
from assess.document.words import later
from assess.web.frame import say
from assess.web.name_lines import name_problem
from assess.web.page_forms import AtMost, Filled, PageForm, name_field

SHORTEST, LONGEST = 12, 1_000
"""Characters of a passphrase."""
FEWEST_DIFFERENT = 6


class TrusteeForm(PageForm):
    """The name of a trustee."""

    name = name_field(later("Name of the trustee"), later("Write a name."))

    taken: Collection[str]
    leads: Collection[str]

    def validate_name(self, field: Field) -> None:
        """Nobody who is there already, and nobody who sees the results alone."""
        if field.data.casefold() in {name.casefold() for name in self.leads}:
            problem = later(
                "{name} has an account here and sees the results, so cannot be the trustee too. "
                "Ask somebody of the works council, or somebody from outside."
            )
            raise ValidationError(say(problem, name=field.data))
        problem_of_name = name_problem(field.data, {name.casefold(): 0 for name in self.taken})
        if problem_of_name:
            raise ValidationError(problem_of_name)


class UnguardedForm(PageForm):
    """A form of somebody without an account: it has no session, so its view calls `same_origin`."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, meta={"csrf": False}, **more)


def _secret(label: str, problem: str, complete: str) -> PasswordField:
    checks = [Filled(problem), AtMost(LONGEST)]
    return PasswordField(label, checks, render_kw={"autocomplete": complete})


class OpeningForm(UnguardedForm):
    """The passphrase that opens the box."""

    passphrase = _secret(later("Your passphrase"), later("Type your passphrase."), "current-password")


class PassphraseForm(UnguardedForm):
    """A new passphrase, and the one before where there is one."""

    before = _secret(
        later("The passphrase as it is now"), later("Type the passphrase as it is now."), "current-password"
    )
    passphrase = _secret(later("Your passphrase"), later("Choose a passphrase."), "new-password")
    again = _secret(later("The same passphrase again"), later("Type the passphrase again."), "new-password")

    organisation: str

    def validate_passphrase(self, field: Field) -> None:
        """Long enough without the name that everybody would try first, and not one letter all along."""
        chosen = same(field.data).casefold()
        own = chosen.replace(same(self.organisation).casefold(), "")
        if len(chosen) < SHORTEST:
            problem = later("This is {n} characters long. Use at least {shortest}: a few words are fine.")
            raise ValidationError(say(problem, n=len(chosen), shortest=SHORTEST))
        if len(own.strip()) < SHORTEST:
            problem = later(
                "The name of the organisation does not count: it is what anybody would try first. "
                "Use at least {shortest} other characters."
            )
            raise ValidationError(say(problem, shortest=SHORTEST))
        if len(set(own)) < FEWEST_DIFFERENT:
            raise ValidationError(say(later("This is the same few characters again and again. Use words.")))

    def validate_again(self, field: Field) -> None:
        """The same twice."""
        if same(field.data) != same(self.passphrase.data or ""):
            raise ValidationError(say(later("The two passphrases differ.")))


def trustee_form(taken: Collection[str], leads: Collection[str]) -> TrusteeForm:
    """The form for an assessment with these trustees, led by these people."""
    form = TrusteeForm()
    form.taken, form.leads = taken, leads
    return form


def passphrase_form(organisation: str, *, again: bool) -> PassphraseForm:
    """The form for a first passphrase; or for another one, which takes the one before."""
    form = PassphraseForm()
    form.organisation = organisation
    if not again:
        del form.before
    return form
