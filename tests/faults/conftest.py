"""A scene and a disk that fails, prepared once for all sweeps of a module."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.disk import Disk, built
from tests.faults.works import Scene


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """The vault every work begins on."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("scene")
        patch.setenv("JIASHU_HOME", str(folder / "stage/home/.config/jiashu"))
        return Scene.prepared(folder)


@pytest.fixture(scope="module")
def disk(scene: Scene, tmp_path_factory: pytest.TempPathFactory) -> Disk:
    """Fails below the stage: in the vault and in the home folder."""
    return Disk(built(tmp_path_factory.mktemp("interposed")), scene.stage)


@pytest.fixture(autouse=True)
def home_of_the_scene(home: Path, scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """What this process opens again is remembered where the program remembers it."""
    monkeypatch.setenv("JIASHU_HOME", str(scene.home / ".config/jiashu"))
