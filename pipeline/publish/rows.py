"""From an Extraction to the rows of its tables: indexes become row ids, values become what SQLite stores.

Pure: the caller says which id is free in each table, and inserts what comes back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from decimal import Decimal
from itertools import accumulate

from pipeline.model import (
    Block,
    Box,
    Citation,
    Extraction,
    Finding,
    Mention,
    Passage,
    Project,
    Subject,
    Table,
    TableRow,
    Value,
)
from pipeline.publish.folding import ref_key
from pipeline.publish.labels import footnote_label, row_label, section_label, table_label
from pipeline.publish.placement import Placement

LEAD, PARTNER = "lead", "partner"
"""What a unit does in a project."""
NONE_SHARED: Mapping[str, int] = {}
Row = dict[str, object]
Rows = Mapping[str, Sequence[Row]]


def as_json(value: object) -> str:
    """Compact JSON with Vietnamese letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def boxes_json(boxes: Iterable[Box]) -> str:
    """``[[page, x0, top, x1, bottom], …]`` in points, to the hundredth."""
    return as_json(_box_lists(boxes))


def _box_lists(boxes: Iterable[Box]) -> list[list[float]]:
    return [[b.page, round(b.x0, 2), round(b.top, 2), round(b.x1, 2), round(b.bottom, 2)] for b in boxes]


def known(text: str | None) -> str | None:
    """An unknown value is NULL, never an empty string."""
    return text or None


class RowIds:
    """The ids that the records of one document get: the first free one of each table, then one after the other."""

    def __init__(self, extraction: Extraction, free: Mapping[str, int]) -> None:
        self._first = free
        starts = accumulate((len(table.rows) for table in extraction.tables), initial=0)
        self._row_starts = tuple(starts)

    def of(self, table: str, index: int | None) -> int | None:
        """The id of record ``index`` of ``table``; None for None."""
        return None if index is None else self._first[table] + index

    def of_row(self, table: int | None, row: int | None) -> int | None:
        """The id of row ``row`` of the document's table ``table`` (both indexes)."""
        if table is None or row is None:
            return None
        return self._first["table_rows"] + self._row_starts[table] + row

    def of_subject(self, subject: Subject, document_id: int) -> tuple[str, int | None]:
        """The table and the row id that a finding is about."""
        if subject.table == "documents":
            return subject.table, document_id
        if subject.table == "table_rows":
            return subject.table, self.of_row(subject.index, subject.row)
        return subject.table, self.of(subject.table, subject.index)


def document_rows(
    extraction: Extraction,
    document_id: int,
    free: Mapping[str, int],
    unit_ids: Mapping[str, int],
    programme_ids: Mapping[str, int] = NONE_SHARED,
) -> Rows:
    """The rows of every table that a document owns, parents before children.

    ``free`` gives the first unused id of each table, ``unit_ids`` and ``programme_ids`` the row ids of units and
    programmes by their key.
    """
    builder = _Builder(extraction, document_id, RowIds(extraction, free), unit_ids, programme_ids)
    tables: dict[str, Iterator[Row]] = {
        "pages": builder.pages(),
        "sections": builder.sections(),
        "footnotes": builder.footnotes(),
        "tables": builder.tables(),
        "table_rows": builder.table_rows(),
        "document_units": builder.document_units(),
        "projects": builder.projects(),
        "project_units": builder.project_units(),
        "citations": builder.citations(),
        "back_references": builder.back_references(),
        "mentions": builder.mentions(),
        "abbreviations": builder.abbreviations(),
        "findings": builder.findings(),
    }
    return {name: [{"id": free[name] + index} | row for index, row in enumerate(rows)] for name, rows in tables.items()}


class _Builder:
    """Builds the rows of one document; every method yields the rows of one table, in order, without their ids."""

    def __init__(
        self,
        extraction: Extraction,
        document_id: int,
        ids: RowIds,
        unit_ids: Mapping[str, int],
        programme_ids: Mapping[str, int],
    ) -> None:
        self.extraction = extraction
        self.ids = ids
        self.unit_ids = unit_ids
        self.programme_ids = programme_ids
        self.document: Row = {"document_id": document_id}
        self.document_id = document_id
        self.placement = Placement(extraction.pages)

    def boxes(self, boxes: Iterable[Box]) -> str:
        return boxes_json(self.placement.shown(boxes))

    def cell_boxes(self, row: TableRow) -> str:
        """The boxes of each cell of a row, in the order of its cells."""
        return as_json([_box_lists(self.placement.shown(cell.passage.boxes())) for cell in row.cells])

    def pages(self) -> Iterator[Row]:
        for page in self.extraction.pages:
            yield {
                **self.document,
                "page": page.number,
                "text": known(page.text),
                "text_source": page.text_source,
                "confidence": page.confidence,
                "width": page.width,
                "height": page.height,
                "rotation": page.rotation,
            }

    def sections(self) -> Iterator[Row]:
        for position, section in enumerate(self.extraction.sections, start=1):
            yield {
                **self.document,
                **_pages_of(section.passage),
                "position": position,
                "level": section.level,
                "marker": known(section.marker),
                "heading": known(section.heading),
                "text": section.text,
                "parent_id": self.ids.of("sections", section.parent),
                "label": section_label(section),
                "boxes": self.boxes(section.passage.boxes()),
            }

    def footnotes(self) -> Iterator[Row]:
        for note in self.extraction.footnotes:
            block = self.extraction.blocks[note.anchor.block] if note.anchor else None
            yield {
                **self.document,
                "page": _first_page(note.passage),
                "marker": known(note.marker),
                "text": known(note.passage.text),
                "anchor_page": _page_at(block.passage, note.anchor.offset) if block and note.anchor else None,
                "anchor_section_id": self.ids.of("sections", block.section) if block else None,
                "anchor_text": known(note.anchor_text),
                "label": footnote_label(note),
                "boxes": self.boxes(note.passage.boxes()),
            }

    def tables(self) -> Iterator[Row]:
        for position, table in enumerate(self.extraction.tables, start=1):
            yield {
                **self.document,
                "position": position,
                "caption": known(table.caption),
                "unit": known(table.unit),
                "columns": as_json(table.columns),
                "meanings": as_json(table.meanings) if any(table.meanings) else None,
                "page_first": table.page_first,
                "page_last": table.page_last,
                "section_id": self.ids.of("sections", table.section),
                "label": table_label(table, position),
                "boxes": self.boxes(table.boxes),
            }

    def table_rows(self) -> Iterator[Row]:
        for index, table in enumerate(self.extraction.tables):
            yield from self._rows_of_table(table, index)

    def _rows_of_table(self, table: Table, index: int) -> Iterator[Row]:
        for position, row in enumerate(table.rows, start=1):
            yield {
                "table_id": self.ids.of("tables", index),
                "position": position,
                "cells": as_json([cell.passage.text for cell in row.cells]),
                "page_first": row.page_first,
                "page_last": row.page_last,
                "label": row_label(row, position),
                "boxes": self.boxes(row.boxes),
                "cell_boxes": self.cell_boxes(row),
                "typed": _typed(row),
            }

    def document_units(self) -> Iterator[Row]:
        for unit in self.extraction.units:
            yield {
                **self.document,
                "unit_id": self.unit_ids[unit.key],
                "aliases": as_json(sorted(set(unit.aliases))),
            }

    def projects(self) -> Iterator[Row]:
        for project in self.extraction.projects:
            row = self.extraction.tables[project.table].rows[project.row]
            yield {
                **self.document,
                **_project_values(project),
                "lead_unit_id": self._unit(project.lead_unit_key),
                "table_row_id": self.ids.of_row(project.table, project.row),
                "page": row.page_first,
                "boxes": self.boxes(row.boxes),
            }

    def project_units(self) -> Iterator[Row]:
        """Who leads a project and who takes part in it, as far as linked."""
        for index, project in enumerate(self.extraction.projects):
            roles = ((LEAD, (project.lead_unit_key,)), (PARTNER, project.partner_unit_keys))
            for role, keys in roles:
                for unit_id in filter(None, map(self._unit, keys)):
                    row: Row = {"project_id": self.ids.of("projects", index), "unit_id": unit_id, "role": role}
                    yield self.document | row

    def citations(self) -> Iterator[Row]:
        for citation in self.extraction.citations:
            place = self._place(self.extraction.blocks[citation.block])
            links: Row = {
                "issuer_unit_id": self._unit(citation.issuer_key),
                "same_as_id": self.ids.of("citations", citation.same_as),
            }
            yield {**self.document, **place, **_citation_values(citation), **self._citation_boxes(citation), **links}

    def _citation_boxes(self, citation: Citation) -> Row:
        """Where the mention stands, and each of its parts: ``[{"part", "text", "boxes"}, …]``."""
        parts = [
            {"part": part.name, "text": part.text, "boxes": _box_lists(self.placement.shown(part.boxes))}
            for part in citation.parts
        ]
        return {"boxes": self.boxes(citation.boxes), "parts": as_json(parts)}

    def back_references(self) -> Iterator[Row]:
        for back in self.extraction.back_references:
            place = self._place(self.extraction.blocks[back.block])
            yield {
                **self.document,
                **place,
                "page": back.page,
                "text": back.text,
                "kind": known(back.kind),
                "form": back.form,
                "citation_id": self.ids.of("citations", back.citation),
                "boxes": self.boxes(back.boxes),
            }

    def mentions(self) -> Iterator[Row]:
        for mention in self.extraction.mentions:
            block = self.extraction.blocks[mention.block]
            yield {**self.document, **self._place(block), "zone": block.zone, **self._mention_values(mention)}

    def _mention_values(self, mention: Mention) -> Row:
        return {
            "page": mention.page,
            "label": mention.label,
            "text": mention.text,
            "unit_id": self._unit(mention.unit_key),
            "unit_class_id": self._unit(mention.unit_class.key if mention.unit_class else None),
            "candidates": as_json(mention.candidates) if mention.candidates else None,
            "project_id": self.ids.of("projects", mention.project),
            "programme_id": self.programme_ids.get(mention.programme_key or ""),
            "confidence": mention.confidence,
            "found_by": mention.found_by,
            "boxes": self.boxes(mention.boxes),
        }

    def abbreviations(self) -> Iterator[Row]:
        for abbreviation in self.extraction.abbreviations:
            yield {
                **self.document,
                "short": abbreviation.short,
                "long": abbreviation.long,
                "page": abbreviation.page,
            }

    def findings(self) -> Iterator[Row]:
        for finding in self.extraction.findings:
            yield {**self.document, **self._finding_values(finding)}

    def _finding_values(self, finding: Finding) -> Row:
        subject = finding.subject
        table, row_id = self.ids.of_subject(subject, self.document_id) if subject else (None, None)
        return {
            "page": finding.page,
            "severity": finding.severity,
            "code": finding.code,
            "message": finding.message,
            "subject_table": table,
            "subject_id": row_id,
            "boxes": self.boxes(finding.boxes),
        }

    def _place(self, block: Block) -> Row:
        return {
            "section_id": self.ids.of("sections", block.section),
            "footnote_id": self.ids.of("footnotes", block.footnote),
            "table_row_id": self.ids.of_row(block.table, block.row),
        }

    def _unit(self, key: str | None) -> int | None:
        return None if key is None else self.unit_ids.get(key)


def _citation_values(citation: Citation) -> Row:
    return {
        "page": citation.page,
        "text": citation.text,
        "kind": known(citation.kind),
        "ref": known(citation.ref),
        "number": known(citation.number),
        "symbol": known(citation.symbol),
        "issued_on": known(citation.issued_on),
        "issuer": known(citation.issuer),
        "issuer_before": known(citation.issuer_before),
        "pinpoint": known(citation.pinpoint),
        "title": known(citation.title),
        "title_source": citation.title_source,
        "relation": citation.relation,
        "zone": citation.zone,
        "instrument_id": None,
        "confidence": citation.confidence,
        "ref_key": ref_key(citation.ref),
    }


def _typed(row: TableRow) -> str | None:
    """The values of a row's cells, null for a cell that has none; None where no cell has one."""
    values = [_value_fields(cell.value) if cell.value else None for cell in row.cells]
    return as_json(values) if any(values) else None


def _value_fields(value: Value) -> Row:
    """The fields of a value that are known; numbers as JSON numbers, exact to fifteen digits."""
    known_fields = ((each.name, getattr(value, each.name)) for each in fields(value))
    return {name: _json_number(given) for name, given in known_fields if given is not None}


def _json_number(value: object) -> object:
    if not isinstance(value, Decimal):
        return value
    return int(value) if value == value.to_integral_value() else float(value)


def _project_values(project: Project) -> Row:
    return {
        "number": known(project.number),
        "name": project.name,
        "lead_unit": known(project.lead_unit),
        "partner_units": known(project.partner_units),
        "goal": known(project.goal),
        "period": known(project.period),
        "period_from": project.period_from,
        "period_to": project.period_to,
        "budget": known(project.budget),
        "budget_vnd": project.budget_vnd,
        "disbursed_vnd": project.disbursed_vnd,
        "funding": known(project.funding),
        "result": known(project.result),
        "group_name": known(project.group_name),
    }


def _pages_of(passage: Passage) -> Row:
    pages = [piece.box.page for piece in passage.pieces]
    return {"page_first": min(pages, default=None), "page_last": max(pages, default=None)}


def _first_page(passage: Passage) -> int | None:
    return passage.page_first if passage.pieces else None


def _page_at(passage: Passage, offset: int) -> int | None:
    return passage.page_at(offset) if passage.pieces else None
