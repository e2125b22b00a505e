"""Which strokes and fills of a page are rules."""

from __future__ import annotations

import pypdfium2 as pdfium
import pytest
import typst

from pipeline.errors import TooComplexError
from pipeline.model import Rule
from pipeline.reading import rules as module
from pipeline.reading.rules import read_rules

PAGE = '#set page(width: 400pt, height: 300pt, margin: 0pt)\n#set text(font: "Tinos")\n'


def rules_of(markup: str) -> tuple[Rule, ...]:
    document = pdfium.PdfDocument(typst.compile((PAGE + markup).encode()))
    page = document[0]
    return read_rules(page, lambda x, y: (x, 300 - y))


@pytest.mark.parametrize(
    "markup",
    [
        "#place(dx: 50pt, dy: 40pt, line(length: 100pt))",
        "#place(dx: 50pt, dy: 39.75pt, rect(width: 100pt, height: 0.5pt, fill: black))",
        "#place(dx: 50pt, dy: 40pt, line(length: 100pt, stroke: 1pt + luma(70%)))",
    ],
)
def test_a_stroke_or_a_thin_fill_is_a_rule(markup: str) -> None:
    (rule,) = rules_of(markup)
    assert (round(rule.x0), round(rule.top), round(rule.x1), round(rule.bottom)) == (50, 40, 150, 40)
    assert rule.horizontal


@pytest.mark.parametrize(
    "markup",
    [
        "#place(dx: 50pt, dy: 40pt, line(length: 100pt, stroke: white))",  # seen by nobody
        "#place(dx: 50pt, dy: 40pt, rect(width: 100pt, height: 20pt, fill: silver))",  # shading
        "#place(dx: 50pt, dy: 40pt, line(end: (80pt, 60pt)))",  # aslant
        "#place(dx: 50pt, dy: 40pt, circle(radius: 30pt, stroke: black))",
    ],
)
def test_what_is_no_rule(markup: str) -> None:
    assert rules_of(markup) == ()


def test_a_box_has_four_rules_and_its_shading_none() -> None:
    found = rules_of("#place(dx: 50pt, dy: 40pt, rect(width: 100pt, height: 20pt, fill: silver, stroke: 1pt))")
    assert sorted((round(r.x0), round(r.top), round(r.x1), round(r.bottom)) for r in found) == [
        (50, 40, 50, 60),
        (50, 40, 150, 40),
        (50, 60, 150, 60),
        (150, 40, 150, 60),
    ]


def test_a_drawing_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_OBJECTS", 3)
    with pytest.raises(TooComplexError):
        rules_of("#for k in range(5) { place(dy: 10pt * k, line(length: 100pt)) }")
