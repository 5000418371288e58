"""A scene and a disk that fails, prepared once for all sweeps of a process."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.disk import Disk, built, loaded
from tests.faults.sweep import Known
from tests.faults.works import Scene
from tests.memory import in_memory


@pytest.fixture(scope="session")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    """The vault every work begins on; in memory where it can be, since it is put back thousands of times."""
    folder = Path(tempfile.mkdtemp(dir=in_memory() or tmp_path_factory.getbasetemp()))
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("JIASHU_HOME", str(folder / "stage/home/.config/jiashu"))
            yield Scene.prepared(folder)
    finally:
        shutil.rmtree(folder)


@pytest.fixture(scope="session")
def disk(scene: Scene, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Disk]:
    """Fails below the stage: in the vault and in the home folder."""
    folder = tmp_path_factory.mktemp("interposed")
    with loaded(built(folder)) as yard:
        yield Disk(yard, scene.stage, folder)


@pytest.fixture(scope="session")
def known(scene: Scene, disk: Disk) -> Known:
    """What each work leaves without a fault."""
    return Known(scene, disk)


@pytest.fixture(autouse=True)
def home_of_the_scene(home: Path, scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """What this process opens again is remembered where the program remembers it."""
    monkeypatch.setenv("JIASHU_HOME", str(scene.home / ".config/jiashu"))
