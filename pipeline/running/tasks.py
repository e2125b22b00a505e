"""What a worker is asked to do, and the answer that is neither a document nor an error."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.publish.source import SourceFile


@dataclass(frozen=True, slots=True)
class DocumentTask:
    """Read a document. Its scanned pages come from the page cache in the folder ``cache``; None leaves them unread.

    ``refused`` are pages that were tried and cannot be recognised, each with the reason in words.
    """

    source: SourceFile
    cache: Path | None
    refused: tuple[tuple[int, str], ...] = ()

    @property
    def key(self) -> str:
        """Under which the task is claimed."""
        return self.source.sha256


@dataclass(frozen=True, slots=True)
class PageTask:
    """Recognise page ``number`` (from 1) of a document and keep it in ``cache``; answered with None."""

    source: SourceFile
    number: int
    cache: Path

    @property
    def key(self) -> str:
        """Under which the task is claimed."""
        return f"{self.source.sha256}/{self.number}"


Task = DocumentTask | PageTask


@dataclass(frozen=True, slots=True)
class Wanted:
    """The document can be read once these of its pages are in the cache."""

    numbers: tuple[int, ...]
