"""Vocabulary is data: every entry matches its example, and every example an entry."""

from __future__ import annotations

import pytest

from pipeline.citations.fold import fold
from pipeline.citations.issuers import issuer_at
from pipeline.citations.kinds import find_kinds
from pipeline.citations.vocabulary import Kind, RelationWords, alternation, bodies_of_symbol, read_table, vocabulary
from tests.citations.reading import cite, read


@pytest.mark.parametrize("kind", vocabulary().kinds, ids=lambda kind: kind.name)
def test_the_example_of_a_kind_is_read_back_to_it(kind: Kind) -> None:
    (found,) = read(kind.example)
    assert (found.kind, found.text) == (kind.name, kind.example)


@pytest.mark.parametrize("kind", vocabulary().kinds, ids=lambda kind: kind.name)
def test_every_written_form_of_a_kind_is_found_in_any_case(kind: Kind) -> None:
    for word in kind.words:
        for text in (word, word.upper(), word.lower()):
            (found,) = find_kinds(text, fold(text))
            assert found.name == kind.name


@pytest.mark.parametrize("example", read_table("document_kinds.toml")["not_documents"]["examples"])
def test_what_is_no_document_is_not_cited(example: str) -> None:
    assert read(example) == []


@pytest.mark.parametrize("example", read_table("document_symbols.toml")["examples"])
def test_a_standard_is_read_whole(example: str) -> None:
    assert [found.text for found in read(f"theo {example}.")] == [example]


@pytest.mark.parametrize("relation", vocabulary().relations, ids=lambda relation: relation.name)
def test_the_example_of_a_relation_is_read_back_to_it(relation: RelationWords) -> None:
    assert cite(relation.example)[0].relation == relation.name


@pytest.mark.parametrize("example", read_table("citation_titles.toml")["examples"])
def test_the_example_of_a_title_has_one(example: str) -> None:
    (found, *_) = cite(example)
    assert found.title is not None
    assert example.endswith(found.title)


def test_every_name_of_a_body_is_read_to_its_end() -> None:
    for body in vocabulary().bodies:
        for name in body.names:
            text = f"{name} ban hành"
            span = issuer_at(text, fold(text), 0)
            assert span is not None
            assert span.of(text) == name


def test_no_symbol_names_two_bodies() -> None:
    symbols = [symbol for body in vocabulary().bodies for symbol in body.symbols]
    assert len(symbols) == len(set(symbols)) == len(bodies_of_symbol())


def test_the_kinds_of_decree_30_are_all_here(shared: object) -> None:
    """Appendix III, part I of Nghị định 30/2020/NĐ-CP: 27 kinds with their abbreviations."""
    from pathlib import Path

    assert isinstance(shared, Path)
    text = (shared / "reference" / "nd30-phu-luc-3-viet-tat-mau.md").read_text(encoding="utf-8")
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ") and "." in line[:6]]
    kinds = {(row[1].replace(" (cá biệt)", ""), row[2]) for row in rows[:27] if len(row) == 3}
    assert len(kinds) == 27
    known = {(kind.name, short) for kind in vocabulary().kinds for short in kind.abbreviations}
    assert not kinds - known


def test_an_alternation_takes_the_longest() -> None:
    import regex

    pattern = regex.compile(alternation(["Thông tư", "Thông tư liên tịch", "Thông báo"]), regex.VERBOSE)
    assert pattern.match("Thong tu lien tich so").group() == "Thong tu lien tich"  # type: ignore[union-attr]
    assert pattern.match("Thong tu so").group() == "Thong tu"  # type: ignore[union-attr]
    assert pattern.match("Thong") is None
