"""What a machine lacks is found out by trying, and told in one line where it cannot be installed."""

from __future__ import annotations

import pytest

from build_spec import bootstrap
from build_spec.bootstrap import PURPOSES, Need, advice, apt_command, missing


def nothing(_name: str) -> bool:
    return False


def anything(_name: str) -> bool:
    return True


def test_a_machine_that_has_everything_lacks_nothing() -> None:
    for need in PURPOSES.values():
        found = missing(
            need, part_found=anything, library_found=anything, program_found=anything, font_found=lambda: True
        )
        assert found == []


def test_a_bare_machine_lacks_the_window_libraries_and_a_chinese_font() -> None:
    lacks = missing(PURPOSES["window"], library_found=nothing, font_found=lambda: False)
    assert {"libegl1", "libxcb-cursor0", "libxkbcommon0", "fonts-noto-cjk"} <= set(lacks)


def test_a_package_that_supplies_two_things_is_named_once() -> None:
    assert missing(PURPOSES["python"], part_found=nothing) == ["python3-venv"]


def test_a_library_is_looked_for_by_loading_it() -> None:
    need = Need(libraries={"libc.so.6": "libc6", "libno-such-library.so.9": "libno-such-library9"})
    assert "libno-such-library9" in missing(need)


def test_the_advice_is_one_line_that_can_be_pasted() -> None:
    line = advice(["libegl1", "age"], debian=True)
    assert line.endswith("sudo apt-get install -y --no-install-recommends libegl1 age")
    assert "\n" not in line


def test_the_advice_elsewhere_names_the_packages() -> None:
    assert advice(["libegl1"], debian=False).endswith("libegl1")


def test_nothing_is_installed_that_was_only_recommended() -> None:
    assert "--no-install-recommends" in apt_command(["age"])


def test_an_old_python_is_told_which_one_is_needed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "OLDEST_PYTHON", (99, 0))
    assert bootstrap.prepare(["python"]) == 1
    assert "make PYTHON=" in capsys.readouterr().err
