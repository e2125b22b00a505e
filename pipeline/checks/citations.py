"""Findings about citations: what contradicts itself, or cannot be, in the documents that one document cites."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, groupby

from pipeline.checks.references import day, kind_in, year_in
from pipeline.model import Citation, Finding, Letterhead, Severity, Subject

LOW_CONFIDENCE = 0.6
_FULL = len("2026-01-01")

Numbered = tuple[int, Citation]


def check_citations(citations: Sequence[Citation], letterhead: Letterhead) -> Iterator[Finding]:
    numbered = list(enumerate(citations))
    yield from _unsure(numbered)
    yield from _contradictory(numbered)
    yield from _two_dates(numbered)
    yield from _later(numbered, letterhead)


def _unsure(citations: Sequence[Numbered]) -> Iterator[Finding]:
    for index, citation in citations:
        if citation.confidence < LOW_CONFIDENCE and citation.ref and "/" in citation.ref:
            message = f"Số hiệu đọc chưa chắc chắn: “{citation.text}” (reference not read with certainty)"
            yield _about(index, citation, "citation_unsure", "warning", message)


def _contradictory(citations: Sequence[Numbered]) -> Iterator[Finding]:
    """A number whose year is not that of the date; a word for the kind that is not that of the symbol."""
    for index, citation in citations:
        year, issued_on = year_in(citation.ref), citation.issued_on
        if year and issued_on and issued_on[:4] != year:
            message = (
                f"{citation.ref} mang năm {year} nhưng ghi ngày {day(issued_on)} "
                "(the year in the number is not that of the date)"
            )
            yield _about(index, citation, "citation_year_mismatch", "error", message)
        said = kind_in(citation.symbol, citation.kind)
        if said:
            message = (
                f"Ghi là {citation.kind} nhưng số hiệu {citation.ref} là của {said} "
                "(the symbol belongs to another kind of document)"
            )
            yield _about(index, citation, "citation_kind_mismatch", "warning", message)


def _two_dates(citations: Sequence[Numbered]) -> Iterator[Finding]:
    """One reference cited with two dates: one of them is wrong, or they are two documents."""
    dated = [pair for pair in citations if pair[1].ref and pair[1].number and _is_full(pair[1].issued_on)]
    by_ref = sorted(dated, key=lambda pair: (str(pair[1].ref).casefold(), pair[0]))
    for _, group in groupby(by_ref, key=lambda pair: str(pair[1].ref).casefold()):
        pairs = list(group)
        clash = next((other for one, other in combinations(pairs, 2) if _clash(one[1], other[1])), None)
        if clash is not None:
            dates = ", ".join(day(date) for date in sorted({str(citation.issued_on) for _, citation in pairs}))
            message = f"{clash[1].ref} được dẫn với các ngày khác nhau: {dates} (cited with different dates)"
            yield _about(*clash, "citation_two_dates", "error", message)


def _clash(one: Citation, other: Citation) -> bool:
    """Whether two mentions of a reference name different days of what can only be one document.

    A number without a year is given again each year and by each issuer, so there the dates must be alike but for one
    part (a slip of the pen), and the issuers not be different ones.
    """
    if one.issued_on == other.issued_on:
        return False
    if year_in(one.ref):
        return True
    pairs = zip(str(one.issued_on).split("-"), str(other.issued_on).split("-"), strict=True)
    unlike = sum(first != second for first, second in pairs)
    issuers = {citation.issuer.casefold() for citation in (one, other) if citation.issuer}
    return unlike == 1 and len(issuers) < 2


def _later(citations: Sequence[Numbered], letterhead: Letterhead) -> Iterator[Finding]:
    """A document that cites one issued after itself, as far as its own date is printed."""
    own = letterhead.issued_on
    for index, citation in citations if own else ():
        if (
            citation.ref
            and own
            and citation.issued_on
            and citation.issued_on[: len(own)] > own[: len(citation.issued_on)]
        ):
            message = (
                f"{citation.ref} ghi ngày {day(citation.issued_on)}, sau ngày ban hành văn bản này ({day(own)}) "
                "(cites a document issued later)"
            )
            yield _about(index, citation, "citation_later", "warning", message)


def _about(index: int, citation: Citation, code: str, severity: Severity, message: str) -> Finding:
    return Finding(code, severity, message, citation.page, citation.boxes, Subject("citations", index))


def _is_full(date: str | None) -> bool:
    return date is not None and len(date) == _FULL
