"""A secret word in every place a vault has: no file anywhere holds it in clear."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.errors import JiashuError, Refused
from desktop.vault.contacts import Contact
from desktop.vault.outbox import Sent
from desktop.vault.vault import Vault
from tests.vault.desk import FAST, Desk, fails

CANARY = "Xanthippe-Kanarienvogel"


def a_day(desk: Desk) -> None:
    """Everything a vault can be told in a day, the word in all of it."""
    person, name = desk.person(CANARY)
    desk.add("identity", {"of": person, "contacts": [{"value": CANARY}]}, sealed=True)
    said = desk.testimony(f"{CANARY} said so. " * 300, speaker=person)
    desk.edit(said, {"notes": [{"label": CANARY, "text": CANARY}]})
    for sealed in ("vault", "compartment"):
        with desk.vault.incoming(sealed) as writer:
            writer.write(CANARY.encode() * 5000)
            info = writer.commit()
        desk.add("evidence", {"blob": info.name, "description": CANARY}, sealed=sealed == "compartment")
    desk.vault.keep_draft(CANARY, {"text": CANARY})
    desk.vault.keep_draft("sealed", {"text": CANARY}, sealed=True)
    desk.vault.set_setting(CANARY, CANARY)
    desk.vault.contacts.keep(Contact("a" * 64, CANARY, CANARY.encode(), 1))
    desk.vault.outbox.note(Sent(CANARY, "transfer", 1, CANARY, CANARY), [CANARY])
    assert desk.vault.search(CANARY)
    assert desk.vault.wordings(CANARY)
    desk.vault.strike(desk.vault.revisions(name)[0].id, "type")
    desk.vault.rebuild()
    desk.vault.verify()


def holding(*places: Path) -> list[str]:
    """Files that hold the word, or are called by it, in any encoding a program here would use."""
    words = [CANARY.encode(), CANARY.lower().encode(), CANARY.encode("utf-16-le"), CANARY.encode("utf-16-be")]
    found = []
    for path in (path for place in places for path in place.rglob("*")):
        if CANARY.lower() in path.name.lower() or (path.is_file() and any(w in path.read_bytes() for w in words)):
            found.append(path.name)
    return found


@pytest.mark.fault(11)
def test_fault_11_a_secret_word_is_in_no_file_while_the_vault_is_open(desk: Desk, home: Path) -> None:
    a_day(desk)
    assert holding(desk.place, home) == []


@pytest.mark.fault(11)
def test_fault_11_a_secret_word_is_in_no_file_after_locking(desk: Desk, home: Path) -> None:
    a_day(desk)
    desk.reopen()
    desk.vault.close_compartment()
    desk.lock()
    assert holding(desk.place, home) == []


@pytest.mark.fault(11)
def test_fault_11_a_secret_word_is_in_no_file_after_a_passphrase_that_was_it(place: Path, home: Path) -> None:
    desk = Desk.fresh(place)
    desk.vault.change_passphrase("plum rain on the old wall", CANARY, FAST)
    desk.vault.change_identity_passphrase(CANARY, FAST)
    desk.lock()
    assert holding(place, home) == []


@pytest.mark.fault(11)
def test_fault_11_an_error_does_not_repeat_what_was_typed(desk: Desk) -> None:
    desk.lock()
    with fails(Refused, "vault.passphrase") as told:
        Vault.unlock(desk.place, CANARY, clock=desk.clock)
    assert CANARY not in repr(told.value) + str(told.value) + repr(told.value.__context__)


@pytest.mark.fault(11)
def test_fault_11_an_error_does_not_say_where_the_vault_is(tmp_path: Path, desk: Desk) -> None:
    moved = tmp_path / CANARY
    desk.lock()
    desk.place.rename(moved)
    (moved / "k6").rename(moved / "elsewhere")
    with pytest.raises(JiashuError) as told:
        Vault.unlock(moved, "plum rain on the old wall", clock=desk.clock)
    assert CANARY not in str(told.value)
    (moved / "elsewhere").rename(moved / "k6")
    moved.rename(desk.place)
