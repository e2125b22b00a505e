"""The footnote zone of a page: where it begins, and which raised words of the page are its markers.

Three signs, none of which is enough alone: a short rule at the left, smaller print than the body, and a marker at
the start of the first line. A zone needs a marker or a continued note from the page before, and one more sign.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from pipeline.layout.lines import Row, marker_label
from pipeline.model import Page, Rule, Word

SMALLER = 0.93
"""Notes are set in at most this share of the body size (10 in 13 or 14 pt)."""

RULE_SHARE = (0.1, 0.5)
"""The separator's length as a share of the page width; Word draws 2 inches, LibreOffice a quarter of the text."""

_LOWER_PART = 0.3
"""Notes begin below this share of the page height."""

_MARKER_WORD = regex.compile(r"[\(\[]?(?:\d{1,3}|\*{1,3}|[a-z])[\)\].]?")
_UNIT_BEFORE_POWER = regex.compile(r"(?:^|[\d\s(/])(?:[kcdmhµ]?m|ha|dam|hm|CO|s)$")


@dataclass(frozen=True, slots=True)
class NoteZone:
    """Everything on the page from ``top`` down is footnotes; ``labels`` are those that begin here."""

    top: float
    labels: frozenset[str]


def find_note_zone(page: Page, rows: Sequence[Row], body_size: float, continued: bool) -> NoteZone | None:
    """The zone of ``page``, whose ``rows`` hold no furniture and no table; ``continued``: notes ran up to here."""
    for index, row in enumerate(rows):
        if row.line.box.top < _LOWER_PART * page.height:
            continue
        ruled = _rule_above(page, rows[index - 1] if index else None, row)
        small = all(below.line.size <= SMALLER * body_size for below in rows[index:])
        labelled = starting_label(row) is not None
        if (labelled and (ruled or small)) or (continued and ruled and small):
            return NoteZone(row.line.box.top - 1, _labels(rows[index:]))
    return None


def declare_markers(words: Sequence[Word], zone: NoteZone) -> tuple[Word, ...]:
    """The words with the note markers among them declared: raised words with a label of the page's own notes."""
    declared = list(words)
    for index, word in enumerate(words):
        if _is_marker(word, words[index - 1] if index else None, zone):
            declared[index] = replace(word, marker=True)
    return tuple(declared)


def starting_label(row: Row) -> str | None:
    """The label of the note that begins with this row, None if none does."""
    first = row.words[0]
    if not first.superscript or not _MARKER_WORD.fullmatch(first.text):
        return None
    return marker_label(first.text)


def _is_marker(word: Word, previous: Word | None, zone: NoteZone) -> bool:
    if not word.superscript or not _MARKER_WORD.fullmatch(word.text) or marker_label(word.text) not in zone.labels:
        return False
    power = word.glued and previous is not None and bool(_UNIT_BEFORE_POWER.search(previous.text))
    return not power or "(" in word.text


def _labels(rows: Sequence[Row]) -> frozenset[str]:
    return frozenset(label for row in rows if (label := starting_label(row)))


def _rule_above(page: Page, before: Row | None, row: Row) -> bool:
    """Whether a short rule stands between the row and the one before it."""
    ceiling = before.line.box.bottom - 2 if before else 0.0
    return any(_is_separator(rule, page) and ceiling <= rule.top <= row.line.box.top + 2 for rule in page.rules)


def _is_separator(rule: Rule, page: Page) -> bool:
    short, long = RULE_SHARE
    return rule.horizontal and short * page.width <= rule.length <= long * page.width and rule.x0 < page.width / 3
