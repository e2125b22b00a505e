"""Numbered headings and paragraphs as a tree.

A paragraph that begins like a heading is one only if its number fits: it is the first of its kind, or the next
after an open sibling, or after the last of its kind anywhere (articles run through chapters). "1.774 thủ tục", a
year or a page reference fit nowhere. Where the number does not fit, print decides: the same weight and indentation
as a sibling, or a bold line of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from pipeline.folding import fold
from pipeline.model import Paragraph, Passage, Section, join_passages
from pipeline.structure.markers import FAMILIES, Marker, follows, is_first, read_marker

HEADING_CHARACTERS = 80
"""A numbered paragraph that runs on is known by its first 80 characters (as the labels of the gold set are)."""

_TITLED_MOST = 6
_QUOTE_OPENS, _QUOTE_CLOSES = regex.compile(r"^[“\"]"), regex.compile(r"[”\"]\s*[.;,]?$")
_CONTENTS = regex.compile(r"(?:\.\s?){4,}\s*\d{1,3}$")
_MOST_QUOTED = 60
_ATTACHED = regex.compile(r"^\W{0,3}(?:ban hanh\s+)?(?:kem theo|dinh kem)\b")
_UNNUMBERED = {"star", "dash"}
_STANDS_APART = {family.name for family in FAMILIES if family.titled}


@dataclass(frozen=True, slots=True)
class Heading:
    """A paragraph that opens a section. ``taken`` paragraphs belong to the heading itself."""

    index: int
    marker: Marker
    heading: str
    level: int
    parent: int | None
    taken: int


@dataclass
class _Open:
    """A section that is open while its text is read; ``paragraph`` shows how its heading is printed."""

    marker: Marker
    number: int
    paragraph: Paragraph


def build_sections(paragraphs: Sequence[Paragraph]) -> tuple[tuple[Section, ...], tuple[int | None, ...]]:
    """The sections in reading order, and for each paragraph the index of the section it belongs to."""
    headings = _find_headings(paragraphs)
    owners: list[int | None] = [None] * len(paragraphs)
    sections = []
    for number, heading in enumerate(headings):
        stop = headings[number + 1].index if number + 1 < len(headings) else len(paragraphs)
        owners[heading.index : stop] = [number] * (stop - heading.index)
        passage = join_passages([p.passage for p in paragraphs[heading.index : stop] if not is_remark(p)], "\n")
        sections.append(Section(heading.parent, heading.level, heading.marker.text, heading.heading or None, passage))
    return tuple(sections), tuple(owners)


def is_remark(paragraph: Paragraph) -> bool:
    """The words under the title of an annex that say what it is attached to."""
    text = fold(paragraph.passage.text)
    return bool(_ATTACHED.match(text)) and (paragraph.alignment == "center" or text.startswith("("))


def _find_headings(paragraphs: Sequence[Paragraph]) -> list[Heading]:
    quoted = _quoted(paragraphs)
    finder = _Finder(paragraphs)
    for index in range(len(paragraphs)):
        if index not in quoted:
            finder.look_at(index)
    return finder.headings


class _Finder:
    """Walks the paragraphs with the stack of open sections and the last number of each family."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._paragraphs = paragraphs
        self._stack: list[_Open] = []
        self._last: dict[str, _Open] = {}
        self.headings: list[Heading] = []

    def look_at(self, index: int) -> None:
        paragraph = self._paragraphs[index]
        markers = [m for m in read_marker(paragraph.passage.text) if _is_printed_as_heading(m, paragraph)]
        fitting = [m for m in markers if self._fits(m, paragraph)]
        if fitting:
            self._open(index, min(fitting, key=lambda marker: self._preference(marker)))

    def _preference(self, marker: Marker) -> tuple[int, int]:
        """Of two readings ("C." after "B.", or Roman hundred) the one that continues an open sequence."""
        continues = any(o.marker.family is marker.family and follows(marker, o.marker.ordinal) for o in self._stack)
        return (0 if continues else 1, 0 if is_first(marker) else 1)

    def _fits(self, marker: Marker, paragraph: Paragraph) -> bool:
        if marker.family.name in _UNNUMBERED or marker.family.titled:
            return True
        if len(marker.ordinal) > 1 and not self._under_its_number(marker):
            return False
        last = self._last.get(marker.family.name)
        if is_first(marker) or (last is not None and follows(marker, last.marker.ordinal)):
            return True
        return _stands_out(paragraph) or (last is not None and _after_a_gap(marker, last, paragraph))

    def _under_its_number(self, marker: Marker) -> bool:
        """ "2.1" stands under "2" (or beside "2.x"), where the document numbers that level at all."""
        if marker.family.name in ("letter", "roman_letter"):
            return True
        above = [o.marker.ordinal for o in self._stack if o.marker.family.name.startswith("number")]
        return not above or any(
            ordinal == marker.ordinal[: len(ordinal)] or ordinal[:-1] == marker.ordinal[:-1] for ordinal in above
        )

    def _open(self, index: int, marker: Marker) -> None:
        self._close_for(marker)
        heading, taken = _heading(self._paragraphs, index, marker)
        parent = self._stack[-1].number if self._stack else None
        number = len(self.headings)
        self.headings.append(Heading(index, marker, heading, len(self._stack) + 1, parent, taken))
        opened = _Open(marker, number, self._paragraphs[index])
        self._stack.append(opened)
        self._last[marker.family.name] = opened
        self._forget_below(marker)

    def _close_for(self, marker: Marker) -> None:
        """Close what the new section cannot stand in: its own family from there on, or families of lower parts."""
        families = [o.marker.family for o in self._stack]
        if marker.family in families:
            del self._stack[families.index(marker.family) :]
        while self._stack and self._stack[-1].marker.family.rank > marker.family.rank:
            self._stack.pop()

    def _forget_below(self, marker: Marker) -> None:
        """Numbering starts anew in every part, save that of articles, which runs through chapters."""
        for family in FAMILIES:
            through = family.name == "article" and marker.family.name in ("part", "chapter", "division", "subdivision")
            if family.rank > marker.family.rank and not through:
                self._last.pop(family.name, None)


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


def _stands_out(paragraph: Paragraph) -> bool:
    return paragraph.bold and len(paragraph.lines) <= 3


def _after_a_gap(marker: Marker, last: _Open, paragraph: Paragraph) -> bool:
    """A number that is missing or said twice, in a paragraph printed as its sibling is."""
    same_level = marker.ordinal[:-1] == last.marker.ordinal[:-1]
    near = 0 <= marker.ordinal[-1] - last.marker.ordinal[-1] <= 2
    alike = abs(paragraph.indent - last.paragraph.indent) < 6 and marker.text[-1] == last.marker.text[-1]
    return same_level and near and alike


def _heading(paragraphs: Sequence[Paragraph], index: int, marker: Marker) -> tuple[str, int]:
    """The title of the section, and how many paragraphs it takes up."""
    paragraph = paragraphs[index]
    own = paragraph.passage.text[marker.end :].lstrip(" .:–-")
    if marker.family.titled and not own:
        return _title_below(paragraphs, index)
    if paragraph.bold:
        return own, 1
    return _run_in_title(paragraph.passage, marker) or own[:HEADING_CHARACTERS].rstrip(), 1


def _title_below(paragraphs: Sequence[Paragraph], index: int) -> tuple[str, int]:
    """The centred bold lines under "Chương I" or "PHỤ LỤC": the title of that part."""
    titles = []
    for paragraph in paragraphs[index + 1 : index + 1 + _TITLED_MOST]:
        numbered = any(m.family.rank <= 10 for m in read_marker(paragraph.passage.text))
        if not (paragraph.bold and paragraph.alignment == "center") or numbered:
            break
        titles.append(paragraph.passage.text)
    return " ".join(titles), 1 + len(titles)


def _run_in_title(passage: Passage, marker: Marker) -> str | None:
    """The bold words a numbered paragraph begins with, without their colon; None when it does not."""
    start = next(((a, b) for a, b in passage.bold if a <= marker.end + 1 < b), None)
    if start is None:
        return None
    title = passage.text[marker.end : start[1]].strip(" .:–-")
    return title if len(title) > 2 else None


def _quoted(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Paragraphs inside a quotation over several of them: the words of an amended act, no parts of this one."""
    inside: set[int] = set()
    for index, paragraph in enumerate(paragraphs):
        text = paragraph.passage.text
        if index in inside or not _QUOTE_OPENS.match(text) or _QUOTE_CLOSES.search(text):
            continue
        last = next((k for k, p in _following(paragraphs, index) if _QUOTE_CLOSES.search(p.passage.text)), None)
        if last is not None:
            inside.update(range(index, last + 1))
    return frozenset(inside)


def _following(paragraphs: Sequence[Paragraph], index: int) -> list[tuple[int, Paragraph]]:
    stop = min(index + _MOST_QUOTED, len(paragraphs))
    return [(k, paragraphs[k]) for k in range(index + 1, stop)]
