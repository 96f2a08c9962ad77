"""Making and naming an organisation."""

from flask import Blueprint, Flask, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from assess.document.words import later
from assess.store import assessments, organisations, writing
from assess.web import access
from assess.web.frame import say
from assess.web.organisation_forms import OrganisationForm
from assess.web.steps import standing

blueprint = Blueprint("organisations", __name__)


def init_app(app: Flask) -> None:
    """Opens these pages."""
    app.register_blueprint(blueprint)


@blueprint.route("/organisations/new", methods=["GET", "POST"])
def new() -> ResponseReturnValue:
    """Another organisation; its first assessment comes next."""
    user_id = access.user_id()
    form = OrganisationForm()
    if not form.validate_on_submit():
        first = not organisations.of_user(user_id)
        return render_template("organisations/first.html" if first else "organisations/new.html", form=form)
    with writing():
        id = organisations.make(form.name.data, user_id, form.once.data)
    return redirect(url_for("assessments.new", organisation_id=id), code=303)


@blueprint.get("/organisations/<organisation_id>")
def show(organisation_id: str) -> ResponseReturnValue:
    """An organisation and its assessments."""
    organisation = access.organisation(organisation_id)
    found = assessments.of_organisation(organisation.id)
    return render_template(
        "organisations/show.html", organisation=organisation, assessments=found, standing=standing
    )


@blueprint.route("/organisations/<organisation_id>/name", methods=["GET", "POST"])
def rename(organisation_id: str) -> ResponseReturnValue:
    """Another name for the same organisation."""
    organisation = access.organisation(organisation_id)
    form = OrganisationForm(data={"name": organisation.name})
    if not form.validate_on_submit():
        return render_template("organisations/rename.html", organisation=organisation, form=form)
    with writing():
        organisations.rename(organisation.id, form.name.data)
    flash(str(say(later("The organisation is called {name} from now on."), name=form.name.data)))
    return redirect(url_for("organisations.show", organisation_id=organisation.id), code=303)
