"""A small classifier upon the tiny encoder: one layer below, one above, weights by chance."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from graph.reading.classifier.network import DISTANCES, MAPS, NORMALS
from graph.reading.classifier.windows import KINDS, THINGS
from graph.reading.reply import Reply, reply_of
from graph.reading.tagger.encoder.adapter import adapted
from graph.reading.tagger.encoder.network import Transformer
from graph.reading.tagger.encoder.pretrained import Pretrained, load_pretrained
from graph.records import Document
from tests.reading.tagger.encoder import tiny

__all__ = ["LOWER", "encoder", "reply", "weights"]

#: Of the tiny encoder's two layers.
LOWER = 1
_RANK, _FEATURES = 3, 8


def encoder(folder: Path) -> tuple[Pretrained, Transformer]:
    """The tiny encoder, written into a folder and read."""
    tiny.write(folder / "tiny.bin")
    pretrained = load_pretrained(folder / "tiny.bin")
    return pretrained, adapted(pretrained, tiny.head())[0]


def weights(spread: float = 0.3) -> dict[str, np.ndarray]:
    """What is learned, by chance; with a spread of 0 the upper layer is as it was."""
    chance = np.random.default_rng(7)
    sizes = {"fi": (64, tiny.WIDTH), "fo": (tiny.WIDTH, 64)}
    learned = {}
    for name in MAPS:
        to, of = sizes.get(name, (tiny.WIDTH, tiny.WIDTH))
        learned[f"l1.{name}.up"] = chance.normal(0, spread, (to, _RANK))
        learned[f"l1.{name}.down"] = chance.normal(0, 0.3, (_RANK, of))
        learned[f"l1.{name}.b"] = chance.normal(0, spread, to)
    for name in NORMALS:
        learned[f"l1.{name}.w"], learned[f"l1.{name}.b"] = chance.normal(0, spread, (2, tiny.WIDTH))
    shapes = {
        "asked": (tiny.WIDTH,),
        "kinds": (len(KINDS) + 1, tiny.WIDTH),
        "head.first.w": (3 * tiny.WIDTH, _FEATURES),
        "head.first.b": (_FEATURES,),
        "head.pairs": (len(THINGS) * len(KINDS), _FEATURES),
        "head.distances": (DISTANCES, _FEATURES),
        "head.last.w": (_FEATURES,),
        "head.last.b": (1,),
    }
    learned |= {name: chance.normal(0, 0.3, shape) for name, shape in shapes.items()}
    return {name: array.astype(np.float32) for name, array in learned.items()}


def reply(sentences: str) -> Reply:
    """A reply of 甲市乙区 with these sentences as its body."""
    head = "对区政协第十五届二次会议第070号提案的答复\n王明委员：\n您提出的关于乙园的提案收悉，现答复如下：\n"
    return reply_of(Document("case", f"{head}{sentences}\n上海市长宁区商务委员会\n2023年5月6日\n", "case.txt", "text/plain"))
