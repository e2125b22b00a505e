"""A text with what is looked for in it once: its folded copy, kind words, numbers and, where needed, pinpoints."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.citations.fold import fold
from pipeline.citations.kinds import KindMatch, find_kinds
from pipeline.citations.number import NumberMatch, find_numbers
from pipeline.citations.pinpoints import find_pinpoints
from pipeline.citations.span import Span

LONGEST_TITLE = 260


@dataclass(frozen=True)
class Source:
    """``text`` and its ``folded`` copy have the same offsets; the tuples are in reading order."""

    text: str
    folded: str
    kinds: tuple[KindMatch, ...]
    numbers: tuple[NumberMatch, ...]

    @classmethod
    def of(cls, text: str, folded: str | None = None) -> Source:
        folded = fold(text) if folded is None else folded
        return cls(text, folded, tuple(find_kinds(text, folded)), tuple(find_numbers(text, folded)))

    @cached_property
    def pinpoints(self) -> tuple[Span, ...]:
        """Looked for only where there is a mention that they can belong to."""
        return tuple(find_pinpoints(self.text, self.folded))

    def kinds_before(self, offset: int) -> Iterator[KindMatch]:
        """The kind words that end within a title's length before ``offset``, nearest first."""
        for at in range(bisect_right(self.kinds, offset, key=lambda kind: kind.span.stop) - 1, -1, -1):
            if self.kinds[at].span.stop < offset - LONGEST_TITLE:
                return
            yield self.kinds[at]


def free_kinds(source: Source, taken: Sequence[Span]) -> Iterator[tuple[KindMatch, int]]:
    """The kind words outside the mentions in ``taken``, each with the offset where the next mention begins."""
    spans = sorted(taken)
    for kind in source.kinds:
        at = bisect_right(spans, kind.span.start, key=lambda span: span.stop)
        limit = spans[at].start if at < len(spans) else len(source.text)
        if kind.span.stop <= limit:
            yield kind, limit
