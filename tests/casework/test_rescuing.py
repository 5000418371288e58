"""Rescue with packages at hand: what was handed over before comes back with it, and nothing else."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.casework import contacts, records, rescuing, vaults
from desktop.casework.rescuing import RescueDone, WayIn
from desktop.casework.workspace import Workspace
from desktop.crypto.page_cipher import PAGE
from desktop.domain.vocabulary import Vocabularies
from desktop.errors import Damaged, Refused
from desktop.vault.rescue.pages import Pages
from desktop.vault.rescue.salvage import Salvage
from tests.casework.conftest import PASSPHRASE, Case, Make, introduce, told
from tests.casework.exchange import handed, received
from tests.conftest import Clock
from tests.vault.desk import fails


def locked(ws: Workspace) -> Path:
    place = ws.vault.folder
    vaults.lock(ws.vault)
    return place


def broken(ws: Workspace, *, rows: bool) -> Path:
    """Lock a vault and overwrite with noise the pages its changes stand in, or all pages."""
    key = ws.vault._opened.ring.database_key
    path = locked(ws) / "a.db"
    with Pages(path, key) as pages:
        salvage = Salvage("a.db", pages)
        list(salvage.read())
        numbers = {place.page for place in salvage.places.values()} if rows else range(1, pages.count + 1)
    with path.open("r+b") as file:
        for number in numbers:
            file.seek((number - 1) * PAGE)
            file.write(os.urandom(PAGE))
    return path.parent


@pytest.fixture
def rescue(vocabularies: Vocabularies, clock: Clock, tmp_path: Path) -> Callable[..., RescueDone]:
    def rescued(damaged: Path, **more: Any) -> RescueDone:
        way = WayIn(passphrase=PASSPHRASE)
        return rescuing.rescue(damaged, tmp_path / "new", way, clock=clock, vocabularies=vocabularies, **more)

    return rescued


def test_what_a_package_brought_comes_back_with_it(
    ws: Workspace, make: Make, case: Case, rescue: Callable[..., RescueDone], vocabularies: Vocabularies, clock: Clock
) -> None:
    bao = make("Bao")
    introduce(ws, bao)
    package = handed(ws, case.id, "Bao")
    received(bao, package)
    done = rescue(broken(bao, rows=True), packages=[package])
    assert (done.report.whole, done.report.lost, done.refused) == (8, (), ())
    assert done.report.taken["package 1"] >= 8
    again = Workspace(vaults.unlock(done.folder, PASSPHRASE, clock=clock), vocabularies, clock)
    assert records.show(again, case.testimony).title == records.show(ws, case.testimony).title
    assert contacts.resolve_contact(again, "Anna").name == "Anna"
    vaults.lock(again.vault)


def test_what_a_package_has_that_was_never_here_is_left_for_receiving_it(
    ws: Workspace, make: Make, case: Case, rescue: Callable[..., RescueDone]
) -> None:
    bao = make("Bao")
    introduce(ws, bao)
    told(bao)
    package = handed(ws, case.id, "Bao")
    done = rescue(locked(bao), packages=[package])
    assert done.report.taken["package 1"] == 0
    assert done.report.complete


def test_a_package_by_nobody_who_is_known_any_more_is_told_and_the_keys_are_kept_for_it(
    ws: Workspace, make: Make, case: Case, rescue: Callable[..., RescueDone]
) -> None:
    bao = make("Bao")
    introduce(ws, bao)
    package = handed(ws, case.id, "Bao")
    done = rescue(broken(bao, rows=False), packages=[package])
    assert [(number, error.code) for number, error in done.refused] == [(1, "package.unknown_signer")]
    assert done.report.whole == 0


def test_nothing_is_made_where_nothing_can_be_read(
    ws: Workspace, case: Case, rescue: Callable[..., RescueDone], tmp_path: Path
) -> None:
    with fails(Damaged, "rescue.nothing"):
        rescue(broken(ws, rows=False))
    assert not (tmp_path / "new").exists()


def test_a_folder_without_a_backup_is_refused(ws: Workspace, rescue: Callable[..., RescueDone], tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with fails(Refused, "rescue.no_backup"):
        rescue(locked(ws), backups=[tmp_path / "empty"])


def test_what_somebody_changed_since_is_left_for_receiving_it_where_it_is_looked_at(
    ws: Workspace,
    make: Make,
    case: Case,
    rescue: Callable[..., RescueDone],
    vocabularies: Vocabularies,
    clock: Clock,
) -> None:
    bao = make("Bao")
    introduce(ws, bao)
    received(bao, handed(ws, case.id, "Bao"))
    title = records.show(ws, case.id).title
    records.edit(bao, case.id, {"title": "As somebody else would have it"})
    package = handed(bao, case.id, "Anna")
    done = rescue(broken(ws, rows=True), packages=[package])
    again = Workspace(vaults.unlock(done.folder, PASSPHRASE, clock=clock), vocabularies, clock)
    assert records.show(again, case.id).title == title
    received(again, package)
    assert records.show(again, case.id).title == "As somebody else would have it"
    vaults.lock(again.vault)
