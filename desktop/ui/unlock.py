"""Unlocking: one field, one button, and where the vault is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.ui.entry import PassphraseField
from desktop.ui.eye import Eye
from desktop.ui.flow import Flow
from desktop.ui.icons import Icons
from desktop.ui.key_file_line import KeyFileLine
from desktop.ui.layout import centred, column, held, primary, quiet_button, row, sheet
from desktop.ui.plain import ElidedLabel, Heading, PlainLabel
from desktop.ui.speaking import Speaking
from desktop.ui.tick_box import TickBox


class Unlock(Speaking):
    """`unlock_wanted`: the passphrase, that of the identities, "" where none was given, and the key file, if any.

    `recovery_wanted`: the passphrase is lost. `elsewhere_wanted`: another vault. `restore_wanted`: this one is damaged.
    `rescue_wanted`: so damaged that a new one is to be made of it. `destroy_wanted`: it is to be of nobody any more.
    """

    unlock_wanted = Signal(str, str, object)  # Path or None
    recovery_wanted = Signal()
    rescue_wanted = Signal()
    elsewhere_wanted = Signal()
    restore_wanted = Signal()
    destroy_wanted = Signal()

    def __init__(self, icons: Icons, folder: Path, needs_key_file: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs_key_file = needs_key_file
        self._folder = folder
        self._title = Heading()
        self._where = ElidedLabel(str(folder)).be(quiet=True)
        self._label = PlainLabel()
        self._field = PassphraseField()
        self._key_file = KeyFileLine()
        self._own = TickBox()
        self._identities = PassphraseField()
        self._unlock = primary(QPushButton())
        self._elsewhere = QPushButton()
        self._lost = QPushButton()
        self._restore = QPushButton()
        self._damaged, self._destroy = quiet_button(), quiet_button()
        for rare in (self._damaged, self._destroy):
            rare.setProperty("quiet", True)
        self._state = PlainLabel(wrap=True).be(quiet=True)
        self._lay_out(icons)
        self._label.setBuddy(self._field)
        self._field.submitted.connect(self._ask)
        self._identities.submitted.connect(self._ask)
        self._unlock.clicked.connect(self._ask)
        self._elsewhere.clicked.connect(self.elsewhere_wanted)
        self._lost.clicked.connect(self.recovery_wanted)
        self._restore.clicked.connect(self.restore_wanted)
        self._restore.hide()
        self._destroy.clicked.connect(self.destroy_wanted)
        self._damaged.clicked.connect(self.rescue_wanted)
        self._own.toggled.connect(self._identities.setVisible)
        self._key_file.changed.connect(self.begin)
        self.retranslate()

    def begin(self) -> None:
        """The caret goes into the passphrase."""
        self._field.setFocus()

    def wait(self, waiting: bool) -> None:
        """While the key is worked out nothing can be pressed twice; afterwards the field is empty again."""
        others = (self._elsewhere, self._lost, self._restore, self._damaged, self._destroy)
        for control in (self._field, self._identities, self._unlock, self._own, self._key_file, *others):
            control.setEnabled(not waiting)
        self._state.setText(self.tr("Working out the key: about a second.") if waiting else "")
        if not waiting:
            self.begin()

    def offer_backup(self) -> None:
        """What should open it is damaged: the way to the last backup."""
        self._restore.show()

    def retranslate(self) -> None:
        """Every word of the screen."""
        self._title.setText(self.tr("The vault is locked"))
        self._label.setText(self.tr("&Passphrase"))
        self._field.setAccessibleName(self.tr("Passphrase"))
        self._own.setText(self.tr("The &identities have a passphrase of their own"))
        self._identities.setAccessibleName(self.tr("Passphrase of the identities"))
        self._identities.setPlaceholderText(self.tr("Passphrase of the identities"))
        self._unlock.setText(self.tr("&Unlock"))
        self._elsewhere.setText(self.tr("&Another vault…"))
        self._lost.setText(self.tr("I have only the &recovery key…"))
        self._restore.setText(self.tr("Restore from a &backup…"))
        self._destroy.setText(self.tr("&Destroy this vault…"))
        self._damaged.setText(self.tr("Rescue a da&maged vault…"))

    def _ask(self) -> None:
        if not self._field.text():
            self._field.setFocus()
            return
        if self._needs_key_file and self._key_file.path is None:
            self._state.setText(self.tr("Choose the key file of this vault first."))
            self._key_file.begin()
            return
        identities = self._identities.take() if self._own.isChecked() else ""
        passphrase = self._field.take()
        self.wait(True)
        self.unlock_wanted.emit(passphrase, identities, self._key_file.path)

    def _lay_out(self, icons: Icons) -> None:
        picture = PlainLabel()
        picture.setPixmap(icons.icon("lock", "accent").pixmap(48, 48))
        eye = Eye(icons, self._identities)
        for hidden in (self._identities, eye):
            hidden.hide()
        self._own.toggled.connect(eye.setVisible)
        if not self._needs_key_file:
            self._key_file.hide()  # never shown here, where it would be a window of its own
        form = column(
            self._label,
            held(row(self._field, Eye(icons, self._field), gap=4)),
            self._key_file,
            self._own,
            held(row(self._identities, eye, gap=4)),
            held(row(self._unlock, None)),
            self._state,
        )
        others = held(Flow(self._elsewhere, self._lost, self._restore, gap=8))
        rarely = held(Flow(self._damaged, self._destroy, gap=8))
        inside = held(column(picture, self._title, self._where, sheet(form), others, rarely, gap=12))
        self.setLayout(column(centred(inside, 480)))
