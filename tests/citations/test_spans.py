"""Every component of a mention has its own place in the text."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings

from pipeline.citations.find import read_text
from pipeline.citations.span import Span
from tests.citations.test_growth import texts

TEXT = (
    "theo điểm a khoản 1 Điều 5 Nghị định số 47/2020/NĐ-CP ngày 09 tháng 4 năm 2020 của Chính phủ và Luật Đất đai "
    "năm 2024 (Điều 9)."
)


def test_kind_number_date_issuer_and_pinpoint_are_told_apart() -> None:
    decree, law = read_text(TEXT)
    spans = (decree.kind_span, decree.number_span, decree.date_span, decree.issuer_span, *decree.pinpoint_spans)
    assert [span.of(TEXT) for span in spans if span] == [
        "Nghị định",
        "47/2020/NĐ-CP",
        "ngày 09 tháng 4 năm 2020",
        "Chính phủ",
        "điểm a khoản 1 Điều 5",
    ]
    assert decree.span.of(TEXT).startswith("điểm a")
    assert [span.of(TEXT) for span in (law.kind_span, law.date_span, *law.pinpoint_spans) if span] == [
        "Luật",
        "năm 2024",
        "Điều 9",
    ]


@pytest.mark.parametrize(
    ("text", "date", "issuer"),
    [
        ("các Quyết định số 12/QĐ-UBND, 13/QĐ-UBND ngày 1/2/2023 của UBND tỉnh", "ngày 1/2/2023", "UBND tỉnh"),
        ("Kế hoạch số 1/KH-UBND ngày 2/3/2024 và Kế hoạch số 2/KH-UBND cùng ngày", "ngày 2/3/2024", None),
    ],
)
def test_a_shared_date_and_issuer_stand_where_they_are_printed(text: str, date: str, issuer: str | None) -> None:
    first, second = read_text(text)
    assert first.date_span is not None
    assert first.date_span.of(text) == date
    assert (first.issuer_span.of(text) if first.issuer_span else None) == issuer
    assert second.iso == first.iso


@given(texts)
@settings(max_examples=200, deadline=None)
def test_components_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    for match in read_text(text):
        parts = [match.kind_span, match.number_span, match.date_span, match.issuer_span, *match.pinpoint_spans]
        spans: list[Span] = sorted(part for part in parts if part)
        assert all(0 <= span.start < span.stop <= len(text) for span in spans)
        assert all(one.stop <= other.start for one, other in itertools.pairwise(spans))
