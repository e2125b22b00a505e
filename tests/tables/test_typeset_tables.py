"""Tables with known cells, through a real typesetter and the real reader."""

from __future__ import annotations

from pathlib import Path

import pytest
import typst

from pipeline.extract import extract
from pipeline.structure.projects import find_projects
from tests.tables.typesetting import Sample, cells_of, lay_out_simply, make_hard_sample, make_sample, tables_of, typeset

HEADER = "[*STT*], [*Tên dự án*], [*Chủ trì*]"


@pytest.mark.parametrize("seed", range(12))
def test_plain_tables_to_the_letter(seed: int) -> None:
    _check(make_sample(seed))


@pytest.mark.parametrize("seed", range(12))
def test_hard_tables_to_the_letter(seed: int) -> None:
    _check(make_hard_sample(seed))


def _check(sample: Sample) -> None:
    (table,) = tables_of(sample.markup, flipped=sample.flipped)
    assert list(table.columns) == sample.columns
    assert cells_of(table) == sample.rows


def test_a_broken_row_is_one_row_with_boxes_on_both_pages() -> None:
    long = " ".join(["nâng cấp hệ thống thông tin báo cáo của tỉnh"] * 12)
    (table,) = tables_of(f"#v(22cm)\n#table(columns: (1cm, 3cm, 1fr), {HEADER}, [1], [{long}], [Sở Tài chính])")
    assert cells_of(table) == [["1", long, "Sở Tài chính"]]
    row = table.rows[0]
    assert (row.page_first, row.page_last) == (1, 2)
    assert {box.page for box in row.cells[1].passage.boxes()} == {1, 2}


def test_a_row_without_number_at_the_top_of_a_page_stays_a_row() -> None:
    rows = ", ".join(f"[{k}], [Dự án số {k}], [Sở Tài chính], [], [Gói thầu A], [Sở Xây dựng]" for k in range(1, 40))
    (table,) = tables_of(f"#table(columns: (1cm, 1fr, 1fr), table.header({HEADER}), {rows})")
    assert table.page_last > 1
    assert len(table.rows) == 78


def test_text_between_and_a_new_count_make_a_new_table() -> None:
    body = f"#table(columns: (1cm, 1fr, 1fr), {HEADER}, [1], [Đường A], [Sở Xây dựng], [2], [Cầu B], [Sở Xây dựng])"
    first, second = tables_of(f"IA. Danh sách thứ nhất:\n{body}\nIB. Danh sách thứ hai:\n{body}")
    assert cells_of(first) == cells_of(second)
    assert (first.caption, second.caption) == ("IA. Danh sách thứ nhất:", "IB. Danh sách thứ hai:")


def test_another_header_on_the_next_page_is_another_table() -> None:
    one = f"#table(columns: (1cm, 1fr, 1fr), {HEADER}, [1], [Đường A], [Sở Xây dựng])"
    other = "#table(columns: (1cm, 1fr, 1fr), [*STT*], [*Họ và tên*], [*Chức vụ*], [1], [Lê A], [Giám đốc])"
    assert len(tables_of(f"{one}\n#pagebreak()\n{other}")) == 2


def test_caption_unit_and_what_stands_between() -> None:
    title = (
        "#align(center)[*PHỤ LỤC I*]\n#align(center)[*DANH MỤC DỰ ÁN*\\ *NĂM 2021*]\n"
        "#align(center)[_(Kèm theo Kế hoạch số 01/KH-UBND\\ ngày 01 tháng 02 năm 2021)_]\n"
        "#align(right)[_Đơn vị tính: Triệu đồng._]\n"
    )
    (table,) = tables_of(f"{title}#table(columns: (1cm, 1fr, 1fr), {HEADER}, [1], [Đường A], [Sở Xây dựng])")
    assert table.caption == "DANH MỤC DỰ ÁN NĂM 2021"
    assert table.unit == "Triệu đồng"


def test_running_text_above_is_no_caption() -> None:
    text = "Giao Sở Tài chính chủ trì, phối hợp với các đơn vị liên quan triển khai thực hiện."
    (table,) = tables_of(f"{text}\n#table(columns: (1cm, 1fr, 1fr), {HEADER}, [1], [Đường A], [Sở Xây dựng])")
    assert table.caption is None
    assert table.unit is None


def test_a_table_without_header() -> None:
    (table,) = tables_of("#table(columns: (3cm, 1fr), [Danh mục I], [Các chất A], [Danh mục II], [Các chất B])")
    assert table.columns == ()
    assert cells_of(table) == [["Danh mục I", "Các chất A"], ["Danh mục II", "Các chất B"]]


@pytest.mark.parametrize(
    "markup",
    [
        "#rect(width: 10cm)[THÔNG BÁO: hồ sơ nộp trước ngày 30 tháng 6]",
        "#table(columns: 1, [Điều 1], [Điều 2], [Điều 3])",
        "#table(columns: 2, [UBND TỈNH X], [CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM], [Số: 1/QĐ], [Hà Nội, ngày 1])",
        "#v(12cm)\n#table(columns: 2, [_Nơi nhận:_ \\ - Như trên], [TM. ỦY BAN NHÂN DÂN])",
        "#underline[Độc lập - Tự do - Hạnh phúc]\n#line(length: 5cm)",
    ],
    ids=["notice", "one column", "letterhead", "closing", "underline"],
)
def test_what_is_no_data_table(markup: str) -> None:
    assert tables_of(markup) == ()


def test_each_word_of_a_table_is_in_one_cell() -> None:
    sample = make_hard_sample(3)
    for page in lay_out_simply(typeset(sample.markup, flipped=sample.flipped)):
        held = [
            piece.box
            for grid in page.grids
            for cell in grid.cells
            for line in cell.lines
            for piece in line.passage.pieces
        ]
        assert len(held) == len(set(held))
        letters = sum(len(line.passage.text.replace(" ", "")) for g in page.grids for c in g.cells for line in c.lines)
        outside = sum(len(line.passage.text.replace(" ", "")) for line in page.body)
        assert letters + outside == sum(len(word.text) for word in page.page.words)


def test_projects_groups_totals_and_ditto_marks() -> None:
    markup = """#align(center)[*DANH MỤC DỰ ÁN*]
#table(columns: (1cm, 3fr, 2fr, 2fr, 2fr),
  [*TT*], [*Tên dự án*], [*Cơ quan chủ trì*], [*Tổng mức đầu tư (tỷ đồng)*], [*Giải ngân (triệu đồng)*],
  [I], [Giao thông], [], [3,5], [],
  [1], [Đường A], [Sở Xây dựng], [1,5], [1.200],
  [2], [Cầu B], ["], [2], [],
  [II], table.cell(colspan: 4)[Y tế],
  [3], [Trạm y tế], [Sở Y tế], [không rõ], [0],
  [], [Tổng cộng], [], [3,5], [])"""
    road, bridge, clinic = find_projects(tables_of(markup))
    assert (road.name, road.group_name, road.budget, road.budget_vnd) == ("Đường A", "Giao thông", "1,5", 1_500_000_000)
    assert road.disbursed_vnd == 1_200_000_000
    assert (bridge.lead_unit, bridge.disbursed_vnd) == ("Sở Xây dựng", None)
    assert (clinic.group_name, clinic.budget, clinic.budget_vnd) == ("Y tế", "không rõ", None)
    assert clinic.disbursed_vnd == 0


def test_a_list_of_something_else_has_no_projects() -> None:
    rows = "[1], [Cấp giấy phép], [Luật X], [2], [Thu hồi giấy phép], [Luật Y]"
    markup = f"#table(columns: 3, [*STT*], [*NỘI DUNG NHIỆM VỤ ỦY QUYỀN*], [*CĂN CỨ PHÁP LÝ*], {rows})"
    assert find_projects(tables_of(markup)) == ()


THREE = ", ".join(f"[{k}], [Dự án {k}], [Sở A], [Sở B]" for k in range(1, 4))
FOUR_NAMES = "[*STT*], [*Tên dự án*], [*Chủ trì*], [*Phối hợp*]"


def test_a_page_whose_rows_merge_two_columns_belongs_to_the_table() -> None:
    first = f"#v(20cm)\n#table(columns: (1cm, 1fr, 3cm, 3cm), {FOUR_NAMES}, {THREE})"
    (table,) = tables_of(f"{first}\n#pagebreak()\n#table(columns: (1cm, 1fr, 6cm), [4], [Dự án 4], [Sở C])")
    assert cells_of(table)[2:] == [["3", "Dự án 3", "Sở A", "Sở B"], ["4", "Dự án 4", "Sở C", "Sở C"]]


def test_a_header_alone_at_the_end_of_a_page() -> None:
    columns = "columns: (1cm, 1fr, 3cm, 3cm)"
    (table,) = tables_of(f"#v(24cm)\n#table({columns}, {FOUR_NAMES})\n#pagebreak()\n#table({columns}, {THREE})")
    assert table.columns == ("STT", "Tên dự án", "Chủ trì", "Phối hợp")
    assert [row[0] for row in cells_of(table)] == ["1", "2", "3"]


def test_a_title_in_the_frame_is_the_caption() -> None:
    (table,) = tables_of(f"#table(columns: 4, table.cell(colspan: 4)[*DANH MỤC DỰ ÁN*], {FOUR_NAMES}, {THREE})")
    assert table.caption == "DANH MỤC DỰ ÁN"
    assert len(table.rows) == 3


@pytest.mark.parametrize(
    "numbering", ["[1], [2], [3], [4=3/2]", "[A], [B], [1], [2]", "[], [(1)], [(2)], [(3)=(2)/(1)]"]
)
def test_a_row_that_counts_the_columns_belongs_to_the_header(numbering: str) -> None:
    (table,) = tables_of(f"#table(columns: 4, {FOUR_NAMES}, {numbering}, {THREE})")
    assert [row[0] for row in cells_of(table)] == ["1", "2", "3"]


@pytest.mark.parametrize("row", ["[1], [12], [35], [60]", "[2], [3], [4], [5]", "[1], [2], [Sở A], [4]"])
def test_a_row_of_figures_is_data(row: str) -> None:
    (table,) = tables_of(f"#table(columns: 4, {FOUR_NAMES}, {row}, {THREE})")
    assert len(table.rows) == 4


def test_three_levels_of_header_and_the_unit_in_it() -> None:
    header = (
        "table.cell(rowspan: 3)[STT], table.cell(rowspan: 3)[Tên dự án], table.cell(colspan: 3)[Kế hoạch vốn "
        "(triệu đồng)], table.cell(rowspan: 2)[Tổng số], table.cell(colspan: 2)[Trong đó], [NSTW], [NSĐP]"
    )
    (table,) = tables_of(f"#table(columns: 5, {header}, [1], [Đường A], [100], [50], [50])")
    plan = "Kế hoạch vốn (triệu đồng)"
    assert table.columns[2:] == (f"{plan} / Tổng số", f"{plan} / Trong đó / NSTW", f"{plan} / Trong đó / NSĐP")
    assert table.unit == "triệu đồng"
    (project,) = find_projects((table,))
    assert project.budget_vnd == 100_000_000


def test_a_bold_header_that_the_vocabulary_does_not_know() -> None:
    (table,) = tables_of("#table(columns: 3, [*Nguồn gốc*], [*2021*], [*2022*], [Thu], [100], [5], [Chi], [200], [7])")
    assert table.columns == ("Nguồn gốc", "2021", "2022")


def _cells(*rows: str) -> str:
    return ", ".join(f"[{text}]" for row in rows for text in row.split("|"))


CENTRED = "align: (x, y) => if y == 0 { center } else { left },"


@pytest.mark.parametrize(
    ("style", "rows"),
    [
        ("", ["Mã|Loại đất|Hiện trạng", "NNP|Đất nông nghiệp|1.200,5", "LUA|Đất trồng lúa|500"]),
        (CENTRED, ["Cơ cấu giải|Nội dung giải|Giải thích", "Nhất|Xe máy|Một chiếc", "Nhì|Tủ lạnh|Hai chiếc"]),
        ("", ["Cơ cấu giải|Nội dung giải|Trị giá|Số giải", "Giải|||", "Giải|||"]),
        ("", ["*Vùng trồng*|*Quy mô* \\ _(ha)_|*Sản lượng*", "Xã A|khá|ít", "Xã B|tốt|nhiều"]),
    ],
    ids=["over figures", "centred", "over blanks", "unit in italics"],
)
def test_headers_that_the_vocabulary_does_not_know(style: str, rows: list[str]) -> None:
    width = rows[0].count("|") + 1
    (table,) = tables_of(f"#table(columns: (1fr,) * {width}, {style} {_cells(*rows)})")
    assert len(table.columns) == width
    assert len(table.rows) == 2


def test_a_list_without_header_has_none() -> None:
    rows = ["Mẫu số 01|Đơn đề nghị cấp phép|Phụ lục I", "Mẫu số 02|Báo cáo kết quả|Phụ lục II"]
    (table,) = tables_of(f"#table(columns: (1fr, 2fr, 2fr), {_cells(*rows)})")
    assert table.columns == ()


def test_a_narrower_table_upon_a_wider_one() -> None:
    people = _cells("*STT*|*Họ và tên*", "1|Lê A", "2|Trần B")
    projects = _cells("*STT*|*Tên dự án*|*Chủ đầu tư*", "1|Đường A|Sở X", "2|Cầu B|Sở Y")
    narrow, wide = f"#table(columns: (1cm, 3cm), {people})", f"#table(columns: (1cm, 5cm, 4cm), {projects})"
    markup = f"#set block(spacing: 0pt)\n{narrow}\n{wide}"
    first, second = tables_of(markup)
    assert first.columns == ("STT", "Họ và tên")
    assert cells_of(first) == [["1", "Lê A"], ["2", "Trần B"]]
    assert cells_of(second) == [["1", "Đường A", "Sở X"], ["2", "Cầu B", "Sở Y"]]


@pytest.mark.parametrize("width", [3, 4])
def test_tables_that_touch_are_two(width: int) -> None:
    projects = _cells("*STT*|*Tên dự án*|*Chủ đầu tư*", "1|Đường A|Sở X", "2|Cầu B|Sở Y")
    people = ["*STT*|*Họ và tên*|*Chức vụ*|*Ghi chú*", "1|Lê A|Giám đốc|", "2|Trần B|Phó Giám đốc|"]
    cut = [" | ".join(row.split("|")[:width]) for row in people]
    markup = (
        "#set block(spacing: 0pt)\n"
        f"#table(columns: (1cm, 1fr, 1fr), {projects})\n#table(columns: (1cm,) + (1fr,) * {width - 1}, {_cells(*cut)})"
    )
    first, second = tables_of(markup)
    assert first.columns == ("STT", "Tên dự án", "Chủ đầu tư")
    assert len(second.columns) == width
    assert [row[:2] for row in cells_of(second)] == [["1", "Lê A"], ["2", "Trần B"]]
    assert first.rows[-1].boxes[0].bottom <= second.rows[0].boxes[0].top


@pytest.mark.parametrize(
    "markup",
    [
        "#table(columns: (1fr, 1fr), [*THÔNG BÁO*], [Hồ sơ nộp trước ngày 30/6])",
        "#table(columns: (1fr, 1fr), [*BÊN A*], [*BÊN B*], [(Ký, ghi rõ họ tên)], [(Ký, ghi rõ họ tên)])",
    ],
    ids=["notice at the top", "signatures"],
)
def test_frames_that_hold_no_data(markup: str) -> None:
    assert tables_of(markup) == ()


def test_the_last_row_of_a_table_alone_on_its_page() -> None:
    rows = ", ".join(f"[{k}], [Dự án số {k}]" for k in range(1, 34))
    (table,) = tables_of(f"#table(columns: (2cm, 1fr), inset: 8pt, [*STT*], [*Tên dự án*], {rows})")
    assert len(table.rows) == 33


def test_groups_over_parts_and_over_numbered_rows() -> None:
    header = "[*STT*], [*Nội dung nhiệm vụ*], [*Cơ quan chủ trì*], [*Kinh phí (triệu đồng)*]"
    rows = _cells(
        "*1*|*Cải cách thể chế*||*300*",
        "1.1|Việc một|Sở A|100",
        "1.2|Việc hai|Sở B|200",
        "|*Dự án chuyển tiếp*||50",
        "2|Đường B|Sở C|50",
        "3|Cầu C|Sở D|",
        "a)|Mố cầu|Sở D|7",
    )
    projects = find_projects(tables_of(f"#table(columns: (1.2cm, 3fr, 2fr, 2fr), {header}, {rows})"))
    assert [(p.number, p.group_name) for p in projects] == [
        ("1.1", "Cải cách thể chế"),
        ("1.2", "Cải cách thể chế"),
        ("2", "Dự án chuyển tiếp"),
        ("3", "Dự án chuyển tiếp"),
        ("a)", "Dự án chuyển tiếp"),
    ]


def test_the_days_of_a_projects_period() -> None:
    header = "[*STT*], [*Nhiệm vụ*], [*Chủ trì*], [*Thời gian*]"
    rows = _cells("1|Việc một|Sở A|Quý II/2026", "2|Việc hai|Sở B|Trước 30/6/2026", "3|Việc ba|Sở C|Thường xuyên")
    projects = find_projects(tables_of(f"#table(columns: (1cm, 2fr, 1fr, 1fr), {header}, {rows})"))
    assert [(p.period_from, p.period_to) for p in projects] == [
        ("2026-04-01", "2026-06-30"),
        (None, "2026-06-30"),
        (None, None),
    ]


def test_a_turned_page_with_few_words_is_read_by_its_text() -> None:
    rows = ", ".join(f"[{k}], [Dự án {k}], [Sở A]" for k in range(1, 12))
    table = f"#table(columns: (1cm, 3fr, 2fr), [*TT*], [*Tên dự án*], [*Chủ đầu tư*], {rows})"
    (page,) = typeset(f"#rotate(-90deg, reflow: true)[#block(width: 24cm)[{table}]]")
    assert (page.text_source, page.turn) == ("text", 90)


@pytest.mark.parametrize(("top", "count"), [("*Mã*|*Vùng trồng*|*Giống*", 2), ("*Cộng*|*Đất các loại*|*Khác*", 1)])
def test_unknown_names_above_a_new_count_head_another_table(top: str, count: int) -> None:
    one = _cells("*STT*|*Tên dự án*|*Chủ đầu tư*", "1|Đường A|Sở X", "2|Cầu B|Sở Y")
    other = _cells(top, "1|Xã A|Lúa", "2|Xã B|Ngô")
    columns = "#table(columns: (2cm, 1fr, 1fr), "
    assert len(tables_of(f"{columns}{one})\n#pagebreak()\n{columns}{other})")) == count


@pytest.mark.parametrize("angle", [90, -90])
def test_text_turned_in_a_cell_is_read_there_with_its_place(angle: int) -> None:
    turned = f"#rotate({angle}deg, reflow: true)[*Số lượng \\ cán bộ*]"
    rows = _cells("1|Xã A|3", "2|Xã B|4")
    markup = f"#table(columns: (1cm, 3cm, 1.6cm), rows: (3cm, auto), [*STT*], [*Tên xã*], [{turned}], {rows})"
    (table,) = tables_of(markup)
    assert table.columns == ("STT", "Tên xã", "Số lượng cán bộ")
    body = f"#table(columns: (1cm, 3cm, 1.6cm), [*STT*], [*Tên xã*], [*Nhóm*], [1], [Xã A], [{turned}])"
    (table,) = tables_of(body)
    cell = table.rows[0].cells[2].passage
    assert cell.text == "Số lượng cán bộ"
    row = table.rows[0].boxes[0]
    assert all(row.top <= box.top and box.bottom <= row.bottom and box.height > box.width for box in cell.boxes())


def test_turned_text_beside_a_table_is_still_pointed_out(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.pdf"
    turned = "#rotate(-90deg, reflow: true)[Bản lưu]"
    rows = _cells("*STT*|*Tên xã*|*Nhóm*", f"1|Xã A|{turned}", "2|Xã B|C")
    table = f"#table(columns: (1cm, 3cm, 2cm), {rows})"
    path.write_bytes(typst.compile(table.encode()))
    assert [f.code for f in extract(path).findings if f.code == "text_turned"] == []
    path.write_bytes(typst.compile(f"{table}\n#place(bottom + right, {turned[1:]})".encode()))
    (finding,) = [f for f in extract(path).findings if f.code == "text_turned"]
    assert "“Bản lưu”" in finding.message
