"""What every test shares: no display, a home of its own, other people's data, a clock that is told the time."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before any test imports Qt
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.fonts=false")

import gc
import itertools
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.memory import make_folders_there
from tests.proof.extent import EVERY
from tests.proof.recording import pytest_runtest_makereport, tally
from tests.requirements.recording import pytest_configure
from tests.shelf import Shelf

__all__ = ["pytest_configure", "pytest_runtest_makereport", "tally"]  # seen by pytest, as all that stands here

ROOT = Path(__file__).resolve().parent.parent
SLOW_IS_FINE = [HealthCheck.too_slow, HealthCheck.data_too_large]

make_folders_there()

settings.register_profile("modest", deadline=None, max_examples=40, suppress_health_check=SLOW_IS_FINE)
settings.register_profile("ci", settings.get_profile("modest"), derandomize=True, print_blob=True)
settings.register_profile("proof", settings.get_profile("modest"), max_examples=2000 // EVERY)
settings.load_profile(os.environ.get("JIASHU_HYPOTHESIS") or ("ci" if os.environ.get("CI") else "modest"))


def pytest_collection_finish() -> None:
    """What thousands of tests are described by stays to the end: garbage is looked for in what they make alone."""
    gc.collect()
    gc.freeze()


class Clock:
    """A clock that moves only when told to; calling it gives UTC seconds."""

    def __init__(self, now: int = 1_750_000_000) -> None:
        self.now = now

    def __call__(self) -> int:
        return self.now

    def tick(self, seconds: int = 1) -> int:
        self.now += seconds
        return self.now


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A place for each home folder; pytest numbers its own by looking at all there are, every time."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def home(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home folder of the test's own, so that nothing is read from or left on the host."""
    folder = next(homes)
    folder.mkdir(mode=0o700)
    for name, place in {
        "HOME": "",
        "USERPROFILE": "",
        "XDG_CONFIG_HOME": ".config",
        "XDG_DATA_HOME": ".local/share",
        "XDG_CACHE_HOME": ".cache",
        "XDG_STATE_HOME": ".local/state",
        "XDG_RUNTIME_DIR": "run",
        "APPDATA": "AppData/Roaming",
        "LOCALAPPDATA": "AppData/Local",
        "JIASHU_HOME": ".config/jiashu",
    }.items():
        monkeypatch.setenv(name, str(folder / place))
    (folder / "run").mkdir(mode=0o700)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """Vaults made before, to take copies of."""
    return Shelf(tmp_path_factory.mktemp("shelf"))


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """What the program itself tells Qt, for pytest-qt's application."""
    from desktop.ui.theme import STYLE

    return ["jiashu", *STYLE]


@pytest.fixture
def clock() -> Clock:
    """A clock that moves only when told to."""
    return Clock()


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of other people's vectors and data beside the project; skips where it is missing."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs ../shared, the folder of vectors and data, which is not here")
    return folder
