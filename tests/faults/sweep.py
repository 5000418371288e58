"""One work swept through one way to fail, call by call; what a vault may show afterwards is known beforehand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.faults.disk import Disk, Ended, How
from tests.faults.seen import Seen, holding, open_to_others, seen
from tests.faults.works import CANARIES, Scene, Work
from tests.proof.extent import PARTS, chosen
from tests.proof.recording import Tally

DONE, HINDERED = 0, 4  # exit codes
SAMPLE = 1


@dataclass(frozen=True)
class Known:
    """What the vault shows before each work and after it, without a fault."""

    scene: Scene
    disk: Disk
    _found: dict[str, tuple[Seen, Seen]] = field(default_factory=dict)

    def of(self, work: Work) -> tuple[Seen, Seen]:
        if work.name not in self._found:
            self.scene.set(work)
            before = shown(self.scene)
            self.scene.set(work)
            ended = self.disk.undisturbed(self.scene.command(work))
            assert (ended.code, work.done in ended.out) == (0, True), ended
            assert ended.err == "" or "[vault.upgraded]" in ended.err
            self._found[work.name] = before, shown(self.scene)
        return self._found[work.name]


@dataclass(frozen=True)
class Sweep:
    """before, after: what the vault shows without a fault. calls: those that can fail."""

    scene: Scene
    disk: Disk
    work: Work
    how: How
    row: int
    tally: Tally
    before: Seen
    after: Seen
    calls: Sequence[str]

    @classmethod
    def of(cls, known: Known, work: Work, how: How, row: int, tally: Tally) -> Sweep:
        """Do the work once undisturbed."""
        before, after = known.of(work)
        known.scene.set(work)
        ended = known.disk.counted(known.scene.command(work), how)
        assert work.done in ended.out
        return cls(known.scene, known.disk, work, how, row, tally, before, after, ended.calls)

    def points(self, part: int) -> list[int]:
        """Every call in one of the parts, or a few by chance."""
        return chosen(range(1, len(self.calls) + 1), SAMPLE, part, PARTS)

    def run(self, at: int) -> Ended:
        """Begin anew, and fail at this call."""
        self.scene.set(self.work)
        return self.disk.run(self.scene.command(self.work), self.how, at)

    def undisturbed(self) -> Ended:
        """The work once more on what is there, without a fault."""
        return self.disk.undisturbed(self.scene.command(self.work))

    def outcome(self, ended: Ended) -> Seen:
        """What is there now: all as before or all as after, and after if that was said or a file stands outside; no
        word of it in clear."""
        self._check_files()
        found = shown(self.scene)
        judge(self.row, self.tally, found, self.before, self.after, acknowledged=self.work.done in ended.out)
        assert found == self.after or not (self.work.goes_out and self.scene.out.exists())
        self._check_files()
        return found

    def told_and_done_in_the_end(self, ended: Ended, code: str) -> None:
        """A disk that hindered is told by this code, or that only the last steps wait; what was not done can be."""
        assert ended.code in {DONE, HINDERED}, ended.err
        assert (ended.code == DONE) == (self.work.done in ended.out), ended.err
        # One that has room again by the time it is asked cannot be told from one that failed.
        codes = {code, "disk.failed"} if self.how == "once" else {code}
        assert ended.code == DONE or ended.unfinished or any(f"[{each}]" in ended.err for each in codes)
        found = self.outcome(ended)
        if ended.unfinished:
            assert found == self.after
        self.done_in_the_end(found)

    def done_in_the_end(self, found: Seen) -> None:
        """What was not done can be, by the same command."""
        if found == self.before:
            again = self.undisturbed()
            assert self.work.done in again.out
            assert self.outcome(again) == self.after

    def _check_files(self) -> None:
        assert holding(CANARIES, self.scene.stage) == []
        assert open_to_others(self.scene.vault) == []


def judge(row: int, tally: Tally, found: Seen, before: Seen, after: Seen, *, acknowledged: bool) -> None:
    """Told to `make proof` before it is asserted."""
    between = found not in (before, after)
    lost = acknowledged and not between and found != after
    tally(row, lost=int(lost), between=int(between))
    assert not between
    assert not lost


def shown(scene: Scene) -> Seen:
    """What the vault on the stage shows."""
    return seen(scene.vault, (scene.made["recovery"], scene.made["next_recovery"]), *scene.old)
