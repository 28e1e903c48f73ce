"""What is read of annotated replies that are laid out otherwise, or are of another place.

Run: ``.venv/bin/python benchmarks/elsewhere.py [--parts fresh long] [--draws 3] [--encoder]``. Prints two tables; nothing is
kept. A layout changes nothing that a reply says, and a reply that is moved to another city says the same of that city: each
place of the replying district's, and each town of it, stands for one of its kind there. What is lost by either is what the
reader would not find in a reply that comes so.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from graph.errors import DocumentError  # noqa: E402  (the repository is no installed package)
from graph.reading import divisions  # noqa: E402
from graph.reading.evaluation.comparing import Evaluation, compare  # noqa: E402
from graph.reading.forms import to_json  # noqa: E402
from graph.reading.reader import read  # noqa: E402
from graph.reading.tagger.encoder import Encoder, load_encoder  # noqa: E402
from graph.records import Document  # noqa: E402

__all__ = ["LAYOUTS", "Annotated", "annotated", "main", "moved"]

_HALF = str.maketrans("，；：（）！？", ",;:()!?")
_FULL = str.maketrans("0123456789", "０１２３４５６７８９")
_TOWN = re.compile("(?:街道|镇|乡)$")
_PLACE = re.compile("(?P<province>.{2,3}?(?:省|自治区))?(?P<city>.{2,4}?市)?(?P<county>.{1,6}?(?:区|县|市))?")


def _wrapped(text: str, width: int) -> str:
    lines = (line[i : i + width] for line in text.split("\n") for i in range(0, max(len(line), 1), width))
    return "\n".join(lines)


def _on_one_line(text: str) -> str:
    head, body = text.split("\n")[:4], text.split("\n")[4:]
    return "\n".join([*head, "".join(body)])


#: How a text may come, by name.
LAYOUTS: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "half-width marks": lambda text: text.translate(_HALF),
    "full-width figures": lambda text: text.translate(_FULL),
    "straight quotation marks": lambda text: text.replace("“", '"').replace("”", '"'),
    "corner brackets": lambda text: text.replace("“", "「").replace("”", "」"),
    "blanks around figures": lambda text: re.sub(r"(?<=[\u4e00-\u9fff])(\d+)(?=[\u4e00-\u9fff])", r" \1 ", text),
    "indented": lambda text: "\n".join("　　" + line if line.strip() else line for line in text.split("\n")),
    "no blank lines": lambda text: re.sub(r"\n\s*\n+", "\n", text),
    "broken at 28 characters": lambda text: _wrapped(text, 28),
    "broken at 34 characters": lambda text: _wrapped(text, 34),
    "its body on one line": _on_one_line,
}


@dataclass(frozen=True, slots=True)
class Annotated:
    """An annotated reply."""

    name: str
    text: str
    said: dict[str, Any]


def annotated(parts: list[str]) -> Iterator[Annotated]:
    """The replies of some parts of the gold, in order."""
    for part in parts:
        for file in sorted((ROOT / "data" / "gold" / part).glob("*.txt")):
            said = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
            yield Annotated(file.stem, file.read_text(encoding="utf-8"), said)


#: A name of so many characters has no shorter form.
_SHORTEST = 2


def _short(name: str) -> str:
    return re.sub("[省市区县]$", "", name) if len(name) > _SHORTEST else name


def moved(reply: Annotated, chance: random.Random) -> Annotated | None:
    """A reply of a city or of its district as one of another city, and its annotation; ``None`` where it is of neither.

    Parameters
    ----------
    reply:
        Which says in its annotation what place it is of.
    chance:
        Draws the other city.
    """
    place = _PLACE.fullmatch(reply.said.get("place") or "")
    if place is None or not place["city"]:
        return None
    code = next(iter(divisions.codes_of(place["city"])), None)
    provinces = [code for code in map(str, range(130000, 660000, 10000)) if (divisions.name_of(code) or "").endswith("省")]
    there = chance.choice(provinces)
    city = chance.choice([child for child in divisions.children(there) if child.name.endswith("市")])
    names = {place["city"]: city.name}
    if place["province"]:
        names[place["province"]] = str(divisions.name_of(there))
    if code is None or not _with_counties(names, reply.text, code, city.code, chance):
        return None
    short = {_short(one): _short(other) for one, other in names.items() if len(one) > _SHORTEST and not _TOWN.search(one)}
    known = short | names
    pattern = re.compile("|".join(map(re.escape, sorted(known, key=len, reverse=True))))

    def renamed(text: str) -> str:
        return pattern.sub(lambda found: known[found.group()], text)

    return Annotated(reply.name, renamed(reply.text), json.loads(renamed(json.dumps(reply.said, ensure_ascii=False))))


def _with_counties(names: dict[str, str], text: str, code: str, there: str, chance: random.Random) -> bool:
    """Add a county of the other city for each of ours in the text, and its towns for theirs; whether there are as many."""
    free = {child.name: child.code for child in divisions.children(there)}
    for county in divisions.children(code):
        if county.name not in text:
            continue
        alike = [name for name in free if name[-1] == county.name[-1] and len(name) > 2 and "自治" not in name]
        if not alike:
            return False
        name = chance.choice(alike)
        names[county.name] = name
        for town in divisions.township_names(county.code):
            kind = _TOWN.search(town)
            if kind and town in text:
                fellows = [
                    t for t in divisions.township_names(free[name]) if t.endswith(kind.group()) and t not in names.values()
                ]
                if not fellows:
                    return False
                names[town] = chance.choice(fellows)
        del free[name]
    return True


def _compared(replies: list[Annotated], encoder: Encoder | None) -> tuple[Evaluation, int]:
    """What reading these replies gives, and how many are refused."""
    found, refused = Evaluation(), 0
    for reply in replies:
        try:
            reading = read(Document("reply", reply.text, "reply.txt", "text/plain"), encoder=encoder)
        except DocumentError:
            refused += 1
        else:
            compare(reply.said, to_json(reading), found)
    return found, refused


def _row(name: str, replies: list[Annotated], encoder: Encoder | None) -> None:
    found, refused = _compared(replies, encoder)
    core, stated = found.core(), found.stated()
    heading, status = found.heading(), found.status
    print(
        f"{name:26}{len(replies):5}{core.figures()[2]:8.3f} ({core.hit}, {core.false}, {core.missed})"
        f"{stated.figures()[2]:8.3f} ({stated.hit}, {stated.false}, {stated.missed})"
        f"  {status.hit}/{status.hit + status.missed}  {heading.hit}/{heading.hit + heading.missed}"
        + (f"  {refused} refused" if refused else ""),
        flush=True,
    )


def main() -> None:
    """Print what is read of the replies in each layout, and of those that can be moved before and after."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--parts", nargs="+", default=["fresh", "long"], help="of data/gold")
    parser.add_argument("--draws", type=int, default=3, help="how often the replies are moved")
    parser.add_argument("--encoder", action="store_true", help="ask the encoder too")
    options = parser.parse_args()
    encoder = load_encoder() if options.encoder else None
    replies = list(annotated(options.parts))
    print(f"{'':26}{'':5}  core F1 (right, false, missed), places the same, status, facts of the heading")
    for name, laid_out in LAYOUTS.items():
        _row(name, [Annotated(r.name, laid_out(r.text), r.said) for r in replies], encoder)
    for draw in range(options.draws):
        chance = random.Random(draw)
        pairs = [(reply, other) for reply in replies if (other := moved(reply, chance)) is not None]
        _row(f"those that move, draw {draw + 1}", [reply for reply, _ in pairs], encoder)
        _row("moved", [other for _, other in pairs], encoder)


if __name__ == "__main__":
    main()
