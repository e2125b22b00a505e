"""The fast matcher finds what the plain one finds."""

from __future__ import annotations

import json
import unicodedata
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given, settings

from pipeline.citations.find import read_text
from pipeline.citations.fold import fold
from pipeline.citations.plain import read_plainly
from pipeline.citations.prefilter import may_cite
from tests.citations.test_growth import texts
from tests.citations.test_sentences import sentences

STEP = 6  # every sixth line here; `tools/citation_lines.py` holds all 58,138 against each other


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("Quyết định số 12/QĐ-UBND", True),
        ("theo QCVN 01:2019/BCT", True),
        ("Luật Đất đai năm 2024", True),
        ("Kế hoạch 909 của tỉnh", True),
        ("Nghị định số: 100/2019 của", True),
        ("theo /KH-UBND", True),
        ("trong năm 2024 đạt 95% kế hoạch, tăng 1.776 hồ sơ", False),
        ("Điều 5. Tổ chức thực hiện", False),
        ("theo Luật Đấu thầu và các nghị định", False),
        ("", False),
    ],
)
def test_what_cites_nothing_is_passed_over(text: str, may: bool) -> None:
    assert may_cite(fold(text)) is may


def test_both_find_the_same_in_our_sentences() -> None:
    assert [text for text, _ in sentences() if read_text(text) != read_plainly(text)] == []


@given(texts)
@settings(max_examples=300, deadline=None)
def test_both_find_the_same_in_any_text(text: str) -> None:
    assert read_text(text) == read_plainly(text)


def test_both_find_the_same_in_real_lines(shared: Path) -> None:
    with (shared / "corpora" / "citation_lines.jsonl").open(encoding="utf-8") as file:
        lines = [unicodedata.normalize("NFC", json.loads(row)["line"]) for row in islice(file, 0, None, STEP)]
    assert [line for line in lines if read_text(line) != read_plainly(line)] == []
