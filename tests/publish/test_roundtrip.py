"""What goes in comes out: any text, any boxes, any tree, read back equal to what was stored."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model import (
    Block,
    Box,
    Cell,
    Extraction,
    Letterhead,
    PageRecord,
    Passage,
    Piece,
    Project,
    Section,
    Table,
    TableRow,
)
from pipeline.publish.schema import open_database
from pipeline.publish.store import store_document
from tests.publish.samples import VERSION, citation, source

letters = st.characters(codec="utf-8", exclude_categories=("Cs",), exclude_characters="\x00")
texts = st.text(letters, min_size=1, max_size=40).map(lambda text: unicodedata.normalize("NFC", text))
numbers = st.integers(0, 20_000_00).map(lambda hundredths: hundredths / 100)
boxes = st.builds(Box, st.integers(1, 9), numbers, numbers, numbers, numbers)


@st.composite
def passages(draw: st.DrawFn) -> Passage:
    text = draw(texts)
    return Passage(text, (Piece(0, len(text), draw(boxes)),))


@st.composite
def trees(draw: st.DrawFn) -> tuple[Section, ...]:
    sections: list[Section] = []
    for index in range(draw(st.integers(0, 6))):
        parent = draw(st.none() | st.integers(0, index - 1)) if index else None
        level = 1 if parent is None else sections[parent].level + 1
        sections.append(Section(parent, level, draw(texts), draw(st.none() | texts), draw(passages())))
    return tuple(sections)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(1, 3))
    rows = tuple(
        TableRow(tuple(Cell(draw(passages())) for _ in range(width)), 1, 2, (draw(boxes),))
        for _ in range(draw(st.integers(1, 3)))
    )
    return Table(None, draw(st.none() | texts), tuple(draw(texts) for _ in range(width)), rows, 1, 2, (draw(boxes),))


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    sections = draw(trees())
    found = tuple(draw(st.lists(tables(), max_size=3)))
    places = [(table, row) for table, one in enumerate(found) for row in range(len(one.rows))]
    amount = st.none() | st.integers(-(2**62), 2**62)
    blocks = tuple(Block(section.passage, "body", section=index) for index, section in enumerate(sections))
    blocks += tuple(Block(found[t].rows[r].cells[0].passage, "table", table=t, row=r, column=0) for t, r in places)
    return Extraction(
        Letterhead(title=draw(st.none() | texts)),
        "text",
        "ok",
        (PageRecord(1, 595.0, 842.0, 0, "text", 1.0, draw(texts)),),
        sections=sections,
        tables=found,
        blocks=blocks,
        citations=tuple(citation(index, block.passage.text, draw(texts)) for index, block in enumerate(blocks)),
        projects=tuple(Project(t, r, None, draw(texts), budget_vnd=draw(amount)) for t, r in places),
    )


@settings(max_examples=40, deadline=None)
@given(st.lists(extractions(), min_size=1, max_size=3))
def test_documents_come_out_as_they_went_in(documents: list[Extraction]) -> None:
    with TemporaryDirectory() as folder:
        db = open_database(Path(folder) / "plans.db")
        for number in (*range(len(documents)), 0):  # the first one is stored again, after the others
            store_document(db, source(f"{number}.pdf", sha256=f"{number:064}"), documents[number], VERSION)
        for number, document in enumerate(documents, start=1):
            assert stored_sections(db, number) == sections_of(document)
            assert stored_tables(db, number) == tables_of(document)
            assert stored_projects(db, number) == projects_of(document)
            assert stored_citations(db, number) == citations_of(document)
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        db.close()


def box_lists(found: tuple[Box, ...]) -> list[list[float]]:
    return [[box.page, box.x0, box.top, box.x1, box.bottom] for box in found]


def stored_sections(db, document):  # type: ignore[no-untyped-def]
    sql = (
        "SELECT s.level, s.marker, s.heading, s.text, s.boxes, p.position FROM sections s "
        "LEFT JOIN sections p ON p.id = s.parent_id WHERE s.document_id = ? ORDER BY s.position"
    )
    return [(*row[:4], json.loads(row[4]), row[5]) for row in db.execute(sql, (document,))]


def sections_of(document: Extraction) -> list[tuple[object, ...]]:
    return [
        (s.level, s.marker, s.heading, s.text, box_lists(s.passage.boxes()), _position(s.parent))
        for s in document.sections
    ]


def _position(parent: int | None) -> int | None:
    return None if parent is None else parent + 1


def stored_tables(db, document):  # type: ignore[no-untyped-def]
    sql = (
        "SELECT t.unit, t.columns, r.cells, r.boxes, r.cell_boxes FROM tables t JOIN table_rows r ON r.table_id = t.id "
        "WHERE t.document_id = ? ORDER BY t.position, r.position"
    )
    return [(row[0], *map(json.loads, row[1:])) for row in db.execute(sql, (document,))]


def tables_of(document: Extraction) -> list[tuple[object, ...]]:
    return [
        (
            table.unit,
            list(table.columns),
            [cell.passage.text for cell in row.cells],
            box_lists(row.boxes),
            [box_lists(cell.passage.boxes()) for cell in row.cells],
        )
        for table in document.tables
        for row in table.rows
    ]


def stored_projects(db, document):  # type: ignore[no-untyped-def]
    sql = (
        "SELECT p.name, p.budget_vnd, t.position, r.position FROM projects p JOIN table_rows r ON r.id = "
        "p.table_row_id JOIN tables t ON t.id = r.table_id WHERE p.document_id = ? ORDER BY p.id"
    )
    return [tuple(row) for row in db.execute(sql, (document,))]


def projects_of(document: Extraction) -> list[tuple[object, ...]]:
    return [(p.name, p.budget_vnd, p.table + 1, p.row + 1) for p in document.projects]


def stored_citations(db, document):  # type: ignore[no-untyped-def]
    sql = (
        "SELECT c.text, c.ref, s.position, t.position, r.position FROM citations c "
        "LEFT JOIN sections s ON s.id = c.section_id LEFT JOIN table_rows r ON r.id = c.table_row_id "
        "LEFT JOIN tables t ON t.id = r.table_id WHERE c.document_id = ? ORDER BY c.id"
    )
    return [tuple(row) for row in db.execute(sql, (document,))]


def citations_of(document: Extraction) -> list[tuple[object, ...]]:
    blocks = [document.blocks[c.block] for c in document.citations]
    return [
        (c.text, c.ref, _position(block.section), _position(block.table), _position(block.row))
        for c, block in zip(document.citations, blocks, strict=True)
    ]
