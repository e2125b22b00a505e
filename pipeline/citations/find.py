"""From blocks of text to citations: every mention, part by part, with its place on the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import astuple, replace

import regex

from pipeline.citations.broken import Lead, lead_of
from pipeline.citations.fold import fold
from pipeline.citations.grammar import find_numbered
from pipeline.citations.late_dates import add_late_dates
from pipeline.citations.laws import find_laws, join_numbers
from pipeline.citations.match import CitationMatch
from pipeline.citations.prefilter import may_cite
from pipeline.citations.quoting import Quotes, quotes_of
from pipeline.citations.relations import ListOpening, goes_on_list, list_openings, opened_for, relation_of
from pipeline.citations.shorts import find_shorts
from pipeline.citations.source import Source
from pipeline.citations.span import Span
from pipeline.citations.subjects import add_subjects
from pipeline.citations.titles import inline_title
from pipeline.citations.tying import add_pinpoints
from pipeline.model import Block, Citation, CitationPart, CitationPartName, Letterhead, Passage, Relation


def find_citations(blocks: Sequence[Block], letterhead: Letterhead) -> tuple[Citation, ...]:
    """All mentions in ``blocks``, in reading order. ``letterhead`` is the document's own, which is no mention."""
    found: list[Citation] = []
    opened: Relation | None = None  # what the paragraph before says of all members of the list that it opens
    quoted = quotes_of([block.passage.text for block in blocks])
    for index, (block, quotes) in enumerate(zip(blocks, quoted, strict=True)):
        folded = fold(block.passage.text)
        before = blocks[index - 1] if index else None
        opened = opened if goes_on_list(folded) or (before and _runs_on(before, block)) else None
        found += _block_citations(index, block, folded, opened, before, quotes)
        opened = opened or _opened_at_end(folded)
    return tuple(found)


def _runs_on(before: Block, block: Block) -> bool:
    """Whether a block is the rest of the sentence before it, which layout has parted from it."""
    text = block.passage.text
    return text[:1].islower() and not goes_on_list(text) and before.passage.text.rstrip()[-1:] not in (".", ";", ":")


def read_text(text: str) -> list[CitationMatch]:
    """All mentions in a text: numbered ones, laws by name and date, short forms."""
    folded = fold(text)
    return read_source(Source.of(text, folded)) if may_cite(folded) else []


def read_source(source: Source) -> list[CitationMatch]:
    """All mentions in a text, in order, each stretch of text in one of them at most."""
    matches = find_numbered(source)
    matches += find_laws(source, [match.span for match in matches])
    matches += find_shorts(source, [match.span for match in matches])
    whole = join_numbers(source, sorted(matches, key=lambda match: match.span))
    return add_subjects(source, add_pinpoints(source, add_late_dates(source, whole)))


def _opened_at_end(folded: str) -> Relation | None:
    openings = list_openings(folded) if folded.rstrip().endswith(":") else []
    return openings[-1].relation if openings and openings[-1].offset >= len(folded.rstrip()) else None


def _block_citations(
    index: int, block: Block, folded: str, opened: Relation | None, before: Block | None, quotes: Quotes
) -> Iterator[Citation]:
    if not may_cite(folded):
        return
    source = Source.of(block.passage.text, folded)
    openings = [ListOpening(0, opened)] if opened else list_openings(source.folded)
    matches = [match for match in read_source(source) if not _is_own_number(source, match, block)]
    floor = Span(0, 0)  # the mention before with its title: words in it say nothing of what this document does
    for position, match in enumerate(matches):
        title = inline_title(source, match, [later.span for later in matches[position + 1 : position + 8]])
        whole = Span(match.span.start, title.stop if title else match.span.stop)
        quoted = quotes.hold(match.span.start) and block.zone not in _OWN_ZONES
        inside = quoted or match.span.start < floor.stop
        relation = "refers" if inside else relation_of(source.folded, whole, match.span.stop, floor.stop, block.zone)
        if relation == "refers" and not inside:
            relation = opened_for(source.folded, openings, match.span.start) or relation
        citation = _citation(index, block, match, title.of(source.text) if title else None, relation)
        lead = None if position else lead_of(before, block, match)
        yield _led(citation, block, lead) if lead else citation
        floor = floor if inside else whole


_OWN_ZONES = ("legal_basis", "annex_header")  # what stands there is the document's own, whatever marks are around it
_OWN_NUMBER = regex.compile(r"\s*So\s?:", regex.IGNORECASE)


def _is_own_number(source: Source, match: CitationMatch, block: Block) -> bool:
    """The number line of a document, or of a form among the annexes ("Số: 12/KH-UBND"), cites nothing."""
    if match.kind is not None or block.zone == "table" or source.text[: match.span.start].strip():
        return False
    return _OWN_NUMBER.match(source.folded, endpos=match.span.stop) is not None


def _led(citation: Citation, block: Block, lead: Lead) -> Citation:
    """A mention with what the block before says of it."""
    boxes = lead.block.passage.boxes(lead.span.start, lead.span.stop) + block.passage.boxes(0, citation.stop)
    text = f"{lead.span.of(lead.block.passage.text)} {block.passage.text[: citation.stop]}"
    pinpoint = "; ".join(filter(None, (lead.pinpoint, citation.pinpoint))) or None
    page = boxes[0].page
    return replace(citation, text=text, kind=lead.kind, pinpoint=pinpoint, boxes=boxes, page=page)


def _citation(index: int, block: Block, match: CitationMatch, title: str | None, relation: Relation) -> Citation:
    text, reference = block.passage.text, match.reference
    return Citation(
        block=index,
        start=match.span.start,
        stop=match.span.stop,
        text=match.span.of(text),
        page=block.passage.page_at(match.span.start),
        zone=block.zone,
        kind=match.kind,
        number=reference.number,
        symbol=reference.symbol,
        ref=reference.ref or None,
        issued_on=match.iso,
        issuer=match.issuer_span.of(text) if match.issuer_span else None,
        pinpoint="; ".join(pinpoint.of(text) for pinpoint in match.pinpoint_spans) or None,
        title=title,
        title_source="inline" if title else None,
        relation=relation,
        confidence=match.confidence,
        boxes=block.passage.boxes(match.span.start, match.span.stop),
        parts=tuple(_parts(block.passage, match)),
        issuer_before=match.subject_span.of(text) if match.subject_span else None,
    )


def _parts(passage: Passage, match: CitationMatch) -> Iterator[CitationPart]:
    """Each component of a mention in the place where it is printed, also outside the mention."""
    spans: list[tuple[CitationPartName, Span | None]] = [("pinpoint", span) for span in match.pinpoint_spans]
    spans += [("kind", match.kind_span), ("number", match.number_span), ("date", match.date_span)]
    spans += [("issuer", match.issuer_span), ("issuer_before", match.subject_span)]
    for name, span in spans:
        if span:
            yield CitationPart(name, span.start, span.stop, span.of(passage.text), passage.boxes(*astuple(span)))
