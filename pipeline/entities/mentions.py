"""Names that were found, made into mentions: linked to a body, a class of bodies, a project row, a programme.

Confidence of a mention (0..1). A name: 0.9 where grammar and trained recogniser agree, else what the rule is worth
less 0.1. A linked name: 0.97 linked by a written form of the body, 0.9 by that form without its marks, 0.7 loosely;
a tenth less where the body did not exist on the document's day or the place was only deduced, and less by a twentieth
where the two recognisers did not agree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.entities.agreement import BOTH
from pipeline.entities.linking import NOTHING, Link, Linker, Reading
from pipeline.entities.mention_names import Name
from pipeline.entities.programmes import ProgrammeBook
from pipeline.entities.projects import WHOLE_NAME, Target, find_project, whole_names
from pipeline.entities.shared_places import SHARED, place_behind, shared_places
from pipeline.entities.text import tidy
from pipeline.model import Block, Mention

DISAGREED = 0.05
_BEHIND = 40
"""Characters behind a name in which its acronym may stand."""


class MentionMaker:
    """Makes the mentions of one document; ``programmes`` knows the entries that they refer to."""

    def __init__(self, linker: Linker, listed: Sequence[Target], programmes: ProgrammeBook) -> None:
        self.linker = linker
        self.listed = listed
        self.programmes = programmes

    def mentions(self, index: int, block: Block, names: Sequence[Name]) -> Iterator[Mention]:
        """The mentions of ``blocks[index]`` in the order of its text; whole names of project rows come first."""
        whole = [] if block.table is not None else whole_names(block.passage.text, self.listed)
        by_name = {(start, stop): project for start, stop, project in whole}
        spans = [Name(start, stop, "PROJECT", WHOLE_NAME, "project") for start, stop in by_name]
        spans += [n for n in names if all(n.stop <= start or n.start >= stop for start, stop in by_name)]
        in_order = sorted(spans, key=lambda name: name.start)
        text = tidy(block.passage.text)
        places = shared_places(text, in_order)
        for name in in_order:
            mention = self._placed(index, block, name)
            if name.label == "UNIT":
                yield self._body(mention, place_behind(text, name.stop), places.get(name.start))
            else:
                behind = block.passage.text[name.stop : name.stop + _BEHIND]
                yield self._project(mention, by_name.get((name.start, name.stop)), behind)

    def _placed(self, index: int, block: Block, name: Name) -> Mention:
        passage = block.passage
        return Mention(
            block=index,
            start=name.start,
            stop=name.stop,
            label=name.label,
            text=passage.text[name.start : name.stop],
            page=passage.page_at(name.start),
            unit_key=None,
            project=None,
            confidence=name.confidence,
            boxes=passage.boxes(name.start, name.stop),
            found_by=name.found_by,
        )

    def _body(self, mention: Mention, own_place: str | None, shared_place: str | None) -> Mention:
        with_place = self.linker.read(f"{mention.text} {own_place}") if own_place else NOTHING
        reading = with_place if with_place != NOTHING else self.linker.read(mention.text)
        if reading == NOTHING and shared_place:
            reading = self._at(mention.text, shared_place)
        names = tuple(self.linker.registry.unit(key).name for key in reading.candidates)
        if reading.link is None:
            return replace(mention, unit_class=reading.body_class, candidates=names)
        lost = 0.0 if mention.found_by == BOTH else DISAGREED
        return replace(mention, unit_key=reading.link.key, confidence=round(reading.link.confidence - lost, 2))

    def _at(self, name: str, place: str) -> Reading:
        """What ``name`` means in a row of bodies of ``place``."""
        reading = self.linker.read(f"{name} {place}")
        if reading.link is None:
            return reading
        return Reading(Link(reading.link.key, min(reading.link.confidence, SHARED)))

    def _project(self, mention: Mention, project: int | None, behind: str) -> Mention:
        found = (project, mention.confidence) if project is not None else None
        found = found or find_project(mention.text, behind, self.listed)
        programme = self.programmes.entry(mention.text, mention.label)
        row, confidence = found or (None, mention.confidence)
        key = programme.key if programme else None
        return replace(mention, project=row, confidence=confidence, programme_key=key)
