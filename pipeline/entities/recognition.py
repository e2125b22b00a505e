"""The spaCy pipeline that finds names, loaded once a process.

Sentences, trained recogniser, grammar, agreement. Grammar and agreement are parts of the pipeline that
``spacy.load(folder())`` gives; its card is models/ner/README.md.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

import spacy
from spacy.language import Language

from pipeline.entities import agreement, grammar, tokenizer


@cache
def load() -> Language:
    """The pipeline of models/ner."""
    with as_file(files("models").joinpath("ner")) as folder:
        return spacy.load(Path(folder))


def blank() -> Language:
    """Our tokenizer and sentence borders, and nothing that finds names; needs no model file and no pyvi."""
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": tokenizer.TOKENIZER}}})
    nlp.add_pipe(tokenizer.SENTENCES)
    return nlp


@cache
def without_training() -> Language:
    """The pipeline with the grammar alone: what labels the sentences that the recogniser first learns from."""
    nlp = blank()
    nlp.add_pipe(grammar.GRAMMAR)
    nlp.add_pipe(agreement.AGREEMENT)
    return nlp


@cache
def grammar_pipe() -> grammar.GrammarRecognizer:
    """The grammar as a component of its own."""
    return grammar.GrammarRecognizer()
