"""The locks in requirements/ say exactly what is installed, and nothing of where it comes from."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

LOCKS = sorted((Path(__file__).parents[2] / "requirements").glob("*.txt"))


def pins(lock):
    lines = [line for line in lock.read_text().splitlines() if "==" in line]
    return {tuple(line.removesuffix(" \\").split("==", 1)) for line in lines}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_line_of_a_lock_is_a_pin_or_its_hash(lock):
    pin = re.compile(r"[a-z0-9][a-z0-9._-]*==[^ ]+( ; [^\\]+)? \\")
    digest = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")
    lines = lock.read_text().splitlines()

    assert [line for line in lines if not pin.fullmatch(line) and not digest.fullmatch(line)] == []
    assert all(digest.fullmatch(after) for before, after in pairwise(lines) if pin.fullmatch(before))


def test_both_locks_pin_the_same_version_of_what_they_share():
    development, runtime = (pins(lock) for lock in LOCKS)
    shared = {name for name, _ in development} & {name for name, _ in runtime}

    assert shared
    assert {pin for pin in development if pin[0] in shared} <= runtime
