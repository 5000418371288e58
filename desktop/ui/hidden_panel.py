"""What a file tells beside what it shows, the worst first, and what becomes of that when the file leaves."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.casework import hidden_data
from desktop.casework.hidden_data import RISKS, Hidden, Inside
from desktop.errors import JiashuError
from desktop.ui.flow import Flow
from desktop.ui.layout import column, held
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.speaking import Speaking
from desktop.ui.told import Facts, Told
from desktop.ui.tools import Tools

BY_ITSELF = 16_000_000  # bytes; larger files are looked into when somebody asks
_OF_A_PDF = re.compile(r"D:(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d))?.*")
MOST = 12  # lines of one kind; of more the number is told
_TELLS: Mapping[str, tuple[str, object]] = {
    "place": ("danger", QT_TRANSLATE_NOOP("HiddenPanel", "It tells where:")),
    "person": ("warning", QT_TRANSLATE_NOOP("HiddenPanel", "It tells who:")),
    "content": ("warning", QT_TRANSLATE_NOOP("HiddenPanel", "It holds more than one sees:")),
    "device": ("info", QT_TRANSLATE_NOOP("HiddenPanel", "It tells with what device or program:")),
    "time": ("info", QT_TRANSLATE_NOOP("HiddenPanel", "It tells when:")),
    "other": ("info", QT_TRANSLATE_NOOP("HiddenPanel", "It tells besides:")),
}


class HiddenPanel(Speaking):
    """`copy_wanted` when a clean copy is to be made."""

    copy_wanted = Signal()

    def __init__(self, tools: Tools, record: str) -> None:
        super().__init__()
        self._tools = tools
        self._record = record
        self._inside: Inside | None = None
        self._title = Heading(level=3)
        self._told = Told(tools, "info")
        self._closed = Told(tools, "warning")
        self._room = QVBoxLayout()
        self._room.setSpacing(8)
        self._leaves = PlainLabel(wrap=True).be(quiet=True)
        self._look, self._copy = QPushButton(), QPushButton()
        buttons = held(Flow(self._look, self._copy, gap=8))
        self.setLayout(column(self._title, self._told, self._closed, self._room, self._leaves, buttons, gap=8))
        self._look.clicked.connect(self.look)
        self._copy.clicked.connect(self.copy_wanted)
        self._say("")
        self.hide()
        self.retranslate()

    def begin(self, size: int) -> None:
        """The file is here. size: its bytes."""
        self.show()
        if size <= BY_ITSELF:
            self.look()
        else:
            self._look.show()

    def look(self) -> None:
        """Ask what is hidden in the file."""
        record = self._record
        self._look.hide()
        self._told.say(self.tr("Looking into the file…"))
        self._tools.worker.submit(
            lambda ws: hidden_data.look_into(ws, record), self.show_inside, owner=self, look=True, failed=self._failed
        )

    def show_inside(self, inside: Inside) -> None:
        """What was found."""
        self._inside = inside
        self.retranslate()

    def retranslate(self) -> None:
        """Every word of the panel."""
        self._title.setText(self.tr("Hidden data in this file"))
        self._look.setText(self.tr("&Look for hidden data"))
        self._copy.setText(self.tr("Make a &clean copy"))
        inside = self._inside
        if inside is None:
            return
        self._empty()
        self._say(inside.closed)
        if inside.closed:
            self._told.say("")
        elif inside.plain:
            self._told.say(self.tr("It is plain text: nothing can be hidden in it but what one reads."))
        elif not inside.found:
            self._told.say(self.tr("Nothing was found: no place, no names, no device."))
        else:
            self._told.say("")
            for risk in RISKS:
                self._tell(risk, [one for one in inside.found if one.risk == risk])
        self._copy.setVisible(bool(inside.found))
        self._leaves.setText(
            self.tr(
                "All of this is taken out when the file goes to anybody outside our team, unless you decide otherwise "
                "there. The original here stays as it came."
            )
        )
        self._leaves.setVisible(bool(inside.found))

    def _tell(self, risk: str, found: list[Hidden]) -> None:
        if not found:
            return
        kind, words = _TELLS[risk]
        facts = Facts()
        for label, values in self._by_label(found).items():
            facts.add(label, ", ".join(values) or self.tr("yes"))
        self._room.addWidget(Told(self._tools, kind, QCoreApplication.translate("HiddenPanel", str(words))))
        self._room.addWidget(held(column(facts), (32, 0, 0, 0)))

    def _by_label(self, found: list[Hidden]) -> dict[str, list[str]]:
        """Values by what they are called, each once; no more than anybody reads."""
        values: dict[str, list[str]] = {}
        for one in found:
            label = self._tools.vocabularies.label("hidden_data", one.name, self._tools.language.code)
            if label in values or len(values) < MOST:
                listed, value = values.setdefault(label, []), as_one_reads(one.value)
                if value and value not in listed:
                    listed.append(value)
        return values

    def _say(self, closed: str) -> None:
        """Why nobody can tell; "" where somebody can."""
        reason = self._tools.vocabularies.label("hidden_reasons", closed, self._tools.language.code) if closed else ""
        stays = self.tr(
            "{reason}. When the case goes to anybody outside our team this file stays here, unless you decide "
            "otherwise."
        )
        self._closed.say(stays.format(reason=reason) if reason else "")
        for widget in (self._look, self._copy, self._leaves):
            widget.hide()

    def _failed(self, error: JiashuError) -> None:
        self._told.say(self._tools.language.messages.sentence(error))

    def _empty(self) -> None:
        while (item := self._room.takeAt(0)) is not None:
            widget: QWidget | None = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def as_one_reads(value: str) -> str:
    """A time as a PDF writes it, D:20260815162520Z, as people do; anything else as it is."""
    found = _OF_A_PDF.fullmatch(value)
    if not found:
        return value
    year, month, day, hour, minute = found.groups()
    return f"{year}-{month}-{day}" + (f" {hour}:{minute}" if hour else "")
