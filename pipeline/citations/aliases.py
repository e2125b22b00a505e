"""Names a text gives a cited document: "Quyết định số 06/QĐ-TTg … (sau đây gọi tắt là Đề án 06)"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from pipeline.citations.fold import fold
from pipeline.citations.kinds import find_kinds
from pipeline.citations.normal import document_key
from pipeline.citations.span import Span
from pipeline.citations.titles import sentence_start
from pipeline.citations.vocabulary import full_kind
from pipeline.model import Block, Citation

LONGEST_SENTENCE = 2000
_FLAGS = regex.VERBOSE | regex.IGNORECASE
# "gọi chung là" names several documents together, and so none of them.
_DEFINITION = regex.compile(
    r"""
    [(\[] \s? (?: sau \s (?: day | nay | do ) \s )? (?: duoc \s )?
    (?: (?: goi | viet ) \s (?: tat \s )? la | (?: goi | viet ) \s tat | tat \s la )
    \s? :? \s? "? (?P<alias> [^"()\[\];]{3,60} ) "? \s? [)\]]
    """,
    _FLAGS,
)
_SHORT = regex.compile(r"(?P<kind> \p{Lu}[\p{L}]{1,3} ) \s? (?: số \s )? \d", regex.VERBOSE)  # "NQ 128"
# What can follow a name that is used: anything else goes on to another name ("Chương trình mục tiêu quốc gia").
_GOES_ON = regex.compile(
    r"""
    \s? (?: [,.;:)"\]] | $ )
  | \s (?: và | của | đã | được | là | tại | trên | trong | theo | có | thì | cho | đến | với | do | để | nêu | nhằm
         | phải | sẽ | không | này ) (?! \w )
    """,
    regex.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Alias:
    """``name`` stands for ``citations[citation]`` behind the offset ``stop`` of ``blocks[block]``."""

    name: str
    citation: int
    block: int
    stop: int


def find_aliases(index: int, block: Block, cited: Sequence[int], citations: Sequence[Citation]) -> Iterator[Alias]:
    """The names that a block defines, each for the one document that it can mean."""
    text = block.passage.text
    folded = fold(text)
    for definition in _DEFINITION.finditer(folded):
        name = text[definition.start("alias") : definition.end("alias")].strip(" “”.,")
        meant = _meant(name, _cited_before(text, definition.start(), cited, citations), citations)
        if meant is not None:
            yield Alias(name, meant, index, definition.end())


def _cited_before(text: str, offset: int, cited: Sequence[int], citations: Sequence[Citation]) -> list[int]:
    """What is cited before ``offset`` in the same sentence."""
    floor = max(0, offset - LONGEST_SENTENCE)
    start = floor + sentence_start(text[floor:offset], offset - floor)
    first = bisect_left(cited, start, key=lambda i: citations[i].start)
    stop = bisect_left(cited, offset, key=lambda i: citations[i].start)
    return [i for i in cited[first:stop] if citations[i].stop <= offset]


def _meant(name: str, before: Sequence[int], citations: Sequence[Citation]) -> int | None:
    """The one document cited before a definition that it names: the only one of its kind there, or the only one at all.

    A name that opens with no kind of document is that of a body or a thing ("sau đây gọi là cơ quan cấp phép").
    """
    kinds = find_kinds(name, fold(name))
    short = _SHORT.match(name)
    if kinds and kinds[0].span.start == 0 and kinds[0].kind and kinds[0].capital:
        kind = full_kind(kinds[0].name) or kinds[0].name
    elif short and full_kind(short["kind"]) != short["kind"]:
        kind = full_kind(short["kind"]) or ""
    else:
        return None
    fitting = [i for i in before if _is_of_kind(citations[i], kind)]
    documents = {document_key(citations[i]): i for i in reversed(fitting or before)}
    return next(iter(documents.values())) if len(documents) == 1 else None


def _is_of_kind(citation: Citation, kind: str) -> bool:
    return full_kind(citation.kind) == kind or fold(kind).casefold() in fold(citation.title or "").casefold()


class Names:
    """The names a document defines, each with where it begins to hold, and where it is given to a second document."""

    def __init__(self, aliases: Sequence[Alias], citations: Sequence[Citation]) -> None:
        self._first: dict[str, Alias] = {}
        self._doubtful: dict[str, tuple[int, int]] = {}
        for alias in sorted(aliases, key=lambda alias: (alias.block, alias.stop)):
            first = self._first.setdefault(alias.name, alias)
            if document_key(citations[first.citation]) != document_key(citations[alias.citation]):
                self._doubtful.setdefault(alias.name, (alias.block, alias.stop))
        words = sorted(self._first, key=lambda name: (-len(name), name))
        self._pattern = regex.compile(rf"(?<!\w)(?:{'|'.join(map(regex.escape, words))})(?!\w)") if words else None

    def uses(self, index: int, text: str) -> Iterator[tuple[Alias | None, Span]]:
        """Where ``blocks[index]`` uses a name defined before; without an alias where it may be that of several."""
        for use in self._pattern.finditer(text) if self._pattern else ():
            place, first = (index, use.start()), self._first[use.group()]
            if (first.block, first.stop) <= place and _GOES_ON.match(text, use.end()):
                doubtful = self._doubtful.get(use.group())
                yield None if doubtful and doubtful <= place else first, Span(use.start(), use.end())
