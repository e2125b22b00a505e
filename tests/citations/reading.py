"""Helpers: what the recogniser makes of a text, in a form that is easy to compare."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.citations.find import find_citations, read_text
from pipeline.citations.match import CitationMatch
from pipeline.citations.normal import normal_ref
from pipeline.model import Block, Box, Citation, Letterhead, NoteMarker, Passage, Piece, Zone


@dataclass(frozen=True)
class Read:
    text: str
    kind: str | None
    ref: str | None
    date: str | None = None
    issuer: str | None = None
    pinpoint: str | None = None


def read(text: str) -> list[Read]:
    return [_read(text, match) for match in read_text(text)]


def _read(text: str, match: CitationMatch) -> Read:
    issuer = match.issuer_span.of(text) if match.issuer_span else None
    pinpoint = "; ".join(span.of(text) for span in match.pinpoint_spans) or None
    if match.number_span:
        printed = normal_ref(match.number_span.of(text))
        assert match.reference.ref.startswith(printed)  # of a list that says its symbol once, the number alone
        assert printed == match.reference.ref or printed == match.reference.number
    return Read(match.span.of(text), match.kind, match.reference.ref or None, match.iso, issuer, pinpoint)


def refs(text: str) -> list[str | None]:
    return [found.ref for found in read(text)]


def passage(text: str, markers: tuple[tuple[int, str], ...] = ()) -> Passage:
    """A text that stands on page 1, one box a word."""
    pieces, at = [], 0
    for word in text.split(" "):
        pieces.append(Piece(at, at + len(word), Box(1, at, 10, at + max(len(word), 1), 20)))
        at += len(word) + 1
    box = Box(1, 0, 0, 1, 1)
    return Passage(text, tuple(pieces), tuple(NoteMarker(offset, label, box) for offset, label in markers))


def block(text: str, zone: Zone = "body") -> Block:
    return Block(passage(text), zone)


def cite(text: str, zone: Zone = "body") -> tuple[Citation, ...]:
    return find_citations((block(text, zone),), Letterhead())
