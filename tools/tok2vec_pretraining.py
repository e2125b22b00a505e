"""The first layers of the recogniser, taught by plain text: to tell a word's letters from the words around it.

spaCy's own ``pretrain`` with its characters objective. On 33,500 sentences of published legal text, three times over,
it takes eight minutes of one processor; what it is worth is in docs/measured.md.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from spacy.language import Language
from spacy.training.pretrain import pretrain
from thinc.api import Config, Model

ROUNDS = 3
_PRETRAINING = {
    "max_epochs": ROUNDS,
    "dropout": 0.2,
    "n_save_every": None,
    "n_save_epoch": None,
    "component": "tok2vec",
    "layer": "",
    "corpus": "corpora.pretrain",
    "batcher": {"@batchers": "spacy.batch_by_words.v1", "size": 2000, "discard_oversize": False, "tolerance": 0.2},
    "objective": {
        "@architectures": "spacy.PretrainCharacters.v1",
        "maxout_pieces": 3,
        "hidden_size": 200,
        "n_characters": 4,
    },
    "optimizer": {
        "@optimizers": "Adam.v1",
        "learn_rate": 0.001,
        "beta1": 0.9,
        "beta2": 0.999,
        "eps": 1e-8,
        "L2": 0.01,
        "L2_is_weight_decay": True,
        "grad_clip": 1.0,
        "use_averages": True,
    },
}


def pretrained(blank: Language, architecture: Mapping[str, Any], texts: Iterable[str], seed: int) -> bytes:
    """The weights of a ``tok2vec`` of that architecture that has read ``texts``; ``blank`` gives the tokenizer."""
    blank.add_pipe("tok2vec", config={"model": architecture})
    blank.initialize()
    with TemporaryDirectory() as folder:
        lines = Path(folder) / "texts.jsonl"
        lines.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
        pretrain(_config(blank, lines, seed), Path(folder), silent=True)
        return (Path(folder) / f"model{ROUNDS - 1}.bin").read_bytes()


def _config(nlp: Language, lines: Path, seed: int) -> Config:
    config = nlp.config.copy()
    reader = {"@readers": "spacy.JsonlCorpus.v1", "path": str(lines), "min_length": 5, "max_length": 500}
    config["corpora"] = {**config["corpora"], "pretrain": reader}
    config["training"].update(seed=seed, gpu_allocator=None)
    config["pretraining"] = _PRETRAINING
    return Config(config)


def put_in(ner: Model, weights: bytes) -> None:
    """Give ``weights`` to the tok2vec within the model of an entity recogniser."""
    ner.get_ref("tok2vec").layers[0].from_bytes(weights)
