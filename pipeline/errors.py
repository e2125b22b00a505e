"""Why a document, or a run, could not be finished: one class a failure, each with what the user can do.

Messages are Vietnamese first, English second; they go into ``documents.error`` and on the terminal as they are.
"""

from __future__ import annotations


class KehoachError(Exception):
    """A failure that has a name. ``code`` is stable; ``remedy`` says what the user can do."""

    code = "error"
    reason = "Lỗi không rõ (unknown error)"
    remedy = ""

    def __init__(self, detail: str = "") -> None:
        self.detail = detail
        super().__init__(self.message)

    def __reduce__(self) -> tuple[type[KehoachError], tuple[str]]:
        """Workers send errors to their supervisor: made anew from the detail, not from the message around it."""
        return type(self), (self.detail,)

    @property
    def message(self) -> str:
        detail = f": {self.detail}" if self.detail else ""
        remedy = f" — {self.remedy}" if self.remedy else ""
        return f"{self.reason}{detail}{remedy}"


class DocumentError(KehoachError):
    """One document cannot be read; the run goes on with the next."""


class EmptyFileError(DocumentError):
    code = "empty_file"
    reason = "Tệp rỗng (empty file)"
    remedy = "tải hoặc sao chép lại tệp gốc (copy the original file again)"


class NotAPdfError(DocumentError):
    code = "not_a_pdf"
    reason = "Không phải tệp PDF (not a PDF)"
    remedy = "xuất lại văn bản sang PDF (export the document as PDF)"


class EncryptedError(DocumentError):
    code = "encrypted"
    reason = "Tệp có mật khẩu (password needed)"
    remedy = "mở bằng mật khẩu, lưu bản không mật khẩu rồi chạy lại (save a copy without password)"


class DamagedError(DocumentError):
    code = "damaged"
    reason = "Tệp hỏng, không đọc được (damaged file)"
    remedy = "tải lại tệp từ nguồn ban hành (fetch the file again)"


class NoPagesError(DocumentError):
    code = "no_pages"
    reason = "Tệp không có trang nào (no pages)"
    remedy = "tải lại tệp từ nguồn ban hành (fetch the file again)"


class TooComplexError(DocumentError):
    code = "too_complex"
    reason = "Tệp quá phức tạp (page content beyond the limits)"
    remedy = "in lại tệp sang PDF mới (print it to a new PDF)"


class TimeLimitError(DocumentError):
    code = "time_limit"
    reason = "Quá thời gian cho phép (time limit)"
    remedy = "chạy lại với --timeout lớn hơn (run again with a larger --timeout)"


class MemoryLimitError(DocumentError):
    code = "memory_limit"
    reason = "Quá bộ nhớ cho phép (memory limit)"
    remedy = "chạy lại với --memory lớn hơn (run again with a larger --memory)"


class WorkerCrashError(DocumentError):
    code = "worker_crash"
    reason = "Tiến trình đọc tệp bị dừng đột ngột (reader process died)"
    remedy = "gửi tệp cho nhóm phát triển (report the file)"


class RunError(KehoachError):
    """The run as a whole cannot go on (disk full, database locked by another run)."""

    code = "run"
    exit_code = 1
