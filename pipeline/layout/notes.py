"""The footnote zone of a page: where it begins, and which raised words of the page are its markers.

Three signs, none of which is enough alone: a short rule at the left, smaller print than the body, and a marker at
the start of the first line. A zone needs a marker or a continued note from the page before, and one more sign.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import regex

from pipeline.layout.lines import Row, make_rows, marker_label
from pipeline.model import Page, Rule, Word

SMALLER = 0.93
"""Notes are set in at most this share of the body size (10 in 13 or 14 pt)."""

RULE_SHARE = (0.1, 0.5)
"""The separator's length as a share of the page width; Word draws 2 inches, LibreOffice a quarter of the text."""

_LOWER_PART = 0.3
"""Notes begin below this share of the page height."""

_MARKER_WORD = regex.compile(r"[\(\[]?(?:\d{1,3}|\*{1,3}|[a-z])[\)\].]?")
_PLAIN_LABEL = regex.compile(r"[\(\[]?(?:\d{1,3}|\*{1,3})[\)\].]?")
_UNIT_BEFORE_POWER = regex.compile(r"(?:^|[\d\s(/])(?:[kcdmhµ]?m|ha|dam|hm|CO|s)$")


@dataclass(frozen=True, slots=True)
class NoteZone:
    """Everything on the page from ``top`` down is footnotes; ``labels`` are those that begin here."""

    top: float
    labels: frozenset[str]


def find_note_zone(page: Page, rows: Sequence[Row], body_size: float, continued: bool) -> NoteZone | None:
    """The zone of ``page``, whose ``rows`` hold no furniture and no table; ``continued``: notes ran up to here."""
    raised = {marker_label(word.text) for row in rows for word in row.words if _looks_like_marker(word)}
    for index, row in enumerate(rows):
        if row.line.box.top < _LOWER_PART * page.height:
            continue
        ruled = _rule_above(page, rows[index - 1] if index else None, row)
        small = all(below.line.size <= SMALLER * body_size for below in rows[index:])
        labelled = starting_label(row) is not None or (ruled and small and _plain_label(row) in raised)
        if (labelled and (ruled or small)) or (continued and ruled and small):
            return NoteZone(row.line.box.top - 1, _labels(rows[index:], raised))
    return None


def declare_markers(words: Sequence[Word], labels: frozenset[str], zone: NoteZone | None) -> tuple[Word, ...]:
    """The words with the note markers among them declared: raised words with one of ``labels``.

    In the zone itself the first word of a note is its marker, raised or not.
    """
    declared = list(words)
    starts = {id(row.words[0]) for row in make_rows(_zone_words(words, zone)) if row_label(row, labels) in labels}
    for index, word in enumerate(words):
        if id(word) in starts or _is_marker(word, words[index - 1] if index else None, labels):
            declared[index] = replace(word, marker=True)
    return tuple(declared)


def raised_labels(words: Sequence[Word], zone: NoteZone) -> frozenset[str]:
    """The labels that stand raised on the page above its notes."""
    above = (word for word in words if word.box.top < zone.top and _looks_like_marker(word))
    return frozenset(label for word in above if (label := marker_label(word.text)))


def starting_label(row: Row) -> str | None:
    """The label of the note that begins with this row, raised as markers are; None if none does."""
    return marker_label(row.words[0].text) if _looks_like_marker(row.words[0]) else None


def row_label(row: Row, known: Collection[str | None]) -> str | None:
    """The label of the note that begins with this row, raised or plain, among those that are known."""
    label = starting_label(row) or _plain_label(row)
    return label if label in known else None


def _plain_label(row: Row) -> str | None:
    """A number on the line of its note, as some programs print it ("1 Kế hoạch …")."""
    word = row.words[0]
    return marker_label(word.text) if len(row.words) > 1 and _PLAIN_LABEL.fullmatch(word.text) else None


def _looks_like_marker(word: Word) -> bool:
    return word.superscript and bool(_MARKER_WORD.fullmatch(word.text))


def _is_marker(word: Word, previous: Word | None, labels: frozenset[str]) -> bool:
    if not _looks_like_marker(word) or marker_label(word.text) not in labels:
        return False
    power = word.glued and previous is not None and bool(_UNIT_BEFORE_POWER.search(previous.text))
    return not power or "(" in word.text


def _zone_words(words: Sequence[Word], zone: NoteZone | None) -> list[Word]:
    return [word for word in words if zone is not None and word.box.top >= zone.top]


def _labels(rows: Sequence[Row], raised: Collection[str | None]) -> frozenset[str]:
    """Labels of the notes that begin in these rows; plain numbers count where the text has such a marker."""
    found = (starting_label(row) or row_label(row, raised) for row in rows)
    return frozenset(label for label in found if label)


def _rule_above(page: Page, before: Row | None, row: Row) -> bool:
    """Whether a short rule stands between the row and the one before it."""
    ceiling = before.line.box.bottom - 2 if before else 0.0
    return any(_is_separator(rule, page) and ceiling <= rule.top <= row.line.box.top + 2 for rule in page.rules)


def _is_separator(rule: Rule, page: Page) -> bool:
    short, long = RULE_SHARE
    return rule.horizontal and short * page.width <= rule.length <= long * page.width and rule.x0 < page.width / 3
