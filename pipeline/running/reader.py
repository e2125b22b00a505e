"""What a worker process does with a document, or with one page of a scan."""

from __future__ import annotations

from pathlib import Path

from pipeline.errors import DamagedError
from pipeline.model import Extraction
from pipeline.reading.ocr import readers
from pipeline.reading.ocr.cache import PageCache
from pipeline.running.tasks import DocumentTask, PageTask, Task, Wanted

# Loaded once in the fork server, so that a new worker has them at no cost. The engines of OCR are not among them:
# they start threads, and a process with threads must not be forked.
PRELOAD = ("pipeline.running.child", "pipeline.running.rehearsal")


def read_task(task: Task) -> Extraction | Wanted | None:
    """Do the task. Raises DocumentError. Imported here: the supervisor itself opens no PDF."""
    import pypdfium2 as pdfium

    try:
        if isinstance(task, DocumentTask):
            return _read_document(task)
        _keep_page(task)
    except pdfium.PdfiumError as error:  # a page or an object that PDFium cannot load
        raise DamagedError(str(error)) from error
    return None


def _read_document(task: DocumentTask) -> Extraction | Wanted:
    from pipeline.extract import extract

    path = Path(task.source.path)
    if task.cache is None:
        return extract(path, readers.turned_off())
    try:
        return extract(path, readers.FromCache(PageCache(task.cache, task.source.sha256), dict(task.refused)))
    except readers.PagesWanted as wanted:
        reason = readers.available()
        return Wanted(wanted.numbers) if reason is None else extract(path, readers.Unavailable(reason))


def _keep_page(task: PageTask) -> None:
    from pipeline.reading.ocr.single import recognise

    page = recognise(Path(task.source.path), task.number)
    PageCache(task.cache, task.source.sha256).put(task.number, page)
