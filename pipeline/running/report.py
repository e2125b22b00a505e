"""What a run tells its user while it goes on: a bar on a terminal, one plain line a document elsewhere."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from pipeline.errors import DocumentError
from pipeline.model import Extraction
from pipeline.publish.source import SourceFile

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress


@dataclass(frozen=True, slots=True)
class Skipped:
    """A document that needs no reading: the database holds its content, or another file of this run has it."""

    reason: str


Result = Extraction | DocumentError | Skipped


class Reporter(Protocol):
    """Hears of each document of a run once, and of the pages as they are read."""

    def begin(self, documents: int) -> None: ...

    def document(self, name: str, result: Result) -> None: ...

    def page(self, source: SourceFile, done: int, total: int) -> None:
        """Of the scanned pages of a document that are recognised in this run, so many are done (0: it begins)."""
        ...

    def note(self, message: str) -> None: ...

    def end(self) -> None: ...


class SilentReporter:
    """Says nothing."""

    def begin(self, documents: int) -> None:
        """Nothing."""

    def document(self, name: str, result: Result) -> None:
        """Nothing."""

    def page(self, source: SourceFile, done: int, total: int) -> None:
        """Nothing."""

    def note(self, message: str) -> None:
        """Nothing."""

    def end(self) -> None:
        """Nothing."""


class LineReporter:
    """``[3/10] tên-tệp.pdf: 12 trang, 28 trích dẫn, 1 bảng`` on standard error, and a line a recognised page."""

    def __init__(self) -> None:
        self._total = self._done = 0

    def begin(self, documents: int) -> None:
        self._total = documents

    def document(self, name: str, result: Result) -> None:
        self._done += 1
        self.note(f"[{self._done}/{self._total}] {name}: {describe(result)}")

    def page(self, source: SourceFile, done: int, total: int) -> None:
        self.note(f"{source.file}: trang {done}/{total} (nhận dạng chữ)")

    def note(self, message: str) -> None:
        print(message, file=sys.stderr, flush=True)

    def end(self) -> None:
        """Lines need no end."""


class BarReporter:
    """A bar of documents with the pages read so far, and one of scanned pages once there are any.

    Failures stay above the bars as lines.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
        self._progress = _bar(console)
        self._pages = 0
        self._scans: dict[str, tuple[int, int]] = {}

    def begin(self, documents: int) -> None:
        self._task = self._progress.add_task("Đọc văn bản", total=documents, pages="0 trang", name="")
        self._scanned = self._progress.add_task("Nhận dạng chữ", total=0, pages="", name="", visible=False)
        self._progress.start()

    def document(self, name: str, result: Result) -> None:
        if isinstance(result, Extraction):
            self._pages += len(result.pages)
        if isinstance(result, DocumentError):
            self.note(f"{name}: {describe(result)}")
        self._progress.update(self._task, advance=1, pages=f"{self._pages} trang", name=name)

    def page(self, source: SourceFile, done: int, total: int) -> None:
        self._scans[source.path] = done, total
        finished, wanted = (sum(column) for column in zip(*self._scans.values(), strict=True))
        said = f"{source.file}: trang {done}/{total}"
        self._progress.update(self._scanned, completed=finished, total=wanted, name=said, visible=True)

    def note(self, message: str) -> None:
        self._console.print(message, markup=False, highlight=False)

    def end(self) -> None:
        self._progress.stop()


def _bar(console: Console) -> Progress:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(bar_width=30),
        MofNCompleteColumn(),
        TextColumn("{task.fields[pages]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[name]}", markup=False),
        console=console,
    )


def describe(result: Result) -> str:
    """One document in one line."""
    match result:
        case Skipped():
            return result.reason
        case DocumentError():
            return f"KHÔNG ĐỌC ĐƯỢC — {result.message}"
        case _:
            counts = f"{len(result.pages)} trang, {len(result.citations)} trích dẫn, {len(result.tables)} bảng"
            return f"{counts} (đọc một phần)" if result.status == "partial" else counts


def reporter_for_terminal() -> Reporter:
    """The bar where standard error is a terminal, else plain lines."""
    if not sys.stderr.isatty():
        return LineReporter()
    from rich.console import Console

    return BarReporter(Console(stderr=True))
