"""One instrument for one legal document, over the whole corpus.

Mentions are of one instrument when reference, issuer (under its full name) and year agree. A reference that holds its
year needs no date; a symbol of a central body needs no issuer. What a mention leaves open is filled only where exactly
one candidate remains: first in the same document, then in the corpus. Anything else stays apart. A short form
("Kế hoạch 909") is of the one instrument of its document that it can mean, a law by name and year of the one numbered
law of that name and year (see `short_forms`).
Mentions that agree in all three but give different days are one instrument; the days are for an auditor to compare.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import regex

from pipeline.citations.fold import fold
from pipeline.citations.issuing import Context, issuer_of
from pipeline.citations.normal import read_reference
from pipeline.citations.short_forms import Candidate, ShortForm, candidate, law_name, only_meaning, short_form
from pipeline.citations.vocabulary import full_kind
from pipeline.model import TitleSource


@dataclass(frozen=True, slots=True)
class CitedMention:
    """A row of ``citations``: ``issuer`` as printed; of the citing document's letterhead its issuer and its day.

    ``text`` (the mention as printed) is what laws without a number are told apart by; ``issuer_before`` the body that
    stands before the mention ("Sở Công Thương tại Tờ trình số …"); ``same_as`` the id of the mention that by the text's
    own words a short form stands for.
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
    document_issued_on: str | None = None
    issuer_before: str | None = None
    same_as: int | None = None

    @property
    def full_issuer(self) -> str | None:
        """The full name of who issued it, None where it stays open."""
        context = Context(self.document_issuer, self.document_issued_on)
        year = read_reference(self.ref or "").year
        then = self.issued_on or (str(year) if year else None)
        return issuer_of(self.issuer or self.issuer_before, self.symbol, context, then)


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

    @property
    def full_issuer(self) -> str | None:
        """The full name of who issued it, None where its letterhead does not say."""
        return issuer_of(self.issuer, self.symbol, Context(self.issuer, self.issued_on), self.issued_on)


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

    @property
    def candidate(self) -> Candidate | None:
        """What short forms in the same document can mean by it."""
        record = self.mention or self.held
        return candidate(record.kind, self.key.ref, self.key.year, record.title) if record and record.ref else None


def group_instruments(mentions: Iterable[CitedMention], held: Iterable[HeldDocument]) -> tuple[Instrument, ...]:
    """The instruments of a corpus, in the order of their references; the same for any order of the input.

    Mentions with no usable reference (a blank number, a short form that can mean several) belong to none.
    """
    cited = sorted(mentions, key=lambda m: m.id)
    shorts = {m.id: short for m in cited if (short := short_form(m.kind, m.ref, m.issued_on))}
    entries = [entry for entry in (_of_mention(m) for m in cited if m.id not in shorts) if entry]
    entries += [entry for entry in map(_of_document, sorted(held, key=lambda d: d.id)) if entry]
    keys = _numbered_laws(entries, _settled_keys(entries))
    groups: dict[_Key, list[_Entry]] = defaultdict(list)
    for entry, key in zip(entries, keys, strict=True):
        groups[key].append(entry)
    meant = _meant(cited, shorts, entries, keys)
    instruments = [_instrument(key, group, meant[key]) for key, group in groups.items()]
    return tuple(sorted(instruments, key=_order))


def _meant(
    cited: Sequence[CitedMention], shorts: dict[int, ShortForm], entries: Sequence[_Entry], keys: Sequence[_Key]
) -> dict[_Key, list[int]]:
    """The short forms of each instrument, by their document's full references."""
    key_of = {entry.mention.id: key for entry, key in zip(entries, keys, strict=True) if entry.mention}
    scopes: dict[int, list[tuple[Candidate, _Key]]] = defaultdict(list)
    for entry, key in zip(entries, keys, strict=True):
        full = entry.candidate
        if full:
            scopes[entry.document].append((full, key))
    found: dict[_Key, list[int]] = defaultdict(list)
    for mention in cited:
        if mention.id not in shorts:
            continue
        alias = key_of.get(mention.same_as) if mention.same_as else None
        key_meant = alias or only_meaning(shorts[mention.id], scopes[mention.document_id])
        if key_meant:
            found[key_meant].append(mention.id)
    return found


def _numbered_laws(entries: Sequence[_Entry], keys: Sequence[_Key]) -> list[_Key]:
    """The keys, with laws cited by name and year under that of the one numbered law of the same name and year."""
    numbered: dict[tuple[str, int | None], set[_Key]] = defaultdict(set)
    for entry, key in zip(entries, keys, strict=True):
        name = law_name(entry.mention.kind, entry.mention.text) if entry.mention and entry.mention.ref else None
        if name:
            numbered[name, key.year].add(key)
    settled = []
    for entry, key in zip(entries, keys, strict=True):
        named = numbered[key.ref, key.year] if entry.mention and not entry.mention.ref else set()
        settled.append(next(iter(named)) if len(named) == 1 else key)
    return settled


def _of_mention(mention: CitedMention) -> _Entry | None:
    ref = _ref_key(mention.ref) if mention.ref else _law_key(mention)
    if ref is None:
        return None
    issuer = mention.full_issuer if mention.ref else _LAWMAKER
    key = _Key(ref, _year(mention.ref, mention.issued_on), _issuer_key(issuer))
    return _Entry(key, mention.document_id, mention.document_issuer, mention, None)


def _of_document(document: HeldDocument) -> _Entry | None:
    ref = _ref_key(document.ref)
    if ref is None:
        return None
    key = _Key(ref, _year(document.ref, document.issued_on), _issuer_key(document.full_issuer))
    return _Entry(key, document.id, document.issuer, None, document)


_LAWMAKER = "Quốc hội"
_PARTING = regex.compile(r"[-/.]")
_NUMBERED = regex.compile(r"^0*(?P<number>\d.*)$")


def _ref_key(ref: str | None) -> str | None:
    """A reference without leading zeros, in one case, with one sign between its parts ("57-NQ/TW" and "57/NQ-TW").

    None for a blank or bare number, which identifies nothing.
    """
    if not ref or not regex.search(r"[/:-]", ref):
        return None
    numbered = _NUMBERED.match(ref)
    if not numbered and not ref[0].isalpha():
        return None
    text = numbered["number"] if numbered else ref
    return _PARTING.sub("/", unicodedata.normalize("NFC", text.casefold()).replace("tư", "tw"))


def _law_key(mention: CitedMention) -> str | None:
    """A law by its name: "Luật Đất đai năm 2024" is "luat dat dai" of 2024."""
    return law_name(mention.kind, mention.text) if mention.issued_on else None


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


def _instrument(key: _Key, group: Sequence[_Entry], short_forms: Sequence[int]) -> Instrument:
    records = [entry.mention or entry.held for entry in group]
    held = next((entry.held for entry in group if entry.held), None)
    issuers = [_full_issuer(entry) for entry in group]
    ref = _most([record.ref for record in records if record])
    reference = read_reference(ref or "")
    return Instrument(
        kind=(held and held.kind) or _most([full_kind(record.kind) for record in records if record]),
        number=reference.number,
        year=key.year,
        symbol=reference.symbol,
        ref=ref,
        issued_on=(held and held.issued_on) or _most_exact([record.issued_on for record in records if record]),
        issuer=_most(issuers),
        title=_title(group, held),
        mentions=tuple(sorted([*(entry.mention.id for entry in group if entry.mention), *short_forms])),
        document_id=held.id if held else None,
    )


def _full_issuer(entry: _Entry) -> str | None:
    record = entry.mention or entry.held
    if record is None or not record.ref:
        return _LAWMAKER
    return record.full_issuer


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
