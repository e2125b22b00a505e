"""Two columns that stand side by side: how they are parted, and the top of a document (issuer beside motto).

Form: Nghị định 30/2020/NĐ-CP, appendix I, parts of form 1 to 4; for party documents
Hướng dẫn 36-HD/VPTW. A line of print runs across both, so the columns are parted before lines are made.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise, takewhile
from statistics import median
from typing import Literal

import regex

from pipeline.folding import fold, strip_marks
from pipeline.layout.lines import Row, make_lines, make_rows
from pipeline.model import Columns, Line, Word

Side = Literal["left", "right", "both", "across"]

_MOTTO = regex.compile(r"CONG HOA XA HOI CHU NGHIA\b|DANG CONG SAN VIET NAM")
"""In capitals, without diacritics: prose names the state too ("Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam")."""

_PLACE_AND_DATE = regex.compile(r"[^,;:]{2,60},\s*ngay\b.{0,14}\bthang\b.{0,14}(?:\bnam\b.{0,6})?")
_REST_OF_DATE = regex.compile(r"(?:(?:\d{1,2}\s+)?(?:thang\s+\d{1,2}\s+)?nam\s+)?\d{4}")
_STAMP = regex.compile(
    r"""(?: du\ thao | hoa\ toc | thuong\ khan | khan | mat | toi\ mat | tuyet\ mat | luu\ hanh\ noi\ bo )
        (?: \s* (?: lan )? \s* (?: so | thu )? \s* \d{0,2} | \s+ hen\ gio\b .{0,20} )?""",
    regex.VERBOSE,
)
"""Urgency, secrecy and draft, boxed beside or below the top (Nghị định 30/2020/NĐ-CP, appendix I, part of form 10)."""

_DATE = regex.compile(r"\bngay\b.{0,14}\bthang\b|\bngay\s+[\d.]+\s*/")
_OPENING = regex.compile(r"^kinh gui\b")
_SUBJECT = regex.compile(r"^(?:v/v|ve|s[o0])\b")

GUTTER_GAP = 0.9
"""Columns stand at least this many font sizes apart; the words of a justified line seldom do."""

_LABEL = regex.compile(
    r"(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|Phụ biểu|MẪU SỐ|Mẫu số|BIỂU SỐ|Biểu số)(?:\s*:?\s*(?:số\s+)?[IVXLC\d][\w./-]{0,9})?"
)
"""What numbers an annex or a form, in the right corner above its text or beside the first words of it."""

_LABEL_GAP = 2.5
"""Font sizes of white before such a label: words of a justified line stand closer."""

_GUTTER_PLAY = 70.0
"""pt: how far left of the motto its own column may begin (a long place before the date)."""

_FEWEST_COLUMN_ROWS, _COLUMN_SHARE = 8, 0.28
_LONG_PLACE = 130.0
"""pt: how far left of the motto a long place and date, centred below it, may begin."""

_ABOVE_MOTTO = 45.0
_BELOW_MOTTO = 60.0
"""pt: the left column may begin this much higher than the motto; without a date the top ends this far below it."""


def split_rows(rows: Sequence[Row], gutter: float) -> Columns:
    """The two columns of rows that stand side by side."""
    parts = [_part(row, gutter) for row in rows]
    left = make_lines(word for part, _ in parts for word in part)
    right = make_lines(word for _, part in parts for word in part)
    return Columns(left, right)


def lines_in_order(rows: Sequence[Row], page_width: float) -> tuple[Line, ...]:
    """The lines of running text, top to bottom; where it is set in two columns, the left one first."""
    gutter = _middle_gutter(rows, page_width)
    if gutter is None:
        return tuple(row.line for row in rows)
    lines: list[Line] = []
    for across, group in groupby(rows, key=lambda row: side(row, gutter) == "across"):
        run = list(group)
        if not across and _is_prose_in_columns(run, gutter, page_width):
            columns = split_rows(run, gutter)
            lines += [*columns.left, *columns.right]
        else:
            lines += [row.line for row in run]
    return tuple(lines)


def _middle_gutter(rows: Sequence[Row], page_width: float) -> float | None:
    """Where most rows that have a wide gap near the middle of the page have it; None where few have one."""
    near = [
        (a.box.x1 + b.box.x0) / 2
        for row in rows
        for a, b in pairwise(row.words)
        if b.box.x0 - a.box.x1 >= GUTTER_GAP * row.line.size and 0.35 * page_width < b.box.x0 < 0.65 * page_width
    ]
    return median(near) if len(near) >= _FEWEST_COLUMN_ROWS else None


def _is_prose_in_columns(rows: Sequence[Row], gutter: float, page_width: float) -> bool:
    """Whether enough rows have print on both sides of the gutter that fills most of its half."""
    parts = [_part(row, gutter) for row in rows if side(row, gutter) == "both"]
    full = [1 for left, right in parts if min(_extent(left), _extent(right)) > _COLUMN_SHARE * page_width]
    return len(parts) >= _FEWEST_COLUMN_ROWS and len(full) > 0.5 * len(parts)


def _extent(words: Sequence[Word]) -> float:
    return words[-1].box.x1 - words[0].box.x0


def find_masthead(rows: Sequence[Row]) -> tuple[tuple[Row, ...], float] | None:
    """The rows of issuer, number, motto and place of a document that begins on this page, and their gutter."""
    motto = next((row for row in rows if _motto_match(row)), None)
    if motto is None:
        return None
    gutter = _motto_start(motto) - 3
    below = [row for row in rows if row.line.box.top >= motto.line.box.top - _ABOVE_MOTTO and not is_label(row.line)]
    held = _masthead_rows(below, motto, gutter)
    return (tuple(held), gutter) if held else None


def part_stamps(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """The rows without the stamps ("HỎA TỐC") that stand on one line with other print, and the rows of those stamps."""
    text: list[Row] = []
    stamps: list[Row] = []
    for row in rows:
        segments = _segments(row)
        stamped = [segment for segment in segments if _is_stamp(segment)] if len(segments) > 1 else []
        if not stamped or len(stamped) == len(segments):
            text.append(row)
            continue
        text += make_rows(word for segment in segments if segment not in stamped for word in segment)
        stamps += make_rows(word for segment in stamped for word in segment)
    return text, stamps


def part_labels(rows: Sequence[Row]) -> list[Row]:
    """The rows with the label of an annex ("Phụ lục I" at the right of "ĐƠN VỊ: …") as a row of its own, put first."""
    parted: list[Row] = []
    for row in rows:
        segments = _segments(row, _LABEL_GAP) if _LABEL.search(row.line.passage.text) else []
        label = make_rows(segments[-1]) if len(segments) > 1 else ()
        if label and is_label(label[0].line):
            parted += [*label, *make_rows(word for segment in segments[:-1] for word in segment)]
        else:
            parted.append(row)
    return parted


def is_label(line: Line) -> bool:
    """Whether a line only numbers an annex or a form."""
    return bool(_LABEL.fullmatch(line.passage.text))


def _segments(row: Row, gap: float = GUTTER_GAP) -> list[list[Word]]:
    """The words of a row between its gaps of at least ``gap`` font sizes."""
    segments = [[row.words[0]]]
    for before, word in pairwise(row.words):
        if word.box.x0 - before.box.x1 >= gap * row.line.size:
            segments.append([])
        segments[-1].append(word)
    return segments


def _is_stamp(words: Sequence[Word]) -> bool:
    text = " ".join(word.text for word in words).strip(" .|!:")
    return text.isupper() and bool(_STAMP.fullmatch(fold(text)))


def side(row: Row, gutter: float) -> Side:
    """On which side of the gutter a row stands; "across" when it is one line of print that runs over it."""
    left, right = _part(row, gutter)
    if not left:
        return "right"
    if not right:
        return "left"
    if _motto_match(row):
        return "both"
    gap = right[0].box.x0 - left[-1].box.x1
    return "both" if gap >= GUTTER_GAP * row.line.size else "across"


def _part(row: Row, gutter: float) -> tuple[list[Word], list[Word]]:
    """The words of a row left and right of its widest gap near the gutter, or of the gutter where there is none."""
    if _is_place_and_date(row, gutter):
        return [], list(row.words)
    if _motto_match(row):
        start = _motto_start(row) - 1
        return [w for w in row.words if w.box.x0 < start], [w for w in row.words if w.box.x0 >= start]
    cut = gutter
    near = [
        (b.box.x0 - a.box.x1, (a.box.x1 + b.box.x0) / 2)
        for a, b in pairwise(row.words)
        if b.box.x0 > gutter - _GUTTER_PLAY and a.box.x1 < gutter + _GUTTER_PLAY / 2
    ]
    if near and max(near)[0] >= GUTTER_GAP * row.line.size:
        cut = max(near)[1]
    return [w for w in row.words if _middle(w) < cut], [w for w in row.words if _middle(w) >= cut]


def _middle(word: Word) -> float:
    return (word.box.x0 + word.box.x1) / 2


def _is_place_and_date(row: Row, gutter: float) -> bool:
    """Whether a row is place and date alone, though it begins left of the motto: a long name of a place.

    A wide gap before the date parts the place from what stands in the left column ("SỞ Y TẾ", "V/v góp ý").
    """
    if not gutter - _LONG_PLACE < row.line.box.x0 <= gutter < row.line.box.x1:
        return False
    place = list(takewhile(lambda word: fold(word.text) != "ngay", row.words))
    apart = any(b.box.x0 - a.box.x1 >= GUTTER_GAP * row.line.size for a, b in pairwise(place))
    return not apart and bool(_PLACE_AND_DATE.fullmatch(fold(row.line.passage.text)))


def _motto_match(row: Row) -> regex.Match[str] | None:
    return _MOTTO.search(strip_marks(row.line.passage.text))


def _motto_start(motto: Row) -> float:
    match = _motto_match(motto)
    assert match is not None
    return motto.line.passage.boxes(match.start(), match.end())[0].x0


def _masthead_rows(rows: Sequence[Row], motto: Row, gutter: float) -> list[Row]:
    held: list[Row] = []
    dated = False
    for row in rows:
        text, where = fold(row.line.passage.text), side(row, gutter)
        belongs = bool(_STAMP.fullmatch(text)) or (dated and where == "right" and _is_rest_of_date(row, held))
        if not belongs and (where == "across" or _OPENING.match(text)):
            break
        if not belongs and _is_below(row, motto, held, where, dated, gutter):
            break
        held.append(row)
        dated = dated or bool(_DATE.search(text))
    return held


def _is_rest_of_date(row: Row, held: Sequence[Row]) -> bool:
    """Whether a row is the rest of a date that did not fit on its line ("… tháng 3 năm" / "2024")."""
    near = row.line.box.top - held[-1].line.box.bottom < row.line.size
    return near and bool(_REST_OF_DATE.fullmatch(fold(row.line.passage.text)))


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
