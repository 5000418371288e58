"""Making a vault: where, the limits of what it protects, the passphrase, that of the identities, the recovery key."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.ui.entry import LineField
from desktop.ui.files import choose_folder
from desktop.ui.icons import Icons
from desktop.ui.layout import centred, column, held, primary, row, sheet
from desktop.ui.new_passphrase import IdentitiesPassphrase, NewPassphrase
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.speaking import Speaking
from desktop.ui.tick_box import TickBox


class CreateVault(Speaking):
    """`create_wanted`: folder (a Path), passphrase, and that of the identities ("" for none of their own).

    `given_up`: back to where one came from.
    """

    create_wanted = Signal(object, str, str)
    given_up = Signal()

    def __init__(self, icons: Icons, proposed: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Heading()
        self._where_title = Heading(level=2)
        self._where = LineField()
        self._where.setText(str(proposed))
        self._choose = QPushButton()
        self._where_help = PlainLabel(wrap=True).be(quiet=True)
        self._passphrase_title = Heading(level=2)
        self._passphrase = NewPassphrase(icons)
        self._own = TickBox()
        self._own_help = PlainLabel(wrap=True).be(quiet=True)
        self._identities = IdentitiesPassphrase(icons)
        self._limits_title = Heading(level=2)
        self._limits = [PlainLabel(wrap=True) for _ in range(5)]
        self._create = primary(QPushButton())
        self._back = QPushButton()
        self._state = PlainLabel(wrap=True).be(quiet=True)
        self._lay_out()
        self._choose.clicked.connect(self._choose_folder)
        self._where.textChanged.connect(lambda _text: self._look())
        self._passphrase.changed.connect(self._look)
        self._identities.changed.connect(self._look)
        for one in (self._passphrase, self._identities):
            one.submitted.connect(self._create.click)  # as Enter opens a vault; what is grey is not clicked
        self._own.toggled.connect(self._identities.setVisible)
        self._own.toggled.connect(lambda _on: self._look())
        self._create.clicked.connect(self._ask)
        self._back.clicked.connect(self.given_up)
        self.retranslate()
        self._look()

    def begin(self) -> None:
        """The place is proposed already; the passphrase is what one has to think about."""
        self._passphrase.begin()
        self._bring_into_sight(self._passphrase.first)

    def wait(self, waiting: bool) -> None:
        """While the vault is made nothing can be pressed twice."""
        secrets = (self._passphrase, self._own, self._identities)
        for control in (self._where, self._choose, *secrets, self._create, self._back):
            control.setEnabled(not waiting)
        self._state.setText(self.tr("Making keys and files: a few seconds.") if waiting else "")
        if waiting:
            self._bring_into_sight(self._state)
        else:
            self._look()

    def retranslate(self) -> None:
        """Every word of the screen."""
        self._title.setText(self.tr("A new vault"))
        self._where_title.setText(self.tr("Where"))
        self._where.setAccessibleName(self.tr("Folder of the new vault"))
        self._choose.setText(self.tr("C&hoose…"))
        self._where_help.setText(
            self.tr(
                "A new or empty folder. A copy of the folder is a backup. Its name can be seen, so let it say nothing."
            )
        )
        self._passphrase_title.setText(self.tr("Passphrase"))
        self._own.setText(self.tr("The &identities get a passphrase of their own"))
        self._own_help.setText(
            self.tr(
                "Real names, numbers and addresses then stay closed when the vault is opened, and codes are shown, "
                "until it is typed too. It can be given, changed or taken away later."
            )
        )
        self._limits_title.setText(self.tr("What it cannot protect"))
        for label, words in zip(self._limits, self._honest_lines(), strict=True):
            label.setText(f"–  {words}")
        self._create.setText(self.tr("&Create the vault"))
        self._back.setText(self.tr("&Back"))

    def _honest_lines(self) -> tuple[str, ...]:
        return (
            self.tr("Whoever forces the passphrase out of you has everything."),
            self.tr("A disk that was copied keeps what it had; erasing later does not reach the copy."),
            self.tr("Cloud input methods and phone cameras see what you type and read."),
            self.tr("Printing goes through the system, which may keep what was printed."),
            self.tr("Whoever you hand something to can pass it on."),
        )

    def _lay_out(self) -> None:
        where = column(self._where_title, held(row(self._where, self._choose)), self._where_help)
        self._identities.hide()
        own = column(self._own, self._own_help, self._identities)
        passphrase = column(self._passphrase_title, self._passphrase, held(own))
        limits = column(self._limits_title, *self._limits, gap=6)
        buttons = row(self._create, self._back, self._state)  # beside them: beneath, a small screen would not show it
        buttons.setStretch(2, 1)
        parts = (self._title, sheet(limits), sheet(where), sheet(passphrase), held(buttons))
        self._page = centred(held(column(*parts, gap=16)), 640)
        self.setLayout(column(self._page))

    def _bring_into_sight(self, widget: QWidget) -> None:
        """On a small screen, or in large letters, it may stand beneath the edge; once the page was laid out."""
        QTimer.singleShot(0, self, lambda: self._page.ensureWidgetVisible(widget))

    def _choose_folder(self) -> None:
        choose_folder(self, self.tr("A new or empty folder"), lambda folder: self._where.setText(str(folder)))

    def _look(self) -> None:
        ready = self._passphrase.ready and (self._identities.ready or not self._own.isChecked())
        self._create.setEnabled(ready and Path(self._where.text().strip()).is_absolute())

    def _ask(self) -> None:
        folder = Path(self._where.text().strip())
        passphrase = self._passphrase.take()
        identities = self._identities.take() if self._own.isChecked() else ""
        self.wait(True)
        self.create_wanted.emit(folder, passphrase, identities)
