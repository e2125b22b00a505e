"""Each pattern of the vocabularies meets its examples and not its counterexamples."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from pipeline.structure.amounts import is_measure, read_unit
from pipeline.structure.table_vocabulary import ColumnKind, column_field, column_kinds, phrase

AMOUNTS = tomllib.loads((resources.files("models.vocabulary") / "amounts.toml").read_text(encoding="utf-8"))
PHRASES = ["total", "annex_title", "continued", "table_title"]


@pytest.mark.parametrize("kind", column_kinds(), ids=lambda kind: kind.field)
def test_columns(kind: ColumnKind) -> None:
    assert kind.examples
    assert kind.counterexamples
    assert [column_field(example) for example in kind.examples] == [kind.field] * len(kind.examples)
    assert [c for c in kind.counterexamples if column_field(c) == kind.field] == []


@pytest.mark.parametrize("name", PHRASES)
def test_phrases(name: str) -> None:
    known = phrase(name)
    assert [e for e in known.examples if not known.meets(e)] == []
    assert [c for c in known.counterexamples if known.meets(c)] == []


@pytest.mark.parametrize("entry", AMOUNTS["unit"], ids=lambda entry: entry["name"])
def test_units(entry: dict[str, object]) -> None:
    examples = entry["examples"]
    assert isinstance(examples, list)
    for example in examples:
        unit = read_unit(example)
        assert unit is not None
        assert (unit.name, unit.factor) == (entry["name"], entry["factor"])


@pytest.mark.parametrize("text", AMOUNTS["counterexamples"]["units"])
def test_what_is_no_unit_of_money(text: str) -> None:
    assert read_unit(text) is None


def test_measures() -> None:
    known = AMOUNTS["measures"]
    assert [e for e in known["examples"] if not is_measure(e)] == []
    assert [c for c in known["counterexamples"] if is_measure(c)] == []


def test_a_unit_or_note_in_brackets_is_no_part_of_the_name() -> None:
    assert column_field("Kinh phí (triệu đồng)") == "budget"
    assert column_field("TỔNG MỨC ĐẦU TƯ ĐVT: triệu đồng") == "budget"
