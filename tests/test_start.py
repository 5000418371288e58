"""The first word on the command line decides what starts; a window loads what it paints first, and no more."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.casework import known

SECONDS = 60
LOADED = "import sys; from desktop.__main__ import main; print(*sorted(sys.modules))"
# Starts the program as its command does. What an open vault needs is loaded as soon as the window is painted: instead
# of that, say what there is by then, and end.
PAINTED = """
import json, sys
before, pythons_import = set(sys.modules), __import__
from desktop.__main__ import main
from desktop.ui import plain_import

load_pyside = plain_import.load_pyside

def load_and_watch():
    load_pyside()
    from desktop.ui.worker import Worker
    Worker.prepare = tell

def tell(worker, load):
    from PySide6 import QtCore, QtWidgets
    made = [name for module in (QtCore, QtWidgets) for name in vars(module)]
    print(json.dumps({
        "modules": sorted(set(sys.modules) - before),
        "classes": made,
        "collecting": any(type(each).__name__ == "Garbage" for each in QtWidgets.QApplication.instance().children()),
        "importing": __import__ is pythons_import,
    }))
    QtWidgets.QApplication.exit(0)

plain_import.load_pyside = load_and_watch
sys.exit(main([]))
"""
OF_THE_WINDOW = {"PySide6", "shiboken6", "shibokensupport", "signature_bootstrap", "__feature__", "desktop"}
OF_AN_OPEN_VAULT = (
    "domain",
    "history",
    "crypto",
    "formats",
    "vault.vault",
    "casework.workspace",
    "ui.desk",
    "ui.opening",
)
ON_DEMAND = ("messages", "ui.create_vault", "ui.files", "ui.safekeeping")


@dataclass(frozen=True)
class Painted:
    """What is in memory once the window is painted.

    classes: those of Qt that PySide has made. collecting: whether garbage is. importing: as Python does by itself.
    """

    modules: set[str]
    classes: set[str]
    collecting: bool
    importing: bool


@pytest.fixture
def loaded(root: Path) -> set[str]:
    """The modules in memory once the entry point has been imported, nothing more."""
    done = subprocess.run([sys.executable, "-c", LOADED], cwd=root, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.fixture(params=["welcome", "unlock"])
def painted(request: pytest.FixtureRequest, root: Path, tmp_path: Path) -> Painted:
    """The program started, once per first screen."""
    if request.param == "unlock":
        known.remember(tmp_path, None)
    words = [sys.executable, "-c", PAINTED]
    done = subprocess.run(words, cwd=root, timeout=SECONDS, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    return Painted(set(told["modules"]), set(told["classes"]), told["collecting"], told["importing"])


def test_the_entry_point_loads_no_library_and_no_layer(loaded: set[str]) -> None:
    libraries = {"PySide6", "cryptography", "sqlcipher3", "pydantic", "click"}
    layers = {f"desktop.{name}" for name in ("app", "ui", "cli", "casework", "vault", "formats", "history", "crypto")}
    assert not loaded & (libraries | layers)


def test_no_library_is_loaded_before_the_window_is_painted_but_the_windows_own(painted: Painted) -> None:
    assert {name.split(".")[0] for name in painted.modules} - sys.stdlib_module_names <= OF_THE_WINDOW


def test_nothing_an_open_vault_or_another_screen_needs_is_loaded_before_the_window_is_painted(painted: Painted) -> None:
    needed = tuple(f"desktop.{name}" for name in (*OF_AN_OPEN_VAULT, *ON_DEMAND))
    assert not {name for name in painted.modules if name.startswith(needed)}


def test_only_qts_classes_a_screen_uses_are_made_before_the_window_is_painted(painted: Painted) -> None:
    # PySide makes them all, a tenth of the start, as soon as it is handed an object of a class it does not know yet.
    assert "QWidget" in painted.classes
    assert not painted.classes & {"QProcess", "QStyle", "QWizard"}


def test_modules_are_loaded_without_pyside_reading_their_source(painted: Painted) -> None:
    assert painted.importing


def test_garbage_is_collected_once_the_window_is_painted(painted: Painted) -> None:
    assert painted.collecting


def test_a_window_asked_for_with_nonsense_is_a_usage_error(root: Path) -> None:
    words = [sys.executable, "-m", "desktop", "window", "--no-such-option"]
    ended = subprocess.run(words, cwd=root, capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert "usage" in ended.stderr
