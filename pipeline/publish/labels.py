"""The short names under which rows are shown where others refer to them."""

from __future__ import annotations

from pipeline.model import Footnote, Letterhead, Section, Table, TableRow

LONGEST = 80
LONGEST_TITLE = 56
ELLIPSIS = "…"


def shortened(text: str, longest: int = LONGEST) -> str:
    """``text`` cut at a word, with an ellipsis, where it is longer than ``longest`` characters."""
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0].rstrip(" ,;:.-") + ELLIPSIS


def document_label(letterhead: Letterhead, file: str) -> str:
    """ "Kế hoạch 1320/KH-UBND", "Phụ lục kèm theo 1320/KH-UBND", "Kế hoạch: <title>", or else the name of the file."""
    kind = letterhead.kind
    if letterhead.ref and letterhead.number:
        return " ".join(filter(None, (kind, letterhead.ref)))
    if kind and letterhead.attached_to:
        return f"{kind} kèm theo {letterhead.attached_to}"
    if letterhead.title:
        return shortened(": ".join(filter(None, (kind, letterhead.title))), LONGEST_TITLE)
    return file


def section_label(section: Section) -> str:
    heading = section.heading or section.passage.text.removeprefix(section.marker).strip()
    return shortened(f"{section.marker} {heading}".strip()) or f"(cấp {section.level})"


def footnote_label(note: Footnote) -> str:
    marker = f"Chú thích {note.marker}".strip()
    return f"{marker}, trang {note.passage.page_first}" if note.passage.pieces else marker


def table_label(table: Table, position: int) -> str:
    return shortened(table.caption) if table.caption else f"Bảng {position}, trang {table.page_first}"


def row_label(row: TableRow, position: int) -> str:
    """ "Dòng 3: 2 · Nâng cấp Trung tâm …"."""
    printed = " · ".join(cell.passage.text for cell in row.cells[:2] if cell.passage.text)
    return shortened(f"Dòng {position}: {printed}") if printed else f"Dòng {position}"


def instrument_label(kind: str | None, ref: str | None, title: str | None, issued_on: str | None) -> str:
    """ "Quyết định 1696/QĐ-UBND"; for a law without number its title and year."""
    if ref:
        return " ".join(filter(None, (kind, ref)))
    name = title or kind or "Văn bản không rõ số"
    return shortened(f"{name} ({issued_on})" if issued_on else name)
