"""What the page of a plan shows: its blocks, each action with all there is to say of it, and the PDF."""

from dataclasses import dataclass
from typing import Any

from flask import url_for
from markupsafe import Markup

from assess.core.decided import LATER, THIRTIES, DecidedAction, DecidedPlan
from assess.core.differences import differences
from assess.document import decided_words
from assess.document.decided_words import part
from assess.document.naming import Naming
from assess.document.words import later_n
from assess.store import jobs, kept, leaders, plans
from assess.store.assessments import Assessment
from assess.store.plans import Revision
from assess.web import links
from assess.web.frame import say, words
from assess.web.plan_changes import Telling
from assess.web.plan_forms import PlanForm, PlanForms
from assess.web.plan_reasons import Reasons, listen, moves, reasons

AGO = later_n("{count} change ago", "{count} changes ago")


@dataclass(frozen=True, slots=True)
class Sent:
    """A form that the plan did not take: it is shown again, with what is wrong."""

    kind: str
    action: str
    form: PlanForm


@dataclass(frozen=True, slots=True)
class ActionView:
    """One action: folded its name, owner and day; unfolded all else."""

    action: DecidedAction
    title: str
    ready: str
    role: str
    what: str
    first_step: str
    measure: str
    listen: tuple[Markup, Markup, bool] | None
    moves: Markup
    waits: Markup
    reasons: Reasons | None
    forms: dict[str, PlanForm]
    open: bool


@dataclass(frozen=True, slots=True)
class PdfState:
    """What the PDF shows now, and whether another one is worth making."""

    told: Markup
    behind: bool
    job: str | None
    """The job that is making one."""
    pdfs: list[tuple[str, str]]


class PlanPage:
    """The values of the page."""

    def __init__(
        self, assessment: Assessment, revision: Revision, opened: str = "", sent: Sent | None = None
    ) -> None:
        self.assessment, self.revision, self.plan = assessment, revision, revision.plan
        self.opened, self.sent = opened, sent
        self.naming = naming(assessment)
        self.forms = PlanForms(self.plan, revision.number, self.naming)
        self.telling = Telling(self.naming, self.plan)

    def values(self) -> dict[str, Any]:
        """All that the template needs."""
        own = [self._form("add"), self._form("begin")]
        return {
            "assessment": self.assessment,
            "tab": "plan",
            "plan": self.plan,
            "revision": self.revision.number,
            "starting": decided_words.starting(words(), self.plan),
            "ownerless": decided_words.ownerless(words(), self.plan),
            "decided": decided_words.decided_by(words(), self.plan),
            "blocks": [self._block(place) for place in THIRTIES],
            "later": [self._view(action) for action in self.plan.at(LATER)],
            "dropped": [(a, decided_words.title(self.naming, a)) for a in self.plan.dropped],
            "names": [leader.name for leader in leaders.of_assessment(self.assessment.id)],
            "add_form": own[0],
            "start_form": own[1],
            "sent": self.sent,
            "changes": self._changes(),
            "differs": self._differs(),
            "pdf": pdf_state(self.assessment, self.revision),
        }

    def _block(self, place: Any) -> tuple[Markup, Markup, list[ActionView]]:
        name = words().say(decided_words.BLOCK_NAMES[place])
        span = decided_words.block_span(words(), self.plan, place)
        return name, span, [self._view(action) for action in self.plan.at(place)]

    def _view(self, action: DecidedAction) -> ActionView:
        ready, told = self.plan.ready_on(action), self.naming
        return ActionView(
            action=action,
            title=decided_words.title(told, action),
            ready="" if ready is None else decided_words.short_day(words(), ready),
            role=decided_words.role(told, action),
            what=part(told, action, "what"),
            first_step=part(told, action, "first_step"),
            measure=part(told, action, "measure"),
            listen=listen(words(), action),
            moves=moves(told, action),
            waits=decided_words.waits(told, self.plan, action),
            reasons=reasons(words(), self.plan, action),
            forms=self._forms(action),
            open=action.id == (self.sent.action if self.sent else self.opened),
        )

    def _forms(self, action: DecidedAction) -> dict[str, PlanForm]:
        """What can be done with an action; nothing once the plan is final."""
        if self.plan.final:
            return {}
        kinds = ["move"] if action.place == LATER else ["assign", "edit", "move"]
        judged = [] if action.own or action.place == LATER else ["rejudge"]
        return {kind: self._form(kind, action) for kind in (*kinds, *judged)}

    def _form(self, kind: str, action: DecidedAction | None = None) -> PlanForm:
        sent = self.sent
        if sent and sent.kind == kind and sent.action == (action.id if action else ""):
            return sent.form
        made: PlanForm = getattr(self.forms, kind)(*([action] if action else []), formdata=None)
        return made

    def _changes(self) -> list[tuple[Markup, str, str]]:
        """What was done, newest first: in words, by whom, when."""
        return [
            (self.telling.told(change.did), change.by, moment(change))
            for change in plans.history(self.assessment.id)
        ]

    def _differs(self) -> tuple[int, list[Markup]] | None:
        """What differs from the version before, once there is one."""
        before = plans.finals(self.assessment.id).get(self.plan.version - 1)
        if before is None:
            return None
        found = [self.telling.difference(one) for one in differences(before.plan, self.plan)]
        if before.plan.start != self.plan.start:
            found.insert(0, self.telling.told({"done": "begin", "start": self.plan.start.isoformat()}))
        return before.plan.version, found


def naming(assessment: Assessment) -> Naming:
    """What things are called for the reader of this page."""
    return Naming(assessment.set, assessment.organisation, words())


def moment(change: plans.Change) -> str:
    """When something was done, as clocks here say."""
    at = change.at.astimezone()
    return str(say("{day}, {time}", day=words().day(at.date()), time=f"{at:%H:%M}"))


def pdf_state(assessment: Assessment, revision: Revision) -> PdfState:
    """What the PDF shows now."""
    home, id = links.settings().home, assessment.id
    names = kept.names(id)
    pdfs = [
        (code, url_for("results.pdf", assessment_id=id, lang=code))
        for code in assessment.languages
        if f"report-{code}.pdf" in names
    ]
    job = jobs.latest(id, "pdf")
    if job is not None and job.state in ("waiting", "running"):
        return PdfState(say("The PDF is being made."), False, job.id, [])
    shown, wanted = plans.printed(home, id), plans.to_print(id)
    return PdfState(
        told=_shown(pdfs, shown, revision),
        behind=not pdfs or (shown and shown.plan) != (wanted and wanted.plan),
        job=None,
        pdfs=pdfs,
    )


def _shown(pdfs: list[tuple[str, str]], shown: Revision | None, revision: Revision) -> Markup:
    if not pdfs:
        return say("There is no PDF yet.")
    if shown is None:
        return say("The PDF shows the plan as the rules propose it.")
    if shown.plan == revision.plan:
        return say("The PDF shows the plan as it stands here.")
    if shown.plan.final and shown.plan.version != revision.plan.version:
        return say("The PDF shows version {version}, as it was decided.", version=shown.plan.version)
    ago = words().say_n(*AGO, revision.number - shown.number)
    return say("The PDF shows the plan as it was {ago}.", ago=ago)


def decided_plan(assessment: Assessment) -> DecidedPlan | None:
    """The latest version that was decided; a draft is nobody's word yet."""
    finals = plans.finals(assessment.id)
    return finals[max(finals)].plan if finals else None
