"""Findings about the numbering of sections: a number left out, or given twice, among brothers.

A list that begins with 1 again is a new list; articles run through chapters, so their numbers are followed over them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.model import Finding, Section, Severity, Subject
from pipeline.structure.markers import Marker, follows, is_first, read_marker

_COUNTED = frozenset(
    {"chapter", "article", "capital", "roman", "number", "number_2", "number_3", "number_4", "letter", "part"}
)
_SPECKS = 4
"""So many characters of dirt may stand before a number."""

_MOST_MISSING = 3
"""A larger step is a list of another kind, not a number left out."""


def check_sections(sections: Sequence[Section]) -> Iterator[Finding]:
    last: dict[tuple[object, str], Marker] = {}
    for index, section in enumerate(sections):
        yield from _set_right(section, index)
        known = [(marker, (_stretch(sections, index, marker), marker.family.name)) for marker in _markers(section)]
        if not known:
            continue
        marker, place = next((pair for pair in known if pair[1] in last), known[0])
        if place in last and not is_first(marker):
            yield from _compare(marker, last[place], section, index)
        last[place] = marker


def _set_right(section: Section, index: int) -> Iterator[Finding]:
    """A number of a scan that is not as it was read (see `recognised`); dots and specks make no other number."""
    text = section.passage.text
    if section.marker.rstrip(".,") in text[: len(section.marker) + _SPECKS]:
        return
    read = " ".join(text.split()[: len(section.marker.split())])
    message = (
        f"Số thứ tự trên ảnh đọc được là “{read}”, ghi theo thứ tự là “{section.marker}” (number of a scan set right)"
    )
    yield _finding("section_number_set_right", "info", message, section, index)


def _markers(section: Section) -> list[Marker]:
    """The readings of a section's marker that are counted ("C." is a capital or a Roman hundred)."""
    return [marker for marker in read_marker(f"{section.marker} X") if marker.family.name in _COUNTED]


def _stretch(sections: Sequence[Section], index: int, marker: Marker) -> object:
    """What a numbering runs through: the children of one section; for articles the document, or one annex."""
    parent = sections[index].parent
    if marker.family.name != "article":
        return parent
    while parent is not None and sections[parent].parent is not None:
        parent = sections[parent].parent
    annexed = parent is not None and sections[parent].marker.casefold().startswith("phụ")
    return ("articles", parent if annexed else None)


def _compare(marker: Marker, before: Marker, section: Section, index: int) -> Iterator[Finding]:
    if follows(marker, before.ordinal):
        return
    if marker.ordinal == before.ordinal and marker.text == before.text:
        message = f"Số thứ tự “{marker.text}” ghi hai lần liên tiếp (section number printed twice in a row)"
        yield _finding("section_repeated", "info", message, section, index)
    elif (
        1 < marker.ordinal[-1] - before.ordinal[-1] <= _MOST_MISSING + 1 and marker.ordinal[:-1] == before.ordinal[:-1]
    ):
        message = f"Sau “{before.text}” là “{marker.text}”: thiếu số thứ tự ở giữa (section number left out)"
        yield _finding("section_skipped", "warning", message, section, index)


def _finding(code: str, severity: Severity, message: str, section: Section, index: int) -> Finding:
    boxes = section.passage.boxes(0, len(section.marker))
    page = section.passage.page_first if section.passage.pieces else None
    return Finding(code, severity, message, page, boxes, Subject("sections", index))
