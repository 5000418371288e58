"""Somebody who saves testimony, evidence and names without end, telling each save once it is acknowledged."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop.vault.append import Addition
from desktop.vault.vault import Vault
from tests.conftest import Clock
from tests.vault.desk import FAST, PASSPHRASE, Desk

SAVED, DRAFTED, ERASED, CHANGED = "saved", "drafted", "erased", "changed"


def main(words: Sequence[str]) -> int:
    """words: the vault's folder, and the first number, so that no two runs say the same."""
    place, clock = Path(words[0]), Clock()
    desk = Desk(place, clock, Vault.unlock(place, PASSPHRASE, clock=clock))
    for number in range(int(words[1]), 1_000_000):
        desk.vault.keep_draft("quick", {"text": str(number)})
        print(DRAFTED, number, flush=True)
        said = _save(desk, number)
        print(SAVED, number, flush=True)
        if number % 4 == 3:
            desk.vault.erase(said, "record")
            print(ERASED, said, flush=True)
        if number % 5 == 4:
            desk.vault.change_passphrase(PASSPHRASE, PASSPHRASE, FAST)
    return 0


def _save(desk: Desk, number: int) -> str:
    """A person, a name, what she said and the recording of it, in one transaction; the id of the testimony."""
    with desk.vault.incoming("vault") as writer:
        writer.write(bytes(5000))
        info = writer.commit()
    person = desk.revised(None, "person", {"sex": "female"})
    said = desk.revised(
        None, "testimony", {"statements": [{"words": f"{word(number)} was said. " * 40}], "speaker": person[0].record}
    )
    rest = (
        desk.revised(None, "evidence", {"blob": info.name, "description": word(number)}),
        desk.revised(None, "name", {"person": person[0].record, "full": word(number), "type": "legal"}, sealed=True),
    )
    desk.vault.append([Addition(*each) for each in (person, said, *rest)])
    return said[0].record


def word(number: int) -> str:
    """What one save says and no other does."""
    return f"heron{number:06}"
