"""Words with other letters on the same places: what every repair of a text layer ends in."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.model import Word


@dataclass(frozen=True, slots=True)
class Change:
    """One letter (or a letter with its mark) as the text layer has it, and as it is printed."""

    layer: str
    printed: str


def rewritten(word: Word, parts: Sequence[Change], confidence: float) -> Word:
    """The word with the letters of ``parts``, which together spell its text; edges follow, boxes stay."""
    text = unicodedata.normalize("NFC", "".join(part.printed for part in parts))
    edges = _edges(word, parts)
    fits = edges is not None and len(edges) == len(text) + 1
    return replace(word, text=text, edges=edges if fits else None, confidence=min(word.confidence, confidence))


def _edges(word: Word, parts: Sequence[Change]) -> tuple[float, ...] | None:
    """The x positions where the printed letters begin; a letter spelt with two in the layer begins where they do."""
    if word.edges is None or len(word.edges) != sum(len(part.layer) for part in parts) + 1:
        return None
    edges, at = [word.edges[0]], 0
    for part in parts:
        start, at = at, at + len(part.layer)
        left, right = word.edges[start], word.edges[at]
        count = max(len(part.printed), 1)
        edges += [left + (right - left) * step / count for step in range(1, count)] + [right]
    return tuple(edges)
