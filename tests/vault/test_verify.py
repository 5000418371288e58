"""Verifying: whatever was changed from outside is named."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest

from desktop.crypto import age
from desktop.crypto.recipients import HybridIdentity
from desktop.crypto.signing import SigningKey
from desktop.vault.append import Addition
from tests.vault.desk import Desk
from tests.vault.test_blobs import kept, path_of

SOMEBODY = SigningKey.from_seed(bytes(range(32)))


def test_a_vault_in_use_is_sound(desk: Desk) -> None:
    said = desk.testimony("One.")
    desk.edit(said, {"speaker": desk.person("秦望舒")[0]})
    bare, _ = desk.revised(None, "case", {"title": "not here"}, key=SOMEBODY)
    desk.vault.append([Addition(bare)])
    desk.vault.erase(said, "record")
    report = desk.vault.verify()
    assert report.sound
    assert (report.revisions, report.openings, report.events) == (6, 2, 8)


def test_progress_is_told_up_to_the_end(desk: Desk) -> None:
    for number in range(300):
        desk.add("case", {"title": str(number)}) if number < 3 else None
    told: list[tuple[int, int]] = []
    desk.vault.verify(lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1]
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_a_check_can_be_cancelled(desk: Desk) -> None:
    def cancel(*_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        desk.vault.verify(cancel)
    desk.testimony("Still at work.")


def test_sealed_words_are_counted_as_unchecked_while_the_compartment_is_closed(desk: Desk) -> None:
    desk.person("秦望舒")
    desk.vault.close_compartment()
    report = desk.vault.verify()
    assert report.sound
    assert report.sealed == 1


def test_a_stray_file_is_named_wherever_in_the_folder_it_lies(desk: Desk) -> None:
    (desk.place / "a (conflicted copy).db").write_text("somebody's")
    (desk.place / "d" / "notes.txt").write_text("somebody's")
    found = [(finding.code, finding.subject) for finding in desk.vault.verify().findings]
    assert found == [("vault.strange_file", "a (conflicted copy).db"), ("vault.strange_file", "d/notes.txt")]


def test_what_was_set_aside_is_listed_and_no_damage(desk: Desk) -> None:
    (desk.place / "s0123456789abcdef").write_bytes(b"writes of another copy")
    assert desk.vault.verify().sound
    assert desk.vault.set_aside == ("s0123456789abcdef",)


def change(statement: str) -> Callable[[Desk], object]:
    return lambda desk: desk.vault._database.run(statement)


TAMPERED: dict[str, tuple[Callable[[Desk], object], set[str]]] = {
    "a hash": (change("UPDATE log SET hash = zeroblob(32) WHERE n = 1"), {"vault.log"}),
    "an event": (change("UPDATE log SET event = 0 WHERE n = 2"), {"vault.log", "vault.opening_unexplained"}),
    "an event of no kind": (change("UPDATE log SET event = 300 WHERE n = 2"), {"vault.log"}),
    "events cut off": (change("DELETE FROM log WHERE n = 3"), {"vault.log", "vault.no_event"}),
    "an event within": (change("DELETE FROM log WHERE n = 2"), {"vault.log", "vault.no_event"}),
    "words lost": (change("UPDATE revision SET opening = NULL WHERE seq = 2"), {"vault.opening_lost"}),
    "a signature": (change("UPDATE revision SET signature = zeroblob(64) WHERE seq = 1"), {"revision.signature"}),
    "an id": (change("UPDATE revision SET id = zeroblob(32) WHERE seq = 3"), {"revision.id", "vault.log"}),
    "words changed": (
        change("UPDATE revision SET opening = CAST(replace(opening, 'Two', 'Six') AS BLOB) WHERE seq = 2"),
        {"opening.digest"},
    ),
    "a record unlisted": (change("DELETE FROM record WHERE seq = 2"), {"vault.not_listed"}),
    "words in the index alone": (
        change("INSERT INTO word (rowid, words) VALUES (99, 'invented')"),
        {"vault.database"},
    ),
}


@pytest.mark.parametrize("name", TAMPERED)
def test_what_was_changed_from_outside_is_named(desk: Desk, name: str) -> None:
    for title in ("One", "Two", "Three"):
        desk.add("case", {"title": title})
    tamper, codes = TAMPERED[name]
    tamper(desk)
    assert {finding.code for finding in desk.vault.verify().findings} == codes


def test_a_file_that_no_key_here_opens_is_a_finding_and_not_called_closed(desk: Desk) -> None:
    _, info = kept(desk, b"x" * 3000)
    sealed = age.seal(b"x" * info.stored, [HybridIdentity.generate().recipient])
    path_of(desk, info).write_bytes(sealed)
    header = age.header_digest(io.BytesIO(sealed))
    desk.vault._database.run("UPDATE blob SET stored = ?, header = ?", (len(sealed), header))
    report = desk.vault.verify()
    assert [(each.code, each.subject) for each in report.findings] == [("vault.file", info.name)]
    assert report.sealed == 0
