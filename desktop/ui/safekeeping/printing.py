"""One page of paper with a recovery key or a share, sent to a printer; no file of it is left on a disk by us."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QFontDatabase, QPageLayout, QPainter

from desktop.casework import recovery_shares
from desktop.ui.exchange.qr_codes import modules_of, paint_modules

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

MARGIN = 20.0  # millimetres
CODE = 3  # the code is as wide as one in so many parts of the page
_FILES = re.compile(r"pdf|xps|onenote|fax|file|save", re.IGNORECASE)
_MEMORY = ("XDG_RUNTIME_DIR", "/dev/shm")  # noqa: S108 - nothing is kept there, and it is no disk


@dataclass(frozen=True)
class Sheet:
    """What stands on it. Nothing tells what it opens. number: of a share, or "". columns: pieces beside each other."""

    text: str = field(repr=False)
    pieces: tuple[str, ...] = field(repr=False)
    number: str = field(default="", repr=False)
    columns: int = 3


def printers() -> list[str]:
    """Names of the printers there are; what only writes a file, or sends it on, is none."""
    from PySide6.QtPrintSupport import QPrinterInfo  # asks the system, and perhaps the network: only when told to

    return [
        info.printerName()
        for info in QPrinterInfo.availablePrinters()
        if not writes_a_file(f"{info.printerName()} {info.makeAndModel()} {info.description()}")
    ]


def writes_a_file(described: str) -> bool:
    """Whether what the system calls a printer is none, by what it says of itself."""
    return bool(_FILES.search(described))


def send(name: str, sheet: Sheet) -> bool:
    """Print one page; False when the printer is gone, or would write a file, or did not take it."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    with _in_memory() as possible:
        info = QPrinterInfo.printerInfo(name)
        if not possible or info.isNull():
            return False
        printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
        if printer.outputFormat() != QPrinter.OutputFormat.NativeFormat or printer.outputFileName():
            return False
        printer.setDocName("-")
        printer.setPageMargins(QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN), QPageLayout.Unit.Millimeter)
        return _painted(printer, sheet)


def _painted(printer: QPrinter, sheet: Sheet) -> bool:
    painter = QPainter()
    if not painter.begin(printer):
        return False
    draw(painter, QRectF(0, 0, printer.width(), printer.height()), sheet)
    return painter.end()


def draw(painter: QPainter, page: QRectF, sheet: Sheet) -> None:
    """The number, the pieces line by line, the code beneath."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(13)
    painter.setFont(font)
    painter.setPen(Qt.GlobalColor.black)
    line = painter.fontMetrics().height() * 1.4
    top = page.top()
    if sheet.number:
        painter.drawText(QRectF(page.left(), top, page.width(), line), Qt.AlignmentFlag.AlignLeft, sheet.number)
        top += 2 * line
    lines = -(-len(sheet.pieces) // sheet.columns)
    wide = page.width() / sheet.columns
    for at, piece in enumerate(sheet.pieces):
        place, down = divmod(at, lines)
        where = QRectF(page.left() + place * wide, top + down * line, wide, line)
        painter.drawText(where, Qt.AlignmentFlag.AlignLeft, f"{at + 1:>2}  {piece}")
    code = modules_of(recovery_shares.code(sheet.text))
    scale = page.width() / CODE / len(code)
    painter.translate(page.left(), top + (lines + 1) * line)
    paint_modules(painter, code, scale)


@contextmanager
def _in_memory() -> Iterator[bool]:
    """On Linux the page passes through a file on its way to the queue: here that is one in memory, or there is none."""
    if sys.platform != "linux":
        yield True
        return
    there = (os.environ.get(one, "") if one.isupper() else one for one in _MEMORY)
    folder = next((one for one in there if one and os.access(one, os.W_OK | os.X_OK)), None)
    before = os.environ.get("TMPDIR")
    if folder is not None:
        os.environ["TMPDIR"] = folder
    try:
        yield folder is not None
    finally:
        if before is None:
            os.environ.pop("TMPDIR", None)
        else:
            os.environ["TMPDIR"] = before
