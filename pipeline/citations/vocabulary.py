"""The words of citations, from the TOML files of `models/vocabulary`.

Loaded once a process. Everything that is matched is folded (see `pipeline.citations.fold`), longest first.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, cast

import regex

from pipeline.citations.fold import fold
from pipeline.model import Relation


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document; ``words`` are its printed forms, the first of them its name."""

    name: str
    words: tuple[str, ...]
    abbreviations: tuple[str, ...]
    year: bool
    titled: bool
    lawmaker: bool
    example: str

    @property
    def standard(self) -> bool:
        """A technical regulation or standard, whose number goes by its series (QCVN, TCVN)."""
        return self.name.startswith(("Quy chuẩn", "Tiêu chuẩn"))


@dataclass(frozen=True, slots=True)
class Body:
    """A body that issues documents, under one name; ``first``/``last`` are the days (or years) it bore that name."""

    name: str
    names: tuple[str, ...]
    symbols: tuple[str, ...]
    central: bool
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class RelationWords:
    name: Relation
    before: tuple[str, ...]
    after: tuple[str, ...]
    opens: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Names:
    """What a body's name begins with, which words say its level, before which words it ends, its short forms.

    ``topics`` are what committees and boards are for, ``fields`` what departments work in, as their names say it.
    ``stops`` in small letters end a name; with a capital only the ``title_stops`` do ("Sở Xây dựng" is a name).
    """

    heads: tuple[str, ...]
    levels: tuple[str, ...]
    stops: tuple[str, ...]
    title_stops: tuple[str, ...]
    topics: tuple[str, ...]
    fields: tuple[str, ...]
    short: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    kinds: tuple[Kind, ...]
    not_documents: tuple[str, ...]
    bodies: tuple[Body, ...]
    names: Names
    units: tuple[str, ...]
    standards: tuple[str, ...]
    relations: tuple[RelationWords, ...]
    title_openings: tuple[str, ...]
    not_titles: tuple[str, ...]


def read_table(name: str) -> dict[str, Any]:
    """One file of `models/vocabulary`, parsed."""
    return tomllib.loads(resources.files("models.vocabulary").joinpath(name).read_text(encoding="utf-8"))


@cache
def vocabulary() -> Vocabulary:
    """All words, read once a process."""
    kinds, bodies = read_table("document_kinds.toml"), read_table("issuing_bodies.toml")
    symbols, titles = read_table("document_symbols.toml"), read_table("citation_titles.toml")
    return Vocabulary(
        kinds=tuple(_kind(row) for row in kinds["kind"]),
        not_documents=tuple(kinds["not_documents"]["words"]),
        bodies=tuple(_body(row) for row in bodies["body"]),
        names=_names(bodies["names"]),
        units=tuple(symbols["units"]),
        standards=tuple(symbols["standards"]),
        relations=tuple(_relation(row) for row in read_table("citation_relations.toml")["relation"]),
        title_openings=tuple(titles["openings"]),
        not_titles=tuple(titles["not_titles"]),
    )


def _kind(row: dict[str, Any]) -> Kind:
    words = (row["name"], *row.get("written", ()))
    abbreviations = tuple(row.get("abbreviations", ()))
    year, titled, lawmaker = (row.get(flag, False) for flag in ("year", "titled", "lawmaker"))
    return Kind(row["name"], words, abbreviations, year, titled, lawmaker, row["example"])


def _body(row: dict[str, Any]) -> Body:
    names = (row["name"], *row.get("written", ()))
    return Body(
        row["name"], names, tuple(row["symbols"]), row.get("central", False), _day(row.get("from")), _day(row.get("to"))
    )


def _day(value: object) -> str | None:
    """A year (a number in the file) or a day, as text."""
    return None if value is None else str(value)


def _names(row: dict[str, Any]) -> Names:
    short = tuple(sorted(row["short"].items(), key=lambda pair: -len(pair[0])))
    lists = {name: tuple(row[name]) for name in ("heads", "levels", "stops", "title_stops", "topics", "fields")}
    return Names(**lists, short=short)


def _relation(row: dict[str, Any]) -> RelationWords:
    name = cast(Relation, row["name"])
    before, after, opens = (tuple(row.get(place, ())) for place in ("before", "after", "opens"))
    return RelationWords(name, before, after, opens, row["example"])


def alternation(words: Iterable[str]) -> str:
    """A pattern (for VERBOSE) of any of ``words``, folded, the longest that fits; a space stands for any white space.

    Words that begin alike share their beginning in the pattern, which makes it several times as fast as a plain list.
    """
    tree: _Tree = {}
    for word in words:
        branch = tree
        for letter in fold(word):
            branch = branch.setdefault(letter, {})
        branch[""] = {}
    return _tree_pattern(tree)


_Tree = dict[str, "_Tree"]


def _tree_pattern(tree: _Tree) -> str:
    branches = [_letter(letter) + _tree_pattern(tree[letter]) for letter in sorted(tree) if letter]
    if not branches:
        return ""
    if "" in tree:
        return f"(?:{'|'.join(branches)})?"
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _letter(letter: str) -> str:
    return r"\s" if letter == " " else regex.escape(letter, special_only=False)


@cache
def printed_symbols() -> frozenset[str]:
    """Every part of a symbol that the vocabulary knows: abbreviations of kinds, bodies, departments."""
    words = vocabulary()
    parts = [a for kind in words.kinds for a in kind.abbreviations]
    return frozenset(parts + [s for body in words.bodies for s in body.symbols] + list(words.units))


@cache
def known_symbols() -> frozenset[str]:
    """The same, folded."""
    return frozenset(map(fold, printed_symbols()))


@cache
def short_kinds() -> tuple[str, ...]:
    """Kinds as they are printed in short before a number ("QĐ 12/QĐ-UBND"): those of two letters or more."""
    return tuple(sorted({a for kind in vocabulary().kinds for a in kind.abbreviations if len(a) >= 2}))


@cache
def central_symbols() -> frozenset[str]:
    """The symbols, folded, of bodies of which the country has one."""
    return frozenset(fold(symbol) for body in vocabulary().bodies if body.central for symbol in body.symbols)


@cache
def kinds_of_symbol() -> dict[str, frozenset[str]]:
    """Folded abbreviation -> the names of the kinds it stands for ("TB" for Thông báo)."""
    found: dict[str, set[str]] = {}
    for kind in vocabulary().kinds:
        for abbreviation in kind.abbreviations:
            found.setdefault(fold(abbreviation), set()).add(kind.name)
    return {abbreviation: frozenset(names) for abbreviation, names in found.items()}


def full_kind(kind: str | None) -> str | None:
    """The name of a kind that is printed in short: "QĐ" is "Quyết định"; anything else as it is."""
    names = kinds_of_symbol().get(fold(kind), frozenset()) if kind else frozenset()
    return next(iter(names)) if len(names) == 1 else kind


@cache
def bodies_of_symbol() -> dict[str, tuple[Body, ...]]:
    """The bodies behind a part of a symbol, as printed ("BYT"): several where it went from one to another."""
    found: dict[str, tuple[Body, ...]] = {}
    for body in vocabulary().bodies:
        for symbol in body.symbols:
            found[symbol] = (*found.get(symbol, ()), body)
    return found


@cache
def kind_named(folded: str) -> Kind | None:
    """The kind whose word this is (folded, any case)."""
    wanted = " ".join(folded.casefold().split())
    return next((k for k in vocabulary().kinds if wanted in {fold(w).casefold() for w in k.words}), None)
