"""A page as it is read: words with boxes, sizes and weights, and ruling lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.passage import Box

WordSource = Literal["text", "widget", "ocr"]
TextSource = Literal["text", "repaired", "ocr", "empty"]


@dataclass(frozen=True, slots=True)
class Word:
    """A run of print without white space, of one size and baseline.

    ``glued`` says that no space stands between the word before it (in reading order, same line) and this one:
    a superscript after a word, a bold half of a word. ``edges`` are the x positions of its characters
    (``len(text) + 1`` of them) where the reader has them, so that a part of a word can be boxed.
    ``superscript`` is geometry alone: smaller and raised. ``marker`` says that layout took it for a footnote marker.
    """

    text: str
    box: Box
    size: float
    baseline: float
    font: str = ""
    bold: bool = False
    italic: bool = False
    glued: bool = False
    superscript: bool = False
    confidence: float = 1.0
    edges: tuple[float, ...] | None = None
    source: WordSource = "text"
    marker: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruling line, horizontal or vertical, as printed (white and shaded areas are left out)."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def horizontal(self) -> bool:
        return self.x1 - self.x0 >= self.bottom - self.top

    @property
    def length(self) -> float:
        return max(self.x1 - self.x0, self.bottom - self.top)


@dataclass(frozen=True, slots=True)
class Page:
    """One page as read: words in content order, rules, and how the text was won.

    ``rotation`` is the page's own. To be read it may have been turned by ``turn`` degrees more (clockwise; sideways
    tables) and then by ``skew`` degrees (counter-clockwise; scans). ``width``, ``height`` and all boxes are of the
    page as read; `publish.placement` says where they lie on the page as shown.
    """

    number: int
    width: float
    height: float
    rotation: int
    words: tuple[Word, ...]
    rules: tuple[Rule, ...]
    text_source: TextSource
    confidence: float
    turn: int = 0
    skew: float = 0.0
    sideways: tuple[Word, ...] = ()
    """Words turned by a quarter against the page, in the order in which they are read; not among ``words``."""
