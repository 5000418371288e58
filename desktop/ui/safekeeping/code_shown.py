"""A secret as a QR code, for who asks to see it: hidden at first, with what a picture of it leaves behind."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from desktop.casework import recovery_shares
from desktop.ui.exchange.qr_codes import QrPicture
from desktop.ui.layout import column, held, row
from desktop.ui.plain import PlainLabel
from desktop.ui.speaking import Speaking


class CodeShown(Speaking):
    """A button that shows the code in place of what is beside it, and hides it again."""

    def __init__(self, text: str, instead_of: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._instead_of = instead_of
        self._toggle = QPushButton()
        self._toggle.setCheckable(True)
        self._toggle.setAutoDefault(False)
        self._picture = QrPicture()
        self._about = PlainLabel(wrap=True).be(quiet=True)
        self._shown = held(column(held(row(self._picture, None)), self._about, gap=12))
        self.setLayout(column(self._shown, held(row(self._toggle, None)), gap=12))
        self._toggle.toggled.connect(self._show)
        self._shown.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Every word."""
        self._picture.setAccessibleName(self.tr("QR code"))
        self._about.setText(
            self.tr(
                "What is written by hand leaves no copy. A photograph stays on the phone, and in its cloud if it has "
                "one."
            )
        )
        self._say()

    def _show(self, shown: bool) -> None:
        if shown:
            self._picture.show_text(recovery_shares.code(self._text))
        self._shown.setVisible(shown)
        self._instead_of.setVisible(not shown)
        self._say()

    def _say(self) -> None:
        words = self.tr("Show the letters again") if self._toggle.isChecked() else self.tr("Show it as a QR code")
        self._toggle.setText(words)
