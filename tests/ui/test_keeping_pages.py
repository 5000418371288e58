"""Checking the vault, and taking everything out of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QAbstractButton

from desktop.casework import evidence, records
from desktop.casework.verify import Finding, Verified
from desktop.casework.workspace import Workspace
from desktop.errors import Damaged, Hindered
from desktop.ui.keeping.verify_page import VerifiedStep
from tests.ui.asking import ask, rows
from tests.ui.choosing import choose
from tests.ui.hand import Hand


def test_a_sound_vault_is_told_to_be_in_order(desk: Hand) -> None:
    ask(desk, lambda ws: records.add(ws, "case", [{"title": "A case"}]))
    desk.go("Settings")
    desk.press("Check it")
    desk.press("Check everything")
    desk.sees("Everything is in order")


def test_what_is_wrong_is_said_in_sentences_with_the_place(desk: Hand) -> None:
    verified = Verified((("revisions", 3),), (Finding(Damaged("vault.opening_lost"), "a1b2"),))
    step = VerifiedStep(desk.window.tools, verified)
    step.show()
    ((what, where),) = rows(desk, "What was found")
    assert where == "a1b2"
    assert " " in what
    step.close()
    step.deleteLater()


def test_what_was_noticed_is_listed_by_the_check_too(desk: Hand) -> None:
    verified = Verified((("revisions", 3),), (), (Hindered("vault.older", events=3),))
    step = VerifiedStep(desk.window.tools, verified)
    step.show()
    assert desk.reads("This is an older copy of the vault: 3 events are missing.")
    step.close()
    step.deleteLater()


def test_nothing_is_written_out_before_somebody_says_that_they_know(desk: Hand) -> None:
    desk.go("Settings")
    desk.press("Take everything out")
    assert not desk.wait_for(QAbstractButton, "Choose the folder and write").isEnabled()


def test_everything_is_written_into_an_empty_folder(desk: Hand, tmp_path: Path) -> None:
    ask(desk, lambda ws: records.add(ws, "case", [{"title": "A case"}]))
    (tmp_path / "out").mkdir()
    desk.go("Settings")
    desk.press("Take everything out")
    desk.press("I know that it lies there in clear")
    desk.press("Choose the folder and write")
    choose(desk, tmp_path / "out")
    desk.sees("It is all there now")
    assert any((tmp_path / "out").iterdir())


def test_r_con_07_a_picture_of_somebody_who_did_not_agree_to_their_face_is_said_to_stay(
    desk: Hand, tmp_path: Path
) -> None:
    (tmp_path / "p.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))

    def attach(ws: Workspace) -> None:
        person = records.add(ws, "person", [{"remarks": "x"}]).created[0]
        evidence.attach(ws, None, tmp_path / "p.png", people=(person,))

    ask(desk, attach)
    desk.go("Settings")
    desk.press("Take everything out")
    desk.sees("Shows the face of somebody who did not agree to that")
