#!/usr/bin/env python3
"""Spans of citations against those other annotators marked: ``tools/citation_spans.py VAL.jsonl``.

Their rules: a span runs from the word for the kind over number and date; pinpoint and issuer stay outside; laws named
without number, date or year are marked too, which we do not list. Text is word-segmented ("Nghị_định số …"); it is
read with the underscores as spaces, which keeps all offsets.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import regex

from pipeline.citations.find import read_text
from pipeline.citations.match import CitationMatch

LABELS = {
    **{"Nghị định": "NĐ", "Luật": "L", "Bộ luật": "BL", "Pháp lệnh": "PL", "Quyết định": "QĐ", "Thông tư": "TT"},
    **{"Nghị quyết": "NQ", "Thông tư liên tịch": "TTLT", "Hiến pháp": "HP"},
}
Marked = tuple[int, int, str]


def main() -> int:
    rows = [json.loads(row) for row in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    missed, extra, hits = Counter[str](), Counter[str](), Counter[str]()
    examples: dict[str, list[str]] = {}
    for row in rows:
        text = row["data"]["value"]
        ours, theirs = set(_ours(text)), set(_theirs(row))
        hits.update(span[2] for span in ours & theirs)
        for span in theirs - ours:
            _count(missed, examples, "missed: " + _cause(text, span, ours), text, span)
        for span in ours - theirs:
            _count(extra, examples, "extra: " + _cause(text, span, theirs), text, span)
    _report(hits, missed, extra, examples)
    return 0


def _ours(text: str) -> Iterator[Marked]:
    for match in read_text(text.replace("_", " ")):
        label = LABELS.get(match.kind or "")
        if label and match.kind_span:
            yield match.kind_span.start, _stop(match), label


def _stop(match: CitationMatch) -> int:
    """The end of number and date, without the issuer; a date said for a whole list counts where it is beside."""
    ends = [span.stop for span in (match.kind_span, match.number_span) if span]
    date = match.date_span.stop if match.date_span and match.date_span.start < match.span.stop else 0
    return max(*ends, date, 0)


def _theirs(row: dict[str, Any]) -> Iterator[Marked]:
    for annotation in row["annotations"]:
        for result in annotation["result"]:
            value = result["value"]
            yield value["start"], value["end"], value["labels"][0]


def _cause(text: str, span: Marked, others: set[Marked]) -> str:
    start, stop, label = span
    printed = text[start:stop]
    overlapping = [other for other in others if other[0] < stop and start < other[1]]
    if any(other[:2] == (start, stop) for other in overlapping):
        return "same span, another kind"
    if overlapping:
        return "borders: " + _difference(text, span, overlapping[0])
    if label in ("L", "BL", "PL", "HP") and not regex.search(r"\d", printed):
        return "law without number, date or year"
    if not regex.search(r"\d", printed):
        return "document without number (a title alone)"
    if _INSIDE.search(text[max(0, start - 40) : start]):
        return "in the title or the name of another document, or a definition"
    return "not marked by the other"


_INSIDE = regex.compile(r"(?: một[ _]số[ _](?:điều|điểm|nội[ _]dung)[^.;]{0,20} | là | viết \S* ) \s $", regex.VERBOSE)
_DATE = regex.compile(r"[\s,_]* (?: ngày | năm | tháng ) \b", regex.VERBOSE)


def _difference(text: str, span: Marked, other: Marked) -> str:
    """Why two spans that overlap are not the same."""
    longer, shorter = (span, other) if span[1] - span[0] > other[1] - other[0] else (other, span)
    if "<" in text[longer[0] : longer[1]]:
        return "mark-up of another span inside (an amending law)"
    if longer[0] == shorter[0] and _DATE.match(text, shorter[1]):
        return "one ends before the date"
    if longer[0] == shorter[0]:
        return "one goes on (to the issuer, a title)"
    return "begin elsewhere"


def _count(counts: Counter[str], examples: dict[str, list[str]], cause: str, text: str, span: Marked) -> None:
    counts[cause] += 1
    examples.setdefault(cause, []).append(f"{text[max(0, span[0] - 15) : span[0]]}[{text[span[0] : span[1]]}]")


def _report(hits: Counter[str], missed: Counter[str], extra: Counter[str], examples: dict[str, list[str]]) -> None:
    hit, lost, more = sum(hits.values()), sum(missed.values()), sum(extra.values())
    unlisted = missed["missed: law without number, date or year"]
    print(f"F1 {2 * hit / (2 * hit + lost + more):.4f} ({hit} the same, {lost} missed, {more} extra)")
    print(
        f"without the laws that have neither number, date nor year: {2 * hit / (2 * hit + lost - unlisted + more):.4f}"
    )
    for cause, count in (missed + extra).most_common():
        print(f"{count:6} {cause}")
        print("".join(f"         {example}\n" for example in examples[cause][:6]), end="")


if __name__ == "__main__":
    sys.exit(main())
