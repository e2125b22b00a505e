"""Readers that stand for documents of every bad sort; they run inside worker processes."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

from pipeline.errors import EncryptedError
from pipeline.model import (
    Block,
    Box,
    Citation,
    Extraction,
    Finding,
    Letterhead,
    PageRecord,
    Passage,
    Piece,
    Section,
    Status,
)
from pipeline.publish.source import SourceFile
from pipeline.reading.ocr.cache import PageCacheError
from pipeline.running.tasks import DocumentTask, PageTask, Task, Wanted


class _UnpicklableError(Exception):
    def __init__(self) -> None:
        super().__init__("cannot be pickled")
        self.handle = open(os.devnull)  # noqa: SIM115 - an open file is what makes it so

    def __str__(self) -> str:
        raise RuntimeError("cannot even be printed")


def sleep_long() -> str:
    time.sleep(600)
    return "never"


def loop_in_c() -> str:
    ctypes.PyDLL(None).sleep(600)  # PyDLL keeps the interpreter lock: no Python thread or signal handler runs
    return "never"


def spin() -> str:
    while True:
        pass


def eat_memory() -> str:
    hoard = [bytearray(8 << 20) for _ in range(4096)]
    return str(len(hoard))


def abort_at_the_limit() -> str:
    """As PDFium does: allocate until it fails, then abort."""
    libc = ctypes.CDLL(None)
    libc.malloc.restype = ctypes.c_void_p
    while libc.malloc(ctypes.c_size_t(4 << 20)):
        time.sleep(0.01)
    os.abort()


def hide_memory_error() -> str:
    """As pdfplumber does: MemoryError in another exception, without a word."""
    try:
        return eat_memory()
    except MemoryError:
        raise ValueError from None


def crash() -> str:
    return str(ctypes.string_at(0))


def give_up() -> str:
    sys.exit(3)


def vanish() -> str:
    os._exit(7)


def get_killed() -> str:
    os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(60)
    return "never"


def raise_unpicklable() -> str:
    raise _UnpicklableError


def return_unpicklable() -> object:
    return lambda: None


def recurse() -> str:
    return recurse()


def refuse() -> str:
    raise EncryptedError("bí mật")


def big_answer() -> str:
    return "ă" * (8 << 20)


def noisy() -> str:
    print("x" * 10000)
    os.write(2, b"warning\n" * 1000)
    return "noisy"


def leave_a_child() -> str:
    subprocess.Popen(["sleep", "600"])
    time.sleep(600)
    return "never"


def read(task: str) -> object:
    """Do what the name of the task (``name`` or ``name-number``) says; ``ok`` answers with the task."""
    name = Path(task).stem.split("-")[0]
    if name == "ok":
        return task
    if name == "slow":
        time.sleep(0.3)
        return task
    return globals()[name]()


def pid(_task: str) -> int:
    return os.getpid()


def read_document(task: Task) -> Extraction | Wanted | None:
    """As `read` for the name of the file; ``ok-N`` and ``slow-N`` have N pages, each with a citation.

    ``flaky`` crashes as often as the file beside it says, then is read; ``partly`` is read in part. The pages of a
    ``scan`` are read as `read_page` says.
    """
    if isinstance(task, PageTask):
        return read_page(task)
    path = Path(task.source.path)
    if path.stem.startswith("scan"):
        return read_scan(task)
    name, _, number = path.stem.partition("-")
    if name == "flaky":
        _crash_some_times(path.with_suffix(".crashes"))
    elif name == "partly":
        return extraction(1, "partial")
    elif name not in ("ok", "slow"):
        read(path.name)
    elif name == "slow":
        time.sleep(0.3)
    return extraction(int(number or 1))


def read_scan(task: DocumentTask) -> Extraction | Wanted:
    """The file names what befalls each page ("ok crash ok"); read when each is in the cache or refused."""
    fates = Path(task.source.path).read_text(encoding="utf-8").split()
    assert task.cache is not None
    refused = dict(task.refused)
    read = [n for n in range(1, len(fates) + 1) if _kept(task.cache, task.source, n).exists()]
    wanted = tuple(n for n in range(1, len(fates) + 1) if n not in read and n not in refused)
    if wanted:
        return Wanted(wanted)
    findings = tuple(Finding("ocr_failed", "warning", words, page=n) for n, words in refused.items())
    return replace(extraction(len(fates), "partial" if refused else "ok"), findings=findings)


def read_page(task: PageTask) -> None:
    """Befalls what the file says of the page; ``once`` crashes the first time. Each reading adds to ``NAME.log``."""
    path = Path(task.source.path)
    fate = path.read_text(encoding="utf-8").split()[task.number - 1]
    with path.with_suffix(".log").open("a") as log:
        log.write(f"{task.number}\n")
    if fate == "once":
        marker = path.with_suffix(f".{task.number}.crashed")
        if not marker.exists():
            marker.touch()
            crash()
    elif fate == "full":
        raise PageCacheError("No space left on device")
    elif fate != "lost":
        read(fate)
    if fate != "lost":
        kept = _kept(task.cache, task.source, task.number)
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.touch()


def _kept(cache: Path, source: SourceFile, number: int) -> Path:
    return cache / source.sha256 / str(number)


def extraction(pages: int, status: Status = "ok") -> Extraction:
    return Extraction(
        letterhead=Letterhead(kind="Kế hoạch", number="1", symbol="KH-UBND", ref="1/KH-UBND"),
        text_source="text",
        status=status,
        pages=tuple(PageRecord(n, 595.0, 842.0, 0, "text", 1.0, f"Trang {n}") for n in range(1, pages + 1)),
        sections=tuple(Section(None, 1, f"{n}.", f"Mục {n}", _passage(n, f"{n}. Mục")) for n in range(1, pages + 1)),
        blocks=tuple(Block(_passage(n, "Quyết định số 5/QĐ-TTg"), "body", section=n - 1) for n in range(1, pages + 1)),
        citations=tuple(_citation(n) for n in range(1, pages + 1)),
    )


def _passage(page: int, text: str) -> Passage:
    return Passage(text, (Piece(0, len(text), Box(page, 72.0, 100.0, 200.0, 114.0)),))


def _citation(page: int) -> Citation:
    passage = _passage(page, "Quyết định số 5/QĐ-TTg")
    return Citation(
        block=page - 1,
        start=0,
        stop=len(passage.text),
        text=passage.text,
        page=page,
        zone="body",
        kind="Quyết định",
        number="5",
        symbol="QĐ-TTg",
        ref="5/QĐ-TTg",
        issued_on=None,
        issuer=None,
        pinpoint=None,
        title=None,
        title_source=None,
        relation="refers",
        confidence=1.0,
        boxes=passage.boxes(),
    )


def _crash_some_times(countdown: Path) -> None:
    left = int(countdown.read_text())
    if left:
        countdown.write_text(str(left - 1))
        crash()
