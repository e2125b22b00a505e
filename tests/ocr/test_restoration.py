"""Marks set right where text leaves no other choice, and nothing else touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.folding import fold
from pipeline.reading.ocr.agreement import UNSURE, agree
from pipeline.reading.ocr.restoration import put_back, restored
from tests.ocr.test_agreement import reads


def line(text: str, *others: str) -> str:
    """The line after restoring; ``others`` are the readings of other engines, word by word."""
    words = text.split()
    readings = list(zip(words, *(other.split() for other in others), strict=True))
    for change in restored(words, readings):
        words[change.index] = put_back(words[change.index], change)
    return " ".join(words)


# What both engines read on real scans (decision_03, plan_09, decree_03), and what is printed.
LOST = [
    ("giao đât, cho thuê đât", "giao đất, cho thuê đất"),
    ("đánh giá chât lượng bệnh viện theo kê hoạch", "đánh giá chất lượng bệnh viện theo kế hoạch"),
    ("vôn đâu tư của dự án", "vốn đầu tư của dự án"),
    ("QUYÊT ĐỊNH", "QUYẾT ĐỊNH"),
    ("Phôi hợp với các cơ quan", "Phối hợp với các cơ quan"),
]


@pytest.mark.parametrize(("read", "printed"), LOST)
def test_marks_that_both_engines_lost_come_back(read: str, printed: str) -> None:
    assert line(read) == printed


@pytest.mark.parametrize(
    "text",
    [
        "hạ tầng mạng SOC tỉnh",  # an abbreviation, not "sóc"
        "ông Lê Tô, Trần Văn Đông",  # names follow no chain
        "bản tường trình, ủng hộ, thói quen",  # rare in legal text, but spelt right
        "nghiêm túc tô chức thực hiện",  # likely "tổ chức", but both engines alike and spelt right: not likely enough
        "Thông tin điện tử Kon Tum",
        "số 12/QĐ-UBND ngày 3/4/2021",
        "uỷ ban, thoả thuận, hoà giải",  # the newer place of the tone is as good as the older
        "Đắk Lắk, Krông Nô",
    ],
)
def test_what_may_be_right_stays(text: str) -> None:
    assert line(text) == text


def test_the_reading_of_either_engine_counts_for_more_than_a_third() -> None:
    assert line("hợp đông lao động", "hợp đồng lao động") == "hợp đồng lao động"


def test_what_was_restored_is_unsure_and_said() -> None:
    agreed = agree(reads("cho thuê đât"), "cho thuê đât")
    assert [word.text for word in agreed.reads] == ["cho", "thuê", "đất"]
    assert agreed.reads[-1].confidence == UNSURE
    assert [(change.before, change.after) for change in agreed.restored] == [("đât", "đất")]


@given(st.lists(st.text(st.sampled_from("aâấcđeêioôơtuưnhgĐTÔ.,(1/-"), min_size=1, max_size=7), min_size=1, max_size=8))
def test_nothing_but_marks_changes(words: list[str]) -> None:
    changes = restored(words, [(word,) for word in words])
    for change in changes:
        assert fold(change.before) == fold(change.after)
        assert put_back(words[change.index], change) != words[change.index]
    assert len({change.index for change in changes}) == len(changes)
