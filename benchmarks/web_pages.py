"""What pages cost the process that answers: an employee's page and ballot, results, a PDF that exists."""

import secrets
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from itertools import islice
from urllib.parse import urlencode

from flask import Flask

from assess.ballots import box, codes
from assess.core.gathering import columns
from assess.core.questionnaire import EMPLOYEES
from assess.core.report import report
from assess.jobs import printing
from assess.web import ballot_pages
from benchmarks.answers import employees, questionnaires
from benchmarks.bounds import Bound, Pair, Race
from benchmarks.web_home import Request, an_open_assessment, home_of, installation, results_of, signed_in
from benchmarks.web_served import Served, running, start, start_hello, told_cpu

MANY, FEW = 100_000, 100
TIMES, TYPED_TIMES, ROUNDS = 400, 10, 5
"""How often something is done in a round: the kernel counts in hundredths of a second."""
HELLO = Request("/")


def bounds() -> tuple[Bound, ...]:
    """The bounds on what a page costs."""
    return *_answering(), *_seeing()


def _answering() -> tuple[Bound, ...]:
    page, ballot = "the page of an employee", "an employee opens the page and sends a ballot"
    anew, slow = "a page that is made anew for everybody", "the same with a code that is typed"
    return (
        Bound("employee-page", f"{page} : Flask says hello", anew, 2, _page, gauge=told_cpu, rounds=ROUNDS),
        Bound(
            "employee-ballot",
            f"{ballot} with a code from a link : Flask says hello",
            f"{slow}, which takes a slow hash",
            6,
            _ballot,
            gauge=told_cpu,
            rounds=ROUNDS,
        ),
    )


def _seeing() -> tuple[Bound, ...]:
    return (
        Bound(
            "results-page",
            f"the Mirror of {MANY:,} ballots : of {FEW}",
            "the figures counted when they are asked for",
            1.2,
            _results,
        ),
        Bound(
            "pdf-again",
            "a PDF that exists : the stylesheet of the product, both asked by who is signed in",
            "the page of the plan",
            1.5,
            _pdf,
            gauge=told_cpu,
            rounds=ROUNDS,
        ),
    )


@contextmanager
def _both(app: Flask) -> Iterator[tuple[Served, Callable[[], float]]]:
    """The product and, beside it, what Flask's hello takes of the processor."""
    with running(start(home_of(app)), "/sign-in") as product, running(start_hello(), "/") as hello:
        yield product, _times(hello, HELLO)


@contextmanager
def _page() -> Iterator[Race]:
    with installation() as app:
        ours, naive = Request(f"/e/{an_open_assessment(app)}"), Request("/sign-in")
        with _both(app) as (product, hello):
            yield Race(Pair(_times(product, ours), hello), Pair(_times(product, naive), hello))


def _times(served: Served, request: Request) -> Callable[[], float]:
    return lambda: served.cpu([request] * TIMES) / TIMES


@contextmanager
def _ballot() -> Iterator[Race]:
    with installation() as app:
        id, keys = an_open_assessment(app), [secrets.token_bytes(16) for _ in range((ROUNDS + 1) * TIMES)]
        slow = codes.make(id, (ROUNDS + 1) * TYPED_TIMES)
        hashes = [*(sha256(key).digest() for key in keys), *(code.hash for code in slow)]
        box.add_codes(home_of(app), id, hashes)
        linked = (urlsafe_b64encode(key).rstrip(b"=").decode() for key in keys)
        with _both(app) as (product, hello):
            ours = partial(_vote, product, id, ballot_pages.LINK, linked, TIMES)
            naive = partial(_vote, product, id, ballot_pages.TYPED, (c.typed for c in slow), TYPED_TIMES)
            yield Race(Pair(ours, hello), Pair(naive, hello))


def _vote(product: Served, id: str, field: str, unused: Iterator[str], times: int) -> float:
    """Opens the page and sends everything answered, each time with the next code."""
    answered = dict.fromkeys(columns(questionnaires(), EMPLOYEES), "4")
    requests = [
        request
        for code in islice(unused, times)
        for request in (
            Request(f"/e/{id}"),
            Request(f"/e/{id}", "POST", urlencode(answered | {field: code}).encode()),
        )
    ]
    return product.cpu(requests) / times


@contextmanager
def _results() -> Iterator[Race]:
    with installation() as app:
        many, few = (f"/assessments/{results_of(app, ballots)}/mirror" for ballots in (MANY, FEW))
        cookie = signed_in(app)
        see = [partial(Request(path, cookie=cookie).send, app) for path in (many, few)]
        counted = [partial(report, questionnaires(), employees(ballots)) for ballots in (MANY, FEW)]
        yield Race(Pair(*see), Pair(*counted))


@contextmanager
def _pdf() -> Iterator[Race]:
    with installation() as app:
        id = results_of(app, FEW)
        with app.test_request_context():
            printing.run(home_of(app), id, lambda *_: None)
        cookie = signed_in(app)
        addresses = f"/assessments/{id}/report-en.pdf", "/static/app.css", f"/assessments/{id}/plan"
        with running(start(home_of(app)), "/sign-in") as product:
            pdf, file, page = (_times(product, Request(path, cookie=cookie)) for path in addresses)
            yield Race(Pair(pdf, file), Pair(page, file))
