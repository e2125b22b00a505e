"""The spelling of the language as data: both ways."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from pipeline.reading.trust_measures import is_written
from pipeline.reading.trust_syllables import is_possible, looks_unmarked, spelling

DATA = tomllib.loads(resources.files("models.vocabulary").joinpath("syllables.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("syllable", DATA["examples"])
def test_syllables_of_the_language_are_possible(syllable: str) -> None:
    assert is_possible(syllable)


@pytest.mark.parametrize("syllable", DATA["counterexamples"])
def test_other_runs_of_letters_are_not(syllable: str) -> None:
    assert not is_possible(syllable)


def test_the_inventory_is_small_and_every_rime_is_reached() -> None:
    toneless = spelling().toneless
    assert 2_500 < len(toneless) < 4_500
    assert all(any(syllable.endswith(rime) for syllable in toneless) for rime in DATA["front"] + DATA["back"])


def test_a_stop_needs_one_of_two_tones() -> None:
    assert is_possible("luật")
    assert is_possible("mốc")
    assert not is_possible("luât")
    assert not is_possible("mồc")


def test_names_beyond_the_spelling_count_where_laws_have_them() -> None:
    assert not is_possible("Đắk")
    assert is_written("Đắk")
    assert not is_written("Vieät")


def test_syllables_that_lost_their_marks_are_known() -> None:
    assert looks_unmarked("LUAT")
    assert looks_unmarked("nghia")
    assert not looks_unmarked("luật")
    assert not looks_unmarked("provisions")
