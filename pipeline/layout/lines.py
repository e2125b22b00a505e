"""Words to lines of print, and lines to passages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import regex

from pipeline.model import Box, Line, NoteMarker, Passage, Piece, Word, join_passages

BASELINE_SHARE = 0.45
"""Words are on one line when their baselines differ by less than this share of the larger size."""

SUPERSCRIPT_REACH = 0.8
"""A superscript belongs to the line whose baseline lies at most this share of the line's size below its own."""

TOUCHING_SHARE = 0.15
"""Words closer than this share of the size touch; the narrowest space of justified print is wider."""

_CLOSING = ",.;:)!?”"
_LABEL = regex.compile(r"[\p{Nd}*]+|(?<!\w)[a-z](?=\W*$)")
_ENDS_JOINED = regex.compile(r"(?<=[\p{L}\p{Nd}])[-/]$")
_STARTS_JOINED = regex.compile(r"^[\p{L}\p{Nd}]")


@dataclass(frozen=True, slots=True)
class Row:
    """A line together with its words, left to right."""

    words: tuple[Word, ...]
    line: Line


@dataclass
class _Row:
    """Words that share a baseline; ``baseline`` and ``size`` are those of its largest word."""

    baseline: float
    size: float
    words: list[Word] = field(default_factory=list)


def make_lines(words: Iterable[Word]) -> tuple[Line, ...]:
    """Lines from top to bottom, each left to right. Words of two columns on one baseline come out as one line."""
    return tuple(row.line for row in make_rows(words))


def make_rows(words: Iterable[Word]) -> tuple[Row, ...]:
    """As `make_lines`, with the words of each line."""
    given = list(words)
    rows = _rows(word for word in given if not word.superscript)
    for word in (word for word in given if word.superscript):
        _add_superscript(rows, word)
    in_order = (
        tuple(sorted(row.words, key=lambda word: word.box.x0)) for row in sorted(rows, key=lambda row: row.baseline)
    )
    return tuple(Row(words, _line(words)) for words in in_order)


def sideways_line(words: Sequence[Word]) -> Line:
    """Words that stand sideways, in the order in which they are read, as one line."""
    text, pieces = "", []
    for word in words:
        text += " " if text and not word.glued else ""
        pieces.append(Piece(len(text), len(text) + len(word.text), word.box, None, word.confidence))
        text += word.text
    box = Box.around(word.box for word in words)
    bold, italic = all(word.bold for word in words), all(word.italic for word in words)
    return Line(Passage(text, tuple(pieces)), box, words[0].size, bold, italic)


def join_lines(lines: Sequence[Line]) -> Passage:
    """The text of consecutive lines as one passage.

    A line that ends in a hyphen or slash right after a letter or digit goes on without a space: Vietnamese is not
    hyphenated, so the sign is part of what is printed ("117/QĐ-" + "UBND").
    """
    joined = Passage("")
    for line in lines:
        joined = join_passages((joined, line.passage), "" if breaks_word(joined.text, line.passage.text) else " ")
    return joined


def breaks_word(before: str, after: str) -> bool:
    """Whether a line break between two texts stands inside a word, behind its hyphen or slash."""
    return bool(_ENDS_JOINED.search(before) and _STARTS_JOINED.search(after))


def marker_label(text: str) -> str | None:
    """The label of a note marker as printed: "(1)", "1", "[1]" and "1)" are all "1". None if it is none."""
    match = _LABEL.search(text)
    return match.group() if match and len(text) <= 6 else None


def _rows(words: Iterable[Word]) -> list[_Row]:
    rows: list[_Row] = []
    for word in sorted(words, key=lambda word: (word.baseline, word.box.x0)):
        row = next((row for row in reversed(rows[-4:]) if _shares_baseline(row, word)), None)
        if row is None:
            rows.append(_Row(word.baseline, word.size, [word]))
            continue
        row.words.append(word)
        if word.size > row.size:
            row.baseline, row.size = word.baseline, word.size
    return rows


def _shares_baseline(row: _Row, word: Word) -> bool:
    return abs(row.baseline - word.baseline) < BASELINE_SHARE * max(row.size, word.size)


def _add_superscript(rows: list[_Row], word: Word) -> None:
    below = [row for row in rows if 0 <= row.baseline - word.baseline <= SUPERSCRIPT_REACH * row.size]
    if not below:
        rows.append(_Row(word.baseline, word.size, [word]))
        return
    nearest = min(below, key=lambda row: _distance(row, word))
    nearest.words.append(word)


def _distance(row: _Row, word: Word) -> float:
    return min(abs(other.box.x1 - word.box.x0) for other in row.words) + (row.baseline - word.baseline)


def _line(words: Sequence[Word]) -> Line:
    box = Box.around(word.box for word in words)
    letters = [(word, len(word.text)) for word in words if not word.marker]
    return Line(
        passage=_passage(words),
        box=box,
        size=_most(((word.size, n) for word, n in letters), words[0].size),
        bold=_most(((word.bold, n) for word, n in letters), words[0].bold),
        italic=_most(((word.italic, n) for word, n in letters), words[0].italic),
    )


_T = TypeVar("_T")


def _most(weighted: Iterable[tuple[_T, int]], otherwise: _T) -> _T:
    """The value that most characters have."""
    counts: Counter[_T] = Counter()
    for value, weight in weighted:
        counts[value] += weight
    return counts.most_common(1)[0][0] if counts else otherwise


def _passage(words: Sequence[Word]) -> Passage:
    text, pieces, markers, bold = "", [], [], list[tuple[int, int]]()
    previous: Word | None = None
    for word in words:
        if word.marker:
            markers.append(NoteMarker(len(text), marker_label(word.text) or word.text, word.box))
        else:
            text += " " if text and previous and _apart(previous, word) else ""
            start, text = len(text), text + word.text
            pieces.append(Piece(start, len(text), word.box, word.edges, word.confidence))
            if word.bold:
                _add_range(bold, start, len(text))
        previous = word
    return Passage(text, tuple(pieces), tuple(markers), tuple(bold))


def _apart(previous: Word, word: Word) -> bool:
    """Whether a space stands between two words of a line.

    PDFium puts a line break after a superscript, so there the distance decides; after a marker that is taken out,
    only closing punctuation moves up to the text.
    """
    touching = word.box.x0 - previous.box.x1 < TOUCHING_SHARE * word.size
    if previous.marker:
        return not (touching and word.text[0] in _CLOSING)
    return not (word.glued or (previous.superscript and touching))


def _add_range(ranges: list[tuple[int, int]], start: int, stop: int) -> None:
    if ranges and start - ranges[-1][1] <= 1:
        ranges[-1] = (ranges[-1][0], stop)
    else:
        ranges.append((start, stop))
