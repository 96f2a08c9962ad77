"""The only door for YAML: questionnaire files to values of the core, or to every problem with its place.

Three passes, each over what the one before left whole: strict YAML (`reading`), structure (`structure`, by
the definition in `parts`) and meaning (`rules`).
"""

from assess.loading.checking import Checked, Loaded, check, load
from assess.loading.problems import InvalidQuestionnaires, Problem
from assess.loading.schema import KINDS, Kind, json_schema

__all__ = [
    "KINDS",
    "Checked",
    "InvalidQuestionnaires",
    "Kind",
    "Loaded",
    "Problem",
    "check",
    "json_schema",
    "load",
]
