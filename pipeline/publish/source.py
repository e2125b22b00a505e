"""The file that a document was read from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceFile:
    """``file`` is the name that people see, ``path`` where it lies, ``pages`` None where it could not be opened."""

    file: str
    path: str
    sha256: str
    pages: int | None
