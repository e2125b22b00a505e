"""The footnote zone of a page: where it begins, and which raised words of the page are its markers.

Three signs, none of which is enough alone: a rule at the left, smaller print than the body, and a marker at the
start of the first line. A zone needs a marker or a continued note from the page before, and one more sign.
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

CONTINUED_RULE_SHARE = 0.9
"""Above a note that runs on from the page before, Word draws a rule as wide as the text."""

_LOWER_PART = 0.3
"""Notes begin below this share of the page height."""

_MARKER_WORD = regex.compile(r"[\(\[]?(?:\d{1,3}|\*{1,3}|[a-z])[\)\].]?")
_SEVERAL_MARKERS = regex.compile(r"(?P<label>\d{1,3})(?:[,;](?P<label>\d{1,3}))+")
_NUMBER = regex.compile(r"\d{2,6}")
_PLAIN_LABEL = regex.compile(r"[\(\[]?(?:\d{1,3}|\*{1,3})[\)\].]?")
_GLUED_LABEL = regex.compile(r"(?: \d{1,3} | \(\d{1,3}\) | \[\d{1,3}\] | \*{1,3} ) (?=\p{Lu})", regex.VERBOSE)
_REFERENCE = regex.compile(r"\d.*/.*[\p{Lu}\p{Nd}]$")
_LENGTH_BEFORE_POWER = regex.compile(r"(?:^|[\d\s(/])(?:[kcdmhµ]?m|dam|s)$")
_TEN_BEFORE_POWER = regex.compile(r"(?:^|[x×*.])10$")
_SENTENCE_END = regex.compile(r"[.;:!?…]['”\"»)\]]*$")


@dataclass(frozen=True, slots=True)
class NoteZone:
    """Everything on the page from ``top`` down is footnotes.

    ``labels`` are those that begin here; ``finished`` says that the last sentence of the zone ends in it.
    """

    top: float
    labels: frozenset[str]
    finished: bool = True


def find_note_zone(page: Page, rows: Sequence[Row], body_size: float, before: NoteZone | None) -> NoteZone | None:
    """The zone of ``page``, whose ``rows`` hold no furniture and no table; ``before`` is that of the page before."""
    raised = {label for row in _rows_with_raised(page, rows) for label in _raised_in(row)}
    for index, row in enumerate(rows):
        if row.line.box.top < _LOWER_PART * page.height:
            continue
        above = rows[index - 1] if index else None
        ruled = _rule_above(page, above, row, RULE_SHARE[1])
        small = all(below.line.size <= SMALLER * body_size for below in rows[index:])
        labelled = starting_label(row) is not None or (small and _plain_label(row) in raised)
        if (labelled and (ruled or small)) or (before and small and _goes_on(page, above, row, before)):
            finished = bool(_SENTENCE_END.search(rows[-1].line.passage.text))
            return NoteZone(row.line.box.top - 1, _labels(rows[index:], raised), finished)
    return None


def declare_markers(words: Sequence[Word], labels: frozenset[str], zone: NoteZone | None) -> tuple[Word, ...]:
    """The words with the note markers among them declared: raised words with one of ``labels``.

    In the zone itself the first word of a note is its marker, raised or not. A raised word that may also be the
    exponent of a ten ("10³") is a marker only where its label has no other. A number raised behind a reference is a
    marker even where its note is not found: read as a part of it ("QH151") it would make another reference.
    """
    starts = {id(row.words[0]) for row in make_rows(_zone_words(words, zone)) if row_label(row, labels) in labels}
    before = [None, *words][: len(words)]
    taken = _certain_labels(words, before, labels, zone)
    declared: list[Word] = []
    for word, previous in zip(words, before, strict=True):
        if id(word) in starts:
            declared += _label_apart(word)
        else:
            declared += _declared(word, previous, labels, taken)
    return tuple(declared)


def raised_labels(words: Sequence[Word], zone: NoteZone) -> frozenset[str]:
    """The labels that stand raised on the page above its notes."""
    above = (word for word in words if word.box.top < zone.top and word.superscript)
    return frozenset(label for word in above for label in _possible_labels(word.text))


def starting_label(row: Row) -> str | None:
    """The label of the note that begins with this row, raised as markers are; None if none does."""
    return marker_label(row.words[0].text) if _looks_like_marker(row.words[0]) else None


def row_label(row: Row, known: Collection[str | None]) -> str | None:
    """The label of the note that begins with this row, raised or plain, among those that are known."""
    label = starting_label(row) or _plain_label(row)
    return label if label in known else None


def _plain_label(row: Row) -> str | None:
    """A number on the line of its note, as some programs print it ("1 Kế hoạch …", "1Kế hoạch …")."""
    text = row.words[0].text
    if glued := _GLUED_LABEL.match(text):
        return marker_label(glued.group())
    return marker_label(text) if len(row.words) > 1 and _PLAIN_LABEL.fullmatch(text) else None


def _label_apart(word: Word) -> list[Word]:
    """The first word of a note as its marker, parted from what is glued to it."""
    glued = None if word.superscript else _GLUED_LABEL.match(word.text)
    if glued is None:
        return [replace(word, marker=True)]
    return [replace(_cut(word, 0, glued.end()), marker=True), _cut(word, glued.end(), len(word.text))]


def _raised_in(row: Row) -> frozenset[str]:
    """What the raised words of a row may be labels of; square metres are none."""
    before = [None, *row.words][: len(row.words)]
    pairs = zip(row.words, before, strict=True)
    raised = (word for word, previous in pairs if word.superscript and not _is_length_power(word, previous))
    return frozenset(label for word in raised for label in _possible_labels(word.text))


def _rows_with_raised(page: Page, rows: Sequence[Row]) -> Sequence[Row]:
    """The rows outside tables, or all rows of the page where cells hold raised words too."""
    outside = sum(word.superscript for row in rows for word in row.words)
    return rows if sum(word.superscript for word in page.words) == outside else make_rows(page.words)


def _looks_like_marker(word: Word) -> bool:
    return word.superscript and bool(_MARKER_WORD.fullmatch(word.text))


# --- which raised words are markers -------------------------------------------------------------------------


def _declared(word: Word, previous: Word | None, labels: frozenset[str], taken: frozenset[str]) -> list[Word]:
    parts = _parts(word, labels) if word.superscript else ()
    if not parts and word.glued and previous is not None and _is_orphan(word, previous):
        return [replace(word, marker=True)]
    if not parts or _is_length_power(word, previous):
        return [word]
    if _is_power_of_ten(word, previous) and marker_label(word.text) in taken:
        return [word]
    return [replace(part, marker=True) for part in parts]


def _is_orphan(word: Word, previous: Word) -> bool:
    """Whether a number is raised behind a reference or a date, though no note with it is found."""
    return word.superscript and word.text.strip("()[]").isdigit() and bool(_REFERENCE.search(previous.text))


def _certain_labels(
    words: Sequence[Word], before: Sequence[Word | None], labels: frozenset[str], zone: NoteZone | None
) -> frozenset[str]:
    """The labels that have a marker above the notes which cannot be an exponent."""
    bottom = zone.top if zone else float("inf")
    raised = ((w, p) for w, p in zip(words, before, strict=True) if w.superscript and w.box.top < bottom)
    sure = (w for w, p in raised if not _is_length_power(w, p) and not _is_power_of_ten(w, p))
    return frozenset(label for word in sure for part in _parts(word, labels) if (label := marker_label(part.text)))


def _is_length_power(word: Word, previous: Word | None) -> bool:
    """Square and cubic metres, seconds squared. A marker in brackets is none of them."""
    return _is_power(word, previous) and bool(previous and _LENGTH_BEFORE_POWER.search(previous.text))


def _is_power_of_ten(word: Word, previous: Word | None) -> bool:
    return _is_glued(word, previous) and bool(previous and _TEN_BEFORE_POWER.search(previous.text))


def _is_power(word: Word, previous: Word | None) -> bool:
    return _is_glued(word, previous) and word.text.strip(",.;)") in ("2", "3")


def _is_glued(word: Word, previous: Word | None) -> bool:
    return word.glued and previous is not None and "(" not in word.text


def _parts(word: Word, labels: Collection[str]) -> tuple[Word, ...]:
    """The word as the markers it consists of: "2" is one, "2,3" two, "34" two where notes 3 and 4 are known."""
    if _looks_like_marker(word) and marker_label(word.text) in labels:
        return (word,)
    several = _SEVERAL_MARKERS.fullmatch(word.text)
    spans = several.spans("label") if several else _neighbours(word.text, labels)
    if not spans or any(word.text[start:stop] not in labels for start, stop in spans):
        return ()
    return tuple(_cut(word, start, stop) for start, stop in spans)


def _neighbours(text: str, labels: Collection[str]) -> list[tuple[int, int]]:
    """Where a number falls into two that follow on each other: the markers of two notes at one place."""
    if not _NUMBER.fullmatch(text):
        return []
    cuts = (k for k in range(1, len(text)) if text[:k] in labels and text[k:] in labels)
    cut = next((k for k in cuts if int(text[k:]) == int(text[:k]) + 1), None)
    return [(0, cut), (cut, len(text))] if cut else []


def _possible_labels(text: str) -> frozenset[str]:
    """All labels that a raised word may stand for, before the notes of the page are known."""
    several = _SEVERAL_MARKERS.fullmatch(text)
    labels = set(several.captures("label")) if several else set()
    if _MARKER_WORD.fullmatch(text) and (label := marker_label(text)):
        labels.add(label)
    if _NUMBER.fullmatch(text):
        pairs = ((text[:k], text[k:]) for k in range(1, len(text)))
        labels |= {part for a, b in pairs if int(b) == int(a) + 1 for part in (a, b)}
    return frozenset(labels)


def _cut(word: Word, start: int, stop: int) -> Word:
    count = len(word.text)
    edges = word.edges or tuple(word.box.x0 + word.box.width * k / count for k in range(count + 1))
    box = replace(word.box, x0=edges[start], x1=edges[stop])
    return replace(word, text=word.text[start:stop], box=box, edges=None, glued=word.glued or start > 0)


# --- where the notes begin ----------------------------------------------------------------------------------


def _zone_words(words: Sequence[Word], zone: NoteZone | None) -> list[Word]:
    return [word for word in words if zone is not None and word.box.top >= zone.top]


def _labels(rows: Sequence[Row], raised: Collection[str | None]) -> frozenset[str]:
    """Labels of the notes that begin in these rows; plain numbers count where the text has such a marker.

    One that is next in order, behind the end of a sentence, counts as well: a scan may lose the marker in the text.
    """
    found: list[str] = []
    for before, row in zip([None, *rows], rows, strict=False):
        label = starting_label(row) or row_label(row, raised) or (_next_label(row, before, found) if before else None)
        if label:
            found.append(label)
    return frozenset(found)


def _next_label(row: Row, before: Row, found: Sequence[str]) -> str | None:
    label = _plain_label(row)
    if not label or not found or not label.isdigit() or not found[-1].isdigit():
        return None
    follows = int(label) == int(found[-1]) + 1 and _SENTENCE_END.search(before.line.passage.text)
    return label if follows else None


def _goes_on(page: Page, above: Row | None, row: Row, before: NoteZone) -> bool:
    """Whether small print is the rest of the notes of the page before: under a rule, or because a sentence is open."""
    if _rule_above(page, above, row, CONTINUED_RULE_SHARE):
        return True
    return not before.finished and above is not None and above.line.size * SMALLER >= row.line.size


def _rule_above(page: Page, before: Row | None, row: Row, longest: float) -> bool:
    """Whether a rule of at most ``longest`` of the page width stands between the row and the one before it."""
    ceiling = before.line.box.bottom - 2 if before else 0.0
    return any(
        _is_separator(rule, page, longest) and ceiling <= rule.top <= row.line.box.top + 2 for rule in page.rules
    )


def _is_separator(rule: Rule, page: Page, longest: float) -> bool:
    long_enough = RULE_SHARE[0] * page.width <= rule.length <= longest * page.width
    return rule.horizontal and long_enough and rule.x0 < page.width / 3
