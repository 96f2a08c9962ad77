"""A trustee's passphrase opens the box, alone, and nothing of it is kept."""

import pytest

from assess.ballots import sealing, trust
from tests.ballots.conftest import ID

PASSPHRASE = "veertig gele fietsen in de regen"
LOCK = trust.lock(PASSPHRASE)
BOX = sealing.new_keys()


def test_the_passphrase_gives_back_the_key_of_the_box():
    wrapped = trust.wrap(BOX[0], LOCK, ID)

    assert trust.unwrap(wrapped, PASSPHRASE, LOCK, ID) == BOX[0]


def test_each_of_two_trustees_opens_alone():
    locks = {passphrase: trust.lock(passphrase) for passphrase in (PASSPHRASE, "iets heel anders vandaag")}

    for passphrase, lock in locks.items():
        wrapped = trust.wrap(BOX[0], lock, ID)
        assert trust.unwrap(wrapped, passphrase, lock, ID) == BOX[0]


@pytest.mark.parametrize("wrong", ["veertig gele fietsen in de zon", "", PASSPHRASE.upper()], ids=str)
def test_another_passphrase_opens_nothing(wrong):
    wrapped = trust.wrap(BOX[0], LOCK, ID)

    assert not trust.fits(wrong, LOCK)
    with pytest.raises(trust.WrongPassphrase):
        trust.unwrap(wrapped, wrong, LOCK, ID)


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param(f" {PASSPHRASE}  ", id="spaces around it"),
        pytest.param(PASSPHRASE.replace(" ", "\u00a0 "), id="other spaces"),
        pytest.param(PASSPHRASE.replace("fi", "ﬁ"), id="a ligature"),
    ],
)
def test_how_a_keyboard_writes_it_makes_no_difference(typed):
    assert trust.fits(typed, LOCK)


def test_the_same_passphrase_never_leaves_the_same_behind():
    assert trust.lock(PASSPHRASE).public_key != LOCK.public_key


def test_a_wrapped_key_is_no_ballot_and_a_ballot_no_wrapped_key():
    private = trust._private(PASSPHRASE, LOCK.salt)
    wrapped = trust.wrap(BOX[0], LOCK, ID)
    ballot = sealing.seal(LOCK.public_key, ID, BOX[0])

    with pytest.raises(sealing.Damaged):
        sealing.Opener(private, ID).open(wrapped)
    with pytest.raises(trust.WrongPassphrase):
        trust.unwrap(ballot, PASSPHRASE, LOCK, ID)


def test_a_key_of_another_box_is_not_unwrapped():
    wrapped = trust.wrap(BOX[0], LOCK, ID)
    with pytest.raises(trust.WrongPassphrase):
        trust.unwrap(wrapped, PASSPHRASE, LOCK, "another")


def test_a_guess_costs_at_least_64_mebibytes_and_three_rounds():
    assert trust.KIBIBYTES >= 64 * 1024
    assert trust.ROUNDS >= 3
