"""Failures that only running knows: the program's own faults, and runs that cannot begin."""

from __future__ import annotations

from pipeline.errors import DocumentError, KehoachError, RunError


class InternalError(DocumentError):
    """The program itself went wrong on this document: a Python exception that is no DocumentError."""

    code = "internal"
    reason = "Lỗi của chương trình khi đọc tệp (fault of the program)"
    remedy = "gửi tệp cho nhóm phát triển (report the file)"


class UnreadableFileError(DocumentError):
    """The file system does not let us read the file."""

    code = "unreadable_file"
    reason = "Không mở được tệp (the file cannot be opened)"
    remedy = "kiểm tra quyền đọc và ổ đĩa (check the permissions and the disk)"


class NoSuchPathError(KehoachError):
    """A PATH on the command line leads nowhere: wrong use."""

    code = "no_such_path"
    exit_code = 2
    reason = "Không tìm thấy đường dẫn (no such file, folder or match)"
    remedy = "kiểm tra lại tên tệp, thư mục (check the name)"


class NoPageCacheError(RunError):
    """Recognised pages cannot be kept; to go on would be to recognise them for nothing."""

    code = "no_page_cache"
    reason = "Không ghi được bộ đệm trang quét, đã dừng (the page cache cannot be written)"
    remedy = (
        "kiểm tra dung lượng và quyền ghi, hoặc đặt KEHOACH_CACHE, rồi chạy lại cùng lệnh: trang đã nhận dạng được giữ "
        "(check space and permissions, then run again: recognised pages are kept)"
    )


class DatabaseInUseError(RunError):
    """Another run writes the same database."""

    code = "database_in_use"
    reason = "Cơ sở dữ liệu đang được một lần chạy khác ghi (another run is writing this database)"
    remedy = "đợi lần chạy đó xong rồi chạy lại (wait until it ends, then run again)"


class NoWorkersError(RunError):
    """The machine does not let us start reader processes."""

    code = "no_workers"
    reason = "Không khởi động được tiến trình đọc tệp (reader processes cannot be started)"
    remedy = "giảm --workers hoặc tăng --memory (fewer --workers or a larger --memory)"
