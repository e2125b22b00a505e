"""Folded text has one character for each of the original, so that offsets hold."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.folding import fold, strip_marks


@given(st.text())
def test_length_stays(text: str) -> None:
    assert len(strip_marks(text)) == len(text)
    assert len(fold(text)) == len(text)


@given(st.text("aăâbcdđeêơưỷỆỮ ĐÀ-/0"))
def test_folding_twice_changes_nothing(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert fold(fold(composed)) == fold(composed)
    assert strip_marks(strip_marks(composed)) == strip_marks(composed)
    assert fold(composed).isascii()


@pytest.mark.parametrize(
    ("text", "folded"),
    [("QUYẾT ĐỊNH", "quyet dinh"), ("Đắk Lắk", "dak lak"), ("NĐ-CP", "nd-cp"), ("İ", "i"), ("15 km²", "15 km²")],
)
def test_what_folds_to_what(text: str, folded: str) -> None:
    assert fold(text) == folded
