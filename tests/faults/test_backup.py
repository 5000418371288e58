"""A backup struck at any call that reaches the stick: the former one or the new one is there, whole."""

from __future__ import annotations

import random
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import Clock
from tests.faults import trace
from tests.faults.cuts import states
from tests.faults.disk import Command, Disk, Ended, How
from tests.faults.powerless import Machine, put
from tests.faults.sweep import DONE, HINDERED, SAMPLE
from tests.proof.extent import PARTS, THOROUGH, chosen
from tests.proof.recording import Tally
from tests.vault.backups import attached, backed_up, restored
from tests.vault.desk import PASSPHRASE, Desk

SIGKILLED, DAMAGED = -9, 3
HOWS: tuple[How, ...] = ("kill", "wrong", "broken", "full", "once")
SAID = "Backed up and read back"


@dataclass(frozen=True)
class Stage:
    """A vault that has gone on since its last backup. before, after: log of that backup and of the next."""

    folder: Path
    desk: Desk
    disk: Disk
    before: tuple[int, bytes]
    after: tuple[int, bytes]

    @property
    def stick(self) -> Path:
        return self.folder / "stick"

    def run(self, how: How, at: int | None) -> Ended:
        """Everything put back to where the backup begins, and then the command; without `at`, undisturbed."""
        self.put_back()
        return self.again(how, at)

    def put_back(self) -> None:
        """To where the backup begins."""
        for name in ("vault", "stick"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
            shutil.copytree(self.folder / "calm" / name, self.folder / name)

    def again(self, how: How, at: int | None = None) -> Ended:
        """The command on what is there."""
        command = self.command()
        return self.disk.counted(command, how) if at is None else self.disk.run(command, how, at)

    def command(self) -> Command:
        words = ["backup", str(self.folder / "vault"), "--to", str(self.stick)]
        words += ["--passphrase-file", str(self.folder / "passphrase")]
        return Command(words, self.folder / "home")

    def found(self) -> tuple[int, bytes]:
        """What can be restored now: sound, whatever happened."""
        new = self.folder / "new"
        shutil.rmtree(new, ignore_errors=True)
        out = restored(self.desk, self.stick, new)
        assert (out.findings, out.lost, out.differing) == ((), 0, 0)
        return out.n, out.hash

    def points(self, calls: Sequence[str], part: int) -> list[int]:
        """Every call in one of the parts, or a few by chance."""
        every = range(1, len(calls) + 1)
        return chosen(every, SAMPLE, part, PARTS)


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory, disk: Disk) -> Stage:
    """Between the two backups a file is erased, another comes, and something is written."""
    folder = tmp_path_factory.mktemp("backup")
    (folder / "home").mkdir()
    (folder / "passphrase").write_text(PASSPHRASE, "utf-8")
    calm = folder / "calm"
    calm.mkdir()
    desk = Desk.fresh(calm / "vault", Clock(1_760_000_000))
    desk.testimony("In both.")
    erased = attached(desk, 3000)
    attached(desk, 3000)
    made = backed_up(desk, calm / "stick")
    (record,) = [row.id for row in desk.vault.rows("evidence") if desk.vault.state(row.id).nested()["blob"] == erased]
    desk.vault.erase(record, "record")
    attached(desk, 5000)
    desk.testimony("In the new one.")
    now = desk.vault.counted()
    desk.lock()
    below = Disk(disk.yard, folder / "stick", folder)
    return Stage(folder, desk, below, (made.n, made.hash), (now.n, now.hash))


@pytest.mark.slow
@pytest.mark.fault(24)
@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("how", HOWS if THOROUGH else HOWS[:2])
def test_fault_24_a_backup_struck_anywhere_leaves_the_former_or_the_new(
    stage: Stage, how: How, part: int, tally: Tally
) -> None:
    calm = stage.run(how, None)
    assert (calm.code, SAID in calm.out) == (DONE, True)
    for at in stage.points(calm.calls, part):
        ended = stage.run(how, at)
        found = stage.found()
        between = found not in (stage.before, stage.after)
        lost = SAID in ended.out and not between and found != stage.after
        tally(24, **{f"backups_{how}": 1}, lost=int(lost), between=int(between))
        assert not between
        assert (ended.code == DONE) == (SAID in ended.out)
        if how == "kill":
            assert ended.code == SIGKILLED
        else:
            assert ended.code in {DONE, HINDERED, DAMAGED}, ended.err
            assert ended.code == DONE or "[copy." in ended.err or "[backup.copy_damaged]" in ended.err, ended.err
        if SAID in ended.out:
            assert found == stage.after
        elif how != "wrong" or THOROUGH:
            assert SAID in stage.again(how).out
            assert stage.found() == stage.after


@pytest.mark.slow
@pytest.mark.fault(2)
@pytest.mark.parametrize("part", range(PARTS))
def test_fault_02_without_power_after_any_call_a_backup_is_the_former_or_the_new(
    stage: Stage, part: int, tally: Tally
) -> None:
    stage.put_back()
    machine = Machine.at(stage.stick)
    ended, recorded = stage.disk.recorded(stage.command())
    assert SAID in ended.out
    calls, seed = trace.read(recorded), random.randrange(1 << 32)
    for at, way, acknowledged, left in states(machine, calls, SAID, part, seed):
        shutil.rmtree(stage.stick)
        put(left, stage.stick)
        found = stage.found()
        between = found not in (stage.before, stage.after)
        lost = acknowledged and found == stage.before
        tally(2, disks_after_a_cut=1, lost=int(lost), between=int(between))
        told = f"after call {at} of {len(calls)}, {calls[at - 1]}, {way}, seed {seed}"
        assert not between, told
        assert not lost, told
