"""Two samples of 400 real lines, drawn with fixed seeds and read by one reader each.

The files say for each line what is read in it and whether that was right at the first reading; the short ones are given
in full. They come from two MIT-licensed collections of legal text: `tools/citation_lines.py LINES.jsonl --sample 400`
draws the first, `--seed 2026` the second, which was read before what it showed was mended.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.citations.reading import read

_DATA = Path(__file__).with_name("data")
samples = pytest.mark.parametrize("sample", ["lines_read", "lines_read_again"])


def _rows(sample: str) -> list[dict[str, Any]]:
    return [json.loads(row) for row in (_DATA / f"{sample}.jsonl").read_text(encoding="utf-8").splitlines()]


@samples
def test_the_sample_is_whole_and_nearly_all_of_it_is_read_right(sample: str) -> None:
    rows = _rows(sample)
    wrong = [row for row in rows if row["reading"] != "right"]
    assert len(rows) == 400
    assert len(wrong) / sum(len(row["mentions"]) for row in rows) < 0.01


@samples
def test_the_lines_are_still_read_as_a_person_found_them_right(sample: str) -> None:
    for row in _rows(sample):
        if "text" in row and row["reading"] == "right":
            found = [[m.kind, m.ref, m.date, m.issuer, m.pinpoint] for m in read(row["text"])]
            assert found == row["mentions"], row["text"]
