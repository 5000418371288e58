"""The built program does the main job: a vault, a testimony, a window, with nothing of the checkout at hand."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QImage

from desktop.formats.helper import HEADER
from tests.formats import telling_files as files
from tests.shipped.conftest import Start

TESTIMONY = {"statements": [{"words": "他们不让我的妹妹上学。", "language": "zh"}]}


@pytest.fixture
def vault(start: Start, passphrase: Path, tmp_path: Path) -> Path:
    """A vault made and written in by the built program itself."""
    folder = tmp_path / "vault"
    made = start("create", folder, "--passphrase-file", passphrase)
    assert made.returncode == 0, made.errors
    given = json.dumps(TESTIMONY, ensure_ascii=False).encode() + b"\n"
    added = start("add", folder, "testimony", "--passphrase-file", passphrase, given=given)
    assert added.returncode == 0, added.errors
    return folder


def test_the_program_finds_the_words_it_kept(start: Start, vault: Path, passphrase: Path) -> None:
    found = start("search", vault, "妹妹", "--passphrase-file", passphrase)
    assert "妹妹" in found.told, found.errors


def test_the_window_opens_unlocks_is_pictured_and_quits(
    start: Start, vault: Path, passphrase: Path, tmp_path: Path
) -> None:
    picture = tmp_path / "window.png"
    shown = start("window", "--smoke", picture, vault, "--passphrase-file", passphrase)
    assert shown.returncode == 0, shown.errors
    pixels = QImage(str(picture))
    across = {pixels.pixel(x, y) for x in range(0, pixels.width(), 7) for y in range(0, pixels.height(), 7)}
    assert len(across) > 8, "the window is empty"


def test_a_wrong_passphrase_is_refused_in_words(start: Start, vault: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong"
    wrong.write_text("not the one\n", encoding="utf-8")
    refused = start("list", vault, "testimony", "--passphrase-file", wrong)
    assert refused.returncode == 1
    assert "Traceback" not in refused.errors


def test_the_program_reads_a_picture_in_a_process_of_its_own(start: Start) -> None:
    drawn = io.BytesIO()
    Image.new("RGB", (40, 20), "teal").save(drawn, "PNG")
    read = start("--jiashu-helper", "pictures", "16", given=drawn.getvalue())
    assert read.returncode == 0, read.errors
    assert len(read.output) == HEADER.size + 16 * 8 * 4


def test_the_program_looks_into_every_kind_of_file_in_a_process_of_its_own(start: Start) -> None:
    for kind, given in (("picture", files.geotagged()), ("pdf", files.pdf()), ("office", files.docx())):
        for what in ("read", "clean"):
            done = start("--jiashu-helper", "hidden", kind, what, given=given)
            assert (done.returncode, bool(done.output)) == (0, True), done.errors


def test_the_words_of_qts_own_dialogs_are_shipped(dist: Path) -> None:
    assert any(dist.rglob("qtbase_zh_CN.qm"))
    assert any(dist.rglob("jiashu_zh_Hans.qm"))


def test_nothing_of_the_network_is_shipped(dist: Path) -> None:
    shipped = [path.name for path in dist.rglob("*")]
    assert not [name for name in shipped if "Network" in name or name.startswith(("_ssl", "libssl"))]
    assert any(name.startswith(("jiashu", "Jiashu")) for name in shipped)
