"""The head of a mention: what stands before the number, back to the kind.

Four forms, tried in this order: the kind right before ("Quyết định số 12/QĐ-UBND"); a list that goes on ("…, số 13/…");
a law or standard with its title between ("Luật Đất đai số 31/2024/QH15"); the issuer between ("Nghị quyết của HĐND tỉnh
số 5/NQ-HĐND"). What has none of them is taken only where the symbol itself is known.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

import regex

from pipeline.citations.fold import fold
from pipeline.citations.kinds import KindMatch
from pipeline.citations.match import CitationMatch
from pipeline.citations.normal import Reference
from pipeline.citations.number import NumberMatch, is_law_symbol, symbol_parts
from pipeline.citations.source import LONGEST_TITLE, Source
from pipeline.citations.span import Span
from pipeline.citations.vocabulary import full_kind, kinds_of_symbol, known_symbols


@dataclass(frozen=True, slots=True)
class Head:
    """Where a mention begins and what kind it is of."""

    start: int
    kind: str | None
    kind_span: Span | None
    confidence: float
    listed: bool = False


_FLAGS = regex.VERBOSE | regex.IGNORECASE
_DIRECT = regex.compile(
    r"""
    [\s":($*'^~]*
    (?: \b (?: so (?: \s (?: hieu | van\sban | va\sky\shieu ) )? | k[yi] \s? hieu | (?: mang | co ) \s so ) )?
    [\s.:…_\[¿¡?*]* (?: - \s? )?
    """,
    _FLAGS,
)
_NUMBER_SIGN = regex.compile(r"\b (?: so | No ) \s? [:.]? [\s.…_\[]* $", _FLAGS)
_LIST_GAP = regex.compile(
    r"""
    [)\]]? \s? (?: [,;&/] | \s va | \s hoac | \s cung )? \s? (?: va \s )? (?: cac \s )? (?: so \s? )? :? \s?
    """,
    _FLAGS,
)
_TITLE_GAP = regex.compile(r"\s [^\d;:.]{2,240} \s (?: so \s? :? \s? )?", _FLAGS)
_STANDARD_GAP = regex.compile(r'[^;.]{0,400} [\s:(,"]', regex.VERBOSE)
_ISSUER_GAP = regex.compile(r"\s [^\d,;:.()]{2,80} \s so \s? :? \s?", _FLAGS)
# Told by their marks: "Tài chính" is not "tại".
_NO_ISSUER = regex.compile(r"\b (?: tại | theo | này | được | và | với | cho | trên | ngày | nhằm ) \b", _FLAGS)
_ANEW = regex.compile(r"\b can\scu \b", _FLAGS)  # another law, in a sentence that lost its full stop
_AMENDING = regex.compile(
    r"""
    \s (?: sua\sdoi | bo\ssung ) [^\d;:.]{0,160} \s (?: cua | cac ) \s (?: cac \s | [^\d;:.]{0,120} ,?\s )?
    """,
    _FLAGS,
)
# Figures or a stroke right before a number: print has torn it ("số 1 65/2024/NĐ-CP"), and its head is not in it.
_BROKEN = regex.compile(r"[\d/] \s? $", regex.VERBOSE)
# Forms are numbered from 01 within their document ("01/TB-ĐKĐT"); documents of a body nobody knows seldom are.
_LATE_YEAR = regex.compile(r"[A-Z]/(?:19|20)\d\d$")
_FORM = regex.compile(r"0\d")
_DATED = regex.compile(r"\s? ,? \s? \(? ngay \b", _FLAGS)


def find_head(source: Source, number: NumberMatch, previous: CitationMatch | None) -> Head | None:
    """The head of the mention of ``number``, None where the number is not that of a document."""
    floor = previous.span.stop if previous else 0
    kinds = [kind for kind in source.kinds_before(number.span.start) if kind.span.start >= floor]
    nearest = kinds[0] if kinds else None
    if nearest and nearest.span.stop == number.span.start and not says(nearest.name, number.reference):
        return None  # a code that begins like a kind: "BC26/BLG"
    if nearest and nearest.kind and _DIRECT.fullmatch(source.folded, nearest.span.stop, number.span.start):
        law = None if nearest.kind.lawmaker else _titled_head(source, number, kinds)  # "Luật Quy hoạch số …"
        return law or _direct_head(source, number, _whole_kind(number, kinds))
    if number.spaced:  # too little like a number to be taken without its kind
        return None
    if previous and not number.standard and _goes_on(source, number, previous):
        return Head(_sign_start(source, number), previous.kind, None, previous.confidence)
    if previous and not number.standard and _LIST_GAP.fullmatch(source.folded, previous.span.stop, number.span.start):
        return _list_member(source, number, previous)
    return (
        _titled_head(source, number, kinds)
        or _opened_head(source, number, nearest)
        or _issuer_head(source, number, nearest)
        or _bare_head(source, number, nearest)
    )


# A list that its members part with their titles: "các Nghị định: số 1/… về …; số 2/… về …".
_NEXT_ITEM = regex.compile(r"[^;]{2,400} [;,] \s? (?: va \s )? so \s? :? \s?", _FLAGS)
_SENTENCE_END = regex.compile(r"\.\s+ (?=[A-Z])", regex.VERBOSE)


def _goes_on(source: Source, number: NumberMatch, previous: CitationMatch) -> bool:
    """Whether a number is the next item of a list; its symbol must say the very kind that the list is of."""
    start, stop = previous.span.stop, number.span.start
    if stop - start > LONGEST_TITLE * 2 or not says(previous.kind, number.reference):
        return False
    gap = _NEXT_ITEM.fullmatch(source.folded, start, stop)
    return gap is not None and not _SENTENCE_END.search(source.folded, start, stop)


# "các Kế hoạch của UBND tỉnh: số 15/KH-UBND"
_OPENING_GAP = regex.compile(r"\s [^\d.:;()]{2,80} : \s? (?: - \s? )? (?: so \s? )? :? \s?", _FLAGS)


def _opened_head(source: Source, number: NumberMatch, nearest: KindMatch | None) -> Head | None:
    """The kind of a list that a colon opens, where the symbol says the same kind."""
    if nearest is None or not says(nearest.name, number.reference):
        return None
    if not _OPENING_GAP.fullmatch(source.folded, nearest.span.stop, number.span.start):
        return None
    return Head(_sign_start(source, number), nearest.name, None, 0.95)


def _whole_kind(number: NumberMatch, kinds: list[KindMatch]) -> KindMatch:
    """The kind right before a number, with the one that it tells more of: "Công văn hướng dẫn số …" is a Công văn."""
    nearest, before = kinds[0], kinds[1] if len(kinds) > 1 else None
    if nearest.capital or before is None or before.kind is None or not before.capital:
        return nearest
    joined = before.span.stop + 1 == nearest.span.start and not says(nearest.name, number.reference)
    return replace(before, span=Span(before.span.start, nearest.span.stop)) if joined else nearest


def _direct_head(source: Source, number: NumberMatch, nearest: KindMatch) -> Head:
    """The kind right before. In small letters, against its symbol, it is a verb: "quy định 15/2026/TT-BCT"."""
    if agrees(nearest.name, number.reference):
        return Head(nearest.span.start, nearest.name, nearest.span, 1.0 if nearest.exact else 0.85)
    if nearest.capital:
        return Head(nearest.span.start, nearest.name, nearest.span, 0.8)
    return Head(_sign_start(source, number), None, None, 0.7)


def _list_member(source: Source, number: NumberMatch, previous: CitationMatch) -> Head:
    kind = previous.kind if agrees(previous.kind, number.reference) else None
    return Head(_sign_start(source, number), kind, None, previous.confidence, listed=True)


def _titled_head(source: Source, number: NumberMatch, kinds: list[KindMatch]) -> Head | None:
    """A law or a standard with its title before the number."""
    for kind in kinds:
        if kind.titled and kind.capital and _title_between(source, kind, number):
            first = _first_of_title(source, kind, kinds)
            gap = source.folded[first.span.stop : number.span.start]
            start = number.span.start if gap.count("(") > gap.count(")") else first.span.start
            return Head(start, first.name, first.span, 0.97)
    return None


def _title_between(source: Source, kind: KindMatch, number: NumberMatch) -> bool:
    if number.standard:
        gap = _STANDARD_GAP.fullmatch(source.folded, kind.span.stop, number.span.start)
        return gap is not None and kind.kind is not None and kind.kind.standard
    if kind.kind is None or not kind.kind.lawmaker or not is_law_symbol(number.reference.symbol):
        return False
    return _TITLE_GAP.fullmatch(source.folded, kind.span.stop, number.span.start) is not None


def _first_of_title(source: Source, kind: KindMatch, kinds: list[KindMatch]) -> KindMatch:
    """The law whose own name holds ``kind``: "Luật sửa đổi, bổ sung một số điều của Luật Dược"."""
    first = kind
    for earlier in kinds:
        if not earlier.titled or earlier.span.start >= first.span.start:
            continue
        said_again = earlier.name == first.name and earlier.span.stop + 1 == first.span.start  # "Luật Luật sư"
        between = (source.folded, earlier.span.stop, first.span.start)
        if said_again or (_AMENDING.fullmatch(*between) and not _ANEW.search(*between)):
            first = earlier
    return first


def _issuer_head(source: Source, number: NumberMatch, nearest: KindMatch | None) -> Head | None:
    """The issuer (or a word of what it is about) between kind and number."""
    if nearest is None or nearest.kind is None or not agrees(nearest.name, number.reference):
        return None
    gap = _ISSUER_GAP.fullmatch(source.folded, nearest.span.stop, number.span.start)
    if gap is None or _NO_ISSUER.search(source.text, gap.start(), gap.end()):
        return None
    return Head(nearest.span.start, nearest.name, nearest.span, 0.85)


def _bare_head(source: Source, number: NumberMatch, nearest: KindMatch | None) -> Head | None:
    """A number without a kind: a standard, or a number whose symbol is known."""
    if number.standard:
        series = regex.match(r"\p{Lu}+", number.span.of(source.text))
        return Head(number.span.start, series.group() if series else None, None, 0.95)
    if nearest and nearest.kind is None and _DIRECT.fullmatch(source.folded, nearest.span.stop, number.span.start):
        return None
    parts = symbol_parts(fold(number.reference.symbol or ""))
    if not number.slash or not number.reference.number or not (len(parts) > 1 or number.reference.year):
        return None
    start = _sign_start(source, number)
    if start < number.span.start:
        return Head(start, None, None, 0.8) if number.known else _dated_head(source, number, start)
    if _is_form(source, number, parts):
        return None
    broken = _BROKEN.search(source.folded, max(0, start - 2), start) is not None
    return Head(start, None, None, 0.4 if broken else 0.7) if parts[0] in known_symbols() else None


def _dated_head(source: Source, number: NumberMatch, start: int) -> Head | None:
    """A number of a symbol that nobody knows, which "số" before it and a date after it show to be a document's."""
    return Head(start, None, None, 0.6) if _DATED.match(source.folded, number.span.stop) else None


def _is_form(source: Source, number: NumberMatch, parts: list[str]) -> bool:
    """Whether a bare number is that of a form: numbered from 01, of no known body, without year or date."""
    in_number = number.reference.year and not _LATE_YEAR.search(number.reference.ref)
    if in_number or not _FORM.match(number.reference.number or ""):
        return False
    known = any(part in known_symbols() for part in parts[1:])
    return not known and _DATED.match(source.folded, number.span.stop) is None


def _sign_start(source: Source, number: NumberMatch) -> int:
    """Where "số" before the number begins, or the number itself."""
    at = number.span.start
    sign = _NUMBER_SIGN.search(source.folded, max(0, at - 8), at)
    return sign.start() if sign else at


# A letter has no kind in its symbol; these words name it and anything else.
_ANY_KIND = frozenset({"Văn bản", "Công văn"})


def agrees(kind: str | None, reference: Reference) -> bool:
    """False where the symbol says another kind than the word ("Kế hoạch số 12/QĐ-UBND"); true where it says nothing."""
    named = kinds_of_symbol().get(_first_part(reference.symbol))
    if kind is None or named is None or kind in _ANY_KIND:
        return True
    kind = full_kind(kind) or kind
    return any(kind.startswith(name) or name.startswith(kind) for name in named)


def says(kind: str | None, reference: Reference) -> bool:
    """True where the symbol itself says this kind."""
    named, said = kinds_of_symbol().get(_first_part(reference.symbol)), full_kind(kind)
    return said is not None and named is not None and any(said.startswith(name) for name in named)


@cache
def _first_part(symbol: str | None) -> str:
    return fold(symbol_parts(symbol)[0]) if symbol else ""
