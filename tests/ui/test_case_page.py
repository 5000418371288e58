"""The page of a case."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTableView

from desktop.casework import family, records
from desktop.casework.workspace import Workspace
from desktop.ui.add_member import AddMember
from desktop.ui.case_summary import CaseSummary
from desktop.ui.place import Place
from desktop.ui.plain import PlainLabel
from tests.ui.asking import ask, rows
from tests.ui.hand import Hand, settle
from tests.ui.test_pickers import pick, picker
from tests.ui.test_saving import busy, writable


def opened(desk: Hand, **fields: object) -> str:
    """A case with somebody nobody has named, its page open; its id."""

    def make(ws: Workspace) -> str:
        person = records.add(ws, "person", [{"sex": "female"}]).created[0]
        return records.add(ws, "case", [{"defenders": [{"person": person}], **fields}]).created[0]

    case = str(ask(desk, make))
    desk.window.tools.go(Place("record", case, "case"))
    desk.sees("defender")
    return case


def test_summary_and_status_stand_above_the_tables(desk: Hand) -> None:
    opened(desk, summary="Two sons were sent home from school.", status="active")
    desk.until(lambda: any(desk.visible(CaseSummary)))
    (summary,) = desk.visible(CaseSummary)
    said = [label.text() for label in summary.findChildren(PlainLabel) if label.isVisible()]
    assert said == ["Status: Active", "Two sons were sent home from school."]
    table = desk.wait_for(QTableView, "The family")
    assert summary.mapToGlobal(summary.rect().bottomLeft()).y() <= table.mapToGlobal(table.rect().topLeft()).y()


def test_where_nothing_is_written_a_button_leads_to_the_summary(desk: Hand) -> None:
    opened(desk)
    desk.press("Write a summary")
    caret = desk.caret()
    assert isinstance(caret, QPlainTextEdit)
    assert caret.accessibleName() == "Summary"


@pytest.mark.parametrize("name", ["The family"])
def test_who_is_called_by_a_code_has_it_shown_once(desk: Hand, name: str) -> None:
    opened(desk)
    desk.until(lambda: bool(rows(desk, name)))
    (row,) = rows(desk, name)
    assert (bool(row[0]), row[-1]) == (True, "")


def test_what_tells_two_acts_apart_stands_in_the_title_though_it_is_long(desk: Hand) -> None:
    values = {"type": "financial", "addressee": "the procuratorate of a county far away in the mountains"}
    made = ask(desk, lambda ws: records.add(ws, "intervention", [{**values, "sent_on": "2023-10-02"}]).created[0])
    desk.window.tools.go(Place("record", str(made), "intervention"))
    desk.sees("in the mountains · 2 October 2023")


def test_who_is_added_before_it_is_known_who_the_defender_is_is_not_made_one(desk: Hand) -> None:
    case = opened(desk)
    page = ask(desk, lambda ws: family.case_page(ws, case))
    assert isinstance(page, family.CasePage)
    (defender,) = page.members
    adding = AddMember(desk.window.tools, case)
    desk.bot.addWidget(adding)
    adding.unfold()
    assert not adding.isVisible()
    adding.offer([defender])
    assert adding.isVisible()
    said = {one.accessibleName(): one.text() for one in adding.findChildren(QLineEdit)}
    assert said == {"Who": "", "Relationship": "", "Relative of": defender.called}


def test_a_case_without_a_title_says_its_code_once(desk: Hand) -> None:
    case = opened(desk)
    code = str(ask(desk, lambda ws: ws.vault.code(case)))
    assert sum(label.text().count(code) for label in desk.visible(PlainLabel)) == 1


def about_to_add(desk: Hand, name: str, kin: str) -> None:
    """A case with a defender, and somebody in the line for whoever is added."""
    opened(desk)
    desk.press("Add somebody")
    desk.type_into("Who", name)
    pick(desk, "Relationship", kin)


def test_whoever_comes_next_is_typed_while_the_vault_still_adds_the_one_before(desk: Hand) -> None:
    about_to_add(desk, "Han Xiaoyu", "Daughter")
    with busy(desk):
        desk.press("Add")
        who, kin = picker(desk, "Who"), picker(desk, "Relationship")
        assert (who.text(), kin.text()) == ("", "")
        desk.type_into("Who", "Han Xiaolu")
        kin.setFocus()
    desk.until(lambda: len(rows(desk, "The family")) == 2)
    settle()
    assert (who.text(), desk.caret()) == ("Han Xiaolu", kin)


def test_whoever_could_not_be_added_stands_in_the_line_again(desk: Hand) -> None:
    about_to_add(desk, "Han Xiaoyu", "Daughter")
    writable(desk, on=False)
    desk.press("Add")
    who, kin = picker(desk, "Who"), picker(desk, "Relationship")
    desk.until(lambda: (who.text(), kin.text()) == ("Han Xiaoyu", "Daughter"))
    writable(desk, on=True)
