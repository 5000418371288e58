"""Who is at risk comes up where one works: after naming a relative, on the case, and today."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMenu, QTableWidget

from desktop.casework import people, records
from desktop.domain.date_show import show_edtf
from desktop.ui.picker import Picker
from desktop.ui.place import Place
from tests.ui.asking import ask, stands
from tests.ui.asking import rows as table_rows
from tests.ui.hand import Hand, plain
from tests.ui.test_forms import offered
from tests.ui.test_pickers import pick

RETENTION = "Look again whether to keep this"
PROMPT = "is at risk by being near the defender"


def test_r_sec_02_naming_a_relative_prompts_for_the_risk_and_one_press_begins_the_assessment(desk: Hand) -> None:
    defender = ask(desk, lambda ws: people.add(ws, "韩松")).created[0]
    (case,) = ask(desk, lambda ws: records.add(ws, "case", [{"defenders": [{"person": defender}]}])).created
    desk.window.tools.go(Place("record", case, "case"))
    desk.press("Add somebody")
    desk.type_into("Who", "沈月")
    kin = desk.field("Relationship")
    assert isinstance(kin, Picker)
    desk.until(lambda: offered(desk, kin, "wife"))
    desk.press("Add")
    desk.sees(f"沈月 {PROMPT}")
    desk.wait_for(QAbstractButton, "Note a risk assessment of 沈月")
    desk.press("Note a risk assessment")
    desk.type_into("Threats", "x")
    pick(desk, "Level of risk", "High")
    desk.keys("Ctrl+S")
    relative = ask(desk, lambda ws: [row.id for row, _ in people.called_once(ws, "沈月", limit=1)])[0]
    desk.until(lambda: ask(desk, lambda ws: bool(ws.vault.referring(relative, "risk_assessment"))))
    desk.window.tools.go(Place("record", case, "case"))
    desk.until(lambda: any("沈月" in row and "High" in row for row in table_rows(desk, "The family")))


def test_r_sec_01_somebody_whose_review_is_overdue_stands_on_the_page_of_today_and_is_assessed_anew_from_there(
    desk: Hand,
) -> None:
    person = ask(desk, lambda ws: people.add(ws, "韩松")).created[0]
    yesterday = (datetime.now(UTC) - timedelta(days=2)).date().isoformat()
    review = {"person": person, "review_on": {"edtf": yesterday, "words": yesterday, "calendar": "gregorian"}}
    earlier = ask(desk, lambda ws: records.add(ws, "risk_assessment", [review])).created[0]
    desk.sees("Look at the risks again")
    desk.sees("韩松")
    desk.sees(f"due since {show_edtf(yesterday, 'en')}")
    table = desk.wait_for(QTableWidget, "Due")
    table.setFocus()
    table.setCurrentCell(0, 0)
    QTest.keyClick(table, Qt.Key.Key_Return)
    desk.sees("stays as it is")
    desk.type_into("Threats", "x")
    desk.keys("Ctrl+S")
    desk.until(lambda: ask(desk, lambda ws: len(ws.vault.referring(person, "risk_assessment"))) == 2)
    assert "threats" not in stands(desk, earlier)


def test_r_sec_04_a_record_is_given_a_day_to_look_at_it_again(desk: Hand) -> None:
    (case,) = ask(desk, lambda ws: records.add(ws, "case", [{"title": "七月案"}])).created
    desk.window.tools.go(Place("record", case, "case"))
    desk.press("More")
    (menu,) = desk.visible(QMenu)
    wanted = next(action for action in menu.actions() if plain(action.text()) == "Look at it again on a day")
    menu.close()
    wanted.trigger()
    desk.type_into(RETENTION, "2026-03-01")
    desk.press("Save")
    desk.until(lambda: "retention_review_on" in stands(desk, case))
    desk.go("Today")
    desk.sees("Look at it again")
