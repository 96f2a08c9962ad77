"""THE gate: what may be shown of an audience. There is no second way to the numbers.

`publish` measures and turns what it finds into `Published`, the only figures that a page, chart or file
receives; what is measured never leaves this module.
Whatever is compared, planned or told later is worked out from `Published`, so it cannot say more.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from assess.core.cells import Choice, Withheld
from assess.core.earlier import Earlier
from assess.core.employees_gate import employees_shown
from assess.core.figures import AudienceFigures, ItemFigures, TeamFigures, ThemeFigures
from assess.core.leaders_gate import leaders_shown
from assess.core.measuring import measure
from assess.core.questionnaire import AUDIENCES, CUSTOMERS, EMPLOYEES, LEADERS, Audience, QuestionnaireSet
from assess.core.responses import Responses
from assess.core.smallest import SmallestGroup
from assess.core.theme_gate import Keeper
from assess.core.voices import Voices

Cell = TypeVar("Cell", ThemeFigures, ItemFigures)


@dataclass(frozen=True, slots=True)
class Published:
    """Figures that have passed the gate; made by `publish` only."""

    audiences: Mapping[Audience, AudienceFigures]
    withheld: tuple[Withheld, ...] = ()
    """What is not shown of the employees, and why: all that a group or a theme would have said."""

    @property
    def as_earlier(self) -> Earlier:
        """What the gate has to know of this wave when a later one is published."""
        return Earlier(self.audiences[EMPLOYEES])

    def group(self, choices: Iterable[Choice]) -> TeamFigures | Withheld:
        """Employees who made these choices, in whatever order, or why nothing of them is shown.

        No choice at all is everybody. A group that nobody belongs to is too few, and so is one of more
        than two choices or of who would rather not say: such figures are never made.
        """
        wanted = frozenset(choices)
        named = self.audiences[EMPLOYEES].by_group()
        group = next((group for group in named if frozenset(group) == wanted), tuple(sorted(wanted)))
        if group in named and not named[group].hidden:
            return named[group]
        told = (one for one in self.withheld if (one.group, one.theme, one.item) == (group, None, None))
        return next(told, Withheld(group, None, "too_few"))

    def item(self, audience: Audience, id: str) -> ItemFigures | None:
        """An item's figures for an audience; None when there are none to show."""
        return self.audiences[audience].items.get(id)


def publish(
    questionnaires: QuestionnaireSet,
    responses: Responses,
    smallest: SmallestGroup,
    earlier: Sequence[Earlier] = (),
) -> Published:
    """What may be shown of these responses beside what was `earlier` published."""
    measured = measure(questionnaires, responses)
    leaders, employees, customers = (measured.audiences[audience] for audience in AUDIENCES)
    keeper = Keeper(measured.crowd, smallest.others, earlier)
    passed = employees_shown(questionnaires, employees, keeper, smallest)
    return Published(
        {
            LEADERS: leaders_shown(questionnaires, leaders, smallest.leaders),
            EMPLOYEES: passed.figures,
            CUSTOMERS: _customers(customers, smallest.others),
        },
        passed.withheld,
    )


def publish_voices(voices: Voices, published: Published, smallest: SmallestGroup) -> Voices:
    """The cards when there are enough of them, and what was written when even more customers could have.

    Leaders' examples of a topic stand where enough leaders know it, and employees' comments apart from all
    figures when even more employees answered than a figure needs.
    """
    few, fewest = voices.cards < smallest.of(CUSTOMERS), smallest.for_texts
    spoken = (published.audiences[EMPLOYEES].n or 0) >= fewest
    shown = replace(
        voices,
        green=0 if few else voices.green,
        red=0 if few else voices.red,
        green_texts=voices.green_texts if voices.cards >= fewest else (),
        red_texts=voices.red_texts if voices.cards >= fewest else (),
        open_texts=voices.open_texts if voices.sheets >= fewest else (),
        examples={id: texts for id, texts in voices.examples.items() if published.item(LEADERS, id)},
        few_cards=few and voices.cards > 0,
        comments=voices.comments if spoken else {},
        few_comments=bool(voices.comments) and not spoken,
    )
    return replace(shown, few_texts=_written(shown) < _written(voices))


def _written(voices: Voices) -> int:
    return len(voices.green_texts) + len(voices.red_texts) + len(voices.open_texts)


def _cell(figures: Cell, fewest: int) -> Cell | None:
    return figures if figures.n >= fewest else None


def _customers(measured: AudienceFigures, fewest: int) -> AudienceFigures:
    n = measured.n or 0
    if n < fewest:
        # That nobody answered is no secret, nor that nobody of those who were asked did.
        nobody = measured.n == 0
        return AudienceFigures(0, True, measured.response_rate) if nobody else AudienceFigures(None, True)
    return replace(
        measured,
        themes={id: theme and _cell(theme, fewest) for id, theme in measured.themes.items()},
        items={id: item and _cell(item, fewest) for id, item in measured.items.items()},
        recommend=measured.recommend if measured.recommend and measured.recommend.n >= fewest else None,
        satisfaction=measured.satisfaction
        if measured.satisfaction and measured.satisfaction.n >= fewest
        else None,
        ease=measured.ease if measured.ease and measured.ease.n >= fewest else None,
    )
