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

_PART = regex.compile(r"\p{Nd}+ | [IVXLC]+ | (?:thứ|THỨ)\s+\p{L}+ | [A-Z]", regex.VERBOSE)
_NUMBER = r"(?: [IVXLC]{1,6} | \p{Nd}{1,3} | thứ\s+\p{L}+ | THỨ\s+\p{L}+ )"
_ANNEX_NUMBER = r"(?: [IVXLC]{1,6}(?:[.-]?\p{Nd}{1,2}|[A-H])? | \p{Nd}{1,3}(?:\.\p{Nd}{1,2}|[A-Ha-h])? | [A-Z] )"
_FORM = r"(?: (?:MẪU|Mẫu|BIỂU|Biểu) (?: \s+ (?:MẪU|mẫu|BIỂU|biểu) )? )"
_FORM_NUMBER = r"\p{Nd}{1,3}(?:\.\p{Nd}{1,2}|[A-Za-z])?"
_SMALL = r"[a-zđăâêôơư]"
_ENDED = r"(?: [.)/]? (?=\s) | [.)/] (?=\p{Lu}) | [-–] (?=\s\p{Lu}) )"
_CLOSED = r"(?: [:.] | (?=\s|$) )"
_OTHER_ACT = r"(?:Nghị|Luật|Bộ\ luật|Thông|Quyết|Hiến|Pháp|Chỉ|Công|Hiệp|Quy)\b (?! [\p{L}\s]{0,20}\bnày\b )"
_NO_SIGN = rf"(?= \s (?! {_OTHER_ACT} ) \p{{Lu}} )"
"""An article whose dot is not printed, or lost in a scan; "Điều 5 Nghị định số …" names the article of another act."""

_DASH = r"(?: [-–] (?=\s) )?"
"""Older forms put a dash behind the dot: "I.- TÌNH HÌNH", "1.- Trồng trọt", "a.- Cây lúa"."""

_ENDED_SHORT = rf"(?: \s?(?:[.)/]|/\.) {_DASH} (?=\s|\p{{Lu}}) | [-–] (?=\s\p{{Lu}}) )"


@dataclass(frozen=True, slots=True)
class Family:
    """Markers of one form. ``titled``: the title may stand on lines of its own below."""

    name: str
    rank: int
    pattern: regex.Pattern[str]
    titled: bool = False


def _family(name: str, rank: int, pattern: str, titled: bool = False) -> Family:
    return Family(name, rank, regex.compile(rf"(?P<marker>{pattern})", regex.VERBOSE), titled)


FAMILIES = (
    _family(
        "annex",
        -1,
        rf"(?:PHỤ\ LỤC|Phụ\ lục|PHỤ\ BIỂU|Phụ\ biểu)"
        rf"(?: \s+ (?:SỐ\s+|số\s+)? (?P<ordinal>{_ANNEX_NUMBER}) (?!\p{{L}}) )? {_CLOSED}",
        titled=True,
    ),
    _family("form", 0, rf"{_FORM} \s+ (?:SỐ|số) \s? :? \s? (?P<ordinal>{_FORM_NUMBER}) {_CLOSED}", titled=True),
    _family("part", 1, rf"(?:PHẦN|Phần) \s+ (?P<ordinal>{_NUMBER}|[A-Z]) {_CLOSED}", titled=True),
    _family("chapter", 2, rf"(?:CHƯƠNG|Chương) \s+ (?P<ordinal>{_NUMBER}) {_CLOSED}", titled=True),
    _family("division", 3, rf"(?:MỤC|Mục) \s+ (?P<ordinal>{_NUMBER}|[A-Z]) {_CLOSED}", titled=True),
    _family("subdivision", 4, rf"(?:TIỂU\ MỤC|Tiểu\ mục) \s+ (?P<ordinal>{_NUMBER}) {_CLOSED}", titled=True),
    _family("article", 5, rf"(?:ĐIỀU|Điều) \s+ (?P<ordinal>\p{{Nd}}{{1,3}}[a-zđ]?) (?: \s? [.:] | {_NO_SIGN} )"),
    _family("list", 6, rf"(?:DANH\ MỤC|Danh\ mục) \s+ (?P<ordinal>[IVXLC]{{1,6}}) {_CLOSED}"),
    _family("capital", 7, r"(?P<ordinal>[A-IĐKLM]) (?: \s?[.)/] (?=\s) | [-–] (?=\s\p{Lu}) )"),
    _family(
        "roman", 8, rf"(?P<ordinal>[IVXLC]{{1,6}}) (?: \s?[.)/] {_DASH} (?=\s) | \s?[-–] (?=\s) | (?=\s\p{{Lu}}) )"
    ),
    _family("roman_letter", 9, r"(?P<ordinal>[IVXLC]{1,6}[A-H]) \s? [.:)] (?=\s)"),
    _family("roman_number", 9, r"(?P<ordinal>[IVXLC]{1,6}\.\p{Nd}{1,2}) [.)/:]? (?=\s)"),
    _family("part_run_in", 9, r"Phần \s+ (?P<ordinal>[A-Z]|[IVXLC]{1,6}|\p{Nd}{1,2}) [.:] (?=\s)"),
    _family("number", 10, rf"(?P<ordinal>\p{{Nd}}{{1,2}}[a-zđ]?) {_ENDED_SHORT}"),
    _family("number_2", 11, rf"(?P<ordinal>\p{{Nd}}{{1,2}}\.\p{{Nd}}{{1,2}}) {_ENDED}"),
    _family("number_3", 12, rf"(?P<ordinal>\p{{Nd}}{{1,2}}(?:\.\p{{Nd}}{{1,2}}){{2}}) {_ENDED}"),
    _family("number_4", 13, rf"(?P<ordinal>\p{{Nd}}{{1,2}}(?:\.\p{{Nd}}{{1,2}}){{3}}) {_ENDED}"),
    _family("letter", 14, rf"(?P<ordinal>{_SMALL}) {_ENDED_SHORT}"),
    _family("letter_2", 15, rf"(?P<ordinal>{_SMALL}\.?\p{{Nd}}{{1,2}}) \s? [.)/] (?=\s|\p{{Lu}})"),
    _family("brackets", 16, r"\( (?P<ordinal>\p{Nd}{1,2}) \) (?=\s*\p{L})"),
    _family("small_roman", 17, r"(?: \( (?P<ordinal>[ivx]{1,5}) \) | (?P<ordinal>[ivx]{1,5}) \) ) (?=\s*\p{L})"),
    _family("star", 18, r"(?P<ordinal>[*]) (?=\s*\p{L})"),
    _family("dash", 19, r"(?P<ordinal>[-–+•]) (?=\s*\p{L})"),
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
        ordinal = _ordinal(family, match["ordinal"])
        if ordinal is not None:
            found.append(Marker(family, match["marker"].strip(), ordinal, match.end("marker")))
    return tuple(sorted(found, key=_is_rather_roman))


def _is_rather_roman(marker: Marker) -> bool:
    return marker.family.name == "capital" and marker.text[0] == "I"


def follows(marker: Marker, last: Sequence[int]) -> bool:
    """Whether ``marker`` is the next of its family after ``last``; after "d" both "đ" and "e" are."""
    previous, current = tuple(last), marker.ordinal
    if previous[:-1] != current[:-1]:
        return False
    if marker.family.name in ("letter", "capital"):
        return _next_letter(previous[-1], current[-1])
    return current[-1] == previous[-1] + 1


def is_first(marker: Marker) -> bool:
    return marker.ordinal[-1] == 1


def _next_letter(previous: int, current: int) -> bool:
    before, after = _LETTERS[previous - 1], _LETTERS[current - 1]
    return any(before in letters and letters.find(after) == letters.find(before) + 1 for letters in _ALPHABETS)


def _ordinal(family: Family, printed: str | None) -> tuple[int, ...] | None:
    """The place of a marker in its sequence; None where the letters are no number ("IIII")."""
    if printed is None or family.name in ("star", "dash"):
        return (1,)
    if family.name in ("letter", "letter_2", "capital"):
        return _letter(printed.lower())
    if family.name == "roman_letter":
        values = [roman(printed[:-1]), _capital(printed[-1])]
    elif family.name == "small_roman":
        values = [roman(printed.upper())]
    else:
        values = [_place(part) for part in _PART.findall(printed)]
    known = tuple(value for value in values if value is not None)
    if len(known) == len(values):
        return known
    return (1,) if family.titled else None


def _place(printed: str) -> int | None:
    """The value of one number: in digits, in words ("thứ nhất"), Roman, or as a capital."""
    if printed.isdigit():
        return int(printed)
    if printed.lower().startswith("thứ"):
        return _ORDINAL_WORDS.get(printed.split()[-1].lower())
    return roman(printed) or (_capital(printed) if len(printed) == 1 else None)


def _capital(letter: str) -> int:
    return ord(letter) - ord("A") + 1


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
