"""The checks of `kehoach doctor`: each looks at one thing by using it, not by its name."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

PROJECT = "kehoach"
INSTALL = "make run, hoặc (or): pip install -r requirements.lock"
REQUIREMENT = re.compile(r"(?P<name>[\w.-]+)==(?P<version>[^\s;]+)(?P<extra>.*extra\s*==)?")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
PAGE_TEXT = "KH-UBND"


class State(Enum):
    """OPTIONAL: not there, and `kehoach run` does without."""

    THERE = "there"
    MISSING = "missing"
    OPTIONAL = "optional"


@dataclass(frozen=True, slots=True)
class Check:
    name: str
    state: State
    detail: str
    remedy: str = ""


def all_checks(database: Path) -> Iterator[Check]:
    """Everything that is looked at, in the order in which a run needs it."""
    yield _python()
    yield from _packages()
    yield _tried("PDFium", _read_page, INSTALL)
    yield _tried("SQLite", _search_text, "cài Python kèm SQLite có FTS5 (a Python whose SQLite has FTS5)")
    yield _tried("spaCy", _load_entities, INSTALL)
    yield _ocr()
    yield _kept_pages(database)
    yield _tried("Tiến trình đọc (reader processes)", _start_worker, "kiểm tra ulimit -v, ulimit -u (check the limits)")
    yield _tried("Thư mục ghi (output folder)", _write_output, "chạy ở thư mục ghi được, hoặc --db (or name another)")
    yield from _for_developers()


def _python() -> Check:
    good = sys.version_info >= (3, 11)
    state = State.THERE if good else State.MISSING
    return Check("Python", state, platform.python_version(), "cần 3.11 trở lên (3.11 or later is needed)")


def _packages() -> Iterator[Check]:
    for requirement in importlib.metadata.requires(PROJECT) or []:
        match = REQUIREMENT.match(requirement)
        if match:
            yield _package(match["name"], match["version"], optional=match["extra"] is not None)


def _package(name: str, wanted: str, optional: bool) -> Check:
    absent = State.OPTIONAL if optional else State.MISSING
    remedy = "make test" if optional else INSTALL
    try:
        found = importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return Check(name, absent, f"chưa cài, cần {wanted} (not installed)", remedy)
    if found != wanted:
        return Check(name, absent, f"{found}, cần {wanted} (another version is needed)", remedy)
    return Check(name, State.THERE, found)


def _tried(name: str, attempt: Callable[[], str], remedy: str) -> Check:
    """The check passes where ``attempt`` answers, with what it answers."""
    try:
        return Check(name, State.THERE, attempt(), remedy)
    except Exception as error:  # noqa: BLE001 - whatever is wrong with the machine is what the user asks for
        return Check(name, State.MISSING, f"{type(error).__name__}: {error}", remedy)


def _read_page() -> str:
    import pypdfium2

    page = pypdfium2.PdfDocument(_one_page())[0]
    text = page.get_textpage().get_text_bounded()
    if PAGE_TEXT not in text:
        raise ValueError(f"read {text!r}")
    return f"đọc được trang thử (read a test page), pypdfium2 {importlib.metadata.version('pypdfium2')}"


def _one_page() -> bytes:
    """The smallest PDF with a line of text."""
    stream = f"BT /F1 12 Tf 72 720 Td ({PAGE_TEXT}) Tj ET"
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(stream)}>>\nstream\n{stream}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    body = "".join(f"{number} 0 obj\n{content}\nendobj\n" for number, content in enumerate(objects, start=1))
    return f"%PDF-1.4\n{body}trailer\n<</Root 1 0 R/Size 6>>\n%%EOF\n".encode("ascii")


def _search_text() -> str:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE t USING fts5(text)")
    db.execute("INSERT INTO t VALUES ('kế hoạch')")
    if not db.execute("SELECT 1 FROM t WHERE t MATCH 'hoạch'").fetchone():
        raise ValueError("FTS5 finds nothing")
    return f"{sqlite3.sqlite_version}, FTS5"


def _load_entities() -> str:
    from pipeline.entities import load

    return f"{importlib.metadata.version('spacy')}, bộ nhận diện (pipeline): {', '.join(load().pipe_names)}"


def _ocr() -> Check:
    """Without it a run goes on, and scans are read in part."""
    from pipeline.reading.ocr.readers import available

    name = "OCR (nhận dạng chữ trang quét, scanned pages)"
    reason = available()
    if reason is None:
        check = _tried(name, _recognise_page, INSTALL)
        return check if check.state is State.THERE else replace(check, state=State.OPTIONAL)
    return Check(name, State.OPTIONAL, f"{reason}; trang quét để trống (scans stay unread)", INSTALL)


def _recognise_page() -> str:
    import pypdfium2

    from pipeline.reading.ocr.page import read_page

    words = [word.text for word in read_page(pypdfium2.PdfDocument(_one_page())[0], 1).words]
    if PAGE_TEXT not in words:
        raise ValueError(f"read {words!r}")
    engines = ", ".join(f"{engine} {importlib.metadata.version(engine)}" for engine in ("tesserocr", "trueocr"))
    return f"đọc được trang thử (read a test page), {engines}"


def _kept_pages(database: Path) -> Check:
    from pipeline.reading.ocr.cache import cache_folder, cache_size

    folder = cache_folder(database)
    pages, size = cache_size(folder)
    megabytes = f"{size / 2**20:.1f}".replace(".", ",")
    said = f"{folder}: {pages} trang đã nhận dạng, {megabytes} MB, xóa được (pages kept; may be deleted)"
    return Check("Bộ đệm trang quét (page cache)", State.THERE, said)


def _start_worker() -> str:
    from pipeline.running.workers import Limits, Pool

    pool: Pool[int, int] = Pool(abs, Limits(seconds=30.0), workers=1)
    (outcome,) = pool.run([-1])
    if outcome.result != 1:
        raise RuntimeError(str(outcome.result))
    return f"khởi động được, {os.cpu_count()} lõi (a worker starts; processors: {os.cpu_count()})"


def _write_output() -> str:
    folder = Path("output") if Path("output").is_dir() else Path()
    with tempfile.TemporaryFile(dir=folder):
        free = shutil.disk_usage(folder).free // 2**20
    return f"{folder.absolute()}, còn {free} MB (free)"


def _for_developers() -> Iterator[Check]:
    yield _optional(
        "Trình duyệt cho kiểm thử (browser for tests)",
        next(filter(None, map(shutil.which, BROWSERS)), None),
        "apt-get install chromium",
    )
    yield _optional("Phông chữ có dấu (fonts)", _vietnamese_font(), "apt-get install fontconfig fonts-croscore")
    yield _optional(
        "LibreOffice cho văn bản mẫu (for sample documents)",
        shutil.which("soffice"),
        "apt-get install libreoffice-writer-nogui",
    )
    yield _optional("typst cho văn bản mẫu (for sample documents)", _version("typst"), "pip install typst")


def _optional(name: str, found: str | None, remedy: str) -> Check:
    if found:
        return Check(name, State.THERE, found)
    return Check(name, State.OPTIONAL, "không có, chỉ cần khi phát triển (only for development)", remedy)


def _vietnamese_font() -> str | None:
    if not shutil.which("fc-list"):
        return None
    listed = subprocess.run(["fc-list", ":lang=vi", "family"], capture_output=True, text=True, check=False).stdout
    families = sorted({line.split(",")[0] for line in listed.splitlines() if line})
    return ", ".join(families[:4]) + (" …" if len(families) > 4 else "") if families else None


def _version(package: str) -> str | None:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None
