"""The spaCy pipeline that finds names, loaded once a process."""

from __future__ import annotations

from functools import cache

import spacy
from spacy.language import Language

from pipeline.entities import grammar, tokenizer


@cache
def load() -> Language:
    """Our tokenizer, sentence borders and grammar as one spaCy pipeline; needs no model file and no pyvi.

    A pipeline trained later is loaded here in its place, with the same components in front.
    """
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": tokenizer.TOKENIZER}}})
    nlp.add_pipe(tokenizer.SENTENCES)
    nlp.add_pipe(grammar.GRAMMAR)
    return nlp
