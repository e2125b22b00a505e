"""Makes small PDFs by hand: content streams with Vietnamese text, without any font file.

The font is a composite one that is not embedded, whose two-byte codes are Unicode code points (Identity-H) and whose
ToUnicode map says so. Readers need no glyphs to read it; every character is half an em wide.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name

A4 = (595, 842)
PROSE = (
    "Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành, địa phương triển khai",
    "thực hiện nghiêm túc Kế hoạch này; định kỳ hằng quý báo cáo kết quả về",
    "Sở Thông tin và Truyền thông để tổng hợp, báo cáo Ủy ban nhân dân tỉnh",
    "theo Quyết định số 942/QĐ-TTg ngày 15/6/2021 của Thủ tướng Chính phủ.",
)
_CMAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Odd def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
{ranges}
endcmap CMapName currentdict /CMap defineresource pop end end"""


@dataclass(frozen=True)
class Sheet:
    """One page to be: its content stream, its size in points, its rotation and crop box."""

    content: bytes
    size: tuple[float, float] = A4
    rotate: int = 0
    crop: tuple[float, float, float, float] | None = None


def text_at(x: float, y: float, text: str, size: float = 13) -> bytes:
    """Operators that show ``text`` from (``x``, ``y``), in points from the bottom left, in the font /F1."""
    codes = text.encode("utf-16-be").hex()
    return f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm <{codes}> Tj ET\n".encode()


def lines_at(x: float, y: float, lines: Sequence[str], size: float = 13, leading: float = 18) -> bytes:
    return b"".join(text_at(x, y - leading * k, line, size) for k, line in enumerate(lines))


def new_pdf(sheets: Sequence[Sheet], shift: int = 0) -> pikepdf.Pdf:
    """A document of these pages. ``shift`` is added to every code in the ToUnicode map: 0 is a sound map."""
    pdf = pikepdf.new()
    font = add_font(pdf, shift)
    for sheet in sheets:
        page = pdf.add_blank_page(page_size=sheet.size)
        page.obj.Contents = pdf.make_stream(sheet.content)
        page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
        if sheet.rotate:
            page.obj.Rotate = sheet.rotate
        if sheet.crop:
            page.obj.CropBox = Array(sheet.crop)
    return pdf


def add_font(pdf: pikepdf.Pdf, shift: int = 0) -> pikepdf.Object:
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name("/Tinos"),
        CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
        DW=500,
        FontDescriptor=_descriptor(pdf),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name("/Tinos"),
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(descendant)]),
            ToUnicode=pdf.make_stream(_to_unicode(shift)),
        )
    )


def _descriptor(pdf: pikepdf.Pdf) -> pikepdf.Object:
    box = Array([-200, -250, 1200, 950])
    fields = Dictionary(Type=Name.FontDescriptor, FontName=Name("/Tinos"), Flags=4, FontBBox=box)
    for name, value in {"/ItalicAngle": 0, "/Ascent": 891, "/Descent": -216, "/CapHeight": 662, "/StemV": 80}.items():
        fields[name] = value
    return pdf.make_indirect(fields)


def _to_unicode(shift: int) -> bytes:
    """One range for each high byte, as the format wants; at most 100 ranges a block."""
    ranges = [f"<{high:02X}00> <{high:02X}FF> <{(high * 256 + shift) & 0xFFFF:04X}>" for high in range(0x20)]
    blocks = [ranges[k : k + 100] for k in range(0, len(ranges), 100)]
    text = "\n".join(f"{len(block)} beginbfrange\n" + "\n".join(block) + "\nendbfrange" for block in blocks)
    return _CMAP.format(ranges=text).encode()


def save(pdf: pikepdf.Pdf, path: Path, **options: object) -> Path:
    pdf.save(path, **options)
    pdf.close()
    return path
