"""What a worker process does with a document."""

from __future__ import annotations

from pathlib import Path

from pipeline.model import Extraction
from pipeline.publish.source import SourceFile

# Loaded once in the fork server, so that a new worker has them at no cost.
PRELOAD = ("pipeline.running.child", "pipeline.running.rehearsal")


def read_source(source: SourceFile) -> Extraction:
    """The document in the file. Raises DocumentError. Imported here: the supervisor itself opens no PDF."""
    from pipeline.extract import extract

    return extract(Path(source.path))
