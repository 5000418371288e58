"""The room of reports: a form that cannot be used says why, one that can is filled in, a table is counted."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QListWidget, QWidget

from desktop.casework import family, records, submission
from desktop.casework.people import Pick
from desktop.casework.quick import QuickTestimony, record_testimony
from desktop.casework.workspace import JSON, Workspace
from desktop.ui.place import Place
from desktop.ui.record_form import RecordForm
from tests.casework.shorthand import consented
from tests.ui.asking import ask
from tests.ui.choosing import choose
from tests.ui.hand import Hand, settle


def told(ws: Workspace) -> tuple[str, str]:
    """A case of one person, who was taken."""
    record_testimony(ws, QuickTestimony("他们来了。", speaker=Pick(text="沈月"), case=Pick(text="July")))
    case = records.list_records(ws, "case").rows[0].id
    person = records.list_records(ws, "person").rows[0].id
    start = {"edtf": "2023-05", "words": "May 2023", "calendar": "gregorian"}
    act: JSON = {"type": "B.09", "victim": person, "because_of": person, "relationship": "self", "start": start}
    family.add_act(ws, case, act)
    return case, person


def button(hand: Hand, name: str) -> QAbstractButton:
    return hand.wait_for(QAbstractButton, name)


def in_sight(field: QWidget) -> bool:
    return field.visibleRegion().contains(field.rect().center())


def click(hand: Hand, name: str) -> None:
    """The words of the first line of a list."""
    offered = hand.wait_for(QListWidget, name)
    at = offered.visualItemRect(offered.item(0)).center()
    QTest.mouseClick(offered.viewport(), Qt.MouseButton.LeftButton, pos=at)


@pytest.fixture
def new_form(desk: Hand) -> Hand:
    case, _ = ask(desk, told)
    desk.window.tools.go(Place("form/new", case, "case"))
    desk.sees("沈月")
    return desk


def test_r_dom_09_a_complaint_to_a_treaty_body_about_china_is_explained_and_cannot_be_begun(new_form: Hand) -> None:
    new_form.press("Form: Complaint to a treaty body")
    new_form.sees("Cannot be used about China")
    assert not button(new_form, "Begin the form").isEnabled()


def test_what_a_new_form_lacks_is_said_on_one_line(new_form: Hand) -> None:
    new_form.window.tools.language.choose("zh_Hans")
    new_form.sees("请勾选表格是为谁填写的。")
    (said,) = (one for one in new_form.visible(QLabel) if one.text() == "请勾选表格是为谁填写的。")
    new_form.until(lambda: said.heightForWidth(said.width()) < 2 * said.fontMetrics().height())


def test_whoever_is_clicked_is_ticked_and_an_act_that_was_taken_out_stays_out(new_form: Hand) -> None:
    new_form.sees("Tick for whom it is.")
    click(new_form, "For whom")
    click(new_form, "About which acts")
    click(new_form, "For whom")
    click(new_form, "For whom")
    acts = new_form.wait_for(QListWidget, "About which acts")
    assert acts.item(0).checkState() == Qt.CheckState.Unchecked
    assert button(new_form, "Begin the form").isEnabled()


def test_r_con_02_a_form_shows_both_questions_and_is_not_written_before_they_are_answered(desk: Hand) -> None:
    case, person = ask(desk, told)
    fields: JSON = {"form": "WGEID_FORM", "case": case, "people": [{"person": person}]}
    form = ask(desk, lambda ws: records.add(ws, "submission", [fields])).created[0]
    desk.window.tools.go(Place("form", form, "submission"))
    desk.sees("Not answered. Victim or representative aware and agrees that a letter with names and details")
    desk.sees("Not answered. Victim or representative aware and agrees that the letter with names appears in SP")
    desk.sees("沈月 has not answered this question: Victim")  # by name, as the person is called beneath
    assert not button(desk, "Write as text").isEnabled()
    desk.press("Write it by hand · Identity of person or organisation submitting")
    desk.type_into("Identity of person or organisation submitting", "A Small Group")
    desk.press("Keep these words · Identity of person or organisation submitting")
    desk.sees("written by hand")
    desk.window.resize(1000, 600)
    desk.press("Note what they answered… · 沈月 · " + ask(desk, lambda ws: ws.vault.code(person)))
    yes = button(desk, "Let UN experts name them to the Government: Yes")
    desk.until(lambda: yes.hasFocus() and in_sight(yes))


def test_r_dat_05_a_disappearance_known_to_the_year_alone_is_said_to_hold_its_form_back(desk: Hand) -> None:
    case, person = ask(desk, told)
    act = ask(desk, lambda ws: records.list_records(ws, "act")).rows[0].id
    ask(desk, lambda ws: records.edit(ws, act, {"start": "2023"}))
    ask(desk, lambda ws: consented(ws, person, listed=("un_to_gov", "un_public")))
    form = ask(desk, lambda ws: submission.start(ws, "WGEID_FORM", case, [person])).created[0]
    desk.window.tools.go(Place("form", form, "submission"))
    desk.sees("needs the date of the disappearance at least to the month; only the year is known.")
    assert not button(desk, "Write as text").isEnabled()


def test_a_form_that_is_held_back_and_never_left_from_here_is_noted_as_sent_only_after_asking(desk: Hand) -> None:
    case, person = ask(desk, told)
    form = ask(desk, lambda ws: submission.start(ws, "WGEID_FORM", case, [person])).created[0]
    desk.window.tools.go(Place("form", form, "submission"))
    desk.press("It was sent")
    desk.sees("This form never left from here: something above holds it back.")
    assert not ask(desk, lambda ws: records.list_records(ws, "intervention")).rows
    desk.press("Note it as sent another way")
    desk.until(lambda: bool(ask(desk, lambda ws: records.list_records(ws, "intervention")).rows))
    desk.until(lambda: not desk.reads("This form never left from here"))


def test_r_src_06_a_dossier_shows_that_nothing_speaks_for_the_accused(desk: Hand) -> None:
    case, person = ask(desk, told)
    ask(desk, lambda ws: consented(ws, person, listed=("sanctions",)))
    form = ask(desk, lambda ws: submission.start(ws, "SANCTIONS_DOSSIER", case, [person])).created[0]
    desk.window.tools.go(Place("form", form, "submission"))
    desk.sees("None recorded.")


def test_who_works_in_chinese_is_told_before_writing_that_the_file_will_be_in_english_and_why(desk: Hand) -> None:
    case, person = ask(desk, told)
    fields: JSON = {"form": "SP_SUBMISSION", "case": case, "people": [{"person": person}]}
    form = ask(desk, lambda ws: records.add(ws, "submission", [fields])).created[0]
    desk.window.tools.language.choose("zh_Hans")
    desk.window.tools.go(Place("form", form, "submission"))
    desk.sees("文件都会用英文写成：联合国人权机构以英文、法文和西班牙文工作。")


def test_r_sec_08_a_table_saved_for_others_is_seen_first_and_leaves_small_counts_unsaid_beside_earlier_ones_too(
    desk: Hand, tmp_path: Path
) -> None:
    case, person = ask(desk, told)
    ask(desk, lambda ws: consented(ws, person, listed=("stats",)))
    desk.go("Reports")
    desk.sees("Acts by relationship to the defender")
    desk.window.tools.go(Place("report", given=(("report", "relationship"),)))
    desk.sees("The defender themself")
    ask(desk, lambda ws: records.add(ws, "act", [{"type": "F.02"}]))
    desk.press("Save for others")
    choose(desk, tmp_path / "table.csv")
    desk.sees("Acts left out, since whoever was harmed did not agree to be counted: 1")
    desk.sees("The table is saved, not encrypted.")
    assert "The defender themself,<3" in (tmp_path / "table.csv").read_text(encoding="utf-8-sig")
    assert not desk.reads("This table left for others")
    act: JSON = {"type": "F.02", "victim": person, "because_of": person, "relationship": "self"}
    for _ in range(2):
        ask(desk, lambda ws: family.add_act(ws, case, act))
    desk.go("Reports")
    desk.window.tools.go(Place("report", given=(("report", "relationship"),)))
    box = button(desk, "As others may get it: counts under 3 left out, nobody counted who did not agree to be counted")
    QTest.keyClick(box, Qt.Key.Key_Space)
    desk.sees("higher or lower by only one or two since: 1.")


def test_a_table_opens_no_window_beside_the_one_somebody_works_in(desk: Hand) -> None:
    desk.window.activateWindow()
    desk.window.tools.go(Place("report"))
    desk.sees("There is nothing to count yet.")
    settle()
    assert desk.window.isActiveWindow()


def test_what_a_form_lacks_is_come_to_and_stays_in_sight_while_sections_are_built_above_it(desk: Hand) -> None:
    case, person = ask(desk, told)
    fields: JSON = {"form": "WGEID_FORM", "case": case, "people": [{"person": person}], "relief": "Release"}
    form = ask(desk, lambda ws: records.add(ws, "submission", [fields])).created[0]
    desk.window.resize(1000, 600)
    desk.window.tools.go(Place("form", form, "submission"))
    desk.press("Fill it in: Submission · Identity of person or organisation submitting")
    desk.sees("Protection asked for")
    (page,) = desk.visible(RecordForm)
    desk.until(lambda: not page.form.building)
    settle()
    desk.until(lambda: (at := desk.named(QLineEdit, "Who submits")) is not None and at.hasFocus() and in_sight(at))


def test_what_only_the_sender_knows_is_come_to_too(desk: Hand) -> None:
    case, person = ask(desk, told)
    fields: JSON = {"form": "WGEID_FORM", "case": case, "people": [{"person": person}]}
    form = ask(desk, lambda ws: records.add(ws, "submission", [fields])).created[0]
    desk.window.tools.go(Place("form", form, "submission"))
    desk.press("Fill in what only the sender knows")
    desk.until(lambda: (at := desk.named(QLineEdit, "Who submits")) is not None and at.hasFocus() and in_sight(at))


def test_what_went_out_says_which_day_is_missing_for_its_deadline_and_leads_there(desk: Hand) -> None:
    went: JSON = {"type": "un_sp", "status": "sent", "reference": "AL CHN 4/2021"}
    made = ask(desk, lambda ws: records.add(ws, "intervention", [went])).created[0]
    desk.go("Reports")
    desk.sees("missing: when the State was sent it")
    desk.window.tools.go(Place("record", made, "intervention"))
    desk.sees("No deadline runs yet")
    desk.press("Write the day down")
    day = desk.wait_for(QLineEdit, "Sent to the State on")
    desk.until(lambda: day.hasFocus() and in_sight(day))
    desk.say(day, "2026-11-01")
    assert not desk.reads("No deadline runs yet")
