"""Running heads, page numbers and electronic-signature stamps: print that is no part of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import regex

from pipeline.model import Line

MARGIN_SHARE = 0.1
"""Running heads and page numbers stand within this share of the page height from its top or bottom edge."""

REPEATED_ON = 3
"""A line in the margin that stands on this many pages, digits aside, is a running head."""

_PAGE_NUMBER = regex.compile(r"(?:trang|tr\.|page)?\s*[-–—]?\s*\d{1,4}(?:\s*/\s*\d{1,4})?\s*[-–—]?", regex.IGNORECASE)
_GAZETTE = regex.compile(r"CÔNG\s+BÁO/Số\s+\d", regex.IGNORECASE)
_SIGNATURE_STAMP = regex.compile(
    r"^(?: Người\ ký | Ký\ bởi | Cơ\ quan | Email | Thời\ gian\ ký | Ngày\ ký | Chữ\ ký\ số) \b .{0,3} :",
    regex.VERBOSE | regex.IGNORECASE,
)
_DIGITS = regex.compile(r"\d+")


def running_heads(pages: Sequence[tuple[float, Sequence[Line]]]) -> frozenset[str]:
    """The texts, digits left out, that stand in the margins of many pages. One entry a page: height and lines."""
    counts: Counter[str] = Counter()
    for height, lines in pages:
        counts.update({_shape(line) for line in lines if _in_margin(line, height)})
    return frozenset(shape for shape, count in counts.items() if count >= REPEATED_ON and shape.strip())


def is_furniture(line: Line, height: float, heads: Iterable[str]) -> bool:
    text = line.passage.text
    if _SIGNATURE_STAMP.match(text):
        return True
    if not _in_margin(line, height):
        return False
    return bool(_PAGE_NUMBER.fullmatch(text) or _GAZETTE.search(text)) or _shape(line) in heads


def _in_margin(line: Line, height: float) -> bool:
    middle = (line.box.top + line.box.bottom) / 2
    return middle < MARGIN_SHARE * height or middle > (1 - MARGIN_SHARE) * height


def _shape(line: Line) -> str:
    return _DIGITS.sub("", line.passage.text).strip().casefold()
