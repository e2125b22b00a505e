"""Mending of a page's text layer, where it is certain what is printed.

Three kinds: letters that look like the printed ones, whole pages in an encoding of before Unicode, and pages whose
letters are the numbers of the glyphs. A repair is taken whole or not at all; what is not certain is left to OCR. The
boxes stay where they are, ``text_source`` becomes ``repaired``, and a finding says what was changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pipeline.model import Word
from pipeline.reading.repair_encodings import DECODED_CONFIDENCE, decode_words, find_encoding
from pipeline.reading.repair_glyphs import SOLVED_CONFIDENCE, solve
from pipeline.reading.repair_homoglyphs import MENDED_CONFIDENCE, mend_words
from pipeline.reading.repair_words import Change

if TYPE_CHECKING:
    from pipeline.reading.trust import Verdict

Method = Literal["homoglyphs", "TCVN3", "VNI", "glyphs"]


@dataclass(frozen=True, slots=True)
class Mending:
    """The words of a page as printed; ``changes`` are letters (homoglyphs) or words (encodings)."""

    method: Method
    words: tuple[Word, ...]
    changes: tuple[Change, ...]
    confidence: float


def find_mending(words: Sequence[Word]) -> Mending | None:
    """The one repair that fits the page, None where nothing is to be mended or nothing is certain."""
    encoding = find_encoding(words)
    if encoding is not None:
        return _of_words(encoding.name, words, decode_words(words, encoding), DECODED_CONFIDENCE)
    solved = solve(words)
    if solved is not None:
        return _of_words("glyphs", words, solved, SOLVED_CONFIDENCE)
    mended, changes = mend_words(words)
    return Mending("homoglyphs", mended, changes, MENDED_CONFIDENCE) if changes else None


def repair(words: Sequence[Word], verdict: Verdict) -> tuple[Word, ...]:
    """The words as printed where the verdict on them is ``repairable``; otherwise as they are."""
    if verdict.kind != "repairable" or verdict.mending is None:
        return tuple(words)
    return verdict.mending.words


def _of_words(method: Method, words: Sequence[Word], mended: tuple[Word, ...], confidence: float) -> Mending:
    pairs = zip(words, mended, strict=True)
    changes = tuple(Change(word.text, other.text) for word, other in pairs if word.text != other.text)
    return Mending(method, mended, changes, confidence)
