"""What leaders will be asked, for whoever runs the assessment: nothing on the page can be stored."""

from urllib.parse import urlencode

from flask import render_template, request

from assess.store.assessments import Assessment
from assess.web.leader_pages import Standing
from assess.web.leader_parts import Part, form_for
from assess.web.leader_questions import asked


def preview_page(assessment: Assessment, parts: tuple[Part, ...], part: Part) -> str:
    """One part as a leader sees it, with the way to the others."""
    form = form_for(part, assessment)()
    standings = [Standing(p.name, p.title, _address(p.name), 0, len(p.asked), p is part) for p in parts]
    after = parts.index(part) + 1
    return render_template(
        "leaders/preview.html",
        assessment=assessment,
        place=assessment.organisation,
        part=part,
        asked=asked(part, form, assessment),
        standings=standings,
        after=standings[after] if after < len(standings) else None,
    )


def _address(name: str) -> str:
    """This page again, with another part."""
    return f"?{urlencode({**request.args, 'theme': name})}"
