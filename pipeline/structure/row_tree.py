"""Which rows of a table stand below which: "A" over "I" over "1" over "1.1" over "-", as the numbers are printed.

No order of the kinds of numbers is taken for granted: one that comes up below another for the first time is deeper.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import regex

from pipeline.model import Table, TableRow
from pipeline.structure.values import is_total

_NUMBER = regex.compile(r"\(?(?P<number>\d{1,4}(?:\.\d{1,3})*)[.)]*")
_ROMAN = regex.compile(r"\(?(?P<number>[IVXLC]{1,7})[.)]*")
_CAPITAL = regex.compile(r"\(?(?P<number>[A-ZĐ])[.)]*")
_SMALL = regex.compile(r"\(?(?P<number>[a-zđ])[.)]*")
_BULLET = regex.compile(r"[-–+*•]+")


@dataclass(slots=True)
class Node:
    """A row (by its index) and those right below it; the root has None and holds the topmost rows."""

    row: int | None
    kind: str = ""
    children: list[Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class RowTree:
    """``totals`` are the indexes of the rows that say "Tổng cộng", in order; they stand in no node."""

    root: Node
    totals: tuple[int, ...]

    def parents(self) -> list[Node]:
        """Every row that has rows below it, in order."""
        found, waiting = list[Node](), [self.root]
        while waiting:
            node = waiting.pop()
            found += [node] if node.row is not None and node.children else []
            waiting += reversed(node.children)
        return found


def row_tree(table: Table) -> RowTree:
    """The rows of ``table`` by their numbers in the first column."""
    labels = [row.cells[0].passage.text.strip() if row.cells else "" for row in table.rows]
    root, totals = Node(None), list[int]()
    open_nodes = [root]
    for index, row in enumerate(table.rows):
        if is_total(row):
            totals.append(index)
            continue
        node = Node(index, _kind(labels, index, row))
        while len(open_nodes) > 1 and any(above.kind == node.kind for above in open_nodes[1:]):
            if open_nodes.pop().kind == node.kind:
                break
        open_nodes[-1].children.append(node)
        open_nodes.append(node)
    return RowTree(root, tuple(totals))


def plain_number(text: str) -> int | None:
    """The whole number that counts a row ("7", "07.", "(7)"), None for any other label."""
    found = _NUMBER.fullmatch(text.strip())
    return int(found["number"]) if found and "." not in found["number"] else None


def _kind(labels: Sequence[str], index: int, row: TableRow) -> str:
    """The kind of number a row has; a title across the row is a kind of its own."""
    label = labels[index]
    if number := _NUMBER.fullmatch(label):
        return f"number {number['number'].count('.')}"
    if _ROMAN.fullmatch(label) and not _is_letter(label, labels[:index]):
        return "roman"
    if _CAPITAL.fullmatch(label):
        return "capital"
    if _SMALL.fullmatch(label):
        return "small"
    if _BULLET.fullmatch(label):
        return "bullet"
    return "title" if label and not any(cell.passage.text.strip() for cell in row.cells[1:]) else "none"


def _is_letter(label: str, above: Sequence[str]) -> bool:
    """ "C" after "B" is a letter, not a hundred; "I" and the like are letters only in a long alphabet."""
    letter = label.strip("().")
    return len(letter) == 1 and any(text.strip("().") == chr(ord(letter) - 1) for text in above)
