"""The units, systems and projects of one document, linked: what `pipeline.extract` calls.

Confidence of a mention (0..1): 0.97 linked by a written form of the body, 0.9 by that form without its marks, 0.7
loosely; a tenth less where the body did not exist on the document's day or the place was only deduced; 0.8 not
linked but found by a closed rule, 0.7 by an open one, 0.6 where the marks in print are others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import regex

from pipeline.entities.abbreviations import Definition, find_definitions
from pipeline.entities.context import read_context
from pipeline.entities.linking import Link, Linker
from pipeline.entities.projects import WHOLE_NAME, Target, find_project, targets, whole_names
from pipeline.entities.recognition import load
from pipeline.model import Abbreviation, Block, Letterhead, Mention, MentionLabel, Project, Unit

if TYPE_CHECKING:
    from spacy.tokens import Doc

_AROUND_LEAD = regex.compile(r"(?:chủ trì|đơn vị|cơ quan|đầu mối|chính|và|là|[\s,;:.()-])*", regex.IGNORECASE)
_LABELS: dict[str, MentionLabel] = {"UNIT": "UNIT", "SYSTEM": "SYSTEM", "PROJECT": "PROJECT"}


@dataclass(frozen=True, slots=True)
class Entities:
    """``projects`` are the given ones with ``lead_unit_key`` where linked; ``units`` all bodies referred to."""

    units: tuple[Unit, ...]
    mentions: tuple[Mention, ...]
    abbreviations: tuple[Abbreviation, ...]
    projects: tuple[Project, ...]


@dataclass(frozen=True, slots=True)
class _Name:
    """A found name before it is linked."""

    start: int
    stop: int
    label: MentionLabel
    confidence: float


def link_entities(blocks: Sequence[Block], letterhead: Letterhead, projects: Sequence[Project]) -> Entities:
    """Find and link the names in ``blocks``; mentions are in the order of blocks and text."""
    texts = [block.passage.text for block in blocks]
    names = [_names(doc) for doc in load().pipe(texts)]
    definitions = [
        find_definitions(text, [(n.start, n.stop) for n in found]) for text, found in zip(texts, names, strict=True)
    ]
    linker = Linker(read_context(letterhead, texts), _short_forms(definitions))
    linked = tuple(replace(project, lead_unit_key=lead_unit_key(project.lead_unit, linker)) for project in projects)
    listed = targets(linked)
    mentions = [
        mention
        for index, (block, found) in enumerate(zip(blocks, names, strict=True))
        if block.passage.pieces
        for mention in _mentions(index, block, found, linker, listed)
    ]
    keys = {m.unit_key for m in mentions if m.unit_key} | {p.lead_unit_key for p in linked if p.lead_unit_key}
    return Entities(linker.registry.with_relatives(keys), tuple(mentions), _abbreviations(blocks, definitions), linked)


def lead_unit_key(lead_unit: str | None, linker: Linker) -> str | None:
    """The key of the one body that a lead cell names; None for several, for a class, or for other words beside it."""
    if not lead_unit:
        return None
    whole = linker.link(lead_unit)
    if whole is not None:
        return whole.key
    units = [name for name in _names(load()(lead_unit)) if name.label == "UNIT"]
    links = {linker.link(lead_unit[name.start : name.stop]) for name in units}
    rest = "".join(_outside(lead_unit, units))
    link = links.pop() if len(links) == 1 else None
    return link.key if link is not None and _AROUND_LEAD.fullmatch(rest) else None


def _names(doc: Doc) -> list[_Name]:
    return [_Name(e.start_char, e.end_char, _LABELS[e.label_], e._.confidence) for e in doc.ents]


def _outside(text: str, names: Sequence[_Name]) -> Iterator[str]:
    at = 0
    for name in names:
        yield text[at : name.start]
        at = name.stop
    yield text[at:]


def _mentions(
    index: int, block: Block, names: Sequence[_Name], linker: Linker, listed: Sequence[Target]
) -> Iterator[Mention]:
    text = block.passage.text
    whole = [] if block.table is not None else whole_names(text, listed)
    by_name = {(start, stop): project for start, stop, project in whole}
    spans = [_Name(start, stop, "PROJECT", WHOLE_NAME) for start, stop in by_name]
    spans += [n for n in names if all(n.stop <= start or n.start >= stop for start, stop in by_name)]
    for name in sorted(spans, key=lambda name: name.start):
        project = by_name.get((name.start, name.stop))
        yield _mention(index, block, name, project, linker, listed)


def _mention(
    index: int, block: Block, name: _Name, project: int | None, linker: Linker, listed: Sequence[Target]
) -> Mention:
    passage = block.passage
    text = passage.text[name.start : name.stop]
    link: Link | None = linker.link(text) if name.label == "UNIT" else None
    confidence = link.confidence if link else name.confidence
    if name.label != "UNIT" and project is None:
        found = find_project(text, passage.text[name.stop : name.stop + 40], listed)
        project, confidence = found if found else (None, confidence)
    return Mention(
        block=index,
        start=name.start,
        stop=name.stop,
        label=name.label,
        text=text,
        page=passage.page_at(name.start),
        unit_key=link.key if link else None,
        project=project,
        confidence=confidence,
        boxes=passage.boxes(name.start, name.stop),
    )


def _short_forms(definitions: Sequence[Sequence[Definition]]) -> dict[str, str]:
    """Short -> long for linking; the first definition counts."""
    forms: dict[str, str] = {}
    for definition in (d for found in definitions for d in found):
        forms.setdefault(definition.short, definition.long)
    return forms


def _abbreviations(blocks: Sequence[Block], definitions: Sequence[Sequence[Definition]]) -> tuple[Abbreviation, ...]:
    """Each short form with each of its long forms once, on the page of its first definition."""
    seen: dict[tuple[str, str], Abbreviation] = {}
    for block, found in zip(blocks, definitions, strict=True):
        for definition in found if block.passage.pieces else ():
            page = block.passage.page_at(definition.start)
            pair = (definition.short, definition.long.casefold())
            seen.setdefault(pair, Abbreviation(definition.short, definition.long, page))
    return tuple(seen.values())
