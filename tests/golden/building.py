"""Golden inputs as the product's values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from assess.core.questionnaire import LEADERS, Action, Audience, Scale
from assess.core.responses import DONT_KNOW, MISSING, NOT_APPLICABLE, Answers, Column

CODES = {"dk": DONT_KNOW, "na": NOT_APPLICABLE, None: MISSING}


@dataclass(frozen=True)
class GoldenItem:
    """An item that, unlike ours, may be both required and reversed."""

    id: str
    scale: Scale
    weight: float = 1
    reverse: bool = False
    required: bool = False

    def put_to(self, audience: Audience) -> bool:
        return audience == LEADERS


def scale(lowest: int, highest: int) -> Scale:
    return Scale("golden", lowest, highest, agree_from=highest - 1)


def items(rows: Sequence[Mapping[str, Any]]) -> tuple[GoldenItem, ...]:
    return tuple(
        GoldenItem(row["id"], scale(row["lo"], row["hi"]), row["weight"], row["reverse"], row["required"])
        for row in rows
    )


def column(values: Sequence[Any]) -> Column:
    """Answers as a column: numbers as they are, `dk`, `na` and nothing as codes."""
    return np.array([value if isinstance(value, int) else CODES[value] for value in values], np.int8)


def answers(sheets: Sequence[Mapping[str, Any]], ids: Sequence[str]) -> Answers:
    return Answers(len(sheets), {id: column([sheet.get(id) for sheet in sheets]) for id in ids})


def action(row: Mapping[str, Any]) -> tuple[str, Action]:
    texts = {"en": row["id"]}
    made = Action(
        id=row["id"],
        moves=tuple(row["moves"]),
        from_level=row["from_level"],
        impact=row["impact"],
        effort=row["effort"],
        days=row["horizon_days"],
        owner="board",
        title=texts,
        what=texts,
        first_step=texts,
        measure=texts,
        requires=tuple(row["requires"]),
    )
    return row["domain"], made
