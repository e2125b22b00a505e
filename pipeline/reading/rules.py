"""The ruling lines of a page, from PDFium's path objects.

A rule is a straight, visible stroke, or a filled rectangle so thin that it can only be a line. White strokes and
shaded areas are no rules: counting them made pdfplumber see 23 tables where 14 stand (measured on four real files).
"""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.errors import TooComplexError
from pipeline.model import Rule

Point = tuple[float, float]
ToPage = Callable[[float, float], Point]
Matrix = tuple[float, float, float, float, float, float]

THICKEST_RULE = 2.5  # pt: a filled rectangle thicker than this is an area, not a line
STRAIGHT_WITHIN = 0.5  # pt: how far a segment may lean and still be horizontal or vertical
NEARLY_WHITE = 690  # sum of red, green and blue of 765: lighter than this is not seen in print
NEARLY_CLEAR = 16  # alpha of 255
DEEPEST_FORM = 8  # forms in forms; real producers and stampers stay below 5
MOST_OBJECTS = 60_000  # page objects looked at; a page beyond it is a drawing, and takes seconds
MOST_SEGMENTS = 200_000

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def read_rules(page: pdfium.PdfPage, to_page: ToPage) -> tuple[Rule, ...]:
    """The rules of ``page`` in the order they are drawn, in points from its top-left corner as shown.

    ``to_page`` maps PDF user space to that corner (it knows the crop box and the rotation). Raises
    `TooComplexError` for a page of more than `MOST_OBJECTS` objects, so that a bomb ends; a caller that would
    rather read such a page (a map, a plan) without its rules catches it and says so.
    """
    reader = _RuleReader(to_page)
    reader.read_page(page)
    return tuple(reader.rules)


@dataclass
class _RuleReader:
    """Walks the objects of one page, forms included, and keeps the rules it meets."""

    to_page: ToPage
    rules: list[Rule] = field(default_factory=list)
    objects_seen: int = 0
    segments_seen: int = 0

    def read_page(self, page: pdfium.PdfPage) -> None:
        count = raw.FPDFPage_CountObjects(page.raw)
        self._count_objects(count)
        for index in range(count):
            self._read_object(raw.FPDFPage_GetObject(page.raw, index), IDENTITY, depth=0)

    def _read_form(self, form: object, matrix: Matrix, depth: int) -> None:
        count = raw.FPDFFormObj_CountObjects(form)
        self._count_objects(count)
        for index in range(count):
            self._read_object(raw.FPDFFormObj_GetObject(form, index), matrix, depth)

    def _read_object(self, thing: object, matrix: Matrix, depth: int) -> None:
        kind = raw.FPDFPageObj_GetType(thing)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            self._read_path(thing, matrix)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST_FORM:
            self._read_form(thing, _times(_matrix_of(thing), matrix), depth + 1)

    def _read_path(self, path: object, matrix: Matrix) -> None:
        filled, stroked = _draw_mode(path)
        if not (filled or stroked) or not _visible(path, stroked):
            return
        self.segments_seen += max(raw.FPDFPath_CountSegments(path), 0)
        if self.segments_seen > MOST_SEGMENTS:
            raise TooComplexError(f"hơn {MOST_SEGMENTS} nét vẽ trên một trang (drawing segments on one page)")
        for outline in _outlines(path, _times(_matrix_of(path), matrix)):
            self._read_outline(outline, stroked)

    def _read_outline(self, outline: list[Point], stroked: bool) -> None:
        """A closed shape so thin that it is a line gives one rule; of any other shape only strokes are seen."""
        shown = [self.to_page(x, y) for x, y in outline]
        xs, ys = [x for x, _ in shown], [y for _, y in shown]
        if _is_thin(max(xs) - min(xs), max(ys) - min(ys)):
            self.rules.append(_centred(min(xs), min(ys), max(xs), max(ys)))
        elif stroked:
            for (xa, ya), (xb, yb) in itertools.pairwise(shown):
                if (abs(xa - xb) < STRAIGHT_WITHIN) != (abs(ya - yb) < STRAIGHT_WITHIN):
                    self.rules.append(_centred(min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)))

    def _count_objects(self, count: int) -> None:
        self.objects_seen += max(count, 0)
        if self.objects_seen > MOST_OBJECTS:
            raise TooComplexError(f"hơn {MOST_OBJECTS} đối tượng trên một trang (objects on one page)")


def _outlines(path: object, matrix: Matrix) -> Iterator[list[Point]]:
    """The corner points of each sub-path in user space; a curve breaks it, for a curve is no rule."""
    outline: list[Point] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = _apply(matrix, x.value, y.value)
        if kind == raw.FPDF_SEGMENT_LINETO and outline:
            outline.append(point)
        else:
            if len(outline) > 1:
                yield outline
            outline = [point]
        if raw.FPDFPathSegment_GetClose(segment) and len(outline) > 1:
            outline.append(outline[0])
    if len(outline) > 1:
        yield outline


def _is_thin(width: float, height: float) -> bool:
    return min(width, height) < THICKEST_RULE < max(width, height)


def _centred(x0: float, top: float, x1: float, bottom: float) -> Rule:
    """The rule along the middle of a thin rectangle: its thickness is of no use to a table."""
    if x1 - x0 >= bottom - top:
        top = bottom = (top + bottom) / 2
    else:
        x0 = x1 = (x0 + x1) / 2
    return Rule(x0, top, x1, bottom)


def _draw_mode(path: object) -> tuple[bool, bool]:
    """Whether the path is filled, and whether it is stroked."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    return fill.value != raw.FPDF_FILLMODE_NONE, bool(stroke.value)


def _visible(path: object, stroked: bool) -> bool:
    red, green, blue, alpha = (ctypes.c_uint(0) for _ in range(4))
    get_colour = raw.FPDFPageObj_GetStrokeColor if stroked else raw.FPDFPageObj_GetFillColor
    if not get_colour(path, red, green, blue, alpha):
        return True  # a pattern or an unknown colour space: better one rule too many than a table lost
    return red.value + green.value + blue.value <= NEARLY_WHITE and alpha.value > NEARLY_CLEAR


def _matrix_of(thing: object) -> Matrix:
    matrix = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(thing, matrix):
        return IDENTITY
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _times(m: Matrix, n: Matrix) -> Matrix:
    """The matrix that applies ``m`` first, then ``n`` (PDF 32000-1, 8.3.4)."""
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def _apply(m: Matrix, x: float, y: float) -> Point:
    return (m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5])
