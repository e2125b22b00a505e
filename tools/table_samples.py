#!/usr/bin/env python3
"""How exactly typeset tables with known cells are read: ``python tools/table_samples.py [--count 320] [--first 0]``.

Each seed gives one table (tests/tables/varied.py), typeset by typst and read by the pipeline. Cells are held against
what was typeset, letter by letter; what failed is listed with its seed. Exit code 1 below the share that is asked for.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.tables.typesetting import Sample, cells_of, tables_of
from tests.tables.varied import make_varied_sample

COUNT, LEAST = 320, 0.995


@dataclass(frozen=True, slots=True)
class Outcome:
    """Cells typeset, cells read in place to the letter, and what went wrong."""

    cells: int
    exact: int
    problems: tuple[str, ...]


def read_sample(sample: Sample) -> Outcome:
    """One table typeset, read and compared; a table not found, or found in pieces, loses what is not in the first."""
    tables = tables_of(sample.markup, flipped=sample.flipped)
    wanted = sum(map(len, sample.rows))
    if not tables:
        return Outcome(wanted, 0, ("not found",))
    table = max(tables, key=lambda each: len(each.rows))
    problems = list(_problems(sample, [*table.columns], cells_of(table), len(tables)))
    pairs = _paired(sample.rows, cells_of(table))
    return Outcome(wanted, sum(a == b for row, read in pairs for a, b in zip(row, read, strict=False)), tuple(problems))


def _paired(wanted: list[list[str]], read: list[list[str]]) -> Iterator[tuple[list[str], list[str]]]:
    """Rows that belong together, so that a row lost or doubled costs its own cells and not those of all rows below."""
    matcher = SequenceMatcher(None, ["".join(row) for row in wanted], ["".join(row) for row in read], autojunk=False)
    for kind, first, last, start, stop in matcher.get_opcodes():
        if kind in ("equal", "replace"):
            yield from zip(wanted[first:last], read[start:stop], strict=False)


def _problems(sample: Sample, columns: list[str], rows: list[list[str]], count: int) -> Iterator[str]:
    if count != 1:
        yield f"{count} tables"
    if columns != sample.columns:
        yield f"columns {columns} for {sample.columns}"
    if len(rows) != len(sample.rows):
        yield f"{len(rows)} rows for {len(sample.rows)}"
    for number, (wanted, read) in enumerate(zip_longest(sample.rows, rows), start=1):
        if wanted != read:
            yield f"row {number}: {read} for {wanted}"
            return


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    arguments = parser.parse_args()
    cells = exact = failed = 0
    for seed in range(arguments.first, arguments.first + arguments.count):
        outcome = read_sample(make_varied_sample(seed))
        cells, exact, failed = cells + outcome.cells, exact + outcome.exact, failed + bool(outcome.problems)
        for problem in outcome.problems:
            print(f"seed {seed}: {problem[:400]}")
    print(f"{arguments.count} tables, {failed} with a fault; {exact} of {cells} cells exact ({exact / cells:.5f})")
    return 0 if exact >= LEAST * cells else 1


if __name__ == "__main__":
    sys.exit(main())
