"""Laws cited by name and date or year, without their number: "Luật Đất đai năm 2024", "Hiến pháp 2013".

A title without date or year ("Luật Đấu thầu") is no citation: which of its versions is meant is not said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from pipeline.citations.dates import date_at
from pipeline.citations.fold import fold
from pipeline.citations.grammar import read_tail
from pipeline.citations.kinds import KindMatch
from pipeline.citations.match import CitationMatch
from pipeline.citations.normal import read_reference
from pipeline.citations.number import is_law_symbol
from pipeline.citations.source import Source, free_kinds
from pipeline.citations.span import Span

LONGEST_NAME = 400
_FLAGS = regex.VERBOSE | regex.IGNORECASE

# Words that end a title or part it from its date. They are told by their marks: "tư" of "Luật Đầu tư" is not "từ",
# "Nam" of "Việt Nam" not "năm", "Đa" of "Đa dạng sinh học" not "đã".
_ENDS = (
    "được",
    "đã",
    "này",
    "ngày",
    "năm",
    "nãm",
    "tháng",
    "quy định tại",
    "có hiệu lực",
    "hiện hành",
    "tại điều",
    "căn cứ",
)
_EVENTS = ("từ", "trước", "sau", "đến", "vào", "trong", "của", "hàng", "hằng", "mỗi", "ban hành", "bổ sung")
_BEFORE_DATE = ("ngày", "năm", "nãm")


# "được Quốc hội khóa XII thông qua ngày 21/11/2007"
_PASSED = r",?\s(?:đã\s)?được\sQuốc\shội\s(?:[^\s;.]+\s){0,10}?thông\squa(?=\s)"


@dataclass(frozen=True, slots=True)
class _Patterns:
    title: regex.Pattern[str]
    not_its_date: regex.Pattern[str]


def _patterns(marked: bool) -> _Patterns:
    """For print with its marks, or for text that has lost all of them."""
    ends, events, before = (_words(words, marked) for words in (_ENDS, _EVENTS, _BEFORE_DATE))
    so, amended, added, merged, issued, year, passed = (
        word if marked else fold(word)
        for word in ("số", r"sửa\sđổi", r"bổ\ssung", r"hợp\snhất", r"ban\shành", "năm", _PASSED)
    )
    title = rf"""
        (?P<title> (?:
            \s (?! (?: {ends} | {so} \s? :? \s? \d | {issued} \s {year} ) \b )
            (?: [^\s\d;:.()]+ | (?<= \s c[uủ]a \s ) \d{{1,2}} (?= \s lu ) )
        ){{0,45}} )
        (?: \s \( \s? (?: {amended} (?: ,\s{added} )? | {merged} ) \s? \) )?
        (?: \s {issued} (?= \s {year} ) | {passed} )?
        (?: ,? \s (?P<open> \( )? (?= (?: {before} ) \s )
          | \s (?P<year> (?:19|20)\d\d ) (?! [\d/%-] | \.\d | \s? - \d ) )
    """
    not_its_date = rf"\b (?: {events} ) [\s,(]* $"
    return _Patterns(regex.compile(title, _FLAGS), regex.compile(not_its_date, _FLAGS))


def _words(words: Sequence[str], marked: bool) -> str:
    return " | ".join(regex.sub(" ", r"\\s", word if marked else fold(word)) for word in words)


_MARKED, _BARE = _patterns(marked=True), _patterns(marked=False)
_AMENDING = regex.compile(r"\s (?: sua\sdoi | bo\ssung ) \b", _FLAGS)
_OTHER_ACT = regex.compile(
    r"\b (?: nghi\sdinh | thong\stu | quyet\sdinh | nghi\squyet | dieu\s\d | khoan\s\d ) \b", _FLAGS
)
# Who makes laws: the date of a law is not one that "của Chính phủ" goes with.
_LAWMAKER = regex.compile(r"Quoc\shoi | Uy\sban\sThuong\svu\sQuoc\shoi | Chu\stich\snuoc", _FLAGS)


def find_laws(source: Source, taken: Sequence[Span]) -> list[CitationMatch]:
    """Laws by name and date or year that stand outside the mentions in ``taken``."""
    found: list[CitationMatch] = []
    for kind, limit in free_kinds(source, taken):
        if not found or kind.span.start >= found[-1].span.stop:
            match = _law(source, kind, min(limit, kind.span.stop + LONGEST_NAME))
            found += [match] if match else []
    return found


_TO_NUMBER = regex.compile(r"\s? (?: , | (?P<open> \( ) )? \s?", regex.VERBOSE)


def join_numbers(source: Source, matches: Sequence[CitationMatch]) -> list[CitationMatch]:
    """The mentions, with the number that follows a law's name and year joined to it: "Luật Đất đai 2024 (số 31/…)"."""
    joined: list[CitationMatch] = []
    for match in matches:
        gap = _TO_NUMBER.fullmatch(source.folded, joined[-1].span.stop, match.span.start) if joined else None
        if gap and match.kind is None and joined[-1].number_span is None and is_law_symbol(match.reference.symbol):
            joined[-1] = _with_number(source, joined[-1], match, gap["open"] is not None)
        else:
            joined.append(match)
    return joined


def _with_number(source: Source, law: CitationMatch, number: CitationMatch, in_brackets: bool) -> CitationMatch:
    stop = number.span.stop
    if in_brackets and source.folded[stop : stop + 1] == ")":
        stop += 1
    return replace(
        number,
        span=Span(law.span.start, stop),
        kind=law.kind,
        kind_span=law.kind_span,
        iso=number.iso or law.iso,
        date_span=number.date_span or law.date_span,
        confidence=max(law.confidence, number.confidence),
    )


def _law(source: Source, kind: KindMatch, limit: int) -> CitationMatch | None:
    if kind.kind is None or not kind.titled or kind.kind.standard:
        return None
    if not kind.capital and not source.text[kind.span.stop + 1 : kind.span.stop + 2].isupper():
        return None
    patterns, print_ = (_MARKED, source.text) if _has_marks(source) else (_BARE, source.folded)
    title = patterns.title.match(print_, kind.span.stop, limit)
    if title is None or patterns.not_its_date.search(title["title"]) or not _is_title(source, kind, title):
        return None
    law = CitationMatch(Span(kind.span.start, title.end()), kind.name, kind.span, read_reference(""), None)
    if title["year"] and not kind.capital:
        return None  # "luật Đất đai 2024": small letters ask for a day
    if title["year"]:
        year = Span(title.start("year"), title.end("year"))
        return replace(law, iso=title["year"], date_span=year, confidence=0.75)
    dated = _dated(source, law, title)
    return dated if dated and (kind.capital or len(dated.iso or "") == len("2024-01-18")) else None


def _dated(source: Source, law: CitationMatch, title: regex.Match[str]) -> CitationMatch | None:
    date = date_at(source.folded, title.end())
    if date is None or date.iso is None:
        return None
    stop = date.span.stop
    if title["open"] and source.folded[stop : stop + 1] == ")":
        stop += 1
    dated = replace(law, span=Span(law.span.start, stop), iso=date.iso, date_span=date.span, confidence=0.95)
    dated = read_tail(source, dated)
    issuer = dated.issuer_span
    return dated if issuer is None or _LAWMAKER.fullmatch(issuer.of(source.folded)) else None


def _has_marks(source: Source) -> bool:
    return any(letter != bare for letter, bare in zip(source.text, source.folded, strict=True) if letter.isalpha())


def _is_title(source: Source, kind: KindMatch, title: regex.Match[str]) -> bool:
    """A name: a capital (or "sửa đổi") first, and no other act inside."""
    words = fold(title["title"])
    if _OTHER_ACT.search(words):
        return False
    if kind.name == "Hiến pháp":
        return True
    if not words:
        return False
    return (
        source.text[title.start("title") + 1].isupper() or _AMENDING.match(words) is not None or _is_small_title(title)
    )


# What can follow the word "Luật" in a sentence and is no name of a law.
_NO_TITLE = frozenset(
    (
        *(
            "pháp",
            "được",
            "đã",
            "này",
            "có",
            "do",
            "và",
            "của",
            "trên",
            "tại",
            "quy",
            "ban",
            "thì",
            "là",
            "cho",
            "khi",
            "để",
        ),
        *("với", "theo", "trong", "sẽ", "đang", "nêu", "không", "nói", "kể", "từ", "đến"),
    )
)
LONGEST_SMALL_TITLE = 12  # words; a date behind it allows for more
LONGEST_DATED_TITLE = 30


def _is_small_title(title: regex.Match[str]) -> bool:
    """A name in small letters, as it was once written: "Luật cán bộ, công chức năm 2008"."""
    printed = title["title"].split()
    longest = LONGEST_SMALL_TITLE if title["year"] else LONGEST_DATED_TITLE
    return len(printed) <= longest and printed[0].casefold() not in _NO_TITLE
