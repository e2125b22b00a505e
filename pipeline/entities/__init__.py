"""Units, systems and projects: found by a spaCy pipeline, named by a registry, linked by issuer and date.

spaCy is imported when the first document is linked, not with this package, so that ``kehoach --help`` stays fast.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.model import Block, Citation, Letterhead, Project

if TYPE_CHECKING:
    from spacy.language import Language

    from pipeline.entities.documents import Entities

__all__ = ["link_entities", "load"]


def link_entities(
    blocks: Sequence[Block], letterhead: Letterhead, projects: Sequence[Project], citations: Sequence[Citation] = ()
) -> Entities:
    """Find and link the names in ``blocks``: see `pipeline.entities.documents`."""
    from pipeline.entities import documents

    return documents.link_entities(blocks, letterhead, projects, citations)


def load() -> Language:
    """The spaCy pipeline that finds names, loaded once a process."""
    from pipeline.entities import recognition

    return recognition.load()
