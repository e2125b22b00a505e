"""What stands above a table: its caption and the unit of its figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from pipeline.layout.lines import join_lines
from pipeline.model import Box, Line
from pipeline.structure.amounts import read_unit
from pipeline.structure.table_vocabulary import phrase

FARTHEST = 110.0  # pt between the last line of a title and the table
TITLE_GAP = 2.2  # line heights between two lines of one title
PARAGRAPH_GAP = 1.7
CENTRED_WITHIN = 30.0  # pt
INDENT = 10.0  # pt
MOST_LINES = 12

_UNIT = regex.compile(
    r"""
    \(? \s* (?<!\p{L}) (?: đơn \s* vị (?: \s* tính )? | đvt ) \s* : \s*
    (?P<unit> [^():]{1,40}? ) \s* [.)]* \s* $
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_IN_BRACKETS = regex.compile(r"\( (?P<inside> [^()]{1,30} ) \)", regex.VERBOSE)


@dataclass(frozen=True, slots=True)
class Title:
    caption: str | None = None
    unit: str | None = None


def read_title(above: Sequence[Line], table: Box) -> Title:
    """Caption and unit from the lines between a table and what stands before it, in reading order."""
    lines = sorted(above, key=lambda line: line.box.top)[-MOST_LINES * 2 :]
    unit: str | None = None
    bottom = table.top
    while lines and bottom - lines[-1].box.bottom < FARTHEST:
        taken, found = _aside(lines)
        if not taken:
            return Title(_caption(lines, table), unit)
        unit, bottom = unit or found, lines[-taken].box.top
        del lines[-taken:]
    return Title(None, unit)


def unit_in_header(names: Sequence[str]) -> str | None:
    """The one unit of money that the column names state: "Kinh phí (triệu đồng)", "Dự toán ĐVT: đồng"."""
    units = {
        stated.strip().strip(".") for name in names for stated in stated_units(name) if read_unit(stated) is not None
    }
    return units.pop() if len(units) == 1 else None


def is_aside(line: Line) -> bool:
    """A line that belongs to a table that goes on: its unit again, "(tiếp theo)", a bare page number."""
    text = line.passage.text.strip()
    return bool(_whole_unit(text)) or phrase("continued").meets(text) or text.strip("-–/ .").isdecimal()


def stated_units(name: str) -> list[str]:
    ending = _UNIT.search(name)
    return [m["inside"] for m in _IN_BRACKETS.finditer(name)] + ([ending["unit"]] if ending else [])


def _whole_unit(text: str) -> str | None:
    found = _UNIT.match(text)
    return found["unit"].strip() if found else None


def _aside(lines: Sequence[Line]) -> tuple[int, str | None]:
    """How many of the last lines are no title, and the unit they state: "Đơn vị tính: …", "(Kèm theo …)"."""
    text = lines[-1].passage.text.strip()
    unit = _whole_unit(text)
    if unit is not None:
        return 1, unit
    if phrase("continued").meets(text) or not any(c.isalnum() for c in text):
        return 1, None
    if text.endswith((")", ")./.", ").")):
        for count in range(1, min(5, len(lines) + 1)):
            if lines[-count].passage.text.lstrip().startswith("("):
                return count, None
    return 0, None


def _caption(lines: Sequence[Line], table: Box) -> str | None:
    title = _run(lines, TITLE_GAP, lambda line: _is_title(line, table))
    if title:
        return join_lines(title).text
    paragraph = _paragraph(lines)
    text = join_lines(paragraph).text
    return text if phrase("table_title").meets(text) else None


def _run(lines: Sequence[Line], gap: float, belongs: object) -> list[Line]:
    """The last lines that belong together, from the bottom up, in reading order."""
    assert callable(belongs)
    run: list[Line] = []
    for line in reversed(lines):
        if not belongs(line) or (run and run[0].box.top - line.box.top > gap * max(line.size, run[0].size)):
            break
        run.insert(0, line)
    return run


def _is_title(line: Line, table: Box) -> bool:
    """Centred over the table and bold or in capitals; "PHỤ LỤC I" on a line of its own names the annex."""
    text = line.passage.text.strip()
    if phrase("annex_title").meets(text):
        return False
    middle = (line.box.x0 + line.box.x1) / 2
    centred = abs(middle - (table.x0 + table.x1) / 2) < CENTRED_WITHIN
    return centred and (line.bold or (text.upper() == text and len(text) > 8))


def _paragraph(lines: Sequence[Line]) -> list[Line]:
    """The last paragraph: up to its first, indented line or a wider gap."""
    paragraph = [lines[-1]]
    for line in reversed(lines[:-1]):
        first = paragraph[0]
        indented = len(paragraph) > 1 and first.box.x0 > paragraph[1].box.x0 + INDENT
        if indented or first.box.top - line.box.top > PARAGRAPH_GAP * max(line.size, first.size):
            break
        if len(paragraph) == 1 and line.box.x1 < first.box.x0 + 0.6 * first.box.width:
            break  # the line above ends early: a paragraph of its own
        paragraph.insert(0, line)
    return paragraph
