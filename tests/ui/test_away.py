"""The desktop says that its screen is locked, that it goes to sleep, that it ends: real signals on a real bus."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from desktop.ui.host import bus
from desktop.ui.host.bus import Bus
from tests.ui.desktop_bus import NO_BUS, OUR_SESSION, Login
from tests.ui.hand import WAIT


@pytest.fixture
def heard(address: str, tmp_path: Path, login: Login, monkeypatch: pytest.MonkeyPatch) -> Bus:
    """What the program hears; both of its buses are this one."""
    monkeypatch.setenv("XDG_SESSION_ID", "7")
    connection = QDBusConnection.connectToBus(address, f"program {tmp_path}")
    return Bus(connection, connection)


SAVER = ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", True)
GNOME = ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", True)
KDE = ("/ScreenSaver", "org.kde.screensaver", "ActiveChanged", True)
SLEEP = (bus.LOGIN_PATH, bus.MANAGER, "PrepareForSleep", True)


@pytest.mark.fault(12)
@pytest.mark.parametrize("said", [SAVER, GNOME, KDE, SLEEP], ids=["screen saver", "GNOME", "KDE", "sleep"])
def test_fault_12_a_locked_screen_and_a_sleeping_machine_are_heard_of(
    heard: Bus, login: Login, qtbot: QtBot, said: tuple[str, str, str, bool]
) -> None:
    with qtbot.waitSignal(heard.away, timeout=WAIT):
        login.say(*said)


@pytest.mark.fault(12)
def test_fault_12_a_machine_that_is_shut_down_is_heard_of(heard: Bus, login: Login, qtbot: QtBot) -> None:
    with qtbot.waitSignal(heard.ending, timeout=WAIT):
        login.say(bus.LOGIN_PATH, bus.MANAGER, "PrepareForShutdown", True)


@pytest.mark.fault(12)
def test_fault_12_our_session_being_locked_is_heard_of_and_no_other_one(heard: Bus, login: Login, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: ["GetSession", "7"] in login.asked, timeout=WAIT)
    told: list[bool] = []
    heard.away.connect(lambda: told.append(True))

    def ours_is_heard() -> bool:
        login.say("/org/freedesktop/login1/session/_31", bus.SESSION, "Lock")
        login.say(OUR_SESSION, bus.SESSION, "Lock")
        return bool(told)

    qtbot.waitUntil(ours_is_heard, timeout=WAIT)
    told.clear()
    login.say("/org/freedesktop/login1/session/_31", bus.SESSION, "Lock")
    with qtbot.waitSignal(heard.ending, timeout=WAIT):  # what is said later is heard later
        login.say(bus.LOGIN_PATH, bus.MANAGER, "PrepareForShutdown", True)


@pytest.mark.parametrize("said", [(*SAVER[:3], False), (*SLEEP[:3], False)], ids=["screen free", "awake"])
def test_a_screen_that_is_free_again_locks_nothing(
    heard: Bus, login: Login, qtbot: QtBot, said: tuple[str, str, str, bool]
) -> None:
    with qtbot.assertNotEmitted(heard.away), qtbot.waitSignal(heard.ending, timeout=WAIT):
        login.say(*said)
        login.say(bus.LOGIN_PATH, bus.MANAGER, "PrepareForShutdown", True)


@pytest.mark.fault(12)
def test_fault_12_sleep_waits_for_the_lock_and_no_longer(heard: Bus, login: Login, qtbot: QtBot) -> None:
    heard.hold()
    qtbot.waitUntil(lambda: heard._held is not None, timeout=WAIT)
    assert login.asked[-1][:2] == ["Inhibit", "sleep:shutdown"]
    assert not login.let_go
    heard.let_go()
    qtbot.waitUntil(lambda: login.let_go, timeout=WAIT)


def test_without_a_bus_nothing_is_heard_and_nothing_fails(qtbot: QtBot, tmp_path: Path) -> None:
    nothing = QDBusConnection.connectToBus(NO_BUS, f"nothing {tmp_path}")
    heard = Bus(nothing, nothing)
    heard.hold()
    heard.let_go()
    assert not nothing.isConnected()
