"""CSV: every row, safe in a spreadsheet, amounts as printed and in đồng; and the saved queries."""

from __future__ import annotations

import csv
import io
import re
import sqlite3

import pytest

from pipeline.publish.columns import TABLES
from pipeline.publish.dictionary import dictionary
from pipeline.publish.export import PAGE_ROWS, export_query, export_table, safe_cell, snapshot, table_pages
from pipeline.publish.queries import QueryError, saved_queries
from pipeline.publish.store import store_document
from tests.conftest import ROOT
from tests.publish.samples import VERSION, extraction, source


def parsed(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def table_csv(db: sqlite3.Connection, table: str, excel: bool = False, labels: bool = False) -> str:
    out = io.StringIO(newline="")
    export_table(db, table, out, excel, labels)
    return out.getvalue()


def answer(db: sqlite3.Connection, name: str, **params: str) -> list[dict[str, str]]:
    out = io.StringIO(newline="")
    export_query(db, name, params, out)
    return parsed(out.getvalue())


def test_plain_csv_is_exact(filled: sqlite3.Connection) -> None:
    text = table_csv(filled, "projects")
    first, second = parsed(text)
    assert first["name"] == "=Nâng cấp cổng dữ liệu"
    assert (first["budget"], first["budget_vnd"]) == ("2.215,6", "2215600000")
    assert (second["budget"], second["budget_vnd"]) == ("-5", "-5000000")
    assert "\r" not in text
    assert not text.startswith("\ufeff")


def test_excel_csv_runs_no_formula(filled: sqlite3.Connection) -> None:
    text = table_csv(filled, "projects", excel=True)
    assert text.startswith("\ufeffid,")
    assert text.endswith("\r\n")
    first, second = parsed(text.removeprefix("\ufeff"))
    assert first["name"] == "'=Nâng cấp cổng dữ liệu"
    assert (second["budget"], second["budget_vnd"]) == ("'-5", "-5000000")


@pytest.mark.parametrize("text", ["=1+1", "+84", "-5", "@x", "\tx", "\rx"])
def test_dangerous_cells(text: str) -> None:
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("value", [-5, -1.5, 0, None, "", "5-3", "a=b", "2.215,6"])
def test_harmless_cells(value: object) -> None:
    assert safe_cell(value) == value


def test_vietnamese_headings(filled: sqlite3.Connection) -> None:
    text = table_csv(filled, "projects", labels=True)
    assert text.splitlines()[0].startswith(["Mã", "Văn bản", "STT", "Tên dự án", " nhiệm vụ"][0])
    assert "Kinh phí (đồng)" in text.splitlines()[0]


def test_all_rows_of_a_long_table(db: sqlite3.Connection) -> None:
    count = 2 * PAGE_ROWS + 1
    db.executemany("INSERT INTO runs (started_at, pipeline_version) VALUES (?, '1')", [("x",)] * count)
    db.execute("DELETE FROM runs WHERE id = 17")
    assert len(parsed(table_csv(db, "runs"))) == count - 1


def test_an_export_sees_one_moment(filled: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document that is read anew while the export runs is exported once, as it was."""
    monkeypatch.setattr("pipeline.publish.export.PAGE_ROWS", 1)
    reader = sqlite3.connect(filled.execute("PRAGMA database_list").fetchone()[2])
    with snapshot(reader):
        pages = table_pages(reader, "citations")
        found = next(pages)
        store_document(filled, source(), extraction(), "0.2.0")
        found += [row for page in pages for row in page]
    assert [row[0] for row in found] == [1, 2, 3]


def test_every_table_exports_its_columns(filled: sqlite3.Connection) -> None:
    for spec in TABLES:
        text = table_csv(filled, spec.name)
        assert text.splitlines()[0].split(",") == list(spec.columns)


def test_unknown_names_are_refused(filled: sqlite3.Connection) -> None:
    with pytest.raises(QueryError, match="citations"):
        table_csv(filled, "sqlite_master")
    with pytest.raises(QueryError, match="ai-vien-dan"):
        answer(filled, "ai")
    with pytest.raises(QueryError, match="thiếu tham số ref"):
        answer(filled, "ai-vien-dan")
    with pytest.raises(QueryError, match="không có tham số so"):
        answer(filled, "ai-vien-dan", so="1")


@pytest.mark.parametrize(
    "ref", ["749/QĐ-TTg", "749/qd-ttg", "749 / qđ - ttg", "Quyết định số 749/QĐ-TTg", "749", "749/QĐ"]
)
def test_who_cites(filled: sqlite3.Connection, ref: str) -> None:
    found = answer(filled, "ai-vien-dan", ref=ref)
    assert [(row["zone"], row["view"]) for row in found] == [("body", "citations/1"), ("footnote", "citations/2")]
    assert found[0]["document"] == "Kế hoạch 1320/KH-UBND"


@pytest.mark.parametrize("ref", ["74", "749/Q", "7490", "QĐ-TTg", "1749/QĐ-TTg"])
def test_who_does_not_cite(filled: sqlite3.Connection, ref: str) -> None:
    assert answer(filled, "ai-vien-dan", ref=ref) == []


def test_projects_by_lead_unit(filled: sqlite3.Connection) -> None:
    (row,) = answer(filled, "du-an-theo-don-vi")
    assert row["lead"] == "Sở Thông tin và Truyền thông tỉnh Kon Tum"
    assert (row["projects"], row["budget_total_vnd"], row["disbursed_total_vnd"]) == ("2", "2210600000", "0")
    assert len(answer(filled, "du-an-theo-don-vi", unit="thong tin")) == 1
    assert answer(filled, "du-an-theo-don-vi", unit="y te") == []


def test_citations_in_reading_order(filled: sqlite3.Connection) -> None:
    store_document(filled, source("b.pdf", sha256="b" * 64), extraction(), VERSION)
    for document in ("ke-hoach.pdf", "1"):
        found = answer(filled, "vien-dan-cua-van-ban", document=document)
        assert [row["view"] for row in found] == ["citations/1", "citations/2", "citations/3"]
    assert len(answer(filled, "vien-dan-cua-van-ban", document="1320/kh-ubnd")) == 6


def test_different_dates(filled: sqlite3.Connection) -> None:
    found = answer(filled, "khac-ngay-ban-hanh")
    assert [(row["ref"], row["issued_on"], row["same_year"]) for row in found] == [
        ("749/QĐ-TTg", "2020-06-03", "1"),
        ("749/QĐ-TTg", "2020-06-04", "1"),
    ]
    filled.execute("UPDATE citations SET issued_on = '2020' WHERE id = 2")
    assert answer(filled, "khac-ngay-ban-hanh") == []


def test_queries_use_indexes(filled: sqlite3.Connection) -> None:
    sql = saved_queries()["ai-vien-dan"].sql
    plan = " ".join(row[3] for row in filled.execute(f"EXPLAIN QUERY PLAN {sql}", {"ref": "749/QĐ-TTg"}))
    assert "SCAN c" not in plan


def test_every_code_of_a_finding_is_documented_and_has_a_name() -> None:
    page = (ROOT / "docs" / "findings.md").read_text(encoding="utf-8")
    documented = re.findall(r"^\| `(\w+)` \| (?:error|warning|info) ", page, re.MULTILINE)
    assert len(documented) == len(set(documented))
    assert set(dictionary().values["code"]) == set(documented)
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "pipeline").rglob("*.py"))
    assert [code for code in documented if f'"{code}"' not in source] == []
    made = set(re.findall(r'"(\w+_\w+)",\s*"(?:error|warning|info)"', source))
    assert len(made) > len(documented) / 2
    assert made <= set(documented)


def test_dictionary_has_every_table_and_column_and_nothing_else() -> None:
    words = dictionary()
    assert set(words.tables) == {spec.name for spec in TABLES}
    assert set(words.columns) == {column for spec in TABLES for column in spec.columns}
    for spec in TABLES:
        table = words.tables[spec.name]
        assert set(table.columns) <= set(spec.columns)
        assert {*table.facets, *filter(None, (table.label_column, table.sort_desc))} <= set(spec.columns)


def test_every_column_of_a_saved_query_has_a_label(filled: sqlite3.Connection) -> None:
    words = dictionary()
    known = set(words.columns) | set(words.query_columns)
    for query in saved_queries().values():
        cursor = filled.execute(query.sql, {parameter.name: "1" for parameter in query.parameters})
        assert {column[0] for column in cursor.description} <= known, query.name
