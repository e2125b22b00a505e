"""A page as it is laid out: its lines by what they are, grids of cells, paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.page import Page
from pipeline.passage import Box, Passage


@dataclass(frozen=True, slots=True)
class Line:
    """One line of print, left to right. ``size`` is that of most of its characters."""

    passage: Passage
    box: Box
    size: float
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a ruled grid; ``row`` and ``column`` count from 0, spans are 1 or more."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The ruled (or aligned) cells of one table on one page."""

    box: Box
    rows: int
    columns: int
    cells: tuple[GridCell, ...]
    ruled: bool = True


@dataclass(frozen=True, slots=True)
class Columns:
    """Two columns that stand side by side, each with its lines from top to bottom."""

    left: tuple[Line, ...]
    right: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class LaidOutPage:
    """The lines of a page by what they are.

    ``body`` is running text, headings among it, in reading order, ``notes`` the
    footnote zone, ``furniture`` running heads, page numbers and electronic-signature stamps.
    The lines of a data table are in its grid and nowhere else; ``masthead`` (issuer and number beside motto and
    place) and ``closing`` (recipients beside signature) are read column by column, and are not in ``body``.
    """

    page: Page
    body: tuple[Line, ...]
    notes: tuple[Line, ...]
    furniture: tuple[Line, ...]
    grids: tuple[Grid, ...]
    masthead: Columns | None = None
    closing: Columns | None = None


Alignment = Literal["left", "center", "right", "justify"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text, joined over lines and pages. ``indent`` is that of its first line."""

    passage: Passage
    lines: tuple[Line, ...]
    indent: float
    alignment: Alignment
    size: float
    bold: bool
    italic: bool
