"""The stretches of text that citations and names are looked for in, each with its zone and owner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from pipeline.folding import fold
from pipeline.layout.lines import join_lines
from pipeline.model import Block, Box, Columns, Footnote, LaidOutPage, Line, Paragraph, Section, Table, Zone
from pipeline.structure.letterhead import subject_lines
from pipeline.structure.remarks import is_remark

_KIND = r"(?:hien phap|luat|bo luat|phap lenh|nghi quyet|nghi dinh|thong tu|quyet dinh|chi thi|ke hoach|ket luan)"
_BASIS = regex.compile(r"^(?:[-–+]\s*)?(?:can cu|xet|theo de nghi)\b")
_BASIS_ANYWHERE = regex.compile(rf"^(?:[-–+]\s*)?can cu\s+(?:vao\s+)?{_KIND}\b")
_BASIS_GOES_ON = regex.compile(rf"^(?:[-–+]\s*)?{_KIND}\b(?!\s+nay\b)")
_BASIS_HEADING = regex.compile(r"^(?:cac\s+)?(?:can cu|co so)(?:\s+phap ly|\s+de\b|\s+xay dung|\s+lap|\s*:?$)")
_NOTHING = Columns((), ())
_BULLET = regex.compile(r"^\s*[-–+]")


def text_blocks(
    pages: Sequence[LaidOutPage],
    paragraphs: Sequence[Paragraph],
    owners: Sequence[int | None],
    sections: Sequence[Section],
    tables: Sequence[Table],
) -> tuple[Block, ...]:
    """Paragraphs, table cells, subject lines of letters and recipients, in reading order."""
    beside = (*_subject_blocks(pages), *_recipient_blocks(pages), *_marked_blocks(pages))
    blocks = [*_paragraph_blocks(paragraphs, owners, sections), *_cell_blocks(tables), *beside]
    return tuple(sorted((block for block in blocks if block.passage.pieces), key=lambda block: _place(block, tables)))


def note_blocks(footnotes: Sequence[Footnote], blocks: Sequence[Block]) -> tuple[Block, ...]:
    """One block a note, in the section its marker stands in."""
    return tuple(
        Block(note.passage, "footnote", blocks[note.anchor.block].section if note.anchor else None, footnote=index)
        for index, note in enumerate(footnotes)
        if note.passage.pieces
    )


def place_tables(
    tables: Sequence[Table], paragraphs: Sequence[Paragraph], owners: Sequence[int | None]
) -> tuple[Table, ...]:
    """The tables with the section each stands in: that of the last paragraph before it."""
    return tuple(replace(table, section=_section_before(table, paragraphs, owners)) for table in tables)


def _section_before(table: Table, paragraphs: Sequence[Paragraph], owners: Sequence[int | None]) -> int | None:
    if not table.boxes:
        return None
    top = (table.boxes[0].page, table.boxes[0].top)
    section = None
    for paragraph, owner in zip(paragraphs, owners, strict=True):
        box = paragraph.lines[0].box
        if (box.page, box.top) > top:
            break
        section = owner
    return section


def _paragraph_blocks(
    paragraphs: Sequence[Paragraph], owners: Sequence[int | None], sections: Sequence[Section]
) -> Iterator[Block]:
    previous: Zone = "body"
    for paragraph, owner in zip(paragraphs, owners, strict=True):
        among_bases = owner is None or bool(_BASIS_HEADING.match(fold(sections[owner].heading or "")))
        previous = _zone(paragraph, among_bases, previous)
        yield Block(paragraph.passage, previous, owner)


def _zone(paragraph: Paragraph, among_bases: bool, previous: Zone) -> Zone:
    text = fold(paragraph.passage.text)
    if is_remark(paragraph):
        return "annex_header"
    if paragraph.bold:
        return "heading"
    if _BASIS_ANYWHERE.match(text) or (among_bases and _is_basis(text, previous)):
        return "legal_basis"
    return "body"


def _is_basis(folded: str, previous: Zone) -> bool:
    if _BASIS.match(folded):
        return True
    ends = (";", ".", ",") if previous == "legal_basis" else ";"
    return previous in ("legal_basis", "heading") and bool(_BASIS_GOES_ON.match(folded)) and folded.endswith(ends)


def _cell_blocks(tables: Sequence[Table]) -> Iterator[Block]:
    """One block a printed cell: a merged cell, repeated in the rows it spans, is read once."""
    for number, table in enumerate(tables):
        seen: set[tuple[int, float, float]] = set()
        for row_number, row in enumerate(table.rows):
            for column, cell in enumerate(row.cells):
                if not cell.passage.pieces or (place := _corner(cell.passage.pieces[0].box)) in seen:
                    continue
                seen.add(place)
                yield Block(cell.passage, "table", table.section, table=number, row=row_number, column=column)


def _corner(box: Box) -> tuple[int, float, float]:
    return box.page, box.x0, box.top


def _subject_blocks(pages: Sequence[LaidOutPage]) -> Iterator[Block]:
    for page in pages:
        lines = subject_lines(page.masthead) if page.masthead else ()
        if lines:
            yield Block(join_lines(lines), "heading")


def _recipient_blocks(pages: Sequence[LaidOutPage]) -> Iterator[Block]:
    for page in pages:
        for lines in _items(page.closing.left if page.closing else ()):
            yield Block(join_lines(lines), "recipients")


def _marked_blocks(pages: Sequence[LaidOutPage]) -> Iterator[Block]:
    """Lines beside the motto or above a signature that carry note markers, as the forms in annexes do."""
    for page in pages:
        head, closing = page.masthead or _NOTHING, page.closing or _NOTHING
        left = head.left[: len(head.left) - len(subject_lines(head))]
        for line in (*left, *head.right, *closing.right):
            if line.passage.markers:
                yield Block(line.passage, "heading")


def _items(lines: Sequence[Line]) -> list[list[Line]]:
    items: list[list[Line]] = []
    for line in lines:
        if items and not _BULLET.match(line.passage.text):
            items[-1].append(line)
        else:
            items.append([line])
    return items


def _place(block: Block, tables: Sequence[Table]) -> tuple[int, float, float]:
    """Page, height and column of a block. The cells of a row stand at its top, however they are aligned in it."""
    first = block.passage.pieces[0].box
    if block.table is None or block.row is None or block.column is None:
        return first.page, first.top, first.x0
    row = tables[block.table].rows[block.row]
    top = row.boxes[0] if row.boxes else first
    return top.page, top.top, float(block.column)
