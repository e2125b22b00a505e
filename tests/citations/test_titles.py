"""Titles printed after a mention, and titles that a footnote lists."""

from __future__ import annotations

import pytest

from pipeline.citations import find_citations, title_from_footnotes
from pipeline.citations.titles import list_items
from pipeline.model import Anchor, Block, Citation, Footnote, Letterhead
from tests.citations.reading import block, cite, passage


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "theo Kế hoạch số 3716/KH-UBND ngày 15/10/2021 của UBND tỉnh về việc hỗ trợ doanh nghiệp nhỏ và vừa.",
            "về việc hỗ trợ doanh nghiệp nhỏ và vừa",
        ),
        (
            "Nghị định số 34/2024/NĐ-CP ngày 31/3/2024 của Chính phủ quy định Danh mục hàng hóa, vận chuyển; Nghị định",
            "quy định Danh mục hàng hóa, vận chuyển",
        ),
        (
            "Kế hoạch số 3618/KH-UBND về thực hiện Nghị định số 47/2020/NĐ-CP ngày 29/4/2020 trên địa bàn tỉnh;",
            "về thực hiện Nghị định số 47/2020/NĐ-CP ngày 29/4/2020 trên địa bàn tỉnh",
        ),
        (
            "Quyết định số 3532/QĐ-BYT quy định về xây dựng hệ thống và Quyết định số 6111/QĐ-BYT về việc khác",
            "quy định về xây dựng hệ thống",
        ),
        (
            "Quyết định số 1/QĐ-TTg phê duyệt Đề án “Số hóa; mở dữ liệu” trong năm.",
            "phê duyệt Đề án “Số hóa; mở dữ liệu” trong năm",
        ),
        ("(Quyết định số 1/QĐ-TTg về chuyển đổi số) và", "về chuyển đổi số"),
        ("Chỉ thị số 11-CT/TU về quản lý khoáng sản (viết tắt là Chỉ thị 11), yêu cầu", "về quản lý khoáng sản"),
        ("Quyết định số 945/QĐ-UBND ngày 15/10/2021 Quyết định ban hành Mã định danh;", "ban hành Mã định danh"),
        (
            "theo Thông tư số 1/2020/TT-BTC hướng dẫn hồ sơ tại thời điểm tiếp nhận, trừ trường hợp khác;",
            "hướng dẫn hồ sơ tại thời điểm tiếp nhận",
        ),
        ("Kế hoạch số 4/KH-UBND về môi trường, khí tượng và đô thị", "về môi trường, khí tượng và đô thị"),
        ("Kế hoạch số 5/KH-UBND về phát triển du lịch, đề nghị các sở báo cáo", "về phát triển du lịch"),
        ("Nghị định số 1/2020/NĐ-CP quy định các danh mục hết hiệu lực kể từ ngày", "quy định các danh mục"),
    ],
)
def test_a_title_goes_to_the_end_of_its_clause(text: str, title: str) -> None:
    found = cite(text)[0]
    assert (found.title, found.title_source) == (title, "inline")


@pytest.mark.parametrize(
    "text",
    [
        "theo Nghị định số 139/2025/NĐ-CP quy định cụ thể tại Điều 21.",
        "Nghị định số 1/2020/NĐ-CP có hiệu lực từ ngày 1/1/2020",
        "Quyết định số 12/QĐ-UBND, Sở Y tế về việc",
        "Quyết định số 12/QĐ-UBND.",
    ],
)
def test_words_that_are_no_title_are_not_taken(text: str) -> None:
    found = cite(text)[0]
    assert (found.title, found.title_source) == (None, None)


BODY = "Đã ban hành: Kế hoạch số 1/KH-UBND ngày 1/2/2021 của UBND tỉnh; Quyết định số 2/QĐ-UBND của UBND tỉnh; còn lại."
NOTE = "Kế hoạch chuyển đổi số năm 2021; Quyết định ban hành Bộ tiêu chí (cấp xã; cấp huyện)."


def _titled(body: str, note: str, at: str = "tỉnh; còn") -> tuple[Citation, ...]:
    """The citations of ``body`` with a note whose marker stands right before the first ``;`` of ``at``."""
    offset = body.index(at) + at.index(";")
    blocks = (Block(passage(body, ((offset, "1"),)), "body"), block(note, "footnote"))
    footnotes = (Footnote("1", passage(note), Anchor(0, offset), body[:offset]),)
    return title_from_footnotes(find_citations(blocks, Letterhead()), footnotes, blocks)


def test_a_note_lists_titles_in_order() -> None:
    assert [(c.ref, c.title, c.title_source) for c in _titled(BODY, NOTE)] == [
        ("1/KH-UBND", "Kế hoạch chuyển đổi số năm 2021", "footnote"),
        ("2/QĐ-UBND", "Quyết định ban hành Bộ tiêu chí (cấp xã; cấp huyện)", "footnote"),
    ]


@pytest.mark.parametrize(
    "note",
    [
        "Kế hoạch chuyển đổi số năm 2021.",
        "Kế hoạch một; Kế hoạch hai; Quyết định ba.",
        "Quyết định ban hành Bộ tiêu chí; Kế hoạch chuyển đổi số.",
        "Sở Công Thương; Sở Nội vụ.",
        "theo Kế hoạch số 5/KH-UBND ngày 1/1/2020; Quyết định số 7/QĐ-UBND.",
        "Đến nay, 100% văn bản được ký số; tổng số văn bản là 2.130.119.",
        "Tính đến tháng 9/2021; Quyết định ban hành Bộ tiêu chí.",
        "",
    ],
)
def test_a_note_that_does_not_fit_is_left_alone(note: str) -> None:
    assert all(c.title_source != "footnote" for c in _titled(BODY, note))


def test_mentions_of_the_sentence_before_are_not_counted() -> None:
    body = f"Theo Quyết định số 9/QĐ-TTg của Thủ tướng. {BODY}"
    assert [c.title is None for c in _titled(body, NOTE)] == [True, False, False]


def test_a_marker_far_from_the_mentions_titles_none() -> None:
    body = BODY.replace("; còn lại.", ", nay đã hoàn thành; còn lại.")
    assert all(c.title is None for c in _titled(body, NOTE, "thành; còn"))


def test_a_mention_with_a_title_of_its_own_keeps_it() -> None:
    body = BODY.replace("2021 của UBND tỉnh;", "2021 của UBND tỉnh về chuyển đổi số;")
    assert [c.title_source for c in _titled(body, NOTE)] == ["inline", None]


def test_items_are_parted_outside_quotes_and_brackets() -> None:
    assert list_items("Một “a; b”; hai (c; d); ba.") == ["Một “a; b”", "hai (c; d)", "ba"]
    assert list_items("") == []
