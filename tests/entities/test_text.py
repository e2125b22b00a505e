"""Forms of text for comparison keep their length and do what they say."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.entities.text import fold, plain_key, strip_marks, tidy

VIETNAMESE = st.text(alphabet=st.characters(categories=["L", "N", "P", "Z"]), max_size=60)


@given(VIETNAMESE)
def test_folding_keeps_the_length_of_nfc_text(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    assert len(fold(text)) == len(tidy(text)) == len(strip_marks(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Uỷ ban", "Ủy ban"), ("hoá", "hóa"), ("quý", "quý"), ("toán", "toán"), ("2021 – 2025", "2021 - 2025")],
)
def test_tidy_moves_tone_marks_only_where_both_places_are_written(text: str, expected: str) -> None:
    assert tidy(text) == expected


def test_plain_key_is_words_without_marks() -> None:
    assert plain_key("Sở Lao động - Thương binh & Xã hội") == "so lao dong thuong binh va xa hoi"
