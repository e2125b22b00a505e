"""Fields of a scan's letterhead whose print was not read surely are named, with the words."""

from __future__ import annotations

from typing import Literal

from pipeline.checks import check_letterhead_print
from pipeline.model import Box, Columns, LaidOutPage, Letterhead, Line, Page, Passage, Piece

HEAD = Letterhead(number="12", symbol="KH-SYT", issued_on="2017-11-06", place="Kiên Giang", signer="Lê Hoàng Anh")


def line(text: str, unsure: str = "", confidence: float = 0.6) -> Line:
    pieces, start = [], 0
    for word in text.split():
        start = text.index(word, start)
        sure = confidence if word in unsure.split() else 0.98
        pieces.append(Piece(start, start + len(word), Box(1, start, 0, start + len(word), 10), confidence=sure))
        start += len(word)
    return Line(Passage(text, tuple(pieces)), Box(1, 0, 0, 100, 10), 13, False, False)


def page(left: Line, right: Line, signer: Line, source: Literal["ocr", "text"] = "ocr") -> LaidOutPage:
    read = Page(1, 595, 842, 0, (), (), source, 0.9)
    return LaidOutPage(read, (), (), (), (), Columns((left,), (right,)), Columns((), (signer,)))


NUMBER, DATE, SIGNER = "Số: 12/KH-SYT", "Kiên Giang, ngày 06 tháng 11 năm 2017", "Lê Hoàng Anh"


def found(*lines: Line, source: Literal["ocr", "text"] = "ocr") -> list[tuple[str, str]]:
    findings = check_letterhead_print(HEAD, [page(*lines, source=source)])
    return [(finding.severity, finding.message.split(" có chữ")[0].split(": ", 1)[1]) for finding in findings]


def test_sure_print_is_not_named() -> None:
    assert found(line(NUMBER), line(DATE), line(SIGNER)) == []


def test_a_name_read_from_stamp_ink_is() -> None:
    assert found(line(NUMBER), line(DATE), line(SIGNER, "Lê Hoàng Anh")) == [("info", "người ký “Lê Hoàng Anh”")]


def test_a_doubtful_number_is_a_warning() -> None:
    named = found(line(NUMBER, "12/KH-SYT", 0.4), line(DATE), line(SIGNER))
    assert named == [("warning", "số “12”"), ("warning", "ký hiệu “KH-SYT”")]


def test_a_word_beside_the_value_does_not_count() -> None:
    assert found(line(NUMBER), line(DATE, "ngày tháng", 0.2), line(SIGNER)) == []


def test_a_page_of_text_is_sure() -> None:
    assert found(line(NUMBER, "12/KH-SYT", 0.4), line(DATE), line(SIGNER), source="text") == []
