"""A trustee's pages, behind a personal link: setting the passphrase, and opening the box with it."""

from dataclasses import dataclass

from flask import Blueprint, Flask, abort, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import Conflict

from assess import jobs
from assess.ballots import sealing, trust
from assess.document.words import LANGUAGES, later
from assess.store import jobs as stored_jobs
from assess.store import trustees, writing
from assess.store.assessments import Assessment
from assess.store.jobs import Job
from assess.store.trustees import Trustee
from assess.web import access, box_key, errors, links
from assess.web.access import LeadIsNoTrustee
from assess.web.forgery import exempt, same_origin
from assess.web.frame import say
from assess.web.leader_pages import moment
from assess.web.patience import Patience
from assess.web.trustee_forms import OpeningForm, PassphraseForm, UnguardedForm, passphrase_form

blueprint = Blueprint("trustees", __name__)

LEADS: errors.Trouble = (
    later("This page is for the trustee, and not for you"),
    later(
        "You are signed in as somebody who sees the results. A trustee is there so that nobody who does so "
        "can open the box alone."
    ),
    later(
        "Send the link to the trustee. Does the trustee use this computer? "
        "Open it in a private window, or sign out."
    ),
)
OTHER_KEY: errors.Trouble = (
    later("This box has another key than the one that you hold"),
    later("Nothing was opened. Somebody changed the key after the assessment opened."),
    later("Ask who runs this installation how that can be, and tell the employees."),
)


class OtherKey(Conflict):
    """The key that was sealed to this trustee is not the key of the box."""


@dataclass(frozen=True, slots=True)
class Desk:
    """All that the pages of one trustee know."""

    token: str
    trustee: Trustee
    assessment: Assessment
    all: tuple[Trustee, ...]
    """This one and the other."""
    closing: Job | None

    @property
    def may_set(self) -> bool:
        """Whether a passphrase can be set, or another one."""
        return box_key.may_change(self.assessment)

    @property
    def may_open(self) -> bool:
        """Whether the box waits to be opened."""
        return self.trustee in box_key.awaited_at(self.assessment, self.closing)


def init_app(app: Flask) -> None:
    """Opens these pages."""
    app.register_blueprint(blueprint)


@blueprint.get("/t/<token>")
def start(token: str) -> ResponseReturnValue:
    """What is asked of a trustee now."""
    desk = _desk(token)
    if desk.may_open:
        return _page(desk, OpeningForm())
    return _page(desk, _passphrase_form(desk))


@blueprint.post("/t/<token>/passphrase")
@exempt
def keep(token: str) -> ResponseReturnValue:
    """Keeps what a new passphrase leaves behind; seals the key of a box that is open already."""
    same_origin()
    desk = _desk(token)
    if not desk.may_set:
        abort(409)
    form = _passphrase_form(desk)
    if not form.validate() or not _knows_the_one_before(desk, form):
        return _page(desk, form), 422
    lock = trust.lock(form.passphrase.data)
    with writing():
        now = _desk(token)
        if not now.may_set or now.trustee != desk.trustee:
            abort(409)
        trustees.set_lock(now.trustee.id, lock.salt, lock.public_key)
        sealed = box_key.hand_over(now.assessment)
    if sealed:
        box_key.take_off_the_disk(desk.assessment)
    return _back(token)


@blueprint.post("/t/<token>/open")
@exempt
def open(token: str) -> ResponseReturnValue:
    """Unseals the key of the box, and asks for closing to go on."""
    same_origin()
    desk, form = _desk(token), OpeningForm()
    if not desk.may_open:
        return _back(token)
    if not form.validate():
        return _page(desk, form), 422
    private = _unwrapped(desk, form)
    if private is None:
        return _page(desk, form), 422
    with writing():
        if not _desk(token).may_open:
            return _back(token)
        # In here, so that nobody takes it for one that was left behind.
        box_key.lend(desk.assessment, private)
        trustees.note_opening(desk.trustee.id)
        job_id = stored_jobs.add("close", desk.assessment.id)
    jobs.wake(links.settings().home, job_id)
    return _back(token)


def _desk(token: str) -> Desk:
    trustee, assessment = access.trustee(token)
    closing = stored_jobs.latest(assessment.id, "close")
    return Desk(token, trustee, assessment, trustees.of_assessment(assessment.id), closing)


def _passphrase_form(desk: Desk) -> PassphraseForm:
    return passphrase_form(desk.assessment.organisation, again=desk.trustee.ready)


def _page(desk: Desk, form: UnguardedForm) -> str:
    return render_template(
        "trustees/page.html",
        desk=desk,
        assessment=desk.assessment,
        trustee=desk.trustee,
        others=[each for each in desk.all if each.id != desk.trustee.id],
        openers=[each for each in desk.all if each.opened_at],
        place=desk.assessment.organisation,
        form=form,
        moment=moment,
    )


def _back(token: str) -> ResponseReturnValue:
    chosen = request.args.get("lang")
    lang = chosen if chosen in LANGUAGES else None
    return redirect(url_for("trustees.start", token=token, lang=lang), code=303)


def _knows_the_one_before(desk: Desk, form: PassphraseForm) -> bool:
    """Whether who changes a passphrase knows it; else anybody with the link could."""
    if not desk.trustee.ready:
        return True
    _be_patient(desk)
    if not trust.fits(form.before.data, box_key.lock_of(desk.trustee)):
        form.before.errors = [say(later("This is not the passphrase that is set."))]
        return False
    _patience().forget(desk.trustee.id)
    return True


def _unwrapped(desk: Desk, form: OpeningForm) -> bytes | None:
    """The private key of the box; None for a wrong passphrase, which the form then says."""
    assert desk.trustee.wrapped is not None
    _be_patient(desk)
    lock, id = box_key.lock_of(desk.trustee), desk.assessment.id
    try:
        private = trust.unwrap(desk.trustee.wrapped, form.passphrase.data, lock, id)
    except trust.WrongPassphrase:
        form.passphrase.errors = [say(later("This passphrase does not open the box. Nothing was changed."))]
        return None
    _patience().forget(desk.trustee.id)
    if sealing.public_of(private) != desk.assessment.box_key:
        raise OtherKey
    return private


def _be_patient(desk: Desk) -> None:
    """Answers 429 when too many passphrases were tried."""
    if not _patience().takes(desk.trustee.id):
        abort(429)


def _patience() -> Patience:
    found: Patience = current_app.extensions["patience"]
    return found


@blueprint.errorhandler(LeadIsNoTrustee)
def _leads(_: LeadIsNoTrustee) -> ResponseReturnValue:
    return errors.told(403, LEADS)


@blueprint.errorhandler(OtherKey)
def _other_key(_: OtherKey) -> ResponseReturnValue:
    return errors.told(409, OTHER_KEY)
