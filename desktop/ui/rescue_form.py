"""What a rescue is asked for: keys, a place for the new vault, and whatever else may have what is missing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from desktop.ui.entry import LineField, PassphraseField
from desktop.ui.eye import Eye
from desktop.ui.files import choose_files, choose_folder
from desktop.ui.flow import Flow
from desktop.ui.icons import Icons
from desktop.ui.key_file_line import KeyFileLine
from desktop.ui.layout import column, held, primary, row, sheet
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.safekeeping.recovery_entry import RecoveryEntry
from desktop.ui.speaking import Speaking
from desktop.ui.tick_box import TickBox
from desktop.ui.tools import Tools


class RescueForm(Speaking):
    """`wanted` when all that is needed is there and the button was pressed. `given_up`: back."""

    wanted = Signal()
    given_up = Signal()

    def __init__(self, tools: Tools, damaged: Path, needs_key_file: bool) -> None:
        super().__init__()
        self.backups: list[Path] = []
        self.packages: list[Path] = []
        self._about = PlainLabel(wrap=True).be(quiet=True)
        self._label = PlainLabel()
        self._passphrase = PassphraseField()
        self._by_key = TickBox()
        self._key_file = KeyFileLine()
        self._needs_key_file = needs_key_file
        self._key = RecoveryEntry(tools)
        self._own = TickBox()
        self._identities = PassphraseField()
        self._where_title, self._more_title = Heading(level=2), Heading(level=2)
        self._where = LineField()
        self._where.setText(str(damaged.parent / "rescued"))
        self._choose = QPushButton()
        self._more_help = PlainLabel(wrap=True).be(quiet=True)
        self._add_backup, self._add_package = QPushButton(), QPushButton()
        self._added = PlainLabel(wrap=True)
        self._start, self._back = primary(QPushButton()), QPushButton()
        self._lay_out(tools.icons)
        self._key_file.need(needs_key_file)
        self._label.setBuddy(self._passphrase)
        self._by_key.toggled.connect(self._show_key)
        self._own.toggled.connect(self._identities.setVisible)
        for field in (self._passphrase, self._where):
            field.textChanged.connect(lambda _text: self._look())
        self._key.changed.connect(self._look)
        self._key_file.changed.connect(self._look)
        self._choose.clicked.connect(self._choose_where)
        self._add_backup.clicked.connect(self._choose_backup)
        self._add_package.clicked.connect(self._choose_packages)
        self._start.clicked.connect(self.wanted)
        self._back.clicked.connect(self.given_up)
        self.retranslate()
        self._look()

    def begin(self) -> None:
        """The caret goes into the passphrase."""
        self._key.begin() if self._by_key.isChecked() else self._passphrase.setFocus()

    @property
    def new(self) -> Path:
        """Where the new vault goes."""
        return Path(self._where.text().strip())

    def take(self) -> tuple[str, str, str]:
        """Passphrase, recovery key and passphrase of the identities, "" for what is not given; the fields are empty."""
        identities = self._identities.take() if self._own.isChecked() else ""
        passphrase = self._passphrase.take()
        if not self._by_key.isChecked():
            return passphrase, "", identities
        return "", self._key.key(), identities

    @property
    def key_file(self) -> Path | None:
        """The key file, where one was chosen and the passphrase is given."""
        return None if self._by_key.isChecked() else self._key_file.path

    def retranslate(self) -> None:
        """Every word of the form."""
        self._about.setText(
            self.tr(
                "Everything that can still be read is brought into a new vault, which opens with the same passphrase "
                "and recovery key. The damaged one is only read; keep it. What cannot be brought over is listed by its "
                "code."
            )
        )
        self._label.setText(self.tr("&Passphrase"))
        self._passphrase.setAccessibleName(self.tr("Passphrase"))
        self._by_key.setText(self.tr("I have only the recovery &key, or the passphrase no longer opens it"))
        self._own.setText(self.tr("The &identities have a passphrase of their own"))
        self._identities.setAccessibleName(self.tr("Passphrase of the identities"))
        self._identities.setPlaceholderText(self.tr("Passphrase of the identities"))
        self._where_title.setText(self.tr("Where the new vault goes"))
        self._where.setAccessibleName(self.tr("Folder of the new vault"))
        self._choose.setText(self.tr("C&hoose…"))
        self._more_title.setText(self.tr("What else there is"))
        self._more_help.setText(
            self.tr(
                "What is missing is taken from backups, and from packages that came or were sent. A newer backup first."
            )
        )
        self._add_backup.setText(self.tr("Add a back&up…"))
        self._add_package.setText(self.tr("Add pa&ckages…"))
        self._start.setText(self.tr("&Rescue"))
        self._back.setText(self.tr("&Back"))
        self._show_added()

    def _show_key(self, by_key: bool) -> None:
        self._key.setVisible(by_key)
        self._key_file.need(self._needs_key_file and not by_key)
        self._passphrase.setEnabled(not by_key)
        self._look()
        self.begin()

    def _show_added(self) -> None:
        lines = [self.tr("Backup: {folder}").format(folder=place) for place in self.backups]
        lines += [self.tr("Package: {file}").format(file=path) for path in self.packages]
        self._added.setText("\n".join(lines))
        self._added.setVisible(bool(lines))

    def _look(self) -> None:
        given = self._key.ready if self._by_key.isChecked() else self._passphrase.text()
        self._start.setEnabled(bool(given) and self.new.is_absolute())

    def _choose_where(self) -> None:
        choose_folder(self, self.tr("A new or empty folder"), lambda folder: self._where.setText(str(folder)))

    def _choose_backup(self) -> None:
        choose_folder(self, self.tr("The folder of a backup"), self._take_backup)

    def _take_backup(self, place: Path) -> None:
        if place not in self.backups:
            self.backups.append(place)
        self._show_added()

    def _choose_packages(self) -> None:
        choose_files(self, self.tr("Packages"), self._take_packages)

    def _take_packages(self, several: list[Path]) -> None:
        self.packages += [path for path in several if path not in self.packages]
        self._show_added()

    def _lay_out(self, icons: Icons) -> None:
        eye = Eye(icons, self._identities)
        for hidden in (self._identities, eye, self._key):
            hidden.hide()
        self._own.toggled.connect(eye.setVisible)
        keys = column(
            self._label,
            held(row(self._passphrase, Eye(icons, self._passphrase), gap=4)),
            self._key_file,
            self._by_key,
            self._key,
            self._own,
            held(row(self._identities, eye, gap=4)),
        )
        where = column(self._where_title, held(row(self._where, self._choose)))
        add = held(Flow(self._add_backup, self._add_package, gap=8))
        more = column(self._more_title, self._more_help, add, self._added)
        buttons = held(row(self._start, self._back, None))
        self.setLayout(column(self._about, sheet(keys), sheet(where), sheet(more), buttons, gap=16))
