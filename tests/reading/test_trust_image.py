"""A doubtful layer is settled by what is seen on the page; any other is not looked at."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from pipeline.model import Word
from pipeline.reading.trust import Verdict, judge
from pipeline.reading.trust_image import agreement_with, settle
from tests.reading.layers import PROSE, without_marks, words

NAMES = "xã Đăkrông Ngọkréo Đăktờkan Đăkrơông Đăknhoong Đăkplô Đăkmôn Đăkchoong Đăkpéc Đăkkroong " * 6


def doubtful() -> tuple[tuple[Word, ...], Verdict]:
    layer = words(PROSE + NAMES)
    return layer, judge(layer, 1, lambda: 0.0)


def test_a_layer_that_says_what_is_seen_is_sound() -> None:
    layer, verdict = doubtful()
    settled = settle(verdict, layer, 1, lambda: words((PROSE + NAMES).replace("ế", "é")))
    assert (settled.kind, settled.confidence, settled.findings, settled.doubtful) == ("sound", 1.0, (), False)


def test_a_layer_that_says_something_else_is_broken() -> None:
    layer, verdict = doubtful()
    settled = settle(verdict, layer, 1, lambda: words("Nghị quyết phiên họp thường kỳ tháng mười hai " * 6))
    assert (settled.kind, settled.doubtful) == ("broken", False)
    assert settled.findings[0].code == "text_layer_broken"


@pytest.mark.parametrize("seen", ["", "Kon Tum", PROSE + without_marks(PROSE)])
def test_doubt_stays_where_the_page_does_not_settle_it(seen: str) -> None:
    layer, verdict = doubtful()
    assert settle(verdict, layer, 1, lambda: words(seen)) == verdict


def test_a_clear_verdict_costs_no_recognition() -> None:
    def never() -> Iterable[Word]:
        raise AssertionError("recognised a page that is clear")

    for text in (PROSE, without_marks(PROSE)):
        verdict = judge(words(text), 1, lambda: 0.0)
        assert settle(verdict, words(text), 1, never) == verdict


def test_agreement_counts_marks() -> None:
    assert agreement_with(words(PROSE), words(PROSE)) == 1
    assert (agreement_with(words(without_marks(PROSE)), words(PROSE)) or 0) < 0.4
