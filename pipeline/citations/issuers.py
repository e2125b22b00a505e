"""The body that issued a document, as printed after it: "của Bộ trưởng Bộ Công Thương".

Where a name ends is not printed. Names that the vocabulary lists in full are taken whole ("Bộ Nông nghiệp và Phát
triển nông thôn"); any other begins with a known head ("Sở", "UBND", "Ban Thường vụ") and runs on to punctuation, to a
word that opens a title ("quy định", "về"), or past its place name ("tỉnh Lào Cai"). What a committee is for is part of
its name where the vocabulary lists it ("phòng, chống thiên tai"); so is the term it sat in ("khóa XIII").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from pipeline.citations.fold import is_bare, print_key
from pipeline.citations.kinds import kind_words
from pipeline.citations.span import Span
from pipeline.citations.vocabulary import alternation, vocabulary

_FLAGS = regex.VERBOSE | regex.IGNORECASE
LONGEST_NAME = 140
MOST_SMALL_WORDS = 4


@cache
def _heads() -> regex.Pattern[str]:
    names = vocabulary().names.heads
    return regex.compile(rf"(?: {alternation(names)} ) (?!\w)", regex.VERBOSE | regex.IGNORECASE)


@cache
def _head_keys() -> frozenset[tuple[str, tuple[str, ...]]]:
    return frozenset(print_key(head) for head in vocabulary().names.heads)


def issuer_heads(folded: str, start: int, stop: int) -> Iterator[int]:
    """Where the words that open a body's name begin, between two offsets."""
    for word in _WORD_START.finditer(folded, start, stop):
        if _heads().match(folded, word.start(), stop) or _full_names().match(folded, word.start(), stop):
            yield word.start()


_WORD_START = regex.compile(r"(?<![\w]) (?=[A-Z])", regex.VERBOSE)


def _head_at(text: str, folded: str, offset: int, limit: int) -> regex.Match[str] | None:
    """The word that opens a body's name: "Quỹ", which is not the "Quy" of "Quy chế"."""
    head = _heads().match(folded, offset, limit)
    if head is None or print_key(" ".join(text[offset : head.end()].split())) in _head_keys():
        return head
    return head if is_bare(text[max(0, offset - 20) : offset + 40]) else None


@cache
def _topics() -> regex.Pattern[str]:
    topics = alternation(vocabulary().names.topics)
    return regex.compile(rf"(?: ve \s )? (?: {topics} ) (?!\w)", regex.VERBOSE | regex.IGNORECASE)


@cache
def _fields() -> regex.Pattern[str]:
    """Fields of work of a ministry, which a department ("Sở Văn hóa, Thể thao và Du lịch") is named after, too."""
    names = vocabulary()
    of_ministries = [name.removeprefix("Bộ ") for body in names.bodies for name in body.names if name.startswith("Bộ ")]
    fields = alternation([*(field for field in of_ministries if " " in field), *names.names.fields])
    return regex.compile(rf"(?: {fields} ) (?!\w)", regex.VERBOSE | regex.IGNORECASE)


@cache
def _symbols() -> regex.Pattern[str]:
    """Symbols of bodies in place of their names: "của BTC"."""
    central = (body for body in vocabulary().bodies if body.central)
    symbols = alternation(symbol for body in central for symbol in body.symbols if len(symbol) > 2)
    return regex.compile(rf"(?: {symbols} ) (?![\w&-])", regex.VERBOSE)


# Bodies that are named after what they are for.
_NAMED_FOR = regex.compile(
    r"""
    (?: (?: Truong | Pho\s\w+ | Giam\sdoc | Chu\stich ) \s )?
    (?: Ban | BCD | BQL | To | Quy | Trung\stam | Cong\sty | Van\sphong
      | (?: Hoi\sdong | Uy\sban ) (?! \snhan\sdan ) ) \b
    """,
    regex.VERBOSE | regex.IGNORECASE,
)


@cache
def _full_names() -> regex.Pattern[str]:
    names = alternation(name for body in vocabulary().bodies for name in body.names)
    leader = r"""
        (?: (?: Bo\struong (?: ,\sChu\snhiem )? | Thu\struong | Thong\sdoc | Chanh\san | Vien\struong
              | Tong\sThanh\stra ) \s )?
    """
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
    stop = _name_end(text, folded, offset)
    if stop is None:
        return None
    joined = (_AND_JOINT if joint else _AND).match(folded, stop)
    second = issuer_at(text, folded, joined.end(), joint) if joined else None
    return Span(offset, second.stop if second else stop)


def _name_end(text: str, folded: str, offset: int) -> int | None:
    """Where the name of one body that begins at ``offset`` ends."""
    limit = min(len(text), offset + LONGEST_NAME)
    full = _full_names().match(folded, offset, limit) or _symbols().match(folded, offset, limit)
    head = full or _head_at(text, folded, offset, limit)
    if head is None:
        return None
    stop = head.end()
    if not full or _LOCAL.search(folded, max(0, stop - 4), stop):
        stop = _read_on(text, folded, offset, stop, limit)
    term = _TERM.match(folded, stop, limit)
    above = _MINISTRY.match(folded, stop, limit) if _OFFICE_OF.match(folded, offset, limit) else None
    ministry = _full_names().match(folded, above.end(), limit) if above else None
    return ministry.end() if ministry else term.end() if term else stop


# The ministry that a named office is part of: "Cục Quản lý khám, chữa bệnh, Bộ Y tế".
_OFFICE_OF = regex.compile(
    r"(?: Tong\scuc | Cuc | Vu | Vien | Tong\scuc\struong | Cuc\struong | Vu\struong ) \s", _FLAGS
)
_MINISTRY = regex.compile(r", \s (?= Bo \s )", _FLAGS)
_TERM = regex.compile(
    r"""
    \s? (?: \( \s? khoa \s (?-i: [IVX]+ | \d{1,2} ) \s? \)
          | \s khu\svuc \s (?-i: [IVXL]+ | \d{1,2} ) (?! [\w/] )
          | ,?\s? (?: khoa | lan\sthu ) \s (?-i: [IVX]+ | \d{1,2} ) (?! [\w/] ) )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_AND = regex.compile(r"\s (?: va | - ) \s (?= Bo\s )", regex.VERBOSE | regex.IGNORECASE)
_AND_JOINT = regex.compile(r", \s (?: va \s )? | \s va \s | \s?-\s?", regex.VERBOSE | regex.IGNORECASE)
# What a full name ends with when a place may follow: "Ủy ban nhân dân" tỉnh Lào Cai, "Tỉnh ủy" Lào Cai.
_LOCAL = regex.compile(r"(?: dan | \suy ) $", regex.VERBOSE | regex.IGNORECASE)


def _read_on(text: str, folded: str, offset: int, stop: int, limit: int) -> int:
    """The end of a name whose words from ``offset`` to ``stop`` are read: word by word to where it cannot go on."""
    small, place, named_for = 0, False, _NAMED_FOR.match(folded, offset, limit)
    while stop < limit:
        start = _NAME_START.match(folded, stop, limit).end()  # type: ignore[union-attr]
        topic = None if place or start == stop else _field_at(folded, start, limit, named_for is not None)
        if topic:
            small, stop = 0, topic.end()
            continue
        listed = _listed_at(folded, stop, limit) if start == stop and not place else None
        if listed:
            small, stop = 0, listed
            continue
        word = _WORD.match(folded, start, limit)
        if word is None or start == stop or _is_stop(text, folded, start, limit) or _NUMBERED.match(word.group()):
            break
        level = _level_at(text, folded, start, limit)
        capital = text[start].isupper()
        if level and (not capital or level.group().startswith("TP")):
            small, place, stop = 0, True, level.end()
            continue
        if capital:
            small = 0
        elif place or small == MOST_SMALL_WORDS or not _goes_on(folded, word, limit):
            break
        else:
            small += 1
        stop = word.end()
    return _places_above(text, folded, stop, limit) if place else stop


def _field_at(folded: str, start: int, limit: int, named_for: bool) -> regex.Match[str] | None:
    """What a body is for, where that begins at ``start``."""
    topic = (_topics().match(folded, start, limit) or _PURPOSE.match(folded, start, limit)) if named_for else None
    return topic or _fields().match(folded, start, limit)


# "Ban Chỉ đạo về nhân quyền tỉnh | về việc …": a purpose before the place, and a title after it.
_PURPOSE = regex.compile(
    r"""
    ve \s (?: [^\s,;.:()]+ \s ){1,8}? (?= (?: tinh | huyen | xa | phuong | thanh\spho | quoc\sgia ) \s
      (?: (?-i: [A-Z]\S* \s ){0,4} ) (?: ve | ban\shanh | quy\sdinh | phe\sduyet | huong\sdan ) \b )
    """,
    _FLAGS,
)
# Fields that a name lists: "Trung tâm Xúc tiến Đầu tư | , Thương mại và Du lịch".
_LISTED = regex.compile(
    r"""
    (?: , \s (?-i: [A-Z] ) [^\s,;.:()]* (?: \s (?-i: [a-z] ) [^\s,;.:()]* ){0,3} ){1,3}?
    \s va \s (?-i: [A-Z] ) [^\s,;.:()]* (?: \s (?-i: [a-z] ) [^\s,;.:()]* (?= \s (?-i: [a-z] ) ) )?
    """,
    _FLAGS,
)


_LISTED_WORD = regex.compile(r"(?<= , \s | \s va \s ) \w", _FLAGS)


def _listed_at(folded: str, stop: int, limit: int) -> int | None:
    """Where fields that go on a name behind a comma end; None where they are bodies or documents of their own."""
    listed = _LISTED.match(folded, stop, limit)
    if listed is None:
        return None
    for word in _LISTED_WORD.finditer(listed.group()):
        at = stop + word.start()
        if _heads().match(folded, at) or kind_words().match(folded, at) or _full_names().match(folded, at):
            return None
    return listed.end()


_NUMBERED = regex.compile(r"\d+ [/-] | \d{5}", regex.VERBOSE)
_ABOVE = regex.compile(
    r"""
    ,\s (?: (?P<low> huyen | quan | thi\sxa ) | (?P<high> tinh | thanh\spho | TP\.? ) )
    \s (?-i: [A-Z][\w'’-]* (?: \s [A-Z][\w'’-]* ){0,4} )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)


def _places_above(text: str, folded: str, stop: int, limit: int) -> int:
    """The end of the places that a place lies in: "xã Sơn Trà, huyện Trà Bồng, tỉnh Quảng Ngãi"."""
    low = True
    while (above := _ABOVE.match(folded, stop, limit)) and (low or above["high"]):
        low, stop = False, above.end()
    return stop


def _goes_on(folded: str, word: regex.Match[str], limit: int) -> bool:
    """Whether a word in small letters can stand inside a name: "và" only before a capital, and no other document."""
    if word.group().casefold() != "va":
        return True
    following = _WORD.match(folded, min(word.end() + 1, limit), limit)
    if following is None or not following.group()[0].isupper():
        return False
    if _COUNCIL.match(folded, following.start()):
        return _OFFICE.search(folded, max(0, word.start() - 60), word.start()) is not None
    if _heads().match(folded, following.start()):
        return False
    other = kind_words().match(folded, following.start(), limit)
    return other is None or _COUNTED.match(folded, other.end()) is None


# One office of two bodies: "Văn phòng HĐND và UBND".
_OFFICE = regex.compile(
    r"(?: van\sphong \s (?: \S+ \s ){1,6} | Doan \s (?: DBQH | dai\sbieu\sQuoc\shoi ) \s ) $",
    regex.VERBOSE | regex.IGNORECASE,
)
_COUNCIL = regex.compile(r"UBND | HDND | (?: Uy\sban | Hoi\sdong )\snhan\sdan", regex.VERBOSE | regex.IGNORECASE)
_COUNTED = regex.compile(r"\s (?: so \b | \d )", regex.VERBOSE | regex.IGNORECASE)
