"""Titles of cited documents: printed right after the mention, or listed in a note at the end of several mentions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import regex

from pipeline.citations.fold import fold
from pipeline.citations.kinds import find_kinds
from pipeline.citations.match import CitationMatch
from pipeline.citations.source import Source
from pipeline.citations.span import Span
from pipeline.citations.vocabulary import alternation, vocabulary
from pipeline.model import Block, Citation, Footnote

LONGEST_TITLE = 500
SHORTEST_TITLE = 8


@cache
def _opening() -> regex.Pattern[str]:
    words = vocabulary()
    return regex.compile(
        rf"""
        \s? ,? \s? (?! (?: {alternation(words.not_titles)} ) \b )
        (?P<title> (?: {alternation(words.title_openings)} ) \b )
        """,
        regex.VERBOSE | regex.IGNORECASE,
    )


_TURN = regex.compile(
    r"""
    (?P<aside> [(\[] \s? (?: (?: da \s )? duoc \s (?: sua\sdoi | bo\ssung ) | sau\sday
        | (?: goi | viet )\s(?: la | tat ) | ban\shanh\s | kem\stheo | co\shieu\sluc ) )
  | \s (?P<verb> (?: het | co )\shieu\sluc \b | quy\sdinh \s (?: trach\snhiem | ro | cu\sthe | nhu | rang ) \b )
  | [(\[] (?P<open>) | [)\]] (?P<close>) | (?P<quote> " )
  | (?P<end> ; | \. (?=\s|$) | : (?=\s) | ,\s (?: trong\sdo | theo\sdo | cu\sthe | co\shieu\sluc | sau\sday ) \b )
  | (?P<body> ,\s (?= (?-i: UBND | HDND | So\s[A-Z] | Uy\sban\s | Bo\s[A-Z] | Chu\stich ) ) )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_JOINS = regex.compile(
    r"(?: [,;)] | \b(?:va|hoac|cung) | [,;]\s?va ) \s? (?:cac\s)? $", regex.VERBOSE | regex.IGNORECASE
)


def inline_title(source: Source, mention: CitationMatch, following: Sequence[Span]) -> Span | None:
    """The title printed right after a mention: to the end of the clause, or to the next mention of a list.

    ``following`` are the mentions after it; one inside the title ("về thực hiện Nghị định số …") does not end it.
    """
    start = title_start(source, mention)
    if start is None:
        return None
    end = _sentence_goes_on(source, start, _clause_end(source.folded, start))
    for later in following:
        if later.start >= end:
            break
        joint = _JOINS.search(source.folded, start, later.start)
        if joint:
            end = joint.start()
            break
    title = source.text[start:end].rstrip(" ,;:")
    return Span(start, start + len(title)) if SHORTEST_TITLE <= len(title) <= LONGEST_TITLE else None


def title_start(source: Source, mention: CitationMatch) -> int | None:
    """Where the title right after a mention begins; None where none does."""
    opening = _opening().match(source.folded, _after_kind(source, mention))
    return opening.start("title") if opening else None


def _after_kind(source: Source, mention: CitationMatch) -> int:
    """Where a title can begin: behind the kind where it is said again ("Quyết định số … Quyết định ban hành …")."""
    kind = fold(mention.kind or "")
    again = mention.span.stop + 1
    same = source.folded[again : again + len(kind)].casefold() == kind.casefold()
    return again + len(kind) if kind and same else mention.span.stop


# Where the sentence goes on after the title. Read on the print, for without marks "khí" is "khi" and "thị" is "thì".
_ASIDE = regex.compile(
    r""",?\s (?: thì | như\ssau ) \b
      | ,\s (?: trừ | khi | nếu | đến\snay | nhằm | đảm\sbảo | bảo\sđảm | đề\snghị | yêu\scầu | góp\sphần
               | đồng\sthời ) \b
    """,
    regex.VERBOSE,
)


def _sentence_goes_on(source: Source, start: int, end: int) -> int:
    aside = _ASIDE.search(source.text, start, end)
    if aside is None:
        return end
    title = source.folded[start : aside.start()]
    return end if title.count('"') % 2 or title.count("(") > title.count(")") else aside.start()


def _clause_end(folded: str, start: int) -> int:
    """Where the clause that begins at ``start`` ends: at ; . : outside brackets and quotes, or at a closing bracket."""
    depth, quoted = 0, False
    limit = min(len(folded), start + LONGEST_TITLE + 100)
    for turn in _TURN.finditer(folded, start, limit):
        if turn["quote"]:
            quoted = not quoted
        elif turn["aside"] and depth == 0:
            return turn.start()
        elif turn["aside"] or turn["open"] is not None:
            depth += 1
        elif turn["close"] is not None:
            if depth == 0:
                return turn.start()
            depth -= 1
        elif depth == 0 and not quoted:
            return turn.start()
    return limit


def title_from_footnotes(
    citations: Sequence[Citation], footnotes: Sequence[Footnote], blocks: Sequence[Block]
) -> tuple[Citation, ...]:
    """The citations, with the titles that footnotes list for the mentions right before their markers.

    A note is such a list when it has, parted by ";", as many items as there are mentions without another title between
    the marker before it (or the start of the sentence) and its own, and no item contradicts the kind of its mention.
    Anything less and the note is left alone.
    """
    titled = list(citations)
    for footnote in footnotes:
        mentions = _mentions_before(titled, footnotes, footnote, blocks)
        items = list_items(footnote.passage.text)
        if mentions and len(items) == len(mentions) and all(map(_fits, items, (titled[i] for i in mentions))):
            for index, item in zip(mentions, items, strict=True):
                titled[index] = replace(titled[index], title=item, title_source="footnote")
    return tuple(titled)


def _mentions_before(
    citations: Sequence[Citation], footnotes: Sequence[Footnote], footnote: Footnote, blocks: Sequence[Block]
) -> list[int]:
    """Indexes of the citations between the marker before (or the sentence's start) and the note's own marker."""
    anchor = footnote.anchor
    if anchor is None:
        return []
    earlier = [
        f.anchor.offset
        for f in footnotes
        if f.anchor and f.anchor.block == anchor.block and f.anchor.offset < anchor.offset
    ]
    text = blocks[anchor.block].passage.text
    start = max([sentence_start(text, anchor.offset), *earlier])
    found = [
        i for i, c in enumerate(citations) if c.block == anchor.block and start <= c.start and c.stop <= anchor.offset
    ]
    if not found or text[citations[found[-1]].stop : anchor.offset].strip(" ()[];,."):
        return []
    return [i for i in found if citations[i].title is None] if all(citations[i].title is None for i in found) else []


_SENTENCE = regex.compile(r"[.?!]\s+(?=\p{Lu})")


def sentence_start(text: str, offset: int) -> int:
    """Where the sentence that ends at ``offset`` begins; a full stop in a number or abbreviation is no end."""
    return max((m.end() for m in _SENTENCE.finditer(text, 0, max(0, offset - 1))), default=0)


def list_items(note: str) -> list[str]:
    """The parts of a note between semicolons (outside quotes and brackets), without the full stop at its end."""
    folded, start, items = fold(note), 0, []
    for stop in [*_semicolons(folded), len(note)]:
        item = note[start:stop].strip().rstrip(".;").strip()
        start = stop + 1
        if item:
            items.append(item)
    return items


def _semicolons(folded: str) -> list[int]:
    depth, quoted, found = 0, False, []
    for at, letter in enumerate(folded):
        if letter == '"':
            quoted = not quoted
        elif letter in "([":
            depth += 1
        elif letter in ")]":
            depth = max(0, depth - 1)
        elif letter == ";" and not depth and not quoted:
            found.append(at)
    return found


_ABOUT = regex.compile(r"(?:ve|v/v)\b", regex.IGNORECASE)


def _fits(item: str, citation: Citation) -> bool:
    """Whether an item can be the title of a mention: it opens with the same kind, or with "về"; it has no number."""
    folded = fold(item)
    if _ABOUT.match(folded):
        return True
    kinds = find_kinds(item, folded)
    head = kinds[0] if kinds and kinds[0].span.start == 0 else None
    if head is None or not head.capital:
        return _opens_title(folded)
    numbered = regex.match(r"\s(?:so\s?:?\s?)?\d", folded[head.span.stop :])
    return not numbered and (citation.kind is None or head.name == citation.kind)


def _opens_title(folded: str) -> bool:
    return _opening().match(folded) is not None
