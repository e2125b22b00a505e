"""Findings about citations: what contradicts itself, or cannot be, in the documents that one document cites."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, groupby

from pipeline.checks.references import day, kind_in, year_in
from pipeline.citations.issuing import central_issuer
from pipeline.citations.vocabulary import full_kind, kind_named
from pipeline.folding import fold
from pipeline.model import Citation, Finding, Letterhead, Severity, Subject

LOW_CONFIDENCE = 0.6
_SURE = 0.9
_FULL = len("2026-01-01")

Numbered = tuple[int, Citation]


def check_citations(citations: Sequence[Citation], letterhead: Letterhead) -> Iterator[Finding]:
    numbered = list(enumerate(citations))
    yield from _unsure(numbered)
    yield from _contradictory(numbered)
    yield from _two_dates(numbered)
    yield from _later(numbered, letterhead)
    yield from _incomplete(numbered)


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


_FORMAL_ZONES = ("legal_basis", "body")
_LISTED = 5  # references that a message names


def _incomplete(citations: Sequence[Numbered]) -> Iterator[Finding]:
    """Documents first cited without their date or issuer, which Nghị định 30/2020/NĐ-CP (appendix I) asks for.

    One finding a document for each. A body that stands before the mention, or that the symbol names, will do. Laws go
    by name or number; notes and tables may be short; a mention that is unsure, a short form and one in another's title
    say nothing.
    """
    first = list(_first_mentions(citations))
    undated = [pair for pair in first if not pair[1].issued_on]
    unsigned = [pair for pair in first if not _names_issuer(pair[1])]
    yield from _lacking(undated, "ngày ban hành", "its date")
    yield from _lacking(unsigned, "cơ quan ban hành", "its issuer")


def _names_issuer(citation: Citation) -> bool:
    return bool(citation.issuer or citation.issuer_before or central_issuer(citation.symbol, citation.issued_on))


def _lacking(lacking: Sequence[Numbered], vietnamese: str, english: str) -> Iterator[Finding]:
    if not lacking:
        return
    index, first = lacking[0]
    names = ", ".join(f"{citation.kind} {citation.ref}" for _, citation in lacking[:_LISTED])
    more = f" và {len(lacking) - _LISTED} văn bản khác" if len(lacking) > _LISTED else ""
    message = (
        f"{len(lacking)} văn bản được dẫn lần đầu không ghi {vietnamese}: {names}{more} (first cited without {english})"
    )
    yield _about(index, first, "citation_incomplete", "info", message)


def _first_mentions(citations: Sequence[Numbered]) -> Iterator[Numbered]:
    """The first mention of each reference, where it stands in running text of its own and is no law's."""
    seen: set[str] = set()
    titled_until = (0, 0)  # block and offset to which the title of a mention before reaches
    for index, citation in citations:
        ref = str(citation.ref).casefold()
        in_title = (citation.block, citation.start) < titled_until
        if citation.title_source == "inline" and citation.title:
            titled_until = max(titled_until, (citation.block, citation.stop + len(citation.title)))
        if citation.ref and ref not in seen and not in_title and _is_formal(citation):
            yield index, citation
        seen.add(ref)


def _is_formal(citation: Citation) -> bool:
    """Whether the decree asks for the date of a mention: in running text, of a numbered document that is no law."""
    kind = kind_named(fold(full_kind(citation.kind) or ""))
    sure = citation.confidence >= _SURE and citation.number is not None and citation.symbol is not None
    return kind is not None and not kind.lawmaker and not kind.standard and sure and citation.zone in _FORMAL_ZONES


def _about(index: int, citation: Citation, code: str, severity: Severity, message: str) -> Finding:
    return Finding(code, severity, message, citation.page, citation.boxes, Subject("citations", index))


def _is_full(date: str | None) -> bool:
    return date is not None and len(date) == _FULL
