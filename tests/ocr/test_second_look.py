"""Print that no sure word covers is read once more by itself; sure words and leaders of dots are left alone."""

from __future__ import annotations

from dataclasses import replace

from pipeline.reading.ocr.raster import Image
from pipeline.reading.ocr.second_look import look_again
from pipeline.reading.ocr.tesseract import LINE, Read, read_words
from tests.ocr.printing import DPI, Print, line_of_print

TEXT = "Căn cứ Luật Ban hành văn bản số 64/2025/QH15 ngày 19"


def read_line(text: str) -> tuple[Image, list[Read]]:
    image = line_of_print(Print(text))
    return image, list(read_words(image, DPI, LINE))


def words(reads: list[Read]) -> str:
    return " ".join(read.text for read in reads)


def test_a_word_that_was_passed_over_is_read() -> None:
    image, reads = read_line(TEXT)
    assert words(reads) == TEXT
    lost = [read for read in reads if "/" not in read.text]
    assert words(look_again(image, lost, DPI)) == TEXT


def test_rubbish_in_its_place_is_replaced() -> None:
    image, reads = read_line(TEXT)
    spoilt = [replace(read, text="ˆ", x1=read.x0 + 60, confidence=0.55) if "/" in read.text else read for read in reads]
    assert words(look_again(image, spoilt, DPI)) == TEXT


def test_a_line_may_go_on_beyond_its_last_word() -> None:
    image, reads = read_line(TEXT)
    assert words(look_again(image, reads[:-3], DPI)) == TEXT


def test_sure_words_are_not_read_again() -> None:
    image, reads = read_line(TEXT)
    sure = [replace(read, text="x" if "/" in read.text else read.text, confidence=0.9) for read in reads]
    assert look_again(image, sure, DPI) == sure


def test_leaders_of_dots_are_no_print() -> None:
    image, reads = read_line("Họ và tên: " + "." * 60)
    named = [read for read in reads if read.text[0].isalpha()]
    assert look_again(image, named, DPI) == named
