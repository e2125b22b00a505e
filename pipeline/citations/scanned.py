"""Marks that a scan has lost from a symbol: nobody numbers papers "ND-CP", so a recognised page means "NĐ-CP".

Only symbols of recognised pages are read so, and only where the vocabulary has exactly one symbol of these letters.
What was recognised stays in the mention's text. Print that spells a symbol without its marks is left as it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

import regex

from pipeline.citations.fold import fold
from pipeline.citations.vocabulary import printed_symbols
from pipeline.model import Citation

_PART = regex.compile(r"\p{Lu}[\p{L}&]*")


def restore_marks(citations: Iterable[Citation], scanned: frozenset[int]) -> tuple[Citation, ...]:
    """The citations, those of the pages in ``scanned`` with the marks of their symbols."""
    return tuple(_restored(citation) if citation.page in scanned else citation for citation in citations)


def _restored(citation: Citation) -> Citation:
    if citation.symbol is None or citation.ref is None:
        return citation
    symbol = _PART.sub(lambda part: _marked(part.group()), citation.symbol)
    if symbol == citation.symbol:
        return citation
    return replace(citation, symbol=symbol, ref=citation.ref.replace(citation.symbol, symbol))


def _marked(part: str) -> str:
    found = _by_letters().get(part, frozenset())
    return next(iter(found)) if len(found) == 1 and part not in printed_symbols() else part


@cache
def _by_letters() -> dict[str, frozenset[str]]:
    """Folded symbol -> the symbols it can be."""
    found: dict[str, set[str]] = defaultdict(set)
    for symbol in printed_symbols():
        found[fold(symbol)].add(symbol)
    return {letters: frozenset(symbols) for letters, symbols in found.items()}
