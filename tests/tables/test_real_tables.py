"""The tables of real documents against labels made by hand."""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from pathlib import Path

import pytest

from pipeline.extract import extract
from pipeline.model import Extraction, Table

DOCUMENTS = ["kon-tum-1320", "plan_06", "decision_02", "decree_01"]


@cache
def _read(path: Path) -> Extraction:
    return extract(path)


def _extraction(shared: Path, label: str) -> tuple[Extraction, list[dict[str, object]]]:
    gold = json.loads((shared / "gold" / "labels" / f"{label}.json").read_text(encoding="utf-8"))
    return _read(shared / "corpus" / gold["file"]), gold["tables"]


def _squeeze(text: str) -> str:
    """As gold/score.py compares: spaces, case and kinds of dash and quote aside."""
    folded = unicodedata.normalize("NFC", text).casefold().translate(str.maketrans("–—’‘", "--''"))
    return "".join(folded.split())


def _find(tables: tuple[Table, ...], label: dict[str, object]) -> Table:
    columns = label["columns"]
    assert isinstance(columns, list)
    return next(
        t
        for t in tables
        if t.page_first == label["first_page"] and [*map(_squeeze, t.columns)] == [*map(_squeeze, columns)]
    )


@pytest.mark.parametrize("label", DOCUMENTS)
def test_every_labelled_cell(shared: Path, label: str) -> None:
    extraction, labelled = _extraction(shared, label)
    for gold in labelled:
        table = _find(extraction.tables, gold)
        rows = gold["rows"]
        assert isinstance(rows, list)
        read = [[_squeeze(cell.passage.text) for cell in row.cells] for row in table.rows[: len(rows)]]
        assert read == [[_squeeze(cell) for cell in row] for row in rows]
        if gold["complete"]:
            assert len(table.rows) == len(rows)
            assert table.page_last == gold["last_page"]
            assert table.caption == gold["caption"]


def test_the_lists_of_the_decree_lose_and_double_no_row(shared: Path) -> None:
    extraction, _ = _extraction(shared, "decree_01")
    counted = [table for table in extraction.tables if table.columns]
    assert [len(table.rows) for table in counted] == [24, 34, 135, 341, 81, 31, 30, 18]
    for table in counted:
        numbers = [row.cells[0].passage.text for row in table.rows]
        assert numbers == [str(k + 1) for k in range(len(numbers))]


def test_the_money_of_the_annex(shared: Path) -> None:
    extraction, _ = _extraction(shared, "kon-tum-1320")
    assert len(extraction.projects) == 11
    assert sum(p.budget_vnd or 0 for p in extraction.projects) == 16_368_600_000
    assert sum(p.disbursed_vnd or 0 for p in extraction.projects) == 2_955_600_000
    assert extraction.tables[0].unit == "Triệu đồng"


def test_tasks_without_money_are_projects_and_procedures_are_not(shared: Path) -> None:
    tasks = _extraction(shared, "plan_06")[0].projects
    assert [p.number for p in tasks] == [str(k) for k in range(1, 15)]
    assert (tasks[10].lead_unit, tasks[10].period) == ("Công an tỉnh", "Xong trong Quý II/2026")
    assert _extraction(shared, "decision_02")[0].projects == ()
    assert _extraction(shared, "decree_01")[0].projects == ()
