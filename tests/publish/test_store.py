"""Documents into the database and back: every table, identity, replacement, failures."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from pathlib import Path

from pipeline.errors import EncryptedError
from pipeline.model import Extraction, Letterhead
from pipeline.publish.columns import OWNED_TABLES, SPEC_OF, TABLES
from pipeline.publish.schema import open_database, schema_version
from pipeline.publish.store import note_path, store_document, store_failure
from tests.publish.samples import VERSION, extraction, source


def rows(db: sqlite3.Connection, sql: str, *parameters: object) -> list[dict[str, object]]:
    return [dict(row) for row in db.execute(sql, parameters)]


def test_document_and_pages(db: sqlite3.Connection) -> None:
    store_document(db, source(), extraction(), VERSION)
    (document,) = rows(db, "SELECT * FROM documents")
    assert document["label"] == "Kế hoạch 1320/KH-UBND"
    assert (document["file"], document["pages"], document["status"]) == ("ke-hoach.pdf", 2, "ok")
    assert (document["ref"], document["issued_on"], document["signer_title"]) == ("1320/KH-UBND", "2022-05-06", None)
    assert json.loads(str(document["recipients"])) == ["Như trên", "Lưu: VT"]
    assert [(p["page"], p["width"]) for p in rows(db, "SELECT * FROM pages ORDER BY id")] == [(1, 595.0), (2, 842.0)]


def test_sections_and_footnotes_refer_to_each_other(db: sqlite3.Connection) -> None:
    store_document(db, source(), extraction(), VERSION)
    first, second = rows(db, "SELECT * FROM sections ORDER BY position")
    assert (first["parent_id"], second["parent_id"]) == (None, first["id"])
    assert (first["heading"], second["heading"]) == ("MỤC TIÊU", None)
    assert json.loads(str(first["boxes"])) == [[1, 72.0, 80.0, 138.0, 94.0]]
    (note,) = rows(db, "SELECT * FROM footnotes")
    assert (note["anchor_section_id"], note["anchor_page"], note["page"]) == (second["id"], 1, 1)


def test_citations_know_where_they_stand(db: sqlite3.Connection) -> None:
    store_document(db, source(sha256="b" * 64), extraction(), VERSION)
    store_document(db, source("khac.pdf"), extraction(), VERSION)
    found = rows(
        db,
        "SELECT c.zone, s.marker, n.marker AS note, r.position FROM citations c LEFT JOIN sections s ON s.id = "
        "c.section_id LEFT JOIN footnotes n ON n.id = c.footnote_id LEFT JOIN table_rows r ON r.id = c.table_row_id "
        "WHERE c.document_id = 2 AND s.document_id = 2 ORDER BY c.id",
    )
    assert [tuple(row.values()) for row in found] == [
        ("body", "1.", None, None),
        ("footnote", "1.", "1", None),
        ("table", "1.", None, 2),
    ]
    assert rows(db, "SELECT boxes FROM citations WHERE id = 1")[0]["boxes"] == "[[1,140.13,120.0,300.0,134.0]]"


def test_tables_projects_and_units(db: sqlite3.Connection) -> None:
    store_document(db, source(), extraction(), VERSION)
    (table,) = rows(db, "SELECT * FROM tables")
    assert json.loads(str(table["columns"])) == ["STT", "Tên dự án", "Kinh phí / Tổng"]
    first = rows(db, "SELECT * FROM table_rows ORDER BY position")[0]
    assert json.loads(str(first["cells"])) == ["1", "=Nâng cấp cổng dữ liệu", "2.215,6"]
    assert len(json.loads(str(first["cell_boxes"]))) == 3
    project = rows(db, "SELECT p.*, u.name AS unit FROM projects p JOIN units u ON u.id = p.lead_unit_id")[0]
    assert (project["budget_vnd"], project["table_row_id"]) == (2215600000, first["id"])
    assert project["unit"] == "Sở Thông tin và Truyền thông tỉnh Kon Tum"
    (child,) = rows(db, "SELECT p.name FROM units u JOIN units p ON p.id = u.parent_id")
    assert child["name"] == "Ủy ban nhân dân tỉnh Kon Tum"


def test_findings_name_the_row_they_are_about(db: sqlite3.Connection) -> None:
    store_document(db, source(sha256="b" * 64), extraction(), VERSION)
    store_document(db, source("khac.pdf"), extraction(), VERSION)
    found = rows(db, "SELECT subject_table, subject_id FROM findings WHERE document_id = 2 ORDER BY id")
    assert [tuple(row.values()) for row in found] == [("table_rows", 4), ("documents", 2), ("citations", 5)]


def test_reading_again_replaces_the_rows_and_keeps_the_id(db: sqlite3.Connection) -> None:
    store_document(db, source("other.pdf", sha256="c" * 64), extraction(), VERSION)
    store_document(db, source(), extraction(), VERSION)
    shorter = replace(extraction(), citations=(), findings=())
    store_document(db, source(), shorter, "0.2.0")
    assert rows(db, "SELECT id, pipeline_version FROM documents ORDER BY id") == [
        {"id": 1, "pipeline_version": VERSION},
        {"id": 2, "pipeline_version": "0.2.0"},
    ]
    assert rows(db, "SELECT count(*) AS n FROM citations") == [{"n": 3}]
    assert rows(db, "SELECT count(*) AS n FROM sections WHERE document_id = 2") == [{"n": 2}]


def test_a_failed_document_is_a_row_with_reason_and_remedy(db: sqlite3.Connection) -> None:
    store_document(db, source(), extraction(), VERSION)
    store_failure(db, source(), EncryptedError(), VERSION)
    (document,) = rows(db, "SELECT * FROM documents")
    assert (document["status"], document["error_code"], document["ref"]) == ("failed", "encrypted", None)
    assert "mật khẩu" in str(document["error"])
    for table in set(OWNED_TABLES) - {"findings"}:
        assert rows(db, f"SELECT * FROM {table}") == []
    (finding,) = rows(db, "SELECT * FROM findings")
    assert (finding["code"], finding["severity"], finding["subject_id"]) == ("unread", "error", 1)


def test_corrections_are_left_alone(db: sqlite3.Connection) -> None:
    store_document(db, source(), extraction(), VERSION)
    db.execute(
        "INSERT INTO corrections (document_id, subject_table, quote, field, new_value) "
        "VALUES (1, 'documents', '', 'signer', 'Nguyễn Văn B')"
    )
    store_document(db, source(), extraction(), "0.2.0")
    assert rows(db, "SELECT document_id, new_value FROM corrections") == [
        {"document_id": 1, "new_value": "Nguyễn Văn B"}
    ]


def test_unknown_values_are_null(db: sqlite3.Connection) -> None:
    bare = Extraction(Letterhead(kind=""), "empty", "partial", ())
    store_document(db, source(), bare, VERSION)
    (document,) = rows(db, "SELECT * FROM documents")
    assert (document["kind"], document["ref"], document["recipients"]) == (None, None, None)
    assert document["label"] == "ke-hoach.pdf"
    for spec in TABLES:
        for row in rows(db, f"SELECT * FROM {spec.name}"):
            assert "" not in row.values()


def test_copies_are_one_document(db: sqlite3.Connection, tmp_path: Path) -> None:
    (tmp_path / "ke-hoach.pdf").touch()
    original = source(folder=str(tmp_path))
    store_document(db, original, extraction(), VERSION)
    assert note_path(db, source("ban-sao.pdf")) is True
    assert note_path(db, source("la.pdf", sha256="d" * 64)) is False
    store_document(db, original, extraction(), "0.2.0")
    (document,) = rows(db, "SELECT file, path, copies FROM documents")
    assert (document["file"], document["path"]) == ("ke-hoach.pdf", original.path)


def test_a_file_that_was_moved_is_known_by_its_new_place(db: sqlite3.Connection) -> None:
    store_document(db, source(folder="/cu"), extraction(), VERSION)
    note_path(db, source(folder="/moi"))
    assert rows(db, "SELECT path, copies FROM documents") == [{"path": "/moi/ke-hoach.pdf", "copies": None}]


def test_a_path_that_holds_something_else_now(db: sqlite3.Connection) -> None:
    store_failure(db, source(), EncryptedError(), VERSION)
    store_document(db, source(sha256="e" * 64), extraction(), VERSION)
    assert rows(db, "SELECT sha256, status FROM documents") == [{"sha256": "e" * 64, "status": "ok"}]


def test_opening_again_migrates_nothing(tmp_path: Path) -> None:
    path = tmp_path / "plans.db"
    open_database(path).close()
    db = open_database(path)
    assert schema_version(db) == 3
    assert db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


def test_a_file_of_an_earlier_version_gains_the_columns_it_lacks(tmp_path: Path) -> None:
    path = tmp_path / "plans.db"
    db = open_database(path)
    db.execute("ALTER TABLE table_rows DROP COLUMN typed")
    db.execute("ALTER TABLE projects DROP COLUMN period_to")
    db.execute("DELETE FROM _sqlite_migrations WHERE name = 'grown_tables'")
    db.close()
    again = open_database(path)
    for table in ("tables", "table_rows", "projects"):
        assert {row[1] for row in again.execute(f"PRAGMA table_info({table})")} == set(SPEC_OF[table].columns)
