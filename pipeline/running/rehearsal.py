"""Imported by the fork server alone, once a run: what a worker would do before its first document is done here.

The names of bodies and places make large patterns, which are compiled when the first text is searched (measured:
2.3 s of CPU). A worker is forked from here and has them; else each would compile them again.
"""

from __future__ import annotations

import contextlib

import pipeline.extract  # noqa: F401 - loads the libraries
from pipeline.citations import find_citations
from pipeline.entities import link_entities
from pipeline.model import Block, Box, Letterhead, Passage, Piece

MISPRINTED = "Sở Nội vũ tềnh Kon Tum trềnh UBND tỉnh phê duyẹt Đề án xây dửng"
TEXT = "Căn cứ Quyết định số 1320/QĐ-UBND ngày 19 tháng 3 năm 2021 của UBND tỉnh Kon Tum; Sở Y tế chủ trì thực hiện."


def rehearse() -> None:
    """Search one sentence, the same in capitals, and one with wrong marks: each has patterns of its own."""
    blocks = [Block(_passage(text), "body") for text in (TEXT, TEXT.upper(), MISPRINTED)]
    find_citations(blocks, Letterhead())
    link_entities(blocks, Letterhead(), ())


def _passage(text: str) -> Passage:
    return Passage(text, (Piece(0, len(text), Box(1, 0.0, 0.0, 500.0, 12.0)),))


# A fault here would end the fork server, and with it every document; it shows again where the first one is read.
with contextlib.suppress(Exception):
    rehearse()
