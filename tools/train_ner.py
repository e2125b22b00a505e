#!/usr/bin/env python3
"""Train the small recogniser of units, systems and projects anew: ``tools/train_ner.py`` writes models/ner.

    tools/train_ner.py                    train on everything and write models/ner (some minutes of one processor)
    tools/train_ner.py --folds 5          say what it is worth first: five parts by source, each found by a model
                                          that has seen no sentence of its sources

Its first layers learn from plain text (tools/tok2vec_pretraining.py); the whole then from sentences that people
labelled (tests/entities/data, ../shared/gold/ner_dev.jsonl where it is there), from copies of them with other names
and with wrong marks, and from sentences that the grammar labelled (../shared/corpora/citation_lines.jsonl where it is
there; no line of a document that has labelled sentences).
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import regex
import spacy
from spacy.language import Language
from spacy.training import Example
from spacy.util import filter_spans, fix_random_seed, minibatch
from tok2vec_pretraining import pretrained, put_in

from pipeline.entities import agreement, grammar, recognition
from pipeline.entities.registry import registry
from pipeline.entities.vocabulary import load_grammar
from pipeline.evaluation.ner_sentences import (
    LABELS,
    LabelledSentence,
    Score,
    Span,
    by_source,
    misprinted,
    read_sentences,
    score,
)

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
SILVER_SENTENCES = 5000
ROUNDS_ON_SILVER, ROUNDS_ON_LABELS = 5, 6
COPIES, COPIES_OF_MADE = 4, 1
BATCH, DROPOUT = 24, 0.2
CONFIG = {
    "model": {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "ner",
        "extra_state_tokens": False,
        "hidden_width": 48,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": {
            "@architectures": "spacy.Tok2Vec.v2",
            "embed": {
                "@architectures": "spacy.MultiHashEmbed.v2",
                "width": 96,
                "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
                "rows": [4000, 500, 1500, 1000],
                "include_static_vectors": False,
            },
            "encode": {
                "@architectures": "spacy.MaxoutWindowEncoder.v2",
                "width": 96,
                "depth": 5,
                "window_size": 1,
                "maxout_pieces": 3,
            },
        },
    }
}
_VIETNAMESE = regex.compile(r"[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]")
_SENTENCE_END = regex.compile(r"(?<=[;.])\s+(?=\p{Lu})")


def main() -> int:
    arguments = _arguments()
    fix_random_seed(arguments.seed)
    began = time.process_time()
    real, made = _labelled(arguments.dev)
    silver = _silver(arguments.lines, {sentence.source for sentence in real})
    print(f"{len(real)} labelled sentences, {len(made)} made ones, {len(silver)} labelled by the grammar")
    start = _new_model(_first_layers(arguments.lines, real, made, arguments.seed))
    base = _train(start, [*silver, *_copies(made, made, 1)], ROUNDS_ON_SILVER)
    if arguments.folds:
        _print_folds(base, real, made, silver, arguments.folds)
    final = _train(base, _lessons(real, made, silver), ROUNDS_ON_LABELS)
    _write(final, arguments.out)
    print(f"{arguments.out}: {_size(arguments.out) / 1e6:.1f} MB, {time.process_time() - began:.0f} s of CPU")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "models" / "ner")
    parser.add_argument("--folds", type=int, default=0, help="measure with so many parts by source first")
    parser.add_argument("--dev", type=Path, default=SHARED / "gold" / "ner_dev.jsonl")
    parser.add_argument("--lines", type=Path, default=SHARED / "corpora" / "citation_lines.jsonl")
    parser.add_argument("--seed", type=int, default=7)
    return parser.parse_args()


def _labelled(dev: Path) -> tuple[list[LabelledSentence], list[LabelledSentence]]:
    data = ROOT / "tests" / "entities" / "data"
    real = read_sentences(data / "sentences.jsonl")
    if dev.is_file():
        real += [replace(sentence, set="dev") for sentence in read_sentences(dev)]
    return real, read_sentences(data / "made.jsonl")


# --- sentences to learn from --------------------------------------------------------------------------------


def _silver(path: Path, labelled_sources: set[str]) -> list[LabelledSentence]:
    """Sentences of the citation lines with the names that the grammar finds; those with rarer names first."""
    if not path.is_file():
        return []
    texts = list(dict.fromkeys(_sentences_of(path, labelled_sources)))
    random.Random(1).shuffle(texts)
    nlp = recognition.without_training()
    found = (_by_grammar(nlp, text) for text in texts[: 5 * SILVER_SENTENCES])
    return sorted(found, key=lambda sentence: -_variety(sentence))[:SILVER_SENTENCES]


def _sentences_of(path: Path, labelled_sources: set[str]) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        text = unicodedata.normalize("NFC", entry["line"])
        if len(text) < 3000 and not _is_labelled(entry["path"], labelled_sources):
            yield from (part for part in _SENTENCE_END.split(text) if _is_usable(part))


def _is_labelled(path: str, labelled_sources: set[str]) -> bool:
    """Whether sentences of that document are labelled ("… 000514", "vbpl514", "… khieu-nai")."""
    name = Path(path).stem.removeprefix("doc_")
    names = (name, f"vbpl{name.lstrip('0').zfill(3)}")
    return any(source.split()[-1] in names for source in labelled_sources)


def _is_usable(text: str) -> bool:
    return 30 < len(text) < 350 and len(_VIETNAMESE.findall(text)) > len(text) / 10


def _by_grammar(nlp: Language, text: str) -> LabelledSentence:
    spans = tuple((span.start_char, span.end_char, span.label_) for span in nlp(text).ents)
    return LabelledSentence(text, spans, "silver", "silver")


def _variety(sentence: LabelledSentence) -> float:
    """How much there is to learn: systems and projects are rare, "Chính phủ" is in every line."""
    common = {"Chính phủ", "Thủ tướng Chính phủ", "Quốc hội"}
    weights = {"UNIT": 1.0, "SYSTEM": 4.0, "PROJECT": 4.0}
    names = {(sentence.text[start:stop], label) for start, stop, label in sentence.entities}
    return sum(weights[label] for name, label in names if name not in common and not name.startswith("Bộ "))


def _lessons(
    real: Sequence[LabelledSentence], made: Sequence[LabelledSentence], silver: Sequence[LabelledSentence]
) -> list[LabelledSentence]:
    """The labelled sentences and their copies, fewer of the made ones, and half as many of the grammar's again, so
    that what was learnt there is kept."""
    both = [*real, *made]
    lessons = _copies(real, both, COPIES) + _copies(made, both, COPIES_OF_MADE)
    return [*lessons, *silver[: len(lessons) // 2]]


def _copies(
    sentences: Sequence[LabelledSentence], names_of: Sequence[LabelledSentence], count: int
) -> list[LabelledSentence]:
    """The sentences and ``count`` copies of each: other names in the place of theirs, every second one misprinted."""
    rng = random.Random(3)
    pool = _names(names_of)
    made = [_renamed(sentence, pool, rng) for sentence in sentences for _ in range(count)]
    return [*sentences, *(misprinted(s, rng) if index % 2 else s for index, s in enumerate(made))]


def _names(sentences: Iterable[LabelledSentence]) -> dict[str, list[str]]:
    """Names by label: of the sentences, of the grammar's examples, and bodies of the registry at places by chance."""
    pool: dict[str, set[str]] = {label: set() for label in LABELS}
    for sentence in sentences:
        for start, stop, label in sentence.entities:
            pool[label].add(sentence.text[start:stop])
    for rule in load_grammar().rules:
        pool[rule.label].update(example for example in rule.examples if "[[" not in example)
    pool["UNIT"].update(_registered(random.Random(5), 600))
    return {label: sorted(names) for label, names in pool.items()}


def _registered(rng: random.Random, count: int) -> Iterator[str]:
    places = sorted(registry().places.values(), key=lambda place: place.key)
    for place in rng.choices(places, k=count):
        yield rng.choice(registry().bodies_at(place)).name.split(", ")[0]


def _renamed(sentence: LabelledSentence, pool: dict[str, list[str]], rng: random.Random) -> LabelledSentence:
    text, spans, at = "", [], 0
    for start, stop, label in sentence.entities:
        text += sentence.text[at:start]
        name = rng.choice(pool[label]) if rng.random() < 0.4 else sentence.text[start:stop]
        spans.append((len(text), len(text) + len(name), label))
        text, at = text + name, stop
    return replace(sentence, text=text + sentence.text[at:], entities=tuple(spans))


# --- learning -----------------------------------------------------------------------------------------------


def _first_layers(lines: Path, real: Sequence[LabelledSentence], made: Sequence[LabelledSentence], seed: int) -> bytes:
    """Weights that come from reading plain text, none of it of a document that has labelled sentences."""
    published = _sentences_of(lines, {sentence.source for sentence in real}) if lines.is_file() else ()
    texts = list(dict.fromkeys([*published, *(sentence.text for sentence in made)]))
    random.Random(seed).shuffle(texts)
    return pretrained(recognition.blank(), CONFIG["model"]["tok2vec"], texts, seed)


def _new_model(first_layers: bytes | None = None) -> Language:
    nlp = recognition.blank()
    ner = nlp.add_pipe("ner", config=CONFIG)
    for label in LABELS:
        ner.add_label(label)
    nlp.initialize()
    if first_layers is not None:
        put_in(ner.model, first_layers)
    return nlp


def _train(start: Language, sentences: Sequence[LabelledSentence], rounds: int) -> Language:
    """A copy of ``start`` that has read ``sentences`` so many times."""
    nlp = _new_model()
    nlp.from_bytes(start.to_bytes())
    examples = [example for sentence in sentences if (example := _example(nlp, sentence)) is not None]
    rng = random.Random(11)
    optimizer = nlp.resume_training()
    for _ in range(rounds):
        rng.shuffle(examples)
        for batch in minibatch(examples, BATCH):
            nlp.update(batch, sgd=optimizer, drop=DROPOUT)
    with nlp.use_params(optimizer.averages):
        return _copy(nlp)


def _copy(nlp: Language) -> Language:
    other = _new_model()
    other.from_bytes(nlp.to_bytes())
    return other


def _example(nlp: Language, sentence: LabelledSentence) -> Example | None:
    doc = nlp.make_doc(sentence.text)
    spans = [
        doc.char_span(start, stop, label=label, alignment_mode="expand") for start, stop, label in sentence.entities
    ]
    reference = doc.copy()
    reference.ents = filter_spans([span for span in spans if span is not None])
    return Example(doc, reference) if len(doc) else None


# --- what it is worth ---------------------------------------------------------------------------------------


def _print_folds(
    base: Language,
    real: Sequence[LabelledSentence],
    made: Sequence[LabelledSentence],
    silver: Sequence[LabelledSentence],
    folds: int,
) -> None:
    parts = by_source(real, folds)
    found: dict[tuple[str, str], dict[str, list[Span]]] = {}
    for index, part in enumerate(parts):
        rest = [sentence for other in parts if other is not part for sentence in other]
        nlp = _train(base, _lessons(rest, made, silver), ROUNDS_ON_LABELS)
        for sentence in part:
            for kind, shown in (("as printed", sentence), ("misprinted", misprinted(sentence, random.Random(index)))):
                found[kind, sentence.text] = _readings(nlp, shown.text)
    for kind in ("as printed", "misprinted"):
        for reader in ("trained", "grammar", "both", "alone", "together"):
            for name in ("dev", "all"):
                chosen = [s for s in real if name in ("all", s.set)]
                scores = score(chosen, partial(_found, found, kind, reader))
                print(f"{kind:11} {reader:9} {name:4}", *(_shown(label, scores[label]) for label in scores))


def _found(found: dict[tuple[str, str], dict[str, list[Span]]], kind: str, reader: str, text: str) -> list[Span]:
    return found[kind, text][reader]


def _readings(nlp: Language, text: str) -> dict[str, list[Span]]:
    """What each reader finds in ``text``: the trained one, the grammar, those on which both agree, what the
    trained one alone finds, and the merger."""
    doc = nlp(text)
    trained = _spans(doc.ents)
    doc = recognition.grammar_pipe()(doc)
    by_grammar = _spans(doc.spans[grammar.GRAMMAR])
    merged = _spans(agreement.agree(doc).ents)
    agreed = [span for span in by_grammar if span in trained]
    alone = [s for s in trained if all(s[1] <= o[0] or s[0] >= o[1] for o in by_grammar)]
    return {"trained": trained, "grammar": by_grammar, "both": agreed, "alone": alone, "together": merged}


def _spans(spans: Iterable[spacy.tokens.Span]) -> list[Span]:
    return [(span.start_char, span.end_char, span.label_) for span in spans]


def _shown(label: str, value: Score) -> str:
    return f"{label} {value.f1:.3f} (P {value.precision:.3f} R {value.recall:.3f})"


# --- the model on disk --------------------------------------------------------------------------------------


def _write(nlp: Language, folder: Path) -> None:
    """The whole pipeline, so that ``spacy.load(folder)`` gives what the program uses; the card is written by hand."""
    nlp.add_pipe(grammar.GRAMMAR)
    nlp.add_pipe(agreement.AGREEMENT)
    nlp.meta.update(name="kehoach_ner", version="1.0.0", license="Apache-2.0", description="See README.md")
    nlp.to_disk(folder)


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


if __name__ == "__main__":
    sys.exit(main())
