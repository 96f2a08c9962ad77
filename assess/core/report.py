"""The one value that page, PDF, JSON and command line read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assess.core.benchmarks import Benchmark
from assess.core.board import Board, board
from assess.core.disclosure import Published, publish
from assess.core.earlier import Earlier
from assess.core.mirror import Gap, Guess, gaps, guesses
from assess.core.plan import Plan, make_plan
from assess.core.questionnaire import LEADERS, Audience, QuestionnaireSet
from assess.core.responses import Responses
from assess.core.situations import situations
from assess.core.smallest import SmallestGroup


@dataclass(frozen=True, slots=True)
class Report:
    """All that one result page or PDF needs; every figure in it has passed the gate."""

    questionnaires: QuestionnaireSet
    published: Published
    gaps: tuple[Gap, ...]
    guesses: Mapping[Audience, Guess | None]
    plan: Plan
    board: Board
    benchmarks: tuple[Benchmark, ...]
    smallest: SmallestGroup


def report(
    questionnaires: QuestionnaireSet,
    responses: Responses,
    benchmarks: tuple[Benchmark, ...] = (),
    smallest: SmallestGroup | None = None,
    earlier: Sequence[Earlier] = (),
) -> Report:
    """The report on these responses: the same input gives the same value.

    `earlier` is what was published of the same organisation's earlier waves.
    """
    smallest = smallest or SmallestGroup()
    published = publish(questionnaires, responses, smallest, earlier)
    found = gaps(questionnaires, published, smallest)
    actions = [(q.id, action) for q in questionnaires.questionnaires for action in q.actions]
    plan = make_plan(situations(questionnaires, published, found), actions)
    return Report(
        questionnaires=questionnaires,
        published=published,
        gaps=found,
        guesses=guesses(questionnaires, responses.of(LEADERS), published, smallest),
        plan=plan,
        board=board(questionnaires, published, plan),
        benchmarks=benchmarks,
        smallest=smallest,
    )
