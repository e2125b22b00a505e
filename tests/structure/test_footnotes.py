"""Footnotes: joined over lines and pages, tied to their markers, and anchored in what is printed beside the motto."""

from __future__ import annotations

from pipeline.model import Block, Box, Columns, LaidOutPage, Line, NoteMarker, Page, Passage, Piece
from pipeline.structure.blocks import note_blocks, text_blocks
from pipeline.structure.footnotes import ANCHOR_CHARACTERS, read_notes, tie_notes

_BEFORE = "Thực hiện Quyết định số 942/QĐ-TTg ngày 15 tháng 6 năm 2021 của Thủ tướng Chính phủ phê duyệt Chiến lược"


def _line(text: str, top: float, page: int = 1, marker: tuple[int, str] | None = None) -> Line:
    box = Box(page, 85.0, top, 85.0 + 5.0 * len(text), top + 12)
    markers = (NoteMarker(marker[0], marker[1], box),) if marker else ()
    return Line(Passage(text, (Piece(0, len(text), box),), markers), box, 10.0, False, False)


def _page(number: int, *notes: Line, masthead: Columns | None = None) -> LaidOutPage:
    return LaidOutPage(Page(number, 595, 842, 0, (), (), "text", 1.0), (), notes, (), (), masthead)


def _block(text: str, label: str, page: int = 1) -> Block:
    return Block(_line(text, 200.0, page, (len(text), label)).passage, "body", section=3)


def test_a_note_runs_on_to_the_next_page() -> None:
    pages = [
        _page(1, _line("Quyết định này thay thế", 800.0, 1, (0, "1"))),
        _page(2, _line("quyết định cũ.", 790.0, 2)),
    ]
    notes = read_notes(pages)
    assert [(label, passage.text) for label, passage in notes] == [("1", "Quyết định này thay thế quyết định cũ.")]
    assert (notes[0][1].page_first, notes[0][1].page_last, notes[0][1].markers) == (1, 2, ())


def test_a_line_without_a_note_before_it_is_none() -> None:
    assert read_notes([_page(1, _line("Chữ nhỏ cuối trang.", 800.0))]) == ()


def test_a_note_is_tied_to_its_marker_on_its_page() -> None:
    notes = read_notes([_page(2, _line("Ghi chú.", 800.0, 2, (0, "1")))])
    blocks = (_block("Trang trước", "1", page=1), _block(_BEFORE, "1", page=2))
    (note,) = tie_notes(notes, blocks)
    assert note.anchor is not None
    assert (note.anchor.block, note.anchor.offset) == (1, len(_BEFORE))
    assert note.anchor_text == _BEFORE[-ANCHOR_CHARACTERS:].lstrip()
    assert note_blocks((note,), blocks)[0].section == 3


def test_a_note_without_a_marker_has_no_anchor() -> None:
    (note,) = tie_notes(read_notes([_page(1, _line("Ghi chú.", 800.0, 1, (0, "2")))]), (_block(_BEFORE, "1"),))
    assert (note.anchor, note.anchor_text) == (None, None)


def test_markers_beside_the_motto_are_places_too() -> None:
    masthead = Columns((_line("TÊN CƠ QUAN", 60.0, 1, (11, "1")), _line("Số: …/GP", 80.0)), ())
    blocks = text_blocks([_page(1, masthead=masthead)], (), (), (), ())
    assert [block.passage.text for block in blocks] == ["TÊN CƠ QUAN"]
