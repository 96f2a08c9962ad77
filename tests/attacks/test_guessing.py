"""A code cannot be guessed: no hit, one answer for all, and no time that tells a near guess from a far."""

import secrets
from itertools import chain

import pytest

from assess.attacks.telling_apart import apart, timed
from assess.ballots import boxes, casting, codes
from tests.web.building import home_of
from tests.web.employing import LINK, TYPED, an_open_box, some_codes, typed_code

GUESSES, TYPED_GUESSES = 10_000, 100
"""Typed guesses are fewer, since each costs a slow hash."""
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
ROW = {"HOS-M1": "4", "HOS-E1": "dk"}


def far():
    return secrets.token_urlsafe(16)


def near(code, place=20):
    """A code with another letter at its end but one."""
    return code[:place] + secrets.choice(LETTERS.replace(code[place], "")) + code[place + 1 :]


def in_turn(made, count):
    """So many guesses, a near one after each far one."""
    return list(chain.from_iterable((far(), near(secrets.choice(made))) for _ in range(count // 2)))


@pytest.mark.attack
def test_ten_thousand_guesses_hit_nothing_and_get_one_answer(app, quick_pages, measured):
    id = an_open_box(app)
    made, client = some_codes(app, id, 100), app.test_client()
    answers = set()

    def send(guess):
        answer = client.post(f"/e/{id}", data=ROW | {LINK: guess})
        answers.add((answer.status_code, answer.data, str(answer.headers)))

    times = timed(send, in_turn(made, GUESSES))
    share = apart(times[1::2], times[::2])
    measured(
        f"guessing: 0 hits, {len(answers)} answer to {GUESSES}; a near guess takes longer in {share:.3f}"
    )

    assert len(answers) == 1
    assert next(iter(answers))[0] == 409
    assert boxes.count(home_of(app), id) == 0
    assert 0.4 < share < 0.6


@pytest.mark.attack
def test_typed_guesses_hit_nothing_and_get_one_answer(app, measured):
    id = an_open_box(app)
    typed, client = typed_code(app, id), app.test_client()
    guesses = [
        "".join(secrets.choice(codes.CROCKFORD) for _ in range(16)) if far else typed[:-1] + letter
        for letter in (codes.CROCKFORD.replace(typed[-1], "") * 4)[: TYPED_GUESSES // 2]
        for far in (True, False)
    ]
    answers = set()

    def send(guess):
        answer = client.post(f"/e/{id}", data=ROW | {TYPED: guess})
        answers.add((answer.status_code, answer.data.replace(guess.encode(), b"")))

    times = timed(send, guesses)
    share = apart(times[1::2], times[::2])
    measured(
        f"typed guesses: 0 hits, {len(answers)} answer to {len(guesses)}; near takes longer in {share:.3f}"
    )

    assert len(answers) == 1
    assert boxes.count(home_of(app), id) == 0
    assert 0.3 < share < 0.7


def test_a_used_code_and_one_that_never_was_get_the_same_answer(app):
    id = an_open_box(app)
    [code] = some_codes(app, id, 1)
    client = app.test_client()
    client.post(f"/e/{id}", data=ROW | {LINK: code})
    used, unknown = (client.post(f"/e/{id}", data=ROW | {LINK: guess}) for guess in (code, far()))

    assert (used.status_code, used.data) == (unknown.status_code, unknown.data)


@pytest.mark.attack
def test_looking_up_a_near_guess_takes_no_longer(app, measured):
    id = an_open_box(app)
    made = some_codes(app, id, 100)

    def look_up(guess):
        casting.put(home_of(app), id, codes.hash_of(guess, "", id), b"", lambda: True)

    times = timed(look_up, in_turn(made, 4_000))
    share = apart(times[1::2], times[::2])
    measured(f"looking up: a near guess takes longer in {share:.3f}")

    assert 0.4 < share < 0.6


@pytest.mark.attack
def test_a_lookup_that_compares_letter_by_letter_is_told_apart(app, measured):
    id = an_open_box(app)
    made = some_codes(app, id, 1)

    def look_up(guess):
        return any(len(code) == len(guess) and all(map(str.__eq__, code, guess)) for code in made)

    times = timed(look_up, in_turn(made, 4_000))
    share = apart(times[1::2], times[::2])
    measured(f"looking up letter by letter: a near guess takes longer in {share:.3f}")

    assert share > 0.95
