"""Tables without upright rules, where the white between the columns is certain; and what must not be taken for one."""

from __future__ import annotations

import pytest

from tests.tables.typesetting import cells_of, tables_of

NAMES = "[*STT*], [*Nhiệm vụ*], [*Cơ quan chủ trì*], [*Thời gian*]"
COLUMNS = "columns: (1cm, 3fr, 2fr, 2fr)"
LONG = "Xây dựng đề án phát triển kinh tế vùng đồng bào dân tộc thiểu số và miền núi"
PROSE = "Thực hiện chỉ đạo của Ủy ban nhân dân tỉnh, các sở, ban, ngành triển khai các nội dung sau đây. " * 2
ACROSS = "stroke: (x, y) => (top: 0.4pt, bottom: 0.4pt)"


def _rows(count: int, task: str = LONG) -> list[list[str]]:
    return [[str(k), f"{task} {k}", "Sở Nội vụ", f"Quý II/20{20 + k % 9}"] for k in range(1, count + 1)]


def _table(rows: list[list[str]], style: str, header: str = NAMES) -> str:
    return f"#table({COLUMNS}, {style}, {header}, {', '.join(f'[{text}]' for row in rows for text in row)})"


@pytest.mark.parametrize("style", ["stroke: none", ACROSS])
@pytest.mark.parametrize("count", [3, 9, 45])
def test_counted_rows_with_wrapped_cells_over_pages(style: str, count: int) -> None:
    rows = _rows(count)
    (table,) = tables_of(f"{PROSE}\n{_table(rows, style)}\n{PROSE}")
    assert table.columns == ("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian")
    assert cells_of(table) == rows
    assert (table.page_last > 1) is (count == 45)


def test_rules_only_above_and_below_the_header_and_at_the_end() -> None:
    rows = [[f"Xã {k}", "12.000", "35,2"] for k in range(4)]
    body = ", ".join(f"[{text}]" for row in rows for text in row)
    line = "table.hline(stroke: 0.5pt)"
    header = "[*Tên xã*], [*Dân số*], [*Diện tích*]"
    parts = f"{line}, {header}, {line}, {body}, {line}"
    (table,) = tables_of(f"#table(columns: (2fr, 1fr, 1fr), stroke: none, {parts})")
    assert cells_of(table) == rows


def test_the_row_that_counts_the_columns_and_a_header_of_two_lines() -> None:
    header = "[*Số TT*], [*Nhiệm vụ*], [*Cơ quan chủ trì*], [*Thời gian hoàn thành theo kế hoạch*]"
    header += ", [(1)], [(2)], [(3)], [(4)]"
    (table,) = tables_of(_table(_rows(4), "stroke: none", header))
    assert table.columns == ("Số TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian hoàn thành theo kế hoạch")
    assert cells_of(table) == _rows(4)


@pytest.mark.parametrize(
    "markup",
    [
        "\n\n".join(f"{k}. #h(0.5cm) {PROSE}" for k in range(1, 6)),
        f"STT và TT là số thứ tự.\n\n{'1. ' + PROSE}\n\n{'2. ' + PROSE}",
        "#grid(columns: (1fr, 1fr), [_Nơi nhận:_ \\ - Như Điều 3; \\ - Lưu: VT.], align(center)[*CHỦ TỊCH*])",
        " \\ ".join(f"{k}. Nội dung phần {k} #box(width: 1fr, repeat[.]) {k}" for k in range(1, 9)),
        "\n".join(f"Họ và tên: #line(length: 14cm, stroke: (dash: {chr(34)}dotted{chr(34)}))" for _ in range(5)),
        _table(
            [["1", "A", "B", "C"], ["3", "D", "E", "F"], ["4", "G", "H", "I"]], "stroke: none"
        ),  # a gap in the count
        _table([["1", "A", "B", "C"], ["2", "D", "E", "F"]], "stroke: none"),  # too few to be sure
    ],
    ids=["paragraphs", "words", "recipients", "contents", "form", "gap", "few"],
)
def test_what_is_not_certain_is_no_table(markup: str) -> None:
    assert tables_of(markup) == ()


@pytest.mark.parametrize("style", ["stroke: none", ACROSS])
def test_no_word_is_lost_where_the_next_page_is_wider(style: str) -> None:
    rows = [[str(k), f"Việc {k}", "Sở A", "Quý I" if k < 40 else "Quý I năm 2024 và những năm"] for k in range(1, 50)]
    (table,) = tables_of(_table(rows, style))
    assert cells_of(table) == rows
