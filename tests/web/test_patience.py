"""Wrong passwords: a few at once, then one a minute."""

from assess.web.patience import AT_ONCE, MOST_KEPT, SECONDS_EACH, Patience


class Clock:
    moment = 0.0

    def __call__(self):
        return self.moment


def test_a_few_attempts_are_taken_at_once_then_one_a_minute():
    clock = Clock()
    patience = Patience(clock)

    assert [patience.takes("a@example.org") for _ in range(AT_ONCE + 3)] == [True] * AT_ONCE + [False] * 3
    clock.moment = SECONDS_EACH
    assert [patience.takes("a@example.org"), patience.takes("a@example.org")] == [True, False]


def test_who_signs_in_starts_afresh():
    patience = Patience(Clock())
    for _ in range(AT_ONCE):
        patience.takes("a@example.org")
    patience.forget("A@example.org ")

    assert patience.takes("a@example.org")


def test_one_account_does_not_hold_up_another():
    patience = Patience(Clock())
    for _ in range(AT_ONCE):
        patience.takes("a@example.org")

    assert patience.takes("b@example.org")


def test_many_names_do_not_fill_the_memory():
    patience = Patience(Clock())
    for number in range(MOST_KEPT + 50):
        patience.takes(str(number))

    assert len(patience._full_until) == MOST_KEPT
