"""The recogniser takes any text, and time that grows with its length alone."""

from __future__ import annotations

import time

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.citations.back_references import find_back_references
from pipeline.citations.find import find_citations, read_text
from pipeline.citations.grammar import find_numbered
from pipeline.citations.source import Source
from pipeline.model import Block, Box, Letterhead, Passage, Piece

_WORDS = st.sampled_from(
    [
        *("Quyết định", "số", "các", "Luật", "sửa đổi, bổ sung", "một số điều của", "và", "ngày", "tháng", "năm"),
        *("của", "UBND tỉnh", "Bộ Y tế", "Điều 5", "khoản 2", "điểm a,", "12/QĐ-UBND", "57-NQ/TW", "/KH-UBND", "QCVN"),
        *("01:2019", "1/2/2021", "31/2/2021", "2024", ";", ",", ".", "(", ")", "“", "”", "-", "/", "12", "…", "\ufffe"),
        *("Đ\u0302", "về việc", "ban hành", "kèm theo", "QH15", "TC/TCT", "cùng", "sau đây gọi là", "này", "nói trên"),
    ]
)
_LISTS = st.lists(_WORDS, max_size=40)
texts = st.one_of(st.text(max_size=200), _LISTS.map(" ".join), _LISTS.map("".join))


@given(texts)
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_into_mentions_that_stand_in_it_one_after_the_other(text: str) -> None:
    stop = 0
    for match in read_text(text):
        assert stop <= match.span.start < match.span.stop <= len(text)
        assert 0 < match.confidence <= 1
        assert match.kind is None or match.kind
        stop = match.span.stop if not match.pinpoint_spans else max(stop, match.span.stop)


@given(texts)
@settings(max_examples=150, deadline=None)
def test_the_prefilter_loses_nothing(text: str) -> None:
    if find_numbered(Source.of(text)):
        assert read_text(text)


_SEEDS = {
    "numbers": "12/QĐ-UBND, ",
    "kinds": "Quyết định số ",
    "laws": "Luật sửa đổi, bổ sung một số điều của Luật ",
    "pinpoints": "điểm a khoản 1 Điều 5, ",
    "symbols": "1/QĐ-A-B-C-D-E-F-G-H-",
    "dates": "ngày tháng năm ",
    "digits": "1234567890",
    "slashes": "/ / -",
    "spaces": "số     ",
    "dots": "số ......",
    "capitals": "ABCD",
    "issuers": "số 1/QĐ-UBND của UBND tỉnh và ",
    "quotes": 'số 1/QĐ-UBND về "( ',
    "openings": "Bãi bỏ các văn bản sau: số 1/QĐ-UBND; ",
    "items": "số 1/QĐ-UBND về việc giao đất; ",
    "same days": "số 1/QĐ-UBND ngày 1/2/2023, số 2/QĐ-UBND cùng ngày, ",
    "committees": "số 1/QĐ-BCĐ của Ban Chỉ đạo phòng, chống thiên tai và ",
    "small laws": "Luật cán bộ, công chức ",
    "shared symbols": "số 1, 2, 3/QĐ-UBND, ",
    "numbers alone": "số 1, 2, 3, ",
    "late dates": "Thông tư 1/2020/TT-BTC quy định về chi ban hành ngày 5/5/2019 ",
    "subjects": "Sở Công Thương tại Tờ trình số 1/TTr-SCT, ",
    "old symbols": "Thông tư 18 TC/TCT ",
    "torn numbers": "số 1 23 45 ",
    "numbers of laws": "Luật Đất đai 2024 (số 31/2024/QH15), ",
    "one day for all": "số 1/QĐ-UBND, số 3/QĐ-UBND cùng ngày 1/2/2023, ",
    "standards": "QCVN:32:",
    "mixed": "Căn cứ Luật Đất đai số 31/2024/QH15 ngày 18/01/2024 của Quốc hội; khoản 2 Điều 3 Nghị định ",
}


@pytest.mark.parametrize("name", _SEEDS)
def test_time_grows_with_length(name: str) -> None:
    """200 kB take no more than 4 times (linear: 2, with room for a busy machine) the time of 100 kB, beyond 0.2 s."""
    seed = _SEEDS[name]
    half, whole = (seed * (size // len(seed)) for size in (100_000, 200_000))
    assert _seconds(whole) < 4 * _seconds(half) + 0.2


_NAMED_AGAIN = {
    "definitions": "Quyết định số 1/QĐ-UBND (sau đây gọi là Quyết định) ",
    "above": "Kế hoạch số 1/KH-UBND. Kế hoạch nói trên. ",
    "self": "Nghị định này, ",
    "quotes": "“Nghị định này” ",
}


@pytest.mark.parametrize("name", _NAMED_AGAIN)
def test_what_is_named_again_is_found_in_time(name: str) -> None:
    seed = _NAMED_AGAIN[name]
    blocks = [_block(seed * (size // len(seed)), whole_piece=True) for size in (50_000, 100_000)]
    half, whole = (_seconds_again(block) for block in blocks)
    assert whole < 4 * half + 0.2


def _seconds_again(block: Block) -> float:
    citations = find_citations([block], Letterhead())
    begun = time.process_time()
    find_back_references([block], citations, Letterhead(kind="Nghị định"))
    return time.process_time() - begun


@pytest.mark.parametrize("whole_piece", [True, False], ids=["one piece", "a piece a word"])
def test_a_paragraph_of_thousands_of_mentions_is_boxed_in_time(whole_piece: bool) -> None:
    half, whole = (_block("12/QĐ-UBND, " * count, whole_piece) for count in (4_000, 8_000))
    assert _seconds(whole) < 4 * _seconds(half) + 0.2


def _block(text: str, whole_piece: bool) -> Block:
    box = Box(1, 0.0, 0.0, 500.0, 12.0)
    spans = [(0, len(text))] if whole_piece else [word.span() for word in regex.finditer(r"\S+", text)]
    return Block(Passage(text, tuple(Piece(start, stop, box) for start, stop in spans)), "body")


def _seconds(text: str | Block) -> float:
    """CPU time, the better of two."""
    times = []
    for _ in range(2):
        begun = time.process_time()
        if isinstance(text, str):
            read_text(text)
        else:
            find_citations([text], Letterhead())
        times.append(time.process_time() - begun)
    return min(times)
