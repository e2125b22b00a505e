"""Publish documents into a database the way a run does, for tests that score what is published."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from pipeline.extract import extract
from pipeline.model import Extraction
from pipeline.publish.instruments import rebuild_instruments
from pipeline.publish.schema import open_database
from pipeline.publish.source import SourceFile
from pipeline.publish.store import store_document

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "corpus"
SAMPLE_LABELS = Path(__file__).parent / "labels"


@lru_cache(maxsize=8)
def extracted(path: Path) -> Extraction:
    """One reading a document and session; extractions are frozen."""
    return extract(path)


def publish(database: Path, paths: Iterable[Path]) -> Path:
    db = open_database(database)
    for path in paths:
        extraction = extracted(path)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        store_document(db, SourceFile(path.name, str(path), digest, len(extraction.pages)), extraction, "test")
    rebuild_instruments(db)
    db.close()
    return database


def labelled_files(folder: Path) -> dict[str, str]:
    """PDF name by label file stem."""
    return {path.stem: json.loads(path.read_text(encoding="utf-8"))["file"] for path in folder.glob("*.json")}
