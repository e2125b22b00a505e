"""Files and contents are not one to one: copies of one file, and files that were replaced by another content.

Auditors count documents, so the same content is one row, which names its copies; and what a path held before it was
replaced leaves the database, because nobody could follow its rows back to the page any more.
"""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from pipeline.publish.rows import as_json
from pipeline.publish.source import SourceFile
from pipeline.publish.writing import transaction

COPY_CODE = "duplicate_file"


def note_path(db: sqlite3.Connection, source: SourceFile) -> bool:
    """Record that ``source`` lies at this path too; False where its content is not in the database at all.

    For a run that finds a content that it need not read again.
    """
    with transaction(db):
        found = db.execute("SELECT id FROM documents WHERE sha256 = ?", (source.sha256,)).fetchone()
        if found is None:
            return False
        release_path(db, source)
        path, copies = paths_of_content(db, source)
        db.execute(
            "UPDATE documents SET path = ?, file = ?, copies = ? WHERE id = ?",
            (path, Path(path).name, as_json(copies) if copies else None, found[0]),
        )
        note_copies(db, found[0])
    return True


def paths_of_content(db: sqlite3.Connection, source: SourceFile) -> tuple[str, tuple[str, ...]]:
    """Where the content of ``source`` lies: the path it is known by, and those of its copies.

    The first path seen stays the known one as long as there is a file.
    """
    found = db.execute("SELECT path, copies FROM documents WHERE sha256 = ?", (source.sha256,)).fetchone()
    if found is None:
        return source.path, ()
    earlier = [found[0], *json.loads(found[1] or "[]")]
    paths = [path for path in dict.fromkeys([*earlier, source.path]) if path == source.path or Path(path).is_file()]
    return paths[0], tuple(paths[1:])


def release_path(db: sqlite3.Connection, source: SourceFile) -> tuple[int, ...]:
    """Take the path of ``source`` from documents of other content; returns those that have no file left."""
    orphans = []
    for document_id, path, copies in db.execute(
        "SELECT id, path, copies FROM documents WHERE sha256 <> :sha AND (path = :path OR "
        "(copies IS NOT NULL AND :path IN (SELECT value FROM json_each(copies))))",
        {"sha": source.sha256, "path": source.path},
    ).fetchall():
        left = [other for other in (path, *json.loads(copies or "[]")) if other != source.path]
        if not left:
            orphans.append(int(document_id))
            continue
        db.execute(
            "UPDATE documents SET path = ?, file = ?, copies = ? WHERE id = ?",
            (left[0], Path(left[0]).name, as_json(left[1:]) if left[1:] else None, document_id),
        )
        note_copies(db, document_id)
    return tuple(orphans)


def note_copies(db: sqlite3.Connection, document_id: int) -> None:
    """Keep the finding that tells of copies in step with the row of the document."""
    db.execute("DELETE FROM findings WHERE document_id = ? AND code = ?", (document_id, COPY_CODE))
    (copies,) = db.execute("SELECT copies FROM documents WHERE id = ?", (document_id,)).fetchone()
    if copies is None:
        return
    names = "; ".join(json.loads(copies))
    message = f"Có tệp khác giống hệt, chỉ tính một lần: {names} (same content as another file, counted once)"
    db.execute(
        "INSERT INTO findings (document_id, severity, code, message, subject_table, subject_id, boxes) "
        "VALUES (?, 'info', ?, ?, 'documents', ?, '[]')",
        (document_id, COPY_CODE, message, document_id),
    )
