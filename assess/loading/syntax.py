"""What the YAML parser stumbled over, in plain words and with a way out."""

import re

import yaml

from assess.loading.problems import Problem
from assess.loading.text import LINE_END

QUOTES = 'put the words in quotes: "…"'
PLACEHOLDER_UNQUOTED = re.compile(r"(?:^|[:\-,{\[]\s+)\{\w+\}\s*[^\s,}\]#]")

OPENED_BEFORE = (
    "could not find expected ':'",
    "found unexpected end of stream",
    "did not find expected ','",
    "found unexpected document indicator",
)

EXPLAINED = (
    (
        "mapping values are not allowed",
        "a ':' stands where none may stand",
        f"check the indentation, or {QUOTES}",
    ),
    ("found unexpected end of stream", "a quote opens here and never closes", "close it"),
    ("found unexpected document indicator", "a quote opens here and never closes", "close it"),
    (
        "did not find expected ',' or ']'",
        "the list that opens here is not closed or lacks a comma",
        "add ',' or ']'",
    ),
    (
        "did not find expected ',' or '}'",
        "the { that opens here is not closed or lacks a comma",
        "add ',' or '}'",
    ),
    (
        "did not find expected node content",
        "a value was expected here",
        "write it, or mend the brackets and commas before it",
    ),
    ("did not find expected '-'", "a '-' was expected here", "line it up with the other lines of the list"),
    (
        "did not find expected key",
        "a key was expected here",
        f"line it up with the keys above it, or {QUOTES}",
    ),
    ("could not find expected ':'", "a key has no ':' after it", f"add ': ', or {QUOTES}"),
    (
        "found unknown escape character",
        "a backslash means nothing here",
        "write it twice, or use single quotes",
    ),
    (
        "did not find expected hexdecimal",
        "a backslash means nothing here",
        "write it twice, or use single quotes",
    ),
    ("found undefined tag handle", "tags ('!…') are not read", QUOTES),
    ("incompatible YAML document", "questionnaires are YAML 1.2", "write %YAML 1.2 or leave the line out"),
    ("duplicate %YAML directive", "a second %YAML line", "leave it out"),
    (
        "directive",
        "a line that begins with % is a directive, and this one is not read",
        "leave it out",
    ),
    (
        "expected <document start>",
        "this stands after the end of the document",
        "leave it out, or the line above it",
    ),
    ("a tab character", "a tab stands here", "indent with spaces"),
    (
        "block sequence entries are not allowed",
        "a '-' stands where none may stand",
        "begin a new line for it",
    ),
    ("block mapping keys are not allowed", "a key stands where none may stand", "begin a new line for it"),
)


def syntax_problem(file: str, text: str, error: yaml.YAMLError) -> Problem:
    """The problem behind an error of the parser, at the place where an author should look."""
    problem = str(getattr(error, "problem", None) or "it cannot be read as YAML")
    mark = getattr(error, "problem_mark", None)
    opening = getattr(error, "context_mark", None)
    if opening is not None and problem.startswith(OPENED_BEFORE):
        mark = opening
    lines = LINE_END.split(text)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if line > len(lines):  # the parser counts a line after the last one
        line, column = len(lines), len(lines[-1]) + 1
    return Problem(file, line, column, *_explained(problem, lines[line - 1], column))


def _explained(problem: str, line: str, column: int) -> tuple[str, str]:
    if PLACEHOLDER_UNQUOTED.search(line[:500]):
        return "words that begin with { are read as keys", QUOTES
    if "cannot start any token" in problem:
        if line[column - 1 : column] == "\t":
            return "a tab stands here", "indent with spaces"
        return f"words cannot begin with {line[column - 1 : column]!r}", QUOTES
    for words, what, what_to_do in EXPLAINED:
        if words in problem:
            return what, what_to_do
    return f"this is not YAML ({problem})", "look at this line and the one above it"
