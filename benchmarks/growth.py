"""How reading time grows with length, for texts made to find out: one thing said over and over, and mixtures of such things.

Run: ``.venv/bin/python benchmarks/growth.py [--mixtures 200] [--length 6000] [--seed 0]``. Each text is read at a length and at
four times that length, in processor time. Printed are those whose time grows more than sevenfold (a little more than four is
linear with noise); exit code 1 where there is one. Nothing is kept.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from graph.errors import DocumentError  # noqa: E402  (the repository is no installed package)
from graph.reading.documents.masking import mask_contacts  # noqa: E402
from graph.reading.documents.plain import tidy  # noqa: E402
from graph.reading.reader import read  # noqa: E402
from graph.records import Document  # noqa: E402

__all__ = ["main"]

_HEAD = "关于松江区政协六届四次会议第0231号提案的答复\n李明委员：\n你们提出的提案收悉，现答复如下：\n"
_END = "\n松江区科委\n2025年5月16日\n"
#: What the patterns and loops of the reader look for, and what stands around it.
_WORDS = (
    "\t", "\n", "\n\n", "\n一、工作\n", " ", "!", "\"", "-", "1", "1.", "12个场景，", "13", "1380", "2025年5月16日",
    "32家", "AI", "a", "https://a.b/", "|", "·", "“", "“AI+", "“一键呼叫”、", "“场景", "”", "①", "\u3000", "、", "。",
    "《", "《<a>", "《办法", "《办法》、", "》", "一、", "一是", "上海市", "下一步，", "与", "九亭镇在", "人民政府",
    "以下简称“", "入驻", "公司", "关于", "其中，", "办公室", "区", "号", "和", "园", "在", "在方松街道", "委员",
    "委员：\n", "届", "市", "平台", "平台、", "年", "引进", "张三、", "我区", "打造“", "推动", "推进平台建设", "提案",
    "方松街道、", "智", "智慧食堂、", "松江区", "松江区科委\n", "次会议", "汉", "由", "甲|乙\n", "甲科技、", "电话：1",
    "的", "的答复", "科技", "第", "第1号", "等", "等企业", "答复\n", "签发人：", "约1/3", "联合", "联系人：",
    "落户九亭镇，", "街", "试点", "道", "镇", "附件：", "领域的龙头企业", "（", "（一）", "（简称", "）", "，", "，位于",
    "：", "；",
)  # fmt: skip
#: Growth over four times the length, and seconds below which it is noise.
_TOO_MUCH, _NOISE = 7.0, 0.4


def main() -> None:
    """Read and print what grows too fast."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--mixtures", type=int, default=200)
    parser.add_argument("--length", type=int, default=6000)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    _spent("推动工作。", 1000, framed=True)
    worst, found, count = 0.0, 0, 0
    for unit in _units(asked.mixtures, random.Random(asked.seed)):
        for framed in (True, False):
            short, long = (_spent(unit, length, framed) for length in (asked.length, 4 * asked.length))
            growth = long / max(short, 1e-3)
            count += 1
            worst = max(worst, growth) if long > _NOISE else worst
            if long > _NOISE and growth > _TOO_MUCH:
                found += 1
                print(f"{unit!r:40} {'in a reply' if framed else 'alone':10} {short:6.2f} s  {long:6.2f} s")
    print(
        f"{count} texts at {asked.length} and {4 * asked.length} characters: {found} grow too fast, the fastest {worst:.1f} times"
    )
    sys.exit(1 if found else 0)


def _units(mixtures: int, chance: random.Random) -> Iterator[str]:
    yield from _WORDS
    for _ in range(mixtures):
        yield "".join(chance.choice(_WORDS) for _ in range(chance.randint(2, 4)))


def _spent(unit: str, length: int, framed: bool) -> float:
    text = unit * (length // len(unit))
    text = _HEAD + text + _END if framed else text
    started = time.process_time()
    with suppress(DocumentError):  # a text without a heading is refused, and that takes time as well
        read(Document("a", mask_contacts(tidy(text)), "a.txt", "text/plain"))
    return time.process_time() - started


if __name__ == "__main__":
    main()
