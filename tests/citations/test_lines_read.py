"""400 real lines, drawn with a fixed seed and read by a person.

`data/lines_read.jsonl` says for each line what is read in it and whether that is right; the short ones are given in
full. They come from two MIT-licensed collections of legal text (`tools/citation_lines.py --sample 400` draws them).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.citations.reading import read

_FILE = Path(__file__).with_name("data") / "lines_read.jsonl"


def _rows() -> list[dict[str, Any]]:
    return [json.loads(row) for row in _FILE.read_text(encoding="utf-8").splitlines()]


def test_the_sample_is_whole_and_nearly_all_of_it_is_read_right() -> None:
    rows = _rows()
    wrong = [row for row in rows if row["reading"] != "right"]
    assert len(rows) == 400
    assert len(wrong) / sum(len(row["mentions"]) for row in rows) < 0.01


def test_the_lines_are_still_read_as_a_person_found_them_right() -> None:
    for row in _rows():
        if "text" in row and row["reading"] == "right":
            found = [[m.kind, m.ref, m.date, m.issuer, m.pinpoint] for m in read(row["text"])]
            assert found == row["mentions"], row["text"]
