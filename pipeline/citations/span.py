"""A stretch of a text by its offsets."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters ``start:stop`` of a text."""

    start: int
    stop: int

    def of(self, text: str) -> str:
        return text[self.start : self.stop]
