"""A colleague's consent that waits for us: seen under Today, approved or not with a reason; and the table of a case."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop import places
from desktop.casework import approving, contacts, handoff, quick, records, vaults
from desktop.casework.handoff import Handoff
from desktop.casework.people import Pick
from desktop.casework.quick import QuickTestimony
from desktop.casework.receive import preview_package, receive
from desktop.casework.workspace import Workspace
from desktop.domain.vocabulary import Vocabularies
from desktop.ui.consenting.matrix import MatrixTable
from desktop.ui.place import Place
from tests.ui.asking import ask
from tests.ui.conftest import PASSPHRASE
from tests.ui.hand import Hand


@pytest.fixture
def case(desk: Hand, tmp_path: Path) -> str:
    """A case of a colleague, handed over, in which somebody could not be asked."""
    clock = desk.window.tools.clock
    made = vaults.create_vault(tmp_path / "colleague", PASSPHRASE, clock=clock, work_factor=2)
    theirs = Workspace(made.vault, Vocabularies.from_tables(places.read_tables()), clock)
    contacts.rename_own(theirs, "Bao")
    told = QuickTestimony(
        "他们来了。", speaker=Pick(text="林秀兰"), about=(Pick(text="林远"),), case=Pick(text="Lamps")
    )
    quick.record_testimony(theirs, told)
    case: str = records.list_records(theirs, "case").rows[0].id
    missing = next(row.id for row in records.list_records(theirs, "person").rows if row.title == "林远")
    unasked = {"state": "not_possible", "reason": "失踪", "scopes": [{"scope": "un_confidential"}]}
    records.add(theirs, "consent", [{"person": missing, **unasked}])

    def meet(ours: Workspace) -> None:
        for one, other in ((ours, theirs), (theirs, ours)):
            card = contacts.preview_card(one, contacts.own_card(other).text.encode())
            contacts.add_card(one, card, name="Anna" if one is theirs else "Bao", our_team=True, verified=True)
        wanted = Handoff(case, "transfer", (contacts.resolve_contact(theirs, "Anna").id,))
        file = handoff.hand_off(theirs, handoff.preview_handoff(theirs, wanted), tmp_path / "p.age").files[0]
        receive(ours, preview_package(ours, file))

    ask(desk, meet)
    vaults.lock(theirs.vault)
    return case


def test_r_con_06_a_colleagues_consent_waits_under_today_and_is_approved_there(desk: Hand, case: str) -> None:
    desk.go("Cases")
    desk.go("Today")
    desk.press("Waiting for my approval: 1")
    desk.sees("失踪")
    desk.sees("Give to UN experts in confidence")
    desk.press("Approve")
    desk.sees("You approved it.")
    assert ask(desk, approving.waiting) == ()


def test_a_no_needs_a_reason_written_on_the_page(desk: Hand, case: str) -> None:
    desk.window.tools.go(Place("approvals"))
    desk.type_into("Your reason (needed for a no)", "her aunt can be asked")
    desk.press("Do not approve")
    desk.sees("You did not approve it.")
    (record,) = [
        row.id for row in ask(desk, lambda ws: records.list_records(ws, "consent")).rows if "林远" in row.title
    ]
    assert ask(desk, lambda ws: approving.standing(ws, record)).state == "declined"


def test_r_con_01_a_case_shows_who_agreed_to_what_in_words_for_a_screen_reader(desk: Hand, case: str) -> None:
    desk.window.tools.go(Place("record", case, "case"))
    desk.press("Who agreed to what")
    table = desk.wait_for(MatrixTable, "Who agreed to what")
    desk.until(lambda: table.matrix.rowCount() == 2)
    QTest.keyClick(table, Qt.Key.Key_End)
    desk.sees("Keep in a long-term archive")
    said = str(table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))
    assert said.endswith(("To be asked; Not asked for this purpose", "May not be used; Could not be obtained"))
    cells = {str(table.matrix.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(2)}
    assert any(one.endswith(": Not asked, goes on in our team") for one in cells)
