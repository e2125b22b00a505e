"""How likely a Vietnamese syllable is between its neighbours, to choose between two readings of a word.

Counts of syllables and of pairs, from published legal text (models/ocr/README.md says which).
"""

from __future__ import annotations

import gzip
import math
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise

_PAIR_WEIGHT = 0.75
_UNKNOWN = 1e-8


@dataclass(frozen=True, slots=True)
class Counts:
    total: int
    syllables: dict[str, int]
    pairs: dict[tuple[str, str], int]


@cache
def counts() -> Counts:
    data = resources.files("models").joinpath("ocr", "syllables.tsv.gz").read_bytes()
    syllables: dict[str, int] = {}
    pairs: dict[tuple[str, str], int] = {}
    for line in gzip.decompress(data).decode("utf-8").splitlines():
        *words, count = line.split("\t")
        if len(words) == 1:
            syllables[words[0]] = int(count)
        else:
            pairs[words[0], words[1]] = int(count)
    return Counts(sum(syllables.values()), syllables, pairs)


def likelihood(before: str | None, words: str, after: str | None) -> float:
    """Log likelihood of one or more syllables between two others (None at a border of text)."""
    chain = [before, *words.lower().split(), after]
    return sum(step(a.lower() if a else None, b.lower()) for a, b in pairwise(chain) if b)


def is_known(syllable: str) -> bool:
    return syllable.lower() in counts().syllables


def step(before: str | None, word: str) -> float:
    """Log likelihood of a syllable after another, both in small letters; None where text begins."""
    known = counts()
    single = known.syllables.get(word, 0) / known.total
    if before is None or before not in known.syllables:
        return math.log(single + _UNKNOWN)
    pair = known.pairs.get((before, word), 0) / known.syllables[before]
    return math.log(_PAIR_WEIGHT * pair + (1 - _PAIR_WEIGHT) * single + _UNKNOWN)
