"""A sample of the tables in many styles; ``tools/table_samples.py`` reads all 320."""

from __future__ import annotations

import pytest

from tests.tables.typesetting import cells_of, tables_of
from tests.tables.varied import make_varied_sample

SEEDS = [2, 5, 11, 14, 23, 31, 34, 41, 44, 62, 77, 126, 186, 194, 243, 1116, 1318]
"""Among them merges over a break, aligned columns without rules over two pages, three header rows, forms."""


@pytest.mark.parametrize("seed", SEEDS)
def test_varied_tables_to_the_letter(seed: int) -> None:
    sample = make_varied_sample(seed)
    (table,) = tables_of(sample.markup, flipped=sample.flipped)
    assert list(table.columns) == sample.columns
    assert cells_of(table) == sample.rows


def test_the_styles_are_many() -> None:
    samples = [make_varied_sample(seed) for seed in range(320)]
    widths = {len(sample.columns) for sample in samples}
    assert widths >= set(range(2, 13))
    assert max(len(sample.rows) for sample in samples) >= 600
    assert min(len(sample.rows) for sample in samples) == 1
    assert max(name.count(" / ") for sample in samples for name in sample.columns) == 2
    markup = "".join(sample.markup for sample in samples)
    for style in ("dotted", "dashed", "stroke: none", "gutter: 1.2pt", "table.header", "rowspan: 3", "silver"):
        assert style in markup
