"""Where an account comes in: its organisations and their assessments, or the first step."""

from flask import Blueprint, Flask, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from assess.store import assessments, organisations
from assess.web import access
from assess.web.organisation_forms import OrganisationForm
from assess.web.steps import standing

blueprint = Blueprint("home", __name__)


def init_app(app: Flask) -> None:
    """Opens these pages."""
    app.register_blueprint(blueprint)


@blueprint.get("/")
def home() -> ResponseReturnValue:
    """The organisations of who is signed in; everybody else signs in first."""
    if not current_user.is_authenticated:
        return redirect(url_for("security.login"), code=303)
    found = organisations.of_user(access.user_id())
    if not found:
        return render_template("organisations/first.html", form=OrganisationForm())
    listed = [(each, assessments.of_organisation(each.id)) for each in found]
    return render_template("home/home.html", organisations=listed, standing=standing)
