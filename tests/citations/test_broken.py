"""A mention that a block ends and the next one goes on with, read with its kind and pinpoint."""

from __future__ import annotations

import pytest

from pipeline.citations.find import find_citations
from pipeline.model import Letterhead
from tests.citations.reading import block


@pytest.mark.parametrize(
    ("before", "after", "text", "kind", "pinpoint"),
    [
        (
            "I. Điều kiện kinh doanh quy định tại Điều 9 Nghị định",
            "số 09/2018/NĐ-CP",
            "Điều 9 Nghị định số 09/2018/NĐ-CP",
            "Nghị định",
            "Điều 9",
        ),
        (
            "Thủ tục cấp Giấy phép nhập khẩu theo Nghị",
            "định số 77/2023/NĐ-CP về quản lý nhập khẩu",
            "Nghị định số 77/2023/NĐ-CP",
            "Nghị định",
            None,
        ),
        (
            "Thực hiện Quyết định số",
            "12/QĐ-UBND ngày 1/2/2023",
            "Quyết định số 12/QĐ-UBND ngày 1/2/2023",
            "Quyết định",
            None,
        ),
    ],
)
def test_the_kind_stands_in_the_block_before(
    before: str, after: str, text: str, kind: str, pinpoint: str | None
) -> None:
    (found,) = find_citations((block(before), block(after)), Letterhead())
    assert (found.text, found.kind, found.pinpoint) == (text, kind, pinpoint)
    assert len(found.boxes) == 2


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("QUYẾT ĐỊNH", "số 12/QĐ-UBND ngày 1/2/2023"),
        ("Thực hiện Nghị định này.", "số 12/2023/NĐ-CP ngày 1/2/2023"),
        ("Thực hiện các nghị định", "cụ thể: số 12/2023/NĐ-CP"),
    ],
)
def test_a_title_or_a_sentence_that_has_ended_lends_no_kind(before: str, after: str) -> None:
    (found,) = find_citations((block(before), block(after)), Letterhead())
    assert found.kind is None
