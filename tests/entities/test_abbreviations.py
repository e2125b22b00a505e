"""Short forms are found with their long forms, and nothing else in brackets is taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.entities.abbreviations import find_definitions


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("ứng dụng công nghệ thông tin (CNTT), phát triển", "CNTT", "công nghệ thông tin"),
        ("Công Dịch vụ công trực tuyến (DVCTT) và", "DVCTT", "Dịch vụ công trực tuyến"),
        ("Sở Nông nghiệp và Phát triển nông thôn (NN&PTNT)", "NN&PTNT", "Nông nghiệp và Phát triển nông thôn"),
        ("ngân sách địa phương (sau đây viết tắt là NSĐP)", "NSĐP", "ngân sách địa phương"),
        ("thủ tục hành chính (viết tắt là: TTHC)", "TTHC", "thủ tục hành chính"),
        ("- CNTT: Công nghệ thông tin;", "CNTT", "Công nghệ thông tin"),
        (
            "Nghị quyết số 19/2026/NQ-CP của Chính phủ (sau đây gọi tắt là Nghị quyết 19)",
            "Nghị quyết 19",
            "Nghị quyết số 19/2026/NQ-CP của Chính phủ",
        ),
    ],
)
def test_defined(text: str, short: str, long: str) -> None:
    (definition,) = find_definitions(text)
    assert (definition.short, definition.long) == (short, long)
    assert text[definition.start :].startswith(short)


@pytest.mark.parametrize(
    "text",
    ["Phụ lục (II)", "thành phố (IOC)", "(Kèm theo Kế hoạch)", "công nghệ (CNTT)", "theo quy định (Điều 5)", "A: b"],
)
def test_not_defined(text: str) -> None:
    assert find_definitions(text) == []


def test_an_english_acronym_stands_for_the_name_before_it() -> None:
    text = "Trục kết nối, chia sẻ dữ liệu quốc gia (NGSP)"
    (definition,) = find_definitions(text, [(0, text.index(" ("))])
    assert (definition.short, definition.long) == ("NGSP", "Trục kết nối, chia sẻ dữ liệu quốc gia")


@given(st.text(alphabet="CNTT công ghệ(),.:-“”sau đây gọi tắt là", max_size=80))
def test_any_text_is_survived(text: str) -> None:
    for definition in find_definitions(text):
        assert definition.short
        assert definition.long
        assert text[definition.start : definition.stop].strip()
