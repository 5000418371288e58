"""Slots put back from a backup that is older than the recovery key of today."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.crypto.recipients import HybridIdentity
from desktop.vault import recovery
from desktop.vault.mending import mend
from desktop.vault.recovery import Opens
from desktop.vault.restore import Keys
from tests.vault.backups import backed_up
from tests.vault.desk import PASSPHRASE, Desk


@pytest.mark.parametrize("lost", [("k2",), ("k4",), ("k1", "k2", "k3", "k4", "k5", "k6", "k7")])
def test_a_recovery_key_that_was_replaced_since_the_backup_opens_nothing_again(
    desk: Desk, tmp_path: Path, lost: tuple[str, ...]
) -> None:
    backed_up(desk, tmp_path / "backup")
    old, new = HybridIdentity.from_text(desk.recovery), HybridIdentity.generate()
    desk.vault.set_recovery(new.recipient)
    desk.lock()
    for slot in lost:
        (desk.place / slot).write_bytes(b"x" * 100)
    assert mend(desk.place, tmp_path / "backup", Keys(PASSPHRASE)) == lost
    assert recovery.check(desk.place, old) == Opens(False, False)
    assert recovery.check(desk.place, new) == Opens(True, True)
    desk.unlock()
    assert desk.vault.notices == ()
