"""One broken page: named by the check, told where it is met, and everything else goes on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop.crypto.page_cipher import PAGE
from desktop.errors import Damaged
from desktop.vault.rescue.pages import Pages
from desktop.vault.rescue.salvage import Salvage
from tests.proof.recording import Tally
from tests.vault.desk import Desk, fails


@pytest.fixture
def hurt(desk: Desk) -> tuple[Desk, set[str], set[str]]:
    """A vault, open, with a broken page; the records that stand in it, and those that do not."""
    records = {desk.add("case", {"title": f"Case {number} " + "and more " * 40}) for number in range(40)}
    key = desk.vault._opened.ring.database_key
    desk.lock()
    with Pages(desk.place / "a.db", key) as pages:
        salvage = Salvage("a.db", pages)
        list(salvage.read())
    page = min(salvage.places.values(), key=lambda place: place.seq).page
    noise(desk.place / "a.db", page)
    desk.unlock()
    lost = {record for record in records if salvage.places[record].page == page}
    return desk, lost, records - lost


def noise(path: Path, page: int) -> None:
    with path.open("r+b") as file:
        file.seek((page - 1) * PAGE)
        file.write(os.urandom(PAGE))


@pytest.mark.fault(5)
def test_fault_05_the_check_names_the_records_and_looks_at_all_others(hurt: tuple[Desk, set[str], set[str]]) -> None:
    desk, lost, _ = hurt
    report = desk.vault.verify()
    assert {finding.record for finding in report.findings if finding.record} == lost
    assert [finding.code for finding in report.findings if finding.code == "vault.page"] == ["vault.page"]
    assert report.revisions >= 40 - len(lost)
    assert report.events == 40


@pytest.mark.fault(5)
def test_fault_05_all_other_records_are_listed_opened_found_and_saved(hurt: tuple[Desk, set[str], set[str]]) -> None:
    desk, lost, others = hurt
    assert 0 < len(lost) < 40
    assert {row.id for row in desk.vault.rows("case")} == lost | others
    for record in lost:
        with fails(Damaged, "record.damaged"):
            desk.vault.state(record)
    assert desk.vault.states(lost | others).keys() == others
    assert {hit.record for hit in desk.vault.search("Case", limit=99)} >= others
    said = desk.testimony("Saved all the same.")
    desk.edit(min(others), {"title": "Changed"})
    desk.reopen()
    assert desk.words_of(said) == ["Saved all the same."]
    assert desk.vault.state(min(others)).values()["title"] == "Changed"


def test_what_is_saved_while_the_check_goes_on_is_no_finding(desk: Desk) -> None:
    records = [desk.testimony(f"Statement {number}.") for number in range(20)]
    attached = [desk.person(f"Name {number}") for number in range(3)]
    verification = desk.vault.verification()
    for number, _ in enumerate(verification.slices()):
        desk.edit(records[number % 20], {"title": f"Meanwhile {number}"})
        if number < 4:
            desk.vault.erase(records.pop(), "record")
            records.insert(0, desk.testimony(f"New {number}."))
    assert verification.report.findings == []
    assert attached


@pytest.mark.parametrize("after", [1, 13])
def test_identities_closed_while_the_check_goes_on_are_no_finding(desk: Desk, after: int) -> None:
    desk.person("秦望舒")
    verification = desk.vault.verification()
    for number, _ in enumerate(verification.slices()):
        if number == after:
            desk.vault.close_compartment()
    assert verification.report.findings == []


@pytest.mark.fault(8)
def test_fault_08_one_old_page_put_back_is_found_by_the_check(desk: Desk, tally: Tally) -> None:
    said = desk.testimony("First.")
    desk.lock()
    before = (desk.place / "a.db").read_bytes()
    desk.unlock()
    desk.edit(said, {"title": "Said again"})
    desk.lock()
    after = (desk.place / "a.db").read_bytes()
    changed = [at for at in range(0, len(before), PAGE) if before[at : at + PAGE] != after[at : at + PAGE]]
    assert changed
    unnoticed = []
    for at in changed:
        (desk.place / "a.db").write_bytes(after[:at] + before[at : at + PAGE] + after[at + PAGE :])
        if not noticed(desk):
            unnoticed.append(at // PAGE + 1)
        (desk.place / "a.db").write_bytes(after)
    tally(8, old_pages_put_back=len(changed), lost=len(unnoticed))
    assert unnoticed == []


def noticed(desk: Desk) -> bool:
    """At unlocking or by checking."""
    try:
        vault = desk.unlock()
    except Damaged:
        return True
    try:
        return bool(vault.notices) or not vault.verify().sound
    finally:
        vault.lock()


@pytest.mark.fault(5)
@pytest.mark.parametrize("broken", ["sqlite_autoindex_blob_1", "revision_record", "sqlite_autoindex_revision_1"])
def test_fault_05_a_broken_page_of_a_list_or_an_index_ends_no_check(desk: Desk, broken: str) -> None:
    desk.testimony("They came at night.")
    page = desk.vault._database.value("SELECT rootpage FROM sqlite_master WHERE name = ?", (broken,))
    desk.lock()
    noise(desk.place / "a.db", page)
    desk.unlock()
    assert str(page) in {finding.subject for finding in desk.vault.verify().findings if finding.code == "vault.page"}
