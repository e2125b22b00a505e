"""``kehoach doctor``: what is installed, what is missing, how to get it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from pipeline.commands.checks import Check, State, all_checks
from pipeline.commands.words import EXIT_CANNOT_GO_ON, EXIT_OK

_MARKS = {State.THERE: "[ có ]", State.MISSING: "[THIẾU]", State.OPTIONAL: "[  – ]"}


def examine(database: Path) -> int:
    """Print every check; 0 where all that `kehoach run` needs is there, else 1. ``database`` need not exist."""
    checks = list(all_checks(database))
    click.echo("\n".join(_lines(checks)))
    missing = [check for check in checks if check.state is State.MISSING]
    if missing:
        click.echo(f"Còn thiếu {len(missing)} thứ để chạy (missing: {len(missing)}).")
        return EXIT_CANNOT_GO_ON
    click.echo("Đủ để chạy (ready): kehoach run THƯ_MỤC")
    return EXIT_OK


def _lines(checks: Iterable[Check]) -> Iterable[str]:
    for check in checks:
        yield f"{_MARKS[check.state]:<8} {check.name}: {check.detail}"
        if check.remedy and check.state is not State.THERE:
            yield f"         → {check.remedy}"
