"""A canary that was erased is in no page on the disk as it lies there: databases, free pages, logs, index."""

from __future__ import annotations

import pytest

from tests.proof.recording import Tally
from tests.vault import raw_pages
from tests.vault.desk import PASSPHRASE, Desk
from tests.vault.other_make import raw_key
from tests.vault.test_erasure import _inner_key

CANARY = "quetzalcanary"


def on_the_disk(desk: Desk) -> list[str]:
    """The files with the canary in a decrypted page; the vault may be open."""
    found = []
    for name, key in (("a.db", raw_key(desk.place, PASSPHRASE)), ("b.db", _inner_key(desk))):
        for tail, read in (("", raw_pages.of_database), ("-wal", raw_pages.of_log)):
            path = desk.place / (name + tail)
            if path.exists() and CANARY.encode() in read(path.read_bytes(), key):
                found.append(path.name)
    return found


def told_everywhere(desk: Desk) -> list[str]:
    """Records with the canary in a text, a sealed name, a draft of each and the planner's statistics."""
    person, name = desk.person(CANARY)
    said = desk.testimony(f"{CANARY} said so. " * 300, speaker=person)
    desk.edit(said, {"notes": [{"label": CANARY, "text": f"{CANARY} again. " * 300}]})
    desk.vault.keep_draft(f"form {said}", {"record": said, "text": CANARY})
    for database in (desk.vault._database, desk.vault._identities.database):  # type: ignore[union-attr]
        database.run("ANALYZE")
    return [said, name]


def test_a_canary_that_stands_in_the_vault_is_found_on_the_disk(desk: Desk) -> None:
    told_everywhere(desk)
    assert set(on_the_disk(desk)) >= {"a.db-wal", "b.db-wal"}
    desk.lock()
    assert on_the_disk(desk) == ["a.db", "b.db"]


@pytest.mark.fault(2)
def test_fault_02_an_erased_canary_is_in_no_page_or_frame_while_the_vault_is_still_open(
    desk: Desk, tally: Tally
) -> None:
    for record in told_everywhere(desk):
        desk.vault.erase(record, "record")
    found = on_the_disk(desk)
    desk.lock()
    found += on_the_disk(desk)
    tally(2, erased_words_still_there=len(found))
    assert found == []
