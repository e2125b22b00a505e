"""Findings about sums: printed totals and group totals that the rows below or above them do not add up to.

A table adds up in many ways ("trong đó" is a part, not a share of the whole). So a sum is held against a total only
where the table shows that it adds up so: the rows are a plain list, or another column agrees.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

import regex

from pipeline.folding import fold
from pipeline.model import Cell, Finding, Project, Subject, Table
from pipeline.structure.amounts import format_number, read_unit
from pipeline.structure.row_tree import Node, RowTree, row_tree

_FEWEST_ROWS = 2
_SUMMED = ("budget", "disbursed", "amount", "figure", "other", None)
_NO_SUM = regex.compile(r"\b(?:ty le|ti le|binh quan|don gia|so sanh|nam xay dung|nam hoan thanh|ma so)\b|%")
_PART = regex.compile(r"^\W*(?:trong do|bao gom|gom)\b")


@dataclass(frozen=True, slots=True)
class Sum:
    """What a printed amount should be by the rows it counts together; ``off_by`` is 0 within the printed digits."""

    row: int
    column: int
    printed: Decimal
    summed: Decimal
    rows: int
    off_by: Decimal


def check_totals(tables: Sequence[Table], projects: Sequence[Project]) -> Iterator[Finding]:
    """Totals, group totals, and amounts disbursed above what was granted."""
    for number, table in enumerate(tables):
        for found in table_sums(table):
            if found.off_by:
                yield _mismatch(table, number, found)
    for index, project in enumerate(projects):
        granted, paid = project.budget_vnd, project.disbursed_vnd
        if granted is not None and paid is not None and paid > granted >= 0:
            yield _overspent(tables, project, index)


def table_sums(table: Table) -> tuple[Sum, ...]:
    """Every printed total of the table that its rows are known to add up to, right or wrong."""
    columns = [k for k in range(len(table.columns)) if _is_summed(table, k)]
    if not columns:
        return ()
    tree, sums = row_tree(table), list[Sum]()
    for node in tree.parents():
        sums += _confirmed(_sums(table, node.row, node.children, columns), plain=False)
    for row in tree.totals:
        sums += _total(table, tree, row, columns)
    return tuple(sums)


def _total(table: Table, tree: RowTree, row: int, columns: Sequence[int]) -> list[Sum]:
    """The sums of a total row: of all topmost rows, or, where there are several totals, of those of its own part."""
    everything = _sums(table, row, tree.root.children, columns)
    plain = len(tree.totals) == 1 and not any(node.children for node in tree.root.children)
    best = _confirmed(everything, plain)
    if len(tree.totals) == 1 or any(not found.off_by for found in best):
        return best
    own = [node for node in _since(tree, row) if node.row is not None]
    subtotals = [Node(other) for other in tree.totals if other != row and other < row]
    options = (own, subtotals, subtotals[:-1])
    return next(filter(None, (_confirmed(_sums(table, row, option, columns), plain=False) for option in options)), best)


def _since(tree: RowTree, row: int) -> list[Node]:
    """The topmost rows, or those of the last group, between the total before ``row`` and itself."""
    start = max((other for other in tree.totals if other < row), default=-1)
    inside = [node for node in tree.root.children if node.row is not None and start < node.row < row]
    if len(inside) == 1 and inside[0].children:
        return inside[0].children
    return inside


def _sums(table: Table, row: int | None, nodes: Sequence[Node], columns: Sequence[int]) -> list[Sum]:
    if row is None or len(nodes) < _FEWEST_ROWS or any(_is_part(table, node) for node in nodes):
        return []
    found = (_sum(table, row, nodes, column) for column in columns)
    return [each for each in found if each is not None]


def _sum(table: Table, row: int, nodes: Sequence[Node], column: int) -> Sum | None:
    """None where the total is not printed, a row says something that is no number, or no row says anything."""
    value = table.rows[row].cells[column].value
    parts = [_amount(table, node, column) for node in nodes]
    amounts = [part for part in parts if part is not None]
    if value is None or value.number is None or len(amounts) < len(parts) or not any(amounts):
        return None
    summed, printed = sum(amounts, Decimal(0)), value.number
    off_by = abs(summed - printed)
    allowed = _rounding(table, column, [*amounts, printed])
    return Sum(row, column, printed, summed, len(nodes), Decimal(0) if off_by <= allowed else off_by)


def _amount(table: Table, node: Node, column: int) -> Decimal | None:
    """What a row counts for: its own amount, or that of the rows below it, or nothing where it is blank."""
    if node.row is None:
        return None
    cell = table.rows[node.row].cells[column]
    if cell.value is not None and cell.value.number is not None and cell.value.kind != "range":
        return cell.value.number
    if cell.passage.text.strip(" -–"):
        return None
    below = [_amount(table, child, column) for child in node.children]
    return None if None in below else sum((amount for amount in below if amount is not None), Decimal(0))


def _confirmed(sums: Sequence[Sum], plain: bool) -> list[Sum]:
    """The sums of one total, if the rows are a plain list or at least one column adds up; else none."""
    return list(sums) if plain or any(not found.off_by for found in sums) else []


def _is_part(table: Table, node: Node) -> bool:
    row = table.rows[node.row or 0]
    return any(_PART.match(fold(cell.passage.text[:40])) for cell in row.cells[:3])


def _is_summed(table: Table, column: int) -> bool:
    """A column of amounts that may be added: one unit throughout, no shares, prices or years."""
    if column >= len(table.meanings) or table.meanings[column] not in _SUMMED:
        return False
    if _NO_SUM.search(fold(table.columns[column])):
        return False
    values = [row.cells[column].value for row in table.rows]
    kinds = {(value.kind, value.unit) for value in values if value is not None}
    return len(kinds) == 1 and next(iter(kinds))[0] in ("money", "number") and not _is_years(table, column)


def _is_years(table: Table, column: int) -> bool:
    numbers = [value.number for row in table.rows if (value := row.cells[column].value) and value.number is not None]
    return all(1900 < number < 2100 and number == int(number) for number in numbers)


def _rounding(table: Table, column: int, amounts: Iterable[Decimal]) -> Decimal:
    """How far a sum may be off: half of the last printed digit an amount; whole đồng and things counted are exact."""
    numbers = list(amounts)
    exponents = [int(number.as_tuple().exponent) for number in numbers]
    unit = next((value.unit for row in table.rows if (value := row.cells[column].value)), None)
    money = read_unit(unit) if unit else None
    if min(exponents) >= 0 and (money is None or money.factor == 1):
        return Decimal(0)
    return len(numbers) * Decimal(10) ** min(exponents) / 2


def _mismatch(table: Table, number: int, found: Sum) -> Finding:
    row = table.rows[found.row]
    printed = row.cells[found.column].passage
    value = row.cells[found.column].value
    unit = f" {value.unit.lower()}" if value and value.unit else ""
    message = (
        f"Cột “{table.columns[found.column]}”, dòng “{_named(row.cells[:3])}”: ghi {printed.text}{unit} "
        f"nhưng {found.rows} dòng cộng lại là {format_number(found.summed)}{unit} "
        "(the printed total is not the sum of the rows)"
    )
    page = printed.page_first if printed.pieces else row.page_first
    subject = Subject("table_rows", number, found.row)
    return Finding("total_mismatch", "warning", message, page, printed.boxes(), subject)


def _overspent(tables: Sequence[Table], project: Project, index: int) -> Finding:
    row = tables[project.table].rows[project.row]
    message = (
        f"“{project.name}”: đã giải ngân {format_number(Decimal(project.disbursed_vnd or 0))} đồng, nhiều hơn kinh phí "
        f"{format_number(Decimal(project.budget_vnd or 0))} đồng (more was paid out than granted)"
    )
    return Finding("disbursed_above_budget", "warning", message, row.page_first, row.boxes, Subject("projects", index))


def _named(cells: Sequence[Cell]) -> str:
    texts = [cell.passage.text.strip() for cell in cells]
    return " ".join(dict.fromkeys(text for text in texts if text))[:80]
