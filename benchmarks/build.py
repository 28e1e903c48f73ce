"""How long the whole main job takes, from start to exit, and how it grows with the number of replies.

Run: ``.venv/bin/python benchmarks/build.py [--most 1000] [--runs 5]``. Prints a table; nothing is kept.
The replies are made from the real one with other names, so that each brings its own entities.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

__all__ = ["main", "many"]

ROOT = Path(__file__).parents[1]
REPLY = ROOT / "data" / "replies" / "changning-2023-070.txt"
_NAME = re.compile(r"[\u4e00-\u9fff]{2}(?=(?:电子|智能|科技|信息|智谷|金融园)(?![\u4e00-\u9fff]))")
_SYLLABLES = "云岚启衡沐川芮达北埠听潮砺芯拓翎白沙行知鹿鸣恒思途邻趣影漕溪宏海景明朗清远和安泰瑞丰嘉禾"


def many(count: int, folder: Path) -> None:
    """Write ``count`` replies with names of their own into a folder."""
    text = REPLY.read_text(encoding="utf-8")
    for number in range(count):
        chance = random.Random(number)
        fresh: dict[str, str] = {}

        def other(match: re.Match[str], fresh: dict[str, str] = fresh, chance: random.Random = chance) -> str:
            return fresh.setdefault(match.group(), "".join(chance.sample(_SYLLABLES, 2)))

        renamed = _NAME.sub(other, text).replace("第70号", f"第{number + 1}号")
        (folder / f"reply-{number:05d}.txt").write_text(renamed, encoding="utf-8")


def _run(folder: Path, out: Path) -> tuple[float, float]:
    """Wall seconds of the whole process, and the peak memory of all children so far in MiB."""
    start = time.perf_counter()
    command = [sys.executable, str(ROOT / "build_graph.py"), str(folder), "--out", str(out)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, env=os.environ)
    return time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main() -> None:
    """Print seconds and memory for 1, 10, 100 and 1,000 replies."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=1000, help="the largest number of replies")
    parser.add_argument("--runs", type=int, default=5, help="runs of the one reply; larger folders run once")
    options = parser.parse_args()
    print(f"{'replies':>8} {'seconds':>9} {'per reply':>10} {'peak MiB':>9} {'map MB':>7}")
    for count in (1, 10, 100, 1000):
        if count > options.most:
            break
        with tempfile.TemporaryDirectory() as base:
            folder, out = Path(base, "replies"), Path(base, "out")
            folder.mkdir()
            many(count, folder)
            runs = [_run(folder, out) for _ in range(options.runs if count == 1 else 1)]
            seconds = statistics.median(run[0] for run in runs)
            size = (out / "map.html").stat().st_size / 1e6
            print(f"{count:8} {seconds:9.2f} {seconds / count:10.3f} {runs[-1][1]:9.0f} {size:7.1f}", flush=True)


if __name__ == "__main__":
    main()
