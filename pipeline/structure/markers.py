"""The markers that number parts of a document, and their place in a sequence.

Families and their usual nesting: Nghị định 30/2020/NĐ-CP, appendix I, II.6 (Phần, Chương, Mục, Điều, khoản, điểm)
for legal acts; "I., 1., 1.1., a)" for plans and reports. Which family stands inside which is decided by the
document itself (see `sections`); ``rank`` only says what a family cannot be inside of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

_ORDINAL_WORDS = {
    word: value
    for value, words in enumerate(
        (
            ("nhất", "một"),
            ("hai",),
            ("ba",),
            ("tư", "bốn"),
            ("năm",),
            ("sáu",),
            ("bảy",),
            ("tám",),
            ("chín",),
            ("mười",),
        ),
        start=1,
    )
    for word in words
}
_ALPHABETS = ("abcdđeghiklmnopqrstuvxy", "aăâbcdđeêghiklmnoôơpqrstuưvxy", "abcdefghijklmnopqrstuvwxyz")
"""How letters run on: by the rules of form (without ă, â …), by the whole alphabet, by the Latin one."""

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN = regex.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")

_NUMBER = r"(?: [IVXLC]{1,6} | \p{Nd}{1,3} | thứ\s+\p{L}+ )"
_CLOSED = r"(?: [:.] | (?=\s|$) )"


@dataclass(frozen=True, slots=True)
class Family:
    """Markers of one form. ``titled``: the title stands on lines of its own below; ``loose``: needs other signs too."""

    name: str
    rank: int
    pattern: regex.Pattern[str]
    titled: bool = False


def _family(name: str, rank: int, pattern: str, titled: bool = False) -> Family:
    return Family(name, rank, regex.compile(rf"(?P<marker>{pattern})", regex.VERBOSE), titled)


FAMILIES = (
    _family(
        "annex",
        0,
        rf"(?:PHỤ\ LỤC|Phụ\ lục|PHỤ\ BIỂU|Phụ\ biểu)"
        rf"(?: \s+ (?:SỐ\s+|số\s+)? (?P<ordinal>{_NUMBER}|[A-Z]) (?!\p{{L}}) )? {_CLOSED}",
        titled=True,
    ),
    _family("part", 1, rf"(?:PHẦN|Phần) \s+ (?P<ordinal>{_NUMBER}|[A-Z]) {_CLOSED}", titled=True),
    _family("chapter", 2, rf"(?:CHƯƠNG|Chương) \s+ (?P<ordinal>{_NUMBER}) {_CLOSED}", titled=True),
    _family("division", 3, rf"(?:MỤC|Mục) \s+ (?P<ordinal>{_NUMBER}|[A-Z]) {_CLOSED}", titled=True),
    _family("subdivision", 4, rf"(?:TIỂU\ MỤC|Tiểu\ mục) \s+ (?P<ordinal>{_NUMBER}) {_CLOSED}", titled=True),
    _family("article", 5, r"(?:ĐIỀU|Điều) \s+ (?P<ordinal>\p{Nd}{1,3}[a-zđ]?) \s? [.:]"),
    _family("list", 6, rf"(?:DANH\ MỤC|Danh\ mục) \s+ (?P<ordinal>[IVXLC]{{1,6}}) {_CLOSED}"),
    _family("capital", 7, r"(?P<ordinal>[A-HĐ]) \s? [.)/] (?=\s)"),
    _family("roman", 8, r"(?P<ordinal>[IVXLC]{1,6}) (?: \s?[.)/] | \s?[-–] ) (?=\s)"),
    _family("roman_letter", 9, r"(?P<ordinal>[IVXLC]{1,6}[A-H]) \s? [.:)] (?=\s)"),
    _family("number", 10, r"(?P<ordinal>\p{Nd}{1,2}) \s? [.)/] (?=\s|\p{Lu})"),
    _family("number_2", 11, r"(?P<ordinal>\p{Nd}{1,2}\.\p{Nd}{1,2}) [.)/]? (?=\s)"),
    _family("number_3", 12, r"(?P<ordinal>\p{Nd}{1,2}(?:\.\p{Nd}{1,2}){2}) [.)/]? (?=\s)"),
    _family("number_4", 13, r"(?P<ordinal>\p{Nd}{1,2}(?:\.\p{Nd}{1,2}){3}) [.)/]? (?=\s)"),
    _family("letter", 14, r"(?P<ordinal>[a-zđăâêôơư](?:\.?\p{Nd}{1,2})?) \s? [.)/] (?=\s|\p{Lu})"),
    _family("star", 15, r"(?P<ordinal>[*]) (?=\s*\p{L})"),
    _family("dash", 16, r"(?P<ordinal>[-–+•]) (?=\s*\p{L})"),
)


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker at the start of a paragraph; ``ordinal`` is its place, one number a level ("2.1." is (2, 1))."""

    family: Family
    text: str
    ordinal: tuple[int, ...]
    end: int


def read_marker(text: str) -> tuple[Marker, ...]:
    """The markers that ``text`` may begin with ("C." is a capital or a Roman hundred), the likelier first."""
    found = []
    for family in FAMILIES:
        match = family.pattern.match(text)
        if match is None:
            continue
        ordinal = _ordinal(family.name, match["ordinal"])
        if ordinal is not None:
            found.append(Marker(family, match["marker"].strip(), ordinal, match.end("marker")))
    return tuple(found)


def follows(marker: Marker, last: Sequence[int]) -> bool:
    """Whether ``marker`` is the next of its family after ``last``; after "d" both "đ" and "e" are."""
    previous, current = tuple(last), marker.ordinal
    if marker.family.name == "letter":
        return previous[:-1] == current[:-1] and _next_letter(previous[-1], current[-1])
    return previous[:-1] == current[:-1] and current[-1] == previous[-1] + 1


def is_first(marker: Marker) -> bool:
    return marker.ordinal[-1] == 1


def _next_letter(previous: int, current: int) -> bool:
    before, after = _LETTERS[previous - 1], _LETTERS[current - 1]
    return any(before in letters and letters.find(after) == letters.find(before) + 1 for letters in _ALPHABETS)


def _ordinal(family: str, printed: str | None) -> tuple[int, ...] | None:
    if printed is None or family in ("star", "dash"):
        return (1,)
    if family == "letter":
        return _letter(printed)
    if family == "roman_letter":
        value = roman(printed[:-1])
        return None if value is None else (value, ord(printed[-1]) - ord("A") + 1)
    if printed[0].isdigit():
        return tuple(int(part) for part in printed.rstrip("abcdđ").split("."))
    if printed.startswith("thứ"):
        value = _ORDINAL_WORDS.get(printed.split()[-1].lower())
    elif family == "capital":
        value = ord(printed) - ord("A") + 1 if printed != "Đ" else 5
    else:
        value = roman(printed) or (ord(printed) - ord("A") + 1 if len(printed) == 1 else None)
    return None if value is None else (value,)


def _letter(printed: str) -> tuple[int, ...]:
    place, rest = _LETTERS.find(printed[0]) + 1, printed[1:].lstrip(".")
    return (place, int(rest)) if rest else (place,)


def roman(text: str) -> int | None:
    """The value of a Roman numeral up to 39 in its regular form, None for anything else ("IIII", "VX")."""
    if not text or not _ROMAN.fullmatch(text):
        return None
    values = [_ROMAN_VALUES[letter] for letter in text]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))
