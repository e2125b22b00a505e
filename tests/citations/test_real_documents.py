"""The mentions that people labelled in real documents, each read from its own printed text."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

from tests.citations.reading import read


def _labelled(shared: Path) -> list[dict[str, Any]]:
    """All labelled mentions with a full reference, or a date."""
    files = sorted((shared / "gold" / "labels").glob("*.json"))
    mentions = [mention for file in files for mention in json.loads(file.read_text(encoding="utf-8"))["citations"]]
    return [mention for mention in mentions if "-" in (mention["ref"] or "-") or ":" in mention["ref"]]


def _same(a: str | None, b: str | None) -> bool:
    return unicodedata.normalize("NFC", a or "").casefold() == unicodedata.normalize("NFC", b or "").casefold()


def test_every_labelled_mention_is_read_with_all_its_fields(shared: Path) -> None:
    wrong = []
    for label in _labelled(shared):
        if label["ref"] is None and label["date"] is None:
            continue
        found = read(label["text"])
        fields = [(f.text, f.kind, f.ref, f.date, f.issuer) for f in found]
        wanted = (label["text"], label["kind"], label["ref"], label["date"], label["issuer"])
        if len(fields) != 1 or not all(map(_same, fields[0], wanted)):
            wrong.append((wanted, fields))
    assert wrong == []
