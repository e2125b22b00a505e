"""Two readings of one line: agreement is sure, a number read twice differently stays doubtful, words are chosen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.folding import fold
from pipeline.reading.ocr.agreement import AGREED, CHOSEN, DOUBTFUL, UNSURE, agree, project
from pipeline.reading.ocr.tesseract import Read


def reads(line: str, confidence: float = 0.9) -> list[Read]:
    """The words of a line as the first engine gives them, each ten pixels a letter."""
    found, x = [], 0
    for word in line.split():
        found.append(Read(word, x, 0, x + 10 * len(word), 20, 18.0, confidence, 0))
        x += 10 * (len(word) + 1)
    return found


def text(line: str, second: str) -> str:
    return " ".join(read.text for read in agree(reads(line), second).reads)


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
    # After the same figures, the likelier symbol.
    ("Nghị định số 83/2014/NĐ-CP ngày", "Nghị định số 83/2014/Nb-CP ngày", "Nghị định số 83/2014/NĐ-CP ngày"),
    ("Nghị định 07/2016/NĐ-CP của", "Nghị định 07/2016/ND-CP của", "Nghị định 07/2016/NĐ-CP của"),
    ("Quyết định số 966/OĐ-TTg ngày", "Quyết định số 966/QĐ-TTg ngày", "Quyết định số 966/QĐ-TTg ngày"),
    # The second engine drops strokes of "III"; the first makes other letters of them.
    ("LIL Đối tượng kiểm tra, đánh giá:", "II Đối tượng kiểm tra, đánh giá:", "III Đối tượng kiểm tra, đánh giá:"),
    ("Từ quý II/2026 đến quý III/2026.", "Từ quý II/2026 đến quý II/2026.", "Từ quý II/2026 đến quý III/2026."),
    ("4. Quyết định này được lập", "4Quyết định này được lập", "4. Quyết định này được lập"),
    ("9, Ưu đãi, hỗ trợ đầu tư", "9. Ưu đãi, hỗ trợ đầu tư", "9. Ưu đãi, hỗ trợ đầu tư"),
    ("9, 10 và 11 Điều này", "9, 10 và 11 Điều này", "9, 10 và 11 Điều này"),
    # Neither engine has the mark that is printed.
    ("III. TÔ CHỨC THỰC HIỆN", "III. TỐ CHỨC THỰC HIỆN", "III. TỔ CHỨC THỰC HIỆN"),
    (
        "- Các phòng chức năng (đê phôi hợp);",
        "- Các phòng chức năng (đê phôi hợp);",
        "- Các phòng chức năng (để phối hợp);",
    ),
    ("Ủy ban nhân dân tỉnh Kiên Giang", "Ủy ban nhân đân tỉnh Kiên Giang", "Ủy ban nhân dân tỉnh Kiên Giang"),
]


@pytest.mark.parametrize(("first", "second", "printed"), REAL)
def test_the_better_reading_of_each_word_is_taken(first: str, second: str, printed: str) -> None:
    assert text(first, second) == printed


def test_where_both_agree_it_is_sure() -> None:
    agreed = agree(reads("số 909/KH-UBND ngày 19/3/2021"), "số 909/KH-UBND ngày 19/3/2021")
    assert {word.confidence for word in agreed.reads} == {AGREED}
    assert agreed.doubts == ()
    assert agreed.restored == ()


def test_a_number_on_which_they_differ_is_doubtful_and_both_readings_are_kept() -> None:
    agreed = agree(reads("số: 422/QĐ-UBND ngày"), "số: 2556/QĐ-UBND ngày")
    assert [word.confidence for word in agreed.reads] == [AGREED, DOUBTFUL, AGREED]
    assert [(doubt.first, doubt.second) for doubt in agreed.doubts] == [("422/QĐ-UBND", "2556/QĐ-UBND")]


def test_a_line_the_second_engine_read_from_other_print_changes_nothing() -> None:
    agreed = agree(reads("Nguyễn Tuấn Anh"), "ỤẶ ~~ 1")
    assert [word.text for word in agreed.reads] == ["Nguyễn", "Tuấn", "Anh"]
    assert max(word.confidence for word in agreed.reads) <= UNSURE
    assert agreed.doubts == ()


@pytest.mark.parametrize(
    ("first", "confidence", "second", "expected"),
    [
        ("BI", 0.47, "STT", ("STT", UNSURE)),  # cells of a real table picture
        ("05", 0.87, "85", ("85", DOUBTFUL)),
        ("Huế", 0.9, "00", ("00", DOUBTFUL)),
        ("2)", 0.9, "2", ("2", CHOSEN)),
        ("2.", 0.9, "2", ("2.", CHOSEN)),
        ("2", 0.9, "2", ("2", AGREED)),
        ("Anh", 0.9, "Bùi", ("Anh", UNSURE)),
        ("Anh", 0.3, "~= |", ("Anh", UNSURE)),
    ],
)
def test_of_a_lone_word_that_they_read_quite_differently(
    first: str, confidence: float, second: str, expected: tuple[str, float]
) -> None:
    (word,) = agree(reads(first, confidence), second).reads
    assert word.text == expected[0]
    assert word.confidence == (
        min(expected[1], confidence) if expected[1] == UNSURE and word.text == first else expected[1]
    )


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
    words = agree(given_reads, second).reads
    assert [(word.x0, word.x1) for word in words] == [(read.x0, read.x1) for read in given_reads]
    letters = set(fold(first)) | set(fold(second))
    assert all(set(fold(word.text)) <= letters for word in words)
