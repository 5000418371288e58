"""Large letters have the room that small ones have."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.casework.case_timeline import CaseTimeline, Lane, Moment
from desktop.ui.timeline_layout import lay_out


@pytest.mark.parametrize("line", [17.0, 34.0])
def test_a_label_of_a_timeline_grows_with_the_letters(line: float) -> None:
    day = date(2021, 3, 1)
    moment = Moment("one", "act", "A", "x" * 100, "", "", "", "", day, day, None, open=False)
    timeline = CaseTimeline("a case", (Lane("", "", "", defender=False, moments=(moment,)),), (), day)
    laid = lay_out(timeline, 2000, line, lambda words: len(words) * line / 2)
    assert laid is not None
    assert laid.marks[0].label.width() == 15 * line
