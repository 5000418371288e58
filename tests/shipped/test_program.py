"""The built program does the main job: a vault, a testimony, a window, with nothing of the checkout at hand."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.shipped.conftest import Started

TESTIMONY = {"statements": [{"words": "他们不让我的妹妹上学。", "language": "zh"}]}


@pytest.fixture
def vault(start: Callable[..., Started], passphrase: Path, tmp_path: Path) -> Path:
    """A vault made and written in by the built program itself."""
    folder = tmp_path / "vault"
    made = start("create", folder, "--passphrase-file", passphrase)
    assert made.returncode == 0, made.stderr
    given = json.dumps(TESTIMONY, ensure_ascii=False) + "\n"
    added = start("add", folder, "testimony", "--passphrase-file", passphrase, given=given)
    assert added.returncode == 0, added.stderr
    return folder


def test_the_program_finds_the_words_it_kept(start: Callable[..., Started], vault: Path, passphrase: Path) -> None:
    found = start("search", vault, "妹妹", "--passphrase-file", passphrase)
    assert "妹妹" in found.stdout, found.stderr


def test_the_window_opens_unlocks_is_pictured_and_quits(
    start: Callable[..., Started], vault: Path, passphrase: Path, tmp_path: Path
) -> None:
    picture = tmp_path / "window.png"
    shown = start("window", "--smoke", picture, vault, "--passphrase-file", passphrase)
    assert shown.returncode == 0, shown.stderr
    pixels = QImage(str(picture))
    across = {pixels.pixel(x, y) for x in range(0, pixels.width(), 7) for y in range(0, pixels.height(), 7)}
    assert len(across) > 8, "the window is empty"


def test_a_wrong_passphrase_is_refused_in_words(start: Callable[..., Started], vault: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong"
    wrong.write_text("not the one\n", encoding="utf-8")
    refused = start("list", vault, "testimony", "--passphrase-file", wrong)
    assert refused.returncode == 1
    assert "Traceback" not in refused.stderr


def test_the_process_that_reads_pictures_starts_from_the_program(start: Callable[..., Started]) -> None:
    assert start("--jiashu-helper", "pictures").returncode == 0


def test_nothing_of_the_network_is_shipped(dist: Path) -> None:
    shipped = [path.name for path in dist.rglob("*")]
    assert not [name for name in shipped if "Network" in name or name.startswith(("_ssl", "libssl"))]
    assert any(name.startswith(("jiashu", "Jiashu")) for name in shipped)
