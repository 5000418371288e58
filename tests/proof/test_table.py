"""The table holds only where every row was tested and nothing was lost, between or failed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.proof import table
from tests.proof.__main__ import main
from tests.proof.recording import FOLDER, record_figures


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where figures go, with a passed test of each row, and something counted where something has to be."""
    monkeypatch.setenv(FOLDER, str(tmp_path))
    lines = [{"row": number, "test": "somewhere", "outcome": "passed", "why": ""} for number in table.ROWS]
    lines += [{"row": number, "figures": {"tries": 5, "lost": 0, "between": 0}} for number in table.COUNTED]
    (tmp_path / "another.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return tmp_path


def add(folder: Path, row: int, outcome: str, why: str = "") -> None:
    line = {"row": row, "test": "elsewhere", "outcome": outcome, "why": why}
    (folder / "more.jsonl").write_text(json.dumps(line) + "\n", "utf-8")


def test_figures_of_all_processes_are_added_up(folder: Path) -> None:
    record_figures(1, kills=3, lost=0, between=0)
    record_figures(1, kills=4)
    assert table.read(folder)[1].done == "7 kills, 5 tries"
    assert main(folder) == 0


@pytest.mark.parametrize("figure", ["lost", "between"])
def test_one_that_was_lost_or_between_fails(folder: Path, figure: str) -> None:
    record_figures(2, **{figure: 1})
    assert main(folder) == 1


def test_a_failed_test_fails(folder: Path) -> None:
    add(folder, 3, "failed")
    assert main(folder) == 1


def test_a_skipped_test_is_told_with_its_reason(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add(folder, 3, "skipped", "only an administrator may")
    assert main(folder) == 0
    assert "1 passed, 1 skipped: only an administrator may" in capsys.readouterr().out


@pytest.mark.parametrize("figures", [{}, {"lost": 0, "between": 0}, {"kills": 3}, {"kills": 3, "lost": 0}])
def test_a_sweep_that_counted_nothing_fails_and_is_not_said_to_have_lost_nothing(
    folder: Path, figures: dict[str, int], capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [json.loads(line) for line in (folder / "another.jsonl").read_text("utf-8").splitlines()]
    kept = [line for line in lines if line["row"] != 1 or "figures" not in line]
    (folder / "another.jsonl").write_text("".join(json.dumps(line) + "\n" for line in kept), "utf-8")
    record_figures(1, **figures)
    assert main(folder) == 1
    told = capsys.readouterr().out
    assert "NOTHING COUNTED" in told
    assert "Not proved: 1." in told


def test_where_nothing_is_counted_no_nought_is_shown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(folder) == 0
    (line,) = (each for each in capsys.readouterr().out.splitlines() if "locking while" in each)
    assert line.split()[-4:-2] == ["–", "–"]


def test_a_row_without_a_test_fails_as_missing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "another.jsonl").unlink()
    add(folder, 1, "passed")
    assert main(folder) == 1
    assert "MISSING" in capsys.readouterr().out
