"""``kehoach units``: names of bodies that are linked to none, and a person's own aliases for them."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from pipeline.commands.words import EXIT_OK, WrongUseError, existing
from pipeline.entities.own_aliases import add_alias, alias_file, read_aliases
from pipeline.publish.opening import open_published
from pipeline.publish.unlinked import UnlinkedName, unlinked_names

NOTHING = "Mọi đơn vị được nhắc tới đều đã nhận diện (every body named is linked)"
HOW = (
    'Thêm cách viết: kehoach units --add "CÁCH VIẾT" "TÊN ĐẦY ĐỦ", hoặc sửa tệp trên; rồi chạy lại `kehoach run` '
    "(add a form, or edit the file; then run `kehoach run` again)"
)
ADDED = "đã ghi; lần chạy sau sẽ đọc lại các văn bản (written; the next run reads the documents anew)"


def list_unlinked(database: Path, most: int) -> int:
    """Print the names, most frequent first, and where a person's own aliases go."""
    with closing(open_published(existing(database))) as db:
        names = unlinked_names(db, most)
    click.echo(_table(names) if names else NOTHING)
    path = alias_file(database)
    click.echo(f"Tệp tên gọi riêng (your own aliases): {path}, {len(read_aliases(path))} dòng (lines)")
    if names:
        click.echo(HOW)
    return EXIT_OK


def add(database: Path, form: str, unit: str) -> int:
    """Write one alias into the person's own file."""
    form, unit = (" ".join(text.split()) for text in (form, unit))
    if not form or not unit:
        raise WrongUseError("--add cần cách viết và tên đầy đủ (--add needs a form and a full name)")
    path = alias_file(database)
    read_aliases(path)  # a file that cannot be read is not made longer
    add_alias(path, form, unit)
    click.echo(f"{path}: {form} → {unit}; {ADDED}")
    return EXIT_OK


def _table(names: list[UnlinkedName]) -> str:
    lines = [f"{'lần (times)':>11}  {'văn bản (docs)':>14}  cách viết (as printed)"]
    for name in names:
        lines.append(f"{name.mentions:>11}  {name.documents:>14}  {name.text}")
        lines += [f"{'':>27}  ? {candidate}" for candidate in name.candidates]
    return "\n".join(lines)
