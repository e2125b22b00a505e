"""Words to lines: nothing is lost, spaces stand where print has them, superscripts find their line."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.layout.lines import breaks_word, join_lines, make_lines, make_rows, marker_label
from pipeline.model import Word
from tests.layout.pages import word, words

SCATTERED = st.builds(
    word,
    st.text("abđ1/-.", min_size=1, max_size=8),
    st.floats(0, 590),
    st.floats(0, 840),
    st.sampled_from([6.0, 8.0, 11.0, 13.0, 16.0]),
    superscript=st.booleans(),
    glued=st.booleans(),
    bold=st.booleans(),
)


@given(st.lists(SCATTERED, max_size=40))
def test_no_word_is_lost_or_doubled(given_words: list[Word]) -> None:
    rows = make_rows(given_words)
    assert Counter(id(w) for row in rows for w in row.words) == Counter(id(w) for w in given_words)
    letters = "".join(line.passage.text for line in make_lines(given_words)).replace(" ", "")
    assert Counter(letters) == Counter("".join(w.text for w in given_words))


@given(st.lists(SCATTERED, max_size=40))
def test_lines_run_from_top_to_bottom_and_left_to_right(given_words: list[Word]) -> None:
    for row in make_rows(given_words):
        lefts = [w.box.x0 for w in row.words]
        assert lefts == sorted(lefts)
        assert row.line.box.x0 == min(lefts)


@given(st.lists(SCATTERED, min_size=1, max_size=20))
def test_pieces_cover_the_text_of_a_line_but_its_spaces(given_words: list[Word]) -> None:
    for line in make_lines(given_words):
        covered = {k for piece in line.passage.pieces for k in range(piece.start, piece.stop)}
        assert {k for k, c in enumerate(line.passage.text) if c != " "} == covered


def test_words_of_other_sizes_share_a_line_and_other_lines_do_not() -> None:
    given_words = [*words("Điều 1.", 85, 100), *words("(sửa đổi)", 160, 99.5, 11), *words("Nội dung", 85, 116)]
    assert [line.passage.text for line in make_lines(given_words)] == ["Điều 1. (sửa đổi)", "Nội dung"]


def test_superscript_stays_with_its_line_not_with_the_one_above() -> None:
    first, second = words("dòng trên", 85, 100), words("theo quy định", 85, 112)
    raised = word("1", second[-1].box.x1, 107, 8, superscript=True, glued=True, marker=True)
    lines = make_lines([*first, *second, raised])
    assert [line.passage.text for line in lines] == ["dòng trên", "theo quy định"]
    assert [[m.label for m in line.passage.markers] for line in lines] == [[], ["1"]]


def test_punctuation_moves_up_to_the_text_behind_a_marker_that_is_taken_out() -> None:
    text = word("QH15", 85, 100)
    raised = word("1", text.box.x1, 95, 8, superscript=True, glued=True, marker=True)
    comma = word(",", raised.box.x1, 100, glued=True)
    after = word("và", comma.box.x1 + 4, 100)
    assert make_lines([text, raised, comma, after])[0].passage.text == "QH15, và"


def test_glued_words_have_no_space_and_bold_is_a_range() -> None:
    bold = word("Điều", 85, 100, bold=True)
    rest = word("1", bold.box.x1, 100, glued=True)
    line = make_lines([bold, rest])[0]
    assert line.passage.text == "Điều1"
    assert line.passage.bold == ((0, 4),)


@pytest.mark.parametrize(
    ("before", "after", "inside"),
    [
        ("117/QĐ-", "UBND ngày", True),
        ("ngày 15/01/", "2024", True),
        ("giai đoạn 2021 -", "2025", False),
        ("số 117/QĐ", "UBND", False),
        ("kết thúc/.", "Điều", False),
        ("117/QĐ-", "- Như trên", False),
    ],
)
def test_where_a_line_break_stands_inside_a_word(before: str, after: str, inside: bool) -> None:
    assert breaks_word(before, after) is inside
    joined = join_lines([*make_lines(words(before, 85, 100)), *make_lines(words(after, 85, 116))])
    assert joined.text == (before + after if inside else f"{before} {after}")


@pytest.mark.parametrize(
    ("printed", "label"),
    [("1", "1"), ("(1)", "1"), ("[12]", "12"), ("3)", "3"), ("*", "*"), ("**", "**"), ("a", "a"), ("a)", "a")],
)
def test_labels_of_markers(printed: str, label: str) -> None:
    assert marker_label(printed) == label


@pytest.mark.parametrize("printed", ["", "th", "QĐ-UBND", "…"])
def test_what_is_no_label(printed: str) -> None:
    assert marker_label(printed) is None
