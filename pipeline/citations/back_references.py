"""Documents named again without their number: "Nghị định này", "Quyết định nói trên", a name that the text defined.

Each is resolved within its scope, and only where exactly one document remains; else it is kept without one. "này" with
the kind of the document itself is the document itself. Words inside quotation marks are those of another text and are
left unresolved.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import regex

from pipeline.citations.aliases import Alias, Names, find_aliases
from pipeline.citations.fold import fold, is_bare, print_key
from pipeline.citations.kinds import find_kinds
from pipeline.citations.normal import document_key
from pipeline.citations.quoting import Quotes, quotes_of
from pipeline.citations.span import Span
from pipeline.citations.vocabulary import full_kind
from pipeline.model import BackReference, BackReferenceForm, Block, Citation, Letterhead

_BACK = regex.compile(
    r"\s (?P<this> nay ) (?!\w) | \s (?: da \s )? (?: (?: noi | neu | ke ) \s tren | tren \s day ) (?!\w)",
    regex.VERBOSE | regex.IGNORECASE,
)
MOST_BLOCKS = 30  # of a section, to look back through
_THIS = print_key("này")


@dataclass(frozen=True, slots=True)
class _Document:
    """What references are resolved in: all blocks, the citations, those of each block in order."""

    blocks: Sequence[Block]
    citations: Sequence[Citation]
    cited: Mapping[int, Sequence[int]]
    own_kinds: frozenset[str]
    quotes: Sequence[Quotes]


def find_back_references(
    blocks: Sequence[Block], citations: Sequence[Citation], letterhead: Letterhead
) -> tuple[tuple[BackReference, ...], tuple[Citation, ...]]:
    """All of a document, in the order of its blocks, and its citations: short forms that are aliases say ``same_as``.

    ``citation`` and ``same_as`` are indexes into ``citations``.
    """
    cited: dict[int, list[int]] = defaultdict(list)
    for index in sorted(range(len(citations)), key=lambda i: citations[i].start):
        cited[citations[index].block].append(index)
    quotes = tuple(quotes_of([block.passage.text for block in blocks]))
    document = _Document(blocks, citations, cited, _own_kinds(citations, letterhead), quotes)
    aliases = [
        alias for index, block in enumerate(blocks) for alias in find_aliases(index, block, cited[index], citations)
    ]
    names = Names(aliases, citations)
    found: list[BackReference] = []
    same: dict[int, int] = {}
    for index in range(len(blocks)):
        found += _pointing(document, index)
        found += _by_alias(document, index, names, same)
    named = tuple(replace(c, same_as=same[i]) if i in same else c for i, c in enumerate(citations))
    return tuple(sorted(found, key=lambda back: (back.block, back.start))), named


def _own_kinds(citations: Sequence[Citation], letterhead: Letterhead) -> frozenset[str]:
    """What "này" can call the document: its kind; of an annex, the kind of what it is annexed to."""
    headers = [citation.kind for citation in citations if citation.zone == "annex_header"]
    kinds = [letterhead.kind, *(headers if letterhead.kind == "Phụ lục" else ())]
    return frozenset(full_kind(kind) or kind for kind in kinds if kind)


def _pointing(document: _Document, index: int) -> Iterator[BackReference]:
    """ "Nghị định này", "Quyết định nói trên" in a block."""
    text = document.blocks[index].passage.text
    folded = fold(text)
    if not _BACK.search(folded):
        return
    above = _Above(document, index)
    for kind in find_kinds(text, folded):
        back = _BACK.match(folded, kind.span.stop)
        if back is None or kind.kind is None or not _is_printed(text, back):
            continue
        span = Span(kind.span.start, back.end())
        quoted = document.quotes[index].hold(span.start)
        own = back["this"] is not None and kind.name in document.own_kinds
        meant = None if own or quoted else above.only(kind.name, span.start)
        yield _reference(document, index, span, kind.name, "self" if own and not quoted else "above", meant)


class _Above:
    """What is cited before a place that moves on through a block, by kind."""

    def __init__(self, document: _Document, index: int) -> None:
        self._document, self._index = document, index
        self._cited = document.cited[index]
        self._read = 0
        self._here: dict[str | None, dict[str, int]] = defaultdict(dict)
        self._section: dict[str, dict[str, int]] = {}

    def only(self, kind: str, offset: int) -> int | None:
        """The one document of this kind before ``offset`` of the block; where there is none, before in its section."""
        citations = self._document.citations
        while self._read < len(self._cited) and citations[self._cited[self._read]].stop <= offset:
            index = self._cited[self._read]
            self._here[full_kind(citations[index].kind)].setdefault(document_key(citations[index]), index)
            self._read += 1
        documents = self._here[kind] or self._in_section(kind)
        return next(iter(documents.values())) if len(documents) == 1 else None

    def _in_section(self, kind: str) -> dict[str, int]:
        """Of the nearest block before, of the same section, that cites one of this kind."""
        if kind not in self._section:
            self._section[kind] = next((found for found in self._blocks_before(kind) if found), {})
        return self._section[kind]

    def _blocks_before(self, kind: str) -> Iterator[dict[str, int]]:
        document, section = self._document, self._document.blocks[self._index].section
        for at in range(self._index - 1, max(-1, self._index - 1 - MOST_BLOCKS), -1):
            if section is None or document.blocks[at].section != section:
                return
            cited = document.cited.get(at, ())
            yield {
                document_key(document.citations[i]): i for i in cited if full_kind(document.citations[i].kind) == kind
            }


def _by_alias(document: _Document, index: int, names: Names, same: dict[int, int]) -> Iterator[BackReference]:
    """The names that a block uses. One that is a citation of its own ("Đề án 06") is noted in ``same``."""
    for alias, span in names.uses(index, document.blocks[index].passage.text):
        taken = _overlapping(document, index, span)
        if not taken:
            meant = alias.citation if alias else None
            yield _reference(document, index, span, _kind_of(alias, document), "alias", meant)
        elif alias and document.citations[taken[0]].symbol is None and taken[0] != alias.citation:
            same[taken[0]] = alias.citation


def _is_printed(text: str, back: regex.Match[str]) -> bool:
    """Whether the word is "này", which is no "nay" ("nay sửa đổi") of text with its marks."""
    word = text[back.start() : back.end()].strip()
    return back["this"] is None or print_key(word) == _THIS or is_bare(text)


def _overlapping(document: _Document, index: int, span: Span) -> list[int]:
    """The citations of a block (they stand one after the other) of which a part lies in ``span``."""
    cited, citations = document.cited[index], document.citations
    at = max(0, bisect_left(cited, span.start, key=lambda i: citations[i].start) - 1)
    near = cited[at : bisect_left(cited, span.stop, key=lambda i: citations[i].start)]
    return [i for i in near if citations[i].start < span.stop and span.start < citations[i].stop]


def _kind_of(alias: Alias | None, document: _Document) -> str | None:
    return full_kind(document.citations[alias.citation].kind) if alias else None


def _reference(
    document: _Document, index: int, span: Span, kind: str | None, form: BackReferenceForm, citation: int | None
) -> BackReference:
    passage = document.blocks[index].passage
    return BackReference(
        block=index,
        start=span.start,
        stop=span.stop,
        text=span.of(passage.text),
        page=passage.page_at(span.start),
        kind=kind,
        form=form,
        citation=citation,
        boxes=passage.boxes(span.start, span.stop),
    )
