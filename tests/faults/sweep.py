"""One work swept through one way to fail, call by call; what a vault may show afterwards is known beforehand."""

from __future__ import annotations

import os
import random
from collections.abc import Sequence
from dataclasses import dataclass

from tests.faults.disk import Disk, Ended, How
from tests.faults.seen import Seen, holding, open_to_others, seen
from tests.faults.works import CANARIES, Scene, Work

THOROUGH = os.environ.get("JIASHU_HYPOTHESIS") == "proof"
DONE, HINDERED = 0, 4  # exit codes
PARTS = 8 if THOROUGH else 1
"""Each sweep is that many tests, for as many workers."""
SAMPLE = 1


@dataclass(frozen=True)
class Sweep:
    """before, after: what the vault shows without a fault. calls: those that can fail."""

    scene: Scene
    disk: Disk
    work: Work
    how: How
    before: Seen
    after: Seen
    calls: Sequence[str]

    @classmethod
    def of(cls, scene: Scene, disk: Disk, work: Work, how: How) -> Sweep:
        """Do the work once undisturbed."""
        scene.set(work)
        before = _seen(scene)
        scene.set(work)
        ended = disk.counted(scene.words(work), scene.home, how)
        assert (ended.code, ended.err, work.done in ended.out) == (0, "", True)
        return cls(scene, disk, work, how, before, _seen(scene), ended.calls)

    def points(self, part: int) -> list[int]:
        """Every call in one of the parts, or a few by chance."""
        every = range(1, len(self.calls) + 1)
        if THOROUGH:
            return list(every[part::PARTS])
        return sorted(random.sample(every, min(SAMPLE, len(every))))

    def run(self, at: int) -> Ended:
        """Begin anew, and fail at this call."""
        self.scene.set(self.work)
        return self.disk.run(self.scene.words(self.work), self.scene.home, self.how, at)

    def undisturbed(self) -> Ended:
        """The work once more on what is there, without a fault."""
        return self.disk.counted(self.scene.words(self.work), self.scene.home, self.how)

    def outcome(self, ended: Ended) -> Seen:
        """What is there now: all as before or all as after, and after if that was said; no word of it in clear."""
        self._check_files()
        found = _seen(self.scene)
        assert found in (self.before, self.after)
        if self.work.done in ended.out:
            assert found == self.after
        self._check_files()
        return found

    def told_and_done_in_the_end(self, ended: Ended, code: str) -> None:
        """A disk that hindered is told by this code, or that only the last steps wait; what was not done can be."""
        assert ended.code in {DONE, HINDERED}
        assert (ended.code == DONE) == (self.work.done in ended.out), ended.err
        assert ended.code == DONE or f"[{code}]" in ended.err or ended.unfinished
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


def _seen(scene: Scene) -> Seen:
    return seen(scene.vault, scene.made["recovery"], *scene.old)
