"""A bus of a test's own, and on it as much of a desktop as the program asks."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusObjectPath, QDBusUnixFileDescriptor, QDBusVirtualObject

from desktop.ui.host import bus

OUR_SESSION = "/org/freedesktop/login1/session/_37"
NO_BUS = "unix:path=/nowhere/at/all"


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A bus of the test's own."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("needs dbus-daemon, which is not installed")
    words = [daemon, "--session", "--nofork", "--nopidfile", f"--address=unix:dir={tmp_path}", "--print-address"]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout is not None
    yield process.stdout.readline().strip()
    process.kill()
    process.wait()
    process.stdout.close()


class Login(QDBusVirtualObject):
    """As much of logind as is asked: it hands out what holds sleep back, and knows one session."""

    def __init__(self, connection: QDBusConnection) -> None:
        super().__init__()
        self.connection = connection
        self.asked: list[list[object]] = []
        self._held = -1
        connection.registerService(bus.LOGIN)
        connection.registerVirtualObject(bus.LOGIN_PATH, self)

    def introspect(self, _path: str) -> str:
        """Nobody asks."""
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        """Answer as logind does."""
        answer = message.createReply()
        self.asked.append([message.member(), *message.arguments()])
        if message.member() == "Inhibit":
            self._held, theirs = os.pipe()
            if sys.platform != "win32":
                os.set_blocking(self._held, False)
            answer = answer << QDBusUnixFileDescriptor(theirs)
            os.close(theirs)
        else:
            answer = answer << QDBusObjectPath(OUR_SESSION)
        connection.send(answer)
        return True

    @property
    def let_go(self) -> bool:
        """Whether nobody holds any more what was handed out last."""
        try:
            return os.read(self._held, 1) == b""
        except BlockingIOError:
            return False

    def say(self, path: str, interface: str, name: str, *values: bool) -> None:
        """A signal to everybody."""
        signal = QDBusMessage.createSignal(path, interface, name)
        signal.setArguments(list(values))
        self.connection.send(signal)


@pytest.fixture
def login(address: str, tmp_path: Path) -> Login:
    return Login(QDBusConnection.connectToBus(address, f"login {tmp_path}"))
