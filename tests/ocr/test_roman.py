"""Roman numbers by their strokes: what the engines drop or spell otherwise comes back, other words stay."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.reading.ocr.agreement import CHOSEN, Agreement
from pipeline.reading.ocr.roman import count_strokes
from pipeline.reading.ocr.tesseract import LINE, Read, read_words
from tests.ocr.printing import DPI, Print, line_of_print


def counted(printed: str, place: int, misread: str) -> list[str]:
    """The words of a line of print of which the one at ``place`` was read as ``misread``."""
    image = line_of_print(Print(printed))
    reads = list(read_words(image, DPI, LINE))
    assert len(reads) == len(printed.split())
    reads[place] = replace(reads[place], text=misread, confidence=0.4)
    (line,) = count_strokes([Agreement(tuple(reads))], image)
    return [read.text for read in line.reads]


@pytest.mark.parametrize(
    ("printed", "place", "misread"),
    [
        ("III. Thủ tục cấp Giấy chứng nhận", 0, "II."),
        ("III. Thủ tục cấp Giấy chứng nhận", 0, "HI."),
        ("II. Nội dung kiểm tra", 0, "H."),
        ("Phụ lục III ban hành kèm theo", 2, "HI"),
        ("Phụ lục II ban hành kèm theo", 2, "1I"),
        ("VIII. Tổ chức thực hiện", 0, "VII."),
        ("XII. Điều khoản thi hành", 0, "XI."),
        ("Trong quý II, báo cáo", 2, "I,"),
        ("II", 0, "H"),  # alone in a cell
        ("III", 0, "HI"),
    ],
)
def test_lost_strokes_come_back(printed: str, place: int, misread: str) -> None:
    assert counted(printed, place, misread)[place] == printed.split()[place]


@pytest.mark.parametrize(
    ("printed", "place", "misread"),
    [
        ("chiếm 11 phần trăm", 1, "11"),  # a number of figures
        ("hệ thống HT của tỉnh", 2, "HT"),  # letters that are strokes, where no number stands
        ("cán bộ IT của tỉnh", 2, "IT"),
        ("Phụ lục (I và II) kèm theo", 4, "II"),  # the bracket was read as part of the word
        ("QUẢN LÝ CỦA BỘ", 1, "LÝ"),
        ("THUỘC PHẠM VIII QUẢN LÝ", 2, "VI"),  # a word, whatever its strokes
        ("H", 0, "H"),
        ("HT", 0, "HT"),
    ],
)
def test_other_words_stay_as_they_were_read(printed: str, place: int, misread: str) -> None:
    assert counted(printed, place, misread)[place] == misread


def test_a_counted_number_is_no_longer_in_doubt() -> None:
    image = line_of_print(Print("III. Thủ tục"))
    first, *rest = read_words(image, DPI, LINE)
    doubtful: Read = replace(first, text="II.", confidence=0.2)
    (line,) = count_strokes([Agreement((doubtful, *rest))], image)
    assert line.reads[0].confidence == CHOSEN
