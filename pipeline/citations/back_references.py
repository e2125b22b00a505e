"""Documents named again without their number: "Nghị định này", "Quyết định nói trên", a name that the text defined.

Each is resolved within its scope, and only where exactly one document remains; else it is kept without one. "này" with
the kind of the document itself is the document itself. Words inside quotation marks are those of another text and are
left unresolved.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import regex

from pipeline.citations.aliases import Alias, alias_uses, find_aliases
from pipeline.citations.fold import fold, is_bare, print_key
from pipeline.citations.kinds import KindMatch, find_kinds
from pipeline.citations.normal import normal_ref
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


def find_back_references(
    blocks: Sequence[Block], citations: Sequence[Citation], letterhead: Letterhead
) -> tuple[tuple[BackReference, ...], tuple[Citation, ...]]:
    """All of a document, in the order of its blocks, and its citations: short forms that are aliases say ``same_as``.

    ``citation`` and ``same_as`` are indexes into ``citations``.
    """
    cited: dict[int, list[int]] = defaultdict(list)
    for index in sorted(range(len(citations)), key=lambda i: citations[i].start):
        cited[citations[index].block].append(index)
    document = _Document(blocks, citations, cited, _own_kinds(citations, letterhead))
    aliases = [
        alias for index, block in enumerate(blocks) for alias in find_aliases(index, block, cited[index], citations)
    ]
    found: list[BackReference] = []
    same: dict[int, int] = {}
    for index in range(len(blocks)):
        found += _pointing(document, index)
        found += _by_alias(document, index, aliases, same)
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
    for kind in find_kinds(text, folded) if _BACK.search(folded) else ():
        back = _BACK.match(folded, kind.span.stop)
        if back and kind.kind is not None and _is_printed(text, back):
            yield _pointing_back(document, index, kind, back, folded)


def _by_alias(
    document: _Document, index: int, aliases: Sequence[Alias], same: dict[int, int]
) -> Iterator[BackReference]:
    """The names that a block uses. One that is a citation of its own ("Đề án 06") is noted in ``same``."""
    for alias, span in alias_uses(index, document.blocks[index].passage.text, aliases):
        taken = [i for i in document.cited[index] if _overlaps(document.citations[i], span)]
        if not taken:
            meant = alias.citation if alias else None
            yield _reference(document, index, span, _kind_of(alias, document), "alias", meant)
        elif alias and document.citations[taken[0]].symbol is None and taken[0] != alias.citation:
            same[taken[0]] = alias.citation


def _is_printed(text: str, back: regex.Match[str]) -> bool:
    """Whether the word is "này", which is no "nay" ("nay sửa đổi") of text with its marks."""
    word = text[back.start() : back.end()].strip()
    return back["this"] is None or print_key(word) == _THIS or is_bare(text)


def _overlaps(citation: Citation, span: Span) -> bool:
    return citation.start < span.stop and span.start < citation.stop


def _kind_of(alias: Alias | None, document: _Document) -> str | None:
    return full_kind(document.citations[alias.citation].kind) if alias else None


def _pointing_back(
    document: _Document, index: int, kind: KindMatch, back: regex.Match[str], folded: str
) -> BackReference:
    span = Span(kind.span.start, back.end())
    quoted = folded.count('"', 0, span.start) % 2 == 1
    own = back["this"] is not None and kind.name in document.own_kinds
    form: BackReferenceForm = "self" if own and not quoted else "above"
    meant = None if own or quoted else _only_above(document, index, kind.name, span.start)
    return _reference(document, index, span, kind.name, form, meant)


def _only_above(document: _Document, index: int, kind: str, offset: int) -> int | None:
    """The one document of this kind cited before in the block; where there is none, in the blocks of its section."""
    here = [i for i in document.cited[index] if document.citations[i].stop <= offset]
    fitting = _of_kind(document, here, kind)
    section = document.blocks[index].section
    at = index - 1
    while (
        not fitting and section is not None and at >= max(0, index - MOST_BLOCKS) and _section(document, at) == section
    ):
        fitting = _of_kind(document, document.cited[at], kind)
        at -= 1
    documents = {normal_ref(document.citations[i].ref or document.citations[i].text).casefold(): i for i in fitting}
    return next(iter(documents.values())) if len(documents) == 1 else None


def _section(document: _Document, index: int) -> int | None:
    return document.blocks[index].section


def _of_kind(document: _Document, cited: Sequence[int], kind: str) -> list[int]:
    return [i for i in cited if full_kind(document.citations[i].kind) == kind and document.citations[i].ref != ""]


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
