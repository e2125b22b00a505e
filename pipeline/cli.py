"""The ``kehoach`` command: its arguments and help. What the commands do is in `pipeline.commands`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NoReturn

import click

from pipeline import __version__
from pipeline.commands.words import (
    EXIT_CANNOT_GO_ON,
    EXIT_INTERRUPTED,
    EXIT_OK,
    EXIT_WRONG_USE,
    INTERRUPTED,
    describe_usage,
    existing,
)
from pipeline.errors import KehoachError

EXIT_CODES = """\b
Mã thoát (exit codes):
  0    mọi văn bản đã đọc được        all documents are read
  1    không thể chạy tiếp            the run could not go on
  2    dùng sai lệnh                  wrong use
  3    có văn bản không đọc được      some documents failed
  130  bị dừng (Ctrl-C)               interrupted"""

database_option = click.option(
    "--db",
    "database",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("output/plans.db"),
    envvar="KEHOACH_DB",
    show_default=True,
    metavar="TỆP",
    help="Tệp cơ sở dữ liệu, hoặc biến KEHOACH_DB (the database file).",
)


help_option = click.help_option("-h", "--help", help="Hiện trợ giúp này (show this help).")


@click.group(context_settings={"max_content_width": 110}, epilog=EXIT_CODES)
@click.version_option(
    __version__, "--version", "-V", message="kehoach %(version)s", help="Hiện số phiên bản (show the version)."
)
@help_option
def cli() -> None:
    """Đọc kế hoạch, quyết định (PDF) của cơ quan nhà nước thành cơ sở dữ liệu tra cứu được.

    Reads Vietnamese government plan documents (PDF) into a database that answers.

    \b
    Bắt đầu (to begin):
      kehoach run THƯ_MỤC      đọc mọi tệp PDF trong thư mục   read every PDF in a folder
      kehoach serve --open     mở kết quả trong trình duyệt    open the result in a browser
    """


@cli.command(epilog=EXIT_CODES)
@click.argument("paths", nargs=-1, metavar="PATH…")
@database_option
@click.option(
    "--workers",
    type=click.IntRange(1, 256),
    default=None,
    metavar="N",
    help="Số tiến trình đọc; mặc định: số lõi máy (reader processes; default: one a processor).",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=1),
    default=120,
    show_default=True,
    metavar="GIÂY",
    help="Thời gian tối đa cho một văn bản, hoặc một trang quét (seconds for one document, or one scanned page).",
)
@click.option(
    "--memory",
    type=click.IntRange(min=64),
    default=2048,
    show_default=True,
    metavar="MB",
    help="Bộ nhớ tối đa cho một văn bản, hoặc một trang quét (megabytes for one document, or one scanned page).",
)
@click.option("--again", is_flag=True, help="Đọc lại cả văn bản đã đọc (read again what is known).")
@click.option(
    "--retry-failed",
    is_flag=True,
    help="Đọc lại văn bản lần trước không đọc được hoặc chỉ đọc một phần; không có PATH: mọi văn bản như thế "
    "(take up what failed or was read in part; without PATH: all of it).",
)
@click.option("--no-ocr", is_flag=True, help="Không nhận dạng chữ trang quét (leave scanned pages unread).")
@help_option
def run(
    paths: tuple[str, ...],
    database: Path,
    workers: int | None,
    timeout: float,
    memory: int,
    again: bool,
    retry_failed: bool,
    no_ocr: bool,
) -> int:
    """Đọc PDF vào cơ sở dữ liệu. Read PDFs into the database.

    PATH là tệp, thư mục (kể cả thư mục con) hoặc mẫu tên như "*.pdf". Văn bản đã đọc được bỏ qua; lần chạy bị
    ngắt thì chạy lại cùng lệnh để đọc tiếp. Tệp không đọc được vẫn được ghi lại kèm lý do và cách xử lý.

    PATH is a file, a folder (with those below it) or a pattern like "*.pdf". What was read before is skipped; a
    run that was interrupted goes on when started again. A file that cannot be read is recorded with the reason and
    what to do.

    \b
    Ví dụ (examples):
      kehoach run corpus
      kehoach run ke-hoach.pdf "2026/**/*.pdf" --db output/2026.db
      kehoach run --retry-failed --timeout 600
    """
    from pipeline.commands.run import run as read_documents
    from pipeline.running.job import Settings
    from pipeline.running.workers import Limits

    limits = Limits(seconds=timeout, memory_mb=memory)
    settings = Settings(workers or os.cpu_count() or 1, limits, again, retry_failed, ocr=not no_ocr)
    return read_documents(paths, database, settings)


@cli.command(epilog=EXIT_CODES)
@database_option
@click.option("--port", type=click.IntRange(0, 65535), default=8001, show_default=True, help="Cổng (port).")
@click.option("--open", "open_browser", is_flag=True, help="Mở trình duyệt (open a browser).")
@help_option
def serve(database: Path, port: int, open_browser: bool) -> int:
    """Mở cơ sở dữ liệu trong trình duyệt. Serve the database with Datasette, on this machine alone.

    Dừng bằng Ctrl-C. Stop it with Ctrl-C.
    """
    from pipeline.site.server import serve as serve_site

    try:
        return serve_site(existing(database), port, open_browser)
    except KeyboardInterrupt:  # the way to end it
        return EXIT_OK


@cli.command(epilog=EXIT_CODES)
@click.argument("table", required=False, metavar="[TABLE]")
@click.option("--query", metavar="TÊN", help="Một câu hỏi đã lưu thay cho bảng (a saved query instead of a table).")
@click.option(
    "-p", "--parameter", "parameters", multiple=True, metavar="KHÓA=GIÁ_TRỊ", help="Tham số của --query (repeatable)."
)
@click.option("--all", "everything", is_flag=True, help="Mọi bảng, mỗi bảng một tệp, vào thư mục -o (every table).")
@click.option(
    "--report", metavar="VĂN_BẢN", help="Báo cáo đối chiếu các bảng của một văn bản (reconciliation of its tables)."
)
@database_option
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="TỆP",
    help="Tệp hoặc thư mục ghi ra; mặc định: màn hình (file or folder; default: standard output).",
)
@click.option("--excel", is_flag=True, help="Cho Excel: UTF-8 có BOM, xuống dòng kiểu Windows (for Excel).")
@click.option("--labels", is_flag=True, help="Tên cột tiếng Việt (column headings in Vietnamese).")
@help_option
def export(
    table: str | None,
    query: str | None,
    parameters: tuple[str, ...],
    everything: bool,
    report: str | None,
    database: Path,
    output: Path | None,
    excel: bool,
    labels: bool,
) -> int:
    """Xuất một bảng hoặc một câu hỏi đã lưu ra CSV hoặc Excel. Write a table or a saved query as CSV or XLSX.

    Tệp có đuôi .xlsx là sổ tính Excel, còn lại là CSV. A file that ends in .xlsx is a workbook, any other is CSV.

    Không có tham số: liệt kê các bảng và câu hỏi. Without arguments it lists what there is.

    \b
    Ví dụ (examples):
      kehoach export projects --labels -o du-an.xlsx
      kehoach export projects --excel -o du-an.csv
      kehoach export --query ai-vien-dan -p ref=1320/KH-UBND
      kehoach export --all -o output/csv
      kehoach export --all --labels -o tat-ca.xlsx
      kehoach export --report 1320/KH-UBND -o doi-chieu.xlsx
    """
    from pipeline.commands.export import Style, export_report
    from pipeline.commands.export import export as write_csv

    if report is not None:
        if table or query or parameters or everything:
            raise click.UsageError("--report đứng một mình, với -o nếu cần (--report goes alone, with -o)")
        return export_report(database, report, output)
    given = dict(_parameter(text) for text in parameters)
    return write_csv(database, table, query, given, everything, output, Style(excel, labels))


@cli.command(epilog=EXIT_CODES)
@database_option
@click.option(
    "--labels",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    metavar="THƯ_MỤC",
    help="Thư mục nhãn chuẩn; mặc định: ../shared/gold/labels (folder of hand-made labels).",
)
@click.option("--misses", is_flag=True, help="Kể từng chỗ sai, sót (list what was missed or wrong).")
@click.option("--json", "json_file", type=click.Path(path_type=Path, dir_okay=False), metavar="TỆP", help="Ghi JSON.")
@help_option
def evaluate(database: Path, labels: Path | None, misses: bool, json_file: Path | None) -> int:
    """Chấm kết quả theo nhãn làm tay. Score the database against hand-made labels."""
    from pipeline.commands.evaluate import evaluate as score

    return score(database, labels, misses, json_file)


@cli.command(epilog=EXIT_CODES)
@database_option
@click.option(
    "-n",
    "--most",
    type=click.IntRange(min=1),
    default=50,
    show_default=True,
    metavar="N",
    help="Số dòng nhiều nhất (at most so many lines).",
)
@click.option(
    "--add",
    "alias",
    nargs=2,
    metavar="CÁCH_VIẾT TÊN_ĐẦY_ĐỦ",
    help="Ghi một cách viết vào tệp của bạn (add one form to your own file).",
)
@help_option
def units(database: Path, most: int, alias: tuple[str, str] | None) -> int:
    """Liệt kê đơn vị chưa nhận diện, hay gặp nhất trước. List bodies that are linked to none, most frequent first.

    Cách viết do bạn thêm nằm trong tệp riêng cạnh cơ sở dữ liệu (plans.aliases.csv), không mất khi cập nhật chương
    trình; lần `kehoach run` sau đọc lại các văn bản với tệp đó.

    Forms that you add are in a file of your own beside the database, which no update touches; the next `kehoach run`
    reads the documents anew with it.

    \b
    Ví dụ (examples):
      kehoach units
      kehoach units --add "BQLDA98" "Ban Quản lý các dự án 98"
    """
    from pipeline.commands.units import add, list_unlinked

    return add(database, *alias) if alias else list_unlinked(database, most)


@cli.command(epilog="\b\nMã thoát (exit codes): 0 đủ để chạy (run can work), 1 còn thiếu (something is missing)")
@database_option
@help_option
def doctor(database: Path) -> int:
    """Kiểm tra máy: đã cài gì, thiếu gì, cài thế nào. What is installed, what is missing, how to get it."""
    from pipeline.commands.doctor import examine

    return examine(database)


def _parameter(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals:
        raise click.BadParameter(f"{text!r}: cần KHÓA=GIÁ_TRỊ (KEY=VALUE)", param_hint="-p")
    return key, value


def main(arguments: list[str] | None = None) -> NoReturn:
    """The entry point: every ending has a message and an exit code, none a traceback, but for faults of the program."""
    try:
        sys.exit(cli.main(arguments, prog_name="kehoach", standalone_mode=False) or 0)
    except click.exceptions.NoArgsIsHelpError as error:  # `kehoach` alone: the help, and nothing done wrong
        _end(error.format_message(), EXIT_WRONG_USE)
    except click.UsageError as error:
        _end(describe_usage(error), EXIT_WRONG_USE)
    except click.ClickException as error:
        _end(error.format_message(), EXIT_CANNOT_GO_ON)
    except KehoachError as error:
        _end(error.message, getattr(error, "exit_code", EXIT_WRONG_USE))
    except (KeyboardInterrupt, click.Abort):
        _end(INTERRUPTED, EXIT_INTERRUPTED)
    except BrokenPipeError:  # `kehoach export … | head`
        sys.stdout = None  # nothing is left to flush to
        sys.exit(0)


def _end(message: str, code: int) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(code)
