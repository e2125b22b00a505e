"""Names a text gives a cited document: "Quyết định số 06/QĐ-TTg … (sau đây gọi tắt là Đề án 06)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from pipeline.citations.fold import fold
from pipeline.citations.kinds import find_kinds
from pipeline.citations.normal import normal_ref
from pipeline.citations.span import Span
from pipeline.citations.titles import sentence_start
from pipeline.citations.vocabulary import full_kind
from pipeline.model import Block, Citation

LONGEST_ALIAS = 60
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
        before = [i for i in cited if citations[i].stop <= definition.start()]
        start = sentence_start(text, definition.start())
        meant = _meant(name, [i for i in before if citations[i].start >= start], citations)
        if meant is not None:
            yield Alias(name, meant, index, definition.end())


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
    documents = {_same(citations[i]): i for i in reversed(fitting or before)}
    return next(iter(documents.values())) if len(documents) == 1 else None


def _is_of_kind(citation: Citation, kind: str) -> bool:
    return full_kind(citation.kind) == kind or fold(kind).casefold() in fold(citation.title or "").casefold()


def _same(citation: Citation) -> str:
    """What tells the documents of one paragraph apart."""
    return normal_ref(citation.ref).casefold() if citation.ref else citation.text.casefold()


def alias_uses(index: int, text: str, aliases: Sequence[Alias]) -> Iterator[tuple[Alias | None, Span]]:
    """Where ``blocks[index]`` uses a name defined before; without the alias where the name was given to several."""
    names = sorted({alias.name for alias in aliases}, key=lambda name: (-len(name), name))
    if not names:
        return
    words = "|".join(map(regex.escape, names))
    for use in regex.finditer(rf"(?<!\w)(?:{words})(?!\w)", text):
        known = [a for a in aliases if a.name == use.group() and (a.block, a.stop) <= (index, use.start())]
        if known and _GOES_ON.match(text, use.end()):
            one = len({alias.citation for alias in known}) == 1
            yield known[0] if one else None, Span(use.start(), use.end())
