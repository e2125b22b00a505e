"""The grammar of a citation in running text.

    [pinpoint] kind [title of a law | issuer] ["số"] number [date] ["của" issuer] [date]

Reading goes out from the document number, the part that is hardest to mistake: back to its kind and pinpoint, on to its
date and issuer. Laws without a number are read from their kind (`pipeline.citations.laws`), short forms as
"Kế hoạch 909" from theirs (`pipeline.citations.shorts`). Every part keeps its own span.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

import regex

from pipeline.citations.dates import DateMatch, date_at, numeric_date_at
from pipeline.citations.fold import fold
from pipeline.citations.issuers import issuer_at
from pipeline.citations.kinds import KindMatch, find_kinds
from pipeline.citations.normal import Reference
from pipeline.citations.number import NumberMatch, find_numbers
from pipeline.citations.pinpoints import find_pinpoints, follows, leads_to
from pipeline.citations.span import Span
from pipeline.citations.vocabulary import kinds_of_symbol

LONGEST_TITLE = 260
LONGEST_GAP = 90


@dataclass(frozen=True, slots=True)
class CitationMatch:
    """One mention in a text, part by part. ``span`` is the whole: from pinpoint or kind to date or issuer.

    ``date``/``issuer`` may stand outside ``span`` when a list says them once for all its members.
    """

    span: Span
    kind: str | None
    kind_span: Span | None
    reference: Reference
    number_span: Span | None
    iso: str | None = None
    date_span: Span | None = None
    issuer_span: Span | None = None
    pinpoint_spans: tuple[Span, ...] = ()
    confidence: float = 1.0
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A text with what is found in it once: folded copy, kind words, numbers, pinpoints."""

    text: str
    folded: str
    kinds: tuple[KindMatch, ...]
    numbers: tuple[NumberMatch, ...]
    pinpoints: tuple[Span, ...]

    @classmethod
    def of(cls, text: str) -> Source:
        folded = fold(text)
        return cls(
            text,
            folded,
            tuple(find_kinds(text, folded)),
            tuple(find_numbers(text, folded)),
            tuple(find_pinpoints(folded)),
        )

    def kinds_before(self, offset: int) -> list[KindMatch]:
        """The kind words that end within a title's length before ``offset``, nearest first."""
        at = bisect_right(self.kinds, offset, key=lambda kind: kind.span.stop)
        near = (kind for kind in reversed(self.kinds[:at]))
        return _take_near(near, offset - LONGEST_TITLE)


def _take_near(kinds: object, floor: int) -> list[KindMatch]:
    found: list[KindMatch] = []
    for kind in kinds:  # type: ignore[attr-defined]
        if kind.span.stop < floor:
            break
        found.append(kind)
    return found


_NUMBER_WORD = r"(?: \b (?: so | ky\s?hieu | ki\s?hieu | so\shieu | so\sva\sky\shieu | mang\sso | co\sso | so\s(?:van\sban|hieu) ) )"
_DIRECT = regex.compile(rf"[\s\"(]* {_NUMBER_WORD}? [\s.:…_\[]*", regex.VERBOSE | regex.IGNORECASE)
_NUMBER_SIGN = regex.compile(r"\b(?:so|No)\s?[:.]?[\s.…_\[]*$", regex.IGNORECASE)
_LIST_GAP = regex.compile(
    r"[)\]]? \s? (?: [,;&/] | \s va | \s hoac | \s cung )? \s? (?: va \s )? (?: cac \s )? (?: so \s? )? :? \s?",
    regex.VERBOSE | regex.IGNORECASE,
)
_TITLE_GAP = regex.compile(r"\s [^\d;:.]{2,240} \s (?: so \s? :? \s? )?", regex.VERBOSE | regex.IGNORECASE)
_STANDARD_GAP = regex.compile(r"[\s:(]* [^;.]{0,400} [\s:(,\"]", regex.VERBOSE)
_ISSUER_GAP = regex.compile(r"\s [^\d,;:.()]{2,80} \s so \s? :? \s?", regex.VERBOSE | regex.IGNORECASE)
_NO_GAP = regex.compile(
    r"\b(?: tai | theo | nay | duoc | va | voi | cho | tren | ngay | nham )\b", regex.VERBOSE | regex.IGNORECASE
)
_OF = regex.compile(r"\s?,?\s?(?:do\s)?\bcua\s(?:cac\s)?", regex.IGNORECASE)
_DATE_LEAD = regex.compile(
    r"\s{0,3} (?: , \s? )? (?P<open> \( )? \s? (?: (?:duoc\s)? (?: ban\shanh | ky | ky\sban\shanh ) \s )?",
    regex.VERBOSE | regex.IGNORECASE,
)


def find_matches(source: Source) -> list[CitationMatch]:
    """All numbered mentions of a text, in order."""
    found: list[CitationMatch] = []
    for number in source.numbers:
        match = _read_mention(source, number, found[-1] if found else None)
        if match:
            found.append(match)
    found = share_lists(found)
    return [
        add_pinpoints(source, match, found[i + 1].span.start if i + 1 < len(found) else len(source.text))
        for i, match in enumerate(found)
    ]


def _read_mention(source: Source, number: NumberMatch, previous: CitationMatch | None) -> CitationMatch | None:
    floor = previous.span.stop if previous else 0
    if number.span.start < floor:
        return None
    head = _find_head(source, number, previous, floor)
    if head is None:
        return None
    start, kind, kind_span, confidence, listed = head
    match = CitationMatch(Span(start, number.span.stop), kind, kind_span, number.reference, number.span, listed=listed)
    match = read_tail(source, match)
    return replace(match, confidence=round(match.confidence * confidence * _number_confidence(number), 3))


Head = tuple[int, str | None, Span | None, float, bool]


def _find_head(source: Source, number: NumberMatch, previous: CitationMatch | None, floor: int) -> Head | None:
    """Where the mention begins, and its kind: start, kind, span of the kind word, confidence, member of a list."""
    at = number.span.start
    kinds = [kind for kind in source.kinds_before(at) if kind.span.start >= floor]
    nearest = kinds[0] if kinds else None
    if nearest and _DIRECT.fullmatch(source.folded, nearest.span.stop, at):
        return _direct_head(nearest, number)
    if previous and _LIST_GAP.fullmatch(source.folded, previous.span.stop, at):
        same = previous.kind if _agree(previous.kind, number.reference) else None
        return _sign_start(source, at), same, None, previous.confidence, True
    for kind in kinds:
        if kind.titled and kind.capital and _title_between(source, kind, number):
            first = _first_of_title(source, kind, kinds)
            return first.span.start, first.name, first.span, 0.97, False
    if nearest and nearest.kind and _issuer_between(source, nearest, number):
        return nearest.span.start, nearest.name, nearest.span, 0.85, False
    return _bare_head(source, number)


def _direct_head(kind: KindMatch, number: NumberMatch) -> Head | None:
    if kind.kind is None:
        return None
    agree = _agree(kind.name, number.reference)
    return kind.span.start, kind.name, kind.span, 1.0 if agree else 0.8, False


def _bare_head(source: Source, number: NumberMatch) -> Head | None:
    """A number without a kind: only where its symbol is known, and not a number in another series ("12/UBND")."""
    if number.standard:
        word = regex.match(r"[A-Z]+", source.folded[number.span.start : number.span.stop])
        name = source.text[number.span.start : number.span.start + (word.end() if word else 0)]
        return number.span.start, name, None, 0.95, False
    sign = _NUMBER_SIGN.search(source.folded, max(0, number.span.start - 8), number.span.start)
    complete = number.slash and len(regex.split(r"[-/]", number.reference.symbol or "")) > 1
    if number.known and number.slash and (complete or (number.reference.year and number.reference.number)):
        return (sign.start() if sign else number.span.start), None, None, 0.8 if sign else 0.7, False
    return None


def _sign_start(source: Source, at: int) -> int:
    sign = _NUMBER_SIGN.search(source.folded, max(0, at - 8), at)
    return sign.start() if sign else at


def _title_between(source: Source, kind: KindMatch, number: NumberMatch) -> bool:
    if number.standard:
        return (
            "chuan" in fold(kind.name)
            and _STANDARD_GAP.fullmatch(source.folded, kind.span.stop, number.span.start) is not None
        )
    law = regex.search(r"(?:QH|UBTVQH|LCT|CTN|PL)", number.reference.symbol or "") is not None
    return law and _TITLE_GAP.fullmatch(source.folded, kind.span.stop, number.span.start) is not None


_AMENDING = regex.compile(
    r"\s (?: sua\sdoi | bo\ssung ) [^\d;:.]{0,160} \s (?: cua | cac ) \s (?: cac \s | [^\d;:.]{0,120} ,?\s )?",
    regex.VERBOSE | regex.IGNORECASE,
)


def _first_of_title(source: Source, kind: KindMatch, kinds: list[KindMatch]) -> KindMatch:
    """The law whose own name holds ``kind``: "Luật sửa đổi, bổ sung một số điều của Luật Dược"."""
    first = kind
    for earlier in kinds:
        if (
            earlier.titled
            and earlier.span.start < first.span.start
            and _AMENDING.fullmatch(source.folded, earlier.span.stop, first.span.start)
        ):
            first = earlier
    return first


def _issuer_between(source: Source, kind: KindMatch, number: NumberMatch) -> bool:
    gap = _ISSUER_GAP.fullmatch(source.folded, kind.span.stop, number.span.start)
    return gap is not None and not _NO_GAP.search(gap.group()) and _agree(kind.name, number.reference)


def _agree(kind: str | None, reference: Reference) -> bool:
    """False where the symbol says another kind than the word ("Kế hoạch số 12/QĐ-UBND"); true where it says nothing."""
    first = regex.split(r"[-/]", fold(reference.symbol or ""))[0]
    named = kinds_of_symbol().get(first)
    if kind is None or named is None:
        return True
    return (
        kind in named
        or any(kind.startswith(name) or name.startswith(kind) for name in named)
        or kind == "Văn bản"
        or kind == "Công văn"
    )


def _number_confidence(number: NumberMatch) -> float:
    return (1.0 if number.known else 0.75) * (0.6 if number.glued else 1.0)


def read_tail(source: Source, match: CitationMatch) -> CitationMatch:
    """Date and issuer after a mention, in either order."""
    for _ in range(2):
        if match.date_span is None:
            match = _read_date(source, match)
        if match.issuer_span is None:
            match = _read_issuer(source, match)
    return match


def _read_date(source: Source, match: CitationMatch) -> CitationMatch:
    lead = _DATE_LEAD.match(source.folded, match.span.stop)
    if lead is None:
        return match
    date = date_at(source.folded, lead.end())
    if date is None and lead["open"]:
        date = numeric_date_at(source.folded, lead.end())
    if date is None:
        return match
    stop = date.span.stop
    if lead["open"]:
        closing = regex.compile(r"\s?\)").match(source.folded, stop)
        if closing is None:
            return match
        stop = closing.end()
    return _with_date(match, date, stop)


def _with_date(match: CitationMatch, date: DateMatch, stop: int) -> CitationMatch:
    confidence = match.confidence if date.iso else match.confidence * 0.6
    return replace(match, span=Span(match.span.start, stop), iso=date.iso, date_span=date.span, confidence=confidence)


def _read_issuer(source: Source, match: CitationMatch) -> CitationMatch:
    of = _OF.match(source.folded, match.span.stop)
    issuer = issuer_at(source.text, source.folded, of.end()) if of else None
    if issuer is None:
        return match
    return replace(match, span=Span(match.span.start, issuer.stop), issuer_span=issuer)


def share_lists(matches: list[CitationMatch]) -> list[CitationMatch]:
    """Date and issuer that a list says once, at its end, given to its members before."""
    shared = list(matches)
    for i in range(len(shared) - 1, 0, -1):
        if shared[i].listed:
            shared[i - 1] = _inherit(shared[i - 1], shared[i])
    return shared


def _inherit(match: CitationMatch, following: CitationMatch) -> CitationMatch:
    if match.date_span is None and match.issuer_span is None:
        match = replace(match, iso=following.iso, date_span=following.date_span)
    if match.issuer_span is None:
        match = replace(match, issuer_span=following.issuer_span)
    return match


def add_pinpoints(source: Source, match: CitationMatch, limit: int) -> CitationMatch:
    """The pinpoint right before a mention, which is part of it, or the one that is told right after it, which is not."""
    at = bisect_right(source.pinpoints, match.span.start, key=lambda pinpoint: pinpoint.stop)
    if at and leads_to(source.folded, source.pinpoints[at - 1], match.span.start):
        before = source.pinpoints[at - 1]
        return replace(match, span=Span(before.start, match.span.stop), pinpoint_spans=(before,))
    after = next((p for p in source.pinpoints[at:] if match.span.stop <= p.start and p.stop <= limit), None)
    if after and follows(source.folded, match.span.stop, after):
        return replace(match, pinpoint_spans=(after,))
    return match
