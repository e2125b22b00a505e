"""Two readings of one line: agreement is sure, a number read twice differently stays doubtful, words are chosen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading.ocr.agreement import AGREED, DOUBTFUL, UNSURE, agree, project
from pipeline.reading.ocr.tesseract import Read


def reads(line: str, confidence: float = 0.9) -> list[Read]:
    """The words of a line as the first engine gives them, each ten pixels a letter."""
    found, x = [], 0
    for word in line.split():
        found.append(Read(word, x, 0, x + 10 * len(word), 20, 18.0, confidence, 0))
        x += 10 * (len(word) + 1)
    return found


def text(line: str, second: str) -> str:
    return " ".join(read.text for read in agree(reads(line), second)[0])


# Lines as the two engines read them on real scans; the third is what is printed.
REAL = [
    ("Kiếm tra, đánh giá chất lượng", "Kiểm tra, đánh giá chất lượng", "Kiểm tra, đánh giá chất lượng"),
    (
        "sát hài lòng, nhân viên y tế năm 2017;",
        "sát hài lòng, nhân viên y tế nãm 2017;",
        "sát hài lòng, nhân viên y tế năm 2017;",
    ),
    (
        "Thông tư số 53/2026/77-BTC ngày l5 tháng 5",
        "Thông tư số 55/2026/TT-BTC ngày 15 tháng 5",
        "Thông tư số 55/2026/TT-BTC ngày 15 tháng 5",
    ),
    ("SỞ Y TÉ Độc lập", "SỞ Y TẾĐộc lập", "SỞ Y TẾ Độc lập"),
    ("theo Quyết định số 6858/QD- ngày", "theo Quyết định số 6858/QĐ- ngày", "theo Quyết định số 6858/QĐ- ngày"),
    ("của Bộ trưởng Bộ Y tố).", "của Bộ trưởng Bộ Y tế)", "của Bộ trưởng Bộ Y tế)."),
    ("chữa bệnh tại các bệnh viện.", "chữa bệnh tại các bệnh viện", "chữa bệnh tại các bệnh viện."),
    ("Ủy ban nhân dân tỉnh Kiên Giang", "Ủy ban nhân đân tỉnh Kiên Giang", "Ủy ban nhân dân tỉnh Kiên Giang"),
]


@pytest.mark.parametrize(("first", "second", "printed"), REAL)
def test_the_better_reading_of_each_word_is_taken(first: str, second: str, printed: str) -> None:
    assert text(first, second) == printed


def test_where_both_agree_it_is_sure() -> None:
    words, doubts = agree(reads("số 909/KH-UBND ngày 19/3/2021"), "số 909/KH-UBND ngày 19/3/2021")
    assert {word.confidence for word in words} == {AGREED}
    assert doubts == ()


def test_a_number_on_which_they_differ_is_doubtful_and_both_readings_are_kept() -> None:
    words, doubts = agree(reads("số: 422/QĐ-UBND ngày"), "số: 2556/QĐ-UBND ngày")
    assert [word.confidence for word in words] == [AGREED, DOUBTFUL, AGREED]
    assert [(doubt.first, doubt.second) for doubt in doubts] == [("422/QĐ-UBND", "2556/QĐ-UBND")]


def test_a_line_the_second_engine_read_from_other_print_changes_nothing() -> None:
    words, doubts = agree(reads("Nguyễn Tuấn Anh"), "ỤẶ ~~ 1")
    assert [word.text for word in words] == ["Nguyễn", "Tuấn", "Anh"]
    assert max(word.confidence for word in words) <= UNSURE
    assert doubts == ()


def test_a_word_that_the_second_engine_ran_into_the_next_is_parted() -> None:
    assert project(reads("UBND TỈNH KIÊN GIANG CỘNG HÒA"), "UBND TỈNH KIÊN GIANGCỘNG HÒA") == [
        "UBND",
        "TỈNH",
        "KIÊN",
        "GIANG",
        "CỘNG",
        "HÒA",
    ]


WORDS = st.text(st.sampled_from("aăbcđe 0123/-.,:QĐ"), min_size=1, max_size=40)


@given(WORDS, WORDS)
def test_no_word_is_lost_and_none_made_up(first: str, second: str) -> None:
    given_reads = reads(first)
    words, _ = agree(given_reads, second)
    assert [(word.x0, word.x1) for word in words] == [(read.x0, read.x1) for read in given_reads]
    letters = set(first) | set(second)
    assert all(set(word.text) <= letters for word in words)
