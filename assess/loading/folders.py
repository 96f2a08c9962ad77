"""Which files make a set, and which of them are read."""

from pathlib import Path

from assess import paths
from assess.loading.drafts import Draft, Drafts, actions_in, draft
from assess.loading.problems import Problem

SHARED, BENCHMARKS = "shared.yaml", "benchmarks.yaml"

Found = tuple[Drafts | None, list[Problem]]
"""The files of a set, and problems that are not about what is in a file."""


def folder_drafts(folder: str) -> Found:
    """The set in a folder."""
    try:
        names = _names(folder)
    except (OSError, ValueError) as error:
        what = f"this folder cannot be read: {getattr(error, 'strerror', None) or error}"
        return None, [Problem(folder, 1, 1, what, "check its name and rights")]
    inside = folder if folder.endswith("/") else f"{folder}/"
    stray = [problem for name in names if (problem := _not_read(inside + name))]
    themes = [name for name in names if _is_questionnaire(name)]
    if not themes:
        what = "there is no questionnaire in this folder"
        return None, [*stray, Problem(folder, 1, 1, what, "name a folder with a .yaml file for each theme")]
    shared, borrowed = _shared(inside)
    figures = draft(inside + BENCHMARKS, "benchmarks") if BENCHMARKS in names else None
    questionnaires = tuple(draft(inside + name, "questionnaire") for name in themes)
    return Drafts(shared, questionnaires, figures, borrowed), stray


def file_drafts(file: str) -> Found:
    """One file, with what it needs of the folder in which it stands."""
    if not _exists(file):
        return None, [Problem(file, 1, 1, "there is no such file or folder", "check the path")]
    if not_read := _not_read(file):
        return None, [not_read]
    name = Path(file).name
    inside = file[: file.rindex(name)]
    if name == SHARED:
        return Drafts(draft(file, "shared")), []
    shared, borrowed = _shared(inside)
    if name == BENCHMARKS:
        return Drafts(shared, benchmarks=draft(file, "benchmarks"), borrowed=borrowed), []
    one = draft(file, "questionnaire")
    return Drafts(shared, (one,), borrowed=borrowed, elsewhere=_beside(one, inside, name)), []


def _beside(one: Draft, inside: str, own: str) -> frozenset[str]:
    """The actions of the folder's other questionnaires, when this one requires what it lacks itself."""
    actions = one.content["actions"] if one.content else ()
    required = {name for action in actions for name in action["requires"]}
    if required <= set(one.names("action")):
        return frozenset()
    names = [name for name in _names(inside or ".") if _is_questionnaire(name) and name != own]
    return frozenset(action for name in names for action in actions_in(inside + name))


def _names(folder: str) -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir() if not path.name.startswith("."))


def is_folder(path: str) -> bool:
    """Whether a path leads to a folder."""
    try:
        return bool(path) and Path(path).is_dir()
    except OSError:
        return False


def _exists(file: str) -> bool:
    try:
        return bool(file) and (Path(file).exists() or Path(file).is_symlink())
    except OSError:
        return True  # reading it will say what is wrong


def _is_questionnaire(name: str) -> bool:
    return name.endswith(".yaml") and name not in (SHARED, BENCHMARKS)


def _not_read(file: str) -> Problem | None:
    ending = Path(file).suffix
    if ending != ".yaml" and ending.lower() in (".yml", ".yaml"):
        what = f"files that end in {ending} are not read"
        return Problem(file, 1, 1, what, f"rename it to {Path(file).stem}.yaml")
    return None


def _shared(inside: str) -> tuple[Draft, bool]:
    """The shared file of a folder, else the one that comes with the product; and whether it is that one."""
    if _exists(inside + SHARED):
        return draft(inside + SHARED, "shared"), False
    return draft(str(paths.QUESTIONNAIRES / SHARED), "shared"), True
