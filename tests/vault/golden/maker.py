"""How the golden vaults were made: `python -m tests.vault.golden.maker FOLDER`, by the program of their day.

They are never made anew. What a later format adds gets a vault of its own beside them.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from desktop import places
from desktop.casework import conflicts, contacts, drafts, erase, evidence, family, records, vaults
from desktop.casework.people import Pick
from desktop.casework.workspace import Workspace
from desktop.domain.vocabulary import Vocabularies
from tests.casework.conftest import introduce, told
from tests.casework.exchange import handed, received
from tests.conftest import Clock
from tests.vault.golden.seen import PASSPHRASE, told_of

FAST = 2


def main(folder: Path) -> None:
    """Two vaults of one story: `locked` as it should be left, `killed` as a kill leaves it."""
    folder.mkdir()
    (ws, recovery), (other, _) = _created(folder / "locked", "Anna"), _created(folder / "other", "Bao")
    introduce(ws, other)
    case = told(ws)
    mother = case.mother
    paper = folder / "paper.txt"
    paper.write_text("停电通知\n" * 40, "utf-8")
    evidence.attach(ws, case.id, paper, sealed=False)
    paper.write_text("一张有脸的照片，算是\n" * 40, "utf-8")
    evidence.attach(ws, case.id, paper, sealed=True)
    paper.write_text("要删去的一页\n" * 40, "utf-8")
    gone = evidence.attach(ws, case.id, paper, sealed=True).created[0]
    family.add_act(ws, case.id, {"type": "F.02", "victim": mother, "because_of": case.son, "relationship": "parent"})
    package = handed(ws, case.id, "Bao")
    received(other, package)
    records.edit(ws, case.id, {"priority": "urgent"})
    records.edit(other, case.id, {"priority": "low", "region": "53"})
    received(ws, handed(other, case.id, "Anna"))
    assert conflicts.count(ws) == 1
    handed(ws, case.id, "Bao", "redacted")
    erase.erase(ws, erase.preview_erase(ws, gone))
    family.add_relative(ws, Pick(text="林小雨"), of=case.son, relationship="child", kin_term="daughter")
    drafts.keep(ws, "quick", "quick", {"text": "half typed"})
    drafts.keep(ws, "form", "record:person", {"full": "林小舟, half typed"}, sealed=True)
    vaults.set_setting(ws, "language", "zh_Hans")
    subprocess.run(
        ["cp", "-r", folder / "locked", folder / "killed"], check=True
    )  # this process must not open its files
    (folder / "killed/a.db-shm").unlink()
    (folder / "killed/b.db-shm").unlink(missing_ok=True)
    expected = {"recovery": recovery, "passphrase": PASSPHRASE, **told_of(ws.vault)}
    vaults.lock(ws.vault)
    vaults.lock(other.vault)
    subprocess.run(["rm", "-r", folder / "other", paper], check=True)
    for package in folder.glob("*.age"):
        package.unlink()
    text = json.dumps(expected, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / "expected.json").write_text(text + "\n", "utf-8")


def _created(place: Path, name: str) -> tuple[Workspace, str]:
    clock = Clock()
    made = vaults.create_vault(place, PASSPHRASE, clock=clock, work_factor=FAST)
    ws = Workspace(made.vault, Vocabularies.from_tables(places.read_tables()), clock)
    contacts.rename_own(ws, name)
    return ws, made.recovery_key


if __name__ == "__main__":
    main(Path(sys.argv[1]))
