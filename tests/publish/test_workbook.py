"""Workbooks, read back with openpyxl: numbers are numbers, text is text whatever it looks like, nothing is lost."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.commands.export import Style, export
from pipeline.publish import workbook
from pipeline.publish.columns import SPEC_OF
from pipeline.publish.project_sums import BUDGET, COUNT, DISBURSED, LEFT, NO_BUDGET, NO_DISBURSED, TOTAL, project_sums
from pipeline.publish.queries import QueryError
from pipeline.publish.workbook import CUT, MOST_CHARACTERS, Sheet, TooManyRowsError, table_sheets, write_workbook

LEAD_UNIT = "Sở Thông tin và Truyền thông tỉnh Kon Tum"


def database_of(db: sqlite3.Connection) -> Path:
    return Path(db.execute("PRAGMA database_list").fetchone()[2])


def one_sheet(path: Path, rows: list[tuple[object, ...]], columns: tuple[str, ...] = ("text",)) -> Worksheet:
    frame = pd.DataFrame(rows, columns=list(columns), dtype=object)
    write_workbook([Sheet("x", columns, frame)], path)
    return load_workbook(path)["x"]


def test_a_table_is_typed_frozen_and_wide_enough(filled: sqlite3.Connection, tmp_path: Path) -> None:
    write_workbook(table_sheets(filled, "projects", labels=True), tmp_path / "p.xlsx")
    book = load_workbook(tmp_path / "p.xlsx")
    assert book.sheetnames == ["Dự án, nhiệm vụ", "Tổng hợp"]
    page = book["Dự án, nhiệm vụ"]
    at = {column: number for number, column in enumerate(SPEC_OF["projects"].columns, start=1)}
    assert page.cell(1, at["budget_vnd"]).value == "Kinh phí (đồng)"
    assert page.freeze_panes == "A2"
    name, amount, printed = (page.cell(2, at[column]) for column in ("name", "budget_vnd", "budget"))
    assert (name.value, name.data_type) == ("=Nâng cấp cổng dữ liệu", "s")
    assert (amount.value, amount.data_type, amount.number_format) == (2_215_600_000, "n", "#,##0")
    assert (printed.value, printed.data_type) == ("2.215,6", "s")
    assert page.cell(3, at["disbursed_vnd"]).value == 0
    assert page.cell(2, at["disbursed_vnd"]).value is None
    assert page.column_dimensions[name.column_letter].width > len("=Nâng cấp cổng dữ liệu")


@pytest.mark.parametrize("date", ["2020", "2020-06", "2020-06-03"])
def test_dates_stay_as_far_as_they_are_printed(tmp_path: Path, date: str) -> None:
    cell = one_sheet(tmp_path / "d.xlsx", [(date,)]).cell(2, 1)
    assert (cell.value, cell.data_type) == (date, "s")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["", "=", "+", "-", "@", "\t", "#N/A", "=1+1", "'"]), st.text(max_size=20)).map(
            "".join
        ),
        min_size=1,
        max_size=5,
    )
)
def test_no_text_becomes_a_formula_or_an_error(tmp_path: Path, texts: list[str]) -> None:
    page = one_sheet(tmp_path / "f.xlsx", [(text,) for text in texts])
    for row, text in enumerate(texts, start=2):
        cell = page.cell(row, 1)
        assert cell.data_type == "s" if text else cell.value is None
        printed = ILLEGAL_CHARACTERS_RE.sub("\ufffd", text).replace("\r\n", "\n").replace("\r", "\n")
        assert (cell.value or "").replace("_x000D_", "\n") == printed or "_x" in text or "\r" in text


def test_numbers_that_excel_would_round_are_text(tmp_path: Path) -> None:
    page = one_sheet(tmp_path / "n.xlsx", [(12345678901234567,), (-5,), (0.97,)], ("budget_vnd",))
    assert [page.cell(row, 1).value for row in (2, 3, 4)] == ["12345678901234567", -5, 0.97]


def test_what_a_cell_cannot_hold_is_cut_with_a_word_and_counted(tmp_path: Path) -> None:
    frame = pd.DataFrame([("a" * (MOST_CHARACTERS + 1),), ("b" * MOST_CHARACTERS,)], columns=["text"], dtype=object)
    (written,) = write_workbook([Sheet("x", ["text"], frame)], tmp_path / "long.xlsx")
    page = load_workbook(tmp_path / "long.xlsx")["x"]
    assert written.cut == 1
    assert page.cell(2, 1).value.endswith(CUT)
    assert len(page.cell(2, 1).value) == len(page.cell(3, 1).value) == MOST_CHARACTERS


def test_more_rows_than_a_sheet_holds_are_refused(
    filled: sqlite3.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    with pytest.raises(TooManyRowsError, match="CSV"):
        export(database_of(filled), "citations", None, {}, False, tmp_path / "c.xlsx", Style(False, False))
    assert list(tmp_path.glob("c.*")) == []
    export(database_of(filled), "projects", None, {}, False, tmp_path / "p.xlsx", Style(False, False))


def test_all_tables_are_sheets_of_one_workbook(filled: sqlite3.Connection, tmp_path: Path) -> None:
    export(database_of(filled), None, None, {}, True, tmp_path / "all.XLSX", Style(False, False))
    book = load_workbook(tmp_path / "all.XLSX")
    assert set(book.sheetnames) == {*SPEC_OF, "Tổng hợp"}
    for name in SPEC_OF:
        assert [cell.value for cell in book[name][1]] == list(SPEC_OF[name].columns)
        assert book[name].max_row == 1 + filled.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
    export(database_of(filled), None, None, {}, True, tmp_path / "labels.xlsx", Style(False, True))
    assert all(len(name) <= 31 for name in load_workbook(tmp_path / "labels.xlsx").sheetnames)


def test_a_query_is_a_sheet(filled: sqlite3.Connection, tmp_path: Path) -> None:
    given = {"ref": "749/QĐ-TTg"}
    export(database_of(filled), None, "ai-vien-dan", given, False, tmp_path / "q.xlsx", Style(False, True))
    page = load_workbook(tmp_path / "q.xlsx")["ai-vien-dan"]
    assert page.max_row == 3
    with pytest.raises(QueryError, match="thiếu tham số ref"):
        export(database_of(filled), None, "ai-vien-dan", {}, False, tmp_path / "no.xlsx", Style(False, True))


def test_sums_by_lead_unit_and_of_all(filled: sqlite3.Connection) -> None:
    filled.execute("INSERT INTO projects (document_id, name, budget_vnd, disbursed_vnd) VALUES (1, 'C', 700, 200)")
    filled.execute("INSERT INTO projects (document_id, name) VALUES (1, 'D')")
    sums = project_sums(filled).set_index("Đơn vị chủ trì")
    assert list(sums.index) == [LEAD_UNIT, "(không ghi đơn vị chủ trì)", TOTAL]
    columns = [COUNT, BUDGET, DISBURSED, LEFT, NO_BUDGET, NO_DISBURSED]
    assert list(sums.loc[LEAD_UNIT, columns]) == [2, 2_210_600_000, 0, -5_000_000, 0, 1]
    assert list(sums.iloc[1][columns]) == [2, 700, 200, 500, 1, 1]
    assert list(sums.loc[TOTAL, columns]) == [4, 2_210_600_700, 200, -4_999_500, 1, 2]


def test_an_unknown_amount_is_blank_and_no_nought(filled: sqlite3.Connection, tmp_path: Path) -> None:
    filled.execute("UPDATE projects SET budget_vnd = NULL, disbursed_vnd = NULL")
    filled.commit()
    export(database_of(filled), "projects", None, {}, False, tmp_path / "p.xlsx", Style(False, False))
    rows = list(load_workbook(tmp_path / "p.xlsx")["Tổng hợp"].values)
    assert rows[1] == (LEAD_UNIT, 2, None, None, None, 2, 2)


def test_no_projects_have_no_sums(db: sqlite3.Connection, tmp_path: Path) -> None:
    export(database_of(db), "projects", None, {}, False, tmp_path / "p.xlsx", Style(False, True))
    assert load_workbook(tmp_path / "p.xlsx").sheetnames == ["Dự án, nhiệm vụ"]
