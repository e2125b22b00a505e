"""Where two columns stand side by side: issuer beside motto at the top, recipients beside signature at the end.

Form: Nghị định 30/2020/NĐ-CP, appendix I, parts of form 1 to 4 (top) and 7, 9 (end); for party documents
Hướng dẫn 36-HD/VPTW. A line of print runs across both, so the columns are parted before lines are made.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

import regex

from pipeline.folding import fold
from pipeline.layout.lines import Row, make_lines
from pipeline.model import Columns, Word

Side = Literal["left", "right", "both", "across"]

_MOTTO = regex.compile(r"cong hoa xa hoi chu nghia\b|dang cong san viet nam")
_DATE = regex.compile(r"\bngay\b.{0,14}\bthang\b|\bngay\s+[\d.]+\s*/")
_OPENING = regex.compile(r"^kinh gui\b")
_RECIPIENTS = regex.compile(r"^\W*noi nhan\b")
_SUBJECT = regex.compile(r"^(?:v/v|ve viec|so\b)")

_GUTTER_GAP = 0.9
"""Columns stand at least this many font sizes apart; the words of a justified line seldom do."""

_GUTTER_PLAY = 70.0
"""pt: how far left of the motto its own column may begin (a long place before the date)."""

_ABOVE_MOTTO = 45.0
_BELOW_MOTTO = 60.0
"""pt: the left column may begin this much higher than the motto; without a date the top ends this far below it."""

_ABOVE_RECIPIENTS = 70.0
_RIGHT_HALF = 0.45
_SIGNS_FOR = regex.compile(
    r"(?:TM|T/M|KT|TL|TUQ|Q)\.\s?\p{Lu}{2}|(?:CHỦ TỊCH|BỘ TRƯỞNG|GIÁM ĐỐC|THỦ TƯỚNG|CỤC TRƯỞNG)\b"
)
"""Nghị định 30/2020/NĐ-CP, appendix I, part of form 7: who signs on whose behalf."""


def split_rows(rows: Sequence[Row], gutter: float) -> Columns:
    """The two columns of rows that stand side by side."""
    parts = [_part(row, gutter) for row in rows]
    left = make_lines(word for part, _ in parts for word in part)
    right = make_lines(word for _, part in parts for word in part)
    return Columns(left, right)


def find_masthead(rows: Sequence[Row]) -> tuple[tuple[Row, ...], float] | None:
    """The rows of issuer, number, motto and place of a document that begins on this page, and their gutter."""
    motto = next((row for row in rows if _MOTTO.search(fold(row.line.passage.text))), None)
    if motto is None:
        return None
    gutter = _motto_start(motto) - 3
    below = [row for row in rows if row.line.box.top >= motto.line.box.top - _ABOVE_MOTTO]
    held = _masthead_rows(below, motto, gutter)
    return (tuple(held), gutter) if held else None


def find_closing(rows: Sequence[Row], page_width: float) -> tuple[tuple[Row, ...], float] | None:
    """The rows of recipients and signature side by side, and their gutter."""
    index = next((i for i, row in enumerate(rows) if _RECIPIENTS.match(fold(row.line.passage.text))), None)
    if index is None:
        return _signature_alone(rows, page_width)
    recipients = rows[index]
    gutter = _widest_gap(rows[index:], recipients.line.box.x0 + 60, 0.8 * page_width)
    if gutter is None:
        return None
    start = index
    while start and _signs(rows[start - 1], gutter, recipients):
        start -= 1
    stop = next((i for i in range(index, len(rows)) if side(rows[i], gutter) == "across"), len(rows))
    return tuple(rows[start:stop]), gutter


def _signature_alone(rows: Sequence[Row], page_width: float) -> tuple[tuple[Row, ...], float] | None:
    """A signature without recipients beside it (as the gazette prints documents): capitals in the right half."""
    gutter = _RIGHT_HALF * page_width
    start = next((i for i, row in enumerate(rows) if _SIGNS_FOR.match(row.line.passage.text)), None)
    if start is None or rows[start].line.box.x0 < gutter:
        return None
    stop = next((i for i in range(start, len(rows)) if rows[i].line.box.x0 < gutter), len(rows))
    return tuple(rows[start:stop]), gutter


def side(row: Row, gutter: float) -> Side:
    """On which side of the gutter a row stands; "across" when it is one line of print that runs over it."""
    left, right = _part(row, gutter)
    if not left:
        return "right"
    if not right:
        return "left"
    gap = right[0].box.x0 - left[-1].box.x1
    return "both" if gap >= _GUTTER_GAP * row.line.size else "across"


def _part(row: Row, gutter: float) -> tuple[list[Word], list[Word]]:
    """The words of a row left and right of its widest gap near the gutter, or of the gutter where there is none."""
    cut = gutter
    near = [
        (b.box.x0 - a.box.x1, (a.box.x1 + b.box.x0) / 2)
        for a, b in pairwise(row.words)
        if b.box.x0 > gutter - _GUTTER_PLAY and a.box.x1 < gutter + _GUTTER_PLAY / 2
    ]
    if near and max(near)[0] >= _GUTTER_GAP * row.line.size:
        cut = max(near)[1]
    return [w for w in row.words if _middle(w) < cut], [w for w in row.words if _middle(w) >= cut]


def _middle(word: Word) -> float:
    return (word.box.x0 + word.box.x1) / 2


def _motto_start(motto: Row) -> float:
    match = _MOTTO.search(fold(motto.line.passage.text))
    assert match is not None
    return motto.line.passage.boxes(match.start(), match.end())[0].x0


def _masthead_rows(rows: Sequence[Row], motto: Row, gutter: float) -> list[Row]:
    held: list[Row] = []
    dated = False
    for row in rows:
        text, where = fold(row.line.passage.text), side(row, gutter)
        if where == "across" or _OPENING.match(text) or _is_below(row, motto, held, where, dated, gutter):
            break
        held.append(row)
        dated = dated or bool(_DATE.search(text))
    return held


def _is_below(row: Row, motto: Row, held: Sequence[Row], where: Side, dated: bool, gutter: float) -> bool:
    """Whether a row that keeps to its column is nevertheless the text that follows the top of the document."""
    if row.line.box.top <= motto.line.box.bottom:
        return False
    if where == "right":
        title = row.line.passage.text.isupper() and row.line.bold
        return dated or title or row.line.box.top > motto.line.box.bottom + _BELOW_MOTTO
    if where == "left" and held:
        last_left = max((r.line.box.bottom for r in held if side(r, gutter) != "right"), default=0.0)
        follows = row.line.box.top - last_left < 1.5 * row.line.size
        return not follows and not _SUBJECT.match(fold(row.line.passage.text))
    return False


def _widest_gap(rows: Sequence[Row], x_min: float, x_max: float) -> float | None:
    """The middle of the widest vertical strip between ``x_min`` and ``x_max`` that no word of the rows touches."""
    spans = sorted((w.box.x0, w.box.x1) for row in rows for w in row.words if w.box.x1 > x_min)
    reach, best = x_min, (0.0, 0.0)
    for x0, x1 in spans:
        if x0 - reach > best[0] and reach < x_max:
            best = (x0 - reach, (x0 + reach) / 2)
        reach = max(reach, x1)
    return best[1] if best[0] > _GUTTER_GAP * rows[0].line.size else None


def _signs(row: Row, gutter: float, recipients: Row) -> bool:
    """Whether a row above the recipients already belongs to the signature: capitals, right of the gutter."""
    near = recipients.line.box.top - row.line.box.top < _ABOVE_RECIPIENTS
    return near and side(row, gutter) == "right" and row.line.passage.text.isupper()
