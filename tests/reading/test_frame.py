"""From user space to the page as shown: every turn, every crop box, there and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading.frame import Frame

ROTATIONS = st.sampled_from([0, 90, 180, 270])
SMALL = st.floats(-500, 500)
LARGE = st.floats(1, 3000)


@st.composite
def frames(draw: st.DrawFn) -> Frame:
    left, bottom = draw(SMALL), draw(SMALL)
    return Frame(left, bottom, left + draw(LARGE), bottom + draw(LARGE), draw(ROTATIONS))


@given(frames(), st.floats(0, 1), st.floats(0, 1))
def test_points_of_the_visible_part_stand_on_the_page(frame: Frame, across: float, up: float) -> None:
    x, y = frame.left + across * (frame.right - frame.left), frame.bottom + up * (frame.top - frame.bottom)
    shown_x, shown_y = frame.to_page(x, y)
    assert -1e-6 <= shown_x <= frame.width + 1e-6
    assert -1e-6 <= shown_y <= frame.height + 1e-6


@given(frames(), SMALL, SMALL)
def test_four_turns_lead_back(frame: Frame, x: float, y: float) -> None:
    """The page turned by 180 degrees is the point mirrored in the middle of the page, for every rotation."""
    opposite = Frame(frame.left, frame.bottom, frame.right, frame.top, (frame.rotation + 180) % 360)
    ax, ay = frame.to_page(x, y)
    bx, by = opposite.to_page(x, y)
    assert (ax + bx, ay + by) == pytest.approx((frame.width, frame.height), abs=1e-6)


@given(frames(), SMALL, SMALL, LARGE, LARGE)
def test_boxes_keep_their_area_and_are_upright(frame: Frame, x: float, y: float, width: float, height: float) -> None:
    x0, top, x1, bottom = frame.box(x, y, x + width, y + height)
    assert x0 <= x1
    assert top <= bottom
    assert (x1 - x0) * (bottom - top) == pytest.approx(width * height, rel=1e-6)


@pytest.mark.parametrize(
    ("rotation", "corner"), [(0, (0, 0)), (90, (800, 0)), (180, (500, 800)), (270, (0, 500))], ids=str
)
def test_where_the_top_left_corner_of_the_sheet_goes(rotation: int, corner: tuple[float, float]) -> None:
    """A sheet of 500 x 800 turned clockwise: its top left corner moves to the right, the bottom, the left."""
    assert Frame(50, 100, 550, 900, rotation).to_page(50, 900) == corner
