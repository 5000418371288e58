"""The first word on the command line decides what starts, and only that is imported."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.__main__ import main

LOADED = "import sys; from desktop.__main__ import main; print(*sorted(sys.modules))"


@pytest.fixture
def loaded(root: Path) -> set[str]:
    """The modules in memory once the entry point has been imported, nothing more."""
    done = subprocess.run([sys.executable, "-c", LOADED], cwd=root, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_the_entry_point_loads_no_library_and_no_layer(loaded: set[str]) -> None:
    libraries = {"PySide6", "cryptography", "sqlcipher3", "pydantic", "click"}
    layers = {f"desktop.{name}" for name in ("app", "ui", "cli", "casework", "vault", "formats", "history", "crypto")}
    assert not loaded & (libraries | layers)


def test_a_window_asked_for_with_nonsense_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["window", "--no-such-option"])
    assert ended.value.code == 2
    assert "usage" in capsys.readouterr().err
