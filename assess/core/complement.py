"""Which teams to hide beside those that are too small, so that no remainder gives them away."""

from collections.abc import Collection, Mapping


def hidden_groups(sizes: Mapping[str, int], fewest: int, hidden: Collection[str] = ()) -> set[str]:
    """The groups to hide so that none smaller than `fewest` can be read or worked out.

    One hidden group alone is no secret: the total minus the others gives it away. So the next smallest
    goes too, until at least two are hidden that together have enough people.
    """
    present = {name: size for name, size in sizes.items() if size > 0}
    closed = {name for name, size in present.items() if size < fewest or name in hidden}
    spare = sorted(present.keys() - closed, key=lambda name: (present[name], name))
    while closed and spare and (len(closed) < 2 or sum(present[name] for name in closed) < fewest):
        closed.add(spare.pop(0))
    return closed
