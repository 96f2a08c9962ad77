"""Receipts: a few words by which somebody finds back that their ballot was counted, and nothing else.

A receipt is a number by chance that lies inside the sealed ballot. At opening it is taken off, and all
receipts are told in one sorted list: none says what was answered.
"""

import secrets
from functools import lru_cache

BYTES, A_WORD = 6, 2
WORDS = 65_536
"""So many words there are."""
CONSONANTS, VOWELS = "bdfghjklmnprstvz", "aiou"
SYLLABLES = ((12, CONSONANTS), (10, VOWELS), (6, CONSONANTS), (4, VOWELS), (0, CONSONANTS))
"""How far to shift two bytes for each letter: a proquint, a word that can be said aloud in any language."""


def new() -> bytes:
    """A receipt that nobody can guess."""
    return secrets.token_bytes(BYTES)


def said(receipt: bytes) -> str:
    """A receipt as words: `lusab-babad-gutih`. Sorted receipts give sorted words."""
    return "-".join(_word(receipt[place : place + A_WORD]) for place in range(0, len(receipt), A_WORD))


@lru_cache(maxsize=WORDS)
def _word(two: bytes) -> str:
    number = int.from_bytes(two)
    return "".join(letters[number >> shift & len(letters) - 1] for shift, letters in SYLLABLES)
