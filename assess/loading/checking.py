"""Folders and files to values, or to everything that is wrong with them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assess import paths
from assess.core.benchmarks import Benchmark
from assess.core.questionnaire import QuestionnaireSet
from assess.loading.building import benchmarks, questionnaire_set
from assess.loading.drafts import PARTS, Draft
from assess.loading.folders import Found, file_drafts, folder_drafts, is_folder
from assess.loading.problems import InvalidQuestionnaires, Problem, in_order
from assess.loading.rules import broken_rules
from assess.loading.wording import counted, listed


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a folder of questionnaires holds."""

    set: QuestionnaireSet
    benchmarks: tuple[Benchmark, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in one file: its problems, or else what is in it."""

    file: str
    problems: tuple[Problem, ...]
    holds: str = ""
    """Such as `7 topics, 5 statements, 9 actions`; empty when there are problems."""

    @property
    def lines(self) -> tuple[str, ...]:
        """What there is to print: every problem, or one line that says the file is fine."""
        return tuple(map(str, self.problems)) or (f"{self.file}: ok ({self.holds})",)


def load(folder: Path | str) -> Loaded:
    """The questionnaires and benchmarks of a folder. Raises InvalidQuestionnaires with all problems."""
    drafts, stray = folder_drafts(str(folder))
    problems = [problem for checked in _checked((drafts, stray)) for problem in checked.problems]
    if problems or drafts is None:
        raise InvalidQuestionnaires(problems)
    return Loaded(questionnaire_set(drafts), benchmarks(drafts))


def check(typed: Sequence[str]) -> Iterator[Checked]:
    """What is found in each of the given files and folders; none given: in the set that comes along."""
    for path in typed or (_shipped(),):
        if is_folder(path):
            yield from _checked(folder_drafts(path))
        else:
            yield from _checked(file_drafts(path), only=path)


def _shipped() -> str:
    here, shipped = Path.cwd(), paths.QUESTIONNAIRES
    return str(shipped.relative_to(here) if shipped.is_relative_to(here) else shipped)


def _checked(found: Found, only: str | None = None) -> Iterator[Checked]:
    """One result for each file, in alphabetical order, with the problems of all three passes.

    Where `only` one file is asked for, another is told of just when it could not be read as it should.
    """
    drafts, stray = found
    problems = {problem.file: [problem] for problem in stray}
    read: dict[str, Draft] = {draft.file: draft for draft in drafts.all()} if drafts else {}
    for draft in read.values():
        problems[draft.file] = [*problems.get(draft.file, ()), *draft.problems]
    for problem in broken_rules(drafts) if drafts else ():
        if only in (None, problem.file):
            problems[problem.file].append(problem)
    for file in sorted(problems):
        borrowed = drafts is not None and drafts.borrowed and file == drafts.shared.file
        if problems[file] or (only in (None, file) and not borrowed):
            yield Checked(file, in_order(problems[file]), "" if problems[file] else _holds(read[file]))


def _holds(draft: Draft) -> str:
    """What is in a file, in a few words."""
    if draft.kind == "benchmarks":
        return counted(len(draft.content), "benchmark")
    return listed(counted(len(draft.content[key]), noun) for key, noun in PARTS[draft.kind].items())
