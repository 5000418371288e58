"""The texts of the QR codes in a picture, which is decoded by the process that holds no key."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QColor, QImage, QPainter

from desktop.casework import outfiles, pictures
from desktop.casework.stops import Stops
from desktop.casework.workspace import Progress

MAX_PICTURE = 64 * 1024 * 1024
SIDE = 3000  # pixels; a photograph of a code is readable long before


def read_codes(files: list[Path], progress: Progress, stops: Stops | None = None) -> list[str]:
    """Every code of every picture, in no particular order; a picture without one adds nothing.

    stops: as `pictures.decode`. Refused `picture.…`, `file.…`; Hindered `file.unreadable`.
    """
    texts: list[str] = []
    for number, file in enumerate(files):
        progress(number, len(files))
        texts += codes_of(outfiles.read_existing(file, limit=MAX_PICTURE), stops)
    return texts


def codes_of(untrusted: bytes, stops: Stops | None = None) -> list[str]:
    """The codes of one picture's bytes."""
    import zxingcpp

    picture = pictures.decode(untrusted, max_side=SIDE, stops=stops)
    found = zxingcpp.read_barcodes(_on_white(picture), formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return [code.text for code in found]


def _on_white(picture: pictures.Picture) -> QImage:
    """Greys; what is transparent counts as paper."""
    size = picture.width, picture.height
    drawn = QImage(picture.rgba, *size, 4 * picture.width, QImage.Format.Format_RGBA8888)
    paper = QImage(*size, QImage.Format.Format_RGB32)
    paper.fill(QColor("white"))
    painter = QPainter(paper)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return paper.convertToFormat(QImage.Format.Format_Grayscale8)
