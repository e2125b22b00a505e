"""Instruments over the corpus: linked, numbered the same way every time, titled from documents that are held."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from pipeline.model import BackReference, Letterhead
from pipeline.publish.instruments import rebuild_instruments
from pipeline.publish.store import store_document
from tests.publish.samples import VERSION, extraction, source
from tests.publish.test_search import hits


def instruments(db: sqlite3.Connection) -> list[tuple[object, ...]]:
    return [tuple(row) for row in db.execute("SELECT id, ref, mentions, document_id FROM instruments ORDER BY id")]


def test_mentions_of_one_document_are_together(filled: sqlite3.Connection) -> None:
    rebuild_instruments(filled)
    found = filled.execute(
        "SELECT c.id, i.ref FROM citations c LEFT JOIN instruments i ON i.id = c.instrument_id ORDER BY c.id"
    ).fetchall()
    assert [tuple(row) for row in found] == [(1, "749/QĐ-TTg"), (2, "749/QĐ-TTg"), (3, "10/KH-UBND")]
    mentions = {ref: count for _, ref, count, _ in instruments(filled)}
    assert (mentions["749/QĐ-TTg"], mentions["10/KH-UBND"]) == (2, 1)


def test_rebuilding_changes_nothing(filled: sqlite3.Connection) -> None:
    rebuild_instruments(filled)
    before = list(filled.iterdump())
    rebuild_instruments(filled)
    assert [line for line in filled.iterdump() if "_fts" not in line] == [line for line in before if "_fts" not in line]
    assert hits(filled, "instruments", "749") == 1


def test_title_from_the_held_document(filled: sqlite3.Connection) -> None:
    held = replace(
        extraction(),
        letterhead=Letterhead(
            kind="Quyết định",
            number="749",
            symbol="QĐ-TTg",
            ref="749/QĐ-TTg",
            issued_on="2020-06-03",
            issuer="Thủ tướng Chính phủ",
            title="Phê duyệt Chương trình Chuyển đổi số quốc gia",
        ),
        citations=(),
        findings=(),
    )
    store_document(filled, source("749.pdf", sha256="9" * 64), held, VERSION)
    for _ in range(2):
        rebuild_instruments(filled)
        titles = filled.execute("SELECT title, title_source FROM citations ORDER BY id").fetchall()
        assert [tuple(row) for row in titles][:2] == [
            ("Về số hóa", None),
            ("Phê duyệt Chương trình Chuyển đổi số quốc gia", "corpus"),
        ]
        assert hits(filled, "citations", "chuong trinh chuyen doi so") == 1
    filled.execute("DELETE FROM findings WHERE document_id = 2")
    store_document(filled, source("749.pdf", sha256="9" * 64), extraction(), VERSION)
    rebuild_instruments(filled)
    assert hits(filled, "citations", "chuong trinh chuyen doi so") == 0


def test_units_that_nobody_names_any_more_are_dropped(filled: sqlite3.Connection) -> None:
    fewer = replace(extraction(), units=extraction().units[:1], mentions=(), projects=())
    store_document(filled, source(), fewer, "0.2.0")
    rebuild_instruments(filled)
    assert [row[0] for row in filled.execute("SELECT key FROM units")] == ["ubnd"]
    assert hits(filled, "units", "thong tin") == 0


def test_what_is_named_again_leads_to_its_document(filled: sqlite3.Connection) -> None:
    named = (
        BackReference(1, 3, 17, "Quyết định này", 1, "Quyết định", "above", 0, ()),
        BackReference(1, 3, 16, "Kế hoạch này", 1, "Kế hoạch", "self", None, ()),
    )
    store_document(filled, source(), replace(extraction(), back_references=named), VERSION)
    rebuild_instruments(filled)
    rows = filled.execute(
        "SELECT b.text, b.form, c.ref, i.ref FROM back_references b LEFT JOIN citations c ON c.id = b.citation_id "
        "LEFT JOIN instruments i ON i.id = b.instrument_id ORDER BY b.id"
    ).fetchall()
    assert [tuple(row) for row in rows] == [
        ("Quyết định này", "above", "749/QĐ-TTg", "749/QĐ-TTg"),
        ("Kế hoạch này", "self", None, "1320/KH-UBND"),
    ]
