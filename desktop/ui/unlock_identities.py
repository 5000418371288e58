"""Opening the identity compartment, with its own passphrase where it has one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from desktop.casework import vaults
from desktop.casework.vaults import Notice
from desktop.casework.workspace import Workspace
from desktop.errors import JiashuError
from desktop.ui.entry import PassphraseField
from desktop.ui.eye import Eye
from desktop.ui.layout import column, held, primary, row
from desktop.ui.notice import note_of
from desktop.ui.plain import PlainLabel
from desktop.ui.tools import Tools
from desktop.ui.worker import alive

Opened = Callable[[tuple[Notice, ...]], None]


def see_to_opening(
    dialog: QDialog,
    tools: Tools,
    action: Callable[[Workspace], tuple[Notice, ...]],
    opened: Opened,
    failed: Callable[[JiashuError], None],
) -> None:
    """What was asked for is done although the dialog was closed meanwhile, and so it is told: names show then."""

    def done(told: tuple[Notice, ...]) -> None:
        opened(told)
        if alive(dialog):
            dialog.accept()

    def stayed(error: JiashuError) -> None:
        failed(error) if alive(dialog) else tools.tell(note_of(error, tools.language))

    tools.worker.submit(action, done, owner=tools.worker, failed=stayed)


class UnlockIdentities(QDialog):
    """A decision, so a dialog; it never runs a loop of its own and a lock closes it.

    `recovery_wanted`: their passphrase is lost.
    """

    recovery_wanted = Signal()

    def __init__(self, tools: Tools, parent: QWidget, opened: Opened) -> None:
        """opened: told what is to be told of names that waited, also when the dialog was closed meanwhile."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Jiashu")
        self._tools = tools
        self._opened = opened
        about = PlainLabel(
            self.tr("Real names, numbers and addresses can be read while the identities are open."), wrap=True
        )
        self._field = PassphraseField(self.tr("Passphrase of the identities"))
        self._field.setPlaceholderText(self.tr("Their own passphrase, if they have one"))
        self._state = PlainLabel(wrap=True).be(danger=True)
        self._open = primary(QPushButton(self.tr("&Open them")))
        lost = QPushButton(self.tr("I have only their recovery &key…"))
        lost.setAutoDefault(False)
        cancel = QPushButton(self.tr("&Cancel"))
        cancel.setAutoDefault(False)
        typed = held(row(self._field, Eye(tools.icons, self._field), gap=4))
        buttons = held(row(lost, None, cancel, self._open))
        self.setLayout(column(about, typed, self._state, buttons, gap=12, margin=24))
        self._open.clicked.connect(self._ask)
        self._field.submitted.connect(self._ask)
        cancel.clicked.connect(self.reject)
        lost.clicked.connect(self._recover)
        self.setMinimumWidth(420)

    def _ask(self) -> None:
        if not self._open.isEnabled():
            return
        passphrase = self._field.take() or None
        self._open.setEnabled(False)  # names that waited may take a while; nobody has to wonder whether it was pressed
        self._state.clear()

        def open_them(ws: Workspace) -> tuple[Notice, ...]:
            return vaults.open_identities(ws, passphrase)

        see_to_opening(self, self._tools, open_them, self._opened, self._failed)

    def _recover(self) -> None:
        self._field.take()
        self.reject()
        self.recovery_wanted.emit()

    def _failed(self, error: JiashuError) -> None:
        self._open.setEnabled(True)
        self._state.setText(self._tools.language.messages.sentence(error))
        self._field.setFocus()
