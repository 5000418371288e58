"""The program as it runs: nobody reads its memory, and no crash writes it down."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="asks the Linux kernel")

# Started as everybody starts it; then it tells how it stands.
_STANDING = """
import ctypes, resource, sys
from desktop.__main__ import main
try:
    main({words})
except SystemExit:
    pass
print("dumpable", ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
print("core", resource.getrlimit(resource.RLIMIT_CORE))
"""

# One who is not root, an ordinary process at first, and somebody else of the same user who tries to look into it.
_LOOKED_INTO = """
import ctypes, os, sys
from desktop.hardening import harden

if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)
us = os.getpid()

def look(place):
    other = os.fork()
    if other == 0:
        try:
            os.close(os.open(f"/proc/{us}/{place}", os.O_RDONLY))
        except PermissionError:
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(other, 0)[1]) == 0

print(*[look(place) for place in sys.argv[1:]])
harden()
print(*[look(place) for place in sys.argv[1:]])
"""


def run(root: Path, program: str, *words: str) -> list[str]:
    """What a Python process prints."""
    done = subprocess.run([sys.executable, "-c", program, *words], cwd=root, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


@ON_LINUX
@pytest.mark.fault(11)
@pytest.mark.parametrize("words", [["--help"], ["window", "--help"]], ids=["shell", "window"])
def test_fault_11_window_and_shell_alike_can_be_neither_dumped_nor_attached_to(root: Path, words: list[str]) -> None:
    assert run(root, _STANDING.format(words=words))[-2:] == ["dumpable 0", "core (0, 0)"]


@ON_LINUX
@pytest.mark.fault(11)
@pytest.mark.parametrize("place", ["environ", "mem", "maps", "fd"])
def test_fault_11_somebody_elses_program_of_the_same_user_reads_nothing_of_ours(root: Path, place: str) -> None:
    before, after = run(root, _LOOKED_INTO, place)
    if before == "False":
        pytest.skip("this system lets nobody look into an ordinary process either")
    assert after == "False"


@pytest.mark.skipif(sys.platform == "win32", reason="asks for a limit of Unix")
def test_what_the_program_starts_cannot_be_dumped_either(root: Path) -> None:
    program = "import subprocess, sys; from desktop.hardening import harden; harden(); " + (
        "subprocess.run([sys.executable, '-c', 'import resource; print(resource.getrlimit(resource.RLIMIT_CORE))'])"
    )
    assert run(root, program) == ["(0, 0)"]


# Whoever closes a stream gets nothing of ours in its place: the next file that is opened has another number.
_NEXT_FILE = """
import os, sys
from desktop.__main__ import main
code = main(["list", "nowhere", "case"])
os._exit(code if os.open(os.devnull, os.O_RDONLY) > 2 else 99)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="closes a stream as Unix does")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_no_file_takes_the_place_of_a_stream_that_was_closed(root: Path, closed: str) -> None:
    command = ["sh", "-c", f'exec "$0" -c "$1" {closed}', sys.executable, _NEXT_FILE]
    assert subprocess.run(command, check=False, cwd=root, stdin=subprocess.DEVNULL).returncode == 2
