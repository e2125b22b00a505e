"""Sentences in the styles of plans, decisions, party papers, reports, notes and tables, with every mention in them.

The files were written for this test, by hand: a sentence a line, each followed by its mentions as
``= kind | reference | date | issuer | pinpoint``; ``##`` names the style of what follows.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from tests.citations.reading import read

Fields = tuple[str | None, ...]

_DATA = Path(__file__).with_name("data")
FILES = (_DATA / "sentences.txt", _DATA / "sentences_of_many_bodies.txt")


def sentences() -> list[tuple[str, list[Fields]]]:
    return [sentence for file in FILES for sentence in _sentences(file)]


def _sentences(file: Path) -> list[tuple[str, list[Fields]]]:
    found: list[tuple[str, list[Fields]]] = []
    for line in unicodedata.normalize("NFC", file.read_text(encoding="utf-8")).splitlines():
        if line.startswith("="):
            fields = [field.strip() or None for field in line[1:].split("|")]
            found[-1][1].append((*fields, *[None] * (5 - len(fields))))
        elif line and not line.startswith("##"):
            found.append((line, []))
    return found


@pytest.mark.parametrize(("text", "mentions"), sentences(), ids=[text[:50] for text, _ in sentences()])
def test_every_mention_of_a_sentence_is_read_in_every_field(text: str, mentions: list[Fields]) -> None:
    assert [(m.kind, m.ref, m.date, m.issuer, m.pinpoint) for m in read(text)] == mentions
