"""The top of a document and its end, in the forms of state and party, typeset anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.factories.typeset import DATED, PROSE, STATE, Paper, by_typst, side_by_side
from tests.layout.pages import pages_of, paragraphs_of, texts

BODY = "#align(center)[*KẾ HOẠCH*]\n\n" + PROSE
LARGE = Paper("14pt")


def masthead_of(folder: Path, markup: str, paper: Paper | None = None) -> tuple[list[str], list[str]]:
    masthead = pages_of(by_typst(folder, markup + BODY, paper))[0].masthead
    assert masthead is not None
    return texts(masthead.left), texts(masthead.right)


def test_motto_on_two_lines(tmp_path: Path) -> None:
    right = DATED.replace("NGHĨA VIỆT NAM", r"NGHĨA \ VIỆT NAM")
    head = side_by_side(r"ỦY BAN NHÂN DÂN \ *TỈNH HÒA GIANG* \ Số: 45/KH-UBND", right)
    left, right_column = masthead_of(tmp_path, head)
    assert left == ["ỦY BAN NHÂN DÂN", "TỈNH HÒA GIANG", "Số: 45/KH-UBND"]
    assert right_column[:2] == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "VIỆT NAM"]
    assert right_column[-1] == "Hòa Giang, ngày 05 tháng 3 năm 2024"


@pytest.mark.parametrize(
    ("printed", "in_head"), [("Số: 56/BC-BCĐ", True), ("S0: 56/BC-BCĐ", True), ("Tổng: 56", False)]
)
def test_a_number_well_below_the_body_and_the_date(tmp_path: Path, printed: str, in_head: bool) -> None:
    """A scan may read "S0:"; other print on the left, so far below, is no part of the top."""
    head = side_by_side(rf"BAN CHỈ ĐẠO \ *TỈNH HÒA GIANG* #v(34pt) {printed}", DATED)
    assert (printed in masthead_of(tmp_path, head)[0]) == in_head


def test_issuer_that_nearly_touches_the_motto(tmp_path: Path) -> None:
    left = r"#text(12pt)[ỦY BAN NHÂN DÂN TỈNH KIÊN GIANG \ *SỞ Y TẾ*\ Số: 45/KH-SYT]"
    columns, text = "(226pt, 254pt)", f"#text(12pt)[{DATED}]"
    left_column, right_column = masthead_of(tmp_path, side_by_side(left, text, columns))
    assert left_column == ["ỦY BAN NHÂN DÂN TỈNH KIÊN GIANG", "SỞ Y TẾ", "Số: 45/KH-SYT"]
    assert right_column[0] == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def test_long_place_reaches_left_of_the_motto_and_breaks(tmp_path: Path) -> None:
    place = "_Thành phố Phan Rang - Tháp Chàm, ngày 05 tháng 3 năm 2024_"
    right = STATE + rf" \ #move(dx: -40pt)[#box(width: 330pt)[{place}]]"
    head = side_by_side(r"UBND TỈNH \ *SỞ Y TẾ* \ Số: 12/BC-SYT", right, "(2fr, 3.4fr)")
    left, right_column = masthead_of(tmp_path, head, LARGE)
    assert left == ["UBND TỈNH", "SỞ Y TẾ", "Số: 12/BC-SYT"]
    assert right_column[-2:] == ["Thành phố Phan Rang - Tháp Chàm, ngày 05 tháng 3 năm", "2024"]


def test_party_letterhead_and_signature(tmp_path: Path) -> None:
    head = side_by_side(
        r"TỈNH ỦY KON TUM \ \* \ Số 57-NQ/TU", r"*ĐẢNG CỘNG SẢN VIỆT NAM* \ \ _Kon Tum, ngày 12 tháng 7 năm 2023_"
    )
    recipients = r"#align(left)[_*Nơi nhận:*_\ - Bộ Chính trị,\ - Lưu Văn phòng Tỉnh ủy.]"
    end = side_by_side(recipients, r"*T/M TỈNH ỦY* \ *BÍ THƯ* \ \ \ *Dương Văn Trang*")
    page = pages_of(by_typst(tmp_path, f"{head}{BODY}\n\n{end}"))[0]
    assert page.masthead is not None
    assert page.closing is not None
    assert texts(page.masthead.left) == ["TỈNH ỦY KON TUM", "*", "Số 57-NQ/TU"]
    assert texts(page.masthead.right)[-1] == "Kon Tum, ngày 12 tháng 7 năm 2023"
    assert texts(page.closing.right) == ["T/M TỈNH ỦY", "BÍ THƯ", "Dương Văn Trang"]
    assert texts(page.closing.left)[-1] == "- Lưu Văn phòng Tỉnh ủy."


def test_subject_of_a_letter_runs_below_the_date(tmp_path: Path) -> None:
    subject = r"V/v hướng dẫn thực hiện quy định về vận hành hệ thống điện và thị trường điện năm 2024"
    head = side_by_side(rf"BỘ CÔNG THƯƠNG \ Số: 1178/BCT-KH \ #text(12pt)[{subject}]", DATED)
    path = by_typst(tmp_path, f"{head}#align(center)[Kính gửi: Ủy ban nhân dân tỉnh Hòa Giang]\n\n{PROSE}")
    masthead = pages_of(path)[0].masthead
    assert masthead is not None
    assert " ".join(texts(masthead.left)[2:]) == subject
    assert paragraphs_of(path) == ["Kính gửi: Ủy ban nhân dân tỉnh Hòa Giang", PROSE]


def test_boxes_of_draft_and_urgency_are_no_running_text(tmp_path: Path) -> None:
    stamps = (
        "#place(top + left, dy: 85pt, dx: 30pt)[#box(stroke: 1pt, inset: 4pt)[*DỰ THẢO 2*]]"
        "#place(top + right, dy: 60pt)[#box(stroke: 1pt, inset: 4pt)[*HỎA TỐC*]]"
    )
    head = side_by_side(r"ỦY BAN NHÂN DÂN \ *TỈNH HÒA GIANG* \ Số: #h(1.2cm)/KH-UBND", DATED)
    path = by_typst(tmp_path, f"{stamps}{head}#v(3em){BODY}", LARGE)
    assert paragraphs_of(path) == ["KẾ HOẠCH", PROSE]
    masthead = pages_of(path)[0].masthead
    assert masthead is not None
    assert "Số: /KH-UBND" in texts(masthead.left)


def test_prose_that_names_the_state_is_no_masthead(tmp_path: Path) -> None:
    basis = "_Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;_\n\n"
    page = pages_of(by_typst(tmp_path, f"#align(center)[*QUỐC HỘI*]\n\n{basis}{PROSE}"))[0]
    assert page.masthead is None
    assert texts(page.body)[:2] == ["QUỐC HỘI", "Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;"]


def test_signature_without_recipients(tmp_path: Path) -> None:
    signed = r"#pad(left: 8cm)[#align(center)[*TM. ỦY BAN NHÂN DÂN \ PHÓ CHỦ TỊCH* \ \ \ *Nguyễn Văn A*]]"
    page = pages_of(by_typst(tmp_path, f"{PROSE}\n\n{signed}"))[0]
    assert page.closing is not None
    assert texts(page.closing.right) == ["TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH", "Nguyễn Văn A"]


def test_prose_about_recipients_is_no_closing(tmp_path: Path) -> None:
    about = "Nơi nhận hồ sơ là Sở Y tế; kết quả trả qua bưu điện."
    page = pages_of(by_typst(tmp_path, f"{PROSE}\n\n{about}\n\n{PROSE}"))[0]
    assert page.closing is None


def test_two_signatures_side_by_side_are_read_one_after_the_other(tmp_path: Path) -> None:
    pair = side_by_side(
        r"*BỘ TRƯỞNG \ BỘ TÀI CHÍNH* \ \ \ *Hồ Văn Minh*",
        r"*BỘ TRƯỞNG \ BỘ Y TẾ* \ \ \ *Đào Thị Lan*",
        "(1fr, 1fr)",
    )
    path = by_typst(tmp_path, rf"{PROSE}" + f"\n\n{pair}" + r"_*Nơi nhận:*_\ - Như trên;\ - Lưu: VT.")
    closing = pages_of(path)[0].closing
    assert closing is not None
    assert texts(closing.right) == ["BỘ TRƯỞNG", "BỘ TÀI CHÍNH", "Hồ Văn Minh", "BỘ TRƯỞNG", "BỘ Y TẾ", "Đào Thị Lan"]
    assert texts(closing.left) == ["Nơi nhận:", "- Như trên;", "- Lưu: VT."]
    assert paragraphs_of(path) == [PROSE]


@pytest.mark.parametrize("count", [4, 30])
def test_recipients_longer_than_the_signature(tmp_path: Path, count: int) -> None:
    """Thirty of them run on to the next page, where no running head may be seen in them."""
    items = [f"- Sở thứ {k};" for k in range(1, count)] + ["- Lưu: VT."]
    left = r"#align(left)[#text(12pt)[_*Nơi nhận:*_\ " + r" \ ".join(items) + "]]"
    end = side_by_side(left, r"*TM. ỦY BAN NHÂN DÂN \ CHỦ TỊCH* \ \ \ *Nguyễn Văn A*")
    path = by_typst(tmp_path, "\n\n".join([PROSE] * 7) + f"\n\n{end}")
    closings = [page.closing for page in pages_of(path) if page.closing]
    assert [line for closing in closings for line in texts(closing.left)] == ["Nơi nhận:", *items]
    assert texts(closings[0].right) == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn A"]
    assert paragraphs_of(path) == [PROSE] * 7


def test_annex_that_follows_on_the_page_is_no_part_of_the_signature(tmp_path: Path) -> None:
    """Its centred heading stands right of the gutter, as the signature does; the last line of that is the signer."""
    recipients = r"#align(left)[_*Nơi nhận:*_\ - Như trên;\ - Lưu: VT.]"
    end = side_by_side(recipients, r"*TM. ỦY BAN NHÂN DÂN \ CHỦ TỊCH* \ \ \ *Nguyễn Văn A*")
    for heading in ("PHỤ LỤC", "BẢNG KÊ"):
        path = by_typst(tmp_path, f"{PROSE}\n\n{end}\n#v(2em)#align(center)[*{heading}*]\n\n{PROSE}")
        closing = pages_of(path)[0].closing
        assert closing is not None
        assert texts(closing.right)[-1] == "Nguyễn Văn A"
        assert paragraphs_of(path) == [PROSE, heading, PROSE]


def test_a_name_alone_at_the_top_of_the_next_page(tmp_path: Path) -> None:
    right = "#align(right, block(width: 50%)[#set align(center)\n{}])"
    signature = right.format(r"*KT. CHỦ TỊCH \ PHÓ CHỦ TỊCH*")
    path = by_typst(tmp_path, f"{PROSE}\n\n{signature}\n#pagebreak()\n{right.format('*Trần Minh Đức*')}")
    pages = pages_of(path)
    closings = [page.closing for page in pages]
    assert [texts(closing.right) for closing in closings if closing] == [
        ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        ["Trần Minh Đức"],
    ]
    assert pages[1].body == ()


def test_the_label_of_an_annex_stands_apart_from_what_is_left_of_it(tmp_path: Path) -> None:
    path = by_typst(tmp_path, f"ĐƠN VỊ: #h(1fr) Phụ lục II\n\n{PROSE}")
    assert texts(pages_of(path)[0].body)[:2] == ["Phụ lục II", "ĐƠN VỊ:"]


def test_a_sentence_that_ends_in_an_annex_stays_whole(tmp_path: Path) -> None:
    path = by_typst(tmp_path, f"Nội dung tại Phụ lục II\n\n{PROSE}")
    assert texts(pages_of(path)[0].body)[0] == "Nội dung tại Phụ lục II"
