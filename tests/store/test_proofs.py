"""Of the attacks on an assessment the last run is kept."""

from datetime import date

from assess import loading, paths
from assess.core.questionnaire import AUDIENCES
from assess.core.smallest import SmallestGroup
from assess.store import assessments, organisations, proofs, writing
from assess.store.asked import AskedSet
from assess.store.assessments import Setup
from assess.store.database import now

FAILED = {"name": "order of the rows", "hits": 1}
WORKED = {"name": "order of the rows", "hits": 60}


def an_assessment():
    day = date(2026, 9, 7)
    setup = Setup("Autumn", day, day, ("en",), AUDIENCES, {}, SmallestGroup())
    with writing():
        organisation = organisations.make("Zonzicht", 1)
        return assessments.make(organisation, setup, AskedSet(loading.load(paths.QUESTIONNAIRES).set))


def test_the_last_run_is_the_one_that_is_told(account):
    id, before = an_assessment(), now()
    assert proofs.latest(id) is None
    for attacks, passed in (([WORKED], False), ([FAILED, FAILED], True)):
        with writing():
            proofs.keep(id, attacks, passed=passed)
    proof = proofs.latest(id)

    assert proof.passed
    assert proof.attacks == (FAILED, FAILED)
    assert before <= proof.at <= now()
