"""A picture of text as lines, by an optional recognition (the extra ``scan``: rapidocr, its models in the wheel)."""

from __future__ import annotations

import importlib.util
import io
import itertools
from collections.abc import Sequence
from functools import cache
from typing import Any

from graph.errors import DocumentError

__all__ = ["Box", "can_recognise", "lines_of", "rows"]

#: A recognised run of words: left, top, right, bottom in pixels, and what it says.
Box = tuple[float, float, float, float, str]
#: Mean score under which a page is called unreadable: half-read text would pass for the whole.
_LEAST = 0.75
_MISSING = "install the recognition: pip install 'rapidocr>=3.4' onnxruntime; or save the reply's text"


def can_recognise() -> bool:
    """Whether the extra is installed."""
    return importlib.util.find_spec("rapidocr") is not None and importlib.util.find_spec("onnxruntime") is not None


@cache
def _engine() -> Any:  # noqa: ANN401  (the extra has no types)
    from rapidocr import RapidOCR  # noqa: PLC0415  (optional)

    return RapidOCR(params={"Global.log_level": "error"})


def lines_of(picture: bytes, name: str, what: str = "it") -> list[str]:
    """The lines of a page in reading order, the cells of a table's row joined by ``|``.

    Parameters
    ----------
    picture:
        PNG, JPEG, TIFF, BMP or GIF.
    name:
        Of the file, for the error.
    what:
        What of the file the picture is: ``it``, ``page 2``.

    Raises
    ------
    DocumentError
        Where the extra is missing, the picture is damaged, holds no text, or text too blurred to be read whole.
    """
    if not can_recognise():
        raise DocumentError(name, f"{what} is a scan without text", _MISSING)
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415  (comes with the extra)

    try:
        page = Image.open(io.BytesIO(picture)).convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as fault:
        raise DocumentError(name, f"{what} is a damaged picture", "scan it again") from fault
    found = _engine()(page)
    if found is None or not found.txts:
        return []
    if sum(found.scores) / len(found.scores) < _LEAST:
        raise DocumentError(name, f"{what} is too blurred to be read", "scan it again with 300 dots an inch")
    boxes = [
        (float(box[:, 0].min()), float(box[:, 1].min()), float(box[:, 0].max()), float(box[:, 1].max()), text)
        for box, text in zip(found.boxes, found.txts, strict=True)
    ]
    return rows(boxes)


def rows(boxes: Sequence[Box]) -> list[str]:
    """Boxes as lines, from the top down and from left to right.

    Boxes share a line where the middle of the one lies within the other. Wide gaps between three boxes or more are a
    table's; else a gap is a blank.
    """
    lines: list[list[Box]] = []
    for box in sorted(boxes, key=lambda b: (b[1] + b[3], b[0])):
        middle = (box[1] + box[3]) / 2
        line = next((line for line in reversed(lines) if line[0][1] < middle < line[0][3]), None)
        if line is None:
            lines.append([box])
        else:
            line.append(box)
    return [_joined(sorted(line)) for line in lines]


def _joined(line: list[Box]) -> str:
    height = max(box[3] - box[1] for box in line)
    gaps = [after[0] - before[2] for before, after in itertools.pairwise(line)]
    mark = " | " if len(line) > 2 and all(gap > height for gap in gaps) else " "
    return mark.join(box[4].strip() for box in line)
