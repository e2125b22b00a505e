"""The sample documents: what they say, checked against what was typeset, and what they say together."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.evaluation import evaluate
from pipeline.model import Extraction, Project
from tests.documents.published import SAMPLE_LABELS, SAMPLES, extracted

PLAN, DECISION, ANNEX = (
    "ke-hoach-87-hoa-giang.pdf",
    "quyet-dinh-05-hoa-giang.pdf",
    "phu-luc-1-ke-hoach-87-hoa-giang.pdf",
)


@pytest.fixture(scope="module")
def plan() -> Extraction:
    return extracted(SAMPLES / PLAN)


@pytest.fixture(scope="module")
def annex() -> Extraction:
    return extracted(SAMPLES / ANNEX)


@pytest.fixture
def rows(sample_database: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(sample_database)) as db:
        yield db


@pytest.mark.parametrize(
    ("measure", "floor"),
    [
        ("header", 1.0),
        ("citation", 0.97),
        ("citation.strict", 0.95),
        ("citation.issuer", 0.95),
        ("citation.pinpoint", 0.95),
        ("named", 0.95),
        ("section", 0.95),
        ("section.level", 0.95),
        ("footnote", 1.0),
        ("footnote.anchor", 1.0),
        ("table", 1.0),
        ("table.cell", 0.95),
    ],
)
def test_samples_score_above_the_floor(sample_database: Path, measure: str, floor: float) -> None:
    scores = evaluate(sample_database, SAMPLE_LABELS)
    assert scores[measure] >= floor, "\n".join(map(str, scores.misses))


def test_group_and_total_rows_are_no_projects(plan: Extraction) -> None:
    assert [project.number for project in plan.projects] == [str(number) for number in range(1, 17)]
    assert {project.group_name for project in plan.projects} == {
        "PHÁT TRIỂN HẠ TẦNG SỐ",
        "PHÁT TRIỂN DỮ LIỆU VÀ NỀN TẢNG SỐ",
        "PHÁT TRIỂN ỨNG DỤNG, DỊCH VỤ SỐ",
        "BẢO ĐẢM AN TOÀN THÔNG TIN MẠNG",
    }


def test_the_budgets_of_the_plan_sum_to_its_printed_total(plan: Extraction) -> None:
    """The total row says 30.937 triệu đồng."""
    assert sum(project.budget_vnd or 0 for project in plan.projects) == 30_937_000_000


def test_the_disbursed_amounts_of_the_plan(plan: Extraction) -> None:
    disbursed = {p.number: p.disbursed_vnd for p in plan.projects if p.disbursed_vnd is not None}
    assert disbursed == {"1": 1_155_000_000, "8": 217_800_000, "14": 1_896_300_000}


def test_a_row_broken_over_pages_is_one_project(plan: Extraction) -> None:
    project = _numbered(plan, "6")
    assert project.name.endswith("Sơn Lĩnh, Thạch Bàn, Tân Khê và Đông Hà")
    assert project.budget_vnd == 5_615_400_000
    row = plan.tables[project.table].rows[project.row]
    assert (row.page_first, row.page_last) == (5, 6)


def test_a_marker_in_a_cell_is_no_part_of_the_cell(plan: Extraction) -> None:
    project = _numbered(plan, "4")
    assert project.name.endswith("(LGSP)")
    note = plan.footnotes[5]
    assert note.marker == "6"
    assert note.anchor is not None
    block = plan.blocks[note.anchor.block]
    assert (block.zone, block.table, block.row) == ("table", project.table, project.row)


def test_thousands_of_dong_are_whole_dong(annex: Extraction) -> None:
    """The annex counts in nghìn đồng: 18.612.000 is 18,612 billion."""
    assert _numbered(annex, "7").budget_vnd == 18_612_000_000
    assert _numbered(annex, "6").budget_vnd is None


def test_a_merged_cell_counts_for_each_row_also_over_the_page(annex: Extraction) -> None:
    assert [_numbered(annex, number).lead_unit for number in ("1", "2", "3")] == ["Sở Thông tin và Truyền thông"] * 3


def _numbered(document: Extraction, number: str) -> Project:
    return next(project for project in document.projects if project.number == number)


def test_titles_come_from_the_notes_in_order(plan: Extraction) -> None:
    titles = {c.ref: c.title for c in plan.citations if c.title_source == "footnote"}
    assert titles["41/KH-UBND"] == "Kế hoạch chuyển đổi số tỉnh Hòa Giang giai đoạn 2022-2025"
    assert str(titles["118/KH-UBND"]).startswith("Kế hoạch về phát triển kinh tế số và xã hội số")
    assert str(titles["867/QĐ-UBND"]).startswith("Quyết định ban hành Bộ chỉ số")
    assert str(titles["12/KH-UBND"]) == "Kế hoạch chuyển đổi số tỉnh Hòa Giang năm 2023"
    assert "Mức hỗ trợ" not in " ".join(map(str, titles.values()))  # note 5 explains a sum, it titles nothing


def test_the_annex_knows_what_it_is_attached_to(annex: Extraction) -> None:
    assert annex.letterhead.attached_to == "87/KH-UBND"
    assert annex.letterhead.number is None


def test_an_amended_decision_is_cited_as_amended() -> None:
    decision = extracted(SAMPLES / DECISION)
    relations = {(c.ref, c.issued_on): c.relation for c in decision.citations}
    assert relations["23/2021/QĐ-UBND", "2021-09-17"] == "amends"
    assert relations["44/2017/QĐ-UBND", "2017-12-06"] == "repeals"


def test_an_instrument_cited_with_two_days_shows_both(rows: sqlite3.Connection) -> None:
    """23/2021/QĐ-UBND is of 17/8/2021 in the plan and in the annex, of 17/9/2021 in the decision."""
    sql = """select i.id, group_concat(distinct c.issued_on)
             from citations c join instruments i on i.id = c.instrument_id
             where i.ref = '23/2021/QĐ-UBND' and i.issuer is not null group by i.id"""
    ((_, days),) = rows.execute(sql).fetchall()
    assert sorted(days.split(",")) == ["2021-08-17", "2021-09-17"]


@pytest.mark.parametrize(
    ("ref", "file", "citing"),
    [("05/2024/QĐ-UBND", DECISION, {PLAN, ANNEX}), ("87/KH-UBND", PLAN, {ANNEX})],
)
def test_documents_of_the_corpus_find_each_other(
    rows: sqlite3.Connection, ref: str, file: str, citing: set[str]
) -> None:
    sql = """select held.file, citing.file from instruments i join documents held on held.id = i.document_id
             join citations c on c.instrument_id = i.id join documents citing on citing.id = c.document_id
             where i.ref = ?"""
    pairs = set(rows.execute(sql, (ref,)))
    assert pairs == {(file, name) for name in citing}
