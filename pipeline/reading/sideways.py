"""Words that stand sideways on a page that is read level: turned heads of narrow columns.

They are read in a frame in which they stand upright, by the reader of all other words; their boxes are then those on
the page as it is read.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import replace

from pipeline.model import Box, Word
from pipeline.reading.frame import Frame
from pipeline.reading.words import read_words

QUARTER_TURNS = (90, 270)  # degrees clockwise that bring sideways print upright; print upside down is not read

LINE_PLAY = 3.0  # pt: baselines of one line differ by less


def read_sideways(text_page: ctypes.c_void_p, frame: Frame, page: int) -> tuple[Word, ...]:
    """The sideways words in the order in which they are read, line by line, without the edges of their characters."""
    return tuple(word for turn in QUARTER_TURNS for word in _upright_in(text_page, frame, page, turn))


def _upright_in(text_page: ctypes.c_void_p, frame: Frame, page: int, turn: int) -> Iterator[Word]:
    turned = replace(frame, rotation=(frame.rotation + turn) % 360)
    words = read_words(text_page, turned, page).words
    for word in sorted(words, key=lambda word: (round(word.baseline / LINE_PLAY), word.box.x0)):
        box = _turned_back(word.box, frame, turn)
        yield replace(word, box=box, baseline=box.bottom, edges=None, superscript=False)


def _turned_back(box: Box, frame: Frame, turn: int) -> Box:
    """Where a box of the page turned clockwise by ``turn`` degrees lies on the page."""
    if turn == 90:
        return Box(box.page, box.top, frame.height - box.x1, box.bottom, frame.height - box.x0)
    return Box(box.page, frame.width - box.bottom, box.x0, frame.width - box.top, box.x1)
