"""Killed while it erases, a vault finishes that when it is next unlocked; other kills are swept in tests/faults."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT, Clock
from tests.vault.desk import PASSPHRASE, Desk
from tests.vault.other_make import pages, raw_key

WRITER = """
import sys
from pathlib import Path
from desktop.vault.vault import Vault
from tests.conftest import Clock
from tests.vault.desk import Desk

place, clock = Path(sys.argv[1]), Clock()
desk = Desk(place, clock, Vault.unlock(place, sys.argv[2], clock=clock))
for number in range(100_000):
    with desk.vault.incoming("vault") as writer:
        writer.write(bytes(5000))
        info = writer.commit()
    evidence = desk.add("evidence", {"blob": info.name})
    said = desk.testimony(f"Statement {number}. " * 40)
    _, name = desk.person(f"Somebody {number}")
    desk.edit(said, {"statements": [{"words": "And more."}]})
    desk.vault.keep_draft("quick", {"text": f"draft {number}"})
    if number % 3 == 2:
        desk.vault.change_passphrase(sys.argv[2], sys.argv[2], 2)
    print(evidence, said, name, number, flush=True)
    if number % 4 == 3:
        desk.vault.erase(said, "record")
        print("erased", said, flush=True)
"""


def killed(place: Path, after: float) -> list[list[str]]:
    """What a writer acknowledged before it was killed, `after` seconds into its work."""
    command = [sys.executable, "-c", WRITER, str(place), PASSPHRASE]
    writer = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert writer.stdout
    assert writer.stderr
    first = writer.stdout.readline()
    time.sleep(after)
    writer.kill()
    rest = writer.stdout.read().splitlines()
    assert writer.stderr.read() == ""
    writer.stdout.close()
    writer.stderr.close()
    writer.wait()
    return [line.split() for line in [first, *rest] if len(line.split()) in {2, 4}]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals as POSIX has them")
def test_killed_while_erasing_it_finishes_when_it_is_next_unlocked(place: Path, clock: Clock) -> None:
    Desk.fresh(place, clock).lock()
    killed(place, 0.1)
    desk = Desk(place, clock, None)  # type: ignore[arg-type]
    desk.unlock()
    gone = [row.id for row in desk.vault.rows("testimony", limit=1000)]
    for record in gone:
        desk.vault.erase(record, "record")
    assert not desk.vault.erasures_pending
    desk.lock()
    assert b"Statement" not in pages(place / "a.db", raw_key(place, PASSPHRASE))
