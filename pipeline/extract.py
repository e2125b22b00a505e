"""The recipe: one document from file to extraction, readable from top to bottom.

Each line is a stage, and each stage a function from values to values. Only `reading` opens the PDF; nothing here
knows of databases or processes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from pipeline.checks import check_document, check_letterhead_print
from pipeline.citations import (
    as_sure_as_their_print,
    find_back_references,
    find_citations,
    restore_marks,
    title_from_footnotes,
)
from pipeline.entities import link_entities
from pipeline.layout.grids import sideways_outside
from pipeline.layout.pages import lay_out, text_in_order
from pipeline.layout.paragraphs import make_paragraphs
from pipeline.model import (
    Citation,
    DocumentTextSource,
    Extraction,
    Finding,
    LaidOutPage,
    Letterhead,
    Page,
    PageRecord,
    Status,
)
from pipeline.reading.document import read_document
from pipeline.reading.findings import turned_text
from pipeline.reading.integrity import LOSSES
from pipeline.reading.ocr.readers import PageReader, reader_at_once
from pipeline.structure.beginnings import beginnings
from pipeline.structure.blocks import note_blocks, place_tables, text_blocks
from pipeline.structure.footnotes import read_notes, tie_notes
from pipeline.structure.letterhead import read_letterhead
from pipeline.structure.projects import find_projects
from pipeline.structure.sections import build_sections
from pipeline.structure.tables import find_tables

ENOUGH_CONFIDENCE = 0.5
"""Of a page's text, below which the document counts as partly read."""


def extract(path: Path, reader: PageReader | None = None) -> Extraction:
    """All that the document at ``path`` says; ``reader`` recognises scanned pages (left out: at once, where it can).

    Raises the `DocumentError` that says why the document cannot be read, or the reader's `PagesWanted`.
    """
    reading = read_document(path, reader or reader_at_once())
    pages = lay_out(reading.pages)
    paragraphs = make_paragraphs(pages)
    sections, owners = build_sections(paragraphs, beginnings(pages, paragraphs))
    tables = place_tables(find_tables(pages), paragraphs, owners)
    letterhead = read_letterhead(pages, paragraphs, sections)

    text = text_blocks(pages, paragraphs, owners, sections, tables)
    footnotes = tie_notes(read_notes(pages), text)
    blocks = text + note_blocks(footnotes, text)

    scanned = frozenset(page.number for page in reading.pages if page.text_source == "ocr")
    mentions = restore_marks(find_citations(blocks, letterhead), scanned)
    citations = as_sure_as_their_print(title_from_footnotes(mentions, footnotes, blocks), blocks, reading.pages)
    letterhead = _attached(letterhead, citations)
    back_references, citations = find_back_references(blocks, citations, letterhead)
    entities = link_entities(blocks, letterhead, find_projects(tables), citations)

    findings = (*_without_read_sideways(reading.findings, pages), *check_letterhead_print(letterhead, pages))
    status = _status(reading.pages, findings)
    extraction = Extraction(
        letterhead=letterhead,
        text_source=_text_source(reading.pages),
        status=status,
        pages=tuple(_record(page) for page in pages),
        sections=sections,
        footnotes=footnotes,
        tables=tables,
        blocks=blocks,
        citations=entities.citations,
        back_references=back_references,
        projects=entities.projects,
        units=entities.units,
        mentions=entities.mentions,
        abbreviations=entities.abbreviations,
        programmes=entities.programmes,
        findings=findings,
        error=_error(status, findings),
    )
    return replace(extraction, findings=findings + check_document(extraction))


def _without_read_sideways(findings: Sequence[Finding], pages: Sequence[LaidOutPage]) -> tuple[Finding, ...]:
    """The findings, those about sideways print left to what stands in no cell of a table: the rest is read there."""
    unread = {page.page.number: [word.text for word in sideways_outside(page)] for page in pages if page.page.sideways}
    about = {f.page for f in findings if f.page is not None and f.code == "text_turned" and f.page in unread}
    kept = (finding for finding in findings if finding.code != "text_turned" or finding.page not in about)
    return (*kept, *(finding for page in sorted(about) for finding in turned_text(page, unread[page])))


def _attached(letterhead: Letterhead, citations: Sequence[Citation]) -> Letterhead:
    """An annex that begins the file is attached to the document its heading names."""
    if letterhead.kind != "Phụ lục" or letterhead.attached_to is not None:
        return letterhead
    named = next((c.ref for c in citations if c.zone == "annex_header" and c.number), None)
    return replace(letterhead, attached_to=named)


def _record(page: LaidOutPage) -> PageRecord:
    read = page.page
    sideways = read.turn in (90, 270)
    return PageRecord(
        number=read.number,
        width=read.height if sideways else read.width,
        height=read.width if sideways else read.height,
        rotation=read.rotation,
        text_source=read.text_source,
        confidence=read.confidence,
        text=text_in_order(page),
        turn=read.turn,
        skew=read.skew,
    )


def _text_source(pages: Sequence[Page]) -> DocumentTextSource | None:
    """How the text of the document was won, pages without any left aside; None where no page has any."""
    sources = [page.text_source for page in pages if page.text_source != "empty"]
    if not sources:
        return None
    return sources[0] if len(set(sources)) == 1 else "mixed"


def _status(pages: Sequence[Page], findings: Sequence[Finding]) -> Status:
    """A document of which a part may be missing, or with pages that cannot be believed, is partial.

    A page without print is as it should be.
    """
    blank = {finding.page for finding in findings if finding.code == "page_empty"}
    missing = any(finding.code in LOSSES for finding in findings)
    doubtful = any(page.confidence < ENOUGH_CONFIDENCE for page in pages if page.number not in blank)
    return "partial" if missing or doubtful else "ok"


def _error(status: Status, findings: Sequence[Finding]) -> str | None:
    """The first reason why the document is only partly read, for its row; None where all of it is."""
    if status == "ok":
        return None
    losses = [finding.message for finding in findings if finding.code in LOSSES]
    warnings = [finding.message for finding in findings if finding.severity != "info"]
    return next(iter((*losses, *warnings)), None)
