"""The data behind the recognisers: grammar rules, places and bodies, read from models/vocabulary.

Every loader is read once a process and returns frozen values; a file that breaks its own rules raises
`VocabularyError` with the entry's name.
"""

from __future__ import annotations

import csv
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

import regex

from pipeline.folding import strip_marks
from pipeline.model import MentionLabel

_T = TypeVar("_T")
_DEPARTMENTS = tuple(f"departments_{part}" for part in ("economy", "society", "state", "general"))
_MORE_BODIES = ("central", "party", "enterprises", "places", *_DEPARTMENTS)
_LETTERS = regex.compile(r"\w+")


class VocabularyError(ValueError):
    """An entry of models/vocabulary that cannot be used."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern of the grammar; ``marks`` and ``open`` as explained at the top of entity_rules.toml."""

    name: str
    label: MentionLabel
    pattern: str
    examples: tuple[str, ...]
    misses: tuple[str, ...]
    marks: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True)
class Grammar:
    """Rules and the macros they use, macros not yet written out; ``level_words`` as explained in the file."""

    macros: Mapping[str, str]
    level_words: tuple[str, ...]
    rules: tuple[Rule, ...]
    generic: Rule
    trailing: Rule


@dataclass(frozen=True, slots=True)
class Place:
    """A province, district or commune (``level``). ``kind`` is "tỉnh", "huyện", …; dates are ISO; keys are stable."""

    key: str
    name: str
    kind: str
    level: str
    parent: str | None
    valid_from: str | None
    valid_to: str | None
    successor: str | None
    aliases: tuple[str, ...]

    @property
    def full_name(self) -> str:
        return f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True)
class Term:
    """From when to when a body of a sector existed, and the sector whose body followed it."""

    valid_from: str | None = None
    valid_to: str | None = None
    successor: str | None = None


@dataclass(frozen=True, slots=True)
class Sector:
    """A field of government; ``ministry`` and ``department`` are None where there is no such body."""

    name: str
    aliases: tuple[str, ...]
    ministry: Term | None
    department: Term | None


@dataclass(frozen=True, slots=True)
class CentralBody:
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    parent: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    successor: str | None = None
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LocalBody:
    """What each place of ``levels`` (and of ``place_kind``) has one of.

    ``bare`` says that the head alone names the body of the issuing place; ``counterpart`` is its head where the
    place is of the other kind (Tỉnh ủy, Thành ủy); ``counterpart_after`` the head that followed it in the same
    place; ``district_valid_to`` the last day of those of districts. ``place`` is where its examples are from.
    """

    head: str
    name: str
    levels: tuple[str, ...]
    kind: str
    aliases: tuple[str, ...] = ()
    bare: bool = False
    parent: str | None = None
    parent_central: str | None = None
    place_kind: str | None = None
    place: str = "Kon Tum"
    counterpart: str | None = None
    counterpart_after: str | None = None
    district_valid_to: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BodyClass:
    """Several bodies named at once ("các sở, ban, ngành"), with the ways it is written."""

    name: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bodies:
    acronyms: Mapping[str, str]
    sectors: tuple[Sector, ...]
    classes: tuple[BodyClass, ...]
    central: tuple[CentralBody, ...]
    local: tuple[LocalBody, ...]


@dataclass(frozen=True, slots=True)
class KnownProgramme:
    """A programme or system of the whole state, or a ``product`` that many use, and how else it is called."""

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    product: bool = False


@dataclass(frozen=True, slots=True)
class ProjectWords:
    """What is left out of a project's name when names are compared; ``examples`` are (name, core)."""

    tasks: tuple[str, ...]
    after: tuple[str, ...]
    common_acronyms: frozenset[str]
    optional: tuple[str, ...]
    examples: tuple[tuple[str, str], ...]


RULES_OF = ("units", "systems", "projects")
"""What each file of rules is of, in the order in which they are read."""


@cache
def load_grammar() -> Grammar:
    data = _read_toml("entity_rules.toml")
    written = (entry for kind in RULES_OF for entry in _read_toml(f"entity_rules_{kind}.toml")["rules"])
    rules = tuple(_made(Rule, entry, entry["name"]) for entry in written)
    special = {
        name: _made(Rule, {"name": name, "label": "UNIT", **data[name]}, name) for name in ("generic", "trailing")
    }
    return Grammar(data["macros"], tuple(data["level_words"]), rules, special["generic"], special["trailing"])


@cache
def load_places() -> tuple[Place, ...]:
    return tuple(_place(row) for row in csv.DictReader(_read("entity_places.csv").splitlines()))


@cache
def load_communes() -> Mapping[str, Place]:
    """Communes by key: of districts until 30 June 2025, of provinces after. 13,000, so read when first asked for."""
    rows = list(csv.DictReader(_read("entity_communes.csv").splitlines()))
    keys = _commune_keys(rows)
    return {keys[_commune(row)]: _commune_place(row, keys) for row in rows}


@cache
def load_bodies() -> Bodies:
    main = _read_toml("entity_bodies.toml")
    files_read = (main, *(_read_toml(f"entity_bodies_{name}.toml") for name in _MORE_BODIES))
    central = [entry for data in files_read for entry in data.get("central", ())]
    local = [entry for data in files_read for entry in data.get("local", ())]
    return Bodies(
        acronyms=main["acronyms"],
        sectors=tuple(_sector(entry) for entry in main["sectors"]),
        classes=tuple(_made(BodyClass, entry, entry["name"]) for entry in main["classes"]),
        central=tuple(_made(CentralBody, entry, entry["name"]) for entry in central),
        local=tuple(_made(LocalBody, entry, entry["head"]) for entry in local),
    )


@cache
def load_programmes() -> tuple[KnownProgramme, ...]:
    entries = _read_toml("entity_programmes.toml")["programmes"]
    return tuple(_made(KnownProgramme, entry, entry["name"]) for entry in entries)


@cache
def load_project_words() -> ProjectWords:
    data = _read_toml("entity_projects.toml")
    return ProjectWords(
        tasks=tuple(data["tasks"]),
        after=tuple(data["after"]),
        common_acronyms=frozenset(data["common_acronyms"]),
        optional=tuple(data["optional"]),
        examples=tuple((example["name"], example["core"]) for example in data["examples"]),
    )


def _read(name: str) -> str:
    return files("models.vocabulary").joinpath(name).read_text(encoding="utf-8")


def _read_toml(name: str) -> dict[str, Any]:
    return tomllib.loads(_read(name))


def _commune(row: Mapping[str, str]) -> str:
    """A commune as its file names it: "phường Hồng Hà@ha-noi"."""
    return f"{row['kind']} {row['name']}@{row['parent']}"


def _commune_keys(rows: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """Commune -> key; of two that differ in marks alone ("Hoằng Phú", "Hoằng Phụ") the second gets a number."""
    taken = Counter[str]()
    keys: dict[str, str] = {}
    for row in rows:
        plain = strip_marks(f"{row['kind']} {row['name']}".lower())
        key = f"{'-'.join(_LETTERS.findall(plain))}.{row['parent']}"
        taken[key] += 1
        keys[_commune(row)] = key if taken[key] == 1 else f"{key}-{taken[key]}"
    return keys


def _commune_place(row: Mapping[str, str], keys: Mapping[str, str]) -> Place:
    """Nghị quyết 202/2025/QH15 and Luật 72/2025/QH15: what stands in a district ended on 30 June 2025."""
    ended = "." in row["parent"]
    return Place(
        key=keys[_commune(row)],
        name=row["name"],
        kind=row["kind"],
        level="commune",
        parent=row["parent"],
        valid_from=None if ended else "2025-07-01",
        valid_to="2025-06-30" if ended else None,
        successor=keys[row["successor"]] if row["successor"] else None,
        aliases=(),
    )


def _place(row: Mapping[str, str]) -> Place:
    aliases = tuple(filter(None, row["aliases"].split("|")))
    optional = {name: row[name] or None for name in ("parent", "valid_from", "valid_to", "successor")}
    return Place(row["key"], row["name"], row["kind"], row["level"], aliases=aliases, **optional)


def _sector(entry: Mapping[str, Any]) -> Sector:
    terms = {
        body: _made(Term, entry[body], entry["name"]) if body in entry else None for body in ("ministry", "department")
    }
    return Sector(entry["name"], tuple(entry["aliases"]), terms["ministry"], terms["department"])


def _made(kind: type[_T], entry: Mapping[str, Any], name: str) -> _T:
    """A frozen value of ``kind``; lists become tuples, and an unknown field is an error that names the entry."""
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
    try:
        return kind(**values)
    except TypeError as error:
        raise VocabularyError(f"{kind.__name__} {name!r}: {error}") from error
