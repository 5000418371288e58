"""What leaves in a redacted copy, and in what is left of a case, is seen before it goes."""

from __future__ import annotations

import re

from desktop.casework import records
from desktop.casework.workspace import Workspace
from desktop.ui.place import Place
from tests.casework.shorthand import how_many
from tests.ui.asking import ask, rows
from tests.ui.hand import Hand
from tests.ui.two_windows import (
    CASE,
    Two,
    acquainted,
    choose_case,
    consents,
    hand_over,
    handed_over,
    receive,
    record_case,
    tick_contact,
    two,
    windows,
)

__all__ = ["handed_over", "two", "windows"]  # fixtures


def test_a_redacted_copy_leaves_the_names_at_home(two: Two) -> None:
    acquainted(two)
    record_case(two.at(two.anna))
    consents(two.anna)
    hand_over(two.anna, "Ben", two.folder / "copy.age", redacted=True)
    receive(two.at(two.ben), two.folder / "copy.age")
    assert ask(two.ben, lambda ws: how_many(ws).get("name", 0)) == 0
    assert ask(two.ben, lambda ws: records.list_records(ws, "testimony").total) == 1


def look_at_copy(two: Two) -> Hand:
    """Anna sees what a redacted copy for Ben would be: the speaker agrees, the other was not asked."""
    acquainted(two)
    record_case(two.at(two.anna))

    def agree(ws: Workspace) -> object:
        testimony = records.list_records(ws, "testimony").rows[0].id
        told = records.show(ws, testimony).nested
        scope = {"scope": "share_partner", "state": "given"}
        records.add(ws, "act", [{"case": told["case"], "victim": told["speaker"], "type": "F.02"}])
        records.edit(ws, told["case"], {"summary": "林清河写信。"})
        return records.add(ws, "consent", [{"person": told["speaker"], "state": "given", "scopes": [scope]}])

    ask(two.anna, agree)
    hand = two.anna
    hand.go("Hand over")
    choose_case(hand)
    tick_contact(hand, "Ben")
    hand.press("A redacted copy")
    hand.press("See what would leave")
    hand.sees("What leaves")
    return hand


def test_a_redacted_copy_is_shown_by_the_codes_that_leave(two: Two) -> None:
    hand = look_at_copy(two)
    leaves = {(row[0], row[1]): row[2] for row in rows(hand, "What leaves")}
    assert re.fullmatch(r"as [0-9A-Z]{4}-[0-9A-Z]{4}", leaves["Person", "林清河"])
    assert leaves["Case", CASE] == ""


def test_who_stays_is_shown_with_the_bare_code_that_leaves(two: Two) -> None:
    stays = {(row[0], row[1]): row[2:] for row in rows(look_at_copy(two), "What stays, and why")}
    why, instead = stays["Person", "韩松"]
    assert why == "Not asked for this purpose"
    assert re.fullmatch(r"only the code [0-9A-Z]{4}-[0-9A-Z]{4}", instead)


def test_words_taken_out_of_texts_are_shown_by_record(two: Two) -> None:
    hand = look_at_copy(two)
    assert rows(hand, "What was taken out of texts") == [["Case", CASE, "1: 林清河 ×1", ""]]
    hand.sees("A word that is no name may be among them.")


def test_what_a_record_lacks_stands_beside_it(two: Two) -> None:
    lacking = [row[-1] for row in rows(look_at_copy(two), "What leaves") if row[0] == "Act"]
    assert lacking == ["Because of (defender), The person harmed is the defender's"]


def test_of_what_was_put_aside_only_that_leaves(handed_over: Two) -> None:
    anna = handed_over.at(handed_over.anna)
    ask(anna, lambda ws: records.delete(ws, records.list_records(ws, "testimony").rows[0].id))
    anna.go("Hand over")
    choose_case(anna)
    tick_contact(anna, "Ben")
    anna.press("See what would leave")
    anna.sees("What leaves")
    assert [row[2] for row in rows(anna, "What leaves") if row[0] == "Testimony"] == ["only that it was put aside"]


def test_who_has_an_erased_record_is_told_by_day_and_purpose(handed_over: Two) -> None:
    anna = handed_over.at(handed_over.anna)
    testimony = ask(anna, lambda ws: records.list_records(ws, "testimony").rows[0].id)
    anna.window.tools.go(Place("erase", str(testimony), "testimony"))
    anna.sees("Others have it already: 1")
    ((who, what, on, purpose),) = rows(anna, "Who has it already")
    assert (who, what, purpose) == ("Ben", "Hand-over with names, to our team", "")
    assert re.fullmatch(r"\d+ [A-Z][a-z]+ \d{4}", on)
