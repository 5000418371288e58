"""A contact card as QR codes, one large code at a time."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.ui.layout import column, held, row
from desktop.ui.plain import PlainLabel
from desktop.ui.speaking import Speaking

QUIET_ZONE = 4  # modules, as ISO/IEC 18004 asks
SMALLEST = 3  # pixels a module; a phone's camera reads it
MOST = 5


def modules_of(text: str) -> tuple[bytes, ...]:
    """The code of a text, line by line, 1 where a module is dark."""
    import segno

    # The pieces hold only what QR's alphanumeric mode has, so that the code stays small enough to be scanned.
    code = segno.make_qr(text, error="l", boost_error=False)
    return tuple(bytes(line) for line in code.matrix)


def paint_modules(painter: QPainter, code: tuple[bytes, ...], scale: float) -> None:
    """Every dark module a square, from where the painter stands."""
    for line, modules in enumerate(code):
        for place, dark in enumerate(modules):
            if dark:
                painter.fillRect(QRectF(place * scale, line * scale, scale, scale), QColor("black"))


class QrPicture(QWidget):
    """One code in black on white, whatever the theme: scanners expect it."""

    def __init__(self) -> None:
        super().__init__()
        self._modules: tuple[bytes, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """The code of a text."""
        self._modules = modules_of(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Whole pixels a module, so that every edge is sharp."""
        side = (len(self._modules) + 2 * QUIET_ZONE) * self._scale()
        return QSize(side, side)

    def _scale(self) -> int:
        room = self.screen().availableSize().height() * 6 // 10
        modules = len(self._modules) + 2 * QUIET_ZONE
        return min(max(room // modules, SMALLEST), MOST)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Every dark module a square."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        scale = self._scale()
        painter.translate(QUIET_ZONE * scale, QUIET_ZONE * scale)
        paint_modules(painter, self._modules, scale)
        painter.end()


class QrCodes(Speaking):
    """Pages through the codes; the arrow keys do too."""

    def __init__(self) -> None:
        super().__init__()
        self._texts: tuple[str, ...] = ()
        self._at = 0
        self._picture = QrPicture()
        self._where = PlainLabel()
        self._before, self._after = QPushButton(), QPushButton()
        self._about = PlainLabel(wrap=True).be(quiet=True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        line = row(self._before, self._where, self._after, None, gap=12)
        self.setLayout(column(self._about, held(row(self._picture, None)), held(line), gap=12))
        self._before.clicked.connect(lambda: self._go(-1))
        self._after.clicked.connect(lambda: self._go(1))
        self.retranslate()

    def show_codes(self, texts: tuple[str, ...]) -> None:
        """The texts of the codes, in their order."""
        self._texts, self._at = texts, 0
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right."""
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._go(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Every word."""
        self._about.setText(
            self.tr(
                "A card needs several codes. Your colleague takes a picture of each, in any order, and reads the "
                "pictures in. Phones that back their pictures up to a cloud give away whom you know."
            )
        )
        self._before.setText(self.tr("&Previous"))
        self._after.setText(self.tr("Ne&xt"))
        self._show()

    def _go(self, by: int) -> None:
        self._at = min(max(self._at + by, 0), max(len(self._texts) - 1, 0))
        self._show()

    def _show(self) -> None:
        count = len(self._texts)
        if count:
            self._picture.show_text(self._texts[self._at])
        said = self.tr("Code {number} of {count}").format(number=self._at + 1, count=count)
        self._where.setText(said)
        self._picture.setAccessibleName(said)
        self._before.setEnabled(self._at > 0)
        self._after.setEnabled(self._at + 1 < count)
