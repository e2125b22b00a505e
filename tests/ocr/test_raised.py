"""Footnote markers in the image: found by shape, read as figures, and taken off the words they were glued to."""

from __future__ import annotations

import pytest

from pipeline.model import Box, Word
from pipeline.reading.ocr.raised import find_raised, read_anew, with_marks, without_marks
from pipeline.reading.ocr.tesseract import Read, read_words
from tests.ocr.printing import DPI, Print, line_of_print

BEFORE, AFTER = "theo Nghị quyết của Ủy ban nhân dân tỉnh", "; các cơ quan thực hiện"


def _marks_of(*prints: Print) -> list[str]:
    image = line_of_print(*prints)
    return [mark.text for mark in find_raised(image, read_words(image, DPI), DPI)]


@pytest.mark.parametrize("label", ["1", "2", "7", "12", "(1)", "(9)", "(11)"])
def test_a_marker_is_found_and_read(label: str) -> None:
    assert _marks_of(Print(BEFORE), Print(label, raised=True), Print(AFTER)) == [label]


@pytest.mark.parametrize(
    "text",
    [
        "Đề án “Chuyển đổi số” của Ủy ban nhân dân tỉnh",
        "kinh tuyến trục 104º45’, múi chiếu 3º của tỉnh Lào Cai",
        "Ưu tiên Ở Ứng dụng Ấn phẩm Ể Ỗ Ã của các cơ quan",
        "Quyết định số 66/QĐ-UBND ngày 21/10/2021 của UBND tỉnh",
    ],
)
def test_quotes_degrees_and_tone_marks_are_no_markers(text: str) -> None:
    assert _marks_of(Print(text)) == []


def test_the_word_before_a_marker_is_read_without_it() -> None:
    image = line_of_print(Print(BEFORE), Print("(1)", raised=True), Print(AFTER))
    reads = read_words(image, DPI)
    marks = find_raised(image, reads, DPI)
    anew = read_anew(without_marks(image, marks), reads, marks, DPI)
    assert " ".join(read.text for read in anew).replace(" ;", ";") == BEFORE + AFTER


def test_markers_stand_among_the_words_as_raised_ones() -> None:
    image = line_of_print(Print(BEFORE), Print("(1)", raised=True), Print(AFTER))
    reads = read_words(image, DPI)
    marks = find_raised(image, reads, DPI)
    anew = read_anew(without_marks(image, marks), reads, marks, DPI)
    words = with_marks([_word(read) for read in anew], anew, marks, dots=1.0)
    place = next(k for k, word in enumerate(words) if word.superscript)
    assert words[place].text == "(1)"
    assert words[place - 1].text == "tỉnh"
    assert words[place].glued
    assert words[place].baseline < words[place - 1].baseline


def _word(read: Read) -> Word:
    return Word(read.text, Box(1, read.x0, read.top, read.x1, read.bottom), 14.0, read.baseline, source="ocr")
