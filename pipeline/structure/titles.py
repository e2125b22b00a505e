"""Titles that stand below a word of their own: below "KẾ HOẠCH", "Chương I", "PHỤ LỤC 2".

Form: Nghị định 30/2020/NĐ-CP, appendix I, parts of form 5a and 6, and III.1.b: centred under that word. What is
centred shows in the lines themselves: they share a middle axis, wherever the margins of the page are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import regex

from pipeline.folding import fold
from pipeline.model import Line, Paragraph
from pipeline.structure.recognised import markers_of
from pipeline.structure.remarks import is_remark, says_attached

AXIS_PLAY = 9.0
"""pt: how far the middles of centred lines lie apart; the first line of a paragraph is off by half its indent."""

_MOST_LINES = 9
_GAP_BELOW_HEAD, _GAP_WITHIN = 3.0, 1.7
"""Distances, in sizes of the line, that a title keeps from the word above it and its lines from each other."""

_ORNAMENT = regex.compile(r"[\W_]*")
_MOST_BETWEEN = 4
"""Paragraphs that may stand between a number in the corner and its title: a remark, whose form it is."""

_HEADING_RANK = 10
_AUTHORITY = regex.compile(
    r"""^(?: (?:QUYỀN\ |PHÓ\ )? (?:CHỦ\ TỊCH | (?:TỔNG\ )?GIÁM\ ĐỐC | BỘ\ TRƯỞNG | THỦ\ TƯỚNG | HIỆU\ TRƯỞNG | CHÁNH
           | (?:TỔNG\ |CHI\ )?CỤC\ TRƯỞNG | VIỆN\ TRƯỞNG | TRƯỞNG\ (?:BAN|PHÒNG) | TỔNG\ KIỂM\ TOÁN | THỐNG\ ĐỐC )
      | [ỦU][YỶ]\ BAN\ (?:NHÂN\ DÂN|THƯỜNG\ VỤ) | UBND | HỘI\ ĐỒNG\ NHÂN\ DÂN | HĐND | CHÍNH\ PHỦ | QUỐC\ HỘI
    )\b""",
    regex.VERBOSE,
)
"""Who decides, in capitals above the legal bases ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …"): no part of the title."""

_NO_TITLE = regex.compile(r"^\W*(?:kinh gui|can cu\b|muc luc$|don vi(?: tinh)?\s*:|dvt\s*:|quyet (?:dinh|nghi)\s*:)")


def title_below(paragraphs: Sequence[Paragraph], index: int, head: int = 0) -> str:
    """The title under line ``head`` of ``paragraphs[index]``; empty where there is none."""
    return title_of(paragraphs[index].lines[head], _lines_below(paragraphs, index, head))


def title_apart(paragraphs: Sequence[Paragraph], index: int) -> str:
    """The title in the middle of the page, under a number that stands in its corner; empty where there is none."""
    corner = paragraphs[index].lines[-1].box
    for number, paragraph in enumerate(paragraphs[index + 1 : index + 1 + _MOST_BETWEEN], start=index + 1):
        first = paragraph.lines[0]
        if first.box.page != corner.page:
            break
        if (
            paragraph.alignment == "center"
            and (first.bold or first.passage.text.isupper())
            and not is_remark(paragraph)
        ):
            return " ".join(part for part in (first.passage.text, title_below(paragraphs, number)) if part)
    return ""


def title_of(word: Line, below: Iterable[Line]) -> str:
    """The title of ``word`` among the lines that come after it; empty where there is none."""
    return " ".join(line.passage.text for line in _title_lines(word, below))


def whole_title_of(word: Line, below: Sequence[Line]) -> str:
    """As `title_of`, but empty where a stamp over the next line of the title broke it off: half of it says less."""
    lines = _title_lines(word, below)
    after = below[len(lines)] if lines and len(lines) < len(below) else None
    cut = after is not None and after.bold and _is_near(after, lines[-1], _GAP_WITHIN) and not share_axis(after, word)
    return "" if cut else " ".join(line.passage.text for line in lines)


def _title_lines(word: Line, below: Iterable[Line]) -> list[Line]:
    lines: list[Line] = []
    for line in below:
        if len(lines) == _MOST_LINES or not _goes_on(line, word, lines):
            break
        lines.append(line)
    return lines


def share_axis(line: Line, other: Line) -> bool:
    """Whether two lines are centred on the same axis."""
    return abs((line.box.x0 + line.box.x1) - (other.box.x0 + other.box.x1)) <= 2 * AXIS_PLAY


def _lines_below(paragraphs: Sequence[Paragraph], index: int, head: int) -> Iterator[Line]:
    """The lines after the head; the remark of an annex may stand above its title as well as below."""
    yield from paragraphs[index].lines[head + 1 :]
    for paragraph in paragraphs[index + 1 : index + 1 + _MOST_LINES]:
        if not is_remark(paragraph):
            yield from paragraph.lines


def _goes_on(line: Line, word: Line, title: Sequence[Line]) -> bool:
    text = line.passage.text
    if _ORNAMENT.fullmatch(text) or (text.startswith("(") and says_attached(text)):
        return False
    if line.box.page != word.box.page or not share_axis(line, word) or _NO_TITLE.match(fold(text)):
        return False
    if any(marker.family.rank <= _HEADING_RANK for marker in markers_of(line.passage)):
        return False
    if not title:
        return line.bold or text.isupper() or (not line.italic and _is_near(line, word, _GAP_BELOW_HEAD))
    return line.bold == title[0].bold and not _AUTHORITY.match(text) and _is_near(line, title[-1], _GAP_WITHIN)


def _is_near(line: Line, above: Line, sizes: float) -> bool:
    return line.box.top - above.box.bottom <= sizes * line.size
