"""Find out what this machine lacks, and on Debian install it; standard library only."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

OLDEST_PYTHON = (3, 11)

PYTHON_PARTS = {"venv": "python3-venv", "ensurepip": "python3-venv"}
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
CHINESE_FONT = "fonts-noto-cjk"


@dataclass(frozen=True)
class Need:
    """What one purpose asks of the machine; each mapping goes from the thing to its Debian package."""

    python_parts: Mapping[str, str] = field(default_factory=dict)
    libraries: Mapping[str, str] = field(default_factory=dict)
    programs: Mapping[str, str] = field(default_factory=dict)
    chinese_font: bool = False


PURPOSES = {
    "python": Need(python_parts=PYTHON_PARTS),
    "window": Need(libraries=QT_LIBRARIES, chinese_font=True),
    "test": Need(programs={"age": "age", "ssh-keygen": "openssh-client", "git": "git"}),
    "bench": Need(programs={"age": "age", "Xvfb": "xvfb", "xdotool": "xdotool", "keepassxc": "keepassxc"}),
    "build": Need(programs={"objdump": "binutils"}),
}


def can_load(library: str) -> bool:
    """Whether the system's loader finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_chinese_font() -> bool:
    """Whether some installed font holds simplified Chinese."""
    if shutil.which("fc-list"):
        listed = subprocess.run(["fc-list", ":lang=zh-cn", "family"], capture_output=True, text=True, check=False)
        return bool(listed.stdout.strip())
    folders = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts"]
    return any(next(folder.rglob(f"*{word}*"), None) for folder in folders for word in ("CJK", "wqy", "SourceHan"))


def missing(
    need: Need,
    *,
    part_found: Callable[[str], object] = importlib.util.find_spec,
    library_found: Callable[[str], bool] = can_load,
    program_found: Callable[[str], object] = shutil.which,
    font_found: Callable[[], bool] = has_chinese_font,
) -> list[str]:
    """The Debian packages that would supply what is not here, sorted, each once."""
    lacks = {package for part, package in need.python_parts.items() if not part_found(part)}
    lacks |= {package for library, package in need.libraries.items() if not library_found(library)}
    lacks |= {package for program, package in need.programs.items() if not program_found(program)}
    if need.chinese_font and not font_found():
        lacks.add(CHINESE_FONT)
    return sorted(lacks)


def apt_command(packages: Iterable[str]) -> list[str]:
    """The command that installs packages on Debian, nothing recommended along with them."""
    return ["apt-get", "install", "-y", "--no-install-recommends", *packages]


def advice(packages: Collection[str], *, debian: bool) -> str:
    """The one line for somebody who has to install packages by hand."""
    if debian:
        return f"Jiashu needs some system packages first. Run: sudo {' '.join(apt_command(packages))}"
    return f"Jiashu needs some system packages first; on Debian they are called: {' '.join(packages)}"


def install(packages: Collection[str]) -> int:
    """Install packages with apt, saying so; return apt's exit code."""
    print(f"Installing what this system lacks: {' '.join(packages)}", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], apt_command(packages)):
        done = subprocess.run(
            command, env=quiet, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False
        )
        if done.returncode:
            print(f"This did not work: {' '.join(command)}", file=sys.stderr)
            sys.stderr.buffer.write(done.stderr)
            return done.returncode
    return 0


def prepare(purposes: Iterable[str]) -> int:
    """See to it that the machine has what the purposes need; return an exit code."""
    if sys.version_info < OLDEST_PYTHON:
        here = ".".join(str(number) for number in sys.version_info[:3])
        print(f"Jiashu needs Python 3.11 or later; this one is {here}. Run: make PYTHON=python3.11", file=sys.stderr)
        return 1
    if not sys.platform.startswith("linux"):
        return 0
    packages = sorted({package for purpose in purposes for package in missing(PURPOSES[purpose])})
    if not packages:
        return 0
    debian = shutil.which("apt-get") is not None
    if debian and os.geteuid() == 0:
        return install(packages)
    print(advice(packages, debian=debian), file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(prepare(sys.argv[1:]))
