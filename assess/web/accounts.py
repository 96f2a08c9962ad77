"""The first account by a one-time link, the password, and signing out everywhere."""

from flask import Blueprint, Flask, current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from flask_security import hash_password, login_user, logout_user

from assess.document.words import later
from assess.store import accounts, writing
from assess.web import access
from assess.web.account_forms import FirstAccountForm
from assess.web.frame import say
from assess.web.patience import Patience

blueprint = Blueprint("accounts", __name__)

NO_LONGER = {
    "used": (
        later("This link has been used"),
        later("There is an account already, and this link made it or came before it."),
        later("Sign in with that account."),
    ),
    "expired": (
        later("This link is too old"),
        later("It worked for one day. Nothing was changed."),
        later("Start the product again: it prints a new link."),
    ),
    "unknown": (
        later("This link does not work"),
        later("It may be incomplete, or from before the last start of the product. Nothing was changed."),
        later("Use the link that the last start printed, all of it."),
    ),
}


def init_app(app: Flask) -> None:
    """Opens these pages."""
    app.extensions["patience"] = Patience()
    app.register_blueprint(blueprint)


@blueprint.route("/set-up/<token>", methods=["GET", "POST"])
def first(token: str) -> ResponseReturnValue:
    """The one-time link makes the first account."""
    state = accounts.link_state(token)
    if state != "good":
        return _no_longer(state)
    form = FirstAccountForm()
    if not form.validate_on_submit():
        return render_template("accounts/first.html", form=form)
    hashed = hash_password(form.password.data)
    with writing():
        state = accounts.make_first(token, form.name.data, form.email.data, hashed)
    if state != "good":
        return _no_longer(state)
    _sign_in(form.email.data)
    return redirect(url_for("home.home"), code=303)


def _no_longer(state: accounts.LinkState) -> ResponseReturnValue:
    happened, safe, next_step = (say(message) for message in NO_LONGER[state])
    html = render_template(
        "accounts/no_longer.html", happened=happened, safe=safe, next_step=next_step, used=state == "used"
    )
    return html, 404 if state == "unknown" else 410


def _sign_in(email: str) -> None:
    user = current_app.extensions["security"].datastore.find_user(email=email)
    login_user(user)


@blueprint.get("/account")
def show() -> ResponseReturnValue:
    """Who is signed in, and what can be done about it."""
    access.user_id()
    return render_template("accounts/show.html", user=current_user)


@blueprint.post("/account/sign-out-everywhere")
def sign_out_everywhere() -> ResponseReturnValue:
    """Ends all sessions of this account, here and elsewhere."""
    user_id = access.user_id()
    with writing():
        accounts.end_sessions(user_id)
    logout_user()
    flash(str(say(later("You are signed out at every browser."))))
    return redirect(url_for("security.login"), code=303)
