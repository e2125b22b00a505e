"""The units, systems and projects of one document, linked: what `pipeline.extract` calls."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.entities.abbreviations import Definition, find_definitions, listed_definitions
from pipeline.entities.context import read_context
from pipeline.entities.linking import Linker
from pipeline.entities.mention_names import Name, without_taken
from pipeline.entities.mentions import MentionMaker
from pipeline.entities.programmes import ProgrammeBook
from pipeline.entities.projects import targets
from pipeline.entities.recognition import load
from pipeline.entities.roles import bodies_in, issuer_key, lead_unit_key
from pipeline.entities.short_names import short_names
from pipeline.model import Abbreviation, Block, Citation, Letterhead, Mention, MentionLabel, Programme, Project, Unit

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LABELS: dict[str, MentionLabel] = {"UNIT": "UNIT", "SYSTEM": "SYSTEM", "PROJECT": "PROJECT"}


@dataclass(frozen=True, slots=True)
class Entities:
    """``projects`` and ``citations`` are the given ones with the keys of their bodies; ``units`` all referred to."""

    units: tuple[Unit, ...]
    mentions: tuple[Mention, ...]
    abbreviations: tuple[Abbreviation, ...]
    projects: tuple[Project, ...]
    citations: tuple[Citation, ...] = ()
    programmes: tuple[Programme, ...] = ()


def link_entities(
    blocks: Sequence[Block], letterhead: Letterhead, projects: Sequence[Project], citations: Sequence[Citation] = ()
) -> Entities:
    """Find and link the names in ``blocks``; mentions are in the order of blocks and text."""
    texts = [block.passage.text for block in blocks]
    found = [names_in(doc) for doc in load().pipe(texts)]
    definitions = _definitions(blocks, texts, found)
    names = [without_taken(own, more) for own, more in zip(found, short_names(texts, found, definitions), strict=True)]

    linker = Linker(read_context(letterhead, texts), _short_forms(definitions))
    linked = tuple(_with_bodies(project, linker) for project in projects)
    issued = tuple(replace(citation, issuer_key=issuer_key(citation.issuer, linker)) for citation in citations)

    programmes = ProgrammeBook(linker.context, _titles(texts, names))
    maker = MentionMaker(linker, targets(linked), programmes)
    numbered = enumerate(zip(blocks, names, strict=True))
    mentions = [
        m for index, (block, own) in numbered if block.passage.pieces for m in maker.mentions(index, block, own)
    ]
    return Entities(
        units=_units(mentions, linked, issued, linker),
        mentions=tuple(mentions),
        abbreviations=_abbreviations(blocks, definitions),
        projects=linked,
        citations=issued,
        programmes=programmes.entries,
    )


def names_in(doc: Doc) -> list[Name]:
    """The names that the pipeline has found in a text."""
    return [
        Name(e.start_char, e.end_char, _LABELS[e.label_], e._.confidence, e._.found_by or "grammar") for e in doc.ents
    ]


def _titles(texts: Sequence[str], names: Sequence[Sequence[Name]]) -> Iterator[str]:
    """Every name of a programme as it stands in the document."""
    for text, own in zip(texts, names, strict=True):
        yield from (text[name.start : name.stop] for name in own if name.label == "PROJECT")


def _with_bodies(project: Project, linker: Linker) -> Project:
    return replace(
        project,
        lead_unit_key=lead_unit_key(project.lead_unit, linker),
        partner_unit_keys=bodies_in(project.partner_units, linker),
    )


def _units(
    mentions: Sequence[Mention], projects: Sequence[Project], citations: Sequence[Citation], linker: Linker
) -> tuple[Unit, ...]:
    """Every body and class of bodies that is referred to, with the parents and successors of bodies."""
    keys = {m.unit_key for m in mentions} | {p.lead_unit_key for p in projects} | {c.issuer_key for c in citations}
    keys |= {key for project in projects for key in project.partner_unit_keys}
    classes = {m.unit_class.key: m.unit_class for m in mentions if m.unit_class}
    return linker.registry.with_relatives(key for key in keys if key) + tuple(classes[key] for key in sorted(classes))


def _definitions(
    blocks: Sequence[Block], texts: Sequence[str], found: Sequence[Sequence[Name]]
) -> list[list[Definition]]:
    """The short forms that each block defines, in its text or as a row of a list."""
    in_text = [find_definitions(text, [(n.start, n.stop) for n in own]) for text, own in zip(texts, found, strict=True)]
    in_rows = listed_definitions(blocks)
    return [own + in_rows.get(index, []) for index, own in enumerate(in_text)]


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
