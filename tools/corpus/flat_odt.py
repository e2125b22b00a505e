"""A small writer of flat OpenDocument text (.fodt), as much of it as an administrative document needs.

Sizes and margins follow Nghị định 30/2020/NĐ-CP, appendix I: A4, margins 20/20/30/18 mm, 14 pt text, first lines
indented by 1 cm, the page number centred in the top margin from page 2 on.

Inline markup in every text: ``**bold**``, ``//italic//`` and ``[[text of a footnote]]``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)
FONT = "Tinos"
MARKUP = re.compile(r"\*\*(?P<bold>.+?)\*\*|//(?P<italic>.+?)//|\[\[(?P<note>.+?)\]\]")


@dataclass(frozen=True)
class Cell:
    """A table cell: its text, its paragraph style, and how many columns it spans."""

    text: str
    style: str = "CellLeft"
    columns: int = 1


@dataclass(frozen=True)
class DataTable:
    """A ruled table: column widths in mm, header rows that repeat on each page, and rows that may break."""

    name: str
    widths: Sequence[float]
    header: Sequence[Sequence[Cell]]
    rows: Sequence[Sequence[Cell]]


@dataclass
class FlatOdt:
    """A document in the making: paragraphs and tables are added in order, `xml` gives the file."""

    title: str
    notes: int = 0
    body: list[str] = field(default_factory=list)
    widths: dict[str, Sequence[float]] = field(default_factory=dict)

    def add(self, style: str, *texts: str) -> None:
        """One paragraph a text, all of one style."""
        self.body += [self._paragraph(style, text) for text in texts]

    def add_side_by_side(self, name: str, widths: Sequence[float], *columns: Sequence[tuple[str, str]]) -> None:
        """Columns of (style, text) without rules: the letterhead, the closing."""
        self.widths[name] = widths
        cells = "".join(
            f'<table:table-cell table:style-name="Plain">{self._paragraphs(column)}</table:table-cell>'
            for column in columns
        )
        self.body.append(self._table(name, f'<table:table-row table:style-name="Whole">{cells}</table:table-row>'))

    def add_table(self, table: DataTable) -> None:
        self.widths[table.name] = table.widths
        header = "".join(self._row(row) for row in table.header)
        rows = "".join(self._row(row) for row in table.rows)
        content = f"<table:table-header-rows>{header}</table:table-header-rows>{rows}"
        self.body.append(self._table(table.name, content))

    def xml(self) -> str:
        return (
            f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {NAMESPACES} office:version="1.3" '
            'office:mimetype="application/vnd.oasis.opendocument.text">'
            f"{_fonts()}{_styles()}{self._automatic_styles()}{_master_styles()}"
            f"<office:body><office:text>{''.join(self.body)}</office:text></office:body></office:document>\n"
        )

    def _paragraphs(self, column: Sequence[tuple[str, str]]) -> str:
        return "".join(self._paragraph(style, text) for style, text in column)

    def _paragraph(self, style: str, text: str) -> str:
        return f'<text:p text:style-name="{style}">{self._inline(text)}</text:p>'

    def _inline(self, text: str) -> str:
        parts, at = [], 0
        for match in MARKUP.finditer(text):
            parts.append(escape(text[at : match.start()], quote=False))
            parts.append(self._marked(match))
            at = match.end()
        return "".join(parts) + escape(text[at:], quote=False)

    def _marked(self, match: re.Match[str]) -> str:
        if match["note"]:
            return self._note(match["note"])
        style = "Bold" if match["bold"] else "Italic"
        return f'<text:span text:style-name="{style}">{self._inline(match["bold"] or match["italic"])}</text:span>'

    def _note(self, text: str) -> str:
        self.notes += 1
        paragraph = f'<text:p text:style-name="Footnote"><text:s/>{self._inline(text)}</text:p>'
        return (
            f'<text:note text:id="ftn{self.notes}" text:note-class="footnote">'
            f"<text:note-citation>{self.notes}</text:note-citation>"
            f"<text:note-body>{paragraph}</text:note-body></text:note>"
        )

    def _row(self, cells: Sequence[Cell]) -> str:
        return f'<table:table-row table:style-name="Breaking">{"".join(map(self._cell, cells))}</table:table-row>'

    def _cell(self, cell: Cell) -> str:
        span = f' table:number-columns-spanned="{cell.columns}"' if cell.columns > 1 else ""
        covered = "<table:covered-table-cell/>" * (cell.columns - 1)
        content = self._paragraph(cell.style, cell.text)
        return f'<table:table-cell table:style-name="Ruled"{span}>{content}</table:table-cell>{covered}'

    def _table(self, name: str, rows: str) -> str:
        columns = "".join(f'<table:table-column table:style-name="{name}.{k}"/>' for k in range(len(self.widths[name])))
        return f'<table:table table:name="{name}" table:style-name="{name}">{columns}{rows}</table:table>'

    def _automatic_styles(self) -> str:
        tables = "".join(_table_styles(name, widths) for name, widths in self.widths.items())
        return f"<office:automatic-styles>{tables}{_CELL_STYLES}{_PAGE_LAYOUTS}</office:automatic-styles>"


def _table_styles(name: str, widths: Sequence[float]) -> str:
    table = (
        f'<style:style style:name="{name}" style:family="table"><style:table-properties '
        f'style:width="{sum(widths)}mm" table:align="left" style:may-break-between-rows="true"/></style:style>'
    )
    columns = (
        f'<style:style style:name="{name}.{k}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width}mm"/></style:style>'
        for k, width in enumerate(widths)
    )
    return table + "".join(columns)


_CELL_STYLES = """
<style:style style:name="Plain" style:family="table-cell"><style:table-cell-properties fo:border="none"
  fo:padding="0mm"/></style:style>
<style:style style:name="Ruled" style:family="table-cell"><style:table-cell-properties
  fo:border="0.5pt solid #000000" fo:padding="1mm"/></style:style>
<style:style style:name="Whole" style:family="table-row"><style:table-row-properties
  fo:keep-together="always"/></style:style>
<style:style style:name="Breaking" style:family="table-row"><style:table-row-properties
  fo:keep-together="auto"/></style:style>
"""


def _page_layout(name: str, width: int, height: int, orientation: str, margins: str, numbered: bool) -> str:
    header = '<style:header-style><style:header-footer-properties fo:min-height="7mm" fo:margin-bottom="2mm"/>'
    return (
        f'<style:page-layout style:name="{name}"><style:page-layout-properties fo:page-width="{width}mm" '
        f'fo:page-height="{height}mm" style:print-orientation="{orientation}" {margins}>'
        '<style:footnote-sep style:width="0.5pt" style:rel-width="33%" style:color="#000000" style:line-style="solid" '
        'style:adjustment="left" style:distance-before-sep="1mm" style:distance-after-sep="1mm"/>'
        f"</style:page-layout-properties>{header + '</style:header-style>' if numbered else ''}</style:page-layout>"
    )


_PORTRAIT = 'fo:margin-bottom="20mm" fo:margin-left="30mm" fo:margin-right="18mm" fo:margin-top='
_LANDSCAPE = 'fo:margin-bottom="15mm" fo:margin-left="20mm" fo:margin-right="20mm" fo:margin-top='
_PAGE_LAYOUTS = (
    _page_layout("FirstPage", 210, 297, "portrait", _PORTRAIT + '"20mm"', numbered=False)
    + _page_layout("NextPage", 210, 297, "portrait", _PORTRAIT + '"12mm"', numbered=True)
    + _page_layout("WidePage", 297, 210, "landscape", _LANDSCAPE + '"12mm"', numbered=True)
)


def _master_styles() -> str:
    number = (
        '<style:header><text:p text:style-name="PageNumber"><text:page-number '
        'text:select-page="current">2</text:page-number></text:p></style:header>'
    )
    return (
        "<office:master-styles>"
        '<style:master-page style:name="First" style:page-layout-name="FirstPage" style:next-style-name="Next"/>'
        f'<style:master-page style:name="Next" style:page-layout-name="NextPage">{number}</style:master-page>'
        f'<style:master-page style:name="Wide" style:page-layout-name="WidePage">{number}</style:master-page>'
        "</office:master-styles>"
    )


def _fonts() -> str:
    face = f'<style:font-face style:name="{FONT}" svg:font-family="{FONT}" style:font-family-generic="roman"/>'
    return f"<office:font-face-decls>{face}</office:font-face-decls>"


@dataclass(frozen=True)
class _Style:
    """A paragraph style; margins in mm as left, right, above, below."""

    name: str
    size: float = 14
    align: str = "left"
    weight: str = "normal"
    slope: str = "normal"
    indent: float = 0
    margins: tuple[float, float, float, float] = (0, 0, 0, 0)
    extra: str = ""
    master: str = ""

    def xml(self) -> str:
        left, right, above, below = self.margins
        master = f' style:master-page-name="{self.master}"' if self.master else ""
        return (
            f'<style:style style:name="{self.name}" style:family="paragraph"{master}><style:paragraph-properties '
            f'fo:text-align="{self.align}" fo:text-indent="{self.indent}mm" fo:margin-left="{left}mm" '
            f'fo:margin-right="{right}mm" fo:margin-top="{above}mm" fo:margin-bottom="{below}mm" {self.extra}/>'
            f'<style:text-properties style:font-name="{FONT}" fo:font-size="{self.size}pt" '
            f'fo:font-weight="{self.weight}" fo:font-style="{self.slope}" fo:language="vi" fo:country="VN" '
            'fo:hyphenate="false"/></style:style>'
        )


_BODY = (0, 0, 1.1, 1.1)
_RULE = 'fo:border-bottom="0.6pt solid #000000" fo:line-height="2mm"'
_KEEP = 'fo:keep-with-next="always"'
_PARAGRAPH_STYLES = (
    _Style("Body", align="justify", indent=10, margins=_BODY, extra='fo:widows="2" fo:orphans="2"'),
    _Style("Basis", align="justify", slope="italic", indent=10, margins=_BODY),
    _Style("Heading", weight="bold", align="justify", indent=10, margins=(0, 0, 2, 1.1), extra=_KEEP),
    _Style("Chapter", weight="bold", align="center", margins=(0, 0, 2.5, 0), extra=_KEEP),
    _Style("ChapterTitle", weight="bold", align="center", margins=(0, 0, 0, 2), extra=_KEEP),
    _Style("Kind", weight="bold", align="center", margins=(0, 0, 6, 0)),
    _Style("Title", weight="bold", align="center"),
    _Style("Enact", weight="bold", align="center", margins=(0, 0, 2, 2)),
    _Style("TitleRule", size=4, margins=(55, 55, 0, 4), extra=_RULE),
    _Style("Republic", size=12, weight="bold", align="center"),
    _Style("Motto", size=13, weight="bold", align="center"),
    _Style("MottoRule", size=4, margins=(21, 21, 0, 2), extra=_RULE),
    _Style("Organ", size=12, weight="bold", align="center"),
    _Style("OrganRule", size=4, margins=(19, 19, 0, 2), extra=_RULE),
    _Style("Number", size=13, align="center"),
    _Style("PlaceAndDay", size=13, align="center", slope="italic"),
    _Style("Recipients", size=12, weight="bold", slope="italic"),
    _Style("Recipient", size=11),
    _Style("Signer", weight="bold", align="center"),
    _Style("SignerName", weight="bold", align="center", margins=(0, 0, 22, 0)),
    _Style("PageNumber", size=13, align="center"),
    _Style("Footnote", size=10, align="justify"),
    _Style("WideCaption", size=13, weight="bold", align="center", master="Wide"),
    _Style("Caption", size=13, weight="bold", align="center"),
    _Style("Unit", size=12, slope="italic", align="end", margins=(0, 0, 1, 1), extra=_KEEP),
    _Style("AfterWide", size=6, master="Next"),
    _Style("Gap", size=8),
    _Style("CellLeft", size=11),
    _Style("CellBold", size=11, weight="bold"),
    _Style("CellCenter", size=11, align="center"),
    _Style("CellRight", size=11, align="end"),
    _Style("CellRightBold", size=11, align="end", weight="bold"),
    _Style("CellHead", size=11, align="center", weight="bold"),
    _Style("OpeningOfPage", size=2, master="First"),
)
_TEXT_STYLES = """
<style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Italic" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="Footnote_20_Symbol" style:display-name="Footnote Symbol" style:family="text">
  <style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="Footnote_20_anchor" style:display-name="Footnote anchor" style:family="text">
  <style:text-properties style:text-position="super 58%"/></style:style>
<text:notes-configuration text:note-class="footnote" text:citation-style-name="Footnote_20_Symbol"
  text:citation-body-style-name="Footnote_20_anchor" style:num-format="1" text:start-value="0"
  text:footnotes-position="page" text:start-numbering-at="document"/>
"""


def _styles() -> str:
    return f"<office:styles>{''.join(style.xml() for style in _PARAGRAPH_STYLES)}{_TEXT_STYLES}</office:styles>"
