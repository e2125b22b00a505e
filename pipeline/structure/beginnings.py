"""Where a text of its own begins within a file: the plan or the rules that a decision puts into force.

What is attached begins with a top of its own, behind the signature of what it is attached to, or under a title with
the remark "(Kèm theo Quyết định số …)". Its outermost headings are as far out as those of the document before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.model import LaidOutPage, Line, Paragraph
from pipeline.structure.remarks import is_remark


def beginnings(pages: Sequence[LaidOutPage], paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The indexes of the paragraphs a text of its own begins with, or whose remark says that it began above."""
    places = [_place(paragraph.lines[0]) for paragraph in paragraphs]
    first = (next((i for i, at in enumerate(places) if at > edge), None) for edge in _edges(pages))
    return frozenset(index for index in first if index) | _remarks(paragraphs)


def _edges(pages: Sequence[LaidOutPage]) -> Iterator[tuple[int, float]]:
    """The places behind which a text begins: below the top of a page, below a signature with its recipients."""
    for page in pages:
        if page.masthead is not None:
            yield max(_place(line) for line in (*page.masthead.left, *page.masthead.right))
        if page.closing is not None and page.closing.left and page.closing.right:
            yield max(_place(line) for line in page.closing.right)


def _remarks(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Remarks in the middle of the page, below a title."""
    return frozenset(
        index
        for index, paragraph in enumerate(paragraphs)
        if index and is_remark(paragraph) and _centred(paragraph) and _centred(paragraphs[index - 1])
    )


def _centred(paragraph: Paragraph) -> bool:
    return paragraph.alignment == "center"


def _place(line: Line) -> tuple[int, float]:
    return line.box.page, line.box.top
