"""Which files a run is about: PATHs of the command line to PDF files, and files to the hash of their content."""

from __future__ import annotations

import glob
import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from pipeline.publish.source import SourceFile
from pipeline.running.faults import NoSuchPathError, UnreadableFileError

CHUNK = 1 << 20


def find_documents(paths: Sequence[str | Path]) -> tuple[Path, ...]:
    """The documents that PATHs name, each once, in the order of the PATHs, by name within a folder.

    A file is taken whatever its name (so that one which is no PDF is reported, not passed over); a folder gives
    the ``*.pdf`` in it and below. Raises NoSuchPathError for a PATH or pattern that leads nowhere.
    """
    found: dict[Path, None] = {}
    for path in paths:
        for match in _matches(str(path)):
            found |= dict.fromkeys(_documents_at(match))
    return tuple(found)


def _matches(pattern: str) -> list[Path]:
    """A path that exists is meant literally, even with brackets in its name."""
    literal = Path(pattern).expanduser()
    if literal.exists():
        return [literal]
    matches = sorted(glob.glob(str(literal), recursive=True)) if glob.has_magic(pattern) else []
    if not matches:
        raise NoSuchPathError(pattern)
    return [Path(match) for match in matches]


def _documents_at(path: Path) -> Iterable[Path]:
    return sorted(_pdfs_below(path)) if path.is_dir() else [path.absolute()]


def _pdfs_below(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder.absolute()):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if name.lower().endswith(".pdf") and not name.startswith("."):
                yield Path(root, name)


def source_of(path: Path) -> SourceFile:
    """The file with the hash of its content. Raises UnreadableFileError."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                digest.update(chunk)
    except OSError as error:
        raise UnreadableFileError(error.strerror or type(error).__name__) from error
    return SourceFile(path.name, str(path), digest.hexdigest(), None)


def nameless(path: Path) -> SourceFile:
    """Stands for a file whose content cannot be hashed: known by its path until it can be read."""
    return SourceFile(path.name, str(path), f"unreadable:{path}", None)
