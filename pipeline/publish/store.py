"""Documents into the database: one transaction each, so that a run that is killed leaves no half of one.

A document is known by the hash of its content. Reading it again replaces its rows and keeps its id, to which
corrections and links refer.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from pipeline.errors import DocumentError
from pipeline.model import Extraction, Letterhead
from pipeline.publish.columns import OWNED_TABLES, SPEC_OF
from pipeline.publish.copies import note_copies, paths_of_content, release_path
from pipeline.publish.copies import note_path as note_path
from pipeline.publish.folding import ref_key
from pipeline.publish.instruments import rebuild_instruments as rebuild_instruments
from pipeline.publish.labels import document_label
from pipeline.publish.programmes import store_programmes
from pipeline.publish.rows import Row, as_json, document_rows, known
from pipeline.publish.runs import RunCounts as RunCounts
from pipeline.publish.runs import finish_run as finish_run
from pipeline.publish.runs import now
from pipeline.publish.runs import start_run as start_run
from pipeline.publish.search import remove_rows
from pipeline.publish.source import SourceFile as SourceFile
from pipeline.publish.units import store_units
from pipeline.publish.writing import delete_rows, insert_rows, transaction

FAILURE_CODE = "unread"


def store_document(db: sqlite3.Connection, source: SourceFile, extraction: Extraction, pipeline_version: str) -> None:
    """Publish one document; its rows from an earlier reading, if any, give way.

    Raises RunError where the disk is full or the database is locked; nothing of the document is stored then.
    """
    with transaction(db):
        document_id = _place_document(db, source, _values_read(extraction, source), pipeline_version)
        unit_ids = store_units(db, extraction.units)
        programme_ids = store_programmes(db, extraction.programmes)
        for table, rows in document_rows(extraction, document_id, _free_ids(db), unit_ids, programme_ids).items():
            insert_rows(db, table, rows)
        note_copies(db, document_id)


def store_failure(db: sqlite3.Connection, source: SourceFile, error: DocumentError, pipeline_version: str) -> None:
    """Publish a document that could not be read: a row that says why and what can be done, and a finding.

    Raises RunError as `store_document` does.
    """
    with transaction(db):
        document_id = _place_document(db, source, _values_of_failure(error, source), pipeline_version)
        finding: Row = {
            "document_id": document_id,
            "severity": "error",
            "code": FAILURE_CODE,
            "message": error.message,
            "subject_table": "documents",
            "subject_id": document_id,
            "boxes": "[]",
        }
        insert_rows(db, "findings", [finding])
        note_copies(db, document_id)


def _values_of_failure(error: DocumentError, source: SourceFile) -> Row:
    return {
        "label": source.file,
        "pages": source.pages,
        "status": "failed",
        "error": error.message,
        "error_code": error.code,
    }


def _values_read(extraction: Extraction, source: SourceFile) -> Row:
    return _letterhead_values(extraction.letterhead) | {
        "label": document_label(extraction.letterhead, source.file),
        "pages": len(extraction.pages) if source.pages is None else source.pages,
        "text_source": extraction.text_source,
        "status": extraction.status,
        "error": known(extraction.error),
    }


def _letterhead_values(letterhead: Letterhead) -> Row:
    return {
        "kind": known(letterhead.kind),
        "number": known(letterhead.number),
        "symbol": known(letterhead.symbol),
        "ref": known(letterhead.ref),
        "issued_on": known(letterhead.issued_on),
        "issuer": known(letterhead.issuer),
        "title": known(letterhead.title),
        "place": known(letterhead.place),
        "signer": known(letterhead.signer),
        "signer_title": known(letterhead.signer_title),
        "attached_to": known(letterhead.attached_to),
        "recipients": as_json(letterhead.recipients) if letterhead.recipients else None,
        "ref_key": ref_key(letterhead.ref),
    }


def _place_document(db: sqlite3.Connection, source: SourceFile, values: Row, pipeline_version: str) -> int:
    """Put the document's row in the place of that of an earlier reading, emptied of all it owned; returns its id."""
    for orphan in release_path(db, source):
        _remove_document(db, orphan)
    path, copies = paths_of_content(db, source)
    document_id = _take_out(db, source.sha256)
    row = (
        dict.fromkeys(SPEC_OF["documents"].columns)
        | values
        | {
            "id": document_id,
            "file": source.file if path == source.path else Path(path).name,
            "path": path,
            "copies": as_json(copies) if copies else None,
            "sha256": source.sha256,
            "pipeline_version": pipeline_version,
            "processed_at": now(),
        }
    )
    _put_back(db, row)
    return document_id


def _take_out(db: sqlite3.Connection, sha256: str) -> int:
    """Empty the document of this content, if it is held, and say which id it has, or will have."""
    found = db.execute("SELECT id FROM documents WHERE sha256 = ?", (sha256,)).fetchone()
    if found is None:
        return _free_id(db, "documents")
    _empty_document(db, found[0])
    remove_rows(db, "documents", "id = ?", (found[0],))
    return int(found[0])


def _put_back(db: sqlite3.Connection, row: Row) -> None:
    """Insert the row, or update the one that has its id: other tables refer to it, so it is never deleted."""
    updates = ", ".join(f"{column} = excluded.{column}" for column in row if column != "id")
    insert_rows(db, "documents", [row], f"ON CONFLICT (id) DO UPDATE SET {updates}")


def _remove_document(db: sqlite3.Connection, document_id: int) -> None:
    """Forget a document whose file now holds something else; corrections stay, known by its content hash."""
    _empty_document(db, document_id)
    db.execute("UPDATE instruments SET document_id = NULL WHERE document_id = ?", (document_id,))
    db.execute(
        "UPDATE corrections SET document_id = NULL, "
        "sha256 = coalesce(sha256, (SELECT sha256 FROM documents WHERE id = :id)) WHERE document_id = :id",
        {"id": document_id},
    )
    delete_rows(db, "documents", "id = ?", (document_id,))


def _empty_document(db: sqlite3.Connection, document_id: int) -> None:
    for table in OWNED_TABLES:
        delete_rows(db, table, OWNED_BY.get(table, "document_id = ?"), (document_id,))


OWNED_BY = {"table_rows": "table_id IN (SELECT id FROM tables WHERE document_id = ?)"}


def _free_id(db: sqlite3.Connection, table: str) -> int:
    return int(db.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {table}").fetchone()[0])


def _free_ids(db: sqlite3.Connection) -> dict[str, int]:
    return {table: _free_id(db, table) for table in OWNED_TABLES}
