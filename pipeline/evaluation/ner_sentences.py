"""Labelled sentences of units, systems and projects: read, split by source, misprinted, scored.

A file is JSONL; a line is ``{"text", "entities": [[start, stop, label], …], "source", "set"}``, the text NFC, offsets
in characters (the guide: tests/entities/data/GUIDE.md).
"""

from __future__ import annotations

import json
import random
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import regex

from pipeline.folding import strip_marks

Span = tuple[int, int, str]
LABELS = ("UNIT", "SYSTEM", "PROJECT")
_SYLLABLE = regex.compile(r"\p{L}+")
_MARKS = "\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b"
_VOWELS = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"


@dataclass(frozen=True, slots=True)
class LabelledSentence:
    text: str
    entities: tuple[Span, ...]
    source: str
    set: str


@dataclass(frozen=True, slots=True)
class Score:
    """Strict: right characters and right label. ``right`` of ``found`` and of ``wanted``."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 0.0


def read_sentences(path: Path) -> list[LabelledSentence]:
    """The sentences of one file, in its order."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_sentence(json.loads(line)) for line in lines if line.strip()]


def by_source(sentences: Iterable[LabelledSentence], folds: int) -> list[list[LabelledSentence]]:
    """``folds`` parts of about one size; all sentences of a source are in one part. The same every time."""
    sources: dict[str, list[LabelledSentence]] = {}
    for sentence in sentences:
        sources.setdefault(sentence.source, []).append(sentence)
    parts: list[list[LabelledSentence]] = [[] for _ in range(folds)]
    for source in sorted(sources, key=lambda name: (-len(sources[name]), name)):
        min(parts, key=len).extend(sources[source])
    return parts


def score(sentences: Iterable[LabelledSentence], find: Callable[[str], Iterable[Span]]) -> Mapping[str, Score]:
    """Strict scores by label, and of all together under "all"."""
    right, found, wanted = Counter[str](), Counter[str](), Counter[str]()
    for sentence in sentences:
        gold, got = set(sentence.entities), set(find(sentence.text))
        for counter, spans in ((right, gold & got), (found, got), (wanted, gold)):
            counter.update(label for *_, label in spans)
            counter["all"] += len(spans)
    return {label: Score(right[label], found[label], wanted[label]) for label in (*LABELS, "all")}


def misprinted(sentence: LabelledSentence, rng: random.Random, share: float = 0.3) -> LabelledSentence:
    """The sentence with a wrong mark in ``share`` of its syllables: one vowel changed to another of its letter."""

    def changed(match: regex.Match[str]) -> str:
        return _with_wrong_mark(match[0], rng) if rng.random() < share else match[0]

    return replace(sentence, text=_SYLLABLE.sub(changed, sentence.text))


def _with_wrong_mark(syllable: str, rng: random.Random) -> str:
    places = [index for index, letter in enumerate(syllable) if strip_marks(letter) in _VOWELS]
    if not places:
        return syllable
    at = rng.choice(places)
    others = [letter for letter in _MARKED[strip_marks(syllable[at])] if letter != syllable[at]]
    return syllable[:at] + rng.choice(others) + syllable[at + 1 :]


def _marked_forms() -> dict[str, list[str]]:
    """Plain vowel -> every letter that it is without its marks."""
    forms: dict[str, list[str]] = {}
    for vowel in _VOWELS:
        composed = (unicodedata.normalize("NFC", vowel + mark) for mark in ("", *_MARKS[:5]))
        forms.setdefault(strip_marks(vowel), []).extend(letter for letter in composed if len(letter) == 1)
    return forms


_MARKED = _marked_forms()


def _sentence(entry: Mapping[str, object]) -> LabelledSentence:
    entities: Sequence[Sequence[object]] = entry["entities"]  # type: ignore[assignment]
    spans = tuple(sorted((int(str(start)), int(str(stop)), str(label)) for start, stop, label in entities))
    return LabelledSentence(str(entry["text"]), spans, str(entry["source"]), str(entry.get("set", "")))
