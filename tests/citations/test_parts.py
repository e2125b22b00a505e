"""Each component of a mention has its own place, also one that a list says once. Values checked by hand."""

from __future__ import annotations

import pytest

from tests.citations.reading import cite


def parts(text: str, index: int = 0) -> list[tuple[str, str]]:
    citation = cite(text)[index]
    assert all(text[part.start : part.stop] == part.text for part in citation.parts)
    return [(part.name, part.text) for part in citation.parts]


def test_every_part_of_a_mention_is_cut_from_the_print() -> None:
    text = "theo điểm a khoản 2 Điều 5 Quyết định số 12/QĐ-UBND ngày 1/2/2023 của UBND tỉnh Lào Cai về việc"
    assert parts(text) == [
        ("pinpoint", "điểm a khoản 2 Điều 5"),
        ("kind", "Quyết định"),
        ("number", "12/QĐ-UBND"),
        ("date", "ngày 1/2/2023"),
        ("issuer", "UBND tỉnh Lào Cai"),
    ]


def test_a_part_has_the_boxes_of_its_own_words() -> None:
    (citation,) = cite("theo Quyết định số 12/QĐ-UBND ngày 1/2/2023")
    number = next(part for part in citation.parts if part.name == "number")
    (box,) = number.boxes
    assert (box.x0, box.x1) == (19, 29)  # one unit a letter
    assert citation.boxes[0].x0 < box.x0


def test_a_date_said_once_is_a_part_of_each_member_of_the_list() -> None:
    text = "các Quyết định số 12/QĐ-UBND, 13/QĐ-UBND ngày 1/2/2023 của UBND tỉnh"
    assert parts(text)[1:] == [("number", "12/QĐ-UBND"), ("date", "ngày 1/2/2023"), ("issuer", "UBND tỉnh")]
    first, second = cite(text)
    assert first.parts[-1].boxes == second.parts[-1].boxes


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("Theo đề nghị của Giám đốc Sở Công Thương tại Tờ trình số 45/TTr-SCT;", "Giám đốc Sở Công Thương"),
        ("được UBND tỉnh Kon Tum phê duyệt tại Quyết định số 12/QĐ-UBND", "UBND tỉnh Kon Tum"),
        ("Ngày 1/2/2023, HĐND tỉnh đã ban hành Nghị quyết số 12/NQ-HĐND", "HĐND tỉnh"),
        ("Các sở, ngành phê duyệt tại Quyết định số 12/QĐ-UBND", None),
        ("ý kiến của Sở Tư pháp tại Báo cáo số 1/BC-STP của Sở Tư pháp tỉnh", None),
        ("tại Tờ trình số 45/TTr-SCT", None),
    ],
)
def test_the_body_before_a_mention(text: str, before: str | None) -> None:
    (citation,) = cite(text)
    assert citation.issuer_before == before
