"""The model document of this work, value by value: annex 1 of Kon Tum's plan 1320/KH-UBND of 2022."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.evaluation import evaluate
from pipeline.evaluation.folding import key, loose
from pipeline.model import Extraction
from tests.documents.published import extracted, labelled_files

FILE = "kon-tum-1320-phu-luc-1.pdf"
DEPTHS = [1, 2, 2, 3, 3, 3, 3, 3, 4, 4, 3, 3, 2, 2]
MARKERS = ["PHỤ LỤC 1", "1.", "2.", "a)", "b)", "c)", "d)", "e)", "*", "*", "f)", "g)", "3.", "4."]

# Counted on the page: each note lists, split by ";", the titles of the documents cited right before its marker.
TITLED_FROM_NOTES = {
    "909/KH-UBND": "Kế hoạch ứng dụng CNTT, phát triển Chính quyền số và đảm bảo an toàn thông tin mạng",
    "966/QĐ-UBND": "Quyết định ban hành Bộ tiêu chí đánh giá mức độ Chính quyền điện tử cấp xã và cấp huyện",
    "1449/KH-UBND": "Kế hoạch về Tích hợp, cung cấp các dịch vụ công trực tuyến mức độ 3, mức độ 4",
    "1613/KH-UBND": "Kế hoạch về thực hiện Đề án đổi mới việc thực hiện cơ chế một cửa, một cửa liên thông",
    "1961/KH-UBND": "Kế hoạch thực hiện Đề án “Tăng cường ứng dụng công nghệ thông tin hỗ trợ đồng bào",
}


@pytest.fixture(scope="module")
def document(shared: Path) -> Extraction:
    return extracted(shared / "corpus" / FILE)


@pytest.fixture
def rows(real_database: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(real_database)) as db:
        yield db


def _label(shared: Path) -> dict[str, list[dict[str, str]]]:
    text = (shared / "gold" / "labels" / "kon-tum-1320.json").read_text(encoding="utf-8")
    label: dict[str, list[dict[str, str]]] = json.loads(text)
    return label


def test_all_28_citations_have_kind_and_date(document: Extraction, shared: Path) -> None:
    wanted = [(c["page"], c["kind"], c["ref"], c["date"]) for c in _label(shared)["citations"]]
    found = [(c.page, c.kind, c.ref, c.issued_on) for c in document.citations if c.ref]
    assert len(wanted) == 28
    assert sorted(found, key=str) == sorted(wanted, key=str)


def test_all_14_footnotes_have_text_and_anchor(document: Extraction, shared: Path) -> None:
    wanted = [(note["marker"], loose(note["text"]), loose(note["anchor"])) for note in _label(shared)["footnotes"]]
    notes = document.footnotes
    assert [(note.marker, loose(note.passage.text)) for note in notes] == [(m, text) for m, text, _ in wanted]
    for note, (_, _, anchor) in zip(notes, wanted, strict=True):
        assert note.anchor is not None
        assert loose(note.anchor_text).endswith(anchor[-16:])


def test_14_sections_stand_at_their_depth(document: Extraction) -> None:
    assert [section.marker for section in document.sections] == MARKERS
    assert [section.level for section in document.sections] == DEPTHS


def test_the_table_has_11_rows_and_all_88_cells(document: Extraction, shared: Path) -> None:
    (table,) = document.tables
    wanted = _label(shared)["tables"][0]["rows"]
    found = [[cell.passage.text for cell in row.cells] for row in table.rows]
    assert [list(map(key, row)) for row in found] == [list(map(key, row)) for row in wanted]
    assert sum(map(len, found)) == 88
    assert (table.page_first, table.page_last, table.unit) == (9, 12, "Triệu đồng")


def test_budgets_and_disbursed_amounts_are_whole_dong(document: Extraction) -> None:
    assert len(document.projects) == 11
    assert sum(project.budget_vnd or 0 for project in document.projects) == 16_368_600_000
    disbursed = [project.disbursed_vnd for project in document.projects if project.disbursed_vnd]
    assert disbursed == [590_000_000, 150_000_000, 2_215_600_000]
    assert sum(disbursed) == 2_955_600_000


def test_ten_citations_take_their_title_from_footnotes_1_to_3(document: Extraction) -> None:
    titled = {c.ref: c.title for c in document.citations if c.title_source == "footnote"}
    assert sum(c.title_source == "footnote" for c in document.citations) == 10
    for ref, start in TITLED_FROM_NOTES.items():
        assert loose(titled[ref]).startswith(loose(start)), ref


def test_the_database_says_the_same(rows: sqlite3.Connection) -> None:
    (document,) = rows.execute("select id from documents where file = ?", (FILE,)).fetchone()
    counts = {
        "citations": "select count(*) from citations where document_id = ? and ref is not null",
        "footnotes": "select count(*) from footnotes where document_id = ?",
        "sections": "select count(*) from sections where document_id = ?",
        "projects": "select count(*) from projects where document_id = ?",
        "budget": "select sum(budget_vnd) from projects where document_id = ?",
        "disbursed": "select sum(disbursed_vnd) from projects where document_id = ?",
    }
    assert {name: rows.execute(sql, (document,)).fetchone()[0] for name, sql in counts.items()} == {
        "citations": 28,
        "footnotes": 14,
        "sections": 14,
        "projects": 11,
        "budget": 16_368_600_000,
        "disbursed": 2_955_600_000,
    }


@pytest.mark.parametrize(
    ("measure", "floor"),
    [
        ("citation", 0.97),
        ("citation.strict", 0.95),
        ("section", 0.95),
        ("footnote", 0.95),
        ("table.cell", 0.95),
        ("header", 0.9),
    ],
)
def test_the_real_documents_with_a_text_layer_score_above_the_floor(
    real_database: Path, shared: Path, measure: str, floor: float
) -> None:
    names = labelled_files(shared / "gold" / "labels")
    only = [names[stem] for stem in ("kon-tum-1320", "plan_06", "decision_02", "decree_01")]
    scores = evaluate(real_database, shared / "gold" / "labels", only)
    assert scores[measure] >= floor, "\n".join(map(str, scores.misses))
