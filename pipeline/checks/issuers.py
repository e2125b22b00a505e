"""Findings about who issued a cited document: a body that was not yet, or no more, on the day of its document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from pipeline.checks.references import day
from pipeline.citations.issuing import was, written_out
from pipeline.citations.number import symbol_parts
from pipeline.citations.provinces import MERGED_ON, provinces
from pipeline.citations.vocabulary import Body, bodies_of_symbol
from pipeline.model import Citation, Finding, Subject

CODE = "citation_issuer_not_then"
_FULL = len(MERGED_ON)
_PROVINCE = regex.compile(r"\b (?: tỉnh | thành\sphố ) \s (?P<name> \p{Lu} [^,]* )", regex.VERBOSE)
_DISTRICT = regex.compile(
    r"\b (?: huyện | quận | thị\sxã ) \s \p{Lu} | \b (?: Huyện | Quận | Thị )\sủy \b", regex.VERBOSE
)


def check_issuers(citations: Sequence[Citation]) -> Iterator[Finding]:
    """One finding a mention with its full day: dates in part could fit another year."""
    for index, citation in enumerate(citations):
        issued_on = citation.issued_on
        if issued_on is None or len(issued_on) < _FULL or not citation.ref:
            continue
        reason = _not_then(citation, issued_on)
        if reason:
            vietnamese, english = reason
            message = f"{citation.ref} ghi ngày {day(issued_on)}, nhưng {vietnamese} ({english})"
            yield Finding(CODE, "warning", message, citation.page, citation.boxes, Subject("citations", index))


def _not_then(citation: Citation, issued_on: str) -> tuple[str, str] | None:
    for part in symbol_parts(citation.symbol)[1:]:
        bodies = bodies_of_symbol().get(part, ())
        if bodies and not any(was(body, issued_on) for body in bodies):
            return _term(bodies[0]), "the body in its symbol did not exist under this name on that day"
    return _gone_place(written_out(citation.issuer or ""), issued_on)


def _term(body: Body) -> str:
    begun = f"từ {day(body.first)}" if body.first else ""
    ended = f"đến {day(body.last)}" if body.last else ""
    return f"{body.name} chỉ mang tên này {' '.join(filter(None, (begun, ended)))}"


def _gone_place(issuer: str, issued_on: str) -> tuple[str, str] | None:
    named = _PROVINCE.search(issuer)
    province = provinces().get(named["name"].casefold()) if named else None
    if province and province.last_day and issued_on > province.last_day:
        english = "the province had been merged into another"
        return f"{province.full_name} đã được sắp xếp, hết ngày {day(province.last_day)}", english
    if issued_on >= MERGED_ON and _DISTRICT.search(issuer):
        return "cấp huyện đã kết thúc hoạt động từ ngày 01/07/2025", "districts had ceased by that day"
    return None
