"""Findings about the letterhead: what is blank in it, and what contradicts itself."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.references import day, kind_in, year_in
from pipeline.model import Finding, Letterhead, Severity, Subject


def check_letterhead(head: Letterhead) -> Iterator[Finding]:
    if head.issuer is not None and head.attached_to is None:  # an annex has no number of its own
        yield from _blanks(head)
    year = year_in(head.ref)
    if year and head.issued_on and head.issued_on[:4] != year:
        yield _finding(
            "document_year_mismatch",
            "error",
            f"Số {head.ref} mang năm {year} nhưng văn bản ghi ngày {day(head.issued_on)}",
            "the year in the number is not that of the date",
        )
    said = kind_in(head.symbol, head.kind)
    if said:
        yield _finding(
            "document_kind_mismatch",
            "warning",
            f"Văn bản là {head.kind} nhưng ký hiệu {head.symbol} là của {said}",
            "the symbol belongs to another kind of document",
        )


def _blanks(head: Letterhead) -> Iterator[Finding]:
    if head.number is None:
        symbol = f" (ký hiệu {head.symbol})" if head.symbol else ""
        yield _finding(
            "number_blank",
            "warning",
            f"Số văn bản để trống hoặc không đọc được{symbol}",
            "document number blank or not read",
        )
    if head.issued_on is None or len(head.issued_on) < len("2026-01-01"):
        shown = f", chỉ ghi {day(head.issued_on)}" if head.issued_on else ""
        yield _finding(
            "date_blank",
            "warning",
            f"Ngày ban hành để trống hoặc không đầy đủ{shown}",
            "date of issue blank or incomplete",
        )


def _finding(code: str, severity: Severity, vietnamese: str, english: str) -> Finding:
    return Finding(code, severity, f"{vietnamese} ({english})", page=1, subject=Subject("documents", 0))
