"""What form fields show over a scan stands for what OCR made of it."""

from __future__ import annotations

from pipeline.model import Box, Word
from pipeline.reading.ocr.page import OcrPage
from pipeline.reading.recognised import recognised_page


def word(text: str, x0: float, top: float, source: str = "ocr") -> Word:
    box = Box(1, x0, top, x0 + 6 * len(text), top + 12)
    return Word(text, box, 12.0, top + 10, source="widget" if source == "widget" else "ocr")


def page(words: tuple[Word, ...], *, turn: int = 0, skew: float = 0.0) -> OcrPage:
    return OcrPage(words, (), 0.95, 595.0, 842.0, turn, skew)


NUMBER = word("1696", 100, 80, "widget")


def test_a_number_that_is_filled_in_stands_for_its_picture() -> None:
    read, _ = recognised_page(
        1, 0, page((word("Số:", 70, 80), word("l6g6", 101, 81), word("/QĐ-UBND", 130, 80))), [NUMBER]
    )
    assert [w.text for w in read.words] == ["Số:", "/QĐ-UBND", "1696"]
    assert read.words[-1].source == "widget"
    assert read.text_source == "ocr"


def test_print_beside_it_stays() -> None:
    read, _ = recognised_page(1, 0, page((word("năm", 200, 80), word("2026", 100, 140))), [NUMBER])
    assert [w.text for w in read.words] == ["năm", "2026", "1696"]


def test_it_is_moved_as_the_page_was_levelled() -> None:
    read, _ = recognised_page(1, 0, page((), skew=2.0), [NUMBER])
    box = read.words[0].box
    assert abs(box.top - (NUMBER.box.top + 6.6)) < 1.0  # 186 points left of the middle, at two degrees
    assert abs(box.x0 - (NUMBER.box.x0 - 11.5)) < 1.0  # 335 points above it


def test_on_a_page_that_was_turned_the_picture_stands() -> None:
    read, _ = recognised_page(1, 0, page((word("l6g6", 101, 81),), turn=90), [NUMBER])
    assert [w.text for w in read.words] == ["l6g6"]
