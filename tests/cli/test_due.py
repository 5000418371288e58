"""What is due, from a shell."""

from __future__ import annotations

from tests.cli.conftest import Run
from tests.cli.test_consent import added

LONG_AGO = {"edtf": "2001-02-03", "words": "2001-02-03", "calendar": "gregorian"}


def test_what_is_due_is_listed_the_longest_first(jiashu: Run) -> None:
    assert jiashu("due").lines == ["Nothing is due."]
    person = added(jiashu, "person", sex="f")
    added(jiashu, "name", person=person, full="林岚")
    added(jiashu, "interview", interviewee=person)
    added(jiashu, "risk_assessment", person=person, review_on=LONG_AGO)
    risk, opening = jiashu("due").lines
    assert risk.endswith("2001-02-03  look at the risks again  林岚")
    assert opening.endswith("interview without its opening  林岚")
    assert [one["why"] for one in jiashu("due", "--json").objects] == ["risk", "opening"]
