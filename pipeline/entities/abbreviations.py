"""Short forms that a document defines: "công nghệ thông tin (CNTT)", "(sau đây gọi tắt là Đề án)", a list of them.

Vietnamese acronyms are the initials of syllables, so the long form is found by matching them backwards from the
bracket (after Schwartz and Hearst, 2003); "và", "của" and the like may be left out. English ones (LGSP, SOC) match
no initials: their long form is the name that stands right before the bracket, if the recogniser found one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from pipeline.entities.text import marked_key, strip_marks, tidy
from pipeline.model import Block

_SKIPPED = frozenset({"và", "của", "về", "các", "cho", "trong", "-", "&"})
_ACRONYM = r"[\p{Lu}][\p{L}\d&.-]{1,13}"
_CALLED = r"(?:(?:sau|dưới) đây )?(?:được )?(?:gọi|viết) (?:tắt |chung )?(?:là ?:?|:)"
_SHORT = regex.compile(_ACRONYM)
_BRACKET = regex.compile(rf"[ ]?\(\s?(?:{_CALLED} ?)?[“\"']?(?P<short>{_ACRONYM})[”\"']?\s?\)")
_PHRASE = regex.compile(
    rf"[ ]?[(,]?\s?{_CALLED}\s?[“\"']?(?P<short>\p{{Lu}}[^“”\"'();,.]{{1,60}}?)[”\"']?\s?(?=[);,.])"
)
_LISTED = regex.compile(
    rf"[-+•*]?\s?(?P<short>{_ACRONYM})\s?(?::|-|=)\s?(?P<long>\p{{L}}[\p{{L}}\d ,&-]{{3,120}}?)[.;]?"
)
_WORD = regex.compile(r"[\p{L}\d]+")
_CLAUSE = regex.compile(r"[.;:()“”\"!?]")
_ROMAN = regex.compile(r"[IVXLC]+")


@dataclass(frozen=True, slots=True)
class Definition:
    """``short`` stands for ``long``; it is defined at ``start:stop`` of the text."""

    short: str
    long: str
    start: int
    stop: int


def find_definitions(text: str, names: Sequence[tuple[int, int]] = ()) -> list[Definition]:
    """Every short form that ``text`` defines; ``names`` are the spans of the names found in it."""
    listed = _LISTED.fullmatch(tidy(text))
    if listed and (long := _from_initials(listed["short"], text[: listed.end("long")])):
        start = listed.start("long")
        if marked_key(long) == marked_key(text[start : listed.end("long")]):
            return [Definition(listed["short"], text[start : listed.end("long")], listed.start("short"), len(text))]
    found = {definition.start: definition for definition in (*_phrases(text, names), *_brackets(text, names))}
    return [found[start] for start in sorted(found)]


def listed_definitions(blocks: Sequence[Block]) -> dict[int, list[Definition]]:
    """Rows of a list of abbreviations: a cell with a short form before one whose initials are its letters.

    By the index of the cell that holds the short form; the list is known by its rows, whatever its heading says.
    """
    found: dict[int, list[Definition]] = {}
    for index, (cell, following) in enumerate(pairwise(blocks)):
        same_row = cell.table is not None and (cell.table, cell.row) == (following.table, following.row)
        short, long = cell.passage.text.strip(), following.passage.text.strip(" .;")
        if same_row and _SHORT.fullmatch(short) and marked_key(_from_initials(short, long) or "") == marked_key(long):
            found[index] = [Definition(short, long, 0, len(cell.passage.text))]
    return found


def _brackets(text: str, names: Sequence[tuple[int, int]]) -> Iterator[Definition]:
    for match in _BRACKET.finditer(tidy(text)):
        short = match["short"]
        if sum(map(str.isupper, short)) < 2 or _ROMAN.fullmatch(short):
            continue
        long = _from_initials(short, text[: match.start()]) or _name_before(text, names, match.start())
        if long and marked_key(long) != marked_key(short):
            yield Definition(short, long, match.start("short"), match.end("short"))


def _phrases(text: str, names: Sequence[tuple[int, int]]) -> Iterator[Definition]:
    for match in _PHRASE.finditer(tidy(text)):
        short = match["short"].strip()
        before = text[: match.start()]
        long = (
            _from_initials(short, before) or _name_before(text, names, match.start()) or _same_beginning(short, before)
        )
        if long and marked_key(long) != marked_key(short):
            yield Definition(short, long, match.start("short"), match.start("short") + len(short))


def _from_initials(short: str, before: str) -> str | None:
    """The words at the end of ``before`` whose initials are the letters of ``short``."""
    letters = [strip_marks(character).upper() for character in short if character.isalpha()]
    clause_start = max((match.end() for match in _CLAUSE.finditer(before)), default=0)
    words = list(_WORD.finditer(before, clause_start))
    start = None
    while letters and words:
        word = words.pop()
        if strip_marks(word[0][0]).upper() == letters[-1]:
            letters.pop()
            start = word.start()
        elif word[0].lower() not in _SKIPPED or start is None:
            return None
    return before[start:].strip() if start is not None and not letters else None


def _name_before(text: str, names: Sequence[tuple[int, int]], offset: int) -> str | None:
    """The name that ends right before ``offset``."""
    return next((text[start:stop] for start, stop in names if stop == offset), None)


def _same_beginning(short: str, before: str) -> str | None:
    """The last stretch of ``before`` that begins with the first word of ``short``: "Kế hoạch …, gọi là Kế hoạch"."""
    at = before.rfind(short.split()[0])
    long = before[at:].strip(" ,(") if at >= 0 else ""
    return long if len(long) > len(short) and len(long) < 300 else None
