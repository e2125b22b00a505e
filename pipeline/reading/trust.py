"""Is the text layer of a page the text one sees? The test before anything uses it.

A page is judged by what its layer spells, never by the names of its fonts, which proved nothing in real files:

- letters that no Vietnamese text has (private use, control characters, other Latin letters inside words): sound pages
  have none or nearly none, broken character maps 19 percent and more;
- words with Vietnamese letters that the language cannot spell: at most 5 percent in sound pages, most words where a map
  exchanges letters;
- Vietnamese that has lost its marks ("CQNG HOA XA HOI"): its words are syllables of the language once marks are taken
  off (80 to 93 percent; English 10 to 20, lists of chemical names 7 to 35), and yet none of them has a letter that
  only Vietnamese has. Few marks alone prove nothing: English and chemical names are as sound as prose.

What can be mended with certainty is ``repairable`` (`pipeline.reading.repair` mends it). Measured page by page in
docs/trust.md.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.model import Finding, TextSource, Word
from pipeline.reading.repair import Mending, find_mending
from pipeline.reading.trust_findings import broken, repaired, unusual, without_text
from pipeline.reading.trust_measures import Measures, measure

Kind = Literal["sound", "repairable", "broken", "empty"]

ENOUGH_LETTERS, ENOUGH_TOKENS = 80, 20
FOREIGN_SHARE, FOREIGN_IN_LITTLE_TEXT = 0.01, 0.1
IMPOSSIBLE_SHARE, SOME_IMPOSSIBLE = 0.5, 4
DOUBTFUL_IMPOSSIBLE_SHARE, MANY_IMPOSSIBLE = 0.15, 8
VIETNAMESE_SHARE, DISTINCTIVE_SHARE = 0.4, 0.2
LITTLE_VIETNAMESE_SHARE, LITTLE_DISTINCTIVE_SHARE, HALF_DISTINCTIVE_SHARE = 0.28, 0.1, 0.35

SCAN_IMAGE_SHARE, SCAN_LETTERS = 0.5, 40
DOUBTFUL_CONFIDENCE, UNUSUAL_CONFIDENCE, LAYER_CONFIDENCE = 0.2, 0.6, 0.6


@dataclass(frozen=True, slots=True)
class Verdict:
    """How far a text layer can be believed; ``confidence`` is that of the page, once mended if ``repairable``.

    ``doubtful``: the layer alone does not settle it; `trust_image.settle` looks at the page.
    """

    kind: Kind
    confidence: float
    findings: tuple[Finding, ...]
    measures: Measures
    mending: Mending | None = None
    doubtful: bool = False

    @property
    def text_source(self) -> TextSource:
        """How the text of the page is won from its layer, mended if it can be."""
        if self.kind == "empty":
            return "empty"
        return "repaired" if self.kind == "repairable" else "text"


def judge(words: Sequence[Word], page: int, image_share: Callable[[], float]) -> Verdict:
    """How far the words of a page can be believed; a page of pictures without text is ``empty``.

    ``image_share`` gives the share of the page that its largest picture fills; it is asked only where it matters.
    """
    texts = [word.text for word in words if word.source == "text"]
    measures = measure(texts)
    if not texts or (measures.letters < SCAN_LETTERS and image_share() > SCAN_IMAGE_SHARE):
        return Verdict("empty", 0.0, (without_text(page, image_share() > SCAN_IMAGE_SHARE),), measures)
    mending = find_mending(words)
    if mending is None:
        return _judge_as_it_stands(measures, page)
    after = measure(word.text for word in mending.words if word.source == "text")
    verdict = _judge_as_it_stands(after, page)
    if verdict.kind == "broken":
        return replace(verdict, measures=measures)
    confidence = min(verdict.confidence, mending.confidence)
    return Verdict("repairable", confidence, (repaired(page, mending), *verdict.findings), measures, mending)


def _judge_as_it_stands(measures: Measures, page: int) -> Verdict:
    if _is_broken(measures) or _has_lost_its_marks(measures, VIETNAMESE_SHARE, DISTINCTIVE_SHARE):
        return Verdict("broken", DOUBTFUL_CONFIDENCE, (broken(page),), measures)
    if _is_doubtful(measures):
        return Verdict("sound", UNUSUAL_CONFIDENCE, (unusual(page),), measures, doubtful=True)
    return Verdict("sound", 1.0, (), measures)


def _is_broken(measures: Measures) -> bool:
    if measures.letters < ENOUGH_LETTERS:
        return measures.foreign > FOREIGN_IN_LITTLE_TEXT
    return measures.foreign > FOREIGN_SHARE or (
        measures.impossible >= IMPOSSIBLE_SHARE and measures.impossible_tokens >= SOME_IMPOSSIBLE
    )


def _has_lost_its_marks(measures: Measures, vietnamese: float, distinctive: float) -> bool:
    enough = measures.tokens >= ENOUGH_TOKENS and measures.vietnamese >= vietnamese
    return enough and measures.distinctive < distinctive


def _is_doubtful(measures: Measures) -> bool:
    """Some words of a page look spoilt: names in a minority's language, or a font of the page that is broken."""
    return (
        (measures.impossible >= DOUBTFUL_IMPOSSIBLE_SHARE and measures.impossible_tokens >= MANY_IMPOSSIBLE)
        or _has_lost_its_marks(measures, LITTLE_VIETNAMESE_SHARE, LITTLE_DISTINCTIVE_SHARE)
        or _has_lost_its_marks(measures, VIETNAMESE_SHARE, HALF_DISTINCTIVE_SHARE)
    )
