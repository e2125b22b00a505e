"""How fast names are found: our pipeline, its grammar alone, and spaCy's own blank pipeline with an EntityRuler.

The ruler has the same gazetteer as phrases: every written form of every body, at every province where it is a body of
places. All read the same texts in the same process, in turn; CPU time, medians over rounds, tokens a second, the
tokens counted by our tokenizer for all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from statistics import median
from typing import Any

import spacy
from spacy.language import Language

from pipeline.entities import recognition
from pipeline.entities.registry import registry
from pipeline.entities.vocabulary import load_places
from pipeline.evaluation.timing import cpu_seconds

ROUNDS = 3


@dataclass(frozen=True, slots=True)
class EntityBenchmark:
    """Tokens a second of each way, names found, and how many phrases the ruler has."""

    tokens: int
    phrases: int
    whole: float
    grammar: float
    ruler: float
    names_found: int
    names_of_ruler: int


def benchmark_entities(texts: Sequence[str], rounds: int = ROUNDS) -> EntityBenchmark:
    """The three ways over ``texts``, of which there must be one that is not empty."""
    phrases = sorted(set(gazetteer_phrases()))
    ways = (recognition.load(), recognition.without_training(), ruler(phrases))
    names = [_read(way, texts) for way in ways]  # and warms the caches of patterns
    tokens = sum(len(doc) for doc in recognition.blank().pipe(texts))
    times = [[cpu_seconds(partial(_read, way), texts) for way in ways] for _ in range(rounds)]
    whole, grammar, by_ruler = (tokens / median(column) for column in zip(*times, strict=True))
    return EntityBenchmark(tokens, len(phrases), whole, grammar, by_ruler, names[0], names[2])


def ruler(phrases: Iterable[str]) -> Language:
    """``spacy.blank`` without pyvi, with an EntityRuler over ``phrases``."""
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"use_pyvi": False}}})
    patterns: Any = nlp.add_pipe("entity_ruler")
    patterns.add_patterns([{"label": "UNIT", "pattern": phrase} for phrase in phrases])
    return nlp


def gazetteer_phrases() -> Iterator[str]:
    """Written forms of bodies: central ones, and local ones at each province."""
    for unit in registry().central_bodies():
        yield from (unit.name, *unit.aliases)
    for place in load_places():
        if place.level == "province":
            for unit in registry().bodies_at(place):
                yield from (unit.name, *unit.aliases)


def _read(nlp: Language, texts: Sequence[str]) -> int:
    return sum(len(doc.ents) for doc in nlp.pipe(texts))


def render_entity_benchmark(result: EntityBenchmark) -> str:
    """A few lines for a person."""
    return "\n".join(
        (
            f"tên gọi trong {result.tokens} từ (names), từ/giây (tokens a second):",
            f"  ngữ pháp và mô hình (grammar and model) {result.whole:.0f}"
            f" · ngữ pháp (grammar alone) {result.grammar:.0f}"
            f" · spaCy blank + EntityRuler, {result.phrases} cụm từ (phrases) {result.ruler:.0f}",
            f"  so với EntityRuler (to the ruler) {result.whole / result.ruler:.2f} và (and)"
            f" {result.grammar / result.ruler:.2f} · tên tìm thấy (names found)"
            f" {result.names_found} và (and) {result.names_of_ruler}",
        )
    )
