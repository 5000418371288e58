"""Choosing files and folders with Qt's own dialog, which is made to remember nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QDir, Qt, QUrl
from PySide6.QtWidgets import QFileDialog, QHeaderView, QTreeView, QWidget

Mode = QFileDialog.FileMode
WORDS_QT_LACKS = (  # in its own translations; the window's give them, since those are asked first
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "File Folder"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "%1 File"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "File"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Shortcut"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Alias"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Unknown"),
)


WIDE = 120  # letters: room for the size and the day of every file, which are cut by the widths Qt begins with


class _Chooser(QFileDialog):
    """Native dialogs put what was chosen into the system's list of recent files; this one does not."""

    def __init__(self, parent: QWidget, title: str, mode: Mode, chosen: Callable[[Path], None]) -> None:
        super().__init__(parent, title, QDir.homePath())
        self.setOption(QFileDialog.Option.DontUseNativeDialog)
        self.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFileMode(mode)
        self.setSidebarUrls([QUrl.fromLocalFile(QDir.homePath()), QUrl.fromLocalFile(QDir.rootPath())])
        self.setHistory([])
        self.resize(self.fontMetrics().averageCharWidth() * WIDE, self.sizeHint().height())
        for table in self.findChildren(QTreeView):
            for column in range(1, table.header().count()):
                table.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.fileSelected.connect(lambda name: chosen(Path(name)))
        self.finished.connect(self._forget)

    def _forget(self) -> None:
        """Windows keeps settings in the registry, where the redirection above does not reach."""
        self.setHistory([])
        self.setDirectory(QDir.homePath())


def choose_file(parent: QWidget, title: str, chosen: Callable[[Path], None]) -> None:
    """Ask for an existing file; `chosen` is called with it, or never. The window stays usable: a lock closes it."""
    _Chooser(parent, title, Mode.ExistingFile, chosen).open()


def choose_files(parent: QWidget, title: str, chosen: Callable[[list[Path]], None]) -> None:
    """Ask for one or several existing files."""
    dialog = _Chooser(parent, title, Mode.ExistingFiles, lambda _first: None)
    dialog.filesSelected.connect(lambda names: chosen([Path(name) for name in names]))
    dialog.open()


def choose_folder(parent: QWidget, title: str, chosen: Callable[[Path], None]) -> None:
    """Ask for a folder, existing or made in the dialog."""
    dialog = _Chooser(parent, title, Mode.Directory, chosen)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.open()


def choose_new_file(parent: QWidget, title: str, proposed: str, chosen: Callable[[Path], None]) -> None:
    """Ask where a new file goes. proposed: a neutral name."""
    dialog = _Chooser(parent, title, Mode.AnyFile, chosen)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(proposed)
    dialog.open()
