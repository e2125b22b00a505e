"""Show scores: as lines for a person, as JSON for a machine."""

from __future__ import annotations

import json
from collections.abc import Iterator

from pipeline.evaluation.scorecard import Scores

_NAMES = {
    "header": "phần đầu văn bản",
    "citation": "viện dẫn",
    "citation.strict": "viện dẫn, đúng loại và ngày",
    "citation.issuer": "cơ quan ban hành",
    "citation.zone": "vị trí viện dẫn",
    "citation.pinpoint": "điều, khoản, điểm",
    "named": "luật gọi theo tên",
    "section": "mục",
    "section.level": "cấp của mục",
    "footnote": "chú thích",
    "footnote.anchor": "chỗ đặt chú thích",
    "table": "bảng",
    "table.rows": "số dòng của bảng",
    "table.cell": "ô của bảng",
}


def render(scores: Scores, misses: bool = False) -> str:
    """One line a measure: its name, the figure, what is right of what is labelled, what was found."""
    return "\n".join(_lines(scores, misses))


def _lines(scores: Scores, misses: bool) -> Iterator[str]:
    for measure, score in scores.figures.items():
        shown = "   -  " if score.value is None else f"{score.value:.4f}"
        counts = f"{score.hit} đúng trên {score.gold} (right of), {score.found} tìm thấy (found)"
        yield f"{measure:18} {shown}   {counts:56} {_NAMES[measure]}"
    if misses:
        yield from map(str, scores.misses)


def as_json(scores: Scores) -> str:
    """The figures as JSON: ``{measure: {score, hit, gold, found}}``."""
    figures = {
        measure: {"score": score.value, "hit": score.hit, "gold": score.gold, "found": score.found}
        for measure, score in scores.figures.items()
    }
    return json.dumps(figures, indent=1)
