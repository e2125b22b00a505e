"""A small document written by hand, with every kind of record, for the tests of the database and the site."""

from __future__ import annotations

from pipeline.model import (
    Abbreviation,
    Anchor,
    Block,
    Box,
    Cell,
    Citation,
    CitationPart,
    Extraction,
    Finding,
    Footnote,
    Letterhead,
    Mention,
    PageRecord,
    Passage,
    Piece,
    Project,
    Section,
    Subject,
    Table,
    TableRow,
    Unit,
)
from pipeline.publish.source import SourceFile

VERSION = "0.1.0-test"


def source(name: str = "ke-hoach.pdf", folder: str = "/khong-co", sha256: str = "a" * 64) -> SourceFile:
    return SourceFile(file=name, path=f"{folder}/{name}", sha256=sha256, pages=2)


def passage(text: str, page: int = 1, top: float = 100.0) -> Passage:
    """One line of print, six points a character, from the left margin."""
    return Passage(text, (Piece(0, len(text), Box(page, 72.0, top, 72.0 + 6.0 * len(text), top + 14.004)),))


def cell(text: str, page: int = 2, top: float = 200.0) -> Cell:
    return Cell(passage(text, page, top))


HEADING = passage("I. MỤC TIÊU", 1, 80.0)
BODY = passage("1. Thực hiện Quyết định số 749/QĐ-TTg ngày 03 tháng 6 năm 2020", 1, 120.0)
NOTE = passage("Quyết định phê duyệt Chương trình chuyển đổi số quốc gia", 1, 700.0)
ROWS = (
    TableRow((cell("1"), cell("=Nâng cấp cổng dữ liệu"), cell("2.215,6")), 2, 2, (Box(2, 72, 200, 500, 214),)),
    TableRow((cell("2"), cell("Sở TT&TT, Kế hoạch 10/KH-UBND"), cell("-5")), 2, 2, (Box(2, 72, 220, 500, 234),)),
)


def citation(block: int, text: str, ref: str | None, zone: str = "body", **other: object) -> Citation:
    values: dict[str, object] = {
        "block": block,
        "start": 0,
        "stop": len(text),
        "text": text,
        "page": 1,
        "zone": zone,
        "kind": "Quyết định",
        "number": ref.partition("/")[0] if ref else None,
        "symbol": ref.partition("/")[2] if ref else None,
        "ref": ref,
        "issued_on": "2020-06-03",
        "issuer": None,
        "pinpoint": None,
        "title": None,
        "title_source": None,
        "relation": "refers",
        "confidence": 0.97,
        "boxes": (Box(1, 140.126, 120.0, 300.0, 134.0),),
    }
    return Citation(**(values | other))  # type: ignore[arg-type]


def extraction() -> Extraction:
    """Two sections, a note, a table of two rows, three citations, a project, two units, mentions, a finding."""
    return Extraction(
        letterhead=Letterhead(
            kind="Kế hoạch",
            number="1320",
            symbol="KH-UBND",
            ref="1320/KH-UBND",
            issued_on="2022-05-06",
            place="Kon Tum",
            issuer="Ủy ban nhân dân tỉnh Kon Tum",
            title="Chuyển đổi số năm 2022",
            signer="Nguyễn Văn A",
            recipients=("Như trên", "Lưu: VT"),
        ),
        text_source="text",
        status="ok",
        pages=(
            PageRecord(1, 595.0, 842.0, 0, "text", 1.0, f"{HEADING.text}\n{BODY.text}\n{NOTE.text}"),
            PageRecord(2, 842.0, 595.0, 0, "text", 0.9, "1 Nâng cấp cổng dữ liệu 2.215,6"),
        ),
        sections=(Section(None, 1, "I.", "MỤC TIÊU", HEADING), Section(0, 2, "1.", None, BODY)),
        footnotes=(Footnote("1", NOTE, Anchor(1, len(BODY.text)), BODY.text[-40:]),),
        tables=(
            Table(
                "Danh mục dự án",
                "Triệu đồng",
                ("STT", "Tên dự án", "Kinh phí / Tổng"),
                ROWS,
                2,
                2,
                (Box(2, 72, 180, 500, 240),),
                section=1,
            ),
        ),
        blocks=(
            Block(HEADING, "heading", section=0),
            Block(BODY, "body", section=1),
            Block(NOTE, "footnote", section=1, footnote=0),
            Block(ROWS[1].cells[1].passage, "table", section=1, table=0, row=1, column=1),
        ),
        citations=(
            citation(
                1,
                "Quyết định số 749/QĐ-TTg ngày 03 tháng 6 năm 2020",
                "749/QĐ-TTg",
                title="Về số hóa",
                parts=(
                    CitationPart("number", 28, 38, "749/QĐ-TTg", (Box(1, 180.0, 120.0, 220.0, 134.0),)),
                    CitationPart("date", 39, 63, "ngày 03 tháng 6 năm 2020", (Box(1, 222.0, 120.0, 300.0, 134.0),)),
                ),
            ),
            citation(2, "Quyết định số 749/QĐ-TTg", "749/QĐ-TTg", "footnote", issued_on="2020-06-04"),
            citation(3, "Kế hoạch 10/KH-UBND", "10/KH-UBND", "table", page=2, issued_on=None, kind="Kế hoạch"),
        ),
        projects=(
            Project(
                0, 0, "1", "=Nâng cấp cổng dữ liệu", "Sở TT&TT", "so-tttt", budget="2.215,6", budget_vnd=2215600000
            ),
            Project(0, 1, "2", "Đào tạo", "Sở TT&TT", "so-tttt", budget="-5", budget_vnd=-5000000, disbursed_vnd=0),
        ),
        units=(
            Unit("ubnd", "Ủy ban nhân dân tỉnh Kon Tum", "Ủy ban nhân dân", "Kon Tum", aliases=("UBND tỉnh",)),
            Unit("so-tttt", "Sở Thông tin và Truyền thông tỉnh Kon Tum", "Sở", "Kon Tum", "ubnd", ("Sở TT&TT",)),
        ),
        mentions=(
            Mention(3, 0, 8, "UNIT", "Sở TT&TT", 2, "so-tttt", None, 0.9, (Box(2, 72, 220, 120, 234),)),
            Mention(1, 0, 9, "PROJECT", "cổng dữ liệu", 1, None, 0, 0.8, ()),
        ),
        abbreviations=(Abbreviation("CNTT", "công nghệ thông tin", 1),),
        findings=(
            Finding("sum_differs", "warning", "Tổng không khớp", 2, (Box(2, 1, 2, 3, 4),), Subject("table_rows", 0, 1)),
            Finding("blank_number", "info", "Số để trống", 1, (), Subject("documents", 0)),
            Finding("odd_date", "info", "Ngày khác nhau", 1, (), Subject("citations", 1)),
        ),
    )
