"""Forms and tables from a shell."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run


def added(jiashu: Run, kind: str, **fields: object) -> str:
    return jiashu("add", kind, input=json.dumps(fields)).out.strip()


def test_a_form_tells_what_holds_it_back_and_is_not_written(jiashu: Run, tmp_path: Path) -> None:
    person = added(jiashu, "person", counting_unit="individual")
    case = added(jiashu, "case", title="A letter writer")
    form = added(jiashu, "submission", form="WGEID_FORM", case=case, people=[{"person": person}])
    result = jiashu("submission", form, "--write", tmp_path / "form.txt")
    assert result.code == 1
    assert "[submission.unanswered]" in result.out
    assert not (tmp_path / "form.txt").exists()


def test_a_table_is_printed_row_by_row(jiashu: Run) -> None:
    added(jiashu, "act", type="B.04", relationship="spouse")
    assert "Spouse · 1" in jiashu("report", "relationship").lines


def test_how_many_acts_a_table_for_others_leaves_out_is_told_beside_it_and_not_in_it(jiashu: Run) -> None:
    added(jiashu, "act", type="B.04", relationship="spouse")
    result = jiashu("report", "relationship", "--for-others")
    assert "left out" not in result.out
    assert "Acts left out, since whoever was harmed did not agree to be counted: 1" in result.err
