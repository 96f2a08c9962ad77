"""The forms of an account: the first one, signing in."""

from typing import Any

from flask import abort, current_app
from flask_security.forms import LoginForm
from wtforms import EmailField, Field, PasswordField
from wtforms.validators import ValidationError

from assess.document.words import later
from assess.web.frame import say
from assess.web.page_forms import AtMost, Filled, PageForm, name_field
from assess.web.patience import Patience

LONGEST_PASSWORD = 200


class FirstAccountForm(PageForm):
    """The first account of an installation."""

    name = name_field(later("Your name"), later("Write your name."))
    email = EmailField(
        later("E-mail address"),
        [Filled(later("Write your e-mail address.")), AtMost(255)],
        render_kw={"autocomplete": "username"},
    )
    password = PasswordField(
        later("Password"),
        [Filled(later("Choose a password.")), AtMost(LONGEST_PASSWORD)],
        render_kw={"autocomplete": "new-password"},
    )
    again = PasswordField(
        later("The same password again"),
        [Filled(later("Write the password again."))],
        render_kw={"autocomplete": "new-password"},
    )

    def validate_email(self, field: Field) -> None:
        """An address as it will be looked up when somebody signs in."""
        try:
            field.data = current_app.extensions["security"].mail_util.normalize(field.data)
        except ValueError:
            raise ValidationError(
                say(later("This is not an e-mail address; it looks like name@example.org."))
            ) from None

    def validate_password(self, field: Field) -> None:
        """Long enough, and in the form in which it is compared later."""
        _, field.data = current_app.extensions["security"].password_util.validate(field.data, True)
        shortest = current_app.config["SECURITY_PASSWORD_LENGTH_MIN"]
        if len(field.data) < shortest:
            raise ValidationError(
                say(later("Use at least {n} characters: a few words are fine."), n=shortest)
            )

    def validate_again(self, field: Field) -> None:
        """The same twice."""
        field.data = current_app.extensions["security"].password_util.normalize(field.data)
        if field.data != self.password.data:
            raise ValidationError(say(later("The two passwords differ.")))


class SignInForm(LoginForm):
    """Signing in, with patience for wrong passwords."""

    remember = None  # a cookie that outlives the browser, with rules of its own, whoever asks for it

    def validate(self, **more: Any) -> bool:
        """Answers 429 when too many attempts were made on the account, whether it exists or not."""
        patience: Patience = current_app.extensions["patience"]
        name = str(self.email.data or "")
        if not patience.takes(name):
            abort(429)
        good = bool(super().validate(**more))
        if good:
            patience.forget(name)
        return good
