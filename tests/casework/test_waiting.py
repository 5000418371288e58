"""Names that come while the identities are closed: the case is merged, they wait sealed, and come in at opening."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.casework import contacts, erase, evidence, find, records, vaults, verify, waiting
from desktop.casework.workspace import Workspace
from desktop.crypto.recipients import HybridIdentity
from desktop.errors import Refused
from desktop.formats.content import Carried
from tests.casework.conftest import PASSPHRASE, WORK_FACTOR, Case, Make, introduce
from tests.casework.exchange import arriving, handed, preview, received
from tests.casework.forging import forged, packed
from tests.conftest import Clock

YEAR = 366 * 86400


@pytest.fixture
def bao(make: Make, ws: Workspace) -> Workspace:
    """A colleague of our team, cards exchanged, whose identities are closed."""
    other = make("Bao")
    introduce(ws, other)
    vaults.close_identities(other)
    return other


@pytest.fixture
def file(ws: Workspace, bao: Workspace, case: Case) -> Path:
    """The case, handed to Bao."""
    return handed(ws, case.id, "Bao")


def title(ws: Workspace, case: Case) -> str:
    return records.show(ws, case.mother).title


def told(ws: Workspace) -> dict[str, object]:
    """What opening the identities tells."""
    return {notice.code: notice.details.get("count") for notice in vaults.open_identities(ws)}


def name_of(ws: Workspace, person: str) -> str:
    (name,) = ws.vault.referring(person, "name")
    return name


def files_on_disk(ws: Workspace) -> int:
    return sum(path.is_file() for path in (ws.vault.folder / "d").rglob("*"))


def test_r_idn_02_without_the_identities_key_a_handed_over_case_opens_whole_and_names_stay_unreadable(
    bao: Workspace, case: Case, file: Path
) -> None:
    preview = arriving(bao, file)
    done = received(bao, file)
    assert (preview.identities_waiting, done.waiting, done.new) == (True, True, 8)
    (statement,) = records.show(bao, case.testimony).nested["statements"].values()
    assert statement["words"] == "他们半夜来，把电停了。"
    assert title(bao, case) == bao.vault.code(case.mother)
    assert find.search(bao, "林秀兰") == ()


def test_r_idn_02_with_the_identities_key_the_names_show(ws: Workspace, bao: Workspace, case: Case, file: Path) -> None:
    received(bao, file)
    assert told(bao) == {"names.came": 3}
    assert title(bao, case) == title(ws, case) == "林秀兰"
    assert bao.vault.waiting == ()
    assert files_on_disk(bao) == 0


def test_they_are_merged_at_unlocking_too(ws: Workspace, bao: Workspace, case: Case, file: Path, clock: Clock) -> None:
    received(bao, file)
    vaults.lock(bao.vault)
    vault = vaults.unlock(file.parent / "Bao", PASSPHRASE, clock=clock)
    try:
        again = Workspace(vault, bao.vocabularies, clock)
        assert title(again, case) == title(ws, case)
        assert "names.came" in {notice.code for notice in vaults.notices(vault)}
    finally:
        vaults.lock(vault)


def test_receiving_twice_changes_nothing(bao: Workspace, file: Path) -> None:
    received(bao, file)
    before = (bao.vault.waiting, files_on_disk(bao))
    again = arriving(bao, file)
    done = received(bao, file)
    assert (again.nothing_new, again.identities_waiting) == (True, True)
    assert (done.new, done.merged, done.waiting) == (0, 0, False)
    assert (bao.vault.waiting, files_on_disk(bao)) == before


def test_what_came_in_at_opening_does_not_wait_again(bao: Workspace, file: Path) -> None:
    received(bao, file)
    vaults.open_identities(bao)
    vaults.close_identities(bao)
    preview = arriving(bao, file)
    assert (preview.nothing_new, preview.identities_waiting) == (True, False)
    assert not received(bao, file).waiting


def test_opening_twice_tells_once(bao: Workspace, file: Path) -> None:
    received(bao, file)
    assert told(bao) == {"names.came": 3}
    vaults.close_identities(bao)
    assert told(bao) == {}


def test_a_vault_with_waiting_names_verifies_and_says_so(bao: Workspace, file: Path) -> None:
    received(bao, file)
    closed = verify.verify(bao)
    assert closed.sound
    assert [(notice.code, notice.details["count"]) for notice in closed.notices] == [("names.waiting", 1)]
    vaults.open_identities(bao)
    opened = verify.verify(bao)
    assert opened.sound
    assert "names.waiting" not in {notice.code for notice in opened.notices}


def test_verify_finds_a_waiting_file_that_is_gone(bao: Workspace, file: Path) -> None:
    received(bao, file)
    (waits,) = [path for path in (bao.vault.folder / "d").rglob("*") if path.is_file()]
    waits.unlink()
    vaults.open_identities(bao)
    assert not verify.verify(bao).sound


def test_nothing_of_them_lies_in_clear_on_the_disk(ws: Workspace, bao: Workspace, case: Case, file: Path) -> None:
    received(bao, file)
    name = title(ws, case).encode()
    assert not [path for path in bao.vault.folder.rglob("*") if path.is_file() and name in path.read_bytes()]


def test_evidence_only_names_know_of_waits_with_them(ws: Workspace, bao: Workspace, case: Case, tmp_path: Path) -> None:
    (tmp_path / "p.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(3000))
    record = evidence.attach(ws, case.id, tmp_path / "p.png").created[0]
    received(bao, handed(ws, case.id, "Bao"))
    assert files_on_disk(bao) == 2
    vaults.open_identities(bao)
    assert evidence.open_evidence(bao, record).read() == (tmp_path / "p.png").read_bytes()
    assert files_on_disk(bao) == 1
    assert verify.verify(bao).sound


def test_evidence_that_is_here_already_does_not_wait_again(
    ws: Workspace, bao: Workspace, case: Case, tmp_path: Path
) -> None:
    (tmp_path / "p.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(3000))
    evidence.attach(ws, case.id, tmp_path / "p.png")
    vaults.open_identities(bao)
    received(bao, handed(ws, case.id, "Bao"))
    vaults.close_identities(bao)
    records.edit(ws, name_of(ws, case.mother), {"full": "林秀兰儿"})
    received(bao, handed(ws, case.id, "Bao"))
    assert files_on_disk(bao) == 2


def test_a_deletion_among_them_waits_for_a_decision(ws: Workspace, bao: Workspace, case: Case, file: Path) -> None:
    received(bao, file)
    vaults.open_identities(bao)
    vaults.close_identities(bao)
    name = name_of(ws, case.mother)
    records.delete(ws, name)
    received(bao, handed(ws, case.id, "Bao"))
    assert told(bao) == {"names.came": 1, "names.undecided": 1}
    (one,) = waiting.undecided(bao)
    assert (one.what, one.record) == ("deletion", name)
    assert not bao.vault.state(name).deleted
    waiting.decide(bao, [one], {one.id})
    assert bao.vault.state(name).deleted
    assert waiting.undecided(bao) == ()


def test_what_is_not_accepted_is_noted_as_refused(ws: Workspace, bao: Workspace, case: Case, file: Path) -> None:
    vaults.open_identities(bao)
    received(bao, file)
    vaults.close_identities(bao)
    name = name_of(ws, case.mother)
    records.delete(ws, name)
    received(bao, handed(ws, case.id, "Bao"))
    vaults.open_identities(bao)
    waiting.decide(bao, waiting.undecided(bao), ())
    assert not bao.vault.state(name).deleted
    again = arriving(bao, handed(ws, case.id, "Bao")).decisions
    assert [one.refused_before for one in again if one.record == name] == [True]


@pytest.fixture
def put_aside(ws: Workspace, bao: Workspace, case: Case, file: Path) -> str:
    """The mother's name, which somebody else put aside; that came with names that waited, and is to be decided."""
    vaults.open_identities(bao)
    received(bao, file)
    vaults.close_identities(bao)
    name = name_of(ws, case.mother)
    records.delete(ws, name)
    received(bao, handed(ws, case.id, "Bao"))
    vaults.open_identities(bao)
    return name


def test_nothing_is_decided_once_the_identities_are_closed_again(bao: Workspace, put_aside: str) -> None:
    asked = waiting.undecided(bao)
    vaults.close_identities(bao)
    with pytest.raises(Refused, match=r"vault\.compartment_closed"):
        waiting.decide(bao, asked, {one.id for one in asked})
    vaults.open_identities(bao)
    assert [one.record for one in waiting.undecided(bao)] == [put_aside]


def test_what_nobody_was_asked_yet_is_not_refused(bao: Workspace, put_aside: str) -> None:
    waiting.decide(bao, (), ())
    assert [one.record for one in waiting.undecided(bao)] == [put_aside]


def test_a_list_of_what_waits_that_cannot_be_read_is_told_and_keeps_nobody_out(
    bao: Workspace, file: Path, clock: Clock
) -> None:
    received(bao, file)
    bao.vault.set_setting(waiting.UNDECIDED, [["0" * 64, "1" * 64]])  # of a record that is not here
    vaults.lock(bao.vault)
    vault = vaults.unlock(file.parent / "Bao", PASSPHRASE, clock=clock)
    told = {notice.code for notice in vaults.notices(vault)}
    vaults.lock(vault)
    assert "names.came" in told


def test_two_wordings_of_a_name_stand_as_a_conflict(ws: Workspace, bao: Workspace, case: Case, file: Path) -> None:
    vaults.open_identities(bao)
    received(bao, file)
    name = name_of(ws, case.mother)
    records.edit(bao, name, {"full": "林秀蘭"})
    vaults.close_identities(bao)
    records.edit(ws, name, {"full": "林秀岚"})
    received(bao, handed(ws, case.id, "Bao"))
    vaults.open_identities(bao)
    assert list(bao.vault.state(name).conflicts()) == ["full"]


def test_an_erasure_is_done_only_once_nothing_of_it_waits(
    ws: Workspace, bao: Workspace, case: Case, file: Path
) -> None:
    received(bao, file)
    name = name_of(ws, case.mother)
    erase.erase(bao, erase.preview_erase(bao, name))
    assert bao.vault.erasures_pending
    vaults.open_identities(bao)
    assert not bao.vault.erasures_pending
    assert bao.vault.state(name).erased
    assert bao.vault.openings(name) == {}


def test_names_wait_however_long_the_identities_stay_closed(
    ws: Workspace, bao: Workspace, case: Case, file: Path, clock: Clock
) -> None:
    received(bao, file)
    for _ in range(9):
        clock.now += YEAR
        vaults.lock(bao.vault)
        bao = Workspace(vaults.unlock(file.parent / "Bao", PASSPHRASE, clock=clock), bao.vocabularies, clock)
    assert title(bao, case) == title(ws, case)
    vaults.lock(bao.vault)


def test_another_passphrase_keeps_them(ws: Workspace, make: Make, case: Case, clock: Clock, tmp_path: Path) -> None:
    bao = make("Bao", "four blue kettles sing")
    introduce(ws, bao)
    vaults.close_identities(bao)
    received(bao, handed(ws, case.id, "Bao"))
    vaults.change_passphrase(bao.vault, PASSPHRASE, "nine grey herons stand still", work_factor=WORK_FACTOR)
    vaults.lock(bao.vault)
    vault = vaults.unlock(
        tmp_path / "Bao",
        "nine grey herons stand still",
        clock=clock,
        identity_passphrase="four blue kettles sing",
    )
    try:
        assert title(Workspace(vault, bao.vocabularies, clock), case) == title(ws, case)
    finally:
        vaults.lock(vault)


def a_person_with_a_name(ws: Workspace, full: str) -> tuple[Carried, Carried]:
    person = forged(ws, "person", {"sex": "female"})
    return person, forged(ws, "name", {"person": person.revision.id, "full": full})


def test_names_that_are_not_what_was_signed_are_left_out_and_told(ws: Workspace, bao: Workspace) -> None:
    person, name = a_person_with_a_name(ws, "许安")
    _, other = a_person_with_a_name(ws, "许宁")
    received(bao, packed(ws, bao, [person, replace(name, opening=other.opening)]))
    assert told(bao) == {"names.spoilt": None}
    assert (bao.vault.waiting, files_on_disk(bao)) == ((), 0)
    assert bao.vault.openings(name.revision.id) == {}
    assert verify.verify(bao).sound


def test_names_sealed_to_a_key_that_is_not_here_go_on_waiting(ws: Workspace, bao: Workspace) -> None:
    person, name = a_person_with_a_name(ws, "许安")
    elsewhere = HybridIdentity.generate().recipient
    received(bao, packed(ws, bao, [person, name], identities=elsewhere))
    assert told(bao) == {"names.unread": 1}
    assert len(bao.vault.waiting) == 1
    assert verify.verify(bao).sound


def test_a_redacted_copy_warns_of_names_that_it_cannot_know(ws: Workspace, bao: Workspace) -> None:
    elsewhere = HybridIdentity.generate().recipient
    received(bao, packed(ws, bao, [*a_person_with_a_name(ws, "许安")], identities=elsewhere))
    vaults.open_identities(bao)
    mine = records.add(bao, "case", [{"title": "七月案"}]).created[0]
    (contact,) = contacts.contacts(bao)
    assert "handoff.names_waiting" in preview(bao, mine, contact.name, "redacted").warnings


def test_with_the_identities_open_such_a_package_is_refused(ws: Workspace, bao: Workspace) -> None:
    vaults.open_identities(bao)
    file = packed(ws, bao, a_person_with_a_name(ws, "许安"), identities=HybridIdentity.generate().recipient)
    preview = arriving(bao, file)
    assert preview.identities_unreadable
    with pytest.raises(Refused, match=r"package\.identities_unreadable"):
        received(bao, file)


def test_names_for_which_there_is_no_room_go_on_waiting(
    ws: Workspace, bao: Workspace, case: Case, tmp_path: Path
) -> None:
    """A folder stands where the file of the evidence belongs."""
    (tmp_path / "p.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(3000))
    record = evidence.attach(ws, case.id, tmp_path / "p.png").created[0]
    received(bao, handed(ws, case.id, "Bao"))
    blob = str(records.show(ws, record).nested["blob"])
    place = bao.vault.folder / "d" / blob[:2] / blob
    place.mkdir(parents=True, mode=0o700)
    assert told(bao) == {"vault.file_exists": None}
    assert len(bao.vault.waiting) == 1
    place.rmdir()
    vaults.close_identities(bao)
    assert "names.came" in told(bao)
    assert evidence.open_evidence(bao, record).read() == (tmp_path / "p.png").read_bytes()


def test_what_was_decided_elsewhere_is_not_told_again(ws: Workspace, bao: Workspace, case: Case, file: Path) -> None:
    vaults.open_identities(bao)
    received(bao, file)
    vaults.close_identities(bao)
    records.delete(ws, name_of(ws, case.mother))
    again = handed(ws, case.id, "Bao")
    received(bao, again)
    vaults.open_identities(bao)
    received(bao, again, accepted=[one.id for one in arriving(bao, again).decisions])
    vaults.close_identities(bao)
    records.edit(ws, ws.vault.referring(case.son, "name")[0], {"full": "林远山"})
    received(bao, handed(ws, case.id, "Bao"))
    assert told(bao) == {"names.came": 1}


def dying(at: int, act: Callable[[], None]) -> bool:
    """Do it in a process that dies when it flushes a file for the `at`th time; whether it came to its end."""
    if sys.platform == "win32":
        pytest.skip("forks")
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    flush, flushed = os.fsync, 0

    def flush_or_die(descriptor: int) -> None:
        nonlocal flushed
        flushed += 1
        if flushed == at:
            os._exit(9)
        flush(descriptor)

    setattr(os, "fsync", flush_or_die)  # noqa: B010 - its type is not ours to follow
    try:
        act()
        os._exit(0)
    finally:
        os._exit(1)


def test_killed_anywhere_all_of_it_waits_or_nothing_came(
    ws: Workspace, make: Make, case: Case, clock: Clock, tmp_path: Path
) -> None:
    bao = make("Bao", "four blue kettles sing")
    introduce(ws, bao)
    (tmp_path / "p.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(3000))
    record = evidence.attach(ws, case.id, tmp_path / "p.png").created[0]
    file = handed(ws, case.id, "Bao")
    vaults.lock(bao.vault)
    seen: list[tuple[str | None, int, int]] = []

    def unlocked(identity: str | None = None) -> Workspace:
        vault = vaults.unlock(tmp_path / "Bao", PASSPHRASE, clock=clock, identity_passphrase=identity)
        return Workspace(vault, bao.vocabularies, clock)

    def receive_it() -> None:
        received(unlocked(), file)

    def open_it() -> None:
        unlocked("four blue kettles sing")

    for act in (receive_it, open_it):
        at, ended = 0, False
        while not ended:
            ended = dying(at := at + 1, act)
            here = unlocked()
            assert here.vault.verify().findings == []
            seen.append((here.vault.kind_of(case.id), len(here.vault.waiting), files_on_disk(here)))
            vaults.lock(here.vault)
    assert set(seen) == {(None, 0, 0), ("case", 1, 2), ("case", 0, 1)}
    here = unlocked("four blue kettles sing")
    assert evidence.open_evidence(here, record).read() == (tmp_path / "p.png").read_bytes()
    vaults.lock(here.vault)
