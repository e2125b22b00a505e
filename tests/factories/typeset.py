"""Typesets small documents whose truth is known, by two producers: typst (a library) and LibreOffice (a program).

Both lay text out by themselves, so what the tests read is what readers meet: fonts in subsets, words in pieces,
superscripts of the producer's own making.
"""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

SECONDS_TO_CONVERT = 120
PROSE = (
    "Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành, địa phương triển khai thực hiện nghiêm túc Kế hoạch này; "
    "định kỳ hằng quý báo cáo kết quả về Sở Thông tin và Truyền thông để tổng hợp theo Quyết định số 942/QĐ-TTg "
    "ngày 15/6/2021 của Thủ tướng Chính phủ."
)
STATE = r"*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM* \ *Độc lập - Tự do - Hạnh phúc*"
DATED = STATE + r" \ _Hòa Giang, ngày 05 tháng 3 năm 2024_"


@dataclass(frozen=True)
class Paper:
    """How a typst document is set; lengths as typst writes them."""

    size: str = "13pt"
    page: str = ""
    justify: bool = True
    indent: str = "1.27cm"
    leading: str = "0.65em"
    spacing: str = "0.9em"

    def preamble(self) -> str:
        return f"""
#set page(paper: "a4", margin: (left: 3cm, right: 2cm, y: 2cm){"," if self.page else ""} {self.page})
#set text(font: "Tinos", size: {self.size}, lang: "vi", hyphenate: false)
#set par(justify: {str(self.justify).lower()}, first-line-indent: (amount: {self.indent}, all: true),
  leading: {self.leading}, spacing: {self.spacing})
"""


def by_typst(folder: Path, markup: str, paper: Paper | None = None) -> Path:
    """The PDF that typst makes of ``markup``; the test is skipped where typst is missing."""
    typst = pytest.importorskip("typst", reason="typst is not installed (pip install typst)")
    path = folder / "typst.pdf"
    path.write_bytes(typst.compile(((paper or Paper()).preamble() + markup).encode()))
    return path


def side_by_side(left: str, right: str, columns: str = "(2fr, 3fr)", align: str = "center") -> str:
    """Two columns of typst markup, as letterheads and closings have."""
    plain = "#set par(first-line-indent: 0pt, justify: false)\n"
    return f"#grid(columns: {columns}, align: {align}, [{plain}{left}], [{plain}{right}])\n\n"


def by_libreoffice(folder: Path, body: str, font_size: str = "13pt") -> Path:
    """The PDF that LibreOffice makes of a flat OpenDocument text with ``body`` (XML); skips where it is missing."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    source = folder / "document.fodt"
    source.write_text(_FLAT_TEXT.format(body=body, size=font_size), encoding="utf-8")
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS_TO_CONVERT)
    return folder / "document.pdf"


def paragraph(text: str, style: str = "Body") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def footnote(number: int, text: str) -> str:
    """A footnote of LibreOffice's own: superscript in the text, a plain number in the note."""
    body = f'<text:note-body><text:p text:style-name="Note">{text}</text:p></text:note-body>'
    label = f"<text:note-citation>{number}</text:note-citation>"
    return f'<text:note text:id="n{number}" text:note-class="footnote">{label}{body}</text:note>'


_FLAT_TEXT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="Tinos" svg:font-family="Tinos"/></office:font-face-decls>
<office:styles>
<style:style style:name="Body" style:family="paragraph">
 <style:paragraph-properties fo:text-align="justify" fo:text-indent="1.27cm" fo:margin-bottom="6pt"/>
 <style:text-properties style:font-name="Tinos" fo:font-size="{size}"/></style:style>
<style:style style:name="Wide" style:family="paragraph">
 <style:paragraph-properties fo:text-align="justify" fo:text-indent="1.27cm" fo:margin-bottom="6pt"
  fo:line-height="150%"/>
 <style:text-properties style:font-name="Tinos" fo:font-size="{size}"/></style:style>
<style:style style:name="Flush" style:family="paragraph">
 <style:paragraph-properties fo:text-align="start" fo:margin-bottom="6pt"/>
 <style:text-properties style:font-name="Tinos" fo:font-size="{size}"/></style:style>
<style:style style:name="Note" style:family="paragraph">
 <style:text-properties style:font-name="Tinos" fo:font-size="10pt"/></style:style>
<style:style style:name="Raised" style:family="text">
 <style:text-properties style:text-position="super 58%"/></style:style>
<text:notes-configuration text:note-class="footnote" style:num-format="1" text:citation-body-style-name="Raised"/>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"
 fo:margin-left="3cm" fo:margin-right="2cm" fo:margin-top="2cm" fo:margin-bottom="2cm"/></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/></office:master-styles>
<office:body><office:text>{body}</office:text></office:body></office:document>
"""
