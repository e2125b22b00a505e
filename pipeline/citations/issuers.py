"""The body that issued a document, as printed after it: "của Bộ trưởng Bộ Công Thương".

Where a name ends is not printed. Names that the vocabulary lists in full are taken whole ("Bộ Nông nghiệp và Phát
triển nông thôn"); any other begins with a known head ("Sở", "UBND", "Ban Thường vụ") and runs on to punctuation, to a
word that opens a title ("quy định", "về"), or past its place name ("tỉnh Lào Cai").
"""

from __future__ import annotations

from functools import cache

import regex

from pipeline.citations.fold import print_key
from pipeline.citations.span import Span
from pipeline.citations.vocabulary import alternation, vocabulary

LONGEST_NAME = 140
MOST_SMALL_WORDS = 4


@cache
def _heads() -> regex.Pattern[str]:
    names = vocabulary().names.heads
    return regex.compile(rf"(?: {alternation(names)} ) (?!\w)", regex.VERBOSE | regex.IGNORECASE)


@cache
def _full_names() -> regex.Pattern[str]:
    names = alternation(name for body in vocabulary().bodies for name in body.names)
    leader = r"(?: (?: Bo\struong | Thu\struong | Thong\sdoc | Chanh\san | Vien\struong | Tong\sThanh\stra ) \s )?"
    return regex.compile(rf"{leader} (?: {names} ) (?!\w)", regex.VERBOSE | regex.IGNORECASE)


@cache
def _stops() -> regex.Pattern[str]:
    names = vocabulary().names
    return regex.compile(
        rf"(?: {alternation(names.stops + names.title_stops)} ) (?!\w)", regex.VERBOSE | regex.IGNORECASE
    )


@cache
def _stop_keys(title: bool) -> frozenset[tuple[str, tuple[str, ...]]]:
    names = vocabulary().names
    return frozenset(print_key(stop) for stop in (names.title_stops if title else names.stops))


def _is_stop(text: str, folded: str, start: int, limit: int) -> bool:
    """Whether a word that ends a name begins here; "Đảng" is not "đang", and "Từ Sơn" or "Việt Nam" are names."""
    found = _stops().match(folded, start, limit)
    if found is None:
        return False
    printed = text[start : found.end()]
    capital = printed[0].isupper()
    if printed.casefold() == "số":
        return True
    return print_key(printed) in _stop_keys(capital) or (printed == found.group() and not capital)


@cache
def _level() -> regex.Pattern[str]:
    levels = alternation(vocabulary().names.levels)
    return regex.compile(rf"(?: {levels} ) (?!\w) (?! \s (?:hoi|uy)\b )", regex.VERBOSE | regex.IGNORECASE)


@cache
def _level_keys() -> frozenset[tuple[str, tuple[str, ...]]]:
    return frozenset(print_key(level) for level in vocabulary().names.levels)


def _level_at(text: str, folded: str, start: int, limit: int) -> regex.Match[str] | None:
    """The word of a level that begins here: "quận", which is not "quản"."""
    found = _level().match(folded, start, limit)
    printed = text[start : found.end()] if found else ""
    return found if found and (print_key(printed) in _level_keys() or printed == found.group()) else None


_WORD = regex.compile(r"[^\s,;.:()\"\[\]]+")
_NAME_START = regex.compile(r"\s?(?: [&-] \s?)?")


def issuer_at(text: str, folded: str, offset: int, joint: bool = False) -> Span | None:
    """The name of a body that begins at ``offset``, None where none does; all the names of a ``joint`` document."""
    limit = min(len(text), offset + LONGEST_NAME)
    full = _full_names().match(folded, offset, limit)
    if full:
        return Span(offset, _after_full_name(text, folded, full.end(), limit, joint))
    head = _heads().match(folded, offset, limit)
    if head is None:
        return None
    return Span(offset, _read_on(text, folded, head.end(), limit))


_AND = regex.compile(r"\s (?: va | - ) \s (?= Bo\s )", regex.VERBOSE | regex.IGNORECASE)
_AND_JOINT = regex.compile(r",? \s (?: va | - )? \s?", regex.VERBOSE | regex.IGNORECASE)
# What a full name ends with when a place may follow: "Ủy ban nhân dân" tỉnh Lào Cai, "Tỉnh ủy" Lào Cai.
_LOCAL = regex.compile(r"(?: dan | \suy ) $", regex.VERBOSE | regex.IGNORECASE)


def _after_full_name(text: str, folded: str, stop: int, limit: int, joint: bool) -> int:
    """The end of a second body ("và Bộ Tài chính"), or of the place of a local one."""
    joined = (_AND_JOINT if joint else _AND).match(folded, stop)
    second = _full_names().match(folded, joined.end()) if joined else None
    if second:
        return _after_full_name(text, folded, second.end(), limit, joint)
    return _read_on(text, folded, stop, limit) if _LOCAL.search(folded, max(0, stop - 4), stop) else stop


def _read_on(text: str, folded: str, stop: int, limit: int) -> int:
    """The end of a name whose words up to ``stop`` are read: word by word to where it cannot go on."""
    small, place = 0, False
    while stop < limit:
        start = _NAME_START.match(folded, stop, limit).end()  # type: ignore[union-attr]
        word = _WORD.match(folded, start, limit)
        if word is None or start == stop or _is_stop(text, folded, start, limit):
            break
        level = _level_at(text, folded, start, limit)
        capital = text[start].isupper()
        if level and not capital:
            small, place, stop = 0, True, level.end()
            continue
        if capital:
            small = 0
        elif place or small == MOST_SMALL_WORDS or not _goes_on(folded, word, limit):
            break
        else:
            small += 1
        stop = word.end()
    return stop


def _goes_on(folded: str, word: regex.Match[str], limit: int) -> bool:
    """Whether a word in small letters can stand inside a name: "và" only before a capital."""
    if word.group().casefold() != "va":
        return True
    following = _WORD.match(folded, min(word.end() + 1, limit), limit)
    return following is not None and following.group()[0].isupper() and not _heads().match(folded, following.start())
