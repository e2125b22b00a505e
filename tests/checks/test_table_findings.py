"""Findings about tables, from typeset tables: sums, counts, overspending, print that lies over two cells."""

from __future__ import annotations

import pytest

from pipeline.checks.table_rows import check_table_rows
from pipeline.checks.totals import check_totals
from pipeline.model import Finding, Table
from pipeline.structure.projects import find_projects
from tests.tables.typesetting import tables_of

HEADER = "[*TT*], [*Danh mục dự án*], [*Chủ đầu tư*], [*Tổng số*], [*NSTW*], [*NSĐP*]"


def _table(*rows: str, unit: str = "Triệu đồng", header: str = HEADER) -> Table:
    cells = ", ".join(f"[{text.strip()}]" for row in rows for text in row.split("|"))
    lead = f"#align(right)[_Đơn vị tính: {unit}_]"
    columns = "(1.2cm, 3fr, 2fr, 2fr, 2fr, 2fr)"
    (table,) = tables_of(f"{lead}\n#table(columns: {columns}, {header}, {cells})")
    return table


def _totals(*rows: str, unit: str = "Triệu đồng") -> list[Finding]:
    table = _table(*rows, unit=unit)
    return list(check_totals([table], find_projects([table])))


TOP = "|TỔNG SỐ||12.900|9.000|3.900"
ROADS = ["I|Giao thông||9.900|7.000|2.900", "1|Đường A|Sở X|5.000|4.000|1.000", "2|Cầu B|Sở X|4.900|3.000|1.900"]
HEALTH = ["II|Y tế||3.000|2.000|1.000", "1|Trạm C|Sở Y|1.500|1.000|500", "2|Viện D|Sở Y|1.500|1.000|500"]


def test_totals_at_the_top_of_groups_that_add_up() -> None:
    assert _totals(TOP, *ROADS, *HEALTH) == []


def test_totals_at_the_bottom_and_of_each_group() -> None:
    groups = [*ROADS, "|Cộng||9.900|7.000|2.900", *HEALTH, "|Cộng||3.000|2.000|1.000"]
    assert _totals(*groups, "|Tổng cộng||12.900|9.000|3.900") == []


def test_a_group_total_that_is_wrong_in_one_column() -> None:
    wrong = HEALTH[0].replace("2.000", "2.100")
    (finding,) = _totals(TOP.replace("9.000", "9.100"), *ROADS, wrong, *HEALTH[1:])
    assert (finding.code, finding.page) == ("total_mismatch", 1)
    assert finding.message.startswith(
        "Cột “NSTW”, dòng “II Y tế”: ghi 2.100 triệu đồng nhưng 2 dòng cộng lại là 2.000 triệu đồng"
    )
    assert finding.boxes
    assert finding.subject is not None
    assert finding.subject.row == 4


def test_a_total_that_is_wrong_in_one_column() -> None:
    (finding,) = _totals(TOP.replace("3.900", "3.800"), *ROADS, *HEALTH)
    assert "dòng “TỔNG SỐ”: ghi 3.800 triệu đồng nhưng 2 dòng cộng lại là 3.900" in finding.message


@pytest.mark.parametrize(
    "rows",
    [
        ["1|Đường A|Sở X|900|500|400", "-|Trong đó: đền bù||100|50|50", "-|Thiết bị||20|10|10"],
        ["1|Đường A|Sở X|900|500|400", "1.1|Nền|Sở X|100|50|50", "1.2|Mặt|Sở X|100|60|40"],
        ["|TỔNG SỐ||100|60|40", "1|Đường A|Sở X|…|1|1", "2|Cầu B|Sở X|10|…|…"],
    ],
    ids=["a part of it", "no column agrees", "not all is known"],
)
def test_where_nothing_shows_how_it_adds_up_nothing_is_said(rows: list[str]) -> None:
    assert _totals(*rows) == []


def test_rounding_is_allowed_for_printed_digits_and_not_for_dong() -> None:
    rows = ["|TỔNG SỐ||1,0|0,5|0,5", "1|Đường A|Sở X|0,33|0,2|0,13", "2|Cầu B|Sở X|0,66|0,3|0,36"]
    assert _totals(*rows) == []
    exact = ["|TỔNG SỐ||1.001|500|500", "1|Đường A|Sở X|500|250|250", "2|Cầu B|Sở X|500|250|250"]
    assert [finding.code for finding in _totals(*exact, unit="Đồng")] == ["total_mismatch"]


def test_more_paid_out_than_granted() -> None:
    header = "[*TT*], [*Tên dự án*], [*Chủ đầu tư*], [*Kinh phí*], [*Giải ngân*], [*Ghi chú*]"
    table = _table("1|Đường A|Sở X|900|950|", "2|Cầu B|Sở X|900|900|", header=header)
    (finding,) = check_totals([table], find_projects([table]))
    assert finding.code == "disbursed_above_budget"
    assert "đã giải ngân 950.000.000 đồng, nhiều hơn kinh phí 900.000.000 đồng" in finding.message


def _row(number: str) -> str:
    return f"{number}|Việc {number}|Sở X|1|2|3"


@pytest.mark.parametrize(
    ("numbers", "codes"),
    [
        (["1", "2", "3", "4"], []),
        (["1", "2", "4", "5"], ["row_number_skipped"]),
        (["1", "2", "2", "3"], ["row_number_repeated"]),
        (["1", "2", "1", "2", "3"], []),
        (["1", "1.1", "1.2", "2", "3"], []),
        (["101", "205", "340"], []),
    ],
)
def test_the_count_of_rows(numbers: list[str], codes: list[str]) -> None:
    assert [finding.code for finding in check_table_rows([_table(*map(_row, numbers))])] == codes


def test_a_merged_number_is_not_repeated() -> None:
    merged = "table.cell(rowspan: 2)[1], [Việc a], [Sở X], [Việc b], [Sở Y], [2], [Việc c], [Sở Z]"
    (table,) = tables_of(f"#table(columns: (1cm, 1fr, 1fr), [*TT*], [*Nhiệm vụ*], [*Chủ trì*], {merged})")
    assert list(check_table_rows([table])) == []


def test_one_row_without_a_number_among_many() -> None:
    rows = [_row(str(k)) for k in range(1, 12)]
    table = _table(*rows, _row(""))
    assert [finding.code for finding in check_table_rows([table])] == ["row_unnumbered"]


def test_print_that_lies_over_its_neighbour() -> None:
    over = "#box(width: 0pt)[#box(width: 6cm)[Dự án nâng cấp hệ thống]]"
    markup = f"#table(columns: (1cm, 2cm, 4cm), [*TT*], [*Tên dự án*], [*Chủ đầu tư*], [1], [{over}], [Sở Tài chính])"
    (table,) = tables_of(markup)
    assert [finding.code for finding in check_table_rows([table])] == ["cell_unplaced"]
