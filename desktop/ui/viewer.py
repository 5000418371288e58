"""Looks at a picture or a text from memory; covered until somebody asks to see it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QStackedLayout, QWidget

from desktop.casework.viewing import Look
from desktop.ui.entry import TextField
from desktop.ui.layout import column, held, quiet_button, row
from desktop.ui.plain import PlainLabel, several_lines
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools

STEPS = (0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0)
LONGEST = 500_000  # characters in the text view
LEAST_HEIGHT = 240  # pixels, where there is not even that much room


class PictureView(QScrollArea):
    """A picture, fitted to the width there is or in a size of one's choosing."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = QPixmap()
        self._scale: float | None = None  # None: fitted
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWidget(self._label)
        self.setWidgetResizable(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def show_pixels(self, width: int, height: int, rgba: bytes) -> None:
        """Pixels as the helper process gave them."""
        image = QImage(rgba, width, height, width * 4, QImage.Format.Format_RGBA8888)
        self._whole = QPixmap.fromImage(image.copy())  # the bytes above are not Qt's to keep
        self._scale = None
        self._draw()

    def zoom(self, by: int) -> None:
        """One step larger or smaller; 0 fits it in again."""
        if by == 0:
            self._scale = None
        else:
            now = self._scale or self._fitted()
            further = [step for step in STEPS if (step > now if by > 0 else step < now)]
            self._scale = (min(further) if by > 0 else max(further)) if further else now
        self._draw()

    def forget(self) -> None:
        """Let go of the pixels."""
        self._whole = QPixmap()
        self._label.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A fitted picture follows the window."""
        super().resizeEvent(event)
        if self._scale is None:
            self._draw()

    def _fitted(self) -> float:
        if self._whole.isNull():
            return 1.0
        room = self.viewport().size()
        return min(room.width() / self._whole.width(), room.height() / self._whole.height(), 1.0)

    def _draw(self) -> None:
        if self._whole.isNull():
            return
        scale = self._scale or self._fitted()
        size = QSize(max(1, int(self._whole.width() * scale)), max(1, int(self._whole.height() * scale)))
        smooth = Qt.TransformationMode.SmoothTransformation
        self._label.setPixmap(self._whole.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, smooth))


class Viewer(Speaking):
    """`wanted` when somebody asks to see what is covered."""

    wanted = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._room = LEAST_HEIGHT
        self._cover_words = PlainLabel(wrap=True).be(quiet=True)
        self._uncover = QPushButton()
        self._picture = PictureView()
        self._text = TextField()
        self._text.setReadOnly(True)
        self._text.setProperty("reading", True)
        self._cover_again = quiet_button()
        self._zoom = {"zoom-out": quiet_button(), "zoom-in": quiet_button()}
        self._shown = False
        self._cannot = ""
        self._lay_out()
        self._uncover.clicked.connect(self.wanted)
        self._cover_again.clicked.connect(self.cover)
        self._zoom["zoom-in"].clicked.connect(lambda: self._picture.zoom(1))
        self._zoom["zoom-out"].clicked.connect(lambda: self._picture.zoom(-1))
        tools.theme.changed.connect(self.retranslate)
        self.retranslate()
        self.cover()

    def show_look(self, look: Look) -> None:
        """Show what came."""
        if look.picture is not None:
            self._picture.show_pixels(look.picture.width, look.picture.height, look.picture.rgba)
            self._stack.setCurrentWidget(self._picture)
        else:
            self._text.setPlainText(several_lines(look.text or "", LONGEST))
            self._stack.setCurrentWidget(self._text)
        for button in self._zoom.values():
            button.setVisible(look.picture is not None)
        self._cover_again.show()
        self._shown = True
        self.give_room(self._room)
        (self._text if look.picture is None else self._picture).setFocus()  # plus, minus and Escape work at once

    def shows_nothing(self, why: str) -> None:
        """A file of a kind that is not shown: instead of what would show it stands why."""
        self._cannot = why
        self.retranslate()
        self._uncover.hide()

    def cover(self) -> None:
        """Covered again, and let go of."""
        self._picture.forget()
        self._text.clear()
        self._stack.setCurrentIndex(0)
        for button in (*self._zoom.values(), self._cover_again):
            button.hide()
        self._shown = False
        self.setMinimumHeight(0)

    def give_room(self, height: int) -> None:
        """All the height there is to look at it, while it is shown."""
        self._room = max(height, LEAST_HEIGHT)
        if self._shown:
            self.setMinimumHeight(self._room)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus and minus zoom, 0 fits, Escape covers."""
        steps = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}
        if event.key() in steps:
            self._picture.zoom(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape:
            self.cover()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Every word of the viewer."""
        covered = self.tr("Covered until you ask to see it. Nothing is written to disk to show it.")
        self._cover_words.setText(self._cannot or covered)
        self._uncover.setText(self.tr("Sho&w it"))
        self._uncover.setIcon(self._tools.icons.icon("eye"))
        self._text.setAccessibleName(self.tr("The text of the file"))
        self._picture.setAccessibleName(self.tr("The picture"))
        names = (("zoom-in", self.tr("Larger")), ("zoom-out", self.tr("Smaller")))
        for icon, name in names:
            self._zoom[icon].setIcon(self._tools.icons.icon(icon))
            self._zoom[icon].setAccessibleName(name)
            self._zoom[icon].setToolTip(name)
        self._cover_again.setIcon(self._tools.icons.icon("eye-off"))
        self._cover_again.setAccessibleName(self.tr("Cover it again"))
        self._cover_again.setToolTip(self.tr("Cover it again"))

    def _lay_out(self) -> None:
        cover = held(column(self._cover_words, held(row(self._uncover, None)), None, gap=12))
        inside = QWidget()
        self._stack = QStackedLayout(inside)
        for widget in (cover, self._picture, self._text):
            self._stack.addWidget(widget)
        bar = row(None, *self._zoom.values(), self._cover_again, gap=4)
        whole = column(bar, inside, gap=4)
        whole.setStretch(1, 1)
        self.setLayout(whole)
