"""One instrument for one legal document, over the whole corpus.

Mentions are of one instrument when reference, issuer (under its full name) and year agree. A reference that holds its
year needs no date; a symbol of a central body needs no issuer. What a mention leaves open is filled only where exactly
one candidate remains: first in the same document, then in the corpus. Anything else stays apart.
Mentions that agree in all three but give different days are one instrument; the days are for an auditor to compare.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import regex

from pipeline.citations.fold import fold
from pipeline.citations.issuing import issuer_of
from pipeline.citations.normal import read_reference
from pipeline.model import TitleSource


@dataclass(frozen=True, slots=True)
class CitedMention:
    """A row of ``citations``: ``issuer`` as printed, ``document_issuer`` that of the citing document's letterhead.

    ``text`` (the mention as printed) is what laws without a number are told apart by.
    """

    id: int
    document_id: int
    kind: str | None
    number: str | None
    symbol: str | None
    ref: str | None
    issued_on: str | None
    issuer: str | None
    document_issuer: str | None
    title: str | None
    title_source: TitleSource | None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class HeldDocument:
    """A document of the corpus with what its letterhead says; ``issuer`` is its full name with place."""

    id: int
    kind: str | None
    number: str | None
    symbol: str | None
    ref: str | None
    issued_on: str | None
    issuer: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Instrument:
    """One cited or held document. ``mentions`` are ids, ascending; ``document_id`` is set when the corpus holds it."""

    kind: str | None
    number: str | None
    year: int | None
    symbol: str | None
    ref: str | None
    issued_on: str | None
    issuer: str | None
    title: str | None
    mentions: tuple[int, ...]
    document_id: int | None


@dataclass(frozen=True, slots=True)
class _Key:
    """What tells instruments apart. ``scope`` is the document of a mention that could not be tied to any other."""

    ref: str
    year: int | None
    issuer: str | None
    scope: int | None = None

    @property
    def complete(self) -> bool:
        return self.year is not None and self.issuer is not None


@dataclass(frozen=True, slots=True)
class _Entry:
    """A mention or a held document, with its key as far as it says."""

    key: _Key
    document: int
    document_issuer: str | None
    mention: CitedMention | None
    held: HeldDocument | None


def group_instruments(mentions: Iterable[CitedMention], held: Iterable[HeldDocument]) -> tuple[Instrument, ...]:
    """The instruments of a corpus, in the order of their references; the same for any order of the input.

    Mentions with no usable reference (a blank or bare number) belong to none.
    """
    entries = [entry for entry in map(_of_mention, sorted(mentions, key=lambda m: m.id)) if entry]
    entries += [entry for entry in map(_of_document, sorted(held, key=lambda d: d.id)) if entry]
    groups: dict[_Key, list[_Entry]] = defaultdict(list)
    for entry, key in zip(entries, _settled_keys(entries), strict=True):
        groups[key].append(entry)
    instruments = [_instrument(key, group) for key, group in groups.items()]
    return tuple(sorted(instruments, key=_order))


def _of_mention(mention: CitedMention) -> _Entry | None:
    ref = _ref_key(mention.ref) if mention.ref else _law_key(mention)
    if ref is None:
        return None
    issuer = issuer_of(mention.issuer, mention.symbol, mention.document_issuer) if mention.ref else _LAWMAKER
    key = _Key(ref, _year(mention.ref, mention.issued_on), _issuer_key(issuer))
    return _Entry(key, mention.document_id, mention.document_issuer, mention, None)


def _of_document(document: HeldDocument) -> _Entry | None:
    ref = _ref_key(document.ref)
    if ref is None:
        return None
    issuer = issuer_of(document.issuer, document.symbol, document.issuer)
    key = _Key(ref, _year(document.ref, document.issued_on), _issuer_key(issuer))
    return _Entry(key, document.id, document.issuer, None, document)


_LAWMAKER = "Quốc hội"
_LAW_NAME = regex.compile(r"^(?P<name>.*?)[\s,(]*(?:ngày|tháng|năm|(?:19|20)\d\d\b)", regex.IGNORECASE)
_NUMBERED = regex.compile(r"^0*(?P<number>\d.*)$")


def _ref_key(ref: str | None) -> str | None:
    """A reference without leading zeros and in one case; None for a blank or bare number, which identifies nothing."""
    if not ref or not regex.search(r"[/:-]", ref):
        return None
    numbered = _NUMBERED.match(ref)
    if not numbered and not ref[0].isalpha():
        return None
    text = numbered["number"] if numbered else ref
    return unicodedata.normalize("NFC", text.casefold()).replace("tư", "tw")


def _law_key(mention: CitedMention) -> str | None:
    """A law by its name: "Luật Đất đai năm 2024" is "luat dat dai" of 2024."""
    if mention.text is None or mention.issued_on is None:
        return None
    name = _LAW_NAME.match(mention.text)
    return fold(name["name"]).casefold().strip() or None if name else None


def _year(ref: str | None, issued_on: str | None) -> int | None:
    in_ref = read_reference(ref).year if ref else None
    return in_ref or (int(issued_on[:4]) if issued_on else None)


def _issuer_key(issuer: str | None) -> str | None:
    return fold(issuer).casefold() if issuer else None


def _settled_keys(entries: Sequence[_Entry]) -> list[_Key]:
    """The key of each entry: complete as it stands, or that of the only candidate, or one of its own document."""
    known: dict[str, list[_Entry]] = defaultdict(list)
    for entry in entries:
        if entry.key.complete:
            known[entry.key.ref].append(entry)
    return [entry.key if entry.key.complete else _settle(entry, known[entry.key.ref]) for entry in entries]


def _settle(entry: _Entry, known: Sequence[_Entry]) -> _Key:
    fitting = [other for other in known if _fits(entry.key, other.key)]
    here = {other.key for other in fitting if other.document == entry.document}
    if len(here) == 1:
        return here.pop()
    issuer = entry.key.issuer or _issuer_key(entry.document_issuer)
    anywhere = {other.key for other in fitting if other.key.issuer == issuer}
    if not here and len(anywhere) == 1:
        return anywhere.pop()
    return _Key(entry.key.ref, entry.key.year, entry.key.issuer, entry.document)


def _fits(partial: _Key, whole: _Key) -> bool:
    return partial.year in (None, whole.year) and partial.issuer in (None, whole.issuer)


def _instrument(key: _Key, group: Sequence[_Entry]) -> Instrument:
    records = [entry.mention or entry.held for entry in group]
    held = next((entry.held for entry in group if entry.held), None)
    issuers = [_full_issuer(entry) for entry in group]
    ref = _most([record.ref for record in records if record])
    reference = read_reference(ref or "")
    return Instrument(
        kind=(held and held.kind) or _most([record.kind for record in records if record]),
        number=reference.number,
        year=key.year,
        symbol=reference.symbol,
        ref=ref,
        issued_on=(held and held.issued_on) or _most_exact([record.issued_on for record in records if record]),
        issuer=_most(issuers),
        title=_title(group, held),
        mentions=tuple(sorted(entry.mention.id for entry in group if entry.mention)),
        document_id=held.id if held else None,
    )


def _full_issuer(entry: _Entry) -> str | None:
    record = entry.mention or entry.held
    if record is None or not record.ref:
        return _LAWMAKER
    return issuer_of(record.issuer, record.symbol, entry.document_issuer)


def _title(group: Sequence[_Entry], held: HeldDocument | None) -> str | None:
    """The held document's own title, else the one most often printed inline, else the one most often in notes."""
    if held and held.title:
        return held.title
    mentions = [entry.mention for entry in group if entry.mention]
    inline = _most([m.title for m in mentions if m.title_source == "inline"])
    return inline or _most([m.title for m in mentions if m.title])


def _most(values: Iterable[str | None]) -> str | None:
    """The most frequent value; among equals the longest, then the first in order."""
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], -len(value), value), default=None)


def _most_exact(dates: Sequence[str | None]) -> str | None:
    """The most frequent date among those printed in full, else among all."""
    return _most([date for date in dates if date and len(date) == 10]) or _most(dates)


def _order(instrument: Instrument) -> tuple[str, int, str, tuple[int, ...], int]:
    return (
        instrument.ref or "",
        instrument.year or 0,
        instrument.issuer or "",
        instrument.mentions,
        instrument.document_id or 0,
    )
