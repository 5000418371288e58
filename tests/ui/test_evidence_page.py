"""The page of a piece of evidence: what is hidden in the file, what was made from it, and who had it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QTableView

from desktop.casework import contacts, evidence, looked, records
from desktop.casework.workspace import JSON, Workspace
from desktop.ui.hidden_panel import as_one_reads
from desktop.ui.place import Place
from tests.casework.shorthand import came_from_a_stranger
from tests.formats import telling_files as files
from tests.ui.asking import ask, rows
from tests.ui.hand import Hand
from tests.ui.test_viewer import attached
from tests.ui.two_windows import choose_case

CUSTODY, BECOMES = "Who had this file", "What becomes of the files"


def test_r_evd_05_what_is_hidden_in_a_photograph_is_shown_and_a_clean_copy_made(desk: Hand, tmp_path: Path) -> None:
    (tmp_path / "gate.jpg").write_bytes(files.geotagged())
    attached(desk, tmp_path / "gate.jpg")
    desk.sees("It tells where")
    desk.sees(files.PLACE)
    desk.press("Make a clean copy")
    desk.sees("Nothing was found: no place, no names, no device.")


@pytest.mark.parametrize(
    ("stands", "read"),
    [
        ("D:20260815162520Z", "2026-08-15 16:25"),
        ("D:20260815162520+08'00'", "2026-08-15 16:25"),
        ("D:20260815", "2026-08-15"),
        ("2023-09-12T10:00:00Z", "2023-09-12T10:00:00Z"),
        ("D: drive", "D: drive"),
    ],
)
def test_a_time_in_a_pdf_reads_as_a_time(stands: str, read: str) -> None:
    assert as_one_reads(stands) == read


def test_what_closes_with_the_file_is_the_files_own_and_not_the_tasks_about_it(desk: Hand, tmp_path: Path) -> None:
    (tmp_path / "gate.jpg").write_bytes(files.geotagged())
    record = attached(desk, tmp_path / "gate.jpg")
    ask(desk, lambda ws: records.add(ws, "task", [{"title": "Ask who took it", "about": record}]))
    desk.until(lambda: [row[0] for row in rows(desk, "Tasks")] == ["Ask who took it"])
    desk.press("Identities open")
    desk.sees("Identities closed")
    note = desk.wait_for(QPushButton, "Note a step")
    desk.until(lambda: not note.isEnabled())
    assert desk.wait_for(QTableView, "Tasks").isEnabled()


def test_r_evd_03_a_step_that_happened_outside_is_noted(desk: Hand, tmp_path: Path) -> None:
    (tmp_path / "call.amr").write_bytes(b"#!AMR\n" + bytes(9))
    attached(desk, tmp_path / "call.amr")
    desk.sees("cannot be shown inside the window")
    desk.sees("Sound and film")
    desk.until(lambda: [row[0] for row in rows(desk, CUSTODY)] == ["Received"])
    desk.press("Note a step")
    desk.press("Returned")
    desk.type_into("Remark", "by hand")
    desk.press("Keep this step")
    desk.until(lambda: [(row[0], row[6]) for row in rows(desk, CUSTODY)] == [("Received", ""), ("Returned", "by hand")])


def test_r_evd_05_a_file_goes_as_it_is_only_when_somebody_says_so(desk: Hand, tmp_path: Path) -> None:
    (tmp_path / "letter.docx").write_bytes(files.docx())
    ask(desk, lambda ws: contacts.rename_own(ws, "Anna Weber"))
    case = ask(desk, lambda ws: records.add(ws, "case", [{"title": "Letters"}]).created[0])
    ask(desk, lambda ws: evidence.attach(ws, str(case), tmp_path / "letter.docx"))
    desk.go("Hand over")
    choose_case(desk, "Letters")
    desk.press("Somebody with only a passphrase")
    desk.press("See what would leave")
    desk.until(lambda: rows(desk, BECOMES)[0][1] == "Goes without what is hidden in it")
    desk.press("Send this file as it is, with what is hidden in it")
    desk.until(lambda: rows(desk, BECOMES)[0][1] == "Goes as it is, with all that is hidden in it")
    desk.sees("go with all that is hidden in them")


def test_who_has_looked_at_a_file_of_others_says_so_beneath_it(desk: Hand) -> None:
    def came(ws: Workspace) -> str:
        with ws.vault.incoming("compartment") as writer:
            writer.write(files.geotagged())
            blob = writer.commit().name
        said: dict[str, JSON] = {"blob": blob, "media_type": "image/jpeg", "shows_person": False}
        return came_from_a_stranger(ws, "evidence", said)

    record = ask(desk, came)
    desk.window.tools.go(Place("record", record, "evidence"))
    desk.sees("Somebody here has to look at it first")
    desk.press("I have looked: it is as they say")
    desk.until(lambda: not desk.reads("Somebody here has to look at it first"))
    assert not ask(desk, lambda ws: looked.waits_for_look(ws, record))
