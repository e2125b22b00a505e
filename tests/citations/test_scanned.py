"""Symbols of recognised pages get the marks they lost; print is never corrected."""

from __future__ import annotations

import pytest

from pipeline.citations.scanned import restore_marks
from tests.citations.reading import cite


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("Nghị định số 08/2018/ND-CP", "08/2018/NĐ-CP"),
        ("Quyết định số 12/QD-UBND", "12/QĐ-UBND"),
        ("Nghị quyết số 12/NQ-HDND", "12/NQ-HĐND"),
        ("Hướng dẫn số 12/HD-SNV", "12/HD-SNV"),  # a symbol as it stands
        ("Công văn số 12/XYZ-ABD", "12/XYZ-ABD"),  # nobody's
        ("Quyết định số 12/QĐ-UBND", "12/QĐ-UBND"),
    ],
)
def test_a_symbol_that_can_be_only_one_gets_its_marks(text: str, ref: str) -> None:
    assert [citation.ref for citation in restore_marks(cite(text), frozenset({1}))] == [ref]


def test_print_is_not_corrected() -> None:
    (citation,) = restore_marks(cite("Quyết định số 12/QD-UBND"), frozenset({2}))
    assert citation.ref == "12/QD-UBND"
