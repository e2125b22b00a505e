"""Boxes and pages of a range of text: found by halving, the same as by looking at every piece."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.passage import Box, Passage, Piece, _part, _same_line

WIDTH, LEADING, LINES_A_PAGE = 6.0, 14.0, 3


@st.composite
def passages(draw: st.DrawFn) -> Passage:
    """Words of 1 to 5 letters, some glued to the one before, over lines and pages."""
    pieces: list[Piece] = []
    at, line, x = 0, 0, 0.0
    for length in draw(st.lists(st.integers(1, 5), max_size=25)):
        if draw(st.integers(0, 3)) == 0:
            line, x = line + 1, 0.0
        page, top = 1 + line // LINES_A_PAGE, LEADING * (line % LINES_A_PAGE)
        pieces.append(Piece(at, at + length, Box(page, x, top, x + WIDTH * length, top + 12)))
        gap = draw(st.integers(0, 1))
        at, x = at + length + gap, x + WIDTH * (length + gap)
    return Passage("x" * at, tuple(pieces))


def pieces_by_looking_at_all(passage: Passage, start: int, stop: int) -> list[Piece]:
    """An empty range has no print, also in the middle of a word."""
    return [p for p in passage.pieces if start < stop and p.start < stop and p.stop > start]


def boxes_by_looking_at_all(passage: Passage, start: int, stop: int) -> tuple[Box, ...]:
    lines: list[Box] = []
    for piece in pieces_by_looking_at_all(passage, start, stop):
        box = _part(piece, start, stop)
        if lines and _same_line(lines[-1], box):
            lines[-1] = lines[-1].union(box)
        else:
            lines.append(box)
    return tuple(lines)


def page_by_looking_at_all(passage: Passage, offset: int) -> int:
    page = passage.pieces[0].box.page
    for piece in passage.pieces:
        if piece.start > offset:
            break
        page = piece.box.page
    return page


@given(passages(), st.integers(0, 140), st.integers(0, 140))
def test_boxes_are_those_of_all_pieces_in_the_range(passage: Passage, start: int, stop: int) -> None:
    assert passage.boxes(start, stop) == boxes_by_looking_at_all(passage, start, stop)


@given(passages(), st.integers(-1, 140))
def test_a_page_is_that_of_the_last_piece_that_begins_before(passage: Passage, offset: int) -> None:
    if passage.pieces:
        assert passage.page_at(offset) == page_by_looking_at_all(passage, offset)
    else:
        with pytest.raises(ValueError, match="no page"):
            passage.page_at(offset)


@given(passages(), st.integers(0, 140), st.integers(0, 140))
def test_a_cut_has_the_pieces_of_its_range(passage: Passage, start: int, stop: int) -> None:
    inside = pieces_by_looking_at_all(passage, start, stop)
    cut = passage.cut(start, stop)
    assert [(p.start + start, p.stop + start) for p in cut.pieces] == [
        (max(p.start, start), min(p.stop, stop)) for p in inside
    ]


def test_a_word_over_two_lines_has_two_boxes() -> None:
    first, second = Box(1, 0, 0, 30, 12), Box(2, 0, 0, 18, 12)
    passage = Passage("thực hiện", (Piece(0, 5, first), Piece(5, 9, second)))
    assert passage.boxes(0, 9) == (first, second)
    assert passage.boxes(5, 6) == (Box(2, 0, 0, 4.5, 12),)
    assert (passage.page_at(4), passage.page_at(5)) == (1, 2)
