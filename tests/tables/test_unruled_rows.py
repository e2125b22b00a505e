"""Rows that no rule parts, between ruled columns: parted where the print shows them, and only there."""

from __future__ import annotations

import pytest

from tests.tables.typesetting import cells_of, tables_of

UPRIGHT = (
    "stroke: (x, y) => (left: 0.4pt, right: 0.4pt, top: if y <= 1 { 0.4pt }, bottom: if y == 0 { 0.4pt }), align: top"
)
LONG = "Xây dựng đề án phát triển kinh tế vùng đồng bào dân tộc thiểu số và miền núi của tỉnh"


def _markup(header: list[str], rows: list[list[str]], columns: str) -> str:
    head = ", ".join(f"[*{name}*]" for name in header)
    body = ", ".join(f"[{text}]" for row in rows for text in row)
    return f"#table(columns: {columns}, {UPRIGHT}, {head}, {body}, table.hline(stroke: 0.4pt))"


@pytest.mark.parametrize("count", [3, 12, 50])
def test_counted_rows_with_wrapped_cells(count: int) -> None:
    rows = [[str(k), f"{LONG} {k}", "Sở Nội vụ", "" if k % 3 else "Quý II/2024"] for k in range(1, count + 1)]
    (table,) = tables_of(_markup(["STT", "Nhiệm vụ", "Chủ trì", "Thời gian"], rows, "(1cm, 3fr, 2fr, 2fr)"))
    assert cells_of(table) == rows


def test_groups_among_counted_rows() -> None:
    rows = [["I", "Giao thông", "300"], ["1", "Đường A", "100"], ["2", "Cầu B", "200"], ["II", "Y tế", "50"]]
    rows += [["1", "Trạm", "50"], ["2", "Viện", ""]]
    (table,) = tables_of(_markup(["TT", "Dự án", "Vốn"], rows, "(1cm, 3fr, 2fr)"))
    assert cells_of(table) == rows


def test_names_beside_figures() -> None:
    rows = [[f"Huyện {name}", f"{k},5", str(100 * k + 1)] for k, name in enumerate("ABCDE")]
    (table,) = tables_of(_markup(["Địa phương", "Năm 2023", "Năm 2024"], rows, "(3fr, 1fr, 1fr)"))
    assert cells_of(table) == rows


@pytest.mark.parametrize(
    "row",
    [
        ["1", "Việc một \\ gồm hai \\ ba dòng", "Sở A \\ Sở B \\ Sở C"],
        ["1 \\ 2 \\ 3", "Một nội dung", "10"],  # numbers that stand beside nothing
        ["1 \\ 5 \\ 9", "Một \\ Hai \\ Ba", "Sở A"],  # no count
        ["Một \\ Hai \\ Ba", "10 \\ 20 \\ 30", "Sở A \\ Sở B \\ Sở C"],  # one column of figures is not enough
    ],
    ids=["paragraphs", "numbers alone", "no count", "figures in one column"],
)
def test_what_may_be_one_row_stays_one(row: list[str]) -> None:
    cells = ", ".join(f"[{text}]" for text in row)
    (table,) = tables_of(f"#table(columns: (2fr, 3fr, 2fr), [*Mã số*], [*Nội dung*], [*Chủ trì*], {cells})")
    assert len(table.rows) == 1
