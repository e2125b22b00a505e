"""A PDF of two pages with a black bar where the sample document says that its first citation stands."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pikepdf

from pipeline.publish.source import SourceFile

WIDTH, HEIGHT = 595, 842
BAR = (140.126, 120.0, 300.0, 134.0)  # x0, top, x1, bottom: the box of citation 1 of the sample


def write_pdf(path: Path, pages: int = 2) -> SourceFile:
    """Write the file and describe it."""
    pdf = pikepdf.new()
    x0, top, x1, bottom = BAR
    for _ in range(pages):
        page = pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
        bar = f"0 g {x0} {HEIGHT - bottom} {x1 - x0} {bottom - top} re f"
        page.obj.Contents = pdf.make_stream(bar.encode())
    pdf.save(path, deterministic_id=True)
    return SourceFile(path.name, str(path), hashlib.sha256(path.read_bytes()).hexdigest(), pages)
