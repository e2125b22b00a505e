"""Compare the tables of one document with its labels: by first page and number of columns, then cell by cell."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from pipeline.evaluation.folding import key, loose, norm
from pipeline.evaluation.labels import DocumentLabels, TableLabel
from pipeline.evaluation.published import PublishedDocument, TableRows
from pipeline.evaluation.scorecard import Scorecard

_Rows = tuple[tuple[str, ...], ...]


def compare_tables(labels: DocumentLabels, published: PublishedDocument, card: Scorecard) -> None:
    left = list(published.tables)
    hit = 0
    for label in labels.tables:
        table = next((t for t in left if _same_shape(t, label)), None)
        if table is None:
            where = f"p{label.first_page} {label.caption!r} {len(label.columns)} columns"
            card.miss(labels.file, "table missed", where)
            card.add("table.cell", 0, sum(map(len, label.rows)), 0)
            continue
        left.remove(table)
        hit += 1
        _compare_cells(labels.file, label, table, card)
        _compare_row_count(labels.file, label, table, card)
    card.add("table", hit, len(labels.tables), len(published.tables))


def _same_shape(table: TableRows, label: TableLabel) -> bool:
    return table.page_first == label.first_page and len(table.columns) == len(label.columns)


def _compare_cells(file: str, label: TableLabel, table: TableRows, card: Scorecard) -> None:
    for number, (want, got) in enumerate(_paired(label.rows, table.rows), start=1):
        for column, cell in enumerate(want):
            other = got[column] if column < len(got) else None
            if not card.check("table.cell", other is not None and key(other) == key(cell)):
                where = f"p{label.first_page} row {number} column {column + 1}"
                shown = None if other is None else norm(other)[:50]
                card.miss(file, "cell", f"{where} want {norm(cell)[:50]!r} got {shown!r}")


def _compare_row_count(file: str, label: TableLabel, table: TableRows, card: Scorecard) -> None:
    if label.row_count is None:
        return
    if not card.check("table.rows", len(table.rows) == label.row_count):
        card.miss(file, "row count", f"p{label.first_page} want {label.row_count} got {len(table.rows)}")


def _paired(wanted: _Rows, published: _Rows) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Each wanted row with the published row that stands for it, or with an empty one."""
    partner: dict[int, int] = {}
    matcher = SequenceMatcher(None, _whole_rows(wanted), _whole_rows(published), autojunk=False)
    for tag, first, last, other_first, other_last in matcher.get_opcodes():
        if tag in ("equal", "replace"):
            partner.update(zip(range(first, last), range(other_first, other_last), strict=False))
    for index, row in enumerate(wanted):
        yield row, published[partner[index]] if index in partner else ()


def _whole_rows(rows: _Rows) -> list[str]:
    return [loose("".join(map(norm, row))) for row in rows]
