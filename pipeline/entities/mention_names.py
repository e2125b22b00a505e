"""A name as it was found, before it is linked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model import FoundBy, MentionLabel


@dataclass(frozen=True, slots=True)
class Name:
    """Characters ``start:stop`` of a text are a name; not yet linked."""

    start: int
    stop: int
    label: MentionLabel
    confidence: float
    found_by: FoundBy


def without_taken(names: Sequence[Name], more: Sequence[Name]) -> list[Name]:
    """``names`` and those of ``more`` that stand beside them, in order."""
    free = [n for n in more if all(n.stop <= other.start or n.start >= other.stop for other in names)]
    return sorted([*names, *free], key=lambda name: name.start)
