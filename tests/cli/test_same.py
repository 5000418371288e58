"""People who may be recorded twice, from a shell."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run
from tests.cli.test_consent import added


@pytest.fixture
def pair(jiashu: Run) -> tuple[str, str]:
    people = added(jiashu, "person", sex="f"), added(jiashu, "person", sex="f")
    for person, name in zip(people, ("林岚", "Lin Lan"), strict=True):
        added(jiashu, "name", person=person, full=name)
    return people


def test_pairs_are_listed_and_a_decision_ends_the_question(jiashu: Run, pair: tuple[str, str]) -> None:
    (line,) = jiashu("perhaps-same").lines
    assert "林岚" in line
    assert line.endswith("spelled the same in letters")
    assert jiashu("decide-same", *pair, "not-same", "--why", "another year").lines == ["Decided."]
    assert jiashu("perhaps-same").lines == ["Nobody has a name like somebody else's."]
    assert jiashu("decide-same", *pair, "undo").code == 0
    (told,) = jiashu("perhaps-same", "--json").objects
    assert told["how"] == "spelled"


def test_a_record_is_not_compared_with_itself(jiashu: Run, pair: tuple[str, str]) -> None:
    assert jiashu("decide-same", pair[0], pair[0], "same").code == 1
