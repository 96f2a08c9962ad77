"""Groups of employees side by side: who reads chooses by what, and of whom."""

from collections.abc import Iterator, Sequence

from flask import Blueprint, Flask, abort, render_template, request
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from assess.core.cells import MOST_CHOICES_AT_ONCE, TEAM
from assess.core.comparing import choices, comparisons, page_name
from assess.document.words import later
from assess.store.assessments import Assessment
from assess.web import access
from assess.web.frame import language, say
from assess.web.made_pages import kept_file, not_yet, page_of

blueprint = Blueprint("side_by_side", __name__)


def init_app(app: Flask) -> None:
    """Opens this page."""
    app.register_blueprint(blueprint)


@blueprint.get("/assessments/<assessment_id>/groups")
def show(assessment_id: str) -> ResponseReturnValue:
    """The groups that were asked for beside the whole; what cannot be asked for is told, with the way out."""
    assessment = access.readable(assessment_id)
    if not assessment.traits:
        abort(404)
    asked = tuple(filter(None, [*request.args.getlist("by"), *request.args.getlist("of")]))
    asked = asked or (next(iter(assessment.traits)),)
    problems = list(_problems(assessment, asked))
    if problems:
        return _shown(assessment, asked, problems=problems), 400
    file = kept_file(assessment, f"{page_name(asked)}-{language()}")
    if file is None:
        return not_yet(assessment, "report")
    return _shown(assessment, asked, page=page_of(file))


def _shown(assessment: Assessment, asked: Sequence[str], **more: object) -> str:
    return render_template(
        "results/choosing.html",
        assessment=assessment,
        tab="themes",
        by=[(key, _called(trait.name)) for key, trait in assessment.traits.items()],
        of=list(_of_whom(assessment)),
        asked=asked,
        **more,
    )


def _called(name: str) -> Markup:
    return say(later("Team")) if name == TEAM else Markup.escape(name)


def _of_whom(assessment: Assessment) -> Iterator[tuple[Markup, list[tuple[str, str]]]]:
    """By team or attribute: each choice with its key."""
    for key, trait in assessment.traits.items():
        own = choices({key: trait})
        yield _called(trait.name), [(each, choice) for each, (_, choice) in own.items()]


def _problems(assessment: Assessment, asked: Sequence[str]) -> Iterator[Markup]:
    found = assessment.traits
    known = {*found, *choices(found)}
    for key in asked:
        if key not in known:
            yield say(later("There is nothing called “{key}” to choose."), key=key[:60])
    if len(asked) > MOST_CHOICES_AT_ONCE:
        yield say(later("Choose two things at most: of three at once hardly any group is large enough."))
    elif known.issuperset(asked) and asked not in {keys for keys, _ in comparisons(found)}:
        yield say(later("Choose first by what to divide, and then of whom: one choice of something else."))
