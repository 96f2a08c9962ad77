"""Files that are written whole and together, or not at all."""

import os
import secrets
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path


def same_place(one: str, other: str) -> bool:
    """Whether two paths as typed lead to the same file."""
    with suppress(OSError):
        if Path(one).samefile(other):
            return True
    return os.path.realpath(one) == os.path.realpath(other)


def why_not_writable(path: str) -> str | None:
    """Why a file cannot be written, and what to do; None when it can."""
    target = _target(path)
    try:
        if target.is_dir():
            return "this is a folder; name a file in it"
        if not target.parent.is_dir():
            return "its folder does not exist; make it first"
        if target.exists() and not os.access(target, os.W_OK):
            return "this file may not be overwritten; choose another name"
        if not _is_special(target):
            _staged(target, b"").unlink()
    except OSError as error:
        return f"no file can be written there ({error.strerror}); choose another place"
    return None


def write(contents: Mapping[str, bytes]) -> None:
    """Writes all files; when one cannot be put in its place, none is, and what stood there stays."""
    targets = {_target(path): content for path, content in contents.items()}
    staged: list[tuple[Path, Path]] = []
    try:
        for target, content in targets.items():
            if _is_special(target):
                target.write_bytes(content)
            else:
                staged.append((_staged(target, content), target))
        _put_in_place(staged)
    finally:
        for temporary, _ in staged:
            temporary.unlink(missing_ok=True)


def _target(path: str) -> Path:
    """The file that a path leads to: a link stays a link, and what it points at is replaced."""
    typed = Path(path)
    return typed if _is_special(typed) else Path(os.path.realpath(typed))


def _is_special(path: Path) -> bool:
    """Whether this is a device or pipe, which is written to and cannot be replaced."""
    with suppress(OSError):
        return path.exists() and not path.is_file() and not path.is_dir()
    return False


def _staged(target: Path, content: bytes) -> Path:
    """The content in a new file beside the target, safely on disk."""
    temporary = target.with_name(f".assess-{secrets.token_hex(8)}")
    # Opened like this it gets the rights of any new file, unless there is one whose rights it takes over.
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(descriptor)
        if target.is_file():
            shutil.copymode(target, temporary)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _put_in_place(staged: Sequence[tuple[Path, Path]]) -> None:
    before: list[tuple[Path, Path | None]] = []
    try:
        for temporary, target in staged:
            before.append((target, _kept(target)))
            temporary.replace(target)
    except BaseException:
        for target, old in before:
            if old:
                old.replace(target)
            else:
                target.unlink(missing_ok=True)
        raise
    for _, old in before:
        if old:
            old.unlink(missing_ok=True)


def _kept(target: Path) -> Path | None:
    """A second name for what stands at the target now, so that it can be put back."""
    if not target.exists():
        return None
    kept = target.with_name(f".assess-{secrets.token_hex(8)}")
    try:
        kept.hardlink_to(target)
    except OSError:
        shutil.copy2(target, kept)
    return kept
