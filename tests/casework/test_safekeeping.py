"""What somebody who keeps a vault is told of it, and that all is quiet when all is well."""

from __future__ import annotations

import pytest

from desktop.casework import safekeeping, vaults
from desktop.casework.workspace import Workspace
from desktop.errors import Damaged, Hindered
from tests.casework.conftest import told
from tests.conftest import Clock

DAY = 24 * 60 * 60


def concerns(ws: Workspace) -> list[str]:
    return [one.what for one in safekeeping.standing(ws).concerns]


@pytest.fixture
def well(ws: Workspace) -> Workspace:
    """Everything was done today, and then somebody wrote something."""
    told(ws)
    for what in ("recovery", "backup", "drill"):
        ws.vault.keeping.note(what)
    ws.vault.keeping.note("verify", findings=0)
    return ws


def test_a_new_vault_asks_for_recovery_and_once_something_is_in_it_for_a_backup(ws: Workspace) -> None:
    assert concerns(ws) == ["recovery"]
    told(ws)
    assert concerns(ws) == ["recovery", "no_backup"]


def test_what_is_in_the_backup_already_needs_no_other(well: Workspace, clock: Clock) -> None:
    well.vault.keeping.note("backup", n=well.vault.counted().n)
    clock.tick(29 * DAY)
    assert concerns(well) == []


def test_when_all_is_well_nothing_is_asked(well: Workspace) -> None:
    assert safekeeping.standing(well) == safekeeping.Standing(0, 0, 0, 0, ())


def test_how_long_ago_is_told_in_days(well: Workspace, clock: Clock) -> None:
    clock.tick(2 * DAY + 5)
    found = safekeeping.standing(well)
    assert (found.backup, found.drill, found.check, found.concerns) == (2, 2, 2, ())


@pytest.mark.parametrize(("days", "due"), [(6, []), (7, ["backup"]), (29, ["backup"]), (30, ["backup", "check"])])
def test_backup_and_check_are_due_in_their_time(well: Workspace, clock: Clock, days: int, due: list[str]) -> None:
    clock.tick(days * DAY)
    assert concerns(well) == due


def test_a_drill_is_due_after_a_quarter(well: Workspace, clock: Clock) -> None:
    vaults.set_setting(well, "backup_days", 0)
    clock.tick(90 * DAY)
    well.vault.keeping.note("verify", findings=0)
    assert concerns(well) == ["drill"]


@pytest.mark.parametrize(("every", "due"), [(1, ["backup"]), (30, []), (0, []), (-3, []), ("often", [])])
def test_one_says_how_often_a_backup_is_due(well: Workspace, clock: Clock, every: object, due: list[str]) -> None:
    vaults.set_setting(well, "backup_days", every)
    clock.tick(3 * DAY)
    assert concerns(well) == due


def test_until_recovery_was_rehearsed_it_is_asked_for(ws: Workspace) -> None:
    ws.vault.keeping.note("backup")
    ws.vault.keeping.note("drill")
    ws.vault.keeping.note("recovery")
    assert concerns(ws) == ["rehearsal"]
    ws.vault.keeping.note("drill")
    assert concerns(ws) == []


def test_what_a_check_found_comes_first_until_a_check_finds_nothing(well: Workspace, clock: Clock) -> None:
    well.vault.keeping.note("verify", findings=3)
    clock.tick(8 * DAY)
    assert concerns(well) == ["damage", "backup"]
    assert safekeeping.standing(well).concerns[0].count == 3
    well.vault.keeping.note("verify", findings=0)
    assert concerns(well) == ["backup"]


@pytest.mark.parametrize(
    ("noticed", "told"),
    [
        (Hindered("vault.older", events=3), ["noticed"]),
        (Damaged("vault.marker"), ["noticed"]),
        (Hindered("vault.was_open_to_others"), []),
    ],
)
def test_what_unlocking_noticed_is_told_where_something_may_be_missing(
    well: Workspace, noticed: Hindered | Damaged, told: list[str]
) -> None:
    well.vault.notice(noticed)
    assert concerns(well) == told


def test_a_clock_set_back_makes_nothing_older_than_today(well: Workspace, clock: Clock) -> None:
    clock.tick(-400 * DAY)
    assert safekeeping.standing(well).backup == 0
