"""The form of an identity shows phones, papers and addresses only where a case needs them."""

from __future__ import annotations

from desktop.casework import people, records
from desktop.casework.workspace import JSON
from desktop.ui.place import Place
from tests.ui.asking import ask
from tests.ui.hand import Hand

LISTS = ("Contacts", "Document numbers", "Exact addresses")
OFF = "Not written down unless a case needs it: "


def labels(hand: Hand) -> list[str]:
    """Which of the lists stand in the form."""
    told = list(hand.texts())
    return [name for name in LISTS if f"More about: {name}" in told]


def test_r_sec_03_they_are_hidden_until_a_case_switches_them_on(desk: Hand) -> None:
    person = ask(desk, lambda ws: people.add(ws, "韩松")).created[0]
    case: JSON = {"title": "July case", "defenders": [{"person": person}]}
    ask(desk, lambda ws: records.add(ws, "case", [case]))
    desk.window.tools.go(Place("record", kind="identity", given=(("of", person),)))
    desk.sees(OFF)
    desk.press("Safety")
    assert labels(desk) == []
    desk.press("Switch it on in July case")
    desk.sees("Details this case needs")
    (record,) = [row.id for row in ask(desk, lambda ws: records.list_records(ws, "case")).rows]
    ask(desk, lambda ws: records.edit(ws, record, {"collects": [{"detail": "phone", "why": "To call back"}]}))
    desk.window.tools.go(Place("record", kind="identity", given=(("of", person),)))
    desk.until(lambda: labels(desk) == ["Contacts"])
    desk.sees("Why we keep this")


def test_r_sec_03_what_stands_there_already_is_never_hidden(desk: Hand) -> None:
    nested: JSON = {"documents": [{"number": "330106199001011234"}]}
    (record,) = ask(desk, lambda ws: records.add(ws, "identity", [nested])).created
    desk.window.tools.go(Place("record", record, "identity"))
    desk.until(lambda: labels(desk) == ["Document numbers"])
