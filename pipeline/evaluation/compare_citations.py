"""Compare the citations of one document with its labels: by number and page, then field by field."""

from __future__ import annotations

from collections import defaultdict
from typing import TypeGuard

import regex

from pipeline.evaluation.folding import key, loose
from pipeline.evaluation.labels import UNREADABLE, CitationLabel, DocumentLabels
from pipeline.evaluation.published import CitationRow, PublishedDocument
from pipeline.evaluation.scorecard import Scorecard

_JOINT = regex.compile(r"[/:-]")
_Slots = defaultdict[tuple[str, int | None], list[CitationRow]]


def compare_citations(labels: DocumentLabels, published: PublishedDocument, card: Scorecard) -> None:
    numbered = [row for row in published.citations if _is_full(row.ref)]
    slots: _Slots = defaultdict(list)
    for found in numbered:
        slots[key(found.ref), found.page].append(found)
    wanted = [label for label in labels.citations if _is_full(label.ref)]
    hit = strict = 0
    for label in wanted:
        row = _take(slots, label)
        if row is None:
            card.miss(labels.file, "citation missed", f"p{label.page} {label.text!r}")
            continue
        hit += 1
        strict += _compare_kind_and_date(labels.file, label, row, card)
        _compare_fields(labels.file, label, row, card)
    _list_extra(labels.file, slots, card)
    card.add("citation", hit, len(wanted), len(numbered))
    card.add("citation.strict", strict, len(wanted), len(numbered))


def compare_named_laws(labels: DocumentLabels, published: PublishedDocument, card: Scorecard) -> None:
    """Laws cited by name with a date or year: found where one text holds the other. Only recall is counted."""
    named = [label for label in labels.citations if label.ref is None and label.date]
    texts = [text for row in published.citations if not row.ref and len(text := loose(row.text)) > 5]
    hit = 0
    for label in named:
        want = loose(label.text)
        if any(want in text or text in want for text in texts):
            hit += 1
        else:
            card.miss(labels.file, "named law missed", f"p{label.page} {label.text!r}")
    card.add("named", hit, len(named), len(named))


def _is_full(ref: str | None) -> TypeGuard[str]:
    """A number with its symbol; a bare "11" is a short form, neither wanted nor wrong."""
    return bool(ref) and _JOINT.search(str(ref)) is not None


def _take(slots: _Slots, label: CitationLabel) -> CitationRow | None:
    """The row of that number on that page that agrees best in kind, then in date; each row is taken once."""
    slot = slots[key(label.ref), label.page]
    if not slot:
        return None
    best = max(slot, key=lambda row: (key(row.kind) == key(label.kind), (row.issued_on or "") == (label.date or "")))
    slot.remove(best)
    return best


def _compare_kind_and_date(file: str, label: CitationLabel, row: CitationRow, card: Scorecard) -> bool:
    kind = label.kind in (None, UNREADABLE) or key(row.kind) == key(label.kind)
    date = label.date == UNREADABLE or (row.issued_on or "") == (label.date or "")
    if not (kind and date):
        want, got = f"{label.kind!r} {label.ref} {label.date!r}", f"{row.kind!r} {row.issued_on!r}"
        card.miss(file, "citation field", f"p{label.page} want {want} got {got}")
    return kind and date


def _compare_fields(file: str, label: CitationLabel, row: CitationRow, card: Scorecard) -> None:
    if label.issuer not in (None, UNREADABLE) and not card.check(
        "citation.issuer", loose(row.issuer) == loose(label.issuer)
    ):
        card.miss(file, "citation issuer", f"p{label.page} {label.ref} want {label.issuer!r} got {row.issuer!r}")
    if label.zone:
        card.check("citation.zone", row.zone == label.zone)
    if label.pinpoint and not card.check("citation.pinpoint", loose(row.pinpoint) == loose(label.pinpoint)):
        card.miss(file, "citation pinpoint", f"p{label.page} {label.ref} want {label.pinpoint!r} got {row.pinpoint!r}")


def _list_extra(file: str, slots: _Slots, card: Scorecard) -> None:
    for (ref, page), left in slots.items():
        for row in left:
            card.miss(file, "citation extra", f"p{page} {row.text!r} as {ref}")
