"""Days that may be known to the month or the year only."""

from __future__ import annotations


def is_before(date: str | None, other: str | None) -> bool:
    """Whether ``date`` is surely before ``other``; ISO dates, which may be of a month or a year only."""
    if date is None or other is None:
        return False
    known = min(len(date), len(other))
    return date[:known] < other[:known]
