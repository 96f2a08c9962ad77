"""What an unquoted word of YAML stands for: the core schema of YAML 1.2, and nothing more."""

import re

Scalar = str | int | float | bool | None

WORDS: dict[str, Scalar] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
OTHER_BASE = re.compile(r"0o[0-7]{1,20}|0x[0-9a-fA-F]{1,15}")
FRACTION = re.compile(r"[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
UNBOUNDED = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
MAY_BE_NUMBER = frozenset("+-.0123456789")


def scalar(word: str) -> Scalar:
    """The value of an unquoted word; what begins with a zero, such as 012, stays the text it looks like."""
    if word in WORDS:
        return WORDS[word]
    if word[0] not in MAY_BE_NUMBER:
        return word
    if INTEGER.fullmatch(word):
        return int(word)
    if OTHER_BASE.fullmatch(word):
        return int(word, 0)
    if len(word) <= 40 and FRACTION.fullmatch(word):
        return float(word)
    if UNBOUNDED.fullmatch(word):
        return float(word.replace(".", ""))
    return word
