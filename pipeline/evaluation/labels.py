"""Hand-made labels: one JSON file a document, what a person reads on the page image.

A null is "not printed"; the string "?" is "cannot be read", and is not scored.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import KehoachError

UNREADABLE = "?"


class LabelsError(KehoachError):
    code = "labels"
    reason = "Không đọc được nhãn chuẩn (labels cannot be read)"
    remedy = "chọn thư mục có các tệp nhãn .json (choose a folder of label files)"


@dataclass(frozen=True, slots=True)
class CitationLabel:
    page: int
    text: str
    kind: str | None
    ref: str | None
    date: str | None
    issuer: str | None
    zone: str | None
    pinpoint: str | None


@dataclass(frozen=True, slots=True)
class SectionLabel:
    page: int
    level: int
    marker: str
    heading: str | None


@dataclass(frozen=True, slots=True)
class FootnoteLabel:
    page: int
    marker: str
    text: str
    anchor: str | None


@dataclass(frozen=True, slots=True)
class TableLabel:
    """``rows`` may be a part of the table (``complete`` is false); ``row_count`` then says how many there are."""

    first_page: int
    caption: str | None
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    row_count: int | None


@dataclass(frozen=True, slots=True)
class DocumentLabels:
    """All labels of one document. ``header`` holds the letterhead fields that were labelled."""

    file: str
    pages: frozenset[int]
    header: dict[str, str | None]
    citations: tuple[CitationLabel, ...]
    sections: tuple[SectionLabel, ...]
    footnotes: tuple[FootnoteLabel, ...]
    tables: tuple[TableLabel, ...]


def load_labels(folder: Path) -> tuple[DocumentLabels, ...]:
    """The labels of every JSON file in ``folder``, by file name; `LabelsError` where there is none or one is wrong."""
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise LabelsError(str(folder))
    return tuple(_load(path) for path in paths)


def _load(path: Path) -> DocumentLabels:
    try:
        return _document(json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, KeyError, TypeError) as error:
        raise LabelsError(f"{path.name}: {error!r}") from error


def _document(data: dict[str, Any]) -> DocumentLabels:
    pages = data.get("pages_labelled") or range(1, data["pages"] + 1)
    return DocumentLabels(
        data["file"],
        frozenset(pages),
        {field: value for field, value in data["document"].items() if value != UNREADABLE and field != "recipients"},
        tuple(_citation(item) for item in data["citations"]),
        tuple(SectionLabel(i["page"], i["level"], i["marker"], i["heading"]) for i in data["sections"]),
        tuple(FootnoteLabel(i["page"], i["marker"], i["text"], i.get("anchor")) for i in data["footnotes"]),
        tuple(_table(item) for item in data["tables"]),
    )


def _citation(item: dict[str, Any]) -> CitationLabel:
    optional = (item.get(field) for field in ("kind", "ref", "date", "issuer", "zone", "pinpoint"))
    return CitationLabel(item["page"], item["text"], *optional)


def _table(item: dict[str, Any]) -> TableLabel:
    rows = tuple(tuple(row) for row in item["rows"])
    count = item.get("row_count") or (len(rows) if item.get("complete", True) else None)
    return TableLabel(item["first_page"], item.get("caption"), tuple(item["columns"]), rows, count)
