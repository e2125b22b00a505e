"""Numbered headings and paragraphs as a tree.

A paragraph that begins like a heading is one only if its number fits: it is the first of its kind, or the next
after an open sibling, or after the last of its kind anywhere (articles run through chapters). "1.774 thủ tục", a
year or a page reference fit nowhere. Where the number does not fit, print decides: the same weight and indentation
as a sibling, or a bold line of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import regex

from pipeline.model import Paragraph, Passage, Section, join_passages
from pipeline.structure.markers import FAMILIES, Marker, follows, is_first, read_marker
from pipeline.structure.quotations import quoted
from pipeline.structure.recognised import is_recognised, markers_of, with_lost_stroke, with_roman_chapter
from pipeline.structure.remarks import is_remark, says_attached
from pipeline.structure.titles import title_apart, title_below

HEADING_CHARACTERS = 80
"""A numbered paragraph that runs on is known by its first 80 characters (as the labels of the gold set are)."""

_CONTENTS = regex.compile(r"(?:\.\s?){4,}\s*\d{1,3}$")
_ROMAN_CHAPTER = regex.compile(r"(?:Chương|CHƯƠNG) [IVX]*[VX][IVX]*\b|(?:Chương|CHƯƠNG) II")
_ENDS_TITLE = regex.compile(r"(?:[.:]|.[.:]|.$)")
_MOST_MISSING = 2
_INDENT_PLAY = 6.0
_SOON = 30
"""How many paragraphs further on the next number of a sequence that does not begin with 1 is looked for."""

_UNNUMBERED = {"star", "dash"}
_NUMBERED_APART = ("roman_letter", "roman_number")
_STANDS_APART = {family.name for family in FAMILIES if family.titled}


@dataclass(frozen=True, slots=True)
class Heading:
    """A paragraph that opens a section."""

    index: int
    marker: Marker
    heading: str
    level: int
    parent: int | None


@dataclass
class _Open:
    """A section that is open while its text is read; ``paragraph`` shows how its heading is printed."""

    marker: Marker
    number: int
    paragraph: Paragraph


def build_sections(
    paragraphs: Sequence[Paragraph], beginnings: Collection[int] = ()
) -> tuple[tuple[Section, ...], tuple[int | None, ...]]:
    """The sections in reading order, and for each paragraph the index of the section it belongs to.

    ``beginnings``: the indexes of paragraphs with which a text of its own begins (see `beginnings`).
    """
    headings = _find_headings(paragraphs, beginnings)
    owners: list[int | None] = [None] * len(paragraphs)
    sections = []
    for number, heading in enumerate(headings):
        stop = headings[number + 1].index if number + 1 < len(headings) else len(paragraphs)
        owners[heading.index : stop] = [number] * (stop - heading.index)
        passage = join_passages([p.passage for p in paragraphs[heading.index : stop] if not is_remark(p)], "\n")
        sections.append(Section(heading.parent, heading.level, heading.marker.text, heading.heading or None, passage))
    return tuple(sections), tuple(owners)


def _find_headings(paragraphs: Sequence[Paragraph], beginnings: Collection[int]) -> list[Heading]:
    skipped = quoted(paragraphs)
    finder = _Finder(paragraphs)
    for index in range(len(paragraphs)):
        if index in beginnings:
            finder.begin_anew()
        if index not in skipped:
            finder.look_at(index)
    return finder.headings


class _Finder:
    """Walks the paragraphs with the stack of open sections and the last number of each family."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._paragraphs = paragraphs
        self._stack: list[_Open] = []
        self._last: dict[str, _Open] = {}
        self._begins_anew = False
        self._chapters_are_roman = any(_ROMAN_CHAPTER.match(paragraph.passage.text) for paragraph in paragraphs)
        self.headings: list[Heading] = []

    def begin_anew(self) -> None:
        """Close what is open, for a text that is no part of it; what stands in an annex is a part of the annex."""
        if not any(o.marker.family.name == "annex" for o in self._stack):
            self._stack.clear()
            self._begins_anew = True

    def look_at(self, index: int) -> None:
        paragraph = self._paragraphs[index]
        read = [self._as_printed(marker, paragraph) for marker in markers_of(paragraph.passage)]
        markers = [marker for marker in read if self._is_printed_as_heading(marker, index)]
        fitting = [m for m in markers if self._fits(m, index)]
        if fitting:
            self._open(index, min(fitting, key=lambda marker: self._preference(marker)))

    def _as_printed(self, marker: Marker, paragraph: Paragraph) -> Marker:
        """The marker with what a scan lost of its number, where others show what was printed."""
        if not is_recognised(paragraph.passage):
            return marker
        before = self._last.get(marker.family.name)
        if before is not None and not self._begins_anew:
            marker = with_lost_stroke(marker, before.marker)
        return with_roman_chapter(marker) if self._chapters_are_roman else marker

    def _is_printed_as_heading(self, marker: Marker, index: int) -> bool:
        if marker.family.name == "form" and not self._begins_page(index):
            return False  # "Biểu 1" above a table in the text is the table's caption
        return _is_printed_as_heading(marker, self._paragraphs[index])

    def _begins_page(self, index: int) -> bool:
        this, before = self._paragraphs[index], self._paragraphs[index - 1] if index else None
        return before is None or before.passage.page_last < this.passage.page_first

    def _preference(self, marker: Marker) -> tuple[int, int]:
        """Of two readings ("C." after "B.", or Roman hundred) the one that continues an open sequence."""
        continues = any(o.marker.family is marker.family and follows(marker, o.marker.ordinal) for o in self._stack)
        return (0 if continues else 1, 0 if is_first(marker) else 1)

    def _fits(self, marker: Marker, index: int) -> bool:
        if marker.family.name in _UNNUMBERED or marker.family.titled:
            return True
        if len(marker.ordinal) > 1 and not self._under_its_number(marker):
            return False
        paragraph, last = self._paragraphs[index], self._last.get(marker.family.name)
        if marker.text[0] == "I" and marker.family.name == "capital":
            return last is not None and follows(marker, last.marker.ordinal) and "roman" in self._last
        if _lacks_its_dot(marker):
            return _goes_on_without_its_dot(marker, last, paragraph)
        if is_first(marker) or (last is not None and follows(marker, last.marker.ordinal)) or _stands_out(paragraph):
            return True
        return _after_a_gap(marker, last, paragraph) if last else self._begins_late(marker, index)

    def _begins_late(self, marker: Marker, index: int) -> bool:
        """A sequence whose first number is not read, or not printed: its next one follows soon, printed alike."""
        this = _Open(marker, 0, self._paragraphs[index])
        following = self._paragraphs[index + 1 : index + 1 + _SOON]
        return any(
            other.family is marker.family and follows(other, marker.ordinal) and _alike(other, this, paragraph)
            for paragraph in following
            for other in read_marker(paragraph.passage.text)
        )

    def _under_its_number(self, marker: Marker) -> bool:
        """ "2.1" stands under "2" (or beside "2.x"), where the document numbers that level at all."""
        if marker.family.name in _NUMBERED_APART:
            return True
        if marker.family.name == "letter_2":
            letters = (o.marker.ordinal for o in self._stack if o.marker.family.name == "letter")
            return any(ordinal == marker.ordinal[:1] for ordinal in letters)
        above = [o.marker.ordinal for o in self._stack if o.marker.family.name.startswith("number")]
        return not above or any(
            ordinal == marker.ordinal[: len(ordinal)] or ordinal[:-1] == marker.ordinal[:-1] for ordinal in above
        )

    def _open(self, index: int, marker: Marker) -> None:
        self._begins_anew = False
        self._close_for(marker)
        heading = _heading(self._paragraphs, index, marker)
        parent = self._stack[-1].number if self._stack else None
        number = len(self.headings)
        self.headings.append(Heading(index, marker, heading, len(self._stack) + 1, parent))
        opened = _Open(marker, number, self._paragraphs[index])
        self._stack.append(opened)
        self._last[marker.family.name] = opened
        self._forget_below(marker)

    def _close_for(self, marker: Marker) -> None:
        """Close what the new section cannot stand in: its own family from there on, or families of lower parts."""
        families = [o.marker.family.name for o in self._stack]
        own = "letter" if _is_inserted_point(marker) and "article" in families else marker.family.name
        if own in families:
            del self._stack[families.index(own) :]
        while self._stack and self._stack[-1].marker.family.rank > marker.family.rank:
            self._stack.pop()

    def _forget_below(self, marker: Marker) -> None:
        """Numbering starts anew in every part, save that of articles, which runs through chapters."""
        for family in FAMILIES:
            through = family.name == "article" and marker.family.name in ("part", "chapter", "division", "subdivision")
            if family.rank > marker.family.rank and not through:
                self._last.pop(family.name, None)


def _is_inserted_point(marker: Marker) -> bool:
    """ "đ1)" that an amendment put behind "đ)": in acts with articles nothing stands below a point."""
    return marker.family.name == "letter_2" and "." not in marker.text


def _is_printed_as_heading(marker: Marker, paragraph: Paragraph) -> bool:
    """What the form of print asks of a family: parts with titles stand centred, bullets count only as bold lines."""
    name = marker.family.name
    if _CONTENTS.search(paragraph.passage.text):
        return False  # a line of the table of contents, with its dots and page number
    if name in _UNNUMBERED:
        return paragraph.bold and len(paragraph.lines) <= 2 and not paragraph.passage.text.endswith(".")
    if name in _STANDS_APART:
        return _centred_or_bold(paragraph) and not _goes_on_as_sentence(marker, paragraph)
    return True


def _centred_or_bold(paragraph: Paragraph) -> bool:
    return paragraph.alignment == "center" or paragraph.bold or (len(paragraph.lines) == 1 and paragraph.indent > 150)


def _goes_on_as_sentence(marker: Marker, paragraph: Paragraph) -> bool:
    """ "Phụ lục I kèm theo Kế hoạch này …" speaks of an annex and is none."""
    rest = paragraph.passage.text[marker.end :].strip()
    return bool(rest) and rest[0].islower()


def _lacks_its_dot(marker: Marker) -> bool:
    return marker.family.name in ("roman", "article") and marker.text[-1].isalnum()


def _goes_on_without_its_dot(marker: Marker, last: _Open | None, paragraph: Paragraph) -> bool:
    """ "VII Kinh phí": a bold number whose dot is not printed, or was lost in a scan, next in its sequence.

    In a scan neither bold print nor that the first one is a number is sure; one of them is enough.
    """
    scanned = is_recognised(paragraph.passage)
    bold = any(start == 0 and stop >= marker.end for start, stop in paragraph.passage.bold)
    heading = bold or (scanned and paragraph.passage.text.isupper())
    if last is None:
        return heading and scanned and is_first(marker)
    return (heading or (scanned and marker.family.name == "article")) and follows(marker, last.marker.ordinal)


def _stands_out(paragraph: Paragraph) -> bool:
    return (paragraph.bold or paragraph.passage.text.isupper()) and len(paragraph.lines) <= 3


def _after_a_gap(marker: Marker, last: _Open, paragraph: Paragraph) -> bool:
    """A number that is missing or said twice, in a paragraph printed as its sibling is."""
    same_level = marker.ordinal[:-1] == last.marker.ordinal[:-1]
    near = 0 <= marker.ordinal[-1] - last.marker.ordinal[-1] <= _MOST_MISSING
    return same_level and near and _alike(marker, last, paragraph)


def _alike(marker: Marker, sibling: _Open, paragraph: Paragraph) -> bool:
    """Whether a heading is printed as another of its family is: same indentation, same sign after the number."""
    level = abs(paragraph.indent - sibling.paragraph.indent) < _INDENT_PLAY
    return level and marker.text[-1] == sibling.marker.text[-1]


def _heading(paragraphs: Sequence[Paragraph], index: int, marker: Marker) -> str:
    """The title of the section: beside its number, in bold at the start of the paragraph, or on the lines below."""
    paragraph = paragraphs[index]
    own = paragraph.passage.text[marker.end :].lstrip(" .:–-")
    if marker.family.titled and (not own or says_attached(own)):
        below = title_below(paragraphs, index, len(paragraph.lines) - 1)
        return below or (title_apart(paragraphs, index) if paragraph.alignment != "center" else "")
    if paragraph.bold:
        return own
    return _run_in_title(paragraph.passage, marker) or own[:HEADING_CHARACTERS].rstrip()


def _run_in_title(passage: Passage, marker: Marker) -> str | None:
    """The bold words a numbered paragraph begins with, without their colon; None when it does not."""
    start = next(((a, b) for a, b in passage.bold if a <= marker.end + 1 < b), None)
    if start is None or (is_recognised(passage) and not _ENDS_TITLE.match(passage.text, start[1] - 1)):
        return None  # in a scan it is not sure which words are bold: a title ends with its sign
    title = passage.text[marker.end : start[1]].strip(" .:–-")
    return title if len(title) > 2 else None
