"""Boxes of pages that were turned or levelled to be read lie on the page as it is shown."""

from __future__ import annotations

import math

import pytest

from pipeline.model import Box, PageRecord
from pipeline.publish.placement import Placement


def page(turn: int = 0, skew: float = 0.0) -> PageRecord:
    return PageRecord(1, 600.0, 800.0, 0, "text", 1.0, "", turn=turn, skew=skew)


def test_a_page_read_as_shown_keeps_its_boxes() -> None:
    box = Box(1, 10.0, 20.0, 30.0, 25.0)
    assert Placement([page()]).shown([box]) == (box,)


@pytest.mark.parametrize(
    ("turn", "shown"),
    [
        # The word at the top left of the page as read, 40 wide and 10 high.
        (90, (0.0, 760.0, 10.0, 800.0)),  # text that runs upwards begins at the bottom left
        (180, (560.0, 790.0, 600.0, 800.0)),
        (270, (590.0, 0.0, 600.0, 40.0)),  # text that runs downwards begins at the top right
    ],
)
def test_a_turned_page(turn: int, shown: tuple[float, float, float, float]) -> None:
    (box,) = Placement([page(turn)]).shown([Box(1, 0.0, 0.0, 40.0, 10.0)])
    assert (box.x0, box.top, box.x1, box.bottom) == pytest.approx(shown)


def test_a_level_page_is_tilted_back_about_its_middle() -> None:
    (middle, right) = Placement([page(skew=1.0)]).shown([Box(1, 290, 395, 310, 405), Box(1, 590, 395, 610, 405)])
    assert (middle.x0, middle.top) == pytest.approx((290, 395))
    # Turning an image counter-clockwise lifts its right edge; what was lifted lies lower on the page.
    assert right.top == pytest.approx(395 + 300 * math.sin(math.radians(1.0)))
