"""Does the text layer agree with the page one sees? Asked only where the layer alone leaves doubt: it costs an OCR.

The share of the words recognised on the page that the layer has too, letter by letter with their marks. Recognition
errs in some words of a hundred, so a sound layer agrees in most of them, and one that is not what one sees in few.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

import regex

from pipeline.model import Word
from pipeline.reading.trust import DOUBTFUL_CONFIDENCE, Verdict
from pipeline.reading.trust_findings import broken

AGREES, DISAGREES = 0.75, 0.45
ENOUGH_WORDS = 10
_RUN = regex.compile(r"\p{L}[\p{L}\p{M}]+|\d{2,}")


def settle(verdict: Verdict, words: Iterable[Word], page: int, recognise: Callable[[], Iterable[Word]]) -> Verdict:
    """The verdict, no longer doubtful where the page settles it; ``recognise`` is called only for a doubtful one.

    ``recognise`` gives the words that OCR sees on the page, or on some lines of it.
    """
    if not verdict.doubtful:
        return verdict
    agreement = agreement_with(words, recognise())
    if agreement is None or DISAGREES <= agreement < AGREES:
        return verdict
    if agreement >= AGREES:
        return replace(verdict, confidence=1.0, findings=(), doubtful=False)
    return replace(
        verdict, kind="broken", confidence=DOUBTFUL_CONFIDENCE, findings=(broken(page),), mending=None, doubtful=False
    )


def agreement_with(words: Iterable[Word], seen: Iterable[Word]) -> float | None:
    """The share of what is seen that the layer has, None where too little is seen to tell."""
    layer, recognised = _runs(words), _runs(seen)
    if recognised.total() < ENOUGH_WORDS:
        return None
    return (layer & recognised).total() / recognised.total()


def _runs(words: Iterable[Word]) -> Counter[str]:
    return Counter(run.lower() for word in words for run in _RUN.findall(word.text))
