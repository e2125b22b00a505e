"""What one document shows by itself that an auditor should look at.

Codes are stable and listed in docs/findings.md. Messages are Vietnamese first, English second.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from pipeline.model import Citation, Extraction, Finding, Severity, Subject

LOW_CONFIDENCE = 0.6


def check_document(extraction: Extraction) -> tuple[Finding, ...]:
    return (
        *_blank_letterhead(extraction),
        *_orphan_notes(extraction),
        *_missing_notes(extraction),
        *_unsure_citations(extraction),
        *_two_dates(extraction),
        *_later_than_document(extraction),
    )


def _blank_letterhead(extraction: Extraction) -> Iterator[Finding]:
    head = extraction.letterhead
    if head.issuer is not None and head.number is None:
        message = "Số văn bản để trống hoặc không đọc được (document number blank or not read)"
        yield Finding("number_blank", "warning", message, page=1, subject=Subject("documents", 0))
    if head.issuer is not None and (head.issued_on is None or len(head.issued_on) < 10):
        message = "Ngày ban hành để trống hoặc không đầy đủ (date of issue blank or incomplete)"
        yield Finding("date_blank", "warning", message, page=1, subject=Subject("documents", 0))


def _orphan_notes(extraction: Extraction) -> Iterator[Finding]:
    for index, note in enumerate(extraction.footnotes):
        if note.anchor is None:
            message = f"Chú thích {note.marker} không có dấu dẫn trong trang (footnote without a marker in the text)"
            boxes = note.passage.boxes()
            yield Finding("note_without_anchor", "warning", message, boxes[0].page, boxes, Subject("footnotes", index))


def _missing_notes(extraction: Extraction) -> Iterator[Finding]:
    """Numbers of notes that run on from 1 or from the note before, with one left out."""
    for (index, before), (_, after) in _neighbours(extraction):
        if after - before > 1:
            missing = ", ".join(str(n) for n in range(before + 1, after))
            message = f"Thiếu chú thích số {missing} (footnote number missing)"
            page = extraction.footnotes[index].passage.page_first
            yield Finding("note_missing", "warning", message, page, subject=Subject("footnotes", index))


def _neighbours(extraction: Extraction) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    numbered = [(i, int(note.marker)) for i, note in enumerate(extraction.footnotes) if note.marker.isdigit()]
    yield from pairwise(numbered)


def _unsure_citations(extraction: Extraction) -> Iterator[Finding]:
    for index, citation in enumerate(extraction.citations):
        if citation.confidence < LOW_CONFIDENCE and citation.ref and "/" in citation.ref:
            message = f"Số hiệu đọc chưa chắc chắn: “{citation.text}” (reference not read with certainty)"
            yield _about(index, citation, "citation_unsure", "warning", message)


def _two_dates(extraction: Extraction) -> Iterator[Finding]:
    """One reference cited with two dates in one document: one of them is wrong, or they are two documents."""
    dated = [(i, c) for i, c in enumerate(extraction.citations) if c.ref and c.number and _is_full(c.issued_on)]
    by_ref = sorted(dated, key=lambda pair: (str(pair[1].ref).casefold(), pair[0]))
    for ref, pairs in groupby(by_ref, key=lambda pair: str(pair[1].ref).casefold()):
        mentions = list(pairs)
        dates = sorted({str(c.issued_on) for _, c in mentions})
        if len(dates) > 1:
            index, citation = mentions[0]
            shown = ", ".join(_day(date) for date in dates)
            message = f"{citation.ref or ref} được dẫn với các ngày khác nhau: {shown} (cited with different dates)"
            yield _about(index, citation, "citation_two_dates", "error", message)


def _later_than_document(extraction: Extraction) -> Iterator[Finding]:
    """A document that cites one issued after itself."""
    own = extraction.letterhead.issued_on
    if not _is_full(own):
        return
    for index, citation in enumerate(extraction.citations):
        if _is_full(citation.issued_on) and str(citation.issued_on) > str(own):
            message = f"{citation.text}: ngày sau ngày ban hành văn bản này (cites a document issued later)"
            yield _about(index, citation, "citation_later", "warning", message)


def _about(index: int, citation: Citation, code: str, severity: Severity, message: str) -> Finding:
    return Finding(code, severity, message, citation.page, citation.boxes, Subject("citations", index))


def _is_full(date: str | None) -> bool:
    return date is not None and len(date) == 10


def _day(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{day}/{month}/{year}"
