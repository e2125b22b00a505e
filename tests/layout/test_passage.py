"""Passages keep their text, boxes and markers together however they are cut and joined."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.passage import Box, NoteMarker, Passage, Piece, join_passages


@st.composite
def passages(draw: st.DrawFn) -> Passage:
    """Words of one to six letters, a few a line, on one or two pages."""
    lengths = draw(st.lists(st.integers(1, 6), min_size=1, max_size=12))
    text, pieces, bold, markers = "", [], [], []
    page, x, top = 1, 85.0, 100.0
    for length in lengths:
        start = len(text) + bool(text)
        text = f"{text} {'x' * length}".strip()
        box = Box(page, x, top, x + 6.0 * length, top + 13)
        edges = tuple(x + 6.0 * length * (k / length) ** 2 for k in range(length + 1)) if draw(st.booleans()) else None
        pieces.append(Piece(start, len(text), box, edges))
        if draw(st.booleans()):
            bold.append((start, len(text)))
        if draw(st.booleans()):
            markers.append(NoteMarker(len(text), str(length), box))
        x = box.x1 + 4
        if draw(st.integers(0, 3)) == 0:
            x, top = 85.0, top + 16
        if draw(st.integers(0, 8)) == 0:
            page, x, top = page + 1, 85.0, 100.0
    return Passage(text, tuple(pieces), tuple(markers), tuple(bold))


@given(passages(), st.data())
def test_a_cut_has_the_text_and_the_boxes_of_its_part(passage: Passage, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(passage.text)))
    stop = data.draw(st.integers(start, len(passage.text)))
    cut = passage.cut(start, stop)
    assert cut.text == passage.text[start:stop]
    assert cut.boxes() == passage.boxes(start, stop)
    assert all(0 <= p.start < p.stop <= len(cut.text) for p in cut.pieces)
    assert all(0 <= m.offset <= len(cut.text) for m in cut.markers)
    assert all(0 <= a < b <= len(cut.text) for a, b in cut.bold)


@given(passages(), st.data())
def test_a_cut_of_a_cut_is_the_cut(passage: Passage, data: st.DataObject) -> None:
    """Boxes of a part of a part stand where those of the whole say."""
    stop = data.draw(st.integers(1, len(passage.text)))
    inner = data.draw(st.integers(0, stop - 1))
    twice, once = passage.cut(0, stop).cut(inner), passage.cut(inner, stop)
    assert twice.text == once.text
    assert [(p.start, p.stop) for p in twice.pieces] == [(p.start, p.stop) for p in once.pieces]
    for a, b in zip(twice.pieces, once.pieces, strict=True):
        assert (a.box.x0, a.box.x1) == pytest.approx((b.box.x0, b.box.x1))


@given(passages(), st.data())
def test_parts_joined_again_are_the_whole(passage: Passage, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(passage.text)))
    joined = join_passages([passage.cut(0, at), passage.cut(at)], "")
    assert joined.text == passage.text
    pages = [passage.page_at(k) for k in range(len(passage.text))]
    assert [joined.page_at(k) for k in range(len(joined.text))] == pages


@given(passages())
def test_boxes_are_one_a_line_and_cover_every_piece(passage: Passage) -> None:
    boxes = passage.boxes()
    for piece in passage.pieces:
        assert any(
            b.page == piece.box.page and b.x0 <= piece.box.x0 and piece.box.x1 <= b.x1 and b.top <= piece.box.top
            for b in boxes
        )
    assert len(boxes) == len({(box.page, box.top) for box in boxes})
    assert passage.page_first == boxes[0].page
    assert passage.page_last == boxes[-1].page


@given(st.lists(passages(), max_size=4))
def test_joined_passages_keep_every_text(parts: list[Passage]) -> None:
    assert join_passages(parts).text == " ".join(part.text for part in parts)


def test_a_passage_without_print_stands_nowhere() -> None:
    assert Passage("").boxes() == ()
    with pytest.raises(ValueError, match="no page"):
        Passage("").page_at(0)


def test_boxes_of_two_pages_have_no_union() -> None:
    with pytest.raises(ValueError, match="two pages"):
        Box(1, 0, 0, 1, 1).union(Box(2, 0, 0, 1, 1))
