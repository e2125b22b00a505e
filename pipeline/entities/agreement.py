"""What grammar and trained recogniser say together: the last component of the spaCy pipeline.

Where both find the same characters under the same label, the name is sure. Where they differ, the grammar's reading
stands (measured: it is right more often, see docs/measured.md) and is less sure; ``span._.found_by`` says which of
them found it. What the trained one alone found is kept where it was measured to be right more often than not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Span

from pipeline.entities.grammar import GRAMMAR

if TYPE_CHECKING:
    from spacy.tokens import Doc

AGREEMENT = "kehoach_agreement"
BOTH, BY_GRAMMAR, BY_TRAINING = "both", "grammar", "trained"
AGREED, ALONE, TRAINED_ALONE = 0.9, 0.1, 0.5
"""Confidence where both agree; what the grammar's own loses where it stands alone; that of the trained one alone."""


@Language.component(AGREEMENT, requires=["doc.spans"], assigns=["doc.ents"])
def agree(doc: Doc) -> Doc:
    """Make ``doc.ents`` of ``doc.spans[GRAMMAR]`` and of the entities that the trained recogniser has set."""
    trained = {(span.start, span.end): span for span in doc.ents}
    doc.ents = [_weighed(span, trained) for span in doc.spans[GRAMMAR]]
    return doc


def _weighed(span: Span, trained: dict[tuple[int, int], Span]) -> Span:
    other = trained.get((span.start, span.end))
    if other is not None and other.label_ == span.label_:
        span._.confidence, span._.found_by = max(AGREED, span._.confidence), BOTH
    else:
        span._.confidence, span._.found_by = round(span._.confidence - ALONE, 2), BY_GRAMMAR
    return span
