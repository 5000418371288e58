"""How long sealing and opening a gibibyte takes, and how much memory, beside the program age."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from desktop.crypto import age
from desktop.crypto.recipients import X25519Identity
from tests.bench.row import NotMeasured, Row

ROOT = Path(__file__).resolve().parent.parent.parent
MIB = 1024 * 1024
SIZE = 1024 * MIB
ROUNDS = 5
MOST_MEMORY = 100.0

Step = Callable[[], float]


class Ours:
    """A process of its own that seals and opens when told, as the program does in its worker."""

    def __init__(self, identity: X25519Identity) -> None:
        self._identity = identity

    def __enter__(self) -> Ours:
        command = [sys.executable, "-m", "tests.bench.bench_seal"]
        self._worker = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._ask(self._identity.text)
        return self

    def __exit__(self, *_: object) -> None:
        self._worker.communicate()

    def seal(self, plain: Path, sealed: Path) -> float:
        """Seconds it took."""
        return self._ask(f"seal\t{plain}\t{sealed}")

    def open(self, sealed: Path, plain: Path) -> float:
        """Seconds it took."""
        return self._ask(f"open\t{sealed}\t{plain}")

    def peak(self) -> float:
        """The most memory the process ever had, in MiB."""
        return self._ask("peak\t\t")

    def _ask(self, line: str) -> float:
        assert self._worker.stdin
        assert self._worker.stdout
        print(line, file=self._worker.stdin, flush=True)
        return float(self._worker.stdout.readline())


def rows() -> Iterator[Row]:
    """Sealing, opening and memory; by turns on the same file, medians, the first round not counted."""
    if not shutil.which("age"):
        raise NotMeasured("age missing here")
    if sys.platform == "win32":
        raise NotMeasured("the peak of memory is asked of POSIX")
    identity = X25519Identity.generate()
    version = subprocess.run(["age", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    with tempfile.TemporaryDirectory() as name, Ours(identity) as ours:
        folder = Path(name)
        key = folder / "key"
        key.write_text(identity.text + "\n", encoding="utf-8")
        random_file(folder / "plain")
        seal = by_turns(
            lambda: ours.seal(folder / "plain", fresh(folder / "ours.age")),
            lambda: timed("age", "-r", identity.recipient.text, "-o", fresh(folder / "age.age"), folder / "plain"),
        )
        opened = by_turns(
            lambda: ours.open(folder / "age.age", fresh(folder / "ours")),
            lambda: timed("age", "-d", "-i", key, "-o", fresh(folder / "theirs"), folder / "ours.age"),
        )
        peak = ours.peak()
    note = f"age {version}, a file of 1 GiB, each opening what the other sealed, median of {ROUNDS}"
    yield Row("seal 1 GiB", *seal, seal[0] / seal[1], 1.0, "s", note)
    yield Row("open 1 GiB", *opened, opened[0] / opened[1], 1.0, "s", note)
    yield Row(
        "memory for both", peak, MOST_MEMORY, peak / MOST_MEMORY, 1.0, "MiB", "the most that is allowed, whole process"
    )


def by_turns(ours: Step, peer: Step) -> tuple[float, float]:
    """Medians of both, taking turns in going first, since the disk is still busy with what was written before."""
    taken: dict[Step, list[float]] = {ours: [], peer: []}
    for number in range(ROUNDS + 1):
        for step in (ours, peer) if number % 2 else (peer, ours):
            taken[step].append(step())
    return statistics.median(taken[ours][1:]), statistics.median(taken[peer][1:])


def timed(*command: str | Path) -> float:
    """Seconds a program took."""
    begun = time.perf_counter()
    subprocess.run(command, check=True)
    return time.perf_counter() - begun


def fresh(path: Path) -> Path:
    """The path, with nothing there, so that everybody writes a new file."""
    path.unlink(missing_ok=True)
    return path


def random_file(path: Path) -> None:
    with path.open("wb") as file:
        for _ in range(SIZE // MIB):
            file.write(os.urandom(MIB))


def peak_memory() -> float:
    """The most memory this process ever had, in MiB."""
    if sys.platform == "win32":
        raise NotMeasured("the peak of memory is asked of POSIX")
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / MIB


def serve() -> None:
    """Do what each line of standard input asks, and answer with the figure."""
    identity = X25519Identity.from_text(sys.stdin.readline().strip())
    print(0.0, flush=True)
    for line in sys.stdin:
        asked, source, target = line.rstrip("\n").split("\t")
        if asked == "peak":
            print(peak_memory(), flush=True)
            continue
        begun = time.perf_counter()
        with Path(source).open("rb") as reading, Path(target).open("wb") as writing:
            if asked == "seal":
                age.encrypt(reading, writing, [identity.recipient])
            else:
                age.decrypt(reading, writing, [identity])
        print(time.perf_counter() - begun, flush=True)


if __name__ == "__main__":
    serve()
