"""Exact elimination: which few people's answers can be worked out from sums over larger groups.

It counts modulo a prime, so nothing is rounded. A group's sum follows from the known sums exactly when every
vector that is at right angles to all of these is so to the group too; one such vector by chance tells nearly
for certain, and two of them tell for certain as far as anybody will ever see.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from random import Random

import numpy as np
from numpy.typing import NDArray

PRIME = 2_147_483_647
"""Products of two smaller numbers still fit into 64 bits."""

Matrix = NDArray[np.int64]


def orthogonal(known: Matrix, rng: Random) -> Matrix:
    """Two vectors by chance, as columns, at right angles to every row that is known."""
    reduced, pivots = _reduced(known)
    count = known.shape[1]
    free = np.setdiff1d(np.arange(count), pivots)
    found = np.zeros((count, 2), np.int64)
    found[free] = np.array([rng.randrange(PRIME) for _ in range(2 * len(free))], np.int64).reshape(-1, 2)
    for row, pivot in enumerate(pivots):
        products = reduced[row, free, None] * found[free] % PRIME
        found[pivot] = -products.sum(axis=0) % PRIME
    return found


def _reduced(known: Matrix) -> tuple[Matrix, list[int]]:
    """The rows in reduced echelon form, and the column in which each begins."""
    left, pivots = known.astype(np.int64) % PRIME, list[int]()
    for column in range(left.shape[1]):
        row = len(pivots)
        there = np.flatnonzero(left[row:, column])
        if not len(there):
            continue
        left[[row, row + there[0]]] = left[[row + there[0], row]]
        left[row] = left[row] * pow(int(left[row, column]), -1, PRIME) % PRIME
        others = np.flatnonzero(left[:, column])
        others = others[others != row]
        left[others] = (left[others] - left[others, column, None] * left[row]) % PRIME
        pivots.append(column)
        if len(pivots) == len(left):
            break
    return left[: len(pivots)], pivots


Key = tuple[int, int]
Columns = tuple[int, ...]


def followed(known: Matrix, sizes: Sequence[int], fewest: int, rng: Random) -> list[Columns]:
    """All sets of one to four columns with fewer than so many people whose sum follows from the known rows.

    A set of which a part follows already is left out.
    """
    keys = [(int(one), int(other)) for one, other in orthogonal(known, rng)]
    small = [column for column, size in enumerate(sizes) if size < fewest]
    found: list[Columns] = [(column,) for column in small if keys[column] == (0, 0)]
    left = [column for column in small if keys[column] != (0, 0)]
    singles: dict[Key, list[Columns]] = defaultdict(list)
    pairs: dict[Key, list[Columns]] = defaultdict(list)
    for column in left:
        singles[keys[column]].append((column,))
    for one, other in combinations(left, 2):
        if sizes[one] + sizes[other] < fewest:
            pairs[_sum(keys[one], keys[other])].append((one, other))
    found += pairs.pop((0, 0), [])
    joined = [*_joined(pairs, singles), *_joined(pairs, pairs)]
    few = {columns for columns in joined if sum(sizes[column] for column in columns) < fewest}
    return found + [columns for columns in sorted(few, key=len) if not _has_part(columns, found)]


def _sum(one: Key, other: Key) -> Key:
    return (one[0] + other[0]) % PRIME, (one[1] + other[1]) % PRIME


def _joined(some: Mapping[Key, list[Columns]], others: Mapping[Key, list[Columns]]) -> Iterator[Columns]:
    """Sets of each kind that are together at right angles to everything."""
    for key, columns in some.items():
        for one, other in product(columns, others.get((-key[0] % PRIME, -key[1] % PRIME), [])):
            if not set(one) & set(other):
                yield tuple(sorted((*one, *other)))


def _has_part(columns: Columns, found: Sequence[Columns]) -> bool:
    return any(set(part) < set(columns) for part in found)
