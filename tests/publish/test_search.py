"""Search with accents, without, in either spelling of a syllable; and an index that follows its table."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import DamagedError
from pipeline.publish.folding import ref_asked, ref_key, search_form
from pipeline.publish.schema import open_database
from pipeline.publish.search import INDEXES
from pipeline.publish.store import store_document, store_failure
from tests.publish.samples import VERSION, extraction, source


def hits(db: sqlite3.Connection, table: str, words: str) -> int:
    quoted = " ".join(f'"{word}"' for word in search_form(words).split())
    return int(db.execute(f"SELECT count(*) FROM {table}_fts WHERE {table}_fts MATCH ?", (quoted,)).fetchone()[0])


@pytest.mark.parametrize("words", ["quyết định", "quyet dinh", "QUYET DINH", "Quyết Định", "749/QĐ-TTg", "749 qd ttg"])
def test_found(filled: sqlite3.Connection, words: str) -> None:
    assert hits(filled, "citations", words) == 2


@pytest.mark.parametrize("words", ["quyệt định", "quyết đình", "nghi dinh"])
def test_not_found(filled: sqlite3.Connection, words: str) -> None:
    assert hits(filled, "citations", words) == 0


@pytest.mark.parametrize("words", ["số hóa", "số hoá", "so hoa"])
def test_both_spellings_of_a_syllable(filled: sqlite3.Connection, words: str) -> None:
    assert hits(filled, "citations", words) == 1


def test_spelling_is_only_that_of_open_syllables() -> None:
    assert search_form("Hóa hòe thủy Hóa HÓA") == "Hoá hoè thuỷ Hoá HOÁ"
    assert search_form("hoàn thúc của mía quý toán") == "hoàn thúc của mía quý toán"


def test_index_follows_a_document_read_again(filled: sqlite3.Connection) -> None:
    store_document(filled, source(), replace(extraction(), citations=()), VERSION)
    assert hits(filled, "citations", "quyet dinh") == 0
    assert hits(filled, "sections", "quyet dinh") == 1
    store_failure(filled, source(), DamagedError(), VERSION)
    assert [hits(filled, index.table, "dinh") for index in INDEXES] == [0] * len(INDEXES)
    assert hits(filled, "documents", "ke-hoach.pdf") == 1


def test_indexes_are_sound(filled: sqlite3.Connection) -> None:
    store_document(filled, source(), extraction(), VERSION)
    for index in INDEXES:
        filled.execute(f"INSERT INTO {index.name}({index.name}) VALUES ('integrity-check')")
        (rows,) = filled.execute(f"SELECT count(*) FROM {index.table}").fetchone()
        (indexed,) = filled.execute(f"SELECT count(*) FROM {index.name}").fetchone()
        assert indexed == rows, index.table


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("1320/KH-UBND", "1320/kh-ubnd"),
        (" 1320 / KH – UBND ", "1320/kh-ubnd"),
        ("749/QĐ-TTg", "749/qd-ttg"),
        ("", None),
        ("  ", None),
    ],
)
def test_ref_key(written: str, key: str | None) -> None:
    assert ref_key(written) == key


@pytest.mark.parametrize(
    ("typed", "key"),
    [("Kế hoạch số 1320/KH-UBND", "1320/kh-ubnd"), ("749", "749"), ("/KH-UBND", None), ("luật", None)],
)
def test_ref_asked(typed: str, key: str | None) -> None:
    assert ref_asked(typed) == key


@given(st.text())
def test_keys_are_normal_forms(text: str) -> None:
    assert search_form(search_form(text)) == search_form(text)
    key = ref_key(text)
    assert key is None or ref_key(key) == key


def test_search_in_a_fresh_database(tmp_path) -> None:  # type: ignore[no-untyped-def]
    assert hits(open_database(tmp_path / "leer.db"), "pages", "gi") == 0
