"""The end of a document: recipients beside the signature, signatures side by side, each alone.

Form: Nghị định 30/2020/NĐ-CP, appendix I, parts of form 7 (signature) and 9 (recipients); for party documents
Hướng dẫn 36-HD/VPTW.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from pipeline.folding import fold, strip_marks
from pipeline.layout.columns import GUTTER_GAP, side, split_rows
from pipeline.layout.lines import Row, make_lines
from pipeline.model import Columns

_RECIPIENTS = regex.compile(r"^\W*(?:Noi|NOI)\s(?:nhan|NHAN)\b(?!\s+\p{Ll})")
"""Capital, without diacritics: "nơi nhận hồ sơ" at the start of a line of prose is none."""

_ITEM = regex.compile(r"^[-–—+•]")
_LAST_ITEM = regex.compile(r"^[-–—+•]?\s*luu\b")
_NAME = regex.compile(r"(?:\p{Lu}[\p{L}.'’]*\s){1,6}\p{Lu}[\p{L}'’]*")
_ABOVE_RECIPIENTS = 70.0
_RIGHT_HALF, _MIDDLE = 0.45, 0.5
_FULL_WIDTH = 0.6
_CENTRE_PLAY = 60.0
_ANNEX = regex.compile(r"^(?:PHỤ LỤC|Phụ lục|DANH MỤC|MẪU SỐ|Mẫu số|BIỂU SỐ)\b")
_SIGNS_FOR = regex.compile(
    r"""(?: (?: TM | KT | TL | TUQ | Q ) \. \s? | (?: T/M | K/T | T/L ) \s ) \p{Lu}{2}
      | (?: (?: PHÓ | TỔNG | THỨ ) \s )?
        (?: CHỦ\ TỊCH | CHỦ\ NHIỆM | BỘ\ TRƯỞNG | TRƯỞNG | GIÁM\ ĐỐC | THỦ\ TƯỚNG | CỤC\ TRƯỞNG | VỤ\ TRƯỞNG | BÍ\ THƯ
          | CHÁNH | VIỆN\ TRƯỞNG | HIỆU\ TRƯỞNG | TỔNG\ CỤC\ TRƯỞNG | TRƯỞNG\ BAN | TRƯỞNG\ PHÒNG | THỐNG\ ĐỐC )\b""",
    regex.VERBOSE,
)
"""Nghị định 30/2020/NĐ-CP, appendix I, part of form 7: who signs on whose behalf."""


@dataclass(frozen=True, slots=True)
class Closing:
    """The rows of the end of a document, and the same as two columns: recipients left, all signatures right."""

    rows: tuple[Row, ...]
    columns: Columns


def find_closing(rows: Sequence[Row], page_width: float) -> Closing | None:
    """The end of a document on a page whose running text and closing are ``rows``, from top to bottom."""
    index = next((i for i, row in enumerate(rows) if _RECIPIENTS.match(strip_marks(row.line.passage.text))), None)
    if index is None:
        return _signatures(rows, page_width)
    recipients = rows[index]
    gutter = _widest_gap(_side_by_side(rows[index:], page_width), recipients.line.box.x0 + 60, 0.8 * page_width)
    if gutter is None:
        return _stacked(rows, index, page_width)
    start = index
    while start and _signs(rows[start - 1], gutter, recipients):
        start -= 1
    stop = next((i for i in range(index, len(rows)) if side(rows[i], gutter) == "across"), len(rows))
    return _closing(_up_to_next_text(rows[start:stop], gutter), gutter)


def _up_to_next_text(rows: Sequence[Row], gutter: float) -> Sequence[Row]:
    """The rows up to the heading of a text that follows on the page: lines of a signature share one centre."""
    right = [row for row in rows if side(row, gutter) == "right"]
    if not right:
        return rows
    centre = _centre(right[0])
    after = (i for i, row in enumerate(rows) if i and _begins_other_text(row, gutter, centre))
    return rows[: next(after, len(rows))]


def _begins_other_text(row: Row, gutter: float, centre: float) -> bool:
    if _ANNEX.match(row.line.passage.text):
        return True
    return side(row, gutter) == "right" and centre - _centre(row) > _CENTRE_PLAY


def _centre(row: Row) -> float:
    return (row.line.box.x0 + row.line.box.x1) / 2


def rest_of_recipients(rows: Sequence[Row], before: Columns | None) -> tuple[Row, ...]:
    """The first rows of a page that go on with the recipients ``before``: a list ends with "Lưu: …"."""
    if before is None or not before.left or any(_is_last(line.passage.text) for line in before.left):
        return ()
    if not rows or not _ITEM.match(rows[0].line.passage.text):
        return ()
    last = next((i for i, row in enumerate(rows) if _is_last(row.line.passage.text)), None)
    return tuple(rows[: last + 1]) if last is not None else ()


def rest_of_signature(rows: Sequence[Row], before: Columns | None, page_width: float) -> tuple[Row, ...]:
    """The first row of a page if it is the name under the titles that end the page ``before``."""
    if before is None or not before.right or not all(line.passage.text.isupper() for line in before.right):
        return ()
    row = rows[0] if rows else None
    is_name = row is not None and row.line.box.x0 >= _RIGHT_HALF * page_width and _NAME.fullmatch(row.line.passage.text)
    return (row,) if row is not None and is_name else ()


def _closing(rows: Sequence[Row], gutter: float) -> Closing:
    return Closing(tuple(rows), split_rows(rows, gutter))


def _is_last(text: str) -> bool:
    return bool(_LAST_ITEM.match(fold(text)))


def _side_by_side(rows: Sequence[Row], page_width: float) -> Sequence[Row]:
    """The rows up to the first that fills the page: below recipients and signature another text may begin."""
    full = (i for i, row in enumerate(rows) if i and row.line.box.width > _FULL_WIDTH * page_width and not _parted(row))
    return rows[: next(full, len(rows))]


def _parted(row: Row) -> bool:
    return any(b.box.x0 - a.box.x1 >= 2 * GUTTER_GAP * row.line.size for a, b in pairwise(row.words))


def _stacked(rows: Sequence[Row], index: int, page_width: float) -> Closing | None:
    """Recipients that stand alone, below the signatures (or with none on their page)."""
    signed = _signatures(rows[:index], page_width)
    list_end = next((i for i in range(index + 1, len(rows)) if not _in_list(rows[i - 1], rows[i])), len(rows))
    recipients = make_lines(word for row in rows[index:list_end] for word in row.words)
    if signed is None:
        return Closing(tuple(rows[index:list_end]), Columns(recipients, ())) if list_end > index + 1 else None
    return Closing((*signed.rows, *rows[index:list_end]), Columns(recipients, signed.columns.right))


def _in_list(before: Row, row: Row) -> bool:
    """Whether a row goes on with the recipients: an item, or the rest of one, close below."""
    near = row.line.box.top - before.line.box.bottom < row.line.size
    return near and (bool(_ITEM.match(row.line.passage.text)) or row.line.box.x0 >= before.line.box.x0 - 2)


def _signatures(rows: Sequence[Row], page_width: float) -> Closing | None:
    """A signature without recipients beside it (as the gazette prints documents), or two side by side."""
    gutter = _RIGHT_HALF * page_width
    signing = [i for i, row in enumerate(rows) if _SIGNS_FOR.match(row.line.passage.text)]
    on_right = (i for i, row in enumerate(rows) if _SIGNS_FOR.match(_text_right_of(row, gutter)))
    start = next((i for i in on_right if i not in signing or rows[i].line.box.x0 >= gutter), None)
    if start is None:
        return _two_signatures(rows, signing, _MIDDLE * page_width)
    stop = next((i for i in range(start + 1, len(rows)) if not _is_beside(rows[i], gutter)), len(rows))
    return _closing(_up_to_next_text(rows[start:stop], gutter), gutter)


def _text_right_of(row: Row, gutter: float) -> str:
    """What stands right of the gutter; nothing of a line of print that runs across it."""
    if side(row, gutter) not in ("right", "both"):
        return ""
    return " ".join(word.text for word in row.words if word.box.x0 >= gutter)


def _is_beside(row: Row, gutter: float) -> bool:
    """Whether a row is the signature's, or recipients whose heading was not read."""
    if row.line.box.x0 >= gutter:
        return True
    return side(row, gutter) in ("left", "both") and bool(_ITEM.match(row.line.passage.text))


def _two_signatures(rows: Sequence[Row], signing: Sequence[int], middle: float) -> Closing | None:
    """Two bodies that sign side by side (a joint circular, minutes): bold print on both sides of a gap."""
    start = next((i for i in signing if side(rows[i], middle) == "both" and rows[i].line.bold), None)
    if start is None:
        return None
    stop = next((i for i in range(start, len(rows)) if not _is_signature_row(rows[i], middle)), len(rows))
    pair = split_rows(rows[start:stop], middle)
    return Closing(tuple(rows[start:stop]), Columns((), (*pair.left, *pair.right)))


def _is_signature_row(row: Row, middle: float) -> bool:
    return side(row, middle) == "both" or (row.line.bold and side(row, middle) != "across")


def _widest_gap(rows: Sequence[Row], x_min: float, x_max: float) -> float | None:
    """The middle of the widest vertical strip between ``x_min`` and ``x_max`` that no word of the rows touches."""
    spans = sorted((w.box.x0, w.box.x1) for row in rows for w in row.words if w.box.x1 > x_min)
    reach, best = x_min, (0.0, 0.0)
    for x0, x1 in spans:
        if x0 - reach > best[0] and reach < x_max:
            best = (x0 - reach, (x0 + reach) / 2)
        reach = max(reach, x1)
    return best[1] if best[0] > GUTTER_GAP * rows[0].line.size else None


def _signs(row: Row, gutter: float, recipients: Row) -> bool:
    """Whether a row above the recipients already belongs to the signature: capitals, right of the gutter."""
    near = recipients.line.box.top - row.line.box.top < _ABOVE_RECIPIENTS
    return near and side(row, gutter) == "right" and row.line.passage.text.isupper()
