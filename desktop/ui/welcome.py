"""The first screen: make a vault, open one, or choose among those opened here before."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QWidget

from desktop.casework.known import KnownVault
from desktop.ui.flow import Flow
from desktop.ui.icons import Icons
from desktop.ui.layout import centred, column, held, primary
from desktop.ui.plain import Heading, PlainLabel, one_line
from desktop.ui.speaking import Speaking

FOLDER = Qt.ItemDataRole.UserRole


class Welcome(Speaking):
    """`create_wanted`: a new vault. `open_wanted`: a vault's folder (a Path). `restore_wanted`: from a backup.

    `practice_wanted`: one with invented people.
    """

    create_wanted = Signal()
    restore_wanted = Signal()
    practice_wanted = Signal()
    open_wanted = Signal(object)

    def __init__(self, icons: Icons, known: tuple[KnownVault, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = known
        self._title = Heading()
        self._about = PlainLabel(wrap=True).be(quiet=True)
        self._create = primary(QPushButton())
        self._open = QPushButton()
        self._restore = QPushButton()
        self._practice = QPushButton()
        self._list_title = Heading(level=2)
        self._list = QListWidget()
        self._lay_out(icons)
        self._create.clicked.connect(self.create_wanted)
        self._open.clicked.connect(self._choose)
        self._restore.clicked.connect(self.restore_wanted)
        self._practice.clicked.connect(self.practice_wanted)
        self._list.itemActivated.connect(self._opened)
        self.retranslate()

    def begin(self) -> None:
        """The vault opened last is one Enter away; where there is none, making one is."""
        (self._list if self._known else self._create).setFocus()

    def retranslate(self) -> None:
        """Every word of the screen."""
        self._title.setText(self.tr("Letters home, kept safe"))
        self._about.setText(
            self.tr(
                "Jiashu keeps testimony about the families of human rights defenders in an encrypted vault on this "
                "machine. Nothing leaves it unless you hand it over yourself."
            )
        )
        self._create.setText(self.tr("&Create a vault…"))
        self._open.setText(self.tr("&Open a vault…"))
        self._restore.setText(self.tr("&Restore from a backup…"))
        self._practice.setText(self.tr("&Look around with invented people…"))
        self._list_title.setText(self.tr("Opened on this machine before"))
        self._list.setAccessibleName(self.tr("Vaults opened on this machine before"))
        for number, vault in enumerate(self._known):
            item = self._list.item(number)
            where = one_line(str(vault.folder))
            item.setText(where if vault.here else self.tr("{folder} (not here now)").format(folder=where))

    def _lay_out(self, icons: Icons) -> None:
        picture = PlainLabel()
        picture.setPixmap(icons.program().pixmap(72, 72))
        for vault in self._known:
            item = QListWidgetItem(icons.icon("lock", "quiet"), "")
            item.setData(FOLDER, str(vault.folder))
            if not vault.here:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
            self._list.addItem(item)
        if self._known:
            self._list.setCurrentRow(0)
        before = held(column(self._list_title, self._list))
        if not self._known:
            before.hide()  # never shown here, where it would be a window of its own
        buttons = held(Flow(self._create, self._open, self._restore, self._practice, gap=8))
        inside = held(column(picture, self._title, self._about, buttons, before, gap=16))
        around = column(centred(inside, 560))
        self.setLayout(around)

    def _choose(self) -> None:
        from desktop.ui.files import choose_folder  # the dialog is not needed before it is asked for

        choose_folder(self, self.tr("The vault's folder"), self.open_wanted.emit)

    def _opened(self, item: QListWidgetItem) -> None:
        self.open_wanted.emit(Path(item.data(FOLDER)))
