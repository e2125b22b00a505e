"""Running heads, page numbers and electronic-signature stamps: print that is no part of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

import regex

from pipeline.layout.lines import Row
from pipeline.model import Line, Page, Rule

MARGIN_SHARE = 0.1
"""Running heads and page numbers stand within this share of the page height from its top or bottom edge."""

REPEATED_ON = 3
"""A line in the margin that stands on this many pages, digits aside, is a running head."""

_TABLE_SIDES = 3
"""A line between this many upright rules is a table row; two alone may frame a whole page."""

FEWEST_GAPS = 4
"""So many distances between lines tell what is usual on a page."""

_PAGE_NUMBER = regex.compile(
    r"""(?: (?: trang | tr\. | page ) \s* :? \s* )? [-–—~]? \s*
        (?: \d{1,4} (?: \s* (?: / | of | trên ) \s* \d{1,4} )? | (?-i: [ivx]{1,5} ) ) \s* [-–—~]?""",
    regex.VERBOSE | regex.IGNORECASE,
)
_GAZETTE = regex.compile(r"CÔNG\s+BÁO/Số\s+\d", regex.IGNORECASE)
_FILE_PATH = regex.compile(r"\b[A-Z]:[\\/]\S|\.(?:docx?|xlsx?)\b", regex.IGNORECASE)
_SIGNATURE_STAMP = regex.compile(
    r"^(?: Người\ ký | Ký\ bởi | Cơ\ quan | Email | Thời\ gian\ ký | Ngày\ ký | Chữ\ ký\ số) \b .{0,3} :",
    regex.VERBOSE | regex.IGNORECASE,
)
_LETTERHEAD = regex.compile(
    r"cộng hòa xã hội|cộng hoà xã hội|đảng cộng sản|độc lập\s*[-–]\s*tự do|^số\s*:", regex.IGNORECASE
)
"""The top of a document: a file may hold several, and theirs are all alike."""

_HEADING = regex.compile(
    r"""^\(? (?: phụ\ lục | phụ\ biểu | phần | chương | mục | điều | mẫu | biểu | bảng | danh\ mục
        | kèm\ theo | ban\ hành\ kèm | đơn\ vị )\b""",
    regex.VERBOSE | regex.IGNORECASE,
)
"""Lines that begin every annex of a file: "PHỤ LỤC 1", "PHỤ LỤC 2" differ in their digits alone."""

_ITEM = regex.compile(r"^(?:[-–—+•*]\s*\p{L}|\d{1,2}(?:\.\d{1,2})*[.)]\s|[a-zđ]\)\s)")
"""Items of a list that breaks over pages may differ in their digits alone."""

_DIGITS = regex.compile(r"\d+")


def running_heads(pages: Sequence[tuple[Page, Sequence[Row]]]) -> frozenset[str]:
    """The texts, digits left out, that stand in the margins of many pages; of both, in a document of two."""
    counts: Counter[str] = Counter()
    for page, rows in pages:
        counts.update({shape for row in rows if (shape := _shape_in_margin(row.line, page, rows))})
    needed = REPEATED_ON if len(pages) != 2 else 2
    return frozenset(shape for shape, count in counts.items() if count >= needed)


def furniture_of(page: Page, rows: Sequence[Row], heads: Iterable[str]) -> tuple[Row, ...]:
    """The rows of ``page`` that are no part of its text; ``heads`` are the running heads of the document."""
    known = frozenset(heads)
    return tuple(row for row in rows if _is_furniture(row.line, page, rows, known))


def _is_furniture(line: Line, page: Page, rows: Sequence[Row], heads: frozenset[str]) -> bool:
    text = line.passage.text
    if _SIGNATURE_STAMP.match(text):
        return True
    if not _in_margin(line, page.height) or _in_table(line, page.rules):
        return False
    if _PAGE_NUMBER.fullmatch(text) or _GAZETTE.search(text) or (_outermost(line, rows) and _FILE_PATH.search(text)):
        return True
    return _shape_in_margin(line, page, rows) in heads


def _in_margin(line: Line, height: float) -> bool:
    middle = (line.box.top + line.box.bottom) / 2
    return middle < MARGIN_SHARE * height or middle > (1 - MARGIN_SHARE) * height


def _in_table(line: Line, rules: Sequence[Rule]) -> bool:
    middle = (line.box.top + line.box.bottom) / 2
    sides = {round(rule.x0 / 3) for rule in rules if not rule.horizontal and rule.top - 1 <= middle <= rule.bottom + 1}
    return len(sides) >= _TABLE_SIDES


def _stands_apart(line: Line, page: Page, rows: Sequence[Row]) -> bool:
    """Whether a line and all beyond it are parted from the text by more white than stands between its lines."""
    lines = [row.line for row in rows]
    if line.box.top > page.height / 2:
        lines.reverse()
    gaps = [max(a.box.top, b.box.top) - min(a.box.bottom, b.box.bottom) for a, b in pairwise(lines)]
    usual = median(gaps) if len(gaps) >= FEWEST_GAPS else 0.0
    end = next((i for i, gap in enumerate(gaps) if gap > usual + 0.5 * line.size), len(gaps))
    return any(known is line for known in lines[: end + 1]) and _in_margin(lines[end], page.height)


def _outermost(line: Line, rows: Sequence[Row]) -> bool:
    return line is rows[0].line or line is rows[-1].line


def _shape_in_margin(line: Line, page: Page, rows: Sequence[Row]) -> str:
    """What of a line in the margin repeats in a running head, with its edge; empty where the line can be none."""
    text = line.passage.text
    if not _in_margin(line, page.height) or _in_table(line, page.rules):
        return ""
    if not _stands_apart(line, page, rows):
        return ""
    if _LETTERHEAD.search(text) or _ITEM.match(text) or (_HEADING.match(text) and not _outermost(line, rows)):
        return ""
    shape = text if _HEADING.match(text) else _DIGITS.sub("", text).strip()
    edge = "top" if line.box.top < page.height / 2 else "bottom"
    return f"{edge} {shape.casefold()}" if shape else ""
