"""Every way of taking diacritics off text is the same one, and keeps the length, so that offsets hold."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.citations.fold import fold as fold_citation
from pipeline.entities.text import strip_marks as strip_marks_of_entities
from pipeline.folding import NEWER_TONE_PLACE, fold, strip_marks

LETTERS = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
TONES = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"]
ANY_TEXT = st.text(max_size=60)
VIETNAMESE = st.text(
    st.sampled_from([*(unicodedata.normalize("NFC", v + t) for v in LETTERS for t in TONES), *"đĐ bc"])
)


@pytest.mark.parametrize(
    ("text", "stripped"),
    [
        ("Quyết định số 749/QĐ-TTg", "Quyet dinh so 749/QD-TTg"),
        ("ỦY BAN NHÂN DÂN", "UY BAN NHAN DAN"),
        ("đường Đống Đa", "duong Dong Da"),
        ("1.234,5 – “m²”", "1.234,5 – “m²”"),
        ("İstanbul", "Istanbul"),
    ],
)
def test_marks_go_and_all_else_stays(text: str, stripped: str) -> None:
    assert strip_marks(text) == stripped
    assert fold(text) == stripped.lower()


@pytest.mark.parametrize("text", ["ệ", "Ộ", "ữ"])
def test_a_mark_that_stands_alone_is_a_character_of_its_own(text: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    assert strip_marks(apart) == strip_marks(text) + apart[1:]


@given(ANY_TEXT)
def test_length_and_offsets_hold_for_any_text(text: str) -> None:
    for way in (strip_marks, fold, fold_citation, strip_marks_of_entities):
        assert len(way(text)) == len(text)
        cut = len(text) // 2
        assert way(text[:cut]) + way(text[cut:]) == way(text)


@given(ANY_TEXT)
def test_folding_twice_is_folding_once(text: str) -> None:
    for way in (strip_marks, fold, fold_citation):
        assert way(way(text)) == way(text)


@given(VIETNAMESE)
def test_vietnamese_becomes_the_26_letters(text: str) -> None:
    assert strip_marks(text).isascii()
    assert strip_marks(text) == unicodedata.normalize("NFD", text).translate(
        {ord("đ"): "d", ord("Đ"): "D"} | dict.fromkeys(range(768, 880))
    )
    assert fold(text) == strip_marks(text).lower() == strip_marks(text.lower())
    assert fold_citation(text) == strip_marks_of_entities(text) == strip_marks(text)


def test_citations_read_plain_dashes_quotes_and_spaces_too() -> None:
    assert fold_citation("số 1320/KH–UBND\u00a0“Ƣơng”") == 'so 1320/KH-UBND "Uong"'
    assert strip_marks("KH–UBND\u00a0“") == "KH–UBND\u00a0“"


def test_both_places_of_a_tone_are_known_and_equal_without_marks() -> None:
    assert NEWER_TONE_PLACE["hóa"[1:]] == "hoá"[1:]
    assert NEWER_TONE_PLACE["Ủy"] == "Uỷ"
    assert len(NEWER_TONE_PLACE) == 45
    assert all(strip_marks(older) == strip_marks(newer) for older, newer in NEWER_TONE_PLACE.items())
