"""What flows through the pipeline: frozen values, each with the place on the page that it stands on.

Coordinates are PDF points from the top-left corner of the page as it is shown (after rotation). Pages count
from 1. Text is NFC. A value that is not printed, or not read with certainty, is ``None``, never an empty
string or a guess.

Records of one document refer to each other by their index in the tuples of `Extraction`
(``section=3`` is ``extraction.sections[3]``); the database gives them row ids when it stores them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from pipeline.laid_out import Alignment as Alignment
from pipeline.laid_out import Columns as Columns
from pipeline.laid_out import Grid as Grid
from pipeline.laid_out import GridCell as GridCell
from pipeline.laid_out import LaidOutPage as LaidOutPage
from pipeline.laid_out import Line as Line
from pipeline.laid_out import Paragraph as Paragraph
from pipeline.page import Page as Page
from pipeline.page import Rule as Rule
from pipeline.page import TextSource as TextSource
from pipeline.page import Word as Word
from pipeline.page import WordSource as WordSource
from pipeline.passage import Box as Box
from pipeline.passage import NoteMarker as NoteMarker
from pipeline.passage import Passage as Passage
from pipeline.passage import Piece as Piece
from pipeline.passage import join_passages as join_passages

DocumentTextSource = Literal["text", "repaired", "ocr", "mixed"]
Zone = Literal["legal_basis", "body", "heading", "table", "footnote", "annex_header", "recipients"]
TitleSource = Literal["inline", "footnote", "corpus"]
Relation = Literal["legal_basis", "implements", "amends", "replaces", "repeals", "attached_to", "refers"]
CitationPartName = Literal["pinpoint", "kind", "number", "date", "issuer", "issuer_before"]
BackReferenceForm = Literal["self", "above", "alias"]
MentionLabel = Literal["UNIT", "SYSTEM", "PROJECT"]
FoundBy = Literal["both", "grammar", "trained", "definition", "project"]
Severity = Literal["info", "warning", "error"]
ValueKind = Literal["number", "money", "percent", "range", "date", "period", "text"]
Status = Literal["ok", "partial", "failed"]


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The fields of form of a document (Nghị định 30/2020/NĐ-CP, appendix I), None where blank or not printed.

    ``issued_on`` is ISO, shortened to what is printed ("2026", "2026-03"). ``issuer`` is the body at the top
    left, in ordinary case, with its place. ``attached_to`` is the ref of the document this one is annexed to.
    """

    kind: str | None = None
    number: str | None = None
    symbol: str | None = None
    ref: str | None = None
    issued_on: str | None = None
    place: str | None = None
    issuer: str | None = None
    title: str | None = None
    signer: str | None = None
    signer_title: str | None = None
    attached_to: str | None = None
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered heading or paragraph with all text up to the next one; level 1 is outermost, ``parent`` an index.

    ``passage`` begins with the marker. The remark under an annex title ("Kèm theo Kế hoạch số …") is part of the
    title's form and stands in the blocks (zone ``annex_header``), not here.
    """

    parent: int | None
    level: int
    marker: str
    heading: str | None
    passage: Passage

    @property
    def text(self) -> str | None:
        """The text of the section; None where nothing is printed but its marker."""
        return None if self.passage.text == self.marker else self.passage.text


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a footnote's marker stands: ``offset`` in the passage of ``blocks[block]``."""

    block: int
    offset: int


@dataclass(frozen=True, slots=True)
class Footnote:
    marker: str
    passage: Passage
    anchor: Anchor | None = None
    anchor_text: str | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """What a cell says, typed.

    ``number`` (of a range the lower bound, ``upper`` the other) counts ``unit``; ``vnd`` is money in whole đồng.
    ``first`` and ``last`` are ISO days of a date or period, None where open; "--06-30" has no year. ``recurs`` says how
    often a time comes again ("always", "month", "quarter", "year"). ``text`` is what a ditto mark stands for.
    """

    kind: ValueKind
    number: Decimal | None = None
    upper: Decimal | None = None
    unit: str | None = None
    vnd: int | None = None
    first: str | None = None
    last: str | None = None
    recurs: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table row; a merged cell is repeated in each row and column it spans."""

    passage: Passage
    value: Value | None = None


@dataclass(frozen=True, slots=True)
class TableRow:
    cells: tuple[Cell, ...]
    page_first: int
    page_last: int
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One data table over all its pages. Two-level headers are joined as ``parent / child``."""

    caption: str | None
    unit: str | None
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]
    page_first: int
    page_last: int
    boxes: tuple[Box, ...]
    section: int | None = None
    meanings: tuple[str | None, ...] = ()
    """What each column holds, by its header: the fields of models/vocabulary/columns.toml."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text for the recognisers, and the records it belongs to (as indexes)."""

    passage: Passage
    zone: Zone
    section: int | None = None
    footnote: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class CitationPart:
    """One component of a mention: characters ``start:stop`` of its block, ``text`` as printed there.

    A date or issuer that a list says once is a part of each of its members, and stands outside them.
    """

    name: CitationPartName
    start: int
    stop: int
    text: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """One mention of a legal or administrative document: characters ``start:stop`` of ``blocks[block]``.

    ``text`` is as printed; ``ref`` has no spaces ("1320/KH-UBND"; "/KH-UBND" where the number is blank);
    ``issued_on`` is ISO as far as printed; ``confidence`` is 0..1. ``issuer_before`` is the body that stands before the
    mention as its subject ("Sở Công Thương tại Tờ trình số …"), where none is printed after it; ``same_as`` the
    full mention that a short form stands for by the text's own words ("sau đây gọi là Đề án 06").
    """

    block: int
    start: int
    stop: int
    text: str
    page: int
    zone: Zone
    kind: str | None
    number: str | None
    symbol: str | None
    ref: str | None
    issued_on: str | None
    issuer: str | None
    pinpoint: str | None
    title: str | None
    title_source: TitleSource | None
    relation: Relation
    confidence: float
    boxes: tuple[Box, ...]
    parts: tuple[CitationPart, ...] = ()
    issuer_before: str | None = None
    same_as: int | None = None
    issuer_key: str | None = None


@dataclass(frozen=True, slots=True)
class BackReference:
    """A document named again without its number, in ``blocks[block]``: "Nghị định này", "Kế hoạch nói trên", an alias.

    ``form`` is ``self`` for the document itself, ``above`` for one cited before, ``alias`` for a name that the text
    defined. ``citation`` is the mention that it stands for; None for the document itself, and where it stays open.
    """

    block: int
    start: int
    stop: int
    text: str
    page: int
    kind: str | None
    form: BackReferenceForm
    citation: int | None
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Project:
    """A project or task row of ``tables[table]``.

    Amounts ending in ``_vnd`` are whole đồng, periods ISO days, keys those of `Unit`.
    """

    table: int
    row: int
    number: str | None
    name: str
    lead_unit: str | None = None
    lead_unit_key: str | None = None
    partner_units: str | None = None
    goal: str | None = None
    period: str | None = None
    period_from: str | None = None
    period_to: str | None = None
    budget: str | None = None
    budget_vnd: int | None = None
    disbursed_vnd: int | None = None
    funding: str | None = None
    result: str | None = None
    group_name: str | None = None
    partner_unit_keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """A body under its full name. ``key``, ``parent`` and ``successor`` are registry keys, stable over runs."""

    key: str
    name: str
    kind: str
    place: str | None = None
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    valid_from: str | None = None
    valid_to: str | None = None
    successor: str | None = None


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme or system that any document may name, under its title; ``key`` is stable over runs."""

    key: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A unit, system or project named in ``blocks[block]``; ``unit_key``, ``project``, … where it is linked.

    ``unit_class`` is what "UBND các xã" names, which is no body; ``candidates`` are the names of the bodies that an
    unlinked one could be; ``found_by`` says who found the name: grammar and trained recogniser both, one of them, a
    definition in the document, or the list of projects.
    """

    block: int
    start: int
    stop: int
    label: MentionLabel
    text: str
    page: int
    unit_key: str | None
    project: int | None
    confidence: float
    boxes: tuple[Box, ...]
    found_by: FoundBy = "grammar"
    unit_class: Unit | None = None
    candidates: tuple[str, ...] = ()
    programme_key: str | None = None


@dataclass(frozen=True, slots=True)
class Abbreviation:
    short: str
    long: str
    page: int


SubjectTable = Literal["documents", "pages", "sections", "footnotes", "citations", "tables", "table_rows", "projects"]


@dataclass(frozen=True, slots=True)
class Subject:
    """The record a finding is about: an index into the tuple of that name (for table_rows: table, row)."""

    table: SubjectTable
    index: int
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing an auditor should look at. ``message`` is Vietnamese; ``code`` is stable and listed in docs."""

    code: str
    severity: Severity
    message: str
    page: int | None = None
    boxes: tuple[Box, ...] = ()
    subject: Subject | None = None


@dataclass(frozen=True, slots=True)
class PageRecord:
    """What is published of a page; ``width`` and ``height`` are those of the page as shown."""

    number: int
    width: float
    height: float
    rotation: int
    text_source: TextSource
    confidence: float
    text: str
    turn: int = 0
    skew: float = 0.0


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one document says, ready to be stored."""

    letterhead: Letterhead
    text_source: DocumentTextSource | None
    status: Status
    pages: tuple[PageRecord, ...]
    sections: tuple[Section, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    tables: tuple[Table, ...] = ()
    blocks: tuple[Block, ...] = ()
    citations: tuple[Citation, ...] = ()
    back_references: tuple[BackReference, ...] = ()
    projects: tuple[Project, ...] = ()
    units: tuple[Unit, ...] = ()
    mentions: tuple[Mention, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    programmes: tuple[Programme, ...] = ()
    findings: tuple[Finding, ...] = field(default=())
    error: str | None = None
