"""The table of docs/trust.md: the trust test over every page of every PDF of a folder, pages with one verdict together.

python tools/measure_trust.py FOLDER
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from pipeline.reading.trust import Verdict
from pipeline.reading.trust_pages import JudgedPage, judge_file

HEADER = "| file | pages | verdict | confidence | marked | foreign | impossible | Vietnamese | distinctive |"
MEASURES = ("marked", "foreign", "impossible", "vietnamese", "distinctive")


def verdict_of(verdict: Verdict) -> str:
    method = f" ({verdict.mending.method})" if verdict.mending else ""
    return f"{verdict.kind}{method}{', doubtful' if verdict.doubtful else ''}"


def row(name: str, pages: Sequence[JudgedPage]) -> str:
    first, last, verdict = pages[0].number, pages[-1].number, pages[0].verdict
    shares = [_range([getattr(page.verdict.measures, measure) for page in pages]) for measure in MEASURES]
    if verdict.kind == "empty":
        shares = ["-"] * len(MEASURES)
    cells = [name, f"{first}-{last}" if last > first else str(first), verdict_of(verdict), f"{verdict.confidence}"]
    return "| " + " | ".join([*cells, *shares]) + " |"


def _range(values: Sequence[float]) -> str:
    low, high = (f"{100 * value:.3g}" for value in (min(values), max(values)))
    return low if low == high else f"{low}-{high}"


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    print(HEADER + "\n" + "| --- " * (HEADER.count("|") - 1) + "|")
    for path in sorted(Path(sys.argv[1]).glob("*.pdf")):
        name = "_".join(path.stem.split("_")[:2])
        for _, pages in groupby(judge_file(path), key=lambda page: verdict_of(page.verdict)):
            print(row(name, list(pages)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
