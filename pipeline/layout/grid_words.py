"""Words that a reader ran together over a rule: "9.499" and "459" in neighbouring cells read as "9.499459"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.layout.grid_cells import Area, Lattice, Rectangle
from pipeline.model import Box, Word

LEAST_OVERLAP = 2.0  # pt that a word reaches into the next cell before it is looked at
LEAST_GAP = 0.8  # pt more than a character takes elsewhere: the padding of two cells
NEAR_RULE = 0.6  # of a character: how far from the rule the two halves may meet where no gap is measured

Advances = dict[tuple[str, float, str], float]


def split_at_rules(words: Sequence[Word], owner: dict[tuple[int, int], Area], lattice: Lattice) -> list[Word]:
    """The words, those cut in two that belong to two cells; print that merely protrudes from its cell stays whole."""
    parts: list[Word] = []
    advances: Advances | None = None
    for word in words:
        slot = lattice.slot(*word.box.centre)
        rule = _rule_within(word, lattice.rectangle(owner[slot])) if slot else None
        if rule is None:
            parts.append(word)
            continue
        advances = advances or _advances(words)
        parts += _split(word, rule, advances)
    return parts


def _rule_within(word: Word, cell: Rectangle) -> float | None:
    """The side of its cell that the word reaches over, None for none."""
    x0, _, x1, _ = cell
    if word.box.x0 < x0 - LEAST_OVERLAP:
        return x0
    return x1 if word.box.x1 > x1 + LEAST_OVERLAP else None


def _split(word: Word, rule: float, advances: Advances) -> list[Word]:
    at = _cut(word, rule, advances)
    if at is None:
        return [word]
    box, edges = word.box, word.edges or _even(word)
    left = Box(box.page, box.x0, box.top, min(edges[at], rule), box.bottom)
    right = Box(box.page, max(edges[at], rule), box.top, box.x1, box.bottom)
    first = replace(word, text=word.text[:at], box=left, edges=edges[: at + 1] if word.edges else None)
    return [first, replace(word, text=word.text[at:], box=right, edges=edges[at:] if word.edges else None, glued=False)]


def _cut(word: Word, rule: float, advances: Advances) -> int | None:
    """Where the second word begins: after a gap that holds the rule, or at a capital after a small letter by it."""
    edges = word.edges or _even(word)
    inner = range(1, len(word.text))
    if word.edges is not None:
        for k in inner:
            needed = advances[word.font, round(word.size, 1), word.text[k - 1]]
            begins, ends = edges[k - 1] + needed, edges[k]
            if ends - begins > LEAST_GAP and begins - LEAST_GAP <= rule <= ends + LEAST_GAP:
                return k
    width = word.box.width / max(len(word.text), 1)
    near = [k for k in inner if abs(edges[k] - rule) < NEAR_RULE * width + LEAST_OVERLAP]
    return next((k for k in near if word.text[k - 1].islower() and word.text[k].isupper()), None)


def _advances(words: Iterable[Word]) -> Advances:
    """The least room that each character takes, by font and size."""
    least: Advances = {}
    for word in words:
        if word.edges is None:
            continue
        for k, character in enumerate(word.text):
            key = (word.font, round(word.size, 1), character)
            least[key] = min(least.get(key, float("inf")), word.edges[k + 1] - word.edges[k])
    return least


def _even(word: Word) -> tuple[float, ...]:
    step = word.box.width / len(word.text)
    return tuple(word.box.x0 + k * step for k in range(len(word.text) + 1))
