"""What is asked of the vault's thread to open a vault; and whether one is open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop import places
from desktop.ui.tools import Tools

if TYPE_CHECKING:
    from desktop.casework.workspace import Workspace
    from desktop.errors import JiashuError
    from desktop.ui.opening import Circumstances, Entered


class WayIn(QObject):
    """`opened`: a vault is open from now on (an `Entered`). `stayed_shut`: it is not (a JiashuError).

    folder: of the vault that is open, or was asked for last.
    """

    opened = Signal(object)
    stayed_shut = Signal(object)

    def __init__(self, tools: Tools, work_factor: int | None, parent: QObject) -> None:
        """work_factor: of new vaults; None measures this machine."""
        super().__init__(parent)
        self._tools = tools
        self._work_factor = work_factor
        self.folder: Path | None = None
        self._open = False
        self._opening = False

    @property
    def open(self) -> bool:
        """Whether a vault is open, or will be in a moment unless a lock comes first."""
        return self._open or self._opening

    def shut(self) -> None:
        """None is open from now on, or being opened."""
        self._open = self._opening = False

    def unlock(self, passphrase: str, identities: str = "", key_file: Path | None = None) -> None:
        """Open the vault that was asked for last."""
        folder = self.folder
        assert folder is not None

        def way(around: Circumstances) -> tuple[Workspace, Entered]:
            from desktop.ui import opening

            return opening.unlocked(folder, passphrase, identities, around, key_file)

        self._try(way)

    def recover(self, recovery_key: str, passphrase: str) -> None:
        """Open the vault that was asked for last by its recovery key, and give it a new passphrase."""
        folder = self.folder
        assert folder is not None

        def way(around: Circumstances) -> tuple[Workspace, Entered]:
            from desktop.ui import opening

            return opening.recovered(folder, recovery_key, passphrase, around)

        self._try(way)

    def make(self, folder: Path, passphrase: str, identities: str = "") -> None:
        """Make a vault and open it. identities: a passphrase of their own, or empty."""
        self.folder = folder  # should it be locked before it is open

        def way(around: Circumstances) -> tuple[Workspace, Entered]:
            from desktop.ui import opening

            return opening.made(folder, passphrase, identities, around)

        self._try(way)

    def make_practice(self, folder: Path) -> None:
        """Make a practice vault and open it."""
        self.folder = folder

        def way(around: Circumstances) -> tuple[Workspace, Entered]:
            from desktop.ui import opening

            return opening.practised(folder, places.resources() / "demo", around)

        self._try(way)

    def _try(self, way: Callable[[Circumstances], tuple[Workspace, Entered]]) -> None:
        tools, language = self._tools, self._tools.language.code

        def make() -> tuple[Workspace, Entered]:
            from desktop.ui.opening import Circumstances  # loaded while somebody types the passphrase

            return way(Circumstances(tools.vocabularies, tools.clock, language, self._work_factor))

        self._opening = True
        tools.worker.open(make, self._enter, owner=self, failed=self._stay_shut)

    def _enter(self, entered: Entered) -> None:
        self.folder = entered.folder
        self._open, self._opening = True, False
        self.opened.emit(entered)

    def _stay_shut(self, error: JiashuError) -> None:
        self._opening = False
        self.stayed_shut.emit(error)
