"""How sure a claim is by how often its rule was right."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.reading import calibration
from graph.reading.calibration import calibrated, write_table
from graph.reading.evaluation import Claim


def test_a_rule_that_was_never_so_sure_is_judged_by_what_it_was_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "calibration.tsv"
    before = calibrated("Programme", "list.test", 0.6)
    monkeypatch.setattr(calibration, "CALIBRATION", path)
    try:
        write_table([Claim("Programme", "list.test", 0.9, right=number == 0) for number in range(20)], [], path)
        assert before == 0.6
        assert calibrated("Programme", "list.test", 0.6) == round((1 + 6 * 0.6) / 26, 3)
        assert calibrated("Programme", "list.other", 0.6) == 0.6
    finally:
        monkeypatch.undo()
        calibration._table.cache_clear()
        calibration._of_all_levels.cache_clear()
