"""Small files to build cases from: correct ones, and ways to spoil them."""

from pathlib import Path

TWO_THEMES = Path(__file__).parents[1] / "sets" / "two-themes"

HEAD = "id: theme\nversion: 1\ntitle: {en: Theme}\n"
STATEMENT = "statements:\n  - id: E1\n    employees: {en: We laugh.}\n"
GOOD = HEAD + STATEMENT

TOPIC = """topics:
  - id: T1
    title: {en: Topic}
    question: {en: How?}
    descriptions: [{en: One.}, {en: Two.}, {en: Three.}, {en: Four.}, {en: Five.}]
"""
ACTION = """actions:
  - id: A1
    moves: [T1]
    from_level: 1
    impact: 2
    effort: 1
    days: 14
    owner: board
    title: {en: Do it}
    what: {en: Do it well.}
    first_step: {en: Begin.}
    measure: {en: Count.}
"""
FULL = HEAD + TOPIC + ACTION
"""Topic on lines 4-8, action on lines 9-20."""

SHARED = """scales:
  maturity: {from: 1, to: 5}
  agree: {from: 1, to: 5, agree_from: 4}
  recommend: {from: 0, to: 10}
owners:
  board: {en: Board}
standard:
  - id: HEAD
    role: headline
    scale: agree
    leaders: {en: We are good.}
    customers: {en: They are good.}
"""

BENCHMARK = """- id: believers_2005
  what: {en: Firms that believe}
  value: 80
  unit: {en: percent of firms}
  source: {title: Closing the gap, verified: seen}
  domain: gap
  compare: context
  trust: B
"""


def spoiled(text, *changes):
    """The text with each change made, which must be possible."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text
