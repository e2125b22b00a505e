"""``kehoach run``: read documents into the database, and say what became of them."""

from __future__ import annotations

import signal
from contextlib import closing
from pathlib import Path

import click

from pipeline.commands.words import WrongUseError, existing
from pipeline.publish.schema import open_database
from pipeline.publish.summary import grouped, render_summary, summarise
from pipeline.running import job
from pipeline.running.job import RunOutcome, Settings
from pipeline.running.report import reporter_for_terminal


def run(paths: tuple[str, ...], database: Path, settings: Settings) -> int:
    """Read what the paths name; the exit code of the command."""
    _end_in_good_order()
    outcome = job.run(_documents(paths, database, settings), database, settings, reporter_for_terminal())
    click.echo(_this_run(outcome))
    with closing(open_database(database)) as db:
        click.echo(render_summary(summarise(db), database))
    return outcome.exit_code


def _end_in_good_order() -> None:
    """`kill` and a closed terminal stop a run as Ctrl-C does; under nohup a closed terminal does not."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, signal.default_int_handler)


def _documents(paths: tuple[str, ...], database: Path, settings: Settings) -> tuple[str | Path, ...]:
    if paths:
        return paths
    if settings.retry_failed:
        return job.failed_documents(existing(database))
    raise WrongUseError("thiếu PATH: tệp, thư mục hoặc mẫu tên (name files, folders or patterns)")


def _this_run(outcome: RunOutcome) -> str:
    """Only what happened is named."""
    parts = (
        (outcome.ok, "văn bản đọc xong (read)"),
        (outcome.partial, "đọc một phần (partly read)"),
        (outcome.failed, "không đọc được (failed)"),
        (outcome.known, "đã đọc từ trước (read before)"),
        (outcome.failed_before, "không đọc được từ lần trước (failed before; --retry-failed)"),
    )
    said = [f"{grouped(count)} {words}" for count, words in parts if count] or ["không có tệp PDF nào (no PDF)"]
    seconds = f"{outcome.seconds:.1f}".replace(".", ",")
    return f"Lần chạy này (this run): {', '.join(said)}; {grouped(outcome.pages)} trang, {seconds} giây"
