"""From PDF user space (origin bottom-left, unrotated) to the page as it is shown (origin top-left, rotated)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible part of a page and how it is turned; ``rotation`` is 0, 90, 180 or 270 degrees clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    @property
    def width(self) -> float:
        return self.right - self.left if self.rotation in (0, 180) else self.top - self.bottom

    @property
    def height(self) -> float:
        return self.top - self.bottom if self.rotation in (0, 180) else self.right - self.left

    def to_page(self, x: float, y: float) -> tuple[float, float]:
        """A point of user space as ``(x, y)`` from the top-left corner of the shown page."""
        if self.rotation == 90:
            return y - self.bottom, x - self.left
        if self.rotation == 180:
            return self.right - x, y - self.bottom
        if self.rotation == 270:
            return self.top - y, self.right - x
        return x - self.left, self.top - y

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """A rectangle of user space as ``(x0, top, x1, bottom)`` of the shown page."""
        ax, ay = self.to_page(x0, y0)
        bx, by = self.to_page(x1, y1)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
